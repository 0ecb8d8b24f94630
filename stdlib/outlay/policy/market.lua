--- Prices of the catalogs for a run. Rents: the middle and the spread of all price lists at the
--- month of its start, and what a commitment or spot takes off them. Hardware: the price of the
--- year of its start, else the nearest there is.
local default = require "outlay.model.default"
local errors = require "core.error"
local field = require "outlay.model.field"
local panel = require "outlay.catalog.price_panel"
local roots = require "outlay.catalog.roots"
local used = require "outlay.catalog.used"

local M = {}

local FIRST, LAST = 2010, 2035 -- years in which a price is looked for

-- The price of the nearest year that has one, and how many years away it is.
local function nearest(gpu, year, ask)
  for away = 0, LAST - FIRST do
    for _, candidate in ipairs { year - away, year + away } do
      if candidate >= FIRST and candidate <= LAST then
        local question = { on = ("%d"):format(candidate) }
        for name, content in pairs(ask) do question[name] = content end
        local ok, found = pcall(price.of, gpu, question)
        if ok then return found, candidate end
      end
    end
  end
end

local function year_of(run) return tonumber(run.start:match("^%d%d%d%d")) end

local function path_of(run)
  local place = roots.place(run.gpu)
  return place and place.path or "the chip"
end

-- A catalog's price as a default; nil if there is none.
local function found(run, label, ask)
  if not roots.place(run.gpu) then return nil end
  local year = year_of(run)
  local fact, on = nearest(run.gpu, year, ask)
  if not fact then return nil end
  local why = on == year and ("the catalog's, %d"):format(on)
    or ("the catalog's nearest, %d; the run starts in %d"):format(on, year)
  return default.fact(label, fact, why)
end

--- What a server costs for each of its chips: the catalog's price of servers, else of chips with
--- what the rest of a server adds to them.
---@param run table
---@return node USD/GPU
function M.server_price(run)
  local server = found(run, "server price, per chip", { scope = "server" })
  if server then return server end
  local chip = found(run, "chip price", { scope = "chip" })
    or found(run, "board price", { scope = "board" })
  if not chip then
    errors.raise(("%s has no price of its own in the catalogs"):format(path_of(run)),
      'give it: policy.own{ server_price = q"30k to 40k USD/GPU" }')
  end
  return chip * default.assume("server price over chip price", "1.64",
    "Cottier et al. 2024, arXiv 2405.21015: where no other is known")
end

-- ---- rent ----

local HOUR = "USD/GPU/hour"
local ON_DEMAND = { scope = "chip-hour", option = "on_demand" }

-- Where a renter stands among the price lists: one draw for all chips and dates, so that what is
-- compared is rented from the same provider.
local function position()
  return default.assume("renter's place among price lists",
    function() return normal{ mean = 0, sd = 1 } end,
    "assumption: any of the catalog's price lists, by their spread; 0 is the middle")
end

-- A number of an earlier result, or of the market now, noted for later ones.
local function number(name, content, unit_text)
  local pinned = roots.pinned(name)
  if pinned then return pinned end
  used.add(name, { value = content, unit = unit_text, layer = "built-in" })
  return q(("%.17g %s"):format(content, unit_text == "1" and "" or unit_text)):named(name)
end

local made = {}

-- The market's on-demand price: the middle of all price lists at the month of the start, and their
-- spread. Nil where a layer of the user's gives a price.
local function of_the_market(run)
  local place = roots.place(run.gpu)
  if not place then return nil end
  local name = ("%s rent, %s"):format(place.path, run.start)
  if made[name] == nil then
    local market = panel.of(run.gpu, ON_DEMAND, run.start, HOUR)
    if market then
      local middle = number(name, market.middle, HOUR):source(market.source)
      local spread = number(name .. ", spread", market.spread, "1"):source(market.source)
      local node = (middle * exp(spread * position())):source(market.source)
      made[name] = { node = node, providers = market.providers }
    else
      made[name] = false
    end
  end
  return made[name]
end

--- The on-demand price of a chip-hour.
---@param run table
---@return node USD/GPU/hour
---@return string[]? providers whose price lists it is from
function M.on_demand(run)
  local market = of_the_market(run)
  if market then
    local count = #market.providers
    return default.fact("on-demand price", market.node, count == 1
      and ("the list of %s, %s"):format(market.providers[1], run.start)
      or ("the lists of %d providers, %s"):format(count, run.start)), market.providers
  end
  local list = found(run, "on-demand price", ON_DEMAND)
  if list then return list end
  errors.raise(("%s has no rental price in the catalogs"):format(path_of(run)),
    'give it: policy.rent{ price = q"2 to 3 USD/GPU/h" }')
end

-- Whether the highest layer that has such a price is the user's.
local function is_users(run, ask)
  return roots.place(run.gpu) and panel.is_of_a_layer(run.gpu, ask)
end

local fields = { ["1 year"] = "one_year", ["3 years"] = "three_years" }

-- What a commitment takes off: of the only provider, or between the providers' least and most.
local function discount(term, providers)
  local name, lowest, highest = fields[term], nil, nil
  local own = providers and #providers == 1 and field(price.discounts, providers[1])
  if own then
    return default.fact(("discount for %s"):format(term), own[name], "the only provider's")
  end
  for _, provider in ipairs { "aws", "gcp", "azure", "lambda" } do
    local off = value(price.discounts[provider][name], "1")
    lowest, highest = math.min(lowest or off, off), math.max(highest or off, off)
  end
  return default.assume(("discount for %s"):format(term),
    function() return uniform(lowest, highest) end,
    "Cottier et al. 2024, arXiv 2405.21015: discounts of AWS, GCP, Azure and Lambda")
end

--- The price of a chip-hour under a commitment: what the term takes off the on-demand price, so
--- that both are of the same providers and no commitment costs more than none.
---@param run table
---@param term string "1 year", "3 years"
---@return node USD/GPU/hour
function M.reserved(run, term)
  local ask = { scope = "chip-hour", option = "reserved", term = term }
  local has_list, list, providers = pcall(M.on_demand, run)
  if is_users(run, ask) or not has_list then
    local there = found(run, ("price for %s"):format(term), ask)
    if there then return there end
    error(list, 0)
  end
  return list * (1 - discount(term, providers))
end

--- The spot price of a chip-hour: what spot takes off the on-demand price.
---@param run table
---@return node USD/GPU/hour
function M.spot(run)
  local ask = { scope = "chip-hour", option = "spot" }
  local has_list, list = pcall(M.on_demand, run)
  if is_users(run, ask) or not has_list then
    local there = found(run, "spot price", ask)
    if there then return there end
    error(list, 0)
  end
  return list * (1 - default.fact("spot discount", price.spot.discount.h100_large_clouds,
    "the catalog's of H100, 2026"))
end

return M
