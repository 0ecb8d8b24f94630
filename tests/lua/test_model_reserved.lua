-- Commitments, spot capacity and mixes: what is idle and what is lost is paid for.
local near = check_near

local rent = {
  count = q"100 GPU", term = q"1000 h", price = q"2 USD/GPU/h", chip_hours = q"60k GPU-hour",
  prepaid = 0.25,
}
local half_used = model.reserved(rent)
near("the commitment is owed whatever is used", half_used.commitment, q"200 kUSD", 1e-12)
near("what is idle is paid for", half_used.idle, q"80 kUSD", 1e-12)
near("a quarter is paid at the start", half_used.up_front, q"50 kUSD", 1e-12)
near("the rest is paid over the term", half_used.monthly, q"150 USD/h", 1e-12)
near("a used hour costs more than the price", half_used.price,
  q"10 USD/GPU/h" / 3, 1e-12)
near("the use of the reservation", half_used.utilisation, q"0.6", 1e-12)

rent.chip_hours, rent.on_demand = q"130k GPU-hour", q"4 USD/GPU/h"
local more = model.reserved(rent)
near("what is beyond is rented on demand", more.overflow, q"120 kUSD", 1e-12)
near("nothing is idle then", more.idle, q"0 USD", 1e-12)
near("all of it", more.total, q"320 kUSD", 1e-12)

-- Daly 2006, equation 20, by hand: MTBF 6 h, checkpoint 60 s, restart 600 s, interval 1 h.
local spot = {
  chip_hours = q"1e5 GPU-hour", count = q"100 GPU", price = q"1 USD/GPU/h",
  preemption_rate = q"4 1/day", failure_rate = q"1e-12 1/GPU/day", checkpoint = q"60 s",
  restart = q"600 s", interval = q"3600 s",
}
local taken = model.spot(spot)
local between = 21600
local factor = between / 3600 * math.exp(600 / between) * (math.exp(3660 / between) - 1)
local planned = 47 / (54 * 86400) * (60 + 600)
near("goodput is Daly's", taken.goodput, (1 - planned) / factor, 1e-6)
near("paid hours are useful hours over goodput", taken.chip_hours,
  q"1e5 GPU-hour" / taken.goodput, 1e-12)
near("what is lost is the difference", taken.lost, taken.cost - q"1e5 USD", 1e-9)
near("the wall time is longer", taken.wall_time, q"1000 h" / taken.goodput, 1e-12)
spot.available = 0.5
near("capacity that is there half of the time doubles it",
  model.spot(spot).wall_time, 2 * taken.wall_time, 1e-12)
spot.interval = nil
check("the best interval is better than an hour's", model.spot(spot).goodput, ">", taken.goodput)
local young = math.sqrt(2 * 60 * between)
near("and near Young's square root of 2 C M", model.spot(spot).interval, young * u.s, 0.05)

local mixed = model.mixed_fleet{ chip_hours = q"1e6 GPU-hour", parts = {
  { name = "reserved", share = 0.7, price = q"2 USD/GPU/h" },
  { name = "spot", share = 0.3, price = q"1 USD/GPU/h", goodput = 0.75 },
} }
near("a mix is the sum of its parts", mixed.cost, q"1.8 MUSD", 1e-12)
near("a part that loses work is dearer", mixed.parts[2], q"0.4 MUSD", 1e-12)

local function refuses(name, f, given, words)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or tostring(problem)
  check(name .. ": " .. text, text:find(words, 1, true) ~= nil)
end
rent.on_demand = nil
refuses("more use than is reserved", model.reserved, rent, "give the price of what is beyond")
rent.term = q"-1 year"
refuses("a negative term", model.reserved, rent, "term is -1 year, and it is above zero")
refuses("shares of more than all", model.mixed_fleet, { chip_hours = q"1 GPU-hour", parts = {
  { share = 0.7, price = q"2 USD/GPU/h" }, { share = 0.5, price = q"1 USD/GPU/h" } } },
  "the shares sum to 1.2")
refuses("a share in per cent", model.mixed_fleet, { chip_hours = q"1 GPU-hour", parts = {
  { share = 70, price = q"2 USD/GPU/h" } } }, 'write share = q"70 %"')
refuses("preemptions as a share", model.spot, { chip_hours = q"1 GPU-hour", count = q"1 GPU",
  price = q"1 USD/GPU/h", preemption_rate = 0.2 }, "give preemption_rate in a unit such as 1/day")
