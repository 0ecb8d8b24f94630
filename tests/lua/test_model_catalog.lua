-- The catalog: facts are quantities with sources, and agree with each other.

local graph = require "core.graph"

local function source_of(x) return graph.describe(x).source or "" end
local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end

check_near("a fact is a quantity", hw.h100_sxm.peak.bf16, q"989.4 TFLOP/s/GPU", 1e-15)
check("a fact knows its source", source_of(hw.h100_sxm.peak.bf16):find("H100", 1, true) ~= nil)
check("a peak says that it is dense",
  source_of(hw.h100_sxm.peak.bf16):find("dense", 1, true) ~= nil)
check("a sparse peak says so",
  source_of(hw.h100_sxm.peak_sparse.bf16):find("sparse", 1, true) ~= nil)
check("a fact that nobody compared says so",
  source_of(staff.role.annotator_general.contract):find("not checked", 1, true) ~= nil)
check("a range is uncertain", graph.describe(hw.h100_sxm.server_price).uncertain ~= false)
check_near("asked twice, a price is the same draw",
  mean(abs(hw.h100_sxm.price - hw.h100_sxm.price)), q"0 USD/GPU")
check("a name is text", hw.h100_sxm.name, "==", "NVIDIA H100 SXM5 80 GB")
check("a release date is text", hw.h100_sxm.released, "==", "2022-09-20")

check("an unknown chip: did you mean", message_of(function() return hw.h100_sxn end)
  :find("h100_sxm", 1, true) ~= nil)
check("an unknown field: did you mean", message_of(function() return hw.h100_sxm.peak.bf17 end)
  :find("bf16", 1, true) ~= nil)
check("a chip cannot be changed", message_of(function() hw.h100_sxm.tdp = 1 end) ~= "no error")
check("an unknown site", message_of(function() return site.metta end):find("meta", 1, true) ~= nil)
check("an unknown model",
  message_of(function() return model.owne end):find("owned", 1, true) ~= nil)

-- Every chip: sparse is twice dense, FP8 is twice BF16, a server draws more than its chips.
local chips = {}
for _, vendor in ipairs{ "nvidia", "nvidia_blackwell", "nvidia_export", "amd", "google" } do
  local file = require("outlay.hardware." .. vendor)
  for key in pairs(file.records or file.chips) do chips[#chips + 1] = key end
end
check("there are at least 25 chips", #chips, ">=", 25)
for _, key in ipairs(chips) do
  local chip = hw[key]
  local has = {}
  for name in pairs(chip) do has[name] = true end
  for _, field in ipairs{ "name", "kind", "released", "peak", "memory", "bandwidth" } do
    check(key .. " has " .. field, has[field] == true)
  end
  if has.peak_sparse then
    for precision, peak in pairs(chip.peak_sparse) do
      local is_ultra = precision == "fp4" and (key == "b300_sxm" or key == "gb300")
      -- Blackwell Ultra's dense FP4 is more than half of its sparse one.
      check(("%s: sparse %s is twice dense"):format(key, precision),
        abs(peak / chip.peak[precision] - 2), "<", is_ultra and 0.7 or 0.002)
    end
  end
  local peaks = {}
  for precision, peak in pairs(chip.peak) do peaks[precision] = peak end
  if peaks.fp8 and peaks.bf16 and key ~= "tpu_v6e" then -- runs FP8 at the rate of BF16
    check(key .. ": FP8 is twice BF16", abs(peaks.fp8 / peaks.bf16 - 2), "<", 0.002)
  end
  if has.server and has.tdp then
    check(key .. ": a server draws more than its chips",
      chip.server.power, ">", chip.server.chips * chip.tdp)
  end
end

-- Prices.
check_near("electricity of a year", price.electricity_us.at(2023), q"80.6 USD/MWh", 1e-14)
check_near("electricity of a date", price.electricity_us.at("2022-11-08"), q"83.2 USD/MWh", 1e-14)
check("a year without a price",
  message_of(price.electricity_us.at, 2031):find("2031", 1, true) ~= nil)
check_near("a committed price", price.cloud.azure_nd_a100.three_years, q"1.36 USD/GPU/h", 1e-15)
check_near("a discount", price.discounts.aws.three_years, 0.64, 1e-15)
