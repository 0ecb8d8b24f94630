--- What owned hardware costs a training run.
--
-- Method: Cottier, Rahman, Fattorini, Maslej, Owen, "The rising costs of training frontier AI
-- models", 2024, arXiv 2405.21015, sections 2.2 and A.4: hardware loses value at the rate at which
-- newer hardware gets better, and a run pays for the value that is lost while it runs.
local expect = require "outlay.language.expect"

local M = {}

local method = "Cottier et al. 2024, arXiv 2405.21015"

-- Orders of magnitude by which price-performance of ML hardware grows in a year.
local function default_progress()
  return q"0.14 1/year":named("hardware progress (orders of magnitude)"):source(method)
end

-- The share that the network between servers has of a cluster's price.
local function default_interconnect()
  return q"0.19":named("interconnect share of hardware"):source(method)
end

--- Server price for each chip: the chip's price times what the rest of the server adds. The
--- reference method's overheads are 1.66 (A100), 1.69 (V100), 1.54 (P100) and 1.64 otherwise.
---
---@class outlay.model.server_price
---@field price quantity USD/GPU, of one chip
---@field overhead? quantity|number 1.64 unless given
---@param given outlay.model.server_price
---@return quantity price USD/GPU
function M.server_price(given)
  local buy = expect("model.server_price", given,
    { price = "required", overhead = 1.64 }, { price = "USD/GPU", overhead = "1" },
    { price = "positive", overhead = "ratio" })
  return buy.price * buy.overhead
end

--- What a server for one chip is worth `age` after it was bought, when hardware gets better by
--- `progress` orders of magnitude a year: price * 10^(-progress * age).
---
---@class outlay.model.value_after
---@field server_price quantity USD/GPU, when it was bought
---@field age quantity year
---@field progress? quantity 1/year; 0.14 orders of magnitude a year unless given
---@param given outlay.model.value_after
---@return quantity value USD/GPU
function M.value_after(given)
  local buy = expect("model.value_after", given,
    { server_price = "required", age = "required", progress = "optional" },
    { server_price = "USD/GPU", age = "year", progress = "1/year" },
    { server_price = "positive", age = "positive", progress = "positive" })
  local progress = buy.progress or default_progress()
  return buy.server_price * exp(-progress * log(10) * buy.age)
end

--- The cost of owned hardware to one run: the value that it loses over the run's chip-hours, and
--- what it takes to buy it.
---
---   value      = server price * 10^(-progress * age)
---   hardware   = value * progress * ln 10 * chip-hours       the loss of value, per hour
---   chip       = hardware / overhead                         where an overhead is given
---   network    = hardware * s / (1 - s)                      s: network's share of all hardware
---   up front   = count * server price / (1 - s)              where a count is given
---
--- The loss per hour is the one at the start of the run, as in the reference method: for a run of
--- months on hardware that loses 28 % a year this overstates by a few per cent.
---
---@class outlay.model.owned
---@field chip_hours quantity GPU-hour
---@field server_price quantity USD/GPU: the server's price for each of its chips, when bought
---@field age quantity year: from buying to the start of the run
---@field overhead? quantity|number server price over chip price; gives chip and server
---@field progress? quantity 1/year; 0.14 orders of magnitude a year unless given
---@field interconnect? quantity|number the network's share of all hardware; 0.19 unless given
---@field count? quantity GPU; gives up_front
---@class outlay.model.owned_cost
---@field value quantity USD/GPU, at the start of the run
---@field hardware quantity USD, servers with their chips
---@field chip? quantity USD, the part of hardware that is chips
---@field server? quantity USD, the rest of hardware
---@field network quantity USD
---@field total quantity USD, hardware and network
---@field up_front? quantity USD, to buy all of it
---@param given outlay.model.owned
---@return outlay.model.owned_cost cost
function M.owned(given)
  local run = expect("model.owned", given, {
    chip_hours = "required", server_price = "required", age = "required",
    overhead = "optional", progress = "optional", interconnect = "optional", count = "optional",
  }, {
    chip_hours = "GPU-hour", server_price = "USD/GPU", age = "year",
    overhead = "1", progress = "1/year", interconnect = "1", count = "GPU",
  }, {
    chip_hours = "positive", server_price = "positive", age = "positive", overhead = "ratio",
    progress = "positive", interconnect = "share", count = "positive",
  })
  local progress = run.progress or default_progress()
  local share = run.interconnect or default_interconnect()
  local cost = {}
  cost.value = M.value_after{
    server_price = run.server_price, age = run.age, progress = progress,
  }:named("server value at start, per chip")
  cost.hardware = (cost.value * (progress * log(10)) * run.chip_hours):named("servers and chips")
  if run.overhead then
    cost.chip = (cost.hardware / run.overhead):named("chips")
    cost.server = (cost.hardware - cost.chip):named("rest of servers")
  end
  cost.network = (cost.hardware * share / (1 - share)):named("network")
  cost.total = (cost.hardware + cost.network):named("hardware")
  if run.count then
    cost.up_front = (run.count * run.server_price / (1 - share)):named("hardware, up front")
  end
  return cost
end

return M
