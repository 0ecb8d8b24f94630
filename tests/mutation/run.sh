#!/usr/bin/env bash
# Mutation test of the kernels: changes one thing at a time in core/numeric/kernels*.inc, builds the tests
# that know the kernels against it and counts how many changes they notice.
#
#   tests/mutation/run.sh [--file NAME] [--every N] [--from K] [--list]
#
# --file NAME takes the kernels of one file, such as kernels_statistics.inc. --every N takes each
# N-th mutant (default: all of them), beginning with the K-th; --list prints the mutants without
# testing them. Survivors go to standard output as FILE:LINE: FROM -> TO; the
# last line is the score, which fails below 90 %. Not counted are the mutants of equivalent.txt, which
# no test can notice. The kernels' one source is built for the portable set; a mutant keeps one core
# busy for two to four seconds, so this is not part of ./dev test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

every=1 first=1 list= files=kernels*.inc
while [[ $# -gt 0 ]]; do
  case $1 in
  --file) files=$2 && shift ;;
  --every) every=$2 && shift ;;
  --from) first=$2 && shift ;;
  --list) list=1 ;;
  *) sed -n '2,14s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
  shift
done

mutants() {
  awk -f tests/mutation/mutants.awk core/numeric/$files |
    awk -F '\t' '
      NR == FNR && ($0 ~ /^#/ || $0 == "") { next }
      NR == FNR { same[++count] = $1 FS $2 FS $3; code[count] = $4; next }
      {
        for (i = 1; i <= count; i++) {
          if (same[i] == $1 FS $3 FS $4 && index($6, code[i]) > 0) next
        }
        print
      }
    ' tests/mutation/equivalent.txt - |
    awk -v every="$every" -v first="$first" 'NR >= first && (NR - first) % every == 0'
}

if [[ -n $list ]]; then
  mutants | awk -F '\t' '{ printf "%s:%d: %s -> %s\n", $1, $2, $3, $4 }'
  exit
fi

compiler=${CC:-gcc} jobs=$(nproc)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
flags=(-std=c17 -O1 -ffp-contract=off $(printf -- '-iquote %s ' core core/*/) -iquote tests/core
  '-DOUTLAY_VERSION="0"')
programs=(test_quantile_kernels test_kernels test_random test_statistics) # the quickest first

# Everything but the kernels, once. kernels_avx*.c, built without their flags, are empty.
mkdir "$folder/objects"
for source in core/*/*.c tests/core/kernel_sets.c tests/core/goodness.c tests/core/failing_allocator.c; do
  name=$(basename "$source" .c)
  [[ $name == kernels_portable ]] || printf '%s\0%s\0' "$source" "$folder/objects/$name.o"
done | xargs -0 -n 2 -P "$jobs" sh -c "$(printf '%q ' "$compiler" "${flags[@]}") -c \"\$0\" -o \"\$1\""
ar rcs "$folder/rest.a" "$folder"/objects/*.o
for program in "${programs[@]}"; do
  "$compiler" "${flags[@]}" -c "tests/core/$program.c" -o "$folder/$program.o"
done

# build_kernels WORK: the kernels of WORK/core.
build_kernels() {
  "$compiler" "${flags[@]/#core/$1/core}" -w -c "$1/core/numeric/kernels_portable.c" \
    -o "$1/kernels_portable.o" 2>/dev/null
}

# all_pass WORK: runs the tests with these kernels: true if all pass. A test that hangs has noticed.
all_pass() {
  local program
  for program in "${programs[@]}"; do
    "$compiler" "$folder/$program.o" "$1/kernels_portable.o" "$folder/rest.a" \
      -lcmocka -lm -lpthread -o "$1/$program" || return 1
    timeout 120 "$1/$program" </dev/null >/dev/null 2>&1 || return 1
  done
}

# work NUMBER: tests each mutant of its share; a line for each, with a mark: killed or survived.
work() {
  local folder_of_mine=$folder/work$1 file line from to text
  mkdir "$folder_of_mine"
  cp -r core "$folder_of_mine/core"
  while IFS=$'\t' read -r file line from to text _; do
    TEXT=$text awk -v line="$line" 'NR == line { print ENVIRON["TEXT"]; next } { print }' \
      "core/numeric/$file" >"$folder_of_mine/core/numeric/$file"
    if ! build_kernels "$folder_of_mine"; then
      : # what the compiler refuses is no mutant
    elif all_pass "$folder_of_mine"; then
      printf 'survived\t%s:%d:%s-> %s\n' "$file" "$line" "$(printf ' %s ' "$from" | tr -s ' ')" "${to## }"
    else
      echo killed
    fi
    cp "core/numeric/$file" "$folder_of_mine/core/numeric/$file"
  done < <(mutants | awk -v jobs="$jobs" -v mine="$1" 'NR % jobs == mine')
}

mkdir "$folder/whole"
cp -r core "$folder/whole/core"
{ build_kernels "$folder/whole" && all_pass "$folder/whole"; } ||
  { echo "The tests fail without a mutation." >&2 && exit 1; }
for ((job = 0; job < jobs; job++)); do work "$job" 2>/dev/null & done |
  awk -F '\t' '
    $1 == "killed" { killed++ }
    $1 == "survived" { print $2; fflush() }
    END {
      score = NR > 0 ? 100 * killed / NR : 0
      printf "%d of %d mutants killed: %.1f %%\n", killed, NR, score
      exit score < 90
    }'
