#!/bin/sh
# Installs the methods that compare.py measures beside the program. They live outside the repository: none of them is
# part of the product.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
home="${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-compare/clustering"
mkdir -p "$home"
[ -x "$home/bin/python" ] || "${PYTHON:-python3}" -m venv "$home"
"$home/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
echo "installed in $home"
