--- What a training run's cost needs beside the run itself, from the catalog: price when it was
--- bought, overheads, power, electricity. For epoch_costs.lua; docs/design/epoch_rows.md compares
--- the results.
local date = require "outlay.catalog.date"

local method = "Cottier et al. 2024, arXiv 2405.21015"

-- Cards without a price of their own are priced as a sibling.
local priced_as = { v100s = "v100_32gb" }

local month_lengths = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

-- The date some days later.
local function days_after(text, days)
  local year, month, day = text:match "^(%d+)-(%d+)-(%d+)$"
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  local target = date.day_number(text) + days
  local later = text
  while date.day_number(later) < target do
    local left = target - date.day_number(later)
    local is_leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
    local length = month == 2 and is_leap and 29 or month_lengths[month]
    local step = math.min(left, length - day + 1)
    day = day + step
    if day > length then day, month = 1, month + 1 end
    if month > 12 then month, year = 1, year + 1 end
    later = ("%04d-%02d-%02d"):format(year, month, day)
  end
  return later
end

-- GPUs reach a large buyer 90 days after their release; TPUs are there when Google says so.
local function bought_on(chip)
  return days_after(chip.released, chip.kind == "TPU" and 0 or 90)
end

local function price_at(key, day, scope)
  local ok, amount = pcall(price.of, hw[key], { on = day, scope = scope, typical = true })
  return ok and amount or nil
end

-- The price of a whole server over that of its chips, by family.
local function overhead_of(key, chip)
  local overhead = hw.node.overhead
  local family = key:match "^%a%d+"
  for _, known in ipairs { "p100", "v100", "a100", "h100" } do
    if family == known then return overhead[known] end
  end
  return chip.kind == "TPU" and overhead.tpu or overhead.gpu
end

--- The inputs of a run on a chip of the catalog.
---@param run table hardware, site, date
---@return table inputs
return function(run)
  local key = run.hardware
  local chip = hw[key]
  local day = bought_on(chip)
  local list = priced_as[key] or key
  local overhead = overhead_of(list, chip)
  local server_price = price_at(list, day, "server")
  if not server_price then
    local chip_price = price_at(list, day, "chip")
    if not chip_price then error(("hw.%s has no price for %s"):format(list, day), 0) end
    server_price = (chip_price * overhead):named "server price for each chip"
  end
  local load = chip.kind == "TPU" and hw.node.load.tpu or hw.node.load.gpu
  local peaks = {}
  for precision, peak in pairs(chip.peak) do peaks[precision] = peak end
  return {
    bought = day, server_price = server_price, overhead = overhead,
    peak = peaks.bf16 or peaks.fp16 or peaks.fp32 or peaks.int8,
    tdp = chip.tdp, chip_to_server = chip.chip_to_server, load = load,
    pue = site[run.site].pue, electricity = price.electricity_us.at(run.date:sub(1, 4)),
    method = method,
  }
end
