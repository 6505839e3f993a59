#!/usr/bin/env python3
"""Writes the corpus that the screening is measured on: sentences with planted personal data, and clean texts.

    make_corpus.py --half fourth --out DIR        one .jsonl per group, and clean.jsonl

The same part, seed and sources give the same bytes. The parts (`dev`, `held-out`, `unseen`, `fourth`) share no sentence, no name,
no street and no seed; labels ("RR", "tel") are partly shared, because there are only so many of them.
A line: {"id","text","language","spans":[{"kind","start","end","form","writing"?,"origin"?}]}, in Unicode scalars.
"""

import argparse
import itertools
import json
import os
import random
import re
from pathlib import Path

import fourth
import people
import planted
import unseen

HERE = Path(__file__).parent
LANGUAGES = ("nl", "fr", "en")

# group: (kind expected, carrier tag, items per language, maker). Groups with a bar of 0.999 have 3,000 items.
GROUPS = {
    "nrn": ("nrn", "num", 1000, lambda rng, language: planted.national(rng)),
    "nrn-wrong-check": ("nrn", "num", 1000, lambda rng, language: planted.national(rng, wrong=True)),
    "bis": ("bis", "num", 1000, lambda rng, language: planted.national(rng, bis=True)),
    "bis-wrong-check": ("bis", "num", 1000, lambda rng, language: planted.national(rng, bis=True, wrong=True)),
    "nrn-other-digits": ("nrn", "num", 334, lambda rng, language: planted.national_other_digits(rng)),
    "look-alike": ("nrn", "num", 334, lambda rng, language: planted.look_alike(rng)),
    "eid": ("eid", "num", 1000, lambda rng, language: planted.eid(rng)),
    "iban": ("iban", "num", 1000, lambda rng, language: planted.iban(rng)),
    "card": ("card", "num", 1000, lambda rng, language: planted.card(rng)),
    "email": ("email", "contact", 1000, lambda rng, language: planted.email(rng)),
    "phone": ("phone", "contact", 1000, lambda rng, language: planted.phone(rng)),
    "profile": ("profile", "contact", 400, lambda rng, language: planted.profile(rng)),
    "ov": ("ov", "num", 400, lambda rng, language: planted.ov(rng)),
    "cg": ("cg", "num", 400, lambda rng, language: planted.cg(rng)),
    "plate": ("plate", "num", 400, lambda rng, language: planted.plate(rng)),
    "coordinates": ("coordinates", "coord", 334, lambda rng, language: planted.coordinates(rng)),
    "dob": ("dob", "dob", 667, planted.dob),
    "addr": ("addr", "addr", 1000, None),
}
# Parts with makers of their own for values, names and addresses.
WRITERS = {"unseen": unseen, "fourth": fourth}
# What a value of the group `look-alike` is, by the beginning of its form; without an entry a register number.
LOOK_ALIKE_KINDS = {"e-mail": "email", "Cyrillic": "iban", "Greek": "iban", "old account": "iban", "residence card": "eid", "telephone": "phone", "foreign plate": "plate"}


def read_carriers(half, language):
    carriers = {"num": [], "contact": [], "dob": [], "addr": [], "coord": [], "name": []}
    for line in (HERE / "carriers" / half / f"ids.{language}.txt").read_text(encoding="utf-8").splitlines():
        tag, sentence = line.split("|", 1)
        carriers[tag].append(sentence)
    carriers["name"] = (HERE / "carriers" / half / f"names.{language}.txt").read_text(encoding="utf-8").splitlines()
    wrong = [sentence for sentences in carriers.values() for sentence in sentences if sentence.count("{X}") != 1]
    assert not wrong, f"not exactly one slot: {wrong}"
    return carriers


def read_labels(half):
    labels = {}
    for kinds, language, serves, column in people.rows(HERE / "labels.tsv"):
        for kind in kinds.split(","):
            if serves in ("both", half):
                labels.setdefault((kind, language), []).extend(column.split("|"))
    return labels


def read_clean(half, language):
    """The hand-written clean passages of one part, with slots such as {town} not yet filled."""
    path = HERE / "carriers" / half / f"clean.{language}.txt"
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


def read_slots(half, language):
    return {slot: column.split("|") for serves, where, slot, column in people.rows(HERE / "clean-slots.tsv") if serves in ("both", half) and where in (language, "all")}


def fill(rng, passage, slots, french):
    for slot, choices in slots.items():
        while "{" + slot + "}" in passage:
            passage = passage.replace("{" + slot + "}", rng.choice(choices), 1)
    assert "{" not in passage, passage
    passage = re.sub(r"\bde (?=[AEÉIU][a-zé]+)", "d’", passage) if french else passage
    return passage[0].upper() + passage[1:]


def elide(carrier, words):
    """French elides before a vowel: "de {X}" and "Amel" give "d’Amel"."""
    bare = words.lstrip("‹")
    if bare[:1].lower() in "aeiouéèêàâîôû":
        for long, short in (("de {X}", "d’{X}"), ("que {X}", "qu’{X}")):
            carrier = carrier.replace(" " + long, " " + short)
    return carrier


def place(carrier, words, before, after):
    """The finished text, and where the part between "‹" and "›" stands in it."""
    if carrier.startswith("{X}") and not words.startswith("‹") and words[0].islower():
        words = words[0].upper() + words[1:]
    if words.endswith(".") or words.endswith(".›"):
        carrier = carrier.replace("{X}.", "{X}")  # one full stop serves the abbreviation and the sentence
    if after:
        # A line without a full stop is followed by a new line, as people write it.
        after = ("" if carrier[-1] in ".!?" else "\n") + after
        after = after.replace("\n ", "\n")
    text = before + carrier.replace("{X}", words) + after
    start, end = text.index("‹"), text.index("›") - 1
    text = text.replace("‹", "").replace("›", "")
    # Signs at the edge ("+", "@", a bracket, a full stop) identify nobody: a span runs from letter or digit to letter or digit.
    while not text[start].isalnum():
        start += 1
    while not text[end - 1].isalnum():
        end -= 1
    return text, start, end


class Surroundings:
    """A clean sentence before or after one text in four, so that a value does not always open or close the text."""

    def __init__(self, half):
        self.slots = {language: read_slots(half, language) for language in LANGUAGES}
        self.sentences = {language: [s for passage in read_clean(half, language) for s in sentences_of(passage)] for language in LANGUAGES}

    def draw(self, rng, language):
        one = lambda: fill(rng, rng.choice(self.sentences[language]), self.slots[language], language == "fr")
        before = one() + " " if rng.random() < 0.25 else ""
        after = " " + one() if rng.random() < 0.25 else ""
        return before, after


def sentences_of(passage):
    parts, start = [], 0
    for index, char in enumerate(passage):
        if char in ".!?" and passage[index + 1:index + 2] == " " and passage[index + 2:index + 3].isupper() and len(passage[start:index]) > 25:
            parts.append(passage[start:index + 1])
            start = index + 2
    return parts + [passage[start:]]


def identifiers(half, group, carriers, labels, surroundings):
    kind, tag, count, maker = GROUPS[group]
    maker = WRITERS[half].MAKERS.get(group, maker) if half in WRITERS else maker
    make_address = WRITERS.get(half, people).address
    streets = people.read_streets(half)
    for language in LANGUAGES:
        rng = random.Random(f"{half} {group} {language}")
        for index in range(count):
            if group == "addr":
                value = make_address(rng, language, streets)
                words = value.text
            else:
                value = maker(rng, language)
                words = value.text if "‹" in value.text else f"‹{value.text}›"
                if group == "profile" and value.form == "labelled":
                    label, handle = value.text.rsplit(" ", 1)
                    words = f"{label} ‹{handle}›"
                elif group == "coordinates":
                    first = next(i for i, c in enumerate(value.text) if c.isdigit())
                    last = max(i for i, c in enumerate(value.text) if c.isdigit()) + 1
                    words = f"{value.text[:first]}‹{value.text[first:last]}›{value.text[last:]}"
                elif group == "look-alike":
                    kind = next((kind for start, kind in LOOK_ALIKE_KINDS.items() if value.form.startswith(start)), "nrn")
                if (kind, language) in labels and not (group == "profile" and value.form == "labelled"):
                    words = rng.choice(labels[kind, language]).replace("{v}", words)
            carrier = carriers[language][tag][index % len(carriers[language][tag])]
            text, start, end = place(carrier, words, *surroundings.draw(rng, language))
            span = {"kind": kind, "start": start, "end": end, "form": value.form}
            if value.writing:
                span["writing"] = value.writing
            yield {"id": f"{group}-{language}-{index:05}", "text": text, "language": language, "spans": [span]}


def names(half, group, carriers, surroundings, repeats, forms):
    """Every origin gets the same sentences and forms, so that a difference between origins comes from the names."""
    make_name = WRITERS.get(half, people).name
    for language in LANGUAGES:
        plan_rng = random.Random(f"{half} {group} {language}")
        sentences = carriers[language]["name"]
        plan = [(sentence, forms[(index + repeat * 7) % len(forms)]) for repeat in range(repeats) for index, sentence in enumerate(sentences)]
        plan_rng.shuffle(plan)
        around = [surroundings.draw(plan_rng, language) for _ in plan]
        for origin, columns in people.read_names(half).items():
            rng = random.Random(f"{half} {group} {language} {origin}")
            for index, ((carrier, form), (before, after)) in enumerate(zip(plan, around)):
                words = make_name(rng, columns, form, language)
                text, start, end = place(elide(carrier, words) if language == "fr" else carrier, words, before, after)
                yield {"id": f"{group}-{language}-{origin}-{index:04}", "text": text, "language": language, "spans": [{"kind": "name", "start": start, "end": end, "form": form, "origin": origin}]}


def clean(half, count):
    """`count` clean texts per language of two or three hand-written passages each (40 to 120 words)."""
    for language in LANGUAGES:
        rng, passages, slots = random.Random(f"{half} clean {language}"), read_clean(half, language), read_slots(half, language)
        pool = []
        for index in range(count):
            words, parts = 0, []
            while words < 45:
                if not pool:
                    pool = passages[:]
                    rng.shuffle(pool)
                part = fill(rng, pool.pop(), slots, language == "fr")
                parts.append(part)
                words += len(part.split())
            yield {"id": f"clean-{language}-{index:04}", "text": " ".join(parts), "language": language, "spans": []}


def groups_of(half):
    """Group name → iterator over its lines; everything the corpus holds."""
    carriers = {language: read_carriers(half, language) for language in LANGUAGES}
    labels, surroundings = read_labels(half), Surroundings(half)
    made = {group: identifiers(half, group, carriers, labels, surroundings) for group in GROUPS}
    made["name"] = names(half, "name", carriers, surroundings, 4, WRITERS.get(half, people).NAME_FORMS)
    made["name-lower"] = names(half, "name-lower", carriers, surroundings, 1, ["lower"])
    made["name-bare-initials"] = names(half, "name-bare-initials", carriers, surroundings, 1, ["bare-initials"])
    made["clean"] = clean(half, 84)
    return made


def default_home():
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "megafoon-compare"


def check_halves():
    """Fails when a sentence, a clean passage, a name or a street stands in two parts."""
    seen = {}
    for half in people.HALVES:
        parts = {f"{name} {sentence}" for language in LANGUAGES for sentences in read_carriers(half, language).values() for name, sentence in (("sentence", s) for s in sentences)}
        parts |= {f"sentence {passage}" for language in LANGUAGES for passage in read_clean(half, language)}
        parts |= {f"name {name.casefold()}" for columns in people.read_names(half).values() for column in columns for name in column}
        parts |= {f"street {street.casefold()}" for streets in people.read_streets(half).values() for street, _ in streets}
        seen[half] = parts - {"sentence {X}"}
    for one, other in itertools.combinations(people.HALVES, 2):
        shared = seen[one] & seen[other]
        assert not shared, f"in {one} and in {other}: {sorted(shared)}"
    return {half: len(parts) for half, parts in seen.items()}


def write(half, out):
    out.mkdir(parents=True, exist_ok=True)
    counts = {}
    for group, lines in groups_of(half).items():
        with (out / f"{group}.jsonl").open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                counts[group] = counts.get(group, 0) + 1
    return counts


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=people.HALVES, default="fourth")
    arguments.add_argument("--out", type=Path)
    given = arguments.parse_args()
    check_halves()
    for group, count in write(given.half, given.out or default_home() / "corpus" / given.half).items():
        print(f"{group}\t{count}")


if __name__ == "__main__":
    main()
