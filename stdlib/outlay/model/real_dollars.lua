--- Nominal dollars of a month as dollars of another month's prices.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local hosting = require "outlay.price.ppi_hosting"
local unit = require "core.unit"

local M = {}

local function month(date) return tostring(date):sub(1, 7) end

--- An amount of one month's dollars in those of another, by a price index: amount times
--- index(to) over index(at). The index is the producer price index of data processing and hosting
--- unless another is given. The reference method counts in dollars of December 2023, which it
--- calls 2023 USD. A month that the index does not have is an error.
---
---     model.real_dollars{ amount = q"40.156 MUSD", at = "2023-03" }     -- 40.587 MUSD2023-12
---
--- Method: Cottier et al. 2024, arXiv 2405.21015.
---
---@class outlay.model.real_dollars
---@field amount quantity USD, nominal
---@field at string the month whose dollars these are, "2023-03"; of "2023-03-15" the month counts
---@field to? string the month whose dollars are wanted; "2023-12" unless given
---@field index? table with at(month) and a source; the hosting price index unless given
---@param given outlay.model.real_dollars
---@return quantity amount USD of the month `to`
function M.real_dollars(given)
  local ask = expect("model.real_dollars", given,
    { amount = "required", at = "required", to = "2023-12", index = hosting }, { amount = "USD" })
  local kind = unit.money_text(graph.describe(ask.amount).money)
  if kind ~= "USD" then
    errors.raise(("model.real_dollars: the amount is in %s, not in nominal USD"):format(kind),
      "an amount that has a price date converts by itself: show(amount, \"USD2023-12\")")
  end
  local factor = q(("%.17g"):format(ask.index.at(ask.to) / ask.index.at(ask.at)))
    :named(("price index %s over %s"):format(month(ask.to), month(ask.at)))
    :source(ask.index.source)
  return ask.amount / u.USD * factor * u["USD" .. month(ask.to)]
end

return M
