--- The facts that a script took from the catalogs, for results to store.
local M = {}

local facts = {} -- path -> record

--- Notes a fact.
---@param path string such as "hw.h100_sxm.tdp", or what was asked of price.of
---@param record table { value =, low =, high =, range =, unit =, layer = }
function M.add(path, record) facts[path] = record end

--- All of them by their paths.
---@return table<string, table>
function M.facts() return facts end

--- Whether there are any.
function M.any() return next(facts) ~= nil end

return M
