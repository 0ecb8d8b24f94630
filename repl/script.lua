-- What the command line runs without a prompt: scripts, explanations, expressions.

local options = require "repl.options"
local output = require "repl.output"
local report = require "outlay.report.output"
local session = require "outlay.boot.session"
local settings = require "outlay.language.settings"

-- What only some commands and values need is loaded where it is used: reading Lua is what the start
-- of the program takes.

local script = {}

-- Whether an item is a claim of a library that the script uses, for the script to report on.
local function is_of_a_library(item, path)
  if item.kind ~= "claim" or not path or not item.place then return false end
  return item.place:match("^(.*):%d+$") ~= (path == "-" and "stdin" or path)
end

-- Reports of people come as the script makes them; others whole, once it has ended well.
local function receive_with(out, path)
  session.on_item = function(item)
    if out:is_for_people() then
      if not is_of_a_library(item, path) then out:item(item) end
    elseif item.printed then
      out:remark(item.text)
    end
  end
end

local function some(table_) return table_ and next(table_) ~= nil and table_ or nil end

-- The facts that the script took from the catalogs, with their version, for a rerun to compare
-- with.
local function catalog_facts()
  local used = require "outlay.catalog.used"
  if not used.any() then return nil end
  return { version = require("outlay.catalog.version").current(), facts = used.facts() }
end

-- What a report of machines says beside its items.
local function about(request, program)
  local used = settings.current()
  return {
    outlay = program.version, script = request.file, samples = used.samples, seed = used.seed,
    set = some(request.overrides), options = some(request.script_options),
    catalog = catalog_facts(),
  }
end

local function unprinted(items)
  local rest = {}
  for _, item in ipairs(items) do
    if not item.printed then rest[#rest + 1] = item end
  end
  return rest
end

--- Runs `work` with an output, which is closed whatever happens.
---@param request { format: string?, out: string?, file: string? }
---@param program table
---@param work fun(out: table)
---@return integer exit_code 1 if a check failed
function script.with_output(request, program, work)
  local out = output.open(request, program)
  receive_with(out, request.file)
  local ok, problem = program.interrupt.protect(function()
    work(out)
    if not out:is_for_people() then
      out:items(unprinted(session.report), about(request, program))
    end
  end)
  program.progress.erase()
  local closed, closing_problem = pcall(out.close, out, ok)
  if not ok then error(problem, 0) end
  if not closed then error(closing_problem, 0) end
  return (session.failed_checks or 0) > 0 and 1 or 0
end

local function settings_of(request)
  return {
    overrides = request.overrides, options = request.script_options, samples = request.samples,
    seed = request.seed, threads = request.threads, sampling = request.sampling,
    relative_error = request.within, exact = request.exact,
    program_options = options.command("run").options,
  }
end

--- outlay run FILE
---@return integer exit_code
function script.run(request, program)
  if request.facts then
    local facts = require("repl.results").read(request.facts).catalog.facts
    require("outlay.boot.loader").reserved("outlay.catalog.layers").pin(facts)
  end
  return script.with_output(request, program, function()
    session.run_file(request.file, settings_of(request))
  end)
end

--- outlay explain FILE NAME
---@return integer exit_code
function script.explain(request, program)
  local out = output.open(request, program)
  session.on_item = nil
  local ok, answer = program.interrupt.protect(function()
    session.run_file(request.file, settings_of(request))
    return session.explain(request.name)
  end)
  program.progress.erase()
  if not ok then error(answer, 0) end
  out:item { kind = "text", text = answer }
  return 0
end

--- outlay audit FILE [NAME]
---@return integer exit_code
function script.audit(request, program)
  return script.with_output(request, program, function()
    local receive = session.on_item
    session.on_item = nil
    session.run_file(request.file, settings_of(request))
    session.on_item = receive
    session.audit(request.name, { date = request.date or os.date("!%Y-%m-%d"),
      older = request.older, samples = request.samples })
  end)
end

-- A value of an expression: a line for people, a row for programs.
local function add_value(value, code, out)
  if type(value) == "userdata" and not out:is_for_people() then
    return require("outlay.report.show").show(value, nil, code)
  end
  local text = type(value) == "string" and value
    or require("repl.display").text(value, out.style.width)
  local plain = type(value) ~= "table" and type(value) ~= "userdata" and value or nil
  return report.add { kind = "value", text = text, value = plain }
end

local function add_values(code, out, ...)
  for i = 1, select("#", ...) do
    local value = select(i, ...)
    if value ~= nil then add_value(value, code, out) end
  end
end

--- outlay -e CODE
---@return integer exit_code
function script.code(request, program)
  session.start(settings_of(request))
  session.check_names(request.code)
  return script.with_output(request, program, function(out)
    for _, code in ipairs(request.code) do add_values(code, out, session.run_text(code)) end
    report.flush()
  end)
end

return script
