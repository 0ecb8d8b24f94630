--- A fan chart as SVG: the same chart as in characters, for pages and papers.
local M = {}

M.width, M.height = 760, 400
local LEFT, RIGHT, TOP, BOTTOM = 96, 112, 56, 40

local INK, GRID, BAND, POINT, MARK = "#1f2933", "#e4e7eb", "#2563a8", "#c2410c", "#6b7280"

local function escape(text)
  return (text:gsub("[&<>\"]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;",
    ['"'] = "&quot;" }))
end

-- Coordinates with a tenth of a pixel, which is the same text on every machine.
local function number(x) return ("%.1f"):format(x) end

local function text(x, y, anchor, content, more)
  return ('<text x="%s" y="%s" text-anchor="%s"%s>%s</text>'):format(number(x), number(y), anchor,
    more or "", escape(content))
end

local function line(x1, y1, x2, y2, colour, more)
  return ('<line x1="%s" y1="%s" x2="%s" y2="%s" stroke="%s"%s/>'):format(number(x1), number(y1),
    number(x2), number(y2), colour, more or "")
end

-- Places within the frame.
local function frame_of(c, top)
  local frame = { left = LEFT, right = M.width - RIGHT, top = top + TOP,
    bottom = top + M.height - BOTTOM }
  function frame.x(x)
    return frame.left + (x - c.first) / (c.last - c.first) * (frame.right - frame.left)
  end
  function frame.y(value)
    return frame.bottom - c.scale.place(value) * (frame.bottom - frame.top)
  end
  return frame
end

-- The area between two quantiles.
local function band(c, frame, low, high, opacity)
  local points = {}
  for _, label in ipairs(c.labels) do
    points[#points + 1] = number(frame.x(label.x)) .. "," .. number(frame.y(label[high]))
  end
  for i = #c.labels, 1, -1 do
    local label = c.labels[i]
    points[#points + 1] = number(frame.x(label.x)) .. "," .. number(frame.y(label[low]))
  end
  return ('<polygon points="%s" fill="%s" fill-opacity="%s"/>'):format(table.concat(points, " "),
    BAND, opacity)
end

local function median(c, frame)
  local points = {}
  for _, label in ipairs(c.labels) do
    points[#points + 1] = number(frame.x(label.x)) .. "," .. number(frame.y(label[3]))
  end
  return ('<polyline points="%s" fill="none" stroke="%s" stroke-width="2"/>'):format(
    table.concat(points, " "), BAND)
end

local function legend(c, top, parts)
  local x = LEFT
  local function entry(shape, label, wide)
    parts[#parts + 1] = shape
    parts[#parts + 1] = text(x + 22, top + 42, "start", label)
    x = x + wide
  end
  entry(line(x, top + 38, x + 16, top + 38, BAND, ' stroke-width="2"'), "median", 84)
  for _, area in ipairs{ { "50 %", "0.45" }, { "90 %", "0.18" } } do
    entry(('<rect x="%s" y="%s" width="16" height="10" fill="%s" fill-opacity="%s"/>'):format(
      number(x), number(top + 33), BAND, area[2]), area[1], 68)
  end
  if #c.points > 0 then
    entry(('<circle cx="%s" cy="%s" r="3" fill="%s"/>'):format(number(x + 8), number(top + 38),
      POINT), "data", 68)
  end
end

local function draw_axes(c, frame, parts)
  for _, tick in ipairs(c.scale.ticks(7)) do
    local y = frame.y(tick)
    parts[#parts + 1] = line(frame.left, y, frame.right, y, GRID)
    parts[#parts + 1] = text(frame.left - 8, y + 4, "end", c.label(tick))
  end
  local taken = -math.huge
  for _, label in ipairs(c.axis_labels) do
    local x = frame.x(label.x)
    parts[#parts + 1] = line(x, frame.bottom, x, frame.bottom + 4, MARK)
    if x - taken >= 40 then
      parts[#parts + 1] = text(x, frame.bottom + 18, "middle", label.text)
      taken = x
    end
  end
end

--- The elements of a chart whose upper edge is at `top`.
---@param c table as fan_drawing.draw takes it
---@param top number
---@return string
function M.draw(c, top)
  local frame, parts = frame_of(c, top), {}
  parts[1] = text(LEFT, top + 22, "start", c.title, ' font-size="15" font-weight="bold"')
  legend(c, top, parts)
  draw_axes(c, frame, parts)
  parts[#parts + 1] = band(c, frame, 1, 5, "0.18")
  parts[#parts + 1] = band(c, frame, 2, 4, "0.34")
  for _, mark in ipairs(c.marks) do
    local y = frame.y(mark.value)
    parts[#parts + 1] = line(frame.left, y, frame.right, y, MARK, ' stroke-dasharray="4 4"')
    parts[#parts + 1] = text(frame.right + 8, y + 4, "start", mark.name)
  end
  parts[#parts + 1] = median(c, frame)
  for _, point in ipairs(c.points) do
    parts[#parts + 1] = ('<circle cx="%s" cy="%s" r="3" fill="%s"/>'):format(
      number(frame.x(point.x)), number(frame.y(point.y)), POINT)
  end
  parts[#parts + 1] = line(frame.left, frame.bottom, frame.right, frame.bottom, INK)
  return table.concat(parts, "\n")
end

--- The charts among a report's items as one SVG document, one below the other.
---@param items table[]
---@return string? document nil where there is no chart
function M.document(items)
  local parts, top = {}, 0
  for _, item in ipairs(items) do
    if item.svg then
      parts[#parts + 1] = item.svg(top)
      top = top + M.height
    end
  end
  if #parts == 0 then return nil end
  local head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" '
    .. 'font-family="Helvetica, Arial, sans-serif" font-size="12" fill="%s">\n'
    .. '<rect width="100%%" height="100%%" fill="white"/>\n'
  return head:format(M.width, top, M.width, top, INK) .. table.concat(parts, "\n") .. "\n</svg>\n"
end

return M
