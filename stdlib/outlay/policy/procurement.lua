--- Where the chips come from: owned, rented on demand, reserved or spot, or some of each.
local default = require "outlay.model.default"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local graph = require "core.graph"
local interface = require "outlay.policy.interface"
local market = require "outlay.policy.market"
local middle = require "outlay.model.middle"
local when_of = require "outlay.policy.when"

local M = {}

-- ---- owned ----

local own_arguments = {
  server_price = "USD/GPU", age = "year", interconnect = "1", utilisation = "1",
  cost_of_capital = "1/year", maintenance = "1/year", spares = "1",
}
local own_kinds = {
  server_price = "positive", age = "positive", interconnect = "share",
  utilisation = "share_above_zero", cost_of_capital = "yearly", maintenance = "yearly",
  spares = "share",
}

-- Arguments that may be left out, `delivery` among them: a date or a time.
local function optional(units)
  local known = {}
  for name in pairs(units) do known[name] = "optional" end
  known.delivery = "optional"
  return known
end

local function interconnect_of(own)
  return own.interconnect or default.fact("network's share of hardware", net.cost_share.typical,
    "the catalog's, as Cottier et al. 2024")
end

local function utilisation_of(own)
  return own.utilisation or default.assume("use of owned chips", "100 %",
    "assumption: no idle hours")
end

local function usual_delivery()
  return default.assume("delivery of owned chips", "4 to 12 month",
    "assumption: 4 to 10 months for B200 (gpuleaseindex.com), 6 to 12 for others")
end

local not_counted = {
  { "cost_of_capital", "cost of capital", "as the reference method; 8 to 12 %/year is usual" },
  { "maintenance", "maintenance", "as the reference method; site.operation has typical ones" },
  { "spares", "spare chips", "as the reference method" },
}

-- What owned chips are taken to cost nothing for.
local function left_out(own)
  local list = {}
  for _, entry in ipairs(not_counted) do
    if own[entry[1]] == nil then
      list[#list + 1] = { name = entry[2], value = "none counted", why = entry[3] }
    end
  end
  return list
end

-- What the run bears of owned hardware, by name.
local function own_cost(own, run)
  local share = interconnect_of(own)
  local hours = run.total_chip_hours / utilisation_of(own)
  local loss = hours * run.policy.depreciation.loss(run)
  local all = 1 + (own.spares or 0) -- spares lose value and bear interest as the others do
  local parts = { ["servers with chips"] = loss * all, network = loss * share / (1 - share) }
  local worth = run.server_price * (all + share / (1 - share)) * hours
  if own.cost_of_capital then parts["cost of capital"] = worth * own.cost_of_capital end
  if own.maintenance then parts.maintenance = worth * own.maintenance end
  return parts
end

--- Owned chips: the run bears the value that they lose over its chip-hours (by the depreciation
--- policy), interest on the price, maintenance, and the hours in which they stand idle.
---
---   hours       = total chip-hours / utilisation
---   servers     = hours * loss per hour * (1 + spares)
---   network     = hours * loss per hour * s / (1 - s)                s: the network's share
---   capital     = hours * price * (1 + spares + s / (1 - s)) * rate
---   maintenance = hours * price * (1 + spares + s / (1 - s)) * rate
---   up front    = model.acquisition
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, section 2.2; interest, maintenance and idle time
--- are ours, and none unless given: the report lists what is not counted.
---
---@class outlay.policy.own
---@field server_price? quantity USD/GPU, a server's part for one chip; the market's unless given
---@field age? quantity from buying to the run; none unless given
---@field interconnect? quantity|number the network's share of all hardware; 0.19 unless given
---@field utilisation? quantity|number share of hours in use; 1 unless given
---@field cost_of_capital? quantity 1/year, of the price; none unless given
---@field maintenance? quantity 1/year, of the price; none; `site.operation.maintenance` is typical
---@field spares? quantity|number further chips for each chip, up to 1; none unless given
---@field delivery? string|quantity a date, or a time from the start; 4 to 12 months unless given
---@param given? outlay.policy.own
---@return table policy
function M.own(given)
  local own = expect("policy.own", given or {}, optional(own_arguments), own_arguments, own_kinds)
  return interface.make{
    kind = "procurement", name = "own", about = "owned chips",
    cost = function(run) return own_cost(own, run) end,
    up_front = function(run)
      return model.acquisition{ count = run.count, server_price = run.server_price,
        interconnect = interconnect_of(own), spares = own.spares or 0 }.total
    end,
    site_share = function() return 1 end,
    utilisation = function() return utilisation_of(own) end,
    assumes = function() return left_out(own) end,
    lead_time = when_of("policy.own", "delivery", own.delivery) or usual_delivery,
    server_price = own.server_price and function() return own.server_price end or nil,
    age = own.age and function() return own.age end or nil,
  }
end

-- ---- rented ----

local function price_of(given, look_up)
  return function(run) return given.price or look_up(run) end
end

-- What all rented chips have in common: electricity and the building are in the price.
local function rented(word, name, part, given, price_then, more)
  local functions = {
    kind = "procurement", name = name, about = part,
    cost = function(run) return { [part] = run.total_chip_hours * price_then(run) } end,
    site_share = function() return 0 end,
    lead_time = when_of("policy." .. word, "delivery", given.delivery),
  }
  for key, content in pairs(more or {}) do functions[key] = content end
  local further = functions.assumes
  function functions.assumes(run)
    local list = further and further(run) or {}
    if not given.delivery then
      list[#list + 1] = { name = ("delivery of %s"):format(part), value = "at once",
        why = ("as many as wanted; policy.%s{ delivery = ... } says when"):format(word) }
    end
    return list
  end
  return interface.make(functions)
end

local rent_units = { price = "USD/GPU/hour" }

--- Chips rented by the hour, electricity and building included.
---
---@class outlay.policy.rent
---@field price? quantity USD/GPU/hour; the market's on-demand price unless given
---@field delivery? string|quantity a date or a time until all chips are there; none unless given
---@param given? outlay.policy.rent
---@return table policy
function M.rent(given)
  given = expect("policy.rent", given or {}, optional(rent_units), rent_units,
    { price = "positive" })
  return rented("rent", "rent", "rented chips", given,
    price_of(given, market.on_demand))
end

local terms = { ["1 year"] = "1 year", ["3 years"] = "3 year" }

-- A term as a name of `terms`: "1 year", "3 year", q"1 year"; nil if it is none of them.
local function term_of(term)
  if graph.is_node(term) and graph.describe(term).dimension == graph.describe(u.year).dimension then
    local years = value(median(term), "year")
    term = math.abs(years - 1) < 0.01 and "1 year" or math.abs(years - 3) < 0.01 and "3 years"
  elseif type(term) == "string" then
    term = term:gsub("years?$", function() return term:find("^1 ") and "year" or "years" end)
  end
  return terms[term] and term or nil
end

-- What is odd about a price of one's own for a commitment.
local function dearer_than_on_demand(run, price_then)
  local ok, list = pcall(market.on_demand, run)
  if not ok or middle.of(price_then / list, "1") <= 1 then return {} end
  return { { name = "price of the commitment", value = price_then,
    why = "given; check it: the catalog's on-demand price is lower" } }
end

--- Chips rented under a commitment. The run pays its own chip-hours, others use the rest of the
--- term; with whole_term it pays all chips for the whole term.
---
---@class outlay.policy.reserved
---@field term? string|quantity "1 year" or "3 years" (unless given), or q"1 year"
---@field price? quantity USD/GPU/hour; the market's for the term unless given
---@field whole_term? boolean
---@field prepaid? quantity|number share of the whole term's price paid up front; none unless given
---@field delivery? string|quantity a date or a time until all chips are there; none unless given
---@param given? outlay.policy.reserved
---@return table policy
function M.reserved(given)
  given = expect("policy.reserved", given or {}, { term = "3 years", price = "optional",
    whole_term = false, prepaid = "optional", delivery = "optional" },
    { price = "USD/GPU/hour", prepaid = "1" }, { price = "positive", prepaid = "share" })
  local term = term_of(given.term)
  if not term then
    errors.raise(("policy.reserved: there is no term '%s'"):format(tostring(given.term)),
      'write term = "1 year" or term = "3 years"')
  end
  given.term = term
  local length = terms[term]
  local price_then = price_of(given, function(run) return market.reserved(run, given.term) end)
  local function whole(run) return run.count * q(length) * price_then(run) end
  local name = ("reserved, %s"):format(given.term)
  return rented("reserved", name, "reserved chips", given, price_then, {
    cost = function(run)
      local bill = run.total_chip_hours * price_then(run)
      return { ["reserved chips"] = given.whole_term and max(bill, whole(run)) or bill }
    end,
    up_front = given.prepaid and function(run) return whole(run) * given.prepaid end or nil,
    assumes = function(run)
      local list = given.price and dearer_than_on_demand(run, given.price) or {}
      if not given.whole_term then
        list[#list + 1] = { name = "commitment of " .. given.term, value = "chip-hours of the run",
          why = "assumption: others use the rest of the term" }
      end
      return list
    end,
  })
end

local SERVER = 8 -- chips that are taken away together

--- Spot chips: cheaper, and taken away now and then. A server of eight chips is lost at a time, and
--- the run goes back to its last checkpoint.
---
---@class outlay.policy.spot
---@field price? quantity USD/GPU/hour; the market's spot price unless given
---@field interruption? quantity 1/month, of one server; AWS's band for p5 unless given
---@field delivery? string|quantity a date or a time until all chips are there; none unless given
---@param given? outlay.policy.spot
---@return table policy
function M.spot(given)
  given = expect("policy.spot", given or {},
    { price = "optional", interruption = "optional", delivery = "optional" },
    { price = "USD/GPU/hour", interruption = "1/month" },
    { price = "positive", interruption = "positive" })
  return rented("spot", "spot", "spot chips", given, price_of(given, market.spot), {
    preemption = function(run)
      local rate = given.interruption or default.fact("interruptions of a spot server",
        price.spot.interruption.aws_p5, "the catalog's band of AWS p5")
      return run.count / (SERVER * u.GPU) * rate
    end,
  })
end

-- ---- mixed ----

local function checked_shares(list)
  local total = 0
  for i, entry in ipairs(list) do
    local chosen, share = entry[1], entry.share
    if not interface.is(chosen) or chosen.kind ~= "procurement" or type(share) ~= "number"
      or share < 0 then
      errors.raise(("policy.mixed: entry %d is no policy with a share"):format(i),
        "write policy.mixed{ { policy.own{}, share = 0.7 }, { policy.rent{}, share = 0.3 } }")
    end
    total = total + share
  end
  if #list == 0 or math.abs(total - 1) > 1e-9 then
    errors.raise(("policy.mixed: the shares add up to %.6g, not to 1"):format(total))
  end
end

-- The run as an entry sees it: with its own price and age of chips, and all chip-hours.
local function run_of(entry, run)
  if not entry[1].has("server_price") and not entry[1].has("age") then return run end
  return run:with{ policy = entry[1], chip_hours = run.chip_hours }
end

-- The sum over the entries of share * function(run).
local function weighted(list, name)
  return function(run)
    local total
    for _, entry in ipairs(list) do
      if entry[1].has(name) then
        local term = entry.share * entry[1][name](run_of(entry, run))
        total = total and total + term or term
      end
    end
    return total
  end
end

local function some_has(list, name)
  for _, entry in ipairs(list) do
    if entry[1].has(name) then return true end
  end
end

--- Some chips by one policy, some by another: policy.mixed{ { policy.own{}, share = 0.7 }, {
--- policy.spot{}, share = 0.3 } }. Shares are of chips and of chip-hours; the slowest delivery
--- counts.
---@param list table[] { policy, share = number }
---@return table policy
function M.mixed(list)
  checked_shares(list)
  local names, functions = {}, { kind = "procurement", about = "some of each" }
  for i, entry in ipairs(list) do
    names[i] = ("%.4g %% %s"):format(100 * entry.share, entry[1].name)
  end
  functions.name = table.concat(names, ", ")
  function functions.cost(run)
    local parts = {}
    for _, entry in ipairs(list) do
      for _, part in ipairs(entry[1].cost(run_of(entry, run))) do
        local name = part.name or entry[1].name
        local amount = part.node * entry.share
        parts[name] = parts[name] and parts[name] + amount or amount
      end
    end
    return parts
  end
  for _, name in ipairs { "site_share", "up_front", "preemption" } do
    if some_has(list, name) then functions[name] = weighted(list, name) end
  end
  if some_has(list, "utilisation") then
    -- The sites of all entries, each paid for its idle hours too.
    function functions.utilisation(run)
      local hours, paid = 0, 0
      for _, entry in ipairs(list) do
        if entry[1].has("utilisation") then
          local here = entry.share * (entry[1].has("site_share") and entry[1].site_share(run) or 1)
          hours, paid = hours + here, paid + here / entry[1].utilisation(run)
        end
      end
      return hours / paid
    end
  end
  function functions.assumes(run)
    local all = {}
    for _, entry in ipairs(list) do
      if entry[1].has("assumes") then
        for _, assumed in ipairs(entry[1].assumes(run)) do all[#all + 1] = assumed end
      end
    end
    return all
  end
  function functions.lead_time(run)
    local slowest = q"0 day"
    for _, entry in ipairs(list) do
      if entry.share > 0 and entry[1].has("lead_time") then
        slowest = max(slowest, entry[1].lead_time(run))
      end
    end
    return slowest
  end
  return interface.make(functions)
end

return M
