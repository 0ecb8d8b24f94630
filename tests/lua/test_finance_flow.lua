-- Flows by period: nothing is lost between periods, delays move money, and tax by hand.
local near = check_near
local year = axis.range("year", 2026, 2031)
local function at(x, label) return x:at{ year = label } end

-- ---- once, evenly, running ----

local once = finance.once{ amount = q"10 MUSD", on = 2027, over = year }
near("an amount is in its period", at(once, 2027), q"10 MUSD")
near("and in no other", once:sum(year), q"10 MUSD")
near("a date counts by its day", at(finance.once{ amount = q"1 MUSD", on = "2027-12", over = year },
  2027), q"1 MUSD")
near("a delay moves it to the next year", at(finance.once{ amount = q"1 MUSD", on = "2027-12",
  delay = q"2 month", over = year }, 2028), q"1 MUSD")
near("a time since the start", at(finance.once{ amount = q"1 MUSD", on = q"30 month", over = year },
  2028), q"1 MUSD")
local late = finance.once{ amount = q"100 MUSD", on = 2026, delay = uniform(0, 1) * q"2 year",
  over = year }
near("an uncertain delay puts it into one of the years, in each sample", mean(at(late, 2027)),
  q"50 MUSD", 1e-2)
near("and none of it gets lost", p1(late:sum(year)), q"100 MUSD")

local built = finance.evenly{ amount = q"36 MUSD", from = 2026.5, time = q"18 month", over = year }
near("half a year of eighteen months", at(built, 2026), q"12 MUSD", 1e-12)
near("the rest", at(built, 2027), q"24 MUSD", 1e-12)
near("all of it", built:sum(year), q"36 MUSD", 1e-12)

local runs = finance.running{ yearly = q"10 MUSD/year", from = 2027, to = 2029.5, over = year }
near("a running cost", at(runs, 2027), q"10 MUSD", 1e-12)
near("for half a year at the end", at(runs, 2029), q"5 MUSD", 1e-12)
near("25 years' worth of tenths", runs:sum(year), q"25 MUSD", 1e-12)
local ramp = finance.running{ yearly = q"10 MUSD/year", from = 2027, ramp = q"1 year", over = year }
near("a year's even ramp costs half of the year", at(ramp, 2027), q"5 MUSD", 1e-12)
near("and then the whole", at(ramp, 2028), q"10 MUSD", 1e-12)
near("a long ramp is an average of a line", at(finance.level{ from = 2026, ramp = q"4 year",
  over = year }, 2027), 0.375, 1e-12)

local month = axis.range("month", 1, 36)
near("months: a purchase after eighteen of them", finance.once{ amount = q"1 MUSD",
  on = q"18 month", over = month }:at{ month = 19 }, q"1 MUSD")
near("months: a year of running", finance.running{ yearly = q"12 MUSD/year", from = 13,
  time = q"1 year", over = month }:at{ month = 24 }, q"1 MUSD", 1e-12)

-- ---- prices ----

near("inflation", at(finance.escalated{ amount = q"10 MUSD", rate = 0.03, over = year }, 2028),
  q"10.609 MUSD", 1e-12)
near("real and nominal rates", finance.nominal_rate{ inflation = 0.025,
  real = finance.real_rate{ nominal = 0.08, inflation = 0.025 } }, 0.08, 1e-12)
near("real money at a real rate is worth what nominal money is at a nominal one",
  finance.npv{ cash = runs, over = year,
    rate = finance.real_rate{ nominal = 0.08, inflation = 0.025 } },
  finance.npv{ cash = finance.escalated{ amount = runs, rate = 0.025, over = year }, rate = 0.08,
    over = year }, 1e-12)
near("exchange with a drift", at(finance.exchanged{ amount = q"10 MEUR", rate = q"1.1 USD",
  drift = 0.02, over = year }, 2028), q"11.4444 MUSD", 1e-12)

-- ---- tax ----

local wear = finance.depreciation{ price = q"100 MUSD", over = year, on = 2026 }
for i, per_cent in ipairs{ 20, 32, 19.2, 11.52, 11.52, 5.76 } do
  near("MACRS of five years, year " .. i, at(wear.deduction, 2025 + i), per_cent * u.MUSD, 1e-12)
end
near("all of it is deducted in six years", wear.deduction:sum(year), q"100 MUSD", 1e-12)
near("nothing remains", wear.remaining + q"1 USD", q"1 USD", 1e-6)
for _, life in ipairs{ 3, 7, 15 } do
  local long = axis.range("year", 1, 20)
  near(("MACRS of %d years deducts all"):format(life), finance.depreciation{ price = q"1 USD",
    life = life, over = long }.deduction:sum(long), q"1 USD", 1e-12)
end
local bonus = finance.depreciation{ price = q"100 MUSD", over = year, on = 2028, bonus = 0.4 }
near("a bonus comes first", at(bonus.deduction, 2028), q"52 MUSD", 1e-12)
near("nothing before it is in service", at(bonus.deduction, 2027), q"0 USD")
near("what the axis does not reach remains", bonus.remaining, q"10.368 MUSD", 1e-9)
near("straight line", at(finance.depreciation{ price = q"100 MUSD", method = "straight_line",
  life = 4, over = year }.deduction, 2029), q"25 MUSD", 1e-12)
near("half a year of a life", at(finance.depreciation{ price = q"100 MUSD",
  method = "straight_line", life = 2.5, over = year }.deduction, 2028), q"20 MUSD", 1e-12)

local income = year{ q"-50 MUSD", q"20 MUSD", q"40 MUSD", q"10 MUSD", q"-5 MUSD", q"5 MUSD" }
near("losses are offset", at(finance.tax{ income = income, rate = 0.2, over = year }, 2026),
  q"-10 MUSD", 1e-12)
local carried = finance.tax{ income = income, rate = 0.2, losses = "carry", over = year }
local due = { 0, 0, 2, 2, 0, 0 }
for i, amount in ipairs(due) do
  near("losses are carried, year " .. i, at(carried, 2025 + i) + q"1 MUSD", (1 + amount) * u.MUSD,
    1e-12)
end
near("the rate of the United States", at(finance.tax{ income = income, over = year }, 2028),
  q"8.4 MUSD", 1e-12)
near("depreciation saves its part of tax", finance.tax{ income = income, over = year, rate = 0.2,
  deduction = wear.deduction }:sum(year), -q"16 MUSD", 1e-12)

local function refuses(name, f, given, ...)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or problem.message .. "; " .. (problem.advice or "")
  for _, words in ipairs{ ... } do check(name .. ": " .. text, text:find(words, 1, true) ~= nil) end
end
refuses("a purchase after the end", finance.once,
  { amount = q"1 USD", on = 2031, delay = q"18 month", over = year },
  "it ends after the last period", "cut = true")
refuses("a purchase before the start", finance.once, { amount = q"1 USD", on = 2025, over = year },
  "before the first period", "year = 2026")
refuses("an uncertain delay that may be too long", finance.once, { amount = q"1 USD", on = 2030,
  delay = q"1 to 3 year", over = year }, "after the last period, in ", "% of samples")
near("what comes after the end is cut off if so wished", finance.once{ amount = q"1 USD",
  on = 2040, cut = true, over = year }:sum(year), q"0 USD")
refuses("a negative delay", finance.once,
  { amount = q"1 USD", on = 2030, delay = q"-1 month", over = year }, "is not negative")
refuses("a delay as a number", finance.once,
  { amount = q"1 USD", on = 2030, delay = 6, over = year }, "delay is a plain number")
refuses("two ends", finance.running,
  { yearly = q"1 USD/year", from = 2026, to = 2027, time = q"1 year", over = year },
  "one of the two")
refuses("an end before the start", finance.running,
  { yearly = q"1 USD/year", from = 2028, to = 2027, over = year }, "it ends before it begins")
refuses("an amount that runs", finance.running, { yearly = q"1 USD", from = 2026, over = year },
  "yearly is an amount without a time", "q\"40 MUSD/year\"")
refuses("a moment that is none", finance.once, { amount = q"1 USD", on = "soon", over = year },
  "on is 'soon', which is no moment", "2026")
refuses("a date on an axis of months", finance.once,
  { amount = q"1 USD", on = "2026-07", over = month },
  "is a date, and axis 'month' is not of years")
refuses("a month that is none", finance.once, { amount = q"1 USD", on = "2026-13", over = year },
  "no moment")
refuses("depreciation by the month", finance.depreciation, { price = q"1 USD", over = month },
  "is not of years")
refuses("a life in months", finance.depreciation, { price = q"1 USD", life = 60, over = year },
  "no recovery period of 60 years")
refuses("an amount of a dated currency", finance.exchanged,
  { amount = q"10 EUR2024", rate = q"1.1 USD" }, "converts by itself")

-- ---- a table along an axis ----

local ok, problem = pcall(tabulate, { over = year, values = { { "spend" } } })
check("a value without a quantity", not ok
  and problem.message:find("value 1 is no name with a quantity", 1, true) ~= nil)
ok, problem = pcall(tabulate, { over = year, columns = { "a" }, rows = {},
  values = { { "spend", income } } })
check("rows and an axis", not ok and problem.message:find("goes over an axis", 1, true) ~= nil)
