--- price.of: the price of something at a date, from dated records of the catalogs.
--
-- Records that hold at the date are taken as they are; several that hold at once are averaged
-- (geometric mean: prices differ by factors). Between two records the price is log-linear in time,
-- that is, it changes by the same factor each day. Outside of the records' range there is no
-- price, and the error names the nearest record. Of several layers the highest one with a matching
-- record counts alone.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local fact = require "outlay.catalog.fact"
local graph = require "core.graph"
local layers = require "outlay.catalog.layers"
local period = require "outlay.catalog.period"
local price_records = require "outlay.catalog.price_records"
local roots = require "outlay.catalog.roots"
local unit = require "core.unit"
local used = require "outlay.catalog.used"

local M = {}

-- ---- time ----

-- Each record with the days for which it holds. One that does not say holds always, if it is of a
-- layer.
local function with_days(records)
  local dated, undated = {}, {}
  for _, record in ipairs(records) do
    record.first, record.last = period.of(record.part.about, record.path)
    if record.first then
      dated[#dated + 1] = record
    elseif not layers.is_built_in(record.part.layer) then
      record.first, record.last = -math.huge, math.huge
      undated[#undated + 1] = record
    end
  end
  for _, record in ipairs(undated) do dated[#dated + 1] = record end
  return dated
end

-- Those that hold at some time from `first` to `last`; where a month's record and a year's do, the
-- month's.
local function holding(records, first, last)
  local found, shortest = {}, math.huge
  for _, record in ipairs(records) do
    if record.first <= last and record.last >= first then
      found[#found + 1] = record
      shortest = math.min(shortest, record.last - record.first)
    end
  end
  local longest = math.max(shortest, last - first)
  local left = {}
  for _, record in ipairs(found) do
    if record.last - record.first <= longest then left[#left + 1] = record end
  end
  return left
end

-- The nearest records before and after, all that hold at the same time together.
local function neighbours(records, first, last)
  local before, after = {}, {}
  local from, to = -math.huge, math.huge
  for _, record in ipairs(records) do
    if record.last < first and record.last > from then from = record.last end
    if record.first > last and record.first < to then to = record.first end
  end
  for _, record in ipairs(records) do
    if record.last == from then before[#before + 1] = record end
    if record.first == to then after[#after + 1] = record end
  end
  return before, after, from, to
end

-- ---- amounts ----

local function period_of(record)
  local text = fact.period_text(record.part.about)
  return text and text:gsub("^as of ", "") or "always"
end

-- A record's low, typical and high value in the unit of the first record.
local function amounts(record, factor_of)
  local content, about = record.part.content, record.part.about
  if graph.is_node(content) then return nil end
  local factor = factor_of(record)
  local typical = fact.typical(content, about.range) * factor
  if type(content) == "number" or not content.low then return { typical, typical, typical } end
  return { content.low * factor, typical, content.high * factor }
end

-- Factor, dimension and money of a unit; "" is that of a plain number.
local function described_unit(text)
  if text == "" then return 1, 0, 0 end
  local _, factor, dimension, money = unit.describe(unit.parse(text))
  return factor, dimension, money
end

local function converter(records, path)
  local first_unit = fact.unit(records[1].part.about, records[1].path)
  local base, dimension, money = described_unit(first_unit)
  return function(record)
    local text = fact.unit(record.part.about, record.path)
    local factor, other, other_money = described_unit(text)
    if other ~= dimension or other_money ~= money then
      errors.raise(("%s: prices in %s and in %s cannot be averaged"):format(path, first_unit, text),
        "choose one kind by scope, option or provider")
    end
    return factor / base
  end, first_unit
end

-- The geometric mean of several records; one stands for itself.
local function combined(records, factor_of)
  local sums = { 0, 0, 0 }
  for _, record in ipairs(records) do
    local three = amounts(record, factor_of)
    if not three then
      errors.raise(("%s is a quantity of %s, and another price of that layer holds, too"):format(
        record.path, layers.text(record.part.layer)),
        "give it a date, or write it as { value = ... } or { low = ..., high = ... }")
    end
    for i = 1, 3 do
      if three[i] <= 0 then
        errors.raise(("%s is not positive, so there is no mean in proportion"):format(record.path))
      end
      sums[i] = sums[i] + math.log(three[i])
    end
  end
  if #records == 1 then return amounts(records[1], factor_of) end -- to the last digit
  for i = 1, 3 do sums[i] = math.exp(sums[i] / #records) end
  return sums
end

local function described(records, three, unit_text)
  local where = period_of(records[1])
  local providers = price_records.list(price_records.values_of(records, "provider"))
  local whose = providers ~= "" and providers .. ", " or ""
  if #records == 1 then return ("%.6g %s (%s%s)"):format(three[2], unit_text, whose, where) end
  return ("%.6g %s (%s%s, mean of %d records)"):format(three[2], unit_text, whose, where, #records)
end

-- The amounts at a day between two records, and what was done, in words.
local function interpolated(before, after, day, from, to, factor_of, unit_text)
  local a, b = combined(before, factor_of), combined(after, factor_of)
  local share = (day - from) / (to - from)
  local three = {}
  for i = 1, 3 do three[i] = math.exp((1 - share) * math.log(a[i]) + share * math.log(b[i])) end
  return three, ("interpolated, log-linear in time, between %s and %s"):format(
    described(before, a, unit_text), described(after, b, unit_text))
end

local function raise_outside(records, ask, path, first, last)
  local nearest, gap = nil, math.huge
  for _, record in ipairs(records) do
    local far = record.first > last and record.first - last or first - record.last
    if far < gap then nearest, gap = record, far end
  end
  local content = nearest.part.content
  local amount = graph.is_node(content) and tostring(content)
    or ("%.6g %s"):format(fact.typical(content, nearest.part.about.range), nearest.part.about.unit)
  errors.raise(("%s has no price for %s"):format(path, tostring(ask.on)),
    ("the nearest record is %s, %s (%s); a price is not carried beyond its records"):format(amount,
      period_of(nearest), nearest.path))
end

-- ---- the price ----

local function sources_of(records)
  local texts, seen = {}, {}
  for _, record in ipairs(records) do
    local text = fact.source_text(record.part.about, record.part.sources, record.path)
    if not seen[text] then
      seen[text] = true
      texts[#texts + 1] = text
    end
  end
  if #texts > 3 then
    local more = #texts - 3
    texts = { texts[1], texts[2], texts[3], ("and %d more"):format(more) }
  end
  return table.concat(texts, " | ")
end

local function notes_of(records, how)
  local notes = { how }
  for _, record in ipairs(records) do
    local note = record.part.about.note
    if note and #records <= 2 then notes[#notes + 1] = note end
  end
  return table.concat(notes, "; ")
end

-- "hw.h100_sxm price, 2024-06, chip"
local function name_of(path, ask)
  local parts = { path .. (path:find("^hw%.") and " price" or ""), tostring(ask.on) }
  for _, attribute in ipairs(price_records.filters) do parts[#parts + 1] = ask[attribute] end
  if ask.typical then parts[#parts + 1] = "typical" end
  return table.concat(parts, ", ")
end

local function finish(name, amount, records, how)
  local node = amount:named(name):source(sources_of(records))
  local notes = notes_of(records, how)
  if notes ~= "" then node = node:note(notes) end
  local layer = records[1].part.layer
  if not layers.is_built_in(layer) then node = graph.annotate(node, "layer", layers.text(layer)) end
  return node
end

-- The records that make up the price, its three amounts, and how they came about.
local function at_date(records, ask, path, first, last)
  local factor_of, unit_text = converter(records, path)
  local now = holding(records, first, last)
  if #now > 0 then
    local how = #now > 1 and ("geometric mean of %d records: %s"):format(#now,
      described(now, combined(now, factor_of), unit_text)) or nil
    return now, combined(now, factor_of), how, unit_text
  end
  local before, after, from, to = neighbours(records, first, last)
  if records[1].is_merged then before = {} end -- a series has each of its dates, or a gap
  if #before == 0 or #after == 0 then raise_outside(records, ask, path, first, last) end
  local three, how = interpolated(before, after, (first + last) / 2, from, to, factor_of, unit_text)
  local both = {}
  for _, side in ipairs { before, after } do
    for _, record in ipairs(side) do both[#both + 1] = record end
  end
  return both, three, how, unit_text
end

-- A price that a layer gives as a quantity, which stands for itself.
local function single_quantity(records, first, last)
  local now = holding(records, first, last)
  if #now == 1 and graph.is_node(now[1].part.content) then return now[1] end
  return nil
end

local function compute(records, ask, path, name)
  local first, last = period.days(ask.on)
  if not first then
    errors.raise(("price.of: '%s' is not a date"):format(tostring(ask.on)),
      'write on = "2024", "2024-06" or "2024-06-15"')
  end
  records = price_records.of_the_highest_layer(with_days(records))
  if #records == 0 then errors.raise(("the prices of %s have no dates"):format(path)) end
  price_records.check_unambiguous(records, ask, path)
  local single = single_quantity(records, first, last)
  if single then
    used.add(name, { layer = single.part.layer.name }, single.part.content)
    return finish(name, single.part.content, { single })
  end
  local from, three, how, unit_text = at_date(records, ask, path, first, last)
  local record = { value = three[2], unit = unit_text == "" and "1" or unit_text,
    layer = from[1].part.layer.name }
  if three[1] < three[3] and not ask.typical then
    record.low, record.high, record.range = three[1], three[3], from[1].part.about.range
  end
  used.add(name, record)
  return finish(name, fact.amount(record, record, name), from, how)
end

local made = {}

--- The price of a chip, or from any list or series of the catalogs, at a date.
---
---     price.of(hw.h100_sxm, { on = "2024-06", scope = "server" })
---     price.of(hw.h100_sxm, { on = "2025-03", scope = "chip-hour", provider = "aws" })
---
---@class outlay.price.of
---@field on string the day, month or year; of a year all its records count
---@field scope? string chip, server, chip-hour, ...: needed where there is more than one
---@field option? string on_demand, reserved, spot: needed where there is more than one
---@field term? string "1 year", "3 years": needed where there is more than one
---@field provider? string without it, all providers make a market price
---@field region? string
---@field typical? boolean a certain value, without the range from low to high
---@param thing table a chip, a list of dated prices, a series; or its path as text
---@param ask outlay.price.of
---@return quantity price
function M.of(thing, ask)
  ask = arguments.check("price.of", ask, { on = "required", scope = "optional", option = "optional",
    term = "optional", provider = "optional", region = "optional", typical = "optional" })
  local records, path = price_records.of(thing)
  local name = name_of(path, ask)
  if not made[name] then
    records = price_records.chosen(records, ask, path)
    made[name] = roots.pinned(name) or compute(records, ask, path, name)
  end
  return made[name]
end

return M
