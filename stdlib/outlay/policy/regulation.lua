--- Which laws on large models count, what they oblige to, and what that costs.
local default = require "outlay.model.default"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local field = require "outlay.model.field"
local interface = require "outlay.policy.interface"
local middle = require "outlay.model.middle"
local period = require "outlay.catalog.period"
local strict = require "outlay.language.strict"

local M = {}

-- The catalog's laws with a threshold of training compute.
local function records()
  local found = {}
  for key, record in pairs(law) do
    if type(record) == "table" and field(record, "threshold") then
      found[#found + 1] = { key = key, record = record }
    end
  end
  return found
end

local function chosen(of)
  local all = records()
  if not of then return all end
  local found, seen, known = {}, {}, {}
  for _, entry in ipairs(all) do
    known[entry.key], known[entry.record.jurisdiction] = true, true
  end
  for _, name in ipairs(of) do
    if not known[name] then
      errors.raise(("policy.laws: there is no law or jurisdiction '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), strict.keys(known)))
    end
    for _, entry in ipairs(all) do
      if (entry.key == name or entry.record.jurisdiction == name) and not seen[entry.key] then
        seen[entry.key] = true
        found[#found + 1] = entry
      end
    end
  end
  return found
end

-- A repealed law does not oblige who starts later.
local function is_repealed(record, start)
  local to = field(record, "applies_to")
  if not to then return false end
  local first = period.days(start)
  local _, last = period.days(to)
  return last < first
end

local function obligation(entry, run)
  local record = entry.record
  return {
    law = record.name, key = entry.key, jurisdiction = record.jurisdiction,
    modality = record.modality, threshold = record.threshold,
    crosses = ge(run.work, record.threshold), from = record.applies_from,
    obliges = field(record, "obliges") or {},
    large_from = field(record, "revenue"), -- more duties above this revenue
  }
end

-- Whether a law holds before the run ends.
local function is_in_force(from, run)
  local start, first = period.days(run.start), period.days(from)
  return not first or first <= start + middle.of(run.finish, "day")
end

--- Laws with a threshold of training compute: whether the run crosses it, from when it holds, what
--- it obliges to. A law that was repealed before the start is left out; one that applies later is
--- listed with its date.
---
---   cost = sum over laws of cost, in the samples in which the run crosses the threshold, of the
---          laws in force before the run ends, at the medians
---
--- Nobody publishes what complying costs a frontier developer; the default is an assumption.
---
---@class outlay.policy.laws
---@field of? string[] laws or jurisdictions: { "EU", "california_sb_53" }; all unless given
---@field cost? quantity|false USD for each law crossed; 1 to 6 MUSD; false: not counted
---@param given? outlay.policy.laws
---@return table policy
function M.laws(given)
  local is_counted = not given or given.cost ~= false
  if given and type(given.of) == "string" then
    local copy = { of = { given.of } }
    if given.cost ~= nil then copy.cost = given.cost end
    given = copy
  end
  given = expect("policy.laws", given or {}, { of = "optional", cost = "optional" },
    is_counted and { cost = "USD" } or {}, is_counted and { cost = "positive" } or {})
  local entries = chosen(given.of)
  local function obligations(run)
    local list = {}
    for _, entry in ipairs(entries) do
      if not is_repealed(entry.record, run.start) then list[#list + 1] = obligation(entry, run) end
    end
    table.sort(list, function(a, b)
      return a.from < b.from or (a.from == b.from and a.key < b.key)
    end)
    return list
  end
  return interface.make{
    kind = "regulation", name = given.of and table.concat(given.of, ", ") or "all laws",
    about = "thresholds of training compute", obligations = obligations,
    cost = function(run)
      if not is_counted then return {} end
      local each = given.cost or default.assume("complying with a law on large models",
        "1 to 6 MUSD", "assumption: 4 to 20 person-years of evaluation, documents and reports")
      local total = q"0 USD"
      for _, duty in ipairs(obligations(run)) do
        if is_in_force(duty.from, run) then
          total = total + when(duty.crosses, each, q"0 USD")
        end
      end
      return { compliance = total }
    end,
  }
end

return M
