#!/usr/bin/env bash
# The claims of examples/claims are those of the published table: see claims.lua.
# Usage: claims.sh PROGRAM SHARED
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
found=$(mktemp --suffix .csv)
trap 'rm -f "$found"' EXIT

"$1" check examples/claims --out "$found"
"$1" run tests/validate/claims.lua --table "$2/data/claims.csv" --found "$found"
