-- The manual page (man(7)), made from the table of options.

local options = require "repl.options"

local manual = {}

-- Text as troff takes it.
local function escape(text)
  return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("^([.'])", "\\&%1"))
end

local function option_head(option)
  local names = option.letter and ("-%s, --%s"):format(option.letter, option.name)
    or "--" .. option.name
  local head = ("\\fB%s\\fR"):format(escape(names))
  return option.argument and ("%s \\fI%s\\fR"):format(head, escape(option.argument)) or head
end

local function append_options(lines, names)
  for _, name in ipairs(names) do
    local option = options.option(name)
    lines[#lines + 1] = ".TP"
    lines[#lines + 1] = option_head(option)
    lines[#lines + 1] = escape(option.help) .. (option.many and " (may be repeated)." or ".")
  end
end

local function append_synopsis(lines)
  lines[#lines + 1] = ".SH SYNOPSIS"
  lines[#lines + 1] = ".nf"
  for _, usage in ipairs(options.program.usage) do
    lines[#lines + 1] = escape((usage:gsub("   +.*$", "")))
  end
  lines[#lines + 1] = ".fi"
end

local function append_commands(lines)
  lines[#lines + 1] = ".SH COMMANDS"
  for _, command in ipairs(options.commands) do
    lines[#lines + 1] = ".TP"
    lines[#lines + 1] = ("\\fB%s\\fR \\fI%s\\fR"):format(command.name,
      escape(table.concat(command.arguments, " ")))
    lines[#lines + 1] = escape(command.help) .. "."
  end
end

local function append_examples(lines)
  lines[#lines + 1] = ".SH EXAMPLES"
  lines[#lines + 1] = ".nf"
  for _, command in ipairs(options.commands) do
    for _, example in ipairs(command.examples) do lines[#lines + 1] = escape(example) end
  end
  lines[#lines + 1] = ".fi"
end

local function append_list(lines, heading, entries)
  lines[#lines + 1] = ".SH " .. heading
  for _, entry in ipairs(entries) do
    lines[#lines + 1] = ".TP"
    lines[#lines + 1] = ("\\fB%s\\fR"):format(escape(tostring(entry[1])))
    lines[#lines + 1] = escape(entry[2]) .. "."
  end
end

--- The manual page as troff.
---@param version string
---@return string
function manual.text(version)
  local lines = {
    (".TH OUTLAY 1 \"\" \"Outlay %s\""):format(version),
    ".SH NAME",
    "outlay \\- " .. escape(options.purpose),
  }
  append_synopsis(lines)
  append_commands(lines)
  lines[#lines + 1] = ".SH OPTIONS"
  lines[#lines + 1] = "Options that are not listed here go to the script, after its file."
  append_options(lines, options.program.options)
  append_examples(lines)
  append_list(lines, "EXIT STATUS", options.exit_codes)
  append_list(lines, "ENVIRONMENT", options.environment)
  return table.concat(lines, "\n") .. "\n"
end

return manual
