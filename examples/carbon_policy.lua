-- What does a carbon policy cost: a price on emissions, offsets, or clean electricity that is
-- bought; and which of them changes where one would train?
--
-- One learns: policies of one kind side by side, a policy of one's own with `policy.define`,
-- counting by location and by contract, and the price of a tonne that is avoided.
--
--   outlay run examples/carbon_policy.lua
--   outlay run examples/carbon_policy.lua --set premium="10 USD/MWh"

price_of_carbon = q"60 to 100 USD/tCO2e" :source "assumption: about what the EU ETS had in 2024"
offset_price    = q"5 to 30 USD/tCO2e"   :source "assumption: forestry to better credits"
premium         = q"2 to 8 USD/MWh"      :source "assumption: contracts over the grid's price"

local removal = price.carbon.removal

-- Durable removal of all that is emitted, what making the hardware emitted included.
local remove_all = policy.define{
  kind = "carbon", name = "removal of all",
  emissions = function(run) return 0 * run.carbon end,
  cost = function(run) return { removal = (run.carbon + run.embodied) * removal } end,
}

local base = scenario "grid of Virginia" {
  model = models.llama_31_405b, tokens = q"15.6T token", start = "2025-09",
  cluster = { gpu = hw.h100_sxm, count = q"16384 GPU" }, mfu = q"38 % to 43 %",
  site = site.meta, place = "virginia",
}

local by_policy = {
  ["nothing paid"] = policy.none "carbon",
  ["a price"] = policy.carbon_price{ price = price_of_carbon },
  ["offsets"] = policy.offset{ price = offset_price },
  ["clean electricity"] = policy.market_based{ premium = premium },
  ["half clean"] = policy.market_based{ premium = premium, share = 0.5 },
  ["removal of all"] = remove_all,
}
cross{ base = base, carbon = by_policy }
cross{
  base = base, place = { "virginia", "oregon" },
  carbon = { by_policy["nothing paid"], by_policy["a price"], by_policy["clean electricity"] },
}

-- The price of a tonne that is not counted any more, against paying nothing.
for _, name in ipairs { "offsets", "clean electricity", "removal of all" } do
  local run = base:with(name){ policy = by_policy[name] }
  show(run.carbon_cost / (base.emissions - run.emissions), "USD/tCO2e", "a tonne less by " .. name)
end

-- By location the move is worth more than any contract; by contract it is worth nothing.
local oregon = base:with "grid of Oregon" { place = "oregon" }
show(base.carbon - oregon.carbon, "tCO2e", "emitted less in Oregon")
show(oregon.cost - base.cost, "kUSD", "cost more in Oregon")
