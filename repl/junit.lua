-- The result of `outlay check` as JUnit XML, which CI servers show.

local text_width = require "outlay.report.text_width"

local junit = {}

local escapes = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ["\""] = "&quot;" }

-- What XML 1.0 cannot hold at all is left out.
local function escape(text)
  local plain = text_width.utf8(text):gsub("[%z\1-\8\11\12\14-\31]", "")
  return (plain:gsub("\239\191[\190\191]", ""):gsub("[&<>\"]", escapes))
end

local function outcome(kind, text)
  local first = text:match("[^\n]*")
  return ("      <%s message=\"%s\">%s</%s>\n"):format(kind, escape(first), escape(text), kind)
end

local function case(script, name, inner)
  local head = ("    <testcase classname=\"%s\" name=\"%s\""):format(escape(script), escape(name))
  return inner == "" and head .. "/>\n" or ("%s>\n%s    </testcase>\n"):format(head, inner)
end

local function figures(part)
  local texts = {}
  if part.stated then texts[1] = "stated " .. part.stated.text end
  if part.computed then texts[#texts + 1] = "computed " .. part.computed.text end
  return table.concat(texts, ", ")
end

-- A figure that nothing is expected of cannot fail: one without a verdict is skipped.
local function part_case(claim, name, part)
  if part.failures then
    local failure = ("%s\n%s\n%s"):format(table.concat(part.failures, "; "), figures(part),
      part.why or "")
    return case(claim.script, name, outcome("failure", failure)), "failure"
  end
  if part.verdict == "not testable" and not part.expected then
    return case(claim.script, name, outcome("skipped", part.why or part.verdict)), "skipped"
  end
  return case(claim.script, name, ""), "pass"
end

local function suite(script, document)
  local cases, counts = {}, { failure = 0, skipped = 0, error = 0, pass = 0 }
  local function add(text, kind)
    cases[#cases + 1] = text
    counts[kind] = counts[kind] + 1
  end
  for _, claim in ipairs(document.claims) do
    if claim.script == script.script then
      add(part_case(claim, claim.id, claim))
      if claim.original then add(part_case(claim, claim.id .. ", original", claim.original)) end
      for _, other in ipairs(claim.also or {}) do
        if other.verdict or other.expected then
          add(part_case(claim, claim.id .. ", " .. other.about, other))
        end
      end
    end
  end
  for _, check in ipairs(document.checks) do
    if check.script == script.script then
      local inner = check.holds and "" or outcome("failure", check.detail or "it does not hold")
      add(case(script.script, check.name, inner), check.holds and "pass" or "failure")
    end
  end
  if script.error then
    add(case(script.script, "runs to its end", outcome("error", script.error)), "error")
  end
  local head = "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" "
    .. "skipped=\"%d\">\n"
  return head:format(escape(script.script), #cases, counts.failure, counts.error, counts.skipped)
    .. table.concat(cases) .. "  </testsuite>\n"
end

--- A document of repl/check.lua as JUnit XML: a suite for each script, a case for each claim,
--- original, further figure and check.
---@param document table
---@return string
function junit.text(document)
  local parts = { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    .. "<testsuites name=\"outlay check\">\n" }
  for _, script in ipairs(document.scripts) do parts[#parts + 1] = suite(script, document) end
  parts[#parts + 1] = "</testsuites>\n"
  return table.concat(parts)
end

return junit
