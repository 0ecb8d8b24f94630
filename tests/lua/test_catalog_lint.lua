-- The lint finds each mistake, and none in the built-in catalogs.

local lint = require "outlay.catalog.lint"
local records = require "outlay.catalog.records"
local reference = require "outlay.catalog.reference"
local shelf = require "outlay.catalog.shelf"
local version = require "outlay.catalog.version"

local found, count = lint.built_in()
for _, problem in ipairs(found) do
  print(("%s: %s: %s"):format(problem.file, problem.path, problem.message))
end
check("the built-in catalogs are clean", #found, "==", 0)
check("and there are hundreds of records", count, ">", 500)

for _, entry in ipairs(records.built_in()) do
  if records.source_text(entry) == "no source" then check(entry.path .. " has a source", false) end
end

-- What the lint says of one record.
local source = { title = "a sheet", address = "https://example.org" }
local function problems(record)
  local texts = {}
  for i, problem in ipairs((lint.file({ records = { chip = record } }, "test.lua"))) do
    texts[i] = problem.path .. ": " .. problem.message
  end
  return table.concat(texts, "\n")
end
local function finds(name, text, record)
  record.source = record.source == nil and source or record.source
  check(name, problems(record):find(text, 1, true) ~= nil)
end

check("a sound record is clean", problems{ source = source, name = "A", tdp = { value = 1,
  unit = "W" },
  price = { value = 5, unit = "USD", scope = "chip", date = "2024-02" },
  prices = { unit = "USD", scope = "chip", { date = "2024", value = 5 },
    { date = "2025", low = 4, value = 5, high = 7 } } }, "==", "")
finds("no source", "no source", { source = false, tdp = { value = 1, unit = "W" } })
finds("checked without a kind", "neither primary: nor secondary:",
  { tdp = { value = 1, unit = "W", checked = "a page" } })
finds("checked without what was looked at", "does not say what",
  { tdp = { value = 1, unit = "W", checked = true } })
finds("no unit", "no unit", { tdp = 5 })
finds("an unknown unit", "'Wtt' cannot be read", { tdp = { value = 1, unit = "Wtt" } })
finds("low without high", "both be there", { tdp = { low = 1, unit = "W" } })
finds("low above high", "low is above high", { tdp = { low = 2, high = 1, unit = "W" } })
finds("a value outside its range", "not between", { tdp = { low = 1, value = 5, high = 2,
  unit = "W" } })
finds("zero as a lognormal's bound", "bounds", { tdp = { low = 0, high = 1, unit = "W" } })
finds("a price without scope", "without a scope", { price = { value = 5, unit = "USD",
  date = "2024" } })
finds("a price without date", "without a date", { price = { value = 5, unit = "USD",
  scope = "chip" } })
finds("a date that is none", "'2024-13' is no date",
  { price = { value = 5, unit = "USD", scope = "chip", date = "2024-13" } })
finds("an end before the beginning", "after valid_to",
  { price = { value = 5, unit = "USD", scope = "chip", valid_from = "2025", valid_to = "2024" } })
finds("FP8 that is not twice BF16", "FP8 is 1.5 times",
  { peak = { unit = "FLOP/s", basis = "dense", bf16 = 2, fp8 = 3 } })
check("unless a note says why", problems{ source = source, peak = { unit = "FLOP/s",
  basis = "dense",
  bf16 = 2, fp8 = { value = 2, note = "no faster" } } }, "==", "")
finds("sparse slower than dense", "sparse is slower", {
  peak = { unit = "FLOP/s", basis = "dense", bf16 = 2 },
  peak_sparse = { unit = "FLOP/s", basis = "sparse", bf16 = 1 } })
finds("a peak without basis", "neither dense nor sparse", { peak = { unit = "FLOP/s", bf16 = 2 } })
finds("a dense peak among sparse ones", "dense in a group of sparse",
  { peak_sparse = { unit = "FLOP/s", basis = "dense", bf16 = 2 } })
finds("dates out of order", "after a later one", { prices = { unit = "USD", scope = "chip",
  { date = "2025", value = 5 }, { date = "2024", value = 5 } } })
finds("a record twice", "the same record", { prices = { unit = "USD", scope = "chip",
  { date = "2025", value = 5 }, { date = "2025", value = 5 } } })
finds("a jump", "10 times the record before", { prices = { unit = "USD", scope = "chip",
  { date = "2024", value = 5 }, { date = "2025", value = 50 } } })
finds("a gap in a series", "nothing between 2020 and 2022",
  { index = { unit = "1", series = { ["2020"] = 1, ["2022"] = 1 } } })
finds("an unknown option", "its option is 'spt'", { prices = { unit = "USD", scope = "chip-hour",
  { date = "2024", option = "spt", value = 5 } } })
finds("reserved without a term", "without a term", { prices = { unit = "USD", scope = "chip-hour",
  { date = "2024", option = "reserved", value = 5 } } })
finds("a negative price", "a negative price", { price = { value = -5, unit = "USD", scope = "chip",
  date = "2024" } })
finds("a value that is no number", "its value is not a number",
  { tdp = { value = 0 / 0, unit = "W" } })
finds("a basis that is none", "its basis is 'thick'",
  { peak = { unit = "FLOP/s", basis = "thick", bf16 = 2 } })
finds("a list over time without a date", "has no date",
  { prices = { unit = "W", { value = 5 }, { date = "2025", value = 6 } } })
finds("a price year without a currency", "no one currency",
  { tdp = { value = 5, unit = "W", price_year = "2023" } })
finds("a source that was retrieved at no date", "which is no date",
  { source = { title = "a", address = "https://example.org", retrieved = "lately" },
    tdp = { value = 1, unit = "W" } })
finds("a truth value", "neither a fact", { sound = true })
finds("a fact that is called as an attribute", "range is an attribute",
  { range = { value = 5, unit = "W" }, tdp = { value = 1, unit = "W" } })

-- Two rules hold for the built-in catalogs alone. An address: a team's contract may have none.
local built_in = records.built_in "net"
local planted = built_in[1]
check("a built-in record with an address is sound", #lint.entries{ planted }, "==", 0)
planted.about.source, planted.sources = "sheet", { sheet = { title = "a sheet" } }
local nameless = lint.entries{ planted }
check("a built-in source without an address is found", #nameless, "==", 1)
check("and named", nameless[1].path .. ": " .. nameless[1].message, "==",
  planted.path .. ": its source has no address")
check("a team's record needs none", problems{ source = { title = "a contract" },
  tdp = { value = 1, unit = "W" } }, "==", "")

-- A record in two files of a catalog: only one of them would be seen.
local twice = lint.files{ { word = "hw", files = { { "outlay.hardware.cerebras" },
  { "outlay.hardware.intel" }, { "outlay.hardware.cerebras" } } } }
local expected = shelf.keys { "outlay.hardware.cerebras" }
check("each record that two files have is found, and no other", #twice, "==", #expected)
check("with the other file's name", twice[1].message, "==",
  "it is in outlay.hardware.cerebras, too")
check("the same names in different groups are different records", #lint.files{ { word = "hw",
  files = { { "outlay.hardware.cerebras" }, { "outlay.hardware.cerebras", at = "old" } } } },
  "==", 0)

-- Versions: a digest of all records, in the table of contents.
local now = version.of(records.built_in())
check("the table of contents is up to date (run ./dev docs)", version.current().digest, "==",
  now.digest)
check("a version has a month", now.date:find("^%d%d%d%d%-%d%d$") ~= nil)
local entries = records.built_in "site"
local before = version.of(entries).digest
entries[1].about.note = "another note"
check("any change of a record is another version", version.of(entries).digest ~= before)

-- Each catalog is a word of the vocabulary.
local words = {}
for _, entry in ipairs(require "outlay.vocabulary") do words[entry.word] = true end
for _, catalog in ipairs(shelf.catalogs()) do
  check(catalog.word .. " is a word of the vocabulary", words[catalog.word] == true)
end
check("a catalog has a page", reference.page("site"):find("site.meta", 1, true) ~= nil)
