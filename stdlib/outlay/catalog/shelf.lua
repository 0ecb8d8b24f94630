--- The standard library's catalogs as raw records, each file loaded when one of its records is
--- first touched. The table of contents (contents.lua, generated) says which file has which
--- record; a file or a record that it does not know yet is found by loading.
local errors = require "core.error"
local fact = require "outlay.catalog.fact"
local index = require "outlay.catalog.index"

local M = {}

local contents -- of contents.lua

local function listed_keys(file)
  contents = contents or require "outlay.catalog.contents"
  return contents.keys[M.name(file)]
end

--- What the table of contents calls a file: its module, and the field of it where that is not
--- the usual one.
---@param file table an entry of index.lua
function M.name(file) return file.field and file[1] .. ":" .. file.field or file[1] end

--- The records of a file, and the sources that they name.
---@param file table an entry of index.lua
---@return table records
---@return table sources
function M.load(file)
  local module = require(file[1])
  if file.whole then return module, module.sources or {} end
  local records = module[file.field or "records"] or module.chips
  if type(records) ~= "table" then
    errors.raise(("%s has no records"):format(file[1]),
      "a catalog file returns sources and records")
  end
  return records, module.sources or {}
end

--- The names of a file's records.
---@param file table an entry of index.lua
---@return string[]
function M.keys(file)
  local keys = {}
  for key in pairs((M.load(file))) do
    if not fact.is_attribute(key) then keys[#keys + 1] = key end
  end
  return keys
end

-- The same, without loading the file where the table of contents has it.
local function keys_of(file)
  local listed, keys = listed_keys(file), {}
  if not listed then return M.keys(file) end
  for key in listed:gmatch("%S+") do keys[#keys + 1] = key end
  return keys
end

--- The catalogs: index.lua.
---@return table[]
function M.catalogs() return index end

--- The catalog of a word.
---@param word string
---@return table? catalog
function M.catalog(word)
  for _, catalog in ipairs(index) do
    if catalog.word == word then return catalog end
  end
  return nil
end

-- ---- shelves: what lies at a word, or at a word's field ----

-- A group whose fields come from files: { get = fun(key) -> content, sources, file; keys = fun() }.
local Shelf = {}
Shelf.__index = Shelf

local function new_shelf(files) return setmetatable({ files = files, boards = {} }, Shelf) end

-- The file that has a key: the listed one first, then by looking into all.
function Shelf:find(key)
  self.by_key = self.by_key or {}
  if not self.listed then
    self.listed = true
    for _, file in ipairs(self.files) do
      for _, known in ipairs(keys_of(file)) do self.by_key[known] = self.by_key[known] or file end
    end
  end
  local file = self.by_key[key]
  if file and M.load(file)[key] ~= nil then return file end
  if fact.is_attribute(key) then return nil end
  for _, other in ipairs(self.files) do
    if M.load(other)[key] ~= nil then return other end
  end
  return nil
end

--- One field: a shelf; or a record, with its file's sources, the file, and all of its records,
--- which may say something for each.
---@param key string
function Shelf:get(key)
  if self.boards[key] then return self.boards[key] end
  local file = self:find(key)
  if not file then return nil end
  local records, sources = M.load(file)
  return records[key], sources, file[1], records
end

--- The names of the fields. This loads all files.
---@return string[]
function Shelf:keys()
  local keys = {}
  for key in pairs(self.boards) do keys[#keys + 1] = key end
  for _, file in ipairs(self.files) do
    for _, key in ipairs(M.keys(file)) do keys[#keys + 1] = key end
  end
  return keys
end

--- Whether a part's content is a shelf.
function M.is_shelf(thing) return type(thing) == "table" and getmetatable(thing) == Shelf end

local wholes = {}

--- Whether a part's content is a file that is taken whole: its table may have functions.
function M.is_whole(thing) return wholes[thing] == true end

-- A file that is taken whole is a board by itself.
local function board_of(files)
  if files[1] and files[1].whole then
    if #files > 1 then errors.raise(("%s cannot share its place"):format(files[1][1])) end
    wholes[files[1]] = true
    return files[1]
  end
  return new_shelf(files)
end

local shelves = {}

--- The shelf of a catalog.
---@param word string
function M.shelf(word)
  if shelves[word] then return shelves[word] end
  local loose, boards = {}, {}
  for _, file in ipairs(M.catalog(word).files) do
    local place = loose
    if file.at then
      boards[file.at] = boards[file.at] or {}
      place = boards[file.at]
    end
    place[#place + 1] = file
  end
  local shelf = new_shelf(loose)
  for _, at in ipairs(M.catalog(word).groups or {}) do boards[at] = boards[at] or {} end
  for at, files in pairs(boards) do shelf.boards[at] = board_of(files) end
  shelves[word] = shelf
  return shelf
end

return M
