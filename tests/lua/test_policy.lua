-- Policies: what they cost against closed forms, and what a mistake in one is told.
local interface = require "outlay.policy.interface"
local specimen = require "outlay.scenario.specimen"

local function says(text, f, ...)
  local ok, problem = pcall(f, ...)
  local message = ok and "no error" or problem.message .. " / " .. (problem.advice or "")
  check(text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

local function part_of(chosen, run, name)
  for _, part in ipairs(chosen.cost(run)) do
    if part.name == name then return part.node end
  end
  error("no part " .. name)
end

-- ---- built-in policies give what their interface says ----

local every = {
  policy.own{}, policy.rent{}, policy.reserved{},
  policy.reserved{ whole_term = true, prepaid = 0.2 },
  policy.spot{}, policy.mixed{ { policy.own{}, share = 0.5 }, { policy.spot{}, share = 0.5 } },
  policy.existing(), policy.colocate{}, policy.build{}, policy.progress{}, policy.straight_line{},
  policy.declining{ rate = 0.3 }, policy.grid{}, policy.grid "virginia", policy.grid "nor",
  policy.grid{ place = site.country.deu }, policy.contract{ price = q"50 USD/MWh" },
  policy.on_site{ fuel = q"40 USD/MWh", carbon = q"450 gCO2e/kWh", price = q"1 USD/W",
    capacity = q"5 MW" },
  policy.checkpoints{}, policy.team "frontier", policy.team{ people = q"12 person" },
  policy.licences{ deals.licence.news_corp_openai }, policy.tokens{ price = q"1 USD/Mtoken" },
  policy.crawl{}, policy.synthetic{ price = deals.generation.deepseek_v3, share = 0.1 },
  policy.carbon_price{ price = q"80 USD/tCO2e" }, policy.offset{ price = q"15 USD/tCO2e" },
  policy.market_based{ premium = q"3 USD/MWh" }, policy.laws{},
  policy.schedule{ deadline = "2027-03", power_cap = q"2 MW" },
  policy.schedule{ deadline = q"9 month" },
}
for _, kind in ipairs { "building", "energy", "checkpointing", "staffing", "data", "carbon",
  "schedule", "regulation" } do
  every[#every + 1] = policy.none(kind)
end
for _, chosen in ipairs(every) do
  local ok, problem = pcall(interface.try, chosen, specimen())
  check(("%s '%s' gives what its interface says"):format(chosen.kind, chosen.name), ok)
  if not ok then print(problem.message) end
end

-- ---- closed forms ----

local run = specimen():with{
  chip_hours = q"1M GPU-h", cluster = { count = q"1000 GPU" }, server_price = q"30k USD/GPU",
  tdp = q"700 W/GPU", chip_to_server = 2, load = 0.5, pue = 1.2, energy = q"1000 MWh",
  hardware_age = q"2 year", wall_time = q"1000 h", tokens = q"1T token",
}

local owned = run:with{ policy = { policy.own{ interconnect = 0.2, spares = 0.1 },
  policy.straight_line{ life = q"5 year", residual = 0.1 } } }
local chosen = owned.policy.procurement
local servers = q"1M GPU-h" * q"30k USD/GPU" * 0.9 / q"5 year"
check_near("straight line: price less residual over life", part_of(chosen, owned,
  "servers with chips"), servers * 1.1, 1e-12)
check_near("the network's share", part_of(chosen, owned, "network"), servers / 4, 1e-12)
check_near("up front: spares and network", owned.up_front, q"1000 GPU" * q"30k USD/GPU"
  * (1.1 + 0.25), 1e-12)

check_near("and nothing once the life is over", policy.straight_line{ life = q"5 year" }
  .loss(run:with{ hardware_age = q"10 year" }) * q"1 year", q"0 USD/GPU")

local declining = policy.declining{ rate = 0.3 }
check_near("declining balance: 0.7^2 of the price after 2 years",
  declining.loss(run) * q"1 year", q"30k USD/GPU" * 0.49 * -math.log(0.7), 1e-12)
local progress = policy.progress{ progress = q"0.14 1/year" }
check_near("hardware progress: as model.owned", progress.loss(run) * q"1M GPU-h",
  model.owned{ chip_hours = q"1M GPU-h", server_price = q"30k USD/GPU", age = q"2 year",
    progress = q"0.14 1/year" }.hardware, 1e-12)

local idle = policy.own{ utilisation = 0.5, interconnect = 0.2, cost_of_capital = q"8 %/year",
  maintenance = q"3 %/year" }
local run_idle = owned:with{ policy = { idle } }
check_near("half the hours idle: twice the loss", part_of(idle, run_idle, "servers with chips"),
  2 * servers, 1e-12)
check_near("interest on the price, idle hours too", part_of(idle, run_idle, "cost of capital"),
  2 * q"1M GPU-h" * q"30k USD/GPU" / 0.8 * q"8 %/year", 1e-12)

-- Each entry of a mix has its own price, whichever comes last.
local function of_two(first, second)
  return run:with{ policy = { policy.straight_line{ life = q"5 year" }, policy.mixed{
    { policy.own{ server_price = first, interconnect = 0.2 }, share = 0.5 },
    { policy.own{ server_price = second, interconnect = 0.2 }, share = 0.5 } } } }
end
for _, two in ipairs { { q"30k USD/GPU", q"20k USD/GPU" }, { q"20k USD/GPU", q"30k USD/GPU" } } do
  local fleet = scenario "two prices" { work = q"1e24 FLOP", chip_hours = q"1M GPU-h",
    cluster = { gpu = hw.h100_sxm, count = q"1000 GPU" },
    policy = of_two(two[1], two[2]).chosen.procurement[1] }
    :with{ policy = policy.straight_line{ life = q"5 year" } }
  check_near("half at 30k, half at 20k: 25k on the average, in any order", fleet.hardware_cost,
    q"1M GPU-h" * q"25k USD/GPU" / 0.8 / q"5 year", 1e-9)
  check_near("up front, too", fleet.up_front, q"1000 GPU" * q"25k USD/GPU" / 0.8, 1e-9)
end

local rent = policy.rent{ price = q"2 USD/GPU/h" }
check_near("rent: hours at a price", run:with{ policy = { rent } }.cost, q"2 MUSD", 1e-12)
local term = policy.reserved{ term = "1 year", price = q"2 USD/GPU/h", whole_term = true }
check_near("a whole term: all chips for a year", run:with{ policy = { term } }.cost,
  q"1000 GPU" * q"1 year" * q"2 USD/GPU/h", 1e-12)
local half = policy.mixed{ { rent, share = 0.5 }, { policy.rent{ price = q"4 USD/GPU/h" },
  share = 0.5 } }
check_near("half at 2, half at 4", run:with{ policy = { half } }.cost, q"3 MUSD", 1e-12)
check_near("spot: each server of eight is taken away by itself",
  policy.spot{ interruption = q"0.2 1/month" }.preemption(run), q"1000" / 8 * q"0.2 1/month", 1e-12)

local site_paid = run:with{ policy = { policy.own{}, policy.colocate{ price = q"200 USD/kW/month" },
  policy.contract{ price = q"50 USD/MWh", demand_charge = q"10 USD/kW/month" } } }
check_near("colocation: rated power of the computers", site_paid.building_cost,
  q"1.4 MW" * q"200 USD/kW/month" * q"1000 h", 1e-12)
check_near("contract: energy and the peak at the meter", site_paid.energy_cost,
  q"1000 MWh" * q"50 USD/MWh" + q"1.68 MW" * q"10 USD/kW/month" * q"1000 h", 1e-12)
local hall = policy.build{ price = q"10 USD/W", life = q"20 year" }
check_near("a hall over its life", site_paid:with{ policy = { hall } }.building_cost,
  q"1.4 MW" * q"10 USD/W" / q"20 year" * q"1000 h", 1e-12)

check_near("a team", policy.team{ people = q"10 person", salary = q"200k USD/person/year",
  equity = q"100k USD/person/year", overhead = 1.3, duration = q"2 year" }.cost(run)[1].node,
  q"7.2 MUSD", 1e-12)
check_near("a licence of 250 MUSD, shared by two models", policy.licences{
  deals.licence.news_corp_openai, models = 2 }.cost(run)[1].node, q"125 MUSD", 1e-12)
local sources = policy.sources{ policy.tokens{ price = q"1 USD/Mtoken", share = 0.2 },
  policy.synthetic{ price = q"2 USD/Mtoken", share = 0.1, kept = 0.5 } }
check_near("several sources", sum{ sources.cost(run)[1].node, sources.cost(run)[2].node },
  q"600k USD", 1e-12)
check_near("text from the web: as model.crawl", policy.crawl{ kept = 0.1, processing = "20 USD/TB" }
  .cost(run)[1].node, q"800 USD", 1e-12)
check_near("a fifth of the tokens at 1 USD a million", policy.tokens{ price = q"1 USD/Mtoken",
  share = 0.2 }.cost(run)[1].node, q"200k USD", 1e-12)

local emitting = run:with{ intensity = q"400 gCO2e/kWh" }
check_near("emissions by location", emitting.carbon, q"400 tCO2e", 1e-12)
check_near("a price on them", emitting:with{ policy = policy.carbon_price{
  price = q"80 USD/tCO2e" } }.carbon_cost, q"32k USD", 1e-12)
local offset = emitting:with{ policy = policy.offset{ price = q"20 USD/tCO2e", share = 0.5 } }
check_near("half of them offset", offset.emissions, q"200 tCO2e", 1e-12)
check_near("at a price", offset.carbon_cost, q"4k USD", 1e-12)
local clean = emitting:with{ policy = policy.market_based{ premium = q"5 USD/MWh", share = 0.75 } }
check_near("by contracts: the rest by location", clean.emissions, q"100 tCO2e", 1e-12)
check_near("and the premium", clean.carbon_cost, q"3750 USD", 1e-12)

-- ---- laws ----

local function law_of(of_run, key)
  for _, duty in ipairs(of_run.obligations) do
    if duty.key == key then return duty end
  end
end

local uncertain = run:with{ start = "2025-09", work = q"3.3333333e24 to 3e25 FLOP",
  policy = policy.laws{ of = { "EU" }, cost = q"2 MUSD" } }
check_near("a median at the threshold crosses it in half of the samples",
  law_of(uncertain, "eu_systemic_risk").chance, 0.5, 1e-2)
check_near("of all language models in all", law_of(uncertain, "eu_general_purpose").chance, 1, 1e-9)
check("from when", law_of(uncertain, "eu_systemic_risk").from == "2025-08-02")
check("what it obliges to", law_of(uncertain, "eu_systemic_risk").obliges[1] ==
  "notify the Commission")
check_near("what it costs on the average", mean(uncertain.regulation_cost), q"3 MUSD", 1e-2)
check("a law that was revoked is left out",
  law_of(uncertain:with{ policy = policy.laws{} }, "us_eo_14110") == nil)
check("before that it counts",
  law_of(uncertain:with{ start = "2024-06", policy = policy.laws{} }, "us_eo_14110") ~= nil)

-- ---- one's own ----

local rate = q"2 USD/GPU/h"
local lease = policy.define{
  kind = "procurement", name = "lease",
  cost = function(of_run) return { chips = of_run.total_chip_hours * rate, fee = q"1 MUSD" } end,
  conflicts = function(of_run)
    if value(of_run.count, "GPU") > 5000 then
      return { { with = "the lessor", says = "the lessor has 5,000 chips" } }
    end
    return {}
  end,
}
check_near("a policy of one's own counts", run:with{ policy = lease }.cost, q"3 MUSD", 1e-12)
says("the lessor has 5,000 chips", function()
  return run:with{ cluster = { count = q"6000 GPU" }, policy = lease }.cost
end)

local function define(change)
  return function()
    local given = { kind = "procurement", name = "lease",
      cost = function(of_run) return of_run.total_chip_hours * rate end }
    for name, content in pairs(change) do given[name] = content end
    return policy.define(given)
  end
end
says("there is no kind of policy 'procurment' / did you mean procurement?",
  define{ kind = "procurment" })
says("procurement policy 'lease' has no function 'up_frnt' / did you mean up_front?",
  define{ up_frnt = rent.cost })
says("procurement policy 'lease': cost is a quantity, not a function", define{ cost = rate })
says("procurement policy 'lease': cost(run) gives Time * Chip, and USD (Money) was expected",
  define{ cost = function(of_run) return of_run.chip_hours end })
says("cost(run), part 'chips', gives Time * Chip, and USD (Money) was expected",
  define{ cost = function(of_run) return { chips = of_run.chip_hours } end })
says("cost(run) gives nothing, and USD (Money) was expected", define{ cost = function() end })
says("a scenario has no 'chip_hous' / did you mean chip_hours?",
  define{ cost = function(of_run) return of_run.chip_hous * rate end })
says("lead_time(run) gives a plain number, and day (Time) was expected",
  define{ lead_time = function() return 90 end })
says("energy policy 'x' needs the function 'cost', in USD", policy.define,
  { kind = "energy", name = "x" })
says("policy has no 'onw' / did you mean own?", function() return policy.onw end)
says("policy.own has no argument 'utilization' / did you mean utilisation?", policy.own,
  { utilization = 0.7 })
says("policy.own: server_price is Money / give server_price in a unit such as USD/GPU", policy.own,
  { server_price = q"30k USD" })
says("there is no place 'virgina' / did you mean virginia?", policy.grid, "virgina")
says("the shares add up to 1.1, not to 1", policy.mixed,
  { { rent, share = 0.7 }, { rent, share = 0.4 } })
says("policy.schedule: '2025-13' is not a date", policy.schedule, { deadline = "2025-13" })
says("'procurement' is no kind that can be left out", policy.none, "procurement")
