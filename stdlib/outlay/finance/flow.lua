--- Cash flows from what happens when: a purchase, work over a time, a cost that runs; with delays.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local outcome = require "outlay.finance.outcome"
local quantity = require "outlay.language.quantity"
local timeline = require "outlay.finance.timeline"

local M = {}

local function check(who, given, known, units, kinds)
  known.over, known.period, known.delay = "required", "optional", q"0 year"
  known.cut = false
  units.period, units.delay, kinds.delay = "year", "year", "positive"
  local ask = expect(who, given, known, units, kinds)
  return ask, timeline.of(who, ask.over, ask.period)
end

local advice = "take more periods, or write cut = true to leave out what comes after them"

-- Nothing before the first period, and nothing after the last one unless it may be cut off.
local function within(who, flow, first, last, line, cut)
  local begins, ends = ge(first, q"0 year"), le(last, line.count * line.period)
  flow = outcome(begins, flow, nil, who .. ": it begins before the first period",
    ("the first period is %s = %s"):format(line.axis.name, line.axis.labels[1]))
  if cut then return flow end
  return outcome(ends, flow, nil, who .. ": it ends after the last period", advice)
end

-- How much of each period lies before a time since the start, in time.
local function before(moment, line)
  return min(max(moment - line.starts, q"0 year"), line.period)
end

--- An amount in the period in which something happens.
---
---     finance.once{ amount = q"-780 MUSD", on = 2026, delay = q"0 to 9 month", over = year }
---
--- A moment is a label (2026.5 is the middle of 2026), a date ("2026-07") on an axis of years, or a
--- time since the first period begins (q"18 month").
---
---@class outlay.finance.once
---@field amount quantity of anything
---@field on number|string|quantity when
---@field over table an axis of periods
---@field delay? quantity how much later than `on`; may be uncertain
---@field cut? boolean leave out what happens after the last period; an error unless true
---@field period? quantity how long a period is
---@param given outlay.finance.once
---@return quantity flow along the axis
function M.once(given)
  local who = "finance.once"
  local ask, line = check(who, given, { amount = "required", on = "required" }, {}, {})
  local moment = timeline.since_start(who, "on", ask.on, line) + ask.delay
  local amount = quantity.of(ask.amount)
  local hit = all(ge(moment, line.starts), lt(moment, line.starts + line.period))
  -- A moment at the very end would be in no period.
  local flow = when(hit, amount, 0 * amount)
  return within(who, flow, moment, moment + line.period * 1e-9, line, ask.cut)
end

--- An amount that is paid evenly over a time, such as construction.
---
---     finance.evenly{ amount = q"-360 MUSD", from = 2026, time = q"18 month", over = year }
---
---@class outlay.finance.evenly
---@field amount quantity of anything, in all
---@field from number|string|quantity when it begins, as in finance.once
---@field time quantity how long it takes
---@field over table an axis of periods
---@field delay? quantity how much later it begins
---@field cut? boolean leave out what falls after the last period; an error unless true
---@field period? quantity how long a period is
---@param given outlay.finance.evenly
---@return quantity flow along the axis
function M.evenly(given)
  local who = "finance.evenly"
  local ask, line = check(who, given,
    { amount = "required", from = "required", time = "required" }, { time = "year" },
    { time = "above_zero" })
  local first = timeline.since_start(who, "from", ask.from, line) + ask.delay
  local last = first + ask.time
  local flow = quantity.of(ask.amount) * (before(last, line) - before(first, line)) / ask.time
  return within(who, flow, first, last, line, ask.cut)
end

-- The time at full level up to a moment, when the level rises evenly from nothing over `ramp`.
local function reached(moment, first, ramp)
  local since = max(moment - first, q"0 year")
  if not ramp then return since end
  local rising = min(since, ramp)
  return since - rising + rising * rising / (2 * ramp)
end

local function level(who, ask, line)
  local first = timeline.since_start(who, "from", ask.from, line) + ask.delay
  local last = line.count * line.period
  if ask.to then last = timeline.since_start(who, "to", ask.to, line) + ask.delay
  elseif ask.time then last = first + ask.time end
  local function up_to(moment) return reached(min(moment, max(last, first)), first, ask.ramp) end
  local share = (up_to(line.starts + line.period) - up_to(line.starts)) / line.period
  share = outcome(le(first, last), share, nil, who .. ": it ends before it begins",
    "give a later end, or a shorter delay")
  -- What runs to the end of the axis ends there whatever the delay.
  local ends = (ask.to or ask.time) and last or q"0 year"
  return within(who, share, first, ends, line, ask.cut)
end

local function check_level(who, given, known, units, kinds)
  known.from, known.to, known.time, known.ramp = "required", "optional", "optional", "optional"
  units.time, units.ramp, kinds.time, kinds.ramp = "year", "year", "positive", "above_zero"
  local ask, line = check(who, given, known, units, kinds)
  if ask.to and ask.time then
    errors.raise(who .. " has both 'to' and 'time'", "give one of the two")
  end
  return ask, line
end

--- The share of each period in which something runs, or the average level of what ramps up.
---
---     finance.level{ from = "2026-07", ramp = q"6 month", delay = q"1 to 9 month", over = year }
---
---@class outlay.finance.level
---@field from number|string|quantity when it begins, as in finance.once
---@field to? number|string|quantity when it ends; with the axis unless given
---@field time? quantity how long it runs, in place of `to`
---@field ramp? quantity how long it takes to rise evenly from nothing to the whole
---@field over table an axis of periods
---@field delay? quantity how much later it begins, and ends where `to` is given
---@field cut? boolean leave out what falls after the last period; an error unless true
---@field period? quantity how long a period is
---@param given outlay.finance.level
---@return quantity level 0 to 1 along the axis
function M.level(given)
  local ask, line = check_level("finance.level", given, {}, {}, {})
  return level("finance.level", ask, line):named("level")
end

--- A cost or an income that runs, at so much a year.
---
---     finance.running{ yearly = q"-40 MUSD/year", from = 2027, ramp = q"6 month", over = year }
---
---@class outlay.finance.running: outlay.finance.level
---@field yearly quantity USD/year, or anything by time; may vary along the axis
---@param given outlay.finance.running
---@return quantity flow along the axis
function M.running(given)
  local who = "finance.running"
  local ask, line = check_level(who, given, { yearly = "required" }, {}, {})
  local yearly = quantity.of(ask.yearly)
  local dimension = graph.describe(yearly).dimension
  if dimension == 0 or dimension == graph.describe(u.USD).dimension then
    errors.raise(("%s: yearly is %s"):format(who, dimension == 0 and "a plain number"
      or "an amount without a time"), "give it by the year: q\"40 MUSD/year\"")
  end
  return yearly * line.period * level(who, ask, line)
end

return M
