--- Prices that the team agreed on. A library is a file that returns a table; scripts read it with
--- require "prices". It is written as the standard library is, and may use the whole vocabulary.
local M = {}

--- What we pay for a server with 8 H100, for each GPU.
M.h100_server = q"34500 USD/GPU"
  :named "price of our H100 servers"
  :source "framework contract 2025-118, annex B (valid to 2027-06)"

--- Electricity at a site, with our grid fees.
---@param site string "oslo" or "ohio"
---@return quantity price USD/kWh
function M.electricity(site)
  local prices = {
    oslo = q"0.048 to 0.071 USD/kWh" :source "utility offer, 2025-11, sheet 2",
    ohio = q"0.058 to 0.094 USD/kWh" :source "tariff GS-4, 2026 edition; range from our hedges",
  }
  if not prices[site] then
    error("prices.electricity: no price for the site " .. tostring(site), 2)
  end
  return prices[site]:named("electricity, " .. site)
end

--- Our discount on a rental list price.
---@param list quantity USD/GPU/h
---@return quantity price USD/GPU/h
function M.rental(list)
  local discount = q"28 %" :named "our rental discount" :source "rental agreement R-7, section 4"
  return list * (1 - discount)
end

return M
