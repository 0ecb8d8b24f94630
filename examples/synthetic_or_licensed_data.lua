-- Should the next 50 billion tokens be licensed, or written by a model?
--
-- One learns: the price of a token by licence, interface and one's own chips; that what the filters
-- throw away is paid for; a break-even price to take into a negotiation.
--
--   outlay run examples/synthetic_or_licensed_data.lua
--   outlay run examples/synthetic_or_licensed_data.lua --set worth="0.2 to 0.5"

tokens = q"50e9 token"

-- What is asked for text by the word; and what a publisher got for an archive of unknown size.
local tokens_per_word = q"1.33 token/word":source "assumption: English, a large vocabulary"
licensed = tokens * deals.price.text / tokens_per_word
archive  = model.licence{ deal = deals.licence.axel_springer_openai, models = 2 }.cost
local archive_size = q"1e9 to 5e9 token":named("tokens of a publisher's archive")
  :source "assumption: decades of several newspapers"
archive_price = archive / archive_size

-- Synthetic text: half of it or less passes filters and deduplication. A token of it may be worth
-- less to the model than one that a person wrote.
kept  = q"20 % to 60 %":source "assumption: rejection by a grader, and deduplication"
worth = q"0.5 to 1":source "assumption: gain of a synthetic token over a human one's"
local needed = tokens / worth

local bought = model.synthetic{
  tokens = needed, kept = kept, price = deals.generation.deepseek_v3,
  prompt = 0.5, prompt_price = q"0.27 USD/Mtoken":source "DeepSeek API pricing, 2025-02",
}

-- A model like DeepSeek-V3 on 16 rented H200: 671 B parameters, 37 B active, FP8, 70 kB of cache.
local serve = model.serving{
  parameters = q"671e9 parameter", active = q"37e9 parameter", peak = hw.h200_sxm.peak.fp8,
  bandwidth = hw.h200_sxm.bandwidth, memory = hw.h200_sxm.memory,
  price = q"2.2 to 3.2 USD/GPU/h":source "assumption: H200 for months, 2025", chips = q"16 GPU",
  prompt = q"500 token", output = q"1000 token", batch = 512, cache = q"70 kB/token",
  utilisation = 0.9, -- batch work: no demand to wait for
}
local own = model.synthetic{
  tokens = needed, kept = kept, price = serve.output_price, prompt = 0.5,
  prompt_price = serve.prompt_price,
}

by_interface, on_own_chips = bought.cost, own.cost
show(licensed, "MUSD", "licensed by the word, as asked")
show(archive_price * tokens, "MUSD", "licensed at the price of an archive")
show(by_interface, "kUSD", "written by a model, through an interface")
show(on_own_chips, "kUSD", "written by a model, on rented chips")
show(own.price / worth, "USD/Mtoken", "own chips, for the worth of a human token")

-- The licence that costs as much as writing the text oneself; beyond it, it must bring what no
-- model can write: facts of this year, rights that nobody disputes.
break_even = min(by_interface, on_own_chips) / tokens
show(break_even, "USD/Mtoken", "a licence breaks even at")
show(break_even * tokens_per_word * q"1e6 word", "USD", "or a million words at")
show(mean(archive_price) / mean(break_even), nil, "an archive's price over that")
drivers(on_own_chips, { top = 5 })
