--- cross{ base = run, procurement = { ... }, energy = { ... } }: all combinations, best first.
local axis = require "outlay.language.axis"
local cell = require "outlay.report.cell"
local errors = require "core.error"
local figures = require "outlay.scenario.figures"
local graph = require "core.graph"
local impossible = require "outlay.scenario.impossible"
local interface = require "outlay.policy.interface"
local outcome_of = require("outlay.scenario.outcome").of
local roots = require "outlay.catalog.roots"
local scenario = require "outlay.scenario"
local show = require "outlay.report.show"
local strict = require "outlay.language.strict"
local value = require "outlay.report.value"

local M = {}

local MOST = 10000 -- combinations

-- What is varied beside policies: arguments of a scenario. A policy's kind comes first.
local arguments = { "cluster", "site", "place", "start", "model", "tokens", "count", "mfu", "pue",
  "experiments", "precision" }

-- What an alternative is called where no name was given.
local function label_of(x, i)
  if interface.is(x) then return x.name end
  if type(x) == "string" or type(x) == "number" then return tostring(x) end
  if graph.is_node(x) then return graph.describe(x).name or tostring(x) end
  local place = type(x) == "table" and roots.place(x)
  return place and place.path:match("[^.]+$") or ("%d"):format(i)
end

local function check_alternative(name, x)
  if not interface.kinds[name] then return end
  if x ~= false and (not interface.is(x) or x.kind ~= name) then
    errors.raise(("cross: among the %s policies is %s"):format(name, interface.is(x)
      and interface.describe(x) or "a " .. type(x)),
      ("write %s = { ... } with policies of that kind"):format(name))
  end
end

-- The alternatives along one dimension: { label =, value = }, in the order of the list or of names.
local function alternatives(name, list)
  if type(list) ~= "table" or interface.is(list) or graph.is_node(list) then
    errors.raise(("cross: %s takes a list of alternatives"):format(name),
      ("write %s = { a, b }, or { [\"first\"] = a, [\"second\"] = b }"):format(name))
  end
  local found, seen = {}, {}
  for key, x in pairs(list) do
    check_alternative(name, x)
    local label = type(key) == "string" and key or label_of(x, key)
    if seen[label] then label = ("%s (%d)"):format(label, #found + 1) end
    seen[label] = true
    found[#found + 1] = { label = label, value = x }
  end
  if #found == 0 then errors.raise(("cross: %s has no alternatives"):format(name)) end
  return found
end

-- The dimensions in a fixed order: policies first, as reports have them.
local function dimensions(given)
  local known, found = { base = true }, {}
  for _, list in ipairs { interface.order, arguments } do
    for _, name in ipairs(list) do
      known[name] = true
      if given[name] ~= nil then
        found[#found + 1] = { name = name, list = alternatives(name, given[name]) }
      end
    end
  end
  for name in pairs(given) do
    if not known[name] then
      errors.raise(("cross does not know '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), strict.keys(known)))
    end
  end
  if #found == 0 then
    errors.raise("cross has nothing to vary",
      "write cross{ base = run, procurement = { policy.own{}, policy.rent{} } }")
  end
  return found
end

-- All combinations: { labels =, run = }.
local function combinations(base, found)
  local all = { { labels = {}, change = { policy = {} } } }
  for _, dimension in ipairs(found) do
    local longer = {}
    for _, before in ipairs(all) do
      for _, alternative in ipairs(dimension.list) do
        local change = { policy = {} }
        for name, content in pairs(before.change) do change[name] = content end
        change.policy = {}
        for name, content in pairs(before.change.policy) do change.policy[name] = content end
        if interface.kinds[dimension.name] then
          change.policy[dimension.name] = alternative.value
        else
          change[dimension.name] = alternative.value
        end
        local labels = { unpack(before.labels) }
        labels[#labels + 1] = alternative.label
        longer[#longer + 1] = { labels = labels, change = change }
      end
    end
    if #longer > MOST then
      errors.raise(("cross would have more than %d combinations"):format(MOST))
    end
    all = longer
  end
  for _, each in ipairs(all) do
    each.run = base:with(table.concat(each.labels, " | "))(each.change)
  end
  return all
end

-- ---- the table ----

-- Columns that say the same in every row are for programs only.
local function hide_constant(columns, rows, from)
  for j = from, #columns do
    local alike = #rows > 1
    for i = 2, #rows do
      alike = alike and cell.text(rows[i][j]) == cell.text(rows[1][j])
    end
    columns[j].for_programs = columns[j].for_programs or alike
  end
end

local function rows_of(found, all, outcome)
  local unit_text = {}
  local largest = outcome.possible[#outcome.possible]
  unit_text.cost = figures.unit(outcome.result, largest.output.cost, { largest.nodes.cost })
  unit_text.energy = figures.unit(outcome.result, largest.output.energy, { largest.nodes.energy })
  local over, more = {}, nil
  for i = 2, #outcome.possible do
    over[i - 1] = outcome.possible[i].nodes.cost - outcome.possible[1].nodes.cost
  end
  if over[1] then
    more = value.evaluate(over)
    unit_text.over = figures.unit(more, 1, over)
  end
  local columns = {}
  for i, dimension in ipairs(found) do columns[i] = { name = dimension.name, align = "left" } end
  local function column(name, unit_of, align)
    columns[#columns + 1] = { name = name, unit = unit_of, align = align }
  end
  column("cost", unit_text.cost)
  column("90 %", nil, "right")
  column("over the cheapest", unit_text.over)
  column("wall time", "day")
  column("electricity", unit_text.energy)
  column("emissions", "tCO2e")
  column("cheapest in", nil, "right")
  local rows = {}
  for i, entry in ipairs(outcome.possible) do
    local row = { unpack(all[entry.run].labels) }
    local mean, interval = figures.cells(outcome.result, entry.output.cost, entry.nodes.cost,
      unit_text.cost)
    row[#row + 1], row[#row + 2] = mean, interval
    row[#row + 1] = i == 1 and "" or figures.cells(more, i - 1, over[i - 1], unit_text.over)
    row[#row + 1] = figures.cells(outcome.result, entry.output.wall_time, entry.nodes.wall_time,
      "day")
    row[#row + 1] = figures.cells(outcome.result, entry.output.energy, entry.nodes.energy,
      unit_text.energy)
    row[#row + 1] = figures.cells(outcome.result, entry.output.emissions, entry.nodes.emissions,
      "tCO2e")
    row[#row + 1] = figures.percent(entry.best)
    rows[i] = row
  end
  columns[#found + 5].for_programs = true -- emissions say it to people
  hide_constant(columns, rows, #found + 4)
  return columns, rows
end

-- In how many samples each is the cheapest; where several are equal, all of them.
local function add_chances(outcome)
  local nodes, least = {}, nil
  for i, entry in ipairs(outcome.possible) do
    least = i == 1 and entry.nodes.cost or min(least, entry.nodes.cost)
  end
  for i, entry in ipairs(outcome.possible) do nodes[i] = le(entry.nodes.cost, least) end
  local result = value.evaluate(nodes)
  for i, entry in ipairs(outcome.possible) do entry.best = result:moments(i, 1).mean end
end

local function sort(outcome)
  local function cost(entry) return outcome.result:moments(entry.output.cost, 1).mean end
  table.sort(outcome.possible, function(a, b)
    if cost(a) ~= cost(b) then return cost(a) < cost(b) end
    return a.run.name < b.run.name
  end)
end

-- A part of all combinations as one quantity with an axis for each dimension.
local function along(found, all, name, at)
  local function stack(depth, labels)
    if depth > #found then return at(all[table.concat(labels, "\n")], name) end
    local names, values = {}, {}
    for i, alternative in ipairs(found[depth].list) do
      labels[depth] = alternative.label
      names[i], values[i] = alternative.label, stack(depth + 1, labels)
    end
    labels[depth] = nil
    return axis(found[depth].name, names)(values)
  end
  return stack(1, {})
end

--- A table of all combinations of policies over a base scenario, cheapest first: cost with its
--- interval, time, electricity, emissions, and in how many samples each is the cheapest. All are
--- evaluated at once, on the same draws. Combinations that cannot be are listed with the reason.
---
--- Varied are kinds of policies, and arguments of the scenario: site, place, cluster, start, model,
--- ... An alternative's name is its own, or that in the table: place = { "virginia", "oregon" },
--- cluster = { ["half"] = { count = q"8192 GPU" }, ... }.
---@param given table { base = scenario, name = list of alternatives, ... }
---@return table crossed best = the cheapest scenario; runs = all; along(name) = a part as one
---  quantity with an axis for each name varied
function M.cross(given)
  if type(given) ~= "table" or scenario.is(given) or not scenario.is(given.base) then
    errors.raise("cross needs a base scenario",
      "write cross{ base = run, procurement = { policy.own{}, policy.rent{} } }")
  end
  local found = dimensions(given)
  local all, runs = combinations(given.base, found), {}
  for i, each in ipairs(all) do
    runs[i] = each.run
    all[each.run], all[table.concat(each.labels, "\n")] = each, each.run
  end
  local outcome = outcome_of(runs)
  if #outcome.possible > 0 then
    add_chances(outcome)
    sort(outcome)
    local columns, rows = rows_of(found, all, outcome)
    show.tabulate{ title = ("%s: all combinations, cheapest first"):format(given.base.name),
      columns = columns, rows = rows }
  end
  local names = {}
  for i, dimension in ipairs(found) do names[i] = { name = dimension.name, align = "left" } end
  impossible(outcome, names, function(run) return all[run].labels end)
  return {
    best = outcome.possible[1] and outcome.possible[1].run, runs = runs,
    along = function(name)
      return along(found, all, name, function(run) return run[name] end):named(name)
    end,
  }
end

return M
