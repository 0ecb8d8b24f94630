--- Defaults: what a model, a policy or a scenario takes where nobody said anything. Each is made
-- once, so that all that is compared shares its draw, and is known as a default, so that the report
-- of a scenario can list it.
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"

local M = {}

local made = {} -- name -> quantity
local known = {} -- number of a node -> { name =, node =, why = }

-- A reason as a list of assumptions says it: the reference in full is the quantity's source.
local function brief(why)
  return (why:gsub("^assumption: ", ""):gsub(", arXiv [%d.]+", ""))
end

local function know(name, node, why)
  known[graph.id(node)] = { name = name, node = node, why = brief(why) }
  return node
end

--- An assumption of ours.
---@param name string what it is, for reports: "utilisation"
---@param x string|fun(): node as `q` reads it, or a function that makes it
---@param why string where it is from
---@return node
function M.assume(name, x, why)
  local key = type(x) == "string" and name .. "\n" .. x or name
  if not made[key] then
    local node = type(x) == "function" and x() or quantity.of(x)
    made[key] = know(name, node:named(name):source(why), why)
  end
  return made[key]
end

--- A fact that was chosen because nobody chose another.
---@param name string what it is, for reports: "server price"
---@param fact node with its own name and source
---@param why string why this one
---@return node
function M.fact(name, fact, why)
  local key = name .. "\n" .. graph.id(fact)
  if not made[key] then
    -- Under a name of its own: the fact itself may have been chosen by a script elsewhere.
    made[key] = know(name, fact:named(name), why)
  end
  return made[key]
end

--- The defaults below some quantities, in the order of their formulas.
---@param nodes node[]
---@return table[] { name =, node =, why = }
function M.below(nodes)
  local found, seen, waiting = {}, {}, {}
  for i = #nodes, 1, -1 do waiting[#waiting + 1] = nodes[i] end
  while #waiting > 0 do
    local node = table.remove(waiting)
    local id = graph.id(node)
    if not seen[id] then
      seen[id] = true
      if known[id] then
        found[#found + 1] = known[id]
      else
        local parts = graph.describe(node).arguments
        for i = #parts, 1, -1 do waiting[#waiting + 1] = parts[i] end
      end
    end
  end
  return found
end

return M
