#!/usr/bin/env bash
# The 45 training runs of Cottier et al. 2024 (arXiv 2405.21015): each computed cost within 1e-6 of
# the published one. Usage: epoch_costs.sh PROGRAM SHARED
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

"$1" run examples/epoch_costs.lua --rows "$2/data/epoch_costs_paper.csv" --format csv |
  awk -F, '
    NR == 1 { if ($0 != "model,computed,published,ratio") { print "unexpected columns: " $0; exit bad = 1 }; next }
    { rows++; if ($NF < 1 - 1e-6 || $NF > 1 + 1e-6) { print "off by more than 1e-6: " $0; bad = 1 } }
    END { print rows + 0 " of 45 rows"; exit bad || rows != 45 }'
