#!/usr/bin/env bash
# A throw-away PostgreSQL cluster for tests.
#   postgres.sh start        makes one, and prints its URL
#   postgres.sh stop URL     stops it and removes all it had
# It listens on a free loopback port only, trusts every local connection, and syncs nothing to disk.
set -eu

find_binary() {
    for candidate in "$(command -v "$1" 2>/dev/null || true)" /usr/lib/postgresql/*/bin/"$1" /usr/pgsql-*/bin/"$1" /usr/local/pgsql/bin/"$1"; do
        if [ -n "$candidate" ] && [ -x "$candidate" ]; then
            found=$candidate
        fi
        # The one in PATH wins; among folders, the newest.
        if [ -n "${found:-}" ] && [ "$found" = "$(command -v "$1" 2>/dev/null || true)" ]; then
            break
        fi
    done
    if [ -z "${found:-}" ]; then
        echo "PostgreSQL's $1 was found neither in PATH nor in /usr/lib/postgresql" >&2
        exit 3
    fi
    echo "$found"
    found=
}

# The server refuses to run as root: then another user runs it.
as_owner() {
    if [ "$(id -u)" -ne 0 ]; then
        "$@"
    elif command -v runuser >/dev/null 2>&1; then
        runuser -u "$owner" -- "$@"
    else
        # su takes one string: each argument is quoted into it.
        line=
        for argument in "$@"; do
            line="$line '$(printf %s "$argument" | sed "s/'/'\\\\''/g")'"
        done
        su -s /bin/sh "$owner" -c "$line"
    fi
}

choose_owner() {
    owner=$(id -un)
    if [ "$(id -u)" -eq 0 ]; then
        owner=nobody
        if id postgres >/dev/null 2>&1; then owner=postgres; fi
    fi
}

port_is_free() {
    # Nobody answers there. Two that choose the same port at once: one fails to start, and tries the next.
    ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

start() {
    initdb=$(find_binary initdb)
    pg_ctl=$(find_binary pg_ctl)
    choose_owner
    directory=$(mktemp -d "${TMPDIR:-/tmp}/megafoon-postgres.XXXXXX")
    if [ "$(id -u)" -eq 0 ]; then chown "$owner" "$directory"; fi
    # A user without a home folder must not start in one it cannot read.
    cd "$directory"
    as_owner "$initdb" --pgdata="$directory/data" --username=megafoon --auth=trust --encoding=UTF8 --locale=C \
        --no-sync >"$directory/initdb.log" 2>&1 || { cat "$directory/initdb.log" >&2; exit 3; }
    attempt=0
    while [ "$attempt" -lt 20 ]; do
        attempt=$((attempt + 1))
        port=$((20000 + ($(od -An -N2 -tu2 /dev/urandom | tr -d ' ') % 20000)))
        port_is_free "$port" || continue
        options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        options="$options -c full_page_writes=off -c max_connections=200"
        if as_owner "$pg_ctl" --pgdata="$directory/data" --log="$directory/server.log" --wait --timeout=60 \
            --options="$options" start >/dev/null 2>&1; then
            echo "postgres://megafoon@127.0.0.1:$port/postgres?application_name=$(basename "$directory")"
            return
        fi
    done
    cat "$directory/server.log" >&2
    rm -rf "$directory"
    exit 3
}

stop() {
    name=${1##*application_name=}
    directory="${TMPDIR:-/tmp}/$name"
    case $name in megafoon-postgres.*) ;; *) echo "not a URL that 'start' printed" >&2; exit 2 ;; esac
    [ -d "$directory" ] || exit 0
    pg_ctl=$(find_binary pg_ctl)
    choose_owner
    cd "$directory"
    as_owner "$pg_ctl" --pgdata="$directory/data" --mode=immediate --wait stop >/dev/null 2>&1 || true
    cd /
    rm -rf "$directory"
}

case "${1:-}" in
    start) start ;;
    stop) [ $# -eq 2 ] || { echo "usage: $0 stop URL" >&2; exit 2; }; stop "$2" ;;
    *) echo "usage: $0 start | stop URL" >&2; exit 2 ;;
esac
