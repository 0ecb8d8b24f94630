--- Keeping data, and moving it out of a cloud.
local expect = require "outlay.language.expect"

local M = {}

--- Storage: data sets, checkpoints, logs, for as long as they are kept.
---
---     model.storage{ size = q"3 PB", time = q"12 month" }
---
---@class outlay.model.storage
---@field size quantity B
---@field time quantity month
---@field price? quantity USD/TB/month; `price.storage.object`
---@field copies? quantity|number 1; a cloud's price has its own copies in it
---@param given outlay.model.storage
---@return quantity cost USD
function M.storage(given)
  local keep = expect("model.storage", given,
    { size = "required", time = "required", price = "optional", copies = 1 },
    { size = "B", time = "month", price = "USD/TB/month", copies = "1" },
    { size = "positive", time = "positive", price = "positive", copies = "ratio" })
  local each = keep.price or price.storage.object
  return (keep.size * keep.copies * keep.time * each):named("storage")
end

-- The steps of the price list: up to this much in a month, at this price.
local steps = { { "first_10_tb", 10 }, { "next_40_tb", 40 }, { "next_100_tb", 100 },
  { "over_150_tb" } }

--- Traffic out of a cloud, to the internet, in one month: by the steps of a list price, or at a
--- price.
---
---     model.egress{ size = q"200 TB" }
---
---@class outlay.model.egress
---@field size quantity B, in a month
---@field price? quantity USD/TB; the steps of `price.egress` unless given
---@param given outlay.model.egress
---@return quantity cost USD
function M.egress(given)
  local move = expect("model.egress", given, { size = "required", price = "optional" },
    { size = "B", price = "USD/TB" }, { size = "positive", price = "positive" })
  if move.price then return (move.size * move.price):named("egress") end
  local parts, left = {}, move.size
  for i, step in ipairs(steps) do
    local taken = step[2] and min(left, step[2] * u.TB) or left
    parts[i] = taken * price.egress[step[1]]
    left = left - taken
  end
  return sum(parts):named("egress")
end

return M
