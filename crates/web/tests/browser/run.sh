#!/usr/bin/env bash
# The browser tests of the filing service: scripts, journeys, access, size.
#   run.sh PROGRAM [TEST FILE…]   PROGRAM is the built `megafoon`
# Installs what is missing: Chromium and Java on Debian/Ubuntu (asking for root only there), and the packages of package.json
# into the user's cache, never into the tree. Ends with node's own summary.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 PROGRAM [TEST FILE…]" >&2; exit 2; }
MEGAFOON_TEST_PROGRAM=$(realpath "$1")
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

missing=()
: "${MEGAFOON_TEST_CHROMIUM:=$(command -v chromium || command -v chromium-browser || true)}"
[ -n "$MEGAFOON_TEST_CHROMIUM" ] || missing+=(chromium)
command -v java >/dev/null || missing+=(default-jre-headless)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  echo "installing: ${missing[*]}" >&2
  $as_root apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  MEGAFOON_TEST_CHROMIUM=${MEGAFOON_TEST_CHROMIUM:-$(command -v chromium)}
fi

MEGAFOON_TEST_TOOLS=${MEGAFOON_TEST_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-browser}
if ! cmp -s "$here/package.json" "$MEGAFOON_TEST_TOOLS/installed.json"; then
  echo "installing: the packages of package.json" >&2
  mkdir -p "$MEGAFOON_TEST_TOOLS"
  cp "$here/package.json" "$MEGAFOON_TEST_TOOLS/package.json"
  npm install --prefix "$MEGAFOON_TEST_TOOLS" --ignore-scripts --no-audit --no-fund --no-package-lock --silent >&2
  cp "$here/package.json" "$MEGAFOON_TEST_TOOLS/installed.json"
fi
export MEGAFOON_TEST_PROGRAM MEGAFOON_TEST_CHROMIUM MEGAFOON_TEST_TOOLS

cd "$here"
[ $# -gt 0 ] || set -- scripts/*.test.js journeys/*.test.js ./*.test.js
# Two files at a time, on one demo for all. A browser on a busy machine can miss a moment: files that fail are run once
# more, one at a time, on a demo of their own; what fails then has failed.
report=$(mktemp)
trap 'rm -f "$report"' EXIT
if node with-demo.js node --test --test-timeout=600000 --test-force-exit --test-reporter=tap --test-concurrency=2 "$@" | tee "$report"; then
  exit 0
fi
mapfile -t again < <(sed -n "s/^ *location: '\(.*\.test\.js\):[0-9]*:[0-9]*'.*/\1/p" "$report" | sort -u)
[ ${#again[@]} -gt 0 ] || exit 1
echo "once more: ${again[*]##*/}" >&2
node with-demo.js node --test --test-timeout=600000 --test-force-exit --test-reporter=tap --test-concurrency=1 "${again[@]}"
