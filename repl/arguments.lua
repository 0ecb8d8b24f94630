-- The command line: words into a request.
--
-- A request is { command = "run" | "explain" | "code" | "help" | "version" | "manual" |
-- "completion" | "catalog" ..., given = {...} (its arguments), file =, name =, code = {...},
-- overrides = {...}, script_options = {...}, samples =, seed =, threads =, sampling =,
-- within =, exact =, format =, out = }. What is wrong is raised as a usage error.

local fail = require("outlay.boot.problem").usage
local options = require "repl.options"
local strict = require "outlay.language.strict"

local arguments = {}

-- ---- values ----

local multiples = { k = 1e3, M = 1e6, G = 1e9, B = 1e9 }

--- A whole number as people write it, such as 100k; nil if it is none.
---@param text string
---@return number?
function arguments.count(text)
  local digits, letter = text:match("^([%d%.eE+_]+)([kMGB]?)$")
  local number = digits and tonumber((digits:gsub("_", "")))
  if number and letter ~= "" then number = number * multiples[letter] end
  return number and number % 1 == 0 and number or nil
end

local function to_count(option, text)
  local number = arguments.count(text)
  if not number then
    fail(("--%s takes a whole number, not '%s'"):format(option.name, text),
      "such as 1000, 1e6 or 100k")
  end
  if number < option.least then
    fail(("--%s takes at least %.0f, not %s"):format(option.name, option.least, text))
  end
  if number > option.most then
    fail(("--%s takes at most %.0f, not %s"):format(option.name, option.most, text))
  end
  return number
end

local function to_share(option, text)
  local digits, percent = text:match("^([%d%.eE+-]+)%s*(%%?)$")
  local number = digits and tonumber(digits)
  if number and percent == "%" then number = number / 100 end
  if not number or not (number > 0 and number < 1) then
    fail(("--%s takes a share between 0 and 1, not '%s'"):format(option.name, text),
      "such as 0.01 or 1%")
  end
  return number
end

local function to_word(option, text)
  for _, word in ipairs(option.words) do
    if word == text then return word end
  end
  fail(("--%s: there is no %s '%s'"):format(option.name, option.name, text),
    strict.suggestion(text, option.words))
end

local function to_setting(_, text)
  local name, value = text:match("^%s*([%a_][%w_%.%-%[%]]*)%s*=%s*(.-)%s*$")
  if not name or value == "" then
    fail(("--set takes NAME=VALUE, not '%s'"):format(text), "such as --set chips=\"8192 GPU\"")
  end
  return { name = name, value = value }
end

local function to_text(option, text)
  if text == "" then fail(("--%s needs a value"):format(option.name)) end
  return text
end

-- No code is code too: it starts the program and ends it.
local function to_code(_, text) return text end

local readers = {
  count = to_count, share = to_share, word = to_word, setting = to_setting, path = to_text,
  text = to_text, code = to_code,
}

-- ---- words ----

-- "--name=value", "--name", "-e": the name, the value if it is in the same word, the dashes.
local function split(word)
  local name, value = word:match("^%-%-([^=]+)=(.*)$")
  if name then return name, value, "--" end
  name = word:match("^%-%-(.+)$")
  if name then return name, nil, "--" end
  name, value = word:match("^%-(%a)(.*)$")
  if name then return name, value ~= "" and value or nil, "-" end
  return nil
end

local function find_option(name, dashes)
  local option = options.option(name)
  if not option then return nil end
  if dashes == "-" then return option.letter == name and option or nil end
  return option.name == name and option or nil
end

local function takes(command, option)
  return option.name == "help" or options.takes(command or options.program, option.name)
end

local function store(request, option, value)
  if not option.kind then
    request[option.name] = true
  elseif option.kind == "setting" then
    request.overrides[value.name] = value.value
  elseif option.many then
    request[option.name] = request[option.name] or {}
    table.insert(request[option.name], value)
  else
    request[option.name] = value
  end
end

-- The words still to be read.
local Words = {}
Words.__index = Words

function Words:next()
  self.position = self.position + 1
  return self[self.position]
end

function Words:peek() return self[self.position + 1] end

local function read_option(request, words, option, value)
  if not option.kind then
    if value then fail(("--%s takes no value"):format(option.name)) end
    return store(request, option)
  end
  value = value or words:next()
  if not value then fail(("--%s needs a value"):format(option.name), option.help) end
  return store(request, option, readers[option.kind](option, value))
end

-- An option of the script: --name=value, --name value, or --name alone.
local function read_script_option(request, words, name, value)
  local following = words:peek()
  if not value and following and not following:find("^%-%-") then value = words:next() end
  request.script_options[name] = value or "true"
end

local function unknown_option(command, word, name)
  local known = { "help" } -- every command has it
  for i, option in ipairs((command or options.program).options) do known[i + 1] = option end
  local closest = strict.closest(name, known)
  local advice = closest[1] and ("did you mean --%s?"):format(closest[1])
    or "outlay --help lists the options"
  advice = advice .. "\noptions of a script come after its file"
  fail(("there is no option %s"):format(word), advice)
end

-- Whether the request has a script yet, so that options may be the script's.
local function has_script(state)
  return state.command and state.command.has_script and #state.given > 0
end

local function read_dashed(state, words, word)
  local name, value, dashes = split(word)
  local option = name and not state.options_ended and find_option(name, dashes)
  if option and takes(state.command, option) then
    return read_option(state.request, words, option, value)
  end
  local is_commands = option and options.is_of_a_command(option.name)
  if dashes == "--" and has_script(state) and not is_commands then
    return read_script_option(state.request, words, name, value)
  end
  if option and state.command then
    fail(("%s takes no %s"):format(state.command.name, word:match("^[^=]+")),
      ("outlay %s --help lists its options"):format(state.command.name))
  end
  return unknown_option(state.command, word, name or word)
end

-- The first plain word is a command, or the file of a script to run.
local function read_plain(state, word)
  if not state.command then
    state.command = options.command(word)
    if state.command then return end
    state.command = options.command("run")
    state.implied = true
  end
  table.insert(state.given, word)
end

-- ---- the request ----

--- Raises if a word that was taken for a script's file is rather a misspelt command.
---@param word string
function arguments.check_command(word)
  local closest = strict.closest(word, options.command_names())
  if closest[1] then
    fail(("there is no command '%s'"):format(word), ("did you mean %s?"):format(closest[1]))
  end
end

-- How many arguments a command needs, and how many it takes: "[NAME]" may be left out, "[NAME]..."
-- may be several.
local function counts_of(wanted)
  local least, most = 0, #wanted
  for _, name in ipairs(wanted) do
    if not name:find("^%[") then least = least + 1 end
    if name:find("%.%.%.$") then most = math.huge end
  end
  return least, most
end

local function check_given(state)
  local wanted = state.command.arguments
  local least, most = counts_of(wanted)
  local first_extra = state.given[most + 1]
  if first_extra and state.implied then arguments.check_command(state.given[1]) end
  if first_extra then
    fail(("%s: what is '%s' for?"):format(state.command.name, first_extra),
      "usage: outlay " .. state.command.name .. " " .. table.concat(wanted, " "))
  end
  if #state.given < least then
    local missing = wanted[#state.given + 1]
    local article = missing:find("^[AEIOU]") and "an" or "a"
    fail(("%s needs %s %s"):format(state.command.name, article, missing),
      "usage: outlay " .. state.command.name .. " " .. table.concat(wanted, " "))
  end
end

local function complete(state)
  local request = state.request
  if request.help then
    request.command, request.about = "help", not state.implied and state.command or nil
  elseif request.version or request.manual or request.completion then
    request.command = request.version and "version" or request.manual and "manual" or "completion"
  elseif request.code then
    if state.command then fail("either a script or -e CODE, not both") end
    request.command = "code"
  elseif state.command then
    check_given(state)
    request.command = state.command.name
    request.given = state.given
    request.file, request.name = state.given[1], state.given[2]
    request.implied = state.implied
  end
  return request
end

-- Words of an option that only one command takes.
local function check_words(request)
  for _, option in ipairs(options.options) do
    local word = option.of and request[option.name]
    local owner = word and option.of[word]
    if owner and owner ~= request.command then
      fail(("--%s %s: only `outlay %s` has it"):format(option.name, word, owner),
        ("outlay %s --help says more"):format(owner))
    end
  end
end

-- A command that has formats of its own takes no other.
local function check_format(request)
  local command = options.command(request.command or "")
  local formats = command and command.formats
  if not formats or not request.format then return end
  for _, format in ipairs(formats) do
    if format == request.format then return end
  end
  fail(("--format %s: `outlay %s` has no such format"):format(request.format, command.name),
    "there is: " .. table.concat(formats, ", "))
end

local endings = { json = "json", csv = "csv", md = "markdown", markdown = "markdown",
  txt = "table", text = "table", svg = "svg" }

-- The format that a file's ending stands for. An import writes Lua, whatever its file is called.
local function choose_format(request)
  if request.command == "import" then return end
  if request.format == nil and request.out then
    local ending = request.out:match("%.(%a+)$") or ""
    request.format = endings[ending:lower()]
    if request.command == "check" and ending:lower() == "xml" then request.format = "junit" end
    if request.format == nil and ending ~= "" then
      fail(("--out %s: no format has the ending .%s"):format(request.out, ending),
        "use .txt, .json, .csv, .md or .svg, or give --format beside it")
    end
  end
end

--- Reads a command line.
---@param given string[] the words after the program's name
---@return table request its command is nil where no word chose one
function arguments.parse(given)
  local words = setmetatable({ position = 0 }, Words)
  for i, word in ipairs(given) do words[i] = word end
  local state = { request = { overrides = {}, script_options = {} }, given = {} }
  local word = words:next()
  while word do
    if word == "--" then
      state.options_ended = true
    elseif word ~= "-" and word:sub(1, 1) == "-" then
      read_dashed(state, words, word)
    else
      read_plain(state, word)
    end
    word = words:next()
  end
  local request = complete(state)
  choose_format(request)
  check_words(request)
  check_format(request)
  return request
end

return arguments
