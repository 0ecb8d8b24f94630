-- Money is converted, not relabelled, wherever a unit is asked for; and values print with the
-- digits that their own sampling error supports.

local value_module = require "outlay.report.value"

local function near(a, b) return math.abs(a - b) <= 1e-9 * math.abs(b) end

local function raises(what, text, f)
  local ok, problem = pcall(f)
  check(what, not ok and tostring(problem.message):find(text, 1, true) ~= nil)
end

money.index{ currency = "USD", source = "an example", values = { ["2019"] = 80, ["2024"] = 100 } }
money.rate{ currency = "EUR", source = "an example", usd = { ["2024"] = 1.25 } }

-- ---- money ----

check("value converts to another currency", near(value(q"5 MUSD2024", "MEUR2024"), 4))
check("value converts to the prices of another year", near(value(q"4 MUSD2019", "MUSD2024"), 5))
check("a rate is converted by its money",
  near(value(q"100 USD2024/MWh", "EUR2024/MWh"), 80))
check("money below the line is converted the other way round",
  near(value(q"1 GPU" / q"100 USD2024", "GPU/EUR2024"), 0.0125))
check("samples are converted", near(samples(q"5 MUSD2024", "MEUR2024")[1], 4))
local bins = histogram(q"5 to 6 MUSD2024", { unit = "MEUR2024" })
check("a histogram is converted", bins.low > 3 and bins.low < 4 and bins.high < 6)
check("a unit without a date is one of the prices that the value is in",
  near(value(q"4 MUSD2019", "kUSD"), 4000)
    and value_module.text(q"4 MUSD2019", "kUSD") == "4,000 kUSD2019")
check("text in another currency says the amount there",
  value_module.text(q"5 MUSD2024", "MEUR2024") == "4 MEUR2024")
raises("money without a date has no value in another currency", "cannot convert USD to EUR",
  function() show(q"5 MUSD", "MEUR") end)
raises("nor in the prices of a year", "cannot convert USD to USD2024",
  function() return value(q"5 MUSD", "MUSD2024") end)
raises("nor a price", "cannot convert USD to EUR",
  function() show(q"100 USD/MWh", "EUR/MWh") end)
raises("a missing rate is an error", "there is no exchange rate of JPY",
  function() return samples(q"5 USD2024-06", "JPY2024-06") end)

-- ---- digits ----

local cost = q"3 to 5 MUSD"
local function digits(x) return #(value_module.text(x):match("^[%d%.]+"):gsub("%.", "")) end
check("a probability has the digits of its own error",
  value_module.text(prob(gt(cost, q"4.6 MUSD"))):find("^0%.1%d%d%d?$") ~= nil)
check("a quantile has three digits", digits(p95(cost)) <= 3 and digits(median(cost)) <= 3)
check("a mean of many samples has more", digits(mean(cost)) >= 3 and digits(mean(cost)) <= 5)
check("what is certain has all its digits",
  value_module.text(q"3.1234567 MUSD") == "3.1234567 MUSD")
