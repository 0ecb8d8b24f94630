--- How a training run is laid out over its devices: what a script says, checked and completed.
local core = require "core.train"
local errors = require "core.error"
local numbers = require "outlay.model.train_number"
local strict = require "outlay.language.strict"

local M = {}

-- The model counts devices and sequences as whole numbers of 32 bits; no cluster has as many.
local MOST_DEVICES, MOST_SEQUENCES = 16777216, 2 ^ 31

local function is_whole(x, most) return x >= 1 and x <= most and x % 1 == 0 end

--- Raises unless all names are among those that are known.
---@param what string for messages: "strategy"
---@param given table
---@param known string[]
function M.check_names(what, given, known)
  local there = {}
  for _, name in ipairs(known) do there[name] = true end
  for name in pairs(given) do
    if not there[name] then
      errors.raise(("train: %s has no field '%s'"):format(what, tostring(name)),
        strict.suggestion(tostring(name), known) or "the guide on training lists its fields")
    end
  end
end

--- What today's frameworks do, where a strategy does not say otherwise.
---@param precision string
---@return table strategy
function M.base(precision)
  return {
    precision = precision == "fp16" and "bf16" or precision, gradient_bytes = 4, zero = 1,
    attention = "vendor", software = "fused", fused_accumulation = true, fused_loss = true,
    data_overlap = true, pipeline_overlap = true, split = "balanced",
  }
end

--- The sequences of a step.
---@param batch quantity|number tokens, or a plain number of sequences
---@param sequence number tokens
---@return number sequences
function M.sequences(batch, sequence)
  local exact = batch
  if type(batch) ~= "number" then exact = numbers.middle("batch", batch, "token") / sequence end
  local whole = math.floor(exact + 0.5)
  if type(batch) ~= "number" and math.abs(exact - whole) <= 1e-6 * whole then exact = whole end
  if not is_whole(exact, MOST_SEQUENCES) then
    errors.raise(("train: a batch of %.8g sequences is not whole, or not from 1 to %d"):format(
      exact, MOST_SEQUENCES), ("write batch = 256 for as many sequences, or a multiple of the "
      .. "sequence's %.8g tokens"):format(sequence))
  end
  return exact
end

--- Raises unless a number of devices is one that a cluster can have.
---@param devices number
function M.check_devices(devices)
  if not is_whole(devices, MOST_DEVICES) then
    errors.raise(("train: a cluster of %.8g devices is not whole, or not from 1 to 16,777,216")
      :format(devices), "write cluster = { gpu = hw.h100_sxm, count = 1024 }")
  end
end

local function check_degree(strategy, name)
  local x = strategy[name]
  if type(x) == "number" and is_whole(x, MOST_DEVICES) then return end
  errors.raise(("train: strategy.%s is %s, which is no whole number of at least 1"):format(name,
    type(x) == "number" and ("%.8g"):format(x) or "a " .. type(x)), ("write %s = 8"):format(name))
end

--- A strategy with what it does not say.
---@param given table the argument `strategy` of train
---@param base table of M.base, which becomes the answer
---@param devices number
---@param batch number sequences
---@return table strategy
function M.complete(given, base, devices, batch)
  if type(given) ~= "table" then
    errors.raise(("train: strategy is a %s"):format(type(given)),
      "write strategy = { tp = 8, pp = 16 }")
  end
  M.check_names("strategy", given, core.strategy_fields)
  local strategy = base
  for name, content in pairs(given) do strategy[name] = content end
  for _, name in ipairs { "tp", "pp", "cp", "micro_batch" } do
    strategy[name] = strategy[name] or 1
    check_degree(strategy, name)
  end
  if strategy.sequence_parallel == nil then strategy.sequence_parallel = strategy.tp > 1 end
  strategy.global_batch = strategy.global_batch or batch
  local model = strategy.tp * strategy.pp * strategy.cp
  if strategy.dp == nil then
    if devices % model ~= 0 then
      errors.raise(("train: tp %d, pp %d and cp %d do not make up %d devices"):format(strategy.tp,
        strategy.pp, strategy.cp, devices),
        ("their product, %.8g, must divide the cluster's count"):format(model))
    end
    strategy.dp = devices / model
  end
  check_degree(strategy, "dp")
  if strategy.dp * model ~= devices then
    errors.raise(("train: tp %d, pp %d, cp %d and dp %d do not make up %d devices"):format(
      strategy.tp, strategy.pp, strategy.cp, strategy.dp, devices),
      "leave dp out: it is what the others leave of the cluster's count")
  end
  return strategy
end

return M
