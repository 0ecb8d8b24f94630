#!/usr/bin/env bash
# Compiles the core for 64-bit ARM and evaluates the random graphs of graphs.c there, emulated.
#
#   tests/digest/aarch64.sh BUILD
#
# Prints a line aarch64 KERNELS THREADS DIGEST for each of its kernel sets, after one of this machine
# from the build folder; fails if the digests are not the same. Wants gcc-aarch64-linux-gnu,
# libc6-dev-arm64-cross and qemu-user.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$1 folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The fixture of the graphs wants cmocka, which there is for this machine only: its header, and what
# it calls when something fails.
mkdir "$folder/include"
cp /usr/include/cmocka.h "$folder/include"
cat >"$folder/cmocka.c" <<'END'
#include <stdio.h>
#include <stdlib.h>
void cm_print_error(const char *format, ...) { fputs(format, stderr); }
void print_error(const char *format, ...) { fputs(format, stderr); }
void _fail(const char *file, int line) { fprintf(stderr, "%s:%d\n", file, line), exit(1); }
void _assert_true(unsigned long long fine, const char *what, const char *file, int line) {
  if (!fine) fputs(what, stderr), _fail(file, line);
}
void _assert_int_equal(unsigned long long a, unsigned long long b, const char *file, int line) {
  if (a != b) _fail(file, line);
}
END

compile=(aarch64-linux-gnu-gcc -std=c17 -O2 -Wall -Wextra -ffp-contract=off -isystem
  "$folder/include" $(printf -- '-iquote %s ' core core/*/) -iquote tests/core '-DOUTLAY_VERSION="0"')
for source in $(ls core/*/*.c | grep -v 'kernels_avx') tests/core/graph_fixture.c \
  tests/core/random_graph.c tests/digest/graphs.c "$folder/cmocka.c"; do
  printf '%s\0%s\0' "$source" "$folder/$(basename "$source" .c).o"
done | xargs -0 -n 2 -P "$(nproc)" sh -c "$(printf '%q ' "${compile[@]}") -c \"\$0\" -o \"\$1\""
aarch64-linux-gnu-gcc "$folder"/*.o -static -lpthread -lm -o "$folder/graphs"

lines=$(
  for OUTLAY_KERNELS in $("$build/tests/digest/graphs" --kernels); do
    export OUTLAY_KERNELS
    echo "$(uname -m) $OUTLAY_KERNELS 2 $("$build/tests/digest/graphs" 2)"
  done
  for OUTLAY_KERNELS in $(qemu-aarch64 "$folder/graphs" --kernels); do
    export OUTLAY_KERNELS
    for threads in 1 3; do
      echo "aarch64 $OUTLAY_KERNELS $threads $(qemu-aarch64 "$folder/graphs" "$threads")"
    done
  done
)
printf '%s\n' "$lines"
[[ $(awk '{ print $4 }' <<<"$lines" | sort -u | wc -l) -eq 1 ]] ||
  { echo "The digests differ." >&2; exit 1; }
