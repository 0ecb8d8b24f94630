--- Published trends of hardware and algorithms: how fast, with the source.
local arguments = require "outlay.language.arguments"
local distribution = require "outlay.language.distribution"
local errors = require "core.error"
local law = require "outlay.trend.law"
local strict = require "outlay.language.strict"

local M = {}

local function times(low, middle, high, unit_text, tail)
  local function of(number) return ("%g %s"):format(number, unit_text) end
  return function()
    return distribution.quantiles{ { tail, of(low) }, { 0.5, of(middle) }, { 1 - tail, of(high) } }
  end
end

local gpu_source = "Hobbhahn and Besiroglu 2022, Trends in GPU price-performance, "
  .. "epoch.ai/blog/trends-in-gpu-price-performance"

-- FLOP/s for a dollar, doubling times with their 95 % intervals.
local hardware = {
  all_gpus = { of = times(2.24, 2.46, 2.72, "year", 0.025), source = gpu_source },
  ml_gpus = { of = times(1.54, 2.07, 3.13, "year", 0.025), source = gpu_source },
}

-- Compute for a given result, halving times.
local algorithms = {
  language_models = {
    of = times(5, 8, 14, "month", 0.025),
    source = "Ho et al. 2024, Algorithmic progress in language models, arXiv 2403.05812 (of the "
      .. "preprint; the NeurIPS version gives 2 to 22 months at 90 %)",
  },
  image_classifiers = {
    of = function() return "16 month" end,
    source = "Hernandez and Brown 2020, Measuring the algorithmic efficiency of neural networks, "
      .. "arXiv 2005.04305 (44 times less compute for AlexNet's result, 2012 to 2019)",
  },
}

local function known(who, list, name)
  return list[name] or errors.raise(("%s: there is no '%s'"):format(who, tostring(name)),
    strict.suggestion(tostring(name), strict.keys(list)))
end

--- Price-performance of hardware by a Moore-type law: FLOP/s for a dollar doubles in 2.07 years (95
--- %: 1.54 to 3.13) for GPUs used in machine learning, "ml_gpus", and in 2.46 (2.24 to 2.72) for
--- "all_gpus".
---
---     better = trend.price_performance{ start = q"3e10 FLOP/s/USD", at = 2023 }
---
--- Source: Hobbhahn and Besiroglu 2022, epoch.ai.
---
---@param given { start: quantity | number, at: number | string, of: string? } of: "ml_gpus" unless
---  given
---@return outlay.trend.curve
function M.price_performance(given)
  local who = "trend.price_performance"
  given = arguments.check(who, given, { start = "required", at = "required", of = "ml_gpus" })
  local there = known(who, hardware, given.of)
  return law.exponential{ start = given.start, at = given.at, doubling = there.of(),
    name = "price-performance", source = there.source }
end

--- Algorithmic efficiency: the compute for a given result halves in 8 months (95 %: 5 to 14) for
--- "language_models", and halved in 16 months for "image_classifiers".
---
---     needed = trend.algorithmic_efficiency{ start = q"3.14e23 FLOP", at = 2020.4 }
---
--- Sources: Ho et al. 2024, arXiv 2403.05812; Hernandez and Brown 2020, arXiv 2005.04305.
---
---@param given { start: quantity, at: number | string, of: string? } of: "language_models" unless
---  given
---@return outlay.trend.curve compute that is needed
function M.algorithmic_efficiency(given)
  local who = "trend.algorithmic_efficiency"
  given = arguments.check(who, given,
    { start = "required", at = "required", of = "language_models" })
  local there = known(who, algorithms, given.of)
  return law.exponential{ start = given.start, at = given.at, halving = there.of(),
    name = "compute for a given result", source = there.source }
end

return M
