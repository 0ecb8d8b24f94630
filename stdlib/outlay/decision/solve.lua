-- solve{ vary =, target = }: the value of a quantity for which a result meets a target.
--
-- Method: every trial has the same draws, so that trials differ by the quantity alone; a bracket by
-- longer and longer steps, then Brent's method. The error is the result's spread over other seeds,
-- over its slope.

local arguments = require "outlay.language.arguments"
local decide = require "core.decide"
local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local run = require "core.run"
local settings = require "outlay.language.settings"
local subject = require "outlay.decision.subject"
local varied = require "outlay.decision.varied"

local solve = {}

local EXAMPLE = "solve{ vary = tariff, target = eq(p95(cost), q\"120 MUSD\") }"

-- Both sides of eq(a, b).
local function sides_of(target)
  local kind = graph.is_node(target) and graph.describe(target)
  while kind and kind.operation == "alias" do kind = graph.describe(kind.arguments[1]) end
  if not kind or kind.operation ~= "equal" then
    errors.raise("solve: the target is what is to be equal", "write " .. EXAMPLE)
  end
  if kind.uncertain then
    errors.raise("solve: the target is different in each sample",
      "take a statistic: mean(cost), p95(cost), prob(gt(cost, limit))")
  end
  if #kind.axes > 0 then
    errors.raise("solve: the target has axes", "choose with x:at{ ... } or x:sum(axis)")
  end
  return kind.arguments[1], kind.arguments[2]
end

local function name_of(node) return graph.describe(node).name or formula.phrase(node) end

local function value_of(node)
  return run.evaluate({ node }, settings.fixed()):moments(1, 1).mean
end

-- What was reached at the ends of the search, and which of them is nearer.
local function raise_unreached(self, left, right, found)
  local goal = value_of(right)
  local cell = subject.cells(left, goal, math.abs(found.at_high - found.at_low) / 100)
  local function text(amount) return cell(amount).text end
  local at_low, at_high = goal + found.at_low, goal + found.at_high
  local end_name = math.abs(found.at_low) < math.abs(found.at_high) and "low" or "high"
  local nearer = end_name == "low" and at_low or at_high
  local message = "solve: %s does not reach %s: it is %s where %s is %s, and %s where that is %s"
  errors.raise(message:format(name_of(left), text(goal), text(at_low), self.name,
    varied.text(self, found.low, found.low / 100), text(at_high),
    varied.text(self, found.high, found.high / 100)),
    ("the nearest is %s, at the %s end; the rest has to come from something else"):format(
      text(nearer), end_name), "domain")
end

-- A change of sign by a jump, or across a pole, is no root: the rest there would not become small.
-- It is compared with the rests a little off on both sides, of which a root of a smooth result has
-- one that is far greater. A target that is a share of the samples moves in steps, and passes.
local function check_met(self, left, right, rest, found, chosen)
  local x, share = found.value, 1e-4
  local off = math.max(math.abs(x), math.abs(self.start) * 1e-3, 1e-300) * share
  local rests = decide.trials({ self.parameter }, { rest }, { { x - off }, { x }, { x + off } },
    chosen)
  local below, at, above = rests[1][1], rests[2][1], rests[3][1]
  local goal = value_of(right)
  local near = math.abs(at) <= 1e-6 * math.max(math.abs(goal), math.abs(goal + at))
  if near or found.standard_error ~= 0 then return end
  local around = math.min(math.abs(below), math.abs(above))
  if math.abs(at) <= 0.01 * around then return end
  local cell = subject.cells(left, goal, math.abs(goal) / 1000)
  errors.raise(("solve: %s jumps over %s: it is %s just below %s = %s, and %s just above"):format(
    name_of(left), cell(goal).text, cell(goal + below).text, self.name,
    varied.text(self, x, math.abs(x) / 1000), cell(goal + above).text),
    "give low and high on one side of the jump, or another target", "domain")
end

--- The value of a quantity for which a target is met. What is varied is a quantity of the model,
--- and is certain for the search: one that is uncertain is replaced by a certain one that begins at
--- its median, and what is correlated with it keeps its samples.
---@param given table { vary =, target = eq(a, b), low =, high =, start = }
---@return node value
---@return table details { standard_error = node, trials = integer, at = function }: at(x) is x
---  where the quantity has that value
function solve.solve(given)
  given = arguments.check("solve", given, { vary = "required", target = "required",
    low = "optional", high = "optional", start = "optional" }, EXAMPLE)
  local left, right = sides_of(given.target)
  local self = varied.new("solve", given.vary)
  local rest, missing = varied.place(left - right, { self })
  if #missing > 0 then
    errors.raise(("solve: the target does not depend on %s"):format(self.name),
      "vary a quantity that the result was computed from")
  end
  local chosen = settings.fixed()
  local found = decide.solve(self.parameter, rest, { start = self.bound("start", given.start)
    or self.start, low = self.bound("low", given.low), high = self.bound("high", given.high) },
    chosen)
  if not found.found then raise_unreached(self, left, right, found) end
  check_met(self, left, right, rest, found, chosen)
  local off = found.standard_error or 0
  local sure = off > 0 and (" ± %s"):format(varied.text(self, off, off)) or ""
  local answer = varied.answer(self, found.value, off, ("solved for %s = %s%s"):format(
    name_of(left), name_of(right), sure))
  local function at(x)
    local placed = varied.place(x, { self })
    return graph.replace(placed, self.parameter, answer)
  end
  return answer, { trials = found.trials, at = at,
    standard_error = varied.answer(self, off, off, "spread over other seeds, over the slope") }
end

return solve
