-- Compute-optimal sizes against the closed form and what the papers say.

-- Chinchilla's budget: 5.76e23 operations. The corrected fit has some 20 tokens for a parameter,
-- which is how the model was trained (70 billion parameters, 1.4 trillion tokens).
local size = model.compute_optimal{ work = q"5.76e23 FLOP" }
check_near("6 N D is the budget", 6 * value(size.parameters, "parameter")
  * value(size.tokens, "token"), 5.76e23, 1e-9)
local ratio = value(size.ratio, "token/parameter")
check("some 20 tokens for a parameter", ratio > 15 and ratio < 30)
local published = model.compute_optimal{ work = q"5.76e23 FLOP", law = "hoffmann" }
check("the published fit asks for more tokens",
  value(published.ratio, "token/parameter") > 2 * ratio)

-- Least loss: 2 % more or fewer parameters for the same budget are worse.
local function loss(n, d) return 1.8172 + 482.01 / n ^ 0.3478 + 2085.43 / d ^ 0.3658 end
local n = value(size.parameters, "parameter")
local d = value(size.tokens, "token")
check_near("the loss is the law's", size.loss, loss(n, d), 1e-9)
check("more parameters lose more", loss(n * 1.02, d / 1.02) > loss(n, d))
check("fewer parameters lose more", loss(n / 1.02, d * 1.02) > loss(n, d))

local small = model.compute_optimal{ work = q"5.76e23 FLOP", overtrain = 4 }
check_near("four times the ratio is half the parameters", small.parameters, size.parameters / 2,
  1e-9)
check_near("and twice the tokens", small.tokens, size.tokens * 2, 1e-9)
check("over-training costs loss", value(small.loss) > value(size.loss))

local ok, problem = pcall(model.compute_optimal, { work = q"1e20 FLOP", law = "kaplan" })
check("an unknown law is an error", not ok and problem.message:find("kaplan", 1, true) ~= nil)
