-- The vocabulary: each word that scripts can use, where it comes from, and what it is for.
--
-- Words are loaded on first use. `help` in the prompt and docs/reference are made from this list.

local groups = {
  { "Quantities", "outlay.language.quantity", {
    { "q", "parse", "a quantity from a text: q\"16384 GPU\", q\"30k to 40k USD\"" },
    { "u", "u", "one of a unit: 5 * u.kWh" },
    { "units", "units", "declare: units.count \"wafer\", units.define(\"pod\", \"256 TPU\")" },
  } },
  { "Quantities", "outlay.language.money", {
    { "money", nil, "price indices and exchange rates: money.rate{ currency =, source =, usd = }" },
  } },
  { "Uncertainty", "outlay.language.distribution", {
    { "interval", "interval", "lognormal by 5 % and 95 % quantiles: interval(low, high)" },
    { "normal", "normal", "normal{ mean =, sd = } or normal{ p5 =, p95 = }" },
    { "lognormal", "lognormal", "lognormal{ p5 =, p95 = } or lognormal{ mean =, sd = }" },
    { "uniform", "uniform", "uniform(low, high)" },
    { "triangular", "triangular", "triangular{ low =, mode =, high = }" },
    { "pert", "pert", "pert{ low =, mode =, high = }: smoother than the triangular" },
    { "beta", "beta", "beta{ mean =, sd =, low = 0, high = 1 } or beta{ alpha =, beta = }" },
    { "gamma", "gamma", "gamma{ mean =, sd = }, gamma{ p10 =, p90 = } or { shape =, scale = }" },
    { "exponential", "exponential", "waiting times: exponential{ mean = }" },
    { "weibull", "weibull", "times to failure: weibull{ mean =, sd = }, { shape =, scale = }" },
    { "pareto", "pareto", "heavy tails: pareto{ p50 =, p90 = }, { shape =, low = }" },
    { "student_t", "student_t", "student_t{ degrees =, location =, scale = }, { p5 =, p95 = }" },
    { "poisson", "poisson", "how many happen: poisson{ mean = }" },
    { "binomial", "binomial", "how many of them: binomial{ trials =, probability = }" },
    { "choice", "choice", "choice{ values = { ... }, weights = { ... } }" },
    { "empirical", "empirical", "from samples: empirical{ samples = { ... }, unit = \"h\" }" },
    { "quantiles", "quantiles", "from points: quantiles{ p5 =, p50 =, p95 = }" },
    { "mixture", "mixture", "mixture{ normal{ ... }, normal{ ... }, weights = { 0.7, 0.3 } }" },
    { "truncate", "truncate", "the part between limits: truncate(x, { low =, high = })" },
    { "shift", "shift", "moved by a value: shift(x, by)" },
    { "correlate", "correlate", "correlate{ a, b, rho = 0.6 }, { inputs =, matrix = }" },
    { "fit_error", "fit_error", "the largest error of an input's samples, in sd" },
  } },
  { "Arithmetic", "outlay.language.arithmetic", {
    { "min", "min", "the least of values, sample by sample" },
    { "max", "max", "the greatest of values, sample by sample" },
    { "sum", "sum", "the sum of a list" },
    { "product", "product", "the product of a list" },
    { "abs", "abs", "absolute value" },
    { "sqrt", "sqrt", "square root" },
    { "exp", "exp", "e to a power" },
    { "log", "log", "natural logarithm" },
    { "floor", "floor", "round down to whole" },
    { "ceil", "ceil", "round up to whole" },
    { "round", "round", "round to whole, halves to even" },
  } },
  { "Conditions", "outlay.language.arithmetic", {
    { "lt", "lt", "a < b" }, { "le", "le", "a <= b" }, { "gt", "gt", "a > b" },
    { "ge", "ge", "a >= b" }, { "eq", "eq", "a == b" }, { "ne", "ne", "a ~= b" },
    { "all", "all", "true where all conditions hold" },
    { "any", "any", "true where one condition holds" },
    { "none", "none", "true where no condition holds" },
    { "when", "when", "when(condition, x, y): x where it holds, else y" },
    { "pick", "pick", "pick(k, { a, b, c }): the k-th, sample by sample" },
  } },
  { "Axes", "outlay.language.axis", {
    { "axis", nil, "axis(\"scenario\", { \"low\", \"high\" }), axis.range(\"year\", 2026, 2032)" },
  } },
  { "Statistics", "outlay.language.statistic", {
    { "mean", "mean", "the mean over all samples" },
    { "median", "median", "the median" },
    { "sd", "sd", "the standard deviation" },
    { "standard_error", "standard_error", "the standard error of the mean" },
    { "quantile", "quantile", "quantile(x, 0.95)" },
    { "prob", "prob", "the probability of a condition: prob(gt(cost, limit))" },
  } },
  { "Plain numbers", "outlay.language.extract", {
    { "value", "value", "a certain quantity as a number: value(hours, \"h\")" },
    { "samples", "samples", "the samples as a list of numbers: samples(cost, \"MUSD\")" },
    { "histogram", "histogram", "histogram(cost, { bins = 20, unit = \"MUSD\" })" },
  } },
  { "Reports", "outlay.report.show", {
    { "show", "show", "a line in the report: show(cost, \"MUSD\")" },
    { "tabulate", "tabulate", "a table: tabulate{ columns = { ... }, rows = { { ... } } }" },
    { "print", "print", "print values as text" },
  } },
  { "Reports", "outlay.report.fan", {
    { "fan", "fan", "a fan chart over an axis: fan(cost, { over = year, marks = { ... } })" },
  } },
  { "Reports", "outlay.report.explain", {
    { "explain", "explain", "a quantity's formula, down to each source" },
  } },
  { "Reports", "outlay.report.sources", {
    { "sources", "sources", "where the inputs of a quantity come from" },
  } },
  { "Reports", "outlay.report.drivers", {
    { "drivers", "drivers", "the inputs that move a quantity: drivers(cost, { top = 8 })" },
  } },
  { "Decisions", "outlay.decision.tornado", {
    { "tornado", "tornado", "a value with one input at a time low and high: tornado(cost)" },
  } },
  { "Decisions", "outlay.decision.solve", {
    { "solve", "solve", "solve{ vary = tariff, target = eq(p95(cost), q\"120 MUSD\") }" },
  } },
  { "Decisions", "outlay.decision.optimise", {
    { "optimise", "optimise", "the best choice: optimise{ minimise =, vary =, subject_to = }" },
  } },
  { "Decisions", "outlay.decision.frontier", {
    { "frontier", "frontier", "best trade-offs: frontier{ minimise = { cost, days }, vary = }" },
  } },
  { "Decisions", "outlay.decision.information", {
    { "value_of_information", "value_of_information",
      "what knowing is worth: value_of_information{ choices = { own =, rent = } }" },
  } },
  { "Decisions", "outlay.decision.audit", {
    { "audit", "audit", "which poorly sourced inputs carry a result's variance: audit(cost)" },
  } },
  { "Decisions", "outlay.decision.sobol", {
    { "sobol", "sobol", "shares of the variance, alone and in all: sobol(cost, { samples = })" },
  } },
  { "Reports", "outlay.report.check", {
    { "check", "check", "what must hold: check(\"sane\", mean(cost), \"<\", q\"1 GUSD\")" },
    { "check_near", "near", "check_near(\"anchor\", x, expected, tolerance)" },
  } },
  { "Reports", "outlay.claim", {
    { "claim", "claim", "a claim with its verdict: claim \"id\" { says =, states =, model = }" },
  } },
  { "Settings and files", "outlay.language.settings", {
    { "defaults", "defaults", "defaults{ samples = 1e6, seed = 7, sampling = \"sobol\" }" },
  } },
  { "Settings and files", "outlay.language.options", {
    { "option", "option", "option(\"rows\", { default =, help = }): --rows on the command line" },
  } },
  { "Settings and files", "outlay.language.files", {
    { "data", "data", "data.csv(path): rows of a file" },
  } },
  { "Catalogs and models", "outlay.hardware", {
    { "hw", nil, "hardware: hw.h100_sxm.peak.bf16" },
  } },
  { "Catalogs and models", "outlay.price", {
    { "price", nil, "prices: price.of(hw.h100_sxm, { on = \"2024-06\", scope = \"chip\" })" },
  } },
  { "Catalogs and models", "outlay.site", {
    { "site", nil, "sites: electricity, PUE, carbon, construction" },
  } },
  { "Catalogs and models", "outlay.net", {
    { "net", nil, "networks: net.nvlink_4.bandwidth, net.infiniband_ndr.port" },
  } },
  { "Catalogs and models", "outlay.models", {
    { "models", nil, "published models: models.llama_31_405b.tokens" },
  } },
  { "Catalogs and models", "outlay.staff", {
    { "staff", nil, "people: staff.role.research_scientist.salary" },
  } },
  { "Catalogs and models", "outlay.deals", {
    { "deals", nil, "data: licences, prices by the unit, stocks of tokens" },
  } },
  { "Catalogs and models", "outlay.law", {
    { "law", nil, "law: law.eu_systemic_risk.threshold, dates, duties" },
  } },
  { "Catalogs and models", "outlay.index", {
    { "index", nil, "price indices, exchange rates: index.cpi_us, index.exchange.eur" },
  } },
  { "Catalogs and models", "outlay.firms", {
    { "firms", nil, "who could pay: firms.microsoft.capex[\"2025\"], firms.programme.stargate" },
  } },
  { "Catalogs and models", "outlay.market", {
    { "market", nil, "chips shipped and in the field, packaging, power: market.stock.nvidia" },
  } },
  { "Catalogs and models", "outlay.catalog", {
    { "catalog", nil, "search, show, layers over the catalogs: catalog.search(\"h100\")" },
  } },
  { "Catalogs and models", "outlay.model", {
    { "model", nil, "cost models: model.energy{ ... }" },
  } },
  { "Trends", "outlay.trend", {
    { "trend", nil, "fits, laws, counts: trend.fit{ x =, y =, scale = \"log10\" }:at(2027)" },
  } },
  { "Catalogs and models", "outlay.finance", {
    { "finance", nil, "money over time: finance.npv{ cash =, rate =, over = year }, irr, payback" },
  } },
  { "Catalogs and models", "outlay.model.train", {
    { "train", "train", "how long a training run takes: train{ model =, cluster =, batch = }" },
  } },
  { "Scenarios", "outlay.scenario", {
    { "scenario", "scenario", "model, cluster, policies: scenario \"base\" { model = ... }" },
  } },
  { "Scenarios", "outlay.policy", {
    { "policy", nil, "policies: policy.own{ ... }, policy.spot{}, policy.define{ kind =, ... }" },
  } },
  { "Scenarios", "outlay.scenario.compare", {
    { "compare", "compare", "scenarios side by side, the first as the base: compare{ a, b, c }" },
  } },
  { "Scenarios", "outlay.scenario.cross", {
    { "cross", "cross", "all combinations: cross{ base = run, procurement = { ... }, ... }" },
  } },
}

for _, percent in ipairs { 1, 5, 10, 25, 50, 75, 90, 95, 99 } do
  local word = "p" .. percent
  groups[#groups + 1] = { "Statistics", "outlay.language.statistic",
    { { word, word, ("the %d %% quantile"):format(percent) } } }
end

local words = {}
for _, group in ipairs(groups) do
  for _, entry in ipairs(group[3]) do
    words[#words + 1] = { word = entry[1], module = group[2], field = entry[2], help = entry[3],
      group = group[1] }
  end
end
return words
