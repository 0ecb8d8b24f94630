--- The catalogs as a whole, as `catalog`: layers over them, search, versions.
local layers = require "outlay.catalog.layers"

local M = {}

--- A team's facts, over the built-in ones: a library calls this, and scripts require the library.
---
---     catalog.layer("team prices", { source = "framework contract 2026-03",
---       hw = { h100_sxm = { price = "24 to 27 kUSD/GPU" } } })
---
---@param name string what `explain` calls the layer
---@param record table catalogs by their words
function M.layer(name, record)
  layers.add("team library", name, record)
  return true
end

--- A scenario's facts, over all others: catalog.override{ hw = { h100_sxm = { tdp = "650 W/GPU" } } }.
---@param record table catalogs by their words
function M.override(record) layers.add("scenario override", "scenario override", record) end

return M
