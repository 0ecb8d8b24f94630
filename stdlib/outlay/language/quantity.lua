-- Quantities: texts with units become nodes of the graph.

local errors = require "core.error"
local graph = require "core.graph"
local strict = require "outlay.language.strict"
local unit = require "core.unit"

local quantity = {}

-- A dated amount ("5 USD2024", "$2024") needs the facts that convert it.
local function load_facts_for(text)
  if text:find("[%a$]%d%d%d%d") then require("outlay.language.money").load_facts() end
end

-- ---- q"30k to 40k USD" ----

local function interval(low, high, unit_id, text)
  if low <= 0 then
    local name = unit.describe(unit_id)
    local function literal(number) return ("%.10g %s"):format(number, name):gsub(" 1?$", "") end
    errors.raise(("'%s' reaches zero or below, so it cannot be lognormal"):format(text),
      ("write normal{ p5 = q\"%s\", p95 = q\"%s\" }, or uniform with the same bounds"):format(
        literal(low), literal(high)), "domain")
  end
  return graph.input("lognormal", { graph.parameter(low, unit_id), graph.parameter(high, unit_id) })
end

--- A quantity from a text: a number with a unit, or "a to b UNIT" for the lognormal with 5 %
--- and 95 % quantiles a and b.
---@param text string such as "16384 GPU", "30k to 40k USD", "38 %"
---@return node
function quantity.parse(text)
  if type(text) ~= "string" then
    errors.raise(("q takes a text, not a %s"):format(type(text)), "write q\"5 USD\", or 5 * u.USD")
  end
  load_facts_for(text)
  local low, high, unit_id, is_interval = unit.quantity(text)
  if is_interval then return interval(low, high, unit_id, text) end
  return graph.parameter(low, unit_id)
end

-- The fields of a table that may have been meant, such as those of a chip.
local function fields_advice(value)
  if type(value) ~= "table" then return nil end
  local meta = getmetatable(value)
  local names = type(meta) == "table" and meta.fields and meta.fields() or strict.keys(value)
  if #names == 0 then return nil end
  return "name one of its fields: " .. table.concat(names, ", ", 1, math.min(#names, 12))
    .. (#names > 12 and ", ..." or "")
end

--- The quantity that an argument means: a node, a number, or a text with a unit.
---@param value any
---@return node
function quantity.of(value)
  if type(value) == "string" then return quantity.parse(value) end
  if type(value) == "number" then return graph.constant(value) end
  if graph.is_node(value) then return value end
  errors.raise(("expected a quantity, got a %s"):format(type(value)), fields_advice(value)
    or "write a number, a quantity such as q\"5 USD\", or a name that holds one")
end

-- ---- u.kWh ----

local units = {}

--- One of a unit: `5 * u.kWh`, `hours / u.day`, `x / u["USD/MWh"]`.
quantity.u = setmetatable({}, {
  __index = function(_, name)
    if not units[name] then
      load_facts_for(name)
      units[name] = graph.parameter(1, unit.parse(name))
    end
    return units[name]
  end,
  __newindex = function() errors.raise("units are declared by units.count or units.define") end,
  __metatable = false,
})

-- ---- declaring units ----

quantity.units = {}

--- A new counted thing with a dimension of its own, such as a wafer.
---@param name string
---@param plural string?
function quantity.units.count(name, plural) unit.declare_count(name, plural) end

--- A new unit in terms of others: units.define("pod", "256 TPU").
---@param name string
---@param meaning string
function quantity.units.define(name, meaning)
  local low, _, unit_id, is_interval = unit.quantity(meaning)
  if is_interval then errors.raise("a unit is one number, not an interval") end
  unit.declare(name, low, unit_id, false)
end

--- A new currency by its three-letter code.
---@param code string
function quantity.units.currency(code) unit.declare_currency(code) end

quantity.units = strict.wrap(quantity.units, "units")

-- ---- names and overrides ----

--- The value under a name: quantities carry it from then on, other values stay as they are.
function quantity.named(value, name)
  if graph.is_node(value) then return graph.annotate(value, "name", name) end
  return value
end

local function dimension_text(dimension)
  return dimension == 0 and "a plain number" or unit.dimension(dimension)
end

local function raise_override(name, text, problem)
  errors.raise(("--set %s=%s: %s"):format(name, text, problem.message or tostring(problem)),
    problem.advice, problem.kind)
end

local function override_node(name, value, text, node)
  local ok, new = true, node
  if not node then ok, new = pcall(quantity.parse, text) end
  if not ok then raise_override(name, text, new) end
  local old_kind, new_kind = graph.describe(value), graph.describe(new)
  if old_kind.dimension ~= new_kind.dimension then
    errors.raise(("--set %s=%s: %s is %s, not %s"):format(name, text, name,
      dimension_text(old_kind.dimension), dimension_text(new_kind.dimension)),
      "give it with a unit of that dimension", "dimension")
  end
  if old_kind.money ~= new_kind.money then
    ok, new = pcall(graph.convert, new, old_kind.money)
    if not ok then raise_override(name, text, new) end
  end
  return graph.annotate(new, "source", ("--set %s=%s"):format(name, text))
end

--- What `--set name=text` puts in the place of an assigned value.
---@param name string
---@param value any what the script assigned
---@param text string
---@param node node? the quantity that the text means, if it has been made
function quantity.override(name, value, text, node)
  if graph.is_node(value) then return override_node(name, value, text, node) end
  if type(value) == "number" then
    return tonumber(text) or override_node(name, graph.constant(value), text, node)
  end
  if type(value) == "boolean" then
    if text ~= "true" and text ~= "false" then
      errors.raise(("--set %s=%s: %s is true or false"):format(name, text, name))
    end
    return text == "true"
  end
  if type(value) == "string" then return text end
  errors.raise(("--set cannot replace '%s', a %s"):format(name, type(value)),
    "only quantities, numbers, texts and truth values can be set")
end

return quantity
