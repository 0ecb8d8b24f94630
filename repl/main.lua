-- The program: from the command line to an exit code.

local arguments = require "repl.arguments"
local usage = require "repl.usage"

local USAGE, SCRIPT, MODEL, INTERRUPTED = 2, 3, 4, 130

-- Kinds of errors that are the script's mistake, not the model's.
local script_kinds = { script = true, argument = true, memory = true }

local function exit_code(problem)
  if type(problem) ~= "table" then return SCRIPT end
  local given = problem.exit_code
  -- A script may have set it: what failed never ends with 0.
  if type(given) == "number" and given >= 1 and given <= 255 then return math.floor(given) end
  if problem.usage then return USAGE end
  if problem.kind == "cancelled" then return INTERRUPTED end
  return script_kinds[problem.kind] and SCRIPT or MODEL
end

-- The text of an error may need an evaluation, which Ctrl-C stops, too.
local function error_text(problem, program)
  if type(problem) == "table" and problem.usage then return problem.usage end
  local _, text = program.interrupt.protect(tostring, problem)
  return tostring(text)
end

local function report(problem, program)
  local code = exit_code(problem)
  io.stdout:flush()
  if code == INTERRUPTED then
    -- A terminal has written ^C at the start of the line.
    local newline = program.terminal.is_terminal("stderr") and "\n" or ""
    io.stderr:write(newline, "outlay: interrupted\n")
  else
    io.stderr:write(code == USAGE and "outlay: " or "", error_text(problem, program), "\n")
  end
  return code
end

local commands = {
  help = function(request, program)
    io.write(usage.help(request.about, program.version))
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
  explain = function(request, program) return require("repl.script").explain(request, program) end,
  code = function(request, program) return require("repl.script").code(request, program) end,
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

--- Runs the program.
---@param given string[] the words of the command line
---@param program table what repl/main.c gives: interrupt, line, progress, terminal, version, lua
---@return integer exit_code
return function(given, program)
  local ok, answer = pcall(function()
    local request = arguments.parse(given)
    choose_command(request, program)
    check_file(request, program)
    return commands[request.command](request, program)
  end)
  if ok then return answer end
  return report(answer, program)
end
