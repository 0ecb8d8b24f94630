--- What a training run's electricity is and costs.
local expect = require "outlay.language.expect"

local M = {}

local method = "Cottier et al. 2024, arXiv 2405.21015, energy model"

--- Electricity of a run: the chips' rated power, what servers and the network around them add,
--- how much of the rating they draw on average, and what the building adds (PUE).
---
---   energy = TDP * chip-to-server * load * PUE * chip-hours
---
--- The reference method's constants: load 0.75 for GPUs and 0.43 for TPUs; PUE 1.1 at a large cloud
--- provider, 1.25 elsewhere; chip-to-server 1.82 (H100), 2.03 (A100), 1.67 (V100), 1.8 otherwise;
--- TPU v1 2.93, v2 1.64, v3 1.47, later 1.56.
---
---@class outlay.model.energy
---@field chip_hours quantity GPU-hour
---@field tdp quantity W/GPU, the chip's rated power
---@field chip_to_server? quantity|number rated power of a server over that of its chips; 1.8
---@field load? quantity|number average draw over rated power; 0.75
---@field pue? quantity|number 1.25
---@field price? quantity USD/kWh; gives cost
---@class outlay.model.energy_use
---@field power quantity W/GPU, at the site's meter
---@field energy quantity kWh
---@field cost? quantity USD
---@param given outlay.model.energy
---@return outlay.model.energy_use use
function M.energy(given)
  local run = expect("model.energy", given, {
    chip_hours = "required", tdp = "required",
    chip_to_server = 1.8, load = 0.75, pue = 1.25, price = "optional",
  }, {
    chip_hours = "GPU-hour", tdp = "W/GPU", chip_to_server = "1", load = "1", pue = "1",
    price = "USD/kWh",
  }, {
    chip_hours = "positive", tdp = "positive", chip_to_server = "ratio", load = "share",
    pue = "ratio",
  })
  local use = {}
  use.power = (run.tdp * run.chip_to_server * run.load * run.pue):named("power per chip")
  use.energy = (use.power * run.chip_hours):named("electricity used"):note(method)
  if run.price then use.cost = (use.energy * run.price):named("electricity") end
  return use
end

return M
