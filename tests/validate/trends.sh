#!/usr/bin/env bash
# The published regressions over 45 training runs from the published table itself, and the table of
# models: counts above thresholds add up, and the frontier's compute grows as published.
# Usage: trends.sh PROGRAM SHARED
set -euo pipefail
data=${2:?the folder of published data}/data
script=$(mktemp --suffix .lua)
trap 'rm -f "$script"' EXIT
cat >"$script" <<'END'
local rows = data.csv(option "rows")
local function year_of(date)
  local year, month, day = date:match("(%d+)-(%d+)-(%d+)")
  return year + (month - 1) / 12 + (day - 1) / 365
end
local function compare(column, count, growth, low, high)
  local x, y = {}, {}
  for _, row in ipairs(rows) do
    local cost = data.number(row, column)
    if cost then x[#x + 1], y[#y + 1] = year_of(row.date), cost end
  end
  local fit = trend.fit{ x = x, y = y, unit = "USD2023-12", scale = "log10", name = column }
  local interval = fit:growth_interval(0.9)
  print(fit)
  check(column .. ": runs", fit.statistics.count, "==", count)
  check_near(column .. ": growth", interval.value, growth, 2e-3)
  check_near(column .. ": 5 %", interval.low, low, 2e-3)
  check_near(column .. ": 95 %", interval.high, high, 2e-3)
end
compare("cost_amortized_energy_2023usd", 45, 2.448, 2.036, 2.944)
compare("cost_cloud_2023usd", 40, 2.59, 2.17, 3.10)
compare("cost_acquisition_2023usd", 37, 2.47, 2.11, 2.90)

-- Published counts: new models add up to the cumulative ones, and grow.
local new, cumulative = {}, 0
for _, row in ipairs(data.csv(option "thresholds")) do
  if data.number(row, "threshold_flop") == 1e25 then
    new[data.number(row, "year")] = data.number(row, "new_models")
    cumulative = data.number(row, "cumulative")
  end
end
local counts = trend.counts{ threshold = q"1e25 FLOP", new = new, until_date = "2025-06-30",
  first = 2021 }
check("cumulative by June 2025", counts.rows[#counts.rows].cumulative, "==", cumulative)
local coming = counts:forecast{ last = 2028, method = "Poisson", first = 2021 }
show(coming.cumulative)

-- Training compute of notable models grew 4.1 times a year since 2010 (Sevilla and Roldan 2024,
-- epoch.ai: 90 % interval 3.7 to 4.6), of those at the frontier no faster than 5.3.
local models = data.models(option "models").records
local recent = {}
for _, model in ipairs(models) do
  if model.date >= "2010" and model.date < "2024-05" then recent[#recent + 1] = model end
end
local all = trend.fit{ rows = recent, x = "date", y = "compute", unit = "FLOP", scale = "log10",
  name = "compute of notable models" }
local frontier = trend.fit{ rows = trend.frontier{ rows = recent, x = "date", y = "compute",
  top = 10 }, x = "date", y = "compute", unit = "FLOP", scale = "log10", name = "top 10" }
print(all)
print(frontier)
for _, fit in ipairs{ all, frontier } do
  local growth = fit:growth_interval().value
  check(fit.name .. " grows as published", growth > 3.7 and growth < 5.4)
end
END
"$1" run "$script" --rows "$data/epoch_costs_paper.csv" \
  --thresholds "$data/models_over_threshold.csv" --models "$data/notable_ai_models.csv"
