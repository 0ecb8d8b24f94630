--- How many chip-hours a training run takes.
local errors = require "core.error"
local expect = require "outlay.language.expect"

local M = {}

local method = "Cottier et al. 2024, arXiv 2405.21015"

--- Chip-hours of a training run, from whichever is known:
---
---   reported            the figure that the developer published
---   count, time         all chips for the whole time
---   work, peak, mfu     the operations over what one chip does of them in an hour
---
--- MFU (model FLOP utilisation) is the share of the peak that the model's own operations use; the
--- reference method takes 0.375 where nothing is known. Give the dense peak of the precision that
--- the run uses.
---
---     model.chip_hours{ work = q"3.14e23 FLOP", peak = hw.v100_sxm.peak.fp16, mfu = 0.1965 }
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, section 2.2.
---
---@class outlay.model.chip_hours
---@field reported? quantity GPU-hour
---@field count? quantity GPU
---@field time? quantity hour
---@field work? quantity FLOP
---@field peak? quantity FLOP/s/GPU, dense
---@field mfu? quantity|number 0.375 unless given
---@param given outlay.model.chip_hours
---@return quantity hours GPU-hour
function M.chip_hours(given)
  local run = expect("model.chip_hours", given, {
    reported = "optional",
    count = "optional", time = "optional",
    work = "optional", peak = "optional", mfu = "optional",
  }, {
    reported = "GPU-hour", count = "GPU", time = "hour",
    work = "FLOP", peak = "FLOP/s/GPU", mfu = "1",
  }, {
    reported = "positive", count = "positive", time = "positive", work = "positive",
    peak = "positive", mfu = "share",
  })
  if run.reported then return run.reported end
  if run.count and run.time then return run.count * run.time end
  if run.work and run.peak then
    local mfu = run.mfu or q"0.375":named("MFU"):source(method .. ": taken where none is known")
    return run.work / (run.peak * mfu)
  end
  errors.raise("model.chip_hours does not have enough to go on",
    "give one of: reported; count and time; work, peak and mfu")
end

--- Operations that training a dense transformer takes: 6 for each parameter and token (2 forward,
--- 4 backward), attention over the context left out.
---
---     model.training_work{ parameters = q"405e9 parameter", tokens = q"15.6T token" }
---
--- Method: Kaplan et al. 2020, arXiv 2001.08361, section 2.1.
---
---@class outlay.model.training_work
---@field parameters quantity parameter
---@field tokens quantity token
---@param given outlay.model.training_work
---@return quantity work FLOP
function M.training_work(given)
  local run = expect("model.training_work", given,
    { parameters = "required", tokens = "required" },
    { parameters = "parameter", tokens = "token" },
    { parameters = "positive", tokens = "positive" })
  local each = q"6 FLOP/parameter/token":named("operations per parameter and token")
    :source "Kaplan et al. 2020, arXiv 2001.08361"
  return each * run.parameters * run.tokens
end

return M
