--- The reference pages of the catalogs and their table of contents, as text: `./dev docs` writes
--- them.
local fact = require "outlay.catalog.fact"
local pedigree = require "outlay.catalog.pedigree"
local records = require "outlay.catalog.records"
local shelf = require "outlay.catalog.shelf"
local version = require "outlay.catalog.version"

local M = {}

-- ---- a page ----

local function escaped(text)
  return (tostring(text):gsub("\\", "\\\\"):gsub("|", "\\|"):gsub("<", "&lt;"):gsub("%s+", " "))
end

-- The record that an entry belongs to, below the catalog or its field: "hw.h100_sxm".
local function record_of(path, groups)
  local group = path:match("^[^%.]+%.[^%.%[]+")
  if groups[group] then return path:match("^[^%.]+%.[^%.]+%.[^%.%[]+") or group end
  return group
end

local function groups_of(catalog)
  local groups = {}
  for _, file in ipairs(catalog.files) do
    if file.at and not file.whole then groups[catalog.word .. "." .. file.at] = true end
  end
  return groups
end

-- Sources in the order in which they come, each with a number.
local function new_sources() return { list = {}, numbers = {} } end

local function number_of(sources, entry)
  local ok, source = pcall(fact.source, entry.about, entry.sources, entry.path)
  if not ok then return "none" end
  local key = source.title .. "\n" .. (source.address or "")
  if not sources.numbers[key] then
    sources.list[#sources.list + 1] = source
    sources.numbers[key] = #sources.list
  end
  return ("[%d]"):format(sources.numbers[key])
end

-- What a fact holds for, beside its date.
local function of_text(about)
  local parts = {}
  for _, name in ipairs { "basis", "scope", "provider", "region", "option", "term" } do
    if about[name] then parts[#parts + 1] = tostring(about[name]) end
  end
  return table.concat(parts, ", ")
end

local function when_of(about)
  return (fact.period_text(about) or ""):gsub("^as of ", ""):gsub("^valid ", "")
end

local function row_of(entry, record, sources)
  local field = entry.path:sub(#record + 1):gsub("^%.", "")
  local about = entry.about
  local is_recalled = pedigree.of(about.checked) == "recalled"
  local marks = records.is_fact(entry) and is_recalled and " \\*" or ""
  local remarks = {}
  if about.imputed then remarks[#remarks + 1] = "imputed: " .. tostring(about.imputed) end
  if about.note then remarks[#remarks + 1] = about.note end
  return ("| %s | %s%s | %s | %s | %s | %s |"):format(escaped(field), escaped(
    records.value_text(entry)), marks, escaped((when_of(about))), escaped(of_text(about)),
    number_of(sources, entry), escaped(table.concat(remarks, "; ")))
end

-- The months of a year of a series in one row: they differ in nothing else.
local function year_of(entry)
  if not entry.series or not entry.value then return nil end
  local year = tostring(entry.key):match("^(%d%d%d%d)%-%d%d$")
  return year and entry.series .. "." .. year
end

-- Rows of monthly entries from `first` on, as one; and the last that it takes in.
local function year_row(entries, first, record, sources)
  local entry, values, last = entries[first], {}, first
  local month = tonumber(entry.key:sub(6))
  -- A month that is missing ends the row: each value must stand at its month.
  while entries[last] and year_of(entries[last]) == year_of(entry)
    and tonumber(entries[last].key:sub(6)) == month + last - first do
    values[#values + 1] = ("%.10g"):format(entries[last].value)
    last = last + 1
  end
  local row = row_of(entry, record, sources)
  local shown = records.value_text(entry):gsub("^%S+", "", 1)
  local months = ("| %s to %s | %s%s | |"):format(entry.key, entries[last - 1].key:sub(6),
    table.concat(values, " "), escaped(shown))
  return months .. row:match("^| .- | .- | .- |(.*)$"), last - 1
end

-- Names of records, to stand in their headings.
local function names_of(entries)
  local names = {}
  for _, entry in ipairs(entries) do
    local of = entry.path:match("^(.*)%.name$")
    if of and entry.text then names[of] = entry.text end
  end
  return names
end

local function add_records(lines, entries, catalog, sources)
  local groups, names, last = groups_of(catalog), names_of(entries), nil
  local i = 0
  while i < #entries do
    i = i + 1
    local entry = entries[i]
    local record = record_of(entry.path, groups)
    if record ~= last then
      last = record
      lines[#lines + 1] = ""
      lines[#lines + 1] = ("## %s%s"):format(record, names[record] and ": " .. names[record] or "")
      lines[#lines + 1] = ""
      lines[#lines + 1] = "| field | value | date | of | source | remark |"
      lines[#lines + 1] = "| --- | --- | --- | --- | --- | --- |"
    end
    if year_of(entry) then
      lines[#lines + 1], i = year_row(entries, i, record, sources)
    elseif entry.path ~= record .. ".name" then
      lines[#lines + 1] = row_of(entry, record, sources)
    end
  end
end

local function add_sources(lines, sources)
  lines[#lines + 1] = ""
  lines[#lines + 1] = "## Sources"
  lines[#lines + 1] = ""
  for i, source in ipairs(sources.list) do
    local parts = { source.title }
    if source.address then parts[#parts + 1] = "<" .. source.address .. ">" end
    if source.retrieved then parts[#parts + 1] = "retrieved " .. source.retrieved end
    lines[#lines + 1] = ("- [%d] %s"):format(i, table.concat(parts, ", "))
  end
end

--- The page of a catalog, in Markdown.
---@param word string such as "hw"
---@return string
function M.page(word)
  local catalog = shelf.catalog(word)
  local entries = records.built_in(word)
  local facts, by_kind = 0, { primary = 0, secondary = 0, recalled = 0 }
  for _, entry in ipairs(entries) do
    if records.is_fact(entry) then
      facts = facts + 1
      local kind = pedigree.of(entry.about.checked) or "secondary"
      by_kind[kind] = by_kind[kind] + 1
    end
  end
  local lines = {
    ("# %s: `%s`"):format(catalog.title, word),
    "",
    ("%d facts of the built-in catalog: %d checked against a primary source, %d against a"):format(
      facts, by_kind.primary, by_kind.secondary),
    ("secondary one, %d recalled (marked by an asterisk)."):format(by_kind.recalled),
    "Made by `./dev docs` from the files in stdlib/outlay; the format is in",
    "[the guide](../guide/catalogs.md).",
  }
  local sources = new_sources()
  add_records(lines, entries, catalog, sources)
  add_sources(lines, sources)
  return table.concat(lines, "\n")
end

-- ---- the table of contents ----

local function sorted_keys(file)
  local keys = shelf.keys(file)
  table.sort(keys)
  return keys
end

-- Names in lines of at most 90 characters, as one text in double brackets.
local function wrapped(keys)
  local lines, line = {}, ""
  for _, key in ipairs(keys) do
    if #line + #key > 90 then
      lines[#lines + 1] = line
      line = ""
    end
    line = line == "" and key or line .. " " .. key
  end
  lines[#lines + 1] = line
  return "[[\n      " .. table.concat(lines, "\n      ") .. "\n    ]]"
end

--- The table of contents: the text of catalog/contents.lua.
---@return string
function M.contents()
  local current = version.of(records.built_in())
  local lines = {
    "--- Made by `./dev docs` from the catalogs: which file has which records, and the version.",
    "return {",
    ("  date = %q, digest = %q,"):format(current.date, current.digest),
    "  keys = {",
  }
  for _, catalog in ipairs(shelf.catalogs()) do
    for _, file in ipairs(catalog.files) do
      if not file.whole then
        lines[#lines + 1] = ("    [%q] = %s,"):format(shelf.name(file), wrapped(sorted_keys(file)))
      end
    end
  end
  lines[#lines + 1] = "  },"
  lines[#lines + 1] = "}"
  return table.concat(lines, "\n")
end

--- The words of all catalogs.
---@return string[]
function M.words()
  local words = {}
  for i, catalog in ipairs(shelf.catalogs()) do words[i] = catalog.word end
  return words
end

return M
