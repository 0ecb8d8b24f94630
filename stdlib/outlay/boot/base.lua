-- The allow list: what scripts and libraries see of Lua itself.
--
-- Everything is built up from nothing; what is not named here does not exist for them: no io,
-- os, debug, package, ffi, jit, load, no bytecode, no finalizers, no addresses, no random
-- numbers outside the graph. Tables of functions are read-only, and pairs goes in sorted order.

local guard = require "outlay.boot.guard"
local plain = require "outlay.boot.plain"
local view = require "outlay.boot.view"

local base = {
  tostring = plain.tostring, read_only = view.read_only, frozen = view.frozen,
  sorted_keys = view.sorted_keys,
}

unpack = unpack or table.unpack -- luacheck: ignore

local function subset(from, names)
  local chosen = {}
  for name in names:gmatch("%S+") do chosen[name] = from[name] end
  return chosen
end

local text = subset(string, "byte char find gmatch gsub len lower match rep reverse sub upper")
text.format = plain.format

local tables = subset(table, "concat")
for _, name in ipairs { "insert", "remove", "sort" } do
  tables[name] = view.changing("table." .. name, table[name])
end
tables.unpack = unpack

local coroutines = subset(coroutine, "create running status yield")
coroutines.resume, coroutines.wrap = guard.resume, guard.wrap

base.globals = {
  assert = assert,
  error = error,
  getmetatable = guard.getmetatable,
  ipairs = view.ipairs,
  next = view.next,
  pairs = view.pairs,
  pcall = guard.pcall,
  rawequal = rawequal,
  rawget = rawget,
  rawset = view.changing("rawset", rawset),
  select = select,
  setmetatable = guard.setmetatable,
  tonumber = tonumber,
  tostring = plain.tostring,
  type = type,
  unpack = unpack,
  xpcall = guard.xpcall,
  string = view.read_only(text, "string", { dump = "scripts have no bytecode" }),
  table = view.read_only(tables, "table"),
  math = view.read_only(
    subset(math, "abs ceil exp floor fmod huge log max min modf pi sqrt"), "math", {
      random = "draw from a distribution, such as uniform(0, 1): it is reproducible",
      log10 = "use log(x) / log(10)",
    }),
  coroutine = view.read_only(coroutines, "coroutine"),
  _VERSION = _VERSION,
}

-- Methods of texts ("x"):rep(3) come from the same short list.
local string_metatable = debug.getmetatable("")
string_metatable.__index = text
string_metatable.__metatable = false

return base
