--- Prices of the catalogs for a run: those of the year of its start, else the nearest there are.
local default = require "outlay.model.default"
local errors = require "core.error"
local roots = require "outlay.catalog.roots"

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

-- What is off the on-demand price, where only that is known: the reference method's of AWS.
local function discounted(run, label, off)
  local list = found(run, "on-demand price", { scope = "chip-hour", option = "on_demand" })
  if not list then
    errors.raise(("%s has no rental price in the catalogs"):format(path_of(run)),
      ('give it: %s{ price = q"2 to 3 USD/GPU/h" }'):format(label))
  end
  return off and list * (1 - off()) or list
end

--- The on-demand price of a chip-hour.
---@param run table
---@return node USD/GPU/hour
function M.on_demand(run) return discounted(run, "policy.rent") end

--- The price of a chip-hour under a commitment.
---@param run table
---@param term string "1 year", "3 years"
---@return node USD/GPU/hour
function M.reserved(run, term)
  local price_then = found(run, ("price for %s"):format(term),
    { scope = "chip-hour", option = "reserved", term = term })
  return price_then or discounted(run, "policy.reserved", function()
    local name = term == "1 year" and "one_year" or "three_years"
    return default.fact(("discount for %s"):format(term), price.discounts.aws[name],
      "no such price is in the catalog; AWS's discount on that on demand")
  end)
end

--- The spot price of a chip-hour.
---@param run table
---@return node USD/GPU/hour
function M.spot(run)
  return found(run, "spot price", { scope = "chip-hour", option = "spot" })
    or discounted(run, "policy.spot", function()
      return default.fact("spot discount", price.spot.discount.h100_large_clouds,
        "no spot price is in the catalog; that of H100 on that on demand")
    end)
end

return M
