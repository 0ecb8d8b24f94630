-- Named arguments: what a function takes, checked once and in one wording.

local errors = require "core.error"
local strict = require "outlay.language.strict"

local arguments = {}

--- Checks a table of named arguments and fills in defaults.
---@param who string the function's name, for messages
---@param given table what the caller wrote between braces
---@param known table argument -> "required", "optional", or its default value
---@return table complete a new table
---@param example string? how to write it, where the names alone do not say it
function arguments.check(who, given, known, example)
  given = strict.plain(given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    errors.raise(("%s takes named arguments"):format(who), example and "write " .. example
      or ("write %s{ name = value, ... } with names among %s"):format(who,
        table.concat(strict.keys(known), ", ")))
  end
  for name in pairs(given) do
    if known[name] == nil then
      errors.raise(("%s has no argument '%s'"):format(who, tostring(name)),
        strict.suggestion(tostring(name), strict.keys(known)))
    end
  end
  local complete = {}
  for name, default in pairs(known) do
    local value = given[name]
    if value == nil and default == "required" then
      errors.raise(("%s needs '%s'"):format(who, name),
        ("write %s{ %s = ... }"):format(who, name))
    end
    if value == nil and default ~= "optional" then value = default end
    complete[name] = value
  end
  return complete
end

return arguments
