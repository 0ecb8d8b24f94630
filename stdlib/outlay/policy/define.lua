--- A script's own policy.
local errors = require "core.error"
local interface = require "outlay.policy.interface"
local middle = require "outlay.model.middle"

local M = {}

-- A policy that would pay the run.
local function check_cost(policy, run)
  if not policy.has("cost") then return end
  local all = q"0 USD"
  for _, part in ipairs(policy.cost(run)) do all = all + part.node end
  local amount = middle.of(all, "USD")
  if amount < 0 then
    errors.raise(("%s costs %.4g USD, less than nothing"):format(interface.describe(policy),
      amount), "a cost is positive; a grant is a part that leaves the sum positive", "domain")
  end
end

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
  local specimen = require("outlay.scenario.specimen")()
  interface.try(policy, specimen)
  check_cost(policy, specimen)
  return policy
end

return M
