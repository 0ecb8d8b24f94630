--- trend.counts: how many models are above a threshold of compute or cost, year by year, and how
--- many there will be.
local arguments = require "outlay.language.arguments"
local axis = require "outlay.language.axis"
local core = require "core.regression"
local errors = require "core.error"
local graph = require "core.graph"
local list_of = require "outlay.trend.models"
local output = require "outlay.report.output"
local quantity = require "outlay.language.quantity"
local strict = require "outlay.language.strict"
local time = require "outlay.language.time"
local unit = require "core.unit"

local M = {}
local methods = {}

local FIRST_YEAR, LAST_YEAR = 1900, 2200

-- ---- counting ----

local function measure_of(threshold, who)
  local kind = graph.describe(threshold)
  if kind.uncertain then errors.raise(who .. ": the threshold must be certain") end
  for field, unit_text in pairs { compute = "FLOP", cost = "USD" } do
    local _, _, dimension = unit.describe(unit.parse(unit_text))
    if kind.dimension == dimension then
      return field, require("outlay.language.extract").value(threshold, unit_text)
    end
  end
  errors.raise(("%s: the threshold is %s"):format(who, unit.dimension(kind.dimension)),
    "give it as compute, q\"1e25 FLOP\", or as a cost, q\"10 MUSD\"")
end

local function is_of_domain(record, domain)
  return domain == nil or (record.domain or ""):lower():find(domain:lower(), 1, true) ~= nil
end

-- The models above the threshold, by date.
local function above(records, field, threshold, given)
  local found, known = {}, 0
  for _, record in ipairs(records) do
    if record[field] then known = known + 1 end
    if record[field] and record[field] > threshold and is_of_domain(record, given.domain)
      and record.year < given.last_year then
      found[#found + 1] = record
    end
  end
  table.sort(found, function(a, b)
    if a.year ~= b.year then return a.year < b.year end
    return tostring(a.name) < tostring(b.name)
  end)
  return found, known
end

local function rows_of(found, first, last)
  local rows, by_year = {}, {}
  for year = first, last do
    rows[#rows + 1] = { year = year, new = 0, names = {}, domains = {} }
    by_year[year] = rows[#rows]
  end
  local before = 0
  for _, record in ipairs(found) do
    local row = by_year[math.floor(record.year)]
    if row then
      row.new = row.new + 1
      row.names[#row.names + 1] = record.name
      for domain in (record.domain or ""):gmatch("[^,;]+") do
        domain = domain:match("^%s*(.-)%s*$")
        row.domains[domain] = (row.domains[domain] or 0) + 1
      end
    elseif record.year < first then
      before = before + 1
    end
  end
  return rows, before
end

local function accumulate(rows, before)
  local sum = before
  for _, row in ipairs(rows) do
    sum = sum + row.new
    row.cumulative = sum
  end
end

-- Years and counts of a table { [2021] = 1, [2022] = 0, ... }; years between that it does not name
-- have none.
local function rows_of_table(new, first, who)
  local least, last = math.huge, -math.huge
  for year, count in pairs(new) do
    if type(year) ~= "number" or year % 1 ~= 0 or year < FIRST_YEAR or year > LAST_YEAR
      or type(count) ~= "number" or count < 0 or count % 1 ~= 0 then
      errors.raise(("%s: new[%s] is %s"):format(who, tostring(year), tostring(count)),
        "write new = { [2021] = 1, [2022] = 0, ... }")
    end
    least, last = math.min(least, year), math.max(last, year)
  end
  if last < least then errors.raise(who .. ": new has no years") end
  local rows, before = {}, 0
  for year = least, (first or least) - 1 do before = before + (new[year] or 0) end
  for year = first or least, last do
    rows[#rows + 1] = { year = year, new = new[year] or 0, names = {}, domains = {} }
  end
  if #rows == 0 then
    errors.raise(("%s: first is %d, and the last year of new is %d"):format(who, first, last))
  end
  return rows, before
end

-- Counts of a year that had not begun on the day when the data end cannot be.
local function check_end(rows, last_year, until_date, who)
  local last = rows[#rows]
  if last.year < last_year then return end
  errors.raise(("%s: new[%d] is of after %s, when the data end"):format(who, last.year, until_date),
    "leave such years out, or give the day on which the data end")
end

-- The first year with a model above the threshold, or the last of all.
local function first_year_of(found, last)
  return found[1] and math.floor(found[1].year) or last
end

local function end_of(given, records, who)
  if given.until_date then
    return time.end_of(given.until_date) or errors.raise(
      ("%s: '%s' is not a date"):format(who, tostring(given.until_date)), "write \"2025-06-30\"")
  end
  local last = 0
  for _, record in ipairs(records or {}) do last = math.max(last, time.end_of(record.date)) end
  return last
end

-- ---- what is asked of counts ----

--- How many are released a month, from the last months of the data: a gamma distribution, what a
--- count of events at a constant rate leaves uncertain (Jeffreys' prior).
---@param given? { months: integer? } 12 unless given
---@return quantity rate 1/month
function methods:rate_a_month(given)
  local who = "counts:rate_a_month"
  given = arguments.check(who, given or {}, { months = 12 })
  if type(given.months) ~= "number" or given.months <= 0 then
    errors.raise(who .. ": months is a positive number")
  end
  if not self.found then
    errors.raise(who .. " needs the models' dates, and there are counts a year alone")
  end
  local from, count = self.last_year - given.months / 12, 0
  for _, record in ipairs(self.found) do
    if record.year >= from and record.year < self.last_year then count = count + 1 end
  end
  return (graph.input("gamma", { graph.constant(count + 0.5), graph.constant(1 / given.months) })
    / u.month):named("release rate, " .. self.name)
    :source(("%d in the last %g months, %s"):format(count, given.months, self.source))
end

--- The growth of new models a year: a line through the logarithm of their mean, for counts that
--- vary as a negative binomial, or a Poisson. A part of a year counts for its share.
---@param given? { method: string?, first: integer? }
---@return table fit { slope =, level =, center =, dispersion =, growth = }
function methods:fit(given)
  local who = "counts:fit"
  given = arguments.check(who, given or {}, { method = "negative binomial", first = self.first })
  local method = ({ ["negative binomial"] = true, Poisson = true, poisson = true })[given.method]
    and (given.method == "poisson" and "Poisson" or given.method) or errors.raise(
    ("%s: there is no method '%s'"):format(who, tostring(given.method)),
    "write method = \"negative binomial\" or \"Poisson\"")
  local x, y, exposure = {}, {}, {}
  for _, row in ipairs(self.rows) do
    if row.year >= given.first then
      x[#x + 1], y[#y + 1] = row.year, row.new
      exposure[#exposure + 1] = math.min(1, self.last_year - row.year)
    end
  end
  local _, found = core.fit({ x = { x }, y = y, weights = exposure }, method)
  local b, c = found.coefficients, found.covariance
  local center = found.means[1]
  local function normal(mean, sd, what)
    return graph.input("normal", { graph.constant(mean), graph.constant(sd) }):named(what)
      :source(("%s regression of %d years, %s"):format(method, #x, self.source))
  end
  local slope = normal(b[2], math.sqrt(c[2][2]), "growth of new models, log a year")
  return { slope = slope, center = center, dispersion = found.dispersion, method = method,
    level = normal(found.level, found.level_error, "new models, log, middle of the data"),
    growth = exp(slope):named("new models, factor a year"), statistics = found }
end

-- The new models of a part of a year: a Poisson count, whose mean varies as a gamma where counts
-- vary more than Poisson's.
local function draw_new(fit, year, share)
  local mean = exp(fit.level + fit.slope * (year - fit.center)) * share
  if fit.dispersion > 0 then
    mean = mean * graph.input("gamma", { graph.constant(1 / fit.dispersion),
      graph.constant(fit.dispersion) })
  end
  return graph.input("poisson", { mean })
end

--- New and cumulative models of the years to come: what the fit leaves uncertain, and what chance
--- adds. The last year of the data counts from where they end.
---@param given { last: integer, method: string?, first: integer? }
---@return { new: quantity, cumulative: quantity, year: table, fit: table } quantities by year
function methods:forecast(given)
  given = arguments.check("counts:forecast", given,
    { last = "required", method = "negative binomial", first = self.first })
  local first = math.floor(self.last_year)
  if type(given.last) ~= "number" or given.last < first or given.last % 1 ~= 0 then
    errors.raise(("counts:forecast: last is a year from %d on"):format(first))
  end
  local fit = self:fit { method = given.method, first = given.first }
  local year = axis.range("year", first, given.last)
  local new, known = {}, self.rows[#self.rows]
  for label = first, given.last do
    local share = label == first and 1 - (self.last_year - first) or 1
    local already = known and known.year == label and known.new or 0
    local more = share > 0 and draw_new(fit, label, share) or 0
    new[#new + 1] = already + more
  end
  local before = known.cumulative - (known.year == first and known.new or 0)
  local by_year = year(new):named("new models, " .. self.name)
  return { new = by_year, year = year, fit = fit,
    cumulative = (by_year:cumulative(year) + before):named("models, " .. self.name) }
end

local function domains_of(rows)
  local totals, names = {}, {}
  for _, row in ipairs(rows) do
    for domain, count in pairs(row.domains) do
      if not totals[domain] then names[#names + 1] = domain end
      totals[domain] = (totals[domain] or 0) + count
    end
  end
  table.sort(names, function(a, b)
    if totals[a] ~= totals[b] then return totals[a] > totals[b] end
    return a < b
  end)
  return names
end

local MOST_DOMAINS = 4

-- A table by year: new, cumulative, and the most frequent domains. A model may have several.
local function report(self)
  local columns, rows = { "year", "new", "cumulative" }, {}
  local domains = domains_of(self.rows)
  for j = 1, math.min(#domains, MOST_DOMAINS) do columns[#columns + 1] = domains[j] end
  for i, row in ipairs(self.rows) do
    local is_partial = row.year + 1 > self.last_year + 0.01
    rows[i] = { { text = ("%d%s"):format(row.year, is_partial and "*" or ""), value = row.year },
      row.new, row.cumulative }
    for j = 1, #columns - 3 do rows[i][j + 3] = row.domains[domains[j]] or 0 end
  end
  output.add { kind = "table", title = ("Models above %s (%s)"):format(self.name, self.source),
    columns = columns, rows = rows }
end

local function text(self)
  local last = self.rows[#self.rows]
  return ("models above %s: %d to %d, %d of them in %d"):format(self.name, last.cumulative,
    last.year, last.new, last.year)
end

--- How many models are above a threshold of compute or cost, by year.
---
---     above = trend.counts{ models = data.models "models.csv", threshold = q"1e25 FLOP" }
---     show(above)                                    -- new and cumulative, by year and domain
---     show(above:rate_a_month())
---     show(above:forecast{ last = 2028 }.cumulative)
---
--- `models` is what data.models gives, or a list of { name =, date =, compute = (FLOP), cost =
--- (USD), domain = }; the built-in catalog's unless given. Where only counts are known, they can
--- stand in place of models: new = { [2021] = 1, [2022] = 0, ... }.
---
---@class outlay.trend.counts
---@field threshold quantity | string compute or cost
---@field models? table
---@field new? table<integer, integer> new models by year
---@field domain? string only models of it: part of the name is enough
---@field first? integer the first year, from which on a fit goes; earlier models count as
---  cumulative ones; that of the first model unless given
---@field until_date? string the day on which the data end: later models are left out
---@field source? string
---@param given outlay.trend.counts
---@return table counts { rows = { { year =, new =, cumulative =, names =, domains = } }, first =,
---  last_year =, found = models above, name = } with methods fit, forecast, rate_a_month
function M.counts(given)
  local who = "trend.counts"
  given = arguments.check(who, given, { threshold = "required", models = "optional",
    new = "optional", domain = "optional", first = "optional", until_date = "optional",
    source = "optional" })
  if given.first ~= nil and (type(given.first) ~= "number" or given.first % 1 ~= 0) then
    errors.raise(("%s: first is a year, not %s"):format(who, tostring(given.first)))
  end
  local threshold = quantity.of(given.threshold)
  local field, number = measure_of(threshold, who)
  local self = { name = tostring(threshold), field = field, found = false }
  if given.new then
    if given.models then errors.raise(who .. " takes models or new, not both") end
    local before
    self.rows, before = rows_of_table(given.new, given.first, who)
    self.source = given.source or "counts"
    self.last_year = given.until_date and end_of(given, nil, who)
      or self.rows[#self.rows].year + 1
    check_end(self.rows, self.last_year, given.until_date, who)
    accumulate(self.rows, before)
  else
    local records = list_of.list(given.models, who)
    given.last_year = end_of(given, records, who)
    self.last_year = given.last_year
    local known
    self.found, known = above(records, field, number, given)
    self.source = given.source
      or ("%d models, %d with a known %s"):format(#records, known, field)
    local last = math.ceil(self.last_year) - 1
    local before
    self.rows, before = rows_of(self.found, given.first or first_year_of(self.found, last), last)
    accumulate(self.rows, before)
  end
  self.first = self.rows[1].year
  for name, method in pairs(methods) do self[name] = method end
  return setmetatable({}, {
    __index = function(_, name)
      if self[name] ~= nil then return self[name] end
      errors.raise(("counts have no '%s'"):format(tostring(name)),
        strict.suggestion(tostring(name), strict.keys(self)))
    end,
    __newindex = function() errors.raise("counts have no fields to set") end,
    __tostring = text,
    __metatable = strict.locked { fields = function() return strict.keys(self) end,
      __show = report },
  })
end

return M
