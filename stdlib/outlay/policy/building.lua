--- Where owned chips stand: in a hall that is there, in colocation, or in one that is built. Rented
--- chips need none, so all of it counts for the owned share of the chip-hours only.
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"

local M = {}

-- The time for which a run bears its part of a place: while chips stand idle it is paid, too.
local function time_of(run) return run.site_time end

-- Power of the computers that stand in the place, as rated.
local function rated(run) return run.it_power * run.site_share end

--- A hall that is there and paid for. The reference method counts no building.
---@return table policy
function M.existing()
  return interface.make{
    kind = "building", name = "existing hall", about = "a hall that is there already",
    cost = function() return {} end,
    assumes = function(run)
      if run.is_rented then return {} end
      return { { name = "building", value = "none counted", why = "a hall that is there already" } }
    end,
  }
end

--- Colocation: the rent of a cage by the power that its computers are rated for.
---
---   cost = rated power of the computers * price * time of the run / utilisation
---
---@class outlay.policy.colocate
---@field price? quantity USD/kW/month, electricity apart; the catalog's of 2024 unless given
---@param given? outlay.policy.colocate
---@return table policy
function M.colocate(given)
  given = expect("policy.colocate", given or {}, { price = "optional" },
    { price = "USD/kW/month" }, { price = "positive" })
  return interface.make{
    kind = "building", name = "colocate", about = "a rented hall",
    cost = function(run)
      local rate = given.price or default.fact("colocation", price.of(site.cost.colocation,
        { on = "2024" }), "the catalog's, 2024")
      return { colocation = model.colocation{ power = rated(run), time = time_of(run),
        price = rate } }
    end,
  }
end

--- A hall that is built: the part of its life that the run uses up (model.building), and interest
--- on its price where a rate is given.
---
---   cost     = rated power of the computers * price * (1 / life + rate) * time / utilisation
---   up front = rated power of the computers * price
---
---@class outlay.policy.build
---@field price? quantity USD/W of the computers' power; the catalog's average unless given
---@field life? quantity the catalog's, 15 to 30 years, unless given
---@field cost_of_capital? quantity 1/year; none unless given
---@field time? quantity until it stands; 12 to 43 months unless given
---@param given? outlay.policy.build
---@return table policy
function M.build(given)
  given = expect("policy.build", given or {},
    { price = "optional", life = "optional", cost_of_capital = "optional", time = "optional" },
    { price = "USD/W", life = "year", cost_of_capital = "1/year", time = "day" },
    { price = "positive", life = "above_zero", cost_of_capital = "yearly", time = "positive" })
  local function hall(run)
    return model.building{
      power = rated(run), time = time_of(run),
      construction = given.price or default.fact("price of construction",
        site.cost.construction.average,
        "the catalog's, average of US markets"),
      life = given.life or default.fact("life of a building", site.cost.building_life,
        "the catalog's"),
    }
  end
  return interface.make{
    kind = "building", name = "build", about = "a new hall",
    cost = function(run)
      local built = hall(run)
      local parts = { building = built.cost }
      if given.cost_of_capital then
        parts["capital of the building"] = built.construction * given.cost_of_capital
          * time_of(run)
      end
      return parts
    end,
    up_front = function(run) return hall(run).up_front end,
    assumes = function()
      if given.cost_of_capital then return {} end
      return { { name = "capital of the building", value = "none counted",
        why = "as the reference method; build{ cost_of_capital = ... } counts it" } }
    end,
    lead_time = function()
      return given.time or default.assume("time to build", "12 to 43 month",
        "assumption: 1 to 3.6 years for a new site (orbitalindustries.com, 2026-06)")
    end,
  }
end

return M
