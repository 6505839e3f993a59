#!/usr/bin/env python3
"""Measures the screening beside three other tools on the same planted texts, and prints one Markdown report.

    ./setup.sh                                            once: installs the others outside the repository
    ./compare.py --program "target/release/megafoon screen" --bars --save

Without --program only the others are measured. The part that counts is `fourth`; --half dev, held-out and unseen measure
the parts that rule writers have looked at.
Others are slow, so they get a seeded part of each group, the same for all three; ours gets everything. Their
findings are kept beside the installed tools, so that only texts they have not met cost time again.
Exit code 1 with --bars when ours misses a bar.
"""

import argparse
import hashlib
import json
import os
import random
import resource
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import make_corpus
import measure
import people
import report

HERE = Path(__file__).parent
HOME = make_corpus.default_home()
OTHERS = {"presidio": "venv", "deduce": "venv", "belgian-deduce": "belgian"}


def run(command, texts, one_core=False):
    """Sends the texts through a program and returns findings by id and the processor seconds it took: a busy machine
    makes a program wait, but not work more."""
    pin = {"preexec_fn": lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})} if one_core and hasattr(os, "sched_setaffinity") else {}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as given:
        for item in texts:
            given.write(json.dumps({"id": item["id"], "text": item["text"], "language": item["language"]}, ensure_ascii=False) + "\n")
        given.seek(0)
        began = processor_seconds()
        done = subprocess.run(command, stdin=given, stdout=subprocess.PIPE, check=True, **pin)
        seconds = processor_seconds() - began
    findings = {answer["id"]: answer["findings"] for answer in map(json.loads, done.stdout.decode("utf-8").splitlines())}
    missing = [item["id"] for item in texts if item["id"] not in findings]
    if missing:
        sys.exit(f"{shlex.join(command)}: no answer for {len(missing)} texts, the first is {missing[0]}")
    return findings, seconds


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def long_texts(items, count):
    """Different texts of 600 characters: a planted one followed by clean ones, as a filed signal would be."""
    rng, made = random.Random("600 characters"), {}
    planted = [item for group, texts in items.items() if group != "clean" for item in texts]
    clean = {language: [item["text"] for item in items["clean"] if item["language"] == language] for language in make_corpus.LANGUAGES}
    while len(made) < count:
        start = rng.choice(planted)
        text, language = start["text"], start["language"]
        while len(text) < 600:
            text += " " + rng.choice(clean[language])
        made.setdefault(text[:600], language)
    return [{"id": str(index), "text": text, "language": language} for index, (text, language) in enumerate(made.items())]


def texts_per_second(command, items, count):
    """On one core, reading and writing JSON included; the start of the program is measured with one text and taken off."""
    texts = long_texts(items, count)
    start = min(run(command, texts[:1], one_core=True)[1] for _ in range(2))
    whole = min(run(command, texts, one_core=True)[1] for _ in range(2))
    return (count - 1) / max(whole - start, 1e-9)


def part(items, per_group):
    """A seeded part of each group with the same number per language and, for names, per origin; all clean texts."""
    chosen = {}
    for group, texts in items.items():
        rng, buckets = random.Random(f"part {group}"), {}
        for item in texts:
            buckets.setdefault((item["language"], item["spans"][0].get("origin") if item["spans"] else None), []).append(item)
        each = max(1, round(per_group / len(buckets))) if group != "name" else max(1, round(4 * per_group / len(buckets)))
        chosen[group] = texts if group == "clean" else [item for bucket in buckets.values() for item in rng.sample(bucket, min(each, len(bucket)))]
    return chosen


def measure_other(tool, items):
    """Findings of one other tool and its speed; a text it has met before is answered from the kept results."""
    command = [str(HOME / OTHERS[tool] / "bin" / "python"), str(HERE / "other_tools.py"), tool]
    if not Path(command[0]).exists():
        sys.exit(f"{tool} is not installed: run setup.sh")
    adapter = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in ("other_tools.py", "requirements.txt", "requirements-belgian.txt"))).hexdigest()[:16]
    kept = HOME / f"findings-{tool}-{adapter}.json"
    known = json.loads(kept.read_text()) if kept.exists() else {"texts": {}, "per_second": None}
    texts = {item["id"]: (item, text_key(item)) for group in items.values() for item in group}
    unknown = [item for item, key in texts.values() if key not in known["texts"]]
    if unknown:
        print(f"{tool}: {len(unknown)} texts", file=sys.stderr)
        findings, _ = run(command, unknown)
        known["texts"].update({texts[name][1]: found for name, found in findings.items()})
    if known["per_second"] is None:
        known["per_second"] = texts_per_second(command, items, report.SPEED_TEXTS_OTHERS)
    kept.write_text(json.dumps(known))
    return {"findings": {name: known["texts"][key] for name, (_, key) in texts.items()}, "per_second": known["per_second"]}


def text_key(item):
    return hashlib.sha256(f"{item['language']} {item['text']}".encode()).hexdigest()[:24]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", help="our program: JSON lines in, JSON lines out, as `megafoon screen`")
    arguments.add_argument("--half", choices=people.HALVES, default="fourth")
    arguments.add_argument("--per-group", type=int, default=300, help="texts per group for the other tools (names: four times as many)")
    arguments.add_argument("--only-ours", action="store_true", help="leave the other tools out")
    arguments.add_argument("--bars", action="store_true", help="exit 1 when ours misses a bar")
    arguments.add_argument("--save", nargs="?", const=HERE / "results.md", type=Path, help="also write the report (default: results.md here)")
    arguments.add_argument("--missed", type=Path, help="write what ours missed, to read")
    given = arguments.parse_args()

    HOME.mkdir(parents=True, exist_ok=True)
    items = {group: list(lines) for group, lines in make_corpus.groups_of(given.half).items()}
    tools, missed = {}, {}
    if given.program:
        command = shlex.split(given.program)
        findings, _ = run(command, [item for texts in items.values() for item in texts])
        recall, missed = measure.score(items, findings)
        tools["megafoon"] = {"recall": recall, "false": measure.false_marks(items["clean"], findings), "stray": measure.stray_marks(items, findings), "per_second": texts_per_second(command, items, report.SPEED_TEXTS)}
    if not given.only_ours:
        smaller = part(items, given.per_group)
        for tool in OTHERS:
            result = measure_other(tool, smaller)
            recall, _ = measure.score(smaller, result["findings"])
            tools[tool] = {"recall": recall, "false": measure.false_marks(smaller["clean"], result["findings"]), "stray": measure.stray_marks(smaller, result["findings"]), "per_second": result["per_second"]}

    text = report.markdown(tools, given.half)
    verdicts = report.bars(tools["megafoon"]) if "megafoon" in tools else []
    text += report.verdict_table(verdicts)
    print(text)
    if given.save:
        given.save.write_text(text, encoding="utf-8")
    if given.missed:
        given.missed.write_text("".join("\t".join([group, *map(str, one)]).replace("\n", " ") + "\n" for group, all_missed in missed.items() for one in all_missed), encoding="utf-8")
    if given.bars and not ("megafoon" in tools and all(passed for *_, passed in verdicts)):
        sys.exit(1)


if __name__ == "__main__":
    main()
