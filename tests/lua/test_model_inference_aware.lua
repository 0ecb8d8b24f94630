-- Inference-aware sizes against what Sardana et al. 2024 (arXiv 2401.00448, section 2) state.

local function published(parameters, served)
  return model.inference_aware{ parameters = parameters, served = served, law = "sardana" }
end
local function billions(x) return value(x, "parameter") / 1e9 end
local function more_data(size) return value(size.tokens / size.compute_optimal.tokens) end

local first = published(q"13e9 parameter", q"2T token")
check_near("13B quality, 2 T tokens served: train 7B", billions(first.parameters), 7, 0.01)
check_near("which saves 17 %", first.saved, 0.17, 0.03)
check_near("that is 1.7e22 operations", value(first.compute_optimal.work - first.work, "FLOP"),
  1.7e22, 0.01)
check_near("7B quality, 100 B tokens: train 6B", billions(published(q"7e9 parameter",
  q"100e9 token").parameters), 6, 0.02)
check_near("on 1.18 times the data", more_data(published(q"7e9 parameter", q"100e9 token")), 1.18,
  0.005)
local third = published(q"30e9 parameter", q"10T token")
check_near("30B quality, 10 T tokens: train 13.6B", billions(third.parameters), 13.6, 0.002)
check_near("on 2.84 times the data", more_data(third), 2.84, 0.003)
check_near("which saves 28 %", third.saved, 0.28, 0.01)
local fourth = published(q"70e9 parameter", q"2T token")
check_near("70B quality, 2 T tokens: compute-optimal takes 1.3 % more",
  1 / (1 - value(fourth.saved)) - 1, 0.013, 0.05)

-- The quality is kept, and no size nearby has less work.
local function loss(n, d) return 1.69 + 406.4 / n ^ 0.336 + 410.7 / d ^ 0.283 end
local n = value(first.parameters, "parameter")
local d = value(first.tokens, "token")
local goal = loss(value(first.compute_optimal.parameters, "parameter"),
  value(first.compute_optimal.tokens, "token"))
check_near("the loss is that of the compute-optimal model", loss(n, d), goal, 1e-9)
check_near("and is given", first.loss, goal, 1e-9)
for _, factor in ipairs { 0.98, 1.02 } do
  local other = n * factor
  local tokens = (410.7 / (goal - 1.69 - 406.4 / other ^ 0.336)) ^ (1 / 0.283)
  check("another size takes more work", 6 * other * tokens + 2 * other * 2e12
    > value(first.work, "FLOP"))
end

-- The three ways to say a quality agree; nothing served is compute-optimal.
local by_loss = model.inference_aware{ loss = goal, served = q"2T token", law = "sardana" }
check_near("by its loss", by_loss.parameters, first.parameters, 1e-6)
local by_work = model.inference_aware{ work = first.compute_optimal.training_work,
  served = q"2T token", law = "sardana" }
check_near("by its training work", by_work.parameters, first.parameters, 1e-6)
local unserved = model.inference_aware{ parameters = q"13e9 parameter", served = q"0 token" }
check_near("nothing served: the compute-optimal model", billions(unserved.parameters), 13, 1e-6)
check_near("saves nothing", value(unserved.saved) + 1, 1, 1e-6)

-- Serving that costs twice as much an operation is like twice as many tokens.
local dear = model.inference_aware{ parameters = q"13e9 parameter", served = q"2T token",
  serving_cost = 2 }
local more = model.inference_aware{ parameters = q"13e9 parameter", served = q"4T token" }
check_near("dearer serving asks for a smaller model", dear.parameters, more.parameters, 1e-9)
local same = model.inference_aware{ parameters = q"13e9 parameter", served = q"2T token" }
check("smaller than at the same cost", billions(dear.parameters) < billions(same.parameters))

-- Uncertain demand: the size is that of its mean, and the work stays uncertain.
local demand = uniform(q"1T token", q"3T token")
local unsure = model.inference_aware{ parameters = q"13e9 parameter", served = demand,
  law = "sardana" }
check_near("the size is chosen for the mean", unsure.parameters, first.parameters, 0.001)
check("the work is uncertain", value(sd(unsure.work), "FLOP") > 0)

for _, bad in ipairs {
  { { parameters = q"13e9 parameter", loss = 2, served = q"1T token" }, "one of loss" },
  { { served = q"1T token" }, "one of loss" },
  { { loss = 1.5, served = q"1T token" }, "comes below" },
  { { loss = 2, served = q"1T parameter" }, "served" },
} do
  local ok, problem = pcall(model.inference_aware, bad[1])
  check("a wrong question is an error", not ok and problem.message:find(bad[2], 1, true) ~= nil)
end
