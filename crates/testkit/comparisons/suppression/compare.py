#!/usr/bin/env python3
"""How much more than the best pattern the guard closes in small tables.

    compare.py --program "target/release/examples/answers" [--tables 60] [--save] [--bars]

`--program` is any command that reads plans in the form of `megafoon protect`, one a line, and writes the answers, one a
line. The tables are random, the same for the same seed: one- and two-way with totals, some with groups that nest or
overlap, at most 60 cells. Exit code 1 with `--bars` where the guard closes over a tenth more than the best on average.
"""

import argparse
import json
import math
import pathlib
import random
import shlex
import subprocess
import sys

from optimum import Unsolved, best

HERE = pathlib.Path(__file__).parent
THRESHOLD = 5
MOST_CELLS = 60
BAR = 1.10


def dimension(dice, name, size):
    values = [f"{name}{number}" for number in range(size)]
    shape = dice.randrange(3) if size > 3 else 0
    half = size // 2
    groups = {
        0: {},
        1: {f"{name}g": values[:half], f"{name}h": values[half:]},
        2: {f"{name}g": values[: half + 1], f"{name}h": values[half:]},
    }[shape]
    return {"values": values, "groups": groups}


def table(seed):
    """A plan of one table with its records, and its cells as sets of records."""
    dice = random.Random(seed)
    while True:
        ways = 1 if seed % 4 == 0 else 2
        sizes = [dice.randrange(8, 41)] if ways == 1 else [dice.randrange(2, 8) for _ in range(ways)]
        dimensions = {name: dimension(dice, name, size) for name, size in zip("ab", sizes)}
        finest = [()]
        for shape in dimensions.values():
            finest = [(*at, value) for at in finest for value in shape["values"]]
        # Skewed: many a count is small, some are large.
        mean = dice.choice([4, 8, 16, 32])
        counts = [min(int(dice.lognormvariate(math.log(mean), 1.2)), 500) for _ in finest]
        cells = [frozenset(range(len(finest)))]
        names = [{}]
        for way, (name, shape) in enumerate(dimensions.items()):
            codes = {"*": shape["values"], **shape["groups"], **{value: [value] for value in shape["values"]}}
            inside = {code: {at for at, coordinates in enumerate(finest) if coordinates[way] in members} for code, members in codes.items()}
            names = [{**at, name: code} for at in names for code in codes]
            cells = [cell & inside[code] for cell in cells for code in codes]
        totals = [sum(counts[part] for part in cell) for cell in cells]
        small = sum(total < THRESHOLD for total in totals)
        # Nothing to protect, or nothing else, says nothing.
        if len(cells) <= MOST_CELLS and 2 <= small <= 0.6 * len(cells) and len(set(cells)) == len(cells):
            break
    plan = {
        "schema": 1,
        "rules": {"max_protected_share": 1.0, "thresholds": [], "insiders": False},
        "dimensions": dimensions,
        "tables": [list(dimensions)],
        "records": [dict(zip(dimensions, at)) | {"count": count} for at, count in zip(finest, counts) if count],
    }
    return plan, names, cells, totals


def answers(command, plans):
    lines = "".join(json.dumps(plan) + "\n" for plan in plans)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def cost(total):
    """What the guard itself counts a closed cell as."""
    return 1.0 + math.log(1.0 + total)


def compared(command, tables, protection, seconds):
    """For each table: cells, small ones, closed by the guard and by the best in number; cost of both; or why not."""
    for plan, *_ in tables:
        plan["rules"]["protection"] = protection
    rows = []
    for (plan, names, cells, totals), answer in zip(tables, answers(command, [plan for plan, *_ in tables])):
        printed = {json.dumps(cell["at"], sort_keys=True): cell["status"] for part in answer["tables"] for cell in part["cells"]}
        small = [cell for cell, total in enumerate(totals) if total < THRESHOLD]
        row = {"cells": len(cells), "small": len(small), "ways": len(plan["dimensions"])}
        row["groups"] = any(shape["groups"] for shape in plan["dimensions"].values())
        rows.append(row)
        if not printed:
            continue
        closed = [printed[json.dumps(at, sort_keys=True)] == "protected" for at in names]
        row["number"] = sum(closed)
        row["cost"] = sum(cost(total) for total, is_closed in zip(totals, closed) if is_closed)
        for what, costs in (("number", [1.0] * len(cells)), ("cost", [cost(total) for total in totals])):
            try:
                pattern, _ = best(totals, cells, small, THRESHOLD, costs, protection == "safe", seconds)
                row[f"best {what}"] = sum(value * is_closed for value, is_closed in zip(costs, pattern))
            except Unsolved:
                pass
        if sys.stderr.isatty():
            print(row, file=sys.stderr)
    return rows


def told(rows, protection):
    """A line of the table for each kind of table, and the mean ratio in number."""
    lines, means = [], {}
    kinds = (
        ("all", lambda row: True),
        ("one-way", lambda row: row["ways"] == 1),
        ("two-way", lambda row: row["ways"] == 2 and not row["groups"]),
        ("two-way with groups", lambda row: row["ways"] == 2 and row["groups"]),
    )
    for kind, belongs in kinds:
        chosen = [row for row in rows if belongs(row)]
        refused = sum("number" not in row for row in chosen)
        unsolved = sum("number" in row and ("best number" not in row or "best cost" not in row) for row in chosen)
        texts = []
        for what in ("number", "cost"):
            both = [row for row in chosen if f"best {what}" in row]
            ratios = [row[what] / row[f"best {what}"] for row in both]
            if not ratios:
                texts.extend(["–"] * 3)
                continue
            mean = sum(ratios) / len(ratios)
            means[kind, what] = mean
            at_best = sum(ratio < 1.0 + 1e-6 for ratio in ratios)
            texts.extend([f"{mean:.3f}", f"{max(ratios):.2f}", f"{at_best} of {len(ratios)}"])
        small, closed, least = (sum(row.get(what, 0) for row in chosen if "best number" in row) for what in ("small", "number", "best number"))
        texts.insert(0, f"{small} / {closed} / {least:.0f}")
        lines.append(f"| {protection} | {kind} | {len(chosen)} | {' | '.join(texts)} | {refused} | {unsolved} |")
    return lines, means["all", "number"]


HEAD = """# The guard beside the best pattern there is

Made by `compare.py --save`; README.md says what the figures mean.

| protection | tables | how many | small / closed / fewest | closed cells: mean | worst | at the best | cost: mean | worst | at the best | refused | not solved |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--tables", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first table")
    parser.add_argument("--seconds", type=float, default=60, help="for each best pattern")
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--bars", action="store_true")
    arguments = parser.parse_args()
    tables = [table(seed) for seed in range(arguments.first, arguments.first + arguments.tables)]
    lines, means = [], []
    for protection in ("interval", "safe"):
        more, mean = told(compared(shlex.split(arguments.program), tables, protection, arguments.seconds), protection)
        lines.extend(more)
        means.append(mean)
    text = HEAD + "\n".join(lines) + "\n"
    print(text)
    if arguments.save:
        (HERE / "results.md").write_text(text, encoding="utf-8")
    return 1 if arguments.bars and max(means) > BAR else 0


if __name__ == "__main__":
    sys.exit(main())
