#!/usr/bin/env bash
# One digest of all results, whatever computed them.
#
#   tests/digest/run.sh [--samples N] BUILD...
#
# For each build folder, each instruction set of this processor and 1, 2, 3 and 8 threads: the
# examples' results with all digits, and random graphs to the last bit. Prints a line LUA KERNELS
# THREADS DIGEST each; fails if they are not all the same. The examples take 150,000 samples if not
# told otherwise: several blocks, and columns whose quantiles several threads find.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export NO_COLOR=1 LC_ALL=C.UTF-8 OUTLAY_KERNELS

samples=150000
if [[ $1 == --samples ]]; then samples=$2 && shift 2; fi

# epoch_rows.lua is a library.
examples() {
  local script
  for script in examples/*.lua examples/team/scenario.lua; do
    [[ $script == */epoch_rows.lua ]] && continue
    "$1/outlay" run "$script" --threads "$2" --samples "$samples" --format json 2>/dev/null ||
      { echo "$script fails" >&2 && return 1; }
  done
}

lines=$(
  for build in "$@"; do
    lua=$("$build/outlay" --version | sed 's/.*(\(.*\))/\1/; s/ /-/g')
    for OUTLAY_KERNELS in $("$build/tests/digest/graphs" --kernels); do
      for threads in 1 2 3 8; do
        digest=$({ examples "$build" "$threads" && "$build/tests/digest/graphs" "$threads"; } | sha256sum)
        echo "$lua $OUTLAY_KERNELS $threads ${digest:0:16}"
      done
    done
  done
)
printf '%s\n' "$lines"
[[ $(awk '{ print $4 }' <<<"$lines" | sort -u | wc -l) -eq 1 ]] || { echo "The digests differ." >&2; exit 1; }
