-- The same as program.c, by require "outlay" in a stock Lua; and what the module must not do to it.

local function snapshot()
  local globals = {}
  for name, value in pairs(_G) do globals[name] = value end
  return globals
end

local before, texts = snapshot(), getmetatable("")
local text_index, searchers = texts.__index, #(package.searchers or package.loaders)

local outlay = require "outlay"

outlay.defaults { samples = 10000 }
local cost = outlay.q "16 GPU" * outlay.q "2 to 3 USD/GPU/h" * outlay.q "1 day"
local numbers = outlay.summary(cost, "USD")

for name, value in pairs(snapshot()) do assert(before[name] == value, name .. " has changed") end
assert(getmetatable("") == texts and texts.__index == text_index and not texts.__metatable)
assert(debug.gethook() == nil)
assert(#(package.searchers or package.loaders) == searchers)

-- Errors are tables with a text, and name the host's own line.
local ok, problem = pcall(function() return cost + outlay.q "5 h" end)
assert(not ok and problem.kind == "dimension" and problem.file:find("module.lua", 1, true))
assert(tostring(problem):find("cannot add money and time", 1, true))
ok, problem = pcall(function() return outlay.lognormel end)
assert(not ok and tostring(problem):find("did you mean lognormal", 1, true))

-- Scripts and texts.
assert(outlay.eval "q'6 h' / q'30 min'" ~= nil)
assert(outlay.value(outlay.eval "q'6 h' / q'30 min'") == 12)
outlay.eval "fee = q'5 USD'"
assert(outlay.value(outlay.eval "2 * fee", "USD") == 10)
local script = os.tmpname()
local file = assert(io.open(script, "w"))
file:write("price = q'2 to 4 USD'\nbill = price * 3\nshow(bill, 'USD')\n",
  "check('cheap', mean(bill), '<', q'1 USD')\n")
file:close()
local names, failed = outlay.run(script, { samples = 1000, set = { price = "2 USD" } })
os.remove(script)
assert(outlay.value(names.bill, "USD") == 6 and failed == 1)
assert(outlay.report("csv"):find("bill,6", 1, true))
assert(outlay.report() == "")

-- Several at once, axes, plain numbers.
local both = outlay.summary({ cost = cost, twice = 2 * cost }, "USD")
assert(both.twice.p95 == 2 * both.cost.p95 and both.cost.unit == "USD")
local size = outlay.axis("size", { "small", "large" })
local sizes = outlay.summary(size { small = outlay.q "1 USD", large = outlay.q "3 USD" }, "USD")
assert(#sizes == 2 and sizes[2].labels[1] == "large" and sizes[2].mean == 3)

-- Opened again it is the same session.
package.loaded.outlay = nil
assert(require "outlay" == outlay)

collectgarbage()
print(("%.17g %.17g"):format(numbers.mean, numbers.p95))
