#!/bin/sh
# Compares what the examples print with what they printed when somebody last read it.
#
# Usage: run.sh PROGRAM [--update] [NAME]...
#
# `commands` lists names and commands. --update writes what comes out into the files: read the
# difference before you keep it.
set -u
program=$1
shift
update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.." || exit 1
NO_COLOR=1 LC_ALL=C.UTF-8
export NO_COLOR LC_ALL
actual=$(mktemp)
trap 'rm -f "$actual"' EXIT

is_wanted() {
    name=$1
    shift
    [ $# -eq 0 ] && return 0
    for wanted in "$@"; do [ "$wanted" = "$name" ] && return 0; done
    return 1
}

failed=0
while IFS= read -r line; do
    case $line in '' | '#'*) continue ;; esac
    name=${line%%: *}
    is_wanted "$name" "$@" || continue
    # The commands hold no quotes: their words are separated by blanks.
    # shellcheck disable=SC2086
    "$program" ${line#*: } >"$actual" 2>&1 </dev/null
    code=$?
    # The catalog's version changes with each of its records, whether the example uses it or not.
    sed -i 's/"digest": "[0-9a-f]*"/"digest": "..."/' "$actual"
    [ "$code" -eq 0 ] || printf '[exit code %s]\n' "$code" >>"$actual"
    if [ -n "$update" ]; then
        cp "$actual" "$here/$name.txt"
    elif ! diff -u "$here/$name.txt" "$actual"; then
        failed=1
    fi
done <"$here/commands"
exit "$failed"
