--- The parts of a scenario that say what is trained, on what, how long, and with how much power.
--
-- A part is { unit =, about =, of = function(run) ... end }: worked out when it is first asked for,
-- unless the scenario gives it. A part without unit is plain Lua.
local default = require "outlay.model.default"
local errors = require "core.error"
local field = require "outlay.model.field"
local goodput_of = require "outlay.model.train_goodput"
local middle = require "outlay.model.middle"

local parts = {}

local method = "Cottier et al. 2024, arXiv 2405.21015"

local function part(name, unit_text, about, of)
  parts[#parts + 1] = { name = name, unit = unit_text, about = about, of = of }
end

-- ---- what ----

local function raise_no_model(run)
  errors.raise(("scenario '%s' does not say what is trained"):format(run.name),
    'give model = models.llama_31_405b, or parameters and tokens, or work = q"1e25 FLOP"')
end

part("parameters", "parameter", "parameters in use for a token", function(run)
  if not run.model then raise_no_model(run) end
  return field(run.model, "active") or field(run.model, "parameters") or raise_no_model(run)
end)

part("tokens", "token", "tokens of the whole run", function(run)
  local published = run.model and field(run.model, "tokens")
  if published then return published end
  return run.parameters * default.assume("tokens for each parameter", "20 token/parameter",
    "Hoffmann et al. 2022, arXiv 2203.15556: about the best for the compute")
end)

part("work", "FLOP", "operations of the final run", function(run)
  if not run.model and not run.gives("parameters") and run.gives("chip_hours") then
    return run.chip_hours * run.peak * run.mfu
  end
  return model.training_work{ parameters = run.parameters, tokens = run.tokens }
end)

-- ---- on what ----

part("gpu", nil, "the chip, a record of hw", function(run)
  return run.cluster.gpu or hw.h100_sxm
end)

local DAYS = 90 -- what a cluster of no given size takes
local SERVER = 8

part("count", "GPU", "chips", function(run)
  if run.cluster.count then return run.cluster.count end
  local needed = middle.of(run.work / (run.peak * run.mfu) / (DAYS * u.day), "GPU")
  return default.assume("chips",
    ("%d GPU"):format(math.ceil(needed / SERVER) * SERVER),
    ("assumption: as many as take %d days without failures"):format(DAYS))
end)

part("peak", "FLOP/s/GPU", "dense peak of the chip", function(run)
  for _, name in ipairs { run.precision, "bf16", "fp16", "tf32", "fp32" } do
    local there = field(run.gpu.peak, name)
    if there then return there end
  end
  errors.raise(("scenario '%s': the chip has no peak"):format(run.name),
    'give peak = q"989 TFLOP/s/GPU"')
end)

part("mfu", "1", "model FLOP utilisation", function(run)
  if run.training then return run.training.mfu end
  return default.assume("MFU", "30 % to 45 %",
    "assumption: around the 0.375 of " .. method)
end)

-- ---- how long ----

part("training", nil, "what train{} says, where a strategy or a search is given", function(run)
  if not run.strategy and not run.search then return false end
  local cluster = {}
  for name, content in pairs(run.cluster) do cluster[name] = content end
  cluster.gpu, cluster.count = run.gpu, run.count
  return train{
    model = run.model, architecture = run.architecture or nil, sequence = run.sequence or nil,
    batch = run.batch or nil, tokens = run.tokens, cluster = cluster,
    precision = run.precision, strategy = run.strategy or nil, search = run.search or nil,
    reliability = false,
  }
end)

part("ideal_time", "day", "time of the run if nothing failed", function(run)
  if run.training then return run.training.wall_time end
  return run.work / (run.count * run.peak * run.mfu)
end)

-- What a checkpointing policy and the procurement's interruptions make of reliability.
local function reliability_of(run)
  local asked = run.policy.checkpointing.reliability(run)
  local all = {}
  for name, content in pairs(asked or {}) do all[name] = content end
  local procurement = run.policy.procurement
  if procurement.has("preemption") then all.preemption_rate = procurement.preemption(run) end
  return all, asked == false
end

part("between_failures", "hour", "time between interruptions, at the medians", function(run)
  local asked = reliability_of(run)
  local _, at = goodput_of(run.count, middle.of(run.count, "GPU"), asked)
  return at.time_to_failure * u.s
end)

part("goodput", "1", "share of the time that failures leave", function(run)
  local asked, is_unsaved = reliability_of(run)
  if is_unsaved then
    require("outlay.scenario.conflicts").raise_unsaved(run)
    asked.interval, asked.checkpoint = run.ideal_time, q"0 s"
  end
  return (goodput_of(run.count, middle.of(run.count, "GPU"), asked))
end)

part("wall_time", "day", "time of the run", function(run)
  if run.gives("chip_hours") then return run.chip_hours / run.count end
  return run.ideal_time / run.goodput
end)

part("chip_hours", "GPU-hour", "chip-hours of the final run",
  function(run) return run.count * run.wall_time end)

part("experiments", "1", "chip-hours of all over those of the final run", function()
  return default.assume("experiments, times the run", "1",
    "assumption: the final run alone; others have 1.2 to 4")
end)

part("total_chip_hours", "GPU-hour", "with experiments and failed runs",
  function(run) return run.chip_hours * run.experiments end)

part("total_time", "day", "time on the chips, with the experiments that run on them before",
  function(run) return run.wall_time * run.experiments end)

part("lead_time", "day", "from the start to the first use of the chips", function(run)
  local longest = q"0 day"
  for _, kind in ipairs { "procurement", "building" } do
    local chosen = run.policy[kind]
    if chosen.has("lead_time") and not (kind == "building" and run.is_rented) then
      longest = max(longest, chosen.lead_time(run))
    end
  end
  return longest
end)

part("finish", "day", "from the start to the end of the run, experiments before it included",
  function(run) return run.lead_time + run.total_time end)

-- ---- power ----

part("tdp", "W/GPU", "rated power of the chip", function(run) return run.gpu.tdp end)

part("chip_to_server", "1", "rated power of a server over that of its chips", function(run)
  return field(run.gpu, "chip_to_server") or default.assume("server power over chip power", "1.8",
    method .. ": where no other is known")
end)

part("load", "1", "average draw over rated power", function(run)
  if field(run.gpu, "kind") == "TPU" then return default.assume("load of TPUs", "0.43", method) end
  return default.assume("load of GPUs", "0.75", method)
end)

part("pue", "1", "power at the meter over that of the computers", function(run)
  local there = run.site and field(run.site, "pue")
  if there then return type(there) == "string" and q(there) or there end
  return default.fact("PUE", site.other.pue, "any site but a large provider's")
end)

part("it_power", "W", "rated power of the computers",
  function(run) return run.count * run.tdp * run.chip_to_server end)

part("peak_power", "W", "rated power at the meter",
  function(run) return run.it_power * run.pue end)

part("energy", "MWh", "electricity used", function(run)
  return model.energy{ chip_hours = run.total_chip_hours, tdp = run.tdp,
    chip_to_server = run.chip_to_server, load = run.load, pue = run.pue }.energy
end)

return parts
