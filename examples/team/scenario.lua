-- A scenario that takes its prices from the team's library.
--
-- One learns: require finds prices.lua beside the script; its quantities bring their sources along.
--
--   outlay run examples/team/scenario.lua

local prices = require "prices"

hours = q"2.0e6 to 3.0e6 GPU-hour"
local years = q"9 month"

local function cost_at(place)
  local hardware = model.owned{ chip_hours = hours, server_price = prices.h100_server, age = years }
  local power = model.energy{ chip_hours = hours, tdp = hw.h100_sxm.tdp,
    chip_to_server = hw.h100_sxm.chip_to_server, price = prices.electricity(place) }
  return hardware.total + power.cost
end

oslo   = cost_at "oslo"
ohio   = cost_at "ohio"
rented = hours * prices.rental(price.cloud.lambda_h100.on_demand)

show(oslo, "MUSD", "owned, Oslo")
show(ohio, "MUSD", "owned, Ohio")
show(rented, "MUSD", "rented")
show(prob(lt(oslo, ohio)), "%", "Oslo is cheaper in")
sources(oslo)
