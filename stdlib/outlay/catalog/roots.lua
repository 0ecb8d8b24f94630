--- The catalogs as scripts see them: each word opens the merge of its layers, each fact a quantity.
local errors = require "core.error"
local extract = require "outlay.language.extract"
local fact = require "outlay.catalog.fact"
local graph = require "core.graph"
local layers = require "outlay.catalog.layers"
local lazy = require "outlay.catalog.lazy"
local period = require "outlay.catalog.period"
local shelf = require "outlay.catalog.shelf"
local statistic = require "outlay.language.statistic"
local strict = require "outlay.language.strict"
local tree = require "outlay.catalog.tree"
local unit = require "core.unit"
local used = require "outlay.catalog.used"

local M = {}

local place_of = setmetatable({}, { __mode = "k" }) -- an opened table -> its place

-- ---- places: a path, and the parts there, found anew when a layer has come ----

local Place = {}
Place.__index = Place

local function new_place(path, find) return setmetatable({ path = path, find = find }, Place) end

function Place:parts()
  if self.generation ~= layers.generation then
    self.found = tree.completed(self.find(), self.path)
    self.generation = layers.generation -- after, since the project's file may have come meanwhile
  end
  return self.found
end

local function inner_place(place, key)
  return new_place(place.path .. "." .. key, function() return tree.children(place:parts(),
    key) end)
end

-- ---- facts ----

local function dimension_of(text)
  local _, _, dimension = unit.describe(unit.parse(text))
  return dimension
end

local function check_dimension(parts, path, amount)
  for i = 2, #parts do
    local below = parts[i].about.unit
    if below then
      local wanted, given = below == "1" and 0 or dimension_of(below),
        graph.describe(amount).dimension
      if wanted ~= given then
        errors.raise(("%s is %s in %s, and %s in %s"):format(path, unit.dimension(given),
          layers.text(parts[1].layer), unit.dimension(wanted), parts[i].layer.name),
          ("give it in a unit such as %s"):format(below))
      end
      return
    end
  end
end

-- What a result stores of a fact. A quantity is described only if a result is written.
local function record_of(part, about)
  local content = part.content
  local record = { unit = about.unit, price_year = about.price_year, layer = part.layer.name }
  if type(content) == "number" then
    record.value = content
  elseif type(content) == "table" then
    record.value, record.low, record.high = content.value, content.low, content.high
    record.range = about.range
  end
  return record
end

-- "23000 USD/GPU of the built-in catalog"
local function replaced_text(part)
  local content = part.content
  if type(content) == "number" then content = { value = content } end
  if type(content) ~= "table" or not (content.value or content.low) then return part.layer.name end
  return ("%s of the %s"):format(fact.value_text(content, part.about.unit), part.layer.name)
end

local function layer_text(parts)
  local text = layers.text(parts[1].layer)
  if not parts[2] then return text end
  return ("%s, in place of %s"):format(text, replaced_text(parts[2]))
end

local function annotated(node, parts, about, path)
  local part = parts[1]
  node = node:named(path):source(fact.source_text(about, part.sources, path))
  if about.note then node = node:note(about.note) end
  if not layers.is_built_in(part.layer) then
    node = graph.annotate(node, "layer", layer_text(parts))
  end
  return node
end

--- A record of an earlier result in place of the catalog's.
---@param path string
---@return node?
function M.pinned(path)
  local record = layers.pinned(path)
  if not record then return nil end
  used.add(path, record)
  return fact.amount(record, record, path):named(path):source("as an earlier result had it")
end

-- The amount of a fact by its highest part. An adjustment is a function of the fact below it.
local function amount_of(parts, path)
  local part = parts[1]
  if part.kind == "quantity" then return part.content end
  if part.kind ~= "adjustment" then return fact.amount(part.content, part.about, path) end
  local below = { unpack(parts, 2) }
  if not below[1] then
    errors.raise(("%s: %s adjusts a fact that is not there"):format(path,
      layers.text(part.layer)))
  end
  local named = ("%s, %s"):format(path, below[1].layer.name)
  local amount = part.content(annotated(amount_of(below, path), below, below[1].about, named))
  if graph.is_node(amount) then return amount end
  return errors.raise(("%s: the function in %s gives a %s"):format(path, layers.text(part.layer),
    type(amount)), "it takes the fact below and gives a quantity")
end

--- The amount of a fact by its layers, without its name.
M.amount_of = amount_of

-- One fact as a quantity. What it is stands in the highest part.
local function quantity(parts, path)
  local part = parts[1]
  layers.mark_read(path)
  local pinned = M.pinned(path)
  if pinned then return pinned end
  local about = part.about
  local amount = amount_of(parts, path)
  check_dimension(parts, path, amount)
  used.add(path, record_of(part, about), amount)
  return annotated(amount, parts, about, path)
end

-- ---- series and lists ----

-- An entry of a series as a plain number; a layer may have given it as a quantity.
local function typical(entry)
  if entry.kind ~= "quantity" then return fact.typical(entry.content) end
  return extract.value(statistic.median(entry.content), entry.about.unit)
end

local function open_series(place)
  local parts = place:parts()
  layers.mark_read(place.path)
  local entries, dates = tree.series(parts)
  local values, made = {}, {}
  for date, entry in pairs(entries) do values[date] = typical(entry) end
  local top = parts[1]
  local series = {
    values = values, first = dates[1], last = dates[#dates], unit = top.about.unit,
    name = top.content.name, source = fact.source_text(top.about, top.sources, place.path),
  }
  --- The value at a date: of a day its month counts, in a yearly series its year.
  function series.at(date)
    local key = period.series_key(date, dates, place.path)
    if not made[key] then made[key] = quantity({ entries[key] }, place.path .. "." .. key) end
    return made[key]
  end
  local function at_a_date(_, key)
    return tostring(key):find("^%d%d%d%d") and series.at(key) or nil
  end
  return strict.wrap(setmetatable(series, { __index = at_a_date }), place.path)
end

-- A list is made at once: it has a length, and ipairs goes through it.
local function open_list(place)
  local list = {}
  local parts = place:parts()
  layers.mark_read(place.path)
  for i, content in ipairs(parts[1].content) do
    if parts[1].kind == "texts" then
      list[i] = content
    else
      local part = tree.part(content, parts[1].about, parts[1])
      list[i] = quantity({ part }, ("%s[%d]"):format(place.path, i))
    end
  end
  return list
end

-- ---- opening ----

local open

local function open_group(place)
  local view = lazy(place.path, function() return tree.names(place:parts()) end,
    function(key) return open(inner_place(place, key)) end,
    function(key) return tree.children(place:parts(), key)[1] end)
  place_of[view] = place
  return view
end

function open(place)
  local parts = place:parts()
  local kind = parts[1].kind
  if kind == "group" then return open_group(place) end
  if kind == "whole" then return (shelf.load(parts[1].content)) end
  if kind == "text" then
    layers.mark_read(place.path)
    return type(parts[1].content) == "table" and parts[1].content.text or parts[1].content
  end
  if kind == "number" or kind == "quantity" or kind == "adjustment" then
    return quantity(parts, place.path)
  end
  local made
  if kind == "series" then made = open_series(place)
  elseif kind == "dated" or kind == "texts" then made = open_list(place)
  else errors.raise(("%s: a catalog has no room for a %s"):format(place.path,
    type(parts[1].content)))
  end
  place_of[made] = place
  return made
end

--- The place of an opened group, list or series: { path =, parts() }; nil for anything else.
---@param opened any
function M.place(opened) return type(opened) == "table" and place_of[opened] or nil end

--- The place at a dotted path such as "hw.h100_sxm.price"; nil if no layer has it.
---@param path string
function M.find(path)
  local place
  for key in path:gmatch("[^%.]+") do
    if not place then
      if not shelf.catalog(key) then return nil end
      place = new_place(key, function() return layers.parts(key) end)
    else
      local inner = inner_place(place, key)
      if place:parts()[1].kind ~= "group" or not inner:parts()[1] then return nil end
      place = inner
    end
  end
  return place
end

local opened = {}

--- The catalog of a word, opened.
---@param word string such as "hw"
function M.open(word)
  if not opened[word] then
    opened[word] = open_group(new_place(word, function() return layers.parts(word) end))
  end
  return opened[word]
end

-- `require("outlay.catalog.roots").hw` is what the vocabulary takes for the word hw.
return setmetatable(M, { __index = function(_, word)
  if shelf.catalog(word) then return M.open(word) end
end })
