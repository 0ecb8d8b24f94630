--- What a cash flow returns, and when it has paid back.
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local one_of = require "outlay.language.one_of"
local outcome = require "outlay.finance.outcome"
local timeline = require "outlay.finance.timeline"

local M = {}

local function check(who, given, known, units, kinds)
  known.cash, known.over, known.period = "required", "required", "optional"
  units.cash = "USD"
  local ask = expect(who, given, known, units, kinds)
  local line = timeline.of(who, ask.over, ask.period)
  return ask, line, timeline.flow(who, "cash", ask.cash, line)
end

-- A rate for a period as an effective rate a year.
local function yearly(rate, line)
  return line.yearly and rate or (1 + rate) ^ (u.year / line.period) - 1
end

--- Where a cash flow has one internal rate of return. It has where it changes sign once; where it
--- does so more often, only if its running total changes sign once and does not end at zero.
---
---@class outlay.finance.has_irr
---@field cash quantity USD along the axis
---@field over table an axis of periods
---@field period? quantity how long a period is
---@param given outlay.finance.has_irr
---@return condition
function M.has_irr(given)
  local _, line, cash = check("finance.has_irr", given, {}, {}, {})
  return gt(graph.reduce("has_rate_of_return", cash, line.axis.id), 0.5)
end

--- Internal rate of return, in every sample: the rate at which the net present value is zero.
---
--- A cash flow that never changes sign has none, and one that changes it back may have several:
--- an error that says in how many samples, unless `otherwise` is what counts there. `finance.mirr`
--- always has one answer.
---
---     finance.irr{ cash = year{ q"-10 MUSD", q"6 MUSD", q"6 MUSD" }, over = year }
---
--- Method: the root of the net present value (core/numeric/rate_of_return.h); Norstrom 1972 for
--- flows that change sign more than once.
---
---@class outlay.finance.irr
---@field cash quantity USD along the axis; out is negative
---@field over table an axis of periods
---@field period? quantity how long a period is
---@field otherwise? quantity|number the rate where there is none, such as q"-100 %"
---@param given outlay.finance.irr
---@return quantity rate effective, a year
function M.irr(given)
  local who = "finance.irr"
  local ask, line, cash = check(who, given, { otherwise = "optional" }, { otherwise = "1" }, {})
  local has = gt(graph.reduce("has_rate_of_return", cash, line.axis.id), 0.5)
  local rate = yearly(graph.reduce("rate_of_return", cash, line.axis.id), line)
  return outcome(has, rate, ask.otherwise,
    who .. ": the cash flow has no internal rate of return, or more than one",
    "say what counts there, otherwise = q\"-100 %\"; see prob(finance.has_irr{ ... }); or take "
      .. "finance.npv, finance.mirr"):named("internal rate of return")
end

--- Modified internal rate of return: what goes out is financed at one rate, what comes in is
--- reinvested at another to the last period.
---
---   (future worth of what comes in / present worth of what goes out)^(1 / years) - 1
---
---@class outlay.finance.mirr
---@field cash quantity USD along the axis; some out and some in
---@field over table an axis of periods
---@field finance_rate quantity|number effective rate a year
---@field reinvest_rate quantity|number effective rate a year
---@field period? quantity how long a period is
---@field otherwise? quantity|number the rate where nothing goes out
---@param given outlay.finance.mirr
---@return quantity rate effective, a year
function M.mirr(given)
  local who = "finance.mirr"
  local ask, line, cash = check(who, given,
    { finance_rate = "required", reinvest_rate = "required", otherwise = "optional" },
    { finance_rate = "1", reinvest_rate = "1", otherwise = "1" },
    { finance_rate = "rate", reinvest_rate = "rate" })
  local years, none = line.starts / u.year, 0 * cash
  local last = (line.count - 1) * line.period / u.year
  local out = (max(-cash, none) * (1 + ask.finance_rate) ^ -years):sum(line.axis)
  local back = (max(cash, none) * (1 + ask.reinvest_rate) ^ (last - years)):sum(line.axis)
  return outcome(gt(out, 0 * out), (back / out) ^ (1 / last) - 1, ask.otherwise,
    who .. ": nothing goes out", "a rate needs a payment that is negative; or otherwise = ...")
    :named("modified internal rate of return")
end

-- The running total, discounted where a rate is given.
local function total_of(ask, line, cash)
  if ask.rate then cash = cash * (1 + ask.rate) ^ (-line.starts / u.year) end
  return cash, cash:cumulative(line.axis)
end

local function last_of(x, line) return x:at{ [line.axis.name] = line.axis.labels[line.count] } end

--- Where a cash flow has paid back by its last period: its running total is not below zero then.
---
---@class outlay.finance.pays_back
---@field cash quantity USD along the axis
---@field over table an axis of periods
---@field rate? quantity|number effective rate a year, to discount with; none
---@field period? quantity how long a period is
---@param given outlay.finance.pays_back
---@return condition
function M.pays_back(given)
  local ask, line, cash = check("finance.pays_back", given, { rate = "optional" }, { rate = "1" },
    { rate = "rate" })
  local _, total = total_of(ask, line, cash)
  local last = last_of(total, line)
  return ge(last, 0 * last)
end

--- Payback: the time from the start of the first period until the running total is zero for good.
--- The money of a period flows evenly from its start to its end, what goes out and what comes in:
--- -100 in the first year and 30 in each, the first too, is paid back after 100/30 = 3.33 years.
--- With `timing = "start"` each amount is paid when its period begins, and the first period is the
--- textbook's year 0: -100, then 30 a year, is paid back 3.33 years after the payment. With a rate,
--- of discounted money.
---
--- Of a period only its sum is known. Where the first period sums to zero and money comes in later,
--- it has paid back at the period's end; where the total is never below zero, the payback is 0.
---
--- A cash flow that never pays back is an error that says in how many samples, unless `otherwise`
--- is what counts there.
---
---     finance.payback{ cash = year{ q"-10 MUSD", q"4 MUSD", q"12 MUSD" }, over = year }
---
---@class outlay.finance.payback
---@field cash quantity USD along the axis; out is negative
---@field over table an axis of periods
---@field rate? quantity|number effective rate a year, to discount with; none
---@field timing? string "even" (unless given) or "start": when in its period an amount is paid
---@field period? quantity how long a period is
---@field otherwise? quantity the time where it never pays back, such as q"99 year"
---@param given outlay.finance.payback
---@return quantity time
function M.payback(given)
  local who = "finance.payback"
  local ask, line, cash = check(who, given,
    { rate = "optional", timing = "even", otherwise = "optional" },
    { rate = "1", otherwise = "year" }, { rate = "rate" })
  one_of(who, "timing", ask.timing, { even = true, start = true })
  local flow, total = total_of(ask, line, cash)
  local axis = line.axis
  -- Periods at or after which the total is still below zero; the last of them is paid back in part.
  local below = when(lt(total, 0 * total), 1, 0)
  local still = below:sum(axis) - below:cumulative(axis) + below
  local next_still = still:lag(axis, -1, 0)
  -- After the last of them ends, the next flow is what takes the total to zero.
  local part = -total / flow:lag(axis, -1)
  local share = when(gt(still, 0.5), when(gt(next_still, 0.5), 1, 1 + part), 0):sum(axis)
  if ask.timing == "start" then
    share = max(share - 1, 0)
  else
    local first = flow:at{ [axis.name] = axis.labels[1] }
    local is_even = all(le(below:sum(axis), 0.5), eq(first, 0 * first),
      gt(max(flow, 0 * flow):sum(axis), 0 * first))
    share = when(is_even, 1, share)
  end
  local last = last_of(total, line)
  return outcome(ge(last, 0 * last), share * line.period, ask.otherwise,
    who .. ": the cash flow does not pay back by its last period",
    "take more periods; or say what counts there, otherwise = q\"99 year\"; "
      .. "see prob(finance.pays_back{ ... })"):named("payback")
end

return M
