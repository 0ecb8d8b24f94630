--- From a stated and a computed figure to a verdict. docs/guide/claims.md has the same definitions.
--
-- What is stated covers a region: a figure covers what rounding can do to it (its tolerance, 5 %
-- unless the claim says otherwise: as much as two digits allow), a range and a bound what they say.
--
--   reproduced      the model's figure (its median, if it is uncertain) lies in the region
--   inside          it does not, but the model's 90 % interval reaches the region
--   outside         the 90 % interval does not, but the 99.8 % interval does (0.1 % to 99.9 %)
--   contradicted    that does not, either; or a model without uncertainty gives another figure
--   not testable    no figure is stated, or there is no model for it: the claim says why

local M = {}

M.names = { "reproduced", "inside", "outside", "contradicted", "not testable" }
M.TOLERANCE = 0.05

-- What the last bits of a sum may do to a bound that is met exactly.
local LAST_BITS = 1e-9

-- The region: its least and its greatest value, infinite where it has no bound.
local function region(stated, tolerance)
  local low, high = stated.value or stated.low, stated.value or stated.high
  local room = (stated.form == "figure" and tolerance or 0) + LAST_BITS
  return low and low - math.abs(low) * room or -math.huge,
    high and high + math.abs(high) * room or math.huge
end

local function percent(share) return ("%.2g %%"):format(100 * share) end

-- "8.6 % more than the stated figure"; for a range, from the nearest bound.
local function difference(stated, amount)
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
  return ("%s %s than %s"):format(percent(math.abs(ratio - 1)), ratio > 1 and "more" or "less",
    name)
end

local function of_certain(stated, computed, low, high, tolerance)
  local holds = computed.median >= low and computed.median <= high
  if stated.form ~= "figure" then
    return holds and "reproduced" or "contradicted",
      holds and "in what is stated" or difference(stated, computed.median)
  end
  local text = difference(stated, computed.median)
  if text == "the stated figure" then return "reproduced", "exactly what is stated" end
  return holds and "reproduced" or "contradicted",
    ("%s; %s is allowed"):format(text, percent(tolerance))
end

local function of_uncertain(stated, computed, low, high)
  if computed.median >= low and computed.median <= high then
    return "reproduced", stated.form == "figure"
      and "the model's median is " .. difference(stated, computed.median)
      or "the model's median is in what is stated"
  end
  if high >= computed.low and low <= computed.high then
    return "inside", "the model's median is " .. difference(stated, computed.median)
      .. ", its 90 % interval reaches it"
  end
  local is_outside = high >= computed.least and low <= computed.most
  return is_outside and "outside" or "contradicted",
    ("beyond the model's %s interval; its median is %s"):format(is_outside and "90 %" or "99.8 %",
      difference(stated, computed.median))
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
---@param tolerance number relative, for a single figure
---@return string verdict one of M.names
---@return string why
function M.of(stated, computed, tolerance)
  if stated.date then return of_dates(stated, computed) end
  local low, high = region(stated, tolerance)
  if computed.uncertain then return of_uncertain(stated, computed, low, high) end
  return of_certain(stated, computed, low, high, tolerance)
end

return M
