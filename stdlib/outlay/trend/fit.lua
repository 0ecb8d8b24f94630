--- trend.fit: a line through points, on plain or logarithmic scales, as a distribution.
local arguments = require "outlay.language.arguments"
local core = require "core.regression"
local curve = require "outlay.trend.curve"
local errors = require "core.error"
local graph = require "core.graph"
local points = require "outlay.trend.points"
local quantity = require "outlay.language.quantity"
local report = require "outlay.trend.report"
local strict = require "outlay.language.strict"

local M = {}

local bases = { log10 = 10, log = math.exp(1), linear = false }
local methods = { "least squares", "Huber", "Theil-Sen", "quantile" }

-- ---- what is asked for ----

local function base_of(given, argument, who)
  local base = bases[given[argument]]
  if base == nil then
    errors.raise(("%s: there is no scale '%s'"):format(who, tostring(given[argument])),
      strict.suggestion(tostring(given[argument]), strict.keys(bases)))
  end
  return base
end

local function method_of(given, who)
  for _, name in ipairs(methods) do
    if type(given.method) == "string" and name:lower() == given.method:lower() then return name end
  end
  errors.raise(("%s: there is no method '%s'"):format(who, tostring(given.method)),
    strict.suggestion(tostring(given.method), methods))
end

local function logarithms(numbers, base, who, what, place)
  if not base then return numbers end
  for i, number in ipairs(numbers) do
    if number <= 0 then
      errors.raise(("%s: %s%s is %.6g, and a logarithmic scale has only positive values")
        :format(who, what, place and " of " .. place(i) or "", number),
        "leave such points out, or fit with scale = \"linear\"")
    end
  end
  return core.log(numbers, base)
end

-- ---- the coefficients as quantities ----

-- How much wider a draw spreads, given others of the same multivariate t.
local function widening(degrees, squares, before)
  return sqrt((degrees + squares) / (degrees + before))
end

-- Slope, level at the center and deviation of an outcome are a multivariate t: draws after the
-- first have one degree of freedom more for each before them, and the spread that those leave
-- (Ding, "On the conditional distribution of the multivariate t distribution", The American
-- Statistician 70, 2016). So intervals at any x are Student's, exactly.
local function draw(degrees, what)
  return graph.input("student_t", { graph.constant(degrees), graph.constant(0), graph.constant(1) })
    :named(what)
end

-- Not an input where there is no error: points that lie on a line.
local function slope_of(f)
  if f.slope_error == 0 then return quantity.of(f.slope), quantity.of(0) end
  local slope = graph.input("student_t", { graph.constant(f.degrees), graph.constant(f.slope),
    graph.constant(f.slope_error) }):named("slope of " .. f.name):source(f.source)
  return slope, ((slope - f.slope) / f.slope_error) ^ 2
end

local function level_of(f, of_slope)
  if f.level_error == 0 then return quantity.of(f.level), of_slope end
  local t = draw(f.degrees + 1, "level of " .. f.name .. ", standard errors")
  local level = f.level + f.level_error * widening(f.degrees, of_slope, 1) * t
  return level, of_slope + widening(f.degrees, of_slope, 1) ^ 2 * t ^ 2
end

local own = { methods = {}, fields = {} }

-- A quantile line is not the middle of the points, and half of them on a line say nothing of how
-- far the others lie.
local function check_spread(self, who)
  local s = self.statistics
  if self.method == "quantile" then
    errors.raise(("%s: a line of a quantile has no spread around it"):format(who),
      "ask for the line itself, or fit by least squares, Huber or Theil-Sen")
  end
  if s.residual_sd == 0 and not s.is_exact then
    errors.raise(("%s: half of the points or more lie on the line exactly, which tells no spread")
      :format(who), "fit by least squares")
  end
end

-- One more observation's distance from the curve, on the scale of the fit: a draw of its own.
function own.methods:deviation()
  local s = self.statistics
  check_spread(self, self.name)
  if s.residual_sd == 0 then return quantity.of(0) end
  local t = draw(s.degrees + 2, "deviation from " .. self.name .. ", standard errors")
  local off = s.residual_sd * widening(s.degrees, self.squares, 2) * t
  return self.base and off or off * self.one
end

-- ---- intervals in closed form ----

local function check_level(who, level)
  if type(level) == "number" and level > 0 and level < 1 then return level end
  errors.raise(("%s: the level of an interval is a share such as 0.9"):format(who))
end

local function back(self, number)
  return (self.base and self.base ^ number or number) * self.one
end

--- The interval of the curve at x, or with spread = true of one more observation: in closed form,
--- by Student's t, without samples.
---@param x number | string
---@param given? { level: number?, spread: boolean? }
---@return { low: quantity, value: quantity, high: quantity }
function own.methods:interval(x, given)
  local who = self.name .. ":interval"
  given = arguments.check(who, given or {}, { level = 0.9, spread = false })
  if given.spread then check_spread(self, who) end
  local at = type(x) == "string" and require("outlay.language.time").of(x, who) or x
  if graph.is_node(at) then
    at = require("outlay.language.extract").value(at, self.x_unit or nil)
  end
  if self.power then at = logarithms({ at }, self.base, who, "x")[1] end
  local p = core.predict(self.handle, { at }, check_level(who, given.level))
  return {
    low = back(self, given.spread and p.outcome_low or p.low), value = back(self, p.value),
    high = back(self, given.spread and p.outcome_high or p.high),
  }
end

--- The interval of the slope, or of the factor a year where there is one, in closed form.
---@param level? number 0.9 unless given
---@return { low: number, value: number, high: number }
function own.methods:growth_interval(level)
  level = check_level(self.name .. ":growth_interval", level or 0.9)
  local s = self.statistics
  local reach = s.slope_error * require("core.distribution").quantile("student_t",
    { s.degrees, 0, 1 }, 0.5 + level / 2)
  local function of(slope)
    return self.base and not self.power and self.base ^ slope or slope
  end
  return { low = of(s.slope - reach), value = of(s.slope), high = of(s.slope + reach) }
end

-- ---- without assuming normal residuals ----

--- Slope and growth by the bootstrap: the points drawn again and again with replacement, and fitted
--- by the same method. The draws depend on the seed alone.
---@param given? { replicates: integer?, seed: integer? }
---@return { slope: quantity, growth: quantity? }
function own.methods:bootstrap(given)
  given = arguments.check(self.name .. ":bootstrap", given or {}, { replicates = 2000, seed = 1 })
  local lists = core.bootstrap(self.data, self.method, self.quantile, given.seed, given.replicates)
  local slope = require("outlay.language.distribution").empirical(lists[2])
    :named("slope of " .. self.name .. ", bootstrap"):source(self.source)
  local found = { slope = slope }
  if self.base and not self.power then
    found.growth = (self.base ^ slope):named(self.name .. ", factor a year, bootstrap")
  end
  return found
end

--- Where the trend bends: joined lines with 0, 1, ... `most` breaks, by least squares with the
--- fit's weights, and the number of breaks with the lowest BIC as `best`.
---@param given? { most: integer? }
---@return { best: table, [integer]: table } each { places =, slopes =, growth =, bic =, breaks = }
function own.methods:breaks(given)
  local who = self.name .. ":breaks"
  given = arguments.check(who, given or {}, { most = 2 })
  if self.method ~= "least squares" then
    errors.raise(("%s: bends are looked for by least squares, and the fit is by %s"):format(who,
      self.method), "fit with method = \"least squares\"")
  end
  local found = core.breaks(self.data, given.most)
  for i, fit in ipairs(found) do
    fit.breaks = i - 1
    if self.base and not self.power then
      fit.growth = {}
      for j, slope in ipairs(fit.slopes) do fit.growth[j] = self.base ^ slope end
    end
    if not found.best or fit.bic < found.best.bic then found.best = fit end
  end
  return found
end

--- Distances of the points from the curve, on the scale of the fit.
---@return number[]
function own.methods:residuals()
  local list = {}
  for i, y in ipairs(self.data.y) do list[i] = y - self.fitted[i] end
  return list
end

own.text, own.report = report.line, report.show

-- ---- the fit ----

-- The level is that at the means of x, where it varies apart from the slope.
local function statistics_of(found)
  local b, c = found.coefficients, found.covariance
  return {
    count = found.count, degrees = found.degrees, method = found.method,
    slope = b[2], slope_error = math.sqrt(c[2][2]),
    intercept = b[1], intercept_error = math.sqrt(math.max(c[1][1], 0)),
    level = found.level, level_error = found.level_error,
    residual_sd = found.scale, r_squared = found.r_squared, is_exact = found.is_exact,
  }
end

local function make(given, there, bases_of, data, method)
  local handle, found = core.fit(data, method, given.quantile)
  local center, s = found.means[1], statistics_of(found)
  s.name, s.source = given.name, given.source_text
  local slope, of_slope = slope_of(s)
  local level, squares = level_of(s, of_slope)
  local base, one = bases_of.y, given.unit and quantity.parse("1 " .. given.unit) or quantity.of(1)
  local start = (base and base ^ level or level) * one
  if not base then slope = slope * one end
  local middle = bases_of.x and base ^ center or center
  return curve.new({
    name = given.name, source = given.source_text, base = base or nil, one = one,
    power = bases_of.x and true or nil, x_is = there.x_is, x_unit = given.x_unit,
    unit = given.unit, center = center, slope = slope, squares = squares,
    start = start:named(("%s at %.6g"):format(given.name, middle)):source(given.source_text),
    statistics = s, method = method, quantile = given.quantile, handle = handle, data = data,
    fitted = found.fitted, skipped = there.skipped,
  }, own)
end

--- A trend: the line through points, as a distribution. Its parameters and predictions are
--- quantities, so that a scenario carries what the fit leaves uncertain.
---
---     cost = trend.fit{ rows = data.csv "runs.csv", x = "date", y = "cost", unit = "USD2023",
---       scale = "log10", name = "cost" }
---     show(cost)                           -- growth, doubling time, R2
---     show(cost:at(2027.0), "MUSD2023")    -- a distribution
---     show(cost:reaches(q"1 GUSD2023"))    -- when
---
--- x are dates such as "2023-03-15", years, numbers, or certain quantities; y numbers with a unit,
--- or certain quantities; with `rows` (of data.csv, or records) both are names of columns, and rows
--- without one of them are left out. On a scale "log10" (or "log") growth is by a factor; with
--- x_scale too it is a power law, whose `learning_rate` is Wright's. Methods: "least squares" (with
--- weights, if given), "Huber" and "Theil-Sen", which outliers move little, and "quantile": the
--- line below which the share `quantile` of the points lies. Coefficients are Student's t: on a
--- logarithmic scale a prediction has a median and quantiles, and of few points hardly a mean.
---
---@class outlay.trend.fit_arguments
---@field x (number|string|quantity)[] | string
---@field y (number|quantity)[] | string
---@field rows? table[]
---@field weights? number[] | string
---@field unit? string of y; 1 unless given
---@field x_unit? string of x where it is an amount
---@field scale? "linear" | "log10" | "log" linear unless given
---@field x_scale? "linear" | "log10" | "log" linear unless given
---@field method? string "least squares" unless given
---@field quantile? number 0.5 unless given
---@field name? string what reports call it: "trend" unless given
---@field source? string where the points come from; of rows of a file, the file
---@param given outlay.trend.fit_arguments
---@return outlay.trend.curve fit
function M.fit(given)
  local who = "trend.fit"
  given = arguments.check(who, given, {
    x = "required", y = "required", rows = "optional", weights = "optional", unit = "optional",
    x_unit = "optional", scale = "linear", x_scale = "linear", method = "least squares",
    quantile = 0.5, name = "trend", source = "optional",
  })
  local bases_of = { x = base_of(given, "x_scale", who), y = base_of(given, "scale", who) }
  local method = method_of(given, who)
  if type(given.quantile) ~= "number" or given.quantile <= 0 or given.quantile >= 1 then
    errors.raise(("%s: quantile is a share between 0 and 1, not %s"):format(who,
      tostring(given.quantile)), "write quantile = 0.9")
  end
  if bases_of.x and bases_of.x ~= bases_of.y then
    errors.raise(("%s: x_scale is \"%s\" and scale is \"%s\""):format(who, given.x_scale,
      given.scale), "a power law has the same logarithm on both")
  end
  local there = points.read(given, who)
  if bases_of.x and there.x_is == "time" then there.x_is = "number" end
  local data = {
    x = { logarithms(there.x, bases_of.x, who, "x", there.place) },
    y = logarithms(there.y, bases_of.y, who, "y", there.place), weights = there.weights,
  }
  given.source_text = ("%s of %d points%s"):format(method, #there.y,
    there.source and ", " .. there.source or "")
  return make(given, there, bases_of, data, method)
end

return M
