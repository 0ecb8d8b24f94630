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

--- A scenario's facts, over all others: catalog.override{ hw = { h100_sxm = { tdp = "650 W/GPU" }
--- } }.
---@param record table catalogs by their words
function M.override(record) layers.add("scenario override", "scenario override", record) end

--- Facts by words: catalog.search("h100 price") puts those that have all of them into the report.
---@param words string
---@return integer count
function M.search(words) return require("outlay.catalog.search").search(words) end

--- What is known of a fact, its source and its neighbours in time: catalog.show(hw.h100_sxm), or
--- catalog.show("hw.h100_sxm.price").
---@param thing string | table
function M.show(thing) require("outlay.catalog.search").show(thing) end

--- The catalog's version: { date = "2026-11", digest = "..." }.
---@return table version
function M.version() return require("outlay.catalog.version").current() end

return M
