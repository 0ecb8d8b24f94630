-- A whole programme in one script: hardware, energy, failures, staff, data, contingency.
--
-- One learns: how a large scenario reads: 31 uncertain inputs, 75 operations, 6 results. The
-- numbers are invented (it is a benchmark), so no input has a source; a real plan would.

-- The run and the chips it may get.
work       = q"2e25 to 1e26 FLOP"
chip       = choice{ values = { 1, 2, 3 }, weights = { 0.6, 0.3, 0.1 } }
peak       = pick(chip, { q"0.99 PFLOP/s/GPU", q"2.5 PFLOP/s/GPU", q"0.92 PFLOP/s/GPU" })
list_price = pick(chip, { q"30k USD/GPU", q"65k USD/GPU", q"15k USD/GPU" })
tdp        = pick(chip, { q"700 W/GPU", q"1200 W/GPU", q"450 W/GPU" })
mfu        = beta{ alpha = 40, beta = 60 }
gpus       = q"8000 to 30000 GPU"
duty       = beta{ alpha = 18, beta = 2 }

price_multiple  = q"0.8 to 1.3"
server_multiple = uniform(1.25, 1.60)
network_share   = uniform(0.08, 0.18)
spare_share     = uniform(0.01, 0.05)
half_life       = q"1.5 to 3.5 year"

-- The site. Where energy is dear, so is the demand charge.
tariff     = q"45 to 120 USD/MWh"
demand     = q"8 to 22 USD/kW/month"
correlate{ tariff, demand, rho = 0.6 }
pue        = uniform(1.08, 1.35)
load_share = beta{ alpha = 30, beta = 10 }
host_power = uniform(q"100 W/GPU", q"250 W/GPU")

-- Failures.
mtbf        = q"30000 to 90000 GPU-hour"
checkpoint  = uniform(q"20 min", q"60 min")
restart     = q"8 to 40 min"
catastrophe = choice{ values = { 1, 0 }, weights = { 0.15, 0.85 } }
lost_share  = uniform(0.05, 0.40)

-- People, data, experiments, rent.
headcount      = normal{ mean = "90 person", sd = "15 person" }
staff          = max(q"20 person", headcount)
salary         = q"350k to 900k USD/person/year"
staff_overhead = uniform(1.2, 1.6)
preparation    = triangular{ low = "6 month", mode = "9 month", high = "18 month" }
tokens         = q"8e12 to 2e13 token"
licensed_share = beta{ alpha = 2, beta = 18 }
text_licences  = choice{ values = { 1, 0 }, weights = { 0.7, 0.3 } }
text_price     = q"0.05 to 0.5 USD"
other_price    = q"2 to 20 USD"
licence_price  = when(eq(text_licences, 1), text_price, other_price) / q"1e6 token"
fixed_deals    = q"5M to 40M USD"
experiments    = q"0.5 to 3"
cloud_price    = q"1.6 to 4.5 USD/GPU/h"
cloud_discount = beta{ alpha = 4, beta = 8 }

-- Time: the work, what is lost to failures and to a catastrophe.
gpu_hours_needed = work / (peak * mfu)
between   = mtbf / gpus
failing   = min(1.5, (restart + checkpoint / 2) / between)
gpu_hours = gpu_hours_needed * (1 + failing) * (1 + catastrophe * lost_share)
wall      = gpu_hours / (gpus * duty)

-- Owned: hardware that loses its value, energy, demand charge.
node_price = list_price * price_multiple * server_multiple * (1 + network_share) * (1 + spare_share)
capex      = node_price * gpus
decay      = 1 - exp(-log(2) * wall / half_life)
power      = tdp * load_share + host_power
energy     = gpu_hours * power * pue * tariff
peak_power = gpus * (tdp + host_power) * pue
owned      = capex * decay * duty + energy + peak_power * demand * wall

-- Rented, or owned where that is quick enough and cheaper.
rented  = gpu_hours * cloud_price * (1 - cloud_discount)
compute = when(gt(wall, q"4383 h"), rented, min(owned, rented))

research = compute * experiments
months   = preparation + wall
people   = staff * months * salary * staff_overhead
storage  = tokens * q"40 B/token" * q"20 USD/TB/month" * months
data_cost = min(q"500 MUSD", tokens * licensed_share * licence_price + fixed_deals) + storage
before   = compute + research + people + data_cost
rate     = when(gt(before, q"300 MUSD"), 0.10, 0.06)
contingency = before * rate
total    = before + contingency

show(compute, "MUSD")
show(research, "MUSD")
show(people, "MUSD")
show(data_cost, "MUSD")
show(contingency, "MUSD")
show(total, "MUSD")
drivers(total)
