--- How owned chips lose value: what a server's part for one chip loses in an hour of the run.
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"

local M = {}

local function usual_progress()
  return normal{ p5 = "0.10 1/year", p95 = "0.18 1/year" }
end

--- By the progress of hardware: newer chips make older ones worth less.
---
---   loss = price * 10^(-progress * age) * progress * ln 10
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, section 2.2 and A.4.
---
---@class outlay.policy.progress
---@field progress? quantity 1/year, orders of magnitude; 0.10 to 0.18 unless given
---@param given? outlay.policy.progress
---@return table policy
function M.progress(given)
  given = expect("policy.progress", given or {}, { progress = "optional" },
    { progress = "1/year" }, { progress = "positive" })
  return interface.make{
    kind = "depreciation", name = "by hardware progress", about = "as newer chips get better",
    loss = function(run)
      local progress = given.progress or default.assume("hardware progress",
        usual_progress, "Cottier et al. 2024, arXiv 2405.21015: orders of magnitude a year")
      local value = model.value_after{ server_price = run.server_price, age = run.hardware_age,
        progress = progress }
      return value * progress * log(10)
    end,
  }
end

--- In equal parts over a life, down to a residual value.
---
---   loss = price * (1 - residual) / life      until the life is over, then nothing
---
---@class outlay.policy.straight_line
---@field life? quantity 4 to 6 years unless given
---@field residual? quantity|number share of the price that is left; 0 unless given
---@param given? outlay.policy.straight_line
---@return table policy
function M.straight_line(given)
  given = expect("policy.straight_line", given or {}, { life = "optional", residual = 0 },
    { life = "year", residual = "1" }, { life = "above_zero", residual = "share" })
  return interface.make{
    kind = "depreciation", name = "straight line", about = "in equal parts over a life",
    loss = function(run)
      local life = given.life or default.assume("life of servers", "4 to 6 year",
        "assumption: useful lives that large operators report")
      return when(lt(run.hardware_age, life), run.server_price * (1 - given.residual) / life,
        q"0 USD/GPU/hour")
    end,
  }
end

--- By the same share of what is left each year; the loss is that at the age of the chips.
---
---   loss = price * (1 - rate)^(age / 1 year) * -ln(1 - rate) / 1 year
---
---@class outlay.policy.declining
---@field rate quantity|number share lost in a year
---@param given outlay.policy.declining
---@return table policy
function M.declining(given)
  given = expect("policy.declining", given, { rate = "required" }, { rate = "1" },
    { rate = "share" })
  return interface.make{
    kind = "depreciation", name = "declining balance", about = "the same share each year",
    loss = function(run)
      local decay = -log(1 - given.rate) / q"1 year"
      return run.server_price * exp(-decay * run.hardware_age) * decay
    end,
  }
end

return M
