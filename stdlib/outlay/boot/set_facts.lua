--- `--set hw.h100_sxm.tdp="650 W/GPU"`: facts of the command line, a layer over all others.
--
-- A name with a dot is a path into a catalog. Each is a layer of its own, so that `explain` can
-- print the setting as its source.
local layers = require "outlay.catalog.layers"
local problem = require "outlay.boot.problem"
local shelf = require "outlay.catalog.shelf"
local strict = require "outlay.language.strict"
local tree = require "outlay.catalog.tree"

local M = {}

local set = {} -- the paths, in the order in which they were added

-- { hw = { h100_sxm = { tdp = content } } }; a date is an entry of a series.
local function nested(path, content)
  local names = {}
  for name in path:gmatch("[^%.]+") do names[#names + 1] = name end
  local inner = content
  for i = #names, 2, -1 do
    inner = { [names[i]] = inner }
    if names[i]:find("^%d%d%d%d") then inner = { series = inner } end
  end
  return names[1], inner
end

local function check_path(path, text)
  local words = {}
  for _, catalog in ipairs(shelf.catalogs()) do words[catalog.word] = true end
  local word = path:match("^([^%.]+)%.[^%.%[%]]+[^%[%]]*$")
  if word and words[word] and not path:find("%.%.") and not path:find("%.$") then return end
  local first = path:match("^[^%.]*")
  if words[first] then
    problem.usage(("--set %s=%s: '%s' is no path of a catalog"):format(path, text, path),
      "write --set hw.h100_sxm.tdp=\"650 W/GPU\"; a list is replaced as a whole")
  end
  problem.usage(("--set %s=%s: there is no catalog '%s'"):format(path, text, first),
    strict.suggestion(first, strict.keys(words)))
end

-- A field that a built-in record does not have is a slip; a record that is not there may be of a
-- library that the script requires.
local function check_fields(path, text)
  local word, rest = path:match("^([^%.]+)%.(.*)$")
  local part, at = layers.built_in(word), word
  for name in rest:gmatch("[^%.]+") do
    if part.kind ~= "group" then return end
    local inner = tree.child(part, name)
    if not inner then
      if part.is_shelf then return end
      problem.usage(("--set %s=%s: %s has no '%s'"):format(path, text, at, name),
        strict.suggestion(name, tree.keys(part)))
    end
    part, at = inner, at .. "." .. name
  end
end

--- Adds a fact of the command line.
---@param path string such as "hw.h100_sxm.tdp"
---@param text string
---@param node node? what the text means, if it is a quantity
function M.add(path, text, node)
  check_path(path, text)
  check_fields(path, text)
  local word, content = nested(path, node or text)
  layers.add("command line", "command line", {
    [word] = content, source = { title = ("--set %s=%s"):format(path, text) },
  })
  set[#set + 1] = path
end

--- Raises where the script took none of what a path sets.
function M.check_used()
  for _, path in ipairs(set) do
    -- An index is taken as a whole, by money.
    local series = path:match("^(index%..*)%.%d%d%d%d[%d%-]*$")
    if not layers.is_read(path) and not (series and layers.is_read(series)) then
      problem.usage(("--set %s: the script takes no '%s' from the catalogs"):format(path, path),
        strict.suggestion(path, layers.read_paths()))
    end
  end
end

return M
