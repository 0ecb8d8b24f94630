--- fan(x, { over = year }): a fan chart of a quantity over an axis. Programs get its quantiles as a
--- table.
local arguments = require "outlay.language.arguments"
local axis = require "outlay.language.axis"
local drawing = require "outlay.report.fan_drawing"
local errors = require "core.error"
local extract = require "outlay.language.extract"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local scale_of = require "outlay.report.fan_scale"
local svg = require "outlay.report.fan_svg"
local time = require "outlay.language.time"
local unit = require "core.unit"
local value = require "outlay.report.value"

local M = {}

local PROBABILITIES = { 0.05, 0.25, 0.5, 0.75, 0.95 }
local WIDE_RANGE = 20 -- from here on a logarithmic scale is easier to read

-- ---- what is drawn ----

local function axis_of(node, given)
  local axes = graph.describe(node).axes
  if #axes ~= 1 then
    errors.raise(("fan: the value has %d axes, and the chart has one"):format(#axes),
      #axes == 0 and "give a value for each year: year{ ... }, or fit:at(year:values())"
        or "choose with x:at{ ... }, or x:sum(axis)")
  end
  local own = axis.of(axes[1])
  if given ~= nil and given ~= own then
    errors.raise(("fan: the value goes over the axis '%s'"):format(own.name),
      ("write over = %s"):format(own.name))
  end
  return own
end

-- Numbers of labels, or their order where they are texts.
local function positions(labels)
  local numbers = {}
  for i, label in ipairs(labels) do
    numbers[i] = tonumber(label)
    if not numbers[i] then
      for j = 1, #labels do numbers[j] = j end
      return numbers
    end
  end
  return numbers
end

local function quantiles_of(node, own)
  local result = value.evaluate { node }
  local x, list = positions(own.labels), {}
  for i, label in ipairs(own.labels) do
    local entry = result:quantiles(1, i, PROBABILITIES)
    entry.x, entry.text, entry.mean = x[i], label, result:moments(1, i).mean
    list[i] = entry
  end
  return list
end

-- Points of a fit, or a list of { x, y }.
local function points_of(given, factor)
  local list = {}
  if given == nil then return list end
  if type(given) == "table" and type(getmetatable(given)) == "table" then
    local data, base = given.data, given.base
    for i, y in ipairs(data.y) do
      list[i] = { x = data.x[1][i], y = (base and base ^ y or y) * factor }
    end
    return list
  end
  for i, point in ipairs(given) do
    local x = type(point) == "table" and time.of(point[1], "fan: points") or nil
    local y = x and point[2]
    if graph.is_node(y) then
      local kind = graph.describe(y)
      local _, own = unit.describe(unit.choose(1, kind.dimension, kind.money, 0))
      y = extract.value(y, (unit.describe(unit.choose(1, kind.dimension, kind.money, 0)))) * own
    elseif type(y) == "number" then
      y = y * factor
    end
    if type(y) ~= "number" then
      errors.raise(("fan: point %d is no pair of x and y"):format(i),
        "write points = { { 2023.2, q\"40 MUSD\" }, ... }, or points = fit")
    end
    list[i] = { x = x, y = y }
  end
  return list
end

local function marks_of(given, kind)
  local list = {}
  for i, mark in ipairs(given or {}) do
    local there = quantity.of(mark)
    local own = graph.describe(there)
    if own.dimension ~= kind.dimension then
      errors.raise(("fan: mark %d is %s, and the value is %s"):format(i,
        unit.dimension(own.dimension), unit.dimension(kind.dimension)))
    end
    if own.money ~= kind.money then there = graph.convert(there, kind.money) end
    list[i] = { value = value.evaluate({ there }):moments(1, 1).mean, name = tostring(mark) }
  end
  return list
end

local function range_of(list, points, marks)
  local low, high = math.huge, -math.huge
  for _, entry in ipairs(list) do low, high = math.min(low, entry[1]), math.max(high, entry[5]) end
  for _, point in ipairs(points) do low, high = math.min(low, point.y), math.max(high, point.y) end
  for _, mark in ipairs(marks) do
    low, high = math.min(low, mark.value), math.max(high, mark.value)
  end
  return low, high
end

local function is_logarithmic(asked, low, high)
  if asked == "log" and low <= 0 then
    errors.raise("fan: the value is zero or below somewhere, which a logarithmic scale has not",
      "write scale = \"linear\"")
  end
  if asked == "log" or asked == "linear" then return asked == "log" end
  if asked ~= "auto" then
    errors.raise(("fan: there is no scale '%s'"):format(tostring(asked)),
      "write scale = \"log\" or \"linear\"")
  end
  return low > 0 and high / low > WIDE_RANGE
end

-- Every label of the axis, and whole years before it where points begin earlier.
local function axis_labels(list, points)
  local labels, first = {}, list[1].x
  local from = first
  for _, point in ipairs(points) do from = math.min(from, point.x) end
  local step = #list > 1 and list[2].x - list[1].x or 1
  local x = first - step * math.floor((first - from) / step + 1e-9)
  while x < first - 1e-9 do
    labels[#labels + 1] = { x = x, text = ("%.10g"):format(x) }
    x = x + step
  end
  for _, entry in ipairs(list) do labels[#labels + 1] = { x = entry.x, text = entry.text } end
  return labels, from
end

-- ---- the item ----

local function rows_of(list, factor, unit_text)
  local rows = {}
  for i, entry in ipairs(list) do
    rows[i] = { entry.text, entry.mean / factor }
    for k = 1, 5 do rows[i][k + 2] = entry[k] / factor end
    rows[i][8] = unit_text
  end
  return rows
end

--- A fan chart: the median, and the bands in which the value lies with 50 % and 90 %, for each
--- label of its axis. Programs (--format json, csv) get the quantiles as a table.
---
---     local year = axis.range("year", 2024, 2032)
---     fan(cost:at(year:values(), { spread = true }), { marks = { q"1 GUSD2023" }, points = cost })
---
---@class outlay.report.fan
---@field over? axis the axis of x, to say it
---@field title? string
---@field unit? string of the scale; chosen for each mark of it unless given
---@field scale? "auto" | "log" | "linear" auto: logarithmic where the values span a factor of 20
---@field marks? quantity[] values to draw a line at
---@field points? trend | { [1]: number | string, [2]: quantity }[] data to show
---@param x quantity with one axis
---@param given? outlay.report.fan
function M.fan(x, given)
  given = arguments.check("fan", given or {}, { over = "optional", title = "optional",
    unit = "optional", scale = "auto", marks = "optional", points = "optional" })
  local node = value.in_money_of(quantity.of(x), given.unit)
  local own = axis_of(node, given.over)
  local list = quantiles_of(node, own)
  local kind = graph.describe(node)
  local chosen = given.unit and value.unit_for(kind, given.unit) or nil
  local middle = list[math.ceil(#list / 2)][3]
  local table_unit = chosen or unit.choose(middle, kind.dimension, kind.money, 0)
  local unit_text, factor = unit.describe(table_unit)
  local base_points = points_of(given.points, given.points and given.points.one
    and value.evaluate({ given.points.one }):moments(1, 1).mean or 1)
  local marks = marks_of(given.marks, kind)
  local low, high = range_of(list, base_points, marks)
  local is_log = is_logarithmic(given.scale, low, high)
  local labels, from = axis_labels(list, base_points)
  local name = given.title or kind.name or "value"
  local chart = {
    title = is_log and name .. "  (logarithmic scale)" or name, labels = list,
    points = base_points, marks = marks, axis_labels = labels, first = from,
    last = math.max(list[#list].x, from + 1e-9), kind = kind,
    scale = scale_of.new(low, high, is_log, is_log and 1 or factor),
    label = function(number) return scale_of.label(number, kind, chosen) end,
  }
  output.add { kind = "table", title = name, rows = rows_of(list, factor,
    unit_text ~= "1" and unit_text or ""),
    columns = { own.name, "mean", "5 %", "25 %", "median", "75 %", "95 %", "unit" },
    draw = function(width) return drawing.draw(chart, width) end,
    svg = function(top) return svg.draw(chart, top) end }
end

return M
