-- Who can afford it: which firms could buy the cluster for a run, and which could rent the run, in
-- which year, and how concentrated are those who can?
--
-- One learns: the same scenario at prices of several years, budgets from the catalog `firms`,
-- `model.affordable` with its measures of concentration. What part of its budget a firm would give
-- one run is nobody's statistic: it is an assumption here, and the first thing to vary. A firm
-- whose budget of a year the catalog does not have is not asked, and shows as unknown.
--
--   outlay run examples/who_can_afford.lua
--   outlay run examples/who_can_afford.lua --set of_capex="5 % to 20 %"

of_capex   = q"10 % to 40 %" :source "assumption: of a year's capital expenditure, for one cluster"
of_funds   = q"20 % to 60 %" :source "assumption: of what a lab raised in a year, for one run"
of_revenue = q"1 % to 10 %"  :source "assumption: of a year's revenue, for renting one run"

-- What a large operator bought in the year, and how fast clusters of hundreds of thousands of chips
-- must recover to get anywhere.
local chip_of = { [2023] = hw.h100_sxm, [2024] = hw.h100_sxm, [2025] = hw.b200_sxm }
local recovery = policy.checkpoints{
  restart = q"20 s to 2 min" :named "restart" :source "assumption: spares that are warm",
}
local first, last = 2023, 2025

-- Runs of three sizes, each on as many chips as take 90 days, at the year's prices.
local sizes = {
  { name = "1e25 FLOP", work = q"1e25 FLOP" },
  { name = "1e26 FLOP", work = q"1e26 FLOP" },
  { name = "1e27 FLOP", work = q"1e27 FLOP" },
}

local function run_of(size, year)
  return scenario(size.name){
    work = size.work, start = ("%d"):format(year), cluster = { gpu = chip_of[year] },
    policy = { policy.rent{}, recovery },
  }
end

local function bought(run) return run:with{ policy = policy.own{} }.up_front end

local function who_can_buy(size, year)
  return model.affordable{ cost = bought(run_of(size, year)), share = of_capex,
    budgets = model.budgets{ year = year, of = "capex" } }
end

local function who_can_rent(size, year)
  return model.affordable{ cost = run_of(size, year).cost, share = of_revenue,
    budgets = model.budgets{ year = year, of = "revenue" } }
end

-- A mean as a cell with so many digits.
local function cell(x, unit, format)
  local number = value(mean(x), unit)
  return { text = format:format(number), value = number }
end

-- ---- how many, and how concentrated ----

local rows = {}
for _, size in ipairs(sizes) do
  for year = first, last do
    local run = run_of(size, year)
    local owners, renters = who_can_buy(size, year), who_can_rent(size, year)
    local asked = #owners.actors
    -- Where nobody can there is nothing to be concentrated.
    local some = prob(owners.anybody)
    rows[#rows + 1] = {
      size.name, year, cell(bought(run), "MUSD", "%.0f"),
      cell(owners.number, "1", "%.1f of " .. asked),
      cell(mean(owners.hhi) / some, "1", "%.2f"), cell(mean(owners.largest) / some, "1", "%.2f"),
      cell(run.cost, "MUSD", "%.0f"),
      cell(renters.number, "1", "%.1f of " .. #renters.actors),
    }
  end
end
tabulate{
  title = "Firms that could, on the average over samples", rows = rows,
  columns = { "run", "year", { name = "to buy", unit = "MUSD" }, "firms who can buy", "HHI",
    "share of the largest", { name = "to rent", unit = "MUSD" }, "firms who can rent" },
}

-- ---- who ----

local largest, names, chance = sizes[#sizes], {}, {}
for year = first, last do
  for _, actor in ipairs(who_can_buy(largest, year).actors) do
    if not chance[actor.name] then
      chance[actor.name] = {}
      names[#names + 1] = actor.name
    end
    chance[actor.name][year] = cell(100 * prob(actor.can), "1", "%.0f %%")
  end
end
local who = {}
for i, name in ipairs(names) do
  who[i] = { name }
  for year = first, last do who[i][#who[i] + 1] = chance[name][year] or "unknown" end
end
local columns = { "firm" }
for year = first, last do
  columns[#columns + 1] = { name = ("%d"):format(year), align = "right" }
end
table.sort(who, function(a, b)
  local function sure(row) return type(row[4]) == "table" and row[4].value or -1 end
  return sure(a) > sure(b) or (sure(a) == sure(b) and a[1] < b[1])
end)
tabulate{ title = "In how many samples they could buy the cluster for " .. largest.name,
  columns = columns, rows = who }

-- ---- labs ----

-- Labs buy little: what they raised in a year pays the rent. The catalog has rounds, not balances.
local labs, lab_rows = { firms.openai, firms.anthropic, firms.xai }, {}
for _, lab in ipairs(labs) do
  for _, size in ipairs(sizes) do
    local row = { lab.name, size.name }
    for year = first, last do
      local raised = model.budgets{ year = year, of = "funds_raised", firms = { lab } }
      row[#row + 1] = #raised == 0 and "unknown" or cell(100 * prob(model.affordable{
        cost = run_of(size, year).cost, share = of_funds, budgets = raised }.actors[1].can), "1",
        "%.0f %%")
    end
    lab_rows[#lab_rows + 1] = row
  end
end
table.insert(columns, 2, "run")
columns[1] = "lab"
tabulate{ title = "In how many samples labs could rent the run from what they raised in the year",
  columns = columns, rows = lab_rows }
