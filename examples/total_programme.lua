-- What does making a model cost, beside its final run?
--
-- One learns: staff who differ from one another, experiments as a multiple of the final run, an
-- amount in the money of one year, shares of medians; and what data and failed runs would add.
--
--   outlay run examples/total_programme.lua
--
-- Four published models by the reference method (Cottier et al. 2024, arXiv 2405.21015, development
-- cost), beside its figures in dollars of December 2023: medians of staff, chips, rest of servers,
-- network and electricity. The figures are computed; the published ones are only compared with.
-- OPT's staff is furthest off: the published one has a single draw of the equity of its 19 people
-- in all samples, by chance a low one.

defaults{ samples = 65536, sampling = "sobol" }
local date = require "outlay.catalog.date"
local method = "Cottier et al. 2024, arXiv 2405.21015, development cost"

-- ---- what is known of each ----

local function day(text) return date.day_number(text) end

-- From a start that is known within an interval to an end.
local function since(first, last, stop)
  local start = normal{ p5 = day(first), p95 = day(last) }:named("start of the project (day)")
  return max(day(stop) - start, 15) * u.day
end

local experiments = q"1.2 to 4":named("experiments, GPT-3 to Gemini"):source(method)
local electricity = q"0.6 to 1.7":named("electricity, over the average of its year"):source(method)

-- What people are paid: levels.fyi and aipaygrad.es, 2024; each of them gives a part of their time.
local function people(count, given)
  given = given or {}
  return {
    people = count * u.person, individual = true, overhead = q"1.25 to 1.4",
    salary = given.salary or q"139771 to 265236 USD/person/year",
    equity = given.equity or q"35469 to 501747 USD/person/year",
    share = given.share or q"0.05 to 0.8",
  }
end

local leads = { salary = q"500k to 1M USD/person/year", equity = q"1M to 10M USD/person/year",
  share = q"0.05 to 0.2" }

-- The electricity of the final run where it is known otherwise than from chip-hours and load: the
-- energy, and the price of its year.
local models_made = {
  {
    name = "GPT-3 175B", month = "2020-05", hours = q"3.552e6 GPU-hour", year = 2020,
    server_price = q"17250 USD/GPU", overhead = hw.node.overhead.v100,
    bought = "2018-06-25", started = "2019-10-01",
    energy = q"1287 MWh":source "Patterson et al. 2021, arXiv 2104.10350, table 4",
    time = since("2019-02-14", "2019-11-01", "2020-05-28") - q"60 to 120 day", -- publication waited
    team = { people(25) },
    published = { 2268185, 2029576, 1399620, 806951, 199105 },
  },
  {
    name = "OPT-175B", month = "2022-05", hours = q"812544 GPU-hour", year = 2022,
    server_price = q"24875 USD/GPU", overhead = hw.node.overhead.a100,
    bought = "2021-02-14", started = "2022-01-28",
    energy = (q"992 GPU" * q"300 W/GPU" * q"33 day"):source "OPT-175B logbook",
    time = q"192 day":source "OPT-175B logbook: 2021-10-20 to publication",
    team = { people(19) },
    published = { 1082237, 726737, 482165, 282599, 44018 },
  },
  {
    name = "GPT-4", month = "2023-03", hours = q"57e6 GPU-hour", year = 2023,
    server_price = q"24875 USD/GPU", overhead = hw.node.overhead.a100,
    bought = "2020-08-12", started = "2022-05-12",
    energy = model.energy{ chip_hours = q"57e6 GPU-hour", tdp = hw.a100_40gb.tdp,
      chip_to_server = hw.a100_40gb.chip_to_server, load = hw.node.load.gpu,
      pue = site.other.pue }.energy,
    time = since("2022-01-01", "2022-05-31", "2023-03-15"),
    team = { people(284) },
    published = { 36446219, 39667094, 25966780, 15267226, 7849243 },
  },
  {
    name = "Gemini 1.0 Ultra", month = "2023-12", hours = q"132e6 TPU-hour", year = 2023,
    server_price = q"8473.88 USD/TPU", overhead = hw.node.overhead.tpu,
    bought = "2021-05-20", started = "2023-05-10",
    energy = model.energy{
      chip_hours = uniform(12, 19) * q"4096 TPU" * q"31 to 186 day", tdp = q"373 W/TPU",
      chip_to_server = 1.56, load = hw.node.load.tpu, pue = site.cloud_provider.pue }.energy,
    time = q"7 to 20 month",
    team = {
      people(36, { salary = q"219.6k USD/person/year" * lognormal{ p25 = 1, p99 = 1.3794 },
        equity = q"229.7k USD/person/year" * lognormal{ p25 = 1, p99 = 3.782 },
        share = q"0.3 to 0.9" }),
      people(418, { share = q"0.01 to 0.8" }), people(483, { share = q"0.001 to 0.05" }),
      people(4, leads),
    },
    published = { 60981025, 29125448, 18574179, 11130090, 5593612 },
  },
}

-- ---- what each cost ----

local function parts_of(made)
  local final = model.owned{
    chip_hours = made.hours, server_price = made.server_price, overhead = made.overhead,
    age = date.between(made.bought, made.started),
  }
  local bill = made.energy * price.electricity_us.at(made.year) * electricity
  local staff_cost = model.staff{ team = made.team, time = made.time }
  local parts = { staff_cost.total }
  for i, part in ipairs{ final.chip, final.server, final.network, bill } do
    parts[i + 1] = model.experiments{ cost = part, multiplier = experiments }.total
  end
  for i, part in ipairs(parts) do
    parts[i] = model.real_dollars{ amount = part, at = made.month }
  end
  return parts
end

local function total(list)
  local whole = 0
  for _, x in ipairs(list) do whole = whole + x end
  return whole
end

local function beside(computed, published, format)
  return { text = format:format(computed) .. " / " .. format:format(published), value = computed }
end

print "Computed / published: medians in million dollars of 2023, and shares of their sum in %"
local rows, names = {}, { "staff", "chips", "servers", "network", "electricity" }
local worst_cost, worst_share = 0, 0
for i, made in ipairs(models_made) do
  local ours, row = {}, { made.name }
  for k, part in ipairs(parts_of(made)) do ours[k] = value(median(part), "USD2023-12") end
  local whole, theirs = total(ours), total(made.published)
  row[2] = beside(whole / 1e6, theirs / 1e6, "%.1f")
  worst_cost = math.max(worst_cost, math.abs(whole / theirs - 1))
  for k = 1, #names do
    local share, published = 100 * ours[k] / whole, 100 * made.published[k] / theirs
    row[k + 2] = beside(share, published, "%.0f")
    worst_cost = math.max(worst_cost, math.abs(ours[k] / made.published[k] - 1))
    worst_share = math.max(worst_share, math.abs(share - published))
  end
  rows[i] = row
end
tabulate{ title = "Four published models", rows = rows,
  columns = { "model", "MUSD", "staff", "chips", "servers", "network", "electricity" } }
print(("furthest: a median by %.1f %%, a share by %.1f points"):format(100 * worst_cost,
  worst_share))
check("medians are within 15 % of those published", worst_cost, "<", 0.15)
check("shares are within 5 points of those published", worst_share, "<", 5)

-- ---- a programme of today ----

-- A run like Llama 3.1 405B on rented chips, by a laboratory with a middling team; the amounts are
-- nominal. What the reference method leaves out is here too.
final_run = model.rented{ chip_hours = q"30.84e6 GPU-hour":source "Llama 3.1 model card",
  price = price.cloud.market_h100_2024.on_demand }
local tries = model.experiments{ cost = final_run, failed_runs = poisson{ mean = 0.5 },
  multiplier = q"1.2 to 4":named("experiments: compute over the final run's") }
trials = tries.experiments
failed = tries.failed
months = q"15 to 21 month"
team = model.staff{ time = months, ramp = q"6 month", team = {
  { role = staff.role.frontier_research_scientist, people = q"40 person" },
  { role = staff.role.frontier_research_engineer, people = q"50 person" },
  { role = staff.role.frontier_infrastructure_engineer, people = q"25 person" },
  { role = staff.role.program_manager, people = q"6 person" },
} }.total
local bought = model.licence{ deal = deals.licence.axel_springer_openai, models = 2 }.cost
local web = model.crawl{ tokens = q"15 Ttoken" }.cost
local labels = model.annotation{ items = 2e6, price = deals.preference }.cost
data_cost = bought + web + labels
storage = model.storage{ size = q"20 PB", time = q"18 month" }

programme = final_run + trials + failed + team + data_cost + storage
for _, part in ipairs{ final_run, trials, failed, team, data_cost, storage } do
  show(part, "MUSD")
end
show(programme, "MUSD", "the whole programme")
show(mean(final_run) / mean(programme), "%", "of which the final run")
drivers(programme, { top = 6 })
