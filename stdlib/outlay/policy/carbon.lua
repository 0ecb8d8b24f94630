--- How emissions are counted and paid for. Without another word they are those of the electricity
--- used, by the place where it is used.
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"

local M = {}

--- A price on emissions, a tax or an internal one.
---@class outlay.policy.carbon_price
---@field price quantity USD/tCO2e
---@param given outlay.policy.carbon_price
---@return table policy
function M.carbon_price(given)
  given = expect("policy.carbon_price", given, { price = "required" }, { price = "USD/tCO2e" },
    { price = "positive" })
  return interface.make{
    kind = "carbon", name = "carbon price", about = "a price on emissions",
    cost = function(run) return { ["price of carbon"] = run.carbon * given.price } end,
  }
end

--- Certificates that offset emissions.
---@class outlay.policy.offset
---@field price quantity USD/tCO2e
---@field share? quantity|number of the emissions; 1 unless given
---@param given outlay.policy.offset
---@return table policy
function M.offset(given)
  given = expect("policy.offset", given, { price = "required", share = 1 },
    { price = "USD/tCO2e", share = "1" }, { price = "positive", share = "share" })
  return interface.make{
    kind = "carbon", name = "offset", about = "emissions less what is offset",
    emissions = function(run) return run.carbon * (1 - given.share) end,
    cost = function(run) return { offsets = run.carbon * given.share * given.price } end,
  }
end

--- Emissions by the electricity that was bought (the market-based method of the GHG Protocol's
--- scope 2): contracts for clean electricity cover a share of the use, at a premium.
---@class outlay.policy.market_based
---@field premium quantity USD/MWh over the price of electricity
---@field share? quantity|number of the electricity; 1 unless given
---@field carbon? quantity gCO2e/kWh of what was bought; 0 unless given
---@param given outlay.policy.market_based
---@return table policy
function M.market_based(given)
  given = expect("policy.market_based", given,
    { premium = "required", share = 1, carbon = "optional" },
    { premium = "USD/MWh", share = "1", carbon = "gCO2e/kWh" },
    { share = "share", carbon = "positive" })
  return interface.make{
    kind = "carbon", name = "market-based", about = "emissions of what was bought",
    emissions = function(run)
      local rest = run.carbon * (1 - given.share)
      return given.carbon and rest + run.energy * given.share * given.carbon or rest
    end,
    cost = function(run)
      return { ["clean electricity"] = run.energy * given.share * given.premium }
    end,
  }
end

return M
