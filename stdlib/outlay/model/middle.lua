--- Plain numbers of quantities, where a decision needs one: over all cells of a
--- value with axes the largest.
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local unit = require "core.unit"

local M = {}

local FEW_SAMPLES = { samples = 1023, seed = 1, threads = 1 }

--- The median in a unit; the largest of a value with axes.
---@param x any
---@param unit_text string "1" for none
---@return number
function M.of(x, unit_text)
  local factor = 1
  if unit_text ~= "1" then
    local _, scale = unit.describe(unit.parse(unit_text))
    factor = scale
  end
  local result, largest = run.evaluate({ quantity.of(x) }, FEW_SAMPLES), nil
  for cell = 1, result:cells(1, 1) do
    local number = result:quantiles(1, cell, { 0.5 })[1] / factor
    if not largest or number > largest then largest = number end
  end
  return largest
end

--- How likely a condition holds; the least over the cells of a value with axes.
---@param condition node
---@return number
function M.chance(condition)
  local result, least = run.evaluate({ condition }, FEW_SAMPLES), nil
  for cell = 1, result:cells(1, 1) do
    local mean_then = result:moments(1, cell).mean
    if not least or mean_then < least then least = mean_then end
  end
  return least
end

return M
