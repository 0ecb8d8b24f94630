--- Numbers of several quantities in one unit, as cells of a table.
local graph = require "core.graph"
local unit = require "core.unit"
local value = require "outlay.report.value"

local M = {}

local DIGITS = 3

-- A number with three digits, and no more behind the point than it needs.
local function rounded(number)
  if number == 0 then return "0" end
  local size = math.floor(math.log(math.abs(number)) / math.log(10) + 1e-9)
  return ("%%.%df"):format(math.max(0, math.min(6, DIGITS - 1 - size))):format(number)
end

--- A unit that suits all of some quantities: the one chosen for the largest.
---@param result result
---@param first integer the output of the first
---@param nodes node[]
---@return string unit_text
function M.unit(result, first, nodes)
  local largest, best = -1, nil
  for i, node in ipairs(nodes) do
    local size = math.abs(result:moments(first + i - 1, 1).mean)
    if size > largest then largest, best = size, node end
  end
  local kind = graph.describe(best)
  return (unit.describe(unit.choose(largest, kind.dimension, kind.money, 0)))
end

--- The mean of an output, and its 90 % interval, as cells in a unit.
---@param result result
---@param output integer
---@param node node
---@param unit_text string
---@return table mean a cell
---@return table interval a cell: "35 to 58"; empty for what is certain
function M.cells(result, output, node, unit_text)
  local numbers = value.summary(result, output, 1, node, unit_text)
  local function amount(which) return numbers[which] / numbers.factor end
  local mean = { text = rounded(amount "mean"), value = amount "mean", unit = unit_text }
  if not numbers.uncertain then return mean, "" end
  mean.p5, mean.p95 = amount "p5", amount "p95"
  return mean, ("%s to %s"):format(rounded(amount "p5"), rounded(amount "p95"))
end

--- A share in per cent.
function M.percent(share)
  return { text = ("%.0f %%"):format(100 * share), value = share }
end

return M
