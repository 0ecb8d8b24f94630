-- Worth, return and payback of cash flows, against closed forms and textbooks.
local near = check_near
local year = axis.range("year", 2026, 2030)
local function flow(...)
  local amounts = {}
  for i, x in ipairs{ ... } do amounts[i] = x * u.MUSD end
  return year(amounts)
end
local plant = flow(-100, 39, 59, 55, 20)

-- ---- worth ----

near("npv by hand", finance.npv{ cash = plant, rate = 0.08, over = year },
  (-100 + 39 / 1.08 + 59 / 1.08 ^ 2 + 55 / 1.08 ^ 3 + 20 / 1.08 ^ 4) * u.MUSD, 1e-13)
near("at the end of each period, as spreadsheets do",
  finance.npv{ cash = plant, rate = "8 %", over = year, timing = "end" },
  finance.npv{ cash = plant, rate = 0.08, over = year } / 1.08, 1e-13)
near("in the middle", finance.npv{ cash = plant, rate = 0.08, over = year, timing = "middle" },
  finance.npv{ cash = plant, rate = 0.08, over = year } / 1.08 ^ 0.5, 1e-13)
near("at a rate of nothing it is the sum", finance.npv{ cash = plant, rate = 0, over = year },
  q"73 MUSD", 1e-13)
near("a perpetuity for a long time is worth payment over rate",
  finance.npv{ cash = axis.range("year", 1, 2000):each(function() return q"8 USD" end), rate = 0.08,
    over = axis.range("year", 1, 2000), timing = "end" }, q"100 USD", 1e-12)

-- An annuity repays: the amount is what its payments are worth.
local payment = finance.annuity{ amount = q"100 MUSD", rate = 0.08, time = q"5 year" }
near("an annuity", payment, 100 * 0.08 / (1 - 1.08 ^ -5) * u["MUSD/year"], 1e-13)
near("an annuity is worth its amount", finance.npv{
  cash = year:each(function() return payment * q"1 year" end), rate = 0.08, over = year,
  timing = "end" }, q"100 MUSD", 1e-12)
near("amortisation and annuity: interest on half of the amount, roughly", -- 20 + 4 against 25
  payment, q"24.5 MUSD/year", 0.03)

near("an annuity without interest is an even part",
  finance.annuity{ amount = q"100 MUSD", rate = 0, time = q"5 year" }, q"20 MUSD/year", 1e-13)

local month = axis.range("month", 1, 24)
local level = month:each(function() return q"1 MUSD" end)
near("months are discounted at an effective rate a year",
  finance.npv{ cash = level, rate = 0.12, over = month, timing = "end" },
  (1 - 1.12 ^ -2) / (1.12 ^ (1 / 12) - 1) * u.MUSD, 1e-12)
local period = axis.range("half", 0, 3)
near("a period of one's own",
  finance.npv{ cash = period:each(function() return q"1 MUSD" end), rate = 0.21, over = period,
    period = q"6 month" }, (1 + 1 / 1.1 + 1 / 1.21 + 1 / 1.331) * u.MUSD, 1e-12)

near("a levelised cost is the price at which npv is zero", finance.npv{ over = year, rate = 0.08,
  cash = flow(-100, -10, -10, -10, -10) + flow(0, 1, 1, 1, 1) / q"1 MUSD" * q"1e6 GPU-h"
    * finance.levelised{ over = year, rate = 0.08, cost = flow(100, 10, 10, 10, 10),
      output = flow(0, 1, 1, 1, 1) / q"1 MUSD" * q"1e6 GPU-h" } } + q"1 MUSD", q"1 MUSD", 1e-9)
near("break-even", finance.break_even{ fixed = q"100 USD", price = q"5 USD/GPU/h",
  cost = q"3 USD/GPU/h" }, q"50 GPU-h", 1e-13)

-- ---- return ----

near("the irr of a textbook (Brealey and others; 28.09 %)",
  finance.irr{ cash = plant, over = year }, 0.28095, 1e-5)
near("its npv is zero", finance.npv{ cash = plant, over = year,
  rate = finance.irr{ cash = plant, over = year } } + q"1 MUSD", q"1 MUSD", 1e-12)
near("an irr of months is a rate a year", finance.irr{ over = month,
  cash = level - month:each(function(_, i) return (i == 1 and 21 or 0) * u.MUSD end) }
  , (1 + value(finance.irr{ over = month, period = q"1 year",
    cash = level - month:each(function(_, i) return (i == 1 and 21 or 0) * u.MUSD end) })) ^ 12 - 1,
  1e-9)
near("mirr by hand",
  finance.mirr{ cash = plant, over = year, finance_rate = 0.1, reinvest_rate = 0.05 },
  ((39 * 1.05 ^ 3 + 59 * 1.05 ^ 2 + 55 * 1.05 + 20) / 100) ^ 0.25 - 1, 1e-12)
near("mirr at the irr is the irr", finance.mirr{ cash = plant, over = year,
  finance_rate = finance.irr{ cash = plant, over = year },
  reinvest_rate = finance.irr{ cash = plant, over = year } },
  finance.irr{ cash = plant, over = year }, 1e-12)

-- ---- payback ----

near("payback after a payment in year 0", -- 39 + 59 of 100 after two years, then 2 of 55
  finance.payback{ cash = plant, over = year, timing = "start" }, (2 + 2 / 55) * u.year, 1e-12)
near("payback of money that flows evenly: from the start of the first year, which is over",
  finance.payback{ cash = plant, over = year }, (3 + 2 / 55) * u.year, 1e-12)
near("100 out in the first year, 30 in each, the first too: 100 / 30 years",
  finance.payback{ cash = flow(-100 + 30, 30, 30, 30, 30), over = year }, 10 / 3 * u.year, 1e-12)
local months = axis.range("month", 1, 48)
near("by the month the same", finance.payback{ over = months, cash = months:each(function(_, i)
  return (30 / 12 - (i == 1 and 100 or 0)) * u.MUSD end) }, 10 / 3 * u.year, 1e-12)
near("30 out and 30 in each year: one year", finance.payback{ cash = flow(0, 30, 30, 30, 30),
  over = year }, q"1 year", 1e-12)
near("discounted payback", finance.payback{ cash = flow(-100, 55, 66.55, 0, 0), rate = 0.1,
  over = year, timing = "start" }, (1 + 50 / 55) * u.year, 1e-12)
near("payback is for good", finance.payback{ cash = flow(-10, 20, -20, 20, 0), over = year },
  q"3.5 year", 1e-12)
near("nothing to pay back", finance.payback{ cash = flow(1, 1, 1, 1, 1), over = year }, q"0 year")
near("payback at a whole year", finance.payback{ cash = flow(-2, 1, 1, 1, 1), over = year },
  q"3 year", 1e-12)

-- ---- what is uncertain ----

local risky = plant - flow(0, 0, 0, 0, 1) * q"10 to 120"
local chance = prob(finance.has_irr{ cash = risky, over = year })
check("a rate that not all samples have", value(chance) > 0.5 and value(chance) < 0.99)
near("what counts where there is none", prob(lt(finance.irr{ cash = risky, over = year,
  otherwise = -1 }, -0.5)), 1 - chance, 1e-12)
local pays = finance.pays_back{ cash = risky, over = year }
near("what counts where it never pays back", prob(gt(finance.payback{ cash = risky, over = year,
  otherwise = q"99 year" }, q"50 year")), 1 - prob(pays), 1e-12)

for _, rate in ipairs { 1e-15, 1e-12, 9.99e-6, 1.001e-5 } do
  check_near(("an annuity at a rate of nearly nothing, %g"):format(rate), finance.annuity{
    amount = q"100 USD", rate = rate, time = q"4 year" }, q"25 USD/year" * (1 + 2.5 * rate), 1e-9)
end

local function refuses(name, f, given, ...)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or problem.message .. "; " .. (problem.advice or "")
  for _, words in ipairs{ ... } do check(name .. ": " .. text, text:find(words, 1, true) ~= nil) end
end
refuses("samples without a rate", finance.irr, { cash = risky, over = year },
  "has no internal rate of return, or more than one, in ", "otherwise = q\"-100 %\"")
refuses("a flow that never changes sign", finance.irr, { cash = flow(1, 1, 1, 1, 1), over = year },
  "has no internal rate of return")
refuses("samples that never pay back", finance.payback, { cash = risky, over = year },
  "does not pay back by its last period, in", "finance.pays_back")
refuses("a rate of 8", finance.npv, { cash = plant, rate = 8, over = year },
  "rate is 8, and it lies between -100 % and 100 % a year", 'rate = q"8 %"')
refuses("a rate by the month", finance.npv, { cash = plant, rate = q"0.01 1/month", over = year },
  "rate is")
refuses("a single amount", finance.npv, { cash = q"5 MUSD", rate = 0.08, over = year },
  "cash has no axis 'year'", "year{")
refuses("an axis of names", finance.npv, { cash = plant, rate = 0.08,
  over = axis("case", { "low", "high" }) }, "labels of axis 'case' are not numbers")
refuses("an axis whose periods nobody knows", finance.npv,
  { cash = axis.range("step", 1, 2){ q"1 USD", q"2 USD" }, rate = 0.08,
    over = axis.range("step", 1, 2) }, "how long is a period of axis 'step'?", "q\"1 month\"")
refuses("uneven years", finance.npv, { cash = plant, rate = 0.08,
  over = axis("year", { 2026, 2027, 2030 }) }, "not evenly spaced")
refuses("a timing that there is not", finance.npv,
  { cash = plant, rate = 0.08, over = year, timing = "begin" }, "end, middle, start")
refuses("no margin", finance.break_even, { fixed = q"1 USD", price = q"1 USD/GPU/h",
  cash = nil, cost = q"2 USD/GPU/h" }, "a unit brings no more than it costs")
