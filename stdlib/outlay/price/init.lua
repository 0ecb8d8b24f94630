--- Prices and price indexes, as `price`: `price.cloud.aws_p5.on_demand` is a quantity,
--- `price.electricity_us.at(2023)` too, `price.ppi_hosting.at("2023-03")` an index number.
local fact = require "outlay.catalog.fact"
local lazy = require "outlay.catalog.lazy"

local parts = {
  cloud = function()
    local cloud = require "outlay.price.cloud"
    return fact.open(cloud.records, cloud.sources, "price.cloud")
  end,
  discounts = function()
    local cloud = require "outlay.price.cloud"
    return fact.open(cloud.discounts, cloud.sources, "price.discounts")
  end,
  electricity_us = function() return require "outlay.price.electricity_us" end,
  ppi_hosting = function() return require "outlay.price.ppi_hosting" end,
}

return lazy("price", parts, function(_, open) return open() end)
