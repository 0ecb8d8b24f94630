--- Claims about how fast training and inference get cheaper, most of them ARK Invest's.
--
-- One learns: rates from two points, rates that compound, and what a garbled sentence says beside
-- the sentence it was.
defaults{ sampling = "sobol" }
local document = "003_0c607ccf4ca84f72"

local ideas_2023 = "ARK Invest, Big Ideas 2023"
local ideas_2024 = "ARK Invest, Big Ideas 2024"
local moore = "ARK Invest, The cost of AI training is improving at 50x the speed of Moore's law, "
  .. "2020-05"
local efficiency = "Hernandez and Brown, Measuring the algorithmic efficiency of neural networks, "
  .. "2020, arXiv 2005.04305"

local gpt3_2020 = q"4.6 MUSD" :named "GPT-3-level run, 2020" :source(ideas_2023)
local gpt3_2022 = q"450 kUSD" :named "GPT-3-level run, 2022" :source(ideas_2023)
local decline = q"70 %" :named "fall each year" :source(ideas_2023)

-- A cost of 2022 in 2030, if it falls by a share each year.
local function in_2030(cost_2022, share)
  return trend.exponential{ start = cost_2022, at = 2022, decline = share or decline }:at(2030)
end

claim "s003-01" {
  document = document, basis = "checked against a source", by = "Forrester, 2017",
  says = "48% of companies name cost as barrier (Forrester 2017)",
  untestable = "a survey's answer, whose data are not public",
}

claim "s003-02" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "$4.6M (2020) -> $450k (2022), -70%/yr",
  about = "fall each year", states = "70 %",
  model = trend.exponential{ through = { { 2020, gpt3_2020 }, { 2022, gpt3_2022 } } }.decline,
  expect = { verdict = "reproduced", figure = "68.7 %" },
}

claim "s003-03" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "$450k (2022) -> $30 for \"GPT-2030-Level bis 3\"", note = "2030 and 3 swapped",
  untestable = "there is no \"GPT-2030 level\", and no year",
  original = {
    says = "GPT-3-level by 2030 to $30",
    about = "a GPT-3-level run in 2030", states = "30 USD",
    model = in_2030(gpt3_2022),
    expect = { verdict = "reproduced", figure = "29.5 USD" },
  },
}

local resnet = {
  in_2017 = q"1000 USD" :named "ResNet-50, 2017" :source(moore),
  in_2019 = q"10 USD" :named "ResNet-50, 2019" :source(moore),
  moore = q"2" :named "Moore's law, two years" :source "transistors double every two years",
}

claim "s003-04" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = moore,
  says = "costs RISE 50x faster than Moore", note = "the sign is inverted",
  about = "cost after two years over the cost before, if it rose 50 times Moore's doubling",
  states = 50 * 2, given = resnet,
  model = function(given) return given.in_2019 / given.in_2017 end, expect = "contradicted",
  original = {
    says = "training cost is IMPROVING 50x the speed of Moore",
    about = "fall of the cost in two years over Moore's doubling", states = 50,
    model = function(given) return given.in_2017 / given.in_2019 / given.moore end,
    expect = { verdict = "reproduced", figure = "50" },
  },
}

claim "s003-05" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = moore,
  says = "\"ResNet-2017 ... im Jahr 50\" $1,000 -> $10 (2019)", note = "numbers swapped",
  untestable = "there is no ResNet-2017, and no year 50",
  given = resnet,
  original = {
    says = "2017: ResNet-50 ~$1,000; 2019 ~$10 (10x/yr)",
    about = "cost in 2019, falling tenfold each year", states = "10 USD",
    model = function(given) return given.in_2017 * 10 ^ -(2019 - 2017) end,
    expect = { verdict = "reproduced", figure = "10 USD" },
  },
  also = {
    { about = "cost at the end of 2020, falling on like this", states = "1 USD",
      model = function(given) return given.in_2019 * 10 ^ -1 end, expect = "1 USD" },
  },
}

claim "s003-06" {
  document = document, basis = "checked against a source", by = "OpenAI, 2020", source = efficiency,
  says = "since \"16 alle 2012 Monate\" factor 2", note = "16 and 2012 swapped",
  untestable = "a halving every 2,012 months, since the year 16, is no sentence of anybody's",
  given = {
    measured = q"44" :named "fall of computing for AlexNet's accuracy" :source(efficiency),
    period = q"84 month" :named "2012-06 to 2019-05" :source(efficiency),
    halving = q"16 month" :source(efficiency),
  },
  original = {
    says = "factor 2 every 16 months since 2012 (OpenAI 2020; 44x AlexNet)",
    about = "halving time from the 44 times measured", states = "16 month",
    model = function(given) return given.period * log(2) / log(given.measured) end,
    expect = { verdict = "reproduced", figure = "15.4 month" },
  },
  also = {
    { about = "fall in 84 months at a halving every 16", states = 44,
      model = function(given) return 2 ^ (given.period / given.halving) end, expect = "38" },
  },
}

local hardware = q"57 %" :named "fall of hardware cost each year"
  :source(ideas_2023 .. ", from memory")
local hardware_2024 = q"53 %" :named "fall of hardware cost each year" :source(ideas_2024)
local software = q"47 %" :named "fall of cost by software each year" :source(ideas_2024)

-- Declines compound: what is left is the product of what each leaves.
local together, together_2024 =
  trend.compound{ hardware, software }, trend.compound{ hardware_2024, software }

claim "s003-07" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "Wright's law: RCU production cost ... (truncated)", note = "the sentence is lost",
  untestable = "the sentence breaks off before its figure",
  original = {
    says = "falls 57%/yr to 2030 (Big Ideas 2023; figure from memory; BI2024: 53%)",
    about = "with software's 47 %, each year; the report has 70 %", states = "70 %",
    model = together,
    expect = { verdict = "contradicted", figure = "77.2 %" },
  },
  also = {
    { about = "a GPT-3-level run in 2030 by that", expect = "3.3 USD",
      model = in_2030(gpt3_2022, together) },
    { about = "the same for 53 % and 47 %; Big Ideas 2024 has 75 %", states = "75 %",
      model = together_2024, expect = "75.1 %" },
    { about = "growth of all hardware ever made that 57 % needs each year, at 20 % a doubling",
      given = { learning_rate = q"20 %" :source "assumed: usual of electronics" },
      -- Wright: what is left is (Q / Q0)^log2(1 - learning rate).
      model = function(given)
        return (1 - hardware) ^ (log(2) / log(1 - given.learning_rate))
      end },
  },
}

local function progress(of)
  return trend.algorithmic_efficiency{ start = q"1 FLOP", at = 2020, of = of }
end

claim "s003-08" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2024,
  says = "software cost falls 47%/yr", about = "fall each year by measured algorithmic progress",
  states = "47 %",
  model = progress("language_models").decline,
  expect = "inside",
  also = {
    { about = "by OpenAI's 16 months for image classifiers", unit = "%",
      model = progress("image_classifiers").decline },
  },
}

units.count("query", "queries")
local queries = q"1e9 query" :named "a billion queries"

local a_cent = q"0.01 USD/query" :named "cost of a query, 2022" :source(ideas_2023)

claim "s003-09" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "ChatGPT ~\"01 US-Dollar\" per query", note = "the decimal point is lost",
  about = "a billion queries in 2030 from 1 USD each; the text has 650 USD", states = "650 USD",
  model = in_2030(q"1 USD/query" :named "cost of a query, 2022, as circulated" * queries),
  expect = "contradicted",
  original = {
    says = "$0.01 per query", about = "a billion queries in 2030, falling 70 % a year",
    states = "650 USD", model = in_2030(a_cent * queries),
    expect = { verdict = "reproduced", figure = "656 USD" },
  },
  also = {
    { about = "a billion queries in 2022", model = a_cent * queries, expect = "10 MUSD" },
  },
}

claim "s003-10" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "650 USD per 1e9 queries 2030; 8.5e9 searches/day",
  about = "a billion queries in 2030, falling 70 % a year", states = "650 USD",
  model = in_2030(a_cent * queries), expect = "reproduced",
  also = {
    { about = "all searches of a day at 650 USD a billion", expect = "5.5 kUSD/day",
      given = { cost = q"650 USD" / queries,
        searches = q"8.5e9 query/day" :named "searches" :source(ideas_2023) },
      model = function(given) return given.cost * given.searches end },
  },
}

local growth = {
  parameters = q"57" :named "parameters over GPT-3's" :source(ideas_2023),
  tokens = q"720" :named "tokens over GPT-3's" :source(ideas_2023),
  in_2022 = q"17 BUSD" :named "its cost in 2022" :source(ideas_2023),
  in_2030 = q"600 kUSD" :named "its cost in 2030" :source(ideas_2023),
}

claim "s003-11" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "\"2030-mal Parameter, 57-mal Token als GPT-720 (3 Mrd.) bis 175 von 17 Mrd. auf "
    .. "600.000\"",
  note = "fully scrambled", untestable = "its numbers stand at each other's places", given = growth,
  original = {
    says = "by 2030, model with 57x parameters and 720x tokens of GPT-3 (175B) falls from $17B to "
      .. "$600,000",
    about = "cost in 2022, in proportion to parameters and tokens", states = "17 BUSD",
    model = function(given) return gpt3_2022 * given.parameters * given.tokens end,
    expect = { verdict = "contradicted", figure = "18.5 BUSD" },
  },
  also = {
    { about = "its work", expect = "1.29e28 FLOP",
      model = function(given)
        return model.training_work{
          parameters = q"175e9 parameter" :named "GPT-3's parameters" * given.parameters,
          tokens = q"300e9 token" :named "GPT-3's tokens" * given.tokens,
        }
      end },
    { about = "fall each year from 17 billion to 600,000", states = "70 %", expect = "72.2 %",
      model = function(given)
        return trend.exponential{ through = { { 2022, given.in_2022 }, { 2030, given.in_2030 } } }
          .decline
      end },
    { about = "its cost in 2030, falling 70 % a year", states = "600 kUSD", unit = "MUSD",
      expect = { verdict = "contradicted", figure = "1.12 MUSD" },
      model = function(given) return in_2030(given.in_2022) end },
  },
}

claim "s003-12" {
  document = document, basis = "checked against a source", by = "ARK Invest", source = ideas_2023,
  says = "162T words / 216T tokens", about = "tokens, at four for three words",
  states = "216T token",
  given = { words = q"162T word" :source(ideas_2023), rate = q"4 token" / q"3 word" },
  model = function(given) return given.words * given.rate end,
  expect = { verdict = "reproduced", figure = "216e12 token" },
}

return true
