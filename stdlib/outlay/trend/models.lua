--- Lists of models for counting: the built-in catalog's, or records of a table.
local errors = require "core.error"
local extract = require "outlay.language.extract"
local graph = require "core.graph"
local strict = require "outlay.language.strict"
local statistic = require "outlay.language.statistic"
local time = require "outlay.language.time"

local M = {}

-- Fields of a catalog's record, which raises an error for those that it does not have.
local function fields_of(record)
  local found = {}
  for field, content in pairs(record) do found[field] = content end
  return found
end

local function number_of(content, unit_text)
  if content == nil or not graph.is_node(content) then return nil end
  return extract.value(statistic.median(content), unit_text)
end

local built_in

-- The models of the built-in catalog, as data.models gives those of a table.
local function of_catalog()
  if built_in then return built_in end
  built_in = {}
  for key, record in pairs(models) do
    local about = fields_of(record)
    local training = about.training and fields_of(about.training) or {}
    built_in[#built_in + 1] = { key = key, name = about.name, date = tostring(about.released or ""),
      domain = about.domain and tostring(about.domain) or nil,
      compute = number_of(training.work, "FLOP"), cost = number_of(training.cost, "USD") }
  end
  table.sort(built_in, function(a, b) return a.key < b.key end)
  return built_in
end

--- The models of the built-in catalog as plain records, for fits and counts.
---@return table[] records { key =, name =, date =, domain =, compute = (FLOP), cost = (USD) }
function M.models() return of_catalog() end

--- The records of an argument `models`: a list, what data.models gave, or nil for the catalog.
---@param given table?
---@param who string for messages
---@return table[] records { name =, date =, year =, domain =, compute =, cost = }
function M.list(given, who)
  given = strict.plain(given)
  local list = given == nil and of_catalog() or type(given) == "table" and (given.records or given)
  if type(list) ~= "table" or list[1] == nil then
    errors.raise(("%s: models is a list of models"):format(who),
      "give data.models(\"models.csv\"), or leave it out for the built-in catalog")
  end
  local records = {}
  for i, record in ipairs(list) do
    local year = type(record.date) == "string" and time.of_text(record.date)
    if not year then
      errors.raise(("%s: model %d, '%s', has no date"):format(who, i, tostring(record.name)),
        "write it as \"2023-03-15\"")
    end
    records[i] = { name = record.name, date = record.date, year = year, domain = record.domain,
      compute = record.compute, cost = record.cost }
  end
  return records
end

return M
