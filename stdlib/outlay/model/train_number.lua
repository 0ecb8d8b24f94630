--- Plain numbers for the training performance model, from what a script gives.
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local unit = require "core.unit"

local M = {}

-- Enough samples to tell the quantiles that the model is asked at.
local FEW_SAMPLES = { samples = 1023, seed = 1, threads = 1 }

--- Quantiles of a value in a unit. A plain number is taken to be in that unit already.
---@param name string for messages: "cluster.fabric"
---@param x any a number, a quantity or a text
---@param unit_text string "1" for none
---@param probabilities number[]
---@return number[] quantiles
function M.quantiles(name, x, unit_text, probabilities)
  local found = {}
  if type(x) == "number" then
    for i in ipairs(probabilities) do found[i] = x end
    return found
  end
  local node, wanted, factor = quantity.of(x), 0, 1
  if unit_text ~= "1" then
    local _, scale, dimension = unit.describe(unit.parse(unit_text))
    wanted, factor = dimension, scale
  end
  local kind = graph.describe(node)
  if kind.dimension ~= wanted and kind.dimension ~= 0 then
    errors.raise(("train: %s is %s"):format(name, unit.dimension(kind.dimension)),
      unit_text == "1" and ("give %s as a number"):format(name)
        or ("give %s in a unit such as %s"):format(name, unit_text))
  end
  if #kind.axes > 0 then
    errors.raise(("train: %s has axes, and a strategy is chosen for one value"):format(name),
      "choose with x:at{ ... }")
  end
  if kind.dimension == 0 then factor = 1 end
  for i, value in ipairs(run.evaluate({ node }, FEW_SAMPLES):quantiles(1, 1, probabilities)) do
    found[i] = value / factor
  end
  return found
end

--- The median of a value in a unit.
---@param name string
---@param x any
---@param unit_text string
---@return number
function M.middle(name, x, unit_text) return M.quantiles(name, x, unit_text, { 0.5 })[1] end

--- Whether a value has samples.
---@param x any
---@return boolean
function M.is_uncertain(x) return graph.is_node(x) and graph.describe(x).uncertain == true end

return M
