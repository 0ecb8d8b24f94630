--- What the people cost who make a model.
local errors = require "core.error"
local default = require "outlay.model.default"
local expect = require "outlay.language.expect"
local field = require "outlay.model.field"
local quantity = require "outlay.language.quantity"

local M = {}

local method = "Cottier et al. 2024, arXiv 2405.21015, development cost"

local known = {
  name = "optional", role = "optional", people = "required", salary = "optional",
  equity = "optional", overhead = "optional", share = 1, individual = false,
}
local units = { people = "person", salary = "USD/person/year", equity = "USD/person/year",
  overhead = "1", share = "1" }
local kinds = { people = "above_zero", salary = "positive", equity = "positive",
  overhead = "ratio", share = "share" }

-- What an employer pays on top of wages: benefits, payroll taxes.
local function default_overhead()
  return default.assume("overhead on salaries", "1.25 to 1.4", method
    .. ", after the US Small Business Administration")
end

local function complete(who, group)
  local member = expect(who, group, known, units, kinds)
  if member.role then
    member.salary = member.salary or field(member.role, "salary")
    member.equity = member.equity or field(member.role, "equity")
  end
  if not member.salary then
    errors.raise(who .. " needs 'salary' or 'role'",
      "write role = staff.role.research_scientist, or salary = \"200k USD/person/year\"")
  end
  member.equity = member.equity or q"0 USD/person/year"
  member.overhead = member.overhead or default_overhead()
  return member
end

-- Of people who are each a draw of their own: a lognormal with the mean and the standard deviation
-- that the sum of so many has (Fenton, IRE Transactions on Communications Systems 8, 1960).
local function sum_of_draws(member, each)
  local heads = quantity.of(member.people) / q"1 person"
  local by_chance = normal{ mean = 0, sd = 1 }:named "who the people are"
  local one = quantity.of(each) * q"1 person"
  local spread = log(1 + (sd(one) / mean(one)) ^ 2 / heads)
  return heads * mean(one) * exp(sqrt(spread) * by_chance - spread / 2)
end

-- A group's costs in a year: all of it, and a function that gives a part of it.
local function yearly(member)
  local all = member.share * (member.salary * member.overhead + member.equity)
  if not member.individual then
    return member.people * all, function(part) return member.people * member.share * part end
  end
  local together = sum_of_draws(member, all)
  return together, function(part) return together * (mean(member.share * part) / mean(all)) end
end

-- The time at full strength that a team has which grows evenly over `ramp`.
local function time_at_strength(time, ramp)
  if not ramp then return time end
  local growing = min(ramp, time)
  return time - growing + growing * growing / (2 * ramp)
end

--- Staff: for each group of people, full-time equivalents times salary with overhead and equity,
--- over the time of the project.
---
---   salaries = people * share * salary * time
---   overhead = salaries * (overhead - 1)
---   equity   = people * share * equity * time
---
--- A group is of a role of the catalog or has a salary. Its uncertainty is of the level that all
--- its people share, unless `individual = true`: then salary, equity, overhead and share say how
--- people differ, and the sum over them is far less uncertain than one person.
--- `ramp` is the time in which the team grows evenly from nobody to full strength.
---
---     model.staff{ time = q"18 month", ramp = q"6 month", team = {
---       { role = staff.role.frontier_research_engineer, people = q"40 person" },
---       { name = "operations", salary = "150k USD/person/year", people = q"12 person" } } }
---
--- Method: Cottier et al. 2024, arXiv 2405.21015, development cost.
---
---@class outlay.model.staff_group
---@field people quantity person
---@field role? table a record of `staff.role`
---@field salary? quantity USD/person/year
---@field equity? quantity USD/person/year; the role's, or none
---@field overhead? quantity|number total over salary; 1.25 to 1.4
---@field share? quantity|number of their time that they give the project; 1
---@field individual? boolean each person is a draw of their own; false
---@field name? string
---@class outlay.model.staff
---@field team outlay.model.staff_group[]
---@field time quantity year
---@field ramp? quantity year
---@class outlay.model.staff_cost
---@field salaries quantity USD
---@field overhead quantity USD
---@field equity quantity USD
---@field total quantity USD
---@field person_years quantity person year, full-time equivalents
---@field groups quantity[] USD, in their order
---@param given outlay.model.staff
---@return outlay.model.staff_cost cost
function M.staff(given)
  local project = expect("model.staff", given,
    { team = "required", time = "required", ramp = "optional" },
    { time = "year", ramp = "year" }, { time = "positive", ramp = "above_zero" })
  if type(project.team) ~= "table" or #project.team == 0 then
    errors.raise("model.staff: team is no list of groups",
      "write team = { { role = staff.role.research_scientist, people = q\"8 person\" }, ... }")
  end
  local time = time_at_strength(project.time, project.ramp)
  local salaries, overheads, equities, years, groups = {}, {}, {}, {}, {}
  for i, group in ipairs(project.team) do
    local member = complete(("model.staff, group %d"):format(i), group)
    local all, part = yearly(member)
    salaries[i], equities[i] = part(member.salary) * time, part(member.equity) * time
    overheads[i] = part(member.salary * (member.overhead - 1)) * time
    local share = quantity.of(member.share)
    years[i] = member.people * (member.individual and mean(share) or share) * time
    groups[i] = (all * time):named(member.name or ("group %d"):format(i))
  end
  local cost = { groups = groups }
  cost.salaries = sum(salaries):named("salaries")
  cost.overhead = sum(overheads):named("overhead on salaries")
  cost.equity = sum(equities):named("equity")
  cost.total = sum(groups):named("staff")
  cost.person_years = sum(years):named("person years")
  return cost
end

return M
