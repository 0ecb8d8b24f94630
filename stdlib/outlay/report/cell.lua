-- Cells of a table: a text, a number, a truth value, nothing, or
-- { text = for people, value = for machines, unit = of the value, p5 =, p95 = its interval }.

local errors = require "core.error"
local text_width = require "outlay.report.text_width"

local cell = {}

-- A plain number as a person reads it.
local function number_text(value)
  if value == 0 then return "0" end
  if value % 1 == 0 and value > -1e15 and value < 1e15 then return ("%.0f"):format(value) end
  local size = value < 0 and -value or value
  return (size >= 1e6 and size < 1e15 and "%.0f" or "%.6g"):format(value)
end

--- A number with all its digits, and no more than it takes to read it back.
---@param value number
function cell.exact(value)
  if value == 0 then return "0" end
  if value % 1 == 0 and value > -1e15 and value < 1e15 then return ("%.0f"):format(value) end
  for _, format in ipairs { "%.15g", "%.16g" } do
    local text = format:format(value)
    if tonumber(text) == value then return text end
  end
  return ("%.17g"):format(value)
end

--- The number in a cell, nil if it holds none.
function cell.number(content)
  if type(content) == "table" then content = content.value end
  return type(content) == "number" and content or nil
end

--- What stands in a cell for a person.
---@return string
function cell.text(content)
  if content == nil then return "" end
  if type(content) == "boolean" then return content and "yes" or "no" end
  if type(content) == "number" then return number_text(content) end
  if type(content) ~= "table" then return text_width.clean(tostring(content)) end
  if content.text ~= nil then return text_width.clean(tostring(content.text)) end
  local text = cell.text(content.value)
  return content.unit and content.unit ~= "" and text .. " " .. content.unit or text
end

--- Raises for a number that is none: NaN and infinity never reach a reader silently.
---@param content any
---@param where string such as `row 2, column "cost"`
function cell.check(content, where)
  local number = cell.number(content)
  if number and (number ~= number or number == math.huge or number == -math.huge) then
    errors.raise(("%s is %s, not a number"):format(where, number ~= number and "NaN" or "infinite"))
  end
end

return cell
