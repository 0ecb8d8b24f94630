--- How many interruptions a run has: chance, not only rates.
local numbers = require "outlay.model.train_number"

local M = {}

-- Runs that expect the same number of interruptions share the draw, so that a run that is described
-- twice is one run.
local made = {}

--- Failures of a run of this expected wall time. Their number is a Poisson draw: a run of few
--- failures may be lucky. Wall time takes its mean.
---@param expected node wall time with goodput as expected
---@param at table? of core.train.goodput; nil where nothing fails
---@return node? interruptions nil where there are none
function M.count(expected, at)
  if not at or at.time_to_failure == math.huge then return nil end
  local few = numbers.middle("wall time", expected, "s") / at.time_to_failure
  local key = ("%.9g"):format(few)
  made[key] = made[key] or poisson{ mean = few }:named("interruptions")
    :source("a Poisson draw around the run's median time over the time between failures")
  return made[key]
end

return M
