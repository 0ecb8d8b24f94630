-- pick takes the k-th value sample by sample, and never makes one up.

local prices = { q"10 USD", q"20 USD", q"30 USD" }
k = choice{ values = { 1, 2, 3 }, weights = { 1, 1, 2 } }

check("the weights decide", abs(mean(pick(k, prices)) - q"22.5 USD"), "<", q"0.1 USD")
check("a certain k", pick(2, prices), "==", q"20 USD")

local ok, problem = pcall(pick, 4, prices)
check("a certain k outside",
  not ok and tostring(problem):find("4 is none of 1 to 3", 1, true) ~= nil)

local two = pick(k, { q"10 USD", q"20 USD" })
ok, problem = pcall(value, mean(two), "USD")
check("an uncertain k outside", not ok and
  tostring(problem):find("pick: k is none of 1 to 2", 1, true) ~= nil)

local between = pick(uniform(0.6, 1.4), prices)
check("a k between", not pcall(value, mean(between), "USD"))
