-- What to write instead, where it takes a word of the language: the core knows quantities only.

local graph = require "core.graph"
local unit = require "core.unit"

local advice = {}

local function dimension_of(node) return unit.dimension(graph.describe(node).dimension) end

-- "USD/GPU" for money beside chips; nil where that would be no price that people know.
local function price_unit(money, other)
  local kind = graph.describe(other)
  local chosen = kind.unit ~= 0 and kind.unit or unit.choose(1, kind.dimension, kind.money, 0)
  local name = unit.describe(chosen)
  if name == "1" or not name:find("^[%a%-]+$") then return nil end
  return unit.money_text(graph.describe(money).money) .. "/" .. name
end

-- Money beside something else than money: what is missing is a price.
local function missing_price(problem)
  if problem.kind ~= "dimension" or problem.advice or not problem.left or not problem.right then
    return nil
  end
  local left, right = dimension_of(problem.left), dimension_of(problem.right)
  if (left == "Money") == (right == "Money") then return nil end
  local side = left == "Money" and "right" or "left"
  if left == "Power" or right == "Power" then
    return ("multiply the %s side by a time and a tariff, for example "):format(side)
      .. "q\"1 month\" * q\"80 USD/MWh\""
  end
  local money, other = problem.left, problem.right
  if side == "left" then money, other = other, money end
  local price = price_unit(money, other)
  return price and ("multiply the %s side by a price, for example q\"1 %s\""):format(side, price)
end

-- How a script states the fact about money that is missing.
local function missing_fact(problem)
  local message = tostring(problem.message)
  local fact, code, date = message:match("^there is no (.-) of (%u%u%u) for ([%d%-]+)$")
  if fact == "exchange rate" then
    return ("write money.rate{ currency = \"%s\", source = ..., usd = { [\"%s\"] = ... } }"):format(
      code, date)
  elseif fact == "price index" then
    return ("write money.index{ currency = \"%s\", source = ..., values = { [\"%s\"] = ... } }")
      :format(code, date)
  end
end

local function missing_currency(problem)
  local code = tostring(problem.message):match("^'(%u%u%u)' is not a currency")
  return code and ("write units.currency \"%s\" before it"):format(code)
end

-- A unit that nothing is like may be one of the script's own.
local function undeclared_unit(problem)
  local name = not problem.advice and tostring(problem.message):match("^unknown unit '(%a+)'$")
  if not name then return nil end
  if name:find("^%u%u%u$") then
    return ("if it is a currency, declare it first: units.currency \"%s\""):format(name)
  end
  return ("if it is a unit of yours, declare it first: units.count \"%s\", or "):format(name)
    .. ("units.define(\"%s\", \"256 TPU\")"):format(name)
end

--- A line of advice for an error object, beside what the core advises; nil if there is none.
---@param problem table see lua/raise.h
---@return string?
function advice.of(problem)
  return missing_price(problem) or missing_fact(problem) or missing_currency(problem)
    or undeclared_unit(problem)
end

return advice
