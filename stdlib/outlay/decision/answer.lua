-- The answer of a search: what was chosen and what limits it; or, where nothing meets the
-- constraints, which of them cannot be met and by how much they are missed.

local constraint = require "outlay.decision.constraint"
local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local output = require "outlay.report.output"
local strict = require "outlay.language.strict"
local subject = require "outlay.decision.subject"
local varied = require "outlay.decision.varied"

local answer = {}

-- A constraint with less room than this share of its limit is what holds the answer where it is.
local BINDS = 1e-3

-- The rest of each constraint: what is missed, or how much room there is.
local function examine(self)
  self.missed, self.binding = {}, {}
  for i, limit in ipairs(self.limits) do
    local rest = self.found.constraints[i]
    if rest > 0 then
      self.missed[#self.missed + 1] = { name = limit.name, limit = limit, by = rest }
    elseif rest > -BINDS * limit.scale then
      self.binding[#self.binding + 1] = { name = limit.name, limit = limit }
    end
  end
  for i, choice in ipairs(self.choices) do
    local x, variable = self.found.x[i], choice.variable
    if not variable.values and variable.low < variable.high then
      local near = BINDS * (variable.high - variable.low)
      if x <= variable.low + near then
        self.binding[#self.binding + 1] = { name = ("the low bound of %s"):format(choice.name) }
      elseif x >= variable.high - near then
        self.binding[#self.binding + 1] = { name = ("the high bound of %s"):format(choice.name) }
      end
    end
  end
end

-- "p95(days) <= 30 day, missed by 12 day"
local function missed_text(self)
  local parts = {}
  for i, miss in ipairs(self.missed) do
    parts[i] = ("%s, missed by %s"):format(miss.name, constraint.cell(miss.limit, miss.by).text)
  end
  if #parts == 0 then return "the model has no value for anything that was tried" end
  return table.concat(parts, "; ")
end

local function raise_infeasible(self)
  local chosen = {}
  for i, choice in ipairs(self.choices) do
    chosen[i] = ("%s = %s"):format(choice.name, varied.cell(choice, self.found.x[i]).text)
  end
  errors.raise(("%s: not all constraints can be met. Nearest is %s: %s"):format(self.who,
    table.concat(chosen, ", "), missed_text(self)),
    "ask answer.feasible first, or loosen what is missed", "domain")
end

local function label_of(self)
  return self.label or graph.describe(self.objective).name or formula.phrase(self.objective)
end

local function rows_of_choices(self)
  local rows = {}
  for i, choice in ipairs(self.choices) do
    rows[i] = { choice.name, varied.cell(choice, self.found.x[i]), "", "" }
  end
  return rows
end

local function add_limits(self, rows)
  for i, limit in ipairs(self.limits) do
    local rest = self.found.constraints[i]
    local word = rest > 0 and "missed by" or rest > -BINDS * limit.scale and "binds" or "room"
    rows[#rows + 1] = { limit.name, "", word,
      word == "binds" and "" or constraint.cell(limit, math.abs(rest)) }
  end
end

local function show(self)
  local rows = rows_of_choices(self)
  add_limits(self, rows)
  local title
  if self.found.feasible then
    local cell = subject.cells(self.objective, self.amount, math.abs(self.amount) / 1000)
    title = ("%s %s: %s"):format(self.sign > 0 and "Least" or "Greatest", label_of(self),
      cell(self.amount).text)
  else
    title = ("No choice meets all constraints (least %s). Nearest:"):format(label_of(self))
    if not self.found.defined then title = "The model has no value for any choice" end
  end
  output.add { kind = "table", title = title, feasible = self.found.feasible,
    columns = { "choice or constraint", "value", { name = "state", header = "" },
      { name = "by", header = "" } }, rows = rows }
end

local function text_of(self)
  if not self.found.feasible then
    return "no choice meets all constraints: " .. missed_text(self)
  end
  local parts = {}
  for i, choice in ipairs(self.choices) do
    parts[i] = ("%s = %s"):format(choice.name, varied.cell(choice, self.found.x[i]).text)
  end
  local cell = subject.cells(self.objective, self.amount, math.abs(self.amount) / 1000)
  return ("%s = %s with %s"):format(label_of(self), cell(self.amount).text,
    table.concat(parts, ", "))
end

-- Quantities of what was chosen, under their names and by number.
local function chosen_of(self)
  local chosen = {}
  for i, choice in ipairs(self.choices) do
    local node = varied.answer(choice, self.found.x[i], 0, ("chosen for the %s %s"):format(
      self.sign > 0 and "least" or "greatest", label_of(self)))
    node = graph.annotate(node, "name", choice.name)
    chosen[i], chosen[choice.name] = node, node
  end
  return chosen
end

local function at_of(self, chosen)
  return function(x)
    local placed = varied.place(x, self.choices)
    for i, choice in ipairs(self.choices) do
      placed = graph.replace(placed, choice.parameter, chosen[i])
    end
    return placed
  end
end

local function names_of(list)
  local names = {}
  for i, each in ipairs(list) do names[i] = each.name end
  return names
end

-- What is missed, as quantities that a script can go on with.
local function missed_of(self)
  local list = {}
  for i, miss in ipairs(self.missed) do
    local cell = constraint.cell(miss.limit, miss.by)
    list[i] = { name = miss.name, by = constraint.quantity(miss.limit, miss.by), text = cell.text }
  end
  return list
end

--- An answer that scripts read.
---@param self table { who, objective, sign, choices, limits, found, label }
---@return table answer
function answer.new(self)
  examine(self)
  self.amount = self.sign * self.found.objective
  local feasible = self.found.feasible
  local fields = { feasible = feasible, trials = self.found.trials,
    binding = names_of(self.binding), missed = missed_of(self),
    show = function() show(self) end }
  local when_feasible = { value = true, chosen = true, at = true }
  if feasible then
    fields.chosen = chosen_of(self)
    fields.at = at_of(self, fields.chosen)
    fields.value = fields.at(self.objective)
  end
  return setmetatable({}, {
    __index = function(_, key)
      if not feasible and when_feasible[key] then raise_infeasible(self) end
      if fields[key] == nil then
        errors.raise(("an answer has no '%s'"):format(tostring(key)),
          strict.suggestion(tostring(key), { "at", "binding", "chosen", "feasible", "missed",
            "show", "trials", "value" }))
      end
      return fields[key]
    end,
    __newindex = function() errors.raise("an answer cannot be changed") end,
    __tostring = function() return text_of(self) end,
    __metatable = false,
  })
end

return answer
