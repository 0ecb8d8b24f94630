-- Functions of quantities, conditions, and sums of lists.

local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"
local unit = require "core.unit"

local arithmetic = {}

local of = quantity.of

local function is_number(x) return type(x) == "number" end

-- A function of one quantity; a plain number stays a plain number.
local function unary(operation, plain)
  return function(x)
    if is_number(x) then return plain(x) end
    return graph.apply(operation, of(x))
  end
end

arithmetic.abs = unary("absolute", math.abs)
arithmetic.exp = unary("exp", math.exp)
arithmetic.floor = unary("floor", math.floor)
arithmetic.ceil = unary("ceiling", math.ceil)
arithmetic.sqrt = unary("square_root", function(x)
  if x < 0 then errors.raise(("sqrt of a negative number, %g"):format(x)) end
  return math.sqrt(x)
end)
arithmetic.log = unary("log", function(x)
  if x <= 0 then errors.raise(("log of %g, which is not positive"):format(x)) end
  return math.log(x)
end)

-- Half to even, as the core does.
arithmetic.round = unary("round", function(x)
  local whole = math.floor(x)
  local rest = x - whole
  if rest > 0.5 or (rest == 0.5 and whole % 2 == 1) then return whole + 1 end
  return whole
end)

-- A list without holes and without names: what stands under a name would be left out.
local function checked_list(name, items)
  items = strict.plain(items)
  local count = 0
  for key in pairs(items) do
    if type(key) ~= "number" then
      errors.raise(("%s takes a list, and '%s' is a name"):format(name, tostring(key)),
        ("write %s{ a, b, c }"):format(name))
    end
    count = count + 1
  end
  if count ~= #items then errors.raise(("%s: the list has a hole"):format(name)) end
  return items
end

-- Combines a list, or arguments one after another: min(a, b, c), sum{ a, b, c }.
local function fold(name, combine)
  return function(...)
    local items = { ... }
    if #items == 1 and type(items[1]) == "table" then items = checked_list(name, items[1]) end
    if #items == 0 then
      errors.raise(("%s of nothing"):format(name),
        ("give at least one value: %s(a, b)"):format(name))
    end
    local result = items[1]
    if type(result) == "string" then result = of(result) end
    for i = 2, #items do result = combine(result, items[i]) end
    return result
  end
end

local function binary(operation, plain)
  return function(a, b)
    if is_number(a) and is_number(b) then return plain(a, b) end
    return graph.apply(operation, of(a), of(b))
  end
end

arithmetic.min = fold("min", binary("minimum", math.min))
arithmetic.max = fold("max", binary("maximum", math.max))
arithmetic.sum = fold("sum", binary("add", function(a, b) return a + b end))
arithmetic.product = fold("product", binary("multiply", function(a, b) return a * b end))

-- ---- conditions ----

local function comparison(operation)
  return function(a, b) return graph.apply(operation, of(a), of(b)) end
end

arithmetic.lt = comparison("less")
arithmetic.le = comparison("less_equal")
arithmetic.gt = comparison("greater")
arithmetic.ge = comparison("greater_equal")
arithmetic.eq = comparison("equal")
arithmetic.ne = comparison("not_equal")

arithmetic.all = fold("all", function(a, b) return graph.apply("and", a, b) end)
arithmetic.any = fold("any", function(a, b) return graph.apply("or", a, b) end)
function arithmetic.none(...) return graph.apply("not", arithmetic.any(...)) end

--- x where the condition holds, y elsewhere, sample by sample.
function arithmetic.when(condition, x, y)
  if type(condition) == "boolean" then
    if condition then return x end
    return y
  end
  if x == nil or y == nil then
    errors.raise("when needs a condition and two values", "write when(gt(a, b), x, y)")
  end
  if not graph.is_node(condition) then
    errors.raise(("when needs a condition, not a %s"):format(type(condition)),
      "write when(gt(a, b), x, y)")
  end
  return graph.apply("when", condition, of(x), of(y))
end

-- A value that is no number: where a sample asks for it, the evaluation fails at this node.
-- The parameter makes it a node of its own, so that the message is about this pick.
local function outside(count)
  local name = ("pick: k is none of 1 to %d"):format(count)
  local below = graph.annotate(graph.parameter(-1, 0), "name", name)
  return graph.apply("log", below)
end

--- The k-th of a list, sample by sample; k counts from 1. A k that is none of 1, 2, ... is an
--- error, in the sample where it comes up.
function arithmetic.pick(k, list)
  if type(list) ~= "table" or #list == 0 then
    errors.raise("pick needs a list to pick from", "write pick(k, { a, b, c })")
  end
  if type(k) == "number" then
    if list[k] == nil then
      errors.raise(("pick: %g is none of 1 to %d"):format(k, #list), nil, "domain")
    end
    return list[k]
  end
  local kind = graph.describe(of(list[1]))
  local one = graph.parameter(1, unit.choose(1, kind.dimension, kind.money, 0))
  local result = outside(#list) * one
  for i = #list, 1, -1 do
    result = graph.apply("when", graph.apply("equal", k, i), of(list[i]), result)
  end
  return result
end

return arithmetic
