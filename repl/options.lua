-- The commands and options of the program: the one table from which arguments are parsed, and
-- help, usage errors, the manual page and shell completion are made.
--
-- An option's `kind` says what its value is: "count" (1e6, 100k), "share" (0.01, 1%), "word" (one
-- of `words`), "setting" (name=value), "path", "text", "code" (which may be empty); without one it
-- is a switch. `many` may be repeated. `of` names words that only one command takes; a command with
-- `formats` has these alone.

local options = {}

options.purpose = "what an AI training programme will cost, and how sure we are"

options.options = {
  {
    name = "set", kind = "setting", argument = "NAME=VALUE", many = true,
    help = "another value for a quantity: --set chips=\"8192 GPU\"",
  },
  {
    name = "samples", kind = "count", argument = "N", least = 1, most = 2 ^ 53,
    help = "samples to draw, such as 1e6 or 100k",
  },
  {
    name = "seed", kind = "count", argument = "N", least = 0, most = 2 ^ 53,
    help = "seed of the draws; the same seed gives the same digits",
  },
  {
    name = "threads", kind = "count", argument = "N", least = 1, most = 4096,
    help = "threads to use; one a processor if not given",
  },
  {
    name = "sampling", kind = "word", argument = "KIND", words = { "mc", "lhs", "sobol" },
    help = "samples that are independent (mc) or even (lhs, sobol)",
  },
  {
    name = "within", kind = "share", argument = "SHARE",
    help = "draw samples until means are as sure as this: 1%",
  },
  { name = "exact", help = "no fitted distributions, to the last digit" },
  {
    name = "format", kind = "word", argument = "FORMAT",
    words = { "table", "json", "csv", "markdown", "svg", "junit" }, of = { junit = "check" },
    help = "table (for people), json, csv, markdown or svg",
  },
  {
    name = "out", kind = "path", argument = "FILE",
    help = "write reports to a file; its ending chooses the format",
  },
  {
    name = "facts", kind = "path", argument = "RESULT",
    help = "take catalog facts as an earlier JSON result had them",
  },
  {
    name = "explain", kind = "text", argument = "CLAIM",
    help = "how a claim's figures came about, down to sources",
  },
  { name = "quiet", letter = "q", help = "print only what failed" },
  { name = "date", kind = "text", argument = "DATE",
    help = "when prices of a table held (import); when sources are old (audit)" },
  { name = "older", kind = "count", argument = "MONTHS", least = 0, most = 1200,
    help = "sources older than this are stale: 18 if not given" },
  { name = "provider", kind = "text", argument = "NAME",
    help = "whose prices a table has that does not say" },
  { name = "code", letter = "e", kind = "code", argument = "CODE", many = true,
    help = "print the value of an expression, or run statements" },
  {
    name = "completion", kind = "word", argument = "SHELL", words = { "bash", "zsh", "fish" },
    help = "completion for a shell: bash, zsh or fish",
  },
  { name = "manual", help = "print the manual page, for man -l -" },
  { name = "help", letter = "h", help = "print this help" },
  { name = "version", letter = "V", help = "print the version" },
}

options.commands = {
  {
    name = "run", arguments = { "FILE" },
    options = { "set", "samples", "seed", "threads", "sampling", "within", "exact",
      "format", "out", "facts" },
    has_script = true,
    help = "run a script and print its reports (FILE -: a pipe)",
    examples = {
      "outlay run plan.lua --samples 1e6",
      "outlay run plan.lua --set tariff=\"60 to 90 USD/MWh\" --out plan.json",
      "outlay run costs.lua --rows runs.csv    (--rows is the script's)",
    },
  },
  {
    name = "explain", arguments = { "FILE", "NAME" },
    options = { "set", "samples", "seed", "threads", "sampling", "within", "exact" },
    has_script = true,
    help = "show how a quantity came about, down to its sources",
    examples = { "outlay explain plan.lua total" },
  },
  {
    name = "audit", arguments = { "FILE", "[NAME]" },
    options = { "set", "samples", "seed", "threads", "sampling", "exact", "format", "out", "date",
      "older" },
    has_script = true,
    help = "poorly sourced inputs by their share of variance",
    examples = { "outlay audit plan.lua total", "outlay audit plan.lua --date 2026-11 --older 12" },
  },
  {
    name = "check", arguments = { "FILE|FOLDER..." },
    options = { "format", "out", "quiet", "explain", "samples", "seed", "threads", "sampling",
      "within", "exact" },
    formats = { "table", "json", "csv", "markdown", "junit" },
    help = "run claims and checks: verdicts, what failed",
    examples = {
      "outlay check scenarios",
      "outlay check plan.lua claims --quiet",
      "outlay check scenarios --format junit --out report.xml    (for CI; or json, csv, markdown)",
      "outlay check claims/costs.lua --explain s003-02",
    },
  },
  {
    name = "rerun", arguments = { "RESULT", "[NAME]" },
    options = { "format", "out" },
    help = "run a result's script again: what changed, and why",
    examples = { "outlay run plan.lua --out plan.json", "outlay rerun plan.json total" },
  },
  {
    name = "catalog", arguments = { "ACTION", "[WORD]..." },
    options = { "format", "out" },
    help = "the catalogs: search, show, stats, snapshot, diff",
    examples = {
      "outlay catalog stats",
      "outlay catalog search h100 rental aws",
      "outlay catalog show hw.h100_sxm.price",
      "outlay catalog snapshot --out 2026.json",
      "outlay catalog diff 2026.json 2027.json    (or two results)",
    },
  },
  {
    name = "lint-catalog", arguments = { "[FILE]" },
    options = { "format", "out" },
    help = "check the built-in catalogs, or a catalog file",
    examples = { "outlay lint-catalog", "outlay lint-catalog outlay.catalog.lua" },
  },
  {
    name = "import", arguments = { "KIND", "FILE" },
    options = { "out", "format", "date", "provider" },
    help = "a table (prices or models) as a catalog file",
    examples = {
      "outlay import prices vms.csv --date 2026-03 --provider aws --out prices.lua",
      "outlay import models notable_ai_models.csv --out models.lua",
    },
  },
}

--- What `outlay` takes without a command.
options.program = {
  arguments = {},
  options = { "code", "set", "samples", "seed", "threads", "sampling", "within", "exact",
    "format", "out", "completion", "manual", "help", "version" },
  usage = {
    "outlay                          a prompt; in a pipe, run standard input",
    "outlay [run] FILE [OPTION]...   run a script",
    "outlay explain FILE NAME        show how a quantity came about",
    "outlay -e CODE                  print the value of an expression",
  },
}

options.exit_codes = {
  { 0, "fine" }, { 1, "a check failed" }, { 2, "usage" }, { 3, "script error" },
  { 4, "model or unit error" }, { 130, "interrupted" },
}

options.environment = {
  { "OUTLAY_PATH", "folders that require searches, separated by ; or templates with ?" },
  { "OUTLAY_MEMORY", "what the texts and tables of a script may take: 2G bytes unless given" },
  { "OUTLAY_STDLIB", "a folder that is used in place of the built-in standard library" },
  { "NO_COLOR", "if set and not empty, nothing is printed in colour" },
  { "XDG_STATE_HOME", "where the prompt keeps its history: outlay/history" },
}

--- The entry of a command, nil if there is none.
---@param name string
function options.command(name)
  for _, command in ipairs(options.commands) do
    if command.name == name then return command end
  end
  return nil
end

--- The names of the commands.
---@return string[]
function options.command_names()
  local names = {}
  for i, command in ipairs(options.commands) do names[i] = command.name end
  return names
end

--- The entry of an option by its name or letter, nil if there is none.
---@param name string without dashes
function options.option(name)
  for _, option in ipairs(options.options) do
    if option.name == name or option.letter == name then return option end
  end
  return nil
end

--- Whether a command, or the program, takes an option.
---@param command table an entry of options.commands, or options.program
---@param name string
function options.takes(command, name)
  for _, taken in ipairs(command.options) do
    if taken == name then return true end
  end
  return false
end

--- Whether an option is one of a command, so that no script can have it.
---@param name string
function options.is_of_a_command(name)
  for _, command in ipairs(options.commands) do
    if options.takes(command, name) then return true end
  end
  return false
end

return options
