-- What inputs are called in a list: names that tell apart those that nobody named.

local axis = require "outlay.language.axis"
local formula = require "outlay.report.formula"
local graph = require "core.graph"

local input_names = {}

-- A walk that stays short in a large graph.
local MOST_NODES = 20000

-- Inputs that are the value of a label: the node's number -> "price [low]".
local function of_labels(root)
  local names, seen, waiting = {}, {}, { root }
  for _ = 1, MOST_NODES do
    local node = table.remove(waiting)
    if not node then break end
    local kind = graph.describe(node)
    if not seen[kind.id] then
      seen[kind.id] = true
      for i, argument in ipairs(kind.arguments) do
        if kind.operation == "stack" then
          local along = axis.of(kind.axis)
          local name = ("%s [%s]"):format(kind.name or along.name, along.labels[i])
          local id = graph.id(argument)
          names[id] = names[id] or name
        end
        waiting[#waiting + 1] = argument
      end
    end
  end
  return names
end

local function with_place(phrase, kind)
  if not kind.file or kind.line == 0 then return phrase end
  return ("%s, %s:%d"):format(phrase, kind.file, kind.line)
end

--- A name for each of the inputs below a node: its own, that of the label it is the value of, or
--- its distribution; with the place where that is not enough.
---@param inputs node[]
---@param root node
---@return string[]
function input_names.of(inputs, root)
  local labels, names, count = nil, {}, {}
  for i, input in ipairs(inputs) do
    local kind = graph.describe(input)
    if not kind.name then labels = labels or of_labels(root) end
    names[i] = kind.name or labels[kind.id] or formula.phrase(input)
    count[names[i]] = (count[names[i]] or 0) + 1
  end
  for i, input in ipairs(inputs) do
    if count[names[i]] > 1 then names[i] = with_place(names[i], graph.describe(input)) end
  end
  return names
end

return input_names
