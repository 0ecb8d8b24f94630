-- Rents from price lists, and what else a policy takes for granted.
local market = require "outlay.policy.market"
local panel = require "outlay.catalog.price_panel"

local function says(text, f, ...)
  local ok, problem = pcall(f, ...)
  local message = ok and "no error" or problem.message .. " / " .. (problem.advice or "")
  check(text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

local function run_of(chip, start, policies)
  return scenario "rented" { work = q"1e24 FLOP", cluster = { gpu = chip, count = q"1024 GPU" },
    start = start, mfu = 0.4, policy = policies or policy.rent{} }
end

-- ---- the market ----

local months = { "2023-06", "2024-01", "2024-06", "2024-12", "2025-03", "2025-06", "2025-10",
  "2025-11", "2025-12", "2026-01", "2026-02", "2026-12" }
for _, chip in ipairs { hw.h100_sxm, hw.a100_80gb, hw.b200_sxm, hw.tpu_v5e } do
  for _, month in ipairs(months) do
    local run = run_of(chip, month)
    local list, year = market.on_demand(run), market.reserved(run, "1 year")
    local years, spot = market.reserved(run, "3 years"), market.spot(run)
    local name = ("%s, %s: "):format(chip.name, month)
    check_near(name .. "a year's commitment costs less than none", prob(lt(year, list)), 1)
    check_near(name .. "three years' less than one", prob(lt(years, year)), 1)
    check_near(name .. "spot costs less than on demand", prob(lt(spot, list)), 1)
    check(name .. "a price is uncertain", value(sd(list), "USD/GPU/h") > 0)
  end
end

-- A month more moves a price by a few per cent, over the end of a year as within one.
local before
for year = 2023, 2027 do
  for month = 1, 12 do
    local now = value(median(market.on_demand(run_of(hw.h100_sxm,
      ("%d-%02d"):format(year, month)))), "USD/GPU/h")
    if before then
      check(("no jump to %d-%02d: %.3g after %.3g"):format(year, month, now, before),
        math.abs(math.log(now / before)) < 0.06)
    end
    before = now
  end
end

-- Closed form: two providers, one record each, a year apart.
local ask = { scope = "chip-hour", option = "on_demand" }
local tpu = panel.of(hw.tpu_v5e, ask, "2026-12", "USD/GPU/hour")
check("a single provider is the market", #tpu.providers == 1 and tpu.providers[1] == "gcp")
check_near("with its own last price", tpu.middle, 1.2, 0.2)

-- What the user's own layer says stands for itself.
catalog.layer("contract", { source = "a test", price = { rental = { h200_sxm = {
  unit = "USD/GPU/h", scope = "chip-hour",
  { date = "2025", option = "on_demand", provider = "us", value = 2.5 },
  { date = "2025", option = "reserved", term = "1 year", provider = "us", value = 1.9 } } } } })
check_near("a contract of one's own", market.on_demand(run_of(hw.h200_sxm, "2025-09")),
  q"2.5 USD/GPU/h", 1e-12)
check_near("and its commitment", market.reserved(run_of(hw.h200_sxm, "2025-09"), "1 year"),
  q"1.9 USD/GPU/h", 1e-12)

-- ---- what is taken for granted is listed ----

local function assumed(run, name)
  for _, entry in ipairs(run.assumptions) do
    if entry.name == name then return entry end
  end
end
local own = run_of(hw.h100_sxm, "2025-09", policy.own{})
for _, name in ipairs { "cost of capital", "maintenance", "spare chips" } do
  check("owned: " .. name .. " is listed as not counted",
    assumed(own, name) ~= nil and assumed(own, name).value == "none counted")
end
check("one that is given is not", assumed(own:with{ policy = policy.own{
  cost_of_capital = q"8 %/year" } }, "cost of capital") == nil)
check("rented chips are there at once", assumed(run_of(hw.h100_sxm, "2025-09"),
  "delivery of rented chips").value == "at once")
check("a hall's capital", assumed(own:with{ policy = policy.build{} },
  "capital of the building") ~= nil)
check("a commitment that costs more than none is told", assumed(run_of(hw.h100_sxm, "2025-09",
  policy.reserved{ price = q"30 USD/GPU/h" }), "price of the commitment") ~= nil)

-- ---- experiments and idle time ----

local plain = own:with{ policy = { policy.own{ delivery = q"0 day" }, policy.colocate{} } }
local tried = plain:with{ experiments = 3 }
check_near("experiments take their time before the run", sd(tried.finish - 3 * plain.finish),
  q"0 day", 1e-9)
check_near("the final run's own time is the same", sd(tried.wall_time
  - plain.wall_time), q"0 day", 1e-12)
local late = tried:with{ policy = policy.schedule{
  deadline = value(median(plain.wall_time), "day") * 1.5 * u.day } }
says("the deadline binds", function() return late.cost end)
check("without them it holds", #plain:with{ policy = policy.schedule{
  deadline = value(median(plain.wall_time), "day") * 1.5 * u.day } }.conflicts == 0)
local idle = plain:with{ policy = policy.own{ utilisation = 0.5, delivery = q"0 day" } }
check_near("a hall is paid while chips stand idle", median(idle.building_cost
  / plain.building_cost), 2, 1e-9)
local mixed = plain:with{ policy = policy.mixed{
  { policy.own{ utilisation = 0.5, delivery = q"0 day" }, share = 0.5 },
  { policy.rent{}, share = 0.5 } } }
check_near("of a mixed fleet for the owned half", median(mixed.building_cost
  / plain.building_cost), 1, 1e-9)

-- ---- a run that failures stop ----

local huge = scenario "huge" { work = q"1e27 FLOP", cluster = { gpu = hw.h100_sxm },
  policy = policy.rent{} }
says("goodput collapses to", function() return huge.cost end)
check("one that recovers fast can be", #huge:with{ policy = policy.checkpoints{
  restart = q"20 s to 2 min" } }.conflicts == 0)

-- ---- input that cannot be meant ----

local function of(given) return function() return own:with(given).cost end end
says('mfu is 40, and it lies between 0 and 1 / write mfu = q"40 %"', of{ mfu = 40 })
says("mfu is 1.4, and it lies between 0 and 1", of{ mfu = q"140 %" })
says("goodput is 3", of{ goodput = 3 })
says("experiments is 0.5, and it is at least 1", of{ experiments = 0.5 })
says("count is 0 GPU, and it is above zero", of{ cluster = { count = q"0 GPU" } })
says("price is -3 USD/GPU/hour", policy.rent, { price = q"-3 USD/GPU/h" })
says("price is -5", policy.contract, { price = q"-5 USD/kWh" })
says("less than nothing", policy.define, { kind = "data", name = "gift",
  cost = function() return q"-1 MUSD" end })
says("the sources give 190 % of the tokens", policy.sources, { policy.crawl{},
  policy.synthetic{ price = deals.generation.deepseek_v3, share = 0.9 } })
says("maintenance is 300 % a year", policy.own, { maintenance = q"3 /year" })
says("cost_of_capital is 96 % a year", policy.own, { cost_of_capital = q"8 %/month" })
says('write cost_of_capital = q"9 %/year"', policy.own, { cost_of_capital = q"9 %" })
says('write cost_of_capital = q"9 %/year"', policy.own, { cost_of_capital = 9 })
says("spares is 4", policy.own, { spares = 4 })
says("utilisation is 0, and it is above zero", policy.own, { utilisation = 0 })
says("which is neither a date nor a time / write deadline = \"2027-03\"", policy.schedule,
  { deadline = "next year" })
says("before the start, 2025-09", of{ policy = policy.schedule{ deadline = "2025-01" } })
says("there is no term '6 months'", policy.reserved, { term = "6 months" })
check("a term as a quantity", policy.reserved{ term = q"1 year" }.name == "reserved, 1 year")
says("no firm has capex for 2035 / the catalog has capex of", model.budgets, { year = 2035 })
