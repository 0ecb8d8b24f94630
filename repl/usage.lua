-- Help, made from the table of options.

local options = require "repl.options"

local usage = {}

local function option_text(option)
  local text = option.letter and ("-%s, --%s"):format(option.letter, option.name)
    or "    --" .. option.name
  return option.argument and text .. " " .. option.argument or text
end

-- A command with formats of its own has these alone.
local function help_of(option, command)
  local formats = option.name == "format" and command and command.formats
  if not formats then return option.help end
  local first = table.concat(formats, ", ", 1, #formats - 1)
  return ("%s or %s"):format((first:gsub("^table", "table (for people)")), formats[#formats])
end

local function option_lines(names, command)
  local entries, width = {}, 0
  for i, name in ipairs(names) do
    local option = options.option(name)
    entries[i] = { option_text(option), help_of(option, command) }
    width = math.max(width, #entries[i][1])
  end
  local lines = {}
  for i, entry in ipairs(entries) do
    lines[i] = ("  %s%s  %s"):format(entry[1], (" "):rep(width - #entry[1]), entry[2])
  end
  return lines
end

local function command_lines()
  local calls, width, lines = {}, 0, {}
  for i, command in ipairs(options.commands) do
    calls[i] = ("%s %s"):format(command.name, table.concat(command.arguments, " "))
    width = math.max(width, #calls[i])
  end
  for i, command in ipairs(options.commands) do
    lines[i] = ("  %s%s  %s"):format(calls[i], (" "):rep(width - #calls[i]), command.help)
  end
  return lines
end

local function append(lines, more)
  for _, line in ipairs(more) do lines[#lines + 1] = line end
end

local function indented(lines)
  local result = {}
  for i, line in ipairs(lines) do result[i] = "  " .. line end
  return result
end

local function command_help(command)
  local lines = {
    ("outlay %s %s [OPTION]...%s"):format(command.name, table.concat(command.arguments, " "),
      command.has_script and " [OPTION OF THE SCRIPT]..." or ""),
    "    " .. command.help,
    "",
  }
  local names = {}
  append(names, command.options)
  append(names, { "help" })
  append(lines, option_lines(names, command))
  append(lines, { "", "Examples:" })
  append(lines, indented(command.examples))
  return lines
end

local function exit_codes()
  local parts = {}
  for i, entry in ipairs(options.exit_codes) do parts[i] = ("%d %s"):format(entry[1], entry[2]) end
  return table.concat(parts, ", "):gsub(", 4", ",\n4") .. "."
end

local function program_help(version)
  local lines = { ("Outlay %s: %s"):format(version, options.purpose), "" }
  append(lines, indented(options.program.usage))
  append(lines, { "", "Commands (outlay COMMAND --help says more):" })
  append(lines, command_lines())
  append(lines, { "", "Options:" })
  append(lines, option_lines(options.program.options))
  append(lines, {
    "",
    "Other options go to the script, after its file: outlay FILE --rows runs.csv",
    "Exit codes: " .. exit_codes(),
  })
  return lines
end

--- The help of a command, or of the program.
---@param command? table an entry of options.commands
---@param version string
---@return string
function usage.help(command, version)
  local lines = command and command_help(command) or program_help(version)
  return table.concat(lines, "\n") .. "\n"
end

return usage
