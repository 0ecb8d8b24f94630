--- Scenarios that cannot be, and why: a table with numbered reasons.
local output = require "outlay.report.output"
local show = require "outlay.report.show"
local text_width = require "outlay.report.text_width"

local WIDTH = 96

--- Says of scenarios that cannot be why, each reason once.
---@param outcome table of outcome.of
---@param columns any[] what tells the scenarios apart
---@param labels fun(run: table): any[] the cells of these columns
return function(outcome, columns, labels)
  if #outcome.impossible == 0 then return end
  local numbers, reasons, rows = {}, {}, {}
  for i, entry in ipairs(outcome.impossible) do
    if not numbers[entry.reason] then
      reasons[#reasons + 1] = entry.reason
      numbers[entry.reason] = #reasons
    end
    local row = { unpack(labels(entry.run)) }
    row[#row + 1] = { text = ("[%d]"):format(numbers[entry.reason]), value = entry.reason }
    rows[i] = row
  end
  columns = { unpack(columns) }
  columns[#columns + 1] = "because"
  show.tabulate{ title = "What cannot be", columns = columns, rows = rows }
  local lines = {}
  for i, reason in ipairs(reasons) do lines[i] = ("[%d] %s"):format(i, reason) end
  output.add { kind = "text", text = text_width.wrap(table.concat(lines, "\n"), WIDTH) }
end
