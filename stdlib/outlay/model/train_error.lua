--- How far off the training performance model is, as an uncertain input.
local M = {}

-- Standard deviations from the median to the 90 % and the 95 % quantile of a normal distribution,
-- and to the quartile, which is the median of absolute residuals.
local TO_90, TO_95, TO_75 = 1.2815515655446004, 1.6448536269514722, 0.6744897501960817

-- Accelerators whose constants are taken over from a sibling: what a first guess of them is worth.
local UNMEASURED_SD = 0.25

-- Of the two families of measured memory the one that is further off.
local MEMORY_MEDIAN, MEMORY_ROWS = 0.041, 81

local made = {}

local function spread(middle, sd)
  return lognormal{ p5 = math.exp(middle - TO_95 * sd), p95 = math.exp(middle + TO_95 * sd) }
end

-- A script's run is one of a family that the constants have not seen: its error is that of families
-- that were left out of the fit.
local function of_unseen(fitted, is_mixture)
  local low, high = math.log(fitted.low), math.log(fitted.high)
  return spread((low + high) / 2, (high - low) / (2 * TO_90))
    :named(("training model error (%s%s)"):format(fitted.family,
      is_mixture and ", mixture of experts" or ""))
    :source(("training model, residuals of %d families of published runs that were left out of the "
      .. "fit: 80 %% from %+.1f %% to %+.1f %%"):format(fitted.families, 100 * (fitted.low - 1),
      100 * (fitted.high - 1)))
end

local function of_unmeasured(fitted)
  return spread(0, UNMEASURED_SD)
    :named(("training model error (%s)"):format(fitted.family))
    :source(("assumption: no run on %s was measured, its constants are those of %s; a standard "
      .. "deviation of %.0f %%"):format(fitted.family, fitted.fitted, 100 * UNMEASURED_SD))
end

--- Measured over predicted time. All runs of one family share the draw, so that the error does not
--- blur how they compare; x:fresh() gives an independent one.
---@param fitted table of core.train.predict
---@param is_mixture boolean
---@return node
function M.of(fitted, is_mixture)
  if fitted.rows == 0 then is_mixture = false end
  local key = fitted.family .. (is_mixture and " mixture" or "")
  if not made[key] then
    made[key] = fitted.rows > 0 and of_unseen(fitted, is_mixture) or of_unmeasured(fitted)
  end
  return made[key]
end

--- Chip-hours that model cards state over those of the steps and interruptions of the run: restarts
--- from earlier points, evaluation, longer contexts, annealing, attempts that failed, waiting. The
--- quantiles are those of 16 stated figures over the model's (docs/design/training_model.md).
---@return node
function M.of_stated_hours()
  made.stated = made.stated or quantiles{ p10 = 1.07, p50 = 1.21, p90 = 2.02 }
    :named("hours stated over hours of steps")
    :source("training model, 16 model cards and papers of 2022 to 2025 (OPT, BLOOM, LLaMA 1 to 4, "
      .. "Falcon): stated GPU-hours over predicted ones, median 1.21, 80 % from 1.07 to 2.02")
  return made.stated
end

--- Measured over predicted memory.
---@return node
function M.of_memory()
  made.memory = made.memory or spread(0, math.log(1 + MEMORY_MEDIAN) / TO_75)
    :named("memory model error")
    :source(("training model, residuals of family memory, bloom: %d measured runs, the median is "
      .. "off by %.1f %%"):format(MEMORY_ROWS, 100 * MEMORY_MEDIAN))
  return made.memory
end

return M
