-- Strict names: a misspelt name is an error that says what was probably meant.

local errors = require "core.error"

local strict = {}

-- The number of letters to change, insert, drop or swap (optimal string alignment distance).
local function distance(a, b)
  a, b = a:lower(), b:lower()
  local before, previous = {}, {}
  for j = 0, #b do previous[j] = j end
  for i = 1, #a do
    local current = { [0] = i }
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j)
      local replaced = previous[j - 1] + (same and 0 or 1)
      local best = math.min(previous[j] + 1, current[j - 1] + 1, replaced)
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = math.min(best, before[j - 2] + 1)
      end
      current[j] = best
    end
    before, previous = previous, current
  end
  return previous[#b]
end

--- The names closest to a misspelt one, at most three.
---@param name string
---@param known string[]
---@return string[]
function strict.closest(name, known)
  local found = {}
  local limit = math.max(1, math.floor(#name / 3))
  for _, candidate in ipairs(known) do
    local far = distance(name, candidate)
    local begins = #name >= 3 and candidate:sub(1, #name):lower() == name:lower()
    if begins then far = math.min(far, 1) end
    if far <= limit then found[#found + 1] = { candidate, far } end
  end
  table.sort(found, function(a, b)
    if a[2] ~= b[2] then return a[2] < b[2] end
    return a[1] < b[1]
  end)
  local names = {}
  for i = 1, math.min(3, #found) do names[i] = found[i][1] end
  return names
end

--- "did you mean ...?", or a list of what there is when it is short.
---@param name string
---@param known string[]
---@return string? advice
function strict.suggestion(name, known)
  local closest = strict.closest(name, known)
  if #closest > 0 then return "did you mean " .. table.concat(closest, ", or ") .. "?" end
  if #known > 0 and #known <= 16 then return "there is: " .. table.concat(known, ", ") end
  return nil
end

--- The texts among a table's keys, sorted.
---@param from table
---@return string[]
function strict.keys(from)
  local names = {}
  for key in pairs(from) do
    if type(key) == "string" then names[#names + 1] = key end
  end
  return names
end

--- A read-only view of a table, whose unknown fields are nil: a metatable that scripts may look at.
---@param from table
function strict.locked(from)
  return setmetatable({}, {
    __index = from,
    __newindex = function() errors.raise("a metatable of the language cannot be changed") end,
    __metatable = false,
  })
end

local originals = setmetatable({}, { __mode = "k" }) -- a view -> the table behind it
local views = setmetatable({}, { __mode = "k" }) -- an inner table -> its view

--- The table behind a view of strict.wrap, for who asks for fields that may be missing; any other
--- value as it is.
function strict.plain(value)
  local original = type(value) == "table" and originals[value]
  return original or value
end

-- Plain tables within a view are views, too; lists and tables with a metatable stay as they are.
local function inner(value, name)
  if type(value) ~= "table" or originals[value] then return value end
  if getmetatable(value) ~= nil or value[1] ~= nil then return value end
  if not views[value] then views[value] = strict.wrap(value, name) end
  return views[value]
end

-- The fields of a table in order, as they are seen through its view.
local function through(from, name)
  local keys, i = {}, 0
  for key in pairs(from) do keys[#keys + 1] = key end
  return function()
    i = i + 1
    local key = keys[i]
    if key ~= nil then return key, inner(from[key], ("%s.%s"):format(name, tostring(key))) end
  end
end

--- A read-only view of a table whose unknown fields are errors, down to its inner tables.
---@param from table
---@param name string what messages call it, such as "hw"
function strict.wrap(from, name)
  local view = setmetatable({}, {
    __index = function(_, key)
      local value = from[key]
      if value == nil and type(key) ~= "number" then -- a list ends with nil
        errors.raise(("%s has no '%s'"):format(name, tostring(key)),
          strict.suggestion(tostring(key), strict.keys(from)))
      end
      return inner(value, ("%s.%s"):format(name, tostring(key)))
    end,
    __newindex = function(_, key)
      errors.raise(("%s.%s cannot be set"):format(name, tostring(key)))
    end,
    __pairs = function() return through(from, name) end,
    __metatable = strict.locked { -- what completion and the scripts' pairs see
      fields = function() return strict.keys(from) end,
      __pairs = function() return through(from, name) end,
    },
  })
  originals[view] = from
  return view
end

return strict
