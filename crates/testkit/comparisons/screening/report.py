"""The measured figures as Markdown, and the bars that ours has to reach."""

# group: smallest recall by whole span. Groups without a bar are reported only.
BARS = {
    "nrn": 0.999, "nrn-wrong-check": 0.999, "bis": 0.999, "bis-wrong-check": 0.999, "nrn-other-digits": 0.999, "eid": 0.999, "iban": 0.999, "card": 0.999, "email": 0.999,
    "phone": 0.995, "plate": 0.995, "profile": 0.995, "dob": 0.99, "ov": 0.99, "cg": 0.99, "addr": 0.97, "name": 0.95,
}
GROUP_NAMES = {
    "nrn": "national register number", "nrn-wrong-check": "… with a wrong check digit", "bis": "BIS number", "bis-wrong-check": "… with a wrong check digit",
    "nrn-other-digits": "… either, in digits of another script", "look-alike": "letters for digits, spelled-out e-mail, other hard writings (no bar)", "eid": "identity card number", "iban": "IBAN", "card": "bank card",
    "email": "e-mail", "phone": "telephone", "profile": "profile or handle", "ov": "Foreigners’ Office number", "cg": "asylum file number", "plate": "licence plate", "coordinates": "coordinates (no bar)",
    "dob": "date of birth", "addr": "street and number", "name": "name", "name-lower": "name in lower case (no bar)", "name-bare-initials": "initials alone (no bar)",
}
LANGUAGES = ("nl", "fr", "en")
FALSE_BLOCKED, FALSE_NAMES, SPREAD, SPEED = 1.0, 3.0, 0.02, 20_000
# So many that what a program does once, at its first texts, weighs little. The others are too slow for that.
SPEED_TEXTS, SPEED_TEXTS_OTHERS = 40_000, 300


def figure(rate):
    """Three places, cut off and never rounded up: 0.9996 does not become 1."""
    return "–" if rate is None else "1" if rate == 1 else f"{int(rate * 1000) / 1000:.3f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n\n"


def spread(recall, kind):
    """Largest difference between languages, or between origins (all languages together)."""
    rates = [recall.rate(key) for key in recall.planted if key[0] == kind and key[1] == "name"]
    return max(rates) - min(rates)


def markdown(tools, half):
    groups = [group for group in GROUP_NAMES if any(tool["recall"].planted["group", group] for tool in tools.values())]
    text = f"# Screening beside other tools\n\nMeasured by `compare.py` on the part `{half}`; README.md says what is measured and what is not. "
    text += "The other tools got a seeded part of each group, ours all of it: the number of texts stands in brackets.\n"
    text += ("Ours was not run: give `--program`." if "megafoon" not in tools else "") + "\n\n"

    text += "## Recall by whole span\n\nCovered by marks of any kind / covered by marks of the right kind (texts).\n\n"
    cell = lambda recall, group: f"{figure(recall.rate(('group', group)))} / {figure(recall.right_rate(('group', group)))} ({recall.planted['group', group]})"
    text += table(["planted", "bar", *tools], [[GROUP_NAMES[group], BARS.get(group, "–"), *(cell(tool["recall"], group) for tool in tools.values())] for group in groups])

    text += "## By language\n\n"
    text += table(["planted", *(f"{name} {language}" for name in tools for language in LANGUAGES)],
                  [[GROUP_NAMES[group], *(figure(tool["recall"].rate(("language", group, language))) for tool in tools.values() for language in LANGUAGES)] for group in groups])

    origins = sorted({key[2] for tool in tools.values() for key in tool["recall"].planted if key[0] == "origin" and key[1] == "name"})
    counts = ", ".join(f"{name} {max(tool['recall'].planted['origin', 'name', origin] for origin in origins)}" for name, tool in tools.items())
    text += f"## Names by origin\n\nThe sentences and forms are the same for every origin. In lower case after the stroke. Texts per origin: {counts}.\n\n"
    text += table(["origin", *tools], [[origin, *(f"{figure(tool['recall'].rate(('origin', 'name', origin)))} / {figure(tool['recall'].rate(('origin', 'name-lower', origin)))}" for tool in tools.values())] for origin in origins])
    text += table(["largest difference", *tools], [[label, *(figure(spread(tool["recall"], kind)) for tool in tools.values())] for label, kind in (("between languages", "language"), ("between origins", "origin"))])

    text += "## By form and way of writing\n\n"
    rows = []
    for group in groups:
        # The form of an IBAN is its country: some sixty rows of few texts each, left out.
        for kind in ("writing",) if group == "iban" else ("form", "writing"):
            keys = sorted({key for tool in tools.values() for key in tool["recall"].planted if key[:2] == (kind, group)})
            rows += [[f"{group}: {key[2]}", *(f"{figure(tool['recall'].rate(key))} ({tool['recall'].planted[key]})" for tool in tools.values())] for key in keys if len(keys) > 1]
    text += table(["form", *tools], rows)

    text += "## False marks per 1,000 words of clean text\n\n"
    sorts = {"blocked": f"blocked (bar {FALSE_BLOCKED:g})", "names": f"names (bar {FALSE_NAMES:g})", "other": "other marks", "broad": "dates, places, ages, institutions (marked by design)"}
    text += table(["marks", *tools], [[label + (f", {language}" if language != "all" else ""), *(f"{tool['false'][0][sort, language]:.2f}" for tool in tools.values())] for sort, label in sorts.items() for language in ("all", *LANGUAGES)])
    text += "Outside the planted spans of the other texts, per 1,000 words (no bar; a mark that touches a span is not counted):\n\n"
    text += table(["stray marks", *tools], [[sort, *(f"{tool['stray'][sort]:.2f}" for tool in tools.values())] for sort in ("blocked", "names", "other")])
    text += f"Words of clean text: {next(iter(tools.values()))['false'][1]}.\n\n"
    if "megafoon" in tools:
        common = tools["megafoon"]["false"][2].most_common(30)
        text += "Ours marked most often: " + ("; ".join(f"“{words}” ({kind}, {sort}, {count})" for (sort, kind, words), count in common) or "nothing") + ".\n\n"

    text += f"## Speed\n\nTexts of 600 characters per second on one core, JSON in and out included, start-up taken off, processor time. Ours over {SPEED_TEXTS:,} different texts, the others over {SPEED_TEXTS_OTHERS}.\n\n"
    return text + table(["", *tools], [["texts per second", *(f"{tool['per_second']:,.0f}" for tool in tools.values())]])


def bars(ours):
    """(what, measured, bar, passed) for every bar."""
    recall, marks = ours["recall"], ours["false"][0]
    verdicts = [(GROUP_NAMES[group] + (f" ({group})" if group.endswith("check") else ""), figure(recall.rate(("group", group))), f"≥ {bar}", recall.rate(("group", group)) >= bar) for group, bar in BARS.items()]
    verdicts += [(f"names: largest difference between {what}", figure(spread(recall, kind)), f"≤ {SPREAD}", spread(recall, kind) <= SPREAD) for what, kind in (("languages", "language"), ("origins", "origin"))]
    verdicts += [("false marks per 1,000 words, blocked", f"{marks['blocked', 'all']:.2f}", f"≤ {FALSE_BLOCKED:g}", marks["blocked", "all"] <= FALSE_BLOCKED),
                 ("false marks per 1,000 words, names", f"{marks['names', 'all']:.2f}", f"≤ {FALSE_NAMES:g}", marks["names", "all"] <= FALSE_NAMES),
                 ("texts of 600 characters per second", f"{ours['per_second']:,.0f}", f"≥ {SPEED:,}", ours["per_second"] >= SPEED)]
    return verdicts


def verdict_table(verdicts):
    if not verdicts:
        return ""
    return "## Bars\n\n" + table(["bar", "measured", "asked", "reached"], [[what, measured, asked, "yes" if passed else "**no**"] for what, measured, asked, passed in verdicts])
