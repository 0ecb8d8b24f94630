--- How unsure the reference method is of each of its inputs.
--
-- Method: Cottier et al. 2024, arXiv 2405.21015, appendix on uncertainty: 90 % intervals around the
-- value that it takes; lognormal unless said otherwise.
local lazy = require "outlay.catalog.lazy"

local method = "Cottier et al. 2024, arXiv 2405.21015, uncertainty of the estimates"

-- Factors on the value that is taken, where nothing else is said.
local contents = {
  count = { "0.8 to 1.25", "number of chips, over the stated one" },
  price = { "0.5 to 2", "price of a GPU, over the one found" },
  tpu_price = { "0.25 to 4", "price of a TPU, over the one worked out" },
  overhead = { "1.3 to 2.1", "server price over chip price" },
  network = { "1.07 to 1.32", "cluster price over its servers'" },
  time = { "0.5 to 2", "training time, over the stated one" },
  work = { "1/3 to 3", "training operations, over the estimate" },
  peak = { "0.5 to 2", "peak, over the assumed number format's" },
  electricity = { "0.6 to 1.7", "price of electricity, over the average of its year" },
}

-- Inputs of other kinds.
local others = {
  mfu = function()
    return max(min(normal{ p5 = 0.1, p95 = 0.65 }:named("MFU"):source(method), 0.99), 0.01)
  end,
  progress = function()
    return normal{ p5 = "0.10 1/year", p95 = "0.18 1/year" }
      :named("hardware progress (orders of magnitude)"):source(method)
  end,
  date = function()
    return normal{ p5 = "-120 day", p95 = "120 day" }
      :named("age of the hardware, beside the estimate"):source(method)
  end,
}

for name in pairs(others) do contents[name] = others[name] end

--- Inputs as the reference method draws them, each made once: factors on what is taken (`count`,
--- `price`, `tpu_price`, `time`, `work`, `peak`, `electricity`); `overhead` and `network` as they
--- are; `mfu` (normal, kept between 0.01 and 0.99), `progress` and `date` (normal).
---
---     price = hw.a100_40gb.price * model.reference_uncertainty.price
---
---@class outlay.model.reference_uncertainty: table<string, quantity>
return { reference_uncertainty = lazy("model.reference_uncertainty", contents,
  function(_, content)
    if type(content) == "function" then return content() end
    local low, high = content[1]:match "^(%S+) to (%S+)$"
    if low == "1/3" then low = 1 / 3 end
    return interval(tonumber(low), tonumber(high)):named(content[2]):source(method)
  end) }
