--- Points in time as decimal years: 2027.0 is the beginning of 2027.
local errors = require "core.error"
local graph = require "core.graph"
local period = require "outlay.catalog.period"
local date = require "outlay.catalog.date"

local M = {}

-- The day on which a year begins, as date.day_number counts.
local function first_day(year) return date.day_number(("%04d-01-01"):format(year)) end

--- A date as a decimal year: the beginning of "2023-03-15", the middle of "2023-03" and of "2023".
---@param text string
---@return number? year nil where the text is no date
function M.of_text(text)
  local first, last = period.days(text)
  if not first then return nil end
  local day = first == last and first or (first + last + 1) / 2
  local year = tonumber(text:sub(1, 4))
  while day >= first_day(year + 1) do year = year + 1 end
  return year + (day - first_day(year)) / (first_day(year + 1) - first_day(year))
end

--- When a date's period begins and ends, as decimal years: 2024.0 and 2025.0 for "2024".
---@param text string
---@return number? from nil where the text is no date
---@return number? to
function M.span(text)
  local first = period.days(text)
  if not first then return nil end
  local year = tonumber(text:sub(1, 4))
  local from = year + (first - first_day(year)) / (first_day(year + 1) - first_day(year))
  return from, M.end_of(text)
end

--- The end of a date's period as a decimal year: 2025.0 for "2024-12-31", "2024-12" and "2024".
---@param text string
---@return number? year
function M.end_of(text)
  local _, last = period.days(text)
  if not last then return nil end
  local year = tonumber(text:match("(%d%d%d%d)[%d-]*$"))
  while last + 1 >= first_day(year + 1) do year = year + 1 end
  return year + (last + 1 - first_day(year)) / (first_day(year + 1) - first_day(year))
end

--- A point in time that a script gives: a decimal year, a date as text, or a quantity without unit.
---@param value number | string | quantity
---@param who string for messages
---@return number | quantity
function M.of(value, who)
  if type(value) == "number" then return value end
  if graph.is_node(value) then
    if graph.describe(value).dimension == 0 then return value end
    errors.raise(("%s: a time is a year without unit"):format(who), "write 2027, or \"2027-06-30\"")
  end
  return type(value) == "string" and M.of_text(value)
    or errors.raise(("%s: '%s' is no point in time"):format(who, tostring(value)),
      "write 2027.5, or \"2027-06-30\"")
end

-- ---- quantities that are points in time ----

local known = {} -- graph.id -> horizon, and the time before which nobody looked

--- Says that a quantity is a point in time: reports write "2031.2" for it, "later" for what is not
--- before the horizon, and "earlier" for what is not after the beginning.
---@param node node
---@param horizon number?
---@param beginning number? the time before which nobody looked
---@return node
function M.mark(node, horizon, beginning)
  known[graph.id(node)] = { horizon or math.huge, beginning }
  return node
end

--- A decimal year as a person writes it: "2031.2", to the whole year where it is less sure; "later"
--- at the horizon, "earlier" at the beginning.
---@param year number
---@param width number of its 90 % interval
---@param horizon number
---@param beginning number?
---@return string
function M.text(year, width, horizon, beginning)
  if year > horizon - 0.01 then return "later" end
  if beginning and year <= beginning then return "earlier" end
  local digits = width >= 30 and 0 or width > 0 and width < 0.2 and 2 or 1
  -- Quarters of a year lie halfway between tenths, and interpreters round such ties differently.
  local scale = 10 ^ digits
  return ("%%.%df"):format(digits):format(math.floor(year * scale + 0.5) / scale)
end

local same_kind = { alias = true, statistic = true, minimum = true, maximum = true, at = true,
  stack = true, least = true, greatest = true, when = true }

--- The horizon of a quantity that is a point in time, marked or chosen among such; infinite where
--- it has none; and the earliest time that was looked at. Nil for other quantities.
---@param node node
---@return number? horizon
---@return number? beginning
function M.horizon(node)
  if next(known) == nil then return nil end
  for _ = 1, 20 do
    local found = known[graph.id(node)]
    if found then return found[1], found[2] end
    local kind = graph.describe(node)
    if not same_kind[kind.operation] then return nil end
    if kind.statistic == "sd" or kind.statistic == "error" then return nil end
    node = kind.arguments[#kind.arguments]
  end
  return nil
end

return M
