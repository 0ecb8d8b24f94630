--- Where electricity comes from, what it costs and what it emits. Of rented chips it is in the
--- price, so the run pays for the owned share only.
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"
local place = require "outlay.policy.place"

local M = {}

-- Idle hours included: a charge for the peak and a plant are paid then, too.
local function time_of(run) return run.site_time end

--- The grid of a place, at one price for each kWh: policy.grid "virginia".
---
---@class outlay.policy.grid
---@field place? string|table a state, country or region of `site`; the scenario's unless given
---@field price? quantity USD/kWh; the place's industrial price unless given
---@field carbon? quantity gCO2e/kWh; the place's unless given
---@param given? outlay.policy.grid|string
---@return table policy
function M.grid(given)
  if type(given) == "string" then given = { place = given } end
  given = expect("policy.grid", given or {},
    { place = "optional", price = "optional", carbon = "optional" },
    { price = "USD/kWh", carbon = "gCO2e/kWh" }, { price = "positive", carbon = "positive" })
  if given.place then place.name(given.place) end -- a misspelt place is an error here
  return interface.make{
    kind = "energy", name = given.place and ("%s grid"):format(place.name(given.place)) or "grid",
    about = "the grid, at a price for each kWh",
    cost = function(run)
      local rate = given.price or place.price(run, given.place or run.place)
      return { electricity = run.paid_energy * rate }
    end,
    intensity = function(run) return given.carbon or place.carbon(given.place or run.place) end,
  }
end

--- A contract with a price for energy, by the time of use if wanted, and a charge for the month's
--- peak, which is what the cluster is rated for at the meter (model.power_bill).
---
---@class outlay.policy.contract
---@field price quantity USD/kWh, outside of peak hours where there is a peak price
---@field peak_price? quantity USD/kWh, in peak hours
---@field peak_share? quantity|number share of the energy drawn in peak hours; with peak_price
---@field demand_charge? quantity USD/kW/month; the catalog's unless given
---@field carbon? quantity gCO2e/kWh; that of the scenario's place unless given
---@param given outlay.policy.contract
---@return table policy
function M.contract(given)
  given = expect("policy.contract", given,
    { price = "required", peak_price = "optional", peak_share = "optional",
      demand_charge = "optional", carbon = "optional" },
    { price = "USD/kWh", peak_price = "USD/kWh", peak_share = "1",
      demand_charge = "USD/kW/month", carbon = "gCO2e/kWh" },
    { price = "positive", peak_price = "positive", peak_share = "share",
      demand_charge = "positive", carbon = "positive" })
  return interface.make{
    kind = "energy", name = "contract", about = "a price for energy and one for the peak",
    cost = function(run)
      local demand = given.demand_charge or default.fact("demand charge", site.cost.demand_charge,
        "the catalog's")
      local bill = model.power_bill{
        power = run.paid_energy / time_of(run), time = time_of(run), price = given.price,
        peak = run.peak_power * run.site_share, peak_price = given.peak_price,
        peak_share = given.peak_share, demand_charge = demand,
      }
      return { electricity = bill.energy, ["demand charge"] = bill.demand }
    end,
    intensity = function(run) return given.carbon or place.carbon(run.place) end,
  }
end

--- Generation on the site: a plant with a price for each watt, and fuel for each kWh.
---
---   cost     = energy * fuel + capacity * price * (1 / life) * time of the run
---   up front = capacity * price
---
--- A cluster that draws more than the capacity is a contradiction.
---
---@class outlay.policy.on_site
---@field fuel quantity USD/kWh, fuel and operation
---@field carbon quantity gCO2e/kWh
---@field price? quantity USD/W of the plant; none unless given
---@field life? quantity 20 years unless given
---@field capacity? quantity W; as much as the site draws unless given
---@param given outlay.policy.on_site
---@return table policy
function M.on_site(given)
  given = expect("policy.on_site", given, { fuel = "required", carbon = "required",
    price = "optional", life = "optional", capacity = "optional" },
    { fuel = "USD/kWh", carbon = "gCO2e/kWh", price = "USD/W", life = "year", capacity = "W" },
    { fuel = "positive", carbon = "positive", price = "positive", life = "above_zero",
      capacity = "positive" })
  local function plant(run)
    return (given.capacity or run.peak_power * run.site_share) * given.price
  end
  return interface.make{
    kind = "energy", name = "on-site plant", about = "a plant of one's own",
    cost = function(run)
      local parts = { ["fuel and operation"] = run.paid_energy * given.fuel }
      if given.price then
        local life = given.life or default.assume("life of a plant", "20 year", "assumption")
        parts["power plant"] = plant(run) / life * time_of(run)
      end
      return parts
    end,
    intensity = function() return given.carbon end,
    capacity = given.capacity and function() return given.capacity end or nil,
    up_front = given.price and plant or nil,
  }
end

return M
