-- Where reports go: standard output, or a file that is there whole or not at all.

local errors = require "core.error"
local fail = require("outlay.boot.problem").usage

local Output = {}
Output.__index = Output

local output = {}

-- Loaded with the first item: many a script has none.
local function table_of() return require "outlay.report.table" end

-- "/tmp/x: No space left" without what the caller knows
local function reason(message) return (message:gsub("^.-: ", "")) end

local function raise_usage(path, message)
  fail(("%s cannot be written: %s"):format(path, message))
end

local function no_colour()
  local value = os.getenv("NO_COLOR")
  return value ~= nil and value ~= ""
end

--- How a terminal is written to: its width, and whether in colour.
---@param terminal table program.terminal
function output.style(terminal)
  local width = terminal.width()
  local dumb = os.getenv("TERM") == "dumb"
  return { width = width, colour = width ~= nil and not dumb and not no_colour() }
end

-- A new file is written beside its place and renamed; what is not a plain file is written to.
local function open_file(path, terminal)
  local kind = terminal.kind(path)
  if kind == "folder" then raise_usage(path, "it is a folder") end
  local beside = kind ~= "other" and path .. ".part" or nil
  local file, message = io.open(beside or path, "wb")
  if not file then raise_usage(path, reason(message)) end
  return file, beside
end

--- An output for a request. A file is opened at once: long work should not end in vain.
---@param request { format: string?, out: string? }
---@param program table
function output.open(request, program)
  local self = setmetatable({ format = request.format or "table", program = program }, Output)
  self.style = output.style(program.terminal)
  if request.out then
    self.path = request.out
    self.file, self.beside = open_file(request.out, program.terminal)
    self.style = { width = nil, colour = false }
  end
  return self
end

function Output:write(text)
  self.program.progress.erase()
  local ok, message = (self.file or io.stdout):write(text)
  -- At a terminal, reports and what goes to standard error keep their order.
  if ok and self.style.width then ok, message = io.stdout:flush() end
  if not ok then
    local place = self.path or "standard output"
    errors.raise(("%s cannot be written: %s"):format(place, reason(message)))
  end
end

--- Writes what is no part of a report for programs to standard error.
function Output:remark(text)
  self.program.progress.erase()
  io.stdout:flush()
  io.stderr:write((text:gsub("\n$", "")), "\n")
end

--- Whether items can be written one by one, as a person reads them.
function Output:is_for_people() return self.format == "table" end

--- Begins a piece of output: what came before has no part in its spacing.
---@param style { width: integer?, colour: boolean }
function Output:begin(style)
  self.style, self.previous = style, nil
end

--- Writes one item for people.
---@param item table
function Output:item(item)
  self:write(table_of().after(self.previous, item, self.style))
  self.previous = item
end

--- Writes all items for programs.
---@param items table[]
---@param about table what a JSON document says beside them
function Output:items(items, about)
  if self.format == "csv" then
    for _, item in ipairs(items) do
      if item.kind ~= "table" then self:remark(item.text) end
    end
  end
  self:write(table_of().render(items, self.format, { about = about }))
end

--- Puts the file in its place, or takes it away after an error.
---@param ok boolean
function Output:close(ok)
  if not self.file then return end
  local closed, message = self.file:close()
  self.file = nil
  if not self.beside then return end
  if ok and closed then closed, message = os.rename(self.beside, self.path) end
  if not (ok and closed) then os.remove(self.beside) end
  if ok and not closed then raise_usage(self.path, reason(message)) end
end

return output
