-- The program: from the command line to an exit code.

local native = ...

local arguments = require "repl.arguments"
local fail = require("outlay.boot.problem").usage

local USAGE, INTERRUPTED = 2, 130

local function report(problem, program)
  local code = native.exit_code(problem)
  io.stdout:flush()
  if code == INTERRUPTED then
    -- A terminal has written ^C at the start of the line.
    local newline = program.terminal.is_terminal("stderr") and "\n" or ""
    io.stderr:write(newline, "outlay: interrupted\n")
  else
    -- The text of an error may need an evaluation, which Ctrl-C stops, too.
    local _, text = program.interrupt.protect(tostring, problem)
    io.stderr:write(code == USAGE and "outlay: " or "", tostring(text), "\n")
  end
  return code
end

local commands = {
  help = function(request, program)
    io.write(require("repl.usage").help(request.about, program.version))
    return 0
  end,
  version = function(_, program)
    print(("Outlay %s (%s)"):format(program.version, program.lua))
    return 0
  end,
  manual = function(_, program)
    io.write(require("repl.manual").text(program.version))
    return 0
  end,
  completion = function(request)
    io.write(require("repl.completion").text(request.completion))
    return 0
  end,
  run = function(request, program) return require("repl.script").run(request, program) end,
  audit = function(request, program) return require("repl.script").audit(request, program) end,
  explain = function(request, program) return require("repl.script").explain(request, program) end,
  code = function(request, program) return require("repl.script").code(request, program) end,
  check = function(request, program) return require("repl.check").run(request, program) end,
  rerun = function(request, program) return require("repl.rerun").run(request, program) end,
  catalog = function(request, program) return require("repl.catalog").run(request, program) end,
  ["lint-catalog"] = function(request, program)
    return require("repl.catalog").lint(request, program)
  end,
  import = function(request, program) return require("repl.import").run(request, program) end,
  prompt = function(request, program) return require("repl.loop").run(request, program) end,
}

-- A command line without a command: the prompt for a person, a script from a pipe.
local function choose_command(request, program)
  if request.command then return end
  if program.terminal.is_terminal("stdin") then
    request.command = "prompt"
  else
    request.command, request.file = "run", "-"
  end
end

-- `outlay rnu`: neither a command nor a file.
local function check_file(request, program)
  local path = request.file
  if not request.implied or not path or path == "-" or program.terminal.kind(path) then return end
  arguments.check_command(path)
end

-- What the start of the program itself takes, many times over.
local LEAST_MEMORY = 32e6

local function limit_memory()
  local text = os.getenv("OUTLAY_MEMORY") or ""
  if text == "" then return end
  local bytes = arguments.count(text)
  if not bytes or bytes < LEAST_MEMORY then
    fail(("OUTLAY_MEMORY takes a number of bytes from 32M on, not '%s'"):format(text),
      "such as 500M or 4G")
  end
  native.limit_memory(bytes)
end

--- Runs the program.
---@param given string[] the words of the command line
---@param program table what repl/main.c gives: interrupt, line, progress, terminal, version, lua
---@return integer exit_code
return function(given, program)
  local ok, answer = pcall(function()
    limit_memory()
    local request = arguments.parse(given)
    choose_command(request, program)
    check_file(request, program)
    return commands[request.command](request, program)
  end)
  if ok then return answer end
  return report(answer, program)
end
