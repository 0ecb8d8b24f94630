--- trend.frontier: the points that were among the highest when they came.
local arguments = require "outlay.language.arguments"
local core = require "core.regression"
local errors = require "core.error"
local points = require "outlay.trend.points"

local M = {}

--- The frontier of rows: those whose y, at their time, was among the `top` highest so far. With top
--- = 1 they are the records. Rows without x or y are left out.
---
---     frontier = trend.frontier{ rows = data.models("models.csv").records, x = "date",
---       y = "compute", top = 10 }
---     trend.fit{ rows = frontier, x = "date", y = "compute", unit = "FLOP", scale = "log10" }
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, who fit the top 10 at the time of release.
---
---@param given { rows: table[], x: string, y: string, top: integer? } top: 1 unless given
---@return table[] rows by time
function M.frontier(given)
  local who = "trend.frontier"
  given = arguments.check(who, given,
    { rows = "required", x = "required", y = "required", top = 1 })
  if type(given.top) ~= "number" or given.top < 1 or given.top % 1 ~= 0 then
    errors.raise(who .. ": top is a whole number from 1 on")
  end
  local there = points.read(given, who)
  local members = core.frontier({ x = { there.x }, y = there.y }, given.top)
  local places = {}
  for i in ipairs(there.x) do if members[i] then places[#places + 1] = i end end
  table.sort(places, function(a, b)
    if there.x[a] ~= there.x[b] then return there.x[a] < there.x[b] end
    return a < b
  end)
  local rows = {}
  for i, place in ipairs(places) do rows[i] = there.rows[place] end
  return rows
end

return M
