--- How long a training run takes, on how many chips, and whether it fits: the word `train`.
local arguments = require "outlay.language.arguments"
local cluster = require "outlay.model.train_cluster"
local core = require "core.train"
local errors = require "core.error"
local goodput_of = require "outlay.model.train_goodput"
local model_error = require "outlay.model.train_error"
local interrupted = require "outlay.model.train_interrupted"
local numbers = require "outlay.model.train_number"
local report = require "outlay.model.train_report"
local search = require "outlay.model.train_search"
local strategies = require "outlay.model.train_strategy"
local workload_of = require "outlay.model.train_workload"

local M = {}

local precisions = { bf16 = true, fp16 = true, fp8 = true, fp4 = true, tf32 = true, fp32 = true }

local known = {
  model = "required", architecture = "optional", sequence = "optional", cluster = "required",
  tokens = "optional", strategy = "optional", search = "optional", precision = "bf16",
  batch = "required", reliability = "optional", allow_misfit = false,
}

local function check_memory(predicted, allowed)
  if predicted.memory.problem and not allowed then
    errors.raise("train: " .. predicted.memory.problem, predicted.memory.advice)
  end
end

local exposed_kinds = { "tensor", "context", "expert", "pipeline", "data" }

-- The quantities of a step.
local function add_step(run, predicted, off)
  run.step_time = (predicted.time * u.s * off):named("step time")
  run.mfu = (predicted.mfu / off):named("MFU"):note("of the dense 16-bit peak, causal FLOPs")
  run.hfu = (predicted.hfu / off):named("HFU"):note("of the dense 16-bit peak, recompute counted")
  run.terms, run.exposed = {}, {}
  for name, seconds in pairs(predicted.terms) do
    run.terms[name] = (seconds * u.s * off):named(name)
  end
  for _, name in ipairs(exposed_kinds) do run.exposed[name] = run.terms[name] end
  local memory_off = model_error.of_memory()
  run.memory = (predicted.memory.bytes * u["B/GPU"] * memory_off)
    :named("memory of the fullest device")
  run.memory_by_kind = {}
  for name, bytes in pairs(predicted.memory.kinds) do
    run.memory_by_kind[name] = (bytes * u["B/GPU"] * memory_off):named(name)
  end
  run.tokens_per_step = (predicted.tokens * u.token):named("tokens per step")
end

local function as_tokens(tokens)
  if type(tokens) == "string" then return q(tokens) end
  if type(tokens) == "number" then return tokens * u.token end
  return tokens
end

-- The middle of a run's tokens as a number, nil where it has none.
local function tokens_of(tokens)
  return tokens ~= nil and numbers.middle("tokens", as_tokens(tokens), "token") or nil
end

-- The quantities of a whole run.
local function add_run(run, tokens, count)
  tokens = as_tokens(tokens)
  local middle = numbers.middle("tokens", tokens, "token")
  if not (middle > 0 and middle < math.huge) then
    errors.raise(("train: a run of %.8g tokens"):format(middle), "write tokens = q\"15T token\"")
  end
  local steps = (tokens / run.tokens_per_step):named("steps")
  run.wall_time = (steps * run.step_time / run.goodput):named("wall time")
  run.interruptions = interrupted.count(run.wall_time, run.reliability)
  run.chip_hours = (count * run.wall_time):named("chip-hours")
  run.stated_hours = (run.chip_hours * model_error.of_stated_hours()):named("chip-hours as stated")
    :note("with what model cards count beside the steps of one run")
end

--- The training performance model (docs/design/training_model.md): the time of a step, where it
--- goes, the memory, and what failures make of the run.
---
---     local run = train{
---       model = models.llama_31_405b, sequence = 8192, batch = q"16.777216M token",
---       tokens = q"15.6T token", cluster = { gpu = hw.h100_sxm, count = 16384 },
---       strategy = { tp = 8, pp = 16, interleave = 8 },
---     }
---     show(run.chip_hours)
---     run.explain()
---
---@class outlay.model.train
---@field model table a record of `models`, or sizes: layers, hidden, heads, kv_heads, head_dim, ffn
---@field architecture? table sizes that the record lacks
---@field sequence quantity|number tokens of a sequence
---@field batch quantity|number tokens of a step, or the number of its sequences
---@field cluster table gpu, count; fabric, domain, fast_bandwidth, memory, efficiency
---@field tokens? quantity of the whole run; gives wall_time and chip_hours
---@field strategy? table tp, pp, cp, ep, micro_batch, interleave, zero, recompute, ...
---@field search? table|boolean instead of a strategy; objective, deadline, counts, top, ...
---@field precision? string bf16 (unless given), fp16, fp8, fp4
---@field reliability? table|false failure_rate, restart, checkpoint, ...; false: nothing fails
---@field allow_misfit? boolean predict what does not fit into memory, too
---@param given outlay.model.train
---@return table run
function M.train(given)
  local t = arguments.check("train", given, known)
  if t.strategy and t.search then
    errors.raise("train takes a strategy or a search, not both",
      "fix parts of a search with search = { strategy = { ... } }")
  end
  if not precisions[t.precision] then
    errors.raise(("train: there is no precision '%s'"):format(tostring(t.precision)),
      "write precision = \"bf16\" (unless given), \"fp16\", \"fp8\" or \"fp4\"")
  end
  local ask = { workload = workload_of(t.model, t.architecture, t.sequence) }
  local count, inputs
  ask.machine, count, inputs = cluster.read(t.cluster)
  local devices = ask.machine.devices
  strategies.check_devices(devices)
  local batch = strategies.sequences(t.batch, ask.workload.sequence)
  local run, base = { count = count }, strategies.base(t.precision)
  if t.strategy then
    ask.strategy = strategies.complete(t.strategy, base, devices, batch)
  else
    local whole = { tokens = tokens_of(t.tokens), reliability = t.reliability }
    ask.strategy, run.search, devices = search.search(t.search or true, base, ask, batch, whole)
    if devices ~= ask.machine.devices then count = devices * u.GPU end
    ask.machine.devices, run.count = devices, count
  end
  local predicted = core.predict(ask)
  check_memory(predicted, t.allow_misfit)
  local off = model_error.of(predicted.error, (ask.workload.experts or 0) > 0)
  for _, input in ipairs(inputs) do off = off * cluster.factor(ask, input) end
  run.strategy, run.predicted = ask.strategy, predicted
  add_step(run, predicted, off)
  run.goodput, run.reliability = goodput_of(count, devices, t.reliability)
  if t.tokens ~= nil then add_run(run, t.tokens, count) end
  local flops = predicted.model_flops / devices * u["FLOP/GPU"]
  run.throughput = (flops / run.step_time):named("throughput of a GPU")
    :note("the model's own operations, causal count")
  run.full_throughput = (run.throughput * (core.count{ workload = ask.workload }.full_flops
    * predicted.tokens / predicted.model_flops)):named("throughput of a GPU, full attention")
    :note("attention counted without its mask, as older publications do")
  --- Puts a table of where the step's time goes into the report.
  run.explain = function() return report.explain(run) end
  return run
end

return M
