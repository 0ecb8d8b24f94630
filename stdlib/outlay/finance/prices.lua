--- Prices that move: inflation, escalation, exchange rates.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local timeline = require "outlay.finance.timeline"
local unit = require "core.unit"

local M = {}

--- Prices of the first period as those of each: times (1 + rate)^t. Inflation makes real amounts
--- nominal; an escalation is a single price's own, above or below inflation; a negative rate is a
--- decline.
---
---     finance.escalated{ amount = q"40 MUSD", rate = q"3 %", over = year }
---
---@class outlay.finance.escalated
---@field amount quantity at the prices of the first period; may vary along the axis
---@field rate quantity|number a year
---@field over table an axis of periods
---@field period? quantity how long a period is
---@param given outlay.finance.escalated
---@return quantity amount along the axis
function M.escalated(given)
  local who = "finance.escalated"
  local ask = expect(who, given,
    { amount = "required", rate = "required", over = "required", period = "optional" },
    { rate = "1" }, { rate = "rate" })
  local line = timeline.of(who, ask.over, ask.period)
  return quantity.of(ask.amount) * (1 + ask.rate) ^ (line.starts / u.year)
end

local function pair(who, given, one)
  local ask = expect(who, given, { [one] = "required", inflation = "required" },
    { [one] = "1", inflation = "1" }, { [one] = "rate", inflation = "rate" })
  return ask[one], ask.inflation
end

--- The real rate of a nominal one: (1 + nominal) / (1 + inflation) - 1.
---
---     finance.real_rate{ nominal = q"8 %", inflation = q"2.5 %" }
---
--- Method: Fisher, The theory of interest, 1930.
---
---@class outlay.finance.real_rate
---@field nominal quantity|number a year
---@field inflation quantity|number a year
---@param given outlay.finance.real_rate
---@return quantity rate
function M.real_rate(given)
  local nominal, inflation = pair("finance.real_rate", given, "nominal")
  return quantity.of((1 + nominal) / (1 + inflation) - 1):named("real rate")
end

--- The nominal rate of a real one: (1 + real) * (1 + inflation) - 1.
---
---@class outlay.finance.nominal_rate
---@field real quantity|number a year
---@field inflation quantity|number a year
---@param given outlay.finance.nominal_rate
---@return quantity rate
function M.nominal_rate(given)
  local real, inflation = pair("finance.nominal_rate", given, "real")
  return quantity.of((1 + real) * (1 + inflation) - 1):named("nominal rate")
end

--- A nominal amount in one currency as nominal money of another, at a rate of exchange that drifts.
--- Amounts of a stated year convert by themselves, by the rates of the catalog; this is for years
--- to come.
---
---     finance.exchanged{ amount = rent_in_eur, rate = q"1.05 to 1.2 USD", drift = q"1 %",
---                        over = year }
---
---@class outlay.finance.exchanged
---@field amount quantity in a currency without a date, such as EUR
---@field rate quantity what one unit of that currency is in the other, such as q"1.08 USD"
---@field drift? quantity|number by which the rate changes a year; 0
---@field over? table an axis of periods; needed with drift
---@field period? quantity how long a period is
---@param given outlay.finance.exchanged
---@return quantity amount
function M.exchanged(given)
  local who = "finance.exchanged"
  local ask = expect(who, given, {
    amount = "required", rate = "required", drift = "optional", over = "optional",
    period = "optional",
  }, { rate = "USD", drift = "1" }, { rate = "above_zero", drift = "rate" })
  local amount = quantity.of(ask.amount)
  local kind = unit.money_text(graph.describe(amount).money)
  if not kind or not kind:match "^%u%u%u$" then
    errors.raise(("%s: the amount is in %s"):format(who, kind or "no money"),
      "an amount of a stated year converts by itself: x:into \"USD2024\"")
  end
  if ask.drift and not ask.over then
    errors.raise(who .. " needs 'over'", "a drift is over periods: over = year")
  end
  local rate = ask.rate
  if ask.drift then
    local line = timeline.of(who, ask.over, ask.period)
    rate = rate * (1 + ask.drift) ^ (line.starts / u.year)
  end
  return amount / u[kind] * rate
end

return M
