--- How far off the training performance model is, as an uncertain input.
local M = {}

-- Standard deviations from the median to the 90 % and the 95 % quantile of a normal distribution,
-- and to the quartile, which is the median of absolute residuals.
local TO_90, TO_95, TO_75 = 1.2815515655446004, 1.6448536269514722, 0.6744897501960817

-- Median error of mixtures of experts whose rows the fit did not see; here and below from
-- docs/design/training_model.md.
local MIXTURE_MEDIAN, MIXTURE_ROWS = 0.147, 14

-- Accelerators whose constants are taken over from a sibling: what a first guess of them is worth.
local UNMEASURED_SD = 0.25

-- Of the two families of measured memory the one that is further off.
local MEMORY_MEDIAN, MEMORY_ROWS = 0.041, 81

local made = {}

local function spread(middle, sd)
  return lognormal{ p5 = math.exp(middle - TO_95 * sd), p95 = math.exp(middle + TO_95 * sd) }
end

local function of_mixtures()
  return spread(0, math.log(1 + MIXTURE_MEDIAN) / TO_75)
    :named("training model error (mixture of experts)")
    :source(("training model, residuals of family MoE, release 26.06: %d runs, the median of those "
      .. "unseen is off by %.1f %%"):format(MIXTURE_ROWS, 100 * MIXTURE_MEDIAN))
end

local function of_family(fitted)
  local low, high = math.log(fitted.low), math.log(fitted.high)
  return spread((low + high) / 2, (high - low) / (2 * TO_90))
    :named(("training model error (%s)"):format(fitted.family))
    :source(("training model, residuals of family %s: %d measured runs, 80 %% of them from %+.1f "
      .. "%% to %+.1f %%"):format(fitted.family, fitted.rows, 100 * (fitted.low - 1),
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
  local key = is_mixture and "mixture" or fitted.family
  if not made[key] then
    local make = is_mixture and of_mixtures or fitted.rows > 0 and of_family or of_unmeasured
    made[key] = make(fitted)
  end
  return made[key]
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
