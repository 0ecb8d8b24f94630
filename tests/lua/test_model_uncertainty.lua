-- The reference method's uncertainty: 90 % of a row's cost lies within factors of its median. They
-- are published for rows on GPUs ([0.34, 3.7]), on TPUs ([0.27, 4.9]), and for what the hardware of
-- a GPU cluster costs to buy ([0.46, 2.1]), rounded to two digits (Cottier et al. 2024).
local unsure = model.reference_uncertainty
local hour = q"1e6 GPU-hour"

-- 15 of 45 rows count their chip-hours from operations, peak and MFU; the others were told them.
local counted = choice{ values = { 0, 1 }, weights = { 30, 15 } }

local function chip_hours()
  local told = hour * unsure.count * unsure.time
  local from_work = hour * unsure.work / (unsure.peak * unsure.mfu / 0.37)
  return when(gt(counted, 0.5), from_work, told)
end

-- A row's hardware, with a chip price of 10,000 USD.
local function hardware(price)
  return model.owned{
    chip_hours = chip_hours(), age = q"600 day" + unsure.date, progress = unsure.progress,
    server_price = q"10000 USD/GPU" * price * unsure.overhead,
    interconnect = 1 - 1 / unsure.network,
  }.total
end

-- Electricity is 3 to 42 % of the hardware in the method's words, and its draws are independent.
-- Its published factors have it as a share of the hardware before overhead, network and the loss
-- of 0.14 a year, so 3.6 times as much: `weight`. That matters for TPUs, whose price is less known
-- than their electricity.
local published_weight = 1 / (0.14 * math.sqrt(1.3 * 2.1) * math.sqrt(1.07 * 1.32))
local function electricity(capital, load, weight)
  local share = q"0.03 to 0.42" * weight
  local use = model.energy{ chip_hours = chip_hours():fresh(), tdp = q"400 W/GPU", load = load,
    price = q"0.07 USD/kWh" * unsure.electricity }
  return use.cost / median(use.cost) * median(capital) * share
end

local function check_factors(name, x, low, high)
  for _, side in ipairs{ { p5(x), low, "5 %" }, { p95(x), high, "95 %" } } do
    check_near(("%s: the %s quantile over the median, within 10 %%"):format(name, side[3]),
      side[1] / median(x), side[2], 0.10)
  end
end

local gpu, tpu = hardware(unsure.price), hardware(unsure.tpu_price)
check_factors("a GPU row", gpu + electricity(gpu, q"0.56 to 1", published_weight), 0.34, 3.7)
check_factors("a TPU row", tpu + electricity(tpu, q"0.30 to 0.62", published_weight), 0.27, 4.9)
check_factors("a GPU row, electricity as stated",
  gpu + electricity(gpu, q"0.56 to 1", 1), 0.34, 3.7)
check_factors("a TPU row, electricity as stated (ours)",
  tpu + electricity(tpu, q"0.30 to 0.62", 1), 0.23, 5.5)
check_factors("buying a GPU cluster", model.owned{
  chip_hours = hour, age = q"0 day",
  server_price = q"10000 USD/GPU" * unsure.price * unsure.overhead,
  interconnect = 1 - 1 / unsure.network, count = q"1000 GPU" * unsure.count }.up_front, 0.46, 2.1)
check("the same draw for the same input", model.reference_uncertainty.price == unsure.price)
local ok, problem = pcall(function() return unsure.prise end)
check("an input that there is not", not ok and problem.advice:find "price" ~= nil)
