-- `help` at the prompt: the words by group, and what is written about one of them.

local loader = require "outlay.boot.loader"
local strict = require "outlay.language.strict"
local text_width = require "outlay.report.text_width"

local help = {}

local prompt_words = {
  { word = "help(word)", help = "what a word does" },
  { word = "_", help = "the last value" },
}

local function entries() return require "outlay.vocabulary" end

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
  prompt_words.name = "At the prompt"
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
    for _, entry in ipairs(group) do
      local line = ("  %-15s %s"):format(entry.word, entry.help)
      lines[#lines + 1] = text_width.shorten(line, width)
    end
  end
  return table.concat(lines, "\n")
end

-- The source text of a module of the standard library, once it is loaded.
local function source_of(module)
  local ending = module:gsub("%.", "/")
  for path, text in pairs(loader.sources) do
    local stem = path:gsub("%.lua$", ""):gsub("/init$", "")
    if stem:sub(-#ending) == ending then return text end
  end
  return nil
end

-- The comment with three dashes right above the function of a field.
local function documentation(entry)
  if not entry.field or not pcall(require, entry.module) then return {} end
  local source = source_of(entry.module) or ""
  local comment = {}
  for line in source:gmatch("([^\n]*)\n") do
    local said = line:match("^%-%-%- ?(.*)$")
    if said then
      comment[#comment + 1] = said
    elseif line:match("^function [%w_]+[%.:]" .. entry.field .. "%(")
      or line:match("^[%w_]+%." .. entry.field .. " *=") then
      return comment
    else
      comment = {}
    end
  end
  return {}
end

local function annotation(line)
  local name, kind, about = line:match("^@param ([%w_%?]+) ([^ ]+) ?(.*)$")
  if name then return ("  %s: %s%s"):format(name, kind, about ~= "" and ", " .. about or "") end
  local result = line:match("^@return (.+)$")
  return result and "  gives " .. result or nil
end

--- What is known of one word.
---@param word string
---@return string? text nil if it is no word of the vocabulary
---@return string? advice then
function help.word(word)
  local known = {}
  for _, entry in ipairs(entries()) do
    if entry.word == word then
      local lines = { ("%s  (%s)"):format(word, entry.group), "  " .. entry.help }
      for _, line in ipairs(documentation(entry)) do
        lines[#lines + 1] = line:sub(1, 1) == "@" and annotation(line) or "  " .. line
      end
      return table.concat(lines, "\n")
    end
    known[#known + 1] = entry.word
  end
  return nil, strict.suggestion(word, known)
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
