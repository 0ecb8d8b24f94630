--- The policy that does nothing.
local errors = require "core.error"
local interface = require "outlay.policy.interface"
local strict = require "outlay.language.strict"

local M = {}

local function nothing() return q"0 USD" end

local made = {}

-- What each kind does where it does nothing; kinds without an entry cannot be left out.
local functions = {
  building = { cost = nothing, about = "no cost of a building" },
  energy = { cost = nothing, about = "electricity costs nothing" },
  checkpointing = { reliability = function() return false end, about = "a failure loses the run" },
  staffing = { cost = nothing, about = "no people counted" },
  data = { cost = nothing, about = "data cost nothing" },
  carbon = { cost = nothing, about = "counted by location, not paid for" },
  schedule = { about = "no deadline" },
  regulation = {
    cost = nothing, obligations = function() return {} end, about = "no law counted",
  },
}

--- A policy that does nothing: policy.none "staffing". Of checkpointing it saves nothing, so that a
--- failure loses the run so far.
---@param kind string building, energy, checkpointing, staffing, data, carbon, schedule, regulation
---@return table policy
function M.none(kind)
  local what = functions[kind]
  if not what then
    errors.raise(("policy.none: '%s' is no kind that can be left out"):format(tostring(kind)),
      strict.suggestion(tostring(kind), strict.keys(functions)) or 'write policy.none "staffing"')
  end
  if not made[kind] then
    local given = { kind = kind, name = "none" }
    for name, content in pairs(what) do given[name] = content end
    made[kind] = interface.make(given)
  end
  return made[kind]
end

return M
