--- Claims about the cost of the largest training runs: 100 million, 1, 10, 100 billion dollars.
--
-- One learns: holding a forecast against a measured trend, with its interval, and what a sentence
-- says once it is read where it was said.
--
--   outlay check examples/claims/frontier_runs.lua --explain s000-02
defaults{ sampling = "sobol" }
local anchors = require "anchors"
local document = "000_80d312b50f2cdea9"

local amodei = "Dario Amodei, In Good Company, 2024-06-26"
local retold = "Tom's Hardware, AI models that cost $1 billion to train are underway, 2024-07"

claim "s000-01" {
  document = document, basis = "checked against a source", by = "a retelling of " .. amodei,
  says = "current training cost reaches $1B",
  source = retold, about = "the largest final run, mid-2024", states = "1 BUSD",
  model = anchors.largest_run(2024.5), expect = "contradicted",
  original = {
    says = "~$100M for current models; models IN TRAINING today cost \"more like a billion\"",
    source = amodei, states = "100 MUSD", expect = "inside",
    about = "the largest final run, mid-2024",
  },
  also = {
    { about = "models in training, out mid-2025: final run", states = "1 BUSD",
      model = anchors.largest_run(2025.5) },
    { about = "the same with experiments and staff", states = "1 BUSD",
      model = anchors.development(2025.5) },
    { about = "growth a year from 100 million (2024) to 1 billion (2025)",
      model = q"1 BUSD" / q"100 MUSD", expect = "10" },
  },
}

claim "s000-02" {
  document = document, basis = "checked against a source", by = "a retelling of " .. amodei,
  says = "$10B or $100B within three years; $100B by 2027 \"likely\"",
  source = retold, about = "the largest final run at 2027.0", states = "10 to 100 BUSD",
  model = anchors.largest_run(2027.0),
  expect = { verdict = "contradicted", figure = "1.13 BUSD", low = "0.57 BUSD",
    high = "2.32 BUSD" },
  original = {
    says = "\"if we go to ten or a hundred billion, and I think that will happen in 2025, 2026, "
      .. "maybe 2027\" - conditional speech, not a forecast of \"likely\"",
    source = amodei,
    untestable = "a condition with \"maybe\", of either of two amounts in any of three years",
  },
  also = {
    { about = "growth a year that 10 billion in 2027 needs", expect = "4.26",
      model = anchors.growth_to(q"10 BUSD", 2027.0) },
    { about = "growth a year that 100 billion in 2027 needs", expect = "7.81",
      model = anchors.growth_to(q"100 BUSD", 2027.0) },
    { about = "with experiments and staff, at 2027.0", states = "10 to 100 BUSD",
      model = anchors.development(2027.0) },
  },
}

local techinsights = "TechInsights by way of HPCwire, 2024-06"

claim "s000-03" {
  document = document, basis = "checked against a source", by = "a retelling of " .. retold,
  says = "GPU deliveries grow geometrically; power demand rises",
  about = "growth of deliveries from 2022 to 2023",
  given = {
    in_2023 = q"3.85M GPU" :source(techinsights), in_2022 = q"2.67M GPU" :source(techinsights),
    server_power = hw.node.dgx_h100.power / hw.node.dgx_h100.chips,
  },
  model = function(given) return given.in_2023 / given.in_2022 end,
  untestable = "it states no rate, and two years cannot tell a geometric from a linear growth",
  original = {
    says = "\"over 3.8 million GPUs were delivered to data centers last year\" (2023); B200 "
      .. "$30-40k",
    source = retold, states = { at_least = "3.8M GPU" }, expect = "reproduced",
    about = "deliveries of 2023", model = function(given) return given.in_2023 end,
  },
  also = {
    { about = "their power if all were H100 in a server, at most",
      model = function(given) return given.in_2023 * given.server_power end, unit = "GW" },
  },
}

return true
