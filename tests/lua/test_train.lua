-- The word `train` and the module below it.
local core = require "core.train"

local dense = { layers = 32, hidden = 4096, heads = 32, kv_heads = 8, head_dim = 128, ffn = 14336,
  gated = true, vocabulary = 128256, sequence = 8192 }

local function run_of(change)
  local given = {
    model = models.llama_31_8b, sequence = 8192, batch = 256, tokens = q"15T token",
    cluster = { gpu = hw.h100_sxm, count = 64 }, strategy = { tp = 2, recompute = "full" },
    reliability = false,
  }
  for name, content in pairs(change or {}) do given[name] = content end
  return train(given)
end

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or problem.message .. " / " .. (problem.advice or "")
end

local function says(text, f, ...)
  local message = message_of(f, ...)
  check(text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

-- ---- plain numbers ----

local function ask(change)
  local given = {
    workload = dense,
    machine = { accelerator = "H100-80GB-SXM", devices = 64, fabric_bandwidth = 50e9 },
    strategy = { tp = 2, dp = 32, micro_batch = 1, global_batch = 256, zero = 1,
      recompute = "full", attention = "vendor", software = "fused" },
  }
  for name, content in pairs(change or {}) do given[name] = content end
  return given
end

local predicted = core.predict(ask())
local total = 0
for _, seconds in pairs(predicted.terms) do total = total + seconds end
check_near("terms add up to the step's time", total, predicted.time, 1e-9)
local bytes = 0
for _, kind in pairs(predicted.memory.kinds) do bytes = bytes + kind end
check_near("kinds add up to the memory", bytes, predicted.memory.bytes, 1e-9)
check_near("MFU is the model's operations over the peak", predicted.mfu,
  predicted.model_flops / predicted.time / (64 * predicted.peak), 1e-9)
check_near("8.03 billion parameters", core.count{ workload = dense }.parameters, 8.03e9, 1e-3)

local found = core.search(ask{ strategy = { attention = "vendor" }, global_batch = 256, top = 3 })
check("a search gives as many as are asked for", #found.best == 3)
check("best first", found.best[1].time <= found.best[2].time)
local again = core.predict(ask{ strategy = found.best[1].strategy })
check_near("what a search finds can be predicted", again.time, found.best[1].time, 1e-9)
check("points are all accounted for",
  found.points == found.feasible + found.infeasible + found.pruned)
local narrow = core.search(ask{ strategy = {}, global_batch = 256, space = { most_tp = 1 } })
check("limits hold", narrow.best[1].strategy.tp == 1 and narrow.points < found.points)

says("there is no accelerator 'H101'", core.predict,
  ask{ machine = { accelerator = "H101", devices = 1 } })
says("workload has no field 'layer'", core.predict, ask{ workload = { layer = 3 } })
says("strategy: tp is 1.5; it must be a whole number", core.predict,
  ask{ strategy = { tp = 1.5 } })
says("strategy: zero is 4", core.predict, ask{ strategy = { zero = 4 } })
says("recompute must be one of none, selective, full", core.predict,
  ask{ strategy = { recompute = "some" } })
says("strategy: sequence_parallel must be true or false", core.predict,
  ask{ strategy = { sequence_parallel = 1 } })
says("layers is -1; it must be finite and not negative", core.predict,
  ask{ workload = { layers = -1 } })
says("layers is a string, not a number", core.predict, ask{ workload = { layers = "3" } })
says("recompute_share is 5; it is from 0 to 1", core.predict,
  ask{ strategy = { recompute_share = 5 } })
says("gemm is 0; it must be above 0", core.predict, ask{ machine = {
  accelerator = "H100-80GB-SXM", devices = 1, efficiency = { gemm = 0 } } })
says("machine must be a table", core.predict, { workload = dense, strategy = {} })
says("search needs global_batch", core.search, ask{ strategy = {} })
says("goodput has no field 'failures'", core.goodput, { failures = 1 })
says("leaves no time to train", core.goodput,
  { devices = 1e6, failure_rate = 1, restart = 1000 })

-- ---- the word ----

local run = run_of()
check("a prediction is uncertain",
  value(p5(run.step_time), "s") < value(p95(run.step_time), "s"))
check_near("without failures all of the time is useful", run.goodput, 1, 1e-12)
check_near("hours are steps times seconds times chips", mean(run.chip_hours),
  mean(q"15T token" / run.tokens_per_step * run.step_time * q"64 GPU"), 1e-9)
check("step time and MFU share their error",
  value(sd(run.step_time * run.mfu / q"1 s")) < 1e-9 * value(mean(run.step_time), "s"))
check_near("a batch in tokens is one in sequences",
  mean(run_of{ batch = q"2.097152M token" }.step_time), mean(run.step_time), 1e-12)
check("two runs of a family share the model's error",
  value(sd(run_of{ strategy = { tp = 4, recompute = "full" } }.step_time / run.step_time)) < 1e-9)

check_near("memory is the core's, give or take its error",
  value(median(run.memory), "GB/GPU") * 1e9, run.predicted.memory.bytes, 5e-3)

local slow = run_of{ cluster = { gpu = hw.h100_sxm, count = 64, fabric = q"5 to 50 GB/s/GPU" } }
check("an uncertain network adds to the spread",
  value(sd(slow.step_time) / mean(slow.step_time)) > value(sd(run.step_time) / mean(run.step_time)))

-- Certain rates: the formula in quantities is the core's.
local failing = run_of{ reliability = {
  failure_rate = q"1e-3 1/GPU/day", planned_rate = q"0.5 1/day", checkpoint = q"20 s",
  restart = q"600 s",
} }
local core_says = core.goodput{ devices = 64, failure_rate = 1e-3 / 86400,
  planned_rate = 0.5 / 86400, checkpoint = 20, restart = 600 }
check_near("goodput is the core's", failing.goodput, core_says.goodput, 1e-9)
check("failures are uncertain unless given",
  value(sd(run_of{ reliability = {} }.goodput)) > 0)

local searched = run_of{ strategy = false, search = { top = 2 } }
check("a search finds no worse than the strategy given",
  searched.predicted.time <= run.predicted.time)
check("a search says what else there was", #searched.search.best == 2)

check("and why it is not the best", #searched.search.best[2].why > 0
  and searched.search.best[2].terms.gemm > 0)
local function hours_of(search)
  return run_of{ strategy = false, search = search, tokens = q"1T token", reliability = false }
end
local quick, cheap = hours_of{ counts = { 256, 512 } }, hours_of{ counts = { 256, 512 },
  objective = "cost" }
check("more devices are quicker, fewer cheaper", value(quick.count, "GPU") == 512
  and value(cheap.count, "GPU") == 256)
local days = value(median(quick.wall_time), "day")
local timely = hours_of{ counts = { 256, 512 }, deadline = 1.2 * days * u.day }
check("a deadline takes as many devices as it needs", value(timely.count, "GPU") == 512)
check("and no more", value(hours_of{ counts = { 256, 512 }, deadline = 3 * days * u.day }.count,
  "GPU") == 256)
says("done in time", hours_of, { deadline = 0.1 * days * u.day })
says("objective", hours_of, { objective = "beauty" })
says("needs deadline", run_of, { strategy = false, search = { objective = "deadline" } })
says("list of numbers", hours_of, { counts = 5 })

local whole = run_of{ tokens = q"1T token", reliability = {} }
check("interruptions are counted", value(mean(whole.interruptions)) > 0)
local same = run_of{ tokens = q"1T token", reliability = {} }
check("a run described twice is one run", value(sd(same.interruptions - whole.interruptions)) == 0)
check("their number is a Poisson draw", math.abs(value(sd(whole.interruptions)) ^ 2
  / value(mean(whole.interruptions)) - 1) < 0.1)
check("cards state more than steps", value(median(whole.stated_hours / whole.chip_hours)) > 1.1)

local mixture = run_of{ model = models.mixtral_8x7b, sequence = 4096,
  strategy = { tp = 4, ep = 8, recompute = "full" }, allow_misfit = true }
for _, kind in ipairs { mixture, run } do
  local off = value(sd(kind.step_time) / mean(kind.step_time))
  check("the error is that of families left out of the fit", off > 0.08 and off < 0.2)
end
local looped = run_of{ model = models.mixtral_8x7b, sequence = 4096,
  strategy = { tp = 4, ep = 8, recompute = "full", experts = "looped" }, allow_misfit = true }
check("experts one by one are slower", looped.predicted.time > mixture.predicted.time)

says("the fullest device needs", run_of, { strategy = { tp = 1 }, batch = 64 })
check("what does not fit can be asked for",
  message_of(run_of, { strategy = { tp = 1 }, batch = 64, allow_misfit = true }) == "no error")
says("train needs 'batch'", train, { model = models.llama_31_8b,
  cluster = { gpu = hw.h100_sxm, count = 8 } })
says("write sequence = 8192", train, { model = models.llama_31_8b, batch = 8,
  cluster = { gpu = hw.h100_sxm, count = 8 } })
says("do not make up 64 devices", run_of, { strategy = { tp = 3 } })
says("strategy is a number", run_of, { strategy = 5 })
says("not both", run_of, { search = true })
says("cluster.fabric is Power", run_of,
  { cluster = { gpu = hw.h100_sxm, count = 64, fabric = q"5 W" } })
says("no constants for hw.k40", run_of, { cluster = { gpu = hw.k40, count = 64 } })
says("are published", run_of, { architecture = { layers = 16 } })
says("is not whole", run_of, { batch = q"1M token" })

-- ---- what cannot be, and what to write instead ----

local function sizes_with(change)
  local sizes = {}
  for name, content in pairs(dense) do sizes[name] = content end
  for name, content in pairs(change) do sizes[name] = content end
  return { model = sizes }
end
says("layers is 0", run_of, sizes_with{ layers = 0 })
says("layers is 31.5", run_of, sizes_with{ layers = 31.5 })
says("did you mean layers?", run_of, sizes_with{ layer = 3 })
says("top_k is 0", run_of, sizes_with{ experts = 8 })
says("kv_heads is 5", run_of, sizes_with{ kv_heads = 5 })
says("model.hidden is a text", run_of, sizes_with{ hidden = "4096" })
says("strategy.pp is 2.5", run_of, { strategy = { pp = 2.5 } })
says("write a pp of at most 32", run_of, { strategy = { pp = 64 } })
says("write tp = 32", run_of, { strategy = { tp = 64 } })
says("did you mean micro_batch?", run_of, { strategy = { micro_bach = 2 } })
says("the model has no experts", run_of, { strategy = { ep = 2 } })
says("stages one of 32 layers", run_of, { strategy = { pp = 4, first_layers = 40 } })
says("a batch of -64 sequences", run_of, { batch = -64 })
says("does not divide the batch of 65", run_of, { batch = 65 })
says("multiplies no matrices in fp4 / write precision = \"bf16\"", run_of,
  { precision = "fp4", cluster = { gpu = hw.a100_80gb, count = 64 } })
says("there is no precision 'bf61'", run_of, { precision = "bf61" })
says("a cluster of 1e+09 devices", run_of, { cluster = { gpu = hw.h100_sxm, count = 1e9 } })
says("a cluster of 8.5 devices", run_of, { cluster = { gpu = hw.h100_sxm, count = 8.5 } })
says("a run of -1 tokens", run_of, { tokens = -1 })
