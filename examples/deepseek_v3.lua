-- How long does DeepSeek-V3 train on 2,048 H800, and how sure is the model of it?
--
-- One learns: a mixture of experts with node-limited routing in FP8, sizes that the catalog lacks,
-- what recomputing parts of a layer and keeping less does to memory and time, and what would not
-- fit. The model's constants were fitted to other runs.
--
--   outlay run examples/deepseek_v3.lua

local report = "DeepSeek-AI, DeepSeek-V3 Technical Report, 2024, arXiv 2412.19437"

tokens   = q"14.8T token" :source(report .. ", section 4.2")
reported = q"2.664M GPU-h" :source(report .. ", table 1: pre-training")

-- Section 4.2: sizes of latent attention, and one further token that is predicted.
local function sizes(predicted)
  return { query_rank = 1536, kv_rank = 512, rope_dim = 64, predicted = predicted }
end

-- Section 3: 16 pipeline stages with DualPipe, 64 ranks of experts over 8 nodes, ZeRO 1; a token
-- goes to at most 4 nodes, once to each, and is forwarded there. To fit, norms, SwiGLU and
-- up-projections are recomputed, activations kept in FP8, moments in BF16 (sections 3.2.3, 3.3.3).
-- Both ends of the pipeline lie on the same device (section 3.2.3); how many layers a stage has is
-- not published, nor are micro-batches, nor the attention kernel. FlashAttention 3 had no backward
-- pass for heads of 192 and 128 before 2025 (github.com/Dao-AILab/flash-attention/issues/1487),
-- so FlashAttention 2 is assumed.
local function strategy(change)
  local saving = not change.spending
  return {
    pp = 16, ep = 64, zero = 1, micro_batch = 1,
    recompute = change.recompute, recompute_norms = saving, recompute_activations = saving,
    recompute_up_projections = saving, quantised_activations = saving,
    optimizer_bytes = saving and 8 or 12,
    dispatch = "once", node_limit = 4, expert_overlap = true, block_scaled = true,
    attention = change.attention or "portable", schedule = change.schedule or "dualpipe",
    split = change.split,
  }
end

local function predict(change)
  return train{
    model = models.deepseek_v3, architecture = sizes(change.predicted or 1), sequence = 4096,
    batch = 15360, tokens = tokens, precision = change.precision or "fp8",
    cluster = { gpu = hw.h800_sxm, count = 2048, fabric = q"50 GB/s/GPU" },
    strategy = strategy(change), allow_misfit = not change.strict,
  }
end

local run = predict{}
show(run.step_time, "s")
show(run.mfu, "%", "MFU, of the 16-bit peak")
show(run.goodput, "%")
show(run.wall_time, "day")
show(run.chip_hours, nil, "GPU-hours, predicted")
show(reported, nil, "GPU-hours, reported")
show(run.chip_hours / reported - 1, "%", "predicted over reported")
show(prob(lt(run.chip_hours, reported)), "%", "predicted is less in")
show(run.memory, "GB/GPU", "memory of the fullest device, of 80 GB")
run.explain()

-- What the figure hangs on, without failures: the hours of all steps.
local rows = {}
local function add(name, change)
  local other = predict(change)
  local hours = value(median(other.chip_hours * other.goodput), "GPU-h") / 1e6
  local memory = value(median(other.memory), "GB/GPU")
  rows[#rows + 1] = { name, { text = ("%.2f"):format(hours), value = hours },
    { text = ("%.0f"):format(memory), value = memory } }
end
add("as published", {})
add("without the further token", { predicted = 0 })
add("attention as quick as FlashAttention 3", { attention = "vendor" })
add("one direction (1F1B), balanced stages", { schedule = "1f1b" })
add("one direction (1F1B), even stages", { schedule = "1f1b", split = "even" })
add("in BF16", { precision = "bf16" })
add("nothing recomputed, all kept in 16 bit", { spending = true })
add("whole layers recomputed", { recompute = "full", spending = true })
tabulate{
  title = "The steps alone, medians",
  columns = { "variant", "M GPU-hours", "memory (GB)" }, rows = rows,
}

print ""
print "Without what the report does to fit, the strategy does not:"
local fits, problem = pcall(predict, { strict = true, spending = true })
if not fits then print(("  %s\n  %s"):format(problem.message, problem.advice)) end

drivers(run.chip_hours, { top = 4 })
sources(run.chip_hours)
