-- Where to build: what electricity, the hall and carbon make of a run's cost in different places.
--
-- One learns: `cross` over places and buildings, a table of differences on the same draws, and from
-- what price of carbon on the cleaner place is the cheaper one.
--
--   outlay run examples/where_to_build.lua
--   outlay run examples/where_to_build.lua --set carbon_price="200 USD/tCO2e"

carbon_price = q"60 to 100 USD/tCO2e" :source "assumption: about what the EU ETS traded at in 2024"

-- How well the halls are run: new ones of a large operator.
pue = q"1.08 to 1.20" :source "assumption: from Meta's sites to a good one elsewhere"

-- The default restart is of a cluster a quarter as large; this one must recover faster, or a third
-- of its time would be lost.
local recovery = policy.checkpoints{
  restart = q"1 to 5 min" :named "restart" :source "assumption: spares that are warm",
}

-- Money costs the same for chips and for halls. Tariffs are industrial averages of the places: a
-- load of 100 MW would negotiate, and what it would get is not published.
local capital = q"8 %/year" :source "assumption: nominal"

local base = scenario "65,536 chips" {
  model = models.llama_31_405b, tokens = q"60T token", start = "2025-09",
  cluster = { gpu = hw.h100_sxm, count = q"65536 GPU" }, mfu = q"35 % to 42 %", pue = pue,
  policy = { policy.own{ cost_of_capital = capital }, recovery,
    policy.carbon_price{ price = carbon_price } },
}

local crossed = cross{
  base = base,
  place = { "virginia", "texas", "oregon", "nor", "fra", "deu", "isl", "are" },
  building = { policy.build{ cost_of_capital = capital }, policy.colocate{} },
}
show(crossed.best)

-- Over Virginia: what the place saves in electricity, and what it saves in carbon.
local virginia = base:with{ place = "virginia" }
local rows = {}
for _, place in ipairs { "texas", "oregon", "nor", "fra", "deu", "isl", "are" } do
  local there = base:with{ place = place }
  rows[#rows + 1] = { place, there.energy_cost - virginia.energy_cost,
    there.carbon - virginia.carbon,
    prob(lt(there.energy_cost + there.carbon_cost, virginia.energy_cost + virginia.carbon_cost)) }
end
tabulate{
  title = "More than in Virginia",
  columns = { "place", "electricity", "emissions", "electricity and carbon are cheaper in" },
  rows = rows,
}

-- The price of carbon from which on France costs no more than Virginia.
local france = base:with{ place = "fra" }
local break_even = (france.energy_cost - virginia.energy_cost) / (virginia.carbon - france.carbon)
show(break_even, "USD/tCO2e", "carbon price at which France costs no more")
drivers(crossed.best.cost, { top = 5 })
