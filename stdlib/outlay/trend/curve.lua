--- Curves that trends and laws have in common: y = start * base ^ (slope * (X - center)), where X
--- is x, or its logarithm for a power law; or a straight line, y = start + slope * (x - center).
---
--- x is a time in years, a plain number, or an amount with a unit. `start` and `slope` are
--- quantities: what is uncertain in them goes on into whatever is computed from the curve.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local strict = require "outlay.language.strict"
local time = require "outlay.language.time"
local unit = require "core.unit"

local M = {}

---@class outlay.trend.curve
---@field name string
---@field start quantity y at the center
---@field slope quantity
---@field center number
---@field base number? nil: a straight line
---@field x_is "time" | "amount" | "number"
---@field x_unit string? of an amount
---@field power boolean? X is the logarithm of x, to the base
---@field source string?
local methods, fields = {}, {}

local LONGEST = 100 -- years from the data within which a date is looked for
local TINY = 1e-300 -- against dividing by zero

--- The median of a quantity as a number, to tell what kind of value it is.
function M.median(node)
  local result = run.evaluate({ quantity.of(node) }, { samples = 255, seed = 1, threads = 1 })
  return result:quantiles(1, 1, { 0.5 })[1]
end

-- ---- y at x ----

-- x as a number or a quantity without unit.
local function plain_x(self, x, who)
  if self.x_is == "time" then return time.of(x, who) end
  if self.x_is == "number" then
    if type(x) == "number" then return x end
    x = quantity.of(x)
    if graph.describe(x).dimension == 0 then return x end
    errors.raise(("%s: x is a number without unit"):format(who))
  end
  local one, given = quantity.parse("1 " .. self.x_unit), quantity.of(x)
  if graph.describe(one).dimension ~= graph.describe(given).dimension then
    errors.raise(("%s: x is %s"):format(who, unit.dimension(graph.describe(given).dimension)),
      ("give it in a unit such as %s"):format(self.x_unit))
  end
  return given / one
end

local function log_to(base, x)
  if type(x) == "number" and x <= 0 then
    errors.raise(("x is %g, and a power law has only positive ones"):format(x))
  end
  return log(x) / math.log(base)
end

-- The exponent of the base at x, or the distance along a straight line.
local function distance(self, x, who)
  x = plain_x(self, x, who)
  if self.power then x = log_to(self.base, x) end
  return x - self.center
end

--- y at a time or an amount; on an axis, where x is (`year:values()`). With spread = true it is one
--- more observation, with the spread of the data around the curve, else the curve itself.
---
---     cost:at(2027.0)     cost:at("2027-06-30", { spread = true })     cost:at(year:values())
---
---@param x number | string | quantity
---@param given? { spread: boolean? }
---@return quantity
function methods:at(x, given)
  given = arguments.check(self.name .. ":at", given or {}, { spread = false })
  local far = distance(self, x, self.name .. ":at")
  local off = given.spread and self:deviation() or nil
  local y
  if self.base then
    local exponent = self.slope * far
    if off then exponent = exponent + off end
    y = self.start * self.base ^ exponent
  else
    y = self.start + self.slope * far
    if off then y = y + off end
  end
  local where = type(x) == "string" and x or type(x) == "number" and ("%.10g"):format(x)
  local name = where and ("%s at %s"):format(self.name, where) or self.name
  return y:named(given.spread and name .. ", one of them" or name)
end

-- ---- when ----

local function check_time(self, who)
  if self.x_is ~= "time" then
    errors.raise(("%s: %s is no curve over time"):format(who, self.name))
  end
end

local function same_dimension(self, target, who)
  local a, b = graph.describe(self.start).dimension, graph.describe(target).dimension
  if a == b then return end
  errors.raise(("%s: the target is %s, and %s is %s"):format(who, unit.dimension(b), self.name,
    unit.dimension(a)))
end

--- When the curve reaches a value: a time, as a quantity. With spread = true: when an observation
--- that far from the curve does, as many are above it as the data were. Where it comes nearer too
--- slowly, or goes away, the time is the horizon, 100 years after the middle of the data unless
--- given. A value that the median of the curve had reached before is found in the past.
---
---     cost:reaches(q"1 GUSD")
---
---@param target quantity | string
---@param given? { spread: boolean?, horizon: number? }
---@return quantity
function methods:reaches(target, given)
  local who = self.name .. ":reaches"
  check_time(self, who)
  given = arguments.check(who, given or {}, { spread = false, horizon = self.center + LONGEST })
  target = quantity.of(target)
  same_dimension(self, target, who)
  local gap
  if self.base then
    gap = log(target / self.start) / math.log(self.base)
  else
    gap = target - self.start
  end
  if given.spread then gap = gap - self:deviation() end
  -- Sample by sample, for a slope may be of either sign.
  local one = self.base and 1 or quantity.of(self.start) * 0 + self.one
  local least = TINY * one
  local steepness = abs(self.slope)
  local after = when(gt(steepness, least), gap / (when(ge(self.slope, 0 * one), 1, -1)
    * max(steepness, least)), LONGEST)
  local is_past = M.median(gap / one) * M.median(self.slope / one) < 0
  -- Where the value lies ahead, a curve that goes away from it never reaches it.
  if not is_past then after = when(lt(after, 0), given.horizon - self.center, after) end
  local when_it_is = max(min(self.center + after, given.horizon), self.center - LONGEST)
  return time.mark(when_it_is:named(("%s reaches %s"):format(self.name, tostring(target))),
    given.horizon)
end

--- When this curve is above another, both exponentials over time. Where it grows no faster the time
--- is the horizon; or, where it has been above all the time before its center, 100 years before.
---@param other outlay.trend.curve
---@param given? { horizon: number? }
---@return quantity
function methods:overtakes(other, given)
  local who = self.name .. ":overtakes"
  check_time(self, who)
  check_time(other, who)
  if not self.base or not other.base then
    errors.raise(who .. ": both are curves of growth by a factor")
  end
  given = arguments.check(who, given or {}, { horizon = self.center + LONGEST })
  same_dimension(self, quantity.of(other.start), who)
  local function rate(curve) return curve.slope * math.log(curve.base) end
  local here = other.start * other.base ^ (other.slope * (self.center - other.center))
  local gap, gain = log(here / self.start), rate(self) - rate(other)
  local after = when(gt(gain, 0), gap / max(gain, TINY), when(lt(gap, 0), -LONGEST,
    given.horizon - self.center))
  local when_it_is = max(min(self.center + after, given.horizon), self.center - LONGEST)
  return time.mark(when_it_is:named(("%s overtakes %s"):format(self.name, other.name)),
    given.horizon)
end

-- ---- growth ----

local function need_growth(self, what)
  if not self.base or self.power then
    errors.raise(("%s has no %s: it does not grow by a factor"):format(self.name, what),
      self.power and "a power law has an exponent, and a learning_rate for each doubling of x"
        or "fit it on a logarithmic scale: scale = \"log10\"")
  end
end

local function per(self) return self.x_is == "time" and " a year" or "" end

function fields.growth(self)
  need_growth(self, "growth")
  return (self.base ^ self.slope):named(("%s, factor%s"):format(self.name, per(self)))
end

function fields.decline(self)
  need_growth(self, "decline")
  return (1 - self.growth):named(("%s, decline%s"):format(self.name, per(self)))
end

-- In samples where the trend turns, the time is the longest that is looked for: 100 years; or,
-- where x is no time, a thousand times that of the median.
local function time_of_factor(self, factor, what)
  need_growth(self, what)
  local exponent = math.log(factor) / math.log(self.base)
  local middle = exponent / M.median(self.slope)
  if not (middle > 0 and middle < math.huge) then
    errors.raise(("%s has no %s: it %s"):format(self.name, what,
      factor > 1 and "does not rise" or "does not fall"),
      factor > 1 and "ask for halving_time" or "ask for doubling_time")
  end
  local steepness = exponent > 0 and self.slope or -self.slope
  local longest = self.x_is == "time" and LONGEST or 1000 * middle
  local after = min(math.abs(exponent) / max(steepness, TINY), longest)
  if self.x_is == "time" then after = after * u.year end
  return after:named(("%s, %s"):format(self.name, what:gsub("_", " ")))
end

function fields.doubling_time(self) return time_of_factor(self, 2, "doubling_time") end
function fields.halving_time(self) return time_of_factor(self, 0.5, "halving_time") end

local function need_power(self, what)
  if self.power then return end
  errors.raise(("%s has no %s: it is no power law"):format(self.name, what),
    "fit it with x_scale and scale \"log10\"")
end

function fields.exponent(self)
  need_power(self, "exponent")
  return self.slope
end

--- What each doubling of x takes away.
function fields.learning_rate(self)
  need_power(self, "learning_rate")
  return (1 - 2 ^ self.slope):named(self.name .. ", learning rate")
end

-- ---- making one ----

function methods:deviation()
  errors.raise(("%s has no spread: it is a law, not a fit"):format(self.name))
end

--- A curve with these methods, and what `own` adds: methods are functions, fields functions of the
--- curve that are called once.
---@param contents table
---@param own? { methods: table?, fields: table? }
---@return outlay.trend.curve
function M.new(contents, own)
  own = own or {}
  for _, name in ipairs { "base", "power", "x_unit", "unit", "source" } do
    contents[name] = contents[name] or false -- asked for, though it may be missing
  end
  local own_methods, own_fields = own.methods or {}, own.fields or {}
  local function names()
    local found = {}
    for _, from in ipairs { contents, methods, fields, own_methods, own_fields } do
      for _, name in ipairs(strict.keys(from)) do found[#found + 1] = name end
    end
    table.sort(found)
    return found
  end
  local function get(self, name)
    local value = contents[name]
    if value ~= nil then return value end
    value = own_methods[name] or methods[name]
    if value then return value end
    local make = own_fields[name] or fields[name]
    if not make then
      errors.raise(("a trend has no '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), names()))
    end
    contents[name] = make(self)
    return contents[name]
  end
  return setmetatable({}, {
    __index = get,
    __newindex = function() errors.raise("a trend has no fields to set") end,
    __tostring = own.text or function(self) return self.name end,
    __metatable = strict.locked { fields = names, __show = own.report },
  })
end

return M
