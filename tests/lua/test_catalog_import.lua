-- Import: columns of other projects; every row is taken or rejected with its line and reason.
-- luacheck: no max line length

local lint = require "outlay.catalog.lint"
local models = require "outlay.catalog.import_models"
local names = require "outlay.catalog.import_names"
local prices = require "outlay.catalog.import_prices"
local writer = require "outlay.catalog.writer"

local function message_of(f, ...)
  local ok, problem = pcall(f, ...)
  return ok and "no error" or tostring(problem)
end
local function rejected(found, i)
  local row = found.rejected[i] or {}
  return ("%s: %s"):format(tostring(row.line), tostring(row.reason))
end

-- Epoch's hardware prices: a byte-order mark, quoted fields over several lines, missing cells.
local epoch = "\239\187\191" .. [[
Price source,Price date,Hardware model,Manufacturer,Vendor,Location,Price per chip-hour (on-demand),Price per chip-hour (1-year CUD),Price per chip-hour (3-year CUD),Price (hardware purchase),Notes,Cloud GPU description,Number of GPUs
https://a.example,2024-08-03,NVIDIA A100 SXM4 40 GB,NVIDIA,Amazon Web Services,US East,4.10,2.40,1.45,,,,8
https://b.example,2020-05-21,NVIDIA A100 SXM4 40 GB,NVIDIA,,,,,,24875.00,"DGX A100,
8 GPU",,8
https://c.example,2021-01-01,NVIDIA Tesla Nothing,NVIDIA,,,,,,,no price,,
,,NVIDIA L4,NVIDIA,,,0.8,,,,,,
https://d.example,2023-04-01,Google TPU v4,Google,Google Cloud,,3.22,,,,,,
]]
local found = prices.read(epoch, "epoch.csv")
check("each row is read", found.rows, "==", 5)
check("a row has several prices", #found.records, "==", 5)
check("two rows are rejected", #found.rejected, "==", 2)
check("one without prices, with its line", rejected(found, 1), "==",
  "5: no price in any of its columns")
check("one without a date", rejected(found, 2), "==", "6: Price date is empty")
local first, purchase = found.records[2], found.records[4]
check("the key is the catalog's", first.key, "==", "a100_40gb")
check("a commitment is an option with a term", first.option .. ", " .. first.term, "==",
  "reserved, 1 year")
check("a price per chip and hour", first.unit .. ", " .. first.scope, "==", "USD/GPU/h, chip-hour")
check("the notes say that it is a server", purchase.scope, "==", "server")
check("a note is one line", purchase.note, "==", "DGX A100, 8 GPU")
check("a line is where its row begins", purchase.line, "==", 3)
check("TPUs are counted as such", found.records[5].unit, "==", "USD/TPU/h")

-- SkyPilot: prices of instances, divided by their chips.
local sky = [[
InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,SpotPrice,Region
p5.48xlarge,H100,8.0,192.0,2048.0,96,32,us-east-1
m5.large,,,2.0,8.0,0.096,0.035,us-east-1
]]
check("prices without a date need one", message_of(prices.read, sky, "aws.csv")
  :find("--date", 1, true) ~= nil)
found = prices.read(sky, "aws.csv", { date = "2026-03", provider = "aws" })
check("an instance's price is divided by its chips", found.records[1].value, "==", 12)
check("a spot price is an option", found.records[2].option, "==", "spot")
check("a spot price is divided, too", found.records[2].value, "==", 4)
check("an instance without a chip is rejected", rejected(found, 1), "==",
  "3: no accelerator: m5.large")

-- The plain form, and columns of no known form.
found = prices.read("item,date,value,unit,scope,low,high\nH100,2026-03,25000,USD/GPU,chip,3,2\n",
  "p.csv")
check("low above high is rejected", rejected(found, 1), "==", "2: low is above high")
found = prices.read("item,date,value,unit,scope,option,term\n"
  .. "H100,2026-03,2,USD/GPU/h,chip-hour,reserved,\nH100,2026-03,2,USD/GPU/h,chip-hour,sometimes,\n"
  .. "H100,2026-03,2,USD/GPU/h,chip-hour,On-demand,\n", "p.csv")
check("a reserved price without a term is rejected", rejected(found, 1):find("2: a reserved", 1, true)
  ~= nil)
check("so is an option that is none", rejected(found, 2):find("3: option is 'sometimes'", 1, true)
  ~= nil)
check("an option may be written as people do", found.records[1].option, "==", "on_demand")
check("UTF-16 is named", message_of(prices.read, "\255\254i\0t\0", "p.csv"):find("UTF-16", 1, true)
  ~= nil)
check("semicolons are named", message_of(prices.read, "item;date\nH100;2026\n", "p.csv")
  :find("semicolons", 1, true) ~= nil)
check("unknown columns are an error that lists the known ones",
  message_of(prices.read, "a,b\n1,2\n", "p.csv"):find("SkyPilot", 1, true) ~= nil)
check("so is an empty file", message_of(prices.read, "", "p.csv"):find("empty", 1, true) ~= nil)

-- What is read can be used as a layer: price.of finds it.
found = prices.read(epoch, "epoch.csv")
local layer = prices.layer(found, "epoch.csv")
check("a layer of imports is clean", #lint.file(layer, "epoch.csv"), "==", 0)
catalog.layer("epoch", layer)
check_near("imported prices answer", price.of(hw.a100_40gb,
  { on = "2024-08", scope = "chip-hour", option = "reserved", term = "3 years" }), q"1.45 USD/GPU/h",
  1e-12)

-- Models.
local table_of_models = [[
Model,Publication date,Training compute (FLOP),Parameters,Training dataset size (gradients),Domain
"Two
Lines",2020-05-28,3.14e+23,175000000000.0,374000000000,Language
Same,2021,,,"1,2",Vision
Same,2022-01,1e24,,,Language
None,,1e24,,,Language
]]
found = models.read(table_of_models, "m.csv")
check("models: rows", found.rows, "==", 4)
check("models: taken", #found.records, "==", 3)
check("models: rejected", rejected(found, 1), "==", "6: Publication date is empty")
check("a cell that is no number is left out and reported", found.remarks[1].line, "==", 4)
check("a name is one line", found.records[1].name, "==", "Two Lines")
check("compute is a number", found.records[1].compute, "==", 3.14e23)
local module = models.module(found, "m.csv")
check("a name that comes again has a key of its own",
  module.records.same ~= nil and module.records.same_2 ~= nil)
check("a model is written as in the built-in catalog",
  module.records.two_lines.training.work.value, "==", 3.14e23)
check("a module of imports is clean", #lint.file(module, "m.csv"), "==", 0)

-- Names of chips.
for name, key in pairs{ ["NVIDIA H100 SXM5 80GB"] = "h100_sxm", ["A100-80GB"] = "a100_80gb",
  ["tpu-v4-8"] = "tpu_v4", ["Google TPU v3"] = "tpu_v3", ["NVIDIA Tesla V100 SXM2 16 GB"] = "v100_sxm",
  ["Some New Chip!"] = "some_new_chip", ["3dfx"] = "_3dfx" } do
  check(name .. " is " .. key, (names.chip(name)), "==", key)
end

-- What is written is what Lua reads.
local text = writer.text({ b = { 1, 0.1, { c = 'a "quote"\n\\' } }, ["end"] = 1e23 }, "a test")
check("a comment comes first", text:sub(1, 9), "==", "-- a test")
check("texts are quoted", text:find([["a \"quote\"\n\\"]], 1, true) ~= nil)
check("words of Lua are quoted, too", text:find('["end"] = 1e+23', 1, true) ~= nil)
check("numbers keep all digits", text:find("0.1,", 1, true) ~= nil)

-- What would be a wrong number without anybody seeing it.
check("a column that is there twice is an error", message_of(prices.read,
  "item,date,value,value,unit,scope\nh100_sxm,2024-05,1,2,USD/GPU,chip\n", "twice.csv")
  :find("the column 'value' twice", 1, true) ~= nil)
found = prices.read("item,date,value,low,high,unit,scope\n"
  .. "h100_sxm,2024-05,30000,,,USD/kWh,chip\n"
  .. "h100_sxm,2024-05,30000,31000,33000,USD/GPU,chip\n"
  .. "h100_sxm,2024-05,\"1,2345\",,,USD/GPU,chip\n"
  .. "h100_sxm,2024-05,0x7530,,,USD/GPU,chip\n"
  .. "h100_sxm,2024-05,3,,,USD/GPU,chip-hour\n"
  .. "h100_sxm,2024-05,\"1,031,000.5\",,,USD/GPU,chip\n", "wrong.csv")
check("a price by energy is none of a chip", rejected(found, 1), "==",
  "2: unit 'USD/kWh' is of no purchase price of a chip")
check("a value outside its range is rejected", rejected(found, 2), "==",
  "3: value is not between low and high")
check("groups of thousands have three digits", rejected(found, 3), "==",
  "4: value is '1,2345', not a number")
check("a hexadecimal number is none", rejected(found, 4), "==", "5: value is '0x7530', not a number")
check("a rental price is by time", rejected(found, 5), "==",
  "6: unit 'USD/GPU' is of no rental price of a chip")
check("commas between thousands are read", found.records[1].value, "==", 1031000.5)
