--- The claims of the script that is running, by their names.
local M = {}

local claims = {} -- id -> { place =, figures = }

--- A fresh start for a new script.
function M.start() claims = {} end

--- The claim of a name, nil if there is none yet.
---@param id string
function M.get(id) return claims[id] end

--- Enters a claim.
---@param id string
---@param claim table { place =, figures = }
function M.enter(id, claim) claims[id] = claim end

return M
