--- How the figures of a claim came about, down to their sources.
local explain = require "outlay.report.explain"
local graph = require "core.graph"
local ledger = require "outlay.claim.ledger"
local text = require "outlay.claim.text"

local M = {}

--- The explanation of a claim of the script that ran last; nil if there is no such claim.
---@param id string
---@return string?
function M.of(id)
  local claim = ledger.get(id)
  if not claim then return nil end
  local parts, told = { text.block(claim.item) }, {}
  for _, figure in ipairs(claim.figures) do
    local node = figure.computed and figure.computed.node
    if node and not told[graph.id(node)] then
      told[graph.id(node)] = true
      local about = figure.about or figure.part
      parts[#parts + 1] = ("%s\n%s"):format(about, explain.text(node))
    end
  end
  return table.concat(parts, "\n\n")
end

return M
