--- The vertical scale of a chart: where a value stands, and which values are marked.
local unit = require "core.unit"

local M = {}

local LN10 = math.log(10)
local function log10(x) return math.log(x) / LN10 end

-- 1, 2, 5, 10, ... that gives at most `most` steps over a distance.
local function nice_step(distance, most)
  local step = 10 ^ math.floor(log10(distance / most))
  for _, factor in ipairs { 1, 2, 5, 10, 20 } do
    if distance / (step * factor) <= most then return step * factor end
  end
  return step * 50
end

local function decades(low, high, most)
  local every = math.max(1, math.ceil((high - low) / most))
  local ticks = {}
  for exponent = math.ceil(low - 1e-9), math.floor(high + 1e-9) do
    if exponent % every == 0 then ticks[#ticks + 1] = 10 ^ exponent end
  end
  return ticks
end

-- Within one or two decades there are few powers of ten: 1, 2 and 5 of each.
local function within_decades(low, high)
  local ticks = {}
  for exponent = math.floor(low), math.ceil(high) do
    for _, factor in ipairs { 1, 2, 5 } do
      local tick = factor * 10 ^ exponent
      if log10(tick) >= low - 1e-9 and log10(tick) <= high + 1e-9 then ticks[#ticks + 1] = tick end
    end
  end
  return ticks
end

local function linear_ticks(low, high, most)
  local step = nice_step(high - low, most)
  local ticks = {}
  for i = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) do
    ticks[#ticks + 1] = i * step
  end
  return ticks
end

--- A scale from the least to the greatest value; `factor` base units are one of the unit that ticks
--- are round in.
---@param low number
---@param high number
---@param is_log boolean
---@param factor number
---@return table scale { is_log =, place = function(value) -> 0 to 1, ticks = function(most) }
function M.new(low, high, is_log, factor)
  local function to(value) return is_log and log10(value / factor) or value / factor end
  local bottom, top = to(low), to(high)
  if top - bottom < 1e-12 * math.max(math.abs(top), 1) then
    local reach = is_log and 0.5 or math.max(math.abs(top), 1) / 10
    bottom, top = bottom - reach, top + reach
  end
  local scale = { is_log = is_log }
  --- From 0 at the bottom to 1 at the top.
  function scale.place(value)
    if is_log and value <= 0 then return -1 end
    return (to(value) - bottom) / (top - bottom)
  end
  --- Values to mark, in base units, at most about as many as asked for.
  function scale.ticks(most)
    local ticks
    if not is_log then
      ticks = linear_ticks(bottom, top, most)
    elseif top - bottom > 2 then
      ticks = decades(bottom, top, most)
    else
      ticks = within_decades(bottom, top)
    end
    for i, tick in ipairs(ticks) do ticks[i] = tick * factor end
    return ticks
  end
  return scale
end

--- A marked value as text, in the unit that a person would choose: "100 MUSD".
---@param value number in base units
---@param kind table what graph.describe says of the quantity
---@param unit_id integer? a unit for all; chosen for each value unless given
function M.label(value, kind, unit_id)
  local chosen = unit_id or unit.choose(value, kind.dimension, kind.money, 0)
  local name, factor = unit.describe(chosen)
  -- Ticks are round: what is beyond a few digits is rounding.
  local text = unit.format(tonumber(("%.9g"):format(value / factor)) * factor, 0, chosen)
  return (name == "1" or name == "") and text or text .. " " .. name
end

return M
