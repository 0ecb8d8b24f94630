-- Options of a script: option(name), and `--name value` on the command line.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"

local options = {}

local given, asked = {}, {}

--- A new script: its options, as the command line has them.
function options.start(for_script) given, asked = for_script or {}, {} end

--- Options that the command line has and the script never asked for.
function options.unused()
  local unused = {}
  for name in pairs(given) do
    if not asked[name] then unused[#unused + 1] = name end
  end
  return unused, strict.keys(asked)
end

--- What `--name value` after the script's file says; its type follows the default's.
---@param name string
---@param about_it table? { default =, help = }
function options.option(name, about_it)
  if type(name) ~= "string" then errors.raise("option takes a name", "write option(\"rows\")") end
  about_it = arguments.check("option", about_it or {}, { default = "optional", help = "optional" })
  asked[name] = true
  local value = given[name]
  local default = about_it.default
  if value == nil then return default end
  local takes_true = default == nil or type(default) == "boolean" or type(default) == "string"
  if value == true and type(default) ~= "boolean" or value == "true" and not takes_true then
    errors.raise(("--%s needs a value"):format(name), ("write --%s VALUE"):format(name))
  end
  if type(default) == "number" then
    return tonumber(value)
      or errors.raise(("--%s takes a number, not '%s'"):format(name, value))
  end
  if type(default) == "boolean" then
    if value == true or value == "true" then return true end
    if value == "false" then return false end
    errors.raise(("--%s is true or false, not '%s'"):format(name, tostring(value)))
  end
  if default ~= nil and graph.is_node(default) then
    return quantity.override(name, default, value)
  end
  return value
end

return options
