--- The dated records that price.of chooses from: all of a thing, and those that are asked for.
local errors = require "core.error"
local layers = require "outlay.catalog.layers"
local period = require "outlay.catalog.period"
local roots = require "outlay.catalog.roots"
local tree = require "outlay.catalog.tree"

local M = {}

-- What the records must agree on where the caller does not choose; of providers and regions a mix
-- is a market price.
local choices = { "scope", "option", "term" }

--- What a caller can choose by.
M.filters = { "scope", "option", "term", "provider", "region" }

-- ---- the records ----

-- A function of the fact below, as the quantity that it gives; it holds when that fact does.
local function adjusted(parts, place, path)
  local part, below = parts[place], parts[place + 1]
  local about = {}
  for name, value in pairs(part.about) do about[name] = value end
  if not period.of(about, path) and below then
    about.date, about.valid_from = below.about.date, below.about.valid_from
    about.valid_to = below.about.valid_to
  end
  local content = roots.amount_of({ unpack(parts, place) }, path)
  return { kind = "quantity", content = content, about = about, layer = part.layer,
    sources = part.sources, file = part.file }
end

local function add_records(found, parts, path)
  if parts[1].kind == "series" then
    for date, entry in pairs((tree.series(parts))) do
      found[#found + 1] = { part = entry, path = path .. "." .. date, is_merged = true }
    end
    return layers.mark_read(path)
  end
  for place, part in ipairs(parts) do
    if part.kind == "adjustment" then part = adjusted(parts, place, path) end
    if part.kind == "dated" then
      for i, content in ipairs(part.content) do
        local inner = tree.part(content, part.about, part)
        found[#found + 1] = { part = inner, path = ("%s[%d]"):format(path, i) }
      end
    elseif part.kind == "number" or part.kind == "quantity" then
      found[#found + 1] = { part = part, path = path }
    end
    layers.mark_read(path)
  end
end

local function add_place(found, path)
  local place = roots.find(path)
  if not place then return end
  local parts = place:parts()
  if parts[1].kind == "text" then
    errors.raise(("%s is a text, not a price"):format(path),
      "for price.of write { value = ..., unit = ..., scope = ... }")
  end
  add_records(found, parts, path)
end

--- All dated records of a thing: of a chip its own prices and those in the price lists.
---@param thing any a chip, a list or series of the catalogs, or its path as text
---@return table[] records { part =, path = }
---@return string path
function M.of(thing)
  local place = roots.place(thing)
  if type(thing) == "string" then
    place = roots.find(thing) or roots.find("hw." .. thing)
    if not place then errors.raise(("price.of: there is no '%s'"):format(thing)) end
  end
  if not place then
    errors.raise("price.of takes a chip or a list of prices",
      'write price.of(hw.h100_sxm, { on = "2024-06", scope = "chip" })')
  end
  local found = {}
  local key = place.path:match("^hw%.([^%.]+)$")
  if key then
    for _, field in ipairs { "price", "prices", "server_price" } do
      add_place(found, place.path .. "." .. field)
    end
    add_place(found, "price.purchase." .. key)
    add_place(found, "price.rental." .. key)
  else
    add_records(found, place:parts(), place.path)
  end
  if #found == 0 then errors.raise(("%s has no prices"):format(place.path)) end
  return found, place.path
end

--- The members of a set in words.
function M.list(set)
  local names = {}
  for name in pairs(set) do names[#names + 1] = tostring(name) end
  table.sort(names)
  return table.concat(names, ", ")
end

--- The values that an attribute has in some records, as a set.
function M.values_of(records, attribute)
  local set = {}
  for _, record in ipairs(records) do
    local value = record.part.about[attribute]
    if value then set[value] = true end
  end
  return set
end

--- The records that are what the caller asks for.
function M.chosen(records, ask, path)
  for _, attribute in ipairs(M.filters) do
    local wanted = ask[attribute]
    if wanted ~= nil then
      local left = {}
      for _, record in ipairs(records) do
        if record.part.about[attribute] == wanted then left[#left + 1] = record end
      end
      if #left == 0 then
        local known = M.list(M.values_of(records, attribute))
        errors.raise(("%s has no price with %s = \"%s\""):format(path, attribute, tostring(wanted)),
          known ~= "" and "there is: " .. known or "no record says its " .. attribute)
      end
      records = left
    end
  end
  return records
end

--- Raises where records differ in what the caller has to choose.
function M.check_unambiguous(records, ask, path)
  for _, attribute in ipairs(choices) do
    local set = M.values_of(records, attribute)
    local first = next(set)
    if not ask[attribute] and first ~= nil and next(set, first) ~= nil then
      errors.raise(("%s has prices of more than one %s"):format(path, attribute),
        ("say which: %s = \"...\"; there is: %s"):format(attribute, M.list(set)))
    end
  end
end

--- The records of the highest layer that has any; a series has merged its layers already.
function M.of_the_highest_layer(records)
  if records[1] and records[1].is_merged then return records end
  local rank = 0
  for _, record in ipairs(records) do rank = math.max(rank, record.part.layer.rank) end
  local left = {}
  for _, record in ipairs(records) do
    if record.part.layer.rank == rank then left[#left + 1] = record end
  end
  return left
end

return M
