-- How large a model can be trained for a budget, how long that takes, and what it hangs on.
--
-- One learns: solve turns a cost model round, for a statistic (here: the budget holds with 90 %),
-- and what follows from the answer is asked of the same model.

budget   = option("budget", { default = "50 MUSD", help = "what may be spent, as a quantity" })
limit    = q(budget) :named "budget"
chips    = q"4096 GPU"
sureness = 0.9

-- Chinchilla's 20 tokens to a parameter (Hoffmann et al. 2022), or more for cheaper inference.
parameters = q"100e9 parameter" :source "where the search begins"
ratio      = q"20 token/parameter" :source "arXiv:2203.15556, table 3: near 20 from 1e21 FLOP on"
tokens     = parameters * ratio

work  = model.training_work{ parameters = parameters, tokens = tokens }
mfu   = beta{ mean = 0.40, sd = 0.03 } :source "arXiv:2407.21783, table 4: 38 % to 43 %"
hours = model.chip_hours{ work = work, peak = hw.h100_sxm.peak.bf16, mfu = mfu }

-- What is rented, and the experiments that go with a final run (assumptions).
rent        = q"2.0 to 3.2 USD/GPU/h"
experiments = q"1.2 to 2.5"
cost        = model.rented{ chip_hours = hours, price = rent } * experiments
days        = hours / chips

largest, details = solve{ vary = parameters, target = eq(quantile(cost, sureness), limit) }

show(largest / q"1e9 parameter", nil, "largest model, in billions of parameters")
show(details.at(tokens) / q"1e12 token", nil, "its tokens, in trillions")
show(details.at(work), "FLOP", "its compute")
show(details.at(hours), "GPU-hour")
show(details.at(days), "day", "final run on 4096 chips")
show(details.at(cost), "MUSD", "what it costs")
print(("known to ± %.2g %% for want of samples"):format(
  100 * value(details.standard_error / largest)))
sobol(details.at(cost), { samples = 20000 })

-- The same budget at other degrees of caution.
rows = {}
for _, share in ipairs { 0.5, 0.75, 0.9, 0.95 } do
  local size, found = solve{ vary = parameters, target = eq(quantile(cost, share), limit) }
  rows[#rows + 1] = { ("%g %%"):format(100 * share), size / q"1e9 parameter", mean(found.at(cost)) }
end
tabulate{ title = "Larger models for less certainty", columns = { "budget holds with",
  "parameters, in billions", "mean cost" }, rows = rows }
