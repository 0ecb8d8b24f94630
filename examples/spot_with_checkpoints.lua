-- Is spot capacity cheaper when the work that it loses is counted, and how often should a run on it
-- save checkpoints?
--
-- One learns: model.spot (lost work, restarts, waiting for capacity), the best interval between
-- checkpoints against others, and how long a wait makes what was saved not worth it.
--
--   outlay run examples/spot_with_checkpoints.lua
--   outlay run examples/spot_with_checkpoints.lua --set stay="2 to 4 h"

chips = q"512 GPU"
work  = q"1.5e6 GPU-hour":source "assumption: a run of some four months"

-- How long the whole job runs until one of its 64 servers is taken away. AWS states 15 to 25 % of
-- such servers in a month; for single servers in busy regions a writer saw hours.
local rate = price.spot.interruption.aws_p5 * (chips / q"8 GPU")
stay = (1 / rate):note "one of 64 servers is taken away"

on_demand = price.cloud.market_h100_2024.on_demand
discount  = price.spot.discount.h100_large_clouds
spot_price = on_demand * (1 - discount)

-- A checkpoint stops training for a moment; getting capacity again takes longer than a restart.
pause   = q"20 to 90 s":source "assumption: 512 chips write to a shared file system"
restart = q"10 to 60 min":source "assumption: a new server, loading, warming up"
there   = beta{ mean = 0.85, sd = 0.06 }:source "assumption: capacity is there for this share"

local function on_spot(interval)
  return model.spot{
    chip_hours = work, count = chips, price = spot_price, preemption_rate = 1 / stay,
    checkpoint = pause, restart = restart, available = there, interval = interval,
  }
end
local best = on_spot()

show(stay, "h", "between preemptions")
show(best.interval, "min", "best interval between checkpoints")
show(best.goodput, "%", "goodput")
show(best.lost, "kUSD", "paid for lost work")
show(spot_price, "USD/GPU/h", "spot price")
show(best.price, "USD/GPU/h", "spot price of a useful hour")
show(best.cost, "MUSD", "spot")
rented = model.rented{ chip_hours = work, price = on_demand }
show(rented, "MUSD", "on demand")
show(best.wall_time, "day", "spot takes")
show(work / chips, "day", "without interruptions")

local rows = {}
for i, minutes in ipairs{ 10, 30, 60, 120, 360, 1440 } do
  local run = on_spot(minutes * u.min)
  rows[i] = { minutes, 100 * mean(run.goodput), mean(run.cost) / q"1 MUSD",
    mean(run.wall_time) / u.day }
end
tabulate{ title = "Other intervals: means",
  columns = { "minutes", "goodput (%)", "cost (MUSD)", "days" }, rows = rows }

-- What a day later costs (staff, and a product that waits) decides, too.
saved = rented - best.cost
days_later = best.wall_time - work / chips
show(saved / days_later, "kUSD/day", "spot pays while a day later costs less than")
show(prob(gt(saved, q"0 USD")), "%", "spot is cheaper in")
drivers(saved, { top = 5 })
