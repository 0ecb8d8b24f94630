-- From quantities back to plain Lua numbers, for scripts that must have them.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local unit = require "core.unit"

local extract = {}

local function evaluated(x, who, unit_text)
  local value = require "outlay.report.value"
  local node = value.in_money_of(quantity.of(x), unit_text)
  if #graph.describe(node).axes > 0 then
    errors.raise(("%s needs one value, and this one has axes"):format(who),
      "choose with x:at{ ... } or x:sum(axis)")
  end
  return node, value.evaluate { node }
end

-- How many base units are one of the unit that the caller wants.
local function factor_of(node, unit_text, who)
  local kind = graph.describe(node)
  if unit_text == nil then
    if kind.dimension ~= 0 then
      local dimension = unit.dimension(kind.dimension)
      errors.raise(("%s needs a unit, because the value is %s"):format(who, dimension),
        ("write %s(x, \"...\")"):format(who))
    end
    return 1
  end
  local _, factor = unit.describe(require("outlay.report.value").unit_for(kind, unit_text))
  return factor
end

--- A certain quantity as a number of a unit: value(hours, "h").
function extract.value(x, unit_text)
  if type(x) == "number" and unit_text == nil then return x end
  local node, result = evaluated(x, "value", unit_text)
  if graph.describe(node).uncertain then
    errors.raise("value needs a certain quantity, and this one is uncertain",
      "take a statistic of it: value(mean(x), unit)")
  end
  return result:moments(1, 1).mean / factor_of(node, unit_text, "value")
end

--- The samples of a quantity as a list of numbers of a unit.
function extract.samples(x, unit_text)
  local node, result = evaluated(x, "samples", unit_text)
  return result:samples(1, 1, factor_of(node, unit_text, "samples"))
    or errors.raise("too many samples to keep in memory", "ask for fewer samples")
end

--- The histogram of a quantity: { low =, high =, counts = { ... } } in a unit.
function extract.histogram(x, given)
  given = arguments.check("histogram", given or {},
    { bins = 20, unit = "optional", low = "optional", high = "optional" })
  local node, result = evaluated(x, "histogram", given.unit)
  local factor = factor_of(node, given.unit, "histogram")
  local moments = result:moments(1, 1)
  local low = given.low and given.low * factor or moments.minimum
  local high = given.high and given.high * factor or moments.maximum
  return { low = low / factor, high = high / factor,
    counts = result:histogram(1, 1, low, high, given.bins) }
end

return extract
