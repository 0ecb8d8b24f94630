-- Train now, or wait for chips that do more for the money?
--
-- One learns: a decision over time: the best wait, the worth of knowing before deciding, and where
-- the answer turns.

work = q"3e25 FLOP" * q"0.7 to 1.4"
mfu  = beta{ mean = 0.40, sd = 0.03 } :source "arXiv:2407.21783, table 4: 38 % to 43 %"
rent = q"2.0 to 3.2 USD/GPU/h"

-- What a dollar of new hardware does grows by 0.10 to 0.18 orders of magnitude a year.
progress = normal{ p5 = "0.10/year", p95 = "0.18/year" }
  :source "arXiv:2405.21015: FLOP/s per USD of ML GPUs"
-- What a month without the model is worth: an assumption, and the heart of the matter.
delay    = q"0.3 to 3 MUSD/month"

wait    = q"6 month"
cheaper = 10 ^ (-1 * progress * wait)
hours   = model.chip_hours{ work = work, peak = hw.h100_sxm.peak.bf16, mfu = mfu }
run     = model.rented{ chip_hours = hours, price = rent } * cheaper
cost    = run + delay * wait

best = optimise{ minimise = mean(cost), vary = { { wait, low = q"0 month", high = q"36 month" } } }
best.show()

now  = run / cheaper
late = cost
show(now, "MUSD", "train now")
show(late, "MUSD", "train in six months")
show(prob(lt(late, now)), "%", "waiting is cheaper in")

-- Is it worth finding out more before deciding?
value_of_information{ choices = { now = now, later = late } }

-- The month's worth at which waiting no longer pays.
limit = solve{ vary = delay, target = eq(mean(late), mean(now)) }
show(limit, "MUSD/month", "waiting pays below")
