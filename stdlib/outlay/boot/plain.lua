-- Values as texts, the same on every Lua and every machine: no addresses.

local native = ...

local unpack = unpack or table.unpack -- luacheck: ignore

local plain = {}

--- tostring without addresses.
function plain.tostring(...)
  if select("#", ...) == 0 then native.raise("tostring needs a value") end
  local value = ...
  local kind = type(value)
  if kind == "table" or kind == "userdata" then
    local meta = debug.getmetatable(value)
    if type(meta) ~= "table" or not meta.__tostring then return kind end
    local text = tostring(value)
    if type(text) ~= "string" then native.raise("__tostring must return a text") end
    return text
  end
  if kind == "function" or kind == "thread" then return kind end
  if value ~= value then return "nan" end -- whose sign depends on the machine
  -- "5" for 5.0 too, so that every Lua prints the same.
  if kind == "number" and value == math.floor(value) and math.abs(value) < 1e15 then
    return ("%.0f"):format(value)
  end
  return tostring(value)
end

--- string.format without addresses.
function plain.format(format, ...)
  if type(format) == "string" and format:gsub("%%%%", ""):find("%%[^%a]*p") then
    native.raise("string.format has no %p here")
  end
  local values = { ... }
  for i = 1, select("#", ...) do
    local kind = type(values[i])
    if kind == "table" or kind == "userdata" or kind == "function" or kind == "thread" then
      values[i] = plain.tostring(values[i])
    end
  end
  return string.format(format, unpack(values, 1, select("#", ...)))
end

return plain
