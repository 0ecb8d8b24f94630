--- How the figures of a claim came about, down to their sources.
local explain = require "outlay.report.explain"
local graph = require "core.graph"
local ledger = require "outlay.claim.ledger"
local text = require "outlay.claim.text"

local M = {}

local HEADING = "How it is computed (of uncertain values these are means; a claim is held against "
  .. "the median)"

--- The explanation of a claim of the script that ran last; nil if there is no such claim.
---@param id string
---@return string?
function M.of(id)
  local claim = ledger.get(id)
  if not claim then return nil end
  local parts, told, done = { text.block(claim.item) }, {}, {}
  for _, figure in ipairs(claim.figures) do
    local node = figure.computed and figure.computed.node
    if node and not told[graph.id(node)] then
      told[graph.id(node)] = true
      if #parts == 1 then parts[2] = HEADING end
      local about = figure.about and figure.about .. ":\n" or ""
      parts[#parts + 1] = about .. explain.text(node, done, figure.computed.unit_text)
    end
  end
  return table.concat(parts, "\n\n")
end

return M
