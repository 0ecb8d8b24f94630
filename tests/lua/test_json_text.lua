-- JSON: what is written is read back; what is no JSON is an error with its line.

local text = require "core.text"

local written = text.json{ list = { 1, 2.5, "a \"quote\"" }, yes = true,
  nested = { deep = { 1e23 } } }
local read = text.parse_json(written)
check("numbers come back", read.list[2], "==", 2.5)
check("texts come back", read.list[3], "==", 'a "quote"')
check("truth values come back", read.yes == true)
check("nested values come back", read.nested.deep[1], "==", 1e23)
check("a null is nothing", text.parse_json("{\"a\": null, \"b\": []}").a == nil)
check("a plain value is JSON only in a document",
  not pcall(text.parse_json, "5") or text.parse_json("[5]")[1] == 5)

local function message_of(contents) return tostring(select(2, pcall(text.parse_json, contents))) end
check("an error has its line", message_of("{\n\"a\": }"):find("line 2", 1, true) ~= nil)
check("a member that comes twice is an error", not pcall(text.parse_json, '{"a": 1, "a": 2}'))
check("what is nested too deep is an error", not pcall(text.parse_json, ("["):rep(100000)))
check("so is nothing", not pcall(text.parse_json, ""))
check("and a number that does not fit", not pcall(text.parse_json, "[1e999]"))
