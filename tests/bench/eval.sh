#!/usr/bin/env bash
# Runs bench_eval and, where the folder shared with it is there, the peers in the same run.
#
#   tests/bench/eval.sh PROGRAM SHARED [--tiny]
#
# Prints lines NAME THREADS NS_PER_SAMPLE, then what the goals say: GOAL MEASURED LIMIT VERDICT.
# The machine may be busier at one time than at another, so ours and the limit take turns, as often
# as OUTLAY_BENCH_ROUNDS says, and the other peers twice; the best of each counts. On a machine that
# stays busy, OUTLAY_BENCH_CLOCK=cpu compares processor times, with the limit alone: it tells its own.
set -euo pipefail
program=$1 shared=$2 tiny=${3:-}
rounds=${OUTLAY_BENCH_ROUNDS:-8} samples=1000000 clock=${OUTLAY_BENCH_CLOCK:-wall}
export PEERS_DIR=${PEERS_DIR:-/tmp/outlay-peers}
peers=$shared/bench/peers
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT

# limit NAME PROGRAM THREADS: the best of four runs of a hand-written program, and its means.
limit() {
  "$PEERS_DIR/$2" "$samples" "$3" 4 | awk -v name="$1" -v threads="$3" -v clock="$clock" '
    / total [0-9.]+ \|.* total [0-9.]+ =/ {
      split($0, part, " total ") # wall time, then processor time
      time = clock == "cpu" ? part[3] / threads : part[2] + 0
      if (best == "" || time < best) best = time
    }
    /^[a-z_]+ +[0-9.e+]+ [0-9.e+]+/ { print "peer", name, $1, $2 }
    END { print name, threads, best }'
}

if [[ -n $tiny || ! -x $peers ]]; then
  "$program" ${tiny:+"$tiny"} >"$lines" 2>/dev/null
  [[ -n $tiny ]] || echo "The peers are not at $shared/bench: nothing to compare with." >&2
else
  [[ $clock == cpu && -x $PEERS_DIR/limit_exact ]] || "$peers" "$samples" >"$lines" 2>/dev/null
  [[ $clock != cpu ]] || : >"$lines"
  for ((round = 1; round <= rounds; round++)); do
    "$program" 2>/dev/null
    for threads in 1 2; do
      limit limit limit "$threads"
      limit limit_exact_beta limit_exact "$threads"
    done
  done >>"$lines"
  [[ $clock == cpu ]] || "$peers" "$samples" >>"$lines" 2>/dev/null
  /usr/bin/python3 "$shared/bench/numpy_reference.py" blocked "$samples" 2 8192 1 |
    awk '/^[a-z_]+ +[0-9.e+]+ [0-9.e+]+/ { print "peer numpy", $1, $2 }' >>"$lines"
fi

awk -v tiny="$tiny" '
  function goal(what, measured, limit, at_least) {
    printf "%-56s %9.2f  %s %.2f  %s\n", what, measured, at_least ? "at least" : "at most", limit,
      (at_least ? measured >= limit : measured <= limit) ? "met" : "missed"
  }
  function ratio(ours, theirs, threads, limit, at_least,   a, b) {
    a = best[ours " " threads]; b = best[theirs " " threads]
    if (a == "" || b == "") return
    if (at_least) goal(theirs " / " ours ", threads: " threads, b / a, limit, 1)
    else goal(ours " / " theirs ", threads: " threads, a / b, limit, 0)
  }
  # Theirs is the mean of as many samples, so the difference of the two has 1.41 times the error of
  # ours; what their five printed digits hide comes on top.
  function off(mean, output) {
    mean -= ours[output]
    if (mean < 0) mean = -mean
    mean -= ours[output] * 5e-5
    return mean <= 0 ? 0 : mean / (error[output] * sqrt(2))
  }
  BEGIN { same["rd"] = "research"; same["staff_cost"] = "people" }
  $1 == "mean" { ours[$2] = $3; error[$2] = $4; next }
  $1 == "peer" { output = $3 in same ? same[$3] : $3; theirs[$2 " " output] = $4; next }
  !($1 " " $2 in best) { order[++count] = $1 " " $2; best[$1 " " $2] = $3 }
  $3 + 0 < best[$1 " " $2] + 0 { best[$1 " " $2] = $3 }
  END {
    for (i = 1; i <= count; i++) print order[i], best[order[i]]
    if (tiny) exit
    for (threads = 1; threads <= 2; threads++) {
      ratio("outlay_fitted_beta", "limit", threads, 1.1, 0)
      ratio("outlay_exact_beta", "limit_exact_beta", threads, 1.1, 0)
      ratio("outlay_fitted_beta", "numpy_blocked", threads, 6, 1)
    }
    ratio("outlay_fitted_beta", "numpy_naive", 1, 6, 1)
    ratio("outlay_fitted_beta", "squiggle", 1, 150, 1)
    a = best["outlay_fitted_beta 1"]; b = best["outlay_fitted_beta 2"]
    goal("efficiency of two threads", a / b / 2, 0.9, 1)
    for (key in theirs) {
      split(key, part, " ")
      distance = off(theirs[key], part[2])
      if (!(part[1] in worst) || distance > worst[part[1]]) worst[part[1]] = distance
    }
    for (peer in worst) goal("means off those of " peer ", in standard errors", worst[peer], 4, 0)
  }' "$lines"
