-- Money has a price date.
--
-- One learns: nominal dollars and dollars of a price month, why they do not add up by accident,
-- and which index converted them.

-- Without a date, USD is nominal: whatever a dollar was when it was spent.
gpt3 = q"1959693 USD" :source "Cottier et al. 2024: GPT-3's training run, May 2020"
gpt4 = q"40155934 USD" :source "Cottier et al. 2024: GPT-4's training run, March 2023"

real_gpt3 = model.real_dollars{ amount = gpt3, at = "2020-05" }
real_gpt4 = model.real_dollars{ amount = gpt4, at = "2023-03" }

show(gpt3, "MUSD", "GPT-3, nominal")
show(real_gpt3, "MUSD2023-12", "GPT-3, in dollars of December 2023")
show(gpt4, "MUSD", "GPT-4, nominal")
show(real_gpt4, "MUSD2023-12", "GPT-4, in dollars of December 2023")
show(real_gpt4 / real_gpt3, nil, "GPT-4 cost this many times GPT-3")

explain(real_gpt3)

-- Nominal and real dollars do not add.
local ok, problem = pcall(function() return gpt4 + real_gpt3 end)
print(ok, problem)

-- A month without an index is an error, not silently a factor of one.
ok, problem = pcall(model.real_dollars, { amount = gpt4, at = "2031-01" })
print(ok, problem)
