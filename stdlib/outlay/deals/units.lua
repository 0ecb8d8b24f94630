--- Data by the unit: licence prices by kind, what making it costs, and how much of it there is.
local M = {}

M.sources = {
  reuters = {
    title = "Reuters, Inside Big Tech's underground race to buy AI training data, 2024-04-05",
    address = "https://www.reuters.com/technology/"
      .. "inside-big-techs-underground-race-buy-ai-training-data-2024-04-05/",
  },
  bloomberg = {
    title = "Bloomberg, AI companies pay creators for unused video, 2025-01",
    address = "https://www.bloomberg.com/",
  },
  villalobos = {
    title = "Villalobos et al., Will we run out of data? (2024)",
    address = "https://arxiv.org/abs/2211.04325",
  },
  corpora = {
    title = "Papers of the open corpora: C4, The Pile, RedPajama, FineWeb, Dolma, DCLM, The Stack",
    address = "https://arxiv.org/abs/2406.17557",
  },
  openai = { title = "OpenAI, API pricing", address = "https://openai.com/api/pricing/" },
  deepseek = {
    title = "DeepSeek, API pricing", address = "https://api-docs.deepseek.com/quick_start/pricing",
  },
  rev = { title = "Rev, pricing of human transcription", address = "https://www.rev.com/pricing" },
  scale = {
    title = "Press on human preference data: Llama 2 paper and estimates of its cost",
    address = "https://arxiv.org/abs/2307.09288",
  },
}

local claims = "secondary: the compiled table of claims, checked against its source"

M.records = {
  -- Licence prices. An hour of video is an hour of its running time.
  price = {
    source = "reuters", checked = false, date = "2024-04", scope = "contract",
    range = "asking prices", image = { low = 1, high = 2, unit = "USD/image" },
    image_in_bulk = { low = 0.05, high = 1, unit = "USD/image", note = "Photobucket" },
    image_from_archive = { low = 0.02, high = 0.04, unit = "USD/image", note = "Freepik" },
    short_video = { low = 2, high = 4, unit = "USD", note = "one clip" },
    film = { low = 100, high = 300, unit = "USD/hour", checked = claims },
    unused_video = {
      low = 60, high = 240, unit = "USD/hour", source = "bloomberg", date = "2025-01",
      note = "1 to 4 USD a minute",
    },
    text = { value = 0.001, unit = "USD/word" },
  },

  -- What it costs to make data.
  generation = {
    source = "openai", checked = false, scope = "contract", unit = "USD/Mtoken",
    note = "output tokens through a public interface; batch use costs half",
    gpt_4o = { value = 10, date = "2024-10" },
    gpt_4o_mini = { value = 0.60, date = "2024-07" },
    gpt_5 = { value = 10, date = "2025-08" },
    deepseek_v3 = { value = 1.10, source = "deepseek", date = "2025-02" },
  },
  transcription = {
    checked = false, scope = "contract",
    whisper = { value = 0.36, unit = "USD/hour", source = "openai", date = "2023-03" },
    human = {
      low = 90, high = 120, unit = "USD/hour", source = "rev", date = "2024", range = "bounds",
    },
  },
  preference = {
    low = 5, value = 10, high = 40, unit = "USD", source = "scale", checked = false, date = "2023",
    range = "estimates", note = "one comparison of two answers by a person", scope = "contract",
  },

  -- Stocks of tokens.
  stock = {
    unit = "Ttoken", source = "villalobos", checked = false, date = "2024", range = "90 %",
    human_text = {
      low = 100, value = 300, high = 1000,
      checked = "secondary: pages that quote the abstract and its interval, 2026-11",
      note = "public, adjusted for quality and repetition",
    },
    common_crawl = { low = 100, value = 130, high = 260 },
    indexed_web = { low = 130, value = 510, high = 2100 },
    whole_web = { low = 1900, value = 3100, high = 5200 },
  },
  corpus = {
    unit = "Ttoken", source = "corpora", checked = false,
    c4 = { value = 0.156, date = "2019" }, pile = { value = 0.3, date = "2020" },
    redpajama_2 = { value = 30, date = "2023", note = "after deduplication" },
    fineweb = { value = 15, date = "2024" }, dolma = { value = 3, date = "2023" },
    dclm_pool = { value = 240, date = "2024" }, the_stack_2 = { value = 0.9, date = "2024" },
  },
}

return M
