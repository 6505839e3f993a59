#!/usr/bin/env python3
"""Which signals say the same thing: the program beside TF-IDF with agglomerative clustering, and BM25, on labelled signals.

    compare.py --program "target/release/megafoon" [--save] [--bars]
    compare.py --program "target/release/examples/neighbours" --half a          the half that was used to choose weights
    compare.py --program "…" --only-ours

Reads labelled-*.csv beside it. `precision@5 across` looks at the five nearest of the other two languages (eight are
right), `mixed` at the five nearest of all (eleven are right), `within` at the three nearest of the same language (there
are only three right ones); each counts how many of them bear the query's label. The adjusted Rand index compares a
proposal of clusters with the labels; whoever stands alone is a cluster of one.
"""

import argparse
import csv
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
BARS = {"across": 0.8}


PARTS = {
    "both": ("a", "b"),
    "a": ("a",),
    "b": ("b",),
}


def read_labelled(half):
    signals = []
    for path in (HERE / f"labelled-{part}.csv" for part in PARTS[half]):
        with path.open(encoding="utf-8", newline="") as file:
            signals.extend(csv.DictReader(file))
    return signals


def as_lines(signals):
    fields = ("id", "text", "language", "cause", "domain", "right")
    return "".join(json.dumps({field: signal[field] for field in fields}, ensure_ascii=False) + "\n" for signal in signals)


def asked(command, signals):
    """What a program says of the signals, by id."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.write(as_lines(signals))
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, text=True, check=True)
    return {line["id"]: line for line in map(json.loads, done.stdout.splitlines())}


def precision(signals, ranked, accept, depth=5):
    """The share of the nearest `depth` that bear the query's label, averaged. `ranked` gives ids, nearest first."""
    by_id = {signal["id"]: signal for signal in signals}
    found = 0
    for signal in signals:
        near = [by_id[other] for other in ranked[signal["id"]] if accept(signal, by_id[other])][:depth]
        found += sum(other["problem"] == signal["problem"] for other in near)
    return found / (depth * len(signals))


def same_language(one, other):
    return one["language"] == other["language"]


def precisions(signals, ranked):
    return {
        "within": precision(signals, ranked, same_language, depth=3),
        "across": precision(signals, ranked, lambda one, other: not same_language(one, other)),
        "mixed": precision(signals, ranked, lambda one, other: True),
    }


def rand_index(signals, cluster_of):
    from sklearn.metrics import adjusted_rand_score

    labels = [signal["problem"] for signal in signals]
    proposed = [cluster_of.get(signal["id"]) for signal in signals]
    # Whoever stands alone is a cluster of one.
    proposed = [f"alone {index}" if one is None else str(one) for index, one in enumerate(proposed)]
    return adjusted_rand_score(labels, proposed)


def by_matrix(signals, likeness):
    """Ids by likeness, nearest first, of two as alike the earlier."""
    ids = [signal["id"] for signal in signals]
    ranked = {}
    for row, own in enumerate(ids):
        order = sorted((other for other in range(len(ids)) if other != row), key=lambda other: (-likeness[row][other], other))
        ranked[own] = [ids[other] for other in order]
    return ranked


def baselines(signals):
    import numpy
    from rank_bm25 import BM25Okapi
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    ids = [signal["id"] for signal in signals]
    many = len({signal["problem"] for signal in signals})
    for tagged in ("", " with tags"):
        texts = [signal["text"] + (as_tokens(signal) if tagged else "") for signal in signals]
        words = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode")
        letters = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode", analyzer="char_wb", ngram_range=(3, 5))
        for name, vectorizer in (("TF-IDF of words", words), ("TF-IDF of letters (3–5)", letters)):
            rows = vectorizer.fit_transform(texts)
            likeness = (rows @ rows.T).toarray()
            # They are told how many problems there are, or the bar that does best; the program is told neither.
            model = AgglomerativeClustering(n_clusters=many, metric="precomputed", linkage="average")
            clusters = model.fit_predict(numpy.clip(1 - likeness, 0, None))
            bars = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
            best = max(rand_index(signals, dict(zip(ids, cut(likeness, bar)))) for bar in bars)
            index = max(rand_index(signals, dict(zip(ids, clusters))), best)
            yield name + tagged, precisions(signals, by_matrix(signals, likeness)), index
        tokens = [words.build_analyzer()(text) for text in texts]
        bm25 = BM25Okapi(tokens)
        likeness = [bm25.get_scores(query) for query in tokens]
        yield "BM25" + tagged, precisions(signals, by_matrix(signals, likeness)), None


def as_tokens(signal):
    """The tags as words that occur nowhere else: what the program is told, the others are told too."""
    return "".join(f" {field}{signal[field].replace('-', '')}" for field in ("cause", "domain", "right") if signal[field])


def cut(likeness, bar):
    import numpy
    from sklearn.cluster import AgglomerativeClustering

    model = AgglomerativeClustering(n_clusters=None, distance_threshold=1 - bar, metric="precomputed", linkage="average")
    return model.fit_predict(numpy.clip(1 - likeness, 0, None))


def ours(program, signals):
    near, clusters = asked([*program, "similar", "--many", "60"], signals), asked([*program, "cluster"], signals)
    ranked = {own: [other["id"] for other in line["neighbours"]] for own, line in near.items()}
    return precisions(signals, ranked), rand_index(signals, {own: line["cluster"] for own, line in clusters.items()})


TITLES = {
    "both": "All 40 problems",
    "a": "Half a: the 20 problems on which weights and words were chosen",
    "b": "Half b: the 20 problems that nobody looked at before",
}


def table(half, rows):
    signals = read_labelled(half)
    lines = [
        f"## {TITLES[half]}",
        "",
        f"{len(signals)} signals of {len({s['problem'] for s in signals})} problems.",
        "",
        "| | across languages, 5 nearest | all together, 5 nearest | within a language, 3 nearest | adjusted Rand index |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, found_by, rand in rows:
        cells = [f"{found_by[key]:.3f}" for key in ("across", "mixed", "within")]
        lines.append(f"| {name} | {' | '.join(cells)} | {'–' if rand is None else f'{rand:.3f}'} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="megafoon")
    parser.add_argument("--half", choices=sorted(PARTS), help="this one only; all three without")
    parser.add_argument("--only-ours", action="store_true", help="without the other methods")
    parser.add_argument("--save", action="store_true", help="rewrite results.md")
    parser.add_argument("--bars", action="store_true", help="exit 1 where a bar is missed")
    arguments = parser.parse_args()
    text = "# Finding signals that say the same thing\n\nMade by `compare.py --save`; README.md says what the figures mean.\n"
    missed = False
    for half in [arguments.half] if arguments.half else ["b", "both", "a"]:
        signals = read_labelled(half)
        found, index = ours(shlex.split(arguments.program), signals)
        rows = [("megafoon", found, index)] + ([] if arguments.only_ours else list(baselines(signals)))
        text += "\n" + table(half, rows)
        missed |= found["across"] < BARS["across"] or any(index <= rand for _, _, rand in rows[1:] if rand is not None)
    print(text)
    if arguments.save:
        (HERE / "results.md").write_text(text, encoding="utf-8")
    if arguments.bars and missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
