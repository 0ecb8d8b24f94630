--- What several claims are held against: GPT-4's training run by the reference method, the growth
--- of cost that was measured over 45 runs, and what else a model costs beside its final run.
--
-- Costs here are in dollars of 2023, which the claims do not tell from those of 2024 or 2027.
local date = require "outlay.catalog.date"
local method = "Cottier et al. 2024, arXiv 2405.21015"
local M = {}

--- The final run's hardware and electricity by the reference method, in dollars of 2023.
---@param run table chip, hours, server_price, bought, started, overhead: dates as "2023-08-20"
---@return quantity USD
function M.final_run(run)
  local hardware = model.owned{
    chip_hours = run.hours, server_price = run.server_price, overhead = run.overhead,
    age = date.between(run.bought, run.started),
  }
  local power = model.energy{
    chip_hours = run.hours, tdp = run.chip.tdp, chip_to_server = run.chip.chip_to_server,
    load = hw.node.load.gpu, pue = site.other.pue, price = price.electricity_us.at(2023),
  }
  local real = model.real_dollars{ amount = hardware.total + power.cost, at = run.published }
  return (real / u["USD2023-12"] * u.USD):note "in dollars of 2023"
end

-- As examples/gpt4.lua explains it: 25,000 A100 for 95 days, after a leak.
M.gpt4 = M.final_run{
  chip = hw.a100_40gb, server_price = hw.a100_40gb.server_price, overhead = hw.node.overhead.a100,
  bought = "2020-08-12", started = "2022-05-12", published = "2023-03",
  hours = (q"25000 GPU" * q"95 day"):named "chip-hours of GPT-4":source(method .. ", after a leak"),
}:named "GPT-4's final run":source(method .. ": 57 million A100-hours, amortised, with electricity")

M.inflection2 = M.final_run{
  chip = hw.h100_sxm, overhead = hw.node.overhead.h100,
  server_price = price.of(hw.h100_sxm, { on = "2022-09-29", scope = "server" }),
  bought = "2022-12-19", started = "2023-08-20", published = "2023-11",
  hours = model.chip_hours{ work = models.inflection_2.training.work,
    peak = hw.h100_sxm.peak.bf16, mfu = 0.375 },
}:named "Inflection-2's final run":source(method)

M.growth = quantiles{ p5 = 2.0, p50 = 2.4, p95 = 2.9 } :named "growth of cost, each year"
  :source(method .. ": 2.4 times a year, 90 % interval 2.0 to 2.9, over 45 runs from 2016 on")

--- When GPT-4 was published, as a year.
M.start = 2023.2

local cost = trend.exponential{ start = M.gpt4, at = M.start, growth = M.growth,
  name = "cost of the largest run" }

--- The final run of the largest model of a time, if cost has grown from GPT-4's as it did before.
---@param year number such as 2027.0
---@return quantity USD
function M.largest_run(year) return cost:at(year) end

--- The growth a year that leads from GPT-4's run to an amount.
---@param amount quantity USD
---@param year number
function M.growth_to(amount, year) return (amount / M.gpt4) ^ (1 / (year - M.start)) end

local experiments = q"1.2 to 4" :named "all computing over the final run's"
  :source(method .. ", section on development cost")
M.gpt4_staff = (quantiles{ { 0.025, 26.87 }, { 0.5, 36.45 }, { 0.975, 48.00 } } * u.MUSD)
  :named "staff and equity, GPT-4"
  :source(method .. ": training-cost-trends, development_cost.ipynb; median and 95 % interval")
M.gpt4_computing = (M.gpt4 * experiments):named "final run and experiments, GPT-4"

--- The cost of developing GPT-4: final run, experiments, and people.
M.gpt4_development = (M.gpt4_computing + M.gpt4_staff):named "development of GPT-4"

--- The development of the largest model of a time: GPT-4's, grown as final runs grew.
---@param year number
---@return quantity USD
function M.development(year)
  return (M.gpt4_development * M.growth ^ (year - M.start))
    :named(("development of the largest model, %.1f"):format(year))
end

M.method = method
return M
