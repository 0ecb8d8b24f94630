# Writes docs/reference/c-api.md from the comments of core/outlay_api.h: ./dev docs runs it.
#
# A comment that stands before a declaration, without an empty line between, is its description. A
# line of dashes (/* ---- units ---- */) begins a section. Declarations are shown as they are.

function flush_declaration(   first) {
  if (code == "") return
  print_heading()
  printf "```c\n%s```\n\n", code
  if (text != "") printf "%s\n\n", text
  code = ""; text = ""
}

# What is declared; functions declared in a row without a comment of their own share the heading of
# the first.
function print_heading(   name) {
  name = code
  if (name ~ /^typedef (enum|struct)/ && match(name, /[a-z_]+;\n$/)) {
    name = substr(name, RSTART, RLENGTH - 2)
  } else if (name ~ /^typedef/ && match(name, /[a-z_]+;/)) {
    name = substr(name, RSTART, RLENGTH - 1)
  } else if (match(name, /outlay_[a-z_]+\(/)) {
    name = substr(name, RSTART, RLENGTH - 1)
  }
  printf "### %s\n\n", name
}

function plain(line) {
  sub(/^ \*\/$/, "", line)
  sub(/^ ?\/\* ?/, "", line)
  sub(/^ \* ?/, "", line)
  sub(/ ?\*\/$/, "", line)
  # What Markdown would read as markup.
  gsub(/</, "\\&lt;", line)
  gsub(/\*/, "\\*", line)
  return line
}

# Lines of a comment as a paragraph; a line that begins with "- " or is indented begins its own.
function add_text(line) {
  line = plain(line)
  if (line ~ /^ *$/) { text = text (text == "" ? "" : "\n\n"); return }
  if (line ~ /^ *- / && text !~ /\n$/ && text !~ /\n- [^\n]*(\n  [^\n]*)*$/) text = text "\n"
  sub(/^ +- /, "- ", line)
  sub(/^   +/, "  ", line)
  text = text (text == "" || text ~ /\n$/ ? "" : "\n") line
}

BEGIN {
  print "# The C interface\n"
  print "Made by `./dev docs` from [core/outlay_api.h](../../core/outlay_api.h); change the comments there."
  print "How to build against it: [Outlay in other programs](../guide/embedding.md).\n"
}

/^\/\* ---- / {
  flush_declaration()
  sub(/^\/\* ---- /, "")
  sub(/ -*.*$/, "")
  printf "## %s\n\n", toupper(substr($0, 1, 1)) substr($0, 2)
  next
}

!started && /^\/\*/ { introduction = 1 }
introduction {
  add_text($0)
  if (/\*\/$/) { introduction = 0; started = 1; sub(/\n+$/, "", text); print text "\n"; text = "" }
  next
}

depth == 0 && /^\/\*/ { flush_declaration(); text = ""; comment = 1 }
comment { add_text($0); if (/\*\/ *$/) comment = 0; next }

/^ *$/ { if (depth == 0) flush_declaration(); else code = code "\n"; next }

{
  code = code $0 "\n"
  depth += gsub(/\{/, "{") - gsub(/\}/, "}")
}

END { flush_declaration() }
