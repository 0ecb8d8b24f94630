--- Who works on it.
local default = require "outlay.model.default"
local errors = require "core.error"
local expect = require "outlay.language.expect"
local interface = require "outlay.policy.interface"
local strict = require "outlay.language.strict"

local M = {}

local method = "Cottier et al. 2024, arXiv 2405.21015, staff"

-- A template of the catalog by its name or the beginning of it: "frontier".
local function template(name)
  local names = {}
  for key, record in pairs(staff.team) do
    for field in pairs(record) do
      if field == "research_scientist" then names[#names + 1] = key end
    end
  end
  for _, key in ipairs(names) do
    if key == name or key:find(name, 1, true) == 1 then return key end
  end
  errors.raise(("policy.team: there is no team '%s'"):format(name), strict.suggestion(name, names))
end

-- The sum of a template's heads.
local function heads(key)
  local total
  for _, count in pairs(staff.team[key]) do
    if type(count) ~= "string" then total = total and total + count or count end
  end
  return total
end

--- A team: policy.team "frontier" of the catalog's templates (small, mid, frontier), or people of
--- one's own.
---
---   cost = people * (salary * overhead + equity) * duration            model.staff
---
--- Method and ranges: Cottier et al. 2024, arXiv 2405.21015, staff.
---
---@class outlay.policy.team
---@field template? string
---@field people? quantity person, full time
---@field duration? quantity 1 year unless given
---@field ramp? quantity time in which the team grows from nobody; none unless given
---@field salary? quantity USD/person/year; 140k to 265k unless given
---@field equity? quantity USD/person/year; 35k to 502k unless given
---@field overhead? quantity|number what an employer pays over wages; 1.25 to 1.4 unless given
---@param given outlay.policy.team|string
---@return table policy
function M.team(given)
  if type(given) == "string" then given = { template = given } end
  given = expect("policy.team", given, { template = "optional", people = "optional",
    duration = "optional", ramp = "optional", salary = "optional", equity = "optional",
    overhead = "optional" },
    { people = "person", duration = "year", ramp = "year", salary = "USD/person/year",
      equity = "USD/person/year", overhead = "1" },
    { people = "positive", duration = "positive", overhead = "ratio" })
  if not given.people and not given.template then
    errors.raise("policy.team needs people",
      'write policy.team "frontier", or people = q"60 person"')
  end
  local key = given.template and template(given.template)
  return interface.make{
    kind = "staffing", name = key and key:gsub("_", " ") or "team", about = "people, full time",
    cost = function()
      local people = given.people or heads(key)
      local salary = given.salary
        or default.assume("salary", "140k to 265k USD/person/year", method)
      local equity = given.equity
        or default.assume("equity", "35k to 502k USD/person/year", method)
      local overhead = given.overhead
        or default.assume("employer's overhead", "1.25 to 1.4", method)
      local duration = given.duration or default.assume("duration of the programme", "1 year",
        "assumption")
      return { staff = model.staff{ time = duration, ramp = given.ramp, team = {
        { people = people, salary = salary, equity = equity, overhead = overhead } } }.total }
    end,
  }
end

return M
