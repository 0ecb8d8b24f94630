--- What it takes to buy a cluster, and what a part of its life costs.
local expect = require "outlay.language.expect"
local one_of = require "outlay.language.one_of"

local M = {}

--- Buying a cluster: servers with their chips, the network between them, and spares.
---
---   servers = count * server price
---   spares  = servers * spares
---   network = servers * s / (1 - s)          s: the network's share of servers and network
---
---     model.acquisition{ count = q"16384 GPU", server_price = hw.h100_sxm.server_price }
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, section A.4; spares are `hw.node.spares.typical`.
---
---@class outlay.model.acquisition
---@field count quantity GPU, in use
---@field server_price quantity USD/GPU: the server's price for each of its chips
---@field interconnect? quantity|number the network's share of servers and network; 0.19
---@field spares? quantity|number spare servers over those in use; about 0.04
---@class outlay.model.acquisition_cost
---@field servers quantity USD
---@field network quantity USD
---@field spares quantity USD
---@field total quantity USD
---@field each quantity USD/GPU in use
---@param given outlay.model.acquisition
---@return outlay.model.acquisition_cost cost
function M.acquisition(given)
  local buy = expect("model.acquisition", given, {
    count = "required", server_price = "required", interconnect = "optional", spares = "optional",
  }, { count = "GPU", server_price = "USD/GPU", interconnect = "1", spares = "1" },
    { count = "above_zero", server_price = "positive", interconnect = "share", spares = "share" })
  local share = buy.interconnect or net.cost_share.typical
  local cost = {}
  cost.servers = (buy.count * buy.server_price):named("servers and chips")
  cost.spares = (cost.servers * (buy.spares or hw.node.spares.typical)):named("spares")
  cost.network = (cost.servers * share / (1 - share)):named("network")
  cost.total = (cost.servers + cost.spares + cost.network):named("cluster, up front")
  cost.each = (cost.total / buy.count):named("cluster, for each chip")
  return cost
end

-- The share of its price that something is worth after a time.
local worth = {}

function worth.straight_line(buy, age)
  return 1 - (1 - buy.residual) * min(age / buy.life, 1)
end

function worth.declining(buy, age)
  local rate = buy.rate or 2 * u.year / buy.life
  return max((1 - min(rate, 1)) ^ (age / u.year), buy.residual)
end

function worth.progress(buy, age)
  local progress = buy.progress or q"0.14 1/year":named("hardware progress (orders of magnitude)")
    :source "Cottier et al. 2024, arXiv 2405.21015"
  return max(exp(-progress * log(10) * age), buy.residual)
end

--- What something that was bought loses in value over a time, by a rule of depreciation:
---
---   "straight_line"  the same each year, down to the residual value at the end of its life
---   "declining"      a fixed share of what is left each year; 2 / life unless given
---   "progress"       10^(-progress * age): as newer hardware gets better
---
--- The value never falls below the residual value. The book value after the time is what a sale
--- would have to bring for the cost to be as stated.
---
---     model.amortised{ price = q"780 MUSD", time = q"90 day", life = q"4 year" }
---
--- Method: straight line and declining balance as in any textbook of accounting; progress after
--- Cottier et al. 2024, arXiv 2405.21015, here as the difference of two values and not the first
--- hour's loss times the hours.
---
---@class outlay.model.amortised
---@field price quantity USD, when it was bought
---@field time quantity year: how long it is used
---@field life? quantity year; 4 years unless given
---@field age? quantity year: from buying to the start of the time; 0
---@field method? string "straight_line" unless given
---@field residual? quantity|number the share of the price at the end of its life; 0
---@field rate? quantity|number of "declining": the share lost in a year
---@field progress? quantity 1/year, of "progress": orders of magnitude; 0.14
---@class outlay.model.amortised_cost
---@field start quantity USD, value when the time begins
---@field finish quantity USD, value when it ends
---@field cost quantity USD, what is lost between
---@param given outlay.model.amortised
---@return outlay.model.amortised_cost cost
function M.amortised(given)
  local asked = type(given) == "table" and given.method or "straight_line"
  local buy = expect("model.amortised", given, {
    price = "required", time = "required", life = "optional", age = q"0 year",
    method = "straight_line", residual = 0, rate = "optional", progress = "optional",
  }, { price = "USD", time = "year", life = "year", age = "year", residual = "1", rate = "1",
    progress = "1/year" },
    { price = "positive", time = "positive", life = "above_zero", age = "positive",
      residual = "share", rate = "share", progress = "positive" })
  local worth_after = one_of("model.amortised", "method", asked, worth)
  buy.life = buy.life or q"4 year":named("life of hardware"):source
    "assumption: firms write servers off over 4 to 6 years, chips for training over the fewer"
  local cost = {}
  cost.start = (buy.price * worth_after(buy, buy.age)):named("value at the start")
  cost.finish = (buy.price * worth_after(buy, buy.age + buy.time)):named("value at the end")
  cost.cost = (cost.start - cost.finish):named("loss of value")
  return cost
end

--- What a productive hour costs when a capacity is paid for whether it is used or not.
---
---     model.unit_cost{ cost = q"9 MUSD/year", capacity = q"1024 GPU", utilisation = 0.7 }
---
---@class outlay.model.unit_cost
---@field cost quantity USD/hour, or a year: of the whole capacity
---@field capacity quantity GPU
---@field utilisation quantity|number the share of its time in productive use
---@class outlay.model.unit_cost_result
---@field price quantity USD/GPU/hour, of a productive hour
---@field used quantity USD/hour, for what is used
---@field idle quantity USD/hour, for what is not
---@param given outlay.model.unit_cost
---@return outlay.model.unit_cost_result result
function M.unit_cost(given)
  local run = expect("model.unit_cost", given,
    { cost = "required", capacity = "required", utilisation = "required" },
    { cost = "USD/hour", capacity = "GPU", utilisation = "1" },
    { cost = "positive", capacity = "above_zero", utilisation = "share" })
  local result = {}
  result.price = (run.cost / (run.capacity * run.utilisation)):named("cost of a productive hour")
  result.used = (run.cost * run.utilisation):named("cost of what is used")
  result.idle = (run.cost - result.used):named("cost of what is idle")
  return result
end

--- What keeps hardware running: maintenance and support, and insurance, each a share of the price
--- in a year.
---
---@class outlay.model.upkeep
---@field price quantity USD, of the hardware when it was bought
---@field time quantity year
---@field maintenance? quantity 1/year; `site.operation.maintenance`
---@field insurance? quantity 1/year; `site.operation.insurance`
---@class outlay.model.upkeep_cost
---@field maintenance quantity USD
---@field insurance quantity USD
---@field total quantity USD
---@param given outlay.model.upkeep
---@return outlay.model.upkeep_cost cost
function M.upkeep(given)
  local run = expect("model.upkeep", given, {
    price = "required", time = "required", maintenance = "optional", insurance = "optional",
  }, { price = "USD", time = "year", maintenance = "1/year", insurance = "1/year" },
    { price = "positive", time = "positive", maintenance = "positive", insurance = "positive" })
  local cost = {}
  cost.maintenance = (run.price * (run.maintenance or site.operation.maintenance) * run.time)
    :named("maintenance and support")
  cost.insurance = (run.price * (run.insurance or site.operation.insurance) * run.time)
    :named("insurance")
  cost.total = (cost.maintenance + cost.insurance):named("upkeep")
  return cost
end

return M
