--- Scenarios: a model, data, a cluster, a site and policies, tied together; what follows from them
--- is worked out when it is asked for. docs/guide/scenarios.md is the description.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local place_of = require "outlay.policy.place"
local policies = require "outlay.scenario.policies"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"

local M = {}

local parts, order = {}, {} -- name -> part; their names in order
for _, file in ipairs { "parts_run", "parts_cost" } do
  for _, part in ipairs(require("outlay.scenario." .. file)) do
    parts[part.name], order[#order + 1] = part, part.name
  end
end

-- What a scenario says beside its parts, and what it is without a word.
local plain = {
  model = false, architecture = false, sequence = false, batch = false, strategy = false,
  search = false, cluster = {}, site = false, place = false, start = "2025-06",
  precision = "bf16",
}

-- ---- arguments ----

local known, units = { policy = "optional", extends = "optional" }, {}
for name in pairs(plain) do known[name] = "optional" end
for name, part in pairs(parts) do
  if part.unit then known[name], units[name] = "optional", part.unit end
end

local kinds = {
  mfu = "share", goodput = "share", load = "share", site_share = "share", pue = "ratio",
  chip_to_server = "ratio", experiments = "ratio", utilisation = "share_above_zero",
  parameters = "above_zero", tokens = "above_zero", work = "above_zero", count = "above_zero",
  peak = "above_zero", wall_time = "above_zero", chip_hours = "above_zero", tdp = "positive",
  lead_time = "positive", server_price = "positive", hardware_age = "positive",
  intensity = "positive",
}

local known_of_cluster = { gpu = "optional", count = "optional", fabric = "optional",
  domain = "optional", fast_bandwidth = "optional", memory = "optional",
  memory_bandwidth = "optional", efficiency = "optional" }

local function check_cluster(who, given)
  if type(given) == "table" and type(given.count) == "number" then
    local copy = {}
    for name, content in pairs(given) do copy[name] = content end
    copy.count = given.count * u.GPU
    given = copy
  end
  local cluster = expect(who .. ": cluster", given, known_of_cluster, { count = "GPU" },
    { count = "above_zero" })
  if cluster.gpu ~= nil and type(cluster.gpu) ~= "table" then
    errors.raise(("%s: cluster.gpu is a %s"):format(who, type(cluster.gpu)),
      "write gpu = hw.h100_sxm")
  end
  return cluster
end

local function check_start(who, start)
  if type(start) ~= "string" or not require("outlay.catalog.period").days(start)
    or start:find(" ") then
    errors.raise(("%s: start is no date"):format(who), 'write start = "2026-03"')
  end
end

local function check_tables(who, given)
  for _, name in ipairs { "model", "site" } do
    if given[name] ~= nil and type(given[name]) ~= "table" then
      errors.raise(("%s: %s is a %s"):format(who, name, graph.is_node(given[name]) and "quantity"
        or type(given[name])), name == "model" and "write model = models.llama_31_405b"
        or 'write site = site.meta, or site = { pue = 1.2 }; place = "virginia" is where it is')
    end
  end
end

-- What was given, checked; what was taken away by `false`.
local function read(who, given)
  local there, gone = {}, {}
  for name, content in pairs(given) do
    if content == false and (plain[name] ~= nil or parts[name]) then
      gone[name] = true
    else
      there[name] = content
    end
  end
  local checked = expect(who, there, known, units, kinds)
  if checked.cluster then checked.cluster = check_cluster(who, checked.cluster) end
  if checked.start then check_start(who, checked.start) end
  if checked.place then place_of.name(checked.place) end
  check_tables(who, checked)
  return checked, gone
end

local function merged(base, new, gone)
  local all = {}
  for name, content in pairs(base) do
    if not gone[name] then all[name] = content end
  end
  for name, content in pairs(new) do all[name] = content end
  if base.cluster and new.cluster and not gone.cluster then
    all.cluster = {}
    for name, content in pairs(base.cluster) do all.cluster[name] = content end
    for name, content in pairs(new.cluster) do all.cluster[name] = content end
  end
  return all
end

-- ---- the object ----

local is_run = setmetatable({}, { __mode = "k" })

--- Whether a value is a scenario.
function M.is(x) return is_run[x] ~= nil end

local methods = {}

local make

--- A scenario like this one, but for what is given: base:with{ cluster = { count = q"8192 GPU" } },
--- or with a name of its own, base:with "half the chips" { ... }.
function methods:with(given)
  local state = is_run[self]
  if type(given) == "string" then
    return function(more) return make(given, more, state) end
  end
  return make(state.name, given, state)
end

--- Puts the scenario into the report: cost by part, time, emissions, obligations, assumptions.
function methods:report() require("outlay.scenario.report").report(self) end

-- What was left to a default that is plain Lua.
local function left_out(state)
  local list = {}
  if not state.given.start then
    list[1] = { name = "start", value = plain.start, why = "for prices and laws" }
  end
  if not (state.given.cluster and state.given.cluster.gpu) then
    list[#list + 1] = { name = "chip", value = "hw.h100_sxm", why = "the most used" }
  end
  return list
end

-- What is no part and no argument, but asked for by reports and policies.
local function about(state, name)
  if name == "name" then return true, state.name end
  if name == "policy" then return true, state.policy end
  if name == "chosen" then return true, state.chosen end
  if name == "chosen_here" then return true, state.chosen_here end
  if name == "left_out" then return true, left_out(state) end
  if name == "gives" then
    return true, function(part) return state.given[part] ~= nil end
  end
end

-- What has a source keeps its name: it is somebody's fact or assumption.
local function named(node, name)
  return graph.describe(node).source and node or node:named((name:gsub("_", " ")))
end

local function worked_out(self, state, part)
  local name = part.name
  if state.busy[name] then
    errors.raise(("scenario '%s': %s goes in a circle"):format(state.name, name),
      ("a policy asks for run.%s to say what it is itself a part of"):format(name))
  end
  state.busy[name] = true
  local ok, result = pcall(part.of, self)
  state.busy[name] = nil
  if not ok then error(result, 0) end
  return result
end

local function index(self, name)
  local state = is_run[self]
  if methods[name] then return methods[name] end
  local is_about, content = about(state, name)
  if is_about then return content end
  if state.cache[name] ~= nil then return state.cache[name] end
  local part = parts[name]
  content = state.given[name]
  if content == nil and part then content = worked_out(self, state, part) end
  if content == nil and not part then content = plain[name] end
  if content == nil then
    errors.raise(("a scenario has no '%s'"):format(tostring(name)),
      strict.suggestion(tostring(name), M.names()))
  end
  if part and part.unit then content = named(quantity.of(content), name) end
  state.cache[name] = content
  return content
end

--- The names of all that a scenario has.
---@return string[]
function M.names()
  local names = { "name", "policy" }
  for name in pairs(plain) do names[#names + 1] = name end
  for name in pairs(methods) do names[#names + 1] = name end
  for _, name in ipairs(order) do names[#names + 1] = name end
  return names
end

--- Name, unit and meaning of each part, in order.
function M.parts()
  local list = {}
  for i, name in ipairs(order) do
    list[i] = { name = name, unit = parts[name].unit, about = parts[name].about }
  end
  return list
end

local metatable = {
  __index = index,
  __newindex = function(_, name)
    errors.raise(("a scenario cannot be changed (%s)"):format(tostring(name)),
      ("write run:with{ %s = ... }, which gives another one"):format(tostring(name)))
  end,
  __tostring = function(self)
    local conflict = self.conflicts[1]
    if conflict then return ("%s: it cannot be: %s"):format(self.name, conflict.says) end
    return ("%s: %s in %s"):format(self.name, tostring(self.cost), tostring(self.wall_time))
  end,
  __metatable = strict.locked {
    fields = function() return M.names() end,
    __show = function(self) self:report() end,
  },
}

function make(name, given, base)
  local who = ("scenario '%s'"):format(name)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    errors.raise(("%s takes its parts by name"):format(who),
      'write scenario "405B" { model = models.llama_31_405b, cluster = { ... } }')
  end
  if given.extends ~= nil then
    if not M.is(given.extends) then
      errors.raise(("%s: extends is no scenario"):format(who),
        "write extends = base, where base = scenario \"base\" { ... }")
    end
    base = is_run[given.extends]
  end
  local new, gone = read(who, given)
  local chosen, dropped = policies.read(who, new.policy)
  new.policy, new.extends = nil, nil
  local state = { name = name, cache = {}, busy = {} }
  state.given = base and merged(base.given, new, gone) or new
  state.chosen = base and policies.merge(base.chosen, chosen, dropped) or chosen
  state.chosen_here = chosen
  state.policy = policies.complete(state.chosen)
  local run = setmetatable({}, metatable)
  is_run[run] = state
  return run
end

-- ---- the word ----

-- A scenario whose parts are still missing: asking it for anything is an error.
local function unfinished(name)
  local function complain()
    errors.raise(("scenario '%s' has no parts yet"):format(name),
      ("write scenario %q { model = ..., cluster = { ... } }"):format(name))
  end
  return setmetatable({}, {
    __call = function(_, given) return make(name, given) end,
    __index = complain, __newindex = complain, __tostring = complain,
    __metatable = strict.locked { __show = complain },
  })
end

--- A scenario: scenario "405B class" { model = models.llama_31_405b, cluster = { gpu =
--- hw.h100_sxm, count = q"16384 GPU" }, policy = { policy.own{} } }. Its parts are worked out when
--- they are asked for: run.cost, run.wall_time, run.energy, ... What it takes and gives is listed
--- in docs/guide/scenarios.md. Methods: run:with{ ... }, run:report().
---@param name string
---@return table unfinished to be called with the parts
function M.scenario(name)
  if type(name) == "table" then
    errors.raise("a scenario has a name", 'write scenario "base" { model = ..., ... }')
  end
  if type(name) ~= "string" or name == "" then
    errors.raise(("a scenario's name is a text, not a %s"):format(type(name)))
  end
  return unfinished(name)
end

return M
