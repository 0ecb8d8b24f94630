--- The catalog's version: the newest date that its sources were read, and a digest of all its
--- records.
local fact = require "outlay.catalog.fact"
local records = require "outlay.catalog.records"

local M = {}

-- Two sums over the bytes, each below 2^44, so that every Lua computes them without rounding.
local function digest(texts)
  local a, b = 1, 7
  for _, text in ipairs(texts) do
    for i = 1, #text do
      local byte = text:byte(i)
      a = (a * 257 + byte + 1) % 17592186044399
      b = (b * 263 + byte + 1) % 17592186044377
    end
  end
  return ("%011x%011x"):format(a, b):sub(1, 16)
end

-- What makes up a fact: a change of any of it is another version.
local function line_of(entry)
  local parts = { entry.path }
  for _, name in ipairs { "value", "low", "high" } do
    parts[#parts + 1] = entry[name] and ("%.17g"):format(entry[name]) or ""
  end
  parts[#parts + 1] = entry.text or ""
  for _, name in ipairs(fact.attributes) do
    if name ~= "source" then parts[#parts + 1] = tostring(entry.about[name] or "") end
  end
  parts[#parts + 1] = records.source_text(entry)
  return table.concat(parts, "\t") .. "\n"
end

--- The version of a list of entries.
---@param entries table[]
---@return table version { date =, digest = }
function M.of(entries)
  local lines, newest = {}, ""
  for i, entry in ipairs(entries) do
    lines[i] = line_of(entry)
    local ok, source = pcall(fact.source, entry.about, entry.sources, entry.path)
    local retrieved = ok and source.retrieved and source.retrieved:match("^%d%d%d%d%-%d%d")
    if retrieved and retrieved > newest then newest = retrieved end
  end
  return { date = newest, digest = digest(lines) }
end

--- The version of the built-in catalog, as its table of contents has it: nothing is loaded.
---@return table version { date =, digest = }
function M.current()
  local contents = require "outlay.catalog.contents"
  return { date = contents.date, digest = contents.digest }
end

--- A snapshot: all records of the catalogs with their layers, for `outlay catalog diff`.
---@return table snapshot
function M.snapshot()
  local facts = {}
  for _, entry in ipairs(records.all()) do
    facts[entry.path] = {
      value = entry.value, low = entry.low, high = entry.high, text = entry.text,
      unit = entry.about.unit, price_year = entry.about.price_year, range = entry.about.range,
      layer = entry.layer.name, source = records.source_text(entry),
    }
  end
  return { catalog = { version = M.current(), facts = facts } }
end

return M
