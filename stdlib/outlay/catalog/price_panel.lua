--- The market's price of something on a day, from the price lists of several providers: a middle
--- and a spread, both of which change slowly with the date.
--
-- Each provider has one voice: its own price, log-linear in time between its records and as it
-- stands before the first and after the last. A voice counts exp(-distance / 1 year) by the time to
-- the provider's nearest record, so that no date adds or drops a record all at once. Of a provider
-- with several regions the one with the most dates counts, so that a price is never compared with
-- that of another region.
local fact = require "outlay.catalog.fact"
local graph = require "core.graph"
local layers = require "outlay.catalog.layers"
local period = require "outlay.catalog.period"
local price_records = require "outlay.catalog.price_records"
local unit = require "core.unit"

local M = {}

local FADING = 365 -- days after which a record counts 1/e
local UNKNOWN = 0.3 -- spread of one more list, in logs: 90 % within a factor of 1.6; an assumption

local function middle_day(record) return (record.first + record.last) / 2 end

-- provider -> region -> its records, dated.
local function by_provider(records)
  local providers = {}
  for _, record in ipairs(records) do
    local about = record.part.about
    local provider, region = about.provider or record.path, about.region or ""
    providers[provider] = providers[provider] or {}
    local regions = providers[provider]
    regions[region] = regions[region] or {}
    table.insert(regions[region], record)
  end
  return providers
end

-- The region with the most dates; of several the first by name.
local function chosen_region(regions)
  local best
  for name, list in pairs(regions) do
    local is_better = not best or #list > #regions[best]
      or (#list == #regions[best] and name < best)
    if is_better then best = name end
  end
  return regions[best]
end

local function log_price(record, base)
  local about = record.part.about
  local _, factor = unit.describe(unit.parse(fact.unit(about, record.path)))
  return math.log(fact.typical(record.part.content, about.range) * factor / base)
end

-- A provider's own log price on a day, and the days to its nearest record.
local function voice(list, day, base)
  table.sort(list, function(a, b)
    local one, other = middle_day(a), middle_day(b)
    return one < other or (one == other and a.path < b.path)
  end)
  local before, after, nearest
  for _, record in ipairs(list) do
    if record.first <= day then before = record end
    if not after and record.last >= day then after = record end
    local away = math.max(record.first - day, day - record.last, 0)
    if not nearest or away < nearest then nearest = away end
  end
  before, after = before or after, after or before
  local from, to = middle_day(before), middle_day(after)
  local a, b = log_price(before, base), log_price(after, base)
  if to <= from then return a, nearest end
  return a + (b - a) * math.max(0, math.min(1, (day - from) / (to - from))), nearest
end

local function dated(records)
  local list = {}
  for _, record in ipairs(records) do
    if graph.is_node(record.part.content) then return nil end
    record.first, record.last = period.of(record.part.about, record.path)
    local is_open = not record.first or record.first == -math.huge or record.last == math.huge
    if is_open then return nil end
    list[#list + 1] = record
  end
  return list
end

-- In the order of their names, so that sums have the same digits everywhere.
local function sorted_names(providers)
  local names = {}
  for name in pairs(providers) do names[#names + 1] = name end
  table.sort(names)
  return names
end

local function summary(voices)
  local weight, squares, total = 0, 0, 0
  for _, v in ipairs(voices) do
    weight, squares, total = weight + v.weight, squares + v.weight ^ 2, total + v.weight * v.log
  end
  local mean, around = total / weight, 0
  for _, v in ipairs(voices) do around = around + v.weight * (v.log - mean) ^ 2 end
  local lists = weight ^ 2 / squares -- as many as count fully
  return mean, math.sqrt((around / weight * lists + UNKNOWN ^ 2) / (lists + 1))
end

-- The records of the highest layer that has what is asked; nil if none has.
local function highest(thing, ask)
  local all, path = price_records.of(thing)
  local ok, records = pcall(price_records.chosen, all, ask, path)
  return ok and price_records.of_the_highest_layer(records) or nil
end

--- Whether a layer of the user's has such a price.
---@param thing any
---@param ask table
---@return boolean
function M.is_of_a_layer(thing, ask)
  local records = highest(thing, ask)
  return records ~= nil and not layers.is_built_in(records[1].part.layer)
end

--- The market on a day; nil where no built-in price list has what is asked, or where a layer of the
--- user's has it, which stands for itself.
---@param thing any a chip, or a list of prices
---@param ask table { scope =, option =, term = }
---@param on string the date
---@param unit_text string
---@return table? market { middle = number in the unit, spread = of its logarithm, providers =
---names, source = text }
function M.of(thing, ask, on, unit_text)
  local records = highest(thing, ask)
  if not records or not layers.is_built_in(records[1].part.layer) then return nil end
  records = dated(records)
  local first, last = period.days(on)
  if not records or #records == 0 then return nil end
  local _, base = unit.describe(unit.parse(unit_text))
  local providers, voices, sources, seen = by_provider(records), {}, {}, {}
  local names = sorted_names(providers)
  for _, name in ipairs(names) do
    local list = chosen_region(providers[name])
    local log, away = voice(list, (first + last) / 2, base)
    voices[#voices + 1] = { log = log, weight = math.exp(-away / FADING) }
    local record = list[#list]
    local text = fact.source_text(record.part.about, record.part.sources, record.path)
    if not seen[text] then sources[#sources + 1], seen[text] = text, true end
  end
  local mean, spread = summary(voices)
  return { middle = math.exp(mean), spread = spread, providers = names,
    source = table.concat(sources, " | ", 1, math.min(3, #sources)) }
end

return M
