-- Distributions: uncertain inputs by what people know of them.
--
-- Arguments are numbers, quantities, or texts with units; they are named, so that nobody has
-- to guess whether a second number is an sd or a quantile. Two quantiles are any two of p1 to p99.

local arguments = require "outlay.language.arguments"
local core = require "core.distribution"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"

local distribution = {}

-- The 95 % quantile of the standard normal.
local Z95 = 1.6448536269514722

local of = quantity.of

local function score(probability) return core.quantile("normal", { 0, 1 }, probability) end

local function sqrt(x) return graph.apply("square_root", x) end

-- ---- what is given ----

-- Takes the arguments p1 to p99 out of what is given.
local function take_quantiles(given)
  given = strict.plain(given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then return given, {} end
  local rest, quantiles = {}, {}
  for name, value in pairs(given) do
    local percent = type(name) == "string" and tonumber(name:match("^p([1-9]%d?)$"))
    if percent then
      quantiles[#quantiles + 1] = { p = percent / 100, value = value, name = name }
    else
      rest[name] = value
    end
  end
  table.sort(quantiles, function(a, b) return a.p < b.p end)
  return rest, quantiles
end

-- "normal{ mean = ..., sd = ... } or normal{ p5 = ..., p95 = ... }"
local function example_of(who, ways)
  local texts = {}
  for i, way in ipairs(ways) do
    local names = way[1] == "quantiles" and { "p5", "p95" } or way
    texts[i] = ("%s{ %s = ... }"):format(who, table.concat(names, " = ..., "))
  end
  return table.concat(texts, " or ")
end

-- The way by which a distribution is given: the one whose arguments are all there, and no others.
-- `ways` are lists of names; "quantiles" stands for two of p1 to p99.
local function way_of(who, given, quantiles, ways)
  local count = #quantiles
  for _, way in ipairs(ways) do
    for _, name in ipairs(way) do
      if given[name] ~= nil then count = count + 1 end
    end
  end
  for _, way in ipairs(ways) do
    local here = 0
    for _, name in ipairs(way) do
      if given[name] ~= nil then here = here + 1 end
    end
    if way[1] == "quantiles" then
      if #quantiles == 2 and count == 2 then return way end
    elseif here == #way and count == here then
      return way
    end
  end
  local texts = {}
  for i, way in ipairs(ways) do
    texts[i] = way[1] == "quantiles" and "two quantiles such as p5 and p95"
      or table.concat(way, " and ")
  end
  errors.raise(("%s needs either %s"):format(who, table.concat(texts, ", or ")),
    "write " .. example_of(who, { ways[1] }))
end

-- Checks the arguments and finds the way. `known` has those beside the ways'.
local function read(who, given, ways, known)
  local rest, quantiles = take_quantiles(given)
  local all = {}
  for name, default in pairs(known or {}) do all[name] = default end
  for _, way in ipairs(ways) do
    for _, name in ipairs(way) do
      if name ~= "quantiles" then
        all[name] = "optional"
      else
        all.p5, all.p95 = "optional", "optional" -- for messages; they are taken out already
      end
    end
  end
  local complete = arguments.check(who, rest, all, example_of(who, ways))
  return complete, quantiles, way_of(who, complete, quantiles, ways)
end

local QUANTILES, MOMENTS = { "quantiles" }, { "mean", "sd" }

-- A quantity that is certain, as a number of its base unit; what it is told by `what`.
local function certain(who, x, what)
  local node = of(x)
  local kind = graph.describe(node)
  if kind.uncertain then
    errors.raise(("%s: %s must be certain"):format(who, what),
      "normal, lognormal and uniform take uncertain parameters")
  end
  if kind.operation == "constant" or kind.operation == "parameter" then return kind.value end
  return require("core.run").evaluate({ node }):moments(1, 1).mean
end

local function ratio(who, a, b)
  local quotient = of(a) / of(b)
  local kind = graph.describe(quotient)
  if kind.dimension ~= 0 then
    errors.raise(("%s: both values must have the same dimension"):format(who), nil, "dimension")
  end
  return certain(who, quotient, "what it is given")
end

-- Refuses what no positive quantity can have, in the words it was given in. What is uncertain is
-- looked at sample by sample.
local function check_positive(who, values)
  for _, x in ipairs(values) do
    local kind = graph.describe(of(x.value))
    if kind.value and kind.value <= 0 then
      errors.raise(("a %s is positive; its %s cannot be %s"):format(who, x.name, tostring(x.value)),
        "write normal{ ... } for what may be negative, or shift(x, by)")
    end
  end
end

local function check_rising(who, low, high)
  local a, b = graph.describe(of(low.value)), graph.describe(of(high.value))
  if a.value and b.value and a.dimension == b.dimension and a.value >= b.value then
    local texts = { tostring(low.value), tostring(high.value) }
    errors.raise(("a %s with %s at %s and %s at %s: quantiles rise"):format(who, texts[1], low.name,
      texts[2], high.name), a.value > b.value
      and ("%s = %s, %s = %s"):format(low.name, texts[2], high.name, texts[1]) or nil)
  end
end

-- The parameters of a kind whose scale is a quantity, by two quantiles or by mean and sd, as
-- numbers; each is worked out for a value of 1. Then the value.
local function solved(who, given, quantiles, way)
  if way == QUANTILES then
    local low, high = quantiles[1], quantiles[2]
    check_positive(who, quantiles)
    check_rising(who, low, high)
    local a, b, c, d = core.from_quantiles(who, low.p, 1, high.p, ratio(who, high.value, low.value))
    return { a, b, c, d }, of(low.value)
  end
  check_positive(who, { { name = "mean", value = given.mean } })
  local sd = graph.describe(of(given.sd)).value
  if sd and sd <= 0 then
    errors.raise(("the sd of a %s is %s; it must be positive"):format(who, tostring(given.sd)))
  end
  local a, b, c, d = core.from_moments(who, 1, ratio(who, given.sd, given.mean))
  return { a, b, c, d }, of(given.mean)
end

-- ---- by two numbers that say where and how wide ----

--- Normal, by mean and sd or by two quantiles.
function distribution.normal(given)
  local complete, quantiles, way = read("normal", given, { MOMENTS, QUANTILES })
  if way == MOMENTS then
    return graph.input("normal", { of(complete.mean), of(complete.sd) })
  end
  local low, high = quantiles[1], quantiles[2]
  local a, b = score(low.p), score(high.p)
  local x, y = of(low.value), of(high.value)
  if low.p == 0.05 and high.p == 0.95 then
    return graph.input("normal", { (x + y) / 2, (y - x) / (2 * Z95) })
  end
  local sd = (y - x) / (b - a)
  return graph.input("normal", { x - a * sd, sd })
end

--- Lognormal, by two quantiles (as "a to b" does) or by mean and sd.
function distribution.lognormal(given)
  local complete, quantiles, way = read("lognormal", given, { QUANTILES, MOMENTS })
  if way == QUANTILES then
    local low, high = quantiles[1], quantiles[2]
    local x, y = of(low.value), of(high.value)
    if low.p == 0.05 and high.p == 0.95 then return graph.input("lognormal", { x, y }) end
    -- Straight in the logarithm: a step of the score is a factor.
    local a, b = score(low.p), score(high.p)
    local step = y / x
    return graph.input("lognormal",
      { x * step ^ ((-Z95 - a) / (b - a)), x * step ^ ((Z95 - a) / (b - a)) })
  end
  check_positive("lognormal", { { name = "mean", value = complete.mean } })
  local mean, sd = of(complete.mean), of(complete.sd)
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

--- Uniform between two values: uniform(low, high), uniform{ low =, high = }, or by two quantiles or
--- mean and sd.
function distribution.uniform(low, high)
  if high ~= nil then return graph.input("uniform", { of(low), of(high) }) end
  local complete, quantiles, way = read("uniform", low, { { "low", "high" }, QUANTILES, MOMENTS })
  if way == QUANTILES then
    local a, b = quantiles[1], quantiles[2]
    local width = (of(b.value) - of(a.value)) / (b.p - a.p)
    local from = of(a.value) - a.p * width
    return graph.input("uniform", { from, from + width })
  elseif way == MOMENTS then
    local mean, half = of(complete.mean), math.sqrt(3) * of(complete.sd)
    return graph.input("uniform", { mean - half, mean + half })
  end
  return graph.input("uniform", { of(complete.low), of(complete.high) })
end

-- ---- by low, mode and high ----

--- Triangular, by its least, most likely and greatest values.
function distribution.triangular(given)
  given = arguments.check("triangular", given,
    { low = "required", mode = "required", high = "required" })
  return graph.input("triangular", { of(given.low), of(given.mode), of(given.high) })
end

--- PERT: a beta by its least, most likely and greatest values, smoother than the triangular and
--- nearer to the mode.
function distribution.pert(given)
  given = arguments.check("pert", given,
    { low = "required", mode = "required", high = "required" })
  return graph.input("pert", { of(given.low), of(given.mode), of(given.high) })
end

-- ---- beta ----

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

--- Beta on [low, high] (0 to 1 unless given), by mean and sd, two quantiles, or alpha and beta.
function distribution.beta(given)
  local complete, quantiles, way = read("beta", given,
    { MOMENTS, QUANTILES, { "alpha", "beta" } }, { low = 0, high = 1 })
  check_beta_range(complete)
  local low, high = of(complete.low), of(complete.high)
  local alpha, beta
  if way == MOMENTS then
    alpha, beta = beta_shapes(complete, low, high)
  elseif way == QUANTILES then
    local a, b = quantiles[1], quantiles[2]
    alpha, beta = core.from_quantiles("beta",
      a.p, ratio("beta", of(a.value) - low, high - low), b.p,
      ratio("beta", of(b.value) - low, high - low))
  else
    alpha, beta = complete.alpha, complete.beta
  end
  return graph.input("beta", { of(alpha), of(beta), low, high })
end

-- ---- positive quantities ----

local function positive(who, given, own)
  local complete, quantiles, way = read(who, given, { MOMENTS, QUANTILES, own })
  if way == own then return { of(complete[own[1]]), of(complete[own[2]]) } end
  local parameters, value = solved(who, complete, quantiles, way)
  return { of(parameters[1]), parameters[2] * value }
end

--- Gamma, by mean and sd, two quantiles, or shape and scale.
function distribution.gamma(given)
  return graph.input("gamma", positive("gamma", given, { "shape", "scale" }))
end

--- Weibull, by mean and sd, two quantiles, or shape and scale: times to failure.
function distribution.weibull(given)
  return graph.input("weibull", positive("weibull", given, { "shape", "scale" }))
end

--- Pareto, by mean and sd, two quantiles, or shape and least value: heavy tails. Up to shape 1
--- there is no mean, up to 2 no standard deviation.
function distribution.pareto(given)
  return graph.input("pareto", positive("pareto", given, { "shape", "low" }))
end

--- Exponential, by its mean or one quantile: waiting times.
function distribution.exponential(given)
  local rest, quantiles = take_quantiles(given)
  local complete = arguments.check("exponential", rest, { mean = "optional" })
  if complete.mean ~= nil and #quantiles == 0 then
    return graph.input("exponential", { of(complete.mean) })
  end
  if complete.mean ~= nil or #quantiles ~= 1 then
    errors.raise("exponential needs either mean or one quantile such as p50",
      "write exponential{ mean = ... }")
  end
  local only = quantiles[1]
  local of_mean_one = core.quantile("exponential", { 1 }, only.p)
  return graph.input("exponential", { of(only.value) / of_mean_one })
end

--- Student's t, by degrees of freedom and location and scale, two quantiles, or mean and sd.
function distribution.student_t(given)
  local own = { "location", "scale" }
  local complete, quantiles, way = read("student_t", given, { own, QUANTILES, MOMENTS },
    { degrees = "required" })
  local degrees = of(complete.degrees)
  if way == own then
    return graph.input("student_t", { degrees, of(complete.location), of(complete.scale) })
  end
  local number = certain("student_t", complete.degrees, "degrees")
  if way == MOMENTS then
    if number <= 2 then
      local message = "a student_t of %g degrees of freedom has no standard deviation"
      errors.raise(message:format(number),
        "give more than 2 degrees, or two quantiles")
    end
    return graph.input("student_t",
      { degrees, of(complete.mean), of(complete.sd) * math.sqrt((number - 2) / number) })
  end
  local low, high = quantiles[1], quantiles[2]
  local a = core.quantile("student_t", { number, 0, 1 }, low.p)
  local b = core.quantile("student_t", { number, 0, 1 }, high.p)
  local scale = (of(high.value) - of(low.value)) / (b - a)
  return graph.input("student_t", { degrees, of(low.value) - a * scale, scale })
end

-- ---- counts ----

--- Poisson: how many of what happens at a constant rate, by the mean number.
function distribution.poisson(given)
  given = arguments.check("poisson", given, { mean = "required" })
  return graph.input("poisson", { of(given.mean) })
end

--- Binomial: how many of a number of trials succeed, by trials and probability, or mean and sd.
function distribution.binomial(given)
  local own = { "trials", "probability" }
  local complete, _, way = read("binomial", given, { own, MOMENTS })
  if way == own then
    return graph.input("binomial", { of(complete.trials), of(complete.probability) })
  end
  local trials, probability = core.from_moments("binomial",
    certain("binomial", complete.mean, "mean"), certain("binomial", complete.sd, "sd"))
  return graph.input("binomial", { of(trials), of(probability) })
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

-- ---- by points ----

--- From samples: empirical{ 3.1, 2.7, ... } or empirical{ samples = { ... }, unit = "h" }; straight
--- lines between the sorted samples.
function distribution.empirical(given)
  if type(given) == "table" and given.samples == nil and #given > 0 then
    given = { samples = given }
  end
  given = arguments.check("empirical", given, { samples = "required", unit = "optional" })
  if type(given.samples) ~= "table" or #given.samples == 0 then
    errors.raise("empirical needs a list of samples", "write empirical{ samples = { ... } }")
  end
  local one = given.unit ~= nil and quantity.parse("1 " .. given.unit) or nil
  local entries = {}
  for i, sample in ipairs(given.samples) do
    local node = one and of(sample) * one or of(sample)
    entries[i] = { node = node, value = certain("empirical", node, "a sample") }
  end
  table.sort(entries, function(a, b) return a.value < b.value end)
  local nodes = {}
  for i, entry in ipairs(entries) do nodes[i] = entry.node end
  return graph.input("empirical", nodes)
end

--- From points of the quantile function: quantiles{ p5 = ..., p50 = ..., p95 = ... }, or
--- quantiles{ { 0, low }, { 0.25, x }, { 1, high } }. A monotone cubic goes through the points.
function distribution.quantiles(given)
  local rest, points = take_quantiles(given)
  if type(rest) == "table" and getmetatable(rest) == nil then
    for name, pair in pairs(rest) do
      if type(name) ~= "number" or type(pair) ~= "table" or #pair ~= 2
        or type(pair[1]) ~= "number" then
        errors.raise("quantiles takes points: p5 = value, or { probability, value }",
          "write quantiles{ p5 = ..., p50 = ..., p95 = ... }")
      end
      points[#points + 1] = { p = pair[1], value = pair[2] }
    end
  else
    arguments.check("quantiles", given, { p5 = "optional", p50 = "optional", p95 = "optional" })
  end
  table.sort(points, function(a, b) return a.p < b.p end)
  local parameters = {}
  for _, point in ipairs(points) do
    parameters[#parameters + 1] = of(point.p)
    parameters[#parameters + 1] = of(point.value)
  end
  if #points < 2 then
    errors.raise("quantiles needs two points or more",
      "write quantiles{ p5 = ..., p50 = ..., p95 = ... }")
  end
  return graph.input("quantiles", parameters)
end

-- ---- of other distributions ----

--- One of several distributions:
--- mixture{ normal{ ... }, lognormal{ ... }, weights = { 0.7, 0.3 } }.
--- The mixture is one input. (For quantities that are used elsewhere too: pick.)
function distribution.mixture(given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    arguments.check("mixture", given, { weights = "optional" })
  end
  local components, rest = {}, {}
  for name, value in pairs(given) do
    if type(name) ~= "number" then rest[name] = value end
  end
  rest = arguments.check("mixture", rest, { weights = "optional" })
  for i, component in ipairs(given) do components[i] = of(component) end
  if #components == 0 then
    errors.raise("mixture needs distributions",
      "write mixture{ normal{ ... }, lognormal{ ... }, weights = { 0.7, 0.3 } }")
  end
  local weights = rest.weights or {}
  if rest.weights and #weights ~= #components then
    errors.raise(("mixture has %d distributions and %d weights"):format(#components, #weights),
      "give one weight for each distribution")
  end
  local nodes = {}
  for i = 1, #components do nodes[i] = of(weights[i] or 1) end
  return core.mixture(components, nodes)
end

--- The part of an input's distribution between limits: truncate(x, { low =, high = }). Where x is
--- high, it is high.
function distribution.truncate(x, given)
  given = arguments.check("truncate", given or {}, { low = "optional", high = "optional" })
  if given.low == nil and given.high == nil then
    errors.raise("truncate needs a limit", "write truncate(x, { low = ..., high = ... })")
  end
  return core.truncated(of(x), given.low ~= nil and of(given.low) or nil,
    given.high ~= nil and of(given.high) or nil)
end

--- An input's distribution moved by a value: shift(x, by). It is x + by, and still an input.
function distribution.shift(x, by) return core.shifted(of(x), of(by)) end

-- ---- correlation ----

local function of_rank(rank) return type(rank) == "number" and core.of_rank(rank) or rank end

local function correlate_pair(given)
  local inputs = { of(given[1]), of(given[2]) }
  local rho = given.rho or of_rank(given.rank)
  if type(rho) ~= "number" then
    errors.raise("correlate needs a number, rho or rank",
      "write correlate{ a, b, rho = 0.6 }, or rank = 0.6 for a rank correlation")
  end
  core.correlate(inputs, { { 1, rho }, { rho, 1 } })
end

local function check_matrix(matrix, name)
  if type(matrix) == "table" then return matrix end
  errors.raise(("correlate: %s is a list of rows"):format(name),
    "write matrix = { { 1, 0.6 }, { 0.6, 1 } }")
end

local function correlate_matrix(given)
  local inputs = {}
  if type(given.inputs) ~= "table" or getmetatable(given.inputs) ~= nil then
    errors.raise("correlate: inputs is a list",
      "write correlate{ inputs = { a, b, c }, matrix = { ... } }")
  end
  for i, input in ipairs(given.inputs) do inputs[i] = of(input) end
  if given.matrix then return core.correlate(inputs, check_matrix(given.matrix, "matrix")) end
  local rows = {}
  for i, row in ipairs(check_matrix(given.rank, "rank")) do
    rows[i] = {}
    for j, rank in ipairs(check_matrix(row, "a row")) do rows[i][j] = of_rank(rank) end
  end
  core.correlate(inputs, rows)
end

--- Correlates inputs: correlate{ a, b, rho = 0.6 }, correlate{ inputs = { a, b, c }, matrix =
--- { ... } }. rho and matrix are correlations of normal scores; `rank` in their place gives rank
--- correlations.
function distribution.correlate(given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    errors.raise("correlate takes its arguments in braces", "write correlate{ a, b, rho = 0.6 }")
  end
  local named, pair = {}, {}
  for name, value in pairs(given) do
    if type(name) == "number" then
      pair[#pair + 1] = value
    else
      named[name] = value
    end
  end
  named = arguments.check("correlate", named,
    { rho = "optional", rank = "optional", inputs = "optional", matrix = "optional" })
  local ways = (named.rho ~= nil and 1 or 0) + (named.rank ~= nil and 1 or 0)
    + (named.matrix ~= nil and 1 or 0)
  local is_pair = #pair == 2 and named.inputs == nil and named.matrix == nil
  local is_matrix = #pair == 0 and named.inputs ~= nil and named.rho == nil
  if ways ~= 1 or not (is_pair or is_matrix) then
    errors.raise("correlate needs two inputs and rho, or inputs and a matrix",
      "write correlate{ a, b, rho = 0.6 }, or correlate{ inputs = { a, b, c }, matrix = { ... } }")
  end
  if is_pair then
    named[1], named[2] = given[1], given[2]
    return correlate_pair(named)
  end
  correlate_matrix(named)
end

--- The largest error of an input's samples, as a share of its standard deviation; 0 where they are
--- computed by a formula. defaults{ exact = true } makes it 1e-13 or less.
function distribution.fit_error(x)
  return core.fit_error(of(x), require("outlay.language.settings").current().exact)
end

return distribution
