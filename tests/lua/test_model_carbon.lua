-- Energy and carbon of the five cases that LLMCarbon (Faiz et al., ICLR 2024, tables 4 and 5)
-- validates itself with: figures as published by the models' makers, and LLMCarbon's.

-- name, chips, W a chip with its system, peak TFLOP/s, efficiency, ZFLOP, PUE, kgCO2e/kWh;
-- published: MWh, tCO2e; predicted by LLMCarbon: MWh, tCO2e; parameters and tokens (10^9; active
-- ones of mixtures).
local cases = {
  { "T5", 512, 310, 123, 0.37, 40.5, 1.12, 0.545, 85.7, 46.7, 83.9, 45.7, 11, 600 },
  { "GPT-3", 10000, 330, 125, 0.197, 314, 1.1, 0.429, 1287, 552.1, 1289.8, 553.3, 175, 300 },
  { "GShard", 1000, 288, 123, 0.39, 13.3, 1.09, 0.177, 24.1, 4.3, 25.1, 4.4, 2.3, 1000 },
  { "Switch", 1000, 245, 123, 0.28, 82.2, 1.1, 0.33, 179, 59.1, 193.3, 63.8, 7.41, 2000 },
  { "XLM", 512, 342, 125, 0.212, 23.9, 1.1, 0.413, 94.4, 39, 91.1, 37.6, 0.55, 7000 },
}

-- Energy and carbon of a run of that work, in MWh and t.
local function predict(case, work)
  local hours = model.chip_hours{ work = work, peak = case[4] * u["TFLOP/s/GPU"], mfu = case[5] }
  local power = model.energy{ chip_hours = hours, tdp = case[3] * u["W/GPU"], chip_to_server = 1,
    load = 1, pue = case[7] }
  local emitted = model.carbon{ energy = power.energy, intensity = case[8] * u["kgCO2e/kWh"] }
  check(case[1] .. " trains for days to weeks", value(hours / (case[2] * u.GPU), "day") > 3)
  return value(power.energy, "MWh"), value(emitted.total, "tCO2e")
end

-- How far LLMCarbon is off, and the rounding of what is printed of it.
local function own_error(predicted, published)
  return math.abs(predicted / published - 1) + 0.05 / published
end

for _, case in ipairs(cases) do
  local name, mwh, tonnes = case[1], case[9], case[10]
  local energy, carbon = predict(case, case[6] * 1e21 * u.FLOP)
  check(name .. ", work as published: energy within 1 %", math.abs(energy / mwh - 1), "<", 0.01)
  check(name .. ", work as published: carbon within 1 %", math.abs(carbon / tonnes - 1), "<", 0.01)
  local counted = model.training_work{ parameters = case[13] * 1e9 * u.parameter,
    tokens = case[14] * 1e9 * u.token }
  energy, carbon = predict(case, counted)
  check(name .. ", work counted as 6 N D: energy within LLMCarbon's own error",
    math.abs(energy / mwh - 1), "<=", own_error(case[11], mwh))
  check(name .. ", work counted as 6 N D: carbon within LLMCarbon's own error",
    math.abs(carbon / tonnes - 1), "<=", own_error(case[12], tonnes))
end

local emitted = model.carbon{ energy = q"1 GWh", intensity = q"400 gCO2e/kWh", clean = 0.25,
  chip_hours = q"876600 GPU-hour", embodied = q"400 kgCO2e/GPU", life = q"4 year", idle = 0.5,
  price = q"100 USD/tCO2e" }
check_near("a contract for clean energy", emitted.operational, q"300 tCO2e", 1e-12)
check_near("embodied carbon by the hour of life, idle hours too", -- 100 years * 1.5 / 4 * 400 kg
  emitted.embodied, q"15 tCO2e", 1e-12)
check_near("a price on both", emitted.cost, q"31.5 kUSD", 1e-12)
check_near("the world's grid unless given", model.carbon{ energy = q"1 MWh" }.total, q"475 kgCO2e",
  1e-12)
check_near("water by the kilowatt-hour", model.water{ energy = q"1 MWh", use = q"1.8 kg/kWh",
  price = q"0.002 USD/kg" }.cost, q"3.6 USD", 1e-12)
local ok, problem = pcall(model.carbon, { energy = q"1 MWh", intensity = q"0.4 kWh" })
check("an intensity without mass", not ok
  and tostring(problem):find("give intensity in a unit such as gCO2e/kWh", 1, true) ~= nil)
