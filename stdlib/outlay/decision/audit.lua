-- audit(x): which inputs without a source, imputed or out of date carry how much of a result's
-- variance, worst first: what to look up next.
--
-- Shares are total Sobol indices. What a source says is read as catalogs write it: "imputed: ...",
-- "not checked", "valid to ...", and the latest date in it is how old it is.

local arguments = require "outlay.language.arguments"
local errors = require "core.error"
local graph = require "core.graph"
local output = require "outlay.report.output"
local period = require "outlay.catalog.period"
local sobol = require "outlay.decision.sobol"
local subject = require "outlay.decision.subject"
local value = require "outlay.report.value"

local audit = {}

local DAYS_A_MONTH = 365.25 / 12

-- ---- sources ----

-- The source of each input: its own, its parameters', or of the nearest value above it that has
-- one.
local function sources_below(root)
  local found, seen, waiting = {}, {}, { { root } }
  while #waiting > 0 do
    local node, above = unpack(table.remove(waiting))
    local kind = graph.describe(node)
    local source = kind.source or above
    if not seen[kind.id] or (source and not seen[kind.id].source) then
      seen[kind.id] = { source = source }
      if kind.operation == "input" then
        found[kind.id] = source
        for _, argument in ipairs(kind.arguments) do
          found[kind.id] = found[kind.id] or graph.describe(argument).source
        end
      end
      for _, argument in ipairs(kind.arguments) do
        waiting[#waiting + 1] = { argument, source }
      end
    end
  end
  return found
end

-- The latest date in a text, as it stands there, and its last day.
local function latest_date(text)
  local latest, latest_day
  -- Until when it holds, and the number of a preprint, are not when it was written.
  text = text:gsub("valid until [%d%-]+", ""):gsub("(valid [%d%-]+) to [%d%-]+", "%1")
    :gsub("%f[%d]%d%d%d%d%.%d%d%d%d%d?%f[%D]", "")
  for year, rest in text:gmatch("%f[%d](20[0-3]%d)%f[%D]([%-%d]*)") do
    local month = rest:match("^(%-%d%d%-%d%d)") or rest:match("^(%-%d%d)") or ""
    local _, day = period.days(year .. month)
    if day and (not latest_day or day > latest_day) then latest, latest_day = year .. month, day end
  end
  return latest, latest_day
end

local function expiry_of(text)
  local to = text:match("valid until ([%d%-]+)") or text:match("valid [%d%-]+ to ([%d%-]+)")
  local _, day = period.days(to or "")
  return to, day
end

-- What is wrong with a source, worst first: a word, and more of it.
local function state_of(source, today, older)
  if not source then return "no source", nil end
  local imputed = source:match("imputed: ([^;]+)")
  if imputed then return "imputed", imputed end
  local to, expiry = expiry_of(source)
  if expiry and expiry < today then return "expired", to end
  local date, day = latest_date(source)
  if day and today - day > older * DAYS_A_MONTH then return "stale", date end
  if source:find("not checked", 1, true) then return "not checked", nil end
  if not day then return "undated", nil end
  return nil, date
end

-- The last day of the newest date that any of the sources has.
local function newest_of(found)
  local newest, newest_day
  for _, source in pairs(found) do
    local date, day = latest_date(source)
    if day and (not newest_day or day > newest_day) then newest, newest_day = date, day end
  end
  return newest, newest_day
end

local function check_given(given)
  given = arguments.check("audit", given or {}, { date = "optional", older = 18, top = 20,
    samples = "optional" })
  if type(given.older) ~= "number" or given.older < 0 then
    errors.raise("audit: older is a number of months", "write audit(cost, { older = 18 })")
  end
  if type(given.top) ~= "number" or given.top < 1 then
    errors.raise("audit: top is how many inputs to list", "write audit(cost, { top = 20 })")
  end
  if given.date ~= nil and not period.days(given.date) then
    errors.raise(("audit: '%s' is no date"):format(tostring(given.date)),
      'write date = "2026-11", or "2026-11-30"')
  end
  return given
end

-- ---- findings ----

local order = { ["no source"] = 1, imputed = 2, expired = 3, stale = 4, undated = 5,
  ["not checked"] = 6 }

-- The worst of the inputs of a group.
local function examine(group, found, today, older)
  for _, input in ipairs(group.inputs) do
    local source = found[graph.id(input)]
    local state, detail = state_of(source, today, older)
    local better = group.state and (order[group.state] or 9) <= (order[state] or 9)
    if not group.input or (state and not better) then
      group.input, group.state, group.detail, group.source = input, state, detail, source
    end
  end
end

--- What there is to look up, worst first.
---@param x any
---@param given table? { date =, older = 18 (months), samples = }
---@return table[] findings { name, input, share (an index, see sobol), state, detail, source };
---  without a state there is nothing to find
---@return string? date against which sources are old
function audit.of(x, given)
  given = check_given(given)
  local node = subject.of("audit", x)
  local groups = sobol.of(node, { samples = given.samples })
  local found = sources_below(node)
  local date, today = newest_of(found)
  if given.date then
    local _, day = period.days(given.date)
    date, today = given.date, day
  end
  for _, group in ipairs(groups) do
    examine(group, found, today or 0, given.older)
    group.share = group.total
  end
  table.sort(groups, function(a, b)
    if (a.state == nil) ~= (b.state == nil) then return a.state ~= nil end
    if a.share.value ~= b.share.value then return a.share.value > b.share.value end
    return a.name < b.name
  end)
  return groups, date
end

local function summed(groups, has_state)
  local sum, count = 0, 0
  for _, group in ipairs(groups) do
    if (group.state ~= nil) == has_state then
      sum, count = sum + group.share.value, count + 1
    end
  end
  return sum, count
end

--- Puts an audit into the report: inputs that are not well sourced by the share of the variance
--- that they carry, worst first.
---@param x any
---@param given table? { date = "2026-11" (else the newest date of the sources), older = 18
---  (months), top = 20, samples = }
---@return table[] findings as audit.of has them
function audit.audit(x, given)
  given = check_given(given)
  local node, name = subject.of("audit", x)
  local groups, date = audit.of(node, given)
  local rows, inputs = {}, {}
  local _, bad = summed(groups, true)
  for i = 1, math.min(given.top, bad) do inputs[i] = groups[i].input end
  local result = #inputs > 0 and value.evaluate(inputs)
  for i, input in ipairs(inputs) do
    local group = groups[i]
    rows[i] = { group.name, value.cell(value.summary(result, i, 1, input)),
      { text = subject.percent(group.share.value), value = group.share.value },
      group.detail and ("%s: %s"):format(group.state, group.detail) or group.state,
      group.source or "" }
  end
  local good, count = summed(groups, false)
  if count > 0 then
    rows[#rows + 1] = { ("(%d well sourced)"):format(count), "",
      { text = subject.percent(good), value = good }, "", "" }
  end
  output.add { kind = "table", rows = rows, date = date,
    title = ("What to look up for %s%s"):format(name,
      date and (", as of %s: stale after %g months"):format(date, given.older) or ""),
    columns = { "input", { name = "value", align = "left" }, { name = "share",
      header = "share of variance" }, "finding", { name = "source", for_programs = true } } }
  return groups
end

return audit
