--- Laws: curves by their parameters, where there are no points to fit.
local arguments = require "outlay.language.arguments"
local curve = require "outlay.trend.curve"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local time = require "outlay.language.time"
local unit = require "core.unit"

local M = {}

local E = math.exp(1)

local function check_unit(who, name, node, wanted)
  local _, _, dimension = unit.describe(unit.parse(wanted))
  if graph.describe(node).dimension ~= dimension then
    errors.raise(("%s: %s is %s"):format(who, name, unit.dimension(graph.describe(node).dimension)),
      ("give it in a unit such as %s"):format(wanted))
  end
  return node
end

local function number_of(who, name, value)
  return check_unit(who, name, quantity.of(value), "1")
end

-- A share that is lost: 1 would leave nothing.
local function share_of(who, name, value)
  local share = number_of(who, name, value)
  local middle = curve.median(share)
  if middle < 1 then return share end
  errors.raise(("%s: %s is %.4g, and it lies below 1"):format(who, name, middle),
    middle <= 100 and ("write %s = q\"%.4g %%\" for a share in per cent"):format(name, middle)
      or nil)
end

-- A factor: 1.4, not the 40 % that come on top.
local function factor_of(who, value)
  local factor = number_of(who, "growth", value)
  local middle = curve.median(factor)
  if middle <= 0 then
    errors.raise(("%s: growth is %.4g, and a factor is above 0"):format(who, middle))
  end
  if graph.is_node(value) and middle < 1 and tostring(value):find("%", 1, true) then
    errors.raise(("%s: growth is the factor a year, and %.4g %% of the year before is a decline")
      :format(who, 100 * middle), ("write growth = %.4g for %.4g %% more each year, decline = %.4g "
      .. "for a fall to %.4g %%"):format(1 + middle, 100 * middle, 1 - middle, 100 * middle))
  end
  return factor
end

-- ---- exponential growth and decline ----

-- The ways to say how fast, each as a logarithm a year.
local paces = {
  growth = function(who, x) return log(factor_of(who, x)) end,
  decline = function(who, x) return log(1 - share_of(who, "decline", x)) end,
  doubling = function(who, x) return math.log(2) / (check_unit(who, "doubling", quantity.of(x),
    "year") / u.year) end,
  halving = function(who, x) return -math.log(2) / (check_unit(who, "halving", quantity.of(x),
    "year") / u.year) end,
}

local function through_points(who, points)
  if type(points) ~= "table" or #points ~= 2 or type(points[1]) ~= "table"
    or type(points[2]) ~= "table" then
    errors.raise(who .. ": through takes two points",
      "write through = { { 2020, q\"4.6 MUSD\" }, { 2022, q\"450 kUSD\" } }")
  end
  local t, y = {}, {}
  for i, point in ipairs(points) do
    t[i], y[i] = time.of(point[1], who), quantity.of(point[2])
  end
  if type(t[1]) ~= "number" or type(t[2]) ~= "number" or t[1] == t[2] then
    errors.raise(who .. ": the two points need different years")
  end
  return y[1], t[1], log(y[2] / y[1]) / (t[2] - t[1])
end

--- What grows or falls by the same factor each year: from a value at a time and one of growth,
--- decline, doubling, halving; or through two points.
---
---     trend.exponential{ start = q"40.6 MUSD2023", at = 2023.2, growth = q"2.0 to 2.9" }
---     trend.exponential{ through = { { 2020, q"4.6 MUSD" }, { 2022, q"450 kUSD" } } }.decline
---
---@class outlay.trend.exponential
---@field start? quantity
---@field at? number | string a year or a date
---@field growth? number | quantity the factor a year
---@field decline? number | quantity what is lost a year: 0.7 leaves 0.3
---@field doubling? quantity a time
---@field halving? quantity a time
---@field through? { [1]: { [1]: number | string, [2]: quantity }, [2]: table }
---@field name? string
---@field source? string
---@param given outlay.trend.exponential
---@return outlay.trend.curve
function M.exponential(given)
  local who = "trend.exponential"
  given = arguments.check(who, given, { start = "optional", at = "optional", growth = "optional",
    decline = "optional", doubling = "optional", halving = "optional", through = "optional",
    name = "trend", source = "optional" })
  local start, center, slope
  if given.through then
    if given.start ~= nil or given.at ~= nil then
      errors.raise(who .. ": through has its own values and times, and start or at is given too",
        "leave out start and at, or through")
    end
    start, center, slope = through_points(who, given.through)
  end
  for name, of in pairs(paces) do
    if given[name] ~= nil then
      if slope then errors.raise(who .. " takes one way to say how fast, and there are two") end
      slope = of(who, given[name])
    end
  end
  if not slope then
    errors.raise(who .. " needs growth, decline, doubling, halving or through",
      "write trend.exponential{ start = q\"1 MUSD\", at = 2024, decline = 0.3 }")
  end
  if not given.through and (given.start == nil or given.at == nil) then
    errors.raise(who .. " needs start and at: a value and its time",
      "write trend.exponential{ start = q\"1 MUSD\", at = 2024, decline = 0.3 }")
  end
  start, center = start or quantity.of(given.start), center or time.of(given.at, who)
  if given.source then slope = (slope * 1):named("rate of " .. given.name):source(given.source) end
  return curve.new { name = given.name, source = given.source, base = E, x_is = "time",
    start = start, center = center, slope = slope, one = start }
end

-- ---- power laws ----

local function power(given, who, x, slope)
  local start, at = quantity.of(given.start), quantity.of(x)
  local kind = graph.describe(at)
  if kind.uncertain then errors.raise(who .. ": the amount where it starts must be certain") end
  local x_unit = kind.dimension ~= 0
    and unit.describe(unit.choose(1, kind.dimension, kind.money, 0)) or nil
  local number = require("outlay.language.extract").value(at, x_unit)
  if number <= 0 then errors.raise(who .. ": the amount where it starts must be positive") end
  return curve.new { name = given.name, source = given.source, base = E, power = true,
    x_is = x_unit and "amount" or "number", x_unit = x_unit, start = start,
    center = math.log(number), slope = slope, one = start }
end

--- Wright's law: each doubling of cumulative production takes the share `learning` off the cost.
---
---     c(Q) = c0 (Q / Q0)^log2(1 - learning)
---
---     chips = trend.wright{ start = q"30k USD/GPU", produced = q"1e6 GPU", learning = 0.2 }
---     show(chips:at(q"4e6 GPU"))             -- two doublings: 0.64 of the cost
---
--- Source: Wright, "Factors affecting the cost of airplanes", Journal of the Aeronautical
--- Sciences 3, 1936. Fitted to data it is trend.fit with scale and x_scale "log10".
---
---@class outlay.trend.wright
---@field start quantity the cost when `produced` had been made
---@field produced quantity | number cumulative production, certain
---@field learning number | quantity a share: 0.2
---@field name? string
---@field source? string
---@param given outlay.trend.wright
---@return outlay.trend.curve
function M.wright(given)
  local who = "trend.wright"
  given = arguments.check(who, given, { start = "required", produced = "required",
    learning = "required", name = "cost", source = "optional" })
  local slope = log(1 - share_of(who, "learning", given.learning)) / math.log(2)
  return power(given, who, given.produced, slope)
end

--- A power law, such as a scaling law: y = start (x / at)^exponent.
---
---     loss = trend.power_law{ start = 2.57, at = q"1e21 FLOP", exponent = -0.05 }
---
---@class outlay.trend.power_law
---@field start quantity | number
---@field at quantity | number the x where y is `start`, certain
---@field exponent number | quantity
---@field name? string
---@field source? string
---@param given outlay.trend.power_law
---@return outlay.trend.curve
function M.power_law(given)
  local who = "trend.power_law"
  given = arguments.check(who, given, { start = "required", at = "required",
    exponent = "required", name = "power law", source = "optional" })
  return power(given, who, given.at, number_of(who, "exponent", given.exponent))
end

--- Declines that act together, such as cheaper hardware and better algorithms: what is left is
--- multiplied, not subtracted. 57 % and 47 % a year are 77 %, not 70 %.
---
---     trend.compound{ 0.57, 0.47 }      -- 0.7721
---
---@param declines (number | quantity)[] shares: 0.57
---@return quantity decline
function M.compound(declines)
  if type(declines) ~= "table" or #declines == 0 then
    errors.raise("trend.compound takes a list of declines", "write trend.compound{ 0.57, 0.47 }")
  end
  local left = 1
  for i, decline in ipairs(declines) do
    left = left * (1 - share_of("trend.compound", ("decline %d"):format(i), decline))
  end
  return (1 - left):named("declines together")
end

return M
