#!/usr/bin/env bash
# Reads whole published tables: no row may get lost, and the counts over compute thresholds must
# differ from the published ones only as docs/design/catalog.md explains.
#
# Usage: catalog_import.sh PROGRAM SHARED
set -euo pipefail
program=$1
data=$2/data
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# holds NAME FILE PATTERN
holds() {
  if grep -qE "$3" "$2"; then
    printf 'ok      %s\n' "$1"
  else
    printf 'FAILED  %s\n' "$1"
    cat "$2"
    failed=1
  fi
}

"$program" import models "$data/notable_ai_models.csv" --out "$work/models.lua" >"$work/models.txt"
holds "976 models, none rejected" "$work/models.txt" \
  '^notable_ai_models.csv: 976 rows read, .* 976 taken, 0 rejected$'
"$program" lint-catalog "$work/models.lua" >"$work/lint.txt" || true
holds "what was written is a clean catalog file" "$work/lint.txt" ' 0 problems$'

"$program" import prices "$data/epoch_hardware_prices.csv" --out "$work/prices.lua" \
  >"$work/prices.txt"
holds "591 price rows, one rejected" "$work/prices.txt" \
  '^epoch_hardware_prices.csv: 591 rows read, .* 590 taken, 1 rejected$'
holds "with its line and reason" "$work/prices.txt" 'line 594: rejected: Price date is empty'

"$program" "$root/examples/epoch_trend.lua" --models "$data/notable_ai_models.csv" \
  --format csv >"$work/trend.csv" 2>"$work/trend.txt"
# year,new,sum,published,its sum,difference: the published columns are those of the shared file.
awk -F, '$1 ~ /^[0-9]+$/ { print $1 "," $4 "," $5 }' "$work/trend.csv" >"$work/ours.txt"
for threshold in 1e+23 1e+24 1e+25; do
  awk -F, -v wanted="$threshold" '$1 == wanted { print $2 "," $3 "," $4 }' \
    "$data/models_over_threshold.csv"
done >"$work/published.txt"
cmp "$work/ours.txt" "$work/published.txt" && echo "ok      the published counts are as published"
# Of the three thresholds: where the counts agree, and by how much they differ in all.
awk -F, '$1 ~ /^[0-9]+$/ { if ($6 == 0) same++; else all += $6 < 0 ? -$6 : $6 }
  END { print same, all }' "$work/trend.csv" >"$work/summary.txt"
holds "13 of 27 counts agree, the others differ by 154 in all" "$work/summary.txt" '^13 154$'
exit "$failed"
