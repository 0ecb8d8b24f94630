--- How many facts each family of the catalogs has, and what they were checked against.
local fact = require "outlay.catalog.fact"
local pedigree = require "outlay.catalog.pedigree"
local records = require "outlay.catalog.records"
local shelf = require "outlay.catalog.shelf"

local M = {}

-- The part of a catalog that an entry belongs to: "hw", "price.rental".
local function family_of(path, groups)
  local group = path:match("^[^%.]+%.[^%.%[]+")
  return groups[group] and group or path:match("^[^%.]+")
end

local function groups_of_catalogs()
  local groups = {}
  for _, catalog in ipairs(shelf.catalogs()) do
    for _, file in ipairs(catalog.files) do
      if file.at then groups[catalog.word .. "." .. file.at] = true end
    end
  end
  return groups
end

local function new_family(name)
  return { name = name, records = 0, facts = 0, primary = 0, secondary = 0, recalled = 0,
    imputed = 0, sources = 0, unsourced = 0, seen_records = {}, seen_sources = {} }
end

local function count_source(family, entry)
  local ok, source = pcall(fact.source, entry.about, entry.sources, entry.path)
  if not ok then
    family.unsourced = family.unsourced + 1
  elseif not family.seen_sources[source.title] then
    family.seen_sources[source.title] = true
    family.sources = family.sources + 1
  end
end

local function count(family, entry)
  local record = entry.series == family.name and family.name
    or entry.path:sub(#family.name + 2):match("^[^%.%[]+") or family.name
  if record == "name" then record = family.name end
  if not family.seen_records[record] then
    family.seen_records[record] = true
    family.records = family.records + 1
  end
  count_source(family, entry)
  if not records.is_fact(entry) then return end
  family.facts = family.facts + 1
  local kind = pedigree.of(entry.about.checked) or "secondary"
  family[kind] = family[kind] + 1
  if entry.about.imputed then family.imputed = family.imputed + 1 end
end

--- The counts of each family: { name =, records =, facts =, primary =, secondary =, recalled =,
--- imputed =, sources =, unsourced = }, sorted by name.
---@return table[] families
function M.families()
  local by_name, list = {}, {}
  local groups = groups_of_catalogs()
  for _, entry in ipairs(records.all()) do
    local name = family_of(entry.path, groups)
    if not by_name[name] then
      by_name[name] = new_family(name)
      list[#list + 1] = by_name[name]
    end
    count(by_name[name], entry)
  end
  table.sort(list, function(a, b) return a.name < b.name end)
  return list
end

return M
