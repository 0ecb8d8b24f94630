-- frontier, value_of_information and audit against what is known of them.

defaults{ samples = 50000 }

-- ---- frontier ----

-- x and 1 / x: no x is better than another in both.
x = q"2"
local front = frontier{ minimise = { x, 1 / x }, vary = { { x, low = 1, high = 10 } }, points = 6 }
check("as many trade-offs as asked for", #front.points, "==", 6)
for i, point in ipairs(front.points) do
  check_near("on the curve", point.values[1] * point.values[2], 1, 1e-6)
  if i > 1 then
    check("sorted by the first", value(point.values[1]), ">", value(front.points[i - 1].values[1]))
  end
end
check_near("to both ends", front.points[1].chosen.x, 1, 1e-3)
check_near("to both ends", front.points[6].chosen.x, 10, 1e-3)

-- Of four combinations one is worse than another in both.
local a, b = q"1", q"1"
local cost, days = pick(a, { 3, 2 }) * b, pick(a, { 30, 60 }) / b
local four = frontier{ minimise = { cost, days },
  vary = { { a, values = { 1, 2 } }, { b, values = { 1, 2 } } } }
check("what another is better than is left out", #four.points, "==", 3)
check("with constraints fewer", #frontier{ minimise = { cost, days },
  vary = { { a, values = { 1, 2 } }, { b, values = { 1, 2 } } },
  subject_to = { le(days, 30) } }.points, "==", 2)

-- Three: 1 / x, 1 / y and x + y.
local y = q"2"
local three = frontier{ minimise = { x + y, 1 / x, 1 / y }, points = 9,
  vary = { { x, low = 1, high = 4 }, { y, low = 1, high = 4 } } }
check("three objectives", #three.points, ">=", 6)

local hard = frontier{ minimise = { x, 1 / x }, vary = { { x, low = 1, high = 10 } },
  subject_to = { floor = ge(x, 20) } }
check("what cannot be met is said", not hard.feasible and hard.missed[1].name == "floor")
check_near("and by how much", hard.missed[1].by, 10, 1e-3)

-- ---- what knowing is worth ----

-- Against nothing, a cost that is normal around 1: phi(1) - (1 - Phi(1)), if it is known.
risk  = normal{ mean = "1 MUSD", sd = "1 MUSD" }
noise = normal{ mean = "0 MUSD", sd = "1 MUSD" }
local known = 0.2419707245191434 - 0.15865525393145707
local worth = value_of_information{ choices = { wait = q"0 MUSD", go = risk } }
check("the choice without knowing", worth.best == "wait")
check_near("of everything", worth.value, known * q"1 MUSD", 0.03)
check_near("of the input", worth.about[1].value, known * q"1 MUSD", 0.05)
check("within three standard errors", abs(value(worth.about[1].value, "MUSD") - known), "<",
  3 * value(worth.about[1].standard_error, "MUSD"))

-- What moves both choices alike is worth nothing; part of what is unknown is worth less than all.
local alike = value_of_information{ choices = { wait = noise, go = risk + noise } }
local by_name = {}
for _, each in ipairs(alike.about) do by_name[each.name] = each.value end
check_near("what matters", by_name.risk, known * q"1 MUSD", 0.1)
check("what moves both alike", by_name.noise, "<", q"3 kUSD")
local gain = value_of_information{ choices = { stay = q"0 MUSD", go = -1 * risk }, maximise = true }
check_near("gains", gain.value, known * q"1 MUSD", 0.03)

-- ---- audit ----

local dear  = normal{ mean = "10 MUSD", sd = "2 MUSD" } :named "dear"
local sound = normal{ mean = "5 MUSD", sd = "1 MUSD" } :named "sound" :source "offer, 2026-10"
local old   = normal{ mean = "5 MUSD", sd = "1 MUSD" } :named "old" :source "report, 2023-03"
local guess = normal{ mean = "5 MUSD", sd = "0.5 MUSD" } :named "guess"
  :source "list; retrieved 2026-10; imputed: as last year"
local total = dear + sound + old + guess
local findings = audit(total, { date = "2026-11" })
check("the worst first", findings[1].name == "dear" and findings[1].state == "no source")
check_near("its share", findings[1].share.value, 4 / 6.25, 0.02)
check("then what is stale", findings[2].name == "old" and findings[2].state == "stale")
check("then what is imputed", findings[3].name == "guess" and findings[3].state == "imputed")
check("what is well sourced is no finding", findings[4].name == "sound" and not findings[4].state)
check("a shorter time makes more stale", audit(total, { date = "2026-11", older = 0 })[3].state
  == "stale")

-- A source above an input counts, and so do those of its parameters.
local above = (normal{ mean = 3, sd = 1 } * 2):source "handbook, 2026-01"
local low = q"1":source "law, 2026-01"
check("a source above", audit(above + normal{ mean = 0, sd = 0.1 }, { date = "2026-11" })[2].state
  == nil)
check("of a parameter", audit(uniform(low, 2), { date = "2026-11" })[1].state == nil)

-- Until when a source holds, and the number of a preprint, are not its date.
local until_later = normal{ mean = "5 MUSD", sd = "1 MUSD" } :named "until_later"
  :source "tariff sheet; valid 2024-01 to 2031-12-31; retrieved 2024-06"
local paper = normal{ mean = "5 MUSD", sd = "1 MUSD" } :named "paper" :source "arXiv 2001.08361"
local dated = audit(until_later + paper)
local states = {}
for _, each in ipairs(dated) do states[each.name] = each.state or "sound" end
check("an expiry is not today", states.until_later == "sound")
check("a preprint's number is no date", states.paper == "undated")
