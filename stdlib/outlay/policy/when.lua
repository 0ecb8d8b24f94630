--- A time that may be written as a date ("2027-03": its last day) or as a span from the start of a
--- run (q"9 month").
local errors = require "core.error"
local expect = require "outlay.language.expect"
local period = require "outlay.catalog.period"

-- Days from the first day of a run's start to the last day of a period.
local function days_until(run, text)
  local first = period.days(run.start)
  local _, last = period.days(text)
  return (last - first) * u.day
end

--- The time from a run's start as a function of the run; nil where nothing is given.
---@param who string the policy, for messages
---@param name string its argument
---@param x any
---@return (fun(run: table): node)? time
---@return string? date where it is one
return function(who, name, x)
  if x == nil then return nil end
  if type(x) == "string" and x:find("^%d%d%d%d%-?[%d-]*$") then
    if not period.days(x) then
      errors.raise(("%s: '%s' is not a date"):format(who, x),
        ('write %s = "2027-03", or a time from the start: q"9 month"'):format(name))
    end
    return function(run) return days_until(run, x) end, x
  end
  if type(x) == "string" and not pcall(q, x) then
    errors.raise(("%s: %s is '%s', which is neither a date nor a time"):format(who, name, x),
      ('write %s = "2027-03", or a time from the start: q"9 month"'):format(name))
  end
  local span = expect(who, { [name] = x }, { [name] = "optional" }, { [name] = "day" },
    { [name] = "positive" })[name]
  return function() return span end
end
