-- sources(x): what a quantity rests on, and where each of it is from, as a table with references.

local graph = require "core.graph"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local value = require "outlay.report.value"

local sources = {}

-- Whether a node is something that somebody put in: an uncertain input, or a named quantity.
local function is_put_in(kind)
  return kind.operation == "input" or (kind.operation == "parameter" and kind.name ~= nil)
end

-- Another name for something with the same source tells nothing new.
local function is_another_name(kind)
  return kind.operation == "alias" and kind.source ~= nil
    and graph.describe(kind.arguments[1]).source == kind.source
end

-- What lies below a node and is worth a look: not the parameters of an input, and nothing below
-- a value that has a source of its own.
local function parts_of(kind)
  if kind.operation == "input" then return {} end
  if kind.source and kind.operation == "parameter" then return {} end
  return kind.arguments
end

--- What a quantity rests on, in the order of its formula: everything with a source, and what was
--- put in without one.
---@param x any
---@return table[] { node, kind }
function sources.of(x)
  local list, seen = {}, {}
  local waiting = { quantity.of(x) } -- a stack: a graph may be deeper than calls can go
  while #waiting > 0 do
    local node = table.remove(waiting)
    local kind = graph.describe(node)
    if not seen[kind.id] then
      seen[kind.id] = true
      if (kind.source or is_put_in(kind)) and not is_another_name(kind) then
        list[#list + 1] = { node = node, kind = kind }
      end
      local parts = parts_of(kind)
      for i = #parts, 1, -1 do waiting[#waiting + 1] = parts[i] end
    end
  end
  return list
end

local function name_of(kind)
  if kind.name then return kind.name end
  if kind.file and kind.line > 0 then return ("%s:%d"):format(kind.file, kind.line) end
  return "unnamed"
end

-- A source with the remark beside it, nil where there is none.
local function reference(kind)
  if not kind.source then return nil end
  return kind.note and ("%s (%s)"):format(kind.source, kind.note) or kind.source
end

-- Each reference once, with its number.
local function references_of(list)
  local numbers, texts = {}, {}
  for _, entry in ipairs(list) do
    local text = reference(entry.kind)
    if text and not numbers[text] then
      texts[#texts + 1] = text
      numbers[text] = #texts
    end
  end
  return numbers, texts
end

local function cell_of(result, i, node)
  local count = #value.cells(node)
  local cell = value.cell(value.summary(result, i, 1, node))
  if count == 1 then return cell end
  return ("%d values, the first %s"):format(count, cell.text)
end

--- Puts what a quantity rests on into the report: inputs, their values, numbered sources.
---@param x any
function sources.sources(x)
  local node = quantity.of(x)
  local list, nodes, rows = sources.of(node), {}, {}
  for i, entry in ipairs(list) do nodes[i] = entry.node end
  local numbers, texts = references_of(list)
  local result = #nodes > 0 and value.evaluate(nodes)
  for i, entry in ipairs(list) do
    local from = reference(entry.kind)
    rows[i] = { name_of(entry.kind), cell_of(result, i, entry.node),
      from and { text = ("[%d]"):format(numbers[from]), value = from } or "none given" }
  end
  output.add { kind = "table", rows = rows,
    columns = { "input", { name = "value", align = "left" }, "source" },
    title = ("What %s rests on"):format(graph.describe(node).name or "it") }
  for i, text in ipairs(texts) do texts[i] = ("[%d] %s"):format(i, text) end
  if #texts > 0 then output.add { kind = "text", text = table.concat(texts, "\n") } end
end

return sources
