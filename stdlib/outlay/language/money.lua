-- Money has a price year: the facts that convert between years and currencies.
--
-- Sums of dated amounts convert by themselves, in the core; here are the facts they need. The
-- built-in ones are loaded when a script first writes a dated amount.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local strict = require "outlay.language.strict"
local unit = require "core.unit"

local money = {}

-- "2024", 2024 or "2024-06" as the core counts dates.
local function date_of(date, who)
  local year, month = tostring(date):match("^(%d%d%d%d)%-?(%d*)$")
  local number = tonumber(year)
  if number and month == "" then return number end
  if number and #month == 2 and tonumber(month) >= 1 and tonumber(month) <= 12 then
    return number * 100 + tonumber(month)
  end
  errors.raise(("%s: '%s' is no date"):format(who, tostring(date)), "write \"2024\" or \"2024-06\"")
end

local function set_all(who, given, value_name, set)
  given = arguments.check(who, given,
    { currency = "required", source = "required", [value_name] = "required" })
  for date, value in pairs(given[value_name]) do
    if type(value) ~= "number" then
      errors.raise(("%s: the value of %s is not a number"):format(who, tostring(date)))
    end
    set(given.currency, date_of(date, who), value, given.source)
  end
end

local loaded = false
local own_index = {} -- currencies of which the script stated an index before the built-in ones
local currencies = { "EUR", "GBP", "JPY", "CNY", "CHF" } -- those that the core knows

-- US consumer prices: the months, and the years of which a month was never collected.
local function us_consumer_prices(index)
  local values = {}
  for date, value in pairs(index.cpi_us.values) do values[date] = value end
  for year, value in pairs(index.cpi_us_year.values) do
    for month = 1, 12 do
      if not values[("%s-%02d"):format(year, month)] then values[year] = value end
    end
  end
  return values
end

-- The built-in price indices: consumer prices, by currency.
local function built_in_indices(index)
  return {
    USD = { source = index.cpi_us.source, values = us_consumer_prices(index) },
    EUR = { source = index.hicp_euro.source, values = index.hicp_euro.values },
  }
end
local has_built_in = { USD = true, EUR = true }

--- Loads the built-in facts, once: before a script's own, which take their place. Called where a
--- text has a dated amount in it.
function money.load_facts()
  if loaded then return end
  loaded = true
  local index = require("outlay.catalog.roots").open("index")
  for currency, prices in pairs(built_in_indices(index)) do
    if not own_index[currency] then
      set_all("money.index", { currency = currency, values = prices.values,
        source = "consumer prices: " .. prices.source }, "values", unit.set_index)
    end
  end
  for _, code in ipairs(currencies) do
    local rate = index.exchange[code:lower()]
    money.rate { currency = code, source = rate.source, usd = rate.values }
  end
end

--- A price index: money.index{ currency = "USD", source =, values = { ["2023"] = 129.7, ... } }.
--- One of USD or EUR takes the place of the built-in one (consumer prices) as a whole: a ratio of
--- two indices with different bases would be a wrong number that nobody sees.
function money.index(given)
  local currency = type(given) == "table" and given.currency
  if has_built_in[currency] and not own_index[currency] then
    if loaded then
      errors.raise(("money.index: the built-in index of %s is in use already"):format(currency),
        ("state an index of your own before the first amount with a date, such as %s2024"):format(
        currency))
    end
    own_index[currency] = true
  end
  money.load_facts()
  set_all("money.index", given, "values", unit.set_index)
end

--- Exchange rates: money.rate{ currency = "EUR", source =, usd = { ["2024"] = 1.08, ... } }.
function money.rate(given)
  money.load_facts()
  set_all("money.rate", given, "usd", unit.set_rate)
end

--- An amount in another kind of money: money.into(cost, "USD2024").
---@param amount node
---@param kind string "USD2024", "USD2024-06", "EUR2024"
function money.into(amount, kind)
  local code, date = tostring(kind):match("^(%u%u%u)([%d%-]*)$")
  if not code then
    errors.raise(("'%s' is no kind of money"):format(tostring(kind)), "write x:into(\"USD2024\")")
  end
  money.load_facts()
  return graph.convert(amount, unit.money(code, date == "" and 0 or date_of(date, "into")))
end

return strict.wrap(money, "money")
