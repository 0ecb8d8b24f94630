--- The best strategies for a training run, and why the others are not.
local arguments = require "outlay.language.arguments"
local core = require "core.train"
local errors = require "core.error"
local goodput_of = require "outlay.model.train_goodput"
local numbers = require "outlay.model.train_number"
local show = require "outlay.report.show"
local strategies = require "outlay.model.train_strategy"

local M = {}

local known = {
  top = 5, objective = "time", threads = 1, front = false, strategy = "optional",
  counts = "optional", deadline = "optional", most_tp = "optional", most_pp = "optional",
  most_cp = "optional", most_ep = "optional", most_micro_batch = "optional",
}

-- What a search may minimise, in the script's words and the core's.
local objectives = { time = "time", cost = "device_time", deadline = "deadline",
  device_time = "device_time" }

local function check_objective(limits, tokens)
  local objective = limits.deadline and "deadline" or limits.objective
  if not objectives[objective] then
    errors.raise(("train: search: there is no objective '%s'"):format(tostring(objective)),
      "write objective = \"time\" (of a step) or \"cost\" (device-hours), or give a deadline")
  end
  if objective == "deadline" and not (limits.deadline and tokens) then
    errors.raise("train: search: to be done by a deadline needs deadline and train's tokens",
      "write tokens = q\"15T token\", search = { deadline = q\"60 day\" }")
  end
  return objectives[objective]
end

local function counts_of(limits, devices)
  if limits.counts == nil then return { devices } end
  if type(limits.counts) ~= "table" or #limits.counts == 0 then
    errors.raise("train: search: counts is a list of numbers of devices",
      "write counts = { 512, 1024, 2048 }")
  end
  local counts = {}
  for i, count in ipairs(limits.counts) do
    counts[i] = numbers.middle("search.counts", count, "GPU")
    strategies.check_devices(counts[i])
  end
  return counts
end

local function copy_with(machine, devices)
  local new = {}
  for name, content in pairs(machine) do new[name] = content end
  new.devices = devices
  return new
end

-- Adds what one number of devices has to what was found before.
local function merge(into, found, devices, top)
  for _, name in ipairs { "points", "feasible", "infeasible", "pruned" } do
    into[name] = (into[name] or 0) + found[name]
  end
  for _, list in ipairs { "best", "front" } do
    into[list] = into[list] or {}
    for _, candidate in ipairs(found[list]) do
      candidate.devices = devices
      table.insert(into[list], candidate)
    end
  end
  table.sort(into.best, function(a, b)
    if a.value ~= b.value then return a.value < b.value end
    return a.devices < b.devices
  end)
  while #into.best > top do table.remove(into.best) end
end

local function seconds(x) return x < 1 and ("%.0f ms"):format(1000 * x) or ("%.2f s"):format(x) end

-- Terms by how much longer they take than the best's, for as many tokens, and where cost counts for
-- as many devices; greatest first.
local function differences(best, other, objective)
  local scale = (other.token_time / other.time) / (best.token_time / best.time)
  if objective ~= "time" then scale = scale * other.devices / best.devices end
  local found = {}
  for name, time in pairs(other.terms) do
    local more = time * scale - best.terms[name]
    if more > 1e-4 * best.time then found[#found + 1] = { name = name, more = more } end
  end
  table.sort(found, function(a, b) return a.more > b.more end)
  return found
end

-- Why a strategy is not the best: what it takes longer for, and what it saves.
local function why(best, other, objective)
  local parts = {}
  for i, term in ipairs(differences(best, other, objective)) do
    if i <= 2 then parts[i] = ("%s +%s"):format(term.name, seconds(term.more)) end
  end
  local memory = (other.memory - best.memory) / 1e9
  if math.abs(memory) >= 0.1 then
    parts[#parts + 1] = ("%.1f GB %s"):format(math.abs(memory), memory < 0 and "less" or "more")
  end
  if #parts == 0 then return "takes as long" end
  return table.concat(parts, ", ")
end

local columns = {
  { "TP", "tp", 0 }, { "PP", "pp", 0 }, { "CP", "cp", 1 }, { "EP", "ep", 1 }, { "DP", "dp", 0 },
  { "micro-batch", "micro_batch", 0 }, { "chunks", "interleave", 1 }, { "ZeRO", "zero", 1 },
}

-- The degrees in which a strategy is written down; those that none uses are left out.
local function used_columns(found)
  local used = {}
  for _, column in ipairs(columns) do
    for _, c in ipairs(found.best) do
      if (c.strategy[column[2]] or 0) > column[3] then used[#used + 1] = column break end
    end
  end
  return used
end

-- Puts the strategies that were found into the report.
local function explain(found)
  local used, names, rows = used_columns(found), {}, {}
  for i, column in ipairs(used) do names[i] = column[1] end
  for _, name in ipairs { "recompute", "step (s)", "GB", "beside the best" } do
    names[#names + 1] = name
  end
  for i, c in ipairs(found.best) do
    local row = {}
    for k, column in ipairs(used) do row[k] = c.strategy[column[2]] end
    row[#row + 1] = c.strategy.recompute
    row[#row + 1] = { text = ("%.4g"):format(c.time), value = c.time }
    row[#row + 1] = { text = ("%.1f"):format(c.memory / 1e9), value = c.memory / 1e9 }
    row[#row + 1] = i == 1 and "the best" or c.why
    rows[i] = row
  end
  show.tabulate{
    title = ("The best of %d strategies, of which %d fit"):format(found.points,
      found.points - found.infeasible),
    columns = names, rows = rows,
  }
end

local function search_at(limits, base, ask, batch, devices, objective, run)
  local space = {}
  for name, content in pairs(limits) do
    if name:find("^most_") then space[name] = content end
  end
  if not space.most_tp then space.most_tp = ask.machine.domain end
  local deadline
  if limits.deadline then
    local _, at = goodput_of(devices * u.GPU, devices, run.reliability)
    deadline = numbers.middle("search.deadline", limits.deadline, "s") * (at and at.goodput or 1)
    if deadline <= 0 then
      errors.raise("train: search: the deadline is not after the start",
        "write deadline = q\"60 day\"")
    end
  end
  return core.search{
    workload = ask.workload, machine = copy_with(ask.machine, devices), strategy = base,
    space = space, global_batch = batch, top = limits.top, objective = objective,
    threads = limits.threads, front = limits.front, tokens = run.tokens, deadline = deadline,
  }
end

--- Searches all strategies of the usual space, exactly, for the least time of a step, the least
--- cost a token (device-hours) or the least cost that is done by a deadline, on one number of
--- devices or on several.
---@param given table|boolean the argument `search` of train
---@param base table what is not varied
---@param ask table { workload =, machine = } as core.train takes it
---@param batch number sequences a step
---@param run table { tokens = number?, reliability = }
---@return table strategy
---@return table found { best =, front =, points =, ..., explain = function }
---@return number devices
function M.search(given, base, ask, batch, run)
  local limits = arguments.check("train: search", given == true and {} or given, known)
  local objective = check_objective(limits, run.tokens)
  strategies.check_names("search.strategy", limits.strategy or {}, core.strategy_fields)
  for name, content in pairs(limits.strategy or {}) do base[name] = content end
  local found = {}
  for _, devices in ipairs(counts_of(limits, ask.machine.devices)) do
    merge(found, search_at(limits, base, ask, batch, devices, objective, run), devices, limits.top)
  end
  local best = found.best[1]
  if not best then
    errors.raise(("train: none of %d strategies fits into memory%s"):format(found.points,
      limits.deadline and " and is done in time" or ""),
      "use more devices, or allow more: search = { most_cp =, most_ep =, counts = }")
  end
  for i = 2, #found.best do
    found.best[i].why = why(best, found.best[i], objective)
  end
  found.explain = function() return explain(found) end
  return best.strategy, found, best.devices
end

return M
