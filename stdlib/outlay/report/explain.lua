-- explain(x): from a total down to where each number comes from.

local distribution = require "core.distribution"
local formula = require "outlay.report.formula"
local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local settings = require "outlay.language.settings"
local value = require "outlay.report.value"

local explain = {}

--- What a quantity is called: its name, or its formula in terms of the names below it.
---@param node node
---@return string
function explain.phrase(node) return formula.phrase(node) end

-- ---- the chain ----

-- Nodes worth a line of their own: named ones, and those with a source.
local function deserves_a_line(kind) return kind.name ~= nil or kind.source ~= nil end

-- Quantities that one explanation tells, and how far down it goes.
local MOST_ENTRIES, DEEPEST = 300, 30

-- The nearest such nodes below a node, each once, in order. A stack of its own, because a graph may
-- be deeper than calls can go.
local function below(kind)
  local found, seen, waiting = {}, {}, {}
  local function push(arguments)
    for i = #arguments, 1, -1 do waiting[#waiting + 1] = arguments[i] end
  end
  push(kind.arguments)
  while #waiting > 0 and #found < MOST_ENTRIES do
    local node = table.remove(waiting)
    local inner = graph.describe(node)
    if not seen[inner.id] then
      seen[inner.id] = true
      if deserves_a_line(inner) then
        found[#found + 1] = { node = node, kind = inner }
      else
        push(inner.arguments)
      end
    end
  end
  return found
end

-- Whether it is a certain value under a name and a source of its own. Equal values are one node, so
-- that what else the value is called, and where that comes from, is no part of this one's story.
local function stands_alone(kind)
  if kind.operation ~= "alias" or not kind.source or kind.uncertain then return false end
  local inner = graph.describe(kind.arguments[1])
  if not inner.source or inner.source == kind.source then return false end
  while inner.operation == "alias" do inner = graph.describe(inner.arguments[1]) end
  return #below(inner) == 0
end

-- What stands below an entry; behind an alias, which only gives another name, what it names.
local function children(entry)
  if stands_alone(entry.kind) then return {} end
  if entry.kind.operation == "alias" and not entry.kind.source then
    local node = entry.kind.arguments[1]
    local inner = graph.describe(node)
    if deserves_a_line(inner) then return { { node = node, kind = inner } } end
  end
  return below(entry.kind)
end

-- The entries of the tree in the order of printing: { node, kind, depth, repeated }; and whether
-- there are more.
local function entries(node, done)
  local list, is_cut = {}, false
  local waiting = { { node = node, kind = graph.describe(node), depth = 0 } }
  while #waiting > 0 do
    if #list == MOST_ENTRIES then return list, true end
    local entry = table.remove(waiting)
    list[#list + 1] = entry
    entry.repeated = done[entry.kind.id]
    if not entry.repeated and entry.depth == DEEPEST then
      is_cut = true
    elseif not entry.repeated then
      done[entry.kind.id] = true
      local under = children(entry)
      for i = #under, 1, -1 do
        under[i].depth = entry.depth + 1
        waiting[#waiting + 1] = under[i]
      end
    end
  end
  return list, is_cut
end

local function place(kind)
  if not kind.file or kind.line == 0 then return "" end
  return ("%s:%d"):format(kind.file, kind.line)
end

-- An alias that only carries another name takes the rest from what it names.
local function first_line(entry, text)
  local kind = entry.kind
  local name, expressed = kind.name, stands_alone(kind) and text or formula.expression(kind)
  local left
  if not name then
    left = expressed == text and text or ("%s = %s"):format(expressed, text)
  elseif entry.repeated then
    left = ("%s = %s  (see above)"):format(name, text)
  elseif expressed == text then
    left = ("%s = %s"):format(name, text)
  else
    left = ("%s = %s = %s"):format(name, expressed, text)
  end
  return left
end

-- What an entry is correlated with, of those that come in the explanation: "demand (0.6)".
local function partners(list, i)
  if list[i].kind.operation ~= "input" then return nil end
  local texts, seen = {}, {}
  for _, other in ipairs(list) do
    if other.kind.operation == "input" and other.kind.id ~= list[i].kind.id
      and not seen[other.kind.id] then
      seen[other.kind.id] = true
      local rho = distribution.correlation(list[i].node, other.node)
      if rho ~= 0 then texts[#texts + 1] = ("%s (%.4g)"):format(other.kind.name or "?", rho) end
    end
  end
  return texts[1] and table.concat(texts, ", ") or nil
end

-- How far the samples of an input may be off, where they come from a fit.
local function fit_of(kind, node)
  if kind.operation ~= "input" then return nil end
  local worst = distribution.fit_error(node, settings.current().exact)
  return worst > 0 and ("within %.1e of its standard deviation"):format(worst) or nil
end

--- The explanation of a quantity as text: its value, its formula, and so on down to the
--- inputs, each with its place, source and note.
---@param x any
---@param done? table<integer, boolean> what has been told before; what is told now is added
---@param unit_text? string the unit of its value; chosen for a reader if not given
---@return string
function explain.text(x, done, unit_text)
  local node = quantity.of(x)
  local list, has_more = entries(node, done or {})
  local nodes = {}
  for i, entry in ipairs(list) do nodes[i] = entry.node end
  local result = value.evaluate(nodes)
  local lines = {}
  for i, entry in ipairs(list) do
    local indent = ("  "):rep(entry.depth)
    local cells = value.cells(entry.node)
    local text
    if #cells == 1 then
      local numbers = value.summary(result, i, 1, entry.node)
      if i == 1 and unit_text then
        local digits = numbers.digits
        numbers = value.summary(result, i, 1, entry.node, unit_text)
        numbers.digits = digits
      end
      text = value.line(numbers)
    else
      local first = value.line(value.summary(result, i, 1, entry.node))
      text = ("%d values, %s: %s, ..."):format(#cells, table.concat(cells[1], ", "), first)
    end
    lines[#lines + 1] = { indent .. first_line(entry, text), place(entry.kind) }
    if not entry.repeated then
      for _, field in ipairs { "source", "note", "layer" } do
        if entry.kind[field] then
          lines[#lines + 1] = { ("%s    %s: %s"):format(indent, field, entry.kind[field]), "" }
        end
      end
      for _, remark in ipairs { { "correlated with", partners(list, i) },
        { "fitted", fit_of(entry.kind, entry.node) } } do
        if remark[2] then
          lines[#lines + 1] = { ("%s    %s: %s"):format(indent, remark[1], remark[2]), "" }
        end
      end
    end
  end
  if has_more then lines[#lines + 1] = { "...", "" } end
  local width = 0
  for _, line in ipairs(lines) do
    if line[2] ~= "" and #line[1] <= 76 then width = math.max(width, #line[1]) end
  end
  local texts = {}
  for i, line in ipairs(lines) do
    local pad = line[2] ~= "" and (" "):rep(math.max(0, width - #line[1])) .. "   " or ""
    texts[i] = line[1] .. pad .. line[2]
  end
  return table.concat(texts, "\n")
end

--- Puts the explanation of a quantity into the report.
function explain.explain(x) output.add { kind = "text", text = explain.text(x) } end

return explain
