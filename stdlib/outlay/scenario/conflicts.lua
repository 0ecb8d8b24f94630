--- What a scenario asks for that cannot be: which two contradict, or which limit binds and by how
--- much. A contradictory scenario has no cost.
local errors = require "core.error"
local middle = require "outlay.model.middle"

local M = {}

local function of(kind, chosen) return ("%s '%s'"):format(kind, chosen.name) end

local function days(number)
  if number >= 60 then return ("%.1f months"):format(number / 30.4375) end
  if number >= 2 then return ("%.0f days"):format(number) end
  if number == 0 then return "nothing" end
  if number < 2 / 24 then return ("%.2g minutes"):format(number * 24 * 60) end
  return ("%.2g hours"):format(number * 24)
end

local function power(watts)
  if watts >= 1e6 then return ("%.3g MW"):format(watts / 1e6) end
  return ("%.3g kW"):format(watts / 1e3)
end

-- ---- two policies of a kind ----

local function doubled(run, list)
  for kind, chosen in pairs(run.chosen) do
    for i = 2, #chosen do
      list[#list + 1] = {
        between = { of(kind, chosen[1]), of(kind, chosen[i]) },
        says = ("%s and %s contradict: both say %s"):format(of(kind, chosen[1]),
          of(kind, chosen[i]), require("outlay.policy.interface").kinds[kind].about),
        advice = kind == "procurement" and "leave one out, or say how much of each by policy.mixed"
          or "leave one out",
      }
    end
  end
end

-- ---- nothing saved ----

local MOST_FAILURES = 5 -- a run that starts anew each time takes exp(5) / 5 = 30 times as long

-- The contradiction of a run that saves nothing; nil if it could end.
local function unsaved(run)
  if run.policy.checkpointing.reliability(run) ~= false then return nil end
  local ideal, between = middle.of(run.ideal_time, "day"), middle.of(run.between_failures, "day")
  if ideal / between <= MOST_FAILURES then return nil end
  local procurement = run.policy.procurement
  local is_preempted = procurement.has("preemption")
  local other = is_preempted and of("procurement", procurement)
    or ("the failures of %.0f chips"):format(middle.of(run.count, "GPU"))
  return {
    between = { of("checkpointing", run.policy.checkpointing), other },
    says = ("%s and %s contradict: an interruption comes every %s, the run takes %s, and "
      .. "without checkpoints each sets it back to its start"):format(
      of("checkpointing", run.policy.checkpointing), other, days(between), days(ideal)),
    advice = is_preempted and "use policy.checkpoints{}, or chips that are not taken away"
      or "use policy.checkpoints{}",
  }
end

-- ---- failures ----

local LEAST_GOODPUT = 0.4 -- below it the few samples with the most failures decide the mean

-- A run that failures stop most of the time: its cost would hang on the tail of a default.
local function check_goodput(run, list)
  if run.gives("goodput") or run.gives("wall_time") or run.gives("chip_hours") then return end
  local goodput = middle.of(run.goodput, "1")
  if goodput >= LEAST_GOODPUT then return end
  local count = middle.of(run.count, "GPU")
  list[#list + 1] = {
    between = { of("checkpointing", run.policy.checkpointing), "the failures" },
    says = ("goodput collapses to %.2g %%: %.0f chips are interrupted every %s, and the time to "
      .. "restart and to save is of that size"):format(100 * goodput, count,
      days(middle.of(run.between_failures, "day"))),
    advice = "say how fast such a cluster recovers, policy.checkpoints{ restart = q\"20 s to "
      .. "2 min\", checkpoint = q\"5 s\" }, how often it fails (failure_rate), or take fewer chips "
      .. "(cluster = { count = ... })",
  }
end

-- ---- power ----

-- Where the cluster draws more than there is.
local function over_power(run, list, chosen, kind, limit, what)
  -- What is rented draws from its owner's site.
  local cap, drawn = middle.of(limit, "W"), middle.of(run.peak_power * run.site_share, "W")
  if drawn <= cap then return end
  local count = middle.of(run.count, "GPU")
  list[#list + 1] = {
    between = { of(kind, chosen), "the cluster" },
    says = ("%s of %s binds: the cluster draws %s at the meter, %s more"):format(what, power(cap),
      power(drawn), power(drawn - cap)),
    advice = ("%.0f of %.0f chips would do"):format(math.floor(count * cap / drawn), count),
  }
end

local function check_power(run, list)
  local schedule, energy = run.policy.schedule, run.policy.energy
  if schedule.has("power_cap") and not run.is_rented then
    over_power(run, list, schedule, "schedule", schedule.power_cap(run), "the power cap")
  end
  if energy.has("capacity") and not run.is_rented then
    over_power(run, list, energy, "energy", energy.capacity(run), "the plant's capacity")
  end
end

-- ---- deadline ----

local function check_deadline(run, list)
  local schedule = run.policy.schedule
  if not schedule.has("deadline") then return end
  local deadline = schedule.deadline(run)
  local limit, lead = middle.of(deadline, "day"), middle.of(run.lead_time, "day")
  local who = run.policy.building.has("lead_time") and not run.is_rented
    and of("building", run.policy.building) or of("procurement", run.policy.procurement)
  if limit < 0 then
    list[#list + 1] = {
      between = { of("schedule", schedule), "the start" },
      says = ("the deadline lies %s before the start, %s"):format(days(-limit), run.start),
      advice = "move the deadline, or the scenario's start",
    }
    return
  end
  if lead > limit then
    list[#list + 1] = {
      between = { of("schedule", schedule), who },
      says = ("%s and %s contradict: the deadline is %s after the start, and the chips are there "
        .. "%s after it, %s too late before the run of %s begins"):format(of("schedule", schedule),
        who, days(limit), days(lead), days(lead - limit), days(middle.of(run.total_time, "day"))),
      advice = "rent, order earlier, or move the deadline",
    }
    return
  end
  local needed = schedule.has("confidence") and middle.of(schedule.confidence(run), "1") or 0.5
  local chance = middle.chance(le(run.finish, deadline))
  if chance >= needed then return end
  local waiting = lead > 0 and ("of which %s is waiting for the chips; "):format(days(lead)) or ""
  local tried = middle.of(run.experiments, "1")
  if tried > 1 then
    waiting = waiting .. ("experiments make it %.2g times as long; "):format(tried)
  end
  list[#list + 1] = {
    between = { of("schedule", schedule), "the run" },
    says = ("the deadline binds: it is %s after the start, and the run ends %s after it, %s"
      .. "it holds in %.0f %% of samples, and %.0f %% are asked for"):format(days(limit),
      days(middle.of(run.finish, "day")), waiting, 100 * chance, 100 * needed),
    advice = "more chips, chips that are there sooner, or a later deadline",
  }
end

-- ---- a building for nothing ----

-- A building that was inherited is not needed; one that was chosen with rented chips contradicts.
local function check_building(run, list)
  local building = run.chosen_here.building and run.chosen_here.building[1]
  if not building or not run.chosen_here.procurement or not run.is_rented then return end
  if building.name == "existing hall" or building.name == "none" then return end
  local procurement = run.policy.procurement
  list[#list + 1] = {
    between = { of("building", building), of("procurement", procurement) },
    says = ("%s and %s contradict: rented chips stand in their owner's hall"):format(
      of("building", building), of("procurement", procurement)),
    advice = "leave the building out, or own some of the chips",
  }
end

-- ---- all of them ----

--- The contradictions of a scenario, none if it can be.
---@param run table
---@return table[] list { between = { a, b }, says =, advice = }
function M.of(run)
  local list = {}
  doubled(run, list)
  local never_ends = unsaved(run)
  list[#list + 1] = never_ends
  check_power(run, list)
  check_building(run, list)
  if not never_ends then
    check_goodput(run, list)
    check_deadline(run, list)
  end
  for kind in pairs(require("outlay.policy.interface").kinds) do
    local chosen = run.policy[kind]
    if chosen.has("conflicts") then
      for _, found in ipairs(chosen.conflicts(run)) do
        list[#list + 1] = {
          between = { of(kind, chosen), tostring(found.with or "the scenario") },
          says = tostring(found.says or "it cannot be"), advice = found.advice,
        }
      end
    end
  end
  return list
end

local function raise(run, found)
  errors.raise(("scenario '%s' cannot be: %s"):format(run.name, found.says), found.advice, "domain")
end

--- Raises the first contradiction of a scenario.
---@param run table
function M.check(run)
  if run.conflicts[1] then raise(run, run.conflicts[1]) end
end

--- Raises where a run that saves nothing would not end.
---@param run table
function M.raise_unsaved(run)
  local found = unsaved(run)
  if found then raise(run, found) end
end

return M
