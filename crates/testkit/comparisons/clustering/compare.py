#!/usr/bin/env python3
"""Which signals say the same thing: the program beside TF-IDF with agglomerative clustering, and BM25, on labelled signals.

    compare.py --program "target/release/megafoon" [--save] [--bars]
    compare.py --neighbours FILE --clusters FILE        what a program wrote, for trying things out

Reads labelled-*.csv beside it. `precision@5 within` looks at the five nearest of the same language, `across` at the five
nearest of the other two, `mixed` at the five nearest of all; each counts how many of them bear the query's label. The
adjusted Rand index compares a proposal of clusters with the labels; whoever stands alone is a cluster of one.
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


def read_labelled():
    signals = []
    for path in sorted(HERE.glob("labelled-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            signals.extend(csv.DictReader(file))
    if not signals:
        sys.exit("no labelled-*.csv beside this script")
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

    texts = [signal["text"] for signal in signals]
    ids = [signal["id"] for signal in signals]
    many = len({signal["problem"] for signal in signals})
    words = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode")
    letters = TfidfVectorizer(sublinear_tf=True, strip_accents="unicode", analyzer="char_wb", ngram_range=(3, 5))
    for name, vectorizer in (("TF-IDF of words", words), ("TF-IDF of letters (3–5)", letters)):
        rows = vectorizer.fit_transform(texts)
        likeness = (rows @ rows.T).toarray()
        # They are told how many problems there are; the program is not.
        model = AgglomerativeClustering(n_clusters=many, metric="precomputed", linkage="average")
        clusters = model.fit_predict(numpy.clip(1 - likeness, 0, None))
        best = max(rand_index(signals, dict(zip(ids, cut(likeness, bar)))) for bar in (0.05, 0.1, 0.15, 0.2, 0.25, 0.3))
        index = max(rand_index(signals, dict(zip(ids, clusters))), best)
        yield name, precisions(signals, by_matrix(signals, likeness)), index
    tokens = [words.build_analyzer()(text) for text in texts]
    bm25 = BM25Okapi(tokens)
    likeness = [bm25.get_scores(query) for query in tokens]
    yield "BM25", precisions(signals, by_matrix(signals, likeness)), None


def cut(likeness, bar):
    import numpy
    from sklearn.cluster import AgglomerativeClustering

    model = AgglomerativeClustering(n_clusters=None, distance_threshold=1 - bar, metric="precomputed", linkage="average")
    return model.fit_predict(numpy.clip(1 - likeness, 0, None))


def ours(arguments, signals):
    if arguments.neighbours:
        read = lambda path: {line["id"]: line for line in map(json.loads, pathlib.Path(path).read_text(encoding="utf-8").splitlines())}
        near, clusters = read(arguments.neighbours), read(arguments.clusters)
    else:
        program = shlex.split(arguments.program)
        near, clusters = asked([*program, "similar", "--many", str(len(signals))], signals), asked([*program, "cluster"], signals)
    ranked = {own: [other["id"] for other in line["neighbours"]] for own, line in near.items()}
    return precisions(signals, ranked), rand_index(signals, {own: line["cluster"] for own, line in clusters.items()})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="megafoon")
    parser.add_argument("--neighbours")
    parser.add_argument("--clusters")
    parser.add_argument("--save", action="store_true", help="rewrite results.md")
    parser.add_argument("--bars", action="store_true", help="exit 1 where a bar is missed")
    arguments = parser.parse_args()
    signals = read_labelled()
    found, index = ours(arguments, signals)
    rows = [("megafoon", found, index), *baselines(signals)]
    lines = [
        "# Finding signals that say the same thing",
        "",
        f"Measured by `compare.py` on {len(signals)} labelled signals of {len({s['problem'] for s in signals})} problems in three languages.",
        "",
        "| | within a language (3 nearest) | across languages (5 nearest) | all together (5 nearest) | adjusted Rand index |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, found_by, rand in rows:
        cells = [f"{found_by[key]:.3f}" for key in ("within", "across", "mixed")]
        lines.append(f"| {name} | {' | '.join(cells)} | {'–' if rand is None else f'{rand:.3f}'} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.save:
        (HERE / "results.md").write_text(text, encoding="utf-8")
    if arguments.bars:
        missed = found["across"] < BARS["across"] or any(index <= rand for _, _, rand in rows[1:] if rand is not None)
        sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
