-- Electricity, against figures calculated by hand.

local use = model.energy{
  chip_hours = q"57e6 GPU-hour", tdp = q"400 W/GPU", chip_to_server = 6.5 / 8 / 0.4,
  load = 0.75, pue = 1.25, price = q"0.0806 USD/kWh",
}
-- 400 * 2.03125 * 0.75 * 1.25
check_near("power at the meter", use.power, q"761.71875 W/GPU", 1e-14)
check_near("energy is power over the chip-hours", use.energy, q"43417968.75 kWh", 1e-14)
check_near("cost is energy at a price", use.cost, q"3499488.28125 USD", 1e-14)

local plain = model.energy{ chip_hours = q"1000 GPU-hour", tdp = q"1 kW/GPU" }
check("without a price there is no cost", plain.cost == nil)
check_near("what is not given is 1.8, 0.75 and 1.25", plain.energy, q"1687.5 kWh", 1e-14)
check_near("a share can be given in per cent", model.energy{ chip_hours = q"1000 GPU-hour",
  tdp = q"1 kW/GPU", load = q"75 %" }.energy, q"1687.5 kWh", 1e-14)

local function message_of(given)
  local ok, problem = pcall(model.energy, given)
  return ok and "no error" or tostring(problem)
end
check("power of a cluster is not power of a chip",
  message_of{ chip_hours = q"1 GPU-hour", tdp = q"700 W" }
    :find("model.energy: tdp is Power", 1, true) ~= nil)
check("a price of energy is not a price of power",
  message_of{ chip_hours = q"1 GPU-hour", tdp = q"700 W/GPU", price = q"8 USD/kW" }
    :find("USD/kWh", 1, true) ~= nil)
check("a PUE has no unit",
  message_of{ chip_hours = q"1 GPU-hour", tdp = q"700 W/GPU", pue = q"1.2 W" }
    :find("pue is Power", 1, true) ~= nil)
