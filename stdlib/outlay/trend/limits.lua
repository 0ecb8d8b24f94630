--- trend.limits: what binds a growing need first.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local output = require "outlay.report.output"
local statistic = require "outlay.language.statistic"
local strict = require "outlay.language.strict"
local time = require "outlay.language.time"
local value = require "outlay.report.value"

local M = {}

local function check_curve(who, name, curve)
  if type(curve) == "table" and type(getmetatable(curve)) == "table" and curve.overtakes then
    return curve
  end
  errors.raise(("%s: %s is no curve"):format(who, name),
    "give trend.fit{ ... } or trend.exponential{ ... }")
end

-- How often each limit is the first to bind; of several at once, each in its part. None is where
-- none binds before the horizon.
local function shares_of(dates, first, horizon)
  local is_first, together = {}, 0
  for _, name in ipairs(strict.keys(dates)) do
    is_first[name] = when(all(le(dates[name], first)), 1, 0)
    together = together + is_first[name]
  end
  local shares = {}
  for name, is in pairs(is_first) do
    shares[name] = statistic.mean(when(all(lt(first, horizon)), is / max(together, 1), 0))
  end
  return shares
end

local function report(self)
  local nodes, names = {}, {}
  for name in pairs(self.dates) do names[#names + 1] = name end
  for i, name in ipairs(names) do
    nodes[2 * i - 1], nodes[2 * i] = self.dates[name], self.shares[name]
  end
  nodes[#nodes + 1] = self.first
  local result = value.evaluate(nodes)
  local entries = {}
  for i, name in ipairs(names) do
    entries[i] = { name = name, date = value.summary(result, 2 * i - 1, 1, nodes[2 * i - 1]),
      share = value.summary(result, 2 * i, 1, nodes[2 * i]).mean }
  end
  entries[#entries + 1] = { name = "any of them",
    date = value.summary(result, #nodes, 1, nodes[#nodes]) }
  table.sort(entries, function(a, b)
    if (a.share ~= nil) ~= (b.share ~= nil) then return a.share ~= nil end
    if a.share and a.share ~= b.share then return a.share > b.share end
    return a.name < b.name
  end)
  local rows = {}
  for i, entry in ipairs(entries) do
    local function date(which)
      return { text = value.number(entry.date, which), value = entry.date[which] }
    end
    rows[i] = { entry.name, date "p50", date "p5", date "p95",
      entry.share and { text = ("%.0f %%"):format(100 * entry.share), value = entry.share } or "" }
  end
  output.add { kind = "table", title = ("What binds %s"):format(self.need.name), rows = rows,
    columns = { "limit", { name = "median", header = "binds" }, "5 %", "95 %", "first in" } }
end

--- What binds a growing need: when it overtakes each limit, and how likely each is to be the first.
--- Nothing binds before the time from which the need goes on (its center): there it was met. What
--- does not bind within 30 years of it (or until the horizon) is "later".
---
---     found = trend.limits{ need = compute, limits = { power = power, chips = chips } }
---     show(found)                          -- dates, and which is first
---     capped = found:at(year:values())     -- the need, or the lowest limit
---
---@param given { need: outlay.trend.curve, limits: table<string, outlay.trend.curve>, horizon:
---  number? }
---@return table found { dates = { [name] = quantity }, first = quantity, shares = { [name] =
---  quantity } } with method at
function M.limits(given)
  local who = "trend.limits"
  given = arguments.check(who, given,
    { need = "required", limits = "required", horizon = "optional" })
  local need = check_curve(who, "need", given.need)
  local self, list = { need = need, dates = {}, horizon = given.horizon or need.center + 30 }, {}
  for name, curve in pairs(strict.plain(given.limits)) do
    check_curve(who, tostring(name), curve)
    local date = need:overtakes(curve, { horizon = self.horizon })
    self.dates[name] = time.mark(max(date, need.center):named(("%s binds"):format(name)),
      self.horizon)
    list[#list + 1] = self.dates[name]
  end
  if #list == 0 then errors.raise(who .. ": there is no limit") end
  self.first = time.mark(min(unpack(list)):named("the first limit binds"), self.horizon)
  self.shares = shares_of(self.dates, self.first, self.horizon)
  --- The need at a time, or the lowest limit where that is less.
  function self.at(_, x)
    local amounts = { need:at(x) }
    for _, curve in pairs(strict.plain(given.limits)) do amounts[#amounts + 1] = curve:at(x) end
    return min(unpack(amounts)):named(need.name .. ", within limits")
  end
  return setmetatable({}, {
    __index = function(_, name)
      if self[name] ~= nil then return self[name] end
      errors.raise(("limits have no '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), strict.keys(self)))
    end,
    __newindex = function() errors.raise("limits have no fields to set") end,
    __tostring = function()
      return ("limits of %s: %s"):format(need.name, table.concat(strict.keys(self.dates), ", "))
    end,
    __metatable = strict.locked { fields = function() return strict.keys(self) end,
      __show = function() report(self) end },
  })
end

-- Labels as times, which must rise.
local function times_of(over, who)
  local times = {}
  for i, label in ipairs(over.labels) do
    times[i] = tonumber(label)
    if not times[i] then
      errors.raise(("%s: label '%s' of %s is no time"):format(who, label, over.name),
        "give over = axis.range(\"year\", 2026, 2040, 0.25)")
    end
    if i > 1 and times[i] <= times[i - 1] then
      errors.raise(("%s: label '%s' of %s is not later than the one before"):format(who, label,
        over.name), "give the labels of an axis of times in order")
    end
  end
  return times
end

--- When a quantity over an axis of times first reaches a value: the time of the first label where
--- it does ("earlier" where that is the first of all), and the last label plus one step where it
--- never does ("later").
---
---     trend.first_time{ x = spend, over = year, target = q"10 GUSD" }
---
---@param given { x: quantity, over: axis, target: quantity }
---@return quantity time
function M.first_time(given)
  local who = "trend.first_time"
  given = arguments.check(who, given, { x = "required", over = "required", target = "required" })
  local times, steps = times_of(given.over, who), {}
  for i = 2, #times do steps[i - 1] = times[i] - times[i - 1] end
  steps[#times] = steps[#times - 1] or 1
  -- A label before the first that holds adds the step after it.
  local missed = when(ge(given.x, given.target), 0, 1):cumulative_product(given.over)
  local waited = (missed * given.over(steps)):sum(given.over)
  return time.mark((times[1] + waited):named("first at the target"),
    times[#times] + steps[#times], times[1])
end

return M
