--- Price tables of other projects as records: SkyPilot's catalogs, Epoch AI's hardware prices, and
--- a plain form. docs/guide/catalogs.md has the columns.
local errors = require "core.error"
local fact = require "outlay.catalog.fact"
local names = require "outlay.catalog.import_names"
local sheet = require "outlay.catalog.sheet"
local unit = require "core.unit"

local M = {}

-- ---- Epoch AI, hardware prices ----

local epoch_rents = {
  { "Price per chip-hour (on-demand)", "on_demand" },
  { "Price per chip-hour (1-year CUD)", "reserved", "1 year" },
  { "Price per chip-hour (3-year CUD)", "reserved", "3 years" },
}

-- The scope of a purchase price is in its notes alone.
local function scope_of_purchase(row, note)
  local count = row:number("Number of GPUs")
  local lower = (note or ""):lower()
  local is_server = (count and count > 1) or lower:find("dgx") or lower:find("hgx")
    or lower:find("server")
  return is_server and "server" or "chip"
end

local function counted(chip) return chip:find("TPU") and "TPU" or "GPU" end

local function read_epoch(row)
  local chip = row:required("Hardware model")
  local date = row:date("Price date") or sheet.reject("Price date is empty")
  local note, found = row:text("Notes"), {}
  local described = row:text("Cloud GPU description")
  if described then note = note and ("%s; %s"):format(described, note) or described end
  local function add(record)
    record.chip, record.date, record.note = chip, date, note
    record.address = row:text("Price source")
    found[#found + 1] = record
  end
  for _, rent in ipairs(epoch_rents) do
    local value = row:positive(rent[1])
    if value then
      add { kind = "rental", value = value, unit = ("USD/%s/h"):format(counted(chip)),
        scope = "chip-hour", option = rent[2], term = rent[3], provider = row:text("Vendor"),
        region = row:text("Location") }
    end
  end
  local value = row:positive("Price (hardware purchase)")
  if value then
    add { kind = "purchase", value = value, unit = "USD/" .. counted(chip),
      scope = scope_of_purchase(row, note), provider = row:text("Vendor") }
  end
  if #found == 0 then sheet.reject("no price in any of its columns") end
  return found
end

-- ---- SkyPilot's catalogs ----

local function read_skypilot(row, given)
  local chip = row:text("AcceleratorName")
  if not chip then sheet.reject("no accelerator: %s", row:text("InstanceType") or "no instance") end
  local count = row:positive("AcceleratorCount")
    or sheet.reject("AcceleratorCount is empty: the price of an instance has no price of a chip")
  local found = {}
  for _, column in ipairs { { "Price", "on_demand" }, { "SpotPrice", "spot" } } do
    local value = row:positive(column[1])
    if value then
      found[#found + 1] = {
        kind = "rental", chip = chip, date = given.date, provider = given.provider,
        value = value / count, unit = ("USD/%s/h"):format(chip:find("^tpu") and "TPU" or "GPU"),
        scope = "chip-hour", option = column[2],
        region = row:text("AvailabilityZone") or row:text("Region"),
        note = ("%s: %.6g USD an hour for %g chips"):format(row:text("InstanceType") or "TPU",
          value,
          count),
      }
    end
  end
  if #found == 0 then sheet.reject("neither Price nor SpotPrice") end
  return found
end

-- ---- the plain form ----

-- A price of a chip is money by the thing that is counted, and a rental price is by time, too.
local function check_unit(record)
  local ok, id = pcall(unit.parse, record.unit)
  if not ok then sheet.reject("unit '%s' cannot be read", record.unit) end
  local _, _, number = unit.describe(id)
  local dimension = unit.dimension(number)
  local by_time = dimension:find("Time^-1", 1, true) ~= nil
  if not dimension:find("^Money") or dimension:find("Energy")
    or by_time ~= (record.kind == "rental") then
    sheet.reject("unit '%s' is of no %s price of a chip", record.unit, record.kind)
  end
end

-- "On-demand" is on_demand.
local function option_of(row)
  local text = row:text("option")
  local option = text and text:lower():gsub("[%s%-]+", "_")
  if option and not fact.options[option] then
    sheet.reject("option is '%s': on_demand, reserved, spot or capacity_block", text)
  end
  return option
end

local function read_plain(row)
  local record = {
    chip = row:required("item"), date = row:date("date") or sheet.reject("date is empty"),
    value = row:positive("value"), low = row:positive("low"), high = row:positive("high"),
    unit = row:required("unit"), scope = row:required("scope"), provider = row:text("provider"),
    region = row:text("region"), option = option_of(row), term = row:text("term"),
    note = row:text("note"), source = row:text("source"), address = row:text("address"),
  }
  if not record.value and not record.low then sheet.reject("neither value nor low and high") end
  if (record.low == nil) ~= (record.high == nil) then
    sheet.reject("low and high must both be there")
  end
  if record.low and record.low > record.high then sheet.reject("low is above high") end
  if record.low and record.value and (record.value < record.low or record.value > record.high) then
    sheet.reject("value is not between low and high")
  end
  record.kind = (record.scope:find("hour$") or record.unit:find("/h$")) and "rental" or "purchase"
  check_unit(record)
  if record.option == "reserved" and not record.term then
    sheet.reject("a reserved price needs a term, such as '1 year'")
  end
  return { record }
end

-- ---- all forms ----

local forms = {
  { name = "Epoch AI", columns = { "Hardware model", "Price date", "Price (hardware purchase)" },
    read = read_epoch, title = "Epoch AI, hardware prices" },
  { name = "SkyPilot", columns = { "AcceleratorName", "AcceleratorCount", "Price", "SpotPrice" },
    read = read_skypilot, title = "SkyPilot catalog", needs_date = true },
  { name = "plain", columns = { "item", "date", "value", "unit", "scope" }, read = read_plain },
}

local function form_of(columns, name)
  for _, form in ipairs(forms) do
    if sheet.has(columns, form.columns) then return form end
  end
  return sheet.raise_unknown_form(columns, forms, name)
end

--- The prices of a CSV text.
---@class outlay.catalog.prices
---@field form string
---@field rows integer how many rows the text has
---@field records table[] { kind = "purchase" | "rental", key =, chip =, date =, value =, ... }
---@field rejected table[] { line =, reason = }
---@param contents string
---@param name string the file, for messages and sources
---@param given? table { date =, provider = } for tables that do not say
---@return outlay.catalog.prices
function M.read(contents, name, given)
  given = given or {}
  local rows, columns, rejected, remarks = sheet.read(contents, name)
  local count = #rows + #rejected
  local form = form_of(columns, name)
  if form.needs_date and not given.date then
    errors.raise(("%s: a %s table does not say when its prices held"):format(name, form.name),
      "give the date: --date 2026-03 (and --provider NAME)")
  end
  local records = sheet.each(rows, rejected, function(row) return form.read(row, given) end)
  for _, record in ipairs(records) do
    record.key = names.chip(record.chip)
    record.provider = record.provider or given.provider
    record.source = record.source or form.title
  end
  return { form = form.name, rows = count, records = records, rejected = rejected,
    remarks = remarks,
    read = count - #rejected }
end

-- ---- as a layer ----

local fields = { "date", "scope", "provider", "region", "option", "term", "value", "low", "high",
  "note" }

-- Records by kind and key, each list in the order of time.
local function lists_of(records)
  local lists = { purchase = {}, rental = {} }
  for _, record in ipairs(records) do
    local list = lists[record.kind][record.key] or {}
    lists[record.kind][record.key] = list
    list[#list + 1] = record
  end
  for _, by_key in pairs(lists) do
    for _, list in pairs(by_key) do
      table.sort(list, function(a, b)
        if a.date ~= b.date then return a.date < b.date end
        return a.line < b.line
      end)
    end
  end
  return lists
end

--- Prices as a layer over the catalogs: what the imported file returns.
---@param prices outlay.catalog.prices
---@param name string
---@return table layer
function M.layer(prices, name)
  local layer = { name = name, source = { title = name }, checked = false, price = {} }
  for kind, by_key in pairs(lists_of(prices.records)) do
    if next(by_key) then layer.price[kind] = {} end
    for key, list in pairs(by_key) do
      local group = { name = list[1].chip }
      for i, record in ipairs(list) do
        local copy = { unit = record.unit, source = {
          title = ("%s%s, line %d"):format(record.source and record.source .. ", " or "", name,
            record.line),
          address = record.address } }
        for _, field in ipairs(fields) do copy[field] = record[field] end
        group[i] = copy
      end
      layer.price[kind][key] = group
    end
  end
  return layer
end

return M
