--- The facts that a script took from the catalogs, for results to store.
local graph = require "core.graph"
local unit = require "core.unit"

local M = {}

local facts = {} -- path -> record
local nodes = {} -- path -> the quantity, where the record has no numbers of its own

--- Notes a fact.
---@param path string such as "hw.h100_sxm.tdp", or what was asked of price.of
---@param record table { value =, low =, high =, range =, unit =, layer = }
---@param node? node what the record is described by if it has no value
function M.add(path, record, node)
  facts[path] = record
  if node and not (record.value or record.low) then nodes[path] = node end
end

--- Whether there are any.
function M.any() return next(facts) ~= nil end

-- ---- quantities that layers give ----

-- What is computed is stored by its mean and its 90 % interval.
local function describe_computed(node, record)
  local value = require "outlay.report.value"
  local summary = value.summary(value.evaluate { node }, 1, 1, node)
  record.unit, record.value = summary.unit_text, summary.mean / summary.factor
  if record.unit == "" then record.unit = "1" end
  if not summary.uncertain then return end
  record.low, record.high = summary.p5 / summary.factor, summary.p95 / summary.factor
end

local function number_in(kind, unit_id)
  local _, factor = unit.describe(unit_id)
  return kind.value / factor
end

-- A quantity that its author wrote, by its number and unit, or by low and high.
local function describe(node, record)
  local kind = graph.describe(node)
  local first = kind.operation == "input" and graph.describe(kind.arguments[1]) or kind
  local is_range = kind.operation == "input" and kind.distribution == "lognormal"
  record.price_year = nil -- the unit that is written next has it
  if first.unit == 0 or not (kind.operation == "parameter" or is_range) then
    return describe_computed(node, record)
  end
  record.unit = unit.describe(first.unit)
  if not is_range then
    record.value = number_in(kind, first.unit)
    return
  end
  record.low = number_in(first, first.unit)
  record.high = number_in(graph.describe(kind.arguments[2]), first.unit)
end

--- All of them by their paths.
---@return table<string, table>
function M.facts()
  for path, node in pairs(nodes) do describe(node, facts[path]) end
  nodes = {}
  return facts
end

return M
