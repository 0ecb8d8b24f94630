--- The policies of a scenario: those it gives over those it inherits, and the defaults.
local errors = require "core.error"
local interface = require "outlay.policy.interface"
local strict = require "outlay.language.strict"

local M = {}

-- What is done where a scenario says nothing: a function, so that an unused file is not loaded.
local defaults = {
  procurement = function() return policy.own{} end,
  building = function() return policy.existing() end,
  depreciation = function() return policy.progress{} end,
  energy = function() return policy.grid{} end,
  checkpointing = function() return policy.checkpoints{} end,
  staffing = function() return policy.none "staffing" end,
  data = function() return policy.none "data" end,
  carbon = function() return policy.none "carbon" end,
  schedule = function() return policy.none "schedule" end,
  regulation = function() return policy.laws{ cost = false } end,
}

local made = {}

local function default_of(kind)
  made[kind] = made[kind] or defaults[kind]()
  return made[kind]
end

local example = "write policy = { policy.rent{}, policy.team \"frontier\" }"

local function check_key(who, key, chosen)
  if type(key) ~= "string" then return end
  if not interface.kinds[key] then
    errors.raise(("%s: there is no kind of policy '%s'"):format(who, key),
      strict.suggestion(key, interface.order) or "kinds: " .. table.concat(interface.order, ", "))
  end
  if chosen and chosen.kind ~= key then
    errors.raise(("%s: policy.%s is %s"):format(who, key, interface.describe(chosen)),
      ("write %s = ..., or leave the key out"):format(chosen.kind))
  end
end

-- Why something is no policy, with the word that was probably meant.
local function raise_no_policy(who, key, x)
  local place = type(key) == "string" and "policy." .. key or ("policy %s"):format(tostring(key))
  errors.raise(("%s: %s is a %s, not a policy"):format(who, place, type(x)),
    type(x) == "function" and "call it: policy.own{}" or example)
end

--- Policies as they were written: a policy, a list of them, or by kind; `false` takes one away.
---@param who string for messages
---@param given any
---@return table<string, table[]> chosen kind -> policies, more than one where they contradict
---@return table<string, boolean> dropped
function M.read(who, given)
  local chosen, dropped = {}, {}
  if given == nil then return chosen, dropped end
  if interface.is(given) then given = { given } end
  if type(given) ~= "table" then
    errors.raise(("%s: policy is a %s"):format(who, type(given)), example)
  end
  for key, x in pairs(given) do
    if x == false and type(key) == "string" then
      check_key(who, key)
      dropped[key] = true
    else
      if not interface.is(x) then
        check_key(who, key)
        raise_no_policy(who, key, x)
      end
      check_key(who, key, x)
      chosen[x.kind] = chosen[x.kind] or {}
      table.insert(chosen[x.kind], x)
    end
  end
  return chosen, dropped
end

--- Those of `base`, with `chosen` in their place.
---@param base table<string, table[]>
---@param chosen table<string, table[]>
---@param dropped table<string, boolean>
---@return table<string, table[]>
function M.merge(base, chosen, dropped)
  local all = {}
  for kind, list in pairs(base) do
    if not dropped[kind] then all[kind] = list end
  end
  for kind, list in pairs(chosen) do all[kind] = list end
  return all
end

--- One policy of each kind, defaults included, as runs show it.
---@param chosen table<string, table[]>
---@return table view kind -> policy
function M.complete(chosen)
  local all = {}
  for _, kind in ipairs(interface.order) do
    all[kind] = chosen[kind] and chosen[kind][1] or default_of(kind)
  end
  return strict.wrap(all, "run.policy")
end

return M
