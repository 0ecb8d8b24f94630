--- trend.laws: which law applies to which model from when, by thresholds of training compute.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local extract = require "outlay.language.extract"
local graph = require "core.graph"
local list_of = require "outlay.trend.models"
local statistic = require "outlay.language.statistic"
local time = require "outlay.language.time"

local M = {}

-- A law's record by its fields, those that it does not have left out; nil where it has no threshold
-- of compute.
local function about(key, record)
  local found = { key = key }
  for field, content in pairs(record) do found[field] = content end
  if not graph.is_node(found.threshold) then return nil end
  found.flop = extract.value(statistic.median(found.threshold), "FLOP")
  return found
end

local function dated(value) return value and tostring(value) or nil end

local function year_of(text) return time.of_text(text) or math.huge end

-- A law that ended before it applied obliged nobody; models of before may have a date of their own.
local function applies_from(law, model)
  local from, to = dated(law.applies_from), dated(law.applies_to)
  if from and to and year_of(to) <= year_of(from) then return nil end
  if not from or model.year >= year_of(from) then
    return (not to or model.year < year_of(to)) and model.date or nil, to
  end
  if law.older_models_from then return dated(law.older_models_from), to end
  return from, to
end

-- Most laws say "greater than" their threshold, some "or more".
local function is_covered(compute, law)
  local or_more = law.comparison and tostring(law.comparison) == "at or above"
  if or_more then return compute >= law.flop end
  return compute > law.flop
end

local function laws_of(model, laws)
  local found = {}
  for _, law in ipairs(laws) do
    if model.compute and is_covered(model.compute, law) then
      local from, to = applies_from(law, model)
      if from then
        found[#found + 1] = { model = model.name, date = model.date, compute = model.compute,
          law = tostring(law.name), key = law.key, from = from, to = to, flop = law.flop,
          jurisdiction = law.jurisdiction and tostring(law.jurisdiction) or nil }
      end
    end
  end
  return found
end

--- Which laws of the catalog oblige the developers of models, and from when: by the threshold of
--- training compute alone, which the law may join to other conditions (see `law`); above it, or
--- from it on where the law's `comparison` is "at or above". A date without a day counts by its
--- middle. A model of
--- before a law is counted from when the law applies to models of before. No legal advice.
---
---     for _, entry in ipairs(trend.laws{ models = list }) do print(entry.model, entry.law,
---       entry.from) end
---
---@param given? { models: table?, jurisdiction: string? } the catalog's models unless given
---@return table[] entries { model =, date =, compute = (FLOP), law =, key =, jurisdiction =,
---  from =, to =, flop = }
function M.laws(given)
  local who = "trend.laws"
  given = arguments.check(who, given or {}, { models = "optional", jurisdiction = "optional" })
  local laws, known = {}, {}
  for key, record in pairs(law) do
    local found = about(key, record)
    if found then
      known[#known + 1] = tostring(found.jurisdiction)
      if not given.jurisdiction or tostring(found.jurisdiction) == given.jurisdiction then
        laws[#laws + 1] = found
      end
    end
  end
  if #laws == 0 then
    errors.raise(("%s: there is no law of '%s' with a threshold of compute"):format(who,
      tostring(given.jurisdiction)), "there is: " .. table.concat(known, ", "))
  end
  table.sort(laws, function(a, b) return a.key < b.key end)
  local entries = {}
  for _, model in ipairs(list_of.list(given.models, who)) do
    for _, entry in ipairs(laws_of(model, laws)) do entries[#entries + 1] = entry end
  end
  return entries
end

return M
