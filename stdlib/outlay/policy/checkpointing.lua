--- What is saved against failures.
local arguments = require "outlay.language.arguments"
local graph = require "core.graph"
local interface = require "outlay.policy.interface"

local M = {}

local known = {
  interval = "optional", checkpoint = "optional", restart = "optional", flush = "optional",
  replace = "optional", spares = "optional", repair = "optional", failure_rate = "optional",
  planned_rate = "optional", slow_share = "optional", slow_factor = "optional",
}

--- Checkpoints, as the training model takes them: `interval` (the best one unless given),
--- `checkpoint` (how long training stands still), `restart`, `flush`, `failure_rate` and so on;
--- those of Llama 3 405B unless given (docs/guide/training.md).
---
---     policy.checkpoints{ interval = q"30 min", checkpoint = q"20 s" }
---
---@param given? table
---@return table policy
function M.checkpoints(given)
  given = arguments.check("policy.checkpoints", given or {}, known)
  local interval = given.interval
  local name = interval and ("checkpoints every %s"):format(graph.is_node(interval)
    and graph.describe(interval).name or tostring(interval)) or "checkpoints"
  return interface.make{
    kind = "checkpointing", name = name, about = "training goes back to the last checkpoint",
    reliability = function()
      local copy = {}
      for key, content in pairs(given) do copy[key] = content end
      return copy
    end,
  }
end

return M
