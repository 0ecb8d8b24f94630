-- What Lua 5.1 to 5.4 and LuaJIT share is all that the sources may use.
std = "min"
max_line_length = 100
self = false

-- What a script or a library starts with beside Lua's own. A script may reuse a word as a name.
local vocabulary = { "unpack" }
for _, entry in ipairs(dofile("stdlib/outlay/vocabulary.lua")) do
  vocabulary[#vocabulary + 1] = entry.word
end

-- A script names a quantity by a bare assignment. It makes names by setting them, and one that is
-- never read is an output (131).
local script = { globals = vocabulary, allow_defined = true, ignore = { "131" } }
local library = { read_globals = vocabulary }

files["stdlib"] = library
files["stdlib/outlay/boot"] = { std = "max" } -- has the interpreter's own globals
files["repl"] = { std = "max" }
files["examples"] = script
files["tests"] = script
files["docs"] = script
files["tests/embed"] = { std = "max" } -- run by stock Luas
