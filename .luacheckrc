-- What Lua 5.1 to 5.4 and LuaJIT share is all that the sources may use.
std = "min"
max_line_length = 100
self = false

-- The words that a script starts with. Scripts read them; only the standard library makes them.
local vocabulary = {
  "axis", "beta", "discrete", "eq", "explain", "ge", "gt", "hw", "le", "lognormal", "lt", "max",
  "min", "ne", "normal", "q", "show", "triangular", "u", "uniform", "when",
}

-- A script names a quantity by a bare assignment: names of its own are made by setting them, and
-- one that is only set is an output (131). Which file makes a name is not luacheck's to judge.
local script = { read_globals = vocabulary, allow_defined = true, ignore = { "131" } }

files["examples"] = script
files["tests/lua"] = script
files["tests/repl"] = script
files["tests/docs"] = script
files["stdlib"] = { read_globals = vocabulary }
