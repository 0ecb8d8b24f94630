-- Environments: the global names of a library and of a script.

local native = ...

local base = require "outlay.boot.base"

local environment = {}

-- ---- the vocabulary, loaded word by word ----

local vocabulary = nil -- word -> { module, field }
local words = {} -- word -> value, once used

local function entries()
  if not vocabulary then
    vocabulary = {}
    for _, entry in ipairs(require "outlay.vocabulary") do vocabulary[entry.word] = entry end
  end
  return vocabulary
end

--- The value of a word of the vocabulary or of Lua's allow list; nil if it is neither.
local function lookup(name)
  local value = base.globals[name]
  if value ~= nil then return value end
  value = words[name]
  if value ~= nil then return value end
  local entry = entries()[name]
  if not entry then return nil end
  local module = require(entry.module)
  value = entry.field and module[entry.field] or module
  if value == nil then
    error(("vocabulary.lua: %s has no %s"):format(entry.module, entry.field))
  end
  words[name] = value
  return value
end

--- All names that a script could read: words, Lua's names, and its own.
---@param own table? name -> value
---@return string[] sorted
function environment.names(own)
  local set = {}
  for name in pairs(entries()) do set[name] = true end
  for name in pairs(base.globals) do set[name] = true end
  for name in pairs(own or {}) do set[name] = true end
  return base.sorted_keys(set)
end

local gone = {
  io = "scripts reach files by data.csv(path)",
  os = "scripts do not see the system; use option(name) for settings",
  load = "scripts do not load code from texts; use require",
  loadstring = "scripts do not load code from texts; use require",
  dofile = "use require",
  debug = "use explain(x) to look into a quantity",
}

local function raise_unknown(name, own)
  if gone[name] then native.raise(("there is no '%s' here"):format(name), gone[name]) end
  name = base.tostring(name)
  local strict = require "outlay.language.strict"
  native.raise(("nothing is called '%s'"):format(name),
    strict.suggestion(name, environment.names(own)))
end

--- The environment of libraries: the vocabulary, read-only.
---@param safe_require function
function environment.library(safe_require)
  base.globals.require = safe_require
  local view = setmetatable({}, {
    __index = function(_, name)
      local value = lookup(name)
      if value == nil then raise_unknown(name) end
      return value
    end,
    __newindex = function(_, name)
      native.raise(("a library sets no global name ('%s')"):format(base.tostring(name)),
        "write `local` before it, and return what the library gives in a table")
    end,
    __metatable = false,
  })
  return view
end

--- The environment of one script.
---
--- A bare assignment names a quantity. An override (`--set`) takes the place of what the
--- script assigns.
---@param overrides table see boot/overrides.lua
---@return table environment
---@return table own the script's names and values
function environment.script(overrides)
  local own = {}
  local quantity = require "outlay.language.quantity"
  local view = setmetatable({}, {
    __index = function(_, name)
      local value = own[name]
      if value == nil then value = lookup(name) end
      if value == nil then raise_unknown(name, own) end
      return value
    end,
    __newindex = function(_, name, value)
      if value ~= nil and overrides:has(name) then value = overrides:apply(name, value) end
      own[name] = quantity.named(value, name)
    end,
    __metatable = false,
  })
  return view, own
end

return environment
