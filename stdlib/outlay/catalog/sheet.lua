--- A table of text by the names of its columns, for import: each row knows its line, and what
--- cannot be read is rejected with a reason, never dropped.
local errors = require "core.error"
local period = require "outlay.catalog.period"
local strict = require "outlay.language.strict"
local text = require "core.text"

local M = {}

local Row = {}
Row.__index = Row

-- What `reject` raises, to be told from other errors.
local Rejection = {}

--- Ends the reading of a row with a reason.
---@param reason string
function M.reject(reason, ...)
  error(setmetatable({ reason = reason:format(...) }, Rejection), 0)
end

--- A cell as text without line ends and blanks around it; nil if it is empty or not there.
---@param column string
---@return string?
function Row:text(column)
  local i = self.columns[column]
  local cell = i and self.cells[i]
  if not cell then return nil end
  cell = cell:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", "")
  return cell ~= "" and cell or nil
end

--- A cell as text that must be there.
function Row:required(column)
  return self:text(column) or M.reject("%s is empty", column)
end

--- A cell as a number; nil if it is empty. What is there and is no number is a reason to reject.
---@param column string
---@return number?
function Row:number(column)
  local cell = self:text(column)
  if not cell then return nil end
  local plain = cell:gsub("^%$", "")
  local first, groups, rest = plain:match("^(%-?%d%d?%d?)(,[,%d]*)(.*)$")
  if first and groups:gsub(",(%d+)", function(digits) return #digits == 3 and "" or nil end) == ""
  then
    plain = first .. groups:gsub(",", "") .. rest
  end
  local number = not plain:find("[xX]") and tonumber(plain)
  if not number or number ~= number or math.abs(number) == math.huge then
    M.reject("%s is '%s', not a number", column, cell)
  end
  return number
end

--- A positive number; nil if the cell is empty.
function Row:positive(column)
  local number = self:number(column)
  if number and number <= 0 then M.reject("%s is %g, not positive", column, number) end
  return number
end

--- A positive number that the row can do without: what cannot be read is left out, and a remark
--- says so.
function Row:optional(column)
  local ok, number = pcall(self.positive, self, column)
  if ok then return number end
  if getmetatable(number) ~= Rejection then error(number, 0) end
  self.remarks[#self.remarks + 1] = { line = self.line, reason = number.reason .. ": left out" }
  return nil
end

--- A cell as a date ("2024", "2024-06", "2024-06-15"); nil if it is empty.
function Row:date(column)
  local cell = self:text(column)
  if not cell then return nil end
  local day = cell:match("^(%d%d%d%d%-%d%d%-%d%d)[T ].*$") or cell
  if not period.days(day) then M.reject("%s is '%s', not a date", column, cell) end
  return day
end

--- The rows of a CSV text with a header.
---@param contents string
---@param name string the file, for messages
---@return table[] rows
---@return table<string, integer> columns
---@return table[] rejected { line =, reason = }: rows with more or fewer cells than the header
---@return table[] remarks { line =, reason = } of single cells, grows while rows are read
function M.read(contents, name)
  if contents:find("^\255\254") or contents:find("^\254\255") or contents:find("^[^\n]?%z") then
    errors.raise(("%s is UTF-16 text"):format(name), "save it as UTF-8")
  end
  local ok, records, lines = pcall(text.csv, contents)
  if not ok then errors.raise(("%s, %s"):format(name, tostring(records))) end
  if #records == 0 then
    errors.raise(("%s is empty"):format(name), "its first line names the columns")
  end
  local columns = {}
  for i, column in ipairs(records[1]) do
    if columns[column] and column ~= "" then
      errors.raise(("%s: the header has the column '%s' twice"):format(name, column),
        "rename or remove one of them")
    end
    columns[column] = i
  end
  local rows, rejected, remarks = {}, {}, {}
  for i = 2, #records do
    if #records[i] ~= #records[1] then
      rejected[#rejected + 1] = { line = lines[i],
        reason = ("%d cells, and the header has %d"):format(#records[i], #records[1]) }
    else
      rows[#rows + 1] = setmetatable({ cells = records[i], line = lines[i], columns = columns,
        remarks = remarks }, Row)
    end
  end
  return rows, columns, rejected, remarks
end

--- Whether a header has all of some columns.
function M.has(columns, names)
  for _, name in ipairs(names) do
    if not columns[name] then return false end
  end
  return true
end

-- Tables with another separator have one long name in their header.
local function check_separator(columns, name)
  local only, second = next(columns), next(columns, (next(columns)))
  for character, called in pairs { [";"] = "semicolons", ["\t"] = "tabs" } do
    if only and not second and only:find(character, 1, true) then
      errors.raise(("%s is separated by %s"):format(name, called), "save it with commas")
    end
  end
end

--- Raises that a header is of no known form.
function M.raise_unknown_form(columns, forms, name)
  check_separator(columns, name)
  local known = {}
  for _, form in ipairs(forms) do
    known[#known + 1] = ("%s: %s"):format(form.name, table.concat(form.columns, ", "))
  end
  local has = strict.keys(columns)
  table.sort(has)
  errors.raise(("%s has the columns of no known table: %s"):format(name,
    table.concat(has, ", "):sub(1, 200)), "known are\n  " .. table.concat(known, "\n  "))
end

--- Reads each row by a function that gives a list of records, and collects what it rejects.
---@param rows table[]
---@param rejected table[] grows
---@param read fun(row: table): table[]
---@return table[] records
function M.each(rows, rejected, read)
  local all = {}
  for _, row in ipairs(rows) do
    local ok, found = pcall(read, row)
    if ok then
      for _, record in ipairs(found) do
        record.line = row.line
        all[#all + 1] = record
      end
    elseif getmetatable(found) == Rejection then
      rejected[#rejected + 1] = { line = row.line, reason = found.reason }
    else
      error(found, 0)
    end
  end
  table.sort(rejected, function(a, b) return a.line < b.line end)
  return all
end

return M
