--- Scaling laws: the loss of N parameters after D tokens, E + A / N^alpha + B / D^beta.
local errors = require "core.error"

local laws = {
  hoffmann = {
    E = 1.69, A = 406.4, B = 410.7, alpha = 0.34, beta = 0.28,
    source = "Hoffmann et al. 2022 (Chinchilla), arXiv 2203.15556, appendix D.3",
  },
  sardana = {
    E = 1.69, A = 406.4, B = 410.7, alpha = 0.336, beta = 0.283,
    source = "Sardana et al. 2024, arXiv 2401.00448, section 2: Chinchilla's with one more digit",
  },
  besiroglu = {
    E = 1.8172, A = 482.01, B = 2085.43, alpha = 0.3478, beta = 0.3658,
    source = "Besiroglu et al. 2024, Chinchilla Scaling: A replication attempt, arXiv 2404.10102",
  },
}

--- A law by its name.
---@param who string the model that asks, for messages
---@param name string
---@return table law E, A, B, alpha, beta, source
return function(who, name)
  return laws[name] or errors.raise(("%s has no law '%s'"):format(who, tostring(name)),
    "write law = \"besiroglu\", \"hoffmann\" or \"sardana\"")
end
