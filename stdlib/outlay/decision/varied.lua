-- What a search varies: a quantity in whose place a parameter is put, in copies of what is looked
-- at. The script's own quantities are left as they are.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local settings = require "outlay.language.settings"
local strict = require "outlay.language.strict"
local unit = require "core.unit"
local value = require "outlay.report.value"

local varied = {}

local function check_node(who, x)
  if type(x) == "number" then
    errors.raise(("%s: a plain number has no identity that could be varied"):format(who),
      ("write q\"%.6g\" where it is set, and vary that"):format(x))
  end
  if not graph.is_node(x) then
    errors.raise(("%s: what is varied is a quantity, not a %s"):format(who, type(x)),
      ("write %s{ vary = tariff, ... }"):format(who))
  end
  local kind = graph.describe(x)
  if kind.operation == "constant" then
    errors.raise(("%s: a plain number has no identity that could be varied"):format(who),
      ("write q\"%.6g\" where it is set, and vary that"):format(kind.value))
  end
  if #kind.axes > 0 then
    errors.raise(("%s: what is varied has axes"):format(who), "vary one value")
  end
  if kind.condition then
    errors.raise(("%s: what is varied is true or false"):format(who), "vary a quantity")
  end
  return kind
end

--- The middle of a quantity, in base units.
local function middle_of(node)
  local result = run.evaluate({ node }, settings.fixed())
  if not graph.describe(node).uncertain then return result:moments(1, 1).mean end
  return result:quantiles(1, 1, { 0.5 })[1]
end

--- A number of base units that an argument means: a number or a quantity of the dimension.
---@param self table
---@param who string
---@param name string of the argument
---@param given any
---@return number?
local function bound_of(self, who, name, given)
  if given == nil then return nil end
  local node = quantity.of(given)
  local kind, own = graph.describe(node), graph.describe(self.node)
  if kind.dimension ~= own.dimension then
    errors.raise(("%s: %s is %s, and %s is %s"):format(who, name, unit.dimension(kind.dimension),
      self.name, unit.dimension(own.dimension)), nil, "dimension")
  end
  if kind.uncertain or #kind.axes > 0 then
    errors.raise(("%s: %s is one certain value"):format(who, name))
  end
  if kind.money ~= own.money and kind.money ~= 0 and own.money ~= 0 then
    node = graph.convert(node, own.money)
  end
  return run.evaluate({ node }, { samples = 1 }):moments(1, 1).mean
end

--- Something to vary, starting from its middle.
---@param who string
---@param x any
---@return table self { node, name, parameter, start (base units), unit, factor, unit_text }
function varied.new(who, x)
  local kind = check_node(who, x)
  local start = middle_of(x)
  local id = unit.choose(start, kind.dimension, kind.money, value.hint_of(kind))
  local text, factor = unit.describe(id)
  local self = { node = x, name = kind.name or formula.phrase(x), start = start, unit = id,
    unit_text = text, factor = factor, parameter = graph.parameter(start / factor, id) }
  function self.bound(name, given) return bound_of(self, who, name, given) end
  return self
end

-- The values that a choice lists, in base units.
local function values_of(self, who, given)
  if type(given.values) ~= "table" or #given.values == 0 then
    errors.raise(("%s: the values of %s are a list"):format(who, self.name),
      "write { site, values = { 1, 2, 3 } }")
  end
  if given.names ~= nil and (type(given.names) ~= "table" or #given.names ~= #given.values) then
    errors.raise(("%s: %s needs as many names as values"):format(who, self.name))
  end
  local values = {}
  for i, each in ipairs(given.values) do values[i] = self.bound("a value", each) end
  return values
end

-- The step, and the first and the last multiple of it between the bounds.
local function stepped(self, who, given, low, high)
  if given.step == nil then return nil, low, high end
  local step = self.bound("step", given.step)
  if step <= 0 then
    errors.raise(("%s: the step of %s is not above zero"):format(who, self.name))
  end
  -- A bound that is a multiple but for rounding counts as one.
  local first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
  if first > last then
    errors.raise(("%s: no multiple of its step lies between the bounds of %s"):format(who,
      self.name), "give a smaller step, or wider bounds")
  end
  return step, first * step, last * step
end

local function variable_of(self, who, given)
  if given.values ~= nil then
    if given.low ~= nil or given.high ~= nil or given.step ~= nil then
      errors.raise(("%s: %s has values, and bounds or a step as well"):format(who, self.name),
        "give either values, or low, high and step")
    end
    return { parameter = self.parameter, values = values_of(self, who, given) }
  end
  if given.low == nil or given.high == nil then
    errors.raise(("%s: %s needs bounds, or a list of values"):format(who, self.name),
      ("write { %s, low = ..., high = ... }"):format(self.name))
  end
  local low, high = self.bound("low", given.low), self.bound("high", given.high)
  if low > high then
    errors.raise(("%s: %s has a low bound above the high one"):format(who, self.name))
  end
  local step
  step, low, high = stepped(self, who, given, low, high)
  return { parameter = self.parameter, low = low, high = high, step = step,
    start = math.max(low, math.min(high, self.start)) }
end

local function choice_of(who, given, name)
  if type(given) ~= "table" or graph.is_node(given) then
    errors.raise(("%s: vary lists quantities with their bounds or values"):format(who),
      "write vary = { { chips, low = q\"1000 GPU\", high = q\"9000 GPU\" } }")
  end
  local x = given[1]
  local named = {}
  for key, value_given in pairs(given) do
    if key ~= 1 then named[key] = value_given end
  end
  arguments.check(who .. ": vary", named, { low = "optional", high = "optional",
    step = "optional", values = "optional", names = "optional" })
  local self = varied.new(who, x)
  self.name = name or self.name
  self.names = given.names
  self.variable = variable_of(self, who, given)
  return self
end

--- What a search may choose, in a fixed order: the list, then by name.
---@param who string
---@param given table of { x, low =, high =, step = } and { x, values = { ... }, names = { ... } }
---@return table[] choices as varied.new, with `variable` as core.decide.optimise takes it
function varied.choices(who, given)
  if type(given) ~= "table" or graph.is_node(given) then choice_of(who, given) end
  local choices = {}
  for i, each in ipairs(given) do choices[i] = choice_of(who, each) end
  for _, key in ipairs(strict.keys(given)) do
    choices[#choices + 1] = choice_of(who, given[key], key)
  end
  if #choices == 0 then errors.raise(("%s: vary lists nothing"):format(who)) end
  return choices
end

--- The name of a value that has one.
---@param self table
---@param amount number in base units
---@return string?
function varied.name_of_value(self, amount)
  for i, each in ipairs(self.variable.values or {}) do
    if each == amount then return self.names and self.names[i] end
  end
end

--- A node with parameters in the places of what is varied; the names of those that it does not
--- depend on.
---@param node node
---@param all table[] of varied.new
---@return node
---@return string[] missing
function varied.place(node, all)
  local missing = {}
  for _, each in ipairs(all) do
    -- The name that the script knows, else what is behind it.
    local from, placed = each.node
    while true do
      placed = graph.replace(node, from, each.parameter)
      local kind = graph.describe(from)
      if graph.id(placed) ~= graph.id(node) or kind.operation ~= "alias" then break end
      from = kind.arguments[1]
    end
    if graph.id(placed) == graph.id(node) then missing[#missing + 1] = each.name end
    node = placed
  end
  return node, missing
end

-- Digits beyond the error are noise, but for two, so that a target stays met; without an error,
-- those that the search is sure of.
local function rounded(amount, error_of_it)
  if amount == 0 then return 0 end
  local digits = 10
  if error_of_it > 0 then
    digits = math.ceil(math.log(math.abs(amount) / error_of_it) / math.log(10)) + 2
  end
  return tonumber(("%%.%dg"):format(math.max(1, math.min(10, digits))):format(amount))
end

-- The numbers of the parameters that are there once all choices are in place: one that another
-- choice hides, as where a quantity and twice that quantity are both varied, would be dead.
local function parameters_below(root)
  local seen, waiting = {}, { root }
  while #waiting > 0 do
    local kind = graph.describe(table.remove(waiting))
    if not seen[kind.id] then
      seen[kind.id] = true
      for _, argument in ipairs(kind.arguments) do waiting[#waiting + 1] = argument end
    end
  end
  return seen
end

local function is_used(choices, nodes, choice)
  for _, node in ipairs(nodes) do
    local placed = varied.place(node, choices)
    if parameters_below(placed)[graph.id(choice.parameter)] then return true end
  end
  return false
end

--- Raises for a choice on which nothing depends, by itself or beside the others.
---@param who string
---@param choices table[]
---@param nodes node[] what is looked at
function varied.check_used(who, choices, nodes)
  for _, choice in ipairs(choices) do
    if not is_used({ choice }, nodes, choice) then
      errors.raise(("%s: nothing that is looked at depends on %s"):format(who, choice.name),
        "vary a quantity that the results were computed from")
    end
    if not is_used(choices, nodes, choice) then
      errors.raise(("%s: %s has no effect beside what else is varied"):format(who, choice.name),
        "vary each quantity once, and not both a quantity and what is computed from it")
    end
  end
end

--- A quantity of a value in base units, in the unit of what was varied.
---@param self table
---@param amount number
---@param error_of_it number in base units; 0 if it has none
---@param source string
---@return node
function varied.answer(self, amount, error_of_it, source)
  local number = rounded(amount / self.factor, error_of_it / self.factor)
  return graph.annotate(graph.parameter(number, self.unit), "source", source)
end

--- A cell of an amount in base units.
function varied.cell(self, amount)
  local name = varied.name_of_value(self, amount)
  -- A search over bounds ends near the best place, not at it: the last digits are luck.
  local exact = self.variable.values or self.variable.step
  local number = rounded(amount / self.factor,
    exact and 0 or math.abs(amount / self.factor) * 1e-2)
  local text = value.with_unit(unit.format(number * self.factor, 0, self.unit), self.unit_text)
  return { text = name or text, value = amount / self.factor,
    unit = self.unit_text ~= "1" and self.unit_text or nil, name = name }
end

--- An amount in base units as a person reads it.
function varied.text(self, amount, spread)
  return value.with_unit(unit.format(amount, spread or 0, self.unit), self.unit_text)
end

return varied
