--- What failed of a claim as programs read it: see outlay.claim.
local M = {}

--- The figures of a claim: as it circulates, as corrected, and the others.
---@param claim table
---@return table[] parts
function M.parts(claim)
  local parts = { claim }
  if claim.original then parts[2] = claim.original end
  for _, other in ipairs(claim.also or {}) do parts[#parts + 1] = other end
  return parts
end

--- What does not come out as expected, with what it is about.
---@param claim table
---@return string[] failures
---@return boolean has_expectation whether anything is expected at all
function M.of(claim)
  local failures, has_expectation = {}, false
  for _, part in ipairs(M.parts(claim)) do
    has_expectation = has_expectation or part.expected ~= nil
    for _, failure in ipairs(part.failures or {}) do
      failures[#failures + 1] = part.about and part.about .. ": " .. failure or failure
    end
  end
  return failures, has_expectation
end

return M
