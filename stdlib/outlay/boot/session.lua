-- A session as the program drives it: running files and texts, completion, explanations.

local native = ...

local base = require "outlay.boot.base"
local environment = require "outlay.boot.environment"
local loader = require "outlay.boot.loader"
local new_overrides = require "outlay.boot.overrides"
local problem = require "outlay.boot.problem"

local session = { report = {}, format = "table" }

local claims = loader.reserved "outlay.claim.ledger"
local check = loader.reserved "outlay.report.check"
local output = require "outlay.report.output"
local script_options = loader.reserved "outlay.language.options"
local set_sink = loader.reserved("outlay.report.output").start
local settings = loader.reserved "outlay.language.settings"
local strict = require "outlay.language.strict"

local interactive, interactive_overrides = nil, nil -- what -e and the prompt share
local current = {} -- names and values of the script that ran last

-- ---- running ----

-- All of them, those after a nil too.
local function pack(...) return { n = select("#", ...), ... } end

-- Calls f; what is waiting in the report is shown even when f fails. Lua calls no handler when it
-- is out of memory.
local function run_reporting(f, ...)
  local results = pack(xpcall(f, problem.of, ...))
  local ok, answer = xpcall(output.flush, problem.of)
  if not results[1] then error(problem.of(results[2]), 0) end
  if not ok then error(problem.of(answer), 0) end
  return unpack(results, 2, results.n)
end

-- ---- scripts ----

local function folder_of(path) return path:match("^(.*)/[^/]*$") or "." end

local function read(path)
  if path == "-" then return io.read("*a") end
  local file, message = io.open(path, "rb")
  local text = file and file:read("*a") -- nil for a folder
  if file then file:close() end
  if not text then
    local reason = message and message:gsub("^.-: ", "") or "it is a folder"
    problem.usage(("cannot read %s: %s"):format(path, reason))
  end
  return text
end

local function check_names(overrides, names, likely)
  local missing = overrides:first_without(names)
  if not missing then return end
  problem.usage(("--set %s: the script sets no '%s'"):format(missing, missing),
    strict.suggestion(missing, base.sorted_keys(likely)))
end

local function raise_unknown_option(name, option, known, program_options)
  local words = {}
  for _, word in ipairs(known) do words[#words + 1] = "--" .. word end
  for _, word in ipairs(program_options or {}) do words[#words + 1] = "--" .. word end
  local word = "--" .. option
  problem.usage(("%s has no option %s"):format(name, word), strict.suggestion(word, words))
end

-- Loaded for a command line that names something: most name nothing.
local function script_text() return require "outlay.boot.script_text" end

-- Before a script runs, so that nobody reads a report that is not the one that was asked for: are
-- the names of the command line in its text?
local function check_text(text, path, overrides, options)
  if next(overrides.texts) then
    local names, likely = script_text().names(text)
    if names then check_names(overrides, names, likely) end
  end
  local given = base.sorted_keys(options.options or {})
  local known = given[1] and script_text().options(text)
  if not known then return end
  for _, name in ipairs(given) do
    if not known[name] then
      raise_unknown_option(path, name, base.sorted_keys(known), options.program_options)
    end
  end
end

-- Afterwards: did the script use them?
local function check_all_used(overrides, own, path, options)
  check_names(overrides, overrides.used, own)
  overrides:check_facts()
  local unused, known = script_options.unused()
  if unused[1] then raise_unknown_option(path, unused[1], known, options.program_options) end
end

local function start(options)
  settings.start {
    samples = options.samples, seed = options.seed, threads = options.threads,
    sampling = options.sampling, exact = options.exact,
    stop = options.relative_error and { relative_error = options.relative_error } or nil,
  }
  script_options.start(options.options)
  check.start()
  claims.start()
  session.report = {}
  set_sink(function(item)
    session.report[#session.report + 1] = item
    if session.on_item then session.on_item(item) end
  end)
  for _, value in pairs(options.options or {}) do
    if type(value) == "string" then native.grant(value) end
  end
end

--- Runs a script. Its report goes to session.on_item(item) as it comes, and is kept in
--- session.report.
---@param path string "-" for standard input
---@param options table { overrides =, options =, samples =, seed =, threads =, sampling =,
---  relative_error =, exact =, program_options = }
---  program_options: the program's own, which a script's misspelt option may have meant
function session.run_file(path, options)
  local text = read(path)
  local folder = folder_of(path)
  loader.script_folder = folder
  native.grant(folder)
  start(options)
  local overrides = new_overrides(options.overrides or {})
  local view, own = environment.script(overrides)
  current = own
  local name = path == "-" and "=stdin" or "@" .. path
  run_reporting(function()
    local chunk, message = loader.compile(text, name, view)
    if not chunk then error(message, 0) end
    check_text(text, path, overrides, options)
    chunk()
    claims.finish()
  end)
  check_all_used(overrides, own, path, options)
  session.failed_checks = check.counts()
end

-- ---- the prompt ----

--- Begins an interactive session with settings of the command line.
---@param options table { samples =, seed =, threads =, sampling =, relative_error =, exact = }
function session.start(options)
  loader.script_folder = "."
  native.grant(".")
  start(options)
  interactive_overrides = new_overrides(options.overrides or {})
  interactive, current = environment.script(interactive_overrides)
end

--- Checks that texts which are to run one after the other set the names of the command line.
---@param texts string[]
function session.check_names(texts)
  if not next(interactive_overrides.texts) then return end
  local names, likely = script_text().names(table.concat(texts, "\n"))
  if names then check_names(interactive_overrides, names, likely) end
end

local function identity(...) return ... end

-- An expression or statements. The expression is an argument of a call, because Lua forgets the
-- line of a call that stands alone behind `return`.
local function compile_interactive(text, name)
  -- A bracket on a line of its own counts as the line of an error: only behind a comment.
  local ending = text:find("--", 1, true) and "\n)" or ")"
  local expression = loader.compile("local keep = ... return keep(" .. text .. ending, name,
    interactive)
  if expression then
    loader.sources[name:sub(2)] = text
    return function() return expression(identity) end
  end
  return loader.compile(text, name, interactive)
end

--- Evaluates an expression or statements and returns the values.
---@param text string
---@param chunkname string? "=command line" unless given
function session.run_text(text, chunkname)
  if not interactive then session.start {} end
  local values = pack(run_reporting(function()
    local chunk, message = compile_interactive(text, chunkname or "=command line")
    if not chunk then error(message, 0) end
    return chunk()
  end))
  session.failed_checks = check.counts()
  return unpack(values, 1, values.n)
end

--- Whether a text needs more lines before it can run.
---@param text string
function session.is_incomplete(text)
  if load("return " .. text, "=incomplete", "t", {}) then return false end
  local chunk, message = load(text, "=incomplete", "t", {})
  if chunk then return false end
  return message:find("<eof>", 1, true) ~= nil or message:find("'<eof>'", 1, true) ~= nil
end

--- A copy of the names and values of the script that ran last.
function session.values()
  local copy = {}
  for name, value in pairs(current) do copy[name] = value end
  return copy
end

--- Sets a name of the interactive session without naming the value.
function session.set(name, value) current[name] = value end

-- ---- looking things up ----

--- The explanation of a name of the script that ran last.
---@param name string
---@return string
function session.explain(name)
  local value = current[name]
  if value == nil then
    problem.usage(("the script sets no '%s'"):format(name),
      strict.suggestion(name, base.sorted_keys(current)))
  end
  if not native.core.graph.is_node(value) then
    return ("%s = %s"):format(name, base.tostring(value))
  end
  return (run_reporting(require("outlay.report.explain").text, value))
end

--- An audit of a quantity of the script that ran last, in place of the script's report.
---@param name string? the quantity; of those shown, the one with the most inputs, if not given
---@param given table as the word audit takes it
function session.audit(name, given)
  local value = name and current[name]
  if name and value == nil then
    problem.usage(("the script sets no '%s'"):format(name),
      strict.suggestion(name, base.sorted_keys(current)))
  end
  value = value or require("outlay.report.show").widest()
  if value == nil then
    problem.usage("the script shows no uncertain quantity", "name one: outlay audit FILE NAME")
  end
  session.report = {}
  run_reporting(require("outlay.decision.audit").audit, value, given)
end

--- Completions of the last word of a line: names, fields after a dot, methods after a colon,
--- units inside q"..." and after u.
---@param line string
---@return string[] the whole last words
function session.complete(line)
  local words = interactive or loader.library_environment
  return require "outlay.boot.completion"(line, current, words)
end

return session
