-- What a run to come costs, what binds first, when: against the formulas by hand.

local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

-- ---- a run from the bottom up, all certain ----

local run = trend.run_cost{ work = q"1e26 FLOP", year = 2026, peak = q"1e15 FLOP/s/GPU", mfu = 0.4,
  duration = q"100 day", server_price = q"40k USD/GPU", cheaper = 2, tdp = q"700 W/GPU",
  frugal = 1.5, chip_to_server = 1.8, pue = 1.2, tariff = q"0.08 USD/kWh", age = q"0 year" }
local hours = 1e26 / (1e15 * 0.4) / 3600
check_near("chip-hours", run.chip_hours, hours * q"1 GPU-h", 1e-12)
check_near("chips", run.chips, hours / 2400 * q"1 GPU", 1e-12)
check_near("capital", run.capital, hours / 2400 * 20000 / 0.81 * q"1 USD", 1e-12)
check_near("power", run.power, hours / 2400 * 700 / 1.5 * 1.8 * 1.2 * q"1 W", 1e-12)
check_near("loss of value and network", run.hardware,
  20000 * 0.14 * math.log(10) / 0.81 * hours / 8766 * q"1 USD", 1e-3)
check_near("electricity", run.electricity,
  hours * 700 / 1.5 * 1.8 * 0.75 * 1.2 / 1000 * 0.08 * q"1 USD", 1e-12)
check_near("in all", run.total, run.hardware + run.electricity, 1e-12)

-- GPT-4's work on H100s, which came after it, costs less than its published 40.6 MUSD on A100s, but
-- not by more than the 3 times that their prices a FLOP differ.
local gpt4 = trend.run_cost{ work = q"2.1e25 FLOP", year = 2023.2 }
check("GPT-4 on H100s costs less", median(gpt4.total), "<", q"40.6 MUSD")
check("but not by an order", median(gpt4.total), ">", q"40.6 MUSD" / 3)
local year = axis.range("year", 2024, 2026)
check("by year", value(median(trend.run_cost{ work = q"1e26 FLOP", year = year:values() }
  .total:at{ year = 2026 }), "MUSD") < value(median(trend.run_cost{ work = q"1e26 FLOP",
  year = 2024 }.total), "MUSD"))

-- ---- what binds ----

local need = trend.exponential{ start = q"1 GW", at = 2024, growth = 4, name = "need" }
local soon = trend.exponential{ start = q"8 GW", at = 2024, growth = 2, name = "soon" }
local late = trend.exponential{ start = q"64 GW", at = 2025, growth = 1, name = "late" }
local never = trend.exponential{ start = q"2 GW", at = 2024, growth = 5, name = "never" }
check_near("two exponentials cross", need:overtakes(soon), 2027, 1e-12)
check_near("wherever they start", need:overtakes(late), 2027, 1e-12)
check_near("or do not", need:overtakes(never, { horizon = 2090 }), 2090, 1e-12)
check_near("what is below and grows no faster stays below",
  trend.exponential{ start = q"0.5 GW", at = 2024, growth = 2 }:overtakes(need, { horizon = 2090 }),
  2090, 1e-12)
check_near("what was above all the time is so in the past", soon:overtakes(need), 1924, 1e-12)

local unsure = trend.exponential{ start = q"4 to 64 GW", at = 2024, growth = 1, name = "unsure" }
local found = trend.limits{ need = need, limits = { soon = soon, unsure = unsure } }
check("the first of all", prob(eq(found.first, min(found.dates.soon, found.dates.unsure))), "==", 1)
-- unsure binds before 2027 if it is below 64 GW, its 95 % quantile.
check_near("how likely it is the first", found.shares.unsure, 0.95, 5e-3)
check_near("one of them is", found.shares.unsure + found.shares.soon, 1, 1e-9)
check("the need within limits", prob(eq(found:at(2020), need:at(2020))), ">", 0.999)
check("and at them", prob(le(found:at(2030), soon:at(2030))), "==", 1)
-- Two that never bind are first in no draw; two that bind together are first in half each.
local far = trend.exponential{ start = q"1e9 GW", at = 2024, growth = 4, name = "far" }
local none = trend.limits{ need = need, limits = { far = far, further = far } }
check_near("limits that never bind are never first", none.shares.far + none.shares.further, 0,
  1e-12)
local same = trend.limits{ need = need, limits = { one = late, other = late } }
check_near("ties are split", same.shares.one, 0.5, 1e-12)
-- A limit that the need is above already binds now, though it grows faster.
local below = trend.limits{ need = trend.exponential{ start = 1, at = 2024, growth = 1.1 },
  limits = { low = trend.exponential{ start = 0.5, at = 2024, growth = 1.2 } } }
check_near("dates say what at says", below.dates.low, 2024, 1e-12)
check_near("which is the limit", below:at(2025), 0.6, 1e-12)
local already = trend.limits{ need = need, limits = {
  low = trend.exponential{ start = q"0.1 GW", at = 2024, growth = 1 } } }
check_near("nothing binds before the need is known", already.first, 2024, 1e-12)

-- ---- the first time on an axis ----

local quarter = axis.range("year", 2024, 2030, 0.25)
local x = need:at(quarter:values())
check_near("to the next label", trend.first_time{ x = x, over = quarter, target = q"7 GW" },
  2025.5, 1e-12)
check("what is reached at the first label may have been so earlier", tostring(trend.first_time{
  x = x, over = quarter, target = q"1e-9 GW" }) == "earlier")
check_near("never: one step after the last", trend.first_time{ x = x, over = quarter,
  target = q"1e9 GW" }, 2030.25, 1e-12)
check_near("a fall after it counts no more", trend.first_time{ over = quarter, target = 3,
  x = 5 - abs(quarter:values() - 2026) }, 2024, 1e-12)

local uneven = axis("year", { 2026, 2027, 2030, 2040 })
local steps = uneven{ 0, 0, 5, 5 }
check_near("labels are as far apart as they are", trend.first_time{ x = steps, over = uneven,
  target = 5 }, 2030, 1e-12)
check_near("never: a step like the last", trend.first_time{ x = steps, over = uneven, target = 9 },
  2050, 1e-12)
check("at the first label it may have been before",
  tostring(trend.first_time{ x = steps, over = uneven, target = 0 }) == "earlier")
says("labels out of order", function()
  trend.first_time{ x = 1, over = axis("year", { 2027, 2026 }), target = 1 }
end, "'2026'", "in order")

-- ---- published rates ----

check_near("GPUs used in machine learning", median(trend.price_performance{ start = 1, at = 2020 }
  .doubling_time), q"2.07 year", 2e-3)
check_near("all GPUs", median(trend.price_performance{ start = 1, at = 2020, of = "all_gpus" }
  .doubling_time), q"2.46 year", 2e-3)
local algorithms = trend.algorithmic_efficiency{ start = q"3.14e23 FLOP", at = 2020 }
check_near("8 months", median(algorithms.halving_time), q"8 month", 2e-3)
check_near("5 months at 2.5 %", quantile(algorithms.halving_time, 0.025), q"5 month", 1e-2)

says("no curve", function() trend.limits{ need = need, limits = { power = q"1 GW" } } end,
  "power is no curve", "trend.exponential")
says("no limits", function() trend.limits{ need = need, limits = {} } end, "no limit")
says("another dimension", function() return need:overtakes(trend.exponential{ start = 1,
  at = 2024, growth = 2 }) end, "Power")
says("labels", function()
  trend.first_time{ x = 1, over = axis("case", { "a" }), target = 1 }
end, "label 'a'", "axis.range")
says("hardware", function() trend.price_performance{ start = 1, at = 2020, of = "gpus" } end,
  "no 'gpus'")
