--- Cost models: `model.owned{...}`, `model.energy{...}` and so on, each loaded on first use.
local lazy = require "outlay.catalog.lazy"

-- Which file has which model.
local files = {
  chip_hours = "chip_hours", training_work = "chip_hours",
  owned = "owned", server_price = "owned", value_after = "owned",
  energy = "energy",
  rented = "rented", committed_price = "rented",
  real_dollars = "real_dollars",
  compute_optimal = "compute_optimal", inference_aware = "inference_aware",
}

return lazy("model", files, function(name, file)
  return require("outlay.model." .. file)[name]
end)
