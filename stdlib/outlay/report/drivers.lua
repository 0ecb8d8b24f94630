-- drivers(x): which uncertain inputs move a result, by rank correlation over the samples.
--
-- Method: Spearman's rank correlation of each input with the result; the squared correlations,
-- scaled to a sum of 1, are the shares (Saltelli and others, Global Sensitivity Analysis, 2008,
-- section 1.2.5). Good for results that rise or fall with each input; interactions are not seen.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local explain = require "outlay.report.explain"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local settings = require "outlay.language.settings"
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
  local nodes = { node }
  for _, input in ipairs(inputs) do nodes[#nodes + 1] = input end
  local chosen = settings.fixed()
  chosen.samples = math.min(chosen.samples, MOST_SAMPLES)
  local result = run.evaluate(nodes, chosen)
  local list, total = {}, 0
  for i, input in ipairs(inputs) do
    if #graph.describe(input).axes == 0 then
      local correlation = result:rank_correlation(1, 1, i + 1, 1)
      local low, high = swing(result, i, chosen.samples)
      total = total + correlation ^ 2
      list[#list + 1] = { node = input, correlation = correlation, low = low, high = high }
    end
  end
  for _, entry in ipairs(list) do
    entry.share = total > 0 and entry.correlation ^ 2 / total or 0
    entry.name = explain.phrase(entry.node)
  end
  table.sort(list, function(a, b)
    if a.share ~= b.share then return a.share > b.share end
    return a.name < b.name
  end)
  return list
end

--- Puts the drivers of a quantity into the report.
---@param x any
---@param given table? { top = 8 }
function drivers.drivers(x, given)
  given = arguments.check("drivers", given or {}, { top = 8 })
  local node = quantity.of(x)
  local list = drivers.of(node)
  local numbers = value.summary(value.evaluate { node }, 1, 1, node)
  local function in_unit(amount)
    return { text = value.with_unit(require("core.unit").format(amount, numbers.sd, numbers.unit),
      numbers.unit_text), value = amount / numbers.factor }
  end
  local rows = {}
  for i = 1, math.min(given.top, #list) do
    local entry = list[i]
    if entry.share < LEAST_SHARE then break end
    rows[i] = { entry.name,
      { text = ("%.0f %%"):format(100 * entry.share), value = entry.share },
      { text = ("%+.2f"):format(entry.correlation), value = entry.correlation },
      in_unit(entry.low), in_unit(entry.high) }
  end
  output.add { kind = "table", title = ("What drives %s"):format(graph.describe(node).name or "it"),
    columns = { "input", "share", "rank correlation", "if in its lowest tenth",
      "if in its highest tenth" },
    rows = rows }
end

return drivers
