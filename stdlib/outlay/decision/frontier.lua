-- frontier{ minimise = { cost, days }, vary =, subject_to = }: choices of which none is better than
-- another in everything (the Pareto front).
--
-- Method: where all that varies has a list of values, all combinations are tried. Else all
-- objectives but the first are bounded at several levels between their values at the ends, and the
-- first is made least below them (the epsilon constraint method; Haimes, Lasdon and Wismer, IEEE
-- Transactions on Systems, Man, and Cybernetics 1, 1971).

local answer = require "outlay.decision.answer"
local arguments = require "outlay.language.arguments"
local constraint = require "outlay.decision.constraint"
local decide = require "core.decide"
local errors = require "core.error"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local optimise = require "outlay.decision.optimise"
local output = require "outlay.report.output"
local settings = require "outlay.language.settings"
local subject = require "outlay.decision.subject"
local unit = require "core.unit"
local varied = require "outlay.decision.varied"

local frontier = {}

local EXAMPLE = "frontier{ minimise = { mean(cost), mean(days) }, vary = { { chips, low = "
  .. "q\"1000 GPU\", high = q\"9000 GPU\" } } }"

local function add_objectives(list, given, sign)
  if given == nil then return end
  if type(given) ~= "table" or graph.is_node(given) then given = { given } end
  for _, x in ipairs(given) do
    local node = subject.certain("frontier", x)
    list[#list + 1] = { node = node, sign = sign,
      name = graph.describe(node).name or formula.phrase(node) }
  end
end

local function objectives_of(given)
  local list = {}
  add_objectives(list, given.minimise, 1)
  add_objectives(list, given.maximise, -1)
  if #list < 2 or #list > 3 then
    errors.raise(("frontier: there are two or three objectives, not %d"):format(#list),
      "write " .. EXAMPLE)
  end
  return list
end

local function has_only_values(choices)
  for _, choice in ipairs(choices) do
    if not choice.variable.values then return false end
  end
  return true
end

-- All combinations of the choices' values.
local function combinations(choices)
  local points = { {} }
  for _, choice in ipairs(choices) do
    local longer = {}
    for _, point in ipairs(points) do
      for _, x in ipairs(choice.variable.values) do
        local more = { unpack(point) }
        more[#more + 1] = x
        longer[#longer + 1] = more
      end
    end
    points = longer
    if #points > 10000 then
      errors.raise("frontier: there are more than 10,000 combinations of choices",
        "offer fewer values")
    end
  end
  return points
end

-- ---- searches ----

-- Bounds the objective in the search's sense: sign * objective is at most sign * level.
local function bounded(objective, level, range)
  local kind = graph.describe(objective.node)
  local id = unit.choose(level, kind.dimension, kind.money, 0)
  local _, factor = unit.describe(id)
  local limit = graph.parameter(level / factor, id)
  local rest = objective.sign > 0 and objective.node - limit or limit - objective.node
  return { rest = rest, scale = range > 0 and range or 1 }
end

local function with(limits, more)
  local all = { unpack(limits) }
  for _, each in ipairs(more) do all[#all + 1] = each end
  return all
end

-- Levels between the ends of each bounded objective; all combinations of two.
local function level_sets(objectives, ends, points)
  local function levels(i, count)
    local list = {}
    for k = 1, count do
      list[k] = bounded(objectives[i], ends[i].low + (ends[i].high - ends[i].low) * k / (count + 1),
        ends[i].high - ends[i].low)
    end
    return list
  end
  local sets = {}
  if #objectives == 2 then
    for _, level in ipairs(levels(2, math.max(1, points - 2))) do sets[#sets + 1] = { level } end
    return sets
  end
  local count = math.max(1, math.floor(math.sqrt(points)))
  for _, second in ipairs(levels(2, count)) do
    for _, third in ipairs(levels(3, count)) do sets[#sets + 1] = { second, third } end
  end
  return sets
end

local function evaluate(objectives, choices, limits, points)
  local parameters, outputs = {}, {}
  for i, choice in ipairs(choices) do parameters[i] = choice.parameter end
  for i, objective in ipairs(objectives) do outputs[i] = varied.place(objective.node, choices) end
  for _, limit in ipairs(limits) do
    outputs[#outputs + 1] = varied.place(limit.rest, choices)
  end
  return decide.trials(parameters, outputs, points, settings.fixed())
end

-- The best by each objective alone; nil and what was found where nothing is feasible.
local function find_ends(objectives, choices, limits)
  local points, trials = {}, 0
  for i, objective in ipairs(objectives) do
    local found = optimise.search(objective.node, objective.sign, choices, limits)
    trials = trials + found.trials
    if not found.feasible then return nil, found, trials end
    points[i] = found.x
  end
  return points, nil, trials
end

local function search(objectives, choices, limits, count)
  local points, infeasible, trials = find_ends(objectives, choices, limits)
  if not points then return nil, infeasible end
  local results, ends = evaluate(objectives, choices, {}, points), {}
  for i in ipairs(objectives) do
    local low, high = math.huge, -math.huge
    for _, result in ipairs(results) do
      low, high = math.min(low, result[i]), math.max(high, result[i])
    end
    ends[i] = { low = low, high = high }
  end
  for _, more in ipairs(level_sets(objectives, ends, count)) do
    local found = optimise.search(objectives[1].node, objectives[1].sign, choices,
      with(limits, more))
    trials = trials + found.trials
    if found.feasible then points[#points + 1] = found.x end
  end
  return points, nil, trials
end

-- ---- the front ----

-- Whether a is at least as good as b in everything, and better in something.
local function dominates(a, b, objectives)
  local better = false
  for i, objective in ipairs(objectives) do
    local x, y = objective.sign * a[i], objective.sign * b[i]
    if x > y then return false end
    better = better or x < y
  end
  return better
end

local function is_allowed(result, objectives)
  for i, number in ipairs(result) do
    if number ~= number or (i > #objectives and number > 0) then return false end
  end
  return true
end

local function same(a, b, count)
  for i = 1, count do
    if math.abs(a[i] - b[i]) > 1e-9 * math.max(math.abs(a[i]), math.abs(b[i])) then return false end
  end
  return true
end

local function front_of(objectives, points, results)
  local front = {}
  for i, result in ipairs(results) do
    local keep = is_allowed(result, objectives)
    for k, other in ipairs(results) do
      if keep and k ~= i and is_allowed(other, objectives) then
        keep = not dominates(other, result, objectives)
          and not (k < i and same(result, other, #objectives))
      end
    end
    if keep then front[#front + 1] = { x = points[i], values = result } end
  end
  table.sort(front, function(a, b)
    for i, objective in ipairs(objectives) do
      if a.values[i] ~= b.values[i] then
        return objective.sign * a.values[i] < objective.sign * b.values[i]
      end
    end
    return false
  end)
  return front
end

local function show(objectives, choices, front)
  local columns, rows, cells = {}, {}, {}
  for i, objective in ipairs(objectives) do
    local middle = front[math.ceil(#front / 2)].values[i]
    columns[i] = objective.name
    cells[i] = subject.cells(objective.node, middle, math.abs(middle) / 1000)
  end
  for _, choice in ipairs(choices) do columns[#columns + 1] = choice.name end
  for k, point in ipairs(front) do
    local row = {}
    for i in ipairs(objectives) do row[i] = cells[i](point.values[i]) end
    for i, choice in ipairs(choices) do row[#row + 1] = varied.cell(choice, point.x[i]) end
    rows[k] = row
  end
  output.add { kind = "table", title = "Best trade-offs", columns = columns, rows = rows }
end

-- A point for scripts: what was chosen, and the objectives, as quantities.
local function point_of(objectives, choices, point)
  local chosen, values = {}, {}
  for i, choice in ipairs(choices) do
    local node = varied.answer(choice, point.x[i], 0, "a best trade-off")
    chosen[i], chosen[choice.name] = node, node
  end
  for i, objective in ipairs(objectives) do
    local kind = graph.describe(objective.node)
    local id = unit.choose(point.values[i], kind.dimension, kind.money, 0)
    local _, factor = unit.describe(id)
    values[i] = graph.parameter(point.values[i] / factor, id)
    values[objective.name] = values[i]
  end
  return { chosen = chosen, values = values }
end

--- The best trade-offs between two or three results.
---@param given table { minimise = { a, b }, maximise = { ... }, vary =, subject_to =, points = 12 }
---@return table answer { feasible, points = { { chosen, values }, ... }, show() }: sorted by the
---  first objective. Where nothing meets the constraints it says what is missed, as optimise does
function frontier.frontier(given)
  given = arguments.check("frontier", given, { minimise = "optional", maximise = "optional",
    vary = "required", subject_to = {}, points = 12 }, EXAMPLE)
  if type(given.points) ~= "number" or given.points < 3 then
    errors.raise("frontier: points is how many trade-offs to look for, from 3")
  end
  local objectives = objectives_of(given)
  local choices = varied.choices("frontier", given.vary)
  local limits = constraint.list("frontier", given.subject_to)
  local nodes = constraint.rests(limits)
  for _, objective in ipairs(objectives) do nodes[#nodes + 1] = objective.node end
  varied.check_used("frontier", choices, nodes)
  local points, infeasible
  if has_only_values(choices) then
    points = combinations(choices)
  else
    points, infeasible = search(objectives, choices, limits, given.points)
  end
  local front = points and front_of(objectives, points, evaluate(objectives, choices, limits,
    points)) or {}
  if #front == 0 then
    infeasible = infeasible
      or optimise.search(objectives[1].node, objectives[1].sign, choices, limits)
    return answer.new { who = "frontier", objective = objectives[1].node,
      sign = objectives[1].sign, choices = choices, limits = limits, found = infeasible }
  end
  local list = {}
  for i, point in ipairs(front) do list[i] = point_of(objectives, choices, point) end
  return { feasible = true, points = list,
    show = function() show(objectives, choices, front) end }
end

return frontier
