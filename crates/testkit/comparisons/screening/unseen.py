"""Writings that the part `unseen` has beside those of planted.py and people.py.

People write the same number in more ways than one list holds. These makers stand apart, so that nothing in `dev`
or `held-out` changes; a value here is written in a known way, or, in `SHARE` of the texts, in one of these.
E-mail addresses and profiles are new throughout: other names, other hosts.
"""

import people
import planted
from planted import EN_DASH, NARROW, NBSP, Value

SHARE = 0.4


def wider(known, new):
    return planted.wider(SHARE, known, new)


# Numbers --------------------------------------------------------------------------------------------------

NATIONAL_WRITINGS = [
    ("dots-slash", "{y}.{m}.{d}/{s}.{c}"), ("dots-dashes", "{y}.{m}.{d}-{s}-{c}"), ("commas", "{y},{m},{d}-{s},{c}"), ("date-dash-space", "{y}{m}{d}-{s} {c}"),
    ("date-space-dot", "{y}{m}{d} {s}.{c}"), ("date-dash-dot", "{y}{m}{d}-{s}.{c}"), ("slashes-spaces", "{y}/{m}/{d} {s} {c}"), ("spaced-dots", "{y} . {m} . {d} - {s} . {c}"),
    ("six-five", "{y}{m}{d} {s}{c}"), ("pairs-five", "{y} {m} {d} {s}{c}"), ("spaced-en-dash", "{y}.{m}.{d} " + EN_DASH + " {s}.{c}"), ("two-spaces", "{y}.{m}.{d}  {s}.{c}"),
    ("slashes-dash-dot", "{y}/{m}/{d}-{s}.{c}"), ("dashes-space", "{y}-{m}-{d} {s} {c}"),
]
OTHER_DIGITS = {"tibetan": 0xF20, "gurmukhi": 0xA66, "nko": 0x7C0, **planted.OTHER_DIGITS}


def national(bis=False, wrong=False):
    def new(rng, _language):
        parts, variant = planted.national_parts(rng, bis, wrong)
        writing, pattern = rng.choice(NATIONAL_WRITINGS)
        return Value(pattern.format(**parts), variant, writing)

    return wider(lambda rng, language: planted.national(rng, bis, wrong), new)


def national_other_digits(rng, language):
    value = national(bis=rng.random() < 0.3)(rng, language)
    script, zero = rng.choice(sorted(OTHER_DIGITS.items()))
    return Value("".join(chr(zero + int(c)) if c.isascii() and c.isdigit() else c for c in value.text), script, value.writing)


def look_alike(rng, language):
    which = rng.choice(["Greek letters in IBAN", "e-mail with the sign in words", "e-mail with spaces"])
    if which == "Greek letters in IBAN":
        value = planted.iban(rng, "BE", "grouped")
        return Value(value.text.replace("B", "\u0392").replace("E", "\u0395"), which)
    signs = {"nl": [" apenstaartje ", " @ ", "<at>"], "fr": [" arobase ", " chez ", "<at>"], "en": [" at-sign ", " AT ", "<at>"]}[language]
    signs = signs if which == "e-mail with the sign in words" else [" @ ", "@ ", " @"]
    return Value(email(rng, language).text.replace("@", rng.choice(signs)), which)


def eid(rng, _language):
    plain = "".join(c for c in planted.eid(rng).text if c.isdigit())
    a, b, c = plain[:3], plain[3:10], plain[10:]
    writing, text = rng.choice([("dash-space", f"{a}-{b} {c}"), ("space-dash", f"{a} {b}-{c}"), ("dot-dash", f"{a}.{b}-{c}"), ("last dash", f"{a}{b}-{c}"), ("narrow-nbsp", f"{a}{NARROW}{b}{NARROW}{c}"),
                                ("threes", f"{a} {b[:3]} {b[3:]} {c}"), ("spaced-en-dashes", f"{a} {EN_DASH} {b} {EN_DASH} {c}"), ("spaced-slashes", f"{a} / {b} / {c}")])
    return Value(text, "eid", writing)


def iban(rng, _language):
    value = planted.iban(rng, writing="ungrouped")
    plain = value.text
    groups = [plain[i:i + 4] for i in range(0, len(plain), 4)]
    writing, text = rng.choice([("check-apart", f"{plain[:4]} {plain[4:]}"), ("narrow-nbsp", NARROW.join(groups)), ("two-spaces", "  ".join(groups)), ("en-dashes", EN_DASH.join(groups)),
                                ("half-lower", plain[0] + plain[1:].lower()), ("half-lower", " ".join(groups).replace(plain[:2], plain[0] + plain[1].lower(), 1)),
                                ("half-grouped", " ".join(groups[:2]) + " " + "".join(groups[2:])), ("spaced-dashes", " - ".join(groups)), ("country-space", f"{plain[:2]} {plain[2:]}")])
    return Value(text, value.form, writing)


def card(rng, _language):
    value = planted.card(rng)
    plain = "".join(c for c in value.text if c.isdigit())
    groups = [plain[:4], plain[4:10], plain[10:]] if value.form == "amex" else [plain[i:i + 4] for i in range(0, len(plain), 4)]
    writing, text = rng.choice([("narrow-nbsp", NARROW.join(groups)), ("two-spaces", "  ".join(groups)), ("en-dashes", EN_DASH.join(groups)), ("spaced-dashes", " - ".join(groups)), ("slashes", "/".join(groups)),
                                ("half-grouped", f"{groups[0]} {''.join(groups[1:])}")])
    return Value(text, value.form, writing)


def ov(rng, _language):
    n = planted.ov(rng).text.replace(".", "").replace(" ", "")
    return rng.choice([Value(f"{n[0]}-{n[1:4]}-{n[4:]}", "dashes"), Value(f"{n[:4]} {n[4:]}", "four-three"), Value(f"{n[:3]} {n[3:5]} {n[5:]}", "three-two-two"), Value(f"{n[0]}{NBSP}{n[1:4]}{NBSP}{n[4:]}", "nbsp"),
                       Value(f"{n[:4]}.{n[4:]}", "four-three"), Value(f"{n[0]}. {n[1:4]}. {n[4:]}", "dots-spaces")])


def cg(rng, _language):
    year, rest = f"{rng.randrange(5, 26):02}", f"{rng.randrange(10000, 40000):05}"
    letter = rng.choice(["", "", "b", " B", "Z"])
    return rng.choice([Value(f"{year}-{rest}{letter}", "dash"), Value(f"{year}/{rest}{letter.lower()}", "letter"), Value(f"{year}.{rest}{letter}", "dot"), Value(f"{year}/ {rest}", "half-spaced"),
                       Value(f"{year} {rest}", "space"), Value(f"{year}/{rest[:2]}.{rest[2:]}", "dotted"), Value(f"{year}{rest}", "none")])


# A plate that is one word and no digit ("auto BOSSKE") is left out: nothing but its label would tell it from any word.
PERSONAL = ["KIM-2012", "FATI-88", "MAMA-1", "JEF.1070", "ZAZA-7", "GT-86", "BXL-1080", "LOVE-1", "4-EVER", "TAXI-75", "JR-1979", "BOSS-01"]


def plate(rng, _language):
    """Other series (motorcycle, moped, trailer, taxi, old-timer, diplomat), plates of one’s own choice, other signs between."""
    three = lambda first="": first + "".join(rng.choice("ABCDEFGHJKLNPRSTUVWXYZ") for _ in range(3 - len(first)))
    n, first = planted.digits(rng, 3), rng.choice("12")
    car = three()
    form, text = rng.choice([
        ("new", f"{first} - {car} - {n}"), ("new", f"{first}{EN_DASH}{car}{EN_DASH}{n}"), ("new", f"{first}/{car}/{n}"), ("new", f"{first}{NBSP}{car}{NBSP}{n}"), ("new", f"{first}{car} {n}"), ("new", f"{first}-{car}{n}"),
        ("new", f"{first}_{car}_{n}"), ("new", f"{first} {car}-{n}"), ("motorcycle", f"{first}-{three('M')}-{n}"), ("motorcycle, old", f"{three('M')}-{n}"),
        ("moped", f"S-{three(rng.choice('ABP'))}-{n}"), ("moped", f"S {three(rng.choice('ABP'))} {n}"), ("trailer", f"Q-{car}-{n}"), ("taxi", f"T-{three(rng.choice('XL'))}-{n}"), ("old-timer", f"O-{car}-{n}"),
        ("diplomat", f"CD-{car[:2]}-{n}"), ("old-letters-first", f"{car}.{n}"), ("old-letters-first", f"{car} - {n}"), ("old-digits-first", f"{n} {car}"), ("old-digits-first", f"{n}.{car}"), ("old-digits-first", f"{n}{car}"),
        ("old, two letters", f"{car[:2]}-{n}"), ("own choice", rng.choice(PERSONAL)),
    ])
    return Value(text.lower(), form, "lower") if rng.random() < 0.25 else Value(text, form, "capitals")


# Reaching somebody ----------------------------------------------------------------------------------------

LOCAL_PARTS = ["nele.baert", "karima_ey", "papy.mbemba", "t.gebre", "olha-k", "rabah1969", "sandu.r", "mustafa.o", "w", "les5tazi", "gezin.devos", "maman.de.lea", "adjei.b", "wangmo", "zk", "shahin.rima", "lupu.ion", "mr.touati", "nadiia2022", "jef",
               "d'angeli", "yemane", "kabita.oli", "thuha", "jp.piron", "info.voor.ons", "a.b.c", "bxl-taxi"]
MAIL_HOSTS = ["hotmail.be", "gmail.be", "outlook.fr", "gmx.net", "zoho.eu", "euphonynet.be", "brutele.be", "hotmail.fr", "live.com", "riseup.net", "yahoo.co.uk", "ymail.com", "abv.bg", "wp.pl", "ukr.net", "libero.it", "sapo.pt", "student.odisee.be",
              "my.ecole-plus.brussels", "protonmail.ch", "tutanota.com", "orange.fr", "base.be", "onderwijs-anderlecht.vlaanderen", "me.com", "mail.de"]


def email(rng, _language):
    local = rng.choice(LOCAL_PARTS) + rng.choice(["", "", str(rng.randrange(1000)), "." + rng.choice(LOCAL_PARTS), "-" + str(rng.randrange(10)), "+werk", "_" + rng.choice(["be", "prive", "new"])])
    text, form = f"{local}@{rng.choice(MAIL_HOSTS)}", rng.choice(["plain", "plain", "plain", "plain", "capitals", "capitals at the dots", "unicode"])
    if form == "capitals":
        text = text.upper()
    elif form == "capitals at the dots":
        text = text.title()
    elif form == "unicode":
        local, host = text.split("@")
        text = f"{local.replace('a', 'ä', 1).replace('o', 'ö', 1).replace('i', 'ï', 1)}@{host}"
    return Value(text, form)


def parts_of_phone(value):
    """Area code, the rest, and the rest in its three usual groups, of a Belgian number however it is written."""
    plain = "".join(c for c in value.text if c.isdigit())
    plain = plain.removeprefix("00").removeprefix("32").lstrip("0")
    head = 3 if value.form == "mobile" else 1 if plain[0] in "2349" else 2
    area, rest = plain[:head], plain[head:]
    return area, rest, *((rest[:2], rest[2:4], rest[4:]) if len(rest) == 6 else (rest[:3], rest[3:5], rest[5:]))


def phone(rng, language):
    value = planted.phone(rng)
    if value.form == "foreign":
        return value
    area, rest, a, b, c = parts_of_phone(value)
    writing, text = rng.choice([
        ("dash-dots", f"0{area}-{a}.{b}.{c}"), ("en-dashes", f"0{area}{EN_DASH}{a}{EN_DASH}{b}{EN_DASH}{c}"), ("narrow-nbsp", f"0{area}{NARROW}{a}{NARROW}{b}{NARROW}{c}"), ("spaced-slash-dots", f"0{area} / {a}.{b}.{c}"),
        ("spaced-dashes", f"0{area} - {a} - {b} - {c}"), ("slash-half", f"0{area}/{rest[:-4]} {rest[-4:]}"), ("half", f"0{area} {rest[:-4]} {rest[-4:]}"), ("dash-spaces", f"0{area}-{a} {b} {c}"), ("slashes", f"0{area}/{a}/{b}/{c}"),
        ("two-spaces", f"0{area}  {a} {b} {c}"), ("underscores", f"0{area}_{a}_{b}_{c}"), ("international, slash-dots", f"+32{area}/{a}.{b}.{c}"), ("international, zero-dashes", f"+32 (0){area}-{a}-{b}-{c}"), ("international, zero kept", f"+320{area}{rest}"),
        ("international, zero kept", f"+32 0{area} {a} {b} {c}"), ("international, 0032 dashes", f"0032-{area}-{a}-{b}-{c}"), ("international, 32 spaces", f"32 {area} {a} {b} {c}"), ("international, dots", f"+32.{area}.{rest}"),
        ("international, brackets", f"(0032) {area} {a} {b} {c}"), ("international, en-dash", f"+32{EN_DASH}{area}{EN_DASH}{rest}"),
    ])
    return Value(text, value.form, writing)


HANDLES = ["nele.baert", "karima.eyou", "papymbemba", "tgebre_1210", "olha_kyiv", "rabah.69", "sandu_rr", "wangmo.lha", "les_cinq_tazi", "jefke_bxl", "rima.shn", "touati-r", "kabi_oli", "yemane.zem", "thu.ha.vn", "adjei_official", "mvdb1080", "laminette", "xx_dodo_xx"]


def profile(rng, _language):
    handle = rng.choice(HANDLES) + rng.choice(["", "", str(rng.randrange(1000)), "_" + rng.choice(["x", "be", "off"])])
    form = rng.choice(["address", "address", "address-https", "address-https", "handle", "handle", "handle", "labelled", "facebook-people", "whatsapp", "telegram"])
    if form in ("address", "address-https"):
        host = rng.choice(["www.facebook.com/", "nl-nl.facebook.com/", "m.facebook.com/", "instagram.com/", "www.tiktok.com/@", "threads.net/@", "be.linkedin.com/in/", "twitter.com/", "x.com/", "youtube.com/@", "vk.com/", "snapchat.com/add/", "bsky.app/profile/"])
        return Value(("https://" if form == "address-https" else "") + host + handle + rng.choice(["", "", "/", "?igsh=MzRlODBi", "?lang=fr"]), form)
    if form == "handle":
        return Value("@" + handle, form)
    if form == "labelled":
        return Value(rng.choice(["IG", "ig:", "Insta:", "snapchat", "snap:", "TikTok", "telegram:", "facebook", "fb:", "messenger:"]) + " " + handle, form)
    if form == "facebook-people":
        return Value(f"https://www.facebook.com/people/{handle}/{rng.randrange(10**14, 10**15)}/", form)
    return Value(rng.choice([f"wa.me/324{planted.digits(rng, 8)}", f"https://api.whatsapp.com/send?phone=324{planted.digits(rng, 8)}"]), form) if form == "whatsapp" else Value(f"https://t.me/{handle}", form)


# Places, dates, names -------------------------------------------------------------------------------------

def coordinates(rng, _language):
    lat, lon = 50.76 + rng.random() * 0.16, 4.24 + rng.random() * 0.24
    comma = lambda value: f"{value:.5f}".replace(".", ",")
    return rng.choice([Value(f"{lat:.5f} / {lon:.5f}", "decimal-slash"), Value(f"{comma(lat)} ; {comma(lon)}", "decimal comma"), Value(f"({lat:.6f}, {lon:.6f})", "decimal"), Value(f"https://www.openstreetmap.org/#map=18/{lat:.5f}/{lon:.5f}", "map-link"),
                       Value(f"https://waze.com/ul?ll={lat:.5f}%2C{lon:.5f}", "map-link"), Value(f"{lat:.4f}N {lon:.4f}E", "letters-last"), Value(f"NB {lat:.4f} OL {lon:.4f}", "labelled"), Value(f"{int(lat)}°{(lat % 1) * 60:.2f}'N {int(lon)}°{(lon % 1) * 60:.2f}'E", "degrees-minutes")])


DAYS = {"nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche", "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"}
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()


def dob(rng, language):
    year, month, day = rng.randrange(1938, 2026), rng.randrange(1, 13), rng.randrange(1, 29)
    long, short = (names.split()[month - 1] for names in planted.MONTHS[language])
    stem = short.rstrip(".")
    values = [Value(f"{day:02} / {month:02} / {year}", "spaced slashes"), Value(f"{day}.{month}.{year}", "dots"), Value(f"{day:02}. {month:02}. {year}", "dots"), Value(f"{day} {long.upper()} {year}", "month in capitals"), Value(f"{day}/{month}/'{year % 100:02}", "short-year"),
              Value(f"{day} {long} ’{year % 100:02}", "month-in-words, short-year"), Value(f"{day}-{stem}-{year}", "month-shortened, dashes"), Value(f"{day}/{long}/{year}", "month-in-words, slashes"), Value(f"{day}{long}{year}", "no spaces"),
              Value(f"{year}/{month:02}/{day:02}", "year-first"), Value(f"{year}.{month:02}.{day:02}", "year-first"), Value(f"{day}-{ROMAN[month - 1]}-{year}", "month in Roman digits"), Value(f"{rng.choice(DAYS[language].split())} {day} {long} {year}", "with the day"),
              Value(f"{day:02}{month:02}{year}", "eight digits"), Value(f"{day:02}/{month:02}-{year}", "mixed signs"), Value(f"{day:02}-{month:02}/{year}", "mixed signs"), Value(f"{day:02}{EN_DASH}{month:02}{EN_DASH}{year}", "en dashes")]
    if language == "en":
        ordinal = f"{day}{'st' if day in (1, 21) else 'nd' if day in (2, 22) else 'rd' if day in (3, 23) else 'th'}"
        values += [Value(f"{ordinal} of {long} {year}", "of the month"), Value(f"{long} the {ordinal}, {year}", "month-first"), Value(f"{long} {day} {year}", "month-first")]
    return rng.choice(values)


def address(rng, language, streets):
    """As people.address, or with a house number written in a way that it does not know."""
    if rng.random() >= SHARE:
        return people.address(rng, language, streets)
    spoken = language if language in streets and rng.random() < 0.85 else rng.choice(["nl", "fr"])
    street, nature = rng.choice(streets[spoken])
    number = rng.randrange(1, 420)
    if spoken == "nl":
        form, text = rng.choice([("number after, nummer", f"{street} nummer {number}"), ("number after, huisnr", f"{street} huisnr. {number}"), ("number after, nr", f"{street} nr{number}"), ("range", f"{street} {number}-{number + 2}"),
                                 ("box", f"{street} {number} bt. {rng.randrange(1, 30)}"), ("box", f"{street} {number} - bus {rng.randrange(1, 30)}"), ("box", f"{street} {number}bus{rng.randrange(1, 30)}"), ("box", f"{street} {number}/{rng.choice('ABCD')}{rng.randrange(1, 9)}"),
                                 ("floor", f"{street} {number}, {rng.randrange(2, 9)}de verdieping"), ("in capitals", f"{street.upper()} {number}"), ("number after, colon", f"{street}: {number}"), ("number after, #", f"{street} #{number}")])
    else:
        form, text = rng.choice([("number after, numéro", f"{street} numéro {number}"), ("number after, num.", f"{street} num. {number}"), ("number after, nr", f"{street} nr {number}"), ("range", f"{street} {number}-{number + 2}"), ("box", f"{street} {number} bt. {rng.randrange(1, 30)}"),
                                 ("box", f"{street} {number} - boîte {rng.randrange(1, 30)}"), ("box", f"{street}, {number}/bte{rng.randrange(1, 30)}"), ("number before, bis", f"{number}bis, {street}"), ("floor", f"{street} {number}, {rng.randrange(2, 9)}e étage"),
                                 ("in capitals", f"{street.upper()} {number}"), ("number before, au", f"n° {number} {street}"), ("number after, colon", f"{street} : {number}")])
    # A floor helps nobody find the door: only the street and the number count.
    value = text.split(", ")[0] if form == "floor" else text
    code, towns = rng.choice(sorted(people.TOWNS.items()))
    town = towns[0 if spoken == "nl" else 1]
    tail = rng.choice(["", "", "", f" te {code} {town}" if spoken == "nl" else f" à {code} {town}", f", B-{code} {town}", f" / {code} {town}", f" {town.upper()}"])
    return Value(f"‹{value}›{text[len(value):]}{tail}", f"{spoken}, {form}", f"{nature} street")


NAME_FORMS = people.NAME_FORMS + ["family-first", "double", "other-title"]
TITLES = {
    "nl": (["mevr", "Mevrouw", "juffrouw", "MEVR."], ["de heer", "Dhr", "hr.", "Mr"]),
    "fr": (["Madame", "mad.", "Melle", "MME"], ["Monsieur", "Mons.", "m.", "MR"]),
    "en": (["Madam", "ms", "mrs.", "MRS"], ["Mister", "mr", "MR", "Mr"]),
}


def name(rng, columns, form, language):
    """As people.name, with the family name first, double names and other titles."""
    if form not in ("family-first", "double", "other-title"):
        return people.name(rng, columns, form, language)
    women, men, families = columns
    woman = rng.random() < 0.5
    (given, second), (family, other) = rng.sample(women if woman else men, 2), rng.sample(families, 2)
    if form == "family-first":
        return rng.choice([f"‹{family} {given}›", f"‹{family}, {given}›", f"‹{family.upper()}, {given}›"])
    if form == "double":
        return rng.choice([f"‹{given} {family}-{other}›", f"‹{given} {second} {family}›", f"‹{given} {family} {other}›"])
    title = rng.choice(TITLES[language][0 if woman else 1])
    return rng.choice([f"{title} ‹{family}›", f"{title} ‹{given} {family}›"])


MAKERS = {
    "nrn": national(), "nrn-wrong-check": national(wrong=True), "bis": national(bis=True), "bis-wrong-check": national(bis=True, wrong=True),
    "nrn-other-digits": national_other_digits, "look-alike": wider(lambda rng, language: planted.look_alike(rng), look_alike),
    "eid": wider(lambda rng, language: planted.eid(rng), eid), "iban": wider(lambda rng, language: planted.iban(rng), iban), "card": wider(lambda rng, language: planted.card(rng), card),
    "email": email, "phone": wider(lambda rng, language: planted.phone(rng), phone), "profile": profile,
    "ov": wider(lambda rng, language: planted.ov(rng), ov), "cg": wider(lambda rng, language: planted.cg(rng), cg), "plate": wider(lambda rng, language: planted.plate(rng), plate),
    "coordinates": wider(lambda rng, language: planted.coordinates(rng), coordinates), "dob": wider(planted.dob, dob),
}
