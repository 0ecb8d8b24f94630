-- The content of the built-in catalogs: every record opens, has a source, and agrees with
-- the others.

local graph = require "core.graph"
local lint = require "outlay.catalog.lint"
local records = require "outlay.catalog.records"
local roots = require "outlay.catalog.roots"
local shelf = require "outlay.catalog.shelf"

defaults { samples = 1000 }

-- ---- every value can be asked for ----

local counts, failures, visited = {}, {}, {}

local function note_failure(path, problem)
  failures[#failures + 1] = path .. ": " .. tostring(problem.message or problem)
end

local function ask(path, thing, word)
  if type(thing) == "string" or type(thing) == "number" or type(thing) == "function" then return end
  if graph.is_node(thing) then
    counts[word] = counts[word] + 1
    local ok, described = pcall(graph.describe, thing)
    if not ok then return note_failure(path, described) end
    if not described.source or described.source == "" then note_failure(path, "no source") end
    local fine, middle = pcall(function() return tostring(median(thing)) end)
    if not fine or middle:find "nan" or middle:find "inf" then note_failure(path, middle) end
    return
  end
  if visited[thing] then return end
  visited[thing] = true
  local ok, problem = pcall(function()
    for key, inner in pairs(thing) do ask(path .. "." .. tostring(key), inner, word) end
  end)
  if not ok then note_failure(path, problem) end
end

for _, catalog in ipairs(shelf.catalogs()) do
  counts[catalog.word] = 0
  ask(catalog.word, roots[catalog.word], catalog.word)
end
for i = 1, math.min(#failures, 20) do print(failures[i]) end
check("every value of the catalogs can be asked for", #failures, "==", 0)

-- ---- what must be there ----

local function count_of(word) return #records.built_in(word) end

for word, least in pairs { hw = 500, price = 600, site = 500, net = 60, models = 700, staff = 40,
  deals = 60, law = 50, index = 300,
  firms = 130, market = 60 } do
  check(("the catalog %s has at least %d facts"):format(word, least), count_of(word), ">=", least)
end

local problems = lint.built_in()
for i = 1, math.min(#problems, 20) do print(problems[i].path .. ": " .. problems[i].message) end
check("lint finds nothing", #problems, "==", 0)

local chips = { "p100_sxm", "v100_sxm", "a100_40gb", "a100_80gb", "h100_sxm", "h100_pcie",
  "h200_sxm", "h800_sxm", "h20", "b200_sxm", "gb200", "b300_sxm", "gb300", "mi250x", "mi300x",
  "mi325x", "mi355x", "tpu_v2", "tpu_v3", "tpu_v4", "tpu_v5e", "tpu_v5p", "tpu_v6e", "tpu_v7",
  "trainium1", "trainium2", "trainium3", "gaudi2", "gaudi3", "ascend_910b", "ascend_910c", "wse3" }
for _, key in ipairs(chips) do
  local chip = hw[key]
  local has = {}
  for field in pairs(chip) do has[field] = true end
  for _, field in ipairs { "name", "kind", "released", "peak", "memory", "bandwidth" } do
    check(("hw.%s has %s"):format(key, field), has[field] == true)
  end
end

-- ---- models agree with themselves ----

local function plain(thing, unit) return value(median(thing), unit) end

local function fields(group)
  local found = {}
  for key, inner in pairs(group) do found[key] = inner end
  return found
end

-- Parameters that an architecture has, with a gated network and tied embeddings or without. The
-- fields are plain numbers.
local function parameters_of(a, gated, tied)
  local attention = a.hidden * a.head_size * (2 * a.heads + 2 * a.kv_heads)
  local matrices = gated and 3 or 2
  local feed_forward = a.layers * matrices * a.hidden * a.ffn
  if a.experts then
    local dense = a.dense_layers or 0
    local expert = matrices * a.hidden * a.expert_ffn
    feed_forward = dense * matrices * a.hidden * a.ffn
      + (a.layers - dense) * expert * (a.experts + (a.shared_experts or 0))
  end
  return a.layers * attention + feed_forward + (tied and 1 or 2) * a.vocabulary * a.hidden
end

local model_count, with_architecture, unexplained = 0, 0, {}
-- Latent attention, an encoder, linear attention, every second layer dense, relative positions, or
-- a part for vision.
local not_plain = { deepseek_v2 = true, deepseek_v3 = true, deepseek_r1 = true, kimi_k2 = true,
  t5_11b = true, qwen3_next_80b_a3b = true, glam = true, switch_c = true, llama_4_maverick = true,
  deepseek_v4_flash = true, qwen35_397b_a17b = true, lamda = true, llama_4_scout = true,
  gopher = true, chinchilla = true }

for key, record in pairs(models) do
  model_count = model_count + 1
  local has = fields(record)
  if has.training and fields(record.training).hardware then
    local hardware = record.training.hardware
    local is_known = pcall(function() return hw[hardware] end)
    check(("models.%s was trained on something in hw"):format(key), is_known)
  end
  local a = has.architecture and fields(record.architecture)
  if a and a.head_size and has.parameters and not not_plain[key] then
    for field, number in pairs(a) do a[field] = plain(number, "1") end
    local stated = plain(record.parameters, "parameter")
    local nearest = math.huge
    for _, gated in ipairs { true, false } do
      for _, tied in ipairs { true, false } do
        nearest = math.min(nearest, math.abs(parameters_of(a, gated, tied) / stated - 1))
      end
    end
    with_architecture = with_architecture + 1
    if nearest > 0.05 then unexplained[#unexplained + 1] = ("%s: %.3f"):format(key, nearest) end
  end
  local training = has.training and fields(record.training)
  local has_active = has.active or not has.kind or record.kind == "dense"
  if training and training.work and has.tokens and has.parameters and has_active
    and key ~= "qwen3_max" then
    local active = has.active or has.parameters
    local estimate = 6 * plain(active, "parameter") * plain(record.tokens, "token")
    local ratio = plain(training.work, "FLOP") / estimate
    check(("models.%s: work is about 6 x parameters x tokens (%.2f)"):format(key, ratio),
      ratio > 0.6 and ratio < 1.7)
  end
  if training and training.chips and training.time and training.chip_hours then
    local product = plain(training.chips, "GPU") * plain(training.time, "h")
    local ratio = plain(training.chip_hours, "GPU-hour") / product
    check(("models.%s: chip-hours are about chips x time (%.2f)"):format(key, ratio),
      ratio > 0.85 and ratio < 1.2)
  end
end
for _, line in ipairs(unexplained) do print(line) end
check("at least 60 models", model_count, ">=", 60)
check("at least 35 models have an architecture", with_architecture, ">=", 35)
check("architectures explain the stated parameters within 5 %", #unexplained, "==", 0)
