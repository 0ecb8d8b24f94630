-- Owned hardware, against figures calculated by hand.

local cost = model.owned{
  chip_hours = q"57e6 GPU-hour", server_price = q"24875 USD/GPU", age = q"638 day",
  overhead = 1.66, count = q"25000 GPU",
}

-- 24875 * 10^(-0.14 * 638 / 365.25)
check_near("value falls by hardware progress", cost.value, q"14165.0547382578 USD/GPU", 1e-12)
-- value * 0.14 ln 10 / 8766 * 57e6
check_near("the run pays for the value that it uses up",
  cost.hardware, q"29691720.9874996 USD", 1e-12)
check_near("chips are hardware over the overhead", cost.chip, q"17886578.90813229 USD", 1e-12)
check_near("the rest of the servers is what remains", cost.server, q"11805142.07936731 USD", 1e-12)
check_near("the network has 19 % of all hardware", cost.network, q"6964724.676080152 USD", 1e-12)
check_near("the total is servers and network", cost.total, cost.hardware + cost.network, 1e-15)
check_near("up front is count times price over 0.81",
  cost.up_front, q"767746913.5802469 USD", 1e-12)

check("without an overhead there is no split into chips and rest", model.owned{
  chip_hours = q"1 GPU-hour", server_price = q"1 USD/GPU", age = q"0 day" }.chip == nil)
check_near("new hardware is worth its price",
  model.value_after{ server_price = q"100 USD/GPU", age = q"0 day" }, q"100 USD/GPU", 1e-15)
check_near("progress can be given",
  model.value_after{ server_price = q"100 USD/GPU", age = q"1 year", progress = q"1 1/year" },
  q"10 USD/GPU", 1e-14)
check_near("servers cost 1.64 times their chips unless given",
  model.server_price{ price = q"1000 USD/GPU" }, q"1640 USD/GPU", 1e-15)
check_near("TPUs and GPUs are both chips",
  model.server_price{ price = q"5167 USD/TPU" }, q"8473.88 USD/GPU", 1e-14)

local function message_of(f, given)
  local ok, problem = pcall(f, given)
  return ok and "no error" or tostring(problem)
end
local function check_message(name, f, given, ...)
  local message = message_of(f, given)
  for _, part in ipairs{ ... } do
    check(("%s: says '%s'"):format(name, part), message:find(part, 1, true) ~= nil)
  end
end

check_message("a missing argument", model.owned,
  { chip_hours = q"1 GPU-hour", age = q"1 day" }, "model.owned needs 'server_price'")
check_message("a misspelt argument", model.owned,
  { chip_hours = q"1 GPU-hour", server_prize = q"1 USD/GPU", age = q"1 day" },
  "model.owned has no argument 'server_prize'", "server_price")
check_message("hours of no chip", model.owned,
  { chip_hours = q"57e6 hour", server_price = q"1 USD/GPU", age = q"1 day" },
  "model.owned: chip_hours is Time", "GPU-hour")
check_message("a plain number", model.owned,
  { chip_hours = 57e6, server_price = q"1 USD/GPU", age = q"1 day" },
  "chip_hours is a plain number", "GPU-hour")
check_message("a price per server", model.owned,
  { chip_hours = q"1 GPU-hour", server_price = q"199000 USD", age = q"1 day" },
  "server_price is Money", "USD/GPU")
