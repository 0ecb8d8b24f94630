--- A table whose values are made when they are first asked for; unknown names are errors.
local strict = require "outlay.language.strict"

--- A read-only view of `contents` through `make`. What was made once stays: the same key gives the
--- same quantity, so the same draw.
---@param name string what messages call the table, such as "hw"
---@param contents table<string, any> what the values are made from
---@param make fun(key: string, content: any): any
---@return table view
return function(name, contents, make)
  local made = {}
  local source = setmetatable({}, {
    __index = function(_, key)
      if contents[key] == nil then return nil end
      if made[key] == nil then made[key] = make(key, contents[key]) end
      return made[key]
    end,
    __pairs = function(view)
      local step, state, key = pairs(contents)
      return function()
        key = step(state, key)
        if key ~= nil then return key, view[key] end
      end
    end,
  })
  return strict.wrap(source, name)
end
