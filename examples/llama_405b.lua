-- What does a training run like Llama 3.1 405B cost, how sure are we, and what drives it?
--
-- "Owned" is only the value that the hardware loses during the run, and its electricity: no cost of
-- capital, no building, no staff, no idle time. A rented price has all of those in it.
--
-- One learns: uncertain inputs that carry their sources, the catalog (hw, price, site), models,
-- a breakdown, own or rent, what moves the answer, and a check against a published figure.
--
--   outlay run examples/llama_405b.lua
--   outlay run examples/llama_405b.lua --set mfu="30 % to 35 %" --set gpus="8192 GPU"

local paper = "Llama Team, The Llama 3 Herd of Models, 2024, arXiv 2407.21783"
local epoch = "Cottier et al., The rising costs of training AI models, 2024, arXiv 2405.21015"

-- The run: 6 operations for each parameter and token, as the paper counts them.
parameters = q"405e9 parameter" :source(paper)
tokens     = q"15.6T token"     :source(paper)
gpus       = q"16384 GPU"       :source(paper)
mfu        = q"38 % to 43 %"    :source(paper .. ": 38 to 43 % of the BF16 peak, by stage")
extra_work = q"1.02 to 1.2"     :source "assumption: longer contexts, evaluation, work thrown away"

-- What failures cost: 419 unexpected interruptions in 54 days, one every 3.1 hours.
between_failures = (q"54 day" / 419) :source(paper .. ", table 5")
recovery         = q"6 to 20 min"    :source
  "assumption: restart and half a checkpoint interval; the paper has over 90 % effective time"

work  = model.training_work{ parameters = parameters, tokens = tokens }
ideal = model.chip_hours{ work = work, peak = hw.h100_sxm.peak.bf16, mfu = mfu }
hours = ideal * extra_work / (1 - recovery / between_failures)
days  = hours / gpus

-- Owned: the value that the cluster loses while the run has it, and its electricity.
age           = q"3 to 12 month" :source "assumption: from delivery to the start of the run"
depreciation  = normal{ p5 = "0.10 1/year", p95 = "0.18 1/year" }
  :source(epoch .. ": orders of magnitude a year; a loss of 21 to 34 % a year")
network_share = q"7 % to 24 %"   :source(epoch .. ": interconnect, share of hardware")
load_share    = q"65 % to 85 %"  :source(epoch .. ": 75 % of rated power; the range is ours")
tariff_spread = q"0.6 to 1.7"    :source(epoch .. ": spread of electricity prices")

local hardware = model.owned{
  chip_hours = hours, server_price = hw.h100_sxm.server_price, age = age,
  progress = depreciation, interconnect = network_share, count = gpus,
}
local power = model.energy{
  chip_hours = hours, tdp = hw.h100_sxm.tdp, chip_to_server = hw.h100_sxm.chip_to_server,
  load = load_share, pue = site.meta.pue, price = price.electricity_us.at(2024) * tariff_spread,
}
owned = hardware.total + power.cost

-- Rented: list prices of 2024, less what a large order would save.
discount = q"15 % to 40 %" :source "assumption: a commitment of three months for 16,384 GPUs"
rented   = model.rented{
  chip_hours = hours, price = price.cloud.market_h100_2024.on_demand * (1 - discount),
}

print "One training run of 405 billion parameters on 15.6 trillion tokens, in US dollars of 2024,"
print "without staff, experiments, data and failed attempts. 5 % to 95 %: the 90 % interval."
print "Owned: loss of the hardware's value and electricity, without capital, building and staff."

show(owned, "MUSD", "owned: loss of value, electricity")
show(rented, "MUSD", "cost on rented GPUs")
show(prob(lt(owned, rented)), "%", "that part is below rent in")
show(hardware.up_front, "MUSD", "to buy the cluster")
show(days, "day", "days of training")
show(power.energy, "GWh", "electricity")
show(hours, nil, "GPU-hours")
reported = q"30.84M GPU-h" :source "Meta, Llama 3.1 model card, 2024-07-23"
show(reported, nil, "GPU-hours that Meta reported")
show(prob(lt(hours, reported)), "%", "ours are fewer than Meta's in")

local rows = {}
local function add(name, part)
  local share = value(mean(part) / mean(owned))
  rows[#rows + 1] = { name, part, { text = ("%.0f %%"):format(100 * share), value = share } }
end
add("servers with GPUs", hardware.hardware)
add("network", hardware.network)
add("electricity", power.cost)
tabulate{ title = "Where the money goes", columns = { "owned", "cost", "share" }, rows = rows }

drivers(owned:named "the cost of owning", { top = 6 })
drivers(rented:named "the cost of renting", { top = 4 })
sources(owned:named "the cost of owning")
sources(rented:named "the cost of renting")
