--- Where the tokens come from.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"
local middle = require "outlay.model.middle"

local M = {}

--- Licences of the catalog, each for its whole term: policy.licences{
--- deals.licence.news_corp_openai, models = 3 }. Of what several models are trained on, each bears
--- a part (model.licence).
---@param given table a list of deals; `models` that share them, 1 unless given
---@return table policy
function M.licences(given)
  local list, rest = {}, {}
  for key, content in pairs(given) do
    if type(key) == "number" then list[key] = content else rest[key] = content end
  end
  rest = expect("policy.licences", rest, { models = 1 }, { models = "1" }, { models = "ratio" })
  if #list == 0 then
    errors.raise("policy.licences needs deals",
      "write policy.licences{ deals.licence.news_corp_openai }")
  end
  for i, deal in ipairs(list) do
    if type(deal) ~= "table" then
      errors.raise(("policy.licences: deal %d is a %s"):format(i, type(deal)),
        "write policy.licences{ deals.licence.news_corp_openai }")
    end
    list[i] = model.licence{ deal = deal, models = rest.models }.cost
  end
  return interface.make{
    kind = "data", name = ("%d licence%s"):format(#list, #list > 1 and "s" or ""),
    about = "licences for their terms",
    cost = function() return { ["data licences"] = sum(list) } end,
  }
end

-- A source of a share of the run's tokens.
local function made(name, about, part, share, cost)
  return interface.make{
    kind = "data", name = name, about = about,
    cost = function(run) return { [part] = cost(run.tokens * share) } end,
    share = function() return share end,
  }
end

--- Text from the web: fetched, extracted, filtered (model.crawl).
---
---@class outlay.policy.crawl
---@field share? quantity|number of the run's tokens; 1 unless given
---@field kept? quantity|number share of the text that is left; 0.03 to 0.15 unless given
---@field processing? quantity USD/TB of raw text; 5 to 50 unless given
---@param given? outlay.policy.crawl
---@return table policy
function M.crawl(given)
  given = expect("policy.crawl", given or {},
    { share = 1, kept = "optional", processing = "optional" },
    { share = "1", kept = "1", processing = "USD/TB" }, { share = "share", kept = "share" })
  return made("crawl", "text from the web", "crawled data", given.share, function(tokens)
    return model.crawl{ tokens = tokens, kept = given.kept, processing = given.processing }.cost
  end)
end

--- Text that another model writes (model.synthetic).
---
---@class outlay.policy.synthetic
---@field price quantity USD/token, of the generating model, such as `deals.generation.deepseek_v3`
---@field share? quantity|number of the run's tokens; 1 unless given
---@field kept? quantity|number share of what is generated that passes the filters; 1 unless given
---@param given outlay.policy.synthetic
---@return table policy
function M.synthetic(given)
  given = expect("policy.synthetic", given, { price = "required", share = 1, kept = 1 },
    { price = "USD/token", share = "1", kept = "1" }, { share = "share", kept = "share" })
  return made("synthetic", "written by a model", "synthetic data", given.share, function(tokens)
    return model.synthetic{ tokens = tokens, price = given.price, kept = given.kept }.cost
  end)
end

--- Tokens at a price each, whatever they are.
---
---@class outlay.policy.tokens
---@field price quantity USD/token
---@field share? quantity|number of the run's tokens; 1 unless given
---@param given outlay.policy.tokens
---@return table policy
function M.tokens(given)
  given = expect("policy.tokens", given, { price = "required", share = 1 },
    { price = "USD/token", share = "1" }, { share = "share" })
  return made("tokens at a price", "bought by the token", "tokens", given.share, function(tokens)
    return tokens * given.price
  end)
end

--- Several sources together: policy.sources{ policy.crawl{ share = 0.9 }, policy.licences{ ... } }.
---@param list table[] data policies
---@return table policy
function M.sources(list)
  local names, together = {}, 0
  if type(list) ~= "table" or interface.is(list) or #list == 0 then
    errors.raise("policy.sources takes a list of data policies",
      "write policy.sources{ policy.crawl{ share = 0.9 }, policy.licences{ ... } }")
  end
  for i, source in ipairs(list) do
    if not interface.is(source) or source.kind ~= "data" then
      errors.raise(("policy.sources: entry %d is %s"):format(i, interface.is(source)
        and interface.describe(source) or "no policy"), "give data policies")
    end
    names[i] = source.name
    if source.has("share") then together = together + middle.of(source.share(), "1") end
  end
  if together > 1 + 1e-6 then
    errors.raise(("policy.sources: the sources give %.4g %% of the tokens"):format(100 * together),
      "their shares are at most 1 together: policy.crawl{ share = 0.9 }, ...", "domain")
  end
  return interface.make{
    kind = "data", name = table.concat(names, ", "), about = "several sources",
    cost = function(run)
      local parts = {}
      for _, source in ipairs(list) do
        for _, part in ipairs(source.cost(run)) do
          local name = part.name or source.name
          parts[name] = parts[name] and parts[name] + part.node or part.node
        end
      end
      return parts
    end,
  }
end

return M
