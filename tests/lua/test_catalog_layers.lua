-- Layers: the rank of a layer decides, never the order of loading; slips are errors.

local graph = require "core.graph"

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end
local function says(name, text, ...)
  for _, part in ipairs{ ... } do
    check(name .. ": " .. part, text:find(part, 1, true) ~= nil)
  end
end
local function layer_of(x) return graph.describe(x).layer or "none" end
local function source_of(x) return graph.describe(x).source or "none" end

-- The scenario first, the team after it: the scenario still wins.
catalog.override{ hw = { h100_sxm = { tdp = "650 W/GPU" } } }
catalog.layer("team", {
  source = "contract 7",
  hw = {
    h100_sxm = {
      tdp = { value = 690, unit = "W/GPU" },
      memory = 81,
      peak = { bf16 = { value = 900, note = "measured" } },
      price = "24 to 27 kUSD/GPU",
    },
    our_chip = { name = "Our own", unit = "GB/GPU", memory = 96 },
  },
  price = { electricity_us = { unit = "USD/MWh", series = { ["2023"] = 90, ["2031"] = 70 } } },
  site = { our_hall = { name = "Our hall", pue = { value = 1.2, unit = "1" } } },
})

check_near("a scenario wins over a team that came later", hw.h100_sxm.tdp, q"650 W/GPU", 1e-12)
check_near("a team's number takes the unit of what it replaces", hw.h100_sxm.memory, q"81 GB/GPU",
  1e-12)
check_near("a team's text is a quantity where a fact stood", p5(hw.h100_sxm.price),
  q"24 kUSD/GPU", 0.01)
check_near("a group is merged: what a team does not say stays",
  hw.h100_sxm.peak.fp8, q"1978.9 TFLOP/s/GPU", 1e-12)
check_near("and what it says holds", hw.h100_sxm.peak.bf16, q"900 TFLOP/s/GPU", 1e-12)
check_near("a record of its own", hw.our_chip.memory, q"96 GB/GPU", 1e-12)
check_near("a site of its own", site.our_hall.pue, 1.2, 1e-12)
check_near("a series is merged by date", price.electricity_us.at(2023), q"90 USD/MWh", 1e-12)
check_near("whose other dates stay", price.electricity_us.at("2022-05"), q"83.2 USD/MWh", 1e-12)
check_near("and new dates come", price.electricity_us.at(2031), q"70 USD/MWh", 1e-12)

says("explain names the layer", layer_of(hw.h100_sxm.price), "team (team library)",
  "in place of", "built-in catalog")
says("and a scenario as such", layer_of(hw.h100_sxm.tdp), "scenario override")
check("a built-in fact has no layer", layer_of(hw.h100_sxm.bandwidth), "==", "none")
says("the source is the layer's", source_of(hw.h100_sxm.memory), "contract 7")
check("never the one of what it replaces",
  source_of(hw.h100_sxm.memory):find("NVIDIA", 1, true) == nil)
says("a scenario without a source is its own", source_of(hw.h100_sxm.tdp), "scenario override")
says("basis and scope come from below", source_of(hw.h100_sxm.peak.bf16), "dense", "chip")

-- A function adjusts what lies below.
catalog.layer("rebates", { source = "contract 8", hw = { h200_sxm = {
  server_price = function(list) return list * 0.8 end,
  price = { date = "2026", value = 20000, unit = "USD/GPU", scope = "chip" },
} } })
catalog.override{ hw = { h200_sxm = { price = function(team) return team * 0.5 end } } }
check_near("a function of the built-in fact", hw.h200_sxm.server_price,
  q"39083.38 USD/GPU" * 0.8, 1e-9)
check_near("a function of a team's fact", hw.h200_sxm.price, q"10 kUSD/GPU", 1e-12)
check_near("price.of takes it, at its date",
  price.of(hw.h200_sxm, { on = "2026-03", scope = "chip" }), q"10 kUSD/GPU", 1e-12)
catalog.override{ hw = { a100_80gb = { tdp = function() return 5 end } } }
says("a function must give a quantity", message_of(function() return hw.a100_80gb.tdp end),
  "gives a number")
local facts = require("outlay.catalog.used").facts()
check("what it gave is stored", facts["hw.h200_sxm.price"].value, "==", 10)
check("in a unit", facts["hw.h200_sxm.price"].unit, "==", "kUSD/GPU")

-- What could make the order matter is an error.
says("two layers of one rank", message_of(catalog.layer, "other team", {
  hw = { h100_sxm = { memory = 82 } },
}), "other team", "hw.h100_sxm.memory", "both say")
says("a layer after the use of what it changes", message_of(catalog.layer, "late", {
  hw = { h100_sxm = { bandwidth = 3 } },
}), "hw.h100_sxm.bandwidth was read before late")

-- Slips.
says("an unknown catalog", message_of(catalog.override, { hww = {} }), "no catalog 'hww'", "hw")
says("an unknown record", message_of(catalog.override, { hw = { h100_smx = { tdp = 1 } } }),
  "h100_smx", "h100_sxm")
says("nothing at all", message_of(catalog.override, {}), "no records")
says("no table", message_of(catalog.layer, "x", 5), "a layer is a table")
catalog.layer("wrong", { hw = { a100_40gb = { tdp = "400 GB/GPU", memory = { hbm = 40 } } } })
says("another dimension", message_of(function() return hw.a100_40gb.tdp end), "hw.a100_40gb.tdp",
  "W/GPU")
says("a group over a fact", message_of(function() return hw.a100_40gb.memory end),
  "a group in wrong", "a fact in built-in catalog")
catalog.layer("unitless", { hw = { our_other = { name = "x", tdp = 5 } } })
says("a new fact without a unit", message_of(function() return hw.our_other.tdp end), "no unit")

-- pairs and completion see what layers add.
local names = {}
for name in pairs(hw) do names[name] = true end
check("pairs goes through all layers", names.our_chip and names.h100_sxm and names.tpu_v4)
