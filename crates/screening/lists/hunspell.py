"""Expands a Hunspell dictionary (.aff, .dic) into the plain words it accepts.

Only what the lists need: suffixes in one or two levels, prefixes, long and single-character flags. Compound rules are
left out (names/lexicon.rs joins Dutch compounds itself), and so are French elisions (the tokeniser cuts them off).
"""

import re


def read_affixes(path):
    """Returns (flag reader, {flag: [(kind, strip, add, continuation, condition)]}, forbidden, needs_affix, only_inside)."""
    long_flags = False
    rules, special = {}, {"FORBIDDENWORD": None, "NEEDAFFIX": None, "ONLYINCOMPOUND": None}
    for line in open(path, encoding="utf-8-sig"):
        parts = line.split()
        if not parts:
            continue
        if parts[0] == "FLAG" and parts[1] == "long":
            long_flags = True
        elif parts[0] in special:
            special[parts[0]] = parts[1]
        elif parts[0] in ("SFX", "PFX") and len(parts) >= 4 and not re.fullmatch(r"[YN]", parts[2]):
            kind, flag, strip, add = parts[:4]
            add, _, continuation = add.partition("/")
            strip = "" if strip == "0" else strip
            add = "" if add == "0" else add
            condition = parts[4] if len(parts) > 4 and ":" not in parts[4] else "."
            pattern = re.compile(condition + "$" if kind == "SFX" else condition)
            rules.setdefault(flag, []).append((kind, strip, add, continuation, pattern))

    def flags(text):
        return [text[i : i + 2] for i in range(0, len(text), 2)] if long_flags else list(text)

    return flags, rules, special


def forms(word, word_flags, flags, rules, needs_affix, level=0):
    """Yields every form of one entry."""
    if needs_affix not in word_flags:
        yield word
    for flag in word_flags:
        for kind, strip, add, continuation, pattern in rules.get(flag, ()):
            if "'" in add or "-" in add or not word.endswith(strip) and kind == "SFX":
                continue
            if kind == "PFX":
                if word.startswith(strip) and pattern.match(word):
                    yield add + word[len(strip) :]
            elif pattern.search(word):
                form = (word[: -len(strip)] if strip else word) + add
                if level < 2:
                    yield from forms(form, flags(continuation), flags, rules, needs_affix, level + 1)
                else:
                    yield form


def expand(folder):
    """Returns (words with a small initial, {capitalised entry: (its flags, its forms)}) of the dictionary in `folder`."""
    flags, rules, special = read_affixes(f"{folder}/index.aff")
    words, capitalised = set(), {}
    for number, line in enumerate(open(f"{folder}/index.dic", encoding="utf-8-sig")):
        entry = line.split("\t")[0].strip().split(" ")[0].replace("ĳ", "ij").replace("Ĳ", "IJ")
        if number == 0 or not entry:
            continue
        word, _, raw = entry.partition("/")
        word_flags = flags(raw)
        if special["FORBIDDENWORD"] in word_flags or special["ONLYINCOMPOUND"] in word_flags:
            continue
        if not word[:1].islower():
            capitalised[word] = (word_flags, set(forms(word, word_flags, flags, rules, special["NEEDAFFIX"])))
            continue
        words.update(forms(word, word_flags, flags, rules, special["NEEDAFFIX"]))
    return words, capitalised
