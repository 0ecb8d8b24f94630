-- `outlay rerun RESULT`: runs the script of a result again and says what changed and why.
--
-- Why: the script runs with the facts of the old result, then again with one changed fact at a time
-- in its new state, and once with all of them. What a fact explains is the difference that it
-- makes alone. What is left is the joint effect of several facts, named as the remainder. What
-- differs between the old result and today's run with the old facts is due to the script or the
-- program.

local fail = require("outlay.boot.problem").usage
local difference = require "outlay.catalog.difference"
local report = require "outlay.report.output"
local results = require "repl.results"
local script = require "repl.script"
local session = require "outlay.boot.session"
local strict = require "outlay.language.strict"
local text = require "core.text"

local rerun = {}

local function say(line) report.add { kind = "text", text = line } end

-- ---- running the script once more, in a program of its own ----

-- A word for sh.
local function quoted(word) return "'" .. tostring(word):gsub("'", "'\\''") .. "'" end

local function write_file(path, contents)
  local file = io.open(path, "wb")
  if not file or not file:write(contents) then fail(("cannot write %s"):format(path)) end
  file:close()
end

local function sorted(table_)
  local keys = {}
  for key in pairs(table_ or {}) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

-- The command line that made a result, with its facts or today's.
local function command_line(program, old, out, facts)
  local words = { program.path, "run", old.script, "--format", "json", "--out", out }
  local function add(...)
    for _, word in ipairs { ... } do words[#words + 1] = word end
  end
  add("--samples", ("%.0f"):format(old.samples or 100000), "--seed", ("%.0f"):format(old.seed or 1))
  for _, name in ipairs(sorted(old.set)) do add("--set", name .. "=" .. old.set[name]) end
  if facts then add("--facts", facts) end
  for _, name in ipairs(sorted(old.options)) do
    add("--" .. name .. "=" .. tostring(old.options[name]))
  end
  for i, word in ipairs(words) do words[i] = quoted(word) end
  return table.concat(words, " ")
end

-- The result of running the script, with `facts` in the place of the catalog's if they are given.
local function run(program, old, facts)
  local out, facts_file = os.tmpname(), facts and os.tmpname()
  os.remove(out)
  if facts then write_file(facts_file, text.json { catalog = { facts = facts } }) end
  io.stdout:flush()
  os.execute(command_line(program, old, out, facts_file))
  if facts_file then os.remove(facts_file) end
  local there = io.open(out, "rb")
  if not there then
    fail(("%s did not run to its end again"):format(old.script), "its error is printed above")
  end
  there:close()
  local document = results.read(out)
  os.remove(out)
  return document
end

local function by_name(document)
  local values = {}
  for _, value in ipairs(results.values(document)) do values[value.name] = value end
  return values
end

-- ---- attribution ----

-- All facts of a result with one of them in another state.
local function with_one(facts, change)
  local copy = {}
  for path, record in pairs(facts) do copy[path] = record end
  copy[change.path] = change.new
  return copy
end

--- Runs the script once for each changed fact.
---@param old table the old result
---@param program table
---@param changes table[]
---@return table base the values with the old facts, by name
---@return table[] alone the values with one new fact each, by name
local function one_at_a_time(old, program, changes)
  local base = by_name(run(program, old, old.catalog.facts))
  local alone = {}
  for i, change in ipairs(changes) do
    alone[i] = change.new and change.old
      and by_name(run(program, old, with_one(old.catalog.facts, change))) or base
  end
  return base, alone
end

local function in_unit(number, value)
  return ("%+.6g %s"):format(number / value.factor, value.unit):gsub(" $", "")
end

-- Differences that are no more than the last bits of a sum.
local function is_nothing(number, scale) return math.abs(number) <= 1e-12 * math.abs(scale) end

local function add_row(rows, why, number, then_, total)
  local share = total ~= 0 and ("%.1f %%"):format(100 * number / total) or ""
  rows[#rows + 1] = { why, (in_unit(number, then_)), share }
end

-- The rows that explain one value's change.
local function explain_value(name, then_, now, changes, base, alone)
  local total = now.value - then_.value
  local rows, explained = {}, 0
  local old = base[name] or then_
  local from_script = old.value - then_.value
  if not is_nothing(from_script, then_.value) then
    add_row(rows, "the script or the program", from_script, then_, total)
  end
  for i, change in ipairs(changes) do
    local value = alone[i][name]
    local delta = value and value.value - old.value or 0
    explained = explained + delta
    if not is_nothing(delta, then_.value) then
      add_row(rows, ("%s: %s"):format(change.path, difference.change_text(change)), delta, then_,
        total)
    end
  end
  local remainder = total - from_script - explained
  if not is_nothing(remainder, then_.value) then
    add_row(rows, "remainder: facts together, and facts that only one run uses", remainder, then_,
      total)
  end
  report.add { kind = "table", columns = { "because of", "change", "share" }, rows = rows,
    title = ("%s: %s (%s of %.6g %s)"):format(name, in_unit(total, then_),
      then_.value ~= 0 and ("%+.3g %%"):format(100 * total / then_.value) or "from 0",
      then_.value / then_.factor, then_.unit) }
end

-- The values that differ between two results, in the order of the old one.
local function changed_values(old, new, only)
  local now = by_name(new)
  local list = {}
  for _, value in ipairs(results.values(old)) do
    local other = now[value.name]
    local wanted = not only or only == value.name
    if other and wanted and not is_nothing(other.value - value.value, value.value) then
      list[#list + 1] = { name = value.name, before = value, after = other }
    end
  end
  return list
end

local function can_run(document)
  if not document.script or document.script == "-" then return false end
  local file = io.open(document.script, "rb")
  if file then file:close() end
  return file ~= nil
end

--- Says for each value that differs between two results how much each changed fact explains.
---@param old table
---@param new table
---@param changes table[]
---@param program table
---@param only string? the name of one value
function rerun.explain_difference(old, new, changes, program, only)
  local values = changed_values(old, new, only)
  if #values == 0 then return say("no value differs") end
  if not can_run(old) then
    return say(("what each record explains takes the script: %s is not there"):format(
      tostring(old.script)))
  end
  local base, alone = one_at_a_time(old, program, changes)
  for _, value in ipairs(values) do
    explain_value(value.name, value.before, value.after, changes, base, alone)
  end
end

local function check_name(document, name)
  if not name then return end
  local known = by_name(document)
  if not known[name] then
    fail(("the result has no value '%s'"):format(name), strict.suggestion(name, strict.keys(known)))
  end
end

--- outlay rerun RESULT [NAME]
---@return integer exit_code
function rerun.run(request, program)
  local old = results.read(request.given[1])
  if not can_run(old) then
    fail(("the script of %s is not there: %s"):format(request.given[1], tostring(old.script)),
      "run it from the folder in which the result was made")
  end
  check_name(old, request.given[2])
  session.start {}
  return script.with_output(request, program, function()
    local new = run(program, old)
    local changes = difference.of(old.catalog.facts, new.catalog.facts)
    if #changes > 0 then
      results.add_changes(changes) else say("no record that the script uses has changed")
    end
    rerun.explain_difference(old, new, changes, program, request.given[2])
    report.flush()
  end)
end

return rerun
