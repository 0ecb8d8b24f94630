--- Claims: what is said in public, stated with its source, modelled, and given a verdict.
--- docs/guide/claims.md says what the verdicts mean.
local arguments = require "outlay.language.arguments"
local check = require "outlay.report.check"
local errors = require "core.error"
local failures_of = require("outlay.claim.failures").of
local graph = require "core.graph"
local ledger = require "outlay.claim.ledger"
local output = require "outlay.report.output"
local part = require "outlay.claim.part"
local text = require "outlay.claim.text"

local M = {}

local example = "claim \"id\" { says = \"...\", states = \"600 MUSD\", model = function() ... end }"

-- ---- arguments ----

local function with_figure_arguments(known)
  for name, kind in pairs(part.arguments) do known[name] = kind end
  return known
end

local claim_arguments = with_figure_arguments {
  says = "required", by = "optional", source = "optional", document = "optional",
  basis = "optional", note = "optional", original = "optional", also = "optional",
}
local original_arguments = with_figure_arguments {
  says = "required", source = "optional", note = "optional",
}

local texts = { "says", "by", "source", "document", "basis", "note" }

local function check_texts(who, given)
  for _, name in ipairs(texts) do
    if given[name] ~= nil and type(given[name]) ~= "string" then
      errors.raise(("%s: %s is a text, not a %s"):format(who, name, type(given[name])))
    end
    if given[name] ~= nil then part.check_characters(who, name, given[name]) end
  end
end

local function copy_texts(from, to)
  for _, name in ipairs(texts) do to[name] = from[name] end
  return to
end

-- ---- figures ----

-- The corrected original has the model and the inputs of the claim unless it has its own.
local function original_of(given, who)
  if given.original == nil then return nil end
  if type(given.original) == "string" then return { says = given.original }, nil end
  local original = arguments.check(who, given.original, original_arguments)
  check_texts(who, original)
  local inherits = original.untestable == nil and original.model == nil
  if inherits then original.model = given.model end
  if original.given == nil then original.given = given.given end
  return original, part.read(original, who, true)
end

local function others_of(given, who)
  local others = given.also or {}
  if type(others) ~= "table" or (next(others) ~= nil and others[1] == nil) then
    errors.raise(who .. ": also is a list of figures",
      "write also = { { about = \"...\", model = ... } }")
  end
  local figures = {}
  for i, other in ipairs(others) do
    local its_name = ("%s, also %d"):format(who, i)
    local complete = arguments.check(its_name, other, part.arguments)
    if complete.about == nil or complete.model == nil then
      errors.raise(its_name .. " needs what it is about, and a model",
        "write { about = \"chips alone\", model = function(given) ... end }")
    end
    if complete.given == nil then complete.given = given.given end
    figures[i] = part.read(complete, its_name, false)
  end
  return figures
end

local function all_figures(figures)
  local list = { figures.main }
  if figures.original then list[2] = figures.original end
  for _, figure in ipairs(figures.others) do list[#list + 1] = figure end
  return list
end

-- ---- the claim ----

local function place_of(id)
  local kind = graph.describe(graph.annotate(graph.constant(0), "name", id))
  return kind.file and ("%s:%d"):format(kind.file, kind.line) or nil
end

-- What reports hold is not a script's to change: it gets a copy.
local function copied(from)
  if type(from) ~= "table" then return from end
  local copy = {}
  for name, content in pairs(from) do copy[name] = copied(content) end
  return copy
end

local function plain_claim(id, given, place, figures)
  local claim = copy_texts(given, { kind = "claim", id = id, place = place })
  for name, content in pairs(part.plain(figures.main)) do claim[name] = content end
  if figures.original_texts then
    claim.original = copy_texts(figures.original_texts,
      figures.original and part.plain(figures.original) or {})
  end
  for i, figure in ipairs(figures.others) do
    claim.also = claim.also or {}
    claim.also[i] = part.plain(figure)
  end
  return claim
end

local function check_new(id, who)
  local earlier = ledger.get(id)
  if earlier then
    errors.raise(who .. " is there already", "it stands at " .. tostring(earlier.place))
  end
end

local function make(id, place, given)
  ledger.begin(id, nil)
  local who = ("claim '%s'"):format(id)
  given = arguments.check(who, given, claim_arguments, example)
  check_texts(who, given)
  check_new(id, who)
  local figures = { main = part.read(given, who, true), others = others_of(given, who) }
  figures.original_texts, figures.original = original_of(given, who .. ", original")
  local list = all_figures(figures)
  part.judge(list)
  local item = plain_claim(id, given, place, figures)
  item.text = text.block(item)
  ledger.enter(id, { place = place, figures = list, item = item })
  output.add(item)
  local failures, has_expectation = failures_of(item)
  if has_expectation then check.expectation(id, failures) end
  return copied(item)
end

--- A claim: what somebody says, with its source, held against a model.
---
---   claim "cluster" {
---     says = "a cluster of 10,000 GPUs costs 600 million dollars",
---     states = "600 MUSD", by = "a newspaper",
---     given = { count = q"10000 GPU", price = q"30k USD/GPU" },
---     model = function(given) return given.count * given.price * 2 end,
---   }
---
---   says, by, source, document   the claim's words, who says it, where
---   basis, note      what this record of it rests on; a remark
---   states           "600 MUSD", "25 to 50 MUSD", { at_least = "1 MUSD" },
---                    { at_most = "9 MUSD" }, { date = "2025-08" }
---   reading          where the figure is not in the words: why they are read so
---   given, model     inputs by name; a function of them, or a quantity
---   tolerance        how far off one figure may be: 0.05 unless given; of a date, years
---   untestable       why there can be no verdict
---   original         the corrected original: says, states, model, ...
---   also             further figures: { about =, model =, states =, expect = }
---   expect           a verdict, or a figure to the digits written
---   about, unit      what the figure is, and the unit to show it in
---
--- The verdict is reproduced, inside or outside the model's interval, contradicted, or not
--- testable. An expectation that fails makes the program's exit code 1.
---@param id string
---@return function claim to be called with the table
function M.claim(id)
  if type(id) ~= "string" or id == "" then
    errors.raise("claim needs a name", "write " .. example)
  end
  part.check_characters("claim", "the name", id)
  local place = place_of(id)
  ledger.begin(id, place or "")
  return function(given) return make(id, place, given) end
end

--- The claims that the script and the libraries it uses have made so far, in their order.
---@return table[] claims { id =, says =, by =, source =, document =, basis =, note =, about =,
---  stated =, computed =, verdict =, why =, tolerance =, expected =, holds =, original =, also =,
---  place = }; stated and computed are { text =, unit =, value =, low =, high =, date = }
function M.all()
  local list = {}
  for i, id in ipairs(ledger.names()) do list[i] = copied(ledger.get(id).item) end
  return list
end

return M
