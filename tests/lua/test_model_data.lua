-- What data costs, what keeping it costs, and what a trained model costs to use, by hand.
local near = check_near

local licence = model.licence{ deal = deals.licence.news_corp_openai, models = 2 }
near("a licence over its term", licence.total, q"250 MUSD", 1e-12)
near("a year of it", licence.yearly, q"50 MUSD/year", 1e-12)
near("shared by two models", licence.cost, q"125 MUSD", 1e-12)
near("a yearly fee over a term", model.licence{ annual = q"60 MUSD/year", years = q"3 year" }.total,
  q"180 MUSD", 1e-12)

near("a deal's term with one's own fee", model.licence{ deal = deals.licence.news_corp_openai,
  annual = q"10 MUSD/year", years = q"2 year" }.total, q"20 MUSD", 1e-12)

local crawl = model.crawl{ tokens = q"1 Ttoken", kept = 0.1, bytes = q"4 B/token",
  processing = q"20 USD/TB" }
near("a crawl processes what it throws away", crawl.raw, q"40 TB", 1e-12)
near("and pays for it", crawl.cost, q"800 USD", 1e-12)
near("crawls are compared on the same draws", prob(gt(model.crawl{ tokens = q"1.01 Ttoken" }.cost,
  model.crawl{ tokens = q"1 Ttoken" }.cost)), 1)

near("speech by the hour", model.transcription{ audio = q"1000 h" }.cost, q"360 USD", 1e-12)
near("annotation by the item, two annotators each", model.annotation{ items = 1000,
  price = q"10 USD", overlap = 2 }.cost, q"20 kUSD", 1e-12)
near("annotation by the hour", model.annotation{ items = 1000, time = q"30 min",
  wage = q"40 USD/person/hour" }.cost, q"20 kUSD", 1e-12)
local made = model.synthetic{ tokens = q"1e9 token", price = q"2 USD/Mtoken", kept = 0.25,
  prompt = 0.5, prompt_price = q"1 USD/Mtoken", check = q"0.5 USD/Mtoken" }
near("synthetic text pays for what the filters reject", made.cost, q"12 kUSD", 1e-12)
near("a kept token", made.price, q"12 USD/Mtoken", 1e-12)
near("a curriculum", model.curriculum{ tokens = q"10 Ttoken", multiplier = 0.8 }, q"8 Ttoken",
  1e-12)

near("storage", model.storage{ size = q"1 PB", time = q"10 month", copies = 2 }, q"460 kUSD", 1e-12)
near("egress goes down the steps of the price list", model.egress{ size = q"60 TB" },
  q"5000 USD", 1e-12) -- 10 at 90, 40 at 85, 10 at 70
near("a large egress", model.egress{ size = q"1000 TB" }, q"53800 USD", 1e-12)

-- Serving: 10^10 weights of a byte, 10^15 FLOP/s and 10^12 B/s a chip.
local serve = {
  parameters = q"1e10 parameter", peak = q"1e15 FLOP/s/GPU", bandwidth = q"1e12 B/s/GPU",
  price = q"3.6 USD/GPU/h", prompt = q"1000 token", output = q"100 token", batch = 1, mfu = 0.5,
  bandwidth_use = 0.5, utilisation = 0.5,
}
local one = model.serving(serve)
local function assumed(rent)
  return model.serving{ parameters = q"70B parameter", peak = hw.h100_sxm.peak.fp8,
    bandwidth = hw.h100_sxm.bandwidth, price = rent, prompt = q"1000 token",
    output = q"500 token" }.output_price
end
near("serving is compared on the same draws",
  prob(lt(assumed(q"2.00 USD/GPU/h"), assumed(q"2.02 USD/GPU/h"))), 1)
near("a prompt token is bound by arithmetic", -- 2e10 / 5e14 s at 0.002 USD/s
  one.prompt_price, q"0.08 USD/Mtoken", 1e-12)
near("a single sequence reads all weights for each token", -- 1e10 / 5e11 s
  one.output_price, q"40 USD/Mtoken", 1e-12)
near("tokens a second", one.rate, q"50 token/s", 1e-12)
near("a query", one.query, q"0.00408 USD", 1e-12)
serve.batch = 20
near("a batch shares the reading", model.serving(serve).output_price, q"2 USD/Mtoken", 1e-12)
serve.batch = 1e6
near("a huge batch is bound by arithmetic, too", model.serving(serve).output_price,
  q"0.08 USD/Mtoken", 1e-12)
serve.batch, serve.cache = 20, q"1e6 B/token"
near("each sequence reads its cache", -- (1e10 + 20 * 1.05e9) / 20
  model.serving(serve).output_price, q"6.2 USD/Mtoken", 1e-12)
serve.cache, serve.active = nil, q"1e9 parameter"
near("a mixture's batch reads the experts of all its tokens", model.serving(serve).output_price,
  q"2 USD/Mtoken", 1e-12)
near("and computes with the active ones", model.serving(serve).prompt_price, q"0.008 USD/Mtoken",
  1e-12)
serve.chips = q"4 GPU"
near("more chips are faster", model.serving(serve).rate, q"200 token/s", 1e-12)
near("and cost the same", model.serving(serve).output_price, q"2 USD/Mtoken", 1e-12)

near("full fine-tuning is 6 N D", model.fine_tuning_work{ parameters = q"1e9 parameter",
  tokens = q"1e9 token" }, q"6e18 FLOP", 1e-12)
near("with frozen weights it is 4 N D", model.fine_tuning_work{ parameters = q"1e9 parameter",
  tokens = q"1e9 token", trained = 0 }, q"4e18 FLOP", 1e-12)
near("Adam's 16 bytes for each weight", model.fine_tuning_memory{ parameters = q"1e9 parameter" },
  q"16 GB", 1e-12)
near("LoRA of GPT-3 at rank 8, two matrices a layer: 37.7 M weights (Hu et al. 2021, table 4)",
  175e9 * model.lora{ parameters = q"175e9 parameter", layers = 96, hidden = 12288, rank = 8,
    matrices = 2 }, 37.7e6, 2e-3)
near("distillation: 2 T D + 6 S D", model.distillation_work{ student = q"1e9 parameter",
  teacher = q"1e10 parameter", tokens = q"1e9 token" }.total, q"2.6e19 FLOP", 1e-12)

local function refuses(name, f, given, words)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or tostring(problem)
  check(name .. ": " .. text, text:find(words, 1, true) ~= nil)
end
refuses("a fee without a term", model.licence, { annual = q"1 MUSD/year" },
  "what is paid in all depends on the term")
refuses("a deal whose price is secret", model.licence,
  { deal = deals.licence.associated_press_openai }, "does not have enough to go on")
refuses("annotation without a price", model.annotation, { items = 10 },
  "give price, or time and wage")
refuses("two prices of annotation", model.annotation, { items = 10, price = q"1 USD",
  time = q"1 h", wage = q"1 USD/person/h" }, "give one of the two")
refuses("a prompt without a price", model.synthetic, { tokens = q"1 token",
  price = q"1 USD/Mtoken", prompt = 2 }, "needs 'prompt_price'")
serve.memory, serve.chips = q"2 GB/GPU", q"1 GPU"
refuses("a model that does not fit", model.serving, serve, "take more chips")
near("the last price of egress has no end", model.egress{ size = q"3e9 TB" }
  - model.egress{ size = q"2e9 TB" }, q"1e9 TB" * price.egress.over_150_tb, 1e-9)
