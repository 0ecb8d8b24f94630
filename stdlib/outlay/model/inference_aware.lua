--- How large a model to train for a quality when it will also be served.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local law_of = require "outlay.model.scaling_laws"
local numbers = require "outlay.model.train_number"
local quantity = require "outlay.language.quantity"

local M = {}

local WHO = "model.inference_aware"

-- The size of least training work for a loss: alpha A / N^alpha = beta B / D^beta.
local function least_training(law, loss)
  local left = loss - law.E
  local sum = law.alpha + law.beta
  return (law.A * sum / (law.beta * left)) ^ (1 / law.alpha),
    (law.B * sum / (law.alpha * left)) ^ (1 / law.beta)
end

-- The loss of the compute-optimal model with n parameters.
local function loss_of(law, n)
  local a = law.A / n ^ law.alpha
  return law.E + a * (1 + law.alpha / law.beta)
end

-- The size of least 6 N D + 2 N served for a loss. Of the loss above E, a share x is due to the
-- parameters and the rest to the tokens; at the least work
--   D(x) (alpha x / (beta (1 - x)) - 1) = served / 3,
-- whose left side rises from 0 at the compute-optimal share beta / (alpha + beta) to infinity at 1.
local function least_work(law, loss, served)
  local left = loss - law.E
  local function tokens(x) return (law.B / (left * (1 - x))) ^ (1 / law.beta) end
  local low, high = law.beta / (law.alpha + law.beta), 1
  for _ = 1, 60 do
    local x = (low + high) / 2
    if tokens(x) * (law.alpha * x / (law.beta * (1 - x)) - 1) < served / 3 then
      low = x
    else
      high = x
    end
  end
  return (law.A / (left * low)) ^ (1 / law.alpha), tokens(low)
end

local function check_loss(law, loss)
  if loss <= law.E then
    errors.raise(("%s: loss is %.4g, and no model of this law comes below %.4g"):format(WHO, loss,
      law.E), "give a greater loss, or the parameters of a compute-optimal model of its quality")
  end
end

-- The loss to reach, of one of three ways to say it.
local function wanted_loss(ask, law)
  local said = 0
  for _, name in ipairs { "loss", "parameters", "work" } do
    if ask[name] ~= nil then said = said + 1 end
  end
  if said ~= 1 then
    errors.raise(WHO .. " takes one of loss, parameters and work, which say how good the model is",
      "write parameters = q\"13e9 parameter\" for the quality of a compute-optimal model of 13 B")
  end
  if ask.loss then
    local loss = numbers.middle("loss", ask.loss, "1")
    check_loss(law, loss)
    return loss
  end
  if ask.parameters then
    return loss_of(law, numbers.middle("parameters", ask.parameters, "parameter"))
  end
  local sum = law.alpha + law.beta
  local work = numbers.middle("work", ask.work, "FLOP")
  return loss_of(law, (law.alpha * law.A / (law.beta * law.B)) ^ (1 / sum)
    * (work / 6) ^ (law.beta / sum))
end

-- What training and serving a size takes, as quantities.
local function size_of(n, d, served, law)
  local size = {}
  size.parameters = (n * u.parameter):named("parameters"):source(law.source)
  size.tokens = (d * u.token):named("tokens"):source(law.source)
  size.ratio = (size.tokens / size.parameters):named("tokens per parameter")
  size.training_work = (6 * n * d * u.FLOP):named("training work")
  size.serving_work = (2 * n * served / u.token * u.FLOP):named("serving work")
  size.work = (size.training_work + size.serving_work):named("work of training and serving")
  return size
end

--- The parameters and tokens of least work over a model's life, training and serving, for a given
--- quality:
---
---   least of 6 N D + c 2 N served, where E + A / N^alpha + B / D^beta is the loss wanted
---
--- The quality is said as a `loss`, by the `parameters` of a compute-optimal model that has it, or
--- by the training `work` of one. The size is chosen once, for the mean of what is served: work is
--- linear in it, so that no other size has less work on average. `serving_cost` is c, what an
--- operation costs when serving over what one costs when training: utilisations, prices and
--- precisions differ, and with it the size of least cost is found (section 3 of the paper).
---
---     model.inference_aware{ parameters = q"13e9 parameter", served = q"2T token" }
---
--- Method: Sardana et al. 2024, Beyond Chinchilla-Optimal, arXiv 2401.00448, section 2. Its law is
--- "sardana"; "besiroglu" is used unless another is asked for. Laws were fitted to some 20 tokens
--- for a parameter (the paper's own runs go to 10,000 and find them too hopeful there).
---
---@class outlay.model.inference_aware
---@field served quantity tokens read and written over the model's life
---@field loss? quantity|number nats a token, of the law's own data
---@field parameters? quantity of the compute-optimal model of that quality
---@field work? quantity FLOP, of training that model
---@field serving_cost? quantity|number 1 unless given
---@field law? string "besiroglu" unless given
---@class outlay.model.inference_aware_size
---@field parameters quantity
---@field tokens quantity
---@field ratio quantity tokens for each parameter
---@field loss quantity
---@field training_work quantity 6 N D
---@field serving_work quantity 2 N served
---@field work quantity both
---@field saved quantity share of the compute-optimal model's (weighted) work
---@field compute_optimal table the same quality for least training work: parameters, tokens, ...
---@param given outlay.model.inference_aware
---@return outlay.model.inference_aware_size size
function M.inference_aware(given)
  local known = { served = "required", loss = "optional", parameters = "optional",
    work = "optional", serving_cost = 1, law = "besiroglu" }
  local asked = arguments.check(WHO, given, known)
  local ask = expect(WHO, given, known,
    { served = "token", loss = "1", parameters = "parameter", work = "FLOP", serving_cost = "1" },
    { served = "positive", loss = "positive", parameters = "positive", work = "positive",
      serving_cost = "positive" })
  local law = law_of(WHO, asked.law)
  local loss = wanted_loss(ask, law)
  local expected = value(mean(ask.served), "token") * value(mean(ask.serving_cost))
  local n, d = least_work(law, loss, expected)
  local size = size_of(n, d, ask.served, law)
  local least_n, least_d = least_training(law, loss)
  size.compute_optimal = size_of(least_n, least_d, ask.served, law)
  local function cost(of) return of.training_work + ask.serving_cost * of.serving_work end
  size.saved = (1 - cost(size) / cost(size.compute_optimal)):named("saved over compute-optimal")
  size.loss = quantity.of(law.E + law.A / n ^ law.alpha + law.B / d ^ law.beta):named("loss")
    :source(law.source)
  return size
end

return M
