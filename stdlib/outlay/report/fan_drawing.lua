--- A fan chart in characters: the median, and the bands of 50 % and 90 %, over the labels of an
--- axis.
local text_width = require "outlay.report.text_width"

local M = {}

local ROWS = 19
local NARROWEST, WIDEST = 24, 70 -- columns of the field

local MEDIAN, INNER, OUTER, POINT, MARK = "●", "▓", "░", "•", "┄"

-- Between two labels the edges of the bands are straight lines on the scale.
local function edges_at(c, position)
  local labels = c.labels
  local i = 1
  while i < #labels - 1 and labels[i + 1].x < position do i = i + 1 end
  local a, b = labels[i], labels[math.min(i + 1, #labels)]
  local share = b.x > a.x and (position - a.x) / (b.x - a.x) or 0
  local at = {}
  for k = 1, 5 do
    local low, high = c.scale.place(a[k]), c.scale.place(b[k])
    at[k] = low + share * (high - low)
  end
  return at
end

local function column_of(c, x, width)
  return 1 + math.floor((x - c.first) / (c.last - c.first) * (width - 1) + 0.5)
end

local function row_of(place) return 1 + math.floor((1 - place) * (ROWS - 1) + 0.5) end

local function put(field, row, column, character)
  if field[row] and column >= 1 then field[row][column] = character end
end

local function draw_marks(c, field, width)
  for _, mark in ipairs(c.marks) do
    local row = row_of(c.scale.place(mark.value))
    for column = 1, width do put(field, row, column, MARK) end
  end
end

local function draw_bands(c, field, width)
  local from = column_of(c, c.labels[1].x, width)
  local to = column_of(c, c.labels[#c.labels].x, width)
  for column = from, to do
    local position = c.first + (c.last - c.first) * (column - 1) / math.max(width - 1, 1)
    local at = edges_at(c, math.max(c.labels[1].x, math.min(position, c.labels[#c.labels].x)))
    local rows = {}
    for k = 1, 5 do rows[k] = row_of(at[k]) end
    for row = math.max(rows[5], 1), math.min(rows[1], ROWS) do
      put(field, row, column, row >= rows[4] and row <= rows[2] and INNER or OUTER)
    end
    put(field, rows[3], column, "━")
  end
end

local function draw_points(c, field, width)
  for _, point in ipairs(c.points) do
    local place = c.scale.place(point.y)
    if place >= 0 and place <= 1 then
      put(field, row_of(place), column_of(c, point.x, width), POINT)
    end
  end
  for _, label in ipairs(c.labels) do
    put(field, row_of(c.scale.place(label[3])), column_of(c, label.x, width), MEDIAN)
  end
end

-- The labels of the rows: ticks, and marks by their name behind the field.
local function texts_of(c)
  local before, behind = {}, {}
  for _, tick in ipairs(c.scale.ticks(7)) do
    local row = row_of(c.scale.place(tick))
    if row >= 1 and row <= ROWS and not before[row] then before[row] = c.label(tick) end
  end
  for _, mark in ipairs(c.marks) do
    local row = row_of(c.scale.place(mark.value))
    if row >= 1 and row <= ROWS and before[row] ~= mark.name then behind[row] = mark.name end
  end
  return before, behind
end

-- Labels below the field, each centred below its place, as many as there is room for.
local function label_line(c, width)
  local line, taken = {}, 0
  for column = 1, width + 3 do line[column] = " " end
  for _, label in ipairs(c.axis_labels) do
    local column = column_of(c, label.x, width)
    local length = text_width.of(label.text)
    local start = math.max(1, math.min(column - math.floor((length - 1) / 2), width + 3 - length))
    if start > taken then
      for k = 1, length do line[start + k - 1] = label.text:sub(k, k) end
      taken = start + length + 1
    end
  end
  return (table.concat(line):gsub("%s+$", ""))
end

local function widest(texts)
  local width = 0
  for row = 1, ROWS do
    if texts[row] then width = math.max(width, text_width.of(texts[row])) end
  end
  return width
end

local function legend(c)
  local parts = { MEDIAN .. " median", INNER .. " 50 %", OUTER .. " 90 %" }
  if #c.points > 0 then parts[#parts + 1] = POINT .. " data" end
  return table.concat(parts, "   ")
end

--- The drawing as lines.
---@param c table { title =, labels = { { x =, 1..5 = quantiles in base units } }, points =,
---  marks =, scale =, label = function(value) -> text, axis_labels = { { x =, text = } }, first =,
---  last = }
---@param width integer columns there are
---@return string
function M.draw(c, width)
  local before, behind = texts_of(c)
  local left, right = widest(before), widest(behind)
  local room = width - left - 3 - (right > 0 and right + 1 or 0)
  local columns = math.max(NARROWEST, math.min(WIDEST, room))
  local field = {}
  for row = 1, ROWS do
    field[row] = {}
    for column = 1, columns do field[row][column] = " " end
  end
  draw_marks(c, field, columns)
  draw_bands(c, field, columns)
  draw_points(c, field, columns)
  local lines = { c.title, (" "):rep(left + 3) .. legend(c) }
  for row = 1, ROWS do
    local edge = before[row] and " ┤ " or " │ "
    local tail = behind[row] and " " .. behind[row] or ""
    local line = text_width.pad(before[row] or "", left, "right") .. edge
      .. table.concat(field[row]) .. tail
    lines[#lines + 1] = (line:gsub("%s+$", ""))
  end
  local ticks = {}
  for column = 1, columns + 1 do ticks[column] = "─" end
  for _, label in ipairs(c.axis_labels) do ticks[column_of(c, label.x, columns) + 1] = "┬" end
  lines[#lines + 1] = (" "):rep(left) .. " └" .. table.concat(ticks)
  lines[#lines + 1] = (" "):rep(left + 3) .. label_line(c, columns)
  return table.concat(lines, "\n")
end

return M
