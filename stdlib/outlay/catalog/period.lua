--- Periods: what a date of a year, a month or a day covers, and where in time it lies.
local date = require "outlay.catalog.date"
local errors = require "core.error"

local M = {}

local month_lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function last_day(year, month)
  local is_leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  return month == 2 and is_leap and 29 or month_lengths[month]
end

-- The first and the last day of "2024", "2024-06" or "2024-06-15", as numbers; nil if it is no
-- date.
local function days_of(text)
  local year, rest = text:match("^(%d%d%d%d)(.*)$")
  if not year then return nil end
  if rest == "" then return date.day_number(year .. "-01-01"), date.day_number(year .. "-12-31") end
  local month, day = rest:match("^%-(%d%d)(.*)$")
  if not month or tonumber(month) < 1 or tonumber(month) > 12 then return nil end
  if day == "" then
    local last = last_day(tonumber(year), tonumber(month))
    return date.day_number(("%s-%s-01"):format(year, month)),
      date.day_number(("%s-%s-%02d"):format(year, month, last))
  end
  local ok, number = pcall(date.day_number, text)
  if not ok then return nil end
  return number, number
end

--- The first and the last day of a period, as numbers: "2024", "2024-06", "2024-06-15",
--- "2023-05 to 2024-07". Nil where the text is no date.
---@param text any
---@return integer? first
---@return integer? last
function M.days(text)
  text = tostring(text)
  local from, to = text:match("^(%S+) to (%S+)$")
  if not from then return days_of(text) end
  local first = days_of(from)
  local _, last = days_of(to)
  if not first or not last or first > last then return nil end
  return first, last
end

--- The days for which a fact holds; an open end is infinite. Nil, nil where it does not say.
---@param about table attributes of the fact
---@param path string for messages
---@return number? first
---@return number? last
function M.of(about, path)
  local function days(text)
    local first, last = M.days(text)
    if not first then
      errors.raise(("%s: '%s' is not a date"):format(path, tostring(text)),
        'write "2024", "2024-06", "2024-06-15" or "2023-05 to 2024-07"')
    end
    return first, last
  end
  if about.date then return days(about.date) end
  if not about.valid_from and not about.valid_to then return nil, nil end
  local first, last = -math.huge, math.huge
  if about.valid_from then first = days(about.valid_from) end
  if about.valid_to then
    local _
    _, last = days(about.valid_to)
  end
  return first, last
end

--- The date of a series that answers to a date: itself, its month, or its year. A date that the
--- series does not have is an error, never the nearest one.
---@param asked any "2023", 2023, "2023-06" or "2023-06-15"
---@param dates string[] those of the series, sorted
---@param path string
---@return string key
function M.series_key(asked, dates, path)
  local text = tostring(asked)
  if not M.days(text) or text:find(" ") then
    errors.raise(("%s: '%s' is not a date"):format(path, text), 'write "2023" or "2023-06"')
  end
  local has = {}
  for _, known in ipairs(dates) do has[known] = true end
  for length = 10, 4, -3 do
    local key = text:sub(1, length)
    if has[key] then return key end
  end
  return errors.raise(("%s has no value for %s"):format(path, text),
    ("it has %d, from %s to %s; a missing one is never replaced by another"):format(#dates,
      dates[1], dates[#dates]))
end

return M
