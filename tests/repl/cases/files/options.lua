-- Prints its options.
local rows = option("rows", { default = "none" })
local deep = option("deep", { default = false })
local times = option("times", { default = 1 })
local own = option("samples", { default = 5 })
print(rows, tostring(deep), times, own)
