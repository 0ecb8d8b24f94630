--- A table whose values are made when they are first asked for; unknown names are errors.
local errors = require "core.error"
local strict = require "outlay.language.strict"

--- A read-only view of `contents` through `make`. What was made once stays: the same key gives the
--- same quantity, so the same draw. Looking through the keys makes nothing.
---@param name string what messages call the table, such as "hw"
---@param contents table<string, any> | fun(): table<string, any> what the values are made from
---@param make fun(key: string, content: any): any
---@param find? fun(key: string): any the content of one key, where listing all keys takes long
---@return table view
return function(name, contents, make, find)
  local made = {}
  local function all() return type(contents) == "function" and contents() or contents end
  local function get(_, key)
    if made[key] ~= nil then return made[key] end
    local content
    if find then content = find(key) else content = all()[key] end
    if content == nil then
      errors.raise(("%s has no '%s'"):format(name, tostring(key)),
        strict.suggestion(tostring(key), strict.keys(all())))
    end
    made[key] = make(key, content)
    return made[key]
  end
  local view
  local function each()
    local step, state, key = pairs(all())
    return function()
      key = step(state, key)
      if key ~= nil then return key, view[key] end
    end
  end
  view = setmetatable({}, {
    __index = get,
    __newindex = function(_, key)
      errors.raise(("%s.%s cannot be set"):format(name, tostring(key)))
    end,
    __pairs = each,
    __metatable = strict.locked { -- what completion and the scripts' pairs see
      fields = function() return strict.keys(all()) end,
      __pairs = each,
    },
  })
  return view
end
