-- The fan chart: what programs get, what people see, what it refuses.
local function says(what, f, ...)
  local ok, problem = pcall(f)
  local text = ok and "" or tostring(problem)
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    check(("%s: %s"):format(what, part), text:find(part, 1, true) ~= nil)
  end
end

local year = axis.range("year", 2026, 2030)
local case = axis("case", { "low", "high" })
local cost = year:scan(q"2 to 3 MUSD", function(before) return before * q"2 to 3" end)

says("no axis", function() fan(q"1 USD") end, "0 axes", "year:values()")
says("two axes", function() fan(cost * case{ low = 1, high = 2 }) end, "2 axes", "x:at")
says("another axis", function() fan(cost, { over = case }) end, "goes over the axis 'year'")
says("a log of zero", function() fan(year:values() - 2026, { scale = "log" }) end, "linear")
says("a scale", function() fan(cost, { scale = "lgo" }) end, "no scale 'lgo'")
says("a mark", function() fan(cost, { marks = { q"5 W" } }) end, "mark 1 is Power")
says("an argument", function() fan(cost, { mark = {} }) end, "did you mean marks?")
says("a point", function() fan(cost, { points = { { 2025 } } }) end, "point 1", "points = fit")

fan(cost, { title = "cost", marks = { q"100 MUSD" }, points = { { 2024.5, q"1 MUSD" } } })
fan(year:values(), { scale = "linear" })
fan(cost / q"1 MUSD" * 0 + 5)
