#!/bin/sh
# Runs the program as a shell would, and compares what it prints with what the cases say.
#
# Usage: run_cases.sh PROGRAM [--update] [CASE]...
#
# A case (cases/*.case) opens with a comment that says what must hold. A line `$ COMMAND` is run by
# sh in a copy of cases/files, with `outlay` in the PATH and standard error joined to standard
# output; what must come out follows, then `[CODE]` if the exit code is not 0. --update writes
# what comes out into the cases: read the difference before you keep it.
set -u
program=$1
shift
update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
here=$(cd "$(dirname "$0")" && pwd)
[ $# -gt 0 ] || set -- "$here"/cases/*.case

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/outlay"
PATH=$work/bin:$PATH
export PATH

# Plays one case in a fresh folder and prints it with what really came out.
play() {
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '$ '*)
            printf '%s\n' "$line"
            code=0
            (cd "$work/files" && sh -c "${line#\$ }") >"$work/output" 2>&1 </dev/null || code=$?
            cat "$work/output"
            [ ! -s "$work/output" ] || [ -z "$(tail -c 1 "$work/output")" ] || printf '\n[no newline]\n'
            [ "$code" -eq 0 ] || printf '[%s]\n' "$code"
            started=1
            ;;
        *) [ -n "$started" ] || printf '%s\n' "$line" ;;
        esac
    done
}

passed=0
failed=0
for file in "$@"; do
    rm -rf "$work/files"
    cp -R "$here/cases/files" "$work/files"
    started=
    play <"$file" >"$work/actual"
    if cmp -s "$file" "$work/actual"; then
        passed=$((passed + 1))
    elif [ -n "$update" ]; then
        cp "$work/actual" "$file"
        printf 'updated %s\n' "$file"
    else
        failed=$((failed + 1))
        printf '%s\n' "$file"
        diff -u "$file" "$work/actual"
    fi
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
