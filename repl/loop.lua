-- The prompt: reads, runs, prints, and goes on after any error.

local native = ...

local display = require "repl.display"
local help = require "repl.help"
local history = require "repl.history"
local output = require "repl.output"
local session = require "outlay.boot.session"

local loop = {}

local INTERRUPTED = 130 -- an exit code

local PROMPT, CONTINUED = "outlay> ", "   ...> "

-- A prompt in bold; \1 and \2 tell the line editor that what lies between has no width.
local function styled(prompt, style, editor)
  if not style.colour or editor == "none" then return prompt end
  return "\1\27[1m\2" .. prompt .. "\1\27[0m\2"
end

-- A statement or expression, of several lines if need be; nil and why if there is none.
local function read_entry(program, style)
  local editor = program.line.editor
  local lines = {}
  repeat
    local prompt = #lines == 0 and PROMPT or CONTINUED
    local line, reason = program.line.read(styled(prompt, style, editor))
    if not line then return nil, reason end
    lines[#lines + 1] = line
    local text = table.concat(lines, "\n")
  until not session.is_incomplete(text)
  return table.concat(lines, "\n")
end

-- What is printed of the values of an entry. Only the last one is remembered.
local function run_entry(text, width)
  local function keep(...)
    local count = select("#", ...)
    local shown = {}
    for i = 1, count do
      local value = select(i, ...)
      if value ~= nil then shown[#shown + 1] = display.text(value, width) end
    end
    if count == 1 and ... == nil then shown[1] = "nil" end
    if count > 0 then session.set("_", (select(count, ...))) end
    return table.concat(shown, "\n")
  end
  return keep(session.run_text(text, "=prompt"))
end

local function print_help(word, style)
  local width = style.width or 100
  if word == "" then return print(help.overview(width)) end
  local text, advice = help.word(word, width)
  if text then return print(text) end
  print(("nothing is written about '%s'"):format(word) .. (advice and "\n  " .. advice or ""))
end

local function print_problem(program, problem)
  program.progress.erase()
  io.stdout:flush()
  local is_interrupt = native.exit_code(problem) == INTERRUPTED
  -- The text of an error may need an evaluation, which Ctrl-C stops, too.
  local _, text = program.interrupt.protect(tostring, problem)
  -- The terminal has written ^C at the start of the line.
  io.stderr:write(is_interrupt and "\ninterrupted" or tostring(text), "\n")
end

local function run_and_print(text, program, style)
  local ok, answer = program.interrupt.protect(run_entry, text, style.width)
  program.progress.erase()
  if not ok then return print_problem(program, answer) end
  if answer ~= "" then print(answer) end
end

local leaving = { exit = true, quit = true, ["exit()"] = true, ["quit()"] = true }

-- The words that the line editor can complete with, for the word at the cursor.
local function completions(line, word)
  local found = {}
  for _, candidate in ipairs(session.complete(line)) do
    if candidate:sub(1, #word) == word then found[#found + 1] = candidate end
  end
  return found
end

local function greet(program)
  print(("Outlay %s, %s. Type help for the words, Ctrl-D to leave."):format(program.version,
    program.lua))
end

--- Runs the prompt until the user leaves.
---@param request table settings of the command line
---@param program table
---@return integer exit_code
function loop.run(request, program)
  program.interrupt.go_on()
  if jit then jit.off() end -- luacheck: ignore -- compiled loops do not see Ctrl-C
  session.start(request)
  local past = history.open(program)
  program.line.complete_with(completions)
  local out = output.open({}, program)
  session.on_item = function(item) out:item(item) end
  greet(program)
  while true do
    local style = output.style(program.terminal)
    local text, reason = read_entry(program, style)
    if reason == "end" then break end
    if text and text:find("%S") then
      past:add(text)
      if leaving[text:match("^%s*(.-)%s*$")] then return 0 end
      out:begin(style)
      local word = help.asked(text)
      if word then print_help(word, style) else run_and_print(text, program, style) end
    end
  end
  print()
  return 0
end

return loop
