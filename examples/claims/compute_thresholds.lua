--- Claims about how many models pass a threshold of training compute, and what such a model costs.
--
-- One learns: cumulative and new counts, counts as samples of a rate, from FLOP to chip-hours to
-- dollars, and dates of laws as facts.
--
-- Counts are those of Epoch AI, all machine learning systems, as of June 2025 (training-cost-trends
-- at 263c40a), which goes on being revised: the claims were made on earlier states of it.
defaults{ sampling = "sobol" }
local anchors = require "anchors"
local document = "002_0f9226cfb658bafc"

local snapshot = "Epoch AI, all machine learning systems, 2025-06 (training-cost-trends at 263c40a)"

units.count "model"

-- New models of each year from 2017 on, above a threshold in FLOP; 2025 up to June.
local first_year = 2017
local new = {
  ["1e23"] = { 2, 0, 0, 2, 9, 27, 60, 110, 45 },
  ["7.7e24"] = { 0, 0, 0, 0, 1, 0, 4, 18, 7 },
  ["1e25"] = { 0, 0, 0, 0, 1, 0, 4, 13, 6 },
  ["1e26"] = { 0, 0, 0, 0, 0, 0, 0, 0, 2 },
}
local new_language = { 0, 0, 0, 2, 9, 24, 57, 101, 41 } -- of those above 1e23 FLOP

local function counted(number, name)
  return (number * u.model):named(name):source(snapshot)
end

local function new_in(threshold, year)
  return counted(new[threshold][year - first_year + 1],
    ("new models above %s FLOP, %d"):format(threshold, year))
end

local function sum_to(list, year)
  local sum = 0
  for i = 1, year - first_year + 1 do sum = sum + list[i] end
  return sum
end

local function up_to(threshold, year)
  return counted(sum_to(new[threshold], year),
    ("models above %s FLOP up to %d"):format(threshold, year))
end

-- ---- cost of a run ----

local peak, mfu = hw.h100_sxm.peak.bf16, q"0.375" :named "MFU" :source(anchors.method)

local function hours(flop) return model.chip_hours{ work = flop, peak = peak, mfu = mfu } end

local cheap = price.of(hw.h100_sxm, { on = "2023-06-20", scope = "chip-hour", provider = "lambda",
  option = "on_demand" })
local dear = price.of(hw.h100_sxm, { on = "2025-06", scope = "chip-hour", provider = "coreweave",
  option = "on_demand" })
local large = q"1e23 FLOP" :named "work" :source "the threshold"

-- A cost by which a threshold in dollars becomes one in FLOP.
local flop_per_dollar = models.inflection_2.training.work / anchors.inflection2

claim "s002-01" {
  document = document, basis = "checked against a source",
  says = "models costing >$10M released twice a month",
  about = "new models above 7.7e24 FLOP in 2024, each month", states = "2 model/month",
  given = { of_the_year = new_in("7.7e24", 2024) },
  model = function(given)
    return poisson{ mean = given.of_the_year / u.model } * u.model / q"12 month"
  end,
  expect = "inside",
  note = "a claim of Epoch's of its own, not of the 1e23-FLOP set; the number of a year is a "
    .. "sample of a rate (Poisson)",
  original = {
    says = "separate Epoch claim, NOT the 1e23-FLOP set",
    about = "new models above 1e25 FLOP in 2024, each month", states = "2 model/month",
    given = { of_the_year = new_in("1e25", 2024) },
  },
  also = {
    { about = "chip-hours of 1e23 FLOP on H100", model = hours(large), expect = "74.9k GPU-h" },
    { about = "their rent at Lambda's price of 2023", model = hours(large) * cheap,
      expect = "0.15 MUSD" },
    { about = "work that 10 million dollars pay for, as Inflection-2's",
      model = q"10 MUSD" * flop_per_dollar, expect = "7.7e24 FLOP" },
    { about = "Inflection-2's final run, 1e25 FLOP", model = anchors.inflection2,
      expect = "13.0 MUSD" },
  },
}

claim "s002-02" {
  document = document, basis = "checked against a source",
  says = "Epoch identified 201 models >1e23 in 2024",
  about = "new models of 2024", states = "201 model", model = new_in("1e23", 2024),
  expect = { verdict = "contradicted", figure = "110 model" },
  original = {
    says = "CUMULATIVE by 2024 (\"By 2020 four/five; by 2022 31/32; by 2024 ...\"), not new in "
      .. "2024",
    about = "all models up to 2024", states = "201 model", model = up_to("1e23", 2024),
    expect = { verdict = "reproduced", figure = "210 model" },
  },
}

claim "s002-03" {
  document = document, basis = "checked against a source",
  says = "2 models in 2017", note = "AlphaGo Master and AlphaGo Zero",
  about = "models above 1e23 FLOP up to 2017", states = "2 model", model = up_to("1e23", 2017),
  expect = { verdict = "reproduced", figure = "2 model" },
}

claim "s002-04" {
  document = document, basis = "checked against a source",
  says = "training cost of such model \"several million\"",
  about = "1e23 FLOP on rented H100", states = "2 to 10 MUSD",
  given = { work = large, rent = interval(cheap, dear)
    :source "from Lambda's price of 2023 to CoreWeave's of 2025, on demand" },
  model = function(given) return hours(given.work) * given.rent end,
  expect = { verdict = "contradicted", low = "0.1 MUSD", high = "0.5 MUSD" },
  original = {
    says = "\"hundreds of thousands of dollars or more\"",
    source = "Epoch AI, Tracking large-scale AI models, 2024-04",
    about = "1e23 FLOP on rented H100", states = { at_least = "100 kUSD" }, expect = "reproduced",
  },
}

local language = counted(sum_to(new_language, 2024), "language models among them")

claim "s002-05" {
  document = document, basis = "checked against a source",
  says = "326 of 418 large models with KNOWN compute are language models",
  about = "share of language models, known compute, up to 2024",
  states = "78 %",
  given = { language = language, all = up_to("1e23", 2024) },
  model = function(given)
    -- How far a share of so many may be off, if they are a sample of models.
    return beta{ alpha = value(given.language, "model") + 0.5,
      beta = value(given.all - given.language, "model") + 0.5 }
  end,
  expect = "contradicted",
  original = {
    says = "Epoch page text says \"known compute\" but its older version 193 = 103 known + 90 "
      .. "unconfirmed => 418 most likely = known + unconfirmed",
    untestable = "no count of language models among those without confirmed compute is public",
  },
  also = {
    { about = "193 of 210 known models", unit = "%", model = language / up_to("1e23", 2024),
      expect = "92 %" },
    { about = "326 of 418", unit = "%", model = q"326" / q"418", expect = "78 %" },
  },
}

-- The count goes on as it grew since the first model above the threshold.
local function systemic_by(year)
  local by_year = {}
  for i, number in ipairs(new["1e25"]) do by_year[first_year + i - 1] = number end
  local counts = trend.counts{ threshold = q"1e25 FLOP", new = by_year, first = 2021,
    until_date = "2025-06-30", source = snapshot }
  return counts:forecast{ last = year }.cumulative:at{ year = year }
end

local act, systemic = law.eu_general_purpose, law.eu_systemic_risk

claim "s002-06" {
  document = document, basis = "checked against a source",
  says = "EU AI Act enters into force August 2025",
  about = "entry into force", states = { date = "2025-08" }, model = act.in_force,
  expect = "contradicted",
  original = {
    says = "in force 2024-08-01; GPAI obligations apply from 2025-08-02; GPAI indicative >1e23; "
      .. "systemic risk >1e25",
    about = "obligations of general-purpose AI apply", states = { date = "2025-08-02" },
    model = act.applies_from, expect = "reproduced",
  },
  also = {
    { about = "indicative threshold of general-purpose AI", states = "1e23 FLOP",
      model = act.threshold },
    { about = "threshold of systemic risk", states = "1e25 FLOP", model = systemic.threshold },
    { about = "models above it by June 2025", model = up_to("1e25", 2025), expect = "24 model" },
    { about = "models above 1e26 FLOP by then", model = up_to("1e26", 2025), expect = "2 model" },
    { about = "models above 1e25 FLOP by the end of 2028 (Kumar and Manning 2025: 103 to 306)",
      states = "103 to 306", model = systemic_by(2028) },
  },
}

return true
