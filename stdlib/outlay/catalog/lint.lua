--- What is wrong with catalog records, as far as a program can tell: units, sources, scopes and
--- dates that are missing, peaks that contradict each other, duplicates, jumps that no price makes.
local fact = require "outlay.catalog.fact"
local layers = require "outlay.catalog.layers"
local pedigree = require "outlay.catalog.pedigree"
local period = require "outlay.catalog.period"
local records = require "outlay.catalog.records"
local shelf = require "outlay.catalog.shelf"
local tree = require "outlay.catalog.tree"
local unit = require "core.unit"

local M = {}

-- A price that changes by more than this factor from one record to the next is looked at twice.
local JUMP = 4
-- Data sheets round: 1978.9 is twice 989.4.
local ROUNDING = 0.005

-- ---- one record ----

local function check_source(entry, report)
  local ok, source = pcall(fact.source, entry.about, entry.sources, entry.path)
  if not ok then return report(entry, source.message or tostring(source)) end
  if source.retrieved and not period.days((source.retrieved:match("^[%d%-]+"))) then
    report(entry, ("its source was retrieved at '%s', which is no date"):format(source.retrieved))
  end
  if not source.address and layers.is_built_in(entry.layer) then
    report(entry, "its source has no address")
  end
end

-- The dimension and money of an entry's unit; nil and a report where it cannot be read.
local function unit_of(entry, report)
  if not entry.about.unit then return report(entry, "it has no unit") end
  local ok, text = pcall(fact.unit, entry.about, entry.path)
  if not ok then
    return report(entry, "its unit has no one currency that price_year could belong to")
  end
  if text == "" then return 0, 0 end
  local parsed, id = pcall(unit.parse, text)
  if not parsed then return report(entry, ("its unit '%s' cannot be read"):format(text)) end
  local _, _, dimension, money = unit.describe(id)
  return dimension, money
end

local function check_numbers(entry, report)
  for _, name in ipairs { "value", "low", "high" } do
    local number = entry[name]
    if number ~= nil and (type(number) ~= "number" or number ~= number
      or math.abs(number) == math.huge) then
      return report(entry, ("its %s is not a number"):format(name))
    end
  end
  if (entry.low == nil) ~= (entry.high == nil) then
    return report(entry, "low and high must both be there")
  end
  if entry.low and entry.low > entry.high then report(entry, "low is above high") end
  if entry.low and entry.value and (entry.value < entry.low or entry.value > entry.high) then
    report(entry, "its value is not between low and high")
  end
  if entry.low and entry.low <= 0 and entry.about.range ~= "bounds" then
    report(entry, 'low is not positive, so low to high is no lognormal: range = "bounds"')
  end
end

local function check_dates(entry, report)
  local about = entry.about
  for _, name in ipairs { "date", "valid_from", "valid_to" } do
    if about[name] and not period.days(about[name]) then
      return report(entry, ("its %s '%s' is no date"):format(name, tostring(about[name])))
    end
  end
  local ok, first, last = pcall(period.of, about, entry.path)
  if ok and first and first > last then report(entry, "valid_from is after valid_to") end
end

-- Money needs to say what it is the price of, and of when.
local function check_price(entry, report)
  local about = entry.about
  if not about.scope then report(entry, "it is an amount of money without a scope") end
  if not (about.date or about.valid_from or about.valid_to or about.price_year) then
    report(entry, "it is an amount of money without a date or a price year")
  end
  for _, name in ipairs { "value", "low" } do
    if entry[name] and entry[name] < 0 then report(entry, "it is a negative price") end
  end
end

-- What it was compared with, and of which kind that is.
local function check_pedigree(entry, report)
  local checked = entry.about.checked
  if checked == true then
    report(entry, "its checked does not say what was looked at")
  elseif type(checked) == "string" and not pedigree.of(checked) then
    report(entry, ("its checked '%s' begins with neither primary: nor secondary:"):format(checked))
  end
end

local function check_entry(entry, report)
  check_source(entry, report)
  check_dates(entry, report)
  check_pedigree(entry, report)
  if not records.is_fact(entry) or entry.kind == "quantity" or entry.kind == "adjustment" then
    return
  end
  check_numbers(entry, report)
  local about = entry.about
  if about.basis and about.basis ~= "dense" and about.basis ~= "sparse" then
    report(entry, ("its basis is '%s', neither dense nor sparse"):format(about.basis))
  end
  if about.option and not fact.options[about.option] then
    report(entry,
      ("its option is '%s': on_demand, reserved, spot or capacity_block"):format(about.option))
  end
  if about.option == "reserved" and not about.term then
    report(entry, "it is a reserved price without a term")
  end
  local _, money = unit_of(entry, report)
  if money and money ~= 0 then check_price(entry, report) end
end

-- ---- records beside each other ----

local function near(a, b) return math.abs(a / b - 1) <= ROUNDING end

-- Peaks of a chip by path: "hw.h100_sxm.peak" -> { bf16 = entry, ... }.
local function peaks_of(entries)
  local peaks = {}
  for _, entry in ipairs(entries) do
    local group, key = entry.path:match("^(.+%.peak[%w_]*)%.([%w_]+)$")
    if group and records.is_fact(entry) and entry.value then
      peaks[group] = peaks[group] or {}
      peaks[group][key] = entry
    end
  end
  return peaks
end

-- A chip whose FP8 is no faster than BF16 by 2 says so in a note.
local function check_peaks(entries, report)
  local peaks = peaks_of(entries)
  for group, by_precision in pairs(peaks) do
    local half, eighth = by_precision.bf16 or by_precision.fp16, by_precision.fp8
    if half and eighth and not near(eighth.value, 2 * half.value) and not eighth.about.note then
      report(eighth,
        ("FP8 is %.3g times 16 bits, not 2: if that is so, say why in its note"):format(
        eighth.value / half.value))
    end
    local dense = peaks[group:gsub("_sparse$", "")]
    if group:find("_sparse$") and dense then
      for precision, entry in pairs(by_precision) do
        local other = dense[precision]
        if other and other.value > entry.value then report(entry, "sparse is slower than dense") end
      end
    end
    for _, entry in pairs(by_precision) do
      if not entry.about.basis then
        report(entry, "it is a peak that is neither dense nor sparse")
      end
      local wanted = group:find("_sparse$") and "sparse" or "dense"
      if entry.about.basis and entry.about.basis ~= wanted then
        report(entry, ("it is %s in a group of %s peaks"):format(entry.about.basis, wanted))
      end
    end
  end
end

local identity = { "date", "valid_from", "valid_to", "scope", "basis", "provider", "region",
  "option",
  "term", "unit", "note" }

-- What tells a record of a list from the others, but not its value.
local function key_of(entry)
  local parts = {}
  for i, name in ipairs(identity) do parts[i] = tostring(entry.about[name] or "") end
  return table.concat(parts, "\t")
end

-- Lists by their paths, in the order in which they are written.
local function lists_of(entries)
  local lists = {}
  for _, entry in ipairs(entries) do
    local path = entry.list or entry.series
    if path and records.is_fact(entry) and entry.kind ~= "quantity" then
      lists[path] = lists[path] or {}
      table.insert(lists[path], entry)
    end
  end
  return lists
end

-- The same thing by the same provider, over time.
local function kind_of(entry)
  local about = entry.about
  local parts = {}
  for i, name in ipairs { "scope", "provider", "region", "option", "term", "unit" } do
    parts[i] = tostring(about[name] or "")
  end
  return table.concat(parts, "\t")
end

local function check_jump(before, entry, report)
  local old, new = fact.typical(before), fact.typical(entry)
  if old <= 0 or new <= 0 then return end
  local factor = math.max(new / old, old / new)
  if factor > JUMP and not entry.about.note then
    report(entry, ("it is %.2g times the record before it (%s): if that is so, say why in its note")
      :format(new / old, before.path))
  end
end

-- The order of time within what is one thing, duplicates, and jumps.
local function check_list(list, report)
  local seen, last = {}, {}
  for _, entry in ipairs(list) do
    local ok, first = pcall(period.of, entry.about, entry.path)
    if ok and not first then report(entry, "it is in a list over time and has no date") end
    if ok and first then
      local kind = kind_of(entry)
      local before = last[kind]
      if before and before.first > first then
        report(entry,
          ("it comes after a later one (%s): order them by date"):format(before.entry.path))
      end
      if before and before.entry.path ~= entry.path then
        check_jump(before.entry, entry, report)
      end
      last[kind] = { first = first, entry = entry }
    end
    local key = key_of(entry)
    if entry.list and seen[key] then
      report(entry, ("it is the same record as %s"):format(seen[key].path))
    end
    seen[key] = entry
  end
end

-- A series has every month or every year from its first to its last.
local function check_gaps(path, list, report)
  local previous
  for _, entry in ipairs(list) do
    local year, month = tostring(entry.key):match("^(%d%d%d%d)%-?(%d*)")
    year = tonumber(year)
    if year then
      local at = month == "" and year or year * 12 + tonumber(month)
      local is_same_kind = previous and previous.monthly == (month ~= "")
      -- A publisher can leave a month out, which the series' note then says.
      local is_known = (entry.about.note or ""):find("never published", 1, true)
      if is_same_kind and at > previous.at + 1 and not is_known then
        report(entry, ("%s has nothing between %s and %s"):format(path, previous.key, entry.key))
      end
      previous = { at = at, monthly = month ~= "", key = entry.key }
    end
  end
end

-- ---- keys ----

-- Two files with the same record: only one of them would be seen.
local function check_files(catalogs, report)
  for _, catalog in ipairs(catalogs) do
    local owners = {}
    for _, file in ipairs(catalog.files) do
      local prefix = file.at and catalog.word .. "." .. file.at or catalog.word
      for _, key in ipairs(file.whole and {} or shelf.keys(file)) do
        local path = prefix .. "." .. key
        if owners[path] then
          report({ path = path, file = file[1] }, ("it is in %s, too"):format(owners[path]))
        end
        owners[path] = file[1]
      end
    end
  end
end

local may_be_a_table = { source = true }
local may_be_a_truth_value = { checked = true, imputed = true }

-- Attributes are texts: a fact that is called as an attribute would never be seen.
local function check_attributes(entries, report)
  local seen = {}
  for _, entry in ipairs(entries) do
    for _, name in ipairs(fact.attributes) do
      local value = entry.about[name]
      local kind = type(value)
      local fits = value == nil or kind == "string" or (kind == "table" and may_be_a_table[name])
        or (kind == "boolean" and may_be_a_truth_value[name])
      if not fits and not seen[value] then
        seen[value] = true
        report(entry, ("%s is an attribute, and here it is a %s"):format(name, kind))
      end
    end
  end
end

-- What no record may hold: a function, a truth value where a fact should be.
local function check_kinds(parts, word, report)
  tree.walk(parts, word, function(path, found)
    if found[1].kind == "other" then
      report({ path = path, file = found[1].file }, "it is neither a fact, nor text, nor a group")
    end
  end)
end

-- ---- all of it ----

local function collector()
  local list = {}
  return list, function(entry, message)
    list[#list + 1] = { path = entry.path, file = entry.file, message = message }
  end
end

--- The problems among entries.
---@param entries table[] of outlay.catalog.records
---@return table[] problems { path =, file =, message = }
function M.entries(entries)
  local list, report = collector()
  local sound = {}
  for _, entry in ipairs(entries) do
    if entry.kind ~= "other" then
      check_entry(entry, report)
      sound[#sound + 1] = entry
    end
  end
  check_attributes(sound, report)
  check_peaks(sound, report)
  for path, found in pairs(lists_of(sound)) do
    check_list(found, report)
    if found[1].series then check_gaps(path, found, report) end
  end
  return list
end

--- The problems between the files of catalogs: a record that is in two of them.
---@param catalogs table[] as index.lua lists them
---@return table[] problems
function M.files(catalogs)
  local list, report = collector()
  check_files(catalogs, report)
  return list
end

--- The problems of the built-in catalogs.
---@return table[] problems
---@return integer count of records
function M.built_in()
  local list, report = collector()
  check_files(shelf.catalogs(), report)
  for _, catalog in ipairs(shelf.catalogs()) do
    check_kinds({ layers.built_in(catalog.word) }, catalog.word, report)
  end
  local entries = records.built_in()
  for _, problem in ipairs(M.entries(entries)) do list[#list + 1] = problem end
  return list, #entries
end

--- The problems of what a catalog file returns: a layer, or sources and records.
---@param module table
---@param file string its path, for messages
---@return table[] problems
---@return integer count of records
function M.file(module, file)
  local list, report = collector()
  local entries = {}
  local layer = { name = file, rank = 2 }
  local function add(content, word, inherited)
    local part = tree.part(content, inherited, { sources = module.sources, layer = layer,
      file = file })
    check_kinds({ part }, word, report)
    for _, entry in ipairs(records.of({ part }, word)) do entries[#entries + 1] = entry end
  end
  local own = module.records or module.chips
  if own then
    add(own, "records", {})
  else
    local header = fact.about({ source = module.source, date = module.date, note = module.note,
      checked = module.checked }, {})
    for _, catalog in ipairs(shelf.catalogs()) do
      if module[catalog.word] then add(module[catalog.word], catalog.word, header) end
    end
  end
  for _, problem in ipairs(M.entries(entries)) do list[#list + 1] = problem end
  return list, #entries
end

return M
