-- Who can afford it: which firms could buy the cluster for a run, and which could rent the run, in
-- which year, and how concentrated are those who can?
--
-- One learns: the same scenario at prices of several years, budgets from the catalog `firms`,
-- `model.affordable` with its measures of concentration. What part of its budget a firm would give
-- one run is nobody's statistic: it is an assumption here, and the first thing to vary.
--
--   outlay run examples/who_can_afford.lua
--   outlay run examples/who_can_afford.lua --set of_capex="5 % to 20 %"

of_capex   = q"10 % to 40 %" :source "assumption: of a year's capital expenditure, for one cluster"
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
    -- Where nobody can there is nothing to be concentrated.
    local some = prob(owners.anybody)
    rows[#rows + 1] = {
      size.name, year, cell(bought(run), "MUSD", "%.0f"), cell(owners.number, "1", "%.1f"),
      cell(mean(owners.hhi) / some, "1", "%.2f"), cell(mean(owners.largest) / some, "1", "%.2f"),
      cell(run.cost, "MUSD", "%.0f"), cell(renters.number, "1", "%.1f"),
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
  for year = first, last do who[i][#who[i] + 1] = chance[name][year] or "" end
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
