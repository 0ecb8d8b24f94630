-- How many models were trained with more than 10^23, 10^24, 10^25 FLOP, year by year.
--
-- One learns: reading a table of models as `outlay import models` does, counting with conditions on
-- plain numbers, and holding a count against a published one, with a reason for each difference.
--
--   outlay run examples/epoch_trend.lua                                    the built-in catalog
--   outlay run examples/epoch_trend.lua --models notable_ai_models.csv     a table
--   outlay run examples/epoch_trend.lua --models notable_ai_models.csv --published all.csv
--
-- The published counts are of Epoch AI's table of all machine learning systems as of June 2025
-- (epoch-research/training-cost-trends, commit 263c40a, "data/All ML Systems - full view.csv", CC
-- BY). Of that table the counts here are the same in every year. Epoch's newer table of notable
-- models has fewer of them, and goes on after June 2025: with `--published` each model that one of
-- the two counts and the other does not is named, with the reason.
local differences = require "trend_differences"

local path = option("models", { help = "a CSV table of models: Epoch's or the plain form" })
local published_path = option("published", {
  help = "the table that the published counts are of, to name each difference",
})

-- New models of each year from 2017 to 2025 above a threshold, as published.
local first_year, last_year = 2017, 2025
local published = {
  { flop = 1e23, name = "10^23 FLOP", new = { 2, 0, 0, 2, 9, 27, 60, 110, 45 } },
  { flop = 1e24, name = "10^24 FLOP", new = { 0, 0, 0, 0, 3, 5, 17, 48, 28 } },
  { flop = 1e25, name = "10^25 FLOP", new = { 0, 0, 0, 0, 1, 0, 4, 13, 6 } },
}
local snapshot = "2025-06-30"

-- ---- counting ----

-- The models of the built-in catalog, as data.models gives those of a table.
local function built_in_models()
  local list = {}
  for _, model in pairs(models) do
    local training
    for field, content in pairs(model) do
      if field == "training" then training = content end
    end
    local compute
    for field, content in pairs(training or {}) do
      if field == "work" then compute = value(mean(content), "FLOP") end
    end
    list[#list + 1] = { name = model.name, date = model.released, compute = compute }
  end
  return list
end

local list = path and data.models(path).records or built_in_models()
local published_list = published_path and data.models(published_path).records
if published_list then -- its counts take the place of those above
  for _, threshold in ipairs(published) do
    for i = 1, last_year - first_year + 1 do
      threshold.new[i] = differences.count(published_list, threshold.flop, first_year + i - 1)
    end
  end
end
local with_compute = 0
for _, model in ipairs(list) do
  if model.compute then with_compute = with_compute + 1 end
end
print(("%d models, %d of them with training compute"):format(#list, with_compute))

-- The models of a year above a threshold, by name; and how many of them came after the snapshot.
local function above(flop, year)
  local names, later = {}, 0
  for _, model in ipairs(list) do
    if model.compute and model.compute > flop and model.date:sub(1, 4) == tostring(year) then
      names[#names + 1] = model.name
      if model.date > snapshot then later = later + 1 end
    end
  end
  table.sort(names)
  return names, later
end

-- The largest run of a year: "FLAN 137B, 2.0e+24".
local function largest(year)
  local found
  for _, model in ipairs(list) do
    local is_of_year = model.date:sub(1, 4) == tostring(year)
    if is_of_year and model.compute and (not found or model.compute > found.compute) then
      found = model
    end
  end
  return found and ("%s, %.1e FLOP"):format(found.name, found.compute) or "none"
end

-- What a difference between the two counts is made of, where only one of the tables is at hand:
-- it can be split only as far as that table's dates and names go.
local function reason(names, later, expected, year)
  local until_snapshot = #names - later
  local parts = {}
  if later > 0 then parts[1] = ("%d published after the snapshot"):format(later) end
  if until_snapshot < expected then
    parts[#parts + 1] = ("%d not in this table, or estimated lower by now"):format(
      expected - until_snapshot)
    if until_snapshot == 0 then parts[#parts + 1] = "largest: " .. largest(year) end
  elseif until_snapshot > expected then
    local which = expected == 0 and ": " .. table.concat(names, ", ") or ""
    parts[#parts + 1] = ("%d added, or estimated higher since%s"):format(until_snapshot - expected,
      which)
  end
  return table.concat(parts, "; ")
end

-- Growth of a list of yearly counts: the slope of log10 on the year, as a factor a year. The year
-- in which the first model comes is the first that counts; a partial last year does not.
local function growth(counts, last)
  local n, sx, sy, sxx, sxy = 0, 0, 0, 0, 0
  for year = first_year, last do
    local count = counts[year - first_year + 1]
    if count > 0 then
      local x, y = year - 2020, math.log(count)
      n, sx, sy, sxx, sxy = n + 1, sx + x, sy + y, sxx + x * x, sxy + x * y
    end
  end
  if n < 2 then return nil end
  return math.exp((n * sxy - sx * sy) / (n * sxx - sx * sx))
end

-- ---- the tables ----

local unexplained = 0
for _, threshold in ipairs(published) do
  local rows, cumulative, published_sum, counts, reasons = {}, 0, 0, {}, {}
  for year = first_year, last_year do
    local i = year - first_year + 1
    local names, later = above(threshold.flop, year)
    local expected = threshold.new[i]
    cumulative, published_sum = cumulative + #names, published_sum + expected
    counts[i] = cumulative
    rows[i] = { year, #names, cumulative, expected, published_sum, #names - expected }
    if published_list then
      local gone, come = differences.of(list, published_list, threshold.flop, year, snapshot)
      if #come - #gone ~= #names - expected then unexplained = unexplained + 1 end
      for _, line in ipairs(differences.lines(gone)) do
        reasons[#reasons + 1] = ("  %d less: %s"):format(year, line)
      end
      for _, line in ipairs(differences.lines(come)) do
        reasons[#reasons + 1] = ("  %d more: %s"):format(year, line)
      end
    else
      local why = reason(names, later, expected, year)
      if #names ~= expected and why == "" then unexplained = unexplained + 1 end
      if why ~= "" then reasons[#reasons + 1] = ("  %d: %s"):format(year, why) end
    end
  end
  tabulate{
    title = "Models above " .. threshold.name,
    columns = { "year", "new", "sum", "published", "its sum", "difference" }, rows = rows,
  }
  for _, line in ipairs(reasons) do print(line) end
  local sums, sum = {}, 0
  for i, count in ipairs(threshold.new) do sum = sum + count; sums[i] = sum end
  print(("the sum grew by a factor of %.2f a year to 2024, the published one by %.2f"):format(
    growth(counts, 2024) or 0, growth(sums, 2024) or 0))
end
check("each difference has a reason", unexplained, "==", 0)
