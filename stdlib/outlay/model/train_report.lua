--- Where a step's time goes, as a table of the report.
local show = require "outlay.report.show"

local M = {}

-- What the model calls a part of a step, and what it is.
local terms = {
  { "gemm", "matrix products" },
  { "attention", "attention" },
  { "stream", "memory-bound kernels" },
  { "ends", "embedding, logits and loss" },
  { "stall", "waiting for the host" },
  { "recompute", "recomputation" },
  { "tensor", "exposed: tensor parallelism" },
  { "context", "exposed: context parallelism" },
  { "expert", "exposed: expert parallelism" },
  { "pipeline", "exposed: pipeline sends" },
  { "data", "exposed: data parallelism" },
  { "bubble", "pipeline bubble" },
  { "optimizer", "optimizer" },
  { "offload", "offloading" },
}

local function share_of(part, whole)
  local share = part / whole
  return { text = ("%.1f %%"):format(100 * share), value = share }
end

--- A strategy in one line: "tp 8, pp 16, dp 128, micro-batch 1, interleave 8, ZeRO 1".
---@param s table plain numbers, as core.train has them
---@return string
function M.strategy(s)
  local parts = {}
  local function add(text, number, least)
    if number and number > least then parts[#parts + 1] = text:format(number) end
  end
  add("tp %d", s.tp, 0)
  add("pp %d", s.pp, 0)
  add("dp %d", s.dp, 0)
  add("cp %d", s.cp, 1)
  add("ep %d", s.ep, 1)
  add("micro-batch %d", s.micro_batch, 0)
  add("interleave %d", s.interleave, 1)
  add("ZeRO %d", s.zero, 0)
  if s.recompute and s.recompute ~= "none" then parts[#parts + 1] = s.recompute .. " recompute" end
  if s.schedule and s.schedule ~= "1f1b" then parts[#parts + 1] = s.schedule end
  if s.tensor_overlap and s.tensor_overlap ~= "exposed" then
    parts[#parts + 1] = "tensor overlap " .. s.tensor_overlap
  end
  return table.concat(parts, ", ")
end

--- Puts the parts of a run's step into the report.
---@param run table of train
function M.explain(run)
  local rows = {}
  for _, term in ipairs(terms) do
    local seconds = run.predicted.terms[term[1]]
    if seconds > 0 then
      rows[#rows + 1] = { term[2], run.terms[term[1]], share_of(seconds, run.predicted.time) }
    end
  end
  rows[#rows + 1] = { "one step", run.step_time, { text = "100.0 %", value = 1 } }
  show.tabulate{
    title = "Where a step's time goes: " .. M.strategy(run.strategy),
    columns = { "part", { name = "time", unit = "s" }, "share" }, rows = rows,
  }
end

return M
