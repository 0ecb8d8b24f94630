#!/usr/bin/env bash
# Runs bench_eval and, where the folder shared with it is there, the peers in the same run.
#
#   tests/bench/eval.sh PROGRAM SHARED
#
# Prints lines NAME THREADS NS_PER_SAMPLE, then what the goals say: GOAL MEASURED LIMIT VERDICT.
set -euo pipefail
program=$1 shared=$2
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

# Before and after the peers: the machine may be busier at one time.
"$program" >"$lines"
if [[ -x $shared/bench/peers ]]; then
  "$shared/bench/peers" >>"$lines" 2>/dev/null
  "$program" >>"$lines" 2>/dev/null
else
  echo "The peers are not at $shared/bench: nothing to compare with." >&2
fi

awk '
  function goal(what, measured, limit, at_least) {
    printf "%-44s %8.2f  %s %.2f  %s\n", what, measured, at_least ? "at least" : "at most", limit,
      (at_least ? measured >= limit : measured <= limit) ? "met" : "missed"
  }
  function ratio(ours, theirs, threads, limit, at_least,   a, b) {
    a = best[ours " " threads]; b = best[theirs " " threads]
    if (a == "" || b == "") return
    if (at_least) goal(theirs " / " ours ", threads: " threads, b / a, limit, 1)
    else goal(ours " / " theirs ", threads: " threads, a / b, limit, 0)
  }
  !($1 " " $2 in best) { order[++count] = $1 " " $2; best[$1 " " $2] = $3 }
  $3 + 0 < best[$1 " " $2] + 0 { best[$1 " " $2] = $3 }
  END {
    for (i = 1; i <= count; i++) print order[i], best[order[i]]
    for (threads = 1; threads <= 2; threads++) {
      ratio("outlay_fitted_beta", "limit", threads, 1.1, 0)
      ratio("outlay_exact_beta", "limit_exact_beta", threads, 1.1, 0)
      ratio("outlay_fitted_beta", "numpy_blocked", threads, 6, 1)
    }
    ratio("outlay_fitted_beta", "numpy_naive", 1, 6, 1)
    ratio("outlay_fitted_beta", "squiggle", 1, 150, 1)
    a = best["outlay_fitted_beta 1"]; b = best["outlay_fitted_beta 2"]
    goal("efficiency of two threads", a / b / 2, 0.9, 1)
  }' "$lines"
