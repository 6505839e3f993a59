# The index of "how do I". Each recipe is one or two plain commands; `just` itself is optional.

# The main job: two demo editions in three languages.
demo:
    cargo run --release -- demo

# Everything that proves it, on both databases.
test:
    ./test

# The quick part: SQLite only, no PDF check.
quick:
    ./test --quick

# What runs before a change lands.
ci:
    .ci/run

# Formatting and lints.
lint:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings

# The screening beside other tools, on an unseen corpus: recall per kind, language and origin, false marks, speed.
compare:
    cargo build --release --workspace
    crates/testkit/comparisons/screening/setup.sh
    crates/testkit/comparisons/screening/compare.py --program "${CARGO_TARGET_DIR:-target}/release/megafoon screen" --bars --save

# Which signals say the same thing, beside TF-IDF and BM25 on labelled signals: precision of neighbours, agreement of clusters.
compare-similar:
    cargo build --release --package clustering --example neighbours
    crates/testkit/comparisons/clustering/setup.sh
    "${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-compare/clustering/bin/python" crates/testkit/comparisons/clustering/compare.py --program "${CARGO_TARGET_DIR:-target}/release/examples/neighbours" --save

# The guard at length: 1,000 random plans and 20 large ones attacked by the audit, 1,000 cells too many published, and the public table at PATH.
prove PATH:
    cargo run --release --package audit --example prove 1000 20 1000
    cargo run --release --package figures --example usefulness
    cargo run --release --package figures --example z3 {{PATH}}

# How many more cells the guard closes in small tables than the best pattern there is (a mixed-integer program).
compare-suppression:
    cargo build --release --package figures --example answers
    crates/testkit/comparisons/suppression/setup.sh
    "${XDG_CACHE_HOME:-$HOME/.cache}/megafoon-compare/suppression/bin/python" crates/testkit/comparisons/suppression/compare.py --program "${CARGO_TARGET_DIR:-target}/release/examples/answers" --bars --save

# How often a rise is told where there is none, and how late one that is there: simulated.
emerging:
    cargo run --release --package clustering --example emerging > target/emerging.md
    mv target/emerging.md crates/testkit/comparisons/emerging/results.md

# Hostile texts against the screening, for so many seconds from this seed.
fuzz seed="1" seconds="60":
    cargo run --release --package screening --example fuzz -- {{seed}} {{seconds}}

# The pictures of docs/filing.md, made from the running demo.
filing-pictures:
    cargo build --workspace
    crates/web/tests/browser/run.sh "${CARGO_TARGET_DIR:-target}/debug/megafoon" pictures.js

# The pictures of docs/reviewing.md, made from the running demo.
reviewing-pictures:
    cargo build --workspace
    crates/web/tests/browser/run.sh "${CARGO_TARGET_DIR:-target}/debug/megafoon" reviewing-pictures.js

# Benchmarks: screening, neighbours, filing, import, reading, aggregation, the guard, typesetting; each as a ratio to a reference in the same run.
bench:
    cargo bench --workspace --bench import --bench aggregation --bench typesetting --bench filing --bench reading --bench service --bench screen --bench similar --bench guard

# A cyclic plan of 2,505 cells over 20,900 finest ones, protected with the second solver: needs cmake and libclang.
cyclic:
    cargo bench --package figures --features highs --bench cyclic

# A million signals from CSV to a finished edition, with time and peak memory of each step.
million:
    cargo build --release --workspace --examples
    target/release/examples/million target/release/megafoon target/million

# The generated part of the demo fixtures, made anew.
fixtures:
    cargo run --package megafoon --example demo_fixtures

# The table of characters that the embedded fonts can print.
coverage:
    cargo run --package typeset --example coverage > target/coverage_ranges.rs
    mv target/coverage_ranges.rs crates/model/src/coverage_ranges.rs

# The demo's bundle as pictures, to look at.
pictures: demo
    pdftoppm -r 80 -png target/demo/editions/edition-2/bundle.nl.pdf target/demo/page
