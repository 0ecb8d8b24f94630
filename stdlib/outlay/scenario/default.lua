--- Defaults: what a scenario or a policy takes where nobody said anything. Each is made once, so
-- that all scenarios share its draw, and is known as a default, so that a report can list it.
local graph = require "core.graph"

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

-- What another model assumed, by its source.
local function assumed_elsewhere(node, kind)
  if kind.operation ~= "input" and kind.operation ~= "parameter" then return nil end
  if not (kind.name and kind.source and kind.source:find("^assumption")) then return nil end
  return { name = kind.name, node = node, why = brief(kind.source) }
end

--- An assumption of ours.
---@param name string what it is, for reports: "utilisation"
---@param text string as `q` reads it
---@param why string where it is from
---@return node
function M.assume(name, text, why)
  if not made[name] then made[name] = know(name, q(text):named(name):source(why), why) end
  return made[name]
end

--- A fact that was chosen because nobody chose another.
---@param name string what it is, for reports: "server price"
---@param fact node with its own name and source
---@param why string why this one
---@return node
function M.fact(name, fact, why)
  local key = name .. "\n" .. graph.id(fact)
  if not made[key] then
    -- Alone it would be the fact itself, which a script may have chosen elsewhere.
    made[key] = know(name, graph.apply("multiply", fact, graph.constant(1)):named(name):note(why),
      why)
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
      local kind = graph.describe(node)
      local entry = known[id] or assumed_elsewhere(node, kind)
      if entry then
        found[#found + 1] = entry
      elseif kind.operation ~= "input" then
        local parts = kind.arguments
        for i = #parts, 1, -1 do waiting[#waiting + 1] = parts[i] end
      end
    end
  end
  return found
end

return M
