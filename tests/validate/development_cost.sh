#!/usr/bin/env bash
# Development cost of four published models, staff and experiments included: examples/total_programme.lua
# checks its medians (15 %) and shares (5 points) against figures that it has written down; here these
# are compared with the published table.
# Usage: development_cost.sh PROGRAM SHARED
set -euo pipefail
program=$1
table=$2/data/epoch_dev_costs.csv
root=$(cd "$(dirname "$0")/../.." && pwd)
example=$root/examples/total_programme.lua
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The five components of each model, rounded to dollars, as the example writes them.
grep -oE 'published = \{ [0-9, ]+ \}' "$example" | grep -oE '[0-9]+' | paste -sd' ' >"$work/ours"
awk -F, 'NR > 1 { for (i = 0; i < 5; i++) { k = i == 0 ? 2 : i + 4; printf "%s%.0f", n++ ? " " : "", $k } }
  END { print "" }' "$table" >"$work/theirs"
cmp "$work/ours" "$work/theirs" && echo "ok      the published figures in the example are the table's"
"$program" "$example" | grep -E '^(ok|FAILED|furthest)'
"$program" "$example" >/dev/null
