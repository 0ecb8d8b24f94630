-- What a script or a library cannot do, whatever it tries; and that hostile arguments of core.*
-- raise instead of reaching memory.

local graph, run, unit = require "core.graph", require "core.run", require "core.unit"

local function raises(what, f, ...)
  local ok, problem = pcall(f, ...)
  check(what, not ok and type(problem) ~= "nil")
end

-- ---- numbers and lists from outside ----

local node = q"1 to 2 USD"
for _, odd in ipairs{ -1, 0.5, 2^32 + 1, 1e9, 1e300, 1/0, -1/0, 0/0 } do
  local name = tostring(odd)
  raises("there is no unit " .. name, unit.describe, odd)
  raises("no number has the unit " .. name, graph.parameter, 1, odd)
  raises("there is no axis " .. name, graph.axis_describe, odd)
  raises("no label on axis " .. name, graph.at, node, odd, "2026")
  raises("no sum over axis " .. name, graph.reduce, "sum", node, odd)
end

for _, odd in ipairs{ -1, 0/0, 1/0 } do
  raises("no result keeps bytes " .. tostring(odd), run.evaluate, { node }, { keep_bytes = odd })
end

for _, odd in ipairs{ 1e9, -1, 0.5 } do
  raises("there is no dimension " .. odd, unit.dimension, odd)
  raises("there is no money " .. odd, unit.money_text, odd)
end
for _, odd in ipairs{ 1e300, 1e-300, 0, -1, 1/0, 0/0 } do
  raises("no exchange rate is " .. odd, unit.set_rate, "EUR", 2024, odd, "a test")
  raises("no price index is " .. odd, unit.set_index, "EUR", 2024, odd, "a test")
end
raises("no unit goes on after a zero byte", unit.parse, "USD\0 and more")
raises("no quantity goes on after a zero byte", q, "5 USD\0 and more")

-- On Lua 5.4 the length of this table is 2^63 - 1.
local holes = { [5] = node, [9223372036854775807] = node, node, node, node, node }
for k = 3, 62 do holes[2^k] = node end
local ok, problem = pcall(run.evaluate, holes)
check("a list with holes is no way past the end of memory",
  ok or tostring(problem):find("list", 1, true) ~= nil or tostring(problem):find("missing") ~= nil)

-- ---- what all share ----

for name, shared in pairs{ string = string, math = math, hw = hw, ["core.graph"] = graph } do
  raises("rawset leaves " .. name .. " alone", rawset, shared, "upper", 1)
  raises("table.insert leaves " .. name .. " alone", table.insert, shared, 1)
end
raises("the metatable that scripts see of hw stays", function()
  getmetatable(hw).__pairs = function() return function() end end
end)

local function assign(to, name) return function() to[name] = 1 end end
raises("a word's functions stay", assign(data, "csv"))
raises("an axis can be made as before", assign(axis, "range"))
raises("declaring units stays", assign(units, "count"))
raises("a module of the library stays",
  assign(require "outlay.language.distribution", "uniform"))
raises("a table within a module stays", assign(require("outlay.language.files").data, "csv"))

-- ---- what is the program's alone ----

for name, fields in pairs{
  ["outlay.report.check"] = { "start", "counts" }, ["outlay.report.output"] = { "start" },
  ["outlay.language.settings"] = { "start" }, ["outlay.catalog.layers"] = { "pin" },
  ["outlay.language.options"] = { "start", "unused" },
} do
  for _, field in ipairs(fields) do
    check(("%s.%s is out of reach"):format(name, field), require(name)[field] == nil)
  end
end
raises("no library changes a value that others have", function() return graph.set_parameter end)
for _, name in ipairs{ "session", "loader", "problem", "overrides", "reserved" } do
  raises("no script has boot." .. name, require, "outlay.boot." .. name)
end

-- ---- Ctrl-C ----

raises("a library cannot stop all code", function()
  require("core.error").raise("stop", nil, "cancelled")
end)
raises("what looks like an interrupt is caught", function()
  error({ kind = "cancelled", message = "interrupted" })
end)
raises("an error made to look like one is caught", function()
  local _, made = pcall(q, "1 USDD")
  made.kind = "cancelled"
  error(made)
end)

-- ---- addresses ----

local function caught(f)
  local _, raised = pcall(f)
  return raised
end
local words = string
check("no message shows an address",
  not caught(function() return words[{}] end).message:find("0x", 1, true) -- luacheck: ignore
    and not caught(function() words[print] = 1 end).message:find("0x", 1, true) -- luacheck: ignore
    and not string.format("%s", coroutine.create(print)):find("0x", 1, true))

-- ---- coroutines ----

local function deeper(depth)
  local inner = coroutine.wrap(deeper)
  return inner(depth + 1) + 1
end
raises("coroutines do not nest until the stack ends", deeper, 1)
local counter = coroutine.wrap(function() for i = 1, 1000 do coroutine.yield(i) end end)
for _ = 1, 999 do counter() end
check("a coroutine can be resumed often", counter() == 1000)

-- ---- error objects ----

local long = ("\195\164"):rep(2000) .. "\0end"
check("a message is as long as it is", caught(function()
  require("core.error").raise(long, long)
end).message == long)
local cut = caught(function() graph.at(node, 1e6, "x" .. long) end).message
  .. caught(function() return q("1 " .. ("\195\164"):rep(2000)) end).message
check("a message is not cut within a character", not cut:find("\195[^\128-\191]"))
check("a wrong metatable is the script's mistake", tostring(caught(function()
  setmetatable({}, 5)
end)):find("test_isolation.lua", 1, true) ~= nil)

check("NaN prints without a sign", tostring(0/0) == "nan" and tostring(-(0/0)) == "nan")
local spoilt = caught(function() return q"5 USD" + q"3 h" end)
spoilt.frames = { 1, {} }
check("an error object with odd fields still has a text",
  tostring(spoilt) == "cannot add money and time")
