--- All accelerators of the catalog, as `hw`: `hw.h100_sxm.peak.bf16` is a quantity that knows its
--- source. A vendor has a file; a chip is opened when it is first asked for.
local fact = require "outlay.catalog.fact"
local lazy = require "outlay.catalog.lazy"

local vendors = { require "outlay.hardware.nvidia", require "outlay.hardware.google" }

local chips = {}
for _, vendor in ipairs(vendors) do
  for key, record in pairs(vendor.chips) do
    chips[key] = { record = record, sources = vendor.sources }
  end
end

return lazy("hw", chips, function(key, chip)
  return fact.open(chip.record, chip.sources, "hw." .. key)
end)
