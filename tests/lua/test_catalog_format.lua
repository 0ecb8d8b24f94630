-- The record format: attributes, ranges, price years, lists, series; and finding records.

local graph = require "core.graph"
local search = require "outlay.catalog.search"
local used = require "outlay.catalog.used"

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end
local function source_of(x) return graph.describe(x).source or "" end
local function has(name, text, part) check(name, text:find(part, 1, true) ~= nil) end

catalog.layer("format", {
  sources = { sheet = { title = "A sheet", address = "https://example.org",
    retrieved = "2026-01" } },
  source = "sheet",
  hw = {
    chip = {
      name = "A chip", unit = "W/GPU", scope = "chip", checked = false,
      released = { text = "2024-02-03" }, tdp = 700, obliges = { "one", "two" },
      spread = { low = 600, high = 800 },
      bounds = { low = 0, high = 10, range = "bounds" },
      words = { low = 600, value = 650, high = 800, range = "lowest and highest of seven" },
      guessed = { value = 5, imputed = "as the A100", valid_from = "2024", valid_to = "2025-06" },
      real = { value = 100, unit = "USD/GPU", price_year = "2023-12", date = "2020" },
      odd = { value = 100, price_year = "2023" },
      list = { { date = "2024", value = 1 }, { date = "2025", value = 2 } },
      index = { unit = "1", series = { ["2024-01"] = 100, ["2024-02"] = { value = 101 } } },
      half = { low = 1 }, lost = { value = 1, source = "no key" },
    },
  },
})
local chip = hw.chip

check_near("a number takes the unit of its group", chip.tdp, q"700 W/GPU", 1e-12)
check("a text with attributes is text", chip.released, "==", "2024-02-03")
check("a list of texts is a list", #chip.obliges, "==", 2)
check_near("low to high are the 5 % and 95 % quantiles", p95(chip.spread), q"800 W/GPU", 0.01)
check("bounds hold all of it", quantile(chip.bounds, 1), "<=", q"10 W/GPU")
check_near("and are even", mean(chip.bounds), q"5 W/GPU", 0.01)
has("words of a range are printed", source_of(chip.words), "lowest and highest of seven")
has("so is how a value was imputed", source_of(chip.guessed), "imputed: as the A100")
has("and when it holds", source_of(chip.guessed), "valid 2024 to 2025-06")
has("and that nobody compared it", source_of(chip.tdp), "not checked")
has("a source has its address", source_of(chip.tdp), "https://example.org; retrieved 2026-01")
check_near("a price year makes real money", chip.real, q"100 USD2023-12/GPU", 1e-12)
has("which needs a currency", message_of(function() return chip.odd end), "currency")
check_near("a list has its facts in order", chip.list[2], q"2 W/GPU", 1e-12)
check_near("a series answers to a month", chip.index.at "2024-02", 101, 1e-12)
check_near("and to a day of it", chip.index.at "2024-01-17", 100, 1e-12)
has("but not to a year", message_of(chip.index.at, 2024), "no value for 2024")
check("it knows its first date", chip.index.first, "==", "2024-01")
has("low without high", message_of(function() return chip.half end), "low and high must both")
has("an unknown source", message_of(function() return chip.lost end), "no key")
check("what a script took is known", used.facts()["hw.chip.tdp"].value, "==", 700)

-- Finding.
local function paths(words)
  local list = {}
  for i, entry in ipairs(search.find(words)) do list[i] = entry.path end
  return table.concat(list, " ")
end
has("words are found in paths", paths "h100_sxm tdp", "hw.h100_sxm.tdp")
has("and in names of the records around", paths "NVL72 tdp", "hw.gb200.tdp")
has("and in layers", paths "chip guessed", "hw.chip.guessed")
check("all words must be there", paths "h100_sxm nosuchword", "==", "")
has("show has the value", search.text(hw.h100_sxm.peak), "989.4 TFLOP/s/GPU")
has("show has neighbours in time", search.text "price.electricity_us.2019",
  "near: price.electricity_us.2018")
has("show has the layer", search.text "hw.chip.tdp", "format (team library)")
has("an unknown path", message_of(search.text, "hw.h100_sxm.tpd"), "hw.h100_sxm.tdp")
