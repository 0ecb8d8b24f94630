-- Completion for shells, made from the table of options.

local options = require "repl.options"

local completion = {}

local function dashed_names()
  local names = {}
  for _, option in ipairs(options.options) do
    names[#names + 1] = "--" .. option.name
    if option.letter then names[#names + 1] = "-" .. option.letter end
  end
  return table.concat(names, " ")
end

-- ---- bash, and zsh by its bashcompinit ----

local function bash_values()
  local lines = {}
  for _, option in ipairs(options.options) do
    if option.words then
      local line = "    --%s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;"
      lines[#lines + 1] = line:format(option.name, table.concat(option.words, " "))
    elseif option.kind and option.kind ~= "path" then
      lines[#lines + 1] = ("    --%s) COMPREPLY=(); return ;;"):format(option.name)
    end
  end
  return table.concat(lines, "\n")
end

local function bash()
  return ([[
_outlay() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  case $before in
%s
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W '%s' -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word"))
       [ "$COMP_CWORD" -gt 1 ] || COMPREPLY+=($(compgen -W '%s' -- "$word")) ;;
  esac
}
complete -o filenames -F _outlay outlay
]]):format(bash_values(), dashed_names(), table.concat(options.command_names(), " "))
end

local function zsh() return "autoload -Uz bashcompinit && bashcompinit\n" .. bash() end

-- ---- fish ----

local function quoted(text) return "'" .. text:gsub("\\", "\\\\"):gsub("'", "\\'") .. "'" end

local function fish()
  local lines = {}
  for _, command in ipairs(options.commands) do
    lines[#lines + 1] = ("complete -c outlay -n __fish_use_subcommand -a %s -d %s"):format(
      command.name, quoted(command.help))
  end
  for _, option in ipairs(options.options) do
    local line = "complete -c outlay -l " .. option.name
    if option.letter then line = line .. " -s " .. option.letter end
    if option.words then
      line = line .. " -x -a " .. quoted(table.concat(option.words, " "))
    elseif option.kind then
      line = line .. (option.kind == "path" and " -r" or " -x")
    end
    lines[#lines + 1] = line .. " -d " .. quoted(option.help)
  end
  return table.concat(lines, "\n") .. "\n"
end

local shells = { bash = bash, zsh = zsh, fish = fish }

--- The completion of a shell, to be sourced by it.
---@param shell string one of the words of --completion
---@return string
function completion.text(shell) return shells[shell]() end

return completion
