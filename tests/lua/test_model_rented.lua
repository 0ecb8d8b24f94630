-- Rented chips and prices for other commitments.

check_near("rent is hours at a price",
  model.rented{ chip_hours = q"57e6 GPU-hour", price = q"1.36 USD/GPU/h" }, q"77.52 MUSD", 1e-14)

-- 4.10 * (1 - 0.64)
check_near("from on demand to three years",
  model.committed_price{ price = q"4.10 USD/GPU/h", provider = "aws" }, q"1.476 USD/GPU/h", 1e-13)
-- 2.35 * (1 - 0.49) / (1 - 0.25)
check_near("from one year to three years", model.committed_price{ price = q"2.35 USD/GPU/h",
  provider = "azure", known = "one_year" }, q"1.598 USD/GPU/h", 1e-13)
check_near("to the same term nothing changes", model.committed_price{ price = q"2 USD/GPU/h",
  provider = "gcp", known = "one_year", wanted = "one_year" }, q"2 USD/GPU/h", 1e-13)

local function message_of(f, given)
  local ok, problem = pcall(f, given)
  return ok and "no error" or tostring(problem)
end
check("an unknown provider", message_of(model.committed_price,
  { price = q"1 USD/GPU/h", provider = "awz" }):find("aws", 1, true) ~= nil)
check("an unknown term", message_of(model.committed_price,
  { price = q"1 USD/GPU/h", provider = "aws", wanted = "two_years" })
  :find("two_years", 1, true) ~= nil)
check("a price of an instance is not a price of a chip", message_of(model.rented,
  { chip_hours = q"1 GPU-hour", price = q"98.32 USD/h" }):find("USD/GPU/hour", 1, true) ~= nil)
