--- How many interruptions a run has, and how long it takes with them: chance, not only rates.
local M = {}

--- Failures of a run of this expected wall time. Their number is a Poisson draw: a run of few
--- failures may be lucky.
---@param expected node wall time with goodput as expected
---@param at table? of core.train.goodput; nil where nothing fails
---@return node? interruptions nil where there are none
function M.count(expected, at)
  if not at or at.time_to_failure == math.huge then return nil end
  local mean_count = median(expected) / (at.time_to_failure * u.s)
  return poisson{ mean = mean_count }:named("interruptions")
    :source("a Poisson draw around the run's median time over the time between failures")
end

--- The wall time when so many interruptions come: the share of time that interruptions take goes
--- with their number, what checkpoints and stragglers take does not.
---@param expected node
---@param interruptions node?
---@param at table?
---@return node wall_time
function M.wall_time(expected, interruptions, at)
  if not interruptions then return expected end
  local share = at.lost + at.restarting
  local luck = interruptions / mean(interruptions)
  return expected * (1 - share + share * luck)
end

return M
