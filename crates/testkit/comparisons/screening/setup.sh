#!/bin/sh
# Installs the other tools that compare.py measures. They live outside the repository, because none of
# them is part of the product, and the licence of two (GPL, LGPL) would not fit it. The first start of each Dutch tool builds its word lists,
# which takes some minutes; that is done here, once.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"
home="${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-compare"
mkdir -p "$home"
[ -x "$home/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$home/venv"
# The two Dutch tools may ask for different versions of what they share, so each has a folder of its own.
[ -x "$home/belgian/bin/python" ] || "${PYTHON:-python3}" -m venv "$home/belgian"
"$home/venv/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
"$home/belgian/bin/python" -m pip install --quiet --requirement "$here/requirements-belgian.txt"
"$home/venv/bin/python" "$here/other_tools.py" presidio </dev/null
"$home/venv/bin/python" "$here/other_tools.py" deduce </dev/null
"$home/belgian/bin/python" "$here/other_tools.py" belgian-deduce </dev/null
echo "installed in $home"
