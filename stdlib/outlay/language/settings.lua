-- How values are computed: samples, seed, threads. The command line wins over the script.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"

local settings = {}

local built_in = { samples = 100000, seed = 1, threads = 0 }
local script = {}
local command_line = {}

local function checked(who, given)
  local chosen = arguments.check(who, given,
    { samples = "optional", seed = "optional", threads = "optional" })
  for name, value in pairs(chosen) do
    if type(value) ~= "number" or value < 0 or value ~= math.floor(value)
      or (name == "samples" and value < 1) then
      errors.raise(("%s: %s must be a whole number%s"):format(who, name,
        name == "samples" and " from 1" or ""))
    end
  end
  return chosen
end

--- Settings of a script: defaults{ samples = 1e6, seed = 7 }.
function settings.defaults(given) script = checked("defaults", given) end

--- Settings from the command line; a fresh start for a new script.
function settings.start(given)
  script = {}
  command_line = checked("settings", given)
end

--- The settings in force.
---@return table { samples =, seed =, threads = }
function settings.current()
  local current = {}
  for name, default in pairs(built_in) do
    current[name] = command_line[name] or script[name] or default
  end
  return current
end

return settings
