-- Buy or rent: what does a run of the class of Llama 3.1 405B cost on chips that are owned, rented
-- on demand, reserved, on spot, or some of each; and how busy must owned chips be to pay?
--
-- One learns: a scenario, policies as values, `compare` on the same draws, `cross`, a break-even.
--
--   outlay run examples/buy_or_rent.lua
--   outlay run examples/buy_or_rent.lua --set use="50 % to 70 %"

-- How much of the year owned chips are busy; rented ones are paid for by the hour.
use = q"60 % to 95 %" :source "assumption: queues, repairs, gaps between projects"

local own = policy.own{
  utilisation = use, cost_of_capital = q"8 %/year", maintenance = q"3 %/year", spares = 0.04,
}

local owned = scenario "own" {
  model = models.llama_31_405b, tokens = q"15.6T token", start = "2025-09",
  cluster = { gpu = hw.h100_sxm, count = q"16384 GPU" }, mfu = q"38 % to 43 %",
  site = site.meta, place = "virginia",
  policy = { own, policy.colocate{} },
}
local on_demand = owned:with "on demand" { policy = policy.rent{} }
local reserved = owned:with "reserved" { policy = policy.reserved{ term = "3 years" } }
local spot = owned:with "spot" { policy = policy.spot{} }
local mixed = owned:with "half of each" {
  policy = policy.mixed{ { own, share = 0.5 }, { policy.spot{}, share = 0.5 } },
}

show(owned)
compare{ owned, reserved, spot, mixed, on_demand }

-- What a chip-hour is rented for. These are all providers' price lists, large clouds among them,
-- whose lists are several times those of specialised ones; own_or_rent.lua has a specialised
-- cloud's price with a year's commitment, of 2024.
local function rate(run) return run.cost / run.total_chip_hours end
show(rate(on_demand), "USD/GPU/h", "rent on demand")
show(rate(reserved), "USD/GPU/h", "rent for three years")
show(rate(spot), "USD/GPU/h", "rent on spot")

-- All that owning costs falls with use but electricity, which is paid as it is used. So the use at
-- which both cost the same is:
local full = owned:with{ policy = policy.own{
  cost_of_capital = q"8 %/year", maintenance = q"3 %/year", spares = 0.04 } }
local function break_even(rented)
  return (full.hardware_cost + full.building_cost) / (rented.cost - full.energy_cost)
end
show(median(break_even(reserved)), "%", "owned chips pay, against reserved, from a use of")
show(median(break_even(on_demand)), "%", "against on demand, from")
show(prob(lt(owned.cost, reserved.cost)), "%", "owning is cheaper than reserved in")
show(prob(lt(owned.cost, spot.cost)), "%", "and than spot in")

-- A deadline can decide it: owned chips must be delivered first.
cross{
  base = owned:with "by April 2026" { policy = policy.schedule{ deadline = "2026-04" } },
  procurement = { own, policy.rent{}, policy.reserved{}, policy.spot{} },
}
