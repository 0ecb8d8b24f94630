-- Formulas of quantities, in the words of the language and in terms of the names below them.

local axis = require "outlay.language.axis"
local distribution = require "core.distribution"
local graph = require "core.graph"
local unit = require "core.unit"
local value = require "outlay.report.value"

local module = {}

local signs = { add = "+", subtract = "-", multiply = "*", divide = "/", power = "^" }
local comparisons = { less = "<", ["less_equal"] = "<=", greater = ">", ["greater_equal"] = ">=",
  equal = "==", ["not_equal"] = "~=", ["and"] = "and", ["or"] = "or" }
local strength = { add = 2, subtract = 2, multiply = 3, divide = 3, power = 5, negate = 4 }

local reductions = { sum = "sum", product = "product", mean = "mean", least = "least",
  greatest = "greatest", cumulative_sum = "cumulative", cumulative_product = "cumulative_product",
  rate_of_return = "rate_of_return", has_rate_of_return = "has_rate_of_return" }

-- The words of the language where the core has others.
local words = { absolute = "abs", maximum = "max", minimum = "min", square_root = "sqrt",
  ceiling = "ceil", ["not"] = "none", error = "standard_error" }

-- Formulas are for people: what has more parts than this, or brackets in brackets deeper than this,
-- is cut with "...".
local MOST_PARTS, DEEPEST = 60, 12
local parts_left, depth = 0, 0

-- Values of an axis that are told one by one.
local MOST_LABELS = 6

local formula -- forward

-- A part of a formula, in brackets where it binds weaker than what it stands in.
local function part(node, outer, is_right)
  parts_left = parts_left - 1
  if parts_left < 0 or depth >= DEEPEST then return "..." end
  depth = depth + 1
  local text, own = formula(node, graph.describe(node))
  depth = depth - 1
  local weaker = own < outer or (own == outer and is_right)
  return weaker and "(" .. text .. ")" or text
end

local function literal(kind)
  local chosen = kind.unit ~= 0 and kind.unit
    or unit.choose(kind.value, kind.dimension, kind.money, 0)
  local text = unit.describe(chosen)
  return value.with_unit(unit.format(kind.value, 0, chosen), text)
end

local parameter_names = {
  normal = { "mean", "sd" }, uniform = { "low", "high" },
  triangular = { "low", "mode", "high" }, beta = { "alpha", "beta", "low", "high" },
  pert = { "low", "mode", "high" }, gamma = { "shape", "scale" }, exponential = { "mean" },
  weibull = { "shape", "scale" }, pareto = { "shape", "low" },
  student_t = { "degrees", "location", "scale" }, poisson = { "mean" },
  binomial = { "trials", "probability" },
}

-- Whether all parameters of an input are numbers that its author wrote, or names.
local function has_plain_parameters(kind)
  for _, argument in ipairs(kind.arguments) do
    local inner = graph.describe(argument)
    local leaf = inner.operation == "constant" or inner.operation == "parameter"
    if not leaf and not inner.name then return false end
  end
  return true
end

-- "30k to 40k USD", in one unit.
local function interval(low, high)
  local a, b = graph.describe(low), graph.describe(high)
  if a.name or b.name then return part(low, 0) .. " to " .. part(high, 0) end
  local chosen = a.unit ~= 0 and a.unit or unit.choose(a.value, a.dimension, a.money, 0)
  return ("%s to %s"):format(unit.format(a.value, 0, chosen),
    value.with_unit(unit.format(b.value, 0, chosen), (unit.describe(chosen))))
end

local function choice(kind)
  local total, parts = 0, {}
  for i = 2, #kind.arguments, 2 do total = total + graph.describe(kind.arguments[i]).value end
  for i = 1, #kind.arguments, 2 do
    local share = graph.describe(kind.arguments[i + 1]).value / total
    parts[#parts + 1] = ("%s (%.4g %%)"):format(part(kind.arguments[i], 0), 100 * share)
  end
  return "choice of " .. table.concat(parts, ", ")
end

local function quantile_points(kind)
  local parts = {}
  for i = 1, #kind.arguments, 2 do
    parts[#parts + 1] = ("%.4g %%: %s"):format(100 * graph.describe(kind.arguments[i]).value,
      part(kind.arguments[i + 1], 0))
  end
  return "quantiles " .. table.concat(parts, ", ")
end

local draw -- forward

-- ---- distributions made of others: see core/distribution/distribution_composite.c ----

-- The distribution that begins at a place of a composite's parameters, and the place after it.
local function inner_of(arguments, first)
  local function number(i) return graph.describe(arguments[i]).value end
  local last = first + 1 + number(first + 1)
  return { distribution = distribution.name(number(first)),
    arguments = { unpack(arguments, first + 2, last) } }, last + 1
end

local composites = {
  mixture = function(arguments)
    local weights, texts, total, i = {}, {}, 0, 1
    while i <= #arguments do
      weights[#weights + 1] = graph.describe(arguments[i])
      total = total + weights[#weights].value
      local inner, after = inner_of(arguments, i + 1)
      texts[#texts + 1] = draw(inner)
      i = after
    end
    for k, weight in ipairs(weights) do
      if weight.uncertain or weight.operation ~= "constant" then total = 0 end
      weights[k] = weight.value
    end
    for k, text in ipairs(texts) do
      texts[k] = total > 0 and ("%s (%.4g %%)"):format(text, 100 * weights[k] / total) or text
    end
    return "mixture of " .. table.concat(texts, ", ")
  end,
  truncated = function(arguments)
    local sides = graph.describe(arguments[1]).value
    local limits = {}
    if sides ~= 2 then limits[1] = "above " .. part(arguments[2], 0) end
    if sides ~= 1 then limits[#limits + 1] = "below " .. part(arguments[3], 0) end
    return ("%s, %s"):format(draw((inner_of(arguments, 4))), table.concat(limits, " and "))
  end,
  shifted = function(arguments)
    return ("%s, shifted by %s"):format(draw((inner_of(arguments, 2))), part(arguments[1], 0))
  end,
}

-- An input by its distribution; one with computed parameters by its name alone, because its
-- value and interval stand beside it.
function draw(kind)
  if composites[kind.distribution] then return composites[kind.distribution](kind.arguments) end
  if kind.distribution == "empirical" then return ("%d samples"):format(#kind.arguments) end
  if not has_plain_parameters(kind) then return kind.distribution .. " distribution" end
  if kind.distribution == "lognormal" then return interval(unpack(kind.arguments)) end
  if kind.distribution == "discrete" then return choice(kind) end
  if kind.distribution == "quantiles" then return quantile_points(kind) end
  local parts = {}
  for i, argument in ipairs(kind.arguments) do
    parts[i] = parameter_names[kind.distribution][i] .. " = " .. part(argument, 0)
  end
  return ("%s{ %s }"):format(kind.distribution, table.concat(parts, ", "))
end

-- Calls of one function within each other, max(max(a, b), c), are one call.
local function arguments_of(kind, operation, parts)
  for i, argument in ipairs(kind.arguments) do
    local inner = i == 1 and parts_left > 0 and graph.describe(argument)
    if inner and inner.operation == operation and not inner.name then
      parts_left = parts_left - 1
      arguments_of(inner, operation, parts)
    else
      parts[#parts + 1] = part(argument, 0)
    end
  end
  return parts
end

-- scenario{ low = x, high = y }
local function stacked(kind)
  local along, parts = axis.of(kind.axis), {}
  for i = 1, math.min(#kind.arguments, MOST_LABELS) do
    local label = along.labels[i]
    if not label:find("^[%a_][%w_]*$") then label = ("[\"%s\"]"):format(label) end
    parts[i] = ("%s = %s"):format(label, part(kind.arguments[i], 0))
  end
  if #kind.arguments > MOST_LABELS then parts[#parts + 1] = "..." end
  return ("%s{ %s }"):format(along.name, table.concat(parts, ", "))
end

local function lagged(kind)
  local steps = kind.detail ~= 1 and (", %d"):format(kind.detail) or ""
  return ("%s:lag(%s%s)"):format(part(kind.arguments[1], 9), axis.of(kind.axis).name, steps)
end

-- median(x), p95(x), quantile(x, 0.123), mean(x)
local function statistic(kind)
  local inside = part(kind.arguments[1], 0)
  if kind.statistic ~= "quantile" then
    return ("%s(%s)"):format(words[kind.statistic] or kind.statistic, inside)
  end
  local percent = 100 * kind.value
  if percent == 50 then return ("median(%s)"):format(inside) end
  if percent % 1 == 0 then return ("p%d(%s)"):format(percent, inside) end
  return ("quantile(%s, %.6g)"):format(inside, kind.value)
end

local function call(name, kind)
  local parts = {}
  for i, argument in ipairs(kind.arguments) do parts[i] = part(argument, 0) end
  return ("%s(%s)"):format(name, table.concat(parts, ", "))
end

-- The formula of a node in terms of the names below it, and how strongly it binds.
local function expression(kind)
  local operation = kind.operation
  if operation == "constant" or operation == "parameter" then return literal(kind), 9 end
  if operation == "input" then return draw(kind), kind.distribution == "lognormal" and 1 or 9 end
  if operation == "alias" then return part(kind.arguments[1], 0), 9 end
  if operation == "convert" then
    return part(kind.arguments[1], 3) .. " * " .. part(kind.arguments[2], 3), 3
  end
  if signs[operation] then
    local own = strength[operation]
    return ("%s %s %s"):format(part(kind.arguments[1], own), signs[operation],
      part(kind.arguments[2], own, operation ~= "add" and operation ~= "multiply")), own
  end
  if comparisons[operation] then
    return ("%s %s %s"):format(part(kind.arguments[1], 1), comparisons[operation],
      part(kind.arguments[2], 1)), 1
  end
  if operation == "at" then
    local label = axis.of(kind.axis).labels[kind.detail + 1]
    return ("%s [%s]"):format(part(kind.arguments[1], 9), label), 9
  end
  if reductions[operation] then
    return ("%s:%s(%s)"):format(part(kind.arguments[1], 9), reductions[operation],
      axis.of(kind.axis).name), 9
  end
  if operation == "negate" then return "-" .. part(kind.arguments[1], 4), 4 end
  if operation == "statistic" then return statistic(kind), 9 end
  if operation == "stack" then return stacked(kind), 9 end
  if operation == "lag" then return lagged(kind), 9 end
  if operation == "labels" then return axis.of(kind.axis).name .. ":values()", 9 end
  if operation == "maximum" or operation == "minimum" then
    return ("%s(%s)"):format(words[operation],
      table.concat(arguments_of(kind, operation, {}), ", ")), 9
  end
  return call(words[operation] or operation, kind), 9
end

function formula(node, kind)
  kind = kind or graph.describe(node)
  if kind.name then return kind.name, 9 end
  return expression(kind)
end

-- What was left out side by side is left out once.
local function joined(text)
  local count
  repeat text, count = text:gsub("%.%.%. [%+%-%*/] %.%.%.", "...") until count == 0
  return text
end

--- The formula of what `kind` describes, without its own name.
---@param kind table of graph.describe
---@return string
function module.expression(kind)
  parts_left, depth = MOST_PARTS, 0
  return joined((expression(kind)))
end

--- What a quantity is called: its name, or its formula in terms of the names below it.
---@param node node
---@return string
function module.phrase(node)
  parts_left, depth = MOST_PARTS, 0
  return joined((formula(node)))
end

return module
