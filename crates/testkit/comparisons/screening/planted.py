"""Invented values that look like personal data: one maker per kind.

A maker takes a seeded generator (and the language, where it matters) and returns `Value(text, form, writing)`:
`form` says what the value is, `writing` how it is spelled; where only a part of the text counts, it stands between
"‹" and "›". Check digits are real, so that a tool that trusts them is not put at a disadvantage; the numbers are
drawn, not taken from anyone.
"""

from typing import NamedTuple


class Value(NamedTuple):
    text: str
    form: str
    writing: str = ""


NBSP, NARROW, EN_DASH, HARD_HYPHEN = "\u00a0", "\u202f", "\u2013", "\u2011"


def digits(rng, count):
    return "".join(str(rng.randrange(10)) for _ in range(count))


def wider(share, known, new):
    """A maker that uses the new writings in `share` of the texts and the known ones otherwise."""
    return lambda rng, language: new(rng, language) if rng.random() < share else known(rng, language)


# National register and BIS numbers ------------------------------------------------------------------------

NATIONAL_WRITINGS = [
    ("dots", "{y}.{m}.{d}-{s}.{c}"), ("dots", "{y}.{m}.{d}-{s}.{c}"), ("none", "{y}{m}{d}{s}{c}"),
    ("none", "{y}{m}{d}{s}{c}"), ("spaces", "{y} {m} {d} {s} {c}"), ("date-space", "{y}{m}{d} {s} {c}"),
    ("date-dash", "{y}{m}{d}-{s}-{c}"), ("dashes", "{y}-{m}-{d}-{s}-{c}"), ("dots-only", "{y}.{m}.{d}.{s}.{c}"),
    ("dots-spaces", "{y}.{m}.{d} {s} {c}"), ("spaced-dash", "{y}.{m}.{d} - {s}.{c}"),
    ("spaced-dashes", "{y} - {m} - {d} - {s} - {c}"), ("slashes", "{y}/{m}/{d}-{s}/{c}"),
    ("nbsp", NBSP.join(["{y}", "{m}", "{d}", "{s}", "{c}"])), ("nbsp-dash", "{y}.{m}.{d}" + NBSP + "-" + NBSP + "{s}.{c}"),
    ("narrow-nbsp", "{y}{m}{d}" + NARROW + "{s}" + NARROW + "{c}"), ("en-dash", "{y}.{m}.{d}" + EN_DASH + "{s}.{c}"),
    ("hard-hyphen", "{y}.{m}.{d}" + HARD_HYPHEN + "{s}.{c}"), ("half", "{y}{m}{d}-{s}{c}"), ("half-dots", "{y}.{m}.{d}-{s}{c}"),
]


def national_parts(rng, bis, wrong):
    """Year, month, day, serial and check digits, with the name of the variant."""
    year = rng.randrange(1934, 2026)
    month, day = rng.randrange(1, 13), rng.randrange(1, 29)
    if bis:
        variant = rng.choice(["month+20", "month+20", "month+40", "month+40", "month=20", "month=40", "month+20 day=00", "month+40 day=00"])
        offset = 20 if "20" in variant else 40
        month = offset if "=" in variant.split()[0] else month + offset
        if "day=00" in variant or (variant in ("month=20", "month=40") and rng.random() < 0.6):
            day = 0
    else:
        variant = rng.choice(["plain", "plain", "plain", "month=00 day=00", "month=00 day=00", "day=00", "month=00"])
        month = 0 if "month=00" in variant else month
        day = 0 if "day=00" in variant else day
    serial = rng.randrange(1, 998)
    century = "born 2000 or later" if year >= 2000 else "born before 2000"
    head = int(f"{year % 100:02}{month:02}{day:02}{serial:03}")
    old, new = 97 - head % 97, 97 - (2_000_000_000 + head) % 97
    check = new if year >= 2000 else old
    if wrong:
        check = rng.choice([c for c in range(1, 98) if c not in (old, new)])
    parts = {"y": f"{year % 100:02}", "m": f"{month:02}", "d": f"{day:02}", "s": f"{serial:03}", "c": f"{check:02}"}
    return parts, f"{variant}, {century}"


def national(rng, bis=False, wrong=False):
    parts, variant = national_parts(rng, bis, wrong)
    writing, pattern = rng.choice(NATIONAL_WRITINGS)
    return Value(pattern.format(**parts), variant, writing)


OTHER_DIGITS = {"arabic-indic": 0x660, "persian": 0x6F0, "fullwidth": 0xFF10, "devanagari": 0x966, "bengali": 0x9E6}


def national_other_digits(rng):
    value = national(rng, bis=rng.random() < 0.3)
    script, zero = rng.choice(sorted(OTHER_DIGITS.items()))
    return Value("".join(chr(zero + int(c)) if c.isascii() and c.isdigit() else c for c in value.text), script, value.writing)


def look_alike(rng):
    """Letters typed for digits, Cyrillic or Greek letters for Latin ones, an e-mail address spelled out."""
    which = rng.choice(["letter O for zero", "letter l for one", "Cyrillic letters in IBAN", "e-mail with (at)"])
    if which == "letter O for zero":
        value = next(v for v in iter(lambda: national(rng), None) if "0" in v.text)
        return Value(value.text.replace("0", rng.choice("Oo")), which, value.writing)
    if which == "letter l for one":
        value = next(v for v in iter(lambda: national(rng), None) if "1" in v.text)
        return Value(value.text.replace("1", rng.choice("lI")), which, value.writing)
    if which == "Cyrillic letters in IBAN":
        value = iban(rng, "BE", "grouped")
        return Value(value.text.replace("B", "\u0412").replace("E", "\u0415"), which)
    value = email(rng)
    return Value(value.text.replace("@", rng.choice([" (at) ", "[at]", " at ", "(a)"])), which)


# Cards and accounts ---------------------------------------------------------------------------------------

def eid(rng):
    head = rng.choice(["590", "591", "592", "593", "594", "595"]) + digits(rng, 7)
    check = int(head) % 97 or 97
    a, b, c = head[:3], head[3:], f"{check:02}"
    writing, text = rng.choice([("dashes", f"{a}-{b}-{c}"), ("dashes", f"{a}-{b}-{c}"), ("none", f"{a}{b}{c}"), ("spaces", f"{a} {b} {c}"),
                                ("spaced-dashes", f"{a} - {b} - {c}"), ("dots", f"{a}.{b}.{c}"), ("nbsp", f"{a}{NBSP}{b}{NBSP}{c}"), ("slashes", f"{a}/{b}/{c}"),
                                ("en-dash", f"{a}{EN_DASH}{b}{EN_DASH}{c}")])
    return Value(text, "eid", writing)


# Country, then the account part: n = digits, a = capital letters, c = capitals or digits.
IBAN_SHAPES = {
    "AD": "n8c12", "AE": "n19", "AL": "n8c16", "AT": "n16", "AZ": "a4c20", "BA": "n16", "BE": "n12", "BG": "a4n6c8", "BH": "a4c14", "BR": "n23a1c1",
    "CH": "n5c12", "CY": "n8c16", "CZ": "n20", "DE": "n18", "DK": "n14", "EE": "n16", "EG": "n25", "ES": "n20", "FI": "n14", "FR": "n10c11n2",
    "GB": "a4n14", "GE": "a2n16", "GR": "n7c16", "HR": "n17", "HU": "n24", "IE": "a4n14", "IQ": "a4n15", "IT": "a1n10c12", "JO": "a4n4c18", "KW": "a4c22",
    "KZ": "n3c13", "LB": "n4c20", "LT": "n16", "LU": "n3c13", "LV": "a4c13", "MA": "n24", "MD": "c20", "ME": "n18", "MK": "n3c10n2", "MT": "a4n5c18",
    "NL": "a4n10", "NO": "n11", "PK": "a4c16", "PL": "n24", "PS": "a4c21", "PT": "n21", "QA": "a4c21", "RO": "a4c16", "RS": "n18", "SA": "n2c18",
    "SE": "n20", "SI": "n15", "SK": "n20", "TN": "n20", "TR": "n6c16", "UA": "n6c19", "XK": "n16",
}


def iban(rng, country=None, writing=None):
    country = country or (rng.choice(["BE", "NL", "FR", "DE", "LU", "ES", "IT"]) if rng.random() < 0.5 else rng.choice(sorted(IBAN_SHAPES)))
    letters, shape, account = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", IBAN_SHAPES[country], ""
    index = 0
    while index < len(shape):
        end = index + 1
        while end < len(shape) and shape[end].isdigit():
            end += 1
        alphabet = {"n": "0123456789", "a": letters, "c": "0123456789" * 3 + letters}[shape[index]]
        account += "".join(rng.choice(alphabet) for _ in range(int(shape[index + 1:end])))
        index = end
    if country == "BE":
        account = account[:10] + f"{int(account[:10]) % 97 or 97:02}"
    check = 98 - int("".join(str(int(c, 36)) for c in account + country + "00")) % 97
    plain = f"{country}{check:02}{account}"
    groups = [plain[i:i + 4] for i in range(0, len(plain), 4)]
    writing = writing or rng.choice(["grouped", "grouped", "grouped", "ungrouped", "ungrouped", "lower", "lower-grouped", "dashes", "nbsp", "dots", "country-apart"])
    text = {"grouped": " ".join(groups), "ungrouped": plain, "lower": plain.lower(), "lower-grouped": " ".join(groups).lower(), "dashes": "-".join(groups),
            "nbsp": NBSP.join(groups), "dots": ".".join(groups), "country-apart": f"{country} {check:02} " + " ".join(account[i:i + 4] for i in range(0, len(account), 4))}[writing]
    return Value(text, country, writing)


def card(rng):
    brand, prefix, length = rng.choice([("visa", "4", 16), ("mastercard", rng.choice(["51", "52", "53", "54", "55", "2221", "2520"]), 16), ("maestro", "6759", 16),
                                        ("bancontact", "6703", 17), ("amex", rng.choice(["34", "37"]), 15)])
    body = prefix + digits(rng, length - len(prefix) - 1)
    total = sum(d if i % 2 else (d * 2 - 9 if d > 4 else d * 2) for i, d in enumerate(int(c) for c in reversed(body)))
    plain = body + str(-total % 10)
    groups = [plain[:4], plain[4:10], plain[10:]] if brand == "amex" else [plain[i:i + 4] for i in range(0, length, 4)]
    writing, text = rng.choice([("grouped", " ".join(groups)), ("grouped", " ".join(groups)), ("none", plain), ("dashes", "-".join(groups)), ("nbsp", NBSP.join(groups)), ("dots", ".".join(groups))])
    return Value(text, brand, writing)


# Reaching somebody ----------------------------------------------------------------------------------------

LOCAL_PARTS = ["fatima", "benali", "dupont", "jan.peeters", "s.elamrani", "moussa", "mariama", "dewolf", "anna_k", "hassan78", "nour", "tsering", "kofi", "ana-maria", "x", "info.privat",
               "mama.van.drie", "la_petite", "o'brien", "yilmaz", "svitlana", "j", "gurung", "tesfay", "papa", "zoe", "ab", "lucia.rossi", "chen", "vd.berg"]
MAIL_HOSTS = ["gmail.com", "hotmail.com", "outlook.be", "telenet.be", "skynet.be", "yahoo.fr", "live.be", "proton.me", "icloud.com", "voo.be", "mail.ru", "student.ulb.ac.be",
              "ehb.be", "mailbox.org", "familie-peeters.brussels", "posteo.de", "gmx.de", "mail.brussels.example.org", "scarlet.be", "laposte.net"]


def email(rng):
    local = rng.choice(LOCAL_PARTS) + rng.choice(["", "", str(rng.randrange(100)), "." + rng.choice(LOCAL_PARTS), "_" + str(rng.randrange(1960, 2012)), "+ocmw", "-bxl"])
    text = f"{local}@{rng.choice(MAIL_HOSTS)}"
    form = rng.choice(["plain", "plain", "plain", "plain", "capitals", "first-capital", "unicode"])
    if form == "capitals":
        text = text.upper()
    elif form == "first-capital":
        text = text[:1].upper() + text[1:]
    elif form == "unicode":
        local, host = text.split("@")
        text = f"{local.replace('e', 'é', 1).replace('a', 'à', 1)}@{host}"
    return Value(text, form)


def phone(rng):
    kind = rng.choice(["mobile", "mobile", "landline", "foreign"])
    if kind == "foreign":
        return foreign_phone(rng)
    if kind == "mobile":
        area = rng.choice(["455", "456", "460", "465", "466", "467", "468", "470", "471", "472", "473", "474", "475", "476", "477", "478", "479", "483", "484", "485", "486", "487", "488", "489",
                           "490", "491", "492", "493", "494", "495", "496", "497", "498", "499"])
    else:
        area = rng.choice(["2", "2", "2", "2", "3", "4", "9", "10", "11", "14", "15", "16", "19", "50", "51", "53", "54", "55", "56", "59", "61", "63", "64", "65", "67", "68", "69", "71", "81", "82", "85", "87", "89"])
    rest = digits(rng, 9 - len(area) if kind == "mobile" else 8 - len(area))
    if kind == "landline":
        rest = str(rng.randrange(2, 9)) + rest[1:]
    if len(rest) == 7:
        a, b, c = rest[:3], rest[3:5], rest[5:]
    elif kind == "mobile":
        a, b, c = rest[:2], rest[2:4], rest[4:]
    else:
        a, b, c = rest[:2], rest[2:4], rest[4:]
    national_forms = [("spaces", f"0{area} {a} {b} {c}"), ("slash-dots", f"0{area}/{a}.{b}.{c}"), ("slash-spaces", f"0{area}/{a} {b} {c}"), ("dots", f"0{area}.{a}.{b}.{c}"),
                      ("dashes", f"0{area}-{a}-{b}-{c}"), ("none", f"0{area}{rest}"), ("slash", f"0{area}/{rest}"), ("one-space", f"0{area} {rest}"),
                      ("brackets", f"(0{area}) {a} {b} {c}"), ("nbsp", f"0{area}{NBSP}{a}{NBSP}{b}{NBSP}{c}"), ("space-dots", f"0{area} {a}.{b}.{c}"), ("dash", f"0{area}-{rest}"),
                      ("slash-dashes", f"0{area}/{a}-{b}-{c}"), ("spaced-slash", f"0{area} / {a} {b} {c}")]
    if kind == "mobile":
        national_forms += [("threes", f"0{area} {rest[:3]} {rest[3:]}"), ("threes", f"0{area}/{rest[:3]}.{rest[3:]}"), ("pairs", f"0{area[0]} {area[1:]} {a} {b} {c}"), ("twos-dots", f"0{area}.{rest[:3]}.{rest[3:]}")]
    prefix = rng.choice(["+32", "0032", "+32", "00 32", "(+32)", "+ 32", "32"]) if rng.random() < 0.4 else ""
    if not prefix:
        writing, text = rng.choice(national_forms)
        return Value(text, kind, writing)
    if prefix == "32":
        # Without a plus sign only whole and unbroken: as a phone exports it.
        return Value(f"32{area}{rest}", kind, "32 without plus")
    writing, tail = rng.choice([("spaces", f" {area} {a} {b} {c}"), ("none", f"{area}{rest}"), ("zero", f" (0){area} {a} {b} {c}"), ("zero", f"(0){area}/{a}.{b}.{c}"), ("zero", f" (0) {area} {a} {b} {c}"),
                                ("dots", f".{area}.{a}.{b}.{c}"), ("dashes", f"-{area}-{a}-{b}-{c}"), ("one-space", f" {area}{rest}"), ("slash", f" {area}/{a}.{b}.{c}"), ("nbsp", f"{NBSP}{area}{NBSP}{a}{NBSP}{b}{NBSP}{c}")])
    return Value(prefix + tail, kind, "international " + writing)


COUNTRY_NUMBERS = [("33", "6", 8), ("31", "6", 8), ("49", "151", 8), ("352", "621", 6), ("44", "7", 9), ("34", "6", 8), ("39", "3", 9), ("351", "9", 8), ("48", "5", 8), ("40", "7", 8), ("359", "8", 8), ("90", "5", 9),
                   ("212", "6", 8), ("213", "5", 8), ("216", "2", 7), ("224", "6", 8), ("237", "6", 8), ("243", "8", 8), ("250", "7", 8), ("252", "6", 8), ("251", "9", 8), ("291", "7", 6), ("93", "7", 8), ("963", "9", 8),
                   ("964", "7", 9), ("98", "9", 9), ("92", "3", 9), ("91", "9", 9), ("380", "6", 8), ("995", "5", 8), ("374", "9", 7), ("355", "6", 8), ("381", "6", 8), ("1", "212", 7), ("86", "13", 9), ("84", "9", 8), ("63", "9", 9)]


def foreign_phone(rng):
    country, start, count = rng.choice(COUNTRY_NUMBERS)
    number = start + digits(rng, count)
    pairs = " ".join([number[:1]] + [number[i:i + 2] for i in range(1, len(number), 2)])
    threes = " ".join(number[i:i + 3] for i in range(0, len(number), 3))
    plus = rng.choice(["+", "00"])
    writing, tail = rng.choice([("none", number), ("one-space", " " + number), ("pairs", " " + pairs), ("threes", " " + threes), ("dots", "." + pairs.replace(" ", ".")), ("dashes", "-" + threes.replace(" ", "-")),
                                ("zero", f" (0){threes}"), ("nbsp", NBSP + pairs.replace(" ", NBSP))])
    return Value(plus + country + tail, "foreign", f"{plus} {writing}")


HANDLES = ["fatima.benali", "moussa_bxl", "ana.maria.1987", "kofi_m", "s_elamrani", "lieve.p", "yilmaz.ay", "nour1030", "the_real_tesfay", "papa.de.trois", "svitlana.k", "zoe_xl", "tsering-dolma", "mama_van_drie", "gurung22", "b.diallo99"]


def profile(rng):
    handle = rng.choice(HANDLES) + rng.choice(["", "", str(rng.randrange(100)), "_" + str(rng.randrange(10))])
    host, path = rng.choice([("facebook.com", ""), ("instagram.com", ""), ("fb.com", ""), ("tiktok.com", "@"), ("linkedin.com", "in/"), ("t.me", ""), ("x.com", ""), ("snapchat.com", "add/"), ("youtube.com", "@"), ("twitter.com", "")])
    form = rng.choice(["address", "address", "address-https", "address-https", "handle", "handle", "handle", "labelled", "facebook-id", "whatsapp", "messenger"])
    if form == "address":
        return Value(rng.choice(["", "www.", "m."]) + f"{host}/{path}{handle}", form)
    if form == "address-https":
        return Value("https://" + rng.choice(["", "www."]) + f"{host}/{path}{handle}" + rng.choice(["", "/", "?hl=nl"]), form)
    if form == "handle":
        return Value("@" + handle, form)
    if form == "labelled":
        # The handle without its sign, after the name of the network: the span is the handle alone.
        return Value(rng.choice(["insta", "Instagram", "snap", "tiktok", "Snapchat", "telegram"]) + rng.choice([" ", ": "]) + handle, form)
    if form == "facebook-id":
        return Value(f"https://www.facebook.com/profile.php?id={rng.randrange(10**14, 10**15)}", form)
    return Value(f"https://wa.me/324{digits(rng, 8)}", form) if form == "whatsapp" else Value(f"m.me/{handle}", form)


# Files, cars, places, dates -------------------------------------------------------------------------------

def ov(rng):
    number = str(rng.randrange(4, 10)) + digits(rng, 6)
    return rng.choice([Value(number, "plain"), Value(f"{number[0]}.{number[1:4]}.{number[4:]}", "dotted"), Value(f"{number[0]} {number[1:4]} {number[4:]}", "spaces")])


def cg(rng):
    number = f"{rng.randrange(5, 26):02}/{rng.randrange(10000, 40000):05}"
    return Value(*rng.choice([(number, "plain"), (number, "plain"), (number + rng.choice("BCXZ"), "letter"), (number.replace("/", " / "), "spaced"), (number + "/" + rng.choice("BZ"), "letter-slash")]))


def plate(rng):
    letters, number = "".join(rng.choice("ABCDEFGHJKLNPRSTUVWXYZ") for _ in range(3)), digits(rng, 3)
    first = rng.choice("112")
    form, text = rng.choice([("new", f"{first}-{letters}-{number}"), ("new", f"{first}-{letters}-{number}"), ("new", f"{first}{letters}{number}"), ("new", f"{first} {letters} {number}"),
                             ("old-letters-first", f"{letters}-{number}"), ("old-letters-first", f"{letters}{number}"), ("old-letters-first", f"{letters} {number}"), ("old-digits-first", f"{number}-{letters}"),
                             ("new", f"{first}.{letters}.{number}"), ("new", f"{first}-{letters} {number}")])
    return Value(text.lower(), form, "lower") if rng.random() < 0.25 else Value(text, form, "capitals")


def coordinates(rng):
    lat, lon = 50.76 + rng.random() * 0.16, 4.24 + rng.random() * 0.24
    minutes = lambda v: (v - int(v)) * 60
    dms = lambda v: f"{int(v)}°{int(minutes(v)):02}'{(minutes(v) % 1) * 60:04.1f}\""
    return rng.choice([
        Value(f"{lat:.5f}, {lon:.5f}", "decimal"), Value(f"{lat:.4f},{lon:.4f}", "decimal"), Value(f"{lat:.6f} {lon:.6f}", "decimal-space"), Value(f"{dms(lat)}N {dms(lon)}E", "degrees"),
        Value(f"{dms(lat)} N, {dms(lon)} E", "degrees"), Value(f"{int(lat)}° {minutes(lat):.3f}' N, {int(lon)}° {minutes(lon):.3f}' E", "degrees-minutes"), Value(f"N {lat:.5f} E {lon:.5f}", "letters-first"),
        Value(f"{lat:.5f}° N, {lon:.5f}° E", "decimal-degrees"), Value(f"lat {lat:.4f} lon {lon:.4f}", "labelled"), Value(f"geo:{lat:.5f},{lon:.5f}", "geo"), Value(f"https://maps.google.com/?q={lat:.5f},{lon:.5f}", "map-link"),
    ])


MONTHS = {
    "nl": ("januari februari maart april mei juni juli augustus september oktober november december", "jan. feb. mrt. apr. mei jun. jul. aug. sept. okt. nov. dec."),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    "en": ("January February March April May June July August September October November December", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
}


def dob(rng, language):
    year, month, day = rng.randrange(1938, 2026), rng.randrange(1, 13), rng.randrange(1, 29)
    if rng.random() < 0.15:
        month, day = 1, 1
    long, short = (names.split()[month - 1] for names in MONTHS[language])
    ordinal = "1er" if language == "fr" and day == 1 else f"{day}{'st' if day % 10 == 1 and day != 11 else 'nd' if day % 10 == 2 and day != 12 else 'rd' if day % 10 == 3 and day != 13 else 'th'}" if language == "en" and rng.random() < 0.3 else str(day)
    values = [Value(f"{day:02}/{month:02}/{year}", "slashes"), Value(f"{day}/{month}/{year}", "slashes"), Value(f"{day:02}.{month:02}.{year}", "dots"), Value(f"{day:02}-{month:02}-{year}", "dashes"), Value(f"{day:02}/{month:02}/{year % 100:02}", "short-year"),
              Value(f"{day}-{month}-{year % 100:02}", "short-year"), Value(f"{year}-{month:02}-{day:02}", "year-first"), Value(f"{ordinal} {long} {year}", "month-in-words"), Value(f"{ordinal} {long} {year}", "month-in-words"),
              Value(f"{ordinal} {short} {year}", "month-shortened"), Value(f"{day:02} {month:02} {year}", "spaces"), Value(f"{day:02}.{month:02}.{year % 100:02}", "short-year"), Value(f"{day} {long} {year % 100:02}", "month-in-words, short-year")]
    if language == "en":
        values += [Value(f"{long} {ordinal}, {year}", "month-first"), Value(f"{short} {day} {year}", "month-first")]
    return rng.choice(values)
