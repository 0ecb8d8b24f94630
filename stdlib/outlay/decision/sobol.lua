-- sobol(x): Sobol indices, the shares of a value's variance that its inputs carry.
--
-- Method: two independent sets of samples and, for each input, the first with the second's draws
-- of that input (Saltelli and others, Computer Physics Communications 181, 2010), in the core:
-- only what the input reaches is computed again. Intervals are by 16 replicates.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local output = require "outlay.report.output"
local sensitivity = require "core.sensitivity"
local settings = require "outlay.language.settings"
local subject = require "outlay.decision.subject"

local sobol = {}

local function check_given(given)
  given = arguments.check("sobol", given or {}, { samples = "optional", confidence = 0.95,
    top = 20 })
  if given.samples ~= nil and (type(given.samples) ~= "number"
    or given.samples < 1) then
    errors.raise("sobol: samples is a number from 1", "write sobol(x, { samples = 1e5 })")
  end
  if type(given.confidence) ~= "number" or not (given.confidence > 0 and given.confidence < 1) then
    errors.raise("sobol: confidence is a share between 0 and 1",
      "write sobol(x, { confidence = 0.95 })")
  end
  if type(given.top) ~= "number" or given.top < 1 then
    errors.raise("sobol: top is how many inputs to list", "write sobol(x, { top = 20 })")
  end
  return given
end

local function name_of(names, inputs)
  local parts = {}
  for i, input in ipairs(inputs) do parts[i] = names[graph.id(input)] end
  return table.concat(parts, " + ")
end

--- The indices of a value, greatest total first.
---@param x any
---@param given table? { samples =, confidence = 0.95 }
---@return table[] groups { name, inputs, first, total }: an index is { value, standard_error, low,
---  high }, shares of the variance; inputs are one, or those that are correlated or share a draw
---@return table info { samples, evaluations, mean, sd } of x, in base units
function sobol.of(x, given)
  given = check_given(given)
  local node = subject.of("sobol", x)
  local chosen = settings.fixed()
  chosen.samples = given.samples or chosen.samples
  local found = sensitivity.indices(node, chosen, given.confidence)
  local names = subject.names(node)
  for _, group in ipairs(found.groups) do group.name = name_of(names, group.inputs) end
  table.sort(found.groups, function(a, b)
    if a.total.value ~= b.total.value then return a.total.value > b.total.value end
    return a.name < b.name
  end)
  return found.groups, found
end

local function index_cells(index)
  local half = (index.high - index.low) / 2
  return { text = subject.percent(index.value), value = index.value },
    { text = subject.percent(half), value = half }
end

-- What no input does alone; and its error, were the errors independent.
local function rest_of(groups)
  local rest, square = 1, 0
  for _, group in ipairs(groups) do
    rest = rest - group.first.value
    square = square + ((group.first.high - group.first.low) / 2) ^ 2
  end
  return rest, math.sqrt(square)
end

--- Puts the Sobol indices of a value into the report. The first-order index of an input is the
--- share of the variance that would go if it were known, its total index the share that would be
--- left if all others were; the difference is what it does together with others.
---@param x any
---@param given table? { samples =, confidence = 0.95, top = 20 }
---@return table[] groups as sobol.of has them
function sobol.sobol(x, given)
  given = check_given(given)
  local _, name = subject.of("sobol", x)
  local groups, found = sobol.of(x, given)
  local rows = {}
  for i = 1, math.min(given.top, #groups) do
    local first, first_half = index_cells(groups[i].first)
    local total, total_half = index_cells(groups[i].total)
    rows[i] = { groups[i].name, first, first_half, total, total_half }
  end
  local rest, half = rest_of(groups)
  if rest > half then
    rows[#rows + 1] = { "(inputs acting together)",
      { text = subject.percent(rest), value = rest },
      { text = subject.percent(half), value = half }, "", "" }
  end
  output.add { kind = "table", title = ("Shares of the variance of %s (Sobol indices, %g %% "
    .. "intervals)"):format(name, 100 * given.confidence), samples = found.samples,
    columns = { "input", { name = "alone" }, { name = "alone ±", header = "±" },
      { name = "in all" }, { name = "in all ±", header = "±" } }, rows = rows }
  return groups
end

return sobol
