-- Statistics over the samples: themselves quantities, so they can be used in arithmetic.

local errors = require "core.error"
local graph = require "core.graph"
local quantity = require "outlay.language.quantity"

local statistic = {}

local of = quantity.of

--- The mean over all samples.
function statistic.mean(x) return graph.statistic("mean", 0, of(x)) end
--- The standard deviation over all samples.
function statistic.sd(x) return graph.statistic("sd", 0, of(x)) end
--- The standard error of the mean.
function statistic.standard_error(x) return graph.statistic("error", 0, of(x)) end

--- The value below which a share `probability` of the samples lies.
function statistic.quantile(x, probability)
  if type(probability) ~= "number" or probability < 0 or probability > 1 then
    errors.raise("quantile needs a probability between 0 and 1",
      "write quantile(x, 0.95), or p95(x)")
  end
  return graph.statistic("quantile", probability, of(x))
end

for _, percent in ipairs { 1, 5, 10, 25, 50, 75, 90, 95, 99 } do
  statistic["p" .. percent] = function(x) return statistic.quantile(x, percent / 100) end
end
statistic.median = statistic.p50

--- The probability of an event: the share of samples where a condition holds.
function statistic.prob(event)
  if not graph.is_node(event) or not graph.describe(event).condition then
    errors.raise("prob needs a condition", "write prob(gt(cost, q\"1 MUSD\"))")
  end
  return graph.statistic("mean", 0, event)
end

return statistic
