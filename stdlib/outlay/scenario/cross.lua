--- cross{ base = run, procurement = { ... }, energy = { ... } }: all combinations, best first.
local axis = require "outlay.language.axis"
local cell = require "outlay.report.cell"
local errors = require "core.error"
local figures = require "outlay.scenario.figures"
local graph = require "core.graph"
local impossible = require "outlay.scenario.impossible"
local interface = require "outlay.policy.interface"
local outcomes = require "outlay.scenario.outcome"
local roots = require "outlay.catalog.roots"
local scenario = require "outlay.scenario"
local show = require "outlay.report.show"
local strict = require "outlay.language.strict"

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

local function columns_of(found, units)
  local columns = {}
  for i, dimension in ipairs(found) do columns[i] = { name = dimension.name, align = "left" } end
  local function column(name, unit_of, more)
    local made = { name = name, unit = unit_of }
    for key, content in pairs(more or {}) do made[key] = content end
    columns[#columns + 1] = made
  end
  column("cost", units.cost)
  column("90 %", nil, { align = "right" })
  column("over the cheapest", units.over)
  column("time", "day")
  column("electricity", units.energy, { for_programs = true }) -- emissions say it to people
  column("emissions", "tCO2e")
  column("cheapest in", nil, { align = "right" })
  return columns
end

local function row_of(labels, entry, units)
  local row = { unpack(labels) }
  local mean, interval = figures.cells(entry.cost, units.cost)
  row[#row + 1], row[#row + 2] = mean, interval
  row[#row + 1] = entry.over and figures.cells(entry.over, units.over) or ""
  row[#row + 1] = figures.cells(entry.total_time, "day")
  row[#row + 1] = figures.cells(entry.energy, units.energy)
  row[#row + 1] = figures.cells(entry.emissions, "tCO2e")
  row[#row + 1] = figures.percent(entry.best.mean)
  return row
end

-- The measures of all entries, cheapest first; then how much more each costs than the cheapest, and
-- in how many samples it is the cheapest. Where several are equal, all of them are.
local function evaluate(entries)
  outcomes.evaluate(entries, function(entry) return outcomes.measured(entry.run) end)
  table.sort(entries, function(a, b)
    if a.cost.mean ~= b.cost.mean then return a.cost.mean < b.cost.mean end
    return a.run.name < b.run.name
  end)
  local least
  for _, entry in ipairs(entries) do
    least = least and min(least, entry.run.cost) or entry.run.cost
  end
  outcomes.evaluate(entries, function(entry, i)
    local quantities = { best = le(entry.run.cost, least) }
    if i > 1 then quantities.over = entry.run.cost - entries[1].run.cost end
    return quantities
  end)
end

local function report(title, found, all, entries)
  evaluate(entries)
  local over = outcomes.column(entries, "over")
  local units = {
    cost = figures.unit(outcomes.column(entries, "cost")),
    energy = figures.unit(outcomes.column(entries, "energy")),
    over = over[1] and figures.unit(over) or nil,
  }
  local columns, rows = columns_of(found, units), {}
  for i, entry in ipairs(entries) do rows[i] = row_of(all[entry.run].labels, entry, units) end
  hide_constant(columns, rows, #found + 4)
  show.tabulate{ title = title, columns = columns, rows = rows }
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
--- crossed.along "cost" is a part of all of them as one quantity, with an axis for each name that
--- was varied.
---
--- Varied are kinds of policies, and arguments of the scenario: site, place, cluster, start, model,
--- ... An alternative's name is its own, or that in the table: place = { "virginia", "oregon" },
--- cluster = { ["half"] = { count = q"8192 GPU" }, ... }.
---@param given table { base = scenario, name = list of alternatives, ... }
---@return table crossed best = the cheapest scenario, runs = all, along = a function
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
  local outcome = outcomes.of(runs)
  if #outcome.possible > 0 then
    report(("%s: all combinations, cheapest first"):format(given.base.name), found, all,
      outcome.possible)
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
