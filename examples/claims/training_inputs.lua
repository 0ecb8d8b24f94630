--- Claims about what goes into a model: chips, a final run, licences, transcribed video.
--
-- One learns: figures from the catalogs (prices, licences), a cluster from its chips, a cost with
-- experiments and people, and what to say of a claim that nobody can test.
defaults{ sampling = "sobol" }
local anchors = require "anchors"
local document = "001_d2977d1d7f0c18b4"

claim "s001-01" {
  document = document, basis = "unverified",
  says = "several hundred million up to $1B soon",
  about = "development of the largest model, end of 2024", states = "300 MUSD to 1 BUSD",
  model = anchors.development(2025.0), expect = "reproduced",
  note = "\"soon\" is read as the end of 2024, \"several\" as three or more",
  also = {
    { about = "its final run alone", states = "300 MUSD to 1 BUSD",
      model = anchors.largest_run(2025.0) },
  },
}

local cluster = {
  count = q"10000 GPU" :source "the claim: thousands",
  price = q"30k USD/GPU" :source "the claim",
  overhead = hw.node.overhead.h100,
  network_share = q"0.19" :source(anchors.method),
}

claim "s001-02" {
  document = document, basis = "checked against a source",
  says = "Nvidia GPU ~ $30,000 each, thousands needed",
  about = "an H100's price, 2023", states = "30k USD/GPU",
  model = price.of(hw.h100_sxm, { on = "2023", scope = "chip" }), expect = "inside",
  also = {
    { about = "chips for 10,000 of them", given = cluster, expect = "300 MUSD",
      model = function(given) return given.count * given.price end },
    { about = "the whole cluster", given = cluster, expect = "607 MUSD",
      model = function(given)
        return given.count * given.price * given.overhead / (1 - given.network_share)
      end },
  },
}

claim "s001-03" {
  document = document, basis = "checked against a source",
  says = "\"ChatGPT-4\" costs ~ $100M \"will cost\"",
  about = "development of GPT-4", states = "100 MUSD", model = anchors.gpt4_development,
  expect = "inside",
  original = {
    says = "Altman: GPT-4 cost more than $100M (past); Amodei: current models ~ $100M",
    states = { at_least = "100 MUSD" }, expect = "reproduced", about = "development of GPT-4",
  },
  also = {
    { about = "its final run alone", model = anchors.gpt4, expect = "40.6 MUSD" },
    { about = "the sum of the parts' medians, as published", expect = "125 MUSD",
      model = median(anchors.gpt4_computing) + median(anchors.gpt4_staff) },
  },
}

claim "s001-04" {
  document = document, basis = "unverified",
  says = "future models $10-100B in next years",
  about = "the largest final run at 2027.0", states = "10 to 100 BUSD",
  model = anchors.largest_run(2027.0), expect = "contradicted",
  also = {
    { about = "time from GPT-4 until it costs 10 billion, at this growth",
      model = log(q"10 BUSD" / anchors.gpt4) / log(anchors.growth) * u.year },
  },
}

-- What OpenAI has promised for licences that are known, over their terms.
local licence = deals.licence
local term = q"3 year" :named "term of other licences" :note "assumed, as Axel Springer's"

claim "s001-05" {
  document = document, basis = "recalled",
  says = "OpenAI spent hundreds of millions on data licences",
  about = "known contracts, over their terms", states = { at_least = "200 MUSD" },
  model = licence.news_corp_openai.total + licence.axel_springer_openai.total
    + (licence.dotdash_meredith_openai.annual + licence.financial_times_openai.annual) * term,
  expect = "reproduced", source = "TechCrunch, 2024-06, from memory",
  note = "committed over years, not spent; contracts without a public figure are left out",
  also = {
    { about = "News Corp, each year", expect = "50 MUSD/year",
      model = licence.news_corp_openai.total / licence.news_corp_openai.years },
  },
}

claim "s001-06" {
  document = document, basis = "checked against a source",
  says = "Whisper transcribed >1M hours YouTube to \"optimise\" GPT-4",
  untestable = "who transcribed has published no number of hours",
  original = {
    says = "Whisper transcribed >1M hours of YouTube to TRAIN GPT-4",
    untestable = "who transcribed has published no number of hours",
  },
  also = {
    { about = "what a million hours of film would cost to license",
      model = q"1M hour" :named "hours transcribed" :source "the claim" * deals.price.film,
      expect = { low = "100 MUSD", high = "300 MUSD" } },
    { about = "tokens in them", unit = "Gtoken",
      given = {
        hours = q"1M hour" :source "the claim",
        speech = q"130 to 170 word/min" :source "usual speed of speech; recalled",
        tokens = (q"4 token" / q"3 word") :source "as in s003-12",
      },
      model = function(given) return given.hours * given.speech * given.tokens end },
  },
}

return true
