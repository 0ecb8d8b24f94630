-- What `outlay check` found, in the format its user asked for. repl/check.lua says what a document
-- is.

local failures = require "outlay.claim.failures"
local strict = require "outlay.language.strict"
local table_of = require "outlay.report.table"
local core_text = require "core.text"
local text_width = require "outlay.report.text_width"
local verdict = require "outlay.claim.verdict"

local check_report = {}

-- ---- counts ----

local function count_verdicts(claims, part)
  local counts = { all = 0 }
  for _, claim in ipairs(claims) do
    local found = part(claim)
    if found and found.verdict then
      counts.all = counts.all + 1
      counts[found.verdict] = (counts[found.verdict] or 0) + 1
    end
  end
  return counts
end

--- Counts what a document has, and says whether all of it holds.
---@param document table
function check_report.complete(document)
  local counts = { claims = count_verdicts(document.claims, function(claim) return claim end),
    originals = count_verdicts(document.claims, function(claim) return claim.original end),
    expectations = 0, expectations_failed = 0, checks = #document.checks, checks_failed = 0,
    scripts = #document.scripts, scripts_failed = 0 }
  for _, claim in ipairs(document.claims) do
    for _, part in ipairs(failures.parts(claim)) do
      if part.expected then counts.expectations = counts.expectations + 1 end
      if part.failures then counts.expectations_failed = counts.expectations_failed + 1 end
    end
  end
  for _, one in ipairs(document.checks) do
    if not one.holds then counts.checks_failed = counts.checks_failed + 1 end
  end
  for _, script in ipairs(document.scripts) do
    if script.error then counts.scripts_failed = counts.scripts_failed + 1 end
  end
  document.counts = counts
  document.holds = counts.expectations_failed + counts.checks_failed + counts.scripts_failed == 0
end

--- The names of claims that may have been meant.
function check_report.suggestion(document, id)
  local known = {}
  for i, claim in ipairs(document.claims) do known[i] = claim.id end
  return strict.suggestion(id, known)
end

-- ---- tables ----

local columns = {
  "claim", { name = "what it says", wrap = true },
  { name = "stated", wrap = "first", align = "left" },
  { name = "computed", wrap = "first", align = "left" }, "verdict",
}

local function words(says, about, basis)
  local text = about and ("%s [%s]"):format(says, about) or says
  if basis and not basis:find("^checked") then text = ("%s (%s)"):format(text, basis) end
  return (text:gsub("(%d) %%", "%1" .. text_width.NO_BREAK .. "%%"))
end

-- An interval, and a number with its unit, stay on one line.
local function kept_together(text)
  local function glue(part) return (part:gsub(" ", text_width.NO_BREAK)) end
  return (text:gsub("%b()", glue):gsub("%d [^%s(]+", glue):gsub("at %a+", glue))
end

-- A figure that is not in the claim's words is marked as what they are read as.
local function stated_text(stated)
  if not stated then return "" end
  return kept_together((stated.reading and "read as " or "") .. stated.text)
end

local function row(id, says, part)
  return { id, says, stated_text(part.stated),
    part.computed and kept_together(part.computed.text) or "", part.verdict or "" }
end

local function rows_of(claim)
  local rows = { row(claim.id, words(claim.says, claim.about, claim.basis), claim) }
  local original = claim.original
  if original then
    local about = original.about ~= claim.about and original.about or nil
    rows[2] = row("", "original: " .. words(original.says, about), original)
  end
  for _, other in ipairs(claim.also or {}) do
    rows[#rows + 1] = row("", words("- " .. other.about), other)
  end
  for _, part in ipairs(failures.parts(claim)) do
    if part.stated and part.stated.reading then
      rows[#rows + 1] = row("", "read so: " .. part.stated.reading, {})
    end
  end
  if claim.note then rows[#rows + 1] = row("", words("note: " .. claim.note), {}) end
  return rows
end

local function check_item(name, holds, detail)
  return { kind = "check", name = name, holds = holds, detail = detail,
    text = text_width.clean(("%-8s%s%s"):format(holds and "ok" or "FAILED", name,
      detail and ": " .. detail or "")) }
end

local function belongs_to(script)
  return function(list)
    local own = {}
    for _, one in ipairs(list) do
      if one.script == script then own[#own + 1] = one end
    end
    return own
  end
end

local function has_failed(claim) return #failures.of(claim) > 0 end

-- The items of one script: a table of its claims, what failed of them, its checks, its error.
local function script_items(document, script, is_quiet)
  local items, of_script = {}, belongs_to(script.script)
  local rows, failed = {}, {}
  for _, claim in ipairs(of_script(document.claims)) do
    if not is_quiet or has_failed(claim) then
      for _, one in ipairs(rows_of(claim)) do rows[#rows + 1] = one end
    end
    for _, failure in ipairs(failures.of(claim)) do
      failed[#failed + 1] = check_item(claim.id, false, failure)
    end
  end
  if rows[1] then
    items[1] = { kind = "table", title = script.script, columns = columns, rows = rows,
      in_groups = true }
  end
  for _, item in ipairs(failed) do items[#items + 1] = item end
  for _, one in ipairs(of_script(document.checks)) do
    if not is_quiet or not one.holds then
      local name = rows[1] and one.name or ("%s: %s"):format(script.script, one.name)
      items[#items + 1] = check_item(name, one.holds, one.detail)
    end
  end
  if script.error then
    items[#items + 1] = { kind = "check", name = script.script, holds = false,
      detail = script.error, text = ("FAILED  %s did not run to its end\n%s"):format(script.script,
        (script.error:gsub("([^\n]+)", "  %1"))) }
  end
  return items
end

-- ---- the summary ----

local function counted(number, name)
  return ("%d %s%s"):format(number, name, number == 1 and "" or "s")
end

local function verdicts_text(counts, name)
  local texts = {}
  for _, one in ipairs(verdict.names()) do
    if counts[one] then texts[#texts + 1] = ("%d %s"):format(counts[one], one) end
  end
  return ("%s: %s"):format(counted(counts.all, name), table.concat(texts, ", "))
end

local function held_text(number, failed, name)
  if failed == 0 then return counted(number, name) .. (number == 1 and " holds" or " hold") end
  return ("%s, %d failed"):format(counted(number, name), failed)
end

--- The counts as text.
---@param document table
---@return string
function check_report.summary(document)
  local counts, lines = document.counts, {}
  local function say(line) lines[#lines + 1] = line end
  if counts.claims.all > 0 then say(verdicts_text(counts.claims, "claim")) end
  if counts.originals.all > 0 then say(verdicts_text(counts.originals, "corrected original")) end
  if counts.expectations > 0 then
    say(held_text(counts.expectations, counts.expectations_failed, "stated expectation"))
  end
  if counts.checks > 0 then say(held_text(counts.checks, counts.checks_failed, "check")) end
  if counts.scripts_failed > 0 then
    say(("%s, %d did not run to the end"):format(counted(counts.scripts, "script"),
      counts.scripts_failed))
  end
  return table.concat(lines, "\n")
end

local function all_items(document, is_quiet)
  local items = {}
  for _, script in ipairs(document.scripts) do
    for _, item in ipairs(script_items(document, script, is_quiet)) do items[#items + 1] = item end
  end
  local summary = check_report.summary(document)
  if summary ~= "" and not (is_quiet and document.holds) then
    items[#items + 1] = { kind = "text", text = summary }
  end
  return items
end

-- ---- rows for spreadsheets ----

local csv_columns = { "script", "id", "part", "says", "stated", "computed", "low", "high", "unit",
  "verdict", "why", "expected", "holds", "basis", "document" }

local function csv_row(claim, name, says, part)
  local stated, computed = part.stated or {}, part.computed or {}
  local holds = ""
  if part.expected then holds = part.failures == nil end
  return { claim.script, claim.id, name, says, stated.text or "",
    computed.value or computed.date or "", computed.low or "", computed.high or "",
    computed.unit or "", part.verdict or "", part.why or "", part.expected or "", holds,
    claim.basis or "", claim.document or "" }
end

local function csv_items(document)
  local rows = {}
  for _, claim in ipairs(document.claims) do
    rows[#rows + 1] = csv_row(claim, "claim", claim.says, claim)
    if claim.original then
      rows[#rows + 1] = csv_row(claim, "original", claim.original.says, claim.original)
    end
    for _, other in ipairs(claim.also or {}) do
      rows[#rows + 1] = csv_row(claim, "also", other.about, other)
    end
  end
  for _, one in ipairs(document.checks) do
    rows[#rows + 1] = { one.script, one.name, "check", "", "", "", "", "", "", "", one.detail or "",
      "", one.holds, "", "" }
  end
  for _, script in ipairs(document.scripts) do
    if script.error then
      rows[#rows + 1] = { script.script, "", "script", "", "", "", "", "", "", "", script.error, "",
        false, "", "" }
    end
  end
  return { { kind = "table", columns = csv_columns, rows = rows } }
end

-- ---- writing ----

local writers = {}

function writers.json(document) return core_text.json(document) .. "\n" end

function writers.junit(document) return require("repl.junit").text(document) end

function writers.csv(document) return table_of.render(csv_items(document), "csv") end

function writers.markdown(document, is_quiet)
  if document.explanation then
    return table_of.render({ { kind = "text", text = document.explanation } }, "markdown")
  end
  return table_of.render(all_items(document, is_quiet), "markdown")
end

--- Writes a document that is complete.
---@param document table
---@param request table format, quiet, explain
---@param out table of repl.output
function check_report.write(document, request, out)
  local writer = writers[request.format]
  if writer then
    out:write(writer(document, request.quiet))
  elseif request.explain then
    out:item { kind = "text", text = document.explanation }
  else
    for _, item in ipairs(all_items(document, request.quiet)) do out:item(item) end
  end
end

return check_report
