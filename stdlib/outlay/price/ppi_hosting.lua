--- Producer price index of data processing, hosting and related services, United States.
--
-- The index with which the reference method turns the dollars of a publication month into dollars
-- of December 2023 (Cottier et al. 2024, arXiv 2405.21015). Monthly, December 2000 = 100, not
-- seasonally adjusted. The newest months are preliminary and may be revised by the publisher.
local errors = require "core.error"

local M = {}

M.series = "PCU518210518210"
M.title = "Producer Price Index by Industry: Data Processing, Hosting and Related Services"
M.publisher = "U.S. Bureau of Labor Statistics, by way of FRED (Federal Reserve Bank of St. Louis)"
M.address = "https://fred.stlouisfed.org/series/PCU518210518210"
M.retrieved = "2025-07"
M.base = "2000-12 = 100"
M.checked = "primary: FRED, all 198 months, 2025-07"

-- Twelve months a line, from January.
local years = {
  [2009] = { 104.3, 104.2, 104.2, 104.2, 104.2, 104.2, 104.2, 104.2, 104.2, 104.3, 103.9, 103.9 },
  [2010] = { 103.9, 103.9, 103.9, 104.1, 104.1, 104.1, 104.1, 104.1, 105, 105, 105, 105 },
  [2011] = { 105, 105, 105, 105, 105, 105.2, 105.3, 105.3, 105.3, 105.3, 105.3, 105.3 },
  [2012] = { 105.5, 105.3, 105.4, 105.4, 105.1, 105.8, 106.2, 106, 106, 106, 106, 106.1 },
  [2013] = { 106.1, 105.9, 106, 106, 106, 106, 106, 106, 106, 106.6, 106.6, 106.6 },
  [2014] = { 106.6, 106.7, 106.9, 106.9, 106.6, 106.8, 106.9, 106.7, 106.9, 106.9, 107, 106.9 },
  [2015] = { 107.1, 107.1, 107.2, 107.2, 107.2, 107.2, 107.2, 107.2, 107.2, 106.8, 107, 107 },
  [2016] = { 106.6, 106.6, 106.7, 108.8, 108.9, 109, 109, 109, 109, 109, 109, 108.9 },
  [2017] = { 109, 109, 110.2, 110.1, 110.2, 110.1, 110.2, 110.1, 110.2, 110.1, 110.2, 110.1 },
  [2018] = { 110.1, 110.3, 110.4, 110.4, 110.4, 110.5, 110.5, 110.4, 110.5, 110.6, 109.6, 109.9 },
  [2019] = { 109.9, 110.3, 110.2, 110.2, 110.2, 110.4, 110.6, 110.7, 111.6, 111.7, 111.7, 112 },
  [2020] = { 113.3, 113.5, 113.6, 113.5, 113.4, 114.1, 114.2, 114.4, 114.6, 114.6, 114.6, 114.8 },
  [2021] = {
    114.7, 114.8, 115.2, 115.1, 115.1, 115.1,
    115.372, 115.331, 115.177, 115.381, 115.375, 115.346,
  },
  [2022] = {
    115.023, 115.136, 114.494, 117.091, 117.176, 116.825,
    116.778, 116.702, 116.566, 116.678, 116.684, 117.038,
  },
  [2023] = {
    117.190, 117.529, 117.766, 117.726, 117.818, 118.064,
    118.355, 118.474, 118.297, 118.513, 118.752, 119.029,
  },
  [2024] = {
    119.403, 119.519, 119.248, 119.662, 120.079, 119.644,
    119.863, 119.762, 119.622, 119.637, 119.398, 119.349,
  },
  [2025] = { 120.806, 122.218, 121.880, 122.102, 124.185, 123.659 },
}

--- The index by month: months["2023-03"].
---@type table<string, number>
M.months = {}
for year, values in pairs(years) do
  for month, value in ipairs(values) do
    M.months[("%d-%02d"):format(year, month)] = value
  end
end

M.source = ("%s, series %s, %s"):format(M.publisher, M.series, M.address)

--- The same as a record of the catalog, for what goes through all of them.
M.record = {
  name = M.title, unit = "1", series = M.months, checked = M.checked,
  source = {
    title = ("%s, series %s"):format(M.publisher, M.series), address = M.address,
    retrieved = M.retrieved,
  },
}

-- The first and the last month, for messages.
local function span()
  local first, last
  for month in pairs(M.months) do
    if not first or month < first then first = month end
    if not last or month > last then last = month end
  end
  return first, last
end

--- The index in a month. A month that is not there is an error, never the nearest one: an index
--- that is silently missing would leave nominal dollars in a sum of real ones.
---@param month string "2023-03"; a day behind it ("2023-03-15") is ignored
---@return number index 2000-12 = 100
function M.at(month)
  local key = type(month) == "string" and month:match("^(%d%d%d%d%-%d%d)$")
    or type(month) == "string" and month:match("^(%d%d%d%d%-%d%d)%-%d%d$")
  if not key then
    errors.raise(("price.ppi_hosting.at takes a month, not %s"):format(tostring(month)),
      'write it as "2023-03"')
  end
  local value = M.months[key]
  if not value then
    local first, last = span()
    errors.raise(("the price index %s has no value for %s"):format(M.series, key),
      ("it runs from %s to %s; without it an amount cannot be made real dollars"):format(
        first, last))
  end
  return value
end

return M
