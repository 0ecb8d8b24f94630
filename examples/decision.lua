-- Own or rent, decided in every sample.
--
-- One learns: conditions with when and min, the probability of an event, and what a choice that
-- waits for the facts is worth over one that is made now.

work     = q"5e24 to 2e25 FLOP"
mfu      = beta{ mean = 0.40, sd = 0.03 }
hours    = model.chip_hours{ work = work, peak = hw.h100_sxm.peak.bf16, mfu = mfu }
fleet    = q"4096 GPU"
duration = hours / fleet
deadline = q"60 day"

owned  = hours * q"1.2 to 2.0 USD/GPU/h"
rented = hours * q"1.8 to 3.5 USD/GPU/h"

-- A run that our own cluster cannot finish in time has to be rented.
late = gt(duration, deadline)
cost = when(late, rented, min(owned, rented))

show(duration, "day", "days on our own cluster")
show(prob(late), "%", "too slow for our own cluster")
show(prob(lt(rented, owned)), "%", "renting is cheaper")
show(owned, "MUSD")
show(rented, "MUSD")
show(cost, "MUSD", "cost, decided when prices are known")

-- Knowing the prices before deciding is worth the difference of the means.
always_rent = mean(rented)
show(always_rent - mean(cost), "MUSD", "saved against always renting")

check("the choice is never dearer than renting", prob(gt(cost, rented)), "==", 0)
