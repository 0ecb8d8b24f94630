-- Buying, depreciating and keeping hardware, against closed forms.
local near = check_near

local cluster = model.acquisition{
  count = q"1000 GPU", server_price = q"40k USD/GPU", interconnect = 0.2, spares = 0.05,
}
near("servers are count times price", cluster.servers, q"40 MUSD")
near("the network has its share of servers and network", cluster.network, q"10 MUSD", 1e-12)
near("spares are a share of the servers", cluster.spares, q"2 MUSD", 1e-12)
near("the whole is the sum", cluster.total, q"52 MUSD", 1e-12)
near("a chip's part of the whole", cluster.each, q"52k USD/GPU", 1e-12)
near("the network is 19 % unless given", model.acquisition{
  count = q"1 GPU", server_price = q"81 USD/GPU", spares = 0 }.total, q"100 USD", 1e-12)

local price = q"100 MUSD"
local function amortised(given)
  given.price = price
  return model.amortised(given)
end
near("straight line: a year of four is a quarter",
  amortised{ time = q"1 year" }.cost, q"25 MUSD", 1e-12)
near("straight line ends at the residual value",
  amortised{ time = q"9 year", residual = 0.1 }.finish, q"10 MUSD", 1e-12)
near("straight line: what is left after the life loses nothing",
  amortised{ age = q"5 year", time = q"1 year" }.cost, q"0 USD")
near("declining: double the straight rate unless given", -- 100 (1 - 0.5) 0.5
  amortised{ method = "declining", age = q"1 year", time = q"1 year" }.cost, q"25 MUSD", 1e-12)
near("declining: a given rate", -- 100 (1 - 0.8^3)
  amortised{ method = "declining", rate = 0.2, time = q"3 year" }.cost, q"48.8 MUSD", 1e-12)
near("declining stops at the residual value",
  amortised{ method = "declining", residual = 0.3, time = q"9 year" }.finish, q"30 MUSD", 1e-12)
near("progress: 10^(-0.14 t)", amortised{ method = "progress", time = q"1 year" }.cost,
  q"100 MUSD" * (1 - 10 ^ -0.14), 1e-12)
near("all methods lose the same over the whole life with a residual of nothing",
  amortised{ time = q"4 year" }.cost, price)
-- The reference method takes the first hour's loss for each hour: a little more over 90 days.
near("progress and the reference method agree for a day", amortised{
  method = "progress", time = q"1 day", age = q"1 year" }.cost,
  model.owned{ chip_hours = q"24 GPU-hour", server_price = price / q"1 GPU", age = q"1 year",
    interconnect = 0 }.total, 1e-3)

local hour = model.unit_cost{ cost = q"1000 USD/h", capacity = q"100 GPU", utilisation = 0.8 }
near("an idle fifth makes the productive hour dearer", hour.price, q"12.5 USD/GPU/h", 1e-12)
near("used and idle are the whole", hour.used + hour.idle, q"1000 USD/h", 1e-12)

local upkeep = model.upkeep{ price = price, time = q"2 year", maintenance = q"0.05 1/year",
  insurance = q"0.003 1/year" }
near("maintenance is a share of the price a year", upkeep.maintenance, q"10 MUSD", 1e-12)
near("insurance too", upkeep.total, q"10.6 MUSD", 1e-12)

local function refuses(name, f, given, words)
  local ok, problem = pcall(f, given)
  local text = ok and "no error" or tostring(problem)
  check(name .. ": " .. text, text:find(words, 1, true) ~= nil)
end
refuses("a residual of 12", model.amortised,
  { price = price, time = q"1 year", residual = 12 }, 'write residual = q"12 %"')
refuses("a time as a number", model.amortised, { price = price, time = 36 },
  "time is a plain number")
refuses("a life of nothing", model.amortised,
  { price = price, time = q"1 year", life = q"0 year" }, "life is 0 year, and it is above zero")
refuses("a method that there is not", model.amortised,
  { price = price, time = q"1 year", method = "straightline" }, "did you mean straight_line?")
refuses("a negative time", model.amortised, { price = price, time = q"-1 year" },
  "is not negative")
