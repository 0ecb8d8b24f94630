-- Scenarios: what they tie together, inherit and refuse; compare and cross.
local output = require "outlay.report.output"

local function says(text, f, ...)
  local ok, problem = pcall(f, ...)
  local message = ok and "no error" or problem.message .. " / " .. (problem.advice or "")
  check(text, message:find(text, 1, true) ~= nil)
  if not message:find(text, 1, true) then print(message) end
end

local function get(run, name) return function() return run[name] end end

local base = scenario "base" {
  model = models.llama_31_405b, tokens = q"15.6T token", mfu = 0.4, start = "2025-09",
  cluster = { gpu = hw.h100_sxm, count = q"16384 GPU" },
}

-- ---- parts ----

check_near("operations: 6 N D", base.work, 6 * q"405e9 FLOP" * 15.6e12, 1e-12)
check_near("time if nothing failed", base.ideal_time, base.work
  / (q"16384 GPU" * hw.h100_sxm.peak.bf16 * 0.4), 1e-12)
check_near("failures take the rest", median(base.wall_time * base.goodput / base.ideal_time), 1,
  1e-12)
check_near("chip-hours", median(base.chip_hours / base.wall_time), q"16384 GPU", 1e-12)
local parts = {}
for i, part in ipairs(base.costs) do parts[i] = part.cost end
check_near("the cost is the sum of its parts", mean(base.cost), mean(sum(parts)), 1e-12)
check("a part is made once", rawequal(base.cost, base.cost))
check_near("owned is the base", sd(base.owned - base.cost), q"0 USD", 1e-12)
local market = require "outlay.policy.market"
check_near("rented: the same hours at the market's price", mean(base.rented),
  mean(base.chip_hours * market.on_demand(base)), 1e-9)
check_near("the cheaper in each sample", prob(le(min(base.owned, base.rented),
  base.owned)), 1, 1e-12)

-- GPT-4 by the reference method, recomputed from its published code: docs/design/epoch_rows.md.
local gpt_4 = scenario "GPT-4" {
  work = q"2.1e25 FLOP", chip_hours = q"57e6 GPU-h", tdp = q"400 W/GPU", chip_to_server = 2.03125,
  load = 0.75, pue = 1.25, cluster = { gpu = hw.a100_40gb, count = q"25000 GPU" },
  policy = { policy.own{ server_price = q"14165.05 USD/GPU", interconnect = 0.19 },
    policy.progress{ progress = q"0.14 1/year" }, policy.grid{ price = q"0.0806 USD/kWh" } },
}
-- 14,165.05 USD a chip is the value at the start, so the chips are new.
check_near("GPT-4: amortised hardware and energy, nominal", gpt_4.cost, q"40155934 USD", 1e-6)
check_near("GPT-4 rented at 1.36 USD an hour",
  gpt_4:with{ policy = { policy.rent{ price = q"1.36 USD/GPU/h" } } }.cost, q"77.52 MUSD", 1e-12)

local trained = scenario "by the training model" {
  model = models.llama_31_8b, sequence = 8192, batch = 512, tokens = q"15T token",
  cluster = { gpu = hw.h100_sxm, count = q"512 GPU" }, strategy = { tp = 2, recompute = "full" },
}
local function direct(reliability)
  return train{
    model = models.llama_31_8b, sequence = 8192, batch = 512, tokens = q"15T token",
    cluster = { gpu = hw.h100_sxm, count = q"512 GPU" }, strategy = { tp = 2, recompute = "full" },
    reliability = reliability,
  }
end
check_near("with a strategy the time without failures is that of train{}",
  median(trained.ideal_time / direct(false).wall_time), 1, 1e-12)
check_near("what failures leave is expected as in train{}",
  median(trained.goodput / direct().goodput), 1, 1e-12)

check("a count may be a plain number", value(base:with{ cluster = { count = 8192 } }.count, "GPU")
  == 8192)
local listed = {}
for _, entry in ipairs(require("outlay.report.sources").of(base.carbon)) do
  check("each source is listed once: " .. entry.kind.name, not listed[entry.kind.name])
  listed[entry.kind.name] = true
end
check("a fact is listed under its own name", listed["hw.h100_sxm.tdp"] and not listed.tdp)

-- ---- inheritance ----

local half = base:with "half" { cluster = { count = q"8192 GPU" } }
check("with changes what it names", value(half.count, "GPU") == 8192)
check("and keeps the rest", half.gpu == base.gpu and half.name == "half")
check("the base stays", value(base.count, "GPU") == 16384)
local extended = scenario "extended" { extends = base, policy = policy.rent{} }
check("extends is the same", extended.policy.procurement.name == "rent"
  and value(extended.count, "GPU") == 16384)
local back = extended:with{ policy = { procurement = false } }
check("false takes a policy away", back.policy.procurement.name == "own")
check("and an argument", (base:with{ cluster = false, work = q"1e24 FLOP" }).cluster.count == nil)
check("policies by kind or in a list", base:with{ policy = { procurement = policy.rent{} } }
  .policy.procurement.name == "rent")

local twice = base:with{ cluster = { count = q"16384 GPU" } }
check_near("equal scenarios share all draws", sd(twice.cost - base.cost), q"0 USD", 1e-12)

-- ---- defaults are told ----

local function assumed(run, name)
  for _, entry in ipairs(run.assumptions) do
    if entry.name == name then return entry end
  end
end
local bare = scenario "bare" { model = models.llama_31_405b }
check("MFU is assumed where nobody gave it", assumed(bare, "MFU") ~= nil)
check("and not where somebody did", assumed(base, "MFU") == nil)
check("so is the start", assumed(bare, "start").value == "2025-06")
check("and the age of chips", assumed(bare, "age of owned chips") ~= nil
  and assumed(bare:with{ policy = policy.own{ age = q"1 year" } }, "age of owned chips") == nil)
check("a cluster of no given size takes 90 days",
  value(median(bare.ideal_time), "day") > 85 and value(median(bare.ideal_time), "day") < 95)

check("fewer of a faster chip", value(bare:with{ cluster = { gpu = hw.b200_sxm } }.count, "GPU")
  < 0.5 * value(bare.count, "GPU"))

-- ---- what cannot be ----

local function conflict(change, text)
  local run = base:with(change)
  says(text, get(run, "cost"))
  check("it has conflicts", #run.conflicts == 1)
end
conflict({ policy = { policy.spot{}, policy.none "checkpointing" } },
  "checkpointing 'none' and procurement 'spot' contradict")
conflict({ policy = policy.none "checkpointing" },
  "checkpointing 'none' and the failures of 16384 chips contradict: an interruption comes every")
conflict({ policy = { policy.colocate{}, policy.build{} } },
  "building 'colocate' and building 'build' contradict")
conflict({ policy = { policy.rent{}, policy.colocate{} } },
  "building 'colocate' and procurement 'rent' contradict")
conflict({ policy = policy.schedule{ power_cap = q"10 MW" } },
  "the power cap of 10 MW binds: the cluster draws 26.1 MW at the meter, 16.1 MW more / 6274 of")
conflict({ policy = policy.on_site{ fuel = q"40 USD/MWh", carbon = q"450 gCO2e/kWh",
  capacity = q"20 MW" } }, "the plant's capacity of 20 MW binds")
conflict({ policy = { policy.own{ delivery = q"6 month" },
  policy.schedule{ deadline = "2025-12" } } },
  "procurement 'own' contradict: the deadline is 4.0 months after the start, and the chips are "
    .. "there 6.0 months after it, 2.0 months too late")
conflict({ policy = { policy.own{ delivery = "2026-03" },
  policy.schedule{ deadline = "2025-12" } } },
  "the deadline is 4.0 months after the start, and the chips are there 6.9 months after it")
conflict({ policy = { policy.rent{}, policy.schedule{ deadline = q"60 day" } } },
  "the deadline binds: it is 2.0 months after the start, and the run ends 2.5 months after it")
check("a deadline that is sure enough binds nothing", #base:with{ policy = { policy.rent{},
  policy.schedule{ deadline = q"6 month", confidence = 0.99 } } }.conflicts == 0)
check("few failures need no checkpoints", #base:with{ cluster = { count = q"8 GPU" },
  work = q"1e20 FLOP", policy = policy.none "checkpointing" }.conflicts == 0)
local small = base:with{ cluster = { count = q"64 GPU" }, work = q"1e22 FLOP",
  policy = { policy.none "checkpointing", policy.own{} } }
local failures = small.ideal_time / small.between_failures
check_near("what is lost without them: n / (exp(n) - 1), restarts apart", median(small.goodput),
  median(failures / (exp(failures) - 1)), 0.05)

-- ---- mistakes ----

says("scenario 'x' has no argument 'modle' / did you mean model?", scenario "x", { modle = 1 })
says("scenario 'x' does not say what is trained", get(scenario "x" {}, "cost"))
says("scenario 'x' has no parts yet", get(scenario "x", "cost"))
says("a scenario has a name", scenario, {})
says("a scenario has no 'cots' / did you mean cost", get(base, "cots"))
says("a scenario cannot be changed", function() base.cost = 4 end)
says("cluster: count is Power", base.with, base, { cluster = { count = q"5 MW" } })
says("policy.procurement is the energy policy 'grid'", base.with, base,
  { policy = { procurement = policy.grid{} } })
says("there is no kind of policy 'procurment' / did you mean procurement?", base.with, base,
  { policy = { procurment = policy.own{} } })
says("policy 1 is a function, not a policy / call it", base.with, base, { policy = { policy.own } })
local circle = policy.define{ kind = "procurement", name = "circle",
  cost = function(run) return 0.5 * run.cost end }
says("goes in a circle", get(base:with{ policy = circle }, "cost"))
says("compare: entry 2 is a number", compare, { base, 5 })
says("cross does not know 'procurment' / did you mean procurement?", cross,
  { base = base, procurment = {} })

-- ---- compare and cross ----

local rented = base:with "rented" { policy = policy.rent{} }
local outcomes = compare{ base, rented, base:with "capped" {
  policy = policy.schedule{ power_cap = q"1 MW" } } }
check_near("the difference is on the same draws", sd(outcomes[2].difference),
  sd(rented.cost - base.cost), 1e-12)
check_near("how likely it is cheaper", outcomes[2].cheaper, prob(lt(rented.cost, base.cost)), 1e-12)
check("the other is refused with a reason", outcomes[3].cost == nil
  and outcomes[3].conflict:find("the power cap of 1 MW binds", 1, true) ~= nil)

local crossed = cross{
  base = base, procurement = { policy.own{}, policy.rent{} }, place = { "virginia", "oregon" },
}
check("all combinations", #crossed.runs == 4)
check("the cheapest is the best", crossed.best.name == "own | oregon")
local table_of = crossed.along "cost"
check_near("one quantity with an axis for each dimension", mean(table_of:at{ procurement = "rent",
  place = "oregon" }), mean(rented.cost), 1e-9)
check_near("policies lie along an axis like any other", mean(table_of:least(
  axis("procurement", { "own", "rent" })):at{ place = "virginia" }),
  mean(min(crossed.runs[1].cost, crossed.runs[3].cost)), 1e-9)
local named = cross{ base = base,
  cluster = { ["small"] = { count = q"8192 GPU" }, ["large"] = {} } }
check("alternatives may be named", named.runs[1].name == "large" and named.runs[2].name == "small")

-- ---- the word is a word like others ----

output.flush()
local function hidden()
  local scenario = axis("scenario", { "low", "high" }) -- luacheck: ignore 431
  return scenario{ low = 1, high = 3 }
end
check_near("an axis may be called scenario", hidden():at{ scenario = "high" }, 3, 1e-12)
