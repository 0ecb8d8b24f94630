-- A session as the program drives it: running files and texts, completion, explanations.

local native = ...

local base = require "outlay.boot.base"
local environment = require "outlay.boot.environment"
local loader = require "outlay.boot.loader"

local session = { report = {}, format = "table" }

local check = require "outlay.report.check"
local files = require "outlay.language.files"
local output = require "outlay.report.output"
local settings = require "outlay.language.settings"
local strict = require "outlay.language.strict"

local interactive = nil -- the environment that -e and the prompt share
local current = {} -- names and values of the script that ran last

-- ---- errors ----

-- LuaJIT does not ask a quantity when it is compared with something else, so that its message is
-- Lua's own.
local function amend_comparison(object)
  if not object.message:find("^attempt to compare .*userdata") then return end
  object.message = "quantities cannot be compared by '<', '>', '<=' or '>='"
  object.advice = "write lt(a, b) for a < b, gt(a, b) for a > b, le(a, b) for a <= b, ge(a, b) for "
    .. "a >= b; it holds or not sample by sample, for when(), prob() and check()"
end

-- A message of Lua itself becomes an error object too, so that its line is shown.
local function as_problem(problem)
  if type(problem) == "table" and getmetatable(problem) == false then return problem end
  local object = { kind = "script", exit_code = 3 }
  if type(problem) == "string" then
    local file, line, message = problem:match("^(.-):(%d+): (.*)$")
    object.message = message or problem
    if message then object.frames = { file .. ":" .. line } end
    amend_comparison(object)
  else
    object.message = "error(" .. base.tostring(problem) .. ")"
  end
  debug.setmetatable(object, native.error_metatable)
  return object
end

local function raise(message, advice, exit_code)
  local object = { kind = "usage", message = message, advice = advice, exit_code = exit_code }
  debug.setmetatable(object, native.error_metatable)
  error(object, 0)
end

-- All of them, those after a nil too.
local function pack(...) return { n = select("#", ...), ... } end

-- Calls f; what is waiting in the report is shown even when f fails.
local function run_reporting(f, ...)
  local results = pack(xpcall(f, as_problem, ...))
  local ok, problem = xpcall(output.flush, as_problem)
  if not results[1] then error(results[2], 0) end
  if not ok then error(problem, 0) end
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
    raise(("cannot read %s: %s"):format(path, reason), nil, 2)
  end
  return text
end

local function check_all_used(overrides, used, own, name, program_options)
  for key in pairs(overrides) do
    if not used[key] then
      raise(("--set %s: the script sets no '%s'"):format(key, key),
        strict.suggestion(key, base.sorted_keys(own)), 2)
    end
  end
  local unused, known = files.unused_options()
  if unused[1] then
    for _, option in ipairs(program_options or {}) do known[#known + 1] = option end
    for i, option in ipairs(known) do known[i] = "--" .. option end
    local word = "--" .. unused[1]
    raise(("%s has no option %s"):format(name, word), strict.suggestion(word, known), 2)
  end
end

local function start(options)
  settings.start {
    samples = options.samples, seed = options.seed, threads = options.threads,
    sampling = options.sampling, exact = options.exact,
    stop = options.relative_error and { relative_error = options.relative_error } or nil,
  }
  files.start(options.options, loader.script_folder)
  check.start()
  session.report = {}
  output.start(function(item)
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
  local overrides = options.overrides or {}
  local view, own, used = environment.script(overrides)
  current = own
  local name = path == "-" and "=stdin" or "@" .. path
  run_reporting(function()
    local chunk, message = loader.compile(text, name, view)
    if not chunk then error(message, 0) end
    chunk()
  end)
  check_all_used(overrides, used, own, path, options.program_options)
  session.failed_checks = check.counts()
end

-- ---- the prompt ----

--- Begins an interactive session with settings of the command line.
---@param options table { samples =, seed =, threads =, sampling =, relative_error =, exact = }
function session.start(options)
  loader.script_folder = "."
  native.grant(".")
  start(options)
  interactive, current = environment.script(options.overrides or {})
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
    raise(("the script sets no '%s'"):format(name),
      strict.suggestion(name, base.sorted_keys(current)), 2)
  end
  if not native.core.graph.is_node(value) then
    return ("%s = %s"):format(name, base.tostring(value))
  end
  return (run_reporting(require("outlay.report.explain").text, value))
end

-- The fields that can follow a value, for completion.
local function fields_of(value)
  if native.core.graph.is_node(value) then
    return require("outlay.language.methods").names(), ":"
  end
  if type(value) ~= "table" then return {}, "." end
  local meta = getmetatable(value)
  if type(meta) == "table" and meta.fields then return meta.fields(), "." end
  return base.sorted_keys(value), "."
end

local function matching(names, prefix, before)
  local found = {}
  for _, name in ipairs(names) do
    if type(name) == "string" and name:sub(1, #prefix) == prefix then
      found[#found + 1] = before .. name
    end
  end
  return found
end

-- The value of a dotted name such as hw.h100_sxm.peak, or nil.
local function resolve(path)
  local value
  for part in path:gmatch("[^%.]+") do
    local ok, inner = pcall(function()
      if value == nil then return (interactive or loader.library_environment)[part] end
      return value[part]
    end)
    if not ok then return nil end
    value = inner
  end
  return value
end

--- Completions of the last word of a line: names, fields after a dot, methods after a colon,
--- units inside q"..." and after u.
---@param line string
---@return string[] the whole last words
function session.complete(line)
  local unit_start = line:match("q%s*[\"'][^\"']-([%a%%$]*)$")
  if unit_start then return native.core.unit.complete(unit_start) end
  local path, sign, prefix = line:match("([%a_][%w_%.]*)([%.:])([%w_]*)$")
  if not path then
    local word = line:match("([%a_][%w_]*)$") or ""
    return matching(environment.names(current), word, "")
  end
  if path == "u" then return matching(native.core.unit.complete(prefix), prefix, "u.") end
  local value = resolve(path)
  if value == nil then return {} end
  local names, expected = fields_of(value)
  if expected ~= sign then return {} end
  return matching(names, prefix, path .. sign)
end

return session
