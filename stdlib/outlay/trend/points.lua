--- The points of a fit: from lists, from rows of a file, or from records of a table of models.
local errors = require "core.error"
local extract = require "outlay.language.extract"
local files = require "outlay.language.files"
local graph = require "core.graph"
local time = require "outlay.language.time"

local M = {}

local FIRST_YEAR, LAST_YEAR = 1900, 2200

local function is_row(row)
  local meta = type(row) == "table" and getmetatable(row)
  return type(meta) == "table" and meta.where ~= nil
end

-- A cell of a row, or a field of a record; nil where there is none.
local function cell_of(row, column)
  if not is_row(row) then return row[column] end
  local text = row[column]
  if text == "" then return nil end
  return tonumber(text) or text
end

-- "record 3 of costs.csv", for messages; records of a table that a script made are counted.
local function place_of(row, i)
  local file, record
  if is_row(row) then file, record = files.data.where(row):match("^(.*), record (%d+)$") end
  return file and ("record %s of %s"):format(record, file) or ("record %d"):format(i)
end

-- "costs.csv" of "costs.csv, record 3"
local function file_of(row)
  return is_row(row) and files.data.where(row):match("^(.*), record %d+$") or nil
end

-- The columns of rows that have all of them; and how many rows do not.
local function from_rows(given, who)
  local x, y, weights, skipped = {}, {}, given.weights and {} or nil, 0
  local rows = {}
  local places = {}
  for i, row in ipairs(given.rows) do
    local a, b = cell_of(row, given.x), cell_of(row, given.y)
    local weight = not weights or cell_of(row, given.weights)
    if a ~= nil and b ~= nil and weight ~= nil then
      x[#x + 1], y[#y + 1], rows[#rows + 1] = a, b, row
      places[#x] = place_of(row, i)
      if weights then weights[#weights + 1] = weight end
    else
      skipped = skipped + 1
    end
  end
  if #given.rows > 0 and #x == 0 then
    errors.raise(("%s: no row has both '%s' and '%s'%s"):format(who, given.x, given.y,
      weights and (", and '%s'"):format(given.weights) or ""))
  end
  return x, y, weights, skipped, rows, places
end

local function fail_entry(who, what, place, value)
  errors.raise(("%s: %s of %s is %s"):format(who, what, place,
    type(value) == "string" and ("'%s'"):format(value) or tostring(value)),
    what == "x" and "give numbers, dates such as \"2023-03-15\", or certain quantities"
      or "give numbers with unit = \"...\", or certain quantities")
end

local function check_finite(who, what, place, number)
  if number ~= number or number == math.huge or number == -math.huge then
    fail_entry(who, what, place, number)
  end
  return number
end

-- A certain quantity as a number of a unit.
local function number_of(node, unit_text, who, what, place)
  if graph.describe(node).uncertain then
    errors.raise(("%s: %s of %s is uncertain"):format(who, what, place),
      "fit a statistic of it: median(x)")
  end
  return extract.value(node, unit_text)
end

-- A number among dates is a year, if it can be one.
local function check_years(list, numbers, who, place)
  for i, entry in ipairs(list) do
    if type(entry) == "number" and (numbers[i] < FIRST_YEAR or numbers[i] > LAST_YEAR) then
      errors.raise(("%s: x of %s is %.10g, among dates, and no year"):format(who, place(i),
        numbers[i]), "write dates as \"2021-01-01\"")
    end
  end
end

local function numbers_of(list, unit_text, who, what, place)
  local numbers, dates = {}, 0
  for i, entry in ipairs(list) do
    local number
    if graph.is_node(entry) then
      number = number_of(entry, unit_text, who, what, place(i))
    elseif type(entry) == "string" and what == "x" then
      number = time.of_text(entry)
      dates = dates + 1
    elseif type(entry) == "number" then
      number = entry
    end
    if not number then fail_entry(who, what, place(i), entry) end
    numbers[i] = check_finite(who, what, place(i), number)
  end
  if dates > 0 then check_years(list, numbers, who, place) end
  return numbers, dates > 0
end

local function are_years(numbers)
  for _, number in ipairs(numbers) do
    if number < FIRST_YEAR or number > LAST_YEAR then return false end
  end
  return true
end

local function check_lists(given, who)
  for _, name in ipairs { "x", "y" } do
    if type(given[name]) ~= "table" then
      errors.raise(("%s: %s is a %s, not a list"):format(who, name, type(given[name])),
        "give lists, or the names of columns together with rows")
    end
  end
  if #given.x ~= #given.y then
    errors.raise(("%s: there are %d x and %d y"):format(who, #given.x, #given.y),
      "give one y for each x")
  end
  if given.weights and #given.weights ~= #given.x then
    errors.raise(("%s: there are %d weights and %d points"):format(who, #given.weights, #given.x))
  end
end

local function check_rows(given, who)
  if type(given.rows) ~= "table" then errors.raise(("%s: rows is a list of rows"):format(who)) end
  for _, name in ipairs { "x", "y", "weights" } do
    if given[name] ~= nil and type(given[name]) ~= "string" then
      errors.raise(("%s: with rows, %s is the name of a column"):format(who, name))
    end
  end
end

--- The points: numbers, what x is, and where they come from.
---@param given table { x =, y =, weights =, rows =, unit =, x_unit =, source = }
---@param who string for messages
---@return table points { x =, y =, weights =, x_is =, source =, skipped =, rows = those used,
---  place = function(i) -> where point i stands, for messages }
function M.read(given, who)
  local x, y, weights, skipped, rows, places = given.x, given.y, given.weights, 0, nil, nil
  if given.rows ~= nil then
    check_rows(given, who)
    x, y, weights, skipped, rows, places = from_rows(given, who)
  else
    check_lists(given, who)
  end
  local function place(i) return places and places[i] or ("point %d"):format(i) end
  local x_numbers, has_dates = numbers_of(x, given.x_unit, who, "x", place)
  local points = { x = x_numbers, y = numbers_of(y, given.unit, who, "y", place), rows = rows,
    skipped = skipped, place = place }
  points.weights = weights and numbers_of(weights, nil, who, "weight", place) or nil
  local is_time = has_dates or (not given.x_unit and #x_numbers > 0 and are_years(x_numbers))
  points.x_is = is_time and "time" or given.x_unit and "amount" or "number"
  local file = given.rows and file_of(given.rows[1])
  local record = given.rows and given.rows[1]
  points.source = given.source or file
    or type(record) == "table" and type(record.source) == "string" and record.source or nil
  return points
end

return M
