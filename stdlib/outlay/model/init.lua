--- Cost models: `model.owned{...}`, `model.energy{...}` and so on, each loaded on first use.
local lazy = require "outlay.catalog.lazy"

-- Which file has which model.
local files = {
  chip_hours = "chip_hours", training_work = "chip_hours",
  owned = "owned", server_price = "owned", value_after = "owned",
  energy = "energy",
  acquisition = "acquisition", amortised = "acquisition", unit_cost = "acquisition",
  upkeep = "acquisition",
  rented = "rented", committed_price = "rented",
  reserved = "reserved", spot = "reserved", mixed_fleet = "reserved",
  building = "site", colocation = "site", power_bill = "site",
  carbon = "carbon", water = "carbon",
  staff = "staff", experiments = "experiments",
  licence = "data", crawl = "data", transcription = "data", annotation = "data",
  synthetic = "data", curriculum = "data",
  storage = "storage", egress = "storage", serving = "serving",
  fine_tuning_work = "fine_tuning", fine_tuning_memory = "fine_tuning", lora = "fine_tuning",
  distillation_work = "fine_tuning",
  real_dollars = "real_dollars", reference_uncertainty = "reference_uncertainty",
  affordable = "affordable", budgets = "affordable",
  compute_optimal = "compute_optimal", inference_aware = "inference_aware",
}

return lazy("model", files, function(name, file)
  return require("outlay.model." .. file)[name]
end)
