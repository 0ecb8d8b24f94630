-- How fast computing gets cheaper: fitted, published, by Wright's law, and with algorithms.
--
-- One learns: fitting the catalog's own facts, laws that are used as fits are, Wright's law on
-- cumulative shipments, and how declines that act together compound.
--
--   outlay run examples/hardware_trend.lua

-- ---- Moore-type: operations for a dollar, 16 bits, from the accelerators of the catalog ----

local released, worth = {}, {}
for _, chip in pairs(hw) do
  local about = {}
  for field, content in pairs(chip) do about[field] = content end
  local peak
  for format, amount in pairs(about.peak or {}) do
    if format == "bf16" or (format == "fp16" and not peak) then peak = amount end
  end
  if peak and about.price and about.released then
    released[#released + 1] = tostring(about.released)
    worth[#worth + 1] = value(median(peak / about.price), "FLOP/s/USD")
  end
end
local better = trend.fit{ x = released, y = worth, unit = "FLOP/s/USD", scale = "log10",
  name = "price-performance", source = "accelerators of the catalog with a price" }
show(better)
local published = trend.price_performance{ start = q"3e10 FLOP/s/USD", at = 2022.7 }
show(better.doubling_time, "year", "doubling time, fitted")
show(published.doubling_time, "year", "published, GPUs used in machine learning")
show(better:at(2028), "GFLOP/s/USD", "2028, fitted")
show(published:at(2028), "GFLOP/s/USD", "2028, published rate")

-- ---- Wright: by how many were made ----

local year = axis.range("year", 2023, 2025)
local made = market.stock.nvidia.h100_equivalents
shipped = year{ made["2023"], made["2024"], made["2025"] }
local price = trend.wright{ start = hw.h100_sxm.price, produced = q"1.39M GPU",
  learning = q"10 % to 25 %", name = "an H100's worth of chips" }
show(price:at(shipped))

-- ---- hardware and algorithms together ----

-- A result that took 3.14e23 FLOP in 2020 (GPT-3) takes less each year, on hardware that costs
-- less: the declines compound.
local algorithms = trend.algorithmic_efficiency{ start = q"3.14e23 FLOP", at = "2020-05-28" }
together = trend.compound{ 1 - 1 / published.growth, algorithms.decline }
show(together, "%", "a given result gets cheaper a year by")
show(trend.compound{ 0.57, 0.47 }, "%", "57 % and 47 % a year together")
