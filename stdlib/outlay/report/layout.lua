-- Tables for people: aligned on the decimal point, no wider than the terminal.
--
--     item       cost             share
--     ─────────  ─────────────  ───────
--     chips      28.1 MUSD       70.1 %
--     energy      2.95 MUSD       7.4 %

local cell = require "outlay.report.cell"
local text_width = require "outlay.report.text_width"

local layout = {}

local GAP = "  "
local NARROWEST = 8 -- columns that a shortened text keeps

-- "41.25 MUSD" as "41", ".25", " MUSD"; a text without a number is all first part.
local function split_number(text)
  local whole, rest = text:match("^([<>~]?%s*[-+]?[%d,]+)(.*)$")
  if not whole then return text, "", "" end
  return whole, rest:match("^(%S*)(.*)$") -- an exponent, or the M of 31.2M, goes with the digits
end

local function widest(texts)
  local width = 0
  for i = 1, #texts do width = math.max(width, text_width.of(texts[i])) end
  return width
end

-- Texts of a column of numbers, padded so that points and units stand below each other.
local function align_numbers(texts)
  local wholes, fractions, tails = {}, {}, {}
  for i, text in ipairs(texts) do wholes[i], fractions[i], tails[i] = split_number(text) end
  local before, after, behind = widest(wholes), widest(fractions), widest(tails)
  local aligned = {}
  for i = 1, #texts do
    aligned[i] = text_width.pad(wholes[i], before, "right")
      .. text_width.pad(fractions[i], after) .. text_width.pad(tails[i], behind)
  end
  return aligned, behind > 0
end

local function longest_word(text)
  local longest = 0
  for word in text:gmatch("%S+") do longest = math.max(longest, text_width.of(word)) end
  return longest
end

-- A header, or a long text, in lines of at most `width` columns.
local function wrap(text, width)
  local lines = {}
  for word in text:gmatch("%S+") do
    word = text_width.shorten(word, width)
    local last = lines[#lines]
    if last and text_width.of(last) + 1 + text_width.of(word) <= width then
      lines[#lines] = last .. " " .. word
    else
      lines[#lines + 1] = word
    end
  end
  for i, broken in ipairs(lines) do lines[i] = broken:gsub(text_width.NO_BREAK, " ") end
  return lines
end

local function column_header(column)
  local header = text_width.clean(column.header or column.name)
  if column.unit and column.unit ~= "" then header = ("%s (%s)"):format(header, column.unit) end
  return header
end

local LONGEST_WORD = 24 -- longer ones are shortened rather than take the room of other columns

-- A column whose texts go on below, so that it is never shortened but for its longest words.
local function measure_wrapped(column, header, texts, body)
  local least = longest_word(header)
  for _, text in ipairs(texts) do
    least = math.max(least, math.min(longest_word(text), LONGEST_WORD))
  end
  return { header = header, texts = texts, wraps = column.wrap, side = column.align or "left",
    width = math.max(text_width.of(header), body), whole = least, least = least }
end

-- One column: its header, its texts, its width, and on which side they stand.
local function measure(column, index, rows)
  local texts, numbers = {}, 0
  for i, row in ipairs(rows) do
    texts[i] = cell.text(row[index])
    if cell.number(row[index]) then numbers = numbers + 1 end
  end
  local numeric = numbers > 0 and numbers * 2 >= #rows and column.align ~= "left"
  local with_units = false
  if numeric then texts, with_units = align_numbers(texts) end
  local header = column_header(column)
  local body = widest(texts)
  if column.wrap then return measure_wrapped(column, header, texts, body) end
  return {
    header = header,
    texts = texts,
    side = (column.align or (numeric and not with_units and "right")) or "left",
    width = math.max(text_width.of(header), body),
    -- How narrow it can be with all its texts, and with some of them shortened.
    whole = math.max(longest_word(header), body),
    least = math.max(longest_word(header), numeric and body or math.min(body, NARROWEST)),
  }
end

-- A column without any content tells nothing.
local function is_empty(index, rows)
  for _, row in ipairs(rows) do
    if cell.text(row[index]) ~= "" then return false end
  end
  return #rows > 0
end

local function total_width(columns)
  local total = #GAP * (#columns - 1)
  for _, column in ipairs(columns) do total = total + column.width end
  return total
end

-- The widest column that can still give way: by a header of more lines, or by shorter texts.
---@param limit "whole" | "least"
---@param wraps? "first" only among columns that wrap before the others
local function widest_column(columns, limit, wraps)
  local best
  for _, column in ipairs(columns) do
    local can_give_way = column.width > column[limit] and (not wraps or column.wraps == wraps)
    if can_give_way and (not best or column.width > best.width) then best = column end
  end
  return best
end

-- Wraps texts that wrap first, then headers and other texts, then shortens, the widest first. False
-- if it does not help.
local function fit(columns, width)
  local excess = total_width(columns) - width
  while excess > 0 do
    local column = widest_column(columns, "whole", "first") or widest_column(columns, "whole")
      or widest_column(columns, "least")
    if not column then return false end
    column.width = column.width - 1
    excess = excess - 1
  end
  return true
end

local function line(columns, text_of)
  local parts = {}
  for i, column in ipairs(columns) do
    local text = text_width.shorten(text_of(column), column.width)
    parts[i] = text_width.pad(text, column.width, column.side)
  end
  return (table.concat(parts, GAP):gsub("%s+$", ""))
end

-- A row as lines: more than one where a text of a column that wraps is long.
local function row_lines(columns, i)
  local wrapped, height = {}, 1
  for j, column in ipairs(columns) do
    wrapped[j] = column.wraps and wrap(column.texts[i], column.width) or { column.texts[i] }
    height = math.max(height, #wrapped[j])
  end
  local lines = {}
  for k = 1, height do
    local j = 0
    lines[k] = line(columns, function()
      j = j + 1
      return wrapped[j][k] or ""
    end)
  end
  return lines
end

local function begins_group(row) return cell.text(row[1]) ~= "" end

-- Rows one below the other, with an empty line between groups of more than one line.
local function append_rows(lines, columns, item)
  local bodies, is_spaced = {}, false
  for i, row in ipairs(item.rows) do
    bodies[i] = row_lines(columns, i)
    is_spaced = is_spaced or #bodies[i] > 1 or not begins_group(row)
  end
  for i, row in ipairs(item.rows) do
    if item.in_groups and is_spaced and i > 1 and begins_group(row) then lines[#lines + 1] = "" end
    for _, text in ipairs(bodies[i]) do lines[#lines + 1] = text end
  end
end

-- The lines of the headers, which stand on the rule below them.
local function header_lines(columns)
  local wrapped, height = {}, 0
  for i, column in ipairs(columns) do
    wrapped[i] = wrap(column.header, column.width)
    height = math.max(height, #wrapped[i])
  end
  local lines = {}
  for row = 1, height do
    local i = 0
    lines[row] = line(columns, function()
      i = i + 1
      return wrapped[i][row - height + #wrapped[i]] or ""
    end)
  end
  return lines
end

-- For what is too wide in columns: each row as a list of names and values.
local function records(columns, count, width, style)
  local lines, names = {}, {}
  for i, column in ipairs(columns) do names[i] = column.header end
  local name_width = math.min(widest(names), math.floor(width / 2))
  for i = 1, count do
    if i > 1 then lines[#lines + 1] = "" end
    for _, column in ipairs(columns) do
      local name = text_width.pad(text_width.shorten(column.header, name_width), name_width)
      local room = math.max(width - name_width - #GAP, NARROWEST)
      local value = column.texts[i]:gsub("%s+", " "):gsub("^ ", "")
      local text = text_width.shorten(value, room)
      lines[#lines + 1] = (style.dim(name) .. GAP .. text):gsub("%s+$", "")
    end
  end
  return lines
end

local function plain(text) return text end

local function styles(colour)
  if not colour then return { bold = plain, dim = plain } end
  return {
    bold = function(text) return "\27[1m" .. text .. "\27[0m" end,
    dim = function(text) return "\27[2m" .. text .. "\27[0m" end,
  }
end

--- A table as lines of text.
---@param item table columns = { { name =, unit = } }, rows =, title =
---@param options { width: integer, colour: boolean }
---@return string[] lines
function layout.lines(item, options)
  local style = styles(options.colour)
  local columns = {}
  for i, column in ipairs(item.columns) do
    if not column.for_programs and not is_empty(i, item.rows) then
      columns[#columns + 1] = measure(column, i, item.rows)
    end
  end
  local lines = {}
  if item.title then lines[1] = style.bold(text_width.clean(item.title)) end
  if not fit(columns, options.width) then
    for _, text in ipairs(records(columns, #item.rows, options.width, style)) do
      lines[#lines + 1] = text
    end
    return lines
  end
  for _, text in ipairs(header_lines(columns)) do lines[#lines + 1] = style.bold(text) end
  lines[#lines + 1] = style.dim(line(columns, function(column) return ("─"):rep(column.width) end))
  append_rows(lines, columns, item)
  return lines
end

return layout
