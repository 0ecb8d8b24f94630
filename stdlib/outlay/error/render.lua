-- The text of an error: where, what, the source line with carets, and what to write instead.

local advice = require "outlay.error.advice"
local graph = require "core.graph"
local span = require "outlay.error.span"
local text_width = require "outlay.report.text_width"
local unit = require "core.unit"

local render = {}

-- What the host says of a nil operand.
local MISSING = "a quantity or a number is missing here"

-- Longer lines of source are shown in part.
local LONGEST_LINE = 120

-- Text of a script or a file, without what would move the cursor; lines stay.
local function clean(text)
  local lines = {}
  for line in (text .. "\n"):gmatch("(.-)\n") do lines[#lines + 1] = text_width.printable(line) end
  return table.concat(lines, "\n")
end

-- ---- the source ----

local function source_of(file, sources)
  if not file then return nil end
  if sources[file] then return sources[file] end
  -- Lua shortens long paths in its own messages to "...tail".
  local tail = file:match("^%.%.%.(.+)$")
  if not tail then return nil end
  for path, text in pairs(sources) do
    if path:sub(-#tail) == tail then return text end
  end
end

local function line_of(file, number, sources)
  local text = source_of(file, sources)
  if not text or not number then return nil end
  local current = 0
  for line in (text .. "\n"):gmatch("(.-)\r?\n") do
    current = current + 1
    if current == number then return (line:gsub("\t", " ")) end
  end
end

-- A line without its indentation, and how many characters that was.
local function dedent(line)
  local indent = #line:match("^%s*")
  return line:sub(indent + 1), indent
end

-- ---- carets ----

local function marks(spans)
  local text = ""
  for _, pair in ipairs(spans) do
    text = text .. (" "):rep(pair[1] - 1 - #text) .. ("^"):rep(math.max(1, pair[2] - pair[1] + 1))
  end
  return text
end

-- "USD/month   (Money * Time^-1)"
local function kind_text(node)
  local kind = graph.describe(node)
  local chosen = kind.unit ~= 0 and kind.unit or unit.choose(1, kind.dimension, kind.money, 0)
  local text = unit.describe(chosen)
  if text == "" or text == "1" then text = "no unit" end
  return ("%s   (%s)"):format(text, unit.dimension(kind.dimension))
end

local function operand_lines(problem, line)
  local left, right = span.operands(line, problem.left, problem.right)
  if left and right and left[2] < right[1] then
    local column = (" "):rep(left[1] - 1)
    return { marks { left, right } .. " " .. kind_text(problem.right), column .. "|",
      column .. kind_text(problem.left) }
  end
  local lines = {}
  if left then lines[#lines + 1] = marks { left } .. " " .. kind_text(problem.left) end
  if right then lines[#lines + 1] = marks { right } .. " " .. kind_text(problem.right) end
  if not left then lines[#lines + 1] = "left:  " .. kind_text(problem.left) end
  if not right then lines[#lines + 1] = "right: " .. kind_text(problem.right) end
  return lines
end

-- Under the bad bytes of a text that was parsed.
local function parsed_lines(problem, line)
  local first = problem.text ~= "" and line:find(problem.text, 1, true) or nil
  if first then
    return { marks { { first + problem.first - 1, first + problem.last - 1 } } }
  end
  return { problem.text, marks { { problem.first, problem.last } } }
end

-- Where a word stands that the message complains about, by the text before and behind it: a field
-- behind its point, a unit between quotes, a name that is read alone and not set.
local function fitting_place(message)
  if message:find(" has no '", 1, true) then
    return function(before) return before:find("[%.:]%s*$") or before:find("[\"'{,]%s*$") end
  end
  if message:find(" is a unit of ", 1, true) or message:find("^unknown unit") then
    return function(before) return before:find("[\"'][^\"']*$") end
  end
  if message:find("^nothing is called ") then
    return function(before, after)
      return not before:find("[%.:\"']$") and not after:find("^%s*=[^=]")
    end
  end
  return function() return true end
end

-- Under the word that the message puts between quotes.
local function quoted_lines(problem, line)
  local fits = fitting_place(problem.message)
  local where = problem.message:match(" near ('.+')$") or problem.message
  for word in where:gmatch("'([^']+)'") do
    local first, last = span.fitting(line, word, 1, fits)
    if first then return { marks { { first, last } } } end
  end
  return {}
end

local function caret_lines(problem, line)
  if problem.left and problem.right and problem.kind ~= "domain" then
    return operand_lines(problem, line)
  end
  if problem.text then return parsed_lines(problem, line) end
  if problem.message == MISSING then
    local found = span.nameable(line)
    local first, last = span.word(line, found[1] or "")
    return #found == 1 and first and { marks { { first, last } } } or {}
  end
  if problem.left then
    local only = span.operand(line, problem.left, problem.message:match("^(%l+) needs ")
      or problem.message:match("^(%l+) of "))
    if only then return { marks { only } .. " " .. kind_text(problem.left) } end
  end
  return quoted_lines(problem, line)
end

-- ---- where ----

local function is_ours(place) return place:find("^stdlib/outlay/") ~= nil end

-- The program that runs scripts has no part in their mistakes.
local function is_program(place) return place:find("^repl/") ~= nil end

-- The first place outside the standard library; what lies inside and outside of it.
local function places(problem)
  local inside, outside, main = {}, {}, nil
  for _, place in ipairs(problem.frames or {}) do
    if main and not is_program(place) then
      outside[#outside + 1] = place
    elseif is_ours(place) then
      inside[#inside + 1] = place
    elseif not is_program(place) then
      main = place
    end
  end
  if not main and problem.file and problem.line then
    main = ("%s:%d"):format(problem.file, problem.line)
  end
  return main, inside, outside
end

local function made_at(node)
  local kind = graph.describe(node)
  return kind.file and kind.line > 0 and ("%s:%d"):format(kind.file, kind.line) or nil
end

local function node_place(problem)
  return problem.kind == "domain" and problem.node and made_at(problem.node) or nil
end

-- What two lines write alike is one node, which knows the first of them. So the line that uses it
-- on the way to what was asked for is named, too.
local function user_lines(problem, place, sources)
  local user = problem.user and made_at(problem.user)
  if not user or user == place or is_ours(user) then return {} end
  local file, number = user:match("^(.*):(%d+)$")
  local line = line_of(file, tonumber(number), sources)
  return { "used at " .. user .. (line and ": " .. line:match("^%s*(.-)%s*$") or "") }
end

-- ---- the inputs of a bad sample ----

local MOST_SAMPLES = 2000000
local MOST_INPUTS = 6

local function sample_lines(problem)
  if problem.kind ~= "domain" or not problem.node or not problem.sample
    or problem.sample >= MOST_SAMPLES then
    return {}
  end
  local inputs = graph.inputs(problem.node)
  if #inputs == 0 then return {} end
  local settings = require("outlay.language.settings").current()
  settings.samples = problem.sample + 1
  local ok, result = pcall(require("core.run").evaluate, inputs, settings)
  if not ok then return {} end
  local lines = { "in that sample:" }
  for i = 1, math.min(#inputs, MOST_INPUTS) do
    local column = result:samples(i, 1)
    local kind = graph.describe(inputs[i])
    if column then
      local amount = column[#column]
      local chosen = unit.choose(amount, kind.dimension, kind.money, kind.unit)
      local text = unit.describe(chosen)
      local number = unit.format(amount, math.abs(amount) / 1000, chosen)
      lines[#lines + 1] = ("  %s = %s"):format(
        require("outlay.report.explain").phrase(inputs[i]),
        (text == "1" or text == "") and number or number .. " " .. text)
    end
  end
  return lines
end

-- ---- the whole text ----

local function append_indented(lines, more)
  for _, line in ipairs(more) do
    for part in (line .. "\n"):gmatch("(.-)\n") do lines[#lines + 1] = "  " .. clean(part) end
  end
end

-- The message; where something is nil, with what that can only be in the line. The second result
-- is whether it needs no advice.
local function message_of(problem, line)
  local message = tostring(problem.message or "unknown error")
  -- pick() has no operation of its own to fail: the name of its last branch says what is wrong.
  local picked = problem.kind == "domain" and message:match("'(pick: [^']+)'")
  if picked then return picked, true end
  if message ~= MISSING or not line then return message end
  local candidates = span.nameable(line)
  if #candidates == 1 then return ("'%s' is nil: %s"):format(candidates[1], message) end
  if #candidates == 0 then return message end
  return ("%s: one of '%s' is nil"):format(message, table.concat(candidates, "', '"))
end

-- A line of source in the columns of a screen, around the first mark; and the marks below it.
local function cut_around(line, below)
  local column = #line
  for _, text in ipairs(below) do
    local at = text:find("^", 1, true)
    if at then column = math.min(column, at) end
  end
  if #line <= LONGEST_LINE then return line, below end
  local first = math.max(1, math.min(column - 40, #line - LONGEST_LINE + 1))
  while first > 1 and line:byte(first) >= 0x80 and line:byte(first) < 0xC0 do first = first - 1 end
  local last = first + LONGEST_LINE - 1
  while line:byte(last + 1) and line:byte(last + 1) >= 0x80 and line:byte(last + 1) < 0xC0 do
    last = last + 1
  end
  local before, after = first > 1 and "..." or "", last < #line and "..." or ""
  local moved = {}
  for i, text in ipairs(below) do
    local blanks, rest = text:match("^( *)(.*)$")
    local at = #blanks - (first - 1) + #before
    local room = LONGEST_LINE + 6 - at
    rest = rest:gsub("^%^+", function(carets) return carets:sub(1, math.max(1, room)) end)
    moved[i] = #blanks >= first - 1 and (" "):rep(at) .. rest or rest
  end
  return before .. line:sub(first, last) .. after, moved
end

-- Marks that count the bytes of a line, in the columns of a screen.
local function in_columns(line, mark)
  if not line:find("[\128-\255]") then return mark end
  local marked, rest = mark:match("^([ %^|]*[%^|])(.*)$")
  if not marked then marked, rest = mark:match("^( *)(.*)$") end
  local parts, at = {}, 1
  for character in text_width.characters(line) do
    parts[#parts + 1] = marked:sub(at, at):rep(text_width.of(character))
    at = at + #character
  end
  return table.concat(parts) .. marked:sub(at) .. rest
end

-- The same for all lines below one; a text of its own has its marks below itself.
local function all_in_columns(line, below, own_text)
  local moved = {}
  for i, mark in ipairs(below) do
    moved[i] = mark == own_text and mark or in_columns(line, mark)
    if mark == own_text then line = mark end
  end
  return moved
end

-- What the core advises, and what the language does.
local function advice_lines(problem, line, previous)
  local lines, more, instead = {}, nil, nil
  if type(problem.message) == "string" then more, instead = advice.of(problem, line, previous) end
  if problem.advice and problem.advice ~= "" and not instead then lines[1] = problem.advice end
  lines[#lines + 1] = more
  return lines
end

--- The text of an error object, of several lines without a final newline.
---@param problem table see lua/raise.h
---@param sources table<string, string> path -> text
---@return string
function render.text(problem, sources)
  local main, inside, outside = places(problem)
  main = node_place(problem) or main
  local file, number = (main or ""):match("^(.*):(%d+)$")
  number = tonumber(number)
  local line = line_of(file, number, sources)
  local shown = line and line:find("%S") and dedent(line)
  local message, says_all = message_of(problem, shown)
  local lines = {}
  for part in clean(main and main .. ": " .. message or message):gmatch("[^\n]+") do
    lines[#lines + 1] = part
  end
  if shown then
    local text, marks_below = cut_around(shown, caret_lines(problem, shown))
    append_indented(lines, { text })
    append_indented(lines, all_in_columns(text, marks_below, problem.text))
  elseif main and problem.left and problem.right and problem.kind ~= "domain" then
    append_indented(lines, operand_lines(problem, ""))
  end
  append_indented(lines, user_lines(problem, main, sources))
  append_indented(lines, sample_lines(problem))
  if not says_all then
    local previous = number and line_of(file, number - 1, sources)
    append_indented(lines, advice_lines(problem, line, previous))
  end
  for i = 1, math.min(3, #inside) do append_indented(lines, { "in " .. inside[i] }) end
  for i = 1, math.min(5, #outside) do append_indented(lines, { "called from " .. outside[i] }) end
  return table.concat(lines, "\n")
end

return render
