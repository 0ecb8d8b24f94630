-- Uncertain inputs and what a result's interval means.
--
-- One learns: the distributions, that the same name is the same draw, how to take a copy of one's
-- own, and the statistics.

tariff   = q"45 to 120 USD/MWh"                     -- 5 % and 95 % quantiles of a lognormal
power    = normal{ p5 = "11 MW", p95 = "14 MW" }    -- the same two quantiles of a normal
pue      = uniform(1.08, 1.35)
hours    = triangular{ low = "1500 h", mode = "1900 h", high = "3000 h" }
uptime   = beta{ mean = 0.95, sd = 0.02 }
supplier = choice{ values = { 1.00, 1.15 }, weights = { 0.7, 0.3 } }

bill = power * pue * hours * uptime * tariff * supplier
show(bill)

-- The same quantity is the same draw: this difference is exactly zero. A fresh copy is not.
show(tariff - tariff, "USD/MWh", "tariff - tariff")
show(tariff - tariff:fresh(), "USD/MWh", "tariff - another site's tariff")

-- Statistics are quantities too, and can be calculated with.
contingency = p90(bill) - median(bill)
show(mean(bill), "MUSD", "mean")
show(sd(bill), "MUSD", "standard deviation")
show(contingency, "MUSD", "reserve from the median to 90 %")
show(prob(gt(bill, q"4 MUSD")), "%", "more than 4 MUSD in")
show(standard_error(bill), "kUSD", "standard error of the mean")

drivers(bill)
