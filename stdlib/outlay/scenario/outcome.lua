--- Scenarios evaluated together, so that they share their draws: what comparisons are made of.
local errors = require "core.error"
local figures = require "outlay.scenario.figures"
local graph = require "core.graph"

local M = {}

-- What a comparison tells of each scenario: a part, its column, and the unit where one is usual.
M.measures = {
  { name = "cost" },
  { name = "total_time", title = "time", unit = "day" },
  { name = "energy", title = "electricity", header = "energy" },
  { name = "emissions", header = "carbon", unit = "tCO2e" },
}

local function check_plain(run, node, name)
  if #graph.describe(node).axes > 0 then
    errors.raise(("scenario '%s': its %s has axes"):format(run.name, name),
      "compare plain scenarios, or show(run.cost), which has a line for each label")
  end
end

--- Tells scenarios that can be from those that cannot.
---@param runs table[]
---@return table outcome { possible = entries { run = }, impossible = list of { run =, reason = } }
function M.of(runs)
  local outcome = { possible = {}, impossible = {} }
  for _, run in ipairs(runs) do
    local conflict = run.conflicts[1]
    if conflict then
      table.insert(outcome.impossible, { run = run, reason = conflict.says })
    else
      for _, measure in ipairs(M.measures) do check_plain(run, run[measure.name], measure.name) end
      table.insert(outcome.possible, { run = run })
    end
  end
  return outcome
end

--- Evaluates quantities of all entries together: entry[name] becomes the numbers of what
--- `quantities` gives for it.
---@param entries table[] of M.of
---@param quantities fun(entry: table, i: integer): table<string, node>
function M.evaluate(entries, quantities)
  local nodes, places = {}, {}
  for i, entry in ipairs(entries) do
    for name, node in pairs(quantities(entry, i)) do
      nodes[#nodes + 1] = node
      places[#nodes] = { entry, name }
    end
  end
  for k, numbers in ipairs(figures.numbers(nodes)) do
    local entry, name = places[k][1], places[k][2]
    entry[name] = numbers
  end
end

--- The measures of a run: name -> quantity.
---@param run table
---@return table<string, node>
function M.measured(run)
  local found = {}
  for _, measure in ipairs(M.measures) do found[measure.name] = run[measure.name] end
  return found
end

--- The numbers of all entries under a name.
function M.column(entries, name)
  local list = {}
  for _, entry in ipairs(entries) do
    if entry[name] then list[#list + 1] = entry[name] end
  end
  return list
end

return M
