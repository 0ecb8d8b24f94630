--- Numbers of many quantities, and several of them in one unit as cells of a table.
local graph = require "core.graph"
local unit = require "core.unit"
local value = require "outlay.report.value"

local M = {}

-- Evaluated together: as many as share their samples in memory without taking much of it.
local TOGETHER = 64

-- What tables tell of one output, in base units.
local function numbers_of(result, output, node)
  local kind = graph.describe(node)
  local found = { node = node, mean = result:moments(output, 1).mean }
  if kind.uncertain and not kind.condition then
    local quantiles = result:quantiles(output, 1, { 0.05, 0.95 })
    found.p5, found.p95 = quantiles[1], quantiles[2]
  end
  return found
end

--- The means and 90 % intervals of quantities without axes. All of them have the same draws.
---@param nodes node[]
---@return table[] numbers { node =, mean =, p5 =, p95 = } in base units
function M.numbers(nodes)
  local numbers = {}
  for first = 1, #nodes, TOGETHER do
    local some = {}
    for i = first, math.min(first + TOGETHER - 1, #nodes) do some[#some + 1] = nodes[i] end
    local result = value.evaluate(some)
    for i, node in ipairs(some) do numbers[first + i - 1] = numbers_of(result, i, node) end
  end
  return numbers
end

local DIGITS = 3

-- A number with three digits, and no more behind the point than it needs.
local function rounded(number)
  if number == 0 then return "0" end
  local size = math.floor(math.log(math.abs(number)) / math.log(10) + 1e-9)
  return ("%%.%df"):format(math.max(0, math.min(6, DIGITS - 1 - size))):format(number)
end

--- A unit that suits all of some quantities: the one chosen for the largest.
---@param list table[] of M.numbers
---@return string unit_text
function M.unit(list)
  local largest = list[1]
  for _, entry in ipairs(list) do
    if math.abs(entry.mean) > math.abs(largest.mean) then largest = entry end
  end
  local kind = graph.describe(largest.node)
  return (unit.describe(unit.choose(largest.mean, kind.dimension, kind.money, 0)))
end

--- The mean and the 90 % interval as cells in a unit.
---@param numbers table of M.numbers
---@param unit_text string
---@return table mean a cell
---@return table interval a cell: "35 to 58"; empty for what is certain
function M.cells(numbers, unit_text)
  local id = value.unit_for(graph.describe(numbers.node), unit_text)
  local _, factor = unit.describe(id)
  local amount = numbers.mean / factor
  local mean = { text = rounded(amount), value = amount, unit = unit_text }
  if not numbers.p5 then return mean, "" end
  mean.p5, mean.p95 = numbers.p5 / factor, numbers.p95 / factor
  return mean, ("%s to %s"):format(rounded(mean.p5), rounded(mean.p95))
end

--- A share in per cent.
function M.percent(share)
  return { text = ("%.0f %%"):format(100 * share), value = share }
end

return M
