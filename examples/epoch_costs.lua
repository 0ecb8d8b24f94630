-- The reference method on a table of training runs, each term beside what was published.
--
-- One learns: inputs from the catalog by date, rows of a file, models in a loop, provenance down to
-- a record of the file, and tables for other programs (--format csv).
--
--   outlay run examples/epoch_costs.lua                             45 runs, priced by the catalog
--   outlay run examples/epoch_costs.lua --rows runs.csv --format csv
--   outlay run examples/epoch_costs.lua --rows runs.csv --terms true
--
-- Method and data: Cottier et al., "The rising costs of training frontier AI models", 2024,
-- arXiv 2405.21015. The computed figures come from a file's input columns alone; without a file
-- from what epoch_rows.lua says of a run (when, on what, how long) and from the catalog, and differ
-- as docs/design/epoch_rows.md explains.

local date = require "outlay.catalog.date"
local epoch_inputs = require "epoch_inputs"

local path  = option("rows", { help = "a CSV file of training runs" })
local terms = option("terms", { default = false, help = "compare each term, in nominal dollars" })

-- ---- rows ----

local texts = { "model", "date", "acquisition_date", "training_start", "base_model" }
local required = { "server_price_per_chip_at_acquisition", "server_cost_overhead", "chip_tdp_w",
  "chip_to_server_power", "tdp_fraction", "pue", "usd_per_kwh" }
local optional = { "chip_hours_reported", "chip_count", "training_hours", "training_flop",
  "peak_flops", "mfu_reported" }
local published = { "chip_hours_used", "value_per_chip_at_training_start", "chip_usd",
  "server_other_usd", "interconnect_usd", "energy_kwh", "energy_usd",
  "cost_amortized_energy_2023usd" }

-- A record of a file as a plain table: numbers where numbers belong, nil for empty cells.
local function read(record)
  local row = { where = data.where(record) }
  for _, column in ipairs(texts) do row[column] = record[column] ~= "" and record[column] or nil end
  for _, columns in ipairs{ required, optional } do
    for _, column in ipairs(columns) do row[column] = data.number(record, column) end
  end
  for _, column in ipairs(published) do
    if data.has(record, column) then row[column] = data.number(record, column) end
  end
  return row
end

-- A run of epoch_rows.lua: its dates and its work; the catalog has the rest.
local function from_catalog(run, where)
  return {
    where = where, model = run.model, date = run.date, training_start = run.training_start,
    base_model = run.base_model or nil, chip_hours_reported = run.chip_hours or nil,
    training_flop = run.training_flop or nil, cost_amortized_energy_2023usd = run.published,
    inputs = epoch_inputs(run),
  }
end

local function fail(row, ...) error(row.where .. ": " .. string.format(...), 0) end

local function check_complete(row)
  for _, column in ipairs{ "model", "date", "acquisition_date", "training_start" } do
    if not row[column] then fail(row, "column '%s' is empty", column) end
  end
  for _, column in ipairs(required) do
    if not row[column] then fail(row, "column '%s' is empty", column) end
  end
  for _, columns in ipairs{ required, optional } do
    for _, column in ipairs(columns) do
      if row[column] and row[column] <= 0 then
        fail(row, "column '%s' is %g, and must be positive", column, row[column])
      end
    end
  end
  local ok, problem = pcall(price.ppi_hosting.at, row.date)
  if not ok then fail(row, "column 'date': %s", problem.message) end
  return row
end

-- ---- one row ----

-- A column as a quantity that knows the record it is from.
local function cell(row, column, unit)
  if row[column] then
    return q(("%.17g %s"):format(row[column], unit)):named(column):source(row.where)
  end
end

-- What the run's hardware cost and draws: columns of a file, or facts of the catalog.
local function inputs_of(row)
  if row.inputs then return row.inputs end
  return {
    bought = row.acquisition_date,
    server_price = cell(row, "server_price_per_chip_at_acquisition", "USD/GPU"),
    overhead = cell(row, "server_cost_overhead", ""), peak = cell(row, "peak_flops", "FLOP/s/GPU"),
    tdp = cell(row, "chip_tdp_w", "W/GPU"), chip_to_server = cell(row, "chip_to_server_power", ""),
    load = cell(row, "tdp_fraction", ""), pue = cell(row, "pue", ""),
    electricity = cell(row, "usd_per_kwh", "USD/kWh"),
  }
end

local function chip_hours(row, peak)
  if not (row.chip_hours_reported or (row.chip_count and row.training_hours)
      or (row.training_flop and peak)) then
    fail(row, "no chip-hours: fill in chip_hours_reported, or chip_count and training_hours, "
      .. "or training_flop and peak_flops")
  end
  return model.chip_hours{
    reported = cell(row, "chip_hours_reported", "GPU-hour"),
    count = cell(row, "chip_count", "GPU"), time = cell(row, "training_hours", "hour"),
    work = cell(row, "training_flop", "FLOP"), peak = peak,
    mfu = cell(row, "mfu_reported", ""),
  }
end

-- Days between buying and starting. Hardware bought after the run began counts as new.
local function age(row, bought)
  local function day(column, text)
    local ok, number = pcall(date.day_number, text)
    if ok then return number end
    fail(row, "column '%s' has '%s', which is not a date; write 2023-03-15", column, text)
  end
  local days = day("training_start", row.training_start) - day("acquisition_date", bought)
  return math.max(0, days) * u.day
end

-- A run's own terms, in nominal dollars.
local function own_terms(row)
  local inputs = inputs_of(row)
  local hours = chip_hours(row, inputs.peak)
  local hardware = model.owned{
    chip_hours = hours, age = age(row, inputs.bought), server_price = inputs.server_price,
    overhead = inputs.overhead,
  }
  local power = model.energy{
    chip_hours = hours, tdp = inputs.tdp, chip_to_server = inputs.chip_to_server,
    load = inputs.load, pue = inputs.pue, price = inputs.electricity,
  }
  return {
    hours = hours, value = hardware.value, energy = power.energy,
    chip = hardware.chip, server = hardware.server, network = hardware.network,
    electricity = power.cost,
  }
end

-- ---- all rows ----

local rows = {}
if path then
  for i, record in ipairs(data.csv(path)) do rows[i] = check_complete(read(record)) end
else
  for i, run in ipairs(require "epoch_rows") do
    rows[i] = from_catalog(run, ("epoch_rows.lua, record %d"):format(i))
  end
end

local by_model = {}
for _, row in ipairs(rows) do
  local other = by_model[row.model]
  if other then fail(row, "the model '%s' is there already (%s)", row.model, other.where) end
  by_model[row.model] = row
end

-- What a run and the model that it was tuned from have in common: what they cost.
local shared = { "energy", "chip", "server", "network", "electricity" }

local function total(all) return all.chip + all.server + all.network + all.electricity end

-- The terms of a run with those of its base model. The published figures add a base model's
-- nominal dollars as they are, and count the sum as dollars of the tuned model's month.
local function full_terms(row, seen)
  if row.terms then return row.terms end
  if seen[row] then fail(row, "the base models form a circle") end
  seen[row] = true
  local all = own_terms(row)
  row.own = total(all)
  if row.base_model then
    row.base = by_model[row.base_model]
    if not row.base then fail(row, "the base model '%s' is not in the file", row.base_model) end
    local base = full_terms(row.base, seen)
    for _, term in ipairs(shared) do all[term] = all[term] + base[term] end
  end
  row.terms = all
  return all
end

-- ---- report ----

local lines, worst, compared, differences = {}, 0, 0, {}

-- A line: what comes first, then computed beside published.
local function add(first, x, unit, figure)
  local computed = value(x, unit)
  local ratio = figure and figure ~= 0 and computed / figure or nil
  if ratio then
    worst, compared = math.max(worst, math.abs(ratio - 1)), compared + 1
    differences[compared] = math.abs(ratio - 1)
  end
  local line = { unpack(first) }
  for _, content in ipairs{ computed, figure or "", ratio or "" } do line[#line + 1] = content end
  lines[#lines + 1] = line
end

local function real(row, amount, at)
  return model.real_dollars{ amount = amount, at = at or row.date }
end

-- What a base model adds, and what it would add if its dollars were counted from its own month.
local function tell_base(row)
  local base = total(row.base.terms)
  local strict = real(row, row.own) + real(row, base, row.base.date)
  local published_way = real(row, row.own + base)
  print(("%s: %.3f MUSD of its own and %.3f MUSD of %s, nominal; dollar by dollar in its own month "
    .. "the sum is %.3f %% less"):format(row.model, value(row.own, "MUSD"), value(base, "MUSD"),
    row.base_model, 100 * (1 - value(strict / published_way))))
  local work, base_work = row.training_flop, row.base.training_flop
  if not row.chip_hours_reported and work and base_work and work >= base_work then
    print(("%s: its training_flop may hold those of %s too, which then count twice"):format(
      row.model, row.base_model))
  end
end

local reported = { -- term, unit, published as
  { "hours", "GPU-hour", "chip_hours_used" },
  { "value", "USD/GPU", "value_per_chip_at_training_start" },
  { "chip", "USD", "chip_usd" },
  { "server", "USD", "server_other_usd" },
  { "network", "USD", "interconnect_usd" },
  { "energy", "kWh", "energy_kwh" },
  { "electricity", "USD", "energy_usd" },
}

for _, row in ipairs(rows) do
  local all = full_terms(row, {})
  if terms then
    for _, term in ipairs(reported) do
      add({ row.model, term[1], term[2] }, all[term[1]], term[2], row[term[3]])
    end
  else
    add({ row.model }, real(row, total(all)), "USD2023-12", row.cost_amortized_energy_2023usd)
  end
end

local columns = { "model", "computed", "published", "ratio" }
if terms then columns = { "model", "term", "unit", "computed", "published", "ratio" } end
tabulate{ columns = columns, rows = lines }
for _, row in ipairs(rows) do
  if row.base then tell_base(row) end
end
table.sort(differences)
local middle = differences[math.ceil(#differences / 2)] or 0
print(("%d runs, %d figures compared, relative difference: median %.1e, greatest %.1e")
  :format(#rows, compared, middle, worst))
