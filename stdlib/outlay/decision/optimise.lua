-- optimise{ minimise =, vary =, subject_to = }: the choices for which a result is least and
-- conditions hold; where they cannot, which of them and by how much.
--
-- Method: every trial has the same draws. Lists of values are tried in all combinations; over
-- bounds, NLopt's COBYLA searches from four places (core/decision/optimise.c).

local answer = require "outlay.decision.answer"
local arguments = require "outlay.language.arguments"
local constraint = require "outlay.decision.constraint"
local decide = require "core.decide"
local errors = require "core.error"
local graph = require "core.graph"
local settings = require "outlay.language.settings"
local subject = require "outlay.decision.subject"
local varied = require "outlay.decision.varied"

local optimise = {}

local EXAMPLE = "optimise{ minimise = mean(cost), vary = { { chips, low = q\"1000 GPU\", "
  .. "high = q\"9000 GPU\" } }, subject_to = { le(p95(days), q\"90 day\") } }"

--- The objective: what is to be least, and -1 where that is the opposite of what was asked for.
local function objective_of(given)
  if (given.minimise == nil) == (given.maximise == nil) then
    errors.raise("optimise: there is one thing to minimise, or to maximise", "write " .. EXAMPLE)
  end
  local node = subject.certain("optimise", given.minimise or given.maximise)
  return node, given.minimise == nil and -1 or 1
end

--- Searches for the best choice.
---@param node node the objective
---@param sign integer 1: least, -1: greatest
---@param choices table[] of varied.choices
---@param limits table[] { rest, scale }, as of constraint.list
---@return table found as core.decide.optimise has it
function optimise.search(node, sign, choices, limits)
  local objective, outputs = varied.place(node, choices), {}
  for i, limit in ipairs(limits) do outputs[i] = varied.place(limit.rest, choices) end
  local variables, scales = {}, {}
  for i, choice in ipairs(choices) do variables[i] = choice.variable end
  for i, limit in ipairs(limits) do scales[i] = limit.scale end
  return decide.optimise(variables, sign < 0 and -objective or objective, outputs, scales,
    settings.fixed())
end

--- The best choice. `vary` lists quantities with bounds, { chips, low =, high =, step = }, or with
--- values, { site, values = { 1, 2, 3 }, names = { "Oslo", ... } }. What is uncertain among them is
--- certain for the search.
---@param given table { minimise = or maximise =, vary = { ... }, subject_to = { le(a, b), ... } }
---@return table answer { feasible, value, chosen, binding, missed, trials, at(x), show() }: where
---  it is not feasible, asking for value or chosen is an error that says what cannot be met
function optimise.optimise(given)
  given = arguments.check("optimise", given, { minimise = "optional", maximise = "optional",
    vary = "required", subject_to = {} }, EXAMPLE)
  local node, sign = objective_of(given)
  local choices = varied.choices("optimise", given.vary)
  local limits = constraint.list("optimise", given.subject_to)
  varied.check_used("optimise", choices, { node, unpack(constraint.rests(limits)) })
  local found = optimise.search(node, sign, choices, limits)
  return answer.new { who = "optimise", objective = node, sign = sign, choices = choices,
    limits = limits, found = found, label = graph.describe(node).name }
end

return optimise
