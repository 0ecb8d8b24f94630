--- What rented chips cost, and how prices for one commitment become prices for another.
local expect = require "outlay.language.expect"
local price = require "outlay.price"

local M = {}

--- The cost of renting: chip-hours at a price per chip and hour. The price should be the one that
--- is paid: for months of thousands of chips a committed price, not the on-demand list price.
---
---@class outlay.model.rented
---@field chip_hours quantity GPU-hour
---@field price quantity USD/GPU/hour
---@param given outlay.model.rented
---@return quantity cost USD
function M.rented(given)
  local run = expect("model.rented", given,
    { chip_hours = "required", price = "required" },
    { chip_hours = "GPU-hour", price = "USD/GPU/hour" },
    { chip_hours = "positive", price = "positive" })
  return run.chip_hours * run.price
end

-- What a commitment takes off the on-demand price of a provider.
local function discount(provider, term)
  if term == "on_demand" then return 0 end
  return price.discounts[provider][term]
end

--- A price for one commitment from the price for another of the same provider:
---
---     price * (1 - discount of the wanted term) / (1 - discount of the known one)
---
--- Terms: "on_demand", "one_year", "three_years". Providers: aws, gcp, azure, lambda.
--- Method: Cottier et al. 2024, arXiv 2405.21015, cloud prices.
---
---@class outlay.model.committed_price
---@field price quantity USD/GPU/hour, at the known term
---@field provider string
---@field known? string "on_demand" unless given
---@field wanted? string "three_years" unless given
---@param given outlay.model.committed_price
---@return quantity price USD/GPU/hour
function M.committed_price(given)
  local ask = expect("model.committed_price", given, {
    price = "required", provider = "required", known = "on_demand", wanted = "three_years",
  }, { price = "USD/GPU/hour" })
  local remaining = 1 - discount(ask.provider, ask.wanted)
  return ask.price * remaining / (1 - discount(ask.provider, ask.known))
end

return M
