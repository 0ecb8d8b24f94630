--- What lies over the built-in catalog: team libraries, the project's file, the script's overrides,
--- and `--set` of the command line.
--
-- A layer's rank decides, not when it came: built-in catalog < team library < project file <
-- scenario override < command line. So that the order of loading cannot matter, two layers of one
-- rank may not both say what a fact is, and no layer may come after what it changes was read.
local errors = require "core.error"
local project = require "core.project"
local shelf = require "outlay.catalog.shelf"
local strict = require "outlay.language.strict"
local tree = require "outlay.catalog.tree"

local M = {}

M.ranks = { ["built-in catalog"] = 1, ["team library"] = 2, ["project file"] = 3,
  ["scenario override"] = 4, ["command line"] = 5 }

local built_in = { name = "built-in catalog", rank = 1 }
local layers = {} -- all but the built-in one
local read = {} -- path -> true: facts that the script has
local pins -- path -> record, of an earlier result

--- Changes whenever a layer comes: what was found before then is out of date.
M.generation = 1

-- ---- reading ----

local function add_project_file()
  add_project_file = function() end -- luacheck: ignore -- once
  local record, path = project.layer()
  if record then M.add("project file", path, record) end
end

--- The parts of a catalog, highest layer first.
---@param word string such as "hw"
---@return table[] parts
function M.parts(word)
  add_project_file()
  local parts = {}
  for _, layer in ipairs(layers) do
    if layer.record[word] ~= nil then
      parts[#parts + 1] = tree.part(layer.record[word], layer.about,
        { sources = layer.record.sources, layer = layer, file = layer.name })
    end
  end
  parts[#parts + 1] = M.built_in(word)
  return parts
end

--- The built-in catalog's part of a word.
---@param word string
---@return table part
function M.built_in(word) return tree.part(shelf.shelf(word), {}, { layer = built_in }) end

--- Whether a layer is the built-in catalog.
function M.is_built_in(layer) return layer == built_in end

--- What `explain` says of a fact's layer.
---@param layer table
---@return string
function M.text(layer)
  if layer.kind == layer.name then return layer.name end
  return ("%s (%s)"):format(layer.name, layer.kind)
end

--- Notes that a script has a fact.
---@param path string
function M.mark_read(path) read[path] = true end

--- Whether a script has a fact, or a list or series of them.
---@param path string
---@return boolean
function M.is_read(path) return read[path] == true end

--- The paths of what a script has.
---@return string[]
function M.read_paths() return strict.keys(read) end

--- Takes facts from an earlier result in place of the catalog's.
---@param records table<string, table> path -> { value =, low =, high =, unit =, ... }
function M.pin(records) pins = records end

--- The earlier result's record of a fact, nil if there is none.
---@param path string
function M.pinned(path) return pins and pins[path] end

--- The layers in force, highest first, without the built-in one.
---@return table[] { name =, kind =, rank = }
function M.list()
  add_project_file()
  return layers
end

-- ---- adding ----

local function check_words(layer)
  local words = {}
  for _, catalog in ipairs(shelf.catalogs()) do words[catalog.word] = true end
  local found = false
  for key, content in pairs(layer.record) do
    if words[key] then
      found = true
      if type(content) ~= "table" then
        errors.raise(("%s: %s must be a table"):format(layer.name, key))
      end
    elseif not M.is_header[key] then
      errors.raise(("%s: there is no catalog '%s'"):format(layer.name, tostring(key)),
        strict.suggestion(tostring(key), strict.keys(words)))
    end
  end
  if not found then
    errors.raise(("%s has no records"):format(layer.name),
      "write { hw = { h100_sxm = { price = ... } } }")
  end
end

--- What a layer may say beside its catalogs.
M.is_header = { name = true, source = true, sources = true, date = true, checked = true,
  note = true }

-- A record that the catalog does not have must have a name, so that a slip is no new record.
local function check_new(layer, word)
  local part = M.built_in(word)
  for key, content in pairs(layer.record[word]) do
    local is_known = tree.child(part, key) ~= nil
    if not is_known and type(content) == "table" and content.name == nil then
      errors.raise(("%s: %s has no '%s'"):format(layer.name, word, tostring(key)),
        strict.suggestion(tostring(key), tree.keys(part))
          or "a new record needs a name: name = \"...\"")
    end
  end
end

local function leaves_of(layer)
  local leaves = {}
  for _, catalog in ipairs(shelf.catalogs()) do
    local word = catalog.word
    if layer.record[word] then
      -- The command line comes before the libraries whose records it may be for.
      if layer.kind ~= "command line" then check_new(layer, word) end
      local part = tree.part(layer.record[word], layer.about, { sources = layer.record.sources })
      tree.walk({ part }, word, function(path) leaves[path] = true end)
    end
  end
  return leaves
end

local function check_conflicts(layer)
  for path in pairs(layer.leaves) do
    for _, other in ipairs(layers) do
      if other.rank == layer.rank and other.leaves[path] then
        errors.raise(("%s and %s both say what %s is"):format(M.text(other), M.text(layer), path),
          "both are of one rank: leave it out of one, or use catalog.override in the script")
      end
    end
    if read[path] then
      errors.raise(("%s was read before %s came"):format(path, M.text(layer)),
        "put the layer before the first use of what it changes")
    end
  end
end

--- Adds a layer.
---@param kind string one of M.ranks
---@param name string what `explain` calls it
---@param record table { hw = { ... }, price = { ... }, sources =, source = }
function M.add(kind, name, record)
  if type(record) ~= "table" then
    errors.raise(("%s: a layer is a table"):format(name), "write { hw = { ... }, price = { ... } }")
  end
  local layer = { kind = kind, rank = M.ranks[kind], name = record.name or name, record = record }
  layer.about = {
    source = record.source or { title = layer.name }, date = record.date, checked = record.checked,
    note = record.note,
  }
  check_words(layer)
  layer.leaves = leaves_of(layer)
  check_conflicts(layer)
  local place = 1
  while layers[place] and layers[place].rank >= layer.rank do place = place + 1 end
  table.insert(layers, place, layer)
  M.generation = M.generation + 1
end

return M
