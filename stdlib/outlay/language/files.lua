-- Data files: data.csv and what it gives.

local errors = require "core.error"
local files = require "core.files"
local project = require "core.project"
local strict = require "outlay.language.strict"
local text = require "core.text"

local module = { data = {} }

-- ---- data.csv ----

local function make_row(cells, columns, where)
  return setmetatable({}, {
    __index = function(_, column)
      local i = columns[column]
      if not i then
        errors.raise(("%s has no column '%s'"):format(where, tostring(column)),
          strict.suggestion(tostring(column), strict.keys(columns)))
      end
      return cells[i] or ""
    end,
    __newindex = function() errors.raise("a row of a file cannot be changed") end,
    __metatable = strict.locked { where = where, columns = columns },
  })
end

-- A path counts from the current folder, as on the command line, or from the script's.
local function read(path)
  local script_folder = project.folder()
  if path:sub(1, 1) == "/" or script_folder == "." then return files.read(path) end
  local ok, contents = pcall(files.read, path)
  if ok then return contents end
  local beside, inner = pcall(files.read, script_folder .. "/" .. path)
  if beside then return inner end
  error(contents, 0)
end

-- The records of a file, the header first.
local function records_of(path)
  local contents = read(path)
  local ok, records = pcall(text.csv, contents)
  if not ok then errors.raise(("%s, %s"):format(path, tostring(records))) end
  if #records == 0 then
    errors.raise(("%s is empty"):format(path), "its first line names the columns")
  end
  if #records[1] == 1 and records[1][1]:find(";", 1, true) then
    errors.raise(("%s has semicolons between its columns"):format(path),
      "save it with commas, as \"CSV UTF-8\", and with a point in decimal numbers")
  end
  return records
end

--- The rows of a CSV file with a header line; each row answers to its columns' names by text.
---@param path string within the script's folder, or named on the command line
---@return table rows
function module.data.csv(path)
  if type(path) ~= "string" then errors.raise("data.csv takes the path of a file") end
  local records = records_of(path)
  local columns = {}
  for i, name in ipairs(records[1]) do
    if columns[name] then errors.raise(("%s: column '%s' comes twice"):format(path, name)) end
    columns[name] = i
  end
  local rows = {}
  for i = 2, #records do
    local where = ("%s, record %d"):format(path, i - 1)
    if #records[i] ~= #records[1] then
      local cells, expected = #records[i], #records[1]
      errors.raise(("%s has %d cells, and the header has %d"):format(where, cells, expected),
        "put quotes around a cell that contains a comma")
    end
    rows[i - 1] = make_row(records[i], columns, where)
  end
  return rows
end

local function about(row)
  local known = type(row) == "table" and getmetatable(row)
  if type(known) ~= "table" or not known.where then errors.raise("expected a row of data.csv") end
  return known
end

--- Where a row stands: "costs.csv, record 12".
function module.data.where(row) return about(row).where end

--- Whether the file of a row has a column.
function module.data.has(row, column) return about(row).columns[column] ~= nil end

--- A cell as a number; nil for an empty cell.
function module.data.number(row, column)
  local cell = row[column]
  if cell == "" then return nil end
  local number = tonumber(cell)
  if not number or number ~= number or number == math.huge or number == -math.huge then
    errors.raise(("%s: '%s' in column '%s' is not a number"):format(about(row).where, cell, column))
  end
  return number
end

--- A cell as a quantity in a unit; an error for an empty cell.
function module.data.quantity(row, column, unit_text)
  if type(unit_text) ~= "string" then
    errors.raise("data.quantity needs the unit of the numbers",
      "write data.quantity(row, \"price\", \"USD/GPU/h\")")
  end
  local number = module.data.number(row, column)
  if not number then
    errors.raise(("%s: column '%s' is empty"):format(about(row).where, column))
  end
  local graph, unit = require "core.graph", require "core.unit"
  return graph.parameter(number, unit.parse(unit_text)):source(about(row).where .. ", " .. column)
end

--- The prices of a table as `outlay import prices` reads it: data.prices(path, { date =, provider
--- = }) gives { records =, rejected =, rows = }.
---@param path string
---@param given? table { date =, provider = } where the table does not say
function module.data.prices(path, given)
  return require("outlay.catalog.import_prices").read(read(path), path, given)
end

--- The published models of a table as `outlay import models` reads it: data.models(path) gives
--- { records =, rejected =, rows = }.
---@param path string
function module.data.models(path)
  return require("outlay.catalog.import_models").read(read(path), path)
end

module.data = strict.wrap(module.data, "data")

return module
