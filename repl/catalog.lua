-- `outlay catalog ...`, `outlay lint-catalog`: looking into the catalogs from the command line.

local fail = require("outlay.boot.problem").usage
local difference = require "outlay.catalog.difference"
local layers = require "outlay.catalog.layers"
local loader = require "outlay.boot.loader"
local report = require "outlay.report.output"
local results = require "repl.results"
local script = require "repl.script"
local session = require "outlay.boot.session"
local strict = require "outlay.language.strict"
local text = require "core.text"
local version = require "outlay.catalog.version"

local catalog = {}

local function say(line) report.add { kind = "text", text = line } end

local function version_text()
  local current = version.current()
  return ("catalog of %s, digest %s"):format(current.date, current.digest)
end

-- ---- actions ----

local actions = {}

function actions.search(request)
  local words = table.concat(request.given, " ", 2)
  if words == "" then
    fail("catalog search needs words", "such as: outlay catalog search h100 price")
  end
  return require("outlay.catalog.search").search(words) == 0 and 1 or 0
end

function actions.show(request)
  if not request.given[2] then
    fail("catalog show needs a path", "such as: outlay catalog show hw.h100_sxm.price")
  end
  for i = 2, #request.given do require("outlay.catalog.search").show(request.given[i]) end
  return 0
end

local count_columns = { "records", "facts", "primary", "secondary", "recalled", "imputed",
  "sources", "unsourced" }

function actions.stats()
  local rows, total = {}, {}
  for _, family in ipairs(require("outlay.catalog.statistics").families()) do
    local row = { family.name }
    for i, name in ipairs(count_columns) do
      row[i + 1] = family[name]
      total[i] = (total[i] or 0) + family[name]
    end
    rows[#rows + 1] = row
  end
  rows[#rows + 1] = { "all", unpack(total) }
  report.add { kind = "table", rows = rows, columns = { "family", "records", "facts", "primary",
    "secondary", "recalled", "imputed", "sources", "no source" } }
  local lines = { "what the facts were checked against:" }
  for _, kind in ipairs(require("outlay.catalog.pedigree").kinds) do
    lines[#lines + 1] = ("  %-10s %s"):format(kind.name, kind.means)
  end
  say(table.concat(lines, "\n"))
  for _, layer in ipairs(layers.list()) do say("with the layer " .. layers.text(layer)) end
  say(version_text())
  return 0
end

function actions.snapshot() return 0 end

-- ---- diff ----

local function name_of_version(document)
  local about = document.catalog.version or {}
  return ("%s, digest %s"):format(about.date or "?", about.digest or "?")
end

function actions.diff(request, program)
  local old_path, new_path = request.given[2], request.given[3]
  if not new_path then
    fail("catalog diff needs two files", "results of `outlay run --out FILE.json`, or snapshots of "
      .. "`outlay catalog snapshot --out FILE.json`")
  end
  local old, new = results.read(old_path), results.read(new_path)
  local changes = difference.of(old.catalog.facts, new.catalog.facts)
  say(("%s: catalog of %s\n%s: catalog of %s"):format(old_path, name_of_version(old), new_path,
    name_of_version(new)))
  if #changes == 0 then
    say("no record differs")
  else
    results.add_changes(changes)
  end
  if old.items and new.items then
    require("repl.rerun").explain_difference(old, new, changes, program)
  end
  return 0
end

--- outlay catalog ACTION ...
---@return integer exit_code
function catalog.run(request, program)
  local action = actions[request.given[1]]
  if not action then
    local known = strict.keys(actions)
    table.sort(known)
    fail(("there is no `catalog %s`"):format(tostring(request.given[1])),
      strict.suggestion(tostring(request.given[1]), known))
  end
  session.start {}
  if request.given[1] == "snapshot" then return catalog.snapshot(request, program) end
  local code = 0
  local worst = script.with_output(request, program, function()
    code = action(request, program)
    report.flush()
  end)
  return math.max(code, worst)
end

--- outlay catalog snapshot: all records as JSON, for `catalog diff`.
function catalog.snapshot(request, program)
  local out = require("repl.output").open({ format = "json", out = request.out }, program)
  local ok, problem = pcall(function() out:write(text.json(version.snapshot()) .. "\n") end)
  local closed, closing_problem = pcall(out.close, out, ok)
  if not ok then error(problem, 0) end
  if not closed then error(closing_problem, 0) end
  return 0
end

-- ---- lint ----

-- What a catalog file returns; it runs as a library does.
local function load_file(path)
  local file, message = io.open(path, "rb")
  if not file then fail(("cannot read %s: %s"):format(path, (message:gsub("^.-: ", "")))) end
  local contents = file:read("*a")
  file:close()
  local chunk, problem = loader.compile(contents or "", "@" .. path, loader.library_environment)
  if not chunk then error(problem, 0) end
  local module = chunk()
  if type(module) ~= "table" then
    fail(("%s returns no table"):format(path), "a catalog file ends with `return { ... }`")
  end
  return module
end

--- outlay lint-catalog [FILE]
---@return integer exit_code 1 if there are problems
function catalog.lint(request, program)
  session.start {}
  local lint = require "outlay.catalog.lint"
  local found
  script.with_output(request, program, function()
    local count
    if request.given[1] then
      found, count = lint.file(load_file(request.given[1]), request.given[1])
    else
      found, count = lint.built_in()
    end
    for _, problem in ipairs(found) do
      report.add { kind = "check", name = problem.path, holds = false, detail = problem.message,
        text = ("%s: %s: %s"):format(problem.file or "?", problem.path, problem.message) }
    end
    say(("%d records, %d problems"):format(count, #found))
    report.flush()
  end)
  return #found > 0 and 1 or 0
end

return catalog
