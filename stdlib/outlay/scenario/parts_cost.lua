--- The parts of a scenario that say what it costs and emits, by its policies.
local conflicts = require "outlay.scenario.conflicts"
local default = require "outlay.model.default"
local interface = require "outlay.policy.interface"
local middle = require "outlay.model.middle"

local parts = {}

local function part(name, unit_text, about, of)
  parts[#parts + 1] = { name = name, unit = unit_text, about = about, of = of }
end

-- ---- owned chips ----

part("site_share", "1", "share of chip-hours whose power and building are paid", function(run)
  local procurement = run.policy.procurement
  return procurement.has("site_share") and procurement.site_share(run) or 1
end)

part("utilisation", "1", "share of the hours in which owned chips are in use", function(run)
  local procurement = run.policy.procurement
  return procurement.has("utilisation") and procurement.utilisation(run) or 1
end)

part("site_time", "day", "time for which the run bears its site, idle hours included",
  function(run) return run.total_chip_hours / run.count / run.utilisation end)

part("is_rented", nil, "whether all chips are rented",
  function(run) return middle.of(run.site_share, "1") == 0 end)

part("server_price", "USD/GPU", "of a server's part for one chip, when bought", function(run)
  local procurement = run.policy.procurement
  if procurement.has("server_price") then return procurement.server_price(run) end
  return require("outlay.policy.market").server_price(run)
end)

part("hardware_age", "year", "from buying to the run", function(run)
  local procurement = run.policy.procurement
  if procurement.has("age") then return procurement.age(run) end
  return default.assume("age of owned chips", "0 year", "assumption: new")
end)

-- ---- electricity and carbon ----

part("paid_energy", "MWh", "electricity that is not in a rent",
  function(run) return run.energy * run.site_share end)

part("intensity", "gCO2e/kWh", "carbon of the electricity, by location", function(run)
  local energy = run.policy.energy
  if energy.has("intensity") then return energy.intensity(run) end
  return require("outlay.policy.place").carbon(run.place)
end)

part("carbon", "tCO2e", "emissions of the electricity, by location",
  function(run) return run.energy * run.intensity end)

part("embodied", "tCO2e", "the run's share of what making its hardware emitted", function(run)
  local life = default.assume("life of hardware, for its carbon", "4 year", "assumption")
  return model.carbon{ energy = run.energy, intensity = run.intensity, life = life,
    chip_hours = run.total_chip_hours, embodied = default.fact("carbon of making a chip's server",
    hw.embodied.server, "the catalog's") }.embodied
end)

part("emissions", "tCO2e", "emissions as the carbon policy counts them", function(run)
  local carbon = run.policy.carbon
  return carbon.has("emissions") and carbon.emissions(run) or run.carbon
end)

-- ---- money ----

-- What each kind of policy that costs something is called in a sum.
local costs = {
  { kind = "procurement", part = "hardware_cost", about = "of the chips", name = "chips" },
  { kind = "building", part = "building_cost", about = "of the place of owned chips",
    name = "building" },
  { kind = "energy", part = "energy_cost", about = "of electricity that is paid for",
    name = "electricity" },
  { kind = "staffing", part = "staff_cost", about = "of the people", name = "staff" },
  { kind = "data", part = "data_cost", about = "of the data", name = "data" },
  { kind = "carbon", part = "carbon_cost", about = "of emissions", name = "carbon" },
  { kind = "regulation", part = "regulation_cost", about = "of what laws oblige to",
    name = "compliance" },
}

-- Parts of a kind, named; of rented chips neither power nor a building is paid for.
local function parts_of(run, cost)
  if run.is_rented and (cost.kind == "building" or cost.kind == "energy") then return {} end
  local named = {}
  for i, entry in ipairs(run.policy[cost.kind].cost(run)) do
    named[i] = { name = entry.name or cost.name, kind = cost.kind,
      cost = entry.node:named(entry.name or cost.name) }
  end
  return named
end

part("costs", nil, "the cost by part: a list of { name =, kind =, cost = }", function(run)
  conflicts.check(run)
  local all = {}
  for _, cost in ipairs(costs) do
    for _, entry in ipairs(parts_of(run, cost)) do all[#all + 1] = entry end
  end
  return all
end)

local function total(list)
  local amount = q"0 USD"
  for i, entry in ipairs(list) do
    if i == 1 then amount = entry.cost else amount = amount + entry.cost end
  end
  return amount
end

for _, cost in ipairs(costs) do
  part(cost.part, "USD", "cost " .. cost.about, function(run)
    conflicts.check(run)
    return total(parts_of(run, cost))
  end)
end

part("cost", "USD", "the whole cost, by the policies", function(run) return total(run.costs) end)

part("up_front", "USD", "to be paid before the run", function(run)
  conflicts.check(run)
  local amount
  for _, kind in ipairs { "procurement", "building", "energy" } do
    local chosen = run.policy[kind]
    if chosen.has("up_front") and not (kind ~= "procurement" and run.is_rented) then
      amount = amount and amount + chosen.up_front(run) or chosen.up_front(run)
    end
  end
  return amount or q"0 USD"
end)

part("owned", "USD", "the whole cost with owned chips", function(run)
  if middle.of(run.site_share, "1") == 1 then return run.cost end
  return run:with{ policy = { policy.own{} } }.cost
end)

part("rented", "USD", "the whole cost with chips rented on demand", function(run)
  if run.is_rented then return run.cost end
  return run:with{ policy = policy.rent{} }.cost
end)

part("cost_per_token", "USD/Mtoken", "cost over the tokens of the run",
  function(run) return run.cost / run.tokens end)

-- ---- laws, contradictions, assumptions ----

part("obligations", nil, "laws: { law =, chance =, from =, modality =, obliges =, ... }",
  function(run)
    local list = {}
    for i, duty in ipairs(run.policy.regulation.obligations(run)) do
      local copy = {}
      for name, content in pairs(duty) do copy[name] = content end
      if copy.crosses ~= nil then copy.chance = prob(copy.crosses) end
      list[i] = copy
    end
    return list
  end)

part("conflicts", nil, "what cannot be: { between =, says =, advice = }",
  function(run) return conflicts.of(run) end)

part("assumptions", nil, "what nobody gave: { name =, value =, why = }", function(run)
  local list = { }
  local nodes = { run.wall_time, run.energy, run.carbon }
  if #run.conflicts == 0 then
    nodes[#nodes + 1] = run.cost
    nodes[#nodes + 1] = run.finish
  end
  for i, entry in ipairs(default.below(nodes)) do
    list[i] = { name = entry.name, value = entry.node, why = entry.why }
  end
  -- A default that was measured on another size of cluster, where it matters.
  if not run.gives("goodput") and #run.conflicts == 0 and middle.of(run.goodput, "1") < 0.8 then
    list[#list + 1] = { name = "goodput", value = run.goodput,
      why = "failures and restarts as of 16,384 chips" }
  end
  for _, entry in ipairs(run.left_out) do list[#list + 1] = entry end
  for _, kind in ipairs(interface.order) do
    local chosen = run.policy[kind]
    if chosen.has("assumes") then
      for _, entry in ipairs(chosen.assumes(run)) do list[#list + 1] = entry end
    end
  end
  return list
end)

return parts
