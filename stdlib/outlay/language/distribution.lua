-- Distributions: uncertain inputs by what people know of them.
--
-- Arguments are numbers, quantities, or texts with units; they are named, so that nobody has
-- to guess whether a second number is an sd or a quantile.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"

local distribution = {}

-- The 95 % quantile of the standard normal.
local Z95 = 1.6448536269514722

local of = quantity.of

local function sqrt(x) return graph.apply("square_root", x) end

-- Exactly one of two pairs of arguments must be there.
local function one_of(who, given, first, second)
  local has_first = given[first[1]] ~= nil and given[first[2]] ~= nil
  local has_second = given[second[1]] ~= nil and given[second[2]] ~= nil
  local count = 0
  for _, name in ipairs { first[1], first[2], second[1], second[2] } do
    if given[name] ~= nil then count = count + 1 end
  end
  if has_first ~= has_second and count == 2 then return has_first end
  errors.raise(("%s needs either %s and %s, or %s and %s"):format(who, first[1], first[2],
    second[1], second[2]),
    ("write %s{ %s = ..., %s = ... }"):format(who, first[1], first[2]))
end

local BY_MEAN_OR_QUANTILES = { mean = "optional", sd = "optional", p5 = "optional",
  p95 = "optional" }

--- Normal, by mean and sd or by its 5 % and 95 % quantiles.
function distribution.normal(given)
  given = arguments.check("normal", given, BY_MEAN_OR_QUANTILES,
    "normal{ mean = ..., sd = ... } or normal{ p5 = ..., p95 = ... }")
  if one_of("normal", given, { "mean", "sd" }, { "p5", "p95" }) then
    return graph.input("normal", { of(given.mean), of(given.sd) })
  end
  local low, high = of(given.p5), of(given.p95)
  return graph.input("normal", { (low + high) / 2, (high - low) / (2 * Z95) })
end

--- Lognormal, by its 5 % and 95 % quantiles (as "a to b" does) or by mean and sd.
function distribution.lognormal(given)
  given = arguments.check("lognormal", given, BY_MEAN_OR_QUANTILES,
    "lognormal{ p5 = ..., p95 = ... } or lognormal{ mean = ..., sd = ... }")
  if one_of("lognormal", given, { "p5", "p95" }, { "mean", "sd" }) then
    return graph.input("lognormal", { of(given.p5), of(given.p95) })
  end
  local mean, sd = of(given.mean), of(given.sd)
  local variance = graph.apply("log", 1 + (sd / mean) ^ 2) -- of the logarithm
  local spread = Z95 * sqrt(variance)
  local median = mean * graph.apply("exp", -variance / 2)
  return graph.input("lognormal",
    { median * graph.apply("exp", -spread), median * graph.apply("exp", spread) })
end

--- The lognormal whose 5 % and 95 % quantiles are low and high: "low to high" for values
--- that are not literals.
function distribution.interval(low, high)
  return distribution.lognormal { p5 = low, p95 = high }
end

--- Uniform between two values: uniform(low, high) or uniform{ low =, high = }.
function distribution.uniform(low, high)
  if high == nil then
    if type(low) ~= "table" then
      errors.raise("uniform needs two values, the lowest and the highest",
        "write uniform(low, high)")
    end
    local given = arguments.check("uniform", low, { low = "required", high = "required" })
    low, high = given.low, given.high
  end
  return graph.input("uniform", { of(low), of(high) })
end

--- Triangular, by its least, most likely and greatest values.
function distribution.triangular(given)
  given = arguments.check("triangular", given,
    { low = "required", mode = "required", high = "required" })
  return graph.input("triangular", { of(given.low), of(given.mode), of(given.high) })
end

-- alpha and beta of the beta distribution on [0, 1] with this mean and sd, by the moments:
-- alpha = m (m (1 - m) / s^2 - 1), beta = (1 - m) (m (1 - m) / s^2 - 1).
local function beta_shapes(given, low, high)
  local mean = (of(given.mean) - low) / (high - low)
  local sd = of(given.sd) / (high - low)
  if type(given.mean) == "number" and type(given.sd) == "number"
    and type(given.low) == "number" and type(given.high) == "number" then
    local limit = math.sqrt(math.max(0, (given.mean - given.low) * (given.high - given.mean)))
    if given.sd >= limit or given.sd <= 0 then
      errors.raise(("beta cannot have mean %g and sd %g on [%g, %g]"):format(given.mean,
        given.sd, given.low, given.high),
        limit > 0 and ("with this mean the sd lies between 0 and %.4g"):format(limit)
          or "the mean lies between low and high")
    end
  end
  local size = mean * (1 - mean) / sd ^ 2 - 1
  return mean * size, (1 - mean) * size
end

-- A mean with a unit needs bounds with one.
local function check_beta_range(given)
  if given.mean == nil or given.low ~= 0 or given.high ~= 1 then return end
  if graph.describe(of(given.mean)).dimension ~= 0 then
    errors.raise("beta lies between 0 and 1 unless low and high say otherwise; the mean has a unit",
      "write beta{ mean = ..., sd = ..., low = ..., high = ... }, all of the same kind of unit")
  end
end

--- Beta on [low, high] (0 to 1 unless given), by mean and sd or by alpha and beta.
function distribution.beta(given)
  given = arguments.check("beta", given, { mean = "optional", sd = "optional",
    alpha = "optional", beta = "optional", low = 0, high = 1 },
    "beta{ mean = ..., sd = ... }, with low = ... and high = ... where it is not from 0 to 1")
  check_beta_range(given)
  local low, high = of(given.low), of(given.high)
  local alpha, beta
  if one_of("beta", given, { "mean", "sd" }, { "alpha", "beta" }) then
    alpha, beta = beta_shapes(given, low, high)
  else
    alpha, beta = of(given.alpha), of(given.beta)
  end
  return graph.input("beta", { alpha, beta, low, high })
end

--- One of several values, with probabilities in proportion to weights (equal if not given).
function distribution.choice(given)
  given = arguments.check("choice", given, { values = "required", weights = "optional" })
  if type(given.values) ~= "table" or #given.values == 0 then
    errors.raise("choice needs at least one value",
      "write choice{ values = { a, b }, weights = { 2, 1 } }")
  end
  local weights = given.weights
  if weights and #weights ~= #given.values then
    errors.raise(("choice has %d values and %d weights"):format(#given.values, #weights),
      "give one weight for each value")
  end
  local parameters = {}
  for i, value in ipairs(given.values) do
    parameters[#parameters + 1] = of(value)
    parameters[#parameters + 1] = of(weights and weights[i] or 1)
  end
  return graph.input("discrete", parameters)
end

return distribution
