-- What Lua 5.1 to 5.4 and LuaJIT share is all that the sources may use.
std = "min"
max_line_length = 100
self = false

local function words(text)
  local list = {}
  for word in text:gmatch("%S+") do
    list[#list + 1] = word
  end
  return list
end

-- What a script or a library starts with beside Lua's own. A script may reuse a word as a name.
local vocabulary = words [[
  q u normal lognormal uniform triangular beta choice
  min max abs sqrt exp log floor ceil round sum product
  lt le gt ge eq ne all any none when pick
  axis
  mean sd median p5 p10 p25 p50 p75 p90 p95 p99 quantile prob standard_error
  value samples histogram
  show explain drivers tabulate check
  defaults option data
  hw model price site
  unpack
]]

-- A script names a quantity by a bare assignment. It makes names by setting them, and one that is
-- never read is an output (131).
local script = { globals = vocabulary, allow_defined = true, ignore = { "131" } }
local library = { read_globals = vocabulary }

files["stdlib"] = library
files["stdlib/outlay/boot"] = { std = "max" } -- has the interpreter's own globals
files["repl"] = { std = "max" }
files["examples"] = script
files["tests"] = script
