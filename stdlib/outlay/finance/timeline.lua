--- An axis of periods as time: how long a period is, when each begins.
local date = require "outlay.catalog.date"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"

local M = {}

-- What one of a label is, by the axis's name.
local lengths = { year = "1 year", years = "1 year", quarter = "0.25 year", month = "1 month",
  week = "1 week", day = "1 day", hour = "1 h" }

local function numbers_of(who, over)
  local numbers = {}
  for i, label in ipairs(over.labels) do
    numbers[i] = tonumber(label)
    if not numbers[i] then
      errors.raise(("%s: the labels of axis '%s' are not numbers"):format(who, over.name),
        "take an axis of periods: axis.range(\"year\", 2026, 2032)")
    end
  end
  local step = numbers[2] and numbers[2] - numbers[1] or 1
  for i = 2, #numbers do
    local this = numbers[i] - numbers[i - 1]
    if step <= 0 or math.abs(this - step) > 1e-9 * math.abs(step) then
      errors.raise(("%s: the labels of axis '%s' are not evenly spaced and rising"):format(who,
        over.name), "a cash flow has periods of one length: axis.range(\"year\", 2026, 2032)")
    end
  end
  return numbers, step
end

--- The periods of an axis.
---@param who string the function, for messages
---@param over table an axis of evenly spaced numbers
---@param period any how long one of its periods is; by its name, where that is year, month, ...
---@return table { axis, first, step, count, period (quantity), yearly (whether that is a year),
---starts (quantity along the axis) }
function M.of(who, over, period)
  if not require("outlay.language.axis").is(over) then
    errors.raise(who .. " needs an axis of periods",
      "write over = year, with local year = axis.range(\"year\", 2026, 2032)")
  end
  local numbers, step = numbers_of(who, over)
  local one = lengths[over.name]
  if not period and not one then
    errors.raise(("%s: how long is a period of axis '%s'?"):format(who, over.name),
      "write period = q\"1 month\", or call the axis year, quarter or month")
  end
  local length = period or (step == 1 and q(one) or step * q(one))
  length = expect(who, { period = length }, { period = "required" }, { period = "year" },
    { period = "above_zero" }).period
  local yearly = not period and one == "1 year" and step == 1
  local line = { axis = over, yearly = yearly, first = numbers[1], step = step, period = length,
    count = #numbers }
  line.index = (over:values() - numbers[1]) / step
  line.starts = line.index * length
  return line
end

local function since_start(who, name, when, line)
  if type(when) == "string" and when:match "^%d%d%d%d%-%d%d" then
    if not line.axis.name:match "^years?$" then
      errors.raise(("%s: %s is a date, and axis '%s' is not of years"):format(who, name,
        line.axis.name), "give the time since the first period begins, such as q\"18 month\"")
    end
    local year = tonumber(when:sub(1, 4))
    local days = date.day_number(#when == 7 and when .. "-01" or when)
      - date.day_number(("%04d-01-01"):format(year))
    local length = date.day_number(("%04d-01-01"):format(year + 1))
      - date.day_number(("%04d-01-01"):format(year))
    when = year + days / length
  end
  if type(when) == "number" then return (when - line.first) / line.step * line.period end
  local given = expect(who, { [name] = when }, { [name] = "required" }, {})[name]
  if type(given) == "string" then given = q(given) end
  if graph.is_node(given) and graph.describe(given).dimension == 0 then
    return (given - line.first) / line.step * line.period
  end
  return expect(who, { [name] = given }, { [name] = "required" }, { [name] = "year" })[name]
end

--- A time since the start of the first period, from a label (2027.5), a date ("2027-07", on an axis
--- of years) or a time (q"18 month").
---@param who string
---@param name string the argument
---@param when any
---@param line table of M.of
---@return node time
function M.since_start(who, name, when, line)
  local ok, result = pcall(since_start, who, name, when, line)
  if ok then return result end
  local is_ours = type(result) == "table" and result.message:find(who, 1, true) == 1
  if type(when) ~= "string" or is_ours then error(result, 0) end
  errors.raise(("%s: %s is '%s', which is no moment"):format(who, name, when),
    ("write a label such as %.10g, a date such as \"2026-07\", or a time such as q\"18 month\"")
      :format(line.first))
end

--- A flow along the axis: what is given, which may be the same for all periods.
---@param who string
---@param name string the argument
---@param flow any
---@param line table of M.of
---@return node flow
function M.flow(who, name, flow, line)
  if type(flow) == "string" then flow = q(flow) end
  if not graph.is_node(flow) then
    errors.raise(("%s: %s is no cash flow"):format(who, name),
      "give an amount for each period: year{ q\"-10 MUSD\", q\"4 MUSD\", ... }")
  end
  for _, id in ipairs(graph.describe(flow).axes) do
    if id == line.axis.id then return flow end
  end
  errors.raise(("%s: %s has no axis '%s'"):format(who, name, line.axis.name),
    ("give an amount for each period: %s{ q\"-10 MUSD\", q\"4 MUSD\", ... }")
      :format(line.axis.name))
end

return M
