-- tornado(x): a value where one input at a time is low and high, and all others are at their
-- medians. What is correlated with the input goes along, to the median it then has.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local output = require "outlay.report.output"
local sensitivity = require "core.sensitivity"
local settings = require "outlay.language.settings"
local subject = require "outlay.decision.subject"

local tornado = {}

local BAR_WIDTH = 24

local function check_given(given)
  given = arguments.check("tornado", given or {}, { top = 10, low = 0.1, high = 0.9 })
  for name, least in pairs { top = 1, low = 0, high = 0 } do
    if type(given[name]) ~= "number" or given[name] < least then
      errors.raise(("tornado: %s is a number"):format(name),
        "write tornado(x, { top = 10, low = 0.1, high = 0.9 })")
    end
  end
  if not (given.low > 0 and given.low < given.high and given.high < 1) then
    errors.raise("tornado: low and high are probabilities, 0 < low < high < 1",
      "write tornado(x, { low = 0.1, high = 0.9 })")
  end
  return given
end

--- The swings of a value, greatest first.
---@param x any
---@param given table? { low = 0.1, high = 0.9 }
---@return table[] swings { name, input, input_low, input_high, low, high }: the value where the
---  input is at its quantiles, and the input there, in base units
---@return number base the value with all inputs at their medians
function tornado.of(x, given)
  given = check_given(given)
  local node = subject.of("tornado", x)
  local base, swings = sensitivity.swings(node, given.low, given.high, settings.fixed())
  local names = subject.names(node)
  for _, swing in ipairs(swings) do swing.name = names[graph.id(swing.input)] end
  table.sort(swings, function(a, b)
    local left, right = math.abs(a.high - a.low), math.abs(b.high - b.low)
    if left ~= right then return left > right end
    return a.name < b.name
  end)
  return swings, base
end

-- The side of the base on which the input is low is light, the other one dark.
local function bar(swing, base, least, greatest)
  local function place(amount)
    if greatest == least then return 0 end
    return math.floor((amount - least) / (greatest - least) * (BAR_WIDTH - 1) + 0.5)
  end
  local marks, middle = {}, place(base)
  for i = 0, BAR_WIDTH - 1 do marks[i] = " " end
  local function fill(amount, mark)
    local from, to = place(amount), middle
    if from > to then from, to = to, from end
    for i = from, to do marks[i] = mark end
  end
  fill(swing.low, "░")
  fill(swing.high, "█")
  marks[middle] = "│"
  return (table.concat(marks, "", 0, BAR_WIDTH - 1):gsub("%s+$", ""))
end

local function input_cells(swing)
  if not swing.input_low then return "", "" end
  local middle = (swing.input_low + swing.input_high) / 2
  local cell = subject.cells(swing.input, middle, math.abs(swing.input_high - swing.input_low) / 3)
  return cell(swing.input_low), cell(swing.input_high)
end

--- Puts a tornado into the report: a table with bars, the input that moves the value most first.
---@param x any
---@param given table? { top = 10, low = 0.1, high = 0.9 }
---@return table[] swings as tornado.of has them
function tornado.tornado(x, given)
  given = check_given(given)
  local node, name = subject.of("tornado", x)
  local swings, base = tornado.of(node, { low = given.low, high = given.high })
  local least, greatest, widest = base, base, 0
  for _, swing in ipairs(swings) do
    least = math.min(least, swing.low, swing.high)
    greatest = math.max(greatest, swing.low, swing.high)
    widest = math.max(widest, math.abs(swing.high - swing.low))
  end
  local cell, rows = subject.cells(node, base, widest / 3), {}
  for i = 1, math.min(given.top, #swings) do
    local swing = swings[i]
    local input_low, input_high = input_cells(swing)
    local distance = cell(math.abs(swing.high - swing.low))
    distance.text = bar(swing, base, least, greatest)
    rows[i] = { swing.name, input_low, cell(swing.low), input_high, cell(swing.high), distance }
  end
  local low, high = ("%g %%"):format(100 * given.low), ("%g %%"):format(100 * given.high)
  output.add { kind = "table",
    title = ("%s is %s with all inputs at their medians"):format(name, cell(base).text),
    columns = { "input", { name = "low", header = "at " .. low },
      { name = "value low", header = name }, { name = "high", header = "at " .. high },
      { name = "value high", header = name },
      { name = "swing", header = "░ low  █ high", align = "left" } },
    rows = rows }
  return swings
end

return tornado
