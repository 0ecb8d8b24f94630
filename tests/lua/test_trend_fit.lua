-- Fits against published regressions, closed forms and each other; what cannot be fitted.

defaults{ samples = 200000, sampling = "sobol" }

local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

-- ---- twenty points: the textbook's formulas ----

-- (The published regression over 45 runs is examples/cost_trend.lua, which checks its figures.)
local dates, costs, n = {}, {}, 20
local x_sum, y_sum = 0, 0
for i = 1, n do
  dates[i] = 2015 + i * 0.45
  costs[i] = 10 ^ (5 + 0.39 * (dates[i] - 2020) + 0.07 * (i ^ 3 % 13 - 6))
  x_sum, y_sum = x_sum + dates[i] / n, y_sum + math.log(costs[i]) / math.log(10) / n
end
local xx, xy, yy = 0, 0, 0
for i = 1, n do
  local x, y = dates[i] - x_sum, math.log(costs[i]) / math.log(10) - y_sum
  xx, xy, yy = xx + x * x, xy + x * y, yy + y * y
end
local slope = xy / xx
local slope_error = math.sqrt((yy - slope * xy) / (n - 2) / xx)
local T95 = 1.734063607 -- Student's t, 18 degrees of freedom

local cost = trend.fit{ x = dates, y = costs, unit = "USD2023-12", scale = "log10", name = "cost",
  source = "made up" }
local s = cost.statistics
local g90 = cost:growth_interval(0.90)
check("20 points", s.count == n and s.degrees == n - 2)
check_near("slope", s.slope, slope, 1e-10)
check_near("its standard error", s.slope_error, slope_error, 1e-10)
check_near("R2", s.r_squared, slope * xy / yy, 1e-10)
check_near("growth", g90.value, 10 ^ slope, 1e-10)
check_near("growth at 5 %", g90.low, 10 ^ (slope - T95 * slope_error), 1e-8)
check_near("growth at 95 %", g90.high, 10 ^ (slope + T95 * slope_error), 1e-8)
check_near("the center is the mean of x", cost.center, x_sum, 1e-10)

-- ---- the fit as a distribution is the closed form ----

check_near("median growth", median(cost.growth), g90.value, 1e-3)
check_near("growth at 5 %", p5(cost.growth), g90.low, 2e-3)
check_near("growth at 95 %", p95(cost.growth), g90.high, 2e-3)
for _, spread in ipairs { false, true } do
  for _, when_it_is in ipairs { 2016, cost.center, 2027 } do
    local closed = cost:interval(when_it_is, { spread = spread })
    local drawn = cost:at(when_it_is, { spread = spread })
    local label = ("%.0f %s"):format(when_it_is, tostring(spread))
    check_near("median " .. label, median(drawn), closed.value, 0.02)
    check_near("5 % " .. label, p5(drawn), closed.low, 0.02)
    check_near("95 % " .. label, p95(drawn), closed.high, 0.02)
  end
end
local doubling = math.log(2) / math.log(g90.value)
check_near("doubling time", median(cost.doubling_time), doubling * q"1 year", 1e-3)

-- Few points: the tails of Student's t with 2 degrees of freedom.
local few = trend.fit{ x = { 1, 2, 3, 4 }, y = { 1.1, 1.9, 3.2, 3.8 } }
for _, spread in ipairs { false, true } do
  local closed, drawn = few:interval(6, { spread = spread }), few:at(6, { spread = spread })
  check_near("few points, 5 %", p5(drawn), closed.low, 0.01)
  check_near("few points, 95 %", p95(drawn), closed.high, 0.01)
end

-- ---- when ----

local billion = cost:reaches(q"1 GUSD2023-12")
check_near("and the cost there is the target", cost:interval(value(median(billion))).value,
  q"1 GUSD2023-12", 1e-2)
check("dates read as years", tostring(median(billion)):find("^20%d%d%.%d$") ~= nil)
check("a date of a fit of falling prices", value(median(trend.fit{
  x = { 2020, 2021, 2022, 2023 }, y = { 8, 4.1, 2, 1 }, unit = "USD", scale = "log10",
}:reaches(q"0.5 USD"))) > 2023.9)
check("what is never reached is the horizon", value(p95(trend.fit{
  x = { 2020, 2021, 2022, 2023 }, y = { 1, 3, 1.5, 3.5 }, scale = "log10",
}:reaches(100, { horizon = 2100 }))) == 2100)

-- ---- other methods, scales, weights ----

check("robust fits are near", math.abs(trend.fit{ x = dates, y = costs, scale = "log10",
  method = "huber" }.statistics.slope - s.slope) < s.slope_error)
local above = 0
for _, off in ipairs(trend.fit{ x = dates, y = costs, scale = "log10", method = "quantile",
  quantile = 0.8 }:residuals()) do
  if off > 1e-9 then above = above + 1 end
end
check("a fifth of the points lies above the line of 0.8", above >= 2 and above <= 4)
local powers = trend.fit{ x = { 1, 2, 4, 8 }, y = { 100, 80, 64, 51.2 }, scale = "log10",
  x_scale = "log10", name = "unit cost" }
check_near("Wright's law is found", median(powers.learning_rate), 0.2, 1e-9)
check_near("and goes on", median(powers:at(16)), 40.96, 1e-9)
local boot = cost:bootstrap{ replicates = 2000 }
check_near("the bootstrap agrees", sd(boot.slope), s.slope_error, 0.25)
check("the bootstrap is the same each time",
  tostring(boot.growth) == tostring(cost:bootstrap{ replicates = 2000 }.growth))
check("no bend in it", cost:breaks().best.breaks == 0)

local rows = data.csv "growth.csv"
local from_rows = trend.fit{ rows = rows, x = "when", y = "spent", unit = "MUSD", scale = "log" }
check("rows without a value are left out", from_rows.statistics.count == 4
  and from_rows.skipped == 1)
check("the file is the source", from_rows.source:find("growth.csv", 1, true) ~= nil)
check("the printed line", tostring(from_rows):find("doubles in 1 years", 1, true) ~= nil)

-- ---- far from zero, on other scales, and where methods say less ----

local far, wide, flop = {}, {}, {}
for i = 1, n do
  far[i], wide[i], flop[i] = 1e9 + i, 10 ^ (0.3 + 0.002 * i + 0.001 * (i ^ 3 % 7)), 1e21 * i
end
local far_fit, near_fit = trend.fit{ x = far, y = wide }, trend.fit{ x = (function()
  local list = {}
  for i = 1, n do list[i] = i end
  return list
end)(), y = wide }
check_near("the level's error does not depend on where x begins", far_fit.statistics.level_error,
  near_fit.statistics.level_error, 1e-7)
check_near("nor does the interval", far_fit:interval(1e9 + 30).low, near_fit:interval(30).low, 1e-7)
local slow = trend.fit{ x = far, y = wide, scale = "log10" }
check("x that is no time has no longest doubling", value(median(slow.doubling_time)) > 101)
local per_flop = trend.fit{ x = flop, y = wide, scale = "log10", x_unit = "FLOP" }
check_near("whatever its unit", median(per_flop.doubling_time) / 1e21,
  value(median(slow.doubling_time)), 1e-6)

local upper = trend.fit{ x = dates, y = costs, scale = "log10", method = "quantile",
  quantile = 0.9 }
says("a spread of a quantile line", function() return upper:at(2027, { spread = true }) end,
  "no spread around it", "least squares")
says("its interval", function() return upper:interval(2027, { spread = true }) end, "no spread")
check("the line itself has one", upper:interval(2027).high, ">", upper:interval(2027).low)
says("its bends", function() return upper:breaks() end, "least squares", "quantile")
local mostly = {}
for i = 1, n do mostly[i] = i % 10 == 9 and 9 or 0.5 * i end
local on_a_line = trend.fit{ x = near_fit.data.x[1], y = mostly, method = "Huber" }
says("a spread that nothing tells", function() return on_a_line:at(30, { spread = true }) end,
  "half of the points")
local weights, bent = {}, {}
for i = 1, n do weights[i], bent[i] = i > 12 and 0 or 1, i + (i > 12 and 9 * (i - 12) or 0)
  + 0.1 * (i ^ 3 % 7) end
check("bends go by the fit's weights", trend.fit{ x = near_fit.data.x[1], y = bent,
  weights = weights }:breaks{ most = 1 }.best.breaks == 0)
check("and are there without", trend.fit{ x = near_fit.data.x[1], y = bent }
  :breaks{ most = 1 }.best.breaks == 1)

local weighted = trend.fit{ x = "t", y = "v", weights = "w", rows = { { t = 1, v = 1, w = 1 },
  { t = 2, v = 2, w = 1 }, { t = 3, v = 9 }, { t = 4, v = 4.1, w = 2 } } }
check("a row without its weight is left out", weighted.statistics.count == 3
  and weighted.skipped == 1)

-- ---- what cannot be fitted ----

says("two points", function() trend.fit{ x = { 1, 2 }, y = { 1, 2 } } end, "2 points", "at least 3")
says("equal x", function() trend.fit{ x = { 1, 1, 1 }, y = { 1, 2, 3 } } end, "same x")
says("a negative value", function()
  trend.fit{ x = { 1, 2, 3 }, y = { 1, -2, 3 }, scale = "log" }
end,
  "y of point 2 is -2", "positive", "leave such points out")
says("a record by its number in the file", function()
  trend.fit{ rows = { { t = 1, v = 1 }, { t = 2 }, { t = 3, v = "x" } }, x = "t", y = "v" }
end, "y of record 3")
says("a number among dates", function()
  trend.fit{ x = { "2020-05-01", 20210101, "2022-05-01" }, y = { 1, 2, 3 } }
end, "20210101", "no year", "2021-01-01")
says("a quantile", function()
  trend.fit{ x = { 1, 2, 3 }, y = { 1, 2, 3 }, method = "quantile", quantile = "x" }
end, "quantile is a share", "quantile = 0.9")
says("a NaN", function() trend.fit{ x = { 1, 2, 3 }, y = { 1, 0 / 0, 3 } } end, "y of point 2")
says("a text", function() trend.fit{ x = { 1, 2 }, y = { 1, "2" } } end, "y of point 2 is '2'")
says("no date", function() trend.fit{ x = { "2023-02-30", 1 }, y = { 1, 2 } } end, "2023-02-30")
says("an uncertain y", function() trend.fit{ x = { 1 }, y = { q"1 to 2 USD" }, unit = "USD" } end,
  "uncertain", "median")
says("lengths", function() trend.fit{ x = { 1, 2 }, y = { 1 } } end, "2 x and 1 y")
says("a scale", function() trend.fit{ x = { 1 }, y = { 1 }, scale = "log2" } end, "mean log?")
says("a method", function() trend.fit{ x = { 1 }, y = { 1 }, method = "hubr" } end, "Huber")
says("an argument", function() trend.fit{ x = { 1 }, y = { 1 }, sclae = "log" } end, "scale?")
says("a field", function() return few.slpoe end, "did you mean slope?")
says("growth of a straight line", function() return few.growth end, "logarithmic scale")
says("a target", function() return cost:reaches(q"5 W") end, "Power", "Money")
