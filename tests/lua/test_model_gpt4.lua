-- The anchor of the reference method: GPT-4's training run, from 57 million A100-hours.

local hardware = model.owned{
  chip_hours = q"57e6 GPU-hour", server_price = hw.a100_40gb.server_price,
  age = require("outlay.catalog.date").between("2020-08-12", "2022-05-12"),
  overhead = 1.66, count = q"25000 GPU",
}
local power = model.energy{
  chip_hours = q"57e6 GPU-hour", tdp = hw.a100_40gb.tdp,
  chip_to_server = hw.a100_40gb.chip_to_server, load = 0.75, pue = site.other.pue,
  price = price.electricity_us.at(2023),
}
local nominal = hardware.total + power.cost
local function real(amount) return model.real_dollars{ amount = amount, at = "2023-03" } end

check("nominal", abs(nominal - q"40155934 USD"), "<", q"0.5 USD")
check("in dollars of 2023", abs(real(nominal) - q"40586593 USD2023-12"), "<", q"0.5 USD2023-12")
check_near("rented", real(model.rented{ chip_hours = q"57e6 GPU-hour",
  price = price.cloud.azure_nd_a100.three_years }), q"78351375.43943073 USD2023-12", 1e-9)
check_near("up front", real(hardware.up_front), q"775980736.176343 USD2023-12", 1e-9)
