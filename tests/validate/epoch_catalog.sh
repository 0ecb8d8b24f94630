#!/usr/bin/env bash
# The 45 training runs of Cottier et al. 2024 from the built-in catalog alone: the median difference is
# at most 5 %, and rows over 20 % are those that docs/design/epoch_rows.md explains.
# Usage: epoch_catalog.sh PROGRAM [SHARED]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

"$1" run examples/epoch_costs.lua --format csv |
  awk -F, '
    NR == 1 || $NF !~ /^[0-9.e+-]+$/ { next }
    { rows++; off = $NF > 1 ? $NF - 1 : 1 - $NF; offs[rows] = off }
    off > 0.2 && $1 != "Megatron-BERT" { print "not explained: " $0; bad = 1 }
    END {
      for (i = 1; i <= rows; i++) { less = 0
        for (j = 1; j <= rows; j++) if (offs[j] < offs[i] || (offs[j] == offs[i] && j < i)) less++
        if (less == int(rows / 2)) middle = offs[i] }
      printf "%d rows, median difference %.1f %%\n", rows, 100 * middle
      exit bad || rows != 45 || middle > 0.05
    }'
