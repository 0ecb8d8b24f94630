--- A fiscal year's amounts as a series: each has its twelve months as date, and the money of their
--- middle.
local M = {}

-- "2024-07 to 2025-06" and "2025-01" for the year 2025 that ends in June.
local function months_of(year, last)
  local first_year = last == 12 and year or year - 1
  local first = last == 12 and 1 or last + 1
  local middle = first + 6
  local middle_year = first_year
  if middle > 12 then middle, middle_year = middle - 12, middle_year + 1 end
  return ("%d-%02d to %d-%02d"):format(first_year, first, year, last),
    ("%d-%02d"):format(middle_year, middle)
end

--- Amounts of the calendar year, or of the year that ends in the month `ends`.
---@param amounts table by year; `ends`: the last month, 12 if left out; `recalled`: the years whose
--- amounts were not looked up
---@return table<string, table> series as a record takes it
function M.series(amounts)
  local series = {}
  for year, amount in pairs(amounts) do
    if year ~= "ends" and year ~= "recalled" then
      local date, money = year, year
      if amounts.ends then date, money = months_of(tonumber(year), amounts.ends) end
      series[year] = { value = amount, date = date, price_year = money }
    end
  end
  for _, year in ipairs(amounts.recalled or {}) do series[year].checked = false end
  return series
end

return M
