-- How many models pass 10^25 FLOP or cost over 10 MUSD, how many there will be, and what law says.
--
-- One learns: counts over a threshold by year and domain, release rates, a forecast with what
-- chance adds to it, and which law applies to which model from when.
--
--   outlay run examples/threshold_counts.lua                                   the built-in catalog
--   outlay run examples/threshold_counts.lua --models notable_ai_models.csv    a table
--
-- The table meant here is Epoch AI's "Notable AI Models" (epoch.ai/data, CC BY). The catalog has a
-- choice of models: its counts are lower bounds.

local path = option("models", { help = "a CSV table of models: Epoch's or the plain form" })
local list = path and data.models(path).records or trend.models()

-- ---- by year ----

local above = trend.counts{ models = list, threshold = q"1e25 FLOP", until_date = "2025-12-31" }
show(above)
show(above:rate_a_month(), "1/month")
show(trend.counts{ models = list, threshold = q"1e23 FLOP", until_date = "2025-12-31" }
  :rate_a_month(), "1/month")
if path then show(trend.counts{ models = list, threshold = q"10 MUSD" }) end

-- ---- the years to come ----

-- Published counts of all machine learning systems above 10^25 FLOP, as of June 2025
-- (epoch-research/training-cost-trends, commit 263c40a).
local published = trend.counts{ threshold = q"1e25 FLOP", until_date = "2025-06-30",
  new = { [2021] = 1, [2022] = 0, [2023] = 4, [2024] = 13, [2025] = 6 } }
local coming = published:forecast{ last = 2028 }
show(coming.fit.growth)
show(coming.cumulative, nil, "models above 1e25 FLOP")
by_2028 = coming.cumulative:at{ year = 2028 }
local low, high = 103, 306
print(("Kumar and Manning 2025 (arXiv 2504.16138) expect %d to %d by the end of 2028;"):format(low,
  high))
show(prob(all(ge(by_2028, low), le(by_2028, high))), "%", "the forecast here gives that")
show(prob(gt(by_2028, high)), "%", "and more")

-- ---- law ----

local rows = {}
for _, entry in ipairs(trend.laws{ models = list }) do
  if entry.flop >= 1e26 then
    rows[#rows + 1] = { entry.model, entry.date, entry.law, entry.from }
  end
end
tabulate{ title = "Law with thresholds from 1e26 FLOP, by compute alone", rows = rows,
  columns = { "model", "published", "law", "from" } }
