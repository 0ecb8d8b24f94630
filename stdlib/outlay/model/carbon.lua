--- What a run emits, what that costs, and the water its site evaporates.
local errors = require "core.error"
local expect = require "outlay.language.expect"

local M = {}

--- Emissions of a run: of its electricity, and its share of what making the hardware emitted.
---
---   operational = energy * (1 - clean) * intensity
---   embodied    = chip-hours * (1 + idle) * embodied / life
---   cost        = price * (operational + embodied)
---
--- Embodied carbon is spread evenly over the hours of the hardware's life (LLMCarbon's TE times
--- reserved time over lifetime); `idle` adds a part of the hours in which it stood still. Intensity
--- by place is in `site.region`, `site.country`; 475 g/kWh is the world's unless given.
---
---     model.carbon{ energy = q"1287 MWh", intensity = q"429 gCO2e/kWh" }
---
--- Method: Faiz et al., LLMCarbon (ICLR 2024), arXiv 2309.14393, sections 4.4 and 4.5; Lannelongue
--- et al., Green Algorithms (2021).
---
---@class outlay.model.carbon
---@field energy quantity kWh, at the meter of the site
---@field intensity? quantity gCO2e/kWh; the world's average
---@field clean? quantity|number the share of the energy that a contract makes free of carbon; 0
---@field chip_hours? quantity GPU-hour; gives embodied
---@field embodied? quantity kgCO2e/GPU; `hw.embodied.server`
---@field life? quantity year, of the hardware; 4 years
---@field idle? quantity|number idle hours over productive hours; 0
---@field price? quantity USD/tCO2e; gives cost
---@class outlay.model.carbon_use
---@field operational quantity tCO2e
---@field embodied quantity tCO2e; 0 without chip-hours
---@field total quantity tCO2e
---@field cost? quantity USD
---@param given outlay.model.carbon
---@return outlay.model.carbon_use emitted
function M.carbon(given)
  local run = expect("model.carbon", given, {
    energy = "required", intensity = "optional", clean = 0, chip_hours = "optional",
    embodied = "optional", life = "optional", idle = 0, price = "optional",
  }, { energy = "kWh", intensity = "gCO2e/kWh", clean = "1", chip_hours = "GPU-hour",
    embodied = "kgCO2e/GPU", life = "year", idle = "1", price = "USD/tCO2e" },
    { energy = "positive", intensity = "positive", clean = "share", chip_hours = "positive",
      embodied = "positive", life = "above_zero", idle = "positive", price = "positive" })
  local intensity = run.intensity or q"475 gCO2e/kWh":named("carbon intensity of the world's grid")
    :source "International Energy Agency, Global energy & CO2 status report 2019: average of 2018"
  local emitted = {}
  emitted.operational = (run.energy * (1 - run.clean) * intensity):named("operational carbon")
  emitted.embodied = q"0 tCO2e":named("embodied carbon"):note("no chip-hours given")
  if run.chip_hours then
    local life = run.life or q"4 year":named("life of hardware"):source "assumption: 4 years"
    emitted.embodied = (run.chip_hours * (1 + run.idle) * (run.embodied or hw.embodied.server)
      / life):named("embodied carbon")
  elseif run.embodied then
    errors.raise("model.carbon: embodied needs 'chip_hours'",
      "give the run's chip-hours, which bear a part of the hardware's carbon")
  end
  emitted.total = (emitted.operational + emitted.embodied):named("carbon")
  if run.price then emitted.cost = (emitted.total * run.price):named("price of carbon") end
  return emitted
end

--- Water that a site evaporates for cooling, and what it costs.
---
---@class outlay.model.water
---@field energy quantity kWh, of the IT equipment (at the meter over PUE)
---@field use? quantity kg/kWh, or litres; `site.cost.cooling.water`
---@field price? quantity USD/kg; gives cost
---@class outlay.model.water_use
---@field water quantity kg
---@field cost? quantity USD
---@param given outlay.model.water
---@return outlay.model.water_use result
function M.water(given)
  local run = expect("model.water", given,
    { energy = "required", use = "optional", price = "optional" },
    { energy = "kWh", use = "kg/kWh", price = "USD/kg" },
    { energy = "positive", use = "positive", price = "positive" })
  local result = {}
  result.water = (run.energy * (run.use or site.cost.cooling.water)):named("water")
  if run.price then result.cost = (result.water * run.price):named("price of water") end
  return result
end

return M
