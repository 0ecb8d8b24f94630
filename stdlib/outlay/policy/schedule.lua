--- Deadline and limits of power.
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"
local when_of = require "outlay.policy.when"

local M = {}

--- When the model must be there, how sure that must be, and what the site may draw.
---
---@class outlay.policy.schedule
---@field deadline? string|quantity "2027-03" (its last day), or a time from the start
---@field confidence? number how likely it must hold; 0.5 unless given
---@field power_cap? quantity W, at the site's meter
---@param given outlay.policy.schedule
---@return table policy
function M.schedule(given)
  given = expect("policy.schedule", given,
    { deadline = "optional", confidence = 0.5, power_cap = "optional" },
    { confidence = "1", power_cap = "W" }, { confidence = "share", power_cap = "positive" })
  local deadline, date = when_of("policy.schedule", "deadline", given.deadline)
  local cap = given.power_cap
  return interface.make{
    kind = "schedule",
    name = date and "by " .. date or deadline and "deadline" or cap and "power cap" or "none",
    deadline = deadline,
    confidence = function() return given.confidence end,
    power_cap = cap and function() return cap end or nil,
  }
end

return M
