--- Licences of data for training: who, when, how much and for how long, as far as it is known.
--
-- `total` is over all `years`, `annual` a year. Most terms are secret: figures are of reports
-- unless a party stated them. Several licences count display and search beside training.
local M = {}

M.sources = {
  aiwatch = {
    title = "AI Watchdog, Content licensing deals",
    address = "https://aiwatch.dog/licensing",
    retrieved = "2026-11",
  },
  wsj = {
    title = "The Wall Street Journal, 2025-07-30, by way of todaybeam.com",
    address = "https://todaybeam.com/?p=1196",
    retrieved = "2026-11",
  },
  allmo = {
    title = "allmo.ai, Unbundling AI: a list of public training data deals, 2025-10",
    address = "https://allmo.ai/articles/"
      .. "unbundling-ai-a-list-of-public-training-data-deals-october-2025/",
    retrieved = "2026-11",
  },
  seven = {
    title = "Media and the Machine, The 7 deal points of AI content licensing agreements",
    address = "https://mediaandthemachine.substack.com/p/"
      .. "the-7-deal-points-of-ai-content-licensing",
    retrieved = "2026-11",
  },
  blogspot = {
    title = "IP Carrier, Content licensing deals to train AI, 2024-11",
    address = "https://ipcarrier.blogspot.com/2024/11/content-licensing-deals-to-train-ai.html",
    retrieved = "2026-11",
  },
  reuters = {
    title = "Reuters, Inside Big Tech's underground race to buy AI training data, 2024-04-05",
    address = "https://www.reuters.com/technology/"
      .. "inside-big-techs-underground-race-buy-ai-training-data-2024-04-05/",
  },
  observer = {
    title = "Observer, HarperCollins asks authors to sell their books for AI training, 2024-11",
    address = "https://observer.com/2024/11/harpercollins-asking-authors-sell-books-ai-training/",
    retrieved = "2026-11",
  },
  press = {
    title = "Press reports of the deal, not opened",
    address = "https://www.theverge.com/ai-artificial-intelligence",
  },
  court = {
    title = "Bartz v. Anthropic, settlement of 2025-09, as reported",
    address = "https://www.courtlistener.com/docket/69058235/bartz-v-anthropic-pbc/",
  },
}

local page = "secondary: the page itself, 2026-11"
local claims = "secondary: the compiled table of claims, checked against its source"

M.records = {
  news_corp_openai = {
    name = "News Corp and OpenAI", kind = "text",
    source = "wsj", checked = page, date = "2024-05", scope = "contract",
    note = "more than 250 million in cash and credits",
    total = { value = 250000000, unit = "USD" },
    years = { value = 5, unit = "year" },
  },
  axel_springer_openai = {
    name = "Axel Springer and OpenAI", kind = "text",
    source = "wsj", checked = page, date = "2023-12-13", scope = "contract",
    total = { low = 25000000, high = 30000000, unit = "USD", range = "reports" },
    years = { value = 3, unit = "year" },
  },
  reddit_google = {
    name = "Reddit and Google", kind = "text",
    source = "aiwatch", checked = page, date = "2024-02-16", scope = "contract",
    annual = { value = 60000000, unit = "USD/year" },
  },
  reddit_all = {
    name = "Reddit, all data licences", kind = "text",
    source = "allmo", checked = page, date = "2024-02", scope = "contract",
    note = "aggregate at its share offering; terms of two to three years",
    total = { value = 203000000, unit = "USD" },
    years = { value = 2.5, unit = "year" },
  },
  nyt_amazon = {
    name = "The New York Times and Amazon", kind = "text",
    source = "wsj", checked = page, date = "2025-05", scope = "contract",
    annual = { low = 20000000, high = 25000000, unit = "USD/year", range = "reports" },
  },
  wiley_2024 = {
    name = "Wiley and an unnamed developer", kind = "books",
    source = "aiwatch", checked = page, date = "2024-03-07", scope = "contract",
    note = "once",
    total = { value = 23000000, unit = "USD" },
  },
  taylor_francis_microsoft = {
    name = "Taylor & Francis (Informa) and Microsoft", kind = "books",
    source = "seven", checked = page, date = "2024-05", scope = "contract",
    note = "the first fee; recurring payments to 2027 come on top",
    total = { value = 10000000, unit = "USD" },
  },
  dotdash_meredith_openai = {
    name = "Dotdash Meredith and OpenAI", kind = "text",
    source = "seven", checked = page, date = "2024-05", scope = "contract",
    note = "the fixed part",
    annual = { value = 16000000, unit = "USD/year" },
  },
  reuters_licence = {
    name = "Reuters and an unnamed developer", kind = "text",
    source = "seven", checked = page, date = "2024", scope = "contract",
    note = "25 million once, and an estimate of 40 million more",
    total = { low = 25000000, high = 65000000, unit = "USD", range = "reports" },
  },
  european_publishers_openai = {
    name = "Le Monde, Prisa, Financial Times and others and OpenAI, each", kind = "text",
    source = "blogspot", checked = page, date = "2024", scope = "contract",
    note = "one publisher",
    annual = { low = 1000000, high = 5000000, unit = "USD/year", range = "reports" },
  },
  shutterstock_each = {
    name = "Shutterstock and each of Apple, Meta, Google, Amazon", kind = "images",
    source = "reuters", checked = claims, date = "2023", scope = "contract",
    note = "at first; most were extended later",
    total = { low = 25000000, high = 50000000, unit = "USD", range = "reports" },
  },
  financial_times_openai = {
    name = "Financial Times and OpenAI", kind = "text",
    source = "press", checked = false, date = "2024-04-29", scope = "contract",
    annual = { low = 5000000, high = 10000000, unit = "USD/year", range = "reports" },
  },
  associated_press_openai = {
    name = "Associated Press and OpenAI", kind = "text",
    source = "aiwatch", checked = page, date = "2023-07-13", scope = "contract",
    note = "no figure is public",
    years = { value = 2, unit = "year" },
  },
  harpercollins_microsoft = {
    name = "HarperCollins and Microsoft, for each title", kind = "books",
    source = "observer", checked = page, date = "2024-11", scope = "contract",
    note = "half of it to the author",
    total = { value = 5000, unit = "USD" },
    years = { value = 3, unit = "year" },
  },
  photobucket = {
    name = "Photobucket archive, offered", kind = "images",
    source = "reuters", checked = false, date = "2024-04", scope = "contract",
    note = "13 billion photos and videos at 0.05 to 1 USD a photo",
  },
  anthropic_settlement = {
    name = "Anthropic and authors, settlement", kind = "books",
    source = "court", checked = false, date = "2025-09", scope = "contract",
    note = "about 3,000 USD for each of some 500,000 books; a settlement, not a licence",
    total = { value = 1500000000, unit = "USD" },
  },
  vox_media_openai = {
    name = "Vox Media and OpenAI", kind = "text",
    source = "blogspot", checked = page, date = "2024-05", scope = "contract",
    note = "no figure is public",
  },
  stack_overflow_google = {
    name = "Stack Overflow and Google", kind = "code",
    source = "press", checked = false, date = "2024-02-29", scope = "contract",
    note = "no figure is public",
  },
  axios_openai = {
    name = "Axios and OpenAI", kind = "text",
    source = "press", checked = false, date = "2025-01", scope = "contract",
    note = "no figure is public",
    years = { value = 3, unit = "year" },
  },
  washington_post_openai = {
    name = "The Washington Post and OpenAI", kind = "text",
    source = "press", checked = false, date = "2025-04", scope = "contract",
    note = "no figure is public",
  },
  disney_openai = {
    name = "Disney and OpenAI (Sora)", kind = "video",
    source = "press", checked = false, date = "2025-12", scope = "contract",
    note = "characters for generated video; Disney invests 1,000 million USD",
    years = { value = 3, unit = "year" },
  },
  warner_music_suno = {
    name = "Warner Music and Suno", kind = "music",
    source = "press", checked = false, date = "2025-11", scope = "contract",
    note = "no figure is public",
  },
}

return M
