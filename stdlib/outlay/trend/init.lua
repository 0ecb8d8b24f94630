--- Trends: fits that are distributions, laws of growth and decline, counts over thresholds. Each is
--- loaded on first use.
local lazy = require "outlay.catalog.lazy"

-- Which file has which word.
local files = {
  fit = "fit",
  run_cost = "run_cost", limits = "limits", first_time = "limits",
  price_performance = "published", algorithmic_efficiency = "published",
  models = "models", counts = "count", frontier = "frontier", laws = "obligations",
  exponential = "law", wright = "law", power_law = "law", compound = "law",
}

return lazy("trend", files, function(name, file)
  return require("outlay.trend." .. file)[name]
end)
