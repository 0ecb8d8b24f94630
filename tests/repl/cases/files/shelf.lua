local M = {}
M.sites = { oslo = { tariff = q"50 USD/MWh", names = { "a", "b" } } }
M.odds = { p5 = 1, p95 = 2 }
function M.count() return #M.sites.oslo.names end
return M
