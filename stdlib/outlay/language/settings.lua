-- How values are computed: samples and how they are spread, seed, threads. The command line wins
-- over the script.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"

local settings = {}

local built_in = { samples = 100000, seed = 1, threads = 0, sampling = "mc", exact = false }
local script = {}
local command_line = {}

local whole = { samples = 1, seed = 0, threads = 0 } -- and the least that each may be
local samplings = { mc = true, lhs = true, sobol = true }

local function check_number(who, name, value, least, is_whole)
  if type(value) ~= "number" or value ~= value or value < least or value == math.huge
    or (is_whole and value ~= math.floor(value)) then
    errors.raise(("%s: %s must be a %s%s"):format(who, name,
      is_whole and "whole number" or "number",
      least > 0 and (" from %g"):format(least) or ""))
  end
end

-- stop = { relative_error = 0.01, most = 1e8 }. (The word is not `until`, which Lua has taken.)
local function check_stop(who, stop)
  stop = arguments.check(who .. ": stop", stop, { relative_error = "required", most = 1e8 })
  if type(stop.relative_error) ~= "number" or stop.relative_error ~= stop.relative_error
    or stop.relative_error <= 0
    or stop.relative_error == math.huge then
    errors.raise(("%s: a relative error is a number above 0"):format(who),
      "write stop = { relative_error = 0.01 } for 1 %")
  end
  check_number(who, "most", stop.most, 1, true)
  return stop
end

local function checked(who, given)
  local chosen = arguments.check(who, given, { samples = "optional", seed = "optional",
    threads = "optional", sampling = "optional", exact = "optional", stop = "optional" })
  for name, least in pairs(whole) do
    if chosen[name] ~= nil then check_number(who, name, chosen[name], least, true) end
  end
  if chosen.sampling ~= nil and not samplings[chosen.sampling] then
    errors.raise(("%s: there is no sampling '%s'"):format(who, tostring(chosen.sampling)),
      "write \"mc\" (Monte Carlo), \"lhs\" (Latin hypercube) or \"sobol\"")
  end
  if chosen.exact ~= nil and type(chosen.exact) ~= "boolean" then
    errors.raise(("%s: exact is true or false"):format(who))
  end
  if chosen.stop ~= nil then chosen.stop = check_stop(who, chosen.stop) end
  return chosen
end

--- Settings of a script: defaults{ samples = 1e6, seed = 7, sampling = "sobol" }.
function settings.defaults(given) script = checked("defaults", given) end

--- Settings from the command line; a fresh start for a new script.
function settings.start(given)
  script = {}
  command_line = checked("settings", given)
end

--- The settings in force.
---@return table current { samples =, seed =, threads =, sampling =, exact =, relative_error =,
---  most_samples = }
---  the last two only where there is an error to stop at
function settings.current()
  local current = {}
  for name, default in pairs(built_in) do
    current[name] = default
    if script[name] ~= nil then current[name] = script[name] end
    if command_line[name] ~= nil then current[name] = command_line[name] end
  end
  local stop = command_line.stop or script.stop
  if stop then
    current.relative_error, current.most_samples = stop.relative_error, stop.most
  end
  return current
end

--- The settings in force, for as many samples as are asked for and no more.
function settings.fixed()
  local current = settings.current()
  current.relative_error, current.most_samples = nil, nil
  return current
end

return settings
