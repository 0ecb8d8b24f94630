-- Conditions that an answer has to meet: le(p95(cost), limit), ge(prob(lt(days, q"90 day")), 0.9).

local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local run = require "core.run"
local settings = require "outlay.language.settings"
local strict = require "outlay.language.strict"
local subject = require "outlay.decision.subject"
local unit = require "core.unit"

local constraint = {}

-- The sign that makes "left - right" at most zero where the condition holds.
local directions = { less = 1, less_equal = 1, greater = -1, greater_equal = -1 }
local signs = { less = "<", less_equal = "<=", greater = ">", greater_equal = ">=" }

local function side(node) return graph.describe(node).name or formula.phrase(node) end

local function one(who, condition, name)
  local kind = graph.is_node(condition) and graph.describe(condition)
  while kind and kind.operation == "alias" do kind = graph.describe(kind.arguments[1]) end
  local direction = kind and directions[kind.operation]
  if not direction then
    errors.raise(("%s: a constraint is a comparison"):format(who),
      "write subject_to = { le(p95(days), q\"90 day\") }")
  end
  if kind.uncertain then
    errors.raise(("%s: a constraint is different in each sample"):format(who),
      "take a statistic: le(p95(days), limit), or ge(prob(lt(days, limit)), 0.9)")
  end
  if #kind.axes > 0 then
    errors.raise(("%s: a constraint has axes"):format(who), "choose with x:at{ ... }")
  end
  local left, right = kind.arguments[1], kind.arguments[2]
  return { left = left, right = right,
    name = name or ("%s %s %s"):format(side(left), signs[kind.operation], side(right)),
    rest = direction > 0 and left - right or right - left }
end

-- How much is much: the greater of both sides where the search begins.
local function find_scales(list)
  local sides = {}
  for _, each in ipairs(list) do
    sides[#sides + 1] = each.left
    sides[#sides + 1] = each.right
  end
  if #sides == 0 then return end
  local result = run.evaluate(sides, settings.fixed())
  for i, each in ipairs(list) do
    local left, right = result:moments(2 * i - 1, 1).mean, result:moments(2 * i, 1).mean
    local limit = math.abs(right)
    each.scale = limit > 0 and limit or (math.abs(left) > 0 and math.abs(left) or 1)
  end
end

--- The constraints of a search, in a fixed order: those of the list, then by name.
---@param who string
---@param given table conditions, listed or under names
---@return table[] list of { name, left, right, rest, scale }: rest is at most zero where it holds
function constraint.list(who, given)
  if type(given) ~= "table" or graph.is_node(given) then
    errors.raise(("%s: subject_to is a list of conditions"):format(who),
      "write subject_to = { le(p95(days), q\"90 day\") }")
  end
  local list = {}
  for i, condition in ipairs(given) do list[i] = one(who, condition) end
  for _, key in ipairs(strict.keys(given)) do
    if type(key) == "string" then list[#list + 1] = one(who, given[key], key) end
  end
  find_scales(list)
  return list
end

--- What is to be at most zero, of each.
function constraint.rests(list)
  local rests = {}
  for i, each in ipairs(list) do rests[i] = each.rest end
  return rests
end

--- An amount of a constraint, in the unit of its sides.
---@param each table
---@param amount number in base units
---@return table cell
function constraint.cell(each, amount)
  return subject.cells(each.left, each.scale, each.scale / 1000)(amount)
end

--- The same as a quantity.
function constraint.quantity(each, amount)
  local kind = graph.describe(each.left)
  local id = unit.choose(amount, kind.dimension, kind.money, 0)
  local _, factor = unit.describe(id)
  return graph.parameter(tonumber(("%.4g"):format(amount / factor)), id)
end

return constraint
