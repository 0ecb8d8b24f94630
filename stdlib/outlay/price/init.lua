--- Prices and price indexes, as `price`: `price.cloud.aws_p5.on_demand` is a quantity,
--- `price.electricity_us.at(2023)` too, `price.ppi_hosting.at("2023-03")` an index number;
--- `price.of(hw.h100_sxm, { on = "2024-06", scope = "server" })` is a price of a date.
local lazy = require "outlay.catalog.lazy"
local roots = require "outlay.catalog.roots"

local catalog = roots.open "price"

local function names()
  local found = { of = true }
  for _, name in ipairs(getmetatable(catalog).fields()) do found[name] = true end
  return found
end

return lazy("price", names, function(name)
  if name == "of" then return require("outlay.catalog.price_of").of end
  return catalog[name]
end, function(name) return name == "of" or roots.find("price." .. tostring(name)) end)
