-- Real dollars: the index by month, and what happens where it has none.

local index = price.ppi_hosting
check("an index month", index.at("2023-03"), "==", 117.766)
check("the day of a date does not matter", index.at("2023-03-15"), "==", 117.766)
check("the first month that is listed", index.at("2009-01"), "==", 104.3)
check("the last month that is listed", index.at("2025-06"), "==", 123.659)

local real = model.real_dollars{ amount = q"40155933.94482975 USD", at = "2023-03-15" }
check_near("GPT-4's cost in dollars of December 2023", real, q"40586592.57781652 USD2023-12", 1e-12)
check_near("in the month itself nothing changes",
  model.real_dollars{ amount = q"5 USD", at = "2023-12" }, q"5 USD2023-12", 1e-15)
check_near("to another month",
  model.real_dollars{ amount = q"105 USD", at = "2010-10", to = "2023-03" },
  q"117.766 USD2023-03", 1e-14)

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end
local function check_message(name, message, part)
  check(name, message:find(part, 1, true) ~= nil)
end

check_message("a missing month is an error, not a factor of one",
  message_of(model.real_dollars, { amount = q"1 USD", at = "2031-01" }), "no value for 2031-01")
check_message("a missing month says where the index ends",
  message_of(model.real_dollars, { amount = q"1 USD", at = "2031-01" }), "2009-01 to 2025-06")
check_message("a year is not a month",
  message_of(model.real_dollars, { amount = q"1 USD", at = "2023" }), "2023-03")
check_message("an amount of energy is refused",
  message_of(model.real_dollars, { amount = q"1 kWh", at = "2023-03" }), "amount is Energy")
check_message("real dollars are not made real twice",
  message_of(model.real_dollars, { amount = real, at = "2023-03" }), "USD2023-12")
check_message("nominal and real dollars do not add",
  message_of(function() return q"1 USD" + real end), "USD2023-12")
