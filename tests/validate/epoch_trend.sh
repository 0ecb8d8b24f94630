#!/usr/bin/env bash
# The published counts in examples/epoch_trend.lua are those of the data, for each year and threshold,
# and the example has a reason for each difference to the counts of a newer table.
# Usage: epoch_trend.sh PROGRAM [SHARED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
data=${2:-../shared}/data

"$1" run examples/epoch_trend.lua --models "$data/notable_ai_models.csv" >/tmp/epoch_trend.$$
trap 'rm -f /tmp/epoch_trend.$$' EXIT
awk '
  FNR == NR { split($0, cell, ","); new[cell[1] " " cell[2]] = cell[3]; sum[cell[1] " " cell[2]] = cell[4]; next }
  /^Models above 10\^/ { split($3, power, "^"); flop = "1e+" power[2] }
  $1 ~ /^20[0-9][0-9]$/ {
    cells++
    key = flop " " $1
    if ($4 != new[key] || $5 != sum[key]) { print "not as published: " flop ", " $0; bad = 1 }
  }
  END { printf "%d counts as published\n", cells; exit bad || cells != 27 }
' "$data/models_over_threshold.csv" /tmp/epoch_trend.$$
