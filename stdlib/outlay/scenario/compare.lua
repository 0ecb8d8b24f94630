--- compare{ a, b, c }: scenarios side by side, on the same draws.
local errors = require "core.error"
local figures = require "outlay.scenario.figures"
local impossible = require "outlay.scenario.impossible"
local outcomes = require "outlay.scenario.outcome"
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


-- Each entry's measures, its parts of the cost, and what it costs more than the first.
local function evaluate(entries)
  local first = entries[1].run
  outcomes.evaluate(entries, function(entry, i)
    local quantities = outcomes.measured(entry.run)
    for k, part in ipairs(entry.run.costs) do quantities["part " .. k] = part.cost end
    if i > 1 then
      quantities.difference = entry.run.cost - first.cost
      quantities.cheaper = lt(entry.run.cost, first.cost)
    end
    return quantities
  end)
end

-- The unit of each measure: the usual one, or the one that suits the largest.
local function units_of(entries)
  local units = {}
  for _, measure in ipairs(outcomes.measures) do
    units[measure.name] = measure.unit or figures.unit(outcomes.column(entries, measure.name))
  end
  return units
end

local function columns_of(units)
  local columns = { "scenario" }
  for _, measure in ipairs(outcomes.measures) do
    columns[#columns + 1] = { name = measure.title or measure.name, header = measure.header,
      unit = units[measure.name] }
    if measure.name == "cost" then columns[#columns + 1] = { name = "90 %", align = "right" } end
  end
  columns[#columns + 1] = { name = "difference", unit = units.cost }
  columns[#columns + 1] = { name = "90 % of it", align = "right" }
  columns[#columns + 1] = "cheaper in"
  return columns
end

local function row_of(entry, units)
  local row = { entry.run.name }
  for _, measure in ipairs(outcomes.measures) do
    local mean, interval = figures.cells(entry[measure.name], units[measure.name])
    row[#row + 1] = mean
    if measure.name == "cost" then row[#row + 1] = interval end
  end
  local mean, interval, cheaper = "", "", ""
  if entry.difference then
    mean, interval = figures.cells(entry.difference, units.cost)
    if mean.value > 0 then mean.text = "+" .. mean.text end
    cheaper = figures.percent(entry.cheaper.mean)
  end
  for _, content in ipairs { mean, interval, cheaper } do row[#row + 1] = content end
  return row
end

-- A row for each part of the cost, largest first; a column for each scenario.
local function parts_table(entries, unit_text)
  local columns, rows, by_name = { { name = "part", unit = unit_text } }, {}, {}
  for i, entry in ipairs(entries) do
    columns[i + 1] = entry.run.name
    for k, part in ipairs(entry.run.costs) do
      local mean = figures.cells(entry["part " .. k], unit_text)
      local row = by_name[part.name]
      if not row then
        row = { name = part.name, largest = 0 }
        by_name[part.name], rows[#rows + 1] = row, row
      end
      row[i], row.largest = mean, math.max(row.largest, math.abs(mean.value))
    end
  end
  table.sort(rows, function(a, b)
    return a.largest > b.largest or (a.largest == b.largest and a.name < b.name)
  end)
  local cells = {}
  for _, row in ipairs(rows) do
    if row.largest > 0 then
      local list = { row.name }
      for i = 1, #entries do list[i + 1] = row[i] or "" end
      cells[#cells + 1] = list
    end
  end
  return { title = "Parts of the cost", columns = columns, rows = cells }
end

local function report(entries)
  evaluate(entries)
  local units, rows = units_of(entries), {}
  for i, entry in ipairs(entries) do rows[i] = row_of(entry, units) end
  show.tabulate{ title = "Scenarios, and what they cost more than the first",
    columns = columns_of(units), rows = rows }
  show.tabulate(parts_table(entries, units.cost))
end

--- Puts scenarios side by side into the report: cost with its interval, time, electricity,
--- emissions, what each costs more than the first and how likely it is cheaper (on the same draws),
--- and the parts of the cost. A scenario that cannot be is listed with the reason.
---@param list table[] two scenarios or more
---@return table[] outcomes { scenario =, cost =, difference =, cheaper =, conflict = } in order
function M.compare(list)
  check(list)
  local outcome = outcomes.of(list)
  local entries = outcome.possible
  if #entries > 0 then report(entries) end
  impossible(outcome, { "scenario" }, function(run) return { run.name } end)
  local answer = {}
  for i, run in ipairs(list) do
    local found = { scenario = run }
    if run.conflicts[1] then
      found.conflict = run.conflicts[1].says
    else
      found.cost, found.difference = run.cost, run.cost - entries[1].run.cost
      found.cheaper = prob(lt(run.cost, entries[1].run.cost))
    end
    answer[i] = found
  end
  return answer
end

return M
