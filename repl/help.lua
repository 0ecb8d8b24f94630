-- `help` at the prompt: the words by group, and what is written about one of them.

local loader = require "outlay.boot.loader"
local strict = require "outlay.language.strict"
local text_width = require "outlay.report.text_width"

local help = {}

local prompt_words = {
  name = "At the prompt",
  { word = "help(word)", help = "what a word does" },
  { word = "_", help = "the last value" },
}

local function entries() return require "outlay.vocabulary" end

-- ---- what is written in the sources ----

-- The comment with three dashes right above a function, in one source text; nil without it.
local function comment_above(source, name)
  local comment = {}
  for line in source:gmatch("([^\n]*)\n") do
    local said = line:match("^%-%-%-? ?(.*)$")
    if said then
      comment[#comment + 1] = said
    elseif line:match("^function [%w_]+[%.:]" .. name .. "%(")
      or line:match("^[%w_]+%." .. name .. " *=") then
      return #comment > 0 and comment or nil
    else
      comment = {}
    end
  end
  return nil
end

-- The same in the files of a module, which are read once they are used.
local function documentation(module, name)
  local place = module:gsub("%.", "/")
  for path, source in pairs(loader.sources) do
    if path:find(place, 1, true) then
      local comment = comment_above(source, name)
      if comment then return comment end
    end
  end
  return {}
end

-- What the classes of a comment are for: the argument's is "takes", the result's "gives".
local function class_headings(comment)
  local headings = {}
  for _, said in ipairs(comment) do
    local taken = said:match("^@param [%w_%?]+ (outlay%.[%w_%.]+)")
    local given = said:match("^@return (outlay%.[%w_%.]+)")
    if taken then headings[taken] = "takes" end
    if given then headings[given] = "gives" end
  end
  return headings
end

-- An annotation as a person reads it; nil for one that says nothing to a person.
local function annotation(line, headings)
  local class = line:match("^@class ([%w_%.]+)")
  if class then return headings[class] and "  " .. headings[class] end
  local name, kind, about = line:match("^@[pf][%a]+ ([%w_%?]+) ([^ ]+) ?(.*)$")
  if not name or kind:find("^outlay%.") then return nil end
  return ("    %s: %s%s"):format(name, kind, about ~= "" and ", " .. about or "")
end

-- A comment's paragraphs flow anew; indented lines and annotations stand alone.
local function append_comment(lines, comment, width)
  local headings = class_headings(comment)
  local paragraph
  local function finish()
    if paragraph then lines[#lines + 1] = text_width.wrap("  " .. paragraph, width, 0) end
    paragraph = nil
  end
  for _, said in ipairs(comment) do
    if said:find("^[^%s@]") then
      paragraph = paragraph and paragraph .. " " .. said or said
    else
      finish()
      local shown = said:sub(1, 1) ~= "@" and "  " .. said or annotation(said, headings)
      if shown then lines[#lines + 1] = text_width.wrap((shown:gsub("%s+$", "")), width) end
    end
  end
  finish()
end

-- What can be asked of a quantity with a colon. Those without a comment go over an axis.
local function methods()
  local module = "outlay.language.methods"
  local group = { name = "Methods of a quantity" }
  for i, name in ipairs(require(module).names()) do
    local said = documentation(module, name)[1] or ("over an axis: x:%s(year)"):format(name)
    group[i] = { word = "x:" .. name, help = said }
  end
  return group
end

-- Groups in the order of the vocabulary, each with its entries.
local function groups()
  local list, by_name = {}, {}
  for _, entry in ipairs(entries()) do
    if not by_name[entry.group] then
      by_name[entry.group] = { name = entry.group }
      list[#list + 1] = by_name[entry.group]
    end
    table.insert(by_name[entry.group], entry)
  end
  list[#list + 1] = methods()
  list[#list + 1] = prompt_words
  return list
end

--- All words by group, one a line.
---@param width integer columns of the terminal
function help.overview(width)
  local lines = {}
  for _, group in ipairs(groups()) do
    if #lines > 0 then lines[#lines + 1] = "" end
    lines[#lines + 1] = group.name
    local longest = 12
    for _, entry in ipairs(group) do longest = math.max(longest, #entry.word) end
    for _, entry in ipairs(group) do
      local line = "  " .. text_width.pad(entry.word, longest) .. "  " .. entry.help
      lines[#lines + 1] = text_width.shorten(line, width)
    end
  end
  return table.concat(lines, "\n")
end

-- ---- words ----

local function find_entry(word)
  local known = {}
  for i, entry in ipairs(entries()) do
    if entry.word == word then return entry end
    known[i] = entry.word
  end
  return nil, strict.suggestion(word, known)
end

-- The names that a catalog or a table of models has.
local function fields_of(module)
  local ok, value = pcall(require, module)
  local meta = ok and type(value) == "table" and getmetatable(value)
  if type(meta) ~= "table" or not meta.fields then return nil end
  local names = meta.fields()
  table.sort(names)
  return names
end

local function word_text(entry, width)
  local lines = { ("%s  (%s)"):format(entry.word, entry.group), "  " .. entry.help }
  if entry.field and pcall(require, entry.module) then
    append_comment(lines, documentation(entry.module, entry.field), width)
  end
  local fields = not entry.field and fields_of(entry.module)
  if fields then
    lines[#lines + 1] = text_width.wrap("  it has: " .. table.concat(fields, ", "), width)
  end
  return table.concat(lines, "\n")
end

-- What is written about model.energy: its comment, or where to look; nil if there is no such
-- field.
local function field_text(entry, name, width)
  local there, value = pcall(function() return require(entry.module)[name] end)
  if not there or value == nil then return nil end
  local lines = { ("%s.%s  (%s)"):format(entry.word, name, entry.group) }
  append_comment(lines, documentation(entry.module, name), width)
  if #lines == 1 then
    lines[2] = ("  print it to see what it is: %s.%s"):format(entry.word, name)
  end
  return table.concat(lines, "\n")
end

--- What is known of one word, or of a field of one.
---@param word string such as "lognormal" or "model.energy"
---@param width integer columns of the terminal
---@return string? text nil if nothing is written about it
---@return string? advice then
function help.word(word, width)
  local head, name = word:match("^([%w_]+)%.([%w_]+)")
  local entry, advice = find_entry(head or word)
  if not entry then return nil, advice end
  if not name then return word_text(entry, width) end
  local text = not entry.field and field_text(entry, name, width)
  if text then return text end
  return nil, strict.suggestion(name, fields_of(entry.module) or {})
end

--- The word that a line asks help for: "" for all words, nil if the line asks for none.
---@param line string
function help.asked(line)
  local bare = line:match("^%s*(.-)%s*$")
  if bare == "help" or bare == "help()" or bare == "?" then return "" end
  return bare:match("^help%s*%(%s*[\"']?([%a_][%w_%.]*)[\"']?%s*%)$")
    or bare:match("^help%s+[\"']?([%a_][%w_%.]*)[\"']?$")
    or bare:match("^%?%s*([%a_][%w_%.]*)$")
end

return help
