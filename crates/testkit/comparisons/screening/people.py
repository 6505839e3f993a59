"""Invented people and addresses: names of many origins in the ways workers write them, streets with numbers.

`dev` and `held-out` share tables of names and streets, split by a hash, so that a name met in one is never met in the
other; `unseen` and `fourth` have tables of their own.
"""

import hashlib
from pathlib import Path

from planted import Value

HERE = Path(__file__).parent
HALVES = ("dev", "held-out", "unseen", "fourth")
OWN_TABLES = ("unseen", "fourth")


def half_of(name):
    """About a third of all names serve `dev`; a name goes to the same half wherever it stands. The number is a salt
    that leaves every column of names.tsv with enough names in both halves."""
    return "dev" if hashlib.sha256(f"1117{name.casefold()}".encode()).digest()[0] % 3 == 0 else "held-out"


def rows(path):
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def table(stem, half):
    return rows(HERE / (f"{stem}-{half}.tsv" if half in OWN_TABLES else f"{stem}.tsv"))


def serving(column, half):
    """The names of a column that serve this part."""
    return [name for name in column.split(",") if half in OWN_TABLES or half == half_of(name)]


def read_names(half):
    """Origin → (women's, men's, family names) of one part."""
    origins = {}
    for origin, *columns in table("names", half):
        origins[origin] = tuple(serving(column, half) for column in columns)
        assert all(len(column) >= 1 for column in origins[origin]), f"{origin}: a column is empty in {half}"
    return origins


def read_streets(half):
    """Language → list of (street, "real" or "invented")."""
    streets = {}
    for language, nature, column in table("streets", half):
        streets.setdefault(language, []).extend((name, nature) for name in serving(column, half))
    return streets


# Names ----------------------------------------------------------------------------------------------------

TITLES = {
    "nl": (["mevr.", "mevrouw", "mw.", "Mevr.", "mvr"], ["meneer", "mijnheer", "dhr.", "mr.", "M."]),
    "fr": (["Mme", "madame", "Mme.", "mme", "Mlle"], ["M.", "monsieur", "Mr", "Mr.", "mr"]),
    "en": (["Mrs", "Mrs.", "Ms", "Ms.", "Miss"], ["Mr", "Mr.", "mister", "Mr", "mr."]),
}
FAMILY = {"nl": ["familie ", "de familie ", "fam. ", "het gezin "], "fr": ["famille ", "la famille ", "fam. ", "les "], "en": ["the {} family", "family ", "the family "]}
NAME_FORMS = ["full", "given", "title", "full", "initial", "given", "full", "title", "capitals", "given", "full", "title", "family", "given", "full", "initial", "capitals", "title", "full", "given"]


def name(rng, columns, form, language):
    """The words to put in the sentence, with "‹" and "›" around the part that is a name."""
    women, men, families = columns
    woman = rng.random() < 0.5
    given, family = rng.choice(women if woman else men), rng.choice(families)
    title = rng.choice(TITLES[language][0 if woman else 1])
    if form == "full":
        return f"‹{given} {family}›"
    if form == "given":
        return f"‹{given}›"
    if form == "title":
        return rng.choice([f"{title} ‹{family}›", f"{title} ‹{family}›", f"{title} ‹{given}›", f"{title} ‹{given} {family}›"])
    if form == "initial":
        return rng.choice([f"‹{given[0]}. {family}›", f"{title} ‹{given[0]}. {family}›", f"‹{given} {family[0].upper()}.›"])
    if form == "capitals":
        return rng.choice([f"‹{family.upper()} {given}›", f"‹{given} {family.upper()}›", f"{title} ‹{family.upper()}›"])
    if form == "family":
        before = rng.choice(FAMILY[language])
        return before.format(f"‹{family}›") if "{}" in before else f"{before}‹{family}›"
    if form == "lower":
        return rng.choice([f"‹{given} {family}›".lower(), f"‹{given}›".lower(), f"{title.lower()} ‹{family.lower()}›"])
    assert form == "bare-initials", form
    return rng.choice([f"‹{given[0]}.{family[0].upper()}.›", f"‹{given[0]}. {family[0].upper()}.›", f"{title} ‹{family[0].upper()}.›", f"‹{given[0]}.›"])


# Addresses ------------------------------------------------------------------------------------------------

TOWNS = {
    "1070": ("Anderlecht", "Anderlecht"), "1160": ("Oudergem", "Auderghem"), "1082": ("Sint-Agatha-Berchem", "Berchem-Sainte-Agathe"), "1000": ("Brussel", "Bruxelles"), "1040": ("Etterbeek", "Etterbeek"),
    "1140": ("Evere", "Evere"), "1190": ("Vorst", "Forest"), "1083": ("Ganshoren", "Ganshoren"), "1050": ("Elsene", "Ixelles"), "1090": ("Jette", "Jette"), "1081": ("Koekelberg", "Koekelberg"),
    "1080": ("Sint-Jans-Molenbeek", "Molenbeek-Saint-Jean"), "1060": ("Sint-Gillis", "Saint-Gilles"), "1210": ("Sint-Joost-ten-Node", "Saint-Josse-ten-Noode"), "1030": ("Schaarbeek", "Schaerbeek"),
    "1180": ("Ukkel", "Uccle"), "1170": ("Watermaal-Bosvoorde", "Watermael-Boitsfort"), "1200": ("Sint-Lambrechts-Woluwe", "Woluwe-Saint-Lambert"), "1150": ("Sint-Pieters-Woluwe", "Woluwe-Saint-Pierre"),
}
SHORT = {"nl": [("straat", "str."), ("steenweg", "stwg"), ("laan", "ln"), ("plein", "pl.")],
         "fr": [("avenue ", "av. "), ("boulevard ", "bd "), ("boulevard ", "bld "), ("chaussée ", "ch. "), ("chaussée ", "chée "), ("place ", "pl. "), ("rue ", "r. ")]}


def address(rng, language, streets):
    """Street, number and box between "‹" and "›"; postcode and municipality may follow, outside."""
    spoken = language if language in streets and rng.random() < 0.85 else rng.choice(["nl", "fr"])
    street, nature = rng.choice(streets[spoken])
    number = str(rng.randrange(1, 420)) + rng.choice(["", "", "", "", "", "A", "b", " bis" if spoken == "fr" else "C"])
    writing = "plain"
    if rng.random() < 0.2:
        options = [(long, short) for long, short in SHORT[spoken] if street.endswith(long) or street.startswith(long)]
        if options:
            street, writing = street.replace(*rng.choice(options), 1), "shortened"
    if writing == "plain" and rng.random() < 0.12:
        street, writing = street.lower(), "lower"
    elif spoken == "fr" and rng.random() < 0.4:
        street = street[0].upper() + street[1:]
    words = {"nl": "bus", "fr": "bte", "en": "box"}
    box_word = words[language] if language == "en" else rng.choice({"nl": ["bus", "bus", "b", "bus."], "fr": ["bte", "bte", "boîte", "bt", "Bte"]}[spoken])
    box_value = rng.choice([str(rng.randrange(1, 40)), f"{rng.randrange(1, 9)}.{rng.randrange(1, 9):02}", f"{rng.choice('ABC')}{rng.randrange(1, 20)}", f"{rng.randrange(1, 30):04}"])
    box = rng.choice(["", "", "", f" {box_word} {box_value}", f" {box_word} {box_value}", f", {box_word} {box_value}", f"/{rng.randrange(1, 30)}"])
    if spoken == "nl":
        form, text = rng.choice([("number after", f"{street} {number}{box}")] * 6 + [("number after, nr", f"{street} nr. {number}{box}"), ("number after, nr", f"{street} nr {number}{box}"), ("number after, comma", f"{street}, {number}{box}"),
                                ("number before", f"{number} {street}"), ("number before", f"{number}, {street}")])
    else:
        low = street[0].lower() + street[1:]
        article = f"de l’{low}" if low.startswith(("avenue", "av.", "impasse", "allée", "esplanade")) else f"du {low}" if low.startswith(("b", "quai", "square", "clos", "sentier", "passage", "parvis", "chemin", "rond-point")) else f"de la {low}"
        form, text = rng.choice([("number after", f"{street} {number}{box}")] * 3 + [("number after, comma", f"{street}, {number}{box}")] * 2 + [("number before", f"{number} {street}{'' if box.startswith('/') else box}")] * 2
                                + [("number before, comma", f"{number}, {street}{'' if box.startswith('/') else box}")] * 2 + [("number after, n°", f"{street} n°{number}{box}"), ("number after, n°", f"{street} n° {number}{box}"), ("number before, de la", f"{number} {article}")])
    code, town = rng.choice(sorted(TOWNS.items()))
    town = town[0 if spoken == "nl" else 1]
    tail = rng.choice(["", "", f", {code} {town}", f" {code} {town}", f" - {code} {town}", f" in {town}" if language != "fr" else f" à {town}", f" ({town})", f", {town}"])
    return Value(f"‹{text}›{tail}", f"{spoken}, {form}", f"{nature} street, {writing}")
