--- The claims of the script that is running, and of the libraries it uses, by their names.
local M = {}

local claims, order = {}, {} -- name -> { place =, figures =, item = }; the names as they came

--- A fresh start for a new script.
function M.start() claims, order = {}, {} end

--- The claim of a name, nil if there is none yet.
---@param id string
function M.get(id) return claims[id] end

--- Enters a claim.
---@param id string
---@param claim table { place =, figures =, item = }
function M.enter(id, claim)
  claims[id] = claim
  order[#order + 1] = id
end

--- The names in the order in which they came.
---@return string[]
function M.names() return { unpack(order) } end

return M
