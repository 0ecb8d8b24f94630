--- Records as a tree of parts. A part is one layer's content at one place: its record, the
--- attributes that it inherits and has, the sources it may name, its layer and its file.
--
-- Where several layers have content at a place, a list of parts with the highest layer first
-- stands for it. Groups are merged field by field and series date by date; a fact, a list or a
-- text of a higher layer takes the place of what lies below.
local errors = require "core.error"
local fact = require "outlay.catalog.fact"
local shelf = require "outlay.catalog.shelf"

local M = {}

--- A part.
---@param content any a record, or a shelf
---@param inherited table attributes from outside
---@param from table { sources =, layer =, file = }
function M.part(content, inherited, from)
  local is_shelf = shelf.is_shelf(content)
  local kind = is_shelf and "group" or fact.kind(content)
  if shelf.is_whole(content) then kind = "whole" end
  return {
    content = content, kind = kind, is_shelf = is_shelf,
    about = is_shelf and inherited or fact.about(content, inherited),
    sources = from.sources, layer = from.layer, file = from.file,
  }
end

--- What a part has at a key, as a part; nil if nothing.
---@param part table a group
---@param key string
function M.child(part, key)
  if part.is_shelf then
    local content, sources, file, records = part.content:get(key)
    if content == nil then return nil end
    local inherited = records and fact.about(records, part.about) or part.about
    return M.part(content, inherited, { sources = sources, layer = part.layer, file = file })
  end
  if part.content[key] == nil or not fact.is_content(key, part.content[key]) then return nil end
  return M.part(part.content[key], part.about, part)
end

--- The names of the fields of a part, sorted; attributes are none.
---@param part table a group
---@return string[]
function M.keys(part)
  local keys = {}
  if part.is_shelf then
    keys = part.content:keys()
  else
    for key, content in pairs(part.content) do
      if type(key) == "string" and fact.is_content(key, content) then keys[#keys + 1] = key end
    end
  end
  table.sort(keys)
  return keys
end

-- What a layer may put in the place of what: "25 kUSD/GPU" of a text is a number, too.
local single = { number = true, quantity = true, adjustment = true }
local facts = { number = true, quantity = true, adjustment = true, dated = true }
local takes_the_place_of = {
  number = facts, quantity = facts, dated = facts, adjustment = single,
  text = { text = true, number = true, quantity = true, adjustment = true },
  texts = { texts = true }, series = { series = true }, group = { group = true },
}

local words = {
  number = "a fact", quantity = "a fact", adjustment = "a function of the fact below",
  dated = "a list of facts", text = "text", texts = "a list of texts", series = "a series",
  group = "a group", whole = "a module",
}

--- Raises where a layer has something of another kind than what it lies over.
---@param parts table[] highest layer first
---@param path string
function M.check(parts, path)
  local top = parts[1]
  for i = 2, #parts do
    local below = parts[i]
    local possible = takes_the_place_of[top.kind]
    if not (possible and possible[below.kind]) then
      errors.raise(("%s: %s is %s in %s, and %s in %s"):format(top.layer.name, path,
        words[top.kind] or top.kind, top.layer.name, words[below.kind], below.layer.name),
        top.kind == "group" and "to replace the fact, write { value = ..., source = ... }"
          or "give the fields of the group one by one")
    end
  end
end

-- A text over a fact is the quantity that it writes: "25 kUSD/GPU".
local function read_text(part, below)
  if part.kind ~= "text" or not below then return end
  if not single[below.kind] then return end
  part.content = q(type(part.content) == "table" and part.content.text or part.content)
  part.kind = "quantity"
end

--- Checks the parts of a place, and gives each what it leaves to the layers below: the unit, the
--- basis, the scope.
---@param parts table[] highest layer first
---@param path string
---@return table[] parts
function M.completed(parts, path)
  if #parts < 2 then return parts end
  for i = #parts - 1, 1, -1 do read_text(parts[i], parts[i + 1]) end
  M.check(parts, path)
  for i = #parts - 1, 1, -1 do
    for _, name in ipairs { "unit", "basis", "scope" } do
      if parts[i].about[name] == nil then parts[i].about[name] = parts[i + 1].about[name] end
    end
  end
  return parts
end

--- The entries of a series, merged date by date: of each date the highest layer that has it.
---@param parts table[] highest layer first
---@return table<string, table> entries date -> part
---@return string[] dates sorted
function M.series(parts)
  local entries, dates = {}, {}
  for _, part in ipairs(parts) do
    for date, content in pairs(part.kind == "series" and part.content.series or {}) do
      if not entries[date] then
        local entry = M.part(content, part.about, part)
        entry.about.date = entry.about.date or date
        entries[date] = entry
        dates[#dates + 1] = date
      end
    end
  end
  table.sort(dates)
  return entries, dates
end

--- The parts at a field of a place, highest layer first; empty if no layer has it.
---@param parts table[]
---@param key string
---@return table[]
function M.children(parts, key)
  local found = {}
  for _, part in ipairs(parts) do
    if part.kind == "group" then found[#found + 1] = M.child(part, key) end
  end
  return found
end

--- All names of fields of a place: name -> true.
---@param parts table[]
function M.names(parts)
  local names = {}
  for _, part in ipairs(parts) do
    if part.kind == "group" then
      for _, key in ipairs(M.keys(part)) do names[key] = true end
    end
  end
  return names
end

--- Goes through all leaves (facts, series, lists, texts) of a place in the order of their paths.
---@param parts table[]
---@param path string
---@param visit fun(path: string, parts: table[])
function M.walk(parts, path, visit)
  if parts[1].kind ~= "group" then return visit(path, M.completed(parts, path)) end
  local names = {}
  for name in pairs(M.names(parts)) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local inner = M.children(parts, name)
    if inner[1] then M.walk(inner, path .. "." .. name, visit) end
  end
end

return M
