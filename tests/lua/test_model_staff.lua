-- Staff and experiments, against closed forms.
local near = check_near

local team = { { people = q"10 person", salary = q"200k USD/person/year",
  equity = q"100k USD/person/year", overhead = 1.3, share = 0.5 } }
local year = model.staff{ team = team, time = q"1 year" }
near("salaries", year.salaries, q"1 MUSD", 1e-12)
near("overhead is on salaries alone", year.overhead, q"0.3 MUSD", 1e-12)
near("equity", year.equity, q"0.5 MUSD", 1e-12)
near("all of it", year.total, q"1.8 MUSD", 1e-12)
near("person years are full-time equivalents", year.person_years, q"5 person-year", 1e-12)
near("a team that grows over the whole time costs half",
  model.staff{ team = team, time = q"1 year", ramp = q"1 year" }.total, q"0.9 MUSD", 1e-12)
near("one that grows for longer never gets to its strength",
  model.staff{ team = team, time = q"1 year", ramp = q"2 year" }.total, q"0.45 MUSD", 1e-12)
near("a short ramp costs half of itself",
  model.staff{ team = team, time = q"1 year", ramp = q"0.2 year" }.total, q"1.62 MUSD", 1e-12)
near("a role has its salary and equity", model.staff{ time = q"1 year",
  team = { { people = q"1 person", role = staff.role.research_scientist, overhead = 1 } } }.total,
  q"140910 USD", 1e-12)

-- The sum of n draws: mean n m, sd sqrt(n) s, of a lognormal with 5 % and 95 % at 100k and 400k.
local pay = q"100k to 400k USD/person/year"
local sigma = math.log(4) / (2 * 1.6448536269514722)
local average = 200e3 * math.exp(sigma ^ 2 / 2)
local spread = average * math.sqrt(math.exp(sigma ^ 2) - 1)
local crowd = model.staff{ time = q"1 year",
  team = { { people = q"100 person", salary = pay, overhead = 1, individual = true } } }
near("people who differ: the mean is n times one's", mean(crowd.total), 100 * average * u.USD, 2e-3)
near("people who differ: the sd is sqrt(n) times one's", sd(crowd.total), 10 * spread * u.USD, 1e-2)
near("a level that all share: the sd is n times one's", sd(model.staff{ time = q"1 year",
  team = { { people = q"100 person", salary = pay, overhead = 1 } } }.total), 100 * spread * u.USD,
  2e-2)
near("parts of people who differ sum to the whole",
  mean(crowd.salaries + crowd.overhead + crowd.equity), mean(crowd.total), 1e-9)

local run = model.experiments{ cost = q"10 MUSD", multiplier = 2.5, failed_runs = 2,
  failed_share = 0.25 }
near("experiments are what the multiplier adds", run.experiments, q"15 MUSD", 1e-12)
near("failed runs as far as they got", run.failed, q"5 MUSD", 1e-12)
near("the total", run.total, q"30 MUSD", 1e-12)
near("and its multiplier", run.multiplier, q"3", 1e-12)
near("the reference method's median", median(model.experiments{ cost = q"1 USD" }.total),
  math.sqrt(1.2 * 4) * u.USD, 1e-2)

local function refuses(name, f, given, words)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or tostring(problem)
  check(name .. ": " .. text, text:find(words, 1, true) ~= nil)
end
refuses("a group without pay", model.staff,
  { time = q"1 year", team = { { people = q"3 person" } } }, "group 1 needs 'salary' or 'role'")
refuses("a monthly salary is fine, a salary without time is not", model.staff, { time = q"1 year",
  team = { { people = q"3 person", salary = q"200k USD/person" } } }, "USD/person/year")
refuses("an overhead of 30 %", model.staff, { time = q"1 year", team = { { people = q"3 person",
  salary = q"1 USD/person/year", overhead = 0.3 } } }, "overhead is 0.3, and it is at least 1")
refuses("no team", model.staff, { time = q"1 year", team = {} }, "team is no list of groups")
refuses("a multiplier below 1", model.experiments, { cost = q"1 USD", multiplier = 0.5 },
  "at least 1")
