-- examples/reference_scenario.lua for the benchmarks: its graph is built by running the script,
-- whose reports are left out; then it is evaluated as often as one likes, with all statistics.
--
-- Called with the loader's `require` and a clock in seconds, it returns the table below.

local require, clock = ...

local environment = require "outlay.boot.environment"
local loader = require "outlay.boot.loader"
local new_overrides = require "outlay.boot.overrides"
local run = require "core.run"
local sensitivity = require "core.sensitivity"

local path = "examples/reference_scenario.lua"
local outputs = { "compute", "research", "people", "data_cost", "contingency", "total" }
local probabilities = { 0.05, 0.25, 0.5, 0.75, 0.95 }

local scenario = { outputs = outputs }

local file = assert(io.open(path))
local text = file:read("*a")
file:close()

--- Runs the script anew, so that nothing is known of its inputs.
---@return number seconds
function scenario.build()
  local view, own = environment.script(new_overrides {})
  view.show, view.drivers = function() end, function() end
  local begin = clock()
  assert(loader.compile(text, "@" .. path, view))()
  local seconds = clock() - begin
  scenario.nodes = {}
  for i, name in ipairs(outputs) do scenario.nodes[i] = own[name] end
  return seconds
end

--- Sampling, evaluation, and mean, sd and five quantiles of six outputs.
---@param options table { samples =, threads =, seed =, exact =, sampling = }
---@return number seconds
---@return table[] statistics { mean, sd, standard_error, quantiles } of each output
function scenario.evaluate(options)
  local statistics = {}
  local begin = clock()
  local result = run.evaluate(scenario.nodes, options)
  for i = 1, #outputs do
    local moments = result:moments(i, 1)
    statistics[i] = { mean = moments.mean, sd = moments.sd,
      standard_error = moments.standard_error,
      quantiles = result:quantiles(i, 1, probabilities) }
  end
  return clock() - begin, statistics
end

--- First-order and total Sobol indices of the total.
---@param options table { samples =, threads = }
---@return number seconds
---@return integer groups of inputs
function scenario.indices(options)
  local begin = clock()
  local found = sensitivity.indices(scenario.nodes[#outputs], options, 0.95)
  return clock() - begin, #found.groups
end

return scenario
