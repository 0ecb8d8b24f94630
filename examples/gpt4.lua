-- GPT-4's training run by the reference method, to the dollar.
--
-- One learns: the models for owned and rented hardware one after the other, nominal and real
-- dollars, and `explain`, which goes from a total down to the source of each input.
--
--   outlay run examples/gpt4.lua
--   outlay explain examples/gpt4.lua cost

local method = "Cottier et al. 2024, arXiv 2405.21015"
local date = require "outlay.catalog.date"
local a100 = hw.a100_40gb

-- Estimates, from leaks and press reports: OpenAI has published none of them.
gpus  = q"25000 GPU" :source(method .. ", after SemiAnalysis 2023-07")
hours = gpus * q"95 day" :source(method .. ", after SemiAnalysis 2023-07: 90 to 100 days")
age   = date.between("2020-08-12", "2022-05-12")
  :source(method .. ": 90 days after the A100's release, and May 2022")

local hardware = model.owned{
  chip_hours = hours, server_price = a100.server_price, age = age, overhead = 1.66, count = gpus,
}
local power = model.energy{
  chip_hours = hours, tdp = a100.tdp, chip_to_server = a100.chip_to_server,
  load = 0.75, pue = site.other.pue, price = price.electricity_us.at(2023),
}

cost     = hardware.total + power.cost
real     = model.real_dollars{ amount = cost, at = "2023-03" }
rent     = model.rented{ chip_hours = hours, price = price.cloud.azure_nd_a100.three_years }
rented   = model.real_dollars{ amount = rent, at = "2023-03" }
up_front = model.real_dollars{ amount = hardware.up_front, at = "2023-03" }

-- Nobody knows such figures to the dollar; these are the method's, for comparison.
local function to(step, x) return round(x / step) * step end
show(to(q"1 USD", cost), "USD", "owned, nominal")
show(to(q"1 USD2023-12", real), "USD2023-12", "owned, in dollars of 2023")
show(to(q"10k USD2023-12", rented), "MUSD2023-12", "rented, in dollars of 2023")
show(to(q"1M USD2023-12", up_front), "MUSD2023-12", "to buy the cluster, in dollars of 2023")

local rows = {}
local function add(name, part)
  local share = value(part / cost)
  rows[#rows + 1] = { name, to(q"10k USD", part),
    { text = ("%.1f %%"):format(100 * share), value = share } }
end
add("chips", hardware.chip)
add("rest of servers", hardware.server)
add("network", hardware.network)
add("electricity", power.cost)
tabulate{ title = "Owned, nominal", columns = { "part", "cost", "share" }, rows = rows }

explain(real)

check("nominal cost", abs(cost - q"40155933.94 USD"), "<", q"1 USD")
check("cost in dollars of 2023", abs(real - q"40586592.58 USD2023-12"), "<", q"1 USD2023-12")
