--- All records of the catalogs as a flat list, without making quantities of them: for search,
--- lint, counts and versions.
local fact = require "outlay.catalog.fact"
local layers = require "outlay.catalog.layers"
local shelf = require "outlay.catalog.shelf"
local tree = require "outlay.catalog.tree"

local M = {}

-- An entry from one part that is a fact or a text.
local function entry_of(part, path)
  local content = part.content
  local is_text = part.kind == "text"
  local entry = {
    path = path, about = part.about, sources = part.sources, layer = part.layer, file = part.file,
    kind = is_text and "text" or part.kind,
  }
  if is_text then
    entry.text = type(content) == "table" and content.text or content
  elseif type(content) == "number" then
    entry.value = content
  elseif type(content) == "table" then
    entry.value, entry.low, entry.high = content.value, content.low, content.high
  end
  return entry
end

-- Entries of a leaf: one for a fact, one for each element of a list or series.
local function add_leaf(list, parts, path)
  local part = parts[1]
  if part.kind == "other" then return end -- the lint says so
  if part.kind == "whole" then
    local module = shelf.load(part.content)
    if not module.record then return end
    part = tree.part(module.record, part.about, { sources = {}, layer = part.layer,
      file = part.content[1] })
    parts = { part }
    if module.record.name then list[#list + 1] = M.text_entry(module.record.name, part, path) end
  end
  if part.kind == "series" then
    local entries, dates = tree.series(parts)
    for _, date in ipairs(dates) do
      list[#list + 1] = entry_of(entries[date], path .. "." .. date)
      list[#list].series, list[#list].key = path, date
    end
  elseif part.kind == "dated" then
    for i, content in ipairs(part.content) do
      list[#list + 1] = entry_of(tree.part(content, part.about, part), ("%s[%d]"):format(path, i))
      list[#list].list = path
    end
  elseif part.kind == "texts" then
    for i, text in ipairs(part.content) do
      list[#list + 1] = M.text_entry(text, part, ("%s[%d]"):format(path, i))
    end
  else
    list[#list + 1] = entry_of(part, path)
  end
end

--- The entry of a plain text.
function M.text_entry(text, part, path)
  return { path = path .. (path:find("%]$") and "" or ".name"), kind = "text", text = text,
    about = part.about, sources = part.sources, layer = part.layer, file = part.file }
end

--- The entries below parts, in the order of their paths.
---@param parts table[] highest layer first
---@param path string
---@return table[] entries { path, kind, value, low, high, text, about, sources, layer, file }
function M.of(parts, path)
  local list = {}
  tree.walk(parts, path, function(inner, found)
    local top = found[1]
    add_leaf(list, found, inner)
    if (top.kind == "series" or top.kind == "dated") and type(top.content.name) == "string" then
      list[#list + 1] = M.text_entry(top.content.name, top, inner)
    end
  end)
  return list
end

--- All entries of all catalogs, with their layers.
---@return table[]
function M.all()
  local list = {}
  for _, catalog in ipairs(shelf.catalogs()) do
    for _, entry in ipairs(M.of(layers.parts(catalog.word), catalog.word)) do
      list[#list + 1] = entry
    end
  end
  return list
end

--- All entries of the built-in catalogs.
---@param word string? of one catalog only
---@return table[]
function M.built_in(word)
  local list = {}
  for _, catalog in ipairs(shelf.catalogs()) do
    if not word or catalog.word == word then
      for _, entry in ipairs(M.of({ layers.built_in(catalog.word) }, catalog.word)) do
        list[#list + 1] = entry
      end
    end
  end
  return list
end

--- Whether an entry is a number, not a text.
function M.is_fact(entry) return entry.kind ~= "text" end

--- An entry's value as a person reads it: "23000 to 30000 USD/GPU".
---@param entry table
---@return string
function M.value_text(entry)
  if entry.text then return entry.text end
  if entry.kind == "quantity" then return "a quantity of its layer" end
  if entry.kind == "adjustment" then return "a function of the fact below" end
  return fact.value_text(entry, entry.about.unit)
end

--- Where an entry is from, in one line; an entry without a source says so.
---@param entry table
---@return string
function M.source_text(entry)
  local ok, text = pcall(fact.source_text, entry.about, entry.sources, entry.path)
  return ok and text or "no source"
end

return M
