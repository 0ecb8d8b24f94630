--- One record: what it says of itself, and the quantity that it is. docs/guide/catalogs.md is the
--- description of the format.
local errors = require "core.error"
local graph = require "core.graph"
local unit = require "core.unit"

local M = {}

--- What a group says for everything inside it.
M.attributes = {
  "unit", "price_year", "source", "date", "valid_from", "valid_to", "basis", "scope", "provider",
  "region", "option", "term", "range", "imputed", "checked", "note",
}

--- How capacity is rented.
M.options = { on_demand = true, reserved = true, spot = true, capacity_block = true }

local is_attribute = { value = true, low = true, high = true, text = true, series = true }
for _, name in ipairs(M.attributes) do is_attribute[name] = true end

--- Whether a key of a record is an attribute, not content.
---@param key string | integer
---@return boolean
function M.is_attribute(key) return is_attribute[key] == true end

--- Whether a field of a record is content: `text` and its like may be names of groups.
---@param key string | integer
---@param content any
---@return boolean
function M.is_content(key, content)
  if not is_attribute[key] then return true end
  return type(content) == "table" and (key == "text" or key == "value")
end

--- What a record holds: "number" (a fact), "quantity", "series", "dated" (a list of facts), "text",
--- "texts" (a list), "adjustment" (a function of the fact below), "group", or "other" for what
--- belongs into no record.
---@param content any
---@return string kind
function M.kind(content)
  local kind = type(content)
  if kind == "number" then return "number" end
  if kind == "string" then return "text" end
  if graph.is_node(content) then return "quantity" end
  if kind == "function" then return "adjustment" end
  if kind ~= "table" then return "other" end
  if type(content.text) == "string" then return "text" end
  if content.series ~= nil then return "series" end
  local has_value = content.value ~= nil and type(content.value) ~= "table"
  if has_value or content.low ~= nil or content.high ~= nil then return "number" end
  if content[1] ~= nil then return type(content[1]) == "table" and "dated" or "texts" end
  return "group"
end

--- The attributes of a record below a group that has `inherited`.
---@param record any
---@param inherited table
---@return table about
function M.about(record, inherited)
  local own = {}
  local has_its_own = type(record) == "table"
  for _, name in ipairs(M.attributes) do
    if has_its_own then own[name] = record[name] end
    if own[name] == nil then own[name] = inherited[name] end
  end
  -- A date of its own takes the place of any other way to say when.
  if has_its_own and (record.date or record.valid_from or record.valid_to) then
    own.date, own.valid_from, own.valid_to = record.date, record.valid_from, record.valid_to
  end
  return own
end

--- The source of a fact as a table with a title.
---@param about table
---@param sources table<string, table>? those of its file; without them a text is a title
---@param path string for messages
---@return table source
function M.source(about, sources, path)
  local source = about.source
  if type(source) == "string" then
    if sources and sources[source] then return sources[source] end
    if not sources then return { title = source } end
    errors.raise(("%s names the source '%s', which its file does not list"):format(path, source))
  end
  if type(source) ~= "table" or not source.title then
    errors.raise(("%s has no source"):format(path),
      "write source = { title = ..., address = ... }")
  end
  return source
end

--- When a fact held, in words; nil where it does not say.
---@param about table
---@return string? period
function M.period_text(about)
  if about.date then return "as of " .. about.date end
  if about.valid_from and about.valid_to then
    return ("valid %s to %s"):format(about.valid_from, about.valid_to)
  end
  if about.valid_from then return "valid from " .. about.valid_from end
  if about.valid_to then return "valid until " .. about.valid_to end
  return nil
end

--- Where a fact is from and what it holds for, in one line.
---@param about table
---@param sources table<string, table>?
---@param path string
---@return string
function M.source_text(about, sources, path)
  local source = M.source(about, sources, path)
  local parts = { source.title }
  local function add(text, value) if value then parts[#parts + 1] = text:format(value) end end
  add("%s", source.address)
  add("retrieved %s", source.retrieved)
  add("%s", M.period_text(about))
  add("%s", about.basis)
  add("per %s", about.scope)
  for _, name in ipairs { "provider", "region", "option", "term" } do add("%s", about[name]) end
  add("range: %s", about.range)
  if about.imputed then add("imputed: %s", tostring(about.imputed)) end
  if about.checked == false or (sources and not about.checked) then
    parts[#parts + 1] = "not checked"
  end
  return table.concat(parts, "; ")
end

-- A unit in the money of a year: "USD/kWh" and "2023" make "USD2023/kWh".
local function dated_unit(text, year, path)
  local found = 0
  local dated = text:gsub("%a+", function(word)
    if word:find("^[kMBGT]?%u%u%u$") and pcall(unit.parse, word .. year) then
      found = found + 1
      return word .. year
    end
  end)
  if found == 1 then return dated end
  errors.raise(("%s: its unit '%s' has no one currency that price_year could belong to"):format(
    path, text))
end

--- The unit of a fact as `q` reads it, "" for a plain number.
---@param about table
---@param path string
---@return string
function M.unit(about, path)
  if not about.unit then errors.raise(("%s has no unit"):format(path), 'write unit = "..."') end
  if about.unit == "1" then return "" end
  if not about.price_year then return about.unit end
  return dated_unit(about.unit, about.price_year, path)
end

--- A fact's value as a person reads it: "23000 to 30000 USD/GPU".
---@param fact table { value =, low =, high = }
---@param unit_text string?
---@return string
function M.value_text(fact, unit_text)
  local text
  if fact.low and fact.value then
    text = ("%.10g (%.10g to %.10g)"):format(fact.value, fact.low, fact.high)
  elseif fact.low then
    text = ("%.10g to %.10g"):format(fact.low, fact.high)
  else
    text = ("%.10g"):format(fact.value)
  end
  return unit_text and unit_text ~= "" and unit_text ~= "1" and text .. " " .. unit_text or text
end

local function literal(number, unit_text) return ("%.17g %s"):format(number, unit_text) end

-- A fact with low and high. Both bounds are needed; what they mean is in `range`.
local function uncertain(record, range, unit_text, path)
  if not (record.low and record.high) or record.low > record.high then
    errors.raise(("%s: low and high must both be there, low first"):format(path))
  end
  if record.low == record.high then return q(literal(record.low, unit_text)) end
  if range == "bounds" then
    return uniform(q(literal(record.low, unit_text)), q(literal(record.high, unit_text)))
  end
  return q(("%.17g to %.17g %s"):format(record.low, record.high, unit_text))
end

--- The typical value of a fact: its value, else the middle of low and high on a logarithmic scale
--- (of bounds, the plain middle).
---@param record table | number
---@param range string?
---@return number
function M.typical(record, range)
  if type(record) == "number" then return record end
  if record.value then return record.value end
  if range == "bounds" or record.low <= 0 then return (record.low + record.high) / 2 end
  return math.sqrt(record.low * record.high)
end

--- A fact's value without its name and source.
---@param record table | number
---@param about table its attributes
---@param path string
---@return node
function M.amount(record, about, path)
  local unit_text = M.unit(about, path)
  if type(record) == "number" then return q(literal(record, unit_text)) end
  if record.low or record.high then return uncertain(record, about.range, unit_text, path) end
  return q(literal(record.value, unit_text))
end

return M
