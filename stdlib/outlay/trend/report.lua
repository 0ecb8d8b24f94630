--- How a trend is written: in one line, and as a table of the report.
local output = require "outlay.report.output"

local M = {}

local function rounded(number) return ("%.4g"):format(number) end

local function interval_text(i)
  return ("%s  (90 %%: %s to %s)"):format(rounded(i.value), rounded(i.low), rounded(i.high))
end

local function grows(self) return self.base and not self.power end

-- "doubles in 0.774 years"
local function pace(self)
  local slope = self.statistics.slope
  if not grows(self) or slope == 0 then return nil end
  local years = math.log(2) / math.log(self.base) / math.abs(slope)
  local unit = self.x_is == "time" and " years" or ""
  return ("%s in %s%s"):format(slope > 0 and "doubles" or "halves", rounded(years), unit)
end

local function kind_of_growth(self)
  if self.power then return "exponent" end
  if not self.base then return self.x_is == "time" and "slope a year" or "slope" end
  return self.x_is == "time" and "factor a year" or "factor"
end

--- "cost: factor a year 2.448  (90 %: 2.036 to 2.944), doubles in 0.7741 years; 45 points, R2 ..."
---@return string
function M.line(self)
  local s = self.statistics
  local text = ("%s: %s %s"):format(self.name, kind_of_growth(self),
    interval_text(self:growth_interval(0.9)))
  local there = pace(self)
  if there then text = text .. ", " .. there end
  return ("%s; %d points, R2 %.3f, %s"):format(text, s.count, s.r_squared, s.method)
end

local function cell(number) return { text = rounded(number), value = number } end

--- Puts a fit into the report: growth with its interval, pace, goodness, source.
function M.show(self)
  local s, i = self.statistics, self:growth_interval(0.9)
  local rows = { { kind_of_growth(self), cell(i.value), cell(i.low), cell(i.high) } }
  if grows(self) and s.slope ~= 0 then
    local factor = math.log(2) / math.log(self.base)
    local rises = s.slope > 0
    local a, b = self.base, math.log(2)
    local function years(growth) return b / math.abs(math.log(growth)) end
    local crosses = i.low < 1 and i.high > 1
    local low, high = years(rises and i.high or i.low), years(rises and i.low or i.high)
    rows[2] = {
      (rises and "doubling time" or "halving time")
        .. (self.x_is == "time" and ", years" or ""),
      cell(factor / math.abs(s.slope)), cell(low), crosses and "never" or cell(high),
    }
    rows[3] = { ("slope, log%s"):format(a == 10 and "10" or ""), cell(s.slope),
      { text = ("se %s"):format(rounded(s.slope_error)), value = s.slope_error }, "" }
  else
    rows[2] = { "standard error", cell(s.slope_error), "", "" }
  end
  rows[#rows + 1] = { "R2", cell(s.r_squared), "", "" }
  rows[#rows + 1] = { "residual sd" .. (grows(self) and (self.base == 10 and ", log10" or ", log")
    or ""), cell(s.residual_sd), "", "" }
  rows[#rows + 1] = { "points", s.count, "", "" }
  output.add { kind = "table", title = ("%s (%s)"):format(self.name, self.source or s.method),
    columns = { "trend", "value", "5 %", "95 %" }, rows = rows }
end

return M
