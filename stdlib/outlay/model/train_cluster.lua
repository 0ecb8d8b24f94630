--- The machine for the training performance model, from a cluster in the script's words.
local arguments = require "outlay.language.arguments"
local core = require "core.train"
local errors = require "core.error"
local numbers = require "outlay.model.train_number"
local roots = require "outlay.catalog.roots"

local M = {}

-- Records of hw and what the model's constants were fitted for.
local accelerators = {
  ["hw.v100_sxm"] = "V100-SXM2-32GB", ["hw.v100_32gb"] = "V100-SXM2-32GB",
  ["hw.a100_40gb"] = "A100-40GB-SXM", ["hw.a100_80gb"] = "A100-80GB-SXM",
  ["hw.h100_sxm"] = "H100-80GB-SXM", ["hw.h800_sxm"] = "H800-80GB-SXM",
  ["hw.h200_sxm"] = "H200-141GB-SXM",
  ["hw.b200_sxm"] = "B200", ["hw.gb200"] = "GB200",
  ["hw.b300_sxm"] = "B300", ["hw.gb300"] = "GB300",
  ["hw.mi250x"] = "MI250X", ["hw.mi300x"] = "MI300X", ["hw.mi325x"] = "MI325X",
  ["hw.mi355x"] = "MI355X",
  ["hw.tpu_v3"] = "TPU-v3", ["hw.tpu_v4"] = "TPU-v4", ["hw.tpu_v5e"] = "TPU-v5e",
  ["hw.tpu_v5p"] = "TPU-v5p", ["hw.tpu_v6e"] = "TPU-v6e", ["hw.tpu_v7"] = "TPU-v7",
  ["hw.trainium2"] = "Trainium2", ["hw.gaudi2"] = "Gaudi2", ["hw.gaudi3"] = "Gaudi3",
}

-- What a cluster may say of its machine: the model's field, and the unit of the model.
local fields = {
  fabric = { "fabric_bandwidth", "B/s/GPU" },
  domain = { "domain", "GPU" },
  fast_bandwidth = { "fast_bandwidth", "B/s/GPU" },
  memory = { "memory", "B/GPU" },
  memory_bandwidth = { "memory_bandwidth", "B/s/GPU" },
}

local shares = { "gemm", "gemm_fp8", "gemm_fp4", "attention", "memory", "fast", "fabric" }

local known = { gpu = "required", count = "required", efficiency = "optional" }
for name in pairs(fields) do known[name] = "optional" end

local function known_records()
  local names = {}
  for path in pairs(accelerators) do names[#names + 1] = path end
  table.sort(names)
  return table.concat(names, ", ")
end

local function accelerator_of(gpu)
  if type(gpu) == "string" then
    for _, accelerator in ipairs(core.accelerators()) do
      if accelerator.name == gpu then return gpu end
    end
    errors.raise(("train: there is no accelerator '%s'"):format(gpu), "write gpu = hw.h100_sxm")
  end
  local place = roots.place(gpu)
  if not place then
    errors.raise("train: cluster.gpu is no record of hw", "write gpu = hw.h100_sxm")
  end
  return accelerators[place.path] or errors.raise(
    ("train: the training model has no constants for %s"):format(place.path),
    "it has them for " .. known_records())
end

-- 400 Gbit/s an accelerator, what clusters of H100 and later are commonly sold with.
local function default_fabric()
  return q"50 GB/s/GPU":named("fabric bandwidth"):source
    "assumption: 400 Gbit/s a GPU; none was given"
end

-- An uncertain input of the machine: how to say its value in a machine, and the value.
local function add(inputs, name, x, unit_text, set)
  if not numbers.is_uncertain(x) then return end
  inputs[#inputs + 1] = { name = name, node = x, unit = unit_text, set = set }
end

--- The machine of a cluster.
---@param given table { gpu =, count =, fabric =, domain =, ..., efficiency = { gemm =, ... } }
---@return table machine plain numbers: the medians of what is uncertain
---@return node count
---@return table[] inputs the uncertain ones: { name =, node =, unit =, set = fun(machine, number) }
function M.read(given)
  local cluster = arguments.check("train: cluster", given, known)
  local inputs = {}
  local machine = { accelerator = accelerator_of(cluster.gpu), efficiency = {} }
  local count = cluster.count
  if type(count) == "number" then count = count * u.GPU end
  if type(count) == "string" then count = q(count) end
  machine.devices = numbers.middle("cluster.count", count, "GPU")
  cluster.fabric = cluster.fabric or default_fabric()
  for name, about in pairs(fields) do
    local x, key = cluster[name], about[1]
    if type(x) == "string" then x = q(x) end
    if x ~= nil then
      machine[key] = numbers.middle("cluster." .. name, x, about[2])
      add(inputs, name, x, about[2], function(m, number) m[key] = number end)
    end
  end
  local efficiency = arguments.check("train: cluster.efficiency", cluster.efficiency or {},
    { gemm = "optional", gemm_fp8 = "optional", gemm_fp4 = "optional", attention = "optional",
      memory = "optional", fast = "optional", fabric = "optional" })
  for _, name in ipairs(shares) do
    local x = efficiency[name]
    if type(x) == "string" then x = q(x) end
    if x ~= nil then
      machine.efficiency[name] = numbers.middle("cluster.efficiency." .. name, x, "1")
      add(inputs, "efficiency." .. name, x, "1",
        function(m, number) m.efficiency[name] = number end)
    end
  end
  table.sort(inputs, function(a, b) return a.name < b.name end)
  return machine, count, inputs
end

local function copy(machine)
  local new = {}
  for key, content in pairs(machine) do new[key] = content end
  new.efficiency = {}
  for key, content in pairs(machine.efficiency) do new.efficiency[key] = content end
  return new
end

--- How an uncertain input of the machine changes the step's time: 1 at its median; straight lines
--- to what the model predicts at its 10 % and 90 % quantiles, and on beyond them, but never below a
--- tenth.
---@param ask table { workload =, machine =, strategy = } as core.train.predict takes it
---@param input table of M.read
---@return node factor
function M.factor(ask, input)
  local at = numbers.quantiles("cluster." .. input.name, input.node, input.unit, { 0.1, 0.5, 0.9 })
  local function time(number)
    local machine = copy(ask.machine)
    input.set(machine, number)
    return core.predict{ workload = ask.workload, machine = machine,
      strategy = ask.strategy }.time
  end
  local middle = time(at[2])
  local x = input.unit == "1" and input.node or input.node / u[input.unit]
  local function slope(i)
    if at[i] == at[2] then return 0 end
    return (time(at[i]) / middle - 1) / (at[i] - at[2])
  end
  local line = when(lt(x, at[2]), 1 + slope(1) * (x - at[2]), 1 + slope(3) * (x - at[2]))
  return max(line, 0.1):named("effect of " .. input.name)
end

return M
