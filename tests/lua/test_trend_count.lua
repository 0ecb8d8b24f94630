-- Counts over thresholds, their forecasts, frontiers, and which law applies.

local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

-- ---- counting ----

local list = {
  { name = "a", date = "2021-05-01", compute = 2e25, domain = "Language", cost = 3e6 },
  { name = "b", date = "2023-02-01", compute = 3e25, domain = "Language,Vision", cost = 20e6 },
  { name = "c", date = "2023-11-01", compute = 1e25, domain = "Language" },
  { name = "d", date = "2024-01-01", compute = 5e25, domain = "Games" },
  { name = "e", date = "2024-06-01", domain = "Language" },
  { name = "f", date = "2024-12-31", compute = 9e25, domain = "Vision" },
  { name = "g", date = "2025-03-01", compute = 9e25, domain = "Language" },
}
local above = trend.counts{ models = list, threshold = q"1e25 FLOP", until_date = "2024-12-31" }
local rows = above.rows
check("from the first to the last year", rows[1].year == 2021 and rows[#rows].year == 2024)
check("above, not at, the threshold", rows[3].new == 1 and rows[3].names[1] == "b")
check("years without any", rows[2].new == 0 and rows[2].cumulative == 1)
check("cumulative", rows[4].new == 2 and rows[4].cumulative == 4)
check("later models are left out", rows[5] == nil)
check("a model has several domains", rows[3].domains.Language == 1
  and rows[3].domains.Vision == 1)
check("of a domain", #trend.counts{ models = list, threshold = q"1e25 FLOP",
  domain = "vision" }.found == 2)
check("by cost", trend.counts{ models = list, threshold = q"10 MUSD" }.rows[1].new == 1)
check("models before the first year count", trend.counts{ models = list, threshold = "1e25 FLOP",
  first = 2024 }.rows[1].cumulative == 4)
check("the line of it", tostring(above) == "models above 10 YFLOP: 4 to 2024, 2 of them in 2024"
  or tostring(above):find("4 to 2024, 2 of them in 2024", 1, true) ~= nil)

-- Two in the last year: a gamma of 2.5 a year.
check_near("release rate", mean(above:rate_a_month()) * q"1 year", 2.5, 0.01)

-- ---- the published counts ----

-- Models above 1e25 FLOP: all machine learning systems of Epoch AI's table, as of June 2025
-- (epoch-research/training-cost-trends, commit 263c40a).

local published = trend.counts{ threshold = q"1e25 FLOP", until_date = "2025-06-30",
  new = { [2021] = 1, [2022] = 0, [2023] = 4, [2024] = 13, [2025] = 6 } }
check("24 by mid-2025", published.rows[5].cumulative == 24)
local poisson_fit = published:fit{ method = "poisson" }
local coming = published:forecast{ last = 2028, method = "poisson" }
check("half a year counts half", poisson_fit.statistics.fitted[5] > 0
  and math.abs(poisson_fit.statistics.fitted[5] / poisson_fit.statistics.fitted[4]
    - 0.4986 * value(median(poisson_fit.growth))) < 0.01)
check("fitted and counted are as many", (function()
  local sum = 0
  for _, fitted in ipairs(poisson_fit.statistics.fitted) do sum = sum + fitted end
  return math.abs(sum - 24) < 1e-6
end)())
local by_2028 = coming.cumulative:at{ year = 2028 }
check("cumulative rises", prob(ge(coming.cumulative:at{ year = 2028 },
  coming.cumulative:at{ year = 2027 })), "==", 1)
check("what is counted already stays", quantile(coming.cumulative:at{ year = 2025 }, 0), ">=", 24)
-- Kumar and Manning expect 103 to 306 by then (arXiv 2504.16138); five years leave more open.
check("their interval and ours overlap", value(p5(by_2028)) < 306 and value(p95(by_2028)) > 103)
local wider = published:forecast{ last = 2028 }.cumulative:at{ year = 2028 }
check("negative binomial counts vary more", value(sd(wider)) > value(sd(by_2028)))

local gaps = trend.counts{ threshold = q"1e25 FLOP", new = { [2020] = 1, [2024] = 5, [2025] = 9 } }
check("years that are not named have none", #gaps.rows == 6 and gaps.rows[3].new == 0
  and gaps:fit().statistics.count == 6)
local from_2023 = trend.counts{ threshold = q"1e25 FLOP", first = 2023,
  new = { [2021] = 1, [2022] = 0, [2023] = 4, [2024] = 13, [2025] = 6 } }
check("the first year of counts a year", from_2023.first == 2023
  and from_2023.rows[1].cumulative == 5
  and from_2023:fit().statistics.count == 3)

-- ---- frontier ----

local records = trend.frontier{ rows = list, x = "date", y = "compute" }
local names = {}
for i, row in ipairs(records) do names[i] = row.name end
check("records, of equal ones the first", table.concat(names) == "abdf")
check("top 2", #trend.frontier{ rows = list, x = "date", y = "compute", top = 2 } == 5)
check_near("a fit of the frontier", trend.fit{ rows = records, x = "date", y = "compute",
  unit = "FLOP", scale = "log10" }.statistics.count, 4, 1e-12)

-- ---- law ----

local entries = trend.laws{ models = {
  { name = "old", date = "2024-01-01", compute = 3e25 },
  { name = "new", date = "2026-06-01", compute = 3e26 },
  { name = "small", date = "2026-06-01", compute = 1e22 },
} }
local found = {}
for _, entry in ipairs(entries) do found[entry.model .. " " .. entry.key] = entry.from end
check("systemic risk from when it applies", found["old eu_systemic_risk"] == "2025-08-02")
check("models of before have a date of their own", found["old eu_general_purpose"] == "2027-08-02")
check("a new model from its release", found["new eu_systemic_risk"] == "2026-06-01")
check("a law to come from when it applies", found["new new_york_raise"] == "2027-01-01")
check("a revoked order obliges no new model", found["new us_eo_14110"] == nil)
local exactly = {}
for _, entry in ipairs(trend.laws{ models = {
  { name = "eu", date = "2026-06-01", compute = 1e25 },
  { name = "kr", date = "2026-06-01", compute = 1e26 },
  { name = "us", date = "2025", compute = 3e26 },
} }) do
  exactly[entry.model .. " " .. entry.key] = entry.from
end
check("greater than the threshold", exactly["eu eu_systemic_risk"] == nil
  and exactly["eu eu_general_purpose"] ~= nil and exactly["kr california_sb_53"] == nil)
check("or more", exactly["kr korea_basic_act"] == "2026-06-01")
check("a year is its middle: no order that ended in January", exactly["us us_eo_14110"] == nil)
check("below all thresholds", found["small eu_general_purpose"] == nil)
check("of one jurisdiction", #trend.laws{ jurisdiction = "EU", models = { list[1] } } == 2)

-- ---- a first year ----

local from_2021 = trend.counts{ threshold = q"1e25 FLOP", first = 2021, until_date = "2025-06-30",
  new = { [2019] = 2, [2020] = 0, [2021] = 1, [2022] = 0, [2023] = 4, [2024] = 13, [2025] = 6 } }
check("counts a year begin with the first", from_2021.rows[1].year == 2021)
check("earlier models are in the cumulative ones", from_2021.rows[1].cumulative == 3)
check_near("the growth is that from the first on",
  from_2021:fit().statistics.coefficients[2], published:fit().statistics.coefficients[2], 1e-9)

-- ---- what cannot be counted ----

says("no year from the first on", function()
  trend.counts{ threshold = "1e25 FLOP", new = { [2021] = 1 }, first = 2022 }
end, "first is 2022, and the last year of new is 2021")

says("a threshold", function() trend.counts{ threshold = q"5 W" } end, "Power", "1e25 FLOP")
says("no models", function() trend.counts{ threshold = "1e25 FLOP", models = {} } end,
  "list of models")
says("no date", function()
  trend.counts{ threshold = "1e25 FLOP", models = { { name = "x", date = "soon" } } }
end, "'x'", "2023-03-15")
says("counts", function() trend.counts{ threshold = "1e25 FLOP", new = { [2021] = 0.5 } } end,
  "new[2021] is 0.5")
says("both", function()
  trend.counts{ threshold = "1e25 FLOP", new = { [2021] = 1 }, models = list }
end, "not both")
says("a field", function() return above.rwos end, "did you mean rows?")
says("no months", function() return published:rate_a_month() end, "a year alone")
says("counts of after the end", function()
  trend.counts{ threshold = "1e25 FLOP", new = { [2021] = 1, [2024] = 9 },
    until_date = "2022-06-30" }
end, "new[2024]", "2022-06-30")
says("counts that rise from nothing", function()
  trend.counts{ threshold = "1e25 FLOP", new = { [2021] = 0, [2022] = 0, [2023] = 0, [2024] = 5 } }
    :fit()
end, "all at one end", "begin where counts do")
says("a forecast of the past", function() return published:forecast{ last = 2020 } end,
  "from 2025 on")
says("a jurisdiction", function() trend.laws{ jurisdiction = "XX" } end, "there is: ")
