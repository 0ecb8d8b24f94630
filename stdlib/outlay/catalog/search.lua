--- Finding facts: by words, and one with everything that is known of it.
local errors = require "core.error"
local fact = require "outlay.catalog.fact"
local layers = require "outlay.catalog.layers"
local output = require "outlay.report.output"
local pedigree = require "outlay.catalog.pedigree"
local period = require "outlay.catalog.period"
local records = require "outlay.catalog.records"
local roots = require "outlay.catalog.roots"
local shelf = require "outlay.catalog.shelf"
local strict = require "outlay.language.strict"

local M = {}

local MOST_LINES = 40

-- ---- search ----

-- The texts that name a record, by its path: words are looked for in them, too.
local function names_by_path(entries)
  local names = {}
  for _, entry in ipairs(entries) do
    local of = entry.path:match("^(.*)%.name$")
    if of and entry.text then names[of] = entry.text end
  end
  return names
end

-- All names of the groups around a path.
local function names_around(path, names)
  local found, prefix = {}, path
  while prefix do
    if names[prefix] then found[#found + 1] = names[prefix] end
    prefix = prefix:match("^(.*)[%.%[][^%.%[]*$")
  end
  return table.concat(found, " ")
end

local function has_all(text, words)
  for _, word in ipairs(words) do
    if not text:find(word, 1, true) then return false end
  end
  return true
end

--- The facts that have all of the words in their paths, names, notes, sources, providers,
--- regions, or what they were checked against: primary, secondary, recalled.
---@param words string such as "h100 price"
---@return table[] entries { path =, value = (text), source =, layer = }
function M.find(words)
  if type(words) ~= "string" or not words:find("%S") then
    errors.raise("catalog.search takes words", 'write catalog.search("h100 price")')
  end
  local wanted = {}
  for word in words:lower():gmatch("%S+") do wanted[#wanted + 1] = word end
  local entries = records.all()
  local names = names_by_path(entries)
  local found = {}
  for _, entry in ipairs(entries) do
    local about = entry.about
    local text = table.concat({
      entry.path, names_around(entry.path, names), entry.text or "", about.note or "",
      pedigree.of(about.checked) or "", about.provider or "", about.region or "",
      about.option or "", about.scope or "",
      records.source_text(entry),
    }, " "):lower()
    if has_all(text, wanted) then found[#found + 1] = entry end
  end
  return found
end

-- A path so that [2] comes before [10].
local function in_order(path)
  return (path:gsub("%[(%d+)%]", function(number) return ("[%06d]"):format(tonumber(number)) end))
end

-- A result names what is in the path before what is only in a note or source.
local function by_rank(found, words)
  local first = words:lower():match("%S+")
  table.sort(found, function(a, b)
    local in_a = a.path:lower():find(first, 1, true) ~= nil
    local in_b = b.path:lower():find(first, 1, true) ~= nil
    if in_a ~= in_b then return in_a end
    return in_order(a.path) < in_order(b.path)
  end)
end

local function when_of(entry)
  return (fact.period_text(entry.about) or ""):gsub("^as of ", ""):gsub("^valid ", "")
end

-- "price.rental.h100_sxm[2] = 12.29 USD/GPU/h  (2025-03-17, chip-hour, aws)"
local function line(entry)
  local about = entry.about
  local of = { (when_of(entry)) }
  if of[1] == "" then of[1] = nil end
  if not entry.text then
    for _, name in ipairs { "scope", "provider", "region", "option", "term", "imputed" } do
      if about[name] then
        of[#of + 1] = name == "imputed" and "imputed" or tostring(about[name])
      end
    end
  end
  if not layers.is_built_in(entry.layer) then of[#of + 1] = layers.text(entry.layer) end
  local text = ("%s = %s"):format(entry.path, records.value_text(entry))
  return #of > 0 and ("%s  (%s)"):format(text, table.concat(of, ", ")) or text
end

--- Puts the facts that have all of the words into the report.
---@param words string
---@return integer count
function M.search(words)
  local found = M.find(words)
  by_rank(found, words)
  if #found == 0 then
    output.add { kind = "text", text = ("nothing in the catalogs has '%s'"):format(words) }
    return 0
  end
  local lines = {}
  for i = 1, math.min(#found, MOST_LINES) do lines[i] = line(found[i]) end
  if #found > MOST_LINES then
    lines[#lines + 1] = ("... and %d more; give more words"):format(#found - MOST_LINES)
  end
  output.add { kind = "text", text = table.concat(lines, "\n") }
  return #found
end

-- ---- show ----

-- Other records of the same list or series, nearest in time first, at most `most`.
local function neighbours(entry, entries, most)
  local place = entry.list or entry.series
  if not place then return {} end
  local from = period.of(entry.about, entry.path)
  if not from then return {} end
  local found = {}
  for _, other in ipairs(entries) do
    if (other.list or other.series) == place and other.path ~= entry.path then
      local first = period.of(other.about, other.path)
      if first then found[#found + 1] = { entry = other, far = math.abs(first - from) } end
    end
  end
  table.sort(found, function(a, b)
    if a.far ~= b.far then return a.far < b.far end
    return a.entry.path < b.entry.path
  end)
  local nearest = {}
  for i = 1, math.min(most, #found) do nearest[i] = found[i].entry end
  return nearest
end

-- All that is known of one fact.
local function details(entry, entries)
  local lines = { line(entry) }
  local function add(label, text)
    if text then lines[#lines + 1] = ("    %s: %s"):format(label, tostring(text)) end
  end
  add("source", records.source_text(entry))
  add("note", entry.about.note)
  add("checked", entry.about.checked or "recalled, with nothing yet")
  if not layers.is_built_in(entry.layer) then add("layer", layers.text(entry.layer)) end
  for _, other in ipairs(neighbours(entry, entries, 4)) do
    lines[#lines + 1] = "    near: " .. line(other)
  end
  return table.concat(lines, "\n")
end

local function begins(path, prefix)
  if path:sub(1, #prefix) ~= prefix then return false end
  local following = path:sub(#prefix + 1, #prefix + 1)
  return following == "" or following == "." or following == "["
end

local function raise_unknown(path, entries)
  local known = {}
  for _, entry in ipairs(entries) do
    local group = entry.path
    while group do
      known[group] = true
      group = group:match("^(.*)[%.%[][^%.%[]*$")
    end
  end
  errors.raise(("the catalogs have no '%s'"):format(path),
    strict.suggestion(path, strict.keys(known))
      or ('search for it: catalog.search("%s")'):format((path:gsub("[%.%[%]]", " "))))
end

local function path_of(thing)
  local place = roots.place(thing)
  if place then return place.path end
  if type(thing) == "string" then return thing end
  errors.raise("catalog.show takes a path or a part of a catalog",
    'write catalog.show("hw.h100_sxm.price"), or catalog.show(hw.h100_sxm)')
end

--- What is known of a fact, or of all facts of a record, as text.
---@param thing string | table "hw.h100_sxm.price", or hw.h100_sxm
---@return string
function M.text(thing)
  local path = path_of(thing)
  local word = path:match("^[^%.]+")
  local entries = shelf.catalog(word) and records.of(layers.parts(word), word) or records.all()
  local parts = {}
  for _, entry in ipairs(entries) do
    if begins(entry.path, path) then parts[#parts + 1] = entry end
  end
  if #parts == 0 then raise_unknown(path, records.all()) end
  local lines = {}
  for i, entry in ipairs(parts) do
    lines[i] = #parts <= 12 and details(entry, entries) or line(entry)
  end
  if #parts > 12 then lines[#lines + 1] = "show one of them to see its source" end
  return table.concat(lines, "\n")
end

--- Puts what is known of a fact into the report.
---@param thing string | table
function M.show(thing) output.add { kind = "text", text = M.text(thing) } end

return M
