--- A script's own policy.
local interface = require "outlay.policy.interface"

local M = {}

--- A policy of one's own: a kind, a name, and the functions of its kind, each of a run.
---
---     lease = policy.define{
---       kind = "procurement", name = "lease of three years",
---       cost = function(run) return run.total_chip_hours * rate end,
---     }
---
--- Kinds: procurement, building, depreciation, energy, checkpointing, staffing, data, carbon,
--- schedule, regulation; docs/guide/scenarios.md lists their functions and units. Names and types
--- are checked at once, and every function is tried on a specimen, so that a wrong unit is found
--- here. Make uncertain inputs outside of the functions: one made inside is drawn anew for every
--- scenario.
---
---@class outlay.policy.define
---@field kind string
---@field name string for reports
---@field about? string one line more
---@param given outlay.policy.define and the functions
---@return table policy
function M.define(given)
  local policy = interface.make(given)
  interface.try(policy, require("outlay.scenario.specimen")())
  return policy
end

return M
