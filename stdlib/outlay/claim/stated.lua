--- What a claim states, as something that a computed figure can be held against: a figure, a range,
--- a bound on one side, or a date.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local time = require "outlay.language.time"
local unit = require "core.unit"
local value = require "outlay.report.value"

local M = {}

local unit_of = value.named_unit

local example = "states = \"600 MUSD\", \"25 to 50 MUSD\", { at_least = \"100 MUSD\" } or "
  .. "{ date = \"2025-08\" }"

-- A quantity with the unit in which its author wrote it.
local function summary_of(x)
  local node = quantity.of(x)
  if #graph.describe(node).axes > 0 then
    errors.raise("a claim states one figure, and this one has axes",
      "choose with x:at{ ... }, or make a claim for each")
  end
  local numbers = value.summary(value.evaluate { node }, 1, 1, node)
  local kind = graph.describe(node)
  return { node = node, kind = kind, numbers = numbers }
end

-- "25 to 50 MUSD", the unit once.
local function range_text(numbers, low, high)
  return value.with_unit(("%s to %s"):format(unit.format(low, 0, numbers.unit),
    unit.format(high, 0, numbers.unit)), numbers.unit_text)
end

local function figure_text(numbers, amount)
  return value.with_unit(unit.format(amount, 0, numbers.unit), numbers.unit_text)
end

-- What all forms with a unit have.
local function with_unit(form, found, fields)
  local numbers = found.numbers
  fields.form, fields.node, fields.kind = form, found.node, found.kind
  fields.unit, fields.unit_text, fields.factor = numbers.unit, unit_of(numbers), numbers.factor
  return fields
end

-- "25 to 50 MUSD": the bounds as they are written; no samples are drawn, so that 0 may be one.
local function written_range(text)
  if text:find("[%a$]%d%d%d%d") then require("outlay.language.money").load_facts() end
  local low, high, unit_id, is_interval = unit.quantity(text)
  if not is_interval then return nil end
  local found = summary_of(graph.parameter(low, unit_id))
  local factor = found.numbers.factor
  return found, low * factor, high * factor
end

local function one_or_range(x)
  local found, low, high
  if type(x) == "string" then found, low, high = written_range(x) end
  if not found then
    found = summary_of(x)
    if not found.kind.uncertain then
      local amount = found.numbers.mean
      return with_unit("figure", found,
        { value = amount, text = figure_text(found.numbers, amount) })
    end
    low, high = found.numbers.p5, found.numbers.p95
  end
  return with_unit("range", found,
    { low = low, high = high, text = range_text(found.numbers, low, high) })
end

local function bound(name, x)
  local found = summary_of(x)
  if found.kind.uncertain then
    errors.raise(("claim: %s is one figure, not an interval"):format(name), "write " .. example)
  end
  return found, found.numbers.mean
end

local function bounds(given)
  local found, low, high
  if given.at_least ~= nil then found, low = bound("at_least", given.at_least) end
  if given.at_most ~= nil then
    local upper
    upper, high = bound("at_most", given.at_most)
    if found and upper.kind.dimension ~= found.kind.dimension then
      errors.raise("claim: at_least and at_most are of different dimensions", nil, "dimension")
    end
    found = found or upper
  end
  if low and high then
    if low > high then errors.raise("claim: at_least is more than at_most") end
    return with_unit("range", found,
      { low = low, high = high, text = range_text(found.numbers, low, high) })
  end
  local text = (low and "at least " or "at most ") .. figure_text(found.numbers, low or high)
  return with_unit(low and "at_least" or "at_most", found, { low = low, high = high, text = text })
end

-- From the beginning of a day, a month or a year to its end, as decimal years.
local function date(text)
  local low, high
  if type(text) == "string" and not text:find(" ") then low, high = time.span(text) end
  if not low then
    errors.raise(("claim: '%s' is not a date"):format(tostring(text)),
      "write { date = \"2025\" }, { date = \"2025-08\" } or { date = \"2025-08-02\" }")
  end
  return { form = "date", date = text, text = text, low = low, high = high, factor = 1 }
end

--- Reads what a claim states.
---
---   states = "600 MUSD"                       a figure: also a number or a quantity
---   states = "25 to 50 MUSD"                  a range
---   states = { at_least = "100 MUSD" }        a bound; with at_most too, a range
---   states = { date = "2025-08" }             a day, a month or a year
---@param x any
---@return table stated { form = "figure" | "range" | "at_least" | "at_most" | "date", text =,
---  value =, low =, high = (base units), unit =, unit_text =, factor =, date = }
function M.read(x)
  if type(x) ~= "table" then return one_or_range(x) end
  local given = arguments.check("claim: states", x,
    { at_least = "optional", at_most = "optional", date = "optional" }, example)
  if given.date ~= nil then
    if given.at_least ~= nil or given.at_most ~= nil then
      errors.raise("claim: states a date or a bound, not both", "write " .. example)
    end
    return date(given.date)
  end
  if given.at_least == nil and given.at_most == nil then
    errors.raise("claim: states says nothing", "write " .. example)
  end
  return bounds(given)
end

--- Numbers that are held against a point in time are years: "2060", not "2,060".
---@param stated table of M.read, changed
function M.as_years(stated)
  local low, high = stated.value or stated.low, stated.value or stated.high
  local function year(amount) return ("%.10g"):format(amount) end
  if stated.form == "date" then return end
  if low and high then
    stated.text = low == high and year(low) or ("%s to %s"):format(year(low), year(high))
  else
    stated.text = low and "at least " .. year(low) or "at most " .. year(high)
  end
end

--- What programs read of it: in the unit in which it is written.
---@param stated table
---@return table { text =, unit =, value =, low =, high =, date = }
function M.plain(stated)
  if stated.date then
    return { text = stated.text, date = stated.date, reading = stated.reading }
  end
  local function scaled(amount) return amount and amount / stated.factor end
  return { text = stated.text, unit = stated.unit_text, reading = stated.reading,
    value = scaled(stated.value), low = scaled(stated.low), high = scaled(stated.high) }
end

return M
