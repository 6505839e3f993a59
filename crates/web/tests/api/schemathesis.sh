#!/bin/sh
# Asks the API what nobody would ask, by its own document: `schemathesis` with every check, bounded.
#
#   crates/web/tests/api/schemathesis.sh            makes an environment in the target folder, once
#   SCHEMATHESIS=/path/to/schemathesis …/schemathesis.sh   uses this one
#
# The service under test is that of the test `nothing_that_the_document_allows_or_forbids_breaks_the_api`.
set -eu
cd "$(dirname "$0")/../../../.."
if [ -z "${SCHEMATHESIS:-}" ]; then
    environment="${CARGO_TARGET_DIR:-target}/schemathesis"
    if [ ! -x "$environment/bin/schemathesis" ]; then
        python3 -m venv "$environment"
        "$environment/bin/pip" install --quiet "schemathesis==4.32.5"
    fi
    SCHEMATHESIS="$environment/bin/schemathesis"
fi
export SCHEMATHESIS
exec cargo test --workspace --quiet --test service -- --ignored --exact --nocapture \
    api::nothing_that_the_document_allows_or_forbids_breaks_the_api
