--- Scenarios evaluated together, so that they share their draws: what comparisons are made of.
local errors = require "core.error"
local graph = require "core.graph"
local value = require "outlay.report.value"

local M = {}

-- What a comparison tells of each scenario: a part, its column, and the unit where one is usual.
M.measures = {
  { name = "cost" },
  { name = "wall_time", title = "wall time", unit = "day" },
  { name = "energy", title = "electricity", header = "energy" },
  { name = "emissions", header = "carbon", unit = "tCO2e" },
}

local function check_plain(run, node, name)
  if #graph.describe(node).axes > 0 then
    errors.raise(("scenario '%s': its %s has axes"):format(run.name, name),
      "compare plain scenarios, or show(run.cost), which has a line for each label")
  end
end

--- Evaluates scenarios at once.
---@param runs table[]
---@return table outcome { possible = list of entries, impossible = list of { run =, reason = },
---  result = the evaluation }; an entry is { run =, nodes = name -> node, output = name -> number,
---  costs = list of { name =, output =, node = } }
function M.of(runs)
  local outcome, nodes = { possible = {}, impossible = {} }, {}
  local function add(node)
    nodes[#nodes + 1] = node
    return #nodes
  end
  for _, run in ipairs(runs) do
    local conflict = run.conflicts[1]
    if conflict then
      table.insert(outcome.impossible, { run = run, reason = conflict.says })
    else
      local entry = { run = run, nodes = {}, output = {}, costs = {} }
      for _, measure in ipairs(M.measures) do
        local node = run[measure.name]
        check_plain(run, node, measure.name)
        entry.nodes[measure.name], entry.output[measure.name] = node, add(node)
      end
      for i, part in ipairs(run.costs) do
        entry.costs[i] = { name = part.name, node = part.cost, output = add(part.cost) }
      end
      table.insert(outcome.possible, entry)
    end
  end
  -- What each costs more than the first, and whether it is cheaper, on the same draws.
  local first = outcome.possible[1]
  for i = 2, #outcome.possible do
    local entry = outcome.possible[i]
    entry.difference = entry.nodes.cost - first.nodes.cost
    entry.output.difference = add(entry.difference)
    entry.output.cheaper = add(lt(entry.nodes.cost, first.nodes.cost))
  end
  if #nodes > 0 then outcome.result = value.evaluate(nodes) end
  return outcome
end

return M
