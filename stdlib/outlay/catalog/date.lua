--- Dates written as "2023-03-15", and the time between two of them.
local errors = require "core.error"

local M = {}

local month_lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function length_of(year, month)
  local is_leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month == 2 and is_leap and 29 or month_lengths[month]
end

local function fail(date)
  errors.raise(("'%s' is not a date"):format(tostring(date)), "write it as \"2023-03-15\"")
end

--- Days from the beginning of year 1 of the Gregorian calendar to a date.
---@param date string "2023-03-15"
---@return integer days
function M.day_number(date)
  if type(date) ~= "string" then fail(date) end
  local year, month, day = date:match("^(%d%d%d%d)-(%d%d)-(%d%d)$")
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  local length = month and length_of(year, month)
  if not length or year < 1 or day < 1 or day > length then fail(date) end
  local before = year - 1
  local days = before * 365 + math.floor(before / 4) - math.floor(before / 100)
    + math.floor(before / 400)
  for earlier = 1, month - 1 do days = days + length_of(year, earlier) end
  return days + day
end

--- The time from one date to another; negative if the other is earlier.
---@param first string "2020-08-12"
---@param last string "2022-05-12"
---@return quantity time in days
function M.between(first, last)
  return q(("%d day"):format(M.day_number(last) - M.day_number(first)))
    :note(("from %s to %s"):format(first, last))
end

return M
