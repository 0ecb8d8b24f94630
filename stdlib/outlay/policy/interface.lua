--- What a policy is: a table of functions of a run, with an interface for each kind of policy.
--
-- A function's unit is that of the quantity it returns; money may come as a table of named parts.
-- Names and types are checked when the policy is made, results whenever they are used. A script's
-- own policy is tried on a specimen at once (policy.define). docs/design/policies.md says why.
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"
local unit = require "core.unit"

local M = {}

-- What every policy may have: lists of { with =, says =, advice = }, { name =, value =, why = }.
local common = {
  conflicts = { gives = "list", about = "what cannot be, and by how much" },
  assumes = { gives = "list", about = "what it takes for granted" },
}

--- kind -> what it decides, and its functions: { unit =, about =, required =, parts = }.
M.kinds = {
  procurement = {
    about = "where the chips come from, and what they cost",
    cost = { unit = "USD", required = true, parts = true, about = "of the chips" },
    up_front = { unit = "USD", about = "to be paid before the run" },
    site_share = { unit = "1", about = "of the chip-hours, whose power and building are paid too" },
    lead_time = { unit = "day", about = "from the order to the first use" },
    utilisation = { unit = "1", about = "share of the hours in which owned chips are in use" },
    preemption = { unit = "1/day", about = "how often the run's chips are taken away" },
    server_price = { unit = "USD/GPU", about = "of a server's part for one chip, when bought" },
    age = { unit = "year", about = "from buying to the run" },
  },
  building = {
    about = "where owned chips stand",
    cost = { unit = "USD", required = true, parts = true, about = "of the place" },
    up_front = { unit = "USD", about = "to be paid before the run" },
    lead_time = { unit = "day", about = "until the place is there" },
  },
  depreciation = {
    about = "how owned chips lose value",
    loss = { unit = "USD/GPU/hour", required = true, about = "of a server's part for one chip" },
  },
  energy = {
    about = "where electricity comes from",
    cost = { unit = "USD", required = true, parts = true, about = "of the electricity paid for" },
    intensity = { unit = "gCO2e/kWh", about = "of the electricity, by location" },
    capacity = { unit = "W", about = "that the source can give" },
    up_front = { unit = "USD", about = "to be paid before the run" },
  },
  checkpointing = {
    about = "what is saved against failures",
    reliability = { gives = "reliability", required = true,
      about = "as train takes it; false: never saved" },
  },
  staffing = {
    about = "who works on it",
    cost = { unit = "USD", required = true, parts = true, about = "of the people" },
  },
  data = {
    about = "where tokens come from",
    cost = { unit = "USD", required = true, parts = true, about = "of the data" },
    share = { unit = "1", about = "of the run's tokens" },
  },
  carbon = {
    about = "how emissions are counted and paid for",
    emissions = { unit = "tCO2e", about = "as they are counted; by location without it" },
    cost = { unit = "USD", required = true, parts = true, about = "of emissions" },
  },
  schedule = {
    about = "deadline and limits of power",
    deadline = { unit = "day", about = "from the start to when the model must be there" },
    confidence = { unit = "1", about = "how sure it must be that the deadline holds" },
    power_cap = { unit = "W", about = "what the site may draw" },
  },
  regulation = {
    about = "which laws count, and what they cost",
    obligations = { gives = "list", required = true, about = "{ law =, crosses =, from =, ... }" },
    cost = { unit = "USD", required = true, parts = true, about = "of what they oblige to" },
  },
}

--- The kinds in the order of reports.
M.order = { "procurement", "building", "depreciation", "energy", "checkpointing", "staffing",
  "data", "carbon", "schedule", "regulation" }

local function functions_of(kind)
  local functions = {}
  for name, spec in pairs(M.kinds[kind]) do
    if type(spec) == "table" then functions[name] = spec end
  end
  for name, spec in pairs(common) do functions[name] = spec end
  return functions
end

-- ---- results ----

local function dimension_of(text)
  if text == "1" then return 0 end
  local _, _, dimension = unit.describe(unit.parse(text))
  return dimension
end

local function as_node(who, x, expected)
  if type(x) == "number" then return quantity.parse(("%.17g"):format(x)) end
  if type(x) == "string" then return quantity.of(x) end
  if graph.is_node(x) then return x end
  errors.raise(("%s gives %s, and %s was expected"):format(who,
    x == nil and "nothing" or "a " .. type(x), expected),
    x == nil and "does it end with `return`?" or nil, "dimension")
end

local function check_quantity(who, x, unit_text)
  local expected = unit_text == "1" and "a plain number"
    or ("%s (%s)"):format(unit_text, unit.dimension(dimension_of(unit_text)))
  local node = as_node(who, x, expected)
  local dimension = graph.describe(node).dimension
  if dimension ~= dimension_of(unit_text) then
    errors.raise(("%s gives %s, and %s was expected"):format(who,
      dimension == 0 and "a plain number" or unit.dimension(dimension), expected),
      unit_text ~= "1" and ("return what is in a unit such as %s"):format(unit_text) or nil,
      "dimension")
  end
  return node
end

-- A sum of named parts, or one quantity. Gives parts in the order of their names.
local function check_parts(who, x, spec)
  if type(x) ~= "table" then
    return { { name = nil, node = check_quantity(who, x, spec.unit) } }
  end
  local parts = {}
  for name, part in pairs(strict.plain(x)) do
    if type(name) ~= "string" then
      errors.raise(("%s gives a list, and named parts were expected"):format(who),
        "write return { chips = ..., network = ... }", "dimension")
    end
    parts[#parts + 1] = { name = name,
      node = check_quantity(("%s, part '%s',"):format(who, name), part, spec.unit) }
  end
  table.sort(parts, function(a, b) return a.name < b.name end)
  return parts
end

local function check_list(who, x)
  if type(x) ~= "table" then
    errors.raise(("%s gives a %s, and a list was expected"):format(who, type(x)),
      "return {} where there is nothing to say")
  end
  return x
end

local function check_result(who, x, spec)
  if spec.gives == "list" then return check_list(who, x) end
  if spec.gives == "reliability" then
    if x ~= false and type(x) ~= "table" then
      errors.raise(("%s gives a %s, and a table or false was expected"):format(who, type(x)),
        "return { interval = q\"30 min\" }, or {} for the best interval")
    end
    return x
  end
  if spec.parts then return check_parts(who, x, spec) end
  return check_quantity(who, x, spec.unit)
end

-- ---- policies ----

local is_policy = setmetatable({}, { __mode = "k" })

--- A policy in words, for messages: "the energy policy 'grid'".
function M.describe(policy) return ("the %s policy '%s'"):format(policy.kind, policy.name) end

--- Whether a value is a policy.
function M.is(x) return is_policy[x] == true end

local function checked_kind(who, kind)
  if type(kind) ~= "string" or not M.kinds[kind] then
    errors.raise(kind == nil and ("%s needs a kind"):format(who)
      or ("%s: there is no kind of policy '%s'"):format(who, tostring(kind)),
      strict.suggestion(tostring(kind), strict.keys(M.kinds)) or ("kinds: %s"):format(
        table.concat(M.order, ", ")))
  end
  return kind
end

local function list_of(functions)
  local names = strict.keys(functions)
  table.sort(names)
  local texts = {}
  for i, name in ipairs(names) do
    texts[i] = name .. (functions[name].required and " (needed)" or "")
  end
  return table.concat(texts, ", ")
end

local function check_functions(who, given, functions)
  for name, content in pairs(given) do
    if name ~= "kind" and name ~= "name" and name ~= "about" then
      if not functions[name] then
        errors.raise(("%s has no function '%s'"):format(who, tostring(name)),
          strict.suggestion(tostring(name), strict.keys(functions)) or "there is: "
            .. list_of(functions))
      end
      if type(content) ~= "function" then
        errors.raise(("%s: %s is a %s, not a function"):format(who, name,
          graph.is_node(content) and "quantity" or type(content)),
          ("write %s = function(run) return ... end"):format(name))
      end
    end
  end
  for name, spec in pairs(functions) do
    if spec.required and given[name] == nil then
      errors.raise(("%s needs the function '%s', %s"):format(who, name,
        spec.unit and ("in %s"):format(spec.unit) or spec.about),
        ("write %s = function(run) return ... end"):format(name))
    end
  end
end

local function made_name(who, name)
  if type(name) ~= "string" or name == "" then
    errors.raise(("%s needs a name"):format(who), 'write name = "lease of three years"')
  end
  return name
end

--- A policy: its names and types are checked here, what its functions give where they are called.
---@param given table { kind =, name =, about =, and the kind's functions }
---@return table policy read-only; policy.has(name), and the functions
function M.make(given)
  if type(given) ~= "table" or getmetatable(given) ~= nil then
    errors.raise("policy.define takes named arguments",
      "write policy.define{ kind = \"procurement\", name = ..., cost = function(run) ... end }")
  end
  local kind = checked_kind("policy.define", given.kind)
  local name = made_name("policy.define", given.name)
  local who, functions = ("%s policy '%s'"):format(kind, name), functions_of(kind)
  check_functions(who, given, functions)
  local policy = { kind = kind, name = name, about = given.about or "" }
  function policy.has(function_name) return given[function_name] ~= nil end
  for function_name, spec in pairs(functions) do
    local f = given[function_name]
    if f then
      policy[function_name] = function(run)
        return check_result(("%s: %s(run)"):format(who, function_name), f(run), spec)
      end
    end
  end
  local view = strict.wrap(policy, ("the %s"):format(who))
  is_policy[view] = true
  return view
end

--- Calls all functions of a policy on a run, so that what they give is checked.
---@param policy table
---@param run table
function M.try(policy, run)
  for name in pairs(functions_of(policy.kind)) do
    if policy.has(name) then policy[name](run) end
  end
end

return M
