--- From records that a person writes to quantities that know their source.
--
-- A record is a plain table. A group says once what holds for everything inside it:
--
--     h100_sxm = {
--       name = "NVIDIA H100 SXM5 80 GB",                -- text stays text
--       source = "h100_datasheet",                      -- a key of `sources`, or a source itself
--       released = { text = "2022-09-20" },             -- text with a source
--       peak = { unit = "TFLOP/s/GPU", basis = "dense", bf16 = 989.4, fp8 = 1978.9 },
--       price = { low = 23000, high = 30000, unit = "USD/GPU", scope = "chip", date = "2024" },
--     }
--
-- Attributes, each inherited by what lies inside: `unit`; `source`; `date` (when the fact held);
-- `basis` (dense, sparse); `scope` (chip, server, rack, instance ...); `checked` (what it was
-- compared with, or false); `note`. A source has a title, an address and a date of retrieval.
local errors = require "core.error"
local lazy = require "outlay.catalog.lazy"

local M = {}

local attributes = { "unit", "source", "date", "basis", "scope", "checked", "note" }
local is_attribute = { value = true, low = true, high = true, text = true }
for _, name in ipairs(attributes) do is_attribute[name] = true end

-- The attributes of a record below a group that has `inherited`.
local function attributes_of(record, inherited)
  local own = {}
  for _, name in ipairs(attributes) do
    own[name] = record[name]
    if own[name] == nil then own[name] = inherited[name] end
  end
  return own
end

-- Where a fact is from, in one line.
local function source_text(about, sources, path)
  local source = about.source
  if type(source) == "string" then
    if not sources[source] then
      errors.raise(("%s names the source '%s', which its file does not list"):format(path, source))
    end
    source = sources[source]
  end
  if type(source) ~= "table" or not source.title then
    errors.raise(("%s has no source"):format(path),
      "write source = { title = ..., address = ... }")
  end
  local parts = { source.title }
  if source.address then parts[#parts + 1] = source.address end
  if source.retrieved then parts[#parts + 1] = "retrieved " .. source.retrieved end
  if about.date then parts[#parts + 1] = "as of " .. about.date end
  if about.basis then parts[#parts + 1] = about.basis end
  if about.scope then parts[#parts + 1] = "per " .. about.scope end
  if not about.checked then parts[#parts + 1] = "not checked" end
  return table.concat(parts, "; ")
end

-- One fact as a quantity.
local function quantity(record, about, sources, path)
  if not about.unit then errors.raise(("%s has no unit"):format(path)) end
  local unit = about.unit == "1" and "" or about.unit
  local text
  if record.low then
    text = ("%.17g to %.17g %s"):format(record.low, record.high, unit)
  else
    text = ("%.17g %s"):format(record.value, unit)
  end
  local fact = q(text):named(path):source(source_text(about, sources, path))
  if about.note then fact = fact:note(about.note) end
  return fact
end

--- Opens a record: the same tree with quantities for its facts. Numbers become quantities when
--- they are first asked for, and stay the same quantity (the same draw) from then on.
---@param record table a group of facts, as above
---@param sources table<string, table> the sources it names
---@param path string what to call it in messages and in `explain`, such as "hw.h100_sxm"
---@param inherited table? attributes from outside
---@return table opened a name that is not in it is an error
function M.open(record, sources, path, inherited)
  local about = attributes_of(record, inherited or {})
  local contents = {}
  for key, content in pairs(record) do
    if not is_attribute[key] then contents[key] = content end
  end
  return lazy(path, contents, function(key, content)
    local inner = path .. "." .. key
    if type(content) == "string" then return content end
    if type(content) == "number" then
      return quantity({ value = content }, about, sources, inner)
    end
    if content.text then return content.text end
    if content.value or content.low then
      return quantity(content, attributes_of(content, about), sources, inner)
    end
    return M.open(content, sources, inner, about)
  end)
end

return M
