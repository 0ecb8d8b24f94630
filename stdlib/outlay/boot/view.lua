-- Views of tables that cannot be changed, and going through tables in an order that does not
-- depend on the machine.

local native = ...

local plain = require "outlay.boot.plain"

local view = {}

local originals = setmetatable({}, { __mode = "k" }) -- a view -> the table behind it
local frozen = setmetatable({}, { __mode = "k" }) -- a table -> its view

-- ---- read-only ----

local function make(table_, name, index)
  local made = setmetatable({}, {
    __index = index,
    __newindex = function(_, key)
      native.raise(("%s.%s cannot be changed"):format(name, plain.tostring(key)))
    end,
    __metatable = false,
  })
  originals[made] = table_
  return made
end

--- A view of a table; a field that it does not have is an error.
---@param table_ table
---@param name string for messages
---@param advice? table<string, string> field -> what to use in its place
function view.read_only(table_, name, advice)
  return make(table_, name, function(_, key)
    local value = table_[key]
    if value == nil then
      local word = plain.tostring(key)
      native.raise(("%s has no '%s'"):format(name, word), advice and advice[word])
    end
    return value
  end)
end

--- What a library shares with all others, as a view that none of them can change, down to its
--- inner tables. Lists, and tables with a metatable of their own, stay as they are.
---@param value any
---@param name string for messages
function view.frozen(value, name)
  if type(value) ~= "table" or debug.getmetatable(value) or value[1] ~= nil then return value end
  if not frozen[value] then
    frozen[value] = make(value, name, function(_, key)
      return view.frozen(value[key], name .. "." .. plain.tostring(key))
    end)
  end
  return frozen[value]
end

--- A function that changes its first argument without asking its metatable: but a table whose
--- metatable is locked is not its user's to change.
---@param who string for messages
---@param change function
function view.changing(who, change)
  return function(table_, ...)
    local meta = type(table_) == "table" and debug.getmetatable(table_)
    if meta and rawget(meta, "__metatable") ~= nil then
      native.raise(("%s: this table cannot be changed"):format(who))
    end
    return change(table_, ...)
  end
end

-- ---- order ----

local ranks = { number = 1, string = 2, boolean = 3 }

local function comes_before(a, b)
  local rank_a, rank_b = ranks[type(a)] or 4, ranks[type(b)] or 4
  if rank_a ~= rank_b then return rank_a < rank_b end
  if rank_a == 3 then return a and not b end
  if rank_a == 4 then return false end -- keys without an order keep the one they have
  return a < b
end

--- The keys of a table: numbers, then texts, then the rest; sorted.
function view.sorted_keys(table_)
  local keys = {}
  for key in next, originals[table_] or table_ do keys[#keys + 1] = key end
  table.sort(keys, comes_before)
  return keys
end

--- pairs in the order of the keys.
function view.pairs(table_)
  if type(table_) ~= "table" then
    native.raise(("pairs goes through a table, not a %s"):format(type(table_)))
  end
  local meta = getmetatable(table_)
  if type(meta) == "table" and meta.__pairs then return meta.__pairs(table_) end
  local keys = view.sorted_keys(table_)
  local i = 0
  return function()
    i = i + 1
    local key = keys[i]
    if key ~= nil then return key, table_[key] end
  end
end

--- next in the order of the keys.
function view.next(table_, key)
  local keys = view.sorted_keys(table_)
  if key == nil then return keys[1], table_[keys[1]] end
  for i, candidate in ipairs(keys) do
    if rawequal(candidate, key) then return keys[i + 1], table_[keys[i + 1]] end
  end
  native.raise("next: the table has no such key")
end

--- ipairs that also goes through views, which LuaJIT's does not.
function view.ipairs(list)
  if type(list) ~= "table" then
    native.raise(("ipairs goes through a list, not a %s"):format(type(list)))
  end
  local i = 0
  return function()
    i = i + 1
    local value = list[i]
    if value ~= nil then return i, value end
  end
end

return view
