-- A plan over years and scenarios.
--
-- One learns: named axes, values that differ along them, growth from year to year with scan,
-- purchases as differences with lag, sums over an axis, and picking one scenario.

local year     = axis.range("year", 2026, 2032)
local scenario = axis("scenario", { "low", "base", "high" })

growth = scenario{ low = 1.2, base = 1.5, high = 2.0 }
price  = scenario{
  low  = q"20k to 28k USD/GPU",
  base = q"25k to 40k USD/GPU",
  high = q"35k to 60k USD/GPU",
}

-- The fleet grows from 8,000 GPUs; what is new in a year is bought in that year.
fleet  = year:scan(q"8000 GPU", function(previous) return previous * growth end)
bought = fleet - fleet:lag(year)
spend  = bought * price

show(fleet:at{ scenario = "base" }, "GPU", "fleet, base")
show(spend:sum(year), "MUSD", "hardware bought, 2027 to 2032")
show(spend:cumulative(year):at{ scenario = "base" }, "MUSD", "spent so far, base")
