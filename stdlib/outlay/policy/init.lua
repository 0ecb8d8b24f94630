--- Policies: `policy.own{...}`, `policy.spot{...}` and so on, each loaded on first use, and
--- `policy.define{...}` for a script's own. Each file has one kind.
local lazy = require "outlay.catalog.lazy"

-- Which file has which policy.
local files = {
  own = "procurement", rent = "procurement", reserved = "procurement", spot = "procurement",
  mixed = "procurement",
  existing = "building", colocate = "building", build = "building",
  progress = "depreciation", straight_line = "depreciation", declining = "depreciation",
  grid = "energy", contract = "energy", on_site = "energy",
  checkpoints = "checkpointing",
  team = "staffing",
  licences = "data", crawl = "data", synthetic = "data", tokens = "data", sources = "data",
  carbon_price = "carbon", offset = "carbon", market_based = "carbon",
  schedule = "schedule",
  laws = "regulation",
  none = "none", define = "define",
}

return lazy("policy", files, function(name, file)
  return require("outlay.policy." .. file)[name]
end)
