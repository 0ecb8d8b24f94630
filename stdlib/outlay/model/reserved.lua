--- Renting under a commitment, on spot capacity, and on a mix: paying for what is idle included.
local errors = require "core.error"
local expect = require "outlay.language.expect"
local outcome = require "outlay.finance.outcome"
local numbers = require "outlay.model.train_number"
local quantity = require "outlay.language.quantity"
local train_goodput = require "outlay.model.train_goodput"

local M = {}

--- A reservation: so many chips for a term, paid whether they are used or not; what is needed
--- beyond it is rented on demand.
---
---   commitment = count * term * price
---   up front   = commitment * prepaid
---   idle       = max(0, count * term - chip-hours) * price
---   overflow   = max(0, chip-hours - count * term) * on demand
---
---     model.reserved{ count = q"1024 GPU", term = q"1 year", price = "2.10 USD/GPU/h",
---                     chip_hours = q"5e6 GPU-hour" }
---
---@class outlay.model.reserved
---@field count quantity GPU
---@field term quantity year
---@field price quantity USD/GPU/hour, committed: see model.committed_price
---@field chip_hours quantity GPU-hour, what is used within the term
---@field prepaid? quantity|number the share paid at the start; 0
---@field on_demand? quantity USD/GPU/hour; of use beyond the reservation
---@class outlay.model.reserved_cost
---@field commitment quantity USD, owed whatever is used
---@field up_front quantity USD, of it paid at the start
---@field monthly quantity USD/month, the rest of it
---@field used quantity USD, of the commitment
---@field idle quantity USD, of the commitment
---@field overflow quantity USD, on demand
---@field total quantity USD
---@field price quantity USD/GPU/hour, for each chip-hour that is used
---@field utilisation quantity the share of the reservation that is used
---@param given outlay.model.reserved
---@return outlay.model.reserved_cost cost
function M.reserved(given)
  local rent = expect("model.reserved", given, {
    count = "required", term = "required", price = "required", chip_hours = "required",
    prepaid = 0, on_demand = "optional",
  }, { count = "GPU", term = "year", price = "USD/GPU/hour", chip_hours = "GPU-hour",
    prepaid = "1", on_demand = "USD/GPU/hour" },
    { count = "above_zero", term = "above_zero", price = "positive", chip_hours = "above_zero",
      prepaid = "share", on_demand = "positive" })
  local reserved = rent.count * rent.term
  local beyond = max(rent.chip_hours - reserved, q"0 GPU-hour"):named("use beyond the reservation")
  local cost = {}
  cost.commitment = (reserved * rent.price):named("commitment")
  cost.up_front = (cost.commitment * rent.prepaid):named("paid up front")
  cost.monthly = ((cost.commitment - cost.up_front) / rent.term):named("paid a month")
  cost.used = (min(rent.chip_hours, reserved) * rent.price):named("reserved and used")
  cost.idle = (cost.commitment - cost.used):named("reserved and idle")
  cost.overflow = outcome(le(rent.chip_hours, reserved), q"0 USD",
    rent.on_demand and beyond * rent.on_demand,
    "model.reserved: chip_hours are more than count * term",
    "give the price of what is beyond: on_demand = \"3 USD/GPU/h\""):named("on demand beyond it")
  cost.total = (cost.commitment + cost.overflow):named("reservation")
  cost.price = (cost.total / rent.chip_hours):named("price of a used chip-hour")
  cost.utilisation = (min(rent.chip_hours, reserved) / reserved):named("use of the reservation")
  return cost
end

--- Spot capacity: cheaper, and taken away now and then. Work since the last checkpoint is lost, a
--- restart takes its time, and all of that is paid for.
---
---   goodput    Daly's, at the best interval between checkpoints: see `train`, reliability
---   paid hours = chip-hours / goodput
---   cost       = paid hours * price
---   wall time  = chip-hours / goodput / count / available
---
--- `preemption_rate` is of the whole job: of n instances that are each taken away r times a month,
--- n * r. Capacity is there for the share `available` of the time.
---
---     model.spot{ chip_hours = q"1e6 GPU-hour", count = q"512 GPU", price = "1.10 USD/GPU/h",
---                 preemption_rate = "4 1/day" }
---
--- Method: Daly, Future Generation Computer Systems 22, 2006, equation 20.
---
---@class outlay.model.spot
---@field chip_hours quantity GPU-hour, of useful work
---@field count quantity GPU
---@field price quantity USD/GPU/hour
---@field preemption_rate quantity 1/day, of the whole job
---@field checkpoint? quantity s, how long training stands still for one; 5 to 30 s
---@field restart? quantity s: getting capacity again, loading, warming up; 5 to 20 min
---@field interval? quantity s between checkpoints; the best one unless given
---@field failure_rate? quantity 1/GPU/day, of the hardware; as Llama 3 saw
---@field available? quantity|number the share of the time that capacity can be had; 1
---@class outlay.model.spot_cost
---@field goodput quantity
---@field interval quantity s
---@field chip_hours quantity GPU-hour, paid
---@field cost quantity USD
---@field lost quantity USD, of it for what was no useful work
---@field price quantity USD/GPU/hour, for each useful chip-hour
---@field wall_time quantity day
---@param given outlay.model.spot
---@return outlay.model.spot_cost cost
function M.spot(given)
  local rent = expect("model.spot", given, {
    chip_hours = "required", count = "required", price = "required", preemption_rate = "required",
    checkpoint = "optional", restart = "optional", interval = "optional",
    failure_rate = "optional", available = 1,
  }, { chip_hours = "GPU-hour", count = "GPU", price = "USD/GPU/hour", preemption_rate = "1/day",
    checkpoint = "s", restart = "s", interval = "s", failure_rate = "1/GPU/day", available = "1" },
    { chip_hours = "above_zero", count = "above_zero", price = "positive",
      preemption_rate = "positive", checkpoint = "above_zero", restart = "positive",
      interval = "above_zero", failure_rate = "positive", available = "share" })
  local goodput, at = train_goodput(quantity.of(rent.count),
    numbers.middle("count", rent.count, "GPU"), {
      preemption_rate = rent.preemption_rate, checkpoint = rent.checkpoint,
      restart = rent.restart, interval = rent.interval, failure_rate = rent.failure_rate,
    })
  local cost = {}
  cost.goodput = goodput
  cost.interval = (at.interval * u.s):named("checkpoint interval")
  cost.chip_hours = (rent.chip_hours / goodput):named("chip-hours paid")
  cost.cost = (cost.chip_hours * rent.price):named("spot capacity")
  cost.lost = (cost.cost - rent.chip_hours * rent.price):named("paid for lost work")
  cost.price = (cost.cost / rent.chip_hours):named("price of a useful chip-hour")
  cost.wall_time = (cost.chip_hours / (rent.count * rent.available)):named("wall time")
  return cost
end

local function check_parts(parts)
  if type(parts) ~= "table" or #parts == 0 then
    errors.raise("model.mixed_fleet needs a list of parts",
      "write parts = { { share = 0.6, price = \"1.9 USD/GPU/h\" }, ... }")
  end
  local checked, whole = {}, 0
  for i, part in ipairs(parts) do
    checked[i] = expect(("model.mixed_fleet, part %d"):format(i), part,
      { name = "optional", share = "required", price = "required", goodput = 1 },
      { share = "1", price = "USD/GPU/hour", goodput = "1" },
      { share = "share", price = "positive", goodput = "share" })
    whole = whole + checked[i].share
  end
  local total = type(whole) == "number" and whole or value(median(whole))
  if math.abs(total - 1) > 1e-6 then
    errors.raise(("model.mixed_fleet: the shares sum to %.4g"):format(total),
      "the shares of all parts are 1 together", "domain")
  end
  return checked
end

--- Chip-hours from several sources: reserved, on demand, spot, owned. A part's goodput says how
--- much of what it is paid for is useful.
---
---   price = sum of share * price / goodput
---
---     model.mixed_fleet{ chip_hours = q"1e6 GPU-hour", parts = {
---       { name = "reserved", share = 0.7, price = "2.1 USD/GPU/h" },
---       { name = "spot", share = 0.3, price = "1.2 USD/GPU/h", goodput = 0.85 } } }
---
---@class outlay.model.mixed_fleet
---@field chip_hours quantity GPU-hour, of useful work
---@field parts table[] each { share =, price =, goodput = 1, name = }; shares are of useful work
---@class outlay.model.mixed_fleet_cost
---@field cost quantity USD
---@field price quantity USD/GPU/hour, for each useful chip-hour
---@field parts quantity[] USD, in their order
---@param given outlay.model.mixed_fleet
---@return outlay.model.mixed_fleet_cost cost
function M.mixed_fleet(given)
  local fleet = expect("model.mixed_fleet", given, { chip_hours = "required", parts = "required" },
    { chip_hours = "GPU-hour" }, { chip_hours = "above_zero" })
  local costs = {}
  for i, part in ipairs(check_parts(fleet.parts)) do
    costs[i] = (fleet.chip_hours * part.share * part.price / part.goodput)
      :named(part.name or ("part %d"):format(i))
  end
  local cost = { parts = costs }
  cost.cost = sum(costs):named("mixed fleet")
  cost.price = (cost.cost / fleet.chip_hours):named("price of a useful chip-hour")
  return cost
end

return M
