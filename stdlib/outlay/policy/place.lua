--- Places: what electricity costs there and what it emits, by a record of `site` or by its name.
local default = require "outlay.model.default"
local errors = require "core.error"
local field = require "outlay.model.field"
local graph = require "core.graph"
local roots = require "outlay.catalog.roots"
local strict = require "outlay.language.strict"
local unit = require "core.unit"

local M = {}

-- Google's region in a state, whose grid stands for the state's.
local region_of_state = {
  virginia = "us_east4", oregon = "us_west1", iowa = "us_central1", south_carolina = "us_east1",
  ohio = "us_east5", texas = "us_south1", nevada = "us_west4", utah = "us_west3",
  california = "us_west2",
}

local LATEST = 2024 -- the last year of the regions' series, and that of the countries' prices

local groups = { "state", "country", "region" }

local function find(text)
  local key = text:lower():gsub("[%s-]+", "_")
  local all = {}
  for _, group in ipairs(groups) do
    for name, record in pairs(site[group]) do
      if name == key then return record, group end
      all[#all + 1] = name
    end
  end
  errors.raise(("there is no place '%s'"):format(text), strict.suggestion(key, all)
    or 'write a state ("virginia"), a country by its three letters ("nor"), a region of a cloud '
      .. '("us_east4"), or give price and carbon')
end

-- The record of a place, what it is called, and where in the catalog it is.
local function record_of(place)
  if type(place) == "string" then
    local record, group = find(place)
    return record, place, group
  end
  local known = type(place) == "table" and roots.place(place)
  if not known then
    errors.raise("a place is a name or a record of site", 'write place = "virginia"')
  end
  return place, known.path:match("[^.]+$"), known.path:match("^site%.([^.]+)")
end

local function latest(series)
  if graph.is_node(series) then return series end
  return price.of(series, { on = ("%d"):format(LATEST) })
end

-- Prices of a country in its own money, at the rate of the year that they are of.
local function in_dollars(x)
  local code = unit.money_text(graph.describe(x).money)
  if code == "" or code == "USD" then return x end
  local rate = default.fact(("dollars for one %s"):format(code),
    index.exchange[code:lower()].at(LATEST), ("the catalog's, %d"):format(LATEST))
  return x / u[code] * rate * u.USD
end

local function us_price(run)
  local year = math.min(tonumber(run.start:match("^%d%d%d%d")), 2025)
  return default.fact("price of electricity", price.of(price.electricity_us,
    { on = ("%d"):format(year) }), ("US industrial average, %d"):format(year))
end

local function us_carbon(why)
  return default.fact("carbon of electricity", site.country.usa.grid_carbon, why)
end

--- The price of electricity at a place.
---@param run table
---@param place any nil for the average of the United States
---@return node USD/kWh
function M.price(run, place)
  if not place then return us_price(run) end
  local record, name = record_of(place)
  local there = field(record, "electricity")
  if not there then
    errors.raise(("the catalog has no price of electricity of %s"):format(name),
      'give it: policy.grid{ place = ..., price = q"80 USD/MWh" }')
  end
  if graph.is_node(there) then return in_dollars(there) end
  return field(there, "industrial") or latest(there)
end

--- The carbon intensity of the grid at a place.
---@param place any nil for the average of the United States
---@return node gCO2e/kWh
function M.carbon(place)
  if not place then return us_carbon("US average") end
  local record, name, group = record_of(place)
  local there = field(record, "grid_carbon")
  if there then return latest(there) end
  if group == "state" and region_of_state[name] then
    return default.fact("carbon of electricity",
      latest(site.region[region_of_state[name]].grid_carbon),
      ("grid of Google's region in %s, %d"):format(name, LATEST))
  end
  if group == "state" then
    return us_carbon(("US average; the catalog has none of %s"):format(name))
  end
  errors.raise(("the catalog has no carbon intensity of %s"):format(name),
    'give it: policy.grid{ place = ..., carbon = q"400 gCO2e/kWh" }')
end

--- What a place is called.
---@param place any
---@return string
function M.name(place)
  if not place then return "US average" end
  local _, name = record_of(place)
  return (name:gsub("_", " "))
end

return M
