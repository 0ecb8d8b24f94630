--- Checks the arguments of a model: names, and the dimension of each.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local unit = require "core.unit"

local function dimension_of(text)
  if text == "1" then return 0 end
  local _, _, dimension = unit.describe(unit.parse(text))
  return dimension
end

local function check_dimension(who, name, value, wanted)
  local dimension = type(value) == "number" and 0 or graph.describe(value).dimension
  if dimension == dimension_of(wanted) then return end
  local advice = wanted == "1" and ("give %s as a number or in %%"):format(name)
    or ("give %s in a unit such as %s"):format(name, wanted)
  if dimension == 0 then
    errors.raise(("%s: %s is a plain number"):format(who, name), advice)
  end
  errors.raise(("%s: %s is %s"):format(who, name, unit.dimension(dimension)), advice)
end

--- The arguments of a model, complete: defaults filled in, texts such as "700 W/GPU" read, and
--- every quantity of the dimension that the model's formula needs.
---@param who string the model, for messages: "model.energy"
---@param given table what the caller wrote
---@param known table<string, any> as arguments.check takes it
---@param units table<string, string> a unit of the dimension of each argument; "1" for none
---@return table complete
return function(who, given, known, units)
  local complete = arguments.check(who, given, known)
  for name, wanted in pairs(units) do
    local value = complete[name]
    if value ~= nil then
      if type(value) ~= "number" then value = quantity.of(value) end
      check_dimension(who, name, value, wanted)
      complete[name] = value
    end
  end
  return complete
end
