#!/usr/bin/env bash
# The training performance model against published runs: training.sh PROGRAM SHARED [OPTION...]
# PROGRAM is build/outlay; `validate` is built beside it. Options go to validate (--format json).
set -euo pipefail

program=$(dirname "$1")/tests/validate/validate
data=$2/data
shift 2
if [[ ! -x $program ]]; then
  echo "$program is not there: build the target validate" >&2
  exit 1
fi
"$program" --runs "$data/training_runs.csv" --vtrain "$data/training_vtrain_single.csv" "$@"
