-- The prompt's history: $XDG_STATE_HOME/outlay/history, one entry a line.
--
-- An entry is appended when it is made, so that sessions side by side and a crash lose nothing.

local history = {}

local KEPT = 5000 -- entries

local function folder()
  local state = os.getenv("XDG_STATE_HOME")
  if not state or state:sub(1, 1) ~= "/" then
    local home = os.getenv("HOME")
    if not home or home == "" then return nil end
    state = home .. "/.local/state"
  end
  return state .. "/outlay"
end

local function read_entries(path)
  local file = io.open(path, "r")
  if not file then return {} end
  local entries = {}
  for entry in file:lines() do
    if entry ~= "" then entries[#entries + 1] = entry end
  end
  file:close()
  return entries
end

-- The newest entries alone, once there are twice as many as are kept.
local function trim(path, entries)
  if #entries < 2 * KEPT then return entries end
  local newest = {}
  for i = #entries - KEPT + 1, #entries do newest[#newest + 1] = entries[i] end
  local file = io.open(path, "w")
  if file then
    file:write(table.concat(newest, "\n"), "\n")
    file:close()
  end
  return newest
end

--- Opens the history and gives what is in it to the line editor. Without a place to write, the
--- history lasts as long as the session.
---@param program table
---@return table history with :add(entry)
function history.open(program)
  local place = folder()
  local self = { line = program.line, add = history.add }
  if not place or not program.terminal.make_private_folder(place) then return self end
  local path = place .. "/history"
  if not program.terminal.make_private_file(path) then return self end
  local entries = trim(path, read_entries(path))
  for _, entry in ipairs(entries) do program.line.remember(entry) end
  self.path, self.last = path, entries[#entries]
  return self
end

--- Adds an entry. Its lines become one where that leaves its meaning as it is.
---@param entry string
function history:add(entry)
  if not entry:find("--", 1, true) and not entry:find("[[", 1, true) then
    entry = entry:gsub("%s*\n%s*", " ")
  end
  for part in entry:gmatch("[^\n]+") do
    if part:find("%S") and part ~= self.last then
      self.line.remember(part)
      self.last = part
      local file = self.path and io.open(self.path, "a")
      if file then
        file:write(part, "\n")
        file:close()
      end
    end
  end
end

return history
