--- What training data costs: licensed, crawled, transcribed, annotated, made by another model.
local errors = require "core.error"
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local field = require "outlay.model.field"

local M = {}

--- A licence: its fee over the whole term, and what one model bears of it.
---
---   total  = total, or annual * years
---   cost   = total / models
---
---     model.licence{ deal = deals.licence.news_corp_openai, models = 3 }
---
---@class outlay.model.licence
---@field deal? table a record of `deals.licence`
---@field total? quantity USD, over the term; or annual
---@field annual? quantity USD/year
---@field years? quantity year, the term; needed with annual
---@field models? quantity|number how many models are trained on it and share its cost; 1
---@class outlay.model.licence_cost
---@field total quantity USD, over the term
---@field yearly? quantity USD/year, where a term is known
---@field cost quantity USD, for one of the models
---@param given outlay.model.licence
---@return outlay.model.licence_cost cost
function M.licence(given)
  local who = "model.licence"
  local deal = expect(who, given, {
    deal = "optional", total = "optional", annual = "optional", years = "optional", models = 1,
  }, { total = "USD", annual = "USD/year", years = "year", models = "1" },
    { total = "positive", annual = "positive", years = "above_zero", models = "ratio" })
  -- A total or a yearly fee of the caller is another contract than the deal.
  if deal.deal and not deal.total then
    if not deal.annual then
      deal.total, deal.annual = field(deal.deal, "total"), field(deal.deal, "annual")
    end
    deal.years = deal.years or field(deal.deal, "years")
  end
  if not deal.total and not (deal.annual and deal.years) then
    errors.raise(who .. " does not have enough to go on",
      "give total, or annual and years: what is paid in all depends on the term")
  end
  local cost = {}
  cost.total = (deal.total or deal.annual * deal.years):named("licence, whole term")
  if deal.years then cost.yearly = (cost.total / deal.years):named("licence, a year") end
  cost.cost = (cost.total / deal.models):named("licence")
  return cost
end

--- Text from the web: what is fetched and processed for the tokens that are left in the end.
---
---   raw  = tokens * bytes / kept
---   cost = raw * processing
---
---     model.crawl{ tokens = q"15 Ttoken" }
---
---@class outlay.model.crawl
---@field tokens quantity token, after filters and deduplication
---@field kept? quantity|number share of the text that is left; 0.03 to 0.15
---@field bytes? quantity B/token; 4
---@field processing? quantity USD/TB of raw text: fetching, extracting, filtering; 5 to 50
---@class outlay.model.crawl_cost
---@field raw quantity B
---@field cost quantity USD
---@field price quantity USD/token
---@param given outlay.model.crawl
---@return outlay.model.crawl_cost cost
function M.crawl(given)
  local crawl = expect("model.crawl", given,
    { tokens = "required", kept = "optional", bytes = "optional", processing = "optional" },
    { tokens = "token", kept = "1", bytes = "B/token", processing = "USD/TB" },
    { tokens = "above_zero", kept = "share", bytes = "positive", processing = "positive" })
  local kept = crawl.kept or default.assume("share of crawled text that is kept", "0.03 to 0.15",
    "assumption, after FineWeb and DCLM: a tenth of deduplicated text, and less, is kept")
  local bytes = crawl.bytes or default.assume("bytes for each token", "4 B/token",
    "assumption: English text with a vocabulary of about 100,000")
  local processing = crawl.processing or default.assume("processing of crawled text",
    "5 to 50 USD/TB", "assumption: CPU hours of extraction, language filters and deduplication")
  local cost = {}
  cost.raw = (crawl.tokens * bytes / kept):named("raw text")
  cost.cost = (cost.raw * processing):named("crawled data")
  cost.price = (cost.cost / crawl.tokens):named("price of a crawled token")
  return cost
end

--- Speech as text.
---
---     model.transcription{ audio = q"1e6 h" }      -- by a model, 0.36 USD an hour
---
---@class outlay.model.transcription
---@field audio quantity hour
---@field price? quantity USD/hour of audio; `deals.transcription.whisper`
---@field tokens_per_hour? quantity token/hour; 12,000
---@class outlay.model.transcription_cost
---@field tokens quantity token
---@field cost quantity USD
---@field price quantity USD/token
---@param given outlay.model.transcription
---@return outlay.model.transcription_cost cost
function M.transcription(given)
  local audio = expect("model.transcription", given,
    { audio = "required", price = "optional", tokens_per_hour = "optional" },
    { audio = "hour", price = "USD/hour", tokens_per_hour = "token/hour" },
    { audio = "above_zero", price = "positive", tokens_per_hour = "above_zero" })
  local rate = audio.tokens_per_hour or default.assume("tokens in an hour of speech",
    "12000 token/hour", "assumption: 150 words a minute, 1.33 tokens a word")
  local cost = {}
  cost.tokens = (audio.audio * rate):named("transcribed tokens")
  cost.cost = (audio.audio * (audio.price or deals.transcription.whisper)):named("transcription")
  cost.price = (cost.cost / cost.tokens):named("price of a transcribed token")
  return cost
end

--- Work of annotators: at a price for each item, or by the time that an item takes.
---
---   hours = items * overlap * time
---   cost  = items * overlap * price, or hours * wage
---
--- A contractor's rate (`staff.role.annotator_expert.contract`) has its overhead in it; a price is
--- such as `deals.preference`.
---
---     model.annotation{ items = 50000, time = q"20 min",
---                       wage = staff.role.annotator_expert.contract }
---
---@class outlay.model.annotation
---@field items quantity|number
---@field price? quantity USD, for each item and annotator; or time and wage
---@field time? quantity hour, for each item and annotator
---@field wage? quantity USD/person/hour
---@field overlap? quantity|number how many annotators see an item; 1
---@class outlay.model.annotation_cost
---@field cost quantity USD
---@field hours? quantity person hour
---@field price quantity USD, for each item
---@param given outlay.model.annotation
---@return outlay.model.annotation_cost cost
function M.annotation(given)
  local who = "model.annotation"
  local work = expect(who, given,
    { items = "required", price = "optional", time = "optional", wage = "optional", overlap = 1 },
    { items = "1", price = "USD", time = "hour", wage = "USD/person/hour", overlap = "1" },
    { items = "above_zero", price = "positive", time = "positive", wage = "positive",
      overlap = "ratio" })
  local cost, each = {}, work.price
  if work.time and work.wage then
    if each then errors.raise(who .. " has a price, and a time and wage", "give one of the two") end
    cost.hours = (work.items * work.overlap * work.time * q"1 person"):named("annotators' hours")
    each = work.time * work.wage * q"1 person"
  elseif not each then
    errors.raise(who .. " does not have enough to go on", "give price, or time and wage")
  end
  cost.price = (each * work.overlap):named("price of an annotated item")
  cost.cost = (work.items * cost.price):named("annotation")
  return cost
end

--- Text that another model writes: what it costs to generate what is kept in the end.
---
---   generated = tokens / kept
---   cost      = generated * (price + prompt * prompt price + check)
---
--- The price is the generating model's, of an output token: of a public interface
--- (`deals.generation`), or of one's own chips (`model.serving`).
---
---     model.synthetic{ tokens = q"400e9 token", price = deals.generation.deepseek_v3, kept = 0.5 }
---
---@class outlay.model.synthetic
---@field tokens quantity token, that are kept
---@field price quantity USD/token, generated
---@field kept? quantity|number share of the generated text that passes the filters; 1
---@field prompt? quantity|number tokens of prompt for each generated one; 0
---@field prompt_price? quantity USD/token; needed with prompt
---@field check? quantity USD/token, of grading what was generated; 0
---@class outlay.model.synthetic_cost
---@field generated quantity token
---@field cost quantity USD
---@field price quantity USD/token, that is kept
---@param given outlay.model.synthetic
---@return outlay.model.synthetic_cost cost
function M.synthetic(given)
  local who = "model.synthetic"
  local made = expect(who, given, {
    tokens = "required", price = "required", kept = 1, prompt = "optional",
    prompt_price = "optional", check = q"0 USD/token",
  }, { tokens = "token", price = "USD/token", kept = "1", prompt = "1",
    prompt_price = "USD/token", check = "USD/token" },
    { tokens = "above_zero", price = "positive", kept = "share", prompt = "positive",
      prompt_price = "positive", check = "positive" })
  if (made.prompt == nil) ~= (made.prompt_price == nil) then
    errors.raise(("%s needs '%s'"):format(who, made.prompt and "prompt_price" or "prompt"),
      "prompt and prompt_price go together")
  end
  local each = made.price + made.check
  if made.prompt then each = each + made.prompt * made.prompt_price end
  local cost = {}
  cost.generated = (made.tokens / made.kept):named("generated tokens")
  cost.cost = (cost.generated * each):named("synthetic data")
  cost.price = (cost.cost / made.tokens):named("price of a synthetic token")
  return cost
end

--- Tokens that a curriculum (better order, better mixture) needs for the same loss.
---
---     model.curriculum{ tokens = q"15 Ttoken", multiplier = q"0.7 to 1" }
---
---@class outlay.model.curriculum
---@field tokens quantity token, without it
---@field multiplier quantity|number tokens with it over tokens without
---@param given outlay.model.curriculum
---@return quantity tokens token
function M.curriculum(given)
  local ask = expect("model.curriculum", given, { tokens = "required", multiplier = "required" },
    { tokens = "token", multiplier = "1" }, { tokens = "positive", multiplier = "above_zero" })
  return (ask.tokens * ask.multiplier):named("tokens with a curriculum")
end

return M
