-- --[==[ tarif = 1 ]==] "tarif = 1"
local text = "tarif = 1" --[[ tarif = 1 ]]
units.count "wafer"
tariff = q"60 to 90 USD/MWh"
staff, unused = 3, text
wafers = q"3 wafer"
site = tariff:fresh()
other = q"1 to 2 USD" * uniform(1, 2)
difference = tariff - tariff
show(tariff)
show(other)
show(difference)
show(wafers)
