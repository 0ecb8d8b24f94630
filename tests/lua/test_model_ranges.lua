-- Models refuse what cannot be: a forgotten per cent sign must not become a cost.

local function refuses(name, model_function, given, words)
  local ok, problem = pcall(model_function, given)
  check(name, not ok and tostring(problem):find(words, 1, true) ~= nil)
end

local hours, tdp = q"1000 GPU-hour", q"700 W/GPU"
local server = { chip_hours = hours, server_price = q"30k USD/GPU", age = q"6 month" }

local function with(base, changes)
  local copy = {}
  for key, x in pairs(base) do copy[key] = x end
  for key, x in pairs(changes) do copy[key] = x end
  return copy
end

refuses("an MFU of 40", model.chip_hours,
  { work = q"1e24 FLOP", peak = q"989 TFLOP/s/GPU", mfu = 40 }, 'write mfu = q"40 %"')
refuses("a network share of 24", model.owned, with(server, { interconnect = 24 }),
  "interconnect is 24, and it lies between 0 and 1")
refuses("a negative age", model.owned, with(server, { age = q"-6 month" }), "is not negative")
refuses("a PUE below 1", model.energy, { chip_hours = hours, tdp = tdp, pue = 0.5 },
  "pue is 0.5, and it is at least 1")
refuses("a load of 200 %", model.energy, { chip_hours = hours, tdp = tdp, load = "200 %" },
  "lies between 0 and 1")
refuses("an uncertain share around 30", model.owned,
  with(server, { interconnect = q"25 to 35" }), "lies between 0 and 1")

check("an uncertain share is fine",
  mean(model.owned(with(server, { interconnect = q"7 % to 24 %" })).total), ">", q"0 USD")
