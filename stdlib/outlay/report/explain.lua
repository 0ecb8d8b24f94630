-- explain(x): from a total down to where each number comes from.

local axis = require "outlay.language.axis"
local distribution = require "core.distribution"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local settings = require "outlay.language.settings"
local unit = require "core.unit"
local value = require "outlay.report.value"

local explain = {}

-- ---- formulas ----

local signs = { add = "+", subtract = "-", multiply = "*", divide = "/", power = "^" }
local comparisons = { less = "<", ["less_equal"] = "<=", greater = ">", ["greater_equal"] = ">=",
  equal = "==", ["not_equal"] = "~=", ["and"] = "and", ["or"] = "or" }
local strength = { add = 2, subtract = 2, multiply = 3, divide = 3, power = 5, negate = 4 }

local reductions = { sum = "sum", product = "product", mean = "mean", least = "least",
  greatest = "greatest", cumulative_sum = "cumulative", cumulative_product = "cumulative_product",
  lag = "lag" }

local formula -- forward

-- A part of a formula, in brackets where it binds weaker than what it stands in.
local function part(node, outer, is_right)
  local kind = graph.describe(node)
  local text, own = formula(node, kind)
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

-- ---- distributions made of others: see core/distribution_composite.c ----

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
  if operation == "statistic" then
    local is_quantile = kind.statistic == "quantile"
    return call(is_quantile and ("p%g"):format(100 * kind.value) or kind.statistic, kind), 9
  end
  return call(operation, kind), 9
end

function formula(node, kind)
  kind = kind or graph.describe(node)
  if kind.name then return kind.name, 9 end
  return expression(kind)
end

--- What a quantity is called: its name, or its formula in terms of the names below it.
---@param node node
---@return string
function explain.phrase(node) return (formula(node)) end

-- ---- the chain ----

-- Nodes worth a line of their own: named ones, and those with a source.
local function deserves_a_line(kind) return kind.name ~= nil or kind.source ~= nil end

-- The nearest such nodes below a node, each once, in order.
local function below(kind, seen, found)
  for _, argument in ipairs(kind.arguments) do
    local inner = graph.describe(argument)
    if not seen[inner.id] then
      seen[inner.id] = true
      if deserves_a_line(inner) then
        found[#found + 1] = { node = argument, kind = inner }
      else
        below(inner, seen, found)
      end
    end
  end
  return found
end

-- The entries of the tree in the order of printing: { node, kind, depth, repeated }.
local function entries(node)
  local list, done = {}, {}
  local function visit(entry, depth)
    entry.depth = depth
    list[#list + 1] = entry
    if done[entry.kind.id] then
      entry.repeated = true
      return
    end
    done[entry.kind.id] = true
    if entry.kind.operation == "alias" and not entry.kind.source then
      -- an alias only gives another name
      local inner = graph.describe(entry.kind.arguments[1])
      if deserves_a_line(inner) then
        return visit({ node = entry.kind.arguments[1], kind = inner }, depth + 1)
      end
    end
    for _, child in ipairs(below(entry.kind, {}, {})) do visit(child, depth + 1) end
  end
  visit({ node = node, kind = graph.describe(node) }, 0)
  return list
end

local function place(kind)
  if not kind.file or kind.line == 0 then return "" end
  return ("%s:%d"):format(kind.file, kind.line)
end

-- An alias that only carries another name takes the rest from what it names.
local function first_line(entry, text)
  local kind = entry.kind
  local name, expressed = kind.name, expression(kind)
  local left
  if not name then
    left = expressed == text and text or ("%s = %s"):format(expressed, text)
  elseif entry.repeated then
    left = ("%s = %s  (see above)"):format(name, text)
  elseif expressed == text then
    left = ("%s = %s"):format(name, text)
  else
    left = ("%s = %s = %s"):format(name, expressed, text)
  end
  return left
end

-- What an entry is correlated with, of those that come in the explanation: "demand (0.6)".
local function partners(list, i)
  if list[i].kind.operation ~= "input" then return nil end
  local texts, seen = {}, {}
  for _, other in ipairs(list) do
    if other.kind.operation == "input" and other.kind.id ~= list[i].kind.id
      and not seen[other.kind.id] then
      seen[other.kind.id] = true
      local rho = distribution.correlation(list[i].node, other.node)
      if rho ~= 0 then texts[#texts + 1] = ("%s (%.4g)"):format(other.kind.name or "?", rho) end
    end
  end
  return texts[1] and table.concat(texts, ", ") or nil
end

-- How far the samples of an input may be off, where they come from a fit.
local function fit_of(kind, node)
  if kind.operation ~= "input" then return nil end
  local worst = distribution.fit_error(node, settings.current().exact)
  return worst > 0 and ("within %.1e of its standard deviation"):format(worst) or nil
end

--- The explanation of a quantity as text: its value, its formula, and so on down to the
--- inputs, each with its place, source and note.
---@param x any
---@return string
function explain.text(x)
  local node = quantity.of(x)
  local list = entries(node)
  local nodes = {}
  for i, entry in ipairs(list) do nodes[i] = entry.node end
  local result = value.evaluate(nodes)
  local lines = {}
  for i, entry in ipairs(list) do
    local indent = ("  "):rep(entry.depth)
    local cells = value.cells(entry.node)
    local text
    if #cells == 1 then
      text = value.line(value.summary(result, i, 1, entry.node))
    else
      local first = value.line(value.summary(result, i, 1, entry.node))
      text = ("%d values, %s: %s, ..."):format(#cells, table.concat(cells[1], ", "), first)
    end
    lines[#lines + 1] = { indent .. first_line(entry, text), place(entry.kind) }
    if not entry.repeated then
      for _, field in ipairs { "source", "note", "layer" } do
        if entry.kind[field] then
          lines[#lines + 1] = { ("%s    %s: %s"):format(indent, field, entry.kind[field]), "" }
        end
      end
      for _, remark in ipairs { { "correlated with", partners(list, i) },
        { "fitted", fit_of(entry.kind, entry.node) } } do
        if remark[2] then
          lines[#lines + 1] = { ("%s    %s: %s"):format(indent, remark[1], remark[2]), "" }
        end
      end
    end
  end
  local width = 0
  for _, line in ipairs(lines) do
    if line[2] ~= "" and #line[1] <= 76 then width = math.max(width, #line[1]) end
  end
  local texts = {}
  for i, line in ipairs(lines) do
    local pad = line[2] ~= "" and (" "):rep(math.max(0, width - #line[1])) .. "   " or ""
    texts[i] = line[1] .. pad .. line[2]
  end
  return table.concat(texts, "\n")
end

--- Puts the explanation of a quantity into the report.
function explain.explain(x) output.add { kind = "text", text = explain.text(x) } end

return explain
