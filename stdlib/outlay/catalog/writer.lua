--- Records as the text of a Lua catalog file, as a person would write it: sorted names, lists in
--- order, one line for what fits on one.
local M = {}

local WIDTH = 100

local function key_text(key)
  if key:find("^[%a_][%w_]*$") and not M.reserved[key] then return key end
  return ("[%q]"):format(key)
end

M.reserved = {}
for word in ([[and break do else elseif end false for function goto if in local nil not
  or repeat return
  then true until while]]):gmatch("%a+") do M.reserved[word] = true end

-- A text in quotes that every Lua reads alike, on one line.
local function quoted(text)
  text = text:gsub('[%c"\\]', function(letter)
    if letter == "\n" then return "\\n" end
    if letter == '"' or letter == "\\" then return "\\" .. letter end
    return ("\\%03d"):format(letter:byte())
  end)
  return '"' .. text .. '"'
end

local function number_text(number)
  for digits = 6, 17 do
    local text = ("%%.%dg"):format(digits):format(number)
    if tonumber(text) == number then return text end
  end
  return ("%.17g"):format(number)
end

local ranks = { name = 1, date = 2, low = 3, value = 4, high = 5, unit = 6, scope = 7, provider = 8,
  region = 9, option = 10, term = 11 }

local function sorted_keys(content)
  local keys = {}
  for key in pairs(content) do
    if type(key) == "string" then keys[#keys + 1] = key end
  end
  table.sort(keys, function(a, b)
    local rank_a, rank_b = ranks[a] or 50, ranks[b] or 50
    if rank_a ~= rank_b then return rank_a < rank_b end
    return a < b
  end)
  return keys
end

local text_of

local function fields_of(content, indent)
  local fields = {}
  for _, key in ipairs(sorted_keys(content)) do
    fields[#fields + 1] = key_text(key) .. " = " .. text_of(content[key], indent .. "  ")
  end
  for _, element in ipairs(content) do fields[#fields + 1] = text_of(element, indent .. "  ") end
  return fields
end

function text_of(content, indent)
  if type(content) == "number" then return number_text(content) end
  if type(content) == "string" then return quoted(content) end
  if type(content) ~= "table" then return tostring(content) end
  local fields = fields_of(content, indent)
  if #fields == 0 then return "{}" end
  local line = "{ " .. table.concat(fields, ", ") .. " }"
  if #line + #indent < WIDTH - 20 and not line:find("\n") then return line end
  local separator = ",\n" .. indent .. "  "
  return "{\n" .. indent .. "  " .. table.concat(fields, separator) .. ",\n" .. indent .. "}"
end

--- The text of a file that returns a table.
---@param content table
---@param comment string the first line, without dashes
---@return string
function M.text(content, comment)
  return ("-- %s\nreturn %s\n"):format(comment, text_of(content, ""))
end

return M
