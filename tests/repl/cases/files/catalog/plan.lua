-- A plan whose facts change: rerun says why.
fleet = q"1000 GPU" * hw.gauge.price
bill = q"1000 GPU" * hw.gauge.power * q"1000 h" * price.electricity_us.at(2023)
total = fleet + bill
show(fleet, "MUSD")
show(total, "MUSD")
