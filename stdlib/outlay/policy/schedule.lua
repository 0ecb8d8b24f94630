--- Deadline and limits of power.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"
local period = require "outlay.catalog.period"

local M = {}

-- Days from the first day of a run's start to the last day of a period.
local function days_until(run, text)
  local first = period.days(run.start)
  local _, last = period.days(text)
  return (last - first) * u.day
end

local function checked_date(text)
  if period.days(text) then return end
  errors.raise(("policy.schedule: '%s' is not a date"):format(text),
    'write deadline = "2027-03", or a time from the start: q"9 month"')
end

--- When the model must be there, how sure that must be, and what the site may draw.
---
---@class outlay.policy.schedule
---@field deadline? string|quantity "2027-03" (its last day), or a time from the start
---@field confidence? number how likely it must hold; 0.5 unless given
---@field power_cap? quantity W, at the site's meter
---@param given outlay.policy.schedule
---@return table policy
function M.schedule(given)
  local is_date = type(given) == "table" and type(given.deadline) == "string"
    and given.deadline:find("^%d%d%d%d%f[%D]%-?%d*") and not given.deadline:find("[a-zA-Z]")
  local units = { confidence = "1", power_cap = "W" }
  if not is_date then units.deadline = "day" end
  given = expect("policy.schedule", given,
    { deadline = "optional", confidence = 0.5, power_cap = "optional" }, units,
    { confidence = "share", power_cap = "positive" })
  if is_date then checked_date(given.deadline) end
  local cap, deadline = given.power_cap, given.deadline
  return interface.make{
    kind = "schedule", name = is_date and ("by %s"):format(deadline) or deadline and "deadline"
      or cap and "power cap" or "none",
    deadline = deadline and function(run)
      return is_date and days_until(run, deadline) or deadline
    end or nil,
    confidence = function() return given.confidence end,
    power_cap = cap and function() return cap end or nil,
  }
end

return M
