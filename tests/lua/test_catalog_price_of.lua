-- price.of: records that hold, interpolation between two, an error outside of their range.

local graph = require "core.graph"

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end
local function says(name, text, ...)
  for _, part in ipairs{ ... } do
    check(name .. ": " .. part, text:find(part, 1, true) ~= nil)
  end
end
local function note_of(x) return graph.describe(x).note or "" end

catalog.layer("records", {
  source = "a test",
  hw = { chip = { name = "A chip", kind = "GPU", old = { value = 5, unit = "USD/GPU" } } },
  price = {
    purchase = {
      chip = {
        unit = "USD/GPU", scope = "chip",
        { date = "2023-01-01", value = 10000 },
        { date = "2025-01-01", value = 40000 },
        { date = "2025-03-01", value = 20000, note = "first" },
        { date = "2025-03-01", value = 45000, note = "second" },
        { date = "2026", low = 20000, value = 24000, high = 32000 },
        { date = "2023", scope = "server", value = 100 },
      },
    },
    rental = {
      chip = {
        unit = "USD/GPU/h", scope = "chip-hour",
        { date = "2025-06", provider = "a", option = "on_demand", value = 4 },
        { date = "2025-06", provider = "b", option = "on_demand", value = 1 },
        { date = "2025-06", provider = "a", option = "reserved", term = "1 year", value = 2 },
        { date = "2025-06", provider = "a", option = "reserved", term = "3 years", value = 1.5 },
        { valid_from = "2026-02", provider = "a", option = "spot", value = 0.9 },
      },
    },
  },
})

local function at(date, more)
  local ask = { on = date, scope = "chip" }
  for key, value in pairs(more or {}) do ask[key] = value end
  return price.of(hw.chip, ask)
end

-- Halfway in time between 10,000 and 40,000 is their geometric mean: 2024-01-01 is 365 of 731 days.
check_near("between two records a price is log-linear in time", at "2024-01-01",
  q"10000 USD/GPU" * 4 ^ (365 / 731), 1e-12)
says("and says so", note_of(at "2024-01-01"), "interpolated, log-linear", "10000", "40000",
  "2023-01-01", "2025-01-01")
check_near("at a record it is the record", at "2025-01-01", q"40000 USD/GPU", 1e-12)
check_near("of a month its records count", at "2025-01", q"40000 USD/GPU", 1e-12)
check_near("records of one day are averaged, geometrically", at "2025-03-01", q"30000 USD/GPU",
  1e-12)
says("and that is said", note_of(at "2025-03-01"), "geometric mean of 2 records")
check_near("of a year all of its records count", at "2025",
  q"1 USD/GPU" * (40000 * 20000 * 45000) ^ (1 / 3), 1e-12)
check_near("a year's record holds all year", p95(at "2026-05"), q"32000 USD/GPU", 0.01)
check_near("its typical value is certain", at("2026-05", { typical = true }), q"24000 USD/GPU",
  1e-12)
check_near("the same question is the same draw", mean(abs(at "2026-05" - at "2026-05")),
  q"0 USD/GPU")
says("before the first record there is no price", message_of(at, "2019"), "no price for 2019",
  "nearest record is 10000 USD/GPU, 2023-01-01")
says("and none behind the last", message_of(at, "2031-01"), "no price for 2031-01", "2026")

-- Which price?
says("more than one scope", message_of(price.of, hw.chip, { on = "2025" }), "more than one scope",
  "chip-hour", "server")
says("an unknown scope", message_of(at, "2025", { scope = "rack" }), 'scope = "rack"', "chip-hour")
local function rent(more)
  local ask = { on = "2025-06", scope = "chip-hour" }
  for key, value in pairs(more) do ask[key] = value end
  return price.of(hw.chip, ask)
end
says("more than one option", message_of(rent, {}), "more than one option", "on_demand", "reserved")
check_near("without a provider it is a market price", rent{ option = "on_demand" }, q"2 USD/GPU/h",
  1e-12)
check_near("of a provider it is the provider's", rent{ option = "on_demand", provider = "a" },
  q"4 USD/GPU/h", 1e-12)
says("more than one term", message_of(rent, { option = "reserved" }), "more than one term")
check_near("a term", rent{ option = "reserved", term = "3 years" }, q"1.5 USD/GPU/h", 1e-12)
check_near("an open end holds for ever", rent{ option = "spot", on = "2040" }, q"0.9 USD/GPU/h",
  1e-12)
says("but not before it begins", message_of(rent, { option = "spot" }), "no price for 2025-06")

-- Other things than chips.
check_near("a list of prices", price.of(price.purchase.chip, { on = "2025-01-01", scope = "chip" }),
  q"40000 USD/GPU", 1e-12)
check_near("a series", price.of(price.electricity_us, { on = "2019" }), q"0.0681 USD/kWh", 1e-12)
check_near("a name", price.of("chip", { on = "2025-01-01", scope = "chip" }), q"40000 USD/GPU",
  1e-12)
catalog.layer("two", { source = "a test", hw = { chop = { name = "Another", kind = "GPU",
  price = { value = 4, unit = "USD/GPU", scope = "chip" }, server_price = q"5 USD/GPU" } } })
says("a quantity cannot be averaged with another price",
  message_of(price.of, hw.chop, { on = "2024" }), "hw.chop.server_price is a quantity of two")
catalog.layer("gap", { hw = { index = { name = "An index", source = "a test",
  monthly = { unit = "1", series = { ["2024-01"] = 1, ["2024-03"] = 2 } } } } })
says("a gap in a series is not filled", message_of(price.of, hw.index.monthly, { on = "2024-02" }),
  "no price for 2024-02", "nearest record")
says("no such thing", message_of(price.of, "chips", { on = "2025" }), "no 'chips'")
says("not a thing of a catalog", message_of(price.of, 5, { on = "2025" }), "takes a chip")
says("no date", message_of(at, "soon"), "'soon' is not a date")
says("a misspelt argument", message_of(price.of, hw.chip, { onn = "2025" }), "onn")

-- The built-in records.
local typical = price.of(hw.h100_sxm, { on = "2024-06", scope = "chip", typical = true })
check("an H100 in 2024 cost more than 20,000 USD", typical, ">", q"20000 USD/GPU")
check("and less than 40,000 USD", typical, "<", q"40000 USD/GPU")

-- A series: a date that is missing is an error, never another date's value.
says("a missing year", message_of(price.electricity_us.at, 2031), "no value for 2031",
  "2010 to 2025")
says("a missing month of the index", message_of(price.ppi_hosting.at, "2031-01"), "2031-01")
says("no date at all", message_of(price.electricity_us.at, "last year"), "not a date")

-- Exchange rates of the catalog convert dated amounts; one that is missing is an error.
check_near("a yearly rate", q"10 EUR2024":into("USD2024"), q"10.82 USD2024", 1e-9)
says("a year without a rate", message_of(function() return q"1 EUR2031":into("USD2031") end),
  "no exchange rate of EUR for 2031")
says("a month is never its year's rate",
  message_of(function() return q"1 EUR2024-06":into("USD2024-06") end),
  "no exchange rate of EUR for 2024-06")
money.rate{ currency = "EUR", source = "a test", usd = { ["2024"] = 1.5 } }
check_near("a script's own rate takes the catalog's place", q"10 EUR2024":into("USD2024"),
  q"15 USD2024", 1e-9)
says("a month that the index has not",
  message_of(function() return q"1 USD2031-01":into("USD2024-01") end), "2031-01")

-- Dollars of different years go by consumer prices, not by an index of one industry.
check_near("the index of dollars is that of consumer prices", q"200 kUSD2021":into("USD2024"),
  q"231.5302 kUSD2024", 1e-4)
says("an index of one's own comes first, so that two are never mixed",
  message_of(money.index, { currency = "USD", source = "a test", values = { ["2019"] = 80 } }),
  "in use already")

-- Euros of different years go by the euro area's consumer prices: 104.8 in 2019, 126.07 in 2024.
check_near("the index of euros is that of the euro area's consumer prices",
  q"100 kEUR2019":into("EUR2024"), q"120.2958 kEUR2024", 1e-6)
check_near("sums of euros of two years convert by it",
  (q"1 EUR2024" + q"1 EUR2019"):into("EUR2024"), q"2.202958 EUR2024", 1e-6)
check_near("dollars of an earlier year: at the rate of then, and on by the index of euros",
  q"100 USD2019":into("EUR2024"),
  q"100 EUR2024" / index.exchange.eur.at("2019") * (126.07 / 104.8), 1e-6)
says("a year that the index of euros has not",
  message_of(function() return q"1 EUR1990":into("EUR2024") end),
  "no price index of EUR for 1990", "EUR2000")
says("a month is never its year's index",
  message_of(function() return q"1 EUR2019-06":into("EUR2024-06") end),
  "no price index of EUR for 2019-06")
says("a currency without an index says which one is missing",
  message_of(function() return q"1 GBP2019":into("GBP2024") end),
  "no price index of GBP for 2019")
says("an index of euros of one's own comes first, too",
  message_of(money.index, { currency = "EUR", source = "a test", values = { ["2019"] = 80 } }),
  "the built-in index of EUR is in use already")
