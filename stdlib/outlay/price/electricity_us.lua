--- Average price of electricity to industrial customers, United States, USD/kWh by year.
--
-- The figures that the reference method takes for every training run, whatever its place
-- (Cottier et al. 2024, arXiv 2405.21015). A year that is not listed is an error.
local errors = require "core.error"

local M = {}

M.title = "Average retail price of electricity to industrial customers, United States"
M.publisher = "U.S. Energy Information Administration, Electric Power Monthly, table 5.3"
M.address = "https://www.eia.gov/electricity/monthly/epm_table_grapher.php?t=epmt_5_3"
M.retrieved = "2025-06, by way of the reference method's energy model"
M.unit = "USD/kWh"

-- 2015 to 2023 agree with the reference method's 45 rows; the other years were transcribed from
-- the method and not compared with the publisher.
M.checked = { first = 2015, last = 2023 }

M.years = {
  [2010] = 0.0677, [2011] = 0.0682, [2012] = 0.0667, [2013] = 0.0689,
  [2014] = 0.0710, [2015] = 0.0691, [2016] = 0.0676, [2017] = 0.0688,
  [2018] = 0.0692, [2019] = 0.0681, [2020] = 0.0667, [2021] = 0.0718,
  [2022] = 0.0832, [2023] = 0.0806, [2024] = 0.0771, [2025] = 0.0826,
}

M.source = ("%s, %s"):format(M.publisher, M.address)

--- The price of a year, as a quantity with its source.
---@param year integer|string 2023; of a date such as "2023-03-15" the year counts
---@return quantity price USD/kWh
function M.at(year)
  local number = tonumber(year) or tonumber(tostring(year):match("^(%d%d%d%d)%-%d%d"))
  local value = number and M.years[number]
  if not value then
    errors.raise(("price.electricity_us has no price for %s"):format(tostring(year)),
      "the years 2010 to 2025 are listed")
  end
  local unchecked = number < M.checked.first or number > M.checked.last
  return q(("%.17g %s"):format(value, M.unit))
    :named(("electricity price %d"):format(number))
    :source(("%s (%d%s)"):format(M.source, number, unchecked and "; not checked" or ""))
end

return M
