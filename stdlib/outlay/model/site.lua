--- What a site costs: building it, renting space in one, and its contract for electricity.
local errors = require "core.error"
local expect = require "outlay.language.expect"

local M = {}

--- Building a data centre, and the part of it that a time uses up.
---
---   construction = power * (construction + cooling)
---   land         = area * land price                 keeps its value
---   cost         = construction * time / life        where a time is given
---
--- Power is the critical IT load. Construction is without IT equipment and land.
---
---     model.building{ power = q"30 MW", time = q"90 day" }
---
---@class outlay.model.building
---@field power quantity W, of IT equipment
---@field construction? quantity USD/W; `site.cost.construction.average`
---@field cooling? quantity USD/W, more than air cooling; such as `site.cost.cooling.liquid_premium`
---@field area? quantity m^2, of land
---@field land? quantity USD/m^2; `site.cost.land.large_parcels`
---@field life? quantity year; `site.cost.building_life`
---@field time? quantity year; gives cost
---@class outlay.model.building_cost
---@field construction quantity USD
---@field land quantity USD; 0 without an area
---@field up_front quantity USD
---@field yearly quantity USD/year, straight line over the life
---@field cost? quantity USD, over the time
---@param given outlay.model.building
---@return outlay.model.building_cost cost
function M.building(given)
  local site_of = expect("model.building", given, {
    power = "required", construction = "optional", cooling = "optional", area = "optional",
    land = "optional", life = "optional", time = "optional",
  }, { power = "W", construction = "USD/W", cooling = "USD/W", area = "m^2", land = "USD/m^2",
    life = "year", time = "year" },
    { power = "above_zero", construction = "positive", cooling = "positive", area = "positive",
      land = "positive", life = "above_zero", time = "positive" })
  local known = site.cost
  local each = site_of.construction or known.construction.average
  if site_of.cooling then each = each + site_of.cooling end
  local cost = {}
  cost.construction = (site_of.power * each):named("construction")
  cost.land = q"0 USD":named("land"):note("none given")
  if site_of.area then
    cost.land = (site_of.area * (site_of.land or known.land.large_parcels)):named("land")
  end
  cost.up_front = (cost.construction + cost.land):named("building, up front")
  cost.yearly = (cost.construction / (site_of.life or known.building_life))
    :named("building, a year")
  if site_of.time then cost.cost = (cost.yearly * site_of.time):named("building") end
  return cost
end

--- Renting space with power and cooling in somebody's data centre, electricity apart. What is
--- contracted is paid, used or not.
---
---     model.colocation{ power = q"2 MW", time = q"3 year" }
---
---@class outlay.model.colocation
---@field power quantity W, contracted
---@field time quantity month
---@field price? quantity USD/kW/month; `site.cost.colocation` of 2024
---@param given outlay.model.colocation
---@return quantity cost USD
function M.colocation(given)
  local rent = expect("model.colocation", given,
    { power = "required", time = "required", price = "optional" },
    { power = "W", time = "month", price = "USD/kW/month" },
    { power = "positive", time = "positive", price = "positive" })
  local each = rent.price or price.of(site.cost.colocation, { on = "2024" })
  return (rent.power * rent.time * each):named("colocation")
end

--- What an electricity contract bills: energy by the time of use, and a charge for the peak.
---
---   energy = power * time * (peak share * peak price + (1 - peak share) * price)
---   billed = max(peak, minimum * contracted)         each month; a ratchet or minimum demand
---   demand = billed * demand charge * time
---
--- A power that is drawn at an even rate has the share of peak hours that the clock has; one that
--- is turned down in them has less.
---
---     model.power_bill{ power = q"18 MW", peak = q"22 MW", time = q"90 day",
---                       price = "55 USD/MWh", demand_charge = site.cost.demand_charge }
---
---@class outlay.model.power_bill
---@field power quantity W, average draw at the meter
---@field time quantity hour
---@field price quantity USD/kWh; outside of peak hours where there is a peak price
---@field peak? quantity W, the month's highest draw; the average draw unless given
---@field peak_price? quantity USD/kWh, in peak hours
---@field peak_share? quantity|number share of the energy drawn in peak hours; with peak_price
---@field demand_charge? quantity USD/kW/month, such as `site.cost.demand_charge`; none
---@field contracted? quantity W, what the contract provides; for `minimum`
---@field minimum? quantity|number the share of what is contracted that is billed anyway
---@class outlay.model.power_bill_result
---@field used quantity kWh
---@field energy quantity USD
---@field demand quantity USD
---@field total quantity USD
---@field price quantity USD/kWh, of all together
---@param given outlay.model.power_bill
---@return outlay.model.power_bill_result bill
function M.power_bill(given)
  local who = "model.power_bill"
  local use = expect(who, given, {
    power = "required", time = "required", price = "required", peak = "optional",
    peak_price = "optional", peak_share = "optional", demand_charge = "optional",
    contracted = "optional", minimum = "optional",
  }, { power = "W", time = "hour", price = "USD/kWh", peak = "W", peak_price = "USD/kWh",
    peak_share = "1", demand_charge = "USD/kW/month", contracted = "W", minimum = "1" },
    { power = "above_zero", time = "above_zero", peak = "positive", peak_share = "share",
      demand_charge = "positive", contracted = "positive", minimum = "share" })
  local function need_both(one, other)
    if (use[one] == nil) == (use[other] == nil) then return end
    local missing = use[one] == nil and one or other
    errors.raise(("%s needs '%s'"):format(who, missing),
      ("%s and %s go together"):format(one, other))
  end
  need_both("peak_price", "peak_share")
  need_both("contracted", "minimum")
  if use.minimum and not use.demand_charge then
    errors.raise(who .. " needs 'demand_charge'", "a minimum is billed at the demand charge")
  end
  local bill, each = {}, use.price
  if use.peak_price then
    each = use.peak_share * use.peak_price + (1 - use.peak_share) * use.price
  end
  bill.used = (use.power * use.time):named("electricity used")
  bill.energy = (bill.used * each):named("energy charge")
  local billed = max(use.peak or use.power, use.power)
  if use.minimum then billed = max(billed, use.minimum * use.contracted) end
  bill.demand = (billed * (use.demand_charge or q"0 USD/kW/month") * use.time)
    :named("demand charge")
  bill.total = (bill.energy + bill.demand):named("electricity bill")
  bill.price = (bill.total / bill.used):named("price of electricity, all in")
  return bill
end

return M
