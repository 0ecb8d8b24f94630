-- A site with a power limit and a deadline: what can be done, what stands in the way, and what more
-- of it would be worth.
--
-- One learns: optimise with constraints on statistics; an answer that is no number where they
-- contradict each other; a frontier of cost and time.

option_text = option("deadline", { default = "90 day", help = "when the run has to be done" })
deadline    = q(option_text) :named "deadline"
site_power  = q"25 MW"

chips = q"8192 GPU"
kind  = q"1" -- 1: H100, 2: B200, 3: H100 with its clock held down

peak  = pick(kind, { hw.h100_sxm.peak.bf16, hw.b200_sxm.peak.bf16, 0.8 * hw.h100_sxm.peak.bf16 })
draw  = pick(kind, { hw.h100_sxm.tdp, hw.b200_sxm.tdp, 0.6 * hw.h100_sxm.tdp })
rent  = pick(kind, { q"2.3 USD/GPU/h", q"4.4 USD/GPU/h", q"2.3 USD/GPU/h" }) * q"0.8 to 1.2"

work  = q"3e25 to 5e25 FLOP"
-- 43 % on 8,192 chips and 41 % on twice as many, from arXiv:2407.21783, table 4: more chips finish
-- sooner, and do less each.
mfu   = beta{ mean = 0.43, sd = 0.03 } * (chips / q"8192 GPU") ^ (log(41 / 43) / log(2))
-- Servers draw more than their chips, by the catalog; the building more than its servers.
server = pick(kind, { hw.h100_sxm.chip_to_server, hw.b200_sxm.chip_to_server,
  hw.h100_sxm.chip_to_server })
pue    = q"1.15 to 1.3" :source "assumption"
power  = chips * draw * server * pue
hours = model.chip_hours{ work = work, peak = peak, mfu = mfu }
days  = hours / chips
cost  = hours * rent -- which pays for electricity and the building

function plan(by)
  return optimise{ minimise = mean(cost),
    vary = { { chips, low = q"512 GPU", high = q"65536 GPU", step = q"8 GPU" },
      { kind, values = { 1, 2, 3 }, names = { "H100", "B200", "H100 at low power" } } },
    subject_to = { power = le(p95(power), site_power), deadline = le(p95(days), by) } }
end

best = plan(deadline)
best.show()

-- Half the time: the site's power and the deadline contradict each other.
rushed = plan(deadline / 2)
print(rushed)

-- The shortest time that the site allows, and how much cost goes with how much time.
quickest = optimise{ minimise = p95(days),
  vary = { { chips, low = q"512 GPU", high = q"65536 GPU", step = q"8 GPU" },
    { kind, values = { 1, 2, 3 }, names = { "H100", "B200", "H100 at low power" } } },
  subject_to = { power = le(p95(power), site_power) } }
show(quickest.value, "day", "no sooner than")

front = frontier{ minimise = { mean(cost), p95(days) }, points = 6,
  vary = { { chips, low = q"512 GPU", high = q"65536 GPU", step = q"8 GPU" },
    { kind, values = { 1, 2, 3 }, names = { "H100", "B200", "H100 at low power" } } },
  subject_to = { power = le(p95(power), site_power) } }
front.show()
