--- What a cash flow is worth today.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local quantity = require "outlay.language.quantity"
local one_of = require "outlay.language.one_of"
local outcome = require "outlay.finance.outcome"
local timeline = require "outlay.finance.timeline"

local M = {}

-- When within its period money flows.
local moments = { start = "0", middle = "0.5", ["end"] = "1" }

local function factor(who, given, line)
  local share = tonumber((one_of(who, "timing", given.timing, moments)))
  return (1 + given.rate) ^ (-(line.starts + share * line.period) / u.year)
end

local function check(who, given, known, units, kinds)
  known.rate, known.over = "required", "required"
  known.period, known.timing = "optional", "start"
  units.rate, units.period, kinds.rate = "1", "year", "rate"
  local ask = expect(who, given, known, units, kinds)
  return ask, timeline.of(who, ask.over, ask.period)
end

--- Discount factors: what one dollar of each period is worth at the start of the first.
---
---   (1 + rate)^(-t)          t in years; `timing` says when within its period money flows
---
---     finance.discount{ rate = q"8 %", over = year }
---
---@class outlay.finance.discount
---@field rate quantity|number effective rate a year, 0.08 or q"8 %"
---@field over table an axis of periods
---@field period? quantity how long a period is; by the axis's name year, quarter or month
---@field timing? string "start" (of the period, so the first is not discounted), "middle", "end"
---@param given outlay.finance.discount
---@return quantity factor along the axis
function M.discount(given)
  local ask, line = check("finance.discount", given, {}, {}, {})
  return factor("finance.discount", ask, line):named("discount factor")
end

--- Net present value: the sum of a cash flow, each period discounted to the start of the first.
---
---   sum of cash * (1 + rate)^(-t)
---
--- The first period is not discounted (textbooks' t = 0) unless `timing` says otherwise; a
--- spreadsheet's NPV discounts the first as well, which is timing = "end". A nominal rate belongs
--- to nominal amounts, a real one (finance.real_rate) to amounts of one year's money.
---
---     finance.npv{ cash = year{ q"-10 MUSD", q"6 MUSD", q"6 MUSD" }, rate = q"8 %", over = year }
---
--- Method: Brealey, Myers, Allen, Principles of corporate finance, chapter 2.
---
---@class outlay.finance.npv
---@field cash quantity USD along the axis; out is negative
---@field rate quantity|number effective rate a year
---@field over table an axis of periods
---@field period? quantity how long a period is
---@field timing? string "start", "middle" or "end"
---@param given outlay.finance.npv
---@return quantity npv USD
function M.npv(given)
  local who = "finance.npv"
  local ask, line = check(who, given, { cash = "required" }, { cash = "USD" }, {})
  local cash = timeline.flow(who, "cash", ask.cash, line)
  return (cash * factor(who, ask, line)):sum(line.axis):named("net present value")
end

--- The even payment a year that is worth as much as an amount today, paid at the end of each year:
--- a loan's, or the yearly cost of something bought.
---
---   amount * rate / (1 - (1 + rate)^-years)
---
---     finance.annuity{ amount = q"780 MUSD", rate = q"8 %", time = q"4 year" }
---
---@class outlay.finance.annuity
---@field amount quantity USD, today
---@field rate quantity|number effective rate a year
---@field time quantity year
---@param given outlay.finance.annuity
---@return quantity payment USD/year
function M.annuity(given)
  local ask = expect("finance.annuity", given,
    { amount = "required", rate = "required", time = "required" },
    { amount = "USD", rate = "1", time = "year" }, { rate = "rate", time = "above_zero" })
  local years, rate = ask.time / u.year, quantity.of(ask.rate)
  -- The closed form cancels near a rate of nothing: there the first terms of its series.
  local near_zero = (1 + rate * (years + 1) / 2 + rate ^ 2 * (years ^ 2 - 1) / 12) / years
  local each = when(all(gt(rate, -1e-5), lt(rate, 1e-5)), near_zero,
    rate / (1 - (1 + rate) ^ -years))
  return (ask.amount / u.year * each):named("annuity")
end

--- The price at which what is made pays for what it costs: both discounted. A levelised cost of a
--- GPU-hour, a token, a query; the break-even price.
---
---   npv of cost / npv of output
---
---     finance.levelised{ cost = spend, output = gpu_hours, rate = q"8 %", over = year }
---
--- Method: Short, Packey, Holt, A manual for the economic evaluation of energy efficiency and
--- renewable energy technologies, NREL/TP-462-5173, 1995.
---
---@class outlay.finance.levelised
---@field cost quantity USD along the axis; what goes out counted as positive
---@field output quantity along the axis: GPU-hour, token, query
---@field rate quantity|number effective rate a year
---@field over table an axis of periods
---@field period? quantity how long a period is
---@field timing? string "start", "middle" or "end"
---@param given outlay.finance.levelised
---@return quantity price USD for each unit of the output
function M.levelised(given)
  local who = "finance.levelised"
  local ask, line = check(who, given, { cost = "required", output = "required" },
    { cost = "USD" }, {})
  local cost = timeline.flow(who, "cost", ask.cost, line)
  local output = timeline.flow(who, "output", ask.output, line)
  local discount = factor(who, ask, line)
  local made = (output * discount):sum(line.axis)
  return ((cost * discount):sum(line.axis) / made):named("levelised cost")
end

--- How much has to be sold, or used, for what is fixed to pay: fixed / (price - cost).
---
--- Where a unit brings no more than it costs there is none: an error, unless `otherwise` says what
--- counts there.
---
---     finance.break_even{ fixed = q"780 MUSD", price = q"2.5 USD/GPU/h", cost = q"0.6 USD/GPU/h" }
---
---@class outlay.finance.break_even
---@field fixed quantity USD
---@field price quantity USD for a unit that is sold, or saved
---@field cost quantity USD for a unit, of the same kind
---@field otherwise? quantity units
---@param given outlay.finance.break_even
---@return quantity units
function M.break_even(given)
  local who = "finance.break_even"
  local ask = expect(who, given,
    { fixed = "required", price = "required", cost = "required", otherwise = "optional" },
    { fixed = "USD" }, { fixed = "positive" })
  for _, name in ipairs { "price", "cost" } do
    if type(ask[name]) == "string" then ask[name] = q(ask[name]) end
    if type(ask[name]) == "number" then
      errors.raise(("%s: %s is a plain number"):format(who, name),
        ("give %s in money for each unit, such as q\"2.5 USD/GPU/h\""):format(name))
    end
  end
  local margin = ask.price - ask.cost
  return outcome(gt(margin, 0 * margin), ask.fixed / margin, ask.otherwise,
    who .. ": a unit brings no more than it costs",
    "say what counts there: otherwise = ..."):named("break-even")
end

return M
