-- What analyses of one uncertain value share: the value, its inputs' names, amounts in its unit.

local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local input_names = require "outlay.report.input_names"
local quantity = require "outlay.language.quantity"
local unit = require "core.unit"
local value = require "outlay.report.value"

local subject = {}

local LONGEST_PHRASE = 40

local function short_phrase(node)
  local phrase = formula.phrase(node)
  return #phrase <= LONGEST_PHRASE and phrase or "it"
end

--- The one uncertain value that an analysis is of.
---@param who string the analysis, for messages
---@param x any
---@return node
---@return string name what to call it
function subject.of(who, x)
  if x == nil then
    errors.raise(("%s needs a quantity"):format(who), ("write %s(cost)"):format(who))
  end
  local node = quantity.of(x)
  local kind = graph.describe(node)
  if #kind.axes > 0 then
    errors.raise(("%s needs one value, and this one has axes"):format(who),
      "choose with x:at{ ... } or x:sum(axis)")
  end
  if not kind.uncertain then
    errors.raise(("%s needs an uncertain value, and this one is certain"):format(who),
      "statistics such as mean(x) are certain: give x itself")
  end
  return node, kind.name or short_phrase(node)
end

--- The one certain value that a search looks at.
---@param who string the search, for messages
---@param x any
---@return node
function subject.certain(who, x)
  local node = quantity.of(x)
  local kind = graph.describe(node)
  if #kind.axes > 0 then
    errors.raise(("%s looks at one value, and this one has axes"):format(who),
      "choose with x:at{ ... } or x:sum(axis)")
  end
  if kind.uncertain then
    errors.raise(("%s looks at a certain value, and this one is uncertain"):format(who),
      "take a statistic of it: mean(cost), p95(cost)")
  end
  return node
end

--- A name for each input below a node, by the input's number.
---@param node node
---@return table<integer, string>
function subject.names(node)
  local inputs, names = graph.inputs(node), {}
  for i, name in ipairs(input_names.of(inputs, node)) do names[graph.id(inputs[i])] = name end
  return names
end

--- A function that makes cells of amounts in base units, in the unit in which a reader would see
--- the node, with the digits that a spread supports.
---@param node node
---@param middle number of the amounts, which chooses the unit
---@param spread number
---@return fun(amount: number): table cell
function subject.cells(node, middle, spread)
  local kind = graph.describe(node)
  local id = unit.choose(middle, kind.dimension, kind.money, value.hint_of(kind))
  local text, factor = unit.describe(id)
  return function(amount)
    return { text = value.with_unit(unit.format(amount, spread, id), text),
      value = amount / factor, unit = text ~= "1" and text or nil }
  end
end

--- A share for people, with one decimal and never "-0.0 %".
---@param share number
---@return string
function subject.percent(share)
  local text = ("%.1f"):format(100 * share)
  return (text == "-0.0" and "0.0" or text) .. " %"
end

return subject
