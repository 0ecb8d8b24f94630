--- Experiments before the final run, and runs that failed.
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local quantity = require "outlay.language.quantity"

local M = {}

--- What comes on top of the final run: experiments, smaller models, ablations; and attempts at the
--- final run that were given up.
---
---   experiments = cost * (multiplier - 1)
---   failed      = cost * failed runs * how far they got
---   total       = cost + experiments + failed
---
--- The reference method's multiplier, all compute over the final run's, is 1.2 to 4 (90 %), failed
--- runs within it: GPT-3's smaller models 1.14, Facebook 1.5, OPT about 2, BLOOM 2.7. State failed
--- runs only with a multiplier that leaves them out. `multiplier` in the result scales chip-hours,
--- energy and carbon alike.
---
---     model.experiments{ cost = final_run }
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, development cost.
---
---@class outlay.model.experiments
---@field cost quantity USD, of the final run
---@field multiplier? quantity|number all compute over the final run's; 1.2 to 4
---@field failed_runs? quantity|number how many attempts failed, such as poisson{ mean = 0.5 }; 0
---@field failed_share? quantity|number how far a failed attempt got, of a run; 0 to 1 evenly
---@class outlay.model.experiments_cost
---@field final quantity USD
---@field experiments quantity USD
---@field failed quantity USD
---@field total quantity USD
---@field multiplier quantity total over final
---@param given outlay.model.experiments
---@return outlay.model.experiments_cost cost
function M.experiments(given)
  local run = expect("model.experiments", given, {
    cost = "required", multiplier = "optional", failed_runs = 0, failed_share = "optional",
  }, { cost = "USD", multiplier = "1", failed_runs = "1", failed_share = "1" },
    { cost = "positive", multiplier = "ratio", failed_runs = "positive", failed_share = "share" })
  local multiplier = run.multiplier or default.assume("all compute over the final run's",
    "1.2 to 4", "Cottier et al. 2024, arXiv 2405.21015, development cost")
  local far = run.failed_share or default.assume("how far a failed run got",
    function() return uniform(0, 1) end, "assumption: it may fail at any point")
  local failed = run.failed_runs * far
  local cost = {}
  cost.final = run.cost
  cost.multiplier = quantity.of(max(multiplier, 1) + failed)
    :named("all compute over the final run's")
  cost.experiments = (run.cost * (max(multiplier, 1) - 1)):named("experiments")
  cost.failed = (run.cost * failed):named("failed runs")
  cost.total = (run.cost * cost.multiplier):named("final run, experiments and failed runs")
  return cost
end

return M
