-- value_of_information{ choices =, about = }: what it is worth to know something before choosing.
--
-- Method: the expected value of perfect information (Raiffa and Schlaifer, Applied Statistical
-- Decision Theory, 1961) is the mean of the best choice of each sample less the best mean; of one
-- input, samples are grouped by it and each group has its own best choice (core: see
-- outlay_result_information).

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local run = require "core.run"
local settings = require "outlay.language.settings"
local strict = require "outlay.language.strict"
local subject = require "outlay.decision.subject"
local unit = require "core.unit"

local information = {}

local EXAMPLE = "value_of_information{ choices = { own = cost_owned, rent = cost_rented } }"

-- Samples are kept in columns here, so their number is bounded.
local MOST_SAMPLES = 200000

local function choices_of(given)
  if type(given) ~= "table" or graph.is_node(given) then
    errors.raise("value_of_information: choices are results under names", "write " .. EXAMPLE)
  end
  local list, first = {}, nil
  for _, name in ipairs(strict.keys(given)) do
    local node = quantity.of(given[name])
    local kind = graph.describe(node)
    if #kind.axes > 0 then
      errors.raise(("value_of_information: %s has axes"):format(name), "choose with x:at{ ... }")
    end
    first = first or kind
    if kind.dimension ~= first.dimension then
      errors.raise(("value_of_information: %s is %s, and %s is %s"):format(list[1].name,
        unit.dimension(first.dimension), name, unit.dimension(kind.dimension)), nil, "dimension")
    end
    if kind.money ~= first.money and kind.money ~= 0 and first.money ~= 0 then
      node = graph.convert(node, first.money)
    end
    list[#list + 1] = { name = name, node = node }
  end
  if #list < 2 then
    errors.raise("value_of_information: a choice is between two or more", "write " .. EXAMPLE)
  end
  return list
end

-- What could be known: the inputs below the choices, or what the caller asks about.
local function subjects_of(given, choices)
  local names, list, seen = {}, {}, {}
  for _, choice in ipairs(choices) do
    for id, name in pairs(subject.names(choice.node)) do names[id] = name end
  end
  local function add(node)
    local kind = graph.describe(node)
    if seen[kind.id] or #kind.axes > 0 then return end
    if not kind.uncertain then
      errors.raise(("value_of_information: %s is certain, so it is known"):format(kind.name
        or "what is asked about"))
    end
    seen[kind.id] = true
    list[#list + 1] = { node = node, name = kind.name or names[kind.id] or "it" }
  end
  if given ~= nil then
    for _, x in ipairs(graph.is_node(given) and { given } or given) do add(quantity.of(x)) end
    return list
  end
  for _, choice in ipairs(choices) do
    for _, input in ipairs(graph.inputs(choice.node)) do add(input) end
  end
  return list
end

local function evaluated(choices, subjects)
  local nodes, places = {}, {}
  for i, choice in ipairs(choices) do
    nodes[i] = choice.node
    places[i] = i
  end
  for _, each in ipairs(subjects) do
    nodes[#nodes + 1] = each.node
    each.place = #nodes
  end
  local chosen = settings.fixed()
  chosen.samples = math.min(chosen.samples, MOST_SAMPLES)
  return run.evaluate(nodes, chosen), places
end

-- Of everything: the best of each sample against the best on average.
local function of_everything(choices, best, greatest)
  local top = choices[1].node
  for i = 2, #choices do
    top = graph.apply(greatest and "maximum" or "minimum", top, choices[i].node)
  end
  local gain = greatest and top - choices[best].node or choices[best].node - top
  local result = run.evaluate({ gain }, settings.fixed()):moments(1, 1)
  return result.mean, result.standard_error
end

--- What perfect information is worth before a choice, of all inputs and of each by itself.
---@param given table { choices = { name = result, ... }, about = { inputs }, maximise = false,
---  top = 10 }
---@return table found { best = name, value = node, about = { { name, value = node,
---  standard_error = node }, ... } } the most valuable first
function information.value_of_information(given)
  given = arguments.check("value_of_information", given, { choices = "required",
    about = "optional", maximise = false, top = 10 }, EXAMPLE)
  local choices = choices_of(given.choices)
  local subjects = subjects_of(given.about, choices)
  local result, places = evaluated(choices, subjects)
  local best, middle = 1, 0
  for i, choice in ipairs(choices) do
    choice.mean = result:moments(i, 1).mean
    middle = math.max(middle, math.abs(choice.mean))
    local better = given.maximise and choice.mean > choices[best].mean
      or not given.maximise and choice.mean < choices[best].mean
    if better then best = i end
  end
  for _, each in ipairs(subjects) do
    local _, worth, off = result:information(places, each.place, given.maximise)
    each.worth, each.off = math.max(0, worth), off
  end
  table.sort(subjects, function(a, b)
    if a.worth ~= b.worth then return a.worth > b.worth end
    return a.name < b.name
  end)
  local all, all_off = of_everything(choices, best, given.maximise)
  return information.report(given, choices, subjects, best, { all, all_off, middle })
end

--- Puts what was found into the report, and makes quantities of it.
function information.report(given, choices, subjects, best, numbers)
  local all, all_off, middle = unpack(numbers)
  local node = choices[best].node
  local cell = subject.cells(node, all > 0 and all or middle, math.max(all_off, middle * 1e-9))
  local text = subject.cells(node, choices[best].mean, middle / 1000)(choices[best].mean).text
  local rows = { { "everything", cell(all), cell(all_off) } }
  for i = 1, math.min(given.top, #subjects) do
    rows[i + 1] = { subjects[i].name, cell(subjects[i].worth), cell(subjects[i].off) }
  end
  output.add { kind = "table", rows = rows,
    title = ("What knowing is worth before choosing (without: %s, %s)"):format(
      choices[best].name, text),
    columns = { "known", "worth", { name = "standard error", header = "±" } } }
  local kind = graph.describe(node)
  local id = unit.choose(all > 0 and all or middle, kind.dimension, kind.money, 0)
  local _, factor = unit.describe(id)
  local function amount(x) return graph.parameter(x / factor, id) end
  local about = {}
  for i, each in ipairs(subjects) do
    about[i] = { name = each.name, value = amount(each.worth), standard_error = amount(each.off) }
  end
  return { best = choices[best].name, value = amount(all), about = about }
end

return information
