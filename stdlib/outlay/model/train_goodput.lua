--- What failures, checkpoints and restarts leave of a run's time: core/training/goodput.h as quantities, so
--- that uncertain rates flow through.
local core = require "core.train"
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local middle = require "outlay.model.middle"

local paper = "Llama Team, The Llama 3 Herd of Models, 2024, arXiv 2407.21783, section 3.3.4"

local known = {
  failure_rate = "optional", planned_rate = "optional", checkpoint = "optional",
  restart = "optional", preemption_rate = "optional", interval = "optional", flush = "optional",
  replace = "optional", spares = "optional", repair = "optional", slow_share = "optional",
  slow_factor = "optional",
}
local units = {
  failure_rate = "1/GPU/day", planned_rate = "1/day", checkpoint = "s", restart = "s",
  preemption_rate = "1/day", interval = "s", flush = "s", replace = "s", spares = "1",
  repair = "s", slow_share = "1", slow_factor = "1",
}

-- Units of the core, for the medians that it is asked with.
local of_the_core = {
  failure_rate = "1/GPU/s", planned_rate = "1/s", checkpoint = "s", restart = "s",
  preemption_rate = "1/s", interval = "s", flush = "s", replace = "s", spares = "1",
  repair = "s", slow_share = "1", slow_factor = "1",
}

-- Made where nobody gives another: functions, since each is one draw for all runs.
local defaults = {
  failure_rate = function()
    return default.assume("failure rate", function()
      local seen = q"419 1/GPU" / 16384 / q"54 day"
      return lognormal{ p5 = seen / 2, p95 = seen * 2 }
    end, paper .. ": 419 unexpected interruptions of 16,384 H100 in 54 days; a factor of two "
      .. "either way is ours")
  end,
  planned_rate = function()
    return default.assume("planned interruptions", function() return q"47" / q"54 day" end,
      paper .. ": 47 in 54 days")
  end,
  checkpoint = function()
    return default.assume("checkpoint", "5 to 30 s",
      "assumption: how long training stands still for a checkpoint")
  end,
  restart = function()
    return default.assume("restart", "5 to 20 min",
      "assumption: detecting a failure, replacing a node, loading, warming up")
  end,
}

-- In a fixed order, so that draws are the same whoever asks first.
local order = { "failure_rate", "planned_rate", "checkpoint", "restart" }

local function add_defaults(given)
  for _, name in ipairs(order) do
    if given[name] == nil then given[name] = defaults[name]() end
  end
end

--- The useful share of a run's wall time.
---
---   Tf      = 1 / (count * failure rate + preemption rate)
---   factor  = Tf / interval * exp(restart / Tf) * (exp((interval + checkpoint) / Tf) - 1)
---   goodput = (1 - planned rate * (checkpoint + restart)) / factor / stragglers
---
--- The interval between checkpoints is the one that is best at the medians, unless it is given.
--- Method: Daly, Future Generation Computer Systems 22, 2006, equation 20.
---@param count node
---@param devices number its median
---@param given table | false the argument `reliability`; false: nothing ever fails
---@return node goodput
---@return table? at what the core says at the medians
return function(count, devices, given)
  if given == false then return q"1":named("goodput"):note("no interruptions assumed"), nil end
  local r = expect("train: reliability", given or {}, known, units)
  add_defaults(r)
  local ask = { devices = devices }
  for name, unit_text in pairs(of_the_core) do
    if r[name] ~= nil then
      ask[name] = middle.of(r[name], unit_text)
    end
  end
  local at = core.goodput(ask)
  local planned = r.planned_rate * (r.checkpoint + r.restart)
  local kept = (1 - planned) * (1 - at.straggling)
  local rate = count * r.failure_rate
  if r.preemption_rate then rate = rate + r.preemption_rate end
  if at.time_to_failure == math.huge then return kept:named("goodput"), at end
  local between = (1 / rate):named("time between failures")
  local interval = (at.interval * u.s):named("checkpoint interval")
    :note("the best one at the medians, unless given")
  local restart = r.restart
  if r.replace then restart = restart + at.no_spare * r.replace end
  if r.flush then restart = restart + max(r.flush - r.checkpoint, 0 * u.s) end
  local factor = between / interval * exp(restart / between)
    * (exp((interval + r.checkpoint) / between) - 1)
  return (kept / factor):named("goodput"):note("Daly 2006, equation 20"), at
end
