-- The growth of the cost of frontier training runs: the published regressions, to their digits.
--
-- One learns: fitting a line on a logarithmic scale, its intervals in closed form and as a
-- distribution, dates at which a cost is reached, robust fits and the bootstrap beside least
-- squares, and holding figures to what was published.
--
--   outlay run examples/cost_trend.lua
--   outlay explain examples/cost_trend.lua at_2027
--
-- Source: Cottier, Rahman, Fattorini, Maslej, Owen, "The rising costs of training frontier AI
-- models", 2024, arXiv 2405.21015: growth of 2.4 (90 %: 2.0 to 2.9) a year from 45 runs; and of
-- renting and of buying, from the rows that have it.

local runs = require "epoch_rows"
local dollars = "USD2023-12"

-- The study counts months as twelfths of a year.
local function year_of(date)
  local year, month, day = date:match("(%d+)-(%d+)-(%d+)")
  return year + (month - 1) / 12 + (day - 1) / 365
end

local function growth_of(field, name, method)
  local dates, costs = {}, {}
  for _, run in ipairs(runs) do
    if run[field] then
      dates[#dates + 1], costs[#costs + 1] = year_of(run.date), run[field]
    end
  end
  return trend.fit{ x = dates, y = costs, unit = dollars, scale = "log10", name = name,
    method = method or "least squares", source = "Cottier et al. 2024, arXiv 2405.21015" }
end

local owned = growth_of("published", "hardware and energy")
local fits = { owned, growth_of("cloud", "rented"), growth_of("acquisition", "bought up front"),
  growth_of("published", "hardware and energy, Huber", "Huber"),
  growth_of("published", "hardware and energy, Theil-Sen", "Theil-Sen") }

-- ---- growth ----

local rows = {}
for i, fit in ipairs(fits) do
  local s, i90, i95 = fit.statistics, fit:growth_interval(0.9), fit:growth_interval(0.95)
  local function cell(number) return { text = ("%.3f"):format(number), value = number } end
  rows[i] = { fit.name, s.count, cell(i90.value), cell(i90.low), cell(i90.high), cell(i95.low),
    cell(i95.high), cell(s.r_squared) }
end
tabulate{
  title = "Growth of the cost of frontier runs, factor a year",
  columns = { "cost", "runs", "growth", "5 %", "95 %", "2.5 %", "97.5 %", "R2" }, rows = rows,
}

local boot = owned:bootstrap{ replicates = 2000 }
show(owned.growth, nil, "growth, as a distribution")
show(boot.growth, nil, "growth, bootstrap")
show(owned.doubling_time)
print(("breaks of the line, by BIC: %d"):format(owned:breaks().best.breaks))

-- ---- what it says of later years ----

at_2027 = owned:at(2027.0)
local one_run = owned:at(2027.0, { spread = true })
show(at_2027, "MUSD2023-12", "the line at 2027.0")
show(one_run, "MUSD2023-12", "a frontier run then")
show(owned:reaches(q"1 GUSD2023-12"), nil, "the line reaches 1 GUSD")
-- From the dearest run of the table, as the study's own outlook goes.
gpt4 = q"40.586593 MUSD2023-12" :source "Cottier et al. 2024: GPT-4, hardware and energy"
local largest = trend.exponential{ start = gpt4, at = "2023-03-15", growth = owned.growth,
  name = "largest run" }
show(largest:at(2027.0), "MUSD2023-12")
show(largest:reaches(q"1 GUSD2023-12"))

-- ---- as published ----

local function is_published(fit, runs_of, growth, low, high)
  local interval = fit:growth_interval(0.9)
  check(fit.name .. ": runs", fit.statistics.count, "==", runs_of)
  check_near(fit.name .. ": growth", interval.value, growth, 2e-3)
  check_near(fit.name .. ": 5 %", interval.low, low, 2e-3)
  check_near(fit.name .. ": 95 %", interval.high, high, 2e-3)
end

is_published(owned, 45, 2.448, 2.036, 2.944)
is_published(fits[2], 40, 2.59, 2.17, 3.10)
is_published(fits[3], 37, 2.47, 2.11, 2.90)
check_near("slope", owned.statistics.slope, 0.38880, 1e-5)
check_near("its standard error", owned.statistics.slope_error, 0.04765, 1e-4)
check_near("R2", owned.statistics.r_squared, 0.608, 1e-3)
check_near("2.5 %", owned:growth_interval(0.95).low, 1.962, 2e-4)
check_near("97.5 %", owned:growth_interval(0.95).high, 3.054, 2e-4)
