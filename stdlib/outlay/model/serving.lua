--- What a trained model costs to use.
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local outcome = require "outlay.finance.outcome"

local M = {}

local known = {
  parameters = "required", active = "optional", peak = "required", bandwidth = "required",
  price = "required", chips = q"1 GPU", prompt = "required", output = "required",
  batch = 32, bytes = "optional", cache = q"0 B/token", mfu = "optional",
  bandwidth_use = "optional", utilisation = "optional", memory = "optional",
}

local function defaults(use)
  use.active = use.active or use.parameters
  use.bytes = use.bytes or default.assume("bytes for each weight", "1 B/parameter",
    "assumption: 8-bit weights")
  use.mfu = use.mfu or default.assume("MFU of prefill",
    function() return beta{ mean = 0.45, sd = 0.08 } end,
    "assumption: long prompts in a batch, as training without communication")
  use.bandwidth_use = use.bandwidth_use
    or default.assume("share of the memory bandwidth that decoding reaches",
      function() return beta{ mean = 0.6, sd = 0.08 } end,
      "assumption, after Pope et al. 2022, arXiv 2211.05102")
  use.utilisation = use.utilisation
    or default.assume("share of their time that serving chips are busy",
      function() return beta{ mean = 0.5, sd = 0.12 } end,
      "assumption: demand varies over the day")
end

-- Weights that one step reads: of a mixture, those of all tokens of the batch together.
local function weights_read(use)
  return min(use.active * use.batch, use.parameters) * use.bytes
end

-- The step, where weights and cache fit.
local function if_it_fits(step, use, context)
  if not use.memory then return step end
  local needed = use.parameters * use.bytes + use.batch * context * use.cache
  return outcome(le(needed, use.memory * use.chips), step, nil,
    "model.serving: weights and cache do not fit into the chips' memory",
    "take more chips, a smaller batch, or fewer bytes for each weight")
end

--- Serving: the cost of a token and of a query on one's own or rented chips.
---
---   prompt token = 2 * active / (peak * mfu)                 chip time; bound by arithmetic
---   decode step  = max( (weights read + batch * context * cache) / (bandwidth * its share),
---                       2 * active * batch / (peak * mfu) ) / chips
---   output token = decode step * chips / batch               chip time
---   cost         = chip time * price / utilisation
---
--- A decode step gives each of the batch's sequences one token. It reads all weights once (of a
--- mixture of experts those that its tokens use, at most all), and each sequence's cache. The
--- context is the prompt and half of the output. Communication between chips is not counted.
---
---     model.serving{ parameters = q"70e9 parameter", peak = hw.h100_sxm.peak.fp8,
---                    bandwidth = hw.h100_sxm.bandwidth, price = "2 USD/GPU/h", chips = q"4 GPU",
---                    prompt = q"1000 token", output = q"300 token" }
---
--- Method: Pope et al., Efficiently scaling transformer inference (2022), arXiv 2211.05102.
---
---@class outlay.model.serving
---@field parameters quantity parameter, all
---@field active? quantity parameter, of a token; all unless given
---@field peak quantity FLOP/s/GPU, dense
---@field bandwidth quantity B/s/GPU, of memory
---@field price quantity USD/GPU/hour
---@field prompt quantity token/query, or token: of one query
---@field output quantity token
---@field chips? quantity GPU that hold the model; 1
---@field batch? quantity|number sequences that are decoded together; 32
---@field bytes? quantity B/parameter; 1
---@field cache? quantity B/token, keys and values: 2 * layers * KV heads * head size * bytes; 0
---@field mfu? quantity|number of prefill; about 0.45
---@field bandwidth_use? quantity|number share of the bandwidth that decoding reaches; about 0.6
---@field utilisation? quantity|number share of the time that the chips are busy; about 0.5
---@field memory? quantity B/GPU; what does not fit is an error
---@class outlay.model.serving_cost
---@field prompt_price quantity USD/token
---@field output_price quantity USD/token
---@field query quantity USD
---@field query_hours quantity GPU-hour of a query, idle time included
---@field rate quantity token/s, of one sequence as it is decoded
---@field latency quantity s, of a whole query without waiting
---@param given outlay.model.serving
---@return outlay.model.serving_cost cost
function M.serving(given)
  local use = expect("model.serving", given, known, {
    parameters = "parameter", active = "parameter", peak = "FLOP/s/GPU", bandwidth = "B/s/GPU",
    price = "USD/GPU/hour", chips = "GPU", prompt = "token", output = "token", batch = "1",
    bytes = "B/parameter", cache = "B/token", mfu = "1", bandwidth_use = "1", utilisation = "1",
    memory = "B/GPU",
  }, { parameters = "above_zero", active = "above_zero", peak = "above_zero",
    bandwidth = "above_zero", price = "positive", chips = "above_zero", prompt = "positive",
    output = "positive", batch = "ratio", bytes = "above_zero", cache = "positive", mfu = "share",
    bandwidth_use = "share", utilisation = "share" })
  defaults(use)
  local context = use.prompt + use.output / 2
  local each = q"2 FLOP/parameter/token":named("operations of a forward pass")
    :source "Kaplan et al. 2020, arXiv 2001.08361"
  local compute = each * use.active / (use.peak * use.mfu) -- chip time of a token
  local sequences = use.batch * q"1 token" -- one token of each
  local reading = (weights_read(use) + use.batch * context * use.cache)
    / (use.bandwidth * use.bandwidth_use)
  local step = if_it_fits(max(reading, compute * sequences) / use.chips, use, context)
    :named("decode step")
  local decode = step * use.chips / sequences
  local paid = use.price / use.utilisation
  local cost = {}
  cost.prompt_price = (compute * paid):named("price of a prompt token")
  cost.output_price = (decode * paid):named("price of an output token")
  cost.query_hours = ((use.prompt * compute + use.output * decode) / use.utilisation)
    :named("chip time of a query")
  cost.query = (use.prompt * cost.prompt_price + use.output * cost.output_price):named("query")
  cost.rate = (q"1 token" / step):named("tokens a second")
  cost.latency = (use.prompt * compute / use.chips + use.output / cost.rate):named("latency")
  return cost
end

return M
