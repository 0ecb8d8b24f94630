-- JSON results of `outlay run --out FILE.json`: what they say of the catalog, and the values in
-- them.

local fail = require("outlay.boot.problem").usage
local difference = require "outlay.catalog.difference"
local report = require "outlay.report.output"
local text = require "core.text"
local unit = require "core.unit"

local results = {}

--- Reads a result, or a snapshot of the catalog. One that used no catalog has no facts.
---@param path string
---@return table document
function results.read(path)
  local file, message = io.open(path, "rb")
  local contents = file and file:read("*a")
  if file then file:close() end
  if not contents then
    fail(("cannot read %s: %s"):format(path, message and message:gsub("^.-: ", "") or "a folder"))
  end
  local ok, document = pcall(text.parse_json, contents)
  if not ok then fail(("%s is no JSON: %s"):format(path, tostring(document))) end
  if type(document) ~= "table" or not (document.items or document.catalog) then
    fail(("%s is no result"):format(path), "make one by: outlay run FILE --out RESULT.json")
  end
  document.catalog = document.catalog or { version = {} }
  document.catalog.facts = document.catalog.facts or {}
  return document
end

-- A value in base units, so that 950 kUSD and 1.2 MUSD can be compared.
local function in_base_units(number, unit_text)
  if not unit_text or unit_text == "" or unit_text == "1" then return number end
  local ok, id = pcall(unit.parse, unit_text)
  if not ok then return nil end
  local _, factor = unit.describe(id)
  return number * factor
end

--- The named values of a result in base units, in its order.
---@param document table
---@return table[] values { name =, value =, unit =, factor = }
function results.values(document)
  local values, seen = {}, {}
  for _, item in ipairs(document.items or {}) do
    for _, row in ipairs(item.kind == "table" and item.rows or {}) do
      local number, unit_text = row.mean or row.value, row.unit
      if type(number) == "table" then number, unit_text = number.value, number.unit end
      local name = row.name
      if type(name) == "string" and type(number) == "number" and not seen[name] then
        local base = in_base_units(number, unit_text)
        if base then
          seen[name] = true
          values[#values + 1] = { name = name, value = base, unit = unit_text or "",
            factor = number ~= 0 and base / number or 1 }
        end
      end
    end
  end
  return values
end

--- Puts a table of changed facts into the report.
---@param changes table[] of outlay.catalog.difference
function results.add_changes(changes)
  local rows = {}
  for i, change in ipairs(changes) do
    rows[i] = { change.path, difference.text(change.old), difference.text(change.new),
      difference.change_text(change) }
  end
  report.add { kind = "table", rows = rows, columns = { "record", "then", "now", "change" } }
end

return results
