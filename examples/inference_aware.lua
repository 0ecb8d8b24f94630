-- How large should a model be that will be served a lot: the size that is cheapest to train, or a
-- smaller one, trained for longer, that is cheaper to use?
--
-- One learns: the sizes of least work over a life from model.inference_aware, in money: training on
-- rented chips and serving by model.serving; at which use a smaller model pays.
--
--   outlay run examples/inference_aware.lua
--   outlay run examples/inference_aware.lua --set rent="1.5 USD/GPU/h"

rent = q"2 to 3 USD/GPU/h" :source "assumption: H100 for months, 2025"
local chip, quality = hw.h100_sxm, q"70e9 parameter" -- as good as a compute-optimal one of 70 B

-- An answer of 300 tokens to a prompt of 1,000: what a token costs on average.
local function price_of_token(parameters)
  local serve = model.serving{
    parameters = parameters, peak = chip.peak.fp8, bandwidth = chip.bandwidth, price = rent,
    chips = q"4 GPU", batch = 64, cache = q"160 kB/token",
    prompt = q"1000 token", output = q"300 token",
  }
  return serve.query / q"1300 token"
end

local function training(size)
  local hours = model.chip_hours{ work = size.training_work, peak = chip.peak.bf16, mfu = 0.4 }
  return model.rented{ chip_hours = hours, price = rent }
end

-- An operation costs more when serving than when training: memory is waited for, and chips idle.
local per_operation = price_of_token(quality) / (2 * quality * q"1 FLOP/parameter/token")
local in_training = rent / (chip.peak.bf16 * 0.4)
serving_cost = median(per_operation / in_training)
show(serving_cost, nil, "an operation of serving over one of training")

-- A cell with few digits.
local function cell(x)
  local number = value(x)
  return { text = ("%.3g"):format(number), value = number }
end

local rows, cheaper = {}, {}
for i, served in ipairs{ 0.3, 3, 30, 300 } do
  local tokens = served * u.Ttoken
  local size = model.inference_aware{ parameters = quality, served = tokens,
    serving_cost = serving_cost }
  local whole = training(size) + price_of_token(size.parameters) * tokens
  local optimal = training(size.compute_optimal) + price_of_token(size.compute_optimal.parameters)
    * tokens
  rows[i] = { served, cell(size.parameters / q"1e9 parameter"), cell(size.tokens / u.Ttoken),
    cell(mean(training(size)) / u.MUSD), cell(mean(whole) / u.MUSD), cell(mean(optimal) / u.MUSD) }
  cheaper[i] = mean(1 - whole / optimal)
end
tabulate{ title = "As good as a compute-optimal model of 70 billion parameters", rows = rows,
  columns = { "served (T)", "parameters (B)", "tokens (T)", "training (MUSD)", "in all (MUSD)",
    "compute-optimal (MUSD)" } }
show(cheaper[3], "%", "saved at 30 T tokens")
