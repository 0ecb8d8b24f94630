--- Where the tokens come from.
local default = require "outlay.scenario.default"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local field = require "outlay.catalog.field"
local interface = require "outlay.policy.interface"

local M = {}

-- What a licence costs in a year.
local function annual(deal, i)
  if type(deal) ~= "table" then
    errors.raise(("policy.licences: deal %d is a %s"):format(i, type(deal)),
      "write policy.licences{ deals.licence.news_corp_openai }")
  end
  local yearly, total, years = field(deal, "annual"), field(deal, "total"), field(deal, "years")
  if yearly then return yearly end
  if total and years then return total / years end
  errors.raise(("policy.licences: the terms of deal %d are not known"):format(i),
    "choose one with annual, or with total and years")
end

--- Licences of the catalog for a time: policy.licences{ deals.licence.news_corp_openai, time =
--- q"2 year" }. Each costs what it does in a year, times the time.
---@param given table a list of deals; `time`, 1 year unless given
---@return table policy
function M.licences(given)
  local costs, rest = {}, {}
  for key, content in pairs(given) do
    if type(key) == "number" then costs[key] = content else rest[key] = content end
  end
  rest = expect("policy.licences", rest, { time = "optional" }, { time = "year" },
    { time = "positive" })
  if #costs == 0 then
    errors.raise("policy.licences needs deals",
      "write policy.licences{ deals.licence.news_corp_openai }")
  end
  for i, deal in ipairs(costs) do costs[i] = annual(deal, i) end
  return interface.make{
    kind = "data", name = ("%d licence%s"):format(#costs, #costs > 1 and "s" or ""),
    about = "licences for a time",
    cost = function()
      local time = rest.time or default.assume("time of data licences", "1 year", "assumption")
      return { ["data licences"] = sum(costs) * time }
    end,
  }
end

--- Tokens at a price each, bought, transcribed or generated.
---
---@class outlay.policy.tokens
---@field price quantity USD/token
---@field share? quantity|number of all tokens; 1 unless given
---@param given outlay.policy.tokens
---@return table policy
function M.tokens(given)
  given = expect("policy.tokens", given, { price = "required", share = 1 },
    { price = "USD/token", share = "1" }, { share = "share" })
  return interface.make{
    kind = "data", name = "tokens at a price", about = "bought or made by the token",
    cost = function(run) return { tokens = run.tokens * given.share * given.price } end,
  }
end

return M
