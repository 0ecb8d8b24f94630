-- Buildings, colocation and power contracts, by hand.
local near = check_near

local hall = model.building{
  power = q"10 MW", construction = q"12 USD/W", cooling = q"1 USD/W", area = q"1000 m^2",
  land = q"60 USD/m^2", life = q"20 year", time = q"1 year",
}
near("construction is a price for each watt", hall.construction, q"130 MUSD", 1e-12)
near("land is a price for each square metre", hall.land, q"60 kUSD", 1e-12)
near("both are paid at first", hall.up_front, q"130.06 MUSD", 1e-12)
near("a year uses up a twentieth of the building and no land", hall.cost, q"6.5 MUSD", 1e-12)

near("colocation is paid for what is contracted", model.colocation{
  power = q"500 kW", time = q"12 month", price = q"200 USD/kW/month" }, q"1.2 MUSD", 1e-12)

local flat = { power = q"1 MW", time = q"1000 h", price = q"50 USD/MWh" }
local function bill(changes)
  local given = {}
  for name, x in pairs(flat) do given[name] = x end
  for name, x in pairs(changes) do given[name] = x end
  return model.power_bill(given)
end
near("energy alone", bill{}.total, q"50 kUSD", 1e-12)
near("a third of the energy in peak hours",
  bill{ peak_price = q"110 USD/MWh", peak_share = 0.25 }.energy, q"65 kUSD", 1e-12)
local month = bill{ time = q"1 month", peak = q"1.5 MW", demand_charge = q"10 USD/kW/month" }
near("the demand charge is on the peak", month.demand, q"15 kUSD", 1e-12)
near("a minimum is billed where the peak is below it", bill{
  time = q"1 month", demand_charge = q"10 USD/kW/month", contracted = q"4 MW", minimum = 0.6,
}.demand, q"24 kUSD", 1e-12)
near("a peak above the minimum counts itself", bill{
  time = q"1 month", demand_charge = q"10 USD/kW/month", contracted = q"1 MW", minimum = 0.6,
}.demand, q"10 kUSD", 1e-12)
near("the price all in", month.price, month.total / month.used, 1e-12)

local function refuses(name, given, words)
  local ok, problem = pcall(bill, given)
  local text = ok and "no error" or tostring(problem)
  check(name .. ": " .. text, text:find(words, 1, true) ~= nil)
end
refuses("a peak price alone", { peak_price = q"110 USD/MWh" }, "needs 'peak_share'")
refuses("a minimum alone", { minimum = 0.6, demand_charge = q"10 USD/kW/month" },
  "needs 'contracted'")
refuses("a demand charge of a year's money", { demand_charge = q"10 USD/kW" },
  "give demand_charge in a unit such as USD/kW/month")
