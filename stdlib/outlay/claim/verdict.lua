--- From a stated and a computed figure to a verdict. docs/guide/claims.md has the same definitions.
--
-- What is stated covers a region: a figure covers what rounding can do to it (its tolerance, 5 %
-- unless the claim says otherwise: as much as two digits allow), a range and a bound what they say.
-- A year that is held against a point in time covers one year around it, a date its days.
--
--   reproduced      the model's figure (its median, if it is uncertain) lies in the region
--   inside          it does not, but the model's 90 % interval reaches the region
--   outside         the 90 % interval does not, but the 99.8 % interval does (0.1 % to 99.9 %)
--   contradicted    that does not, either; or a model without uncertainty gives another figure
--   not testable    no figure is stated, or there is no model for it: the claim says why

local value = require "outlay.report.value"

local M = {}

local names = { "reproduced", "inside", "outside", "contradicted", "not testable" }

--- The verdicts there are, from the best on.
---@return string[] a list of the caller's own
function M.names() return { unpack(names) } end

M.TOLERANCE = 0.05
M.YEARS = 1

-- What the last bits of a sum may do to a bound that is met exactly.
local LAST_BITS = 1e-9

-- The region: its least and its greatest value, infinite where it has no bound.
local function region(stated, tolerance, is_time)
  local low, high = stated.value or stated.low, stated.value or stated.high
  if is_time then
    local room = tolerance or stated.form == "figure" and M.YEARS or 0
    return low and low - room or -math.huge, high and high + room or math.huge
  end
  local room = (stated.form == "figure" and (tolerance or M.TOLERANCE) or 0) + LAST_BITS
  return low and low - math.abs(low) * room or -math.huge,
    high and high + math.abs(high) * room or math.huge
end

local function percent(share) return ("%.2g %%"):format(100 * share) end

-- "2.4 years later than stated", from the nearest end.
local function years_apart(stated, amount)
  local low, high = stated.value or stated.low, stated.value or stated.high
  local end_point = low and amount < low and low or high and amount > high and high
  local after = end_point and amount - end_point
  if not after then return stated.value and "the stated year" or "in what is stated" end
  return ("%.2g years %s than stated"):format(math.abs(after), after > 0 and "later" or "earlier")
end

-- "8.6 % more than the stated figure"; for a range, from the nearest bound.
local function difference(stated, amount, is_time)
  if is_time then return years_apart(stated, amount) end
  local figure, name = stated.value, "the stated figure"
  if not figure then
    figure = stated.low and amount < stated.low and stated.low or stated.high or stated.low
    name = "the nearest bound"
  end
  if amount == figure then return name end
  if figure == 0 then return "not zero" end
  local ratio = amount / figure
  if ratio < 0 then return "of the opposite sign" end
  if ratio >= 2 then return ("%.3g times %s"):format(ratio, name) end
  if ratio <= 0.5 then return ("1/%.3g of %s"):format(1 / ratio, name) end
  return ("%s %s than %s"):format(percent(math.abs(ratio - 1)),
    amount > figure and "more" or "less", name)
end

local function allowed(tolerance, is_time)
  if not is_time then return percent(tolerance or M.TOLERANCE) end
  local years = tolerance or M.YEARS
  return ("%.2g year%s"):format(years, years == 1 and "" or "s")
end

local function of_certain(stated, computed, low, high, tolerance)
  local holds = computed.median >= low and computed.median <= high
  local text = difference(stated, computed.median, computed.is_time)
  if stated.form ~= "figure" then
    return holds and "reproduced" or "contradicted", holds and "in what is stated" or text
  end
  if stated.value == computed.median then return "reproduced", "exactly what is stated" end
  return holds and "reproduced" or "contradicted",
    ("%s; %s is allowed"):format(text, allowed(tolerance, computed.is_time))
end

local function of_uncertain(stated, computed, low, high)
  local text = "is " .. difference(stated, computed.median, computed.is_time)
  if computed.median >= low and computed.median <= high then
    return "reproduced", stated.form == "figure" and "the model's median " .. text
      or "the model's median is in what is stated"
  end
  if high >= computed.low and low <= computed.high then
    return "inside", ("the model's median %s, its 90 %% interval reaches it"):format(text)
  end
  local is_outside = high >= computed.least and low <= computed.most
  return is_outside and "outside" or "contradicted",
    ("beyond the model's %s interval, %s; its median %s"):format(is_outside and "90 %" or "99.8 %",
      value.with_unit(is_outside and computed.interval or computed.wide_interval,
        computed.unit_text or ""), text)
end

-- "2025-08" holds for "2025-08-02".
local function of_dates(stated, computed)
  if computed.date:sub(1, #stated.date) == stated.date then
    return "reproduced", computed.date == stated.date and "exactly what is stated"
      or "in what is stated"
  end
  return "contradicted", ("%s than stated"):format(computed.date < stated.date and "earlier"
    or "later")
end

--- The verdict on a figure.
---@param stated table of outlay.claim.stated, and of the same kind as what is computed
---@param computed table of outlay.claim.computed
---@param tolerance number? relative, for a single figure; in years for a point in time
---@return string verdict one of M.names()
---@return string why
function M.of(stated, computed, tolerance)
  if computed.date then return of_dates(stated, computed) end
  local low, high = region(stated, tolerance, computed.is_time)
  if computed.uncertain then return of_uncertain(stated, computed, low, high) end
  return of_certain(stated, computed, low, high, tolerance)
end

return M
