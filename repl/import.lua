-- `outlay import prices|models FILE`: tables of other projects as catalog files.

local fail = require("outlay.boot.problem").usage
local layers = require "outlay.catalog.layers"
local output = require "repl.output"
local report = require "outlay.report.output"
local script = require "repl.script"
local session = require "outlay.boot.session"
local strict = require "outlay.language.strict"
local writer = require "outlay.catalog.writer"

local import = {}

local function read_file(path)
  local file, message = io.open(path, "rb")
  local contents = file and file:read("*a")
  if file then file:close() end
  if not contents then
    fail(("cannot read %s: %s"):format(path, message and message:gsub("^.-: ", "") or "a folder"))
  end
  return contents
end

local function name_of(path) return path:match("([^/]+)$") end

-- How many records have what.
local function counts_of_models(records)
  local with = { compute = 0, parameters = 0, hours = 0 }
  for _, record in ipairs(records) do
    for field in pairs(with) do
      if record[field] then with[field] = with[field] + 1 end
    end
  end
  return ("%d with training compute, %d with parameters, %d with training time"):format(
    with.compute, with.parameters, with.hours)
end

local function counts_of_prices(records)
  local kinds, chips, count = { purchase = 0, rental = 0 }, {}, 0
  for _, record in ipairs(records) do
    kinds[record.kind] = kinds[record.kind] + 1
    if not chips[record.key] then count = count + 1 end
    chips[record.key] = true
  end
  local known = 0
  for key in pairs(chips) do
    if layers.built_in("hw").content:get(key) then known = known + 1 end
  end
  return ("%d purchase and %d rental prices of %d chips, %d of them in the catalog"):format(
    kinds.purchase, kinds.rental, count, known)
end

local kinds = {
  prices = {
    read = function(contents, path, given)
      return require("outlay.catalog.import_prices").read(contents, path, given)
    end,
    content = function(found, name)
      return require("outlay.catalog.import_prices").layer(found, name)
    end,
    counts = counts_of_prices,
  },
  models = {
    read = function(contents, path)
      return require("outlay.catalog.import_models").read(contents, path)
    end,
    content = function(found, name)
      return require("outlay.catalog.import_models").module(found, name)
    end,
    counts = counts_of_models,
  },
}

local function say(line) report.add { kind = "text", text = line } end

local function summarise(found, name, kind)
  local lines = {}
  for _, row in ipairs(found.rejected) do
    lines[#lines + 1] = ("%s, line %d: rejected: %s"):format(name, row.line, row.reason)
  end
  for _, cell in ipairs(found.remarks) do
    lines[#lines + 1] = ("%s, line %d: %s"):format(name, cell.line, cell.reason)
  end
  lines[#lines + 1] = ("%s: %d rows read, of the form %s: %d taken, %d rejected"):format(name,
    found.rows, found.form, found.read, #found.rejected)
  lines[#lines + 1] = kind.counts(found.records)
  say(table.concat(lines, "\n"))
end

local function write(request, program, found, kind, name)
  local out = output.open({ format = "table", out = request.out }, program)
  local comment = ("Made by `outlay import %s %s`: %d of %d rows."):format(request.given[1], name,
    found.read, found.rows)
  local contents = writer.text(kind.content(found, name), comment)
  local ok, problem = pcall(out.write, out, contents)
  local closed, closing_problem = pcall(out.close, out, ok)
  if not ok then error(problem, 0) end
  if not closed then error(closing_problem, 0) end
  say("written to " .. request.out)
end

--- outlay import KIND FILE
---@return integer exit_code 1 if nothing could be read
function import.run(request, program)
  local kind, path = kinds[request.given[1]], request.given[2]
  if not kind then
    fail(("there is no `import %s`"):format(request.given[1]),
      strict.suggestion(request.given[1], { "prices", "models" }))
  end
  session.start {}
  local found
  local shown = { format = request.format }
  script.with_output(shown, program, function()
    found = kind.read(read_file(path), name_of(path),
      { date = request.date, provider = request.provider })
    summarise(found, name_of(path), kind)
    if request.out then write(request, program, found, kind, name_of(path)) end
    report.flush()
  end)
  return #found.records > 0 and 0 or 1
end

return import
