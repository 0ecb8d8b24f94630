--- Training that starts from a trained model: fine-tuning, adapters, distillation.
local expect = require "outlay.language.expect"

local M = {}

--- Operations of fine-tuning when only some of the weights are trained.
---
---   work = (4 + 2 * trained) * parameters * tokens
---
--- Of the 6 operations of full training, forward (2) and the gradient of the activations (2) go
--- through all layers; the gradient of the weights (2) is of the trained ones alone. So training
--- few weights saves at most a third of the work, but most of the memory.
---
---     model.fine_tuning_work{ parameters = q"70e9 parameter", tokens = q"2e9 token",
---                             trained = model.lora{ parameters = q"70e9 parameter",
---                                                   layers = 80, hidden = 8192 } }
---
--- Method: Kaplan et al. 2020, arXiv 2001.08361, section 2.1; Hu et al., LoRA (2021),
--- arXiv 2106.09685.
---
---@class outlay.model.fine_tuning_work
---@field parameters quantity parameter
---@field tokens quantity token
---@field trained? quantity|number the share of the weights that is trained; 1
---@param given outlay.model.fine_tuning_work
---@return quantity work FLOP
function M.fine_tuning_work(given)
  local run = expect("model.fine_tuning_work", given,
    { parameters = "required", tokens = "required", trained = 1 },
    { parameters = "parameter", tokens = "token", trained = "1" },
    { parameters = "above_zero", tokens = "above_zero", trained = "share" })
  local each = (q"4 FLOP/parameter/token" + q"2 FLOP/parameter/token" * run.trained)
    :named("operations per parameter and token")
  return (each * run.parameters * run.tokens):named("work of fine-tuning")
end

--- Memory that weights, gradients and optimiser states take.
---
---   memory = parameters * (bytes + trained * (2 + 12))
---
--- Gradients have 16 bits; Adam keeps a master copy and two moments of 32 bits of each trained
--- weight. Activations come on top.
---
--- Method: Rajbhandari et al., ZeRO (2019), arXiv 1910.02054, section 3.1.
---
---@class outlay.model.fine_tuning_memory
---@field parameters quantity parameter
---@field trained? quantity|number the share of the weights that is trained; 1
---@field bytes? quantity B/parameter, of the weights; 2
---@param given outlay.model.fine_tuning_memory
---@return quantity memory B
function M.fine_tuning_memory(given)
  local run = expect("model.fine_tuning_memory", given,
    { parameters = "required", trained = 1, bytes = q"2 B/parameter" },
    { parameters = "parameter", trained = "1", bytes = "B/parameter" },
    { parameters = "above_zero", trained = "share", bytes = "above_zero" })
  return (run.parameters * (run.bytes + q"14 B/parameter" * run.trained))
    :named("weights, gradients and optimiser states")
end

--- The share of the weights that LoRA trains: two matrices of `rank` for each adapted one.
---
---   trained = layers * matrices * 2 * rank * hidden / parameters
---
--- Method: Hu et al., LoRA (2021), arXiv 2106.09685, section 4.2, for square matrices.
---
---@class outlay.model.lora
---@field parameters quantity parameter
---@field layers quantity|number
---@field hidden quantity|number
---@field rank? quantity|number 16
---@field matrices? quantity|number adapted in each layer: 4 for attention alone
---@param given outlay.model.lora
---@return quantity trained
function M.lora(given)
  local shape = expect("model.lora", given,
    { parameters = "required", layers = "required", hidden = "required", rank = 16, matrices = 4 },
    { parameters = "parameter", layers = "1", hidden = "1", rank = "1", matrices = "1" },
    { parameters = "above_zero", layers = "above_zero", hidden = "above_zero", rank = "above_zero",
      matrices = "above_zero" })
  local weights = shape.layers * shape.matrices * 2 * shape.rank * shape.hidden
  return (weights * u.parameter / shape.parameters):named("share of the weights that is trained")
end

--- Operations of distillation: the teacher goes over each token once, the student learns from it.
---
---   work = 2 * teacher * tokens + 6 * student * tokens
---
--- Where the teacher's text is made beforehand and its logits are not used, `model.synthetic` has
--- its cost and `model.training_work` the student's work.
---
--- Method: Hinton et al., Distilling the knowledge in a neural network (2015), arXiv 1503.02531.
---
---@class outlay.model.distillation_work
---@field student quantity parameter
---@field teacher quantity parameter, active for a token
---@field tokens quantity token
---@class outlay.model.distillation_work_result
---@field student quantity FLOP
---@field teacher quantity FLOP
---@field total quantity FLOP
---@param given outlay.model.distillation_work
---@return outlay.model.distillation_work_result work
function M.distillation_work(given)
  local run = expect("model.distillation_work", given,
    { student = "required", teacher = "required", tokens = "required" },
    { student = "parameter", teacher = "parameter", tokens = "token" },
    { student = "above_zero", teacher = "above_zero", tokens = "above_zero" })
  local work = {}
  work.teacher = (q"2 FLOP/parameter/token" * run.teacher * run.tokens):named("teacher")
  work.student = (q"6 FLOP/parameter/token" * run.student * run.tokens):named("student")
  work.total = (work.teacher + work.student):named("work of distillation")
  return work
end

return M
