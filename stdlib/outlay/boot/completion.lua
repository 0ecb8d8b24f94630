-- What the line editor completes a word with.

local native = ...

local base = require "outlay.boot.base"
local environment = require "outlay.boot.environment"

-- The fields that can follow a value, for completion.
local function fields_of(value)
  if native.core.graph.is_node(value) then
    return require("outlay.language.methods").names(), ":"
  end
  if type(value) ~= "table" then return {}, "." end
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.fields then return meta.fields(), "." end
  return base.sorted_keys(value), "."
end

local function matching(names, prefix, before)
  local found = {}
  for _, name in ipairs(names) do
    if type(name) == "string" and name:sub(1, #prefix) == prefix then
      found[#found + 1] = before .. name
    end
  end
  return found
end

-- The value of a dotted name such as hw.h100_sxm.peak, or nil.
local function resolve(path, words)
  local value = words
  for part in path:gmatch("[^%.]+") do
    local ok, inner = pcall(function() return value[part] end)
    if not ok then return nil end
    value = inner
  end
  return value
end

--- Completions of the last word of a line: names, fields after a dot, methods after a colon,
--- units inside q"..." and after u.
---@param line string
---@param own table<string, any> names and values of the script
---@param words table the environment that the first name of a path is read from
---@return string[] the whole last words
return function(line, own, words)
  local unit_start = line:match("q%s*[\"'][^\"']-([%a%%$]*)$")
  if unit_start then return native.core.unit.complete(unit_start) end
  local path, sign, prefix = line:match("([%a_][%w_%.]*)([%.:])([%w_]*)$")
  if not path then
    local word = line:match("([%a_][%w_]*)$") or ""
    return matching(environment.names(own), word, "")
  end
  if path == "u" then return matching(native.core.unit.complete(prefix), prefix, "u.") end
  local value = resolve(path, words)
  if value == nil then return {} end
  local names, expected = fields_of(value)
  if expected ~= sign then return {} end
  return matching(names, prefix, path .. sign)
end
