--- How to split a budget of operations between parameters and tokens.
local arguments = require "outlay.language.arguments"
local expect = require "outlay.language.expect"
local law_of = require "outlay.model.scaling_laws"

local M = {}

--- The parameters and tokens of least loss for a budget of training operations, 6 for each
--- parameter and token; or, with `overtrain`, a smaller model on that many times the best ratio of
--- tokens to parameters, which costs less to serve.
---
---   N = G (C / 6)^(beta / (alpha + beta)),  G = (alpha A / (beta B))^(1 / (alpha + beta))
---   D = C / 6 / N;  over-trained by k: N / sqrt(k), D sqrt(k)
---   loss = E + A / N^alpha + B / D^beta
---
---     model.compute_optimal{ work = q"3.8e25 FLOP" }
---
--- Laws: "besiroglu" (the corrected fit of Chinchilla's data, unless another is asked for),
--- "hoffmann" (the published one) and "sardana" (with one more digit of its exponents). Method:
--- Hoffmann et al. 2022, arXiv 2203.15556, equation 4.
---
---@class outlay.model.compute_optimal
---@field work quantity FLOP
---@field overtrain? quantity|number 1 unless given
---@field law? string "besiroglu" unless given
---@class outlay.model.compute_optimal_size
---@field parameters quantity
---@field tokens quantity
---@field ratio quantity tokens for each parameter
---@field loss quantity nats a token, of the law's own data
---@param given outlay.model.compute_optimal
---@return outlay.model.compute_optimal_size size
function M.compute_optimal(given)
  local known = { work = "required", overtrain = 1, law = "besiroglu" }
  local asked = arguments.check("model.compute_optimal", given, known)
  local ask = expect("model.compute_optimal", given, known, { work = "FLOP", overtrain = "1" },
    { work = "positive", overtrain = "positive" })
  local law = law_of("model.compute_optimal", asked.law)
  local pairs_of = ask.work / q"6 FLOP" -- parameters times tokens
  local sum = law.alpha + law.beta
  local best = (law.alpha * law.A / (law.beta * law.B)) ^ (1 / sum)
    * pairs_of ^ (law.beta / sum)
  local n = best / sqrt(ask.overtrain)
  local d = pairs_of / n
  local size = {}
  size.parameters = (n * u.parameter):named("parameters"):source(law.source)
  size.tokens = (d * u.token):named("tokens"):source(law.source)
  size.ratio = (size.tokens / size.parameters):named("tokens per parameter")
  size.loss = (law.E + law.A / n ^ law.alpha + law.B / d ^ law.beta):named("loss")
    :source(law.source)
  return size
end

return M
