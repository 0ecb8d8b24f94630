-- check(name, x, "<", limit): what must hold, stated in the script.

local errors = require "core.error"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"

local check = {}

-- Loaded with the first check: every script counts its checks, few have any.
local function value_module() return require "outlay.report.value" end

local operations = { ["<"] = "less", ["<="] = "less_equal", [">"] = "greater",
  [">="] = "greater_equal", ["=="] = "equal", ["~="] = "not_equal" }

local results = { failed = 0, passed = 0 }

--- A fresh count for a new script.
function check.start() results.failed, results.passed = 0, 0 end

--- How many checks failed and passed so far.
function check.counts() return results.failed, results.passed end

local function record(name, holds, detail, claim)
  if holds then
    results.passed = results.passed + 1
  else
    results.failed = results.failed + 1
  end
  local said = name .. (detail and ": " .. detail or "")
  local clean = require("outlay.report.text_width").clean
  output.add { kind = "check", name = name, holds = holds, detail = detail,
    claim = claim, text = (holds and "ok      " or "FAILED  ") .. clean(said) }
end

--- Counts the expectation of a claim, and reports where it fails.
---@param id string the claim's
---@param failures string[] "inside, not reproduced"; none where it holds
function check.expectation(id, failures)
  if #failures == 0 then
    results.passed = results.passed + 1
    return
  end
  record(("claim %s"):format(id), false, table.concat(failures, "; "), id)
end

-- "12 MUSD < 10 MUSD"
local function sentence(x, sign, y)
  local function text(operand, with_all_digits)
    if type(operand) == "number" then return ("%.17g"):format(operand):gsub("(%..-)0+$", "%1") end
    return value_module().text(quantity.of(operand), nil, with_all_digits)
  end
  local left, right = text(x), text(y)
  -- What differs in the digits left out shows them.
  if left == right then left, right = text(x, true), text(y, true) end
  return ("%s %s %s"):format(left, sign, right)
end

-- Whether a certain condition holds, at every label of its axes.
local function holds_everywhere(condition)
  if graph.describe(condition).uncertain then
    errors.raise("a check compares certain values, and this one is uncertain",
      "check a statistic of it: mean(x), p95(x) or prob(gt(x, y))")
  end
  local result = value_module().evaluate { condition }
  for cell = 1, result:cells(1, 1) do
    if result:moments(1, cell).mean == 0 then return false end
  end
  return true
end

--- Checks a comparison of certain values, or a plain truth value: check("sane", mean(cost), "<",
--- q"1 GUSD"), check("same", a == b). A failed check makes the program's exit code 1.
---@param name string
---@param x any
---@param sign string? one of < <= > >= == ~=
---@param y any
function check.check(name, x, sign, y)
  if type(name) ~= "string" then
    errors.raise("check needs a name",
      "write check(\"cost is sane\", mean(cost), \"<\", q\"1 GUSD\")")
  end
  if sign == nil then
    if type(x) == "boolean" then return record(name, x) end
    if not graph.is_node(x) or not graph.describe(x).condition then
      errors.raise("check needs a comparison or a condition",
        "write check(\"cost is sane\", mean(cost), \"<\", q\"1 GUSD\")")
    end
    return record(name, holds_everywhere(x))
  end
  if not operations[sign] then
    errors.raise(("check: '%s' is no comparison"):format(tostring(sign)), "use < <= > >= == or ~=")
  end
  if type(x) == "string" and type(y) == "string" then
    if sign ~= "==" and sign ~= "~=" then errors.raise("texts are compared by == or ~=") end
    return record(name, (x == y) == (sign == "=="), ("%q %s %q"):format(x, sign, y))
  end
  local condition = graph.apply(operations[sign], quantity.of(x), quantity.of(y))
  record(name, holds_everywhere(condition), sentence(x, sign, y))
end

--- Checks that a value is another one to a relative tolerance (1e-9 unless given).
---@param name string
---@param x any
---@param expected any
---@param tolerance number?
function check.near(name, x, expected, tolerance)
  tolerance = tolerance or 1e-9
  if type(tolerance) ~= "number" or tolerance < 0 or tolerance ~= tolerance then
    errors.raise("check_near takes a relative tolerance, a plain number from 0",
      "write check_near(\"anchor\", x, expected, 0.01) for 1 % of what is expected")
  end
  local a, b = quantity.of(x), quantity.of(expected)
  local difference = graph.apply("absolute", a - b)
  local limit = graph.apply("absolute", b) * tolerance
  local condition = graph.apply("less_equal", difference, limit)
  record(name, holds_everywhere(condition),
    sentence(x, "=", expected) .. (" to %g"):format(tolerance))
end

return check
