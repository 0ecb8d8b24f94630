-- When does the largest training run cost $1 B, $10 B, $100 B, and what binds first?
--
-- One learns: a forecast from a fitted trend beside one from the bottom up (compute, chips, prices,
-- power), dates as distributions, limits that bind, and a fan chart.
--
--   outlay run examples/hundred_billion.lua
--   outlay run examples/hundred_billion.lua --format json          the same for programs
--   outlay run examples/hundred_billion.lua --out billion.svg      the chart as a picture
--
-- The cost of a run is what its hardware loses in value while it trains, and electricity, in
-- dollars of 2023, as Cottier et al. 2024 count it (arXiv 2405.21015): no staff, no experiments.
-- Buying the cluster costs some ten times as much, and is the figure that announcements name.

local money = "USD2023"
local year = axis.range("year", 2024, 2034)
local quarter = axis.range("quarter", 2024, 2045, 0.25)
local targets = { q"1 GUSD2023", q"10 GUSD2023", q"100 GUSD2023" }

-- ---- the trend ----

-- Growth from the 45 published runs (examples/cost_trend.lua), from the dearest of them.
local runs = require "epoch_rows"
local dates, costs = {}, {}
for i, run in ipairs(runs) do dates[i], costs[i] = run.date, run.published end
local published = trend.fit{ x = dates, y = costs, unit = money, scale = "log10",
  name = "cost of frontier runs", source = "Cottier et al. 2024, arXiv 2405.21015" }
gpt4 = q"40.6 MUSD2023" :source "Cottier et al. 2024: GPT-4, hardware and energy"
local by_trend = trend.exponential{ start = gpt4, at = "2023-03-15", growth = published.growth,
  name = "the largest run, by the trend" }

-- ---- from the bottom up ----

-- The frontier of compute: its growth from the models of the catalog, its level from the largest.
local frontier = trend.frontier{ rows = trend.models(), x = "date", y = "compute", top = 5 }
local recent = {}
for _, model in ipairs(frontier) do
  if model.date >= "2018" then recent[#recent + 1] = model end
end
local growth = trend.fit{ rows = recent, x = "date", y = "compute", unit = "FLOP",
  scale = "log10", name = "compute of the frontier",
  source = "the catalog's models, top 5 at their time" }
largest = models.grok_4.training.work * q"0.5 to 2" :source "how far such estimates may be off"
local compute = trend.exponential{ start = largest, at = "2025-07-09", growth = growth.growth,
  name = "the largest run" }

mfu      = q"30 % to 50 %"   :source "assumption; published runs have 30 to 45 %"
duration = q"70 to 150 day"  :source "assumption; Llama 3.1 405B trained for some 80 days"
-- Chips as H100-equivalents. The catalog's price of servers is of 2023 and 2024.
server = hw.h100_sxm.server_price / u.USD * u[money]
local cheaper = trend.price_performance{ start = 1, at = 2023.9 }

local function run_of(work, over)
  return trend.run_cost{ work = work, year = over:values(), mfu = mfu, duration = duration,
    server_price = server, cheaper = cheaper:at(over:values()) }
end

-- ---- what can bind ----

local in_2030 = market.run_in_2030
chips_there = market.stock.nvidia.h100_equivalents["2025"]
  + market.stock.google_tpu.h100_equivalents["2025"]
  + market.stock.amazon_trainium.h100_equivalents["2025"]
  + market.stock.amd.h100_equivalents["2025"]
one_run_share = q"5 % to 20 %" :source "assumption: what one developer trains one model on"
largest_site  = q"250 to 400 MW" :source "Pilz et al. 2025, arXiv 2504.16026: 300 MW, 2025-03"
largest_capex = firms.amazon.capex["2025"]
cluster_share = q"20 % to 60 %" :source "assumption: of a firm's capital expenditure of a year"
capex_growth  = q"1.1 to 1.6"
  :source "assumption; 1.6 a year from 2023 to 2025 for Amazon, Microsoft, Alphabet and Meta"

flop_of_a_chip = hw.h100_sxm.peak.bf16 * mfu * duration
local today = trend.run_cost{ work = q"1e26 FLOP", year = 2025.5, mfu = mfu, duration = duration,
  server_price = server, cheaper = cheaper:at(2025.5) }
local bound = trend.limits{ need = compute, horizon = 2045, limits = {
  power = trend.exponential{ name = "power", through = {
    { 2025.2, largest_site / (today.power / today.chips) * flop_of_a_chip },
    { 2030, in_2030.by_power_of_many_sites } } },
  chips = trend.exponential{ name = "chips", through = {
    { 2026, chips_there * one_run_share * flop_of_a_chip }, { 2030, in_2030.by_chips } } },
  data = trend.exponential{ name = "data", start = in_2030.by_data, at = 2030, growth = 1 },
  latency = trend.exponential{ name = "latency", start = in_2030.by_latency, at = 2030,
    growth = 1 },
  capital = trend.exponential{ name = "capital", at = 2025.5,
    start = largest_capex:into(money) * cluster_share / (today.capital / q"1e26 FLOP"),
    growth = capex_growth * cheaper.growth },
} }

-- ---- the answers ----

local free, within = run_of(compute:at(year:values()), year), run_of(bound:at(year:values()), year)
local rows = {}
for label = 2024, 2034, 2 do
  local function at(x) return median(x:at{ year = label }) end
  rows[#rows + 1] = { label, median(by_trend:at(label)), at(free.total), at(within.total),
    at(within.capital), at(within.power) }
end
tabulate{ title = "The largest run, medians", rows = rows, columns = { "year",
  "cost by the trend", "cost bottom up", "cost within limits", "its cluster", "its power" } }

local early = run_of(compute:at(quarter:values()), quarter)
local later = run_of(bound:at(quarter:values()), quarter)
local function first(x, target)
  return trend.first_time{ x = x, over = quarter, target = target }
end
rows = {}
for _, target in ipairs(targets) do
  for _, forecast in ipairs{
    { "the run, by the trend", by_trend:reaches(target, { horizon = 2045 }) },
    { "the run, bottom up", first(early.total, target) },
    { "the run, within limits", first(later.total, target) },
    { "its cluster, within limits", first(later.capital, target) },
  } do
    local date = forecast[2]
    local chance = value(prob(lt(date, 2030)))
    rows[#rows + 1] = { tostring(target), forecast[1], median(date), p5(date), p95(date),
      { text = ("%.0f %%"):format(100 * chance), value = chance } }
  end
end
tabulate{ title = "When it costs as much", rows = rows,
  columns = { "cost", "what costs it", "median", "5 %", "95 %", "before 2030" } }

show(bound)
fan(within.total, { over = year, marks = targets, points = { { "2023-03-15", gpt4 } },
  title = "Cost of the largest run, within limits" })
