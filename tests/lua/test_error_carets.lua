-- Carets stand under the occurrence that an error is about, not under the first one of its text.

local function marked(what, f, expected)
  local ok, problem = pcall(f)
  local line, below = tostring(problem):match("\n  ([^\n]*)\n  ([^\n]*)")
  local first, last = (below or ""):find("%^+")
  local under = not ok and first and line:sub(first, last)
  check(("%s: %s"):format(what, expected), under == expected)
  return line, first
end

cost, hours = q"5 MUSD", q"3 h"

local line, first = marked("the argument of log", function()
  local y = cost / cost + cost * log(cost) return y
end, "cost")
check("and not a factor before it", line:sub(1, first - 1):find("log%($") ~= nil)

line, first = marked("the sum of two names", function()
  local y = (cost * 2 + cost) * 3 + (cost + hours) * 2 return y
end, "cost")
check("and not the sum before it", line:sub(first):find("^cost %+ hours") ~= nil)

line, first = marked("a field behind its table", function()
  local tdp = cost and hw.tdp return tdp
end, "tdp")
check("and not a name before it", line:sub(1, first - 1):find("hw%.$") ~= nil)

line, first = marked("a name that is read", function()
  local t = { tarif = 1 } local y = t.tarif + tarif return y -- luacheck: ignore
end, "tarif")
check("and not a field of the same name", line:sub(1, first - 1):find("%+ $") ~= nil)

line, first = marked("a unit between quotes", function()
  local MWh = show(cost, "MWh") return MWh
end, "MWh")
check("and not a name like it", line:sub(1, first - 1):find("\"$") ~= nil)
