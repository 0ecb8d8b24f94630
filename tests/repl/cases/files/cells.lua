local year = axis.range("year", 2026, 2027)
local place = axis("place", { "oslo", "ohio" })
tariff = place{ oslo = q"40 to 50 USD/MWh" :source "utility, 2026", ohio = q"60 to 70 USD/MWh" }
bill = tariff * q"1 GWh" * year{ 1, 2 }
show(bill, "kUSD")
show(mean(bill:sum(year):sum(place)), "kUSD",
  "a label longer than forty characters is kept as it is")
tabulate{ columns = { "what", "cost", "share" }, rows = { { "chips", q"1 to 2 MUSD", 0.5 } } }
sources(q"45 USD/MWh" :source "a sheet, with a comma" * q"1 to 2")
check("a name\nof two lines", true)
print "```"
