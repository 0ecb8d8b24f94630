--- What a claim's model computes: the median, the 90 % interval, and how far the tails go.
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local time = require "outlay.language.time"
local unit = require "core.unit"
local value = require "outlay.report.value"

local M = {}

local unit_of = value.named_unit

-- The wider interval of outlay.claim.verdict: 99.8 %.
local LEAST, MOST = 0.001, 0.999

-- Digits of a figure without an interval: claims have two or three. Large ones are whole numbers.
local DIGITS, MOST_WHOLE = 4, 1e9
local HALVES_UP = 1 + 1e-12 -- 446.25 is 446.3 to every C library and to LuaJIT

local function rounded(amount)
  local size = math.abs(amount)
  if size >= 10 ^ DIGITS and size < MOST_WHOLE then return math.floor(amount + 0.5) end
  return tonumber((("%%.%dg"):format(DIGITS)):format(amount * HALVES_UP))
end

local function number_text(numbers, amount)
  if not numbers.uncertain then amount = rounded(amount / numbers.factor) * numbers.factor end
  return unit.format(amount, numbers.uncertain and numbers.sd or 0, numbers.unit)
end

local function any_text(numbers, amount)
  if not numbers.horizon then return number_text(numbers, amount) end
  return time.text(amount, numbers.high - numbers.low, numbers.horizon, numbers.beginning)
end

local function interval_text(numbers, low, high)
  return ("%s to %s"):format(any_text(numbers, low), any_text(numbers, high))
end

-- "1.13 GUSD (0.57 to 2.32)"
local function text_of(numbers)
  local text = value.with_unit(any_text(numbers, numbers.p50), numbers.unit_text)
  if numbers.low == numbers.high then return text end
  return ("%s (%s)"):format(text, interval_text(numbers, numbers.low, numbers.high))
end

local function check(node, who)
  local kind = graph.describe(node)
  if #kind.axes > 0 then
    errors.raise(who .. ": the model gives a value with axes", "choose with x:at{ ... }")
  end
  if kind.condition then
    errors.raise(who .. ": the model gives a condition, and a claim is held against a figure",
      "return the figure, and write states = { at_least = ... } or { at_most = ... }")
  end
  return kind
end

--- Evaluates what models gave, all at once.
---@param list table[] { who = for messages, model = quantity, number or text, unit_text = or nil,
---  is_time = whether the model gives a point in time }
---@return table[] computed in the same order: { text =, median =, low =, high =, least =, most =
---  (base units; from least to most is the 99.8 % interval), uncertain =, kind =, node =,
---  unit_text =, factor =, is_time =, interval =, wide_interval = texts },
---  or { date =, text = } where a model gives a text
function M.all(list)
  local nodes, places = {}, {}
  for i, entry in ipairs(list) do
    if type(entry.model) ~= "string" then
      local node = quantity.of(entry.model)
      check(node, entry.who)
      node = value.in_money_of(node, entry.unit_text)
      nodes[#nodes + 1] = node
      places[i] = #nodes
    end
  end
  local result = #nodes > 0 and value.evaluate(nodes)
  local all = {}
  for i, entry in ipairs(list) do
    local place = places[i]
    if not place then
      all[i] = { date = entry.model, text = entry.model }
    else
      local node = nodes[place]
      local numbers = value.summary(result, place, 1, node, entry.unit_text)
      local tails = result:quantiles(place, 1, { LEAST, MOST })
      numbers.low, numbers.high = numbers.p5, numbers.p95
      if entry.is_time then numbers.horizon = numbers.horizon or math.huge end
      all[i] = {
        median = numbers.p50, low = numbers.low, high = numbers.high, least = tails[1],
        most = tails[2], uncertain = numbers.uncertain and numbers.low < numbers.high,
        node = node, kind = graph.describe(node), unit_text = unit_of(numbers),
        factor = numbers.factor, text = text_of(numbers), is_time = entry.is_time,
        interval = interval_text(numbers, numbers.low, numbers.high),
        wide_interval = interval_text(numbers, tails[1], tails[2]),
      }
    end
  end
  return all
end

--- What programs read of it.
---@param computed table
---@return table { text =, unit =, value =, low =, high =, least =, most =, date = }
function M.plain(computed)
  if computed.date then return { text = computed.text, date = computed.date } end
  return {
    text = computed.text, unit = computed.unit_text,
    value = computed.median / computed.factor,
    low = computed.uncertain and computed.low / computed.factor or nil,
    high = computed.uncertain and computed.high / computed.factor or nil,
    least = computed.uncertain and computed.least / computed.factor or nil,
    most = computed.uncertain and computed.most / computed.factor or nil,
  }
end

return M
