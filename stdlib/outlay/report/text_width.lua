-- Text for terminals: how many columns it takes, and making it fit.

local text_width = {}

--- A blank at which no line breaks, in the tables of outlay.report.layout.
text_width.NO_BREAK = "\194\160"

-- Ranges of characters that take no column (combining marks, joiners, variation selectors), and
-- of those that take two (East Asian Wide and Fullwidth, emoji): Unicode 15, UAX #11.
local none = {
  { 0x0300, 0x036F }, { 0x0483, 0x0489 }, { 0x0591, 0x05BD }, { 0x064B, 0x065F },
  { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x2064 }, { 0x20D0, 0x20FF },
  { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F }, { 0xFEFF, 0xFEFF }, { 0xE0100, 0xE01EF },
}
local two = {
  { 0x1100, 0x115F }, { 0x231A, 0x231B }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF },
  { 0xA960, 0xA97C }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F },
  { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF },
  { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD },
}

local function is_in(ranges, code)
  for _, range in ipairs(ranges) do
    if code < range[1] then return false end
    if code <= range[2] then return true end
  end
  return false
end

-- One character of UTF-8; a stray byte counts as one, too.
local CHARACTER = "[%z\1-\127\194-\244][\128-\191]*"

local function code_of(character)
  local code = character:byte(1)
  if code < 0x80 then return code end
  code = code < 0xE0 and code - 0xC0 or code < 0xF0 and code - 0xE0 or code - 0xF0
  for i = 2, #character do code = code * 64 + character:byte(i) - 0x80 end
  return code
end

local function width_of(character)
  if #character == 1 then return 1 end
  local code = code_of(character)
  if is_in(none, code) then return 0 end
  return is_in(two, code) and 2 or 1
end

--- Columns that a text takes on a terminal.
---@param text string
---@return integer
function text_width.of(text)
  if not text:find("[\128-\255]") then return #text end
  local width = 0
  for character in text:gmatch(CHARACTER) do width = width + width_of(character) end
  return width
end

--- The characters of a text, one after the other.
---@param text string
function text_width.characters(text) return text:gmatch(CHARACTER) end

local sequences = { "^[%z\1-\127]+", "^[\194-\223][\128-\191]",
  "^[\224-\239][\128-\191][\128-\191]", "^[\240-\244][\128-\191][\128-\191][\128-\191]" }

local function sequence_at(text, i)
  for _, pattern in ipairs(sequences) do
    local found = text:match(pattern, i)
    if found then return found end
  end
  return nil
end

--- A text with the replacement character in place of bytes that are not UTF-8.
---@param text string
function text_width.utf8(text)
  if not text:find("[\128-\255]") then return text end
  local parts, i = {}, 1
  while i <= #text do
    local found = sequence_at(text, i)
    parts[#parts + 1] = found or "\239\191\189"
    i = i + (found and #found or 1)
  end
  return table.concat(parts)
end

--- A line without what would move the cursor or colour the screen.
---@param line string
function text_width.printable(line)
  return (line:gsub("[%c\127]", " "):gsub("\194[\128-\159]", " "))
end

--- A text of several lines, with its tabs, without the same.
---@param text string
function text_width.safe(text)
  return (text:gsub("\r\n", "\n"):gsub("[%z\1-\8\11-\31\127]", " "):gsub("\194[\128-\159]", " "))
end

--- A text as one such line.
---@param text string
function text_width.clean(text)
  return text_width.printable((text:gsub("%s*[\r\n]+%s*", " ")))
end

--- A text in at most `width` columns, with an ellipsis where something was left out.
---@param text string
---@param width integer
function text_width.shorten(text, width)
  if text_width.of(text) <= width then return text end
  local kept, used = {}, 0
  for character in text:gmatch(CHARACTER) do
    used = used + width_of(character)
    if used > width - 1 then break end
    kept[#kept + 1] = character
  end
  return (table.concat(kept):gsub("%s+$", "")) .. "…"
end

--- A text with blanks after it (or before it) up to `width` columns.
---@param text string
---@param width integer
---@param side? "left" | "right" where the text stands
function text_width.pad(text, width, side)
  local blanks = (" "):rep(width - text_width.of(text))
  return side == "right" and blanks .. text or text .. blanks
end

-- A line as lines of at most `width` columns, broken at blanks; those after the first stand
-- `further` columns in, or behind the number of a footnote.
local function wrap_line(line, width, further)
  local indent = line:match("^%s*")
  local hang = indent .. (" "):rep(#(line:match("^%s*(%[%d+%] )") or (" "):rep(further)))
  local lines, current, used = {}, indent, #indent
  local is_empty = true
  for blanks, word in line:sub(#indent + 1):gmatch("(%s*)(%S+)") do
    local size = text_width.of(word)
    if not is_empty and used + #blanks + size > width then
      lines[#lines + 1] = current
      current, used, is_empty = hang, #hang, true
    end
    if not is_empty then current, used = current .. blanks, used + #blanks end
    current, used, is_empty = current .. word, used + size, false
  end
  lines[#lines + 1] = current
  return table.concat(lines, "\n")
end

--- A text with its long lines broken at blanks.
---@param text string
---@param width integer
---@param further? integer columns that a line's second part stands further in; 4
function text_width.wrap(text, width, further)
  local lines = {}
  for line in (text .. "\n"):gmatch("([^\n]*)\n") do
    lines[#lines + 1] = text_width.of(line) > width and wrap_line(line, width, further or 4) or line
  end
  return table.concat(lines, "\n")
end

return text_width
