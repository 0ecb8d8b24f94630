-- The word `claim`: what each verdict takes, expectations, and what is said of mistakes.
local all = require("outlay.claim").all
defaults{ sampling = "sobol", samples = 65536 }

local count = 0

local function made(given)
  count = count + 1
  given.says = given.says or "something"
  return claim("t" .. count)(given)
end

local function verdict_of(given) return made(given).verdict end

local function gives(name, verdict, given)
  check(("%s: %s"):format(name, verdict), verdict_of(given), "==", verdict)
end

-- ---- a model without uncertainty ----

gives("a figure at the edge of 5 %", "reproduced", { states = "100 USD", model = q"105 USD" })
gives("a figure below by 5 %", "reproduced", { states = "100 USD", model = q"95 USD" })
gives("a figure beyond 5 %", "contradicted", { states = "100 USD", model = q"105.1 USD" })
gives("another tolerance", "reproduced",
  { states = "100 USD", model = q"109 USD", tolerance = 0.1 })
gives("no tolerance", "contradicted", { states = 100, model = 101, tolerance = 0 })
gives("other units of the same kind", "reproduced", { states = "1.2 MUSD", model = q"1200 kUSD" })
gives("a share in per cent", "reproduced", { states = "70 %", model = 0.687 })
gives("the opposite sign", "contradicted", { states = 50, model = -50 })
gives("nothing where something is stated", "contradicted", { states = 50, model = 0 })
gives("a range", "reproduced", { states = "25 to 50 MUSD", model = q"50 MUSD" })
gives("beyond a range", "contradicted", { states = "25 to 50 MUSD", model = q"51 MUSD" })
gives("a range from zero", "reproduced", { states = "0 to 50 MUSD", model = q"1 MUSD" })
gives("at least", "reproduced", { states = { at_least = "100 MUSD" }, model = q"100 MUSD" })
gives("less than at least", "contradicted",
  { states = { at_least = "100 MUSD" }, model = q"99 MUSD" })
gives("at most", "reproduced", { states = { at_most = "100 MUSD" }, model = q"99 MUSD" })
gives("more than at most", "contradicted",
  { states = { at_most = "100 MUSD" }, model = q"101 MUSD" })
gives("at least and at most", "reproduced",
  { states = { at_least = "1 MUSD", at_most = "2 MUSD" }, model = q"1.5 MUSD" })

-- ---- an uncertain model: normal with mean 100 and sd 10 ----
-- Its 90 % interval is 83.55 to 116.45, its 99.8 % interval 69.10 to 130.90.

local spread = normal{ mean = 100, sd = 10 }
gives("the median within 5 %", "reproduced", { states = 104, model = spread })
gives("the 90 % interval reaches it", "inside", { states = 120, model = spread })
gives("only the 99.8 % interval does", "outside", { states = 130, model = spread })
gives("not even that", "contradicted", { states = 140, model = spread })
gives("below, inside", "inside", { states = 85, model = spread })
gives("below, outside", "outside", { states = 72, model = spread })
gives("below, contradicted", "contradicted", { states = 60, model = spread })
gives("a range around the median", "reproduced", { states = "90 to 101", model = spread })
gives("a range beside it", "inside", { states = "110 to 200", model = spread })
gives("a bound below the median", "reproduced", { states = { at_least = 99 }, model = spread })
gives("a bound above it", "inside", { states = { at_least = 116 }, model = spread })
gives("a bound in the tail", "outside", { states = { at_least = 120 }, model = spread })
gives("a bound beyond the tail", "contradicted", { states = { at_least = 135 }, model = spread })
gives("a stated quantity with an interval", "reproduced",
  { states = uniform(90, 110), model = spread })

-- ---- dates ----

gives("a day within a month", "reproduced", { states = { date = "2025-08" }, model = "2025-08-02" })
gives("a day within a year", "reproduced", { states = { date = "2025" }, model = "2025-08-02" })
gives("another year", "contradicted", { states = { date = "2025-08" }, model = "2024-08-01" })

-- ---- not testable ----

gives("no figure", "not testable", { untestable = "it states none" })
gives("a figure without a model", "not testable", { states = 48, untestable = "a survey" })
gives("a model, but nothing to hold against it", "not testable",
  { model = q"1 USD", untestable = "a forecast" })

-- ---- the parts of a claim ----

local whole = made{
  says = "costs rise tenfold", states = 10, by = "somebody", basis = "recalled",
  given = { before = q"10 USD", after = q"1 USD" },
  model = function(given) return given.after / given.before end,
  original = { says = "costs fall tenfold", states = 0.1 },
  also = {
    { about = "saved", model = function(given) return given.before - given.after end,
      states = "9 USD" },
    { about = "before", model = function(given) return given.before end },
  },
}
check("as it circulates", whole.verdict, "==", "contradicted")
check("the original has the model of the claim", whole.original.verdict, "==", "reproduced")
check("another figure has the inputs of the claim", whole.also[1].verdict, "==", "reproduced")
check("a figure without a statement has no verdict", whole.also[2].verdict == nil)
check("its figure is computed", whole.also[2].computed.value, "==", 10)
check("in its unit", whole.also[2].computed.unit, "==", "USD")
check("what the record rests on", whole.basis, "==", "recalled")
check("an interval is the 5 % and 95 % quantiles",
  math.abs(made{ states = 100, model = spread }.computed.low - 83.55) < 0.02)

local listed = all()
check("all claims, in their order", #listed, "==", count)
listed[1].verdict = "spoilt"
check("what a script gets is a copy", all()[1].verdict ~= "spoilt")

-- ---- expectations that hold; those that fail are in tests/repl/cases/check.case ----

check("a verdict", made{ states = 1, model = 1, expect = "reproduced" }.holds)
check("a figure to its digits", made{ states = "1 BUSD", model = q"1.1349 BUSD",
  expect = "1.13 BUSD", tolerance = 0.2 }.holds)
check("trailing zeros count", made{ states = 13, model = 13.04, expect = "13.0" }.holds)
check("with powers of ten", made{ states = "1e28 FLOP", model = q"1.293e28 FLOP",
  expect = "1.29e28 FLOP" }.holds)
check("the ends of an interval", made{ states = 100, model = spread,
  expect = { verdict = "reproduced", figure = "100", low = "84", high = "116" } }.holds)
check("nothing expected", made{ states = 1, model = 2 }.holds == nil)

-- ---- mistakes ----

local function says(text, f)
  local ok, problem = pcall(f)
  local message = ok and "no error" or problem.message .. " / " .. (problem.advice or "")
  check("says: " .. text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

local function wrong(text, given)
  says(text, function() made(given) end)
end

says("claim needs a name", function() claim{ says = "x" } end)
says("needs 'says'", function() claim "m1" { states = 1, model = 1 } end)
says("has no argument 'modle'", function() claim "m2" { says = "x", modle = 1 } end)
says("is there already", function() claim "t1" { says = "x", states = 1, model = 1 } end)
wrong("states no figure", { model = 1 })
wrong("has no model", { states = 1 })
wrong("the model returns nothing", { states = 1, model = function() end })
wrong("the model gives a table", { states = 1, model = function() return {} end })
wrong("the model gives a condition", { states = 1, model = gt(q"2 USD", q"1 USD") })
wrong("the model gives a value with axes",
  { states = 1, model = axis("a", { "x", "y" }){ 1, 2 } })
wrong("what is stated is Money, and the model gives Power",
  { states = "1 USD", model = q"1 kW" })
wrong("states says nothing", { states = {}, model = 1 })
wrong("has no argument 'atleast'", { states = { atleast = 1 }, model = 1 })
wrong("at_least is more than at_most", { states = { at_least = 2, at_most = 1 }, model = 1 })
wrong("'August' is not a date", { states = { date = "August" }, model = "2024-08-01" })
wrong("a date is held against a date", { states = { date = "2025" }, model = q"1 USD" })
wrong("a date is held against a date", { states = 2025, model = "2025-08-02" })
wrong("a tolerance is a relative one", { states = 1, model = 1, tolerance = 5 })
wrong("did you mean reproduced?", { states = 1, model = 1, expect = "reprodced" })
wrong("what is expected is Money, and the model gives a plain number",
  { states = 1, model = 1, expect = "5 USD" })
wrong("there is no model", { states = 1, untestable = "why", expect = "1" })
wrong("needs what it is about", { states = 1, model = 1, also = { { model = 1 } } })
wrong("says is a text", { says = 5, states = 1, model = 1 })
wrong("given has no 'prize'", { states = 1, given = { price = 1 },
  model = function(given) return given.prize end })

-- ---- years ----

local doubling = trend.exponential{ start = q"1 MUSD", at = 2020, growth = 2, name = "spending" }
local reached = doubling:reaches(q"128 MUSD") -- 2027.0
gives("a year that is met", "reproduced", { states = 2027, model = reached })
gives("a year beside it, for a year counts to its end", "reproduced",
  { states = 2026, model = reached })
gives("5 % of a year's number are no tolerance", "contradicted", { states = 2060, model = reached })
gives("a tolerance in years", "reproduced", { states = 2030, model = reached, tolerance = 4 })
gives("a curve that reaches a value in the year stated", "reproduced",
  { states = { date = "2027" }, model = reached })
gives("and in another", "contradicted", { states = { date = "2025-08" }, model = reached })
gives("a decimal year against a date", "reproduced", { states = { date = "2025" }, model = 2025.4 })
local wide = trend.exponential{ start = q"1 MUSD", at = 2020, growth = q"1.8 to 2.2", name = "it" }
gives("a distribution of years", "inside",
  { states = { date = "2028" }, model = wide:reaches(q"128 MUSD") })
local dated = made{ states = 2027, model = reached }
check("years are written as years", dated.stated.text .. " " .. dated.computed.text, "==",
  "2027 2027.0")
check("what is apart is said in years", made{ states = 2020, model = reached }.why, "==",
  "7 years later than stated; 1 year is allowed")

-- ---- what the words leave open, and what lies beyond an interval ----

check("a reading is carried", made{ states = 2, model = 2, reading = "a pair" }.stated.reading,
  "==", "a pair")
local beyond = made{ states = 140, model = spread }
check("the ends of the 99.8 % interval", math.abs(beyond.computed.most - 130.9) < 0.1)
check("and in words", beyond.why:find("99.8 % interval, 69.2 to 130.9;", 1, true) ~= nil)
check("less is less, below zero too", made{ states = -10, model = -12 }.why:find("20 % less", 1,
  true) ~= nil)
check("digits after a sign of currency count", made{ states = "1 BUSD", model = q"1.1349 BUSD",
  tolerance = 0.2, expect = "$1.13B" }.holds)
check("zero to its digits", made{ states = 0, model = 0.004, expect = "0.00" }.failures == nil)

wrong("'2025-13' is not a date", { states = { date = "2025-13" }, model = "2025-08-02" })
wrong("'August 2025', which is not a date", { states = { date = "2025" }, model = "August 2025" })
wrong("does not say whether it is in '2025-08-02'",
  { states = { date = "2025-08-02" }, model = "2025-08" })
wrong("is said to be untestable", { states = 1, model = 1, untestable = "why" })
wrong("cannot convert USD2023 to USD", { states = "70 MUSD", model = q"70 MUSD2023" })
wrong("cannot convert USD to USD2023", { states = "70 MUSD2023", model = q"70 MUSD" })
gives("dollars of one year against those of another", "reproduced",
  { states = "72.9 MUSD2023", model = q"70 MUSD2022" })
wrong("nothing is stated", { untestable = "why", reading = "a pair" })
wrong("write \"50\"", { states = 50, model = 50, expect = 50 })
wrong("not UTF-8", { says = "a\255b", states = 1, model = 1 })
wrong("control characters", { says = "a\0b", states = 1, model = 1 })
