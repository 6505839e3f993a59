#!/bin/sh
# Installs the solver that compare.py measures beside. It lives outside the repository: it is no part of the product.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
home="${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-compare/suppression"
mkdir -p "$home"
[ -x "$home/bin/python" ] || "${PYTHON:-python3}" -m venv "$home"
"$home/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
echo "installed in $home"
