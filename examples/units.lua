-- Quantities and their units.
--
-- One learns: how to write a quantity, that units are checked when a formula is written, and how
-- a value is shown in the unit one wants.

cluster = q"1024 GPU"
price   = q"2.5 USD/GPU/h"
time    = q"3 week"

bill = cluster * price * time
show(bill)                                -- in the unit that a person would choose
show(bill, "kUSD", "bill, in kUSD")       -- in the unit one asks for

-- Prefixes and people's forms; counted things are units too.
show(q"16.4 PFLOP/s" * q"1 day", "FLOP", "a day of 16.4 PFLOP/s")
show(q"12 MW" * q"1 year", "GWh", "a year of 12 MW")
show(q"80 GiB", "GB", "80 GiB")
show(q"14 person-year" * q"210k USD/person-year", "MUSD", "14 people for a year")
show(1 / q"3 h", "1/day", "one in 3 hours")

-- One's own units.
units.count "shelf"
units.define("pod", "256 TPU")
show(q"4 pod" * q"459 TFLOP/s/TPU", "PFLOP/s", "4 pods of TPU v5p")
show(q"4 pod" / q"8 TPU/shelf", "shelf", "shelves for 4 pods")

-- A mistake is found where it is made.
local ok, problem = pcall(function() return bill + price end)
print(ok, problem)
