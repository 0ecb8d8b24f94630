-- Reports for programs: JSON, CSV (RFC 4180, lines end in LF) and Markdown.

local cell = require "outlay.report.cell"
local text = require "core.text"
local text_width = require "outlay.report.text_width"

local machine = {}

-- ---- JSON ----

local function json_cell(content)
  if type(content) ~= "table" then return content end
  if content.value == nil then return cell.text(content) end
  local copy = {}
  for key, value in pairs(content) do
    if key ~= "text" and type(value) ~= "function" then copy[key] = value end
  end
  if copy.unit == "" then copy.unit = nil end
  -- A value that has nothing else to say stands for itself.
  for key in pairs(copy) do
    if key ~= "value" then return copy end
  end
  return copy.value
end

-- An empty cell is left out.
local function json_row(item, row)
  local object = {}
  for i, column in ipairs(item.columns) do
    if row[i] ~= "" then object[column.name] = json_cell(row[i]) end
  end
  return object
end

-- What is no table is told by its fields; the text stands for those that have no others.
local function plain_item(item)
  local fields, count = {}, 0
  for key, value in pairs(item) do
    if key ~= "text" and key ~= "printed" then
      fields[key] = value
      count = count + 1
    end
  end
  if count == 1 then fields.text = item.text end
  return fields
end

local function json_item(item)
  if item.kind ~= "table" then return plain_item(item) end
  local rows = {}
  for i, row in ipairs(item.rows) do rows[i] = json_row(item, row) end
  local columns = {}
  for i, column in ipairs(item.columns) do
    columns[i] = { name = column.name, unit = column.unit, header = column.header }
  end
  return { kind = "table", title = item.title, columns = columns, rows = rows }
end

--- One object: what `about` says, and the items in order.
---@param items table[]
---@param about? table<string, string | number> such as the script's name and the seed
---@return string
function machine.json(items, about)
  local document = { items = {} }
  for key, value in pairs(about or {}) do document[key] = value end
  for i, item in ipairs(items) do document.items[i] = json_item(item) end
  return text.json(document) .. "\n"
end

-- ---- CSV ----

local function csv_field(content)
  local number = cell.number(content)
  if number then return cell.exact(number) end
  if type(content) == "boolean" then return tostring(content) end
  if type(content) == "table" and type(content.value) == "string" then content = content.value end
  local field
  if type(content) == "string" then field = content else field = cell.text(content) end
  if field:find('[",\r\n]') or field:find("^%s") or field:find("%s$") then
    field = '"' .. field:gsub('"', '""') .. '"'
  end
  return field
end

-- The units of a column of quantities are a column of their own.
local function has_units(item, index)
  for _, row in ipairs(item.rows) do
    if type(row[index]) == "table" and row[index].unit then return true end
  end
  return false
end

local function unit_of(content) return type(content) == "table" and content.unit or "" end

local function is_for_people(column) return not column.for_programs end

local function csv_table(item)
  local with_units, header = {}, {}
  for i, column in ipairs(item.columns) do
    with_units[i] = has_units(item, i)
    header[#header + 1] = csv_field(column.name)
    if with_units[i] then header[#header + 1] = csv_field(column.name .. "_unit") end
  end
  local lines = { table.concat(header, ",") }
  for _, row in ipairs(item.rows) do
    local fields = {}
    for i = 1, #item.columns do
      fields[#fields + 1] = csv_field(row[i])
      if with_units[i] then fields[#fields + 1] = csv_field(unit_of(row[i])) end
    end
    lines[#lines + 1] = table.concat(fields, ",")
  end
  return table.concat(lines, "\n") .. "\n"
end

--- The tables, each with a header line, an empty line between two. Texts have no place here.
---@param items table[]
---@return string
function machine.csv(items)
  local tables = {}
  for _, item in ipairs(items) do
    if item.kind == "table" then tables[#tables + 1] = csv_table(item) end
  end
  return table.concat(tables, "\n")
end

-- ---- Markdown ----

local function markdown_field(field)
  return (field:gsub("\\", "\\\\"):gsub("|", "\\|"):gsub("<", "&lt;"))
end

local function markdown_line(fields) return "| " .. table.concat(fields, " | ") .. " |" end

local function is_numeric(item, index)
  for _, row in ipairs(item.rows) do
    if cell.number(row[index]) then return true end
  end
  return false
end

local function markdown_table(item)
  local header, rule = {}, {}
  for i, column in ipairs(item.columns) do
    if is_for_people(column) then
      local unit = column.unit and column.unit ~= "" and (" (%s)"):format(column.unit) or ""
      header[#header + 1] = markdown_field(text_width.clean(column.name .. unit))
      rule[#rule + 1] = is_numeric(item, i) and column.align ~= "left" and "---:" or "---"
    end
  end
  local lines = { markdown_line(header), markdown_line(rule) }
  for _, row in ipairs(item.rows) do
    local fields = {}
    for i, column in ipairs(item.columns) do
      if is_for_people(column) then fields[#fields + 1] = markdown_field(cell.text(row[i])) end
    end
    lines[#lines + 1] = markdown_line(fields)
  end
  local title = item.title and "### " .. text_width.clean(item.title) .. "\n\n" or ""
  return title .. table.concat(lines, "\n") .. "\n"
end

local function markdown_check(item)
  local detail = item.detail and ": " .. markdown_field(text_width.clean(item.detail)) or ""
  return ("- %s %s%s\n"):format(item.holds and "holds:" or "**fails:**",
    markdown_field(text_width.clean(item.name)), detail)
end

-- Backquotes, more of them than the text has in a row.
local function fence_around(content)
  local longest = 2
  for run in content:gmatch("`+") do longest = math.max(longest, #run) end
  return ("`"):rep(longest + 1)
end

local function markdown_item(item)
  if item.kind == "table" then return markdown_table(item) end
  if item.kind == "check" then return markdown_check(item) end
  local fence = fence_around(item.text)
  return fence .. "text\n" .. item.text:gsub("\n$", "") .. "\n" .. fence .. "\n"
end

--- Tables as tables, checks as a list, texts as blocks that keep their lines.
---@param items table[]
---@return string
function machine.markdown(items)
  local parts = {}
  for i, item in ipairs(items) do
    local previous = items[i - 1]
    local is_list = previous and previous.kind == "check" and item.kind == "check"
    parts[i] = (previous and not is_list and "\n" or "") .. markdown_item(item)
  end
  return table.concat(parts)
end

return machine
