# Prints the mutants of a C source, one a line: FILE <tab> LINE <tab> FROM <tab> TO <tab> TEXT <tab>
# ORIGINAL, where TEXT takes the place of the whole line. An operator, a comparison, a constant or the condition of
# a branch is changed, one at a time. Comments, preprocessor lines and includes are passed over.

function emit(from, to, text) { printf "%s\t%d\t%s\t%s\t%s\t%s\n", name, FNR, from, to, text, $0 }

# Each place of `from` (a text, not a pattern) in the line, replaced by `to`.
function replace_each(from, to,   start, at) {
  start = 1
  while ((at = index(substr(code, start), from)) > 0) {
    at += start - 1
    emit(from, to, substr(code, 1, at - 1) to substr(code, at + length(from)) rest)
    start = at + length(from)
  }
}

# if (X) becomes if (!(X)), where X ends on the line.
function negate_branches(   at, i, depth, c) {
  at = index(code, "if (")
  if (at == 0) return
  for (i = at + 3; i <= length(code); i++) {
    c = substr(code, i, 1)
    depth += c == "(" ? 1 : c == ")" ? -1 : 0
    if (depth == 0) break
  }
  if (depth != 0) return
  emit("if (", "if (!", substr(code, 1, at + 3) "!(" substr(code, at + 4, i - at - 4) ")" substr(code, i) rest)
}

# A hexadecimal fraction gets another digit, a decimal number another value.
function change_constants(   start, at, number, digits, changed, before) {
  start = 1
  while (match(substr(code, start), /0[xX][0-9a-fA-F.]+(p[-+]?[0-9]+)?|[0-9]+(\.[0-9]+)?/)) {
    at = start + RSTART - 1
    number = substr(code, at, RLENGTH)
    before = at > 1 ? substr(code, at - 1, 1) : " "
    start = at + RLENGTH
    if (before ~ /[A-Za-z_0-9.]/) continue
    changed = other(number)
    emit(number, changed, substr(code, 1, at - 1) changed substr(code, start) rest)
  }
}

function other(number,   at, digit) {
  if (number !~ /^0[xX]/ && number !~ /\.[0-9][0-9][0-9][0-9]/) {
    return number ~ /\./ ? number + 0.5 : number + 1
  }
  at = index(number, ".") > 0 && number ~ /\.[0-9a-f][0-9a-f][0-9a-f][0-9a-f]/ ? index(number, ".") + 4 : 0
  if (at == 0) {
    if (number ~ /p/) return number "1"
    at = length(number)
  }
  digit = tolower(substr(number, at, 1))
  return substr(number, 1, at - 1) (digit == "7" ? "5" : "7") substr(number, at + 1)
}

BEGIN {
  count = split("+:-,-:+,/:*,*:/,<:<=,<=:<,>:>=,>=:>,==:!=,!=:==,&&:||,&:|,^:|,<<:>>,>>:<<,+=:-=", pairs, ",")
  for (i = 1; i <= count; i++) {
    split(pairs[i], pair, ":")
    from[i] = " " pair[1] " "
    to[i] = " " pair[2] " "
  }
  from[++count] = "v_lt("; to[count] = "v_le("
  from[++count] = "v_le("; to[count] = "v_lt("
  from[++count] = "v_eq("; to[count] = "v_ne("
  from[++count] = "v_ne("; to[count] = "v_eq("
  from[++count] = "v_floor("; to[count] = "v_ceil("
  from[++count] = "v_lesser("; to[count] = "v_greater("
  from[++count] = "v_greater("; to[count] = "v_lesser("
  from[++count] = " x *x"; to[count] = " x + x"
  from[++count] = " x *y"; to[count] = " x + y"
  from[++count] = "true"; to[count] = "false"
  from[++count] = "false"; to[count] = "true"
}

FNR == 1 { name = FILENAME; sub(/.*\//, "", name); commented = 0; directive = 0 }

{
  was_directive = directive
  directive = ($0 ~ /^#/ && $0 !~ /^#define [A-Z_]+\(.*\\$/ || was_directive) && $0 ~ /\\$/
  if ($0 ~ /^#/ || was_directive) next
  if ($0 ~ /^ *\/\*/) commented = 1
  if (commented) { if ($0 ~ /\*\//) commented = 0; next }
  if ($0 ~ /^ *$/) next
  code = $0; rest = ""
  if (match(code, / *(\/\*.*\*\/)? *\\?$/) && RLENGTH > 0) { rest = substr(code, RSTART); code = substr(code, 1, RSTART - 1) }
  for (i = 1; i <= count; i++) replace_each(from[i], to[i])
  negate_branches()
  change_constants()
}
