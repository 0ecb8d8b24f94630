-- The allow list: what scripts and libraries see of Lua itself.
--
-- Everything is built up from nothing; what is not named here does not exist for them: no io,
-- os, debug, package, ffi, jit, load, no bytecode, no finalizers, no addresses, no random
-- numbers outside the graph. Tables of functions are read-only, and pairs goes in sorted order.

local native = ...

local base = {}

local originals = setmetatable({}, { __mode = "k" }) -- a read-only view -> the table behind it

-- ---- read-only views ----

--- A view of a table that cannot be changed.
---@param table_ table
---@param name string for messages
function base.read_only(table_, name)
  local view = setmetatable({}, {
    __index = function(_, key)
      local value = table_[key]
      if value == nil then
        local path = name .. "." .. tostring(key)
        native.raise(("%s has no '%s'"):format(name, tostring(key)), base.advice[path])
      end
      return value
    end,
    __newindex = function(_, key)
      native.raise(("%s.%s cannot be changed"):format(name, tostring(key)))
    end,
    __metatable = false,
  })
  originals[view] = table_
  return view
end

-- What to use instead of a function that scripts do not have.
base.advice = {
  ["math.random"] = "draw from a distribution, such as uniform(0, 1): it is reproducible",
  ["math.log10"] = "use log(x) / log(10)",
  ["string.dump"] = "scripts have no bytecode",
}

-- ---- order ----

local ranks = { number = 1, string = 2, boolean = 3 }

local function comes_before(a, b)
  local rank_a, rank_b = ranks[type(a)] or 4, ranks[type(b)] or 4
  if rank_a ~= rank_b then return rank_a < rank_b end
  if rank_a == 3 then return a and not b end
  if rank_a == 4 then return false end -- keys without an order keep the one they have
  return a < b
end

--- The keys of a table: numbers, then texts, then the rest; sorted.
function base.sorted_keys(table_)
  local keys = {}
  for key in next, originals[table_] or table_ do keys[#keys + 1] = key end
  table.sort(keys, comes_before)
  return keys
end

local function sorted_pairs(table_)
  if type(table_) ~= "table" then
    native.raise(("pairs goes through a table, not a %s"):format(type(table_)))
  end
  local meta = getmetatable(table_)
  if type(meta) == "table" and meta.__pairs then return meta.__pairs(table_) end
  local keys = base.sorted_keys(table_)
  local i = 0
  return function()
    i = i + 1
    local key = keys[i]
    if key ~= nil then return key, table_[key] end
  end
end

local function sorted_next(table_, key)
  local keys = base.sorted_keys(table_)
  if key == nil then return keys[1], table_[keys[1]] end
  for i, candidate in ipairs(keys) do
    if rawequal(candidate, key) then return keys[i + 1], table_[keys[i + 1]] end
  end
  native.raise("next: the table has no such key")
end

-- ipairs that also goes through read-only views, which LuaJIT's does not.
local function plain_ipairs(list)
  if type(list) ~= "table" then
    native.raise(("ipairs goes through a list, not a %s"):format(type(list)))
  end
  local i = 0
  return function()
    i = i + 1
    local value = list[i]
    if value ~= nil then return i, value end
  end
end

-- ---- functions that need a guard ----

--- tostring without addresses.
function base.tostring(...)
  if select("#", ...) == 0 then native.raise("tostring needs a value") end
  local value = ...
  local kind = type(value)
  if kind == "table" or kind == "userdata" then
    local meta = debug.getmetatable(value)
    if type(meta) == "table" and meta.__tostring then return tostring(value) end
    return kind
  end
  if kind == "function" or kind == "thread" then return kind end
  -- "5" for 5.0 too, so that every Lua prints the same.
  if kind == "number" and value == math.floor(value) and math.abs(value) < 1e15 then
    return ("%.0f"):format(value)
  end
  return tostring(value)
end

local function guarded_setmetatable(table_, meta)
  if type(table_) ~= "table" then
    native.raise(("setmetatable takes a table, not a %s"):format(type(table_)))
  end
  if type(meta) == "table" and rawget(meta, "__gc") ~= nil then
    native.raise("a metatable may not have __gc")
  end
  return setmetatable(table_, meta)
end

local function guarded_getmetatable(value)
  if type(value) ~= "table" then return nil end
  return getmetatable(value)
end

local function guarded_format(format, ...)
  if type(format) == "string" and format:gsub("%%%%", ""):find("%%[^%a]*p") then
    native.raise("string.format has no %p here")
  end
  local values = { ... }
  for i = 1, select("#", ...) do
    local kind = type(values[i])
    if kind == "table" or kind == "userdata" or kind == "function" then
      values[i] = base.tostring(values[i])
    end
  end
  return string.format(format, unpack(values, 1, select("#", ...)))
end

-- An interrupt goes through every pcall of a script: it has to stop.
local function is_interrupt(problem)
  return type(problem) == "table" and rawget(problem, "kind") == "cancelled"
end

local function pass_on(ok, problem, ...)
  if not ok and is_interrupt(problem) then error(problem, 0) end
  return ok, problem, ...
end

local function guarded_pcall(...) return pass_on(pcall(...)) end

local function guarded_xpcall(f, handler, ...)
  local arguments, count = { ... }, select("#", ...)
  return pass_on(xpcall(function() return f(unpack(arguments, 1, count)) end, handler))
end

-- ---- the list ----

unpack = unpack or table.unpack -- luacheck: ignore

local function subset(from, names)
  local chosen = {}
  for name in names:gmatch("%S+") do chosen[name] = from[name] end
  return chosen
end

local text = subset(string, "byte char find gmatch gsub len lower match rep reverse sub upper")
text.format = guarded_format

local tables = subset(table, "concat insert remove sort")
tables.unpack = unpack

base.globals = {
  assert = assert,
  error = error,
  getmetatable = guarded_getmetatable,
  ipairs = plain_ipairs,
  next = sorted_next,
  pairs = sorted_pairs,
  pcall = guarded_pcall,
  rawequal = rawequal,
  rawget = rawget,
  rawset = rawset,
  select = select,
  setmetatable = guarded_setmetatable,
  tonumber = tonumber,
  tostring = base.tostring,
  type = type,
  unpack = unpack,
  xpcall = guarded_xpcall,
  string = base.read_only(text, "string"),
  table = base.read_only(tables, "table"),
  math = base.read_only(
    subset(math, "abs ceil exp floor fmod huge log max min modf pi sqrt"), "math"),
  coroutine = base.read_only(
    subset(coroutine, "create resume running status wrap yield"), "coroutine"),
  _VERSION = _VERSION,
}

-- Methods of texts ("x"):rep(3) come from the same short list, unless they are the host's.
if not native.guest then
  local string_metatable = debug.getmetatable("")
  string_metatable.__index = text
  string_metatable.__metatable = false
end

return base
