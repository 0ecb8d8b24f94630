--- Who can afford a run: budgets of firms, a limit of what one run may take of them, and how
--- concentrated those are who can.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local field = require "outlay.model.field"
local graph = require "core.graph"
local roots = require "outlay.catalog.roots"
local unit = require "core.unit"

local M = {}

local kinds_of_budget = { "capex", "revenue", "funds_raised" }

-- The value of a series for a year, nil where it has none.
local function of_year(series, year)
  local ok, found = pcall(function() return series.at(year) end)
  return ok and found or nil
end

local function checked_kind(who, of)
  for _, kind in ipairs(kinds_of_budget) do
    if of == kind then return end
  end
  errors.raise(("%s: there is no budget '%s'"):format(who, tostring(of)),
    "there is: " .. table.concat(kinds_of_budget, ", "))
end

-- Amounts as they were paid, without the date of their money: as prices of that year are.
local function undated(x)
  local text = unit.money_text(graph.describe(x).money)
  return text == "USD" and x or x / u[text] * u.USD
end

-- The years that a kind of budget is known for, in words.
local function known_years(list, of)
  local first, last
  for year = 2000, 2040 do
    for _, firm in pairs(list) do
      local series = type(firm) == "table" and field(firm, of)
      if series and of_year(series, year) then first, last = first or year, year end
    end
  end
  return first and ("the catalog has %s of %d to %d"):format(of, first, last)
    or ("no firm of the catalog has %s"):format(of)
end

--- Budgets of firms in a year, from the catalog `firms`: what they spent on property and equipment
--- (capex), took in (revenue) or raised (funds_raised). Firms without the figure are left out.
---
---     model.budgets{ year = 2025, of = "capex" }
---
---@class outlay.model.budgets
---@field year number
---@field of? string capex (unless given), revenue, funds_raised
---@field firms? table[] records of `firms`; all of them unless given
---@param given outlay.model.budgets
---@return table[] budgets { name =, budget = quantity USD }, largest first
function M.budgets(given)
  local ask = expect("model.budgets", given,
    { year = "required", of = "capex", firms = "optional" }, {})
  checked_kind("model.budgets", ask.of)
  if type(ask.year) ~= "number" then
    errors.raise("model.budgets: year is a number", "write year = 2025")
  end
  local list = {}
  for _, firm in pairs(ask.firms or firms) do
    if type(firm) ~= "table" or not roots.place(firm) then
      errors.raise("model.budgets: an entry is no record of firms",
        "write firms = { firms.microsoft, firms.meta }")
    end
    local series = field(firm, ask.of)
    local amount = series and of_year(series, ask.year)
    if amount then
      list[#list + 1] = { name = (firm.name:gsub(" %(.*$", "")),
        budget = undated(amount), size = value(median(undated(amount)), "USD") }
    end
  end
  if #list == 0 and not ask.firms then
    errors.raise(("model.budgets: no firm has %s for %d"):format(ask.of, ask.year),
      known_years(firms, ask.of) .. "; or write { { name = ..., budget = "
        .. "q\"20 GUSD\" } }", "domain")
  end
  table.sort(list, function(a, b)
    return a.size > b.size or (a.size == b.size and a.name < b.name)
  end)
  for _, entry in ipairs(list) do entry.size = nil end
  return list
end

local function check_budgets(list)
  if type(list) ~= "table" or #list == 0 then
    errors.raise("model.affordable needs budgets",
      "write budgets = model.budgets{ year = 2025 }, or { { name = ..., budget = q\"2 GUSD\" } }")
  end
  local checked = {}
  for i, entry in ipairs(list) do
    checked[i] = expect(("model.affordable, budget %d"):format(i), entry,
      { name = "required", budget = "required" }, { budget = "USD" }, { budget = "positive" })
  end
  return checked
end

--- Which actors can afford something that costs so much, where it may take a share of a budget; and
--- how concentrated they are, sample by sample:
---
---   can      = cost <= share * budget
---   number   = how many can
---   hhi      = sum over those who can of (budget / sum of their budgets)^2; 1 is one actor alone
---   largest  = the greatest of these shares
---
--- Both are 0 where nobody can: mean(hhi) / prob(anybody) is the mean over the samples in which
--- somebody can. The share is an assumption and has no default: what part of its
--- capital expenditure or revenue an actor would give one run is nobody's statistic.
---
---     model.affordable{ cost = run.up_front, share = q"10 % to 40 %",
---                       budgets = model.budgets{ year = 2025 } }
---
--- Method: Hirschman 1964 and US Department of Justice merger guidelines for the index (there times
--- 10,000).
---
---@class outlay.model.affordable
---@field cost quantity USD
---@field share quantity|number of a budget that one run may take
---@field budgets table[] { name =, budget = quantity USD }
---@class outlay.model.affordable_result
---@field actors table[] { name =, budget =, needed = cost over budget, can = condition }
---@field number quantity
---@field anybody node condition: whether there is one
---@field hhi quantity
---@field largest quantity
---@param given outlay.model.affordable
---@return outlay.model.affordable_result result
function M.affordable(given)
  local ask = expect("model.affordable", given,
    { cost = "required", share = "required", budgets = "required" },
    { cost = "USD", share = "1" }, { cost = "positive", share = "share" })
  local result = { actors = {}, number = 0 }
  local together, squares, greatest
  for i, entry in ipairs(check_budgets(ask.budgets)) do
    local can = le(ask.cost, ask.share * entry.budget)
    local counted = when(can, entry.budget, q"0 USD")
    result.actors[i] = { name = entry.name, budget = entry.budget,
      needed = (ask.cost / entry.budget):named("share needed of " .. entry.name), can = can }
    result.number = result.number + when(can, 1, 0)
    together = together and together + counted or counted
    squares = squares and squares + counted ^ 2 or counted ^ 2
    greatest = greatest and max(greatest, counted) or counted
  end
  -- Where nobody can, the sums are zero: a dollar below the line makes the shares zero, too.
  local whole = max(together, q"1 USD")
  result.number = result.number:named("actors who can")
  result.anybody = ge(result.number, 1)
  result.hhi = (squares / whole ^ 2):named("concentration (HHI)")
  result.largest = (greatest / whole):named("share of the largest")
  return result
end

return M
