-- Arguments that cannot be meant are refused where they are given, with a word on what to write.

local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

local year = axis.range("year", 2026, 2028)
local x = q"5 USD"

-- ---- misspelt fields of the vocabulary ----

says("data", function() local f = data.cvs return f end, "data has no 'cvs'", "did you mean csv?")
says("units", function() local f = units.cont return f end, "units has no 'cont'", "count?")
says("money", function() local f = money.rat return f end, "money has no 'rat'", "rate?")
says("axis", function() local f = axis.rnge return f end, "axis has no 'rnge'", "range?")

-- ---- operands ----

says("a nil field", function()
  local t = {}
  local bill = x * t.price
  return bill
end, "'t.price' is nil", "^^^^^^^")
says("a remainder", function() local r = x % 3 return r end, "no remainder", "floor(x / y)")
says("a label is a text", function()
  local each = year:each(function(y) return y * x end)
  return each
end, "labels of an axis are texts")

-- ---- distributions ----

says("uniform of one", function() local d = uniform(5) return d end, "write uniform(low, high)")
says("choice of none", function() local d = choice{ values = {} } return d end,
  "choice needs at least one value")
says("beta of money", function() local d = beta{ mean = "85 USD", sd = "3 USD" } return d end,
  "low and high")
says("normal by places", function() local d = normal(0.4, 0.03) return d end,
  "write normal{ mean = ..., sd = ... }")
says("plus or minus", function() local d = q"5 +- 1 USD" return d end,
  "write normal{ mean = q\"5 USD\", sd = q\"1 USD\" }")
says("two points", function() local d = q"20..30 USD" return d end, "write q\"20 to 30 USD\"")

-- ---- axes and lists ----

says("scan without a function", function() local s = year:scan(x) return s end,
  "year:scan needs a function")
says("an endless axis", function() local a = axis.range("step", 1, 1e9) return a end,
  "1000000000 labels")
says("half a label", function() local l = (year:values() * x):lag(year, 1.5) return l end,
  "whole number of labels")
says("a sum of names", function() local s = sum{ x, extra = x } return s end, "'extra' is a name")
says("a list with a hole", function() local s = sum{ x, nil, x } return s end, "hole")

-- ---- reports ----

says("a name that is a number", function() show(x, "USD", 7) end, "a name as text")
says("a unit that is none", function() show(x, MUSD) end, "show(x, \"MUSD\")") -- luacheck: ignore
says("a table", function() show(hw.h100_sxm) end, "name one of its fields")
says("a row that is none", function() tabulate{ columns = { "a" }, rows = { 1 } } end,
  "row 1 is a number")
says("a cell too many", function() tabulate{ columns = { "a" }, rows = { { 1, 2 } } } end,
  "a cell '2'")
says("a tolerance with a unit", function() check_near("near", x, x, q"1 USD") end,
  "relative tolerance")
says("data without a unit", function() return data.quantity({}, "a") end, "needs the unit")
