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

-- ---- what Lua itself complains about ----

local function is_unit(name) return (pcall(unit.parse, name)) end

-- A quantity in plain quotes, as the line has it.
local function quoted_quantity(line)
  for before, text in (line or ""):gmatch("(.?)[\"']([^\"']*)[\"']") do
    if before ~= "q" and pcall(unit.quantity, text) then return text end
  end
end

local function arithmetic_on_text(problem, line)
  local message = problem.message
  if not message:find("^attempt to perform arithmetic on a string")
    and not message:find("^attempt to %l+ a 'string' with")
    and not message:find("^attempt to %l+ a '[%w%.]+' with a 'string'") then
    return nil
  end
  return ("a text is no quantity: write q\"%s\""):format(quoted_quantity(line) or "5 USD")
end

-- show(x, MUSD)
local function unquoted_unit(problem)
  local name = problem.message:match("^nothing is called '([%a_]+)'$")
  if not name or not is_unit(name) then return nil end
  return ("units stand in quotes: show(x, \"%s\"), q\"5 %s\"; or u.%s in a formula"):format(
    name, name, name)
end

-- string.format("%.2f", q"3 USD")
local function format_of_quantity(problem)
  local found = problem.message:find("^bad argument #%d+ to 'format' %(number expected")
  if not found then return nil end
  return "value(x, \"USD\") makes a plain number of a certain quantity"
end

-- year:each(function(y) return y * x end)
local function label_as_number(problem)
  if not problem.message:find("^\"%-?%d+%.?%d*\" is a text, not a quantity") then return nil end
  return "labels of an axis are texts: write tonumber(y), or year:values() for all of them"
end

local curly = { "\226\128\156", "\226\128\157", "\226\128\152", "\226\128\153" }

local function is_syntax(problem)
  return problem.message:find(" near ", 1, true) or problem.message:find("unfinished", 1, true)
end

local function curly_quotes(problem, line, previous)
  if not is_syntax(problem) then return nil end
  for _, quote in ipairs(curly) do
    if (line or ""):find(quote, 1, true) or (previous or ""):find(quote, 1, true) then
      return "the quotes of a word processor are no quotes here: write straight ones, q\"5 USD\""
    end
  end
end

-- x = 5 USD: Lua stumbles over the name, or over what stands behind it, a line later even.
local function bare_quantity(problem, line, previous)
  if not is_syntax(problem) then return nil end
  for _, text in ipairs { line or "", previous or "" } do
    for number, name in text:gmatch("%f[%w_](%d[%d%.]*[kMGTP]?)%s*(%a[%w/%%%*%-]*)") do
      if is_unit(name) then
        return ("write q\"%s %s\" for a number with a unit"):format(number, name)
      end
    end
  end
end

-- ---- intervals in other notations ----

local function other_interval(problem)
  local text = problem.text
  if not text then return nil end
  for _, sign in ipairs { "%+/?%-", "\194\177" } do -- +- and the sign of one character
    local mean, sd, name = text:match("^%s*([%d%.]+)%s*" .. sign .. "%s*([%d%.]+)%s*(.-)%s*$")
    if mean then
      local with_unit = name == "" and "" or " " .. name
      return ("write normal{ mean = q\"%s%s\", sd = q\"%s%s\" }"):format(mean, with_unit, sd,
        with_unit)
    end
  end
  for _, sign in ipairs { "%.%.+", "\226\128\147", "%-" } do -- two points, a dash, a minus
    local low, high = text:match("^%s*(%d[%d%.]-[kMGT]?)%s*" .. sign .. "%s*(%d.-)%s*$")
    if low then return ("write q\"%s to %s\""):format(low, high) end
  end
end

--- A line of advice for an error object; nil if there is none.
---@param problem table see lua/raise.h
---@param line string? the line of source
---@param previous string? the line before it
---@return string? advice
---@return boolean? instead whether it takes the place of what the core advises
function advice.of(problem, line, previous)
  local interval = other_interval(problem)
  if interval then return interval, true end
  return missing_price(problem) or missing_fact(problem) or missing_currency(problem)
    or undeclared_unit(problem) or arithmetic_on_text(problem, line) or unquoted_unit(problem)
    or format_of_quantity(problem) or label_as_number(problem)
    or curly_quotes(problem, line, previous)
    or bare_quantity(problem, line, previous)
end

return advice
