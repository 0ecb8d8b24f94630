--- Results that not every sample has: an error that says so, or what the caller counts in their
--- place. Never a number that is none.
local errors = require "core.error"
local graph = require "core.graph"
local run = require "core.run"
local unit = require "core.unit"

-- Enough samples to see what happens in one of some hundreds.
local SOME_SAMPLES = { samples = 2047, seed = 1, threads = 1 }

-- The least share of samples in which a condition holds, over all cells.
local function least_share(condition)
  local result = run.evaluate({ condition }, SOME_SAMPLES)
  local least = 1
  for cell = 1, result:cells(1, 1) do least = math.min(least, result:moments(1, cell).mean) end
  return least
end

-- Not a number wherever a sample asks for it, so that evaluation fails here, with these words.
local function nowhere(words, like)
  local kind = graph.describe(like)
  local below = graph.annotate(graph.parameter(-1, 0), "name", words)
  return graph.apply("log", below)
    * graph.parameter(1, unit.choose(1, kind.dimension, kind.money, 0))
end

--- `result` where `holds`, and `otherwise` elsewhere; without `otherwise` an error that says in how
--- many samples it does not hold.
---@param holds node condition
---@param result node
---@param otherwise any nil for an error
---@param words string what is the case where it does not hold
---@param advice string
---@return node
return function(holds, result, otherwise, words, advice)
  if otherwise ~= nil then return when(holds, result, otherwise) end
  local share = least_share(holds)
  if share < 1 then
    local missing = 100 * (1 - share)
    errors.raise(missing >= 100 and words or ("%s, in %.2g %% of samples"):format(words, missing),
      advice, "domain")
  end
  if not graph.describe(holds).uncertain then return result end
  return when(holds, result, nowhere(words, result))
end
