--- Depreciation for tax, and the tax on what is left.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local one_of = require "outlay.language.one_of"
local quantity = require "outlay.language.quantity"
local timeline = require "outlay.finance.timeline"

local M = {}

local pub_946 = "IRS Publication 946, table A-1 (half-year convention)"

-- Per cent of the price that may be deducted in each year, by the recovery period in years.
local macrs = {
  [3] = { 33.33, 44.45, 14.81, 7.41 },
  [5] = { 20.00, 32.00, 19.20, 11.52, 11.52, 5.76 },
  [7] = { 14.29, 24.49, 17.49, 12.49, 8.93, 8.92, 8.93, 4.46 },
  [15] = { 5.00, 9.50, 8.55, 7.70, 6.93, 6.23, 5.90, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91, 5.90, 5.91,
    2.95 },
}

-- Methods: the share of the price that year k (from 1) of a life deducts.
local methods = {}

function methods.macrs(life)
  local list = macrs[life] or errors.raise(
    ("finance.depreciation: MACRS has no recovery period of %g years"):format(life),
    "computers have 5 years; 3, 7 and 15 are there too")
  return function(k) return (list[k] or 0) / 100 end
end

function methods.straight_line(life)
  return function(k) return math.max(0, math.min(1, life - (k - 1))) / life end
end

--- Deductions for depreciation, year by year: straight line, or MACRS; a bonus in the first year.
---
---   first year  price * (bonus + (1 - bonus) * share of the method)
---   later       price * (1 - bonus) * share of the method
---
--- MACRS: 5 years for computers, 15 for improvements of land, by the half-year convention, to which
--- the table's first and last year belong. The bonus of a year is in `law.us_tax.bonus`. What falls
--- after the last period is not in the result: `remaining` says how much.
---
---     finance.depreciation{ price = q"780 MUSD", on = 2026, method = "macrs", over = year }
---
--- Source of the tables: IRS Publication 946, table A-1.
---
---@class outlay.finance.depreciation
---@field price quantity USD; positive
---@field over table an axis of years
---@field on? number the year in which it is placed in service; the first unless given
---@field method? string "macrs" unless given; or "straight_line"
---@field life? number years; 5
---@field bonus? quantity|number the share deducted at once; 0
---@class outlay.finance.depreciation_result
---@field deduction quantity USD along the axis
---@field remaining quantity USD, not deducted by the last year
---@param given outlay.finance.depreciation
---@return outlay.finance.depreciation_result result
function M.depreciation(given)
  local who = "finance.depreciation"
  local ask = expect(who, given, {
    price = "required", over = "required", on = "optional", method = "macrs", life = 5, bonus = 0,
  }, { price = "USD", bonus = "1" }, { price = "positive", bonus = "share" })
  local line = timeline.of(who, ask.over)
  if math.abs(value(line.period, "year") - 1) > 1e-9 then
    errors.raise(("%s: axis '%s' is not of years"):format(who, line.axis.name),
      "tax is by the year: axis.range(\"year\", 2026, 2032)")
  end
  for _, name in ipairs { "life", "on" } do
    if ask[name] ~= nil and type(ask[name]) ~= "number" then
      errors.raise(("%s: %s is no number of years"):format(who, name),
        ("write %s = %s"):format(name, name == "life" and "5" or "2026"))
    end
  end
  if ask.life <= 0 then errors.raise(who .. ": life is not above zero", "write life = 5") end
  local on = ask.on or line.first
  if not line.axis:find(("%.14g"):format(on)) then
    errors.raise(("%s: axis '%s' has no label '%.14g'"):format(who, line.axis.name, on),
      "say in which of its years it is placed in service")
  end
  local share_of, shares, total = one_of(who, "method", ask.method, methods)(ask.life), {}, 0
  for i = 1, line.count do
    local k = (line.first - on) / line.step + i
    shares[i] = k >= 1 and share_of(k) or 0
    total = total + shares[i]
  end
  local first = line.axis:each(function(label) return tonumber(label) == on and 1 or 0 end)
  local share = line.axis(shares):source(ask.method == "macrs" and pub_946 or "straight line")
  local result = {}
  result.deduction = ask.price * (ask.bonus * first + (1 - ask.bonus) * share)
  result.remaining = (ask.price * (1 - ask.bonus) * (1 - total)):named("not depreciated by the end")
  return result
end

-- The most that the running total of taxable income has been so far, and at least nothing: losses
-- are made up for before tax is due again.
local function taxed_so_far(taxable, line)
  local total = taxable:cumulative(line.axis)
  local function at(label) return total:at{ [line.axis.name] = label } end
  local none = 0 * at(line.axis.labels[1])
  return line.axis:scan(max(at(line.axis.labels[1]), none), function(before, label)
    return max(before, at(label))
  end), none
end

--- Tax on income, after depreciation: positive numbers are due, negative ones what a loss saves.
---
---   taxable = income - deduction
---   "offset"  tax = rate * taxable: other business pays less tax in years of loss
---   "carry"   no tax until losses are made up for, nothing back for what is lost in the end
---
--- Carried losses are set off in full (US federal law allows 80 % of the year's income).
---
---     finance.tax{ income = earned, deduction = wear.deduction, over = year }
---
---@class outlay.finance.tax
---@field income quantity USD along the axis: what comes in less what it costs, without investments
---@field deduction? quantity USD along the axis, of finance.depreciation; none
---@field rate? quantity|number `law.us_tax.rate`, 21 %
---@field losses? string "offset" unless given; or "carry"
---@field over table an axis of years
---@param given outlay.finance.tax
---@return quantity tax USD along the axis
function M.tax(given)
  local who = "finance.tax"
  local ask = expect(who, given, {
    income = "required", deduction = "optional", rate = "optional", losses = "offset",
    over = "required",
  }, { income = "USD", deduction = "USD", rate = "1" }, { rate = "share" })
  local line = timeline.of(who, ask.over)
  local taxable = timeline.flow(who, "income", ask.income, line)
  if ask.deduction then taxable = taxable - ask.deduction end
  local rate = quantity.of(ask.rate or law.us_tax.rate)
  local carry = one_of(who, "losses", ask.losses, { offset = "offset", carry = "carry" }) == "carry"
  if not carry then return rate * taxable end
  local taxed, none = taxed_so_far(taxable, line)
  return rate * (taxed - taxed:lag(line.axis, 1, none))
end

return M
