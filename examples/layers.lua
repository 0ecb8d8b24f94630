-- Layers: whose number is it?
--
-- One learns: how a team's price takes the place of a list price, how a project's file and a
-- scenario lie over both, and how `explain` names the layer that each number is from.
--
-- The rank of a layer decides, never the order of loading:
--
--   built-in catalog < team library < project file (outlay.catalog.lua) < scenario override

require "team.catalog"                   -- calls catalog.layer("team prices", ...)

catalog.override{                        -- what this script alone assumes
  hw = { h100_sxm = { tdp = "650 W/GPU" } },
}

chips = q"4096 GPU"
hours = chips * q"60 day"

-- The team's contract price stands where the list price did.
servers = model.owned{
  chip_hours = hours, server_price = hw.h100_sxm.server_price, age = q"0.5 year",
}

-- The site is the project's own; the chip's power is the scenario's.
power = model.energy{
  chip_hours = hours, tdp = hw.h100_sxm.tdp, chip_to_server = hw.h100_sxm.chip_to_server,
  pue = site.hamar.pue, price = site.hamar.electricity,
}

total = servers.total + power.cost
show(total, "MUSD")

explain(hw.h100_sxm.server_price)
explain(site.hamar.electricity)
explain(hw.h100_sxm.tdp)
explain(hw.h100_sxm.memory)              -- nobody changed it: it is the built-in catalog's

-- A price at a date: the team's agreement counts for 2026, and only for 2026.
explain(price.of(hw.h100_sxm, { on = "2026-06", scope = "chip-hour" }))
local ok, problem = pcall(price.of, hw.h100_sxm, { on = "2027-06", scope = "chip-hour" })
print(ok, problem.message, problem.advice)

-- The list price of a day between two records is interpolated, and says so.
explain(price.of(hw.a100_80gb, { on = "2023-03", scope = "server" }))
