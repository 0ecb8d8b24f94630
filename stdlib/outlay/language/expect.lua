--- Checks the arguments of a model: names, the dimension of each, and what it can be.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local unit = require "core.unit"

local function dimension_of(text)
  if text == "1" then return 0 end
  local _, _, dimension = unit.describe(unit.parse(text))
  return dimension
end

-- Enough samples to tell where the middle of an uncertain argument lies.
local FEW_SAMPLES = { samples = 255, seed = 1, threads = 1 }

-- The medians of a value, one for each cell.
local function medians(value)
  if type(value) == "number" then return { value } end
  local result, found = run.evaluate({ value }, FEW_SAMPLES), {}
  for cell = 1, result:cells(1, 1) do found[cell] = result:quantiles(1, cell, { 0.5 })[1] end
  return found
end

local function dimension_of_value(value)
  return type(value) == "number" and 0 or graph.describe(value).dimension
end

local function check_dimension(who, name, value, wanted)
  local dimension = dimension_of_value(value)
  if dimension == dimension_of(wanted) then return end
  local advice = wanted == "1" and ("give %s as a number or in %%"):format(name)
    or ("give %s in a unit such as %s"):format(name, wanted)
  if wanted == "1/year" and dimension_of_value(value) == 0 then
    local plain = medians(value)[1]
    advice = ("write %s = q\"%.4g %%/year\""):format(name, plain < 1 and 100 * plain or plain)
  end
  if dimension == 0 then
    errors.raise(("%s: %s is a plain number"):format(who, name), advice)
  end
  errors.raise(("%s: %s is %s"):format(who, name, unit.dimension(dimension)), advice)
end

-- What shares, ratios and durations can be, in base units.
local ranges = {
  share = { low = 0, high = 1, words = "lies between 0 and 1" },
  share_above_zero = { low = 0, open = true, high = 1,
    words = "is above zero and at most 1" },
  yearly = { low = 0, high = 0.5, unit = "1/year", words = "lies between 0 and 50 % a year" },
  ratio = { low = 1, words = "is at least 1" },
  positive = { low = 0, words = "is not negative" },
  rate = { low = -1, open = true, high = 1, words = "lies between -100 % and 100 % a year" },
  above_zero = { low = 0, open = true, words = "is above zero" },
}

-- A number in base units as a person wrote it: "-1 year".
local function in_unit(number, wanted)
  if wanted == "1" then return ("%.4g"):format(number) end
  local _, factor = unit.describe(unit.parse(wanted))
  return ("%.4g %s"):format(number / factor, wanted)
end

local function check_range(who, name, value, range, wanted)
  local _, factor = nil, 1
  if range.unit then _, factor = unit.describe(unit.parse(range.unit)) end
  for _, base in ipairs(medians(value)) do
    local middle = base / factor
    local below = middle < range.low or (range.open and middle == range.low)
    if below or (range.high and middle > range.high) then
      local percent = range.high and not range.unit and middle >= 2 and middle <= 100
      errors.raise(("%s: %s is %s, and it %s"):format(who, name, range.unit
        and ("%.4g %% a year"):format(100 * middle) or in_unit(base, wanted),
        range.words),
        percent and ("write %s = q\"%.4g %%\" for a share in per cent"):format(name, middle) or nil,
        "domain")
    end
  end
end

--- The arguments of a model, complete: defaults filled in, texts such as "700 W/GPU" read, and
--- every quantity of the dimension that the model's formula needs.
---@param who string the model, for messages: "model.energy"
---@param given table what the caller wrote
---@param known table<string, any> as arguments.check takes it
---@param units table<string, string> a unit of the dimension of each argument; "1" for none
---@param kinds table<string, string>? "share", "ratio", "rate", "positive" or "above_zero"
---@return table complete
return function(who, given, known, units, kinds)
  local complete = arguments.check(who, given, known)
  for name, wanted in pairs(units) do
    local value = complete[name]
    if value ~= nil then
      if type(value) ~= "number" then value = quantity.of(value) end
      check_dimension(who, name, value, wanted)
      complete[name] = value
    end
  end
  for name, kind in pairs(kinds or {}) do
    if complete[name] ~= nil then
      check_range(who, name, complete[name], ranges[kind], units[name] or "1")
    end
  end
  return complete
end
