-- How the prompt prints a value: quantities as people write them, tables field by field.

local base = require "outlay.boot.base"
local text_width = require "outlay.report.text_width"

local display = {}

local MOST_FIELDS = 60
local WIDTH = 100

-- The fields of a table, sorted; a catalog tells its own.
local function fields_of(value)
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.fields then
    local names = meta.fields()
    table.sort(names)
    return names
  end
  return base.sorted_keys(value)
end

-- A table by its name, where it has one, else by its first fields.
local function table_line(value)
  local names = fields_of(value)
  for _, name in ipairs(names) do
    if name == "name" and type(value.name) == "string" then return value.name end
  end
  local first = {}
  for i = 1, math.min(#names, 4) do first[i] = base.tostring(names[i]) end
  if #names > 4 then first[5] = "..." end
  return "{ " .. table.concat(first, ", ") .. " }"
end

local function one_line(value)
  if type(value) == "table" then return table_line(value) end
  if type(value) == "string" then return ('"%s"'):format(text_width.clean(value)) end
  local text = base.tostring(value)
  local first, rest = text:match("^([^\n]*)\n?(.*)$")
  return rest ~= "" and first .. "  ..." or first
end

local function field_text(name)
  return type(name) == "string" and name or ("[%s]"):format(base.tostring(name))
end

local function table_text(value, width)
  local names = fields_of(value)
  if #names == 0 then return "{ }" end
  local widest = 0
  for i = 1, math.min(#names, MOST_FIELDS) do
    widest = math.max(widest, text_width.of(field_text(names[i])))
  end
  local lines = {}
  for i = 1, math.min(#names, MOST_FIELDS) do
    local ok, inner = pcall(function() return one_line(value[names[i]]) end)
    local line = text_width.pad(field_text(names[i]), widest) .. "  "
      .. (ok and inner or "an error: print it alone")
    lines[i] = text_width.shorten(line, width)
  end
  if #names > MOST_FIELDS then
    lines[#lines + 1] = ("... and %d more"):format(#names - MOST_FIELDS)
  end
  return table.concat(lines, "\n")
end

--- A value as text. Quantities are evaluated, so this may take a while.
---@param value any
---@param width? integer columns of the terminal
---@return string
function display.text(value, width)
  if type(value) == "table" then
    local meta = debug.getmetatable(value)
    if type(meta) == "table" and meta.__tostring then return tostring(value) end
    return table_text(value, width or WIDTH)
  end
  if type(value) == "string" and not value:find("\n") then return one_line(value) end
  if type(value) == "number" then return ("%.14g"):format(value) end
  return base.tostring(value)
end

return display
