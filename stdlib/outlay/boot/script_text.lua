-- What the text of a script tells before it runs: the names that it may set, the options that it
-- asks for. Generous: what it does not find is not there, what it finds may be something else.

local script_text = {}

local function quoted_end(text, at)
  local quote, i = text:sub(at, at), at + 1
  while i <= #text do
    local letter = text:sub(i, i)
    if letter == "\\" then
      i = i + 1
    elseif letter == quote then
      return i
    end
    i = i + 1
  end
  return #text
end

-- The end of a [[long text]] or --[[comment]] whose brackets begin at `at`; nil if it is none.
local function long_end(text, at)
  local _, last, level = text:find("^%[(=*)%[", at)
  if not last then return nil end
  local _, closing = text:find("]" .. level .. "]", last + 1, true)
  return closing or #text, last + 1, #level + 2
end

-- One token: its kind ("name", "text", "sign", nil for what counts for nothing), its content, where
-- it ends.
local function token_at(text, at)
  local _, last = text:find("^%s+", at)
  if last then return nil, nil, last end
  if text:find("^%-%-", at) then
    return nil, nil, long_end(text, at + 2) or select(2, text:find("^[^\n]*", at))
  end
  local closing, first, width = long_end(text, at)
  if closing then return "text", text:sub(first, closing - width), closing end
  if text:find("^[\"']", at) then
    closing = quoted_end(text, at)
    return "text", text:sub(at + 1, closing - 1), closing
  end
  _, last = text:find("^[%a_][%w_]*", at)
  if last then return "name", text:sub(at, last), last end
  _, last = text:find("^%d[%w_%.]*", at)
  if last then return nil, nil, last end
  _, last = text:find("^[=~<>]=", at)
  if not last then _, last = text:find("^%.%.+", at) end
  return "sign", text:sub(at, last or at), last or at
end

-- Goes through the tokens of a text.
local function tokens(text)
  local at = text:find("^#") and text:find("\n") or 1
  return function()
    while at <= #text do
      local kind, content, last = token_at(text, at)
      at = last + 1
      if kind then return kind, content end
    end
  end
end

local steps = { ["{"] = 1, ["("] = 1, ["["] = 1, ["}"] = -1, [")"] = -1, ["]"] = -1 }

--- The names that `=` or `,` follows; nil where a script reaches its names by _ENV.
---@param text string
---@return table<string, boolean>? names
---@return table<string, boolean> likely those that look most like assigned ones
function script_text.names(text)
  local names, likely = {}, {}
  local depth, is_local = 0, false
  local name, sign_before, last_sign
  for kind, content in tokens(text) do
    if kind == "name" then
      if content == "_ENV" then return nil, likely end
      is_local = is_local or content == "local"
      name, sign_before, last_sign = content, last_sign, nil
    else
      local is_set = name and kind == "sign" and (content == "=" or content == ",")
      if is_set then
        names[name] = true
        if depth == 0 and not is_local and sign_before ~= "." then likely[name] = true end
      end
      if content ~= "," then is_local = false end
      depth = depth + (kind == "sign" and steps[content] or 0)
      name, last_sign = nil, content
    end
  end
  return names, likely
end

--- The options that a script asks for; nil where only running it can tell: it has libraries, or
--- names of options that are worked out.
---@param text string
---@return table<string, boolean>?
function script_text.options(text)
  local options = {}
  local state = "elsewhere" -- then "word" and "called" until the name, "named" right after it
  for kind, content in tokens(text) do
    if kind == "name" and content == "require" then return nil end
    if state == "named" then
      if content == ".." then return nil end
      state = "elsewhere"
    end
    if state == "elsewhere" then
      if kind == "name" and content == "option" then state = "word" end
    elseif kind == "text" and not content:find("\\", 1, true) then
      options[content], state = true, "named"
    elseif state == "word" and kind == "sign" and content == "(" then
      state = "called"
    else
      return nil
    end
  end
  return (state == "elsewhere" or state == "named") and options or nil
end

return script_text
