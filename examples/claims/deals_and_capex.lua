--- Claims about licences for data, fleets of chips, rents, and what cloud companies invest.
--
-- One learns: licences and prices as facts of the catalog, growth from two amounts, and how a sum
-- over years is read as a sum of one.
defaults{ sampling = "sobol" }
local anchors = require "anchors"
local document = "004_175489ecf05e7c62"
local licence = deals.licence

claim "s004-01" {
  document = document, basis = "recalled", says = "News Corp >$250M over 5 years",
  about = "the contract with OpenAI, over its term", states = { at_least = "250 MUSD" },
  model = licence.news_corp_openai.total, expect = "reproduced",
  also = {
    { about = "each year", expect = "50 MUSD/year",
      model = licence.news_corp_openai.total / licence.news_corp_openai.years },
  },
}

local each = licence.shutterstock_each.total

claim "s004-02" {
  document = document, basis = "checked against a source", source = "Reuters, 2024-04-05",
  says = "Shutterstock $25-50M with Apple, Meta, Google, Amazon",
  note = "ambiguous: in all, or each", about = "all four contracts, if the range is their sum",
  states = "25 to 50 MUSD",
  -- Four times the same draw: nothing says that one pays the least while another pays the most.
  model = 4 * each, expect = { verdict = "contradicted", low = "100 MUSD", high = "200 MUSD" },
  original = {
    says = "EACH initially $25-50M, most later expanded", about = "each contract",
    states = "25 to 50 MUSD", model = each, expect = "reproduced",
  },
}

local reddit = licence.reddit_all

claim "s004-03" {
  document = document, basis = "recalled", says = "Reddit earned hundreds of millions",
  about = "earned within the first year", states = { at_least = "200 MUSD" },
  model = reddit.total / reddit.years * q"1 year", expect = "contradicted",
  original = {
    says = "contracts worth ~$203M aggregate", about = "all contracts, over their terms",
    states = { at_least = "200 MUSD" }, model = reddit.total, expect = "reproduced",
  },
}

claim "s004-04" {
  document = document, basis = "checked against a source", source = "Reuters, 2024-04-05",
  says = "data market $2.5B -> ~$30B in ten years", about = "growth each year that it takes",
  given = { now = q"2.5 BUSD" :source "Reuters", ["then"] = q"30 BUSD" :source "Reuters" },
  model = function(given) return (given["then"] / given.now) ^ (1 / 10) - 1 end, unit = "%",
  untestable = "a forecast to 2034, and no model of the market is given", expect = "28.2 %",
}

claim "s004-05" {
  document = document, basis = "unverified", by = "Sam Altman", says = "GPT-4 > $100M (Altman)",
  about = "development of GPT-4", states = { at_least = "100 MUSD" },
  model = anchors.gpt4_development, expect = "reproduced",
  also = {
    { about = "its final run alone", states = { at_least = "100 MUSD" }, model = anchors.gpt4 },
  },
}

claim "s004-06" {
  document = document, basis = "checked against a source",
  by = "Dario Amodei", source = "The New York Times, The Ezra Klein Show, 2024-04",
  says = "in training now ~ $1B; 2025/26 ~ $5B or $10B",
  about = "development of the largest model, end of 2024", states = "1 BUSD",
  model = anchors.development(2025.0), expect = "inside",
  also = {
    { about = "its final run alone", states = "1 BUSD", model = anchors.largest_run(2025.0) },
    { about = "development of the largest model, end of 2025", states = "5 to 10 BUSD",
      model = anchors.development(2026.0) },
  },
}

local meta = {
  count = q"350k GPU" :source "the claim: a plan of Meta's for the end of 2024",
  chip_price = q"30k USD/GPU" :source "the claim",
  overhead = hw.node.overhead.h100, network_share = q"0.19" :source(anchors.method),
  server_power = hw.node.dgx_h100.power / hw.node.dgx_h100.chips,
}

claim "s004-07" {
  document = document, basis = "checked against a source",
  says = "H100 ~ $30,000; Meta 350,000 by year end",
  about = "an H100's price, 2024", states = "30k USD/GPU",
  model = price.of(hw.h100_sxm, { on = "2024", scope = "chip" }), expect = "inside",
  also = {
    { about = "chips for 350,000", given = meta, expect = "10.5 BUSD",
      model = function(given) return given.count * given.chip_price end },
    { about = "with servers and network", given = meta, expect = "21.3 BUSD",
      model = function(given)
        return given.count * given.chip_price * given.overhead / (1 - given.network_share)
      end },
    { about = "their power, in servers", given = meta, expect = "446 MW",
      model = function(given) return given.count * given.server_power end },
  },
}

local p5 = price.cloud.aws_p5.on_demand

claim "s004-08" {
  document = document, basis = "checked against a source",
  says = "AWS ~ $6/h for large cluster of INTEL processors",
  note = "half of the sentence was dropped",
  untestable = "a price by the hour of a cluster whose size it does not say",
  original = {
    says = "contrast lost: ~$6/h CPU cluster vs ~ $100/h (p5.48xlarge $98.32) H100 cluster",
    about = "eight H100 for an hour, on demand", states = "100 USD/h",
    model = p5 * q"8 GPU" :named "chips of a p5.48xlarge", expect = "reproduced",
  },
  also = {
    { about = "one H100", expect = "12.29 USD/GPU/h",
      given = { instance = q"98.32 USD/h" :named "p5.48xlarge" :source "AWS, 2025-03-17",
        chips = q"8 GPU" :named "chips of a p5.48xlarge" },
      model = function(given) return given.instance / given.chips end },
  },
}

claim "s004-09" {
  document = document, basis = "recalled", by = "Microsoft",
  says = "Microsoft $1B Kenya (G42), EUR 4B France",
  untestable = "two announcements, in words that no model gives",
  about = "4 billion euro of 2024 in dollars",
  model = q"4 BEUR2024":into "USD2024", unit = "BUSD2024",
}

local amazon = {
  committed = q"148 BUSD" :source "press reports, 2024; recalled",
  horizon = q"15 year" :source "press reports, 2024; recalled",
}

claim "s004-10" {
  document = document, basis = "recalled", by = "Amazon",
  says = "Amazon committed $148B in past two years to data centers",
  about = "spending each year, if it was spent in two", states = "74 BUSD/year", given = amazon,
  model = function(given) return given.committed / given.horizon end,
  expect = { verdict = "contradicted", figure = "9.9 BUSD/year" },
  original = {
    says = "spend horizon ~15 years",
    untestable = "it states no amount of a year",
  },
}

-- Quarters to March, and Meta's year; earlier amounts as the companies reported them.
local reports = "the company's report; recalled"
local capex = {
  microsoft = q"14 BUSD" :source "the claim", microsoft_before = q"7.8 BUSD" :source(reports),
  alphabet = q"12 BUSD" :source "the claim", alphabet_before = q"6.29 BUSD" :source(reports),
  meta_low = q"35 BUSD" :source "the claim", meta_high = q"40 BUSD" :source "the claim",
  meta_before = q"28.1 BUSD" :source(reports),
}

local function growth(after, before)
  return function(given) return given[after] / given[before] - 1 end
end

local function before(after, share)
  return function(given) return given[after] / (1 + q(share)) end
end

claim "s004-11" {
  document = document, basis = "checked against a source",
  says = "MSFT capex $14B +79%; Alphabet $12B +91%; Meta 35-40B (+42% at top)",
  about = "Microsoft's growth over the quarter a year before", states = "79 %", given = capex,
  model = growth("microsoft", "microsoft_before"), expect = "reproduced",
  also = {
    { about = "Alphabet's", states = "91 %", given = capex, expect = "reproduced",
      model = growth("alphabet", "alphabet_before") },
    { about = "Meta's at the top, over the year before", states = "42 %", given = capex,
      model = growth("meta_high", "meta_before"), expect = "reproduced" },
    { about = "Meta's at the low end", given = capex, unit = "%", expect = "24 %",
      model = function(given)
        return given.meta_low / (given.meta_high / (1 + q"42 %")) - 1
      end },
    { about = "Microsoft's base by the claim", model = before("microsoft", "79 %"),
      given = capex, expect = "7.82 BUSD" },
    { about = "Alphabet's base", model = before("alphabet", "91 %"), given = capex,
      expect = "6.28 BUSD" },
    { about = "Meta's base", model = before("meta_high", "42 %"), given = capex,
      expect = "28.17 BUSD" },
  },
}

return true
