-- A report's items as text: a table for people, or JSON, CSV or Markdown; its charts as SVG.
--
-- An item is { kind = "table", title =, columns =, rows = }, where a column is a name or
-- { name =, unit =, header = what people read instead of the name, align = "left" or "right",
-- wrap = true (or "first", before the others) where long
-- texts go on below, for_programs = true where people do not read it }; in_groups = true where rows
-- with an empty first cell belong to the one above; and a cell is what report/cell.lua says; or
-- another kind ("text", "value", "check") with a `text` for people. What print wrote is a text that
-- says `printed`. A table may have a `draw`, a function from a width to what people see instead,
-- and `svg`, one from a height to its elements.

local cell = require "outlay.report.cell"
local errors = require "core.error"
local layout = require "outlay.report.layout"
local machine = require "outlay.report.machine"
local svg = require "outlay.report.fan_svg"
local strict = require "outlay.language.strict"
local text_width = require "outlay.report.text_width"

local report = {}

--- The formats, the one for people first.
report.formats = { "table", "json", "csv", "markdown", "svg" }

local WIDTH_OF_A_PIPE = 100
local CLAIM_LABELS = 10 -- columns that outlay.claim.text begins lines with

-- Columns as tables, with names that differ.
local function complete_columns(columns)
  local complete, seen = {}, {}
  for i, column in ipairs(columns) do
    if type(column) ~= "table" then column = { name = tostring(column) } end
    local name, count = column.name, 1
    while seen[name] do
      count = count + 1
      name = ("%s %d"):format(column.name, count)
    end
    seen[name] = true
    complete[i] = { name = name, header = column.header, unit = column.unit, align = column.align,
      wrap = column.wrap, for_programs = column.for_programs }
  end
  return complete
end

local function complete_table(item)
  local columns = complete_columns(item.columns)
  for i, row in ipairs(item.rows) do
    for j, column in ipairs(columns) do
      local where = ("%s: row %d, column \"%s\""):format(item.title or "table", i, column.name)
      cell.check(row[j], where)
    end
  end
  return { kind = "table", title = item.title, columns = columns, rows = item.rows,
    draw = item.draw, svg = item.svg, in_groups = item.in_groups }
end

local function complete(items)
  local all = {}
  for i, item in ipairs(items) do
    all[i] = item.kind == "table" and complete_table(item) or item
  end
  return all
end

-- Items that are a line of their own, without space around them.
local function is_line(item)
  return item.printed or item.kind == "check" or item.kind == "value"
end

-- Green where it holds, red where it fails: the first word of the line.
local function coloured_check(item)
  local colour = item.holds and "\27[32m" or "\27[1;31m"
  local text = text_width.safe(item.text)
  return (text:gsub("^%S+", function(word) return colour .. word .. "\27[0m" end))
end

local function for_people(item, options)
  local settings = { width = options.width or WIDTH_OF_A_PIPE, colour = options.colour or false }
  local text = item.text and text_width.safe(item.text)
  if item.kind == "table" then
    text = item.draw and item.draw(math.min(settings.width, WIDTH_OF_A_PIPE))
      or table.concat(layout.lines(item, settings), "\n")
  end
  if item.kind == "text" and not item.printed and options.width then
    text = text_width.wrap(text, options.width)
  elseif item.kind == "claim" then
    text = text_width.wrap(text, settings.width, CLAIM_LABELS)
  end
  if item.kind == "check" and settings.colour then text = coloured_check(item) end
  return (text:gsub("\n+$", "")) .. "\n"
end

--- One item for people, with an empty line before it where the item before calls for one.
---@param previous? table nil for the first item
---@param item table
---@param options? { width: integer, colour: boolean }
---@return string
function report.after(previous, item, options)
  local gap = previous and not (is_line(previous) and is_line(item)) and "\n" or ""
  if item.kind == "table" then item = complete_table(item) end
  return gap .. for_people(item, options or {})
end

local function people(items, options)
  local parts = {}
  for i, item in ipairs(items) do parts[i] = report.after(items[i - 1], item, options) end
  return table.concat(parts)
end

--- Items as one text.
---@param items table[]
---@param format? string one of report.formats
---@param options? { width: integer, colour: boolean, about: table }
---@return string
function report.render(items, format, options)
  options = options or {}
  format = format or "table"
  if format == "table" then return people(items, options) end
  items = complete(items)
  if format == "json" then return machine.json(items, options.about) end
  if format == "csv" then return machine.csv(items) end
  if format == "markdown" then return machine.markdown(items) end
  if format == "svg" then
    return svg.document(items) or errors.raise("there is no chart in the report",
      "put one into it: fan(cost, { over = year })")
  end
  return errors.raise(("there is no format '%s'"):format(tostring(format)),
    strict.suggestion(tostring(format), report.formats))
end

return report
