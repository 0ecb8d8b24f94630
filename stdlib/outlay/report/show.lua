-- show(x, unit): a line in the report. tabulate{}: a table of one's own. print, in order.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local explain = require "outlay.report.explain"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local value = require "outlay.report.value"

local show = {}

local waiting = {} -- { node, unit_text, name } of the show() calls so far

local shown_so_far = {} -- the uncertain quantities

local LONGEST_NAME = 40

-- What the author calls it, else its formula if that is short.
local function name_of(node, given)
  local name = given or graph.describe(node).name
  if name then return name end
  local phrase = explain.phrase(node)
  return #phrase <= LONGEST_NAME and phrase or "value"
end

local function check_texts(unit_text, name)
  if unit_text ~= nil and type(unit_text) ~= "string" then
    errors.raise(("show takes a unit as text, not a %s"):format(
      graph.is_node(unit_text) and "quantity" or type(unit_text)), "write show(cost, \"MUSD\")")
  end
  if name ~= nil and type(name) ~= "string" then
    errors.raise(("show takes a name as text, not a %s"):format(type(name)),
      "write show(cost, \"MUSD\", \"what it costs\")")
  end
end

local function cell(numbers, which)
  return { text = value.number(numbers, which), value = numbers[which] / numbers.factor }
end

local function cells_of(numbers)
  if numbers.condition then
    return { { text = value.line(numbers), value = numbers.mean }, "", "", "", "" }
  end
  local unit_text = numbers.unit_text == "1" and "" or numbers.unit_text
  if not numbers.uncertain then return { cell(numbers, "mean"), "", "", "", unit_text } end
  return { cell(numbers, "mean"), cell(numbers, "p5"), cell(numbers, "p50"),
    cell(numbers, "p95"), unit_text }
end

-- A row: the name, with the labels behind it for people; a cell for each axis; the numbers.
local function row_of(name, labels, label_of, axes, numbers)
  local row = { name }
  if #labels > 0 then
    row[1] = { text = ("%s [%s]"):format(name, table.concat(labels, ", ")), value = name }
  end
  for _, axis_name in ipairs(axes) do row[#row + 1] = label_of[axis_name] or "" end
  for _, content in ipairs(cells_of(numbers)) do row[#row + 1] = content end
  return row
end

-- The axes of what is shown, each once.
local function axes_of(shown)
  local axes, seen = {}, {}
  for _, entry in ipairs(shown) do
    local _, names = value.cells(entry.node)
    for _, name in ipairs(names) do
      if not seen[name] then
        seen[name] = true
        axes[#axes + 1] = name
      end
    end
  end
  return axes
end

local function labels_by_axis(names, labels)
  local by_axis = {}
  for i, name in ipairs(names) do by_axis[name] = labels[i] end
  return by_axis
end

local function is_uncertain(shown)
  for _, entry in ipairs(shown) do
    if graph.describe(entry.node).uncertain then return true end
  end
  return false
end

local function make_table()
  local shown = waiting
  waiting = {}
  local nodes = {}
  for i, entry in ipairs(shown) do nodes[i] = entry.node end
  local result = value.evaluate(nodes)
  local rows, axes = {}, axes_of(shown)
  for i, entry in ipairs(shown) do
    local cells, names = value.cells(entry.node)
    for j, labels in ipairs(cells) do
      rows[#rows + 1] = row_of(entry.name, labels, labels_by_axis(names, labels), axes,
        value.summary(result, i, j, entry.node, entry.unit_text))
    end
  end
  local columns = { "name" }
  for _, name in ipairs(axes) do columns[#columns + 1] = { name = name, for_programs = true } end
  -- People read the mean of certain values as their value; machines get the same columns always.
  columns[#columns + 1] = { name = "mean", header = not is_uncertain(shown) and "value" or nil }
  for _, name in ipairs { "5 %", "median", "95 %", "unit" } do columns[#columns + 1] = name end
  return { kind = "table", rows = rows, columns = columns }
end

-- What a value that is more than a quantity does when it is shown: `__show` of its metatable.
local function own_way(x)
  local meta = type(x) == "table" and getmetatable(x)
  return type(meta) == "table" and meta.__show or nil
end

--- Puts a quantity into the report, in a unit of one's choice. What is more than a quantity, such
--- as a scenario, says itself how it is shown.
---@param x any
---@param unit_text string?
---@param name string? what the report calls it
function show.show(x, unit_text, name)
  if x == nil then
    errors.raise("show needs a quantity", "write show(cost), or show(cost, \"MUSD\")")
  end
  check_texts(unit_text, name)
  local shows = own_way(x)
  if shows then return shows(x, unit_text, name) end
  local node = quantity.of(x)
  name = name_of(node, name)
  node = value.in_money_of(node, unit_text)
  if not output.is_waiting(make_table) then
    output.flush()
    waiting = {}
    output.wait(make_table)
  end
  waiting[#waiting + 1] = { node = node, unit_text = unit_text, name = name }
  local kind = graph.describe(node)
  if kind.uncertain and #kind.axes == 0 then shown_so_far[#shown_so_far + 1] = node end
end

--- Of the uncertain quantities that were shown, the one that rests on the most inputs (the last of
--- several); nil if there is none.
function show.widest()
  local widest, most = nil, 0
  for _, node in ipairs(shown_so_far) do
    local count = #graph.inputs(node)
    if count >= most then widest, most = node, count end
  end
  return widest
end

-- All quantities of a table, evaluated at once: node -> summary.
local function summaries(rows)
  local nodes, places = {}, {}
  for i, row in ipairs(rows) do
    for j, x in ipairs(row) do
      if graph.is_node(x) then
        nodes[#nodes + 1] = x
        places[#places + 1] = { i, j }
      end
    end
  end
  if #nodes == 0 then return {} end
  local result = value.evaluate(nodes)
  local found = {}
  for k, place in ipairs(places) do
    local i, j = place[1], place[2]
    found[i] = found[i] or {}
    found[i][j] = value.summary(result, k, 1, nodes[k])
  end
  return found
end

-- A cell of a script's own table: quantities become their text and number.
local function as_cell(x, numbers)
  if numbers then
    return value.cell(numbers)
  end
  if type(x) == "number" or type(x) == "string" or type(x) == "boolean" then return x end
  if type(x) == "table" then return { text = x.text, value = x.value, unit = x.unit } end
  return tostring(x)
end

local function column_name(column)
  return type(column) == "table" and tostring(column.name) or tostring(column)
end

local function check_row(row, i, columns)
  if type(row) ~= "table" then
    errors.raise(("tabulate: row %d is a %s, not a list of cells"):format(i,
      graph.is_node(row) and "quantity" or type(row)),
      "write rows = { { \"Oslo\", cost }, { \"Ohio\", other } }")
  end
  for j in pairs(row) do
    if type(j) ~= "number" or j < 1 or j > #columns or j % 1 ~= 0 then
      errors.raise(("tabulate: row %d has a cell '%s', and there are %d columns"):format(i,
        tostring(j), #columns), "give as many columns as cells")
    end
  end
  for j = 1, #columns do
    if row[j] == nil then
      errors.raise(("tabulate: row %d has no value for column '%s'"):format(i,
        column_name(columns[j])))
    end
    if graph.is_node(row[j]) and #graph.describe(row[j]).axes > 0 then
      errors.raise(("tabulate: row %d, column '%s' has axes"):format(i, column_name(columns[j])),
        "choose with x:at{ ... }, or show(x), which has a line for each label")
    end
  end
end

--- A table of one's own: tabulate{ title =, columns = { "site", "cost" }, rows = { { "Oslo",
--- cost }, ... } }. Or along an axis, a line for each label and a column of plain numbers for each
--- value: tabulate{ over = year, unit = "MUSD", values = { { "cash", cash } }, spread = true },
--- where spread adds the 5 % and 95 % quantiles.
function show.tabulate(given)
  given = arguments.check("tabulate", given, {
    title = "optional", columns = "optional", rows = "optional", over = "optional",
    values = "optional", unit = "optional", spread = "optional",
  })
  if given.over then
    if given.columns or given.rows then
      errors.raise("tabulate goes over an axis, or has columns and rows", "give one of the two")
    end
    given.columns, given.rows = require "outlay.report.periods"(given)
  end
  for _, name in ipairs { "columns", "rows" } do
    if type(given[name]) ~= "table" then
      errors.raise(("tabulate: %s is a list, not a %s"):format(name, type(given[name])),
        "write tabulate{ columns = { \"site\", \"cost\" }, rows = { { \"Oslo\", cost } } }")
    end
  end
  for i, row in ipairs(given.rows) do check_row(row, i, given.columns) end
  local found, rows = summaries(given.rows), {}
  for i, row in ipairs(given.rows) do
    local cells = {}
    for j = 1, #given.columns do cells[j] = as_cell(row[j], found[i] and found[i][j]) end
    rows[i] = cells
  end
  output.add { kind = "table", title = given.title, columns = given.columns, rows = rows }
end

--- Lua's print, in order with the report.
function show.print(...)
  local parts = {}
  for i = 1, select("#", ...) do parts[i] = tostring((select(i, ...))) end
  output.add { kind = "text", text = table.concat(parts, "\t"), printed = true }
end

return show
