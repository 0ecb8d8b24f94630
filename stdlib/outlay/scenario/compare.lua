--- compare{ a, b, c }: scenarios side by side, on the same draws.
local errors = require "core.error"
local figures = require "outlay.scenario.figures"
local outcome_of = require("outlay.scenario.outcome").of
local impossible = require "outlay.scenario.impossible"
local measures = require("outlay.scenario.outcome").measures
local show = require "outlay.report.show"

local M = {}

local function check(list)
  if type(list) ~= "table" or require("outlay.scenario").is(list) then
    errors.raise("compare takes a list of scenarios", "write compare{ owned, rented }")
  end
  for i, run in ipairs(list) do
    if not require("outlay.scenario").is(run) then
      errors.raise(("compare: entry %d is a %s, not a scenario"):format(i, type(run)),
        "write compare{ owned, rented }")
    end
  end
  for key in pairs(list) do
    if type(key) ~= "number" then
      errors.raise(("compare takes a list, and '%s' is a name"):format(tostring(key)),
        "write compare{ owned, rented }; the scenarios have names of their own")
    end
  end
  if #list < 2 then errors.raise("compare needs two scenarios at least") end
end


-- The unit of each measure: the usual one, or the one that suits the largest.
local function units_of(outcome)
  local units = {}
  for _, measure in ipairs(measures) do
    local best, largest = nil, -1
    for _, entry in ipairs(outcome.possible) do
      local size = outcome.result:moments(entry.output[measure.name], 1).mean
      if size > largest then largest, best = size, entry end
    end
    units[measure.name] = measure.unit
      or figures.unit(outcome.result, best.output[measure.name], { best.nodes[measure.name] })
  end
  return units
end

local function overview(outcome, units)
  local columns = { "scenario" }
  for _, measure in ipairs(measures) do
    columns[#columns + 1] = { name = measure.title or measure.name, header = measure.header,
      unit = units[measure.name] }
    if measure.name == "cost" then columns[#columns + 1] = { name = "90 %", align = "right" } end
  end
  columns[#columns + 1] = { name = "difference", unit = units.cost }
  columns[#columns + 1] = { name = "90 % of it", align = "right" }
  columns[#columns + 1] = "cheaper in"
  local rows = {}
  for i, entry in ipairs(outcome.possible) do
    local row = { entry.run.name }
    for _, measure in ipairs(measures) do
      local mean, interval = figures.cells(outcome.result, entry.output[measure.name],
        entry.nodes[measure.name], units[measure.name])
      row[#row + 1] = mean
      if measure.name == "cost" then row[#row + 1] = interval end
    end
    if entry.difference then
      local mean, interval = figures.cells(outcome.result, entry.output.difference,
        entry.difference, units.cost)
      if mean.value > 0 then mean.text = "+" .. mean.text end
      row[#row + 1], row[#row + 2] = mean, interval
      row[#row + 1] = figures.percent(outcome.result:moments(entry.output.cheaper, 1).mean)
    else
      for _ = 1, 3 do row[#row + 1] = "" end
    end
    rows[i] = row
  end
  return { title = "Scenarios, and what they cost more than the first", columns = columns,
    rows = rows }
end

-- A row for each part of the cost, largest first; a column for each scenario.
local function parts_table(outcome, unit_text)
  local columns, rows, by_name = { { name = "part", unit = unit_text } }, {}, {}
  for i, entry in ipairs(outcome.possible) do
    columns[i + 1] = entry.run.name
    for _, part in ipairs(entry.costs) do
      local mean = figures.cells(outcome.result, part.output, part.node, unit_text)
      local row = by_name[part.name]
      if not row then
        row = { name = part.name, largest = 0 }
        by_name[part.name], rows[#rows + 1] = row, row
      end
      row[i], row.largest = mean, math.max(row.largest, mean.value)
    end
  end
  table.sort(rows, function(a, b)
    return a.largest > b.largest or (a.largest == b.largest and a.name < b.name)
  end)
  local cells = {}
  for _, row in ipairs(rows) do
    if row.largest > 0 then
      local list = { row.name }
      for i = 1, #outcome.possible do list[i + 1] = row[i] or "" end
      cells[#cells + 1] = list
    end
  end
  return { title = "Parts of the cost", columns = columns, rows = cells }
end

--- Puts scenarios side by side into the report: cost with its interval, time, electricity,
--- emissions, what each costs more than the first and how likely it is cheaper (on the same draws),
--- and the parts of the cost. A scenario that cannot be is listed with the reason.
---@param list table[] two scenarios or more
---@return table[] outcomes { scenario =, cost =, difference =, cheaper =, conflict = } in order
function M.compare(list)
  check(list)
  local outcome = outcome_of(list)
  if #outcome.possible > 0 then
    local units = units_of(outcome)
    show.tabulate(overview(outcome, units))
    show.tabulate(parts_table(outcome, units.cost))
  end
  impossible(outcome, { "scenario" }, function(run) return { run.name } end)
  local outcomes, first = {}, outcome.possible[1]
  for i, run in ipairs(list) do
    local found = { scenario = run }
    if run.conflicts[1] then
      found.conflict = run.conflicts[1].says
    else
      found.cost, found.difference = run.cost, run.cost - first.nodes.cost
      found.cheaper = prob(lt(run.cost, first.nodes.cost))
    end
    outcomes[i] = found
  end
  return outcomes
end

return M
