--- What the author of a claim expects of it: a verdict, or a figure to the digits in which it is
--- written. An expectation that fails makes the exit code 1.
local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"
local value = require "outlay.report.value"
local verdict = require "outlay.claim.verdict"

local M = {}

local unit_of = value.named_unit

local example = "expect = \"reproduced\", or a figure such as \"1.13 GUSD\""

local function is_verdict(text)
  for _, name in ipairs(verdict.names()) do
    if name == text then return true end
  end
  return false
end

-- Half a unit of the last digit of a figure, "1.13 GUSD" or "$1.13B", in the units of `amount`,
-- which is the figure's value; a zero's digits are those of its unit.
local function half_digit(text, amount, factor)
  local digits = text:match("%d[%d,_]*%.?%d*")
  if text:find("^[^%d]*%.%d") then digits = text:match("%.%d+") end
  local number = tonumber((digits:gsub("[,_]", "")))
  local half = 0.5 * 10 ^ -#(digits:match("%.(%d*)$") or "")
  return number == 0 and half * factor or math.abs(amount) * half / number
end

-- A figure by the digits of its text: what it is, and how far off one that is rounded to it may be.
local function figure(text, who)
  if type(text) ~= "string" then
    errors.raise(("%s: an expected figure is a text, whose digits count"):format(who),
      type(text) == "number" and ("write \"%.14g\""):format(text) or "write " .. example)
  end
  local ok, node = pcall(quantity.parse, text)
  if not ok then
    errors.raise(("%s: '%s' is neither a verdict nor a figure"):format(who, text),
      strict.suggestion(text, verdict.names()) or "write " .. example)
  end
  local kind = graph.describe(node)
  if kind.uncertain then
    errors.raise(("%s: an expected figure is one number"):format(who),
      "write expect = { figure = \"1.13 GUSD\", low = \"0.57 GUSD\", high = \"2.32 GUSD\" }")
  end
  local numbers = value.summary(value.evaluate { node }, 1, 1, node)
  return { text = text, kind = kind, value = numbers.mean, unit_text = unit_of(numbers),
    factor = numbers.factor, room = half_digit(text, numbers.mean, numbers.factor) }
end

local names = { verdict = "optional", figure = "optional", low = "optional", high = "optional" }

--- Reads what is expected.
---
---   expect = "contradicted"
---   expect = "1.13 GUSD"                                             to the digits written
---   expect = { verdict = "outside", figure = "1.13 GUSD", low = "0.57 GUSD", high = "2.32 GUSD" }
---@param x any
---@param who string for messages
---@return table expected { verdict = text, figure =, low =, high = { text =, value =, room = } }
function M.read(x, who)
  if is_verdict(x) then return { verdict = x } end
  if type(x) ~= "table" then return { figure = figure(x, who) } end
  local given = arguments.check(who .. ": expect", x, names, example)
  local expected = { verdict = given.verdict }
  if given.verdict ~= nil and not is_verdict(given.verdict) then
    errors.raise(("%s: there is no verdict '%s'"):format(who, tostring(given.verdict)),
      strict.suggestion(tostring(given.verdict), verdict.names()))
  end
  for _, name in ipairs { "figure", "low", "high" } do
    if given[name] ~= nil then expected[name] = figure(given[name], who) end
  end
  if not next(expected) then
    errors.raise(who .. ": expect says nothing", "write " .. example)
  end
  return expected
end

local parts = { { "figure", "median" }, { "low", "low" }, { "high", "high" } }

--- What does not come out as expected, as texts; none if all does.
---@param expected table of M.read
---@param verdict_found string?
---@param computed table? of outlay.claim.computed
---@return string[]
function M.failures(expected, verdict_found, computed)
  local list = {}
  if expected.verdict and expected.verdict ~= verdict_found then
    list[1] = ("%s, not %s"):format(verdict_found or "no verdict", expected.verdict)
  end
  for _, part in ipairs(parts) do
    local wanted = expected[part[1]]
    if wanted then
      local amount = computed[part[2]]
      if math.abs(amount - wanted.value) > wanted.room * (1 + 1e-9) then
        local name = part[1] == "figure" and "" or part[1] .. " end "
        list[#list + 1] = ("%s%s, not %s"):format(name,
          value.with_unit(("%.6g"):format(amount / wanted.factor), wanted.unit_text or ""),
          wanted.text)
      end
    end
  end
  return list
end

--- What is expected, as one text: "contradicted, 1.13 GUSD, from 0.57 GUSD, to 2.32 GUSD".
---@param expected table
---@return string
function M.text(expected)
  local texts = {}
  if expected.verdict then texts[1] = expected.verdict end
  if expected.figure then texts[#texts + 1] = expected.figure.text end
  if expected.low then texts[#texts + 1] = "from " .. expected.low.text end
  if expected.high then texts[#texts + 1] = "to " .. expected.high.text end
  return table.concat(texts, ", ")
end

return M
