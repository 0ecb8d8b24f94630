-- The module `outlay` of a stock Lua: the vocabulary, and scripts, for a program written in Lua.
-- docs/guide/embedding.md is its reference.

local native = ...

local base = require "outlay.boot.base"
local loader = require "outlay.boot.loader"
local output = require "outlay.report.output"
local session = require "outlay.boot.session"
local table_of = require "outlay.report.table"
local value = require "outlay.report.value"

local outlay = { version = native.version, require = loader.require }

-- ---- scripts ----

--- Runs the script in a file, in an environment of its own.
---@param path string
---@param options? table { set = { name = "text" }, options =, samples =, seed =, threads = }
---@return table names what the script has set: name -> value
---@return integer failed how many of its checks failed
function outlay.run(path, options)
  options = options or {}
  session.run_file(path, { overrides = options.set, options = options.options,
    samples = options.samples, seed = options.seed, threads = options.threads })
  return session.values(), session.failed_checks
end

--- Evaluates an expression or statements; names last from one call to the next.
---@param text string
---@return any ... the values of the expression, or what the statements return
function outlay.eval(text) return session.run_text(text, "=outlay.eval") end

--- What show, drivers, tabulate, print and check have put together since the last call, or since
--- outlay.run began.
---@param format? string "table" (for people), "json", "csv" or "markdown"
---@return string
function outlay.report(format)
  output.flush()
  local items = session.report
  session.report = {}
  return table_of.render(items, format)
end

-- ---- numbers ----

local fields = { "mean", "sd", "standard_error", "p5", "p50", "p95" }

local function numbers_of(result, index, node, unit_text)
  local list = {}
  for i, labels in ipairs((value.cells(node))) do
    local found = value.summary(result, index, i, node, unit_text)
    local numbers = { unit = found.unit_text, labels = labels[1] and labels }
    for _, field in ipairs(fields) do numbers[field] = found[field] / found.factor end
    list[i] = numbers
  end
  return list[1] and list[1].labels and list or list[1]
end

--- The numbers of a quantity, or of all quantities in a table, which are evaluated at once.
---@param what any a quantity, or key -> quantity
---@param unit_text? string the unit of the numbers; chosen for a reader if not given
---@return table numbers mean, sd, standard_error, p5, p50, p95 and unit; a list of them with
---  labels for a quantity with axes; for a table, one with the same keys
function outlay.summary(what, unit_text)
  local quantity = require "outlay.language.quantity"
  if type(what) ~= "table" then
    local node = quantity.of(what)
    return numbers_of(value.evaluate { node }, 1, node, unit_text)
  end
  local keys, nodes, summaries = base.sorted_keys(what), {}, {}
  for i, key in ipairs(keys) do nodes[i] = quantity.of(what[key]) end
  if #nodes == 0 then return {} end
  local result = value.evaluate(nodes)
  for i, key in ipairs(keys) do summaries[key] = numbers_of(result, i, nodes[i], unit_text) end
  return summaries
end

-- ---- the vocabulary ----

session.start {}

-- Words are loaded on first use, as in a script.
return setmetatable(outlay, {
  __index = loader.library_environment,
  __metatable = false,
})
