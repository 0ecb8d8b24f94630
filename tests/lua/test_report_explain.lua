-- Explanations use the words of the language, and stay short however deep the graph is.

local explain = require "outlay.report.explain"
local input_names = require "outlay.report.input_names"
local graph = require "core.graph"

local scenario = axis("scenario", { "low", "high" })
cost = q"1 to 2 USD"
local price = scenario{ low = 1, high = q"3" }

local function told(what, x, expected)
  check(("%s: %s"):format(what, expected), explain.phrase(x) == expected)
end

told("an absolute value", abs(cost - 2 * cost), "abs(cost - 2 * cost)")
told("the greatest of several is one call", max(cost, q"1 USD", q"3 USD"),
  "max(cost, 1 USD, 3 USD)")
told("the least", min(cost, q"1 USD"), "min(cost, 1 USD)")
told("the median", median(cost), "median(cost)")
told("a percentile", p95(cost), "p95(cost)")
told("another quantile", quantile(cost, 0.123), "quantile(cost, 0.123)")
told("the standard error", standard_error(cost), "standard_error(cost)")
told("values of labels", price, "scenario{ low = 1, high = 3 }")
told("a square root", sqrt(cost * cost), "sqrt(cost * cost)")
told("none", none(gt(cost, q"1 USD")), "none(cost > 1 USD)")
told("a lag of two", (price * cost):lag(scenario, 2),
  "(scenario{ low = 1, high = 3 } * cost):lag(scenario, 2)")

-- ---- equal values ----

local first = (2 * u.GPU):named "first":source "S1"
local second = (2 * u.GPU):named "second":source "S2"
local lines_of_both = explain.text(second * 5) .. explain.text(first)
check("an equal value has the source of its own", lines_of_both:find("second = 2 GPU", 1, true)
  and lines_of_both:find("S2", 1, true) and not explain.text(second * 5):find("S1", 1, true))
check("and the other keeps its", lines_of_both:find("source: S1", 1, true) ~= nil)

-- ---- large graphs ----

local total = q"1 USD"
for i = 1, 20000 do total = total + i * q"1 USD" end
local text = explain.text(total)
check("a long sum is cut", #text < 1000 and text:find("^%.%.%. %+ ") ~= nil)
local doubled = q"1 to 2 USD"
for _ = 1, 200 do doubled = doubled + doubled end
check("a sum of itself is cut", #explain.phrase(doubled) < 1000)
chain = q"1 USD"
for i = 1, 20000 do chain = chain + i * q"1 USD" end
text = explain.text(chain)
check("a chain of names is cut", #text < 20000 and text:find("%.%.%.$") ~= nil)

-- ---- inputs without names ----

rate = scenario{ low = q"3 to 5 USD", high = q"3 to 5 USD" }
local result = rate:sum(scenario) * q"1 to 2"
  * q"1 to 2" * cost
local names = input_names.of(graph.inputs(result), result)
local seen, count = {}, 0
for _, name in ipairs(names) do
  if not seen[name] then count = count + 1 end
  seen[name] = true
end
check("inputs without names are told apart", count == 5)
check("by the label they are the value of", seen["rate [low]"] and seen["rate [high]"])
check("and a name is a name", seen.cost == true)
