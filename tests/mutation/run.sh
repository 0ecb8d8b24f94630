#!/usr/bin/env bash
# Mutation test of the kernels: changes one thing at a time in core/kernels*.inc, builds the tests
# that know the kernels against it and counts how many changes they notice.
#
#   tests/mutation/run.sh [--every N] [--from K] [--list]
#
# --every N takes each N-th mutant (default: all of them), beginning with the K-th; --list prints
# the mutants without testing them. Survivors go to standard output as FILE:LINE: FROM -> TO; the
# last line is the score. The kernels' one source is built for the portable set, so one core is busy
# for about two seconds a mutant: this is not part of ./dev test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

every=1 first=1 list=
while [[ $# -gt 0 ]]; do
  case $1 in
  --every) every=$2 && shift ;;
  --from) first=$2 && shift ;;
  --list) list=1 ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
  shift
done

mutants() {
  awk -f tests/mutation/mutants.awk core/kernels*.inc |
    awk -v every="$every" -v first="$first" 'NR >= first && (NR - first) % every == 0'
}

if [[ -n $list ]]; then
  mutants | awk -F '\t' '{ printf "%s:%d: %s -> %s\n", $1, $2, $3, $4 }'
  exit
fi

compiler=${CC:-gcc}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r core "$folder/core" # the mutated sources
cp -r core "$folder/pristine"
flags=(-std=c17 -O1 -ffp-contract=off -iquote core -iquote tests/core '-DOUTLAY_VERSION="0"')
programs=(test_kernels test_random test_statistics)

# Everything but the kernels, once. kernels_avx*.c, built without their flags, are empty.
mkdir "$folder/objects"
for source in core/*.c tests/core/kernel_sets.c tests/core/goodness.c tests/core/failing_allocator.c; do
  name=$(basename "$source" .c)
  [[ $name == kernels_portable ]] || "$compiler" "${flags[@]}" -c "$source" -o "$folder/objects/$name.o"
done
for program in "${programs[@]}"; do
  "$compiler" "${flags[@]}" -c "tests/core/$program.c" -o "$folder/$program.o"
done

build_kernels() {
  "$compiler" "${flags[@]/#core/$folder/core}" -w -c "$folder/core/kernels_portable.c" \
    -o "$folder/kernels_portable.o" 2>/dev/null
}

# Runs the tests with these kernels: true if all pass. A test that hangs has noticed.
all_pass() {
  local program
  for program in "${programs[@]}"; do
    "$compiler" "$folder/$program.o" "$folder/kernels_portable.o" "$folder"/objects/*.o \
      -lcmocka -lm -lpthread -o "$folder/$program" || return 1
    timeout 60 "$folder/$program" >/dev/null 2>&1 || return 1
  done
}

{ build_kernels && all_pass; } || { echo "The tests fail without a mutation." >&2; exit 1; }

killed=0 total=0
while IFS=$'\t' read -r file line from to text; do
  TEXT=$text awk -v line="$line" 'NR == line { print ENVIRON["TEXT"]; next } { print }' \
    "$folder/pristine/$file" >"$folder/core/$file"
  if ! build_kernels; then
    : # what the compiler refuses is no mutant
  elif all_pass </dev/null; then
    total=$((total + 1))
    printf '%s:%d:%s-> %s\n' "$file" "$line" "$(printf ' %s ' "$from" | tr -s ' ')" "${to## }"
  else
    total=$((total + 1)) killed=$((killed + 1))
  fi
  cp "$folder/pristine/$file" "$folder/core/$file"
done < <(mutants)
awk -v killed="$killed" -v total="$total" \
  'BEGIN { printf "%d of %d mutants killed: %.1f %%\n", killed, total, 100 * killed / total }'
