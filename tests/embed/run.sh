#!/usr/bin/env bash
# Outlay as other programs meet it: installed in a prefix, outside the tree.
#
#   tests/embed/run.sh BUILD PREFIX CASE
#
# The case `install` fills the prefix from the build folder; the others need it. Each program builds
# the same graph and has to print the digits that the installed program prints.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1 prefix=$2 case=$3

fail() { printf '%s\n' "$*" >&2 && exit 1; }

# What is not there is not tested; ctest shows it as skipped.
skip() { echo "There is no $1." && exit 77; }
need() {
  local program
  for program in "$@"; do command -v "$program" >/dev/null || skip "$program"; done
}

# The module of a Lua ABI, which is built where that Lua's headers are.
module() {
  [[ -f $lib/lua/$1/outlay.so ]] || skip "module for Lua $1"
  LUA_CPATH="$lib/lua/$1/?.so" expect "$2" "$here/module.lua"
}

# expect COMMAND...: the command prints what the installed program does.
expect() {
  local expected got
  expected=$("$prefix/bin/outlay" -e 'defaults{ samples = 10000 }
    local cost = q"16 GPU" * q"2 to 3 USD/GPU/h" * q"1 day"
    return ("%.17g %.17g"):format(value(mean(cost), "USD"), value(p95(cost), "USD"))')
  got=$("$@")
  [[ -n $expected ]] || fail "the installed program printed nothing"
  [[ $got == "$expected" ]] || fail "$* printed '$got', not '$expected'"
}

if [[ $case == install ]]; then
  rm -rf "$prefix"
  cmake --install "$build" --prefix "$prefix" >/dev/null
  for file in bin/outlay include/outlay.h include/outlay_api.h share/man/man1/outlay.1 \
    share/outlay/stdlib/outlay/vocabulary.lua; do
    [[ -f $prefix/$file ]] || fail "$file is not installed"
  done
  exit
fi

# The library's folder: lib, lib64 or lib/ARCHITECTURE.
pc=$(find "$prefix" -name outlay.pc)
lib=$(dirname "$(dirname "$pc")")
export PKG_CONFIG_PATH=$lib/pkgconfig LD_LIBRARY_PATH=$lib
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# compile COMPILER SOURCE [--static]: with the flags of pkg-config.
compile() {
  local flags
  need "$1" pkg-config
  read -ra flags <<<"$(pkg-config --cflags --libs ${3:-} outlay)"
  if [[ -n ${3:-} ]]; then flags=("${flags[@]/#-loutlay/-l:liboutlay.a}"); fi
  "$1" -Wall -Wextra -Wpedantic -Werror "$here/$2" "${flags[@]}" -o program
}

case $case in
c) compile cc program.c && expect ./program ;;
static) compile cc program.c --static && LD_LIBRARY_PATH='' expect ./program ;;
cpp) compile c++ program.cpp && expect ./program ;;
find_package)
  need c++
  cmake -G Ninja -S "$here/package" -B package -DCMAKE_PREFIX_PATH="$prefix" >configure.log 2>&1 ||
    { cat configure.log && exit 1; }
  cmake --build package >build.log 2>&1 || { cat build.log && exit 1; }
  for program in shared_c static_c shared_cpp static_cpp; do expect "package/$program"; done
  ;;
ffi)
  need luajit
  expect luajit "$here/ffi.lua" "$prefix/include/outlay_api.h" "$(echo "$lib"/liboutlay.so)"
  ;;
lua5.4)
  need lua5.4
  module 5.4 lua5.4
  ;;
luajit)
  need luajit
  module 5.1 luajit
  ;;
moved)
  # An installed tree can be moved.
  cp -r "$prefix" moved
  export PKG_CONFIG_PATH=${lib/#$prefix/$work/moved}/pkgconfig
  export LD_LIBRARY_PATH=${lib/#$prefix/$work/moved}
  [[ $(pkg-config --variable=libdir outlay) -ef $LD_LIBRARY_PATH ]] || fail "outlay.pc has not moved"
  compile cc program.c && expect ./program
  ;;
symbols)
  need nm
  # Functions that the header declares, and those that the shared library exports.
  grep -oE '\boutlay_[a-z0-9_]+\(' <(sed 's|/\*.*\*/||' "$prefix/include/outlay_api.h" |
    awk '/\/\*/ { comment = 1 } !comment { print } /\*\// { comment = 0 }') | tr -d '(' | sort -u >declared
  nm -D --defined-only "$lib/liboutlay.so" | awk '{ print $3 }' | sort -u >exported
  diff declared exported || fail "liboutlay.so exports other functions than outlay_api.h declares"
  for module in "$lib"/lua/*/outlay.so; do
    [[ $(nm -D --defined-only "$module" | awk '{ print $3 }') == luaopen_outlay ]] ||
      fail "$module exports more than luaopen_outlay"
  done
  # The static library must not take names of its users.
  nm -g --defined-only "$lib/liboutlay.a" | awk 'NF == 3 && $3 !~ /^outlay_/ { print $3; bad = 1 }
    END { exit bad }' || fail "liboutlay.a has names without outlay_"
  readelf -d "$lib/liboutlay.so" 2>/dev/null | grep -q 'SONAME.*liboutlay\.so\.[0-9]' ||
    fail "liboutlay.so has no soname with a version"
  ;;
*) fail "There is no case $case." ;;
esac
