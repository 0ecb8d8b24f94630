-- drivers(x): which uncertain inputs move a result, from the samples.
--
-- Method: an input's share is the part of the result's variance that knowing the input would
-- remove (the first-order Sobol index, estimated as a correlation ratio; Plischke, Borgonovo and
-- Smith, European Journal of Operational Research 226, 2013). It sees dependence of any shape; what
-- inputs do only together with others is the rest. Spearman's rank correlation says which way.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local input_names = require "outlay.report.input_names"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local settings = require "outlay.language.settings"
local unit = require "core.unit"
local value = require "outlay.report.value"

local drivers = {}

-- Inputs with a smaller share are not listed: the samples cannot tell it from none.
local LEAST_SHARE = 0.005

-- Samples are kept in columns here, so their number is bounded.
local MOST_SAMPLES = 100000

-- The mean result where the input is in its lowest and in its highest tenth.
local function swing(result, i, count)
  local x, y = result:samples(i + 1, 1), result:samples(1, 1)
  local low, high = unpack(result:quantiles(i + 1, 1, { 0.1, 0.9 }))
  local sums, counts = { 0, 0 }, { 0, 0 }
  for k = 1, count do
    local side = x[k] <= low and 1 or (x[k] >= high and 2 or nil)
    if side then
      sums[side] = sums[side] + y[k]
      counts[side] = counts[side] + 1
    end
  end
  return sums[1] / math.max(1, counts[1]), sums[2] / math.max(1, counts[2])
end

--- The drivers of a quantity, strongest first.
---@param x any
---@return table[] { name, node, share, correlation, low, high } low and high: the mean of x where
---  the input is in its lowest and in its highest tenth, in base units
function drivers.of(x)
  local node = quantity.of(x)
  if #graph.describe(node).axes > 0 then
    errors.raise("drivers needs one value, and this one has axes",
      "choose with x:at{ ... } or x:sum(axis)")
  end
  local inputs = graph.inputs(node)
  local names = input_names.of(inputs, node)
  local nodes = { node }
  for _, input in ipairs(inputs) do nodes[#nodes + 1] = input end
  local chosen = settings.fixed()
  chosen.samples = math.min(chosen.samples, MOST_SAMPLES)
  local result = run.evaluate(nodes, chosen)
  local list = {}
  for i, input in ipairs(inputs) do
    if #graph.describe(input).axes == 0 then
      local low, high = swing(result, i, chosen.samples)
      list[#list + 1] = { node = input, name = names[i], low = low, high = high,
        share = result:variance_share(1, 1, i + 1, 1),
        correlation = result:rank_correlation(1, 1, i + 1, 1) }
    end
  end
  table.sort(list, function(a, b)
    if a.share ~= b.share then return a.share > b.share end
    return a.name < b.name
  end)
  return list
end

local function percent(share) return { text = ("%.0f %%"):format(100 * share), value = share } end

-- What no input does alone: of samples that are enough to tell it.
local LEAST_REST = 0.02

local function rest_of(list)
  local rest = 1
  for _, entry in ipairs(list) do rest = rest - entry.share end
  return rest
end

--- Puts the drivers of a quantity into the report.
---@param x any
---@param given table? { top = 8 }
function drivers.drivers(x, given)
  given = arguments.check("drivers", given or {}, { top = 8 })
  if type(given.top) ~= "number" or given.top < 1 then
    errors.raise("drivers: top is how many inputs to list", "write drivers(x, { top = 8 })")
  end
  local node = quantity.of(x)
  if not graph.describe(node).uncertain then
    errors.raise("drivers needs an uncertain value, and this one is certain")
  end
  local list = drivers.of(node)
  local numbers = value.summary(value.evaluate { node }, 1, 1, node)
  local function in_unit(amount)
    return { text = value.with_unit(unit.format(amount, numbers.sd, numbers.unit),
      numbers.unit_text), value = amount / numbers.factor, unit = numbers.unit_text }
  end
  local rows = {}
  for i = 1, math.min(given.top, #list) do
    local entry = list[i]
    if entry.share < LEAST_SHARE then break end
    rows[i] = { entry.name, percent(entry.share),
      { text = ("%+.2f"):format(entry.correlation), value = entry.correlation },
      in_unit(entry.low), in_unit(entry.high) }
  end
  local rest = rest_of(list)
  if rest > LEAST_REST then
    rows[#rows + 1] = { "(inputs acting together)", percent(rest), "", "", "" }
  end
  output.add { kind = "table", title = ("What drives %s"):format(graph.describe(node).name or "it"),
    columns = { "input", "share", "rank correlation", "if in its lowest tenth",
      "if in its highest tenth" },
    rows = rows }
end

return drivers
