-- Own a cluster for five years, or rent one: what is it worth today, after tax, and when does it
-- pay?
--
-- One learns: a cash flow by year from what happens when (a delivery that may be late, a ramp, a
-- sale at the end), prices that fall and rise, depreciation for tax, NPV, IRR and payback in every
-- sample, a table for a chart. Amounts are nominal dollars; out is negative. What owning brings in
-- is the rent that is not paid.
--
--   outlay run examples/own_or_rent.lua
--   outlay run examples/own_or_rent.lua --set use="40 % to 60 %"
--   outlay run examples/own_or_rent.lua --format csv > cash.csv        # for a chart

local year = axis.range("year", 2026, 2031)
local start, life = 2026.25, q"5 year"

chips = q"4096 GPU"
use   = q"65 % to 90 %" :source "assumption: share of the time that a chip is needed"
delay = q"1 to 9 month" :source "assumption: delivery and installation after what was promised"
rate  = q"10 %" :source "assumption: what money costs the firm, nominal, a year"

-- What runs from when the cluster is there to the end of 2031.
local function each_year(amount)
  return { over = year, yearly = amount, from = start, delay = delay, ramp = q"3 month" }
end

-- ---- owning ----

local cluster = model.acquisition{ count = chips, server_price = hw.h100_sxm.server_price }
price_paid = cluster.total
power = model.energy{ chip_hours = chips * q"1 year" * use, tdp = hw.h100_sxm.tdp,
  chip_to_server = hw.h100_sxm.chip_to_server, pue = site.meta.pue }.energy
electricity = power / q"1 year" * q"60 to 90 USD/MWh":source "assumption: an industrial contract"
hall = model.colocation{ power = chips * hw.h100_sxm.tdp * hw.h100_sxm.chip_to_server,
  time = q"1 year" } / q"1 year"
upkeep = model.upkeep{ price = price_paid, time = q"1 year" }.total / q"1 year"
inflation = q"2 % to 3.5 %" :source "assumption"

local function running(yearly)
  return finance.escalated{ amount = finance.running(each_year(yearly)), rate = inflation,
    over = year }
end
costs = running(electricity + hall + upkeep)
capex = finance.once{ amount = price_paid, on = start, over = year }
-- Newer hardware makes the old one cheaper: what the servers sell for when they are five years old.
sale = finance.once{ on = "2031-06", over = year, amount = model.amortised{
  price = cluster.servers, time = life, method = "progress" }.finish * q"50 % to 100 %" }

-- ---- renting the same hours ----

decline = q"8 % to 25 %" :source "assumption: rents of H100 fell by so much a year"
-- A specialised cloud's list price of 2024 with a year's commitment. Price lists of all providers,
-- which buy_or_rent.lua takes, are about twice that: large clouds ask for more.
rent_today = model.committed_price{ price = price.cloud.market_h100_2024.on_demand,
  provider = "lambda", wanted = "one_year" }
rent = finance.escalated{ amount = finance.running(each_year(chips * use * rent_today)),
  rate = -decline, over = year }

-- ---- tax, and what is left ----

local wear = finance.depreciation{ price = price_paid, method = "macrs", over = year,
  bonus = law.us_tax.bonus.at(2026) }
tax  = finance.tax{ income = rent - costs + sale, deduction = wear.deduction, over = year }
cash = rent - costs - capex + sale - tax
npv  = finance.npv{ cash = cash, rate = rate, over = year }

tabulate{ title = "Owning in place of renting, by year", over = year, unit = "MUSD", values = {
  { "rent saved", rent }, { "running", -costs }, { "hardware", -capex }, { "sale", sale },
  { "tax", -tax }, { "cash", cash },
} }
tabulate{ title = "The running total", over = year, unit = "MUSD", spread = true,
  values = { { "total", cash:cumulative(year) } } }

show(price_paid, "MUSD", "up front")
show(npv, "MUSD", "net present value of owning")
show(prob(gt(npv, q"0 USD")), "%", "owning is worth more in")
show(median(finance.irr{ cash = cash, over = year, otherwise = q"-100 %" }), "%",
  "internal rate of return, median")
show(prob(finance.pays_back{ cash = cash, over = year }), "%", "pays back by 2031 in")
show(p5(finance.payback{ cash = cash, over = year, otherwise = q"99 year" }), "year",
  "payback, if lucky (5 %)")
local hours = finance.running(each_year(chips * use))
show(finance.levelised{ cost = capex + costs - sale, output = hours, rate = rate, over = year },
  "USD/GPU/h", "a used hour, owned, before tax")
show(finance.levelised{ cost = rent, output = hours, rate = rate, over = year },
  "USD/GPU/h", "a used hour, rented")
show(rent_today, "USD/GPU/h", "rent today")
drivers(npv, { top = 6 })
