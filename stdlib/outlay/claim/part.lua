--- One figure of a claim: as it circulates, as its corrected original has it, or another that
--- belongs to it. What it states, what its model computes, the verdict.
local computed_of = require "outlay.claim.computed"
local errors = require "core.error"
local expected_of = require "outlay.claim.expected"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local stated_of = require "outlay.claim.stated"
local strict = require "outlay.language.strict"
local time = require "outlay.language.time"
local text_width = require "outlay.report.text_width"
local unit = require "core.unit"
local verdict = require "outlay.claim.verdict"

local M = {}

--- The arguments of each figure.
M.arguments = {
  about = "optional", states = "optional", reading = "optional", given = "optional",
  model = "optional", tolerance = "optional", untestable = "optional", unit = "optional",
  expect = "optional",
}

-- ---- the model ----

-- The inputs of a model under their names: `given.chip_price` is called "chip price".
local function named(given, who)
  if type(given) ~= "table" then
    errors.raise(who .. ": given is a table of inputs",
      "write given = { price = q\"30k USD/GPU\" :source \"...\" }")
  end
  local inputs = {}
  for name, x in pairs(given) do
    if type(x) == "number" then x = graph.constant(x) end
    if graph.is_node(x) and not graph.describe(x).name then
      x = graph.annotate(x, "name", (tostring(name):gsub("_", " ")))
    end
    inputs[name] = x
  end
  return strict.wrap(inputs, "given")
end

-- What the model gives: a quantity, a number or a date.
local function model_of(part, who)
  local model = part.model
  if type(model) == "function" then
    model = model(part.given ~= nil and named(part.given, who) or nil)
    if model == nil then
      errors.raise(who .. ": the model returns nothing", "end it with `return`")
    end
  end
  local kind = type(model)
  if model ~= nil and not graph.is_node(model) and kind ~= "number" and kind ~= "string" then
    errors.raise(("%s: the model gives a %s, not a figure"):format(who, kind),
      "write model = function(given) return given.count * given.price end")
  end
  return model
end

-- ---- checks ----

--- Raises for a text that other programs cannot read: with control characters, or not in UTF-8.
---@param who string for messages
---@param name string of the argument
---@param x string
function M.check_characters(who, name, x)
  if text_width.utf8(x) ~= x or x:find("[%z\1-\8\11\12\14-\31\127]") then
    errors.raise(("%s: %s has control characters, or bytes that are not UTF-8"):format(who, name),
      "write text in UTF-8")
  end
end

local function check_text(who, name, x)
  if x == nil then return end
  if type(x) ~= "string" then
    errors.raise(("%s: %s is a text, not a %s"):format(who, name, type(x)))
  end
  M.check_characters(who, name, x)
end

local function check_tolerance(who, tolerance, is_time)
  if tolerance == nil then return end
  if is_time and type(tolerance) == "number" and tolerance >= 0 then return end
  if is_time then errors.raise(who .. ": the tolerance of a date is a number of years") end
  if type(tolerance) ~= "number" or not (tolerance >= 0 and tolerance < 1) then
    errors.raise(who .. ": a tolerance is a relative one, a number from 0 to 1",
      "write tolerance = 0.1 for 10 %")
  end
end

local function check_testable(who, part)
  if part.untestable ~= nil then
    if part.states ~= nil and part.model ~= nil then
      errors.raise(who .. " states a figure and has a model, and is said to be untestable",
        "leave out `untestable`, or the figure that is not to be held against the model")
    end
    return
  end
  if part.states == nil then
    errors.raise(who .. " states no figure",
      "write states = \"600 MUSD\", or untestable = \"why it cannot be tested\"")
  end
  if part.model == nil then
    errors.raise(who .. " has no model",
      "write model = function(given) ... end, or untestable = \"why it cannot be tested\"")
  end
end

local function dimension_text(dimension)
  return dimension == 0 and "a plain number" or unit.dimension(dimension)
end

local function raise_kind(who, what, dimension, model)
  errors.raise(("%s: what is %s is %s, and the model gives %s"):format(who, what,
    dimension_text(dimension), dimension_text(graph.describe(model).dimension)),
    "state and compute the same thing, in units of the same kind", "dimension")
end

-- Dollars of a year are not held against dollars of none, as they are not added.
local function check_money(who, what, kind, node)
  local money = graph.describe(node).money
  if kind.money == money or kind.money == 0 or money == 0 then return end
  local ok, problem = pcall(graph.convert, node, kind.money)
  if ok then return end
  errors.raise(("%s: what is %s and what the model gives: %s"):format(who, what,
    type(problem) == "table" and problem.message or tostring(problem)),
    type(problem) == "table" and problem.advice or nil)
end

-- Whether a model gives a point in time: one that is known to be, or a year held against a date.
local function gives_time(figure)
  local model, stated = figure.model, figure.stated
  if model == nil or type(model) == "string" then return false end
  local node = quantity.of(model)
  return time.horizon(node) ~= nil or (stated ~= nil and stated.form == "date"
    and graph.describe(node).dimension == 0)
end

-- Whether what is stated, what is expected and what the model gives can be held against each other.
local function check_kinds(figure)
  local who, model, stated = figure.who, figure.model, figure.stated
  if model == nil then
    local expected = figure.expected
    if expected and (expected.figure or expected.low or expected.high) then
      errors.raise(who .. ": a figure is expected, and there is no model")
    end
    return
  end
  local is_date = type(model) == "string"
  if is_date and (model:find(" ") or not time.span(model)) then
    errors.raise(("%s: the model gives '%s', which is not a date"):format(who, model),
      "write \"2025\", \"2025-08\" or \"2025-08-02\"")
  end
  if is_date and stated and stated.date and #model < #stated.date then
    errors.raise(("%s: '%s' does not say whether it is in '%s'"):format(who, model, stated.date),
      "give a model's date to the day, or state no more than it says")
  end
  if stated and (stated.form == "date") ~= is_date and not figure.is_time then
    errors.raise(who .. ": a date is held against a date",
      "write states = { date = \"2025-08\" }, and a model that gives \"2024-08-01\" or a year")
  end
  local node = not is_date and quantity.of(model)
  local dimension = node and graph.describe(node).dimension
  if node and stated and stated.kind then
    if stated.kind.dimension ~= dimension then
      raise_kind(who, "stated", stated.kind.dimension, node)
    end
    check_money(who, "stated", stated.kind, node)
  end
  for _, name in ipairs { "figure", "low", "high" } do
    local expected = figure.expected and figure.expected[name]
    if expected and is_date then errors.raise(who .. ": of a date only the verdict is expected") end
    if expected and expected.kind.dimension ~= dimension then
      raise_kind(who, "expected", expected.kind.dimension, node)
    end
    if expected then check_money(who, "expected", expected.kind, node) end
  end
end

-- ---- from arguments to a verdict ----

--- Reads a figure's arguments and calls its model.
---@param part table M.arguments
---@param who string for messages
---@param needs_verdict boolean whether it has to state a figure, or why not
---@return table figure not yet computed
function M.read(part, who, needs_verdict)
  for _, name in ipairs { "about", "untestable", "unit", "reading" } do
    check_text(who, name, part[name])
  end
  if needs_verdict then check_testable(who, part) end
  local figure = { who = who, about = part.about, untestable = part.untestable,
    tolerance = part.tolerance, needs_verdict = needs_verdict }
  if part.states ~= nil then figure.stated = stated_of.read(part.states) end
  if part.reading ~= nil then
    if not figure.stated then
      errors.raise(who .. ": reading says how the words are read, and nothing is stated",
        "write states = \"74 BUSD/year\" beside it")
    end
    figure.stated.reading = part.reading
  end
  if part.expect ~= nil then figure.expected = expected_of.read(part.expect, who) end
  figure.model = model_of(part, who)
  figure.is_time = gives_time(figure)
  check_tolerance(who, part.tolerance, figure.is_time)
  check_kinds(figure)
  if figure.stated and figure.is_time then stated_of.as_years(figure.stated) end
  local wanted = figure.expected and (figure.expected.figure or figure.expected.low)
  figure.unit_text = part.unit or figure.stated and figure.stated.unit_text
    or wanted and wanted.unit_text
  return figure
end

local function judge(figure)
  local is_tested = figure.stated and figure.computed and not figure.untestable
  if is_tested then
    figure.verdict, figure.why = verdict.of(figure.stated, figure.computed, figure.tolerance)
  elseif figure.needs_verdict or figure.untestable then
    figure.verdict, figure.why = "not testable", figure.untestable
  end
  if figure.expected then
    figure.failures = expected_of.failures(figure.expected, figure.verdict, figure.computed)
  end
end

--- Evaluates figures, all at once, and judges each.
---@param figures table[] of M.read
function M.judge(figures)
  local with_model = {}
  for _, figure in ipairs(figures) do
    if figure.model ~= nil then with_model[#with_model + 1] = figure end
  end
  for i, computed in ipairs(computed_of.all(with_model)) do with_model[i].computed = computed end
  for _, figure in ipairs(figures) do judge(figure) end
end

--- What programs read of a figure.
---@param figure table
---@return table { about =, stated =, computed =, verdict =, why =, tolerance =, expected =,
---  failures =, holds = }
function M.plain(figure)
  local stated, expected = figure.stated, figure.expected
  return {
    about = figure.about, stated = stated and stated_of.plain(stated),
    computed = figure.computed and computed_of.plain(figure.computed),
    verdict = figure.verdict, why = figure.why,
    tolerance = stated and stated.form == "figure" and figure.computed
      and (figure.tolerance or figure.is_time and verdict.YEARS or verdict.TOLERANCE) or nil,
    expected = expected and expected_of.text(expected),
    failures = expected and figure.failures[1] and figure.failures or nil,
    holds = expected and #figure.failures == 0 or nil,
  }
end

return M
