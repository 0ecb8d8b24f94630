-- Who could pay, and what the market ships: amounts of a fiscal year are in the money of its
-- middle, and the parts agree with each other.

local years = require "outlay.firms.fiscal_years"

local june = years.series { ends = 6, ["2025"] = 64551e6 }
check("a fiscal year to June has the twelve months before it",
  june["2025"].date == "2024-07 to 2025-06")
check("its money is of its middle", june["2025"].price_year == "2025-01")
local calendar = years.series { ["2024"] = 1 }
check("a calendar year has its own money", calendar["2024"].price_year == "2024")
local september = years.series { ends = 9, ["2024"] = 1 }
check("the middle can lie in the year itself", september["2024"].price_year == "2024-04")

local capex = firms.alphabet.capex["2025"] + firms.meta.capex["2024"]
check_near("amounts of two years add up by consumer prices", money.into(capex, "USD2025"),
  q"91447 MUSD2025" + q"37256 MUSD2025" * (321.943 / 313.689), 1e-6)

for _, name in ipairs { "microsoft", "alphabet", "amazon", "meta", "apple", "oracle", "tesla" } do
  for _, year in ipairs { "2022", "2023", "2024", "2025" } do
    local share = firms[name].capex[year] / firms[name].revenue[year]
    check(("%s %s: a part of the revenue is invested"):format(name, year),
      prob(lt(share, 0.6)) * prob(gt(share, 0.015)), "==", 1)
  end
end

check("a series takes a year as a number, too",
  value(firms.apple.capex[2024], "GUSD2024"), "==", value(firms.apple.capex.at("2024"), "GUSD2024"))
local ok, problem = pcall(function() return firms.apple.capex["2031"] end)
check("a year that a series does not have is an error",
  not ok and tostring(problem):find("no value for 2031", 1, true) ~= nil)

for _, vendor in ipairs { "nvidia", "google_tpu", "amazon_trainium", "amd" } do
  local shipped = market.shipments[vendor]["2024"] + market.shipments[vendor]["2025"]
  local before = market.stock[vendor].units["2025"] - shipped
  check(("%s: what was shipped is a part of the stock"):format(vendor), median(before), ">=",
    q"-1e5 GPU")
end
