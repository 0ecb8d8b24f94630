-- Laws of growth and decline against closed forms and published figures.

local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

-- ARK's figures: 4.6 MUSD in 2020, 450 kUSD in 2022; 70 % less each year is 29.5 USD in 2030.
local through = trend.exponential{ through = { { 2020, q"4.6 MUSD" }, { 2022, q"450 kUSD" } } }
check_near("68.7 % a year", through.decline, 1 - math.sqrt(0.45 / 4.6), 1e-12)
local fall = trend.exponential{ start = q"450 kUSD", at = 2022, decline = 0.7, name = "cost" }
check_near("29.5 USD", fall:at(2030), 450e3 * 0.3 ^ 8 * q"1 USD", 1e-12)
check_near("and back", fall:reaches(fall:at(2030)), 2030, 1e-12)
check_near("halving time", fall.halving_time, math.log(0.5) / math.log(0.3) * q"1 year", 1e-12)
check_near("a halving time is a decline", trend.exponential{ start = 1, at = 2012,
  halving = q"16 month" }:at(2019), 2 ^ (-84 / 16), 1e-3)
check_near("2.4 a year from GPT-4", trend.exponential{ start = q"40.6 MUSD2023", at = 2023.2,
  growth = 2.4 }:at(2027), 40.6 * 2.4 ^ 3.8 * q"1 MUSD2023", 1e-12)
check_near("a growth that is an interval", p95(trend.exponential{ start = 1, at = 2020,
  growth = q"2.0 to 2.9" }:at(2022)), 2.9 ^ 2, 0.01)

-- 57 % and 47 % a year are 77 %, not 70 %.
check_near("declines compound", trend.compound{ 0.57, 0.47 }, 0.7721, 1e-12)
check_near("in per cent too", trend.compound{ q"53 %", q"47 %" }, 0.7509, 1e-12)

local wright = trend.wright{ start = q"30k USD/GPU", produced = q"1e6 GPU", learning = 0.2 }
check_near("two doublings", wright:at(q"4e6 GPU"), 0.64 * q"30k USD/GPU", 1e-12)
check_near("its learning rate", wright.learning_rate, 0.2, 1e-12)
local year = axis.range("year", 2025, 2027)
local made = year{ q"1e6 GPU", q"2e6 GPU", q"5e6 GPU" }:cumulative(year)
check_near("on cumulative production", wright:at(made):at{ year = 2027 },
  q"30k USD/GPU" * 0.8 ^ 3, 1e-12)
check_near("a scaling law", trend.power_law{ start = 2.57, at = q"1e21 FLOP",
  exponent = -0.05 }:at(q"1e23 FLOP"), 2.57 * 100 ^ -0.05, 1e-12)

says("a decline in per cent", function()
  return trend.exponential{ start = 1, at = 2020, decline = 70 }
end, "decline is 70", "70 %")
says("two paces", function()
  return trend.exponential{ start = 1, at = 2020, decline = 0.1, growth = 2 }
end, "there are two")
says("no pace", function() return trend.exponential{ start = 1, at = 2020 } end, "needs growth")
says("no start", function() return trend.exponential{ growth = 2 } end, "needs start and at")
says("a wrong unit", function()
  return trend.exponential{ start = 1, at = 2020, halving = q"2 USD" }
end, "halving is Money", "year")
says("a wrong amount", function() return wright:at(q"3 W") end, "x is Power", "GPU")
says("no list", function() return trend.compound(0.5) end, "trend.compound{ 0.57, 0.47 }")
says("a law has no spread", function() return fall:at(2025, { spread = true }) end, "no spread")

-- ---- slopes of either sign, and what the ways to say how fast exclude ----

-- Each draw reaches 0.99 where its own slope does: the growing ones in the past, the falling ones
-- soon. None of them a hundred years ago, but for those that hardly move.
local either = trend.exponential{ start = 1, at = 2025, growth = q"0.9 to 1.2" }
check("each draw by its own slope", prob(lt(either:reaches(0.99), 1930)), "<", 0.01)
check("the falling ones soon", prob(gt(either:reaches(0.99), 2025)), ">", 0.2)
check("what lies ahead is never reached by draws that go away",
  prob(eq(either:reaches(2, { horizon = 2100 }), 2100)), ">", 0.2)
says("through and start", function()
  trend.exponential{ through = { { 2020, 1 }, { 2022, 2 } }, start = 5, at = 2030 }
end, "through has its own", "leave out")
says("growth in per cent", function()
  trend.exponential{ start = 1, at = 2020, growth = q"40 %" }
end, "factor a year", "growth = 1.4", "decline = 0.6")
says("a growth of nothing", function()
  trend.exponential{ start = 1, at = 2020, growth = -1 }
end, "growth is -1", "above 0")
