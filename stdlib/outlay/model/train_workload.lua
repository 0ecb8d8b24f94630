--- The shape of a transformer for the training performance model, from a record of `models` or from
--- a table of sizes.
local core = require "core.train"
local errors = require "core.error"
local field = require "outlay.model.field"
local numbers = require "outlay.model.train_number"
local roots = require "outlay.catalog.roots"
local strategies = require "outlay.model.train_strategy"

-- The catalog's names of sizes that the model calls otherwise.
local renamed = { head_size = "head_dim", experts_per_token = "top_k" }

-- What is published of a model's parameters is rounded; more than this is another shape.
local TOLERANCE = 0.02

local function size(name, content)
  if type(content) == "boolean" then return content end
  return numbers.middle(name, content, "1")
end

-- Of a script's own table; a record also has texts.
local function check_sizes(what, sizes)
  local known = { "shared_experts" }
  for _, name in ipairs(core.workload_fields) do known[#known + 1] = name end
  for name in pairs(renamed) do known[#known + 1] = name end
  strategies.check_names(what, sizes, known)
  for name, content in pairs(sizes) do
    if type(content) == "string" then
      errors.raise(("train: %s.%s is a text"):format(what, name),
        ("write %s = 4096, a number"):format(name))
    end
  end
end

local function sizes_of(architecture)
  local shape = {}
  for name, content in pairs(architecture) do
    if type(content) ~= "string" then shape[renamed[name] or name] = size(name, content) end
  end
  if shape.shared_experts then
    shape.shared_ffn = shape.shared_experts * (shape.expert_ffn or 0)
    shape.shared_experts = nil
  end
  return shape
end

-- Parameters as they are published: without the layers that predict further tokens.
local function counted(shape)
  local plain = {}
  for name, content in pairs(shape) do plain[name] = content end
  plain.predicted = nil
  return core.count{ workload = plain }.parameters
end

-- Catalogs do not say whether the MLP has a gate and whether the embedding is tied to the logits:
-- the choice whose count comes nearest to the published parameters is taken.
local function complete(shape, published)
  local best, best_error
  local function try(gated, tied)
    local candidate = {}
    for name, content in pairs(shape) do candidate[name] = content end
    if candidate.gated == nil then candidate.gated = gated end
    if candidate.tied == nil then candidate.tied = tied end
    local off = math.abs(counted(candidate) / published - 1)
    if not best or off < best_error - 1e-3 then best, best_error = candidate, off end
  end
  try(true, false)
  try(true, true)
  try(false, false)
  try(false, true)
  return best, best_error
end

--- The workload of a model.
---@param model table a record of `models`, or sizes by the names of core/training/workload.h
---@param changes table? sizes that are not in the record, or differ
---@param sequence any tokens
---@return table workload plain numbers
return function(model, changes, sequence)
  local place = roots.place(model)
  local shape
  if place then
    local architecture = field(model, "architecture")
    if not architecture then
      errors.raise(("train: %s has no architecture"):format(place.path),
        "give its sizes: architecture = { layers =, hidden =, heads =, ... }")
    end
    shape = sizes_of(architecture)
  elseif type(model) == "table" then
    check_sizes("model", model)
    shape = sizes_of(model)
  else
    errors.raise(("train: model is a %s"):format(type(model)),
      "write model = models.llama_31_405b, or a table of sizes")
  end
  check_sizes("architecture", changes or {})
  for name, content in pairs(changes or {}) do
    shape[renamed[name] or name] = size(name, content)
  end
  if sequence ~= nil then shape.sequence = numbers.middle("sequence", sequence, "token") end
  if shape.sequence == nil then
    errors.raise("train needs the length of a sequence", "write sequence = 8192")
  end
  shape.kv_heads = shape.kv_heads or shape.heads
  local parameters = place and field(model, "parameters")
  if not parameters then
    if shape.gated == nil then shape.gated = true end
    return shape
  end
  local published = numbers.middle("parameters", parameters, "parameter")
  local found, off = complete(shape, published)
  if off > TOLERANCE then
    errors.raise(("train: the architecture of %s comes to %.4g parameters, and %.4g are published")
      :format(place.path, counted(found), published),
      "complete it, such as architecture = { kv_rank =, query_rank =, rope_dim = } for latent "
        .. "attention")
  end
  return found
end
