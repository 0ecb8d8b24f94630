-- Lua's own functions that need a guard: metatables, protected calls, coroutines.

local native = ...

local unpack = unpack or table.unpack -- luacheck: ignore

local guard = {}

-- ---- metatables ----

function guard.setmetatable(table_, meta)
  if type(table_) ~= "table" then
    native.raise(("setmetatable takes a table, not a %s"):format(type(table_)))
  end
  if meta ~= nil and type(meta) ~= "table" then
    native.raise(("a metatable is a table or nil, not a %s"):format(type(meta)))
  end
  if meta and rawget(meta, "__gc") ~= nil then native.raise("a metatable may not have __gc") end
  local locked = debug.getmetatable(table_)
  if locked and rawget(locked, "__metatable") ~= nil then
    native.raise("the metatable of this table cannot be changed")
  end
  return setmetatable(table_, meta)
end

function guard.getmetatable(value)
  if type(value) ~= "table" then return nil end
  return getmetatable(value)
end

-- ---- protected calls ----

-- An interrupt goes through every pcall of a script: it has to stop. It is known by its metatable,
-- which nothing but the host can give.
local function is_interrupt(problem)
  return debug.getmetatable(problem) == native.interrupt_metatable
end

local function pass_on(ok, problem, ...)
  if not ok and is_interrupt(problem) then error(problem, 0) end
  return ok, problem, ...
end

function guard.pcall(...) return pass_on(pcall(...)) end

function guard.xpcall(f, handler, ...)
  local arguments, count = { ... }, select("#", ...)
  local function handle(problem)
    if is_interrupt(problem) then return problem end
    return handler(problem)
  end
  return pass_on(xpcall(function() return f(unpack(arguments, 1, count)) end, handle))
end

-- ---- coroutines ----

-- Coroutines that resume one another use the C stack, and LuaJIT crashes where it ends.
local MOST_NESTED = 150
local nested = 0

local function after_resume(ok, problem, ...)
  nested = nested - 1
  return pass_on(ok, problem, ...)
end

function guard.resume(...)
  if nested >= MOST_NESTED then native.raise("coroutines are nested too deep") end
  nested = nested + 1
  return after_resume(coroutine.resume(...))
end

local function results_of(ok, problem, ...)
  if not ok then error(problem, 0) end
  return problem, ...
end

function guard.wrap(f)
  local thread = coroutine.create(f)
  return function(...) return results_of(guard.resume(thread, ...)) end
end

return guard
