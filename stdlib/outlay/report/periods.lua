--- Rows of a table that goes along an axis: a line for each period, columns of plain numbers, as a
--- chart wants them.

local axis = require "outlay.language.axis"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local value = require "outlay.report.value"

local example = "write tabulate{ over = year, unit = \"MUSD\", values = { { \"cash\", cash } } }"

local function check(given)
  if not axis.is(given.over) then errors.raise("tabulate: over is no axis", example) end
  if type(given.values) ~= "table" or #given.values == 0 then
    errors.raise("tabulate needs 'values' to go over an axis", example)
  end
  for i, entry in ipairs(given.values) do
    if type(entry) ~= "table" or type(entry[1]) ~= "string" or entry[2] == nil then
      errors.raise(("tabulate: value %d is no name with a quantity"):format(i), example)
    end
  end
end

-- The value at each label; one that does not vary has the same at all.
local function along(name, node, over)
  local has, others = false, false
  for _, id in ipairs(graph.describe(node).axes) do
    if id == over.id then has = true else others = true end
  end
  if others then
    errors.raise(("tabulate: '%s' has other axes than '%s'"):format(name, over.name),
      "choose with x:at{ ... }")
  end
  local list = {}
  for i, label in ipairs(over.labels) do
    list[i] = has and graph.at(node, over.id, label) or node
  end
  return list
end

local which = { { "mean", "" }, { "p5", " 5 %" }, { "p95", " 95 %" } }

--- Columns and rows of tabulate{ over =, values =, unit =, spread = }.
---@param given table over: an axis; values: { { name, quantity, unit? }, ... }; unit: of all that
---have none of their own; spread: also the 5 % and 95 % quantiles of what is uncertain
---@return table columns
---@return table rows
return function(given)
  check(given)
  local nodes, units = {}, {}
  for _, entry in ipairs(given.values) do
    local unit_text = entry[3] or given.unit
    local node = value.in_money_of(quantity.of(entry[2]), unit_text)
    for _, part in ipairs(along(entry[1], node, given.over)) do
      nodes[#nodes + 1], units[#units + 1] = part, unit_text or false
    end
  end
  local result, count = value.evaluate(nodes), #given.over.labels
  local columns, rows = { given.over.name }, {}
  for i, label in ipairs(given.over.labels) do rows[i] = { tonumber(label) or label } end
  for k, entry in ipairs(given.values) do
    local uncertain = given.spread and graph.describe(quantity.of(entry[2])).uncertain
    for _, statistic in ipairs(which) do
      if statistic[1] == "mean" or uncertain then
        local unit_text = entry[3] or given.unit
        columns[#columns + 1] = { name = entry[1] .. statistic[2], unit = unit_text }
        for i = 1, count do
          local at = (k - 1) * count + i
          local numbers = value.summary(result, at, 1, nodes[at], units[at] or nil)
          local text = value.number(numbers, statistic[1])
          if not unit_text then text = text .. " " .. numbers.unit_text end
          rows[i][#rows[i] + 1] = { text = text, value = numbers[statistic[1]] / numbers.factor }
        end
      end
    end
  end
  return columns, rows
end
