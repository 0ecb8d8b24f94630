-- `outlay check FILE|FOLDER...`: runs the claims and the checks of scripts, and says what failed.
--
-- A single script runs here. Of several each runs in a program of its own, `outlay check FILE
-- --format json`, so that no script sees another's units, libraries or catalogs, and one that
-- crashes takes no other along. What they found is a document:
--
--   { outlay =, samples =, seed =,
--     scripts = { { script =, error = text if it did not run to its end } },
--     claims = { claim with `script` }, checks = { { script =, name =, holds =, detail = } } }

local check_report = require "repl.check_report"
local failures = require "outlay.claim.failures"
local fail = require("outlay.boot.problem").usage
local interrupt_code = 130
local output = require "repl.output"
local session = require "outlay.boot.session"
local settings = require "outlay.language.settings"
local text = require "core.text"

local native = ...

local check = {}

-- ---- which scripts ----

local function join(folder, name) return folder == "." and name or folder .. "/" .. name end

-- One spelling of a path, to tell which are the same: libraries beside a script are "./name.lua".
local function plain_path(path)
  while path:find("^%./") do path = path:gsub("^%./+", "") end
  return path
end

local PROJECT_CATALOG = "outlay.catalog.lua"

-- The scripts in a folder and those below it, by name. Hidden ones are not looked at.
local function add_folder(files, folder, terminal)
  local names, message = terminal.entries(folder)
  if not names then fail(("cannot read %s: %s"):format(folder, message)) end
  table.sort(names)
  for _, name in ipairs(names) do
    local path = join(folder, name)
    if name:sub(1, 1) ~= "." then
      if terminal.kind(path) == "folder" then
        add_folder(files, path, terminal)
      elseif terminal.kind(path) == "file" and name:find("%.lua$") and name ~= PROJECT_CATALOG then
        files[#files + 1] = path
      end
    end
  end
end

-- Each script once, and whether there is only one that can be meant.
local function scripts_of(given, terminal)
  local files = {}
  for _, word in ipairs(given) do
    local path = #word > 1 and word:gsub("/+$", "") or word
    if terminal.kind(path) == "folder" then
      local before = #files
      add_folder(files, path, terminal)
      if #files == before then fail(("%s: no script (*.lua) is in this folder"):format(word)) end
    elseif not terminal.kind(path) then
      fail(("cannot read %s: No such file or directory"):format(word))
    else
      files[#files + 1] = path
    end
  end
  local once, seen = {}, {}
  for _, path in ipairs(files) do
    if not seen[plain_path(path)] then once[#once + 1] = path end
    seen[plain_path(path)] = true
  end
  return once
end

-- ---- one script, here ----

local function settings_of(request)
  return { samples = request.samples, seed = request.seed, threads = request.threads,
    sampling = request.sampling, relative_error = request.within, exact = request.exact }
end

local function copy_without(item, left_out)
  local copy = {}
  for name, content in pairs(item) do
    if not left_out[name] then copy[name] = content end
  end
  return copy
end

-- What a script's report says of claims and checks. What else it says is not asked for.
local function collect(document, path)
  for _, item in ipairs(session.report) do
    if item.kind == "claim" then
      local claim = copy_without(item, { kind = true, text = true })
      claim.script = path
      document.claims[#document.claims + 1] = claim
    elseif item.kind == "check" and not item.claim then
      document.checks[#document.checks + 1] = { script = path, name = item.name,
        holds = item.holds, detail = item.detail }
    end
  end
end

local function new_document(program)
  return { outlay = program.version, scripts = {}, claims = {}, checks = {} }
end

local function run_here(path, request, program)
  local document = new_document(program)
  session.on_item = nil
  session.report = {}
  local ok, problem = program.interrupt.protect(session.run_file, path, settings_of(request))
  program.progress.erase()
  if not ok and native.exit_code(problem) == interrupt_code then error(problem, 0) end
  local script = { script = path }
  if not ok then
    local _, said = program.interrupt.protect(tostring, problem)
    script.error = tostring(said)
  end
  document.scripts[1] = script
  collect(document, path)
  local used = settings.current()
  document.samples, document.seed = used.samples, used.seed
  if ok and request.explain then
    local _, explanation = program.interrupt.protect(
      require("outlay.claim.explanation").of, request.explain)
    document.explanation = explanation
  end
  return document
end

-- ---- several, each in a program of its own ----

local function quoted(word) return "'" .. tostring(word):gsub("'", "'\\''") .. "'" end

local passed_on = { samples = "%.0f", seed = "%.0f", threads = "%.0f", sampling = "%s",
  within = "%.17g" }

local function command_line(path, request, program, out, log)
  local words = { program.path, "check", "--format", "json", "--out", out }
  for name, format in pairs(passed_on) do
    if request[name] then
      words[#words + 1] = ("--%s=%s"):format(name, format:format(request[name]))
    end
  end
  if request.exact then words[#words + 1] = "--exact" end
  words[#words + 1] = "--"
  words[#words + 1] = path
  for i, word in ipairs(words) do words[i] = quoted(word) end
  return ("%s >%s 2>&1"):format(table.concat(words, " "), quoted(log))
end

local function read_and_remove(path)
  local file = io.open(path, "rb")
  local contents = file and file:read("*a")
  if file then file:close() end
  os.remove(path)
  return contents
end

-- The exit code of a command; that of an interrupt if a signal ended it with its shell.
local function execute(command)
  io.stdout:flush()
  local status, how, code = os.execute(command)
  if type(status) == "number" then -- LuaJIT gives what wait(2) does
    how, code = status % 256 ~= 0 and "signal" or "exit", math.floor(status / 256)
  end
  return how == "signal" and interrupt_code or code
end

local function run_apart(path, request, program)
  local out, log = os.tmpname(), os.tmpname()
  os.remove(out)
  local code = execute(command_line(path, request, program, out, log))
  local result, said = read_and_remove(out), read_and_remove(log)
  os.remove(out .. ".part") -- what a child that was killed leaves
  if code == interrupt_code then return nil end
  local ok, document = pcall(text.parse_json, result or "")
  if ok then return document end
  document = new_document(program)
  said = said and said:gsub("%s+$", "") or ""
  document.scripts[1] = { script = path,
    error = said ~= "" and said or ("it ended with code %d"):format(code) }
  return document
end

local function file_of(claim)
  local file = claim.place and claim.place:match("^(.*):%d+$")
  return file and plain_path(file)
end

-- What a claim came to: what a library's claim must have in common to be one claim.
local function outcome(claim)
  local words = {}
  for _, part in ipairs(failures.parts(claim)) do
    local computed = part.computed or {}
    -- Samples differ in their last digits with what else a script draws.
    words[#words + 1] = text.json { part.verdict or "", part.expected or "",
      part.stated and part.stated.text or "", part.failures and "failed" or "",
      not computed.low and computed.text or "" }
  end
  return table.concat(words, "\n")
end

-- A claim of a library that several scripts use counts once, where it stands, unless it comes to
-- something else in one of them: that counts there.
local function add(whole, document, seen)
  whole.samples = whole.samples or document.samples
  whole.seed = whole.seed or document.seed
  for _, script in ipairs(document.scripts) do whole.scripts[#whole.scripts + 1] = script end
  for _, one in ipairs(document.checks) do whole.checks[#whole.checks + 1] = one end
  for _, claim in ipairs(document.claims) do
    local file = file_of(claim)
    local key = file and claim.id .. "\n" .. file
    local earlier = key and seen[key]
    if not earlier or earlier ~= outcome(claim) then whole.claims[#whole.claims + 1] = claim end
    if key and not earlier then seen[key] = outcome(claim) end
  end
end

-- A script's claims are its own, whichever script came first to use them.
local function find_owners(document)
  local is_script, has_owner = {}, {}
  for _, script in ipairs(document.scripts) do
    is_script[plain_path(script.script)] = script.script
  end
  for _, claim in ipairs(document.claims) do
    local file = file_of(claim)
    local key = file and claim.id .. "\n" .. file
    if file and is_script[file] and not has_owner[key] then
      claim.script, has_owner[key] = is_script[file], true
    end
  end
end

local function run_all(files, request, program)
  if #files == 1 then return run_here(files[1], request, program) end
  local whole, seen = new_document(program), {}
  for _, path in ipairs(files) do
    local document = run_apart(path, request, program)
    if not document then return nil end
    add(whole, document, seen)
  end
  find_owners(whole)
  for _, claim in ipairs(whole.claims) do -- the one to explain, here: no other script has run here
    if request.explain == claim.id then
      whole.explanation = run_here(claim.script, request, program).explanation
    end
  end
  return whole
end

-- What is left of a document where one claim is asked for.
local function keep_only(document, id)
  local claims = {}
  for _, claim in ipairs(document.claims) do
    if claim.id == id then claims[#claims + 1] = claim end
  end
  document.claims, document.checks = claims, {}
end

-- ---- the command ----

local function is_empty(document)
  if document.claims[1] or document.checks[1] then return false end
  for _, script in ipairs(document.scripts) do
    if script.error then return false end
  end
  return true
end

-- Who checks nothing by mistake, such as in the wrong folder, has to learn of it.
local function raise_empty(given)
  fail(("nothing to check: no claim and no check in %s"):format(table.concat(given, " ")),
    "a script makes claims by claim \"id\" { ... }, and checks by check(\"name\", x, \"<\", y)")
end

--- outlay check FILE|FOLDER...
---@return integer exit_code 1 if an expectation, a check or a script failed, and that was asked for
function check.run(request, program)
  if request.explain and (request.format == "csv" or request.format == "junit") then
    fail(("--explain has no --format %s"):format(request.format), "there is: table, json, markdown")
  end
  local files = scripts_of(request.given, program.terminal)
  local out = output.open(request, program)
  local is_nothing = false
  local ok, answer = pcall(function()
    local document = run_all(files, request, program)
    if not document then return interrupt_code end
    if request.explain and not document.explanation then
      fail(("no claim is called '%s'"):format(request.explain),
        check_report.suggestion(document, request.explain))
    end
    if request.explain then keep_only(document, request.explain) end
    check_report.complete(document)
    check_report.write(document, request, out)
    is_nothing = is_empty(document)
    return (document.holds or request.explain) and 0 or 1
  end)
  local closed, closing_problem = pcall(out.close, out, ok and answer ~= interrupt_code)
  if not ok then error(answer, 0) end
  if not closed then error(closing_problem, 0) end
  if is_nothing then raise_empty(request.given) end
  if answer == interrupt_code then io.stderr:write("outlay: interrupted\n") end
  return answer
end

return check
