--- trend.run_cost: what a training run of a given size costs in a given year, from the bottom up.
local energy_of = require "outlay.model.energy"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local hardware = require "outlay.hardware"
local owned = require "outlay.model.owned"
local published = require "outlay.trend.published"
local quantity = require "outlay.language.quantity"
local unit = require "core.unit"

local M = {}

local chip = "h100_sxm"
local POWER_SOURCE = "Epoch AI and EPRI 2025, Scaling intelligence: leading AI GPUs gain some 40 % "
  .. "a year in FLOP/s a watt, all of them 26 %"

-- What is not given: an H100 and its server as in the catalog, and how much better later chips are.
local function defaults_of(ask)
  local h100 = hardware[chip]
  ask.peak = ask.peak or h100.peak.bf16
  ask.server_price = ask.server_price or h100.server_price
  ask.tdp = ask.tdp or h100.tdp
  ask.chip_to_server = ask.chip_to_server or h100.chip_to_server
  ask.mfu = ask.mfu or quantity.of("30 % to 50 %"):named("MFU"):source "assumption"
  ask.duration = ask.duration
    or quantity.of("60 to 150 day"):named("duration of a run"):source "assumption"
  local money = unit.money_text(graph.describe(ask.server_price).money)
  ask.tariff = ask.tariff or quantity.of(("0.06 to 0.10 %s/kWh"):format(money))
    :named("electricity price"):source "assumption"
  ask.cheaper = ask.cheaper or published.price_performance{ start = 1, at = ask.priced_at }
    :at(ask.year)
  ask.frugal = ask.frugal
    or quantity.of("1.26 to 1.4"):named("gain in FLOP/s a watt, factor a year"):source(POWER_SOURCE)
      ^ (quantity.of(ask.year) - ask.priced_at)
  return ask
end

--- The cost of one training run in a year to come, from work, chips, prices and power. Chips are
--- counted in H100-equivalents, which get cheaper and draw less as hardware gets better.
---
---   chip-hours = work / (peak * mfu)            chips = chip-hours / duration
---   price      = server price / cheaper         draw  = TDP / frugal
---   hardware and network: model.owned           electricity: model.energy
---
---     run = trend.run_cost{ work = compute:at(year:values()), year = year:values() }
---     show(run.total)     show(run.chips)     show(run.power, "GW")     show(run.capital)
---
--- The total is what hardware loses in value over the run, and electricity, as in the reference
--- method (Cottier et al. 2024, arXiv 2405.21015); staff and experiments are not in it.
---
---@class outlay.trend.run_cost
---@field work quantity FLOP
---@field year number | quantity when it runs; on an axis: year:values()
---@field peak? quantity FLOP/s/GPU; hw.h100_sxm.peak.bf16 unless given
---@field mfu? quantity | number 30 % to 50 % unless given
---@field duration? quantity 60 to 150 days unless given
---@field server_price? quantity USD/GPU at priced_at; hw.h100_sxm.server_price unless given
---@field priced_at? number the year of server_price and tdp: 2023.9 unless given
---@field cheaper? quantity | number how many times more FLOP/s a dollar buys than at priced_at;
---  trend.price_performance unless given
---@field tdp? quantity W/GPU; of an H100 unless given
---@field frugal? quantity | number how many times more FLOP/s a watt gives; 1.26 to 1.4 a year
---@field chip_to_server? quantity | number
---@field pue? quantity | number 1.2 unless given
---@field tariff? quantity USD/kWh, in the money of server_price; 0.06 to 0.10 unless given
---@field age? quantity from buying to the run: half a year unless given
---@class outlay.trend.run
---@field total quantity
---@field hardware quantity
---@field electricity quantity
---@field chips quantity H100-equivalents
---@field chip_hours quantity
---@field capital quantity to buy the cluster
---@field power quantity at the meter, all chips at their rating
---@param given outlay.trend.run_cost
---@return outlay.trend.run run
function M.run_cost(given)
  local ask = defaults_of(expect("trend.run_cost", given, {
    work = "required", year = "required", peak = "optional", mfu = "optional",
    duration = "optional", server_price = "optional", priced_at = 2023.9, cheaper = "optional",
    tdp = "optional", frugal = "optional", chip_to_server = "optional", pue = 1.2,
    tariff = "optional", age = "0.5 year",
  }, {
    work = "FLOP", year = "1", peak = "FLOP/s/GPU", mfu = "1", duration = "day",
    server_price = "USD/GPU", cheaper = "1", tdp = "W/GPU", frugal = "1", chip_to_server = "1",
    pue = "1", tariff = "USD/kWh", age = "year",
  }, { work = "positive", mfu = "share", duration = "positive", pue = "ratio" }))
  local run = {}
  run.chip_hours = (ask.work / (ask.peak * ask.mfu)):named("chip-hours")
  run.chips = (run.chip_hours / ask.duration):named("chips")
  local price = (ask.server_price / ask.cheaper):named("server price per chip, that year")
  local hard = owned.owned{ chip_hours = run.chip_hours, server_price = price, age = ask.age,
    count = run.chips }
  local tdp = (ask.tdp / ask.frugal):named("rated power per chip, that year")
  local used = energy_of.energy{ chip_hours = run.chip_hours, tdp = tdp,
    chip_to_server = ask.chip_to_server, pue = ask.pue, price = ask.tariff }
  run.hardware, run.electricity = hard.total, used.cost
  run.capital = hard.up_front:named("cluster, up front")
  run.power = (run.chips * tdp * ask.chip_to_server * ask.pue):named("power of the cluster")
  run.total = (run.hardware + run.electricity):named("cost of the run")
  return run
end

return M
