-- How a quantity is written for a person: "41.2 MUSD  (90 %: 28.9 to 57.6)".

local axis = require "outlay.language.axis"
local errors = require "core.error"
local graph = require "core.graph"
local run = require "core.run"
local settings = require "outlay.language.settings"
local time = require "outlay.language.time"
local unit = require "core.unit"

local value = {}

local LOG10 = math.log(10)

-- The statistic that a node is, behind other names it was given; nil if it is none.
local function statistic_of(node)
  local kind = graph.describe(node)
  while kind.operation == "alias" do kind = graph.describe(kind.arguments[1]) end
  return kind.operation == "statistic" and kind or nil
end

local errors_of = setmetatable({}, { __mode = "k" }) -- result -> output -> output of its error

local told = {} -- what has been said of the samples

-- What a reader must know of the samples, once.
local function tell(text)
  if told[text] then return end
  told[text] = true
  require("outlay.report.output").remark(text)
end

local function check_samples(result, chosen)
  local info = result:describe()
  if not info.reached then
    local text = "note: %d samples were not enough for an error of %.4g %% of each mean; "
      .. "it is up to %.2g %%"
    tell(text:format(info.samples, 100 * chosen.relative_error, 100 * info.relative_error))
  end
  if info.inputs_beyond > 0 then
    tell(("note: %d inputs beyond the first 900 are Latin hypercube samples, not Sobol points")
      :format(info.inputs_beyond))
  end
end

--- Evaluates nodes with the settings in force; the sampling errors of means beside them.
---@param nodes node[]
---@return result
function value.evaluate(nodes)
  local all, places = { unpack(nodes) }, {}
  for i, node in ipairs(nodes) do
    local statistic = statistic_of(node)
    if statistic and statistic.statistic == "mean" then
      all[#all + 1] = graph.statistic("error", 0, statistic.arguments[1])
      places[i] = #all
    end
  end
  local chosen = settings.current()
  local result = run.evaluate(all, chosen)
  if chosen.relative_error or chosen.sampling == "sobol" then check_samples(result, chosen) end
  errors_of[result] = places
  return result
end

--- The labels of each cell of a node, in the order of its cells.
---@param node node
---@return string[][] one list of labels a cell; one empty list for a value without axes
---@return string[] names of the axes
function value.cells(node)
  local cells, names = { {} }, {}
  for _, id in ipairs(graph.describe(node).axes) do
    local there = axis.of(id)
    names[#names + 1] = there.name
    local longer = {}
    for _, labels in ipairs(cells) do
      for _, label in ipairs(there.labels) do
        local more = { unpack(labels) }
        more[#more + 1] = label
        longer[#longer + 1] = more
      end
    end
    cells = longer
  end
  return cells, names
end

-- How many digits a certain value deserves: all of a literal's, those that the samples support
-- of a statistic, and otherwise more than anyone reads at a glance.
local QUANTILE_DIGITS, DERIVED_DIGITS = 3, 6

-- Digits down to the size of an error.
local function digits_to(amount, sampling_error)
  if amount == 0 or sampling_error == 0 then return DERIVED_DIGITS end
  local digits = math.floor(math.log(math.abs(amount)) / LOG10)
    - math.floor(math.log(sampling_error) / LOG10) + 1
  return math.max(1, math.min(DERIVED_DIGITS, digits))
end

-- Digits of a spread or a quantile of n samples: a standard deviation has the relative error
-- 1 / sqrt(2 n).
local function digits_of_samples(count)
  return math.max(1, math.min(QUANTILE_DIGITS,
    1 + math.floor(math.log(math.sqrt(2 * count)) / LOG10)))
end

local function digits_of(node, kind, numbers, result, output, cell)
  local count = settings.current().samples
  local place = errors_of[result] and errors_of[result][output]
  if place then return digits_to(numbers.mean, result:moments(place, cell).mean) end
  if kind.operation == "constant" or kind.operation == "parameter" then return nil end
  local seen, waiting = {}, { node }
  for _ = 1, 1000 do -- a walk that stays short in a large graph
    local next_node = table.remove(waiting)
    if not next_node then return DERIVED_DIGITS end
    local below = graph.describe(next_node)
    if below.operation == "statistic" then return digits_of_samples(count) end
    if not seen[below.id] then
      seen[below.id] = true
      for _, argument in ipairs(below.arguments) do waiting[#waiting + 1] = argument end
    end
  end
  return DERIVED_DIGITS
end

--- The unit that the author of a value wrote, 0 for none; an input has that of its parameters.
---@param kind table of graph.describe
function value.hint_of(kind)
  if kind.unit ~= 0 then return kind.unit end
  if kind.operation == "input" or kind.operation == "alias" then
    local inner = graph.describe(kind.arguments[1])
    if inner.dimension == kind.dimension then return value.hint_of(inner) end
  end
  return 0
end

--- The numbers of one cell of an evaluated node.
---@param result result
---@param output integer
---@param cell integer
---@param node node
---@param unit_text string? the unit to show it in; chosen for a reader if not given
---@return table { mean, sd, p5, p50, p95, standard_error, uncertain } in base units, with the
---  unit's `unit` (its number), `unit_text` and `factor`
function value.summary(result, output, cell, node, unit_text)
  local kind = graph.describe(node)
  local numbers = result:moments(output, cell)
  numbers.uncertain = kind.uncertain
  numbers.condition = kind.condition
  numbers.horizon, numbers.beginning = time.horizon(node)
  if kind.uncertain then
    local quantiles = result:quantiles(output, cell, { 0.05, 0.5, 0.95 })
    numbers.p5, numbers.p50, numbers.p95 = quantiles[1], quantiles[2], quantiles[3]
  else
    numbers.p5, numbers.p50, numbers.p95 = numbers.mean, numbers.mean, numbers.mean
  end
  -- The mean of heavy tails can be far from all that is shown beside it.
  local is_within = numbers.mean >= numbers.p5 and numbers.mean <= numbers.p95
  numbers.unit = unit_text and value.unit_for(kind, unit_text) or unit.choose(
    is_within and numbers.mean or numbers.p50, kind.dimension, kind.money, value.hint_of(kind))
  numbers.unit_text, numbers.factor = unit.describe(numbers.unit)
  if not kind.uncertain then
    numbers.digits = digits_of(node, kind, numbers, result, output, cell)
    -- Who asks for a unit wants to see what the value is in it, down to the last dollar.
    if unit_text and numbers.digits == DERIVED_DIGITS then numbers.digits = nil end
  elseif numbers.sd == 0 then -- the only sample, or all alike: no spread says how many digits
    numbers.digits = settings.current().samples == 1 and 2 or DERIVED_DIGITS
  end
  return numbers
end

-- A unit of undated money, "MUSD", of an amount with a date in the same currency: "MUSD2020".
local function dated(id, text, kind, money)
  local own, asked = unit.money_text(kind.money), unit.money_text(money)
  if own:match("^%u+") ~= asked or text:find("%d%d%d%d") then return id end
  local name = unit.describe(id)
  local changed, count = name:gsub(asked .. "%f[^%a]", own)
  return count > 0 and unit.parse(changed) or id
end

--- A unit by its text, if it fits the dimension of a value. A unit of money without a date is one
--- of the prices that the value is in.
function value.unit_for(kind, text)
  if type(text) ~= "string" then
    errors.raise(("a unit is a text, not a %s"):format(type(text)), "write for example \"MUSD\"")
  end
  local id = unit.parse(text)
  local _, _, dimension, money = unit.describe(id)
  if dimension ~= kind.dimension then
    errors.raise(("'%s' is a unit of %s, and the value is %s"):format(text,
      unit.dimension(dimension), unit.dimension(kind.dimension)), nil, "dimension")
  end
  if money ~= kind.money and money ~= 0 and kind.money ~= 0 then
    return dated(id, text, kind, money)
  end
  return id
end

--- A value as an amount of a unit's kind of money: converted by the facts that are known, or an
--- error. Other values stay as they are.
---@param node node
---@param text string a unit, such as "MEUR2024"
---@return node
function value.in_money_of(node, text)
  local kind = graph.describe(node)
  if text == nil then return node end
  if type(text) == "string" and text:find("%d%d%d%d") then
    require("outlay.language.money").load_facts()
  end
  local _, _, _, money = unit.describe(value.unit_for(kind, text))
  if money == kind.money or money == 0 or kind.money == 0 then return node end
  return graph.convert(node, money)
end

--- A number of a summary as text, without the unit.
function value.number(numbers, which)
  local amount = numbers[which]
  if numbers.horizon then
    return time.text(amount, numbers.p95 - numbers.p5, numbers.horizon, numbers.beginning)
  end
  if numbers.digits then
    local rounded = ("%%.%dg"):format(numbers.digits):format(amount / numbers.factor)
    amount = tonumber(rounded) * numbers.factor
  end
  return unit.format(amount, numbers.uncertain and numbers.sd or 0, numbers.unit)
end

--- A summary as one line.
function value.line(numbers)
  if numbers.condition then
    if not numbers.uncertain then return numbers.mean ~= 0 and "true" or "false" end
    return ("true in %.4g %% of samples"):format(100 * numbers.mean)
  end
  local text = value.with_unit(value.number(numbers, "mean"), numbers.unit_text)
  if not numbers.uncertain or numbers.sd == 0 then return text end
  return ("%s  (90 %%: %s to %s)"):format(text, value.number(numbers, "p5"),
    value.number(numbers, "p95"))
end

--- A summary as a cell of a table: the line for people; value, unit and, of an uncertain one, its
--- interval for programs.
function value.cell(numbers)
  local cell = { text = value.line(numbers), value = numbers.mean / numbers.factor,
    unit = numbers.unit_text == "1" and "" or numbers.unit_text }
  if numbers.uncertain and not numbers.condition then
    cell.p5, cell.p95 = numbers.p5 / numbers.factor, numbers.p95 / numbers.factor
  end
  return cell
end

--- The text of a summary's unit, nil for a value without one.
function value.named_unit(numbers)
  local text = numbers.unit_text
  return text ~= "" and text ~= "1" and text or nil
end

--- "41.2 MUSD", "38 %", "5".
function value.with_unit(number, unit_text)
  if unit_text == "" or unit_text == "1" then return number end
  return number .. " " .. unit_text
end

--- A quantity as text: one line, or a line for each cell of a value with axes.
---@param node node
---@param unit_text string?
---@param with_all_digits boolean?
---@return string
function value.text(node, unit_text, with_all_digits)
  node = value.in_money_of(node, unit_text)
  local result = value.evaluate { node }
  local cells = value.cells(node)
  local lines = {}
  for i, labels in ipairs(cells) do
    local numbers = value.summary(result, 1, i, node, unit_text)
    if with_all_digits then numbers.digits = nil end
    local line = value.line(numbers)
    if #labels > 0 then line = table.concat(labels, ", ") .. ": " .. line end
    lines[i] = line
  end
  return table.concat(lines, "\n")
end

return value
