-- What can be asked of a quantity with a colon, and how it prints.

local errors = require "core.error"
local graph = require "core.graph"
local strict = require "outlay.language.strict"

local methods = {}
local module = { names = function() return strict.keys(methods) end }

local function annotator(kind)
  return function(self, text)
    if type(text) ~= "string" then errors.raise(("a %s is a text"):format(kind)) end
    return graph.annotate(self, kind, text)
  end
end

--- Where a value comes from: q"45 USD/MWh" :source "utility sheet, 2026-05".
methods.source = annotator "source"
--- A remark that explain shows.
methods.note = annotator "note"
--- The name that reports and messages use.
methods.named = annotator "name"

--- An independent copy: its inputs are drawn anew.
function methods:fresh() return graph.fresh(self) end

--- The amount in another kind of money: x:into("USD2024").
function methods:into(kind) return require("outlay.language.money").into(self, kind) end

local function axis_of(self, given, who)
  local axis = require "outlay.language.axis"
  if not axis.is(given) then
    errors.raise(("%s goes over an axis"):format(who), ("write x:%s(year)"):format(who))
  end
  for _, id in ipairs(graph.describe(self).axes) do
    if id == given.id then return id end
  end
  errors.raise(("the value has no axis '%s'"):format(given.name), module.axes_text(self))
end

-- "it has the axes year, scenario"
function module.axes_text(node)
  local axis = require "outlay.language.axis"
  local names = {}
  for _, id in ipairs(graph.describe(node).axes) do names[#names + 1] = axis.of(id).name end
  if #names == 0 then return "it has no axes" end
  return "it has the axes " .. table.concat(names, ", ")
end

local function reducer(name, operation)
  methods[name] = function(self, over)
    return graph.reduce(operation, self, axis_of(self, over, name))
  end
end

reducer("sum", "sum")
reducer("product", "product")
reducer("mean", "mean")
reducer("least", "least")
reducer("greatest", "greatest")
reducer("cumulative", "cumulative_sum")
reducer("cumulative_product", "cumulative_product")

--- The value `steps` labels before (1 unless given); `fill` before the first label, which
--- has its own value there unless given.
function methods:lag(over, steps, fill)
  if steps ~= nil and (type(steps) ~= "number" or steps % 1 ~= 0) then
    errors.raise("lag takes a whole number of labels",
      "write x:lag(year, 2): the value two labels before")
  end
  return graph.lag(self, axis_of(self, over, "lag"), steps or 1, fill)
end

--- The value at labels: x:at{ scenario = "base", year = 2030 }.
function methods:at(labels)
  local axis = require "outlay.language.axis"
  if type(labels) ~= "table" then errors.raise("at takes labels: x:at{ year = 2030 }") end
  local result = self
  for name, label in pairs(labels) do
    local found
    for _, id in ipairs(graph.describe(result).axes) do
      if axis.of(id).name == name then found = axis.of(id) end
    end
    if not found then
      errors.raise(("the value has no axis '%s'"):format(tostring(name)), module.axes_text(result))
    end
    local text = type(label) == "number" and ("%.14g"):format(label) or tostring(label)
    if not found:find(text) then
      errors.raise(("axis '%s' has no label '%s'"):format(found.name, text),
        strict.suggestion(text, found.labels))
    end
    result = graph.at(result, found.id, text)
  end
  return result
end

--- Gives nodes their methods and their printed form.
---@param metatable table the metatable of nodes
function module.install(metatable)
  metatable.__metatable = false
  metatable.__index = function(_, name)
    local method = methods[name]
    if method == nil then
      errors.raise(("a quantity has no '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), strict.keys(methods)))
    end
    return method
  end
  metatable.__newindex = function()
    errors.raise("a quantity has no fields to set", "give it a source with x:source(text)")
  end
  metatable.__tostring = function(node) return require("outlay.report.value").text(node) end
  metatable.__concat = function(a, b) return tostring(a) .. tostring(b) end
  metatable.__mod = function()
    errors.raise("a quantity has no remainder, '%'", "write x - y * floor(x / y)")
  end
  metatable.__idiv = function()
    errors.raise("a quantity has no whole division, '//'", "write floor(x / y)")
  end
  metatable.__len = function() errors.raise("a quantity has no length") end
  metatable.__call = function()
    errors.raise("a quantity is not a function", "a name of yours may hide a word: rename it")
  end
end

return module
