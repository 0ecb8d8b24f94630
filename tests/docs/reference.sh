#!/bin/sh
# What is generated from the catalogs must be up to date: their pages in docs/reference and the
# table of contents in the standard library.
#
# Usage: reference.sh PROGRAM [--update]
set -u
program=$1
update=${2:-}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# The sources as they stand count, not those that the program was built with.
OUTLAY_STDLIB=$root/stdlib
export OUTLAY_STDLIB

# keep PAGE FILE: what the program prints must be what the file has.
keep() {
    if ! "$program" "$root/docs/reference/make.lua" --page "$1" >"$work/page"; then
        failed=$((failed + 1))
        return
    fi
    if cmp -s "$work/page" "$root/$2"; then
        passed=$((passed + 1))
    elif [ -n "$update" ]; then
        cp "$work/page" "$root/$2"
        printf 'updated %s\n' "$2"
    else
        printf '%s is out of date: run ./dev docs\n' "$2"
        failed=$((failed + 1))
    fi
}

words=$("$program" "$root/docs/reference/make.lua" --page words) || exit 1
keep contents stdlib/outlay/catalog/contents.lua
for word in $words; do keep "$word" "docs/reference/catalog-$word.md"; done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
