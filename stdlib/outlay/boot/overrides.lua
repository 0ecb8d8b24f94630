-- `--set name=text`: what takes the place of a value that the script assigns.
--
-- The texts become quantities before the script runs, in the order of their names, and their
-- inputs are numbered apart: another value for one quantity moves no draw of the others.
-- A name with a dot is a fact of a catalog: set_facts.lua.

local native = ...

local guard = require "outlay.boot.guard"
local quantity = require "outlay.language.quantity"
local view = require "outlay.boot.view"

local Overrides = {}
Overrides.__index = Overrides

local function numbered_apart(f, ...)
  native.number_apart(true)
  local ok, answer = pcall(f, ...)
  native.number_apart(false)
  if not ok then error(answer, 0) end
  return answer
end

local function parse(text)
  local ok, node = guard.pcall(quantity.parse, text)
  -- A text that is no quantity may be meant for a name that holds none, or have a unit that the
  -- script declares.
  return ok and node or nil
end

--- Whether the command line sets a name.
function Overrides:has(name) return self.texts[name] ~= nil end

--- The value for a name that the script assigns.
---@param name string
---@param value any what the script assigns
function Overrides:apply(name, value)
  self.used[name] = true
  return numbered_apart(quantity.override, name, value, self.texts[name], self.nodes[name])
end

--- The first name, in their order, that is not among those that a script sets.
---@param names table<string, any>
function Overrides:first_without(names)
  for _, name in ipairs(view.sorted_keys(self.texts)) do
    if not names[name] then return name end
  end
end

--- Raises where a fact of a catalog was set and not taken.
function Overrides:check_facts()
  if self.sets_facts then require("outlay.boot.set_facts").check_used() end
end

--- The overrides of one run.
---@param texts table<string, string>
return function(texts)
  local self = setmetatable({ texts = {}, nodes = {}, used = {} }, Overrides)
  for _, name in ipairs(view.sorted_keys(texts)) do
    local text = texts[name]
    local node = numbered_apart(parse, text)
    if name:find(".", 1, true) then
      self.sets_facts = true
      require("outlay.boot.set_facts").add(name, text, node)
    else
      self.texts[name], self.nodes[name] = text, node
    end
  end
  return self
end
