"""Writings that the part `fourth` has beside those of planted.py and people.py.

Most values here are spelled the everyday way, as most are in life. Up to `SHARE` are written as they look after a
telephone keyboard (a space behind every full stop, a space forgotten), a card reader, a spreadsheet, a file name,
a hospital label or a message app had them; no other part writes them so. What even a reader would hesitate about (a
spreadsheet that dropped the first zero, day before month in a register number) stands in `look_alike`, without a bar.
E-mail addresses and profiles are new throughout: other names, other hosts.
"""

import people
import planted
import unseen
from planted import NBSP, Value

SHARE = 0.3
EVERYDAY = {
    "nrn": {"dots", "none", "date-space", "date-dash"}, "eid": {"dashes", "none", "spaces"}, "iban": {"grouped", "ungrouped"}, "card": {"grouped", "none"},
    "phone": {"spaces", "slash-dots", "slash-spaces", "dots", "none", "slash", "one-space", "pairs", "international spaces", "international none"},
}


def mixed(known, new, everyday=None):
    """The new writings in `SHARE` of the texts; in four fifths of the others only an everyday one out of those that planted.py knows."""
    usual = lambda rng, language: next(v for v in iter(lambda: known(rng, language), None) if not v.writing or v.form == "foreign" or v.writing in everyday)
    return planted.wider(SHARE, planted.wider(0.8, known, usual) if everyday else known, new)


# Numbers --------------------------------------------------------------------------------------------------

NATIONAL_WRITINGS = [
    ("dots, space-dash", "{y}.{m}.{d} {s}-{c}"), ("dots, dash-space", "{y}.{m}.{d}-{s} {c}"), ("half-spaced dash", "{y}.{m}.{d}- {s}.{c}"), ("half-spaced dash", "{y}.{m}.{d} -{s}.{c}"),
    ("a space after each dot", "{y}. {m}. {d}-{s}. {c}"), ("a dot too many", "{y}.{m}.{d}.-{s}.{c}"), ("date-slashes", "{y}{m}{d}/{s}/{c}"), ("date-slash", "{y}{m}{d}/{s}{c}"),
    ("date-space-dash", "{y}{m}{d} {s}-{c}"), ("date-dots", "{y}{m}{d}.{s}.{c}"), ("date, spaced dash", "{y}{m}{d} - {s} {c}"), ("spaces-dash", "{y} {m} {d}-{s} {c}"), ("spaces, spaced dash", "{y} {m} {d} - {s} {c}"),
    ("spaces-dash-dot", "{y} {m} {d}-{s}.{c}"), ("dashes-dot", "{y}-{m}-{d}-{s}.{c}"), ("slashes-dashes", "{y}/{m}/{d}-{s}-{c}"), ("slashes throughout", "{y}/{m}/{d}/{s}/{c}"), ("nine-two", "{y}{m}{d}{s} {c}"),
    ("nine-two", "{y}{m}{d}{s}-{c}"), ("file name", "{y}{m}{d}_{s}_{c}"), ("spreadsheet", "'{y}{m}{d}{s}{c}"), ("threes", "threes"), ("pairs", "pairs"),
]
OTHER_DIGITS = {"thai": 0xE50, "myanmar": 0x1040, **planted.OTHER_DIGITS}


def chunks(plain, *sizes):
    """The digits in groups of these sizes; the last size serves until the end."""
    groups, at = [], 0
    while at < len(plain):
        size = sizes[min(len(groups), len(sizes) - 1)]
        groups.append(plain[at:at + size])
        at += size
    return groups


def national(bis=False, wrong=False):
    def new(rng, _language):
        parts, variant = planted.national_parts(rng, bis, wrong)
        writing, pattern = rng.choice(NATIONAL_WRITINGS)
        plain = "".join(parts.values())
        spoken = {"threes": " ".join(chunks(plain, 3)), "pairs": " ".join(chunks(plain, 2))}
        return Value(spoken[pattern] if pattern in spoken else pattern.format(**parts), variant, writing)

    return mixed(lambda rng, language: planted.national(rng, bis, wrong), new, EVERYDAY["nrn"])


def national_other_digits(rng, language):
    value = national(bis=rng.random() < 0.3)(rng, language)
    script, zero = rng.choice(sorted(OTHER_DIGITS.items()))
    return Value("".join(chr(zero + int(c)) if c.isascii() and c.isdigit() else c for c in value.text), script, value.writing)


FOREIGN_PLATES = ["B-{n2}-{a3}", "B {n3} {a3}", "CJ {n2} {a3}", "{a2}-{n3}-{a2}", "{a2} {n3} {a2}", "{n2}-{a2}-{a2}", "{a2}-{n3}-{a1}", "CB {n4} {a2}", "CA{n4}{a2}", "WA {n5}", "{a2}{n2} {a3}", "{n4} {a3}"]


def foreign_plate(rng):
    letters = lambda count: "".join(rng.choice("ABCDEFGHJKLMNPRSTVWXZ") for _ in range(count))
    return rng.choice(FOREIGN_PLATES).format(**{f"n{i}": planted.digits(rng, i) for i in range(2, 6)}, **{f"a{i}": letters(i) for i in range(1, 4)})


def look_alike(rng, language):
    """What a worker really sends, and a machine may well be forgiven for missing."""
    which = rng.choice(["spreadsheet dropped the first zero", "telephone without its zero", "day before month", "year in full", "broken over two lines", "residence card with a letter", "old account number", "foreign plate",
                        "e-mail with a space after the dot", "e-mail with the sign in words"])
    parts, _ = planted.national_parts(rng, rng.random() < 0.3, False)
    if which == "spreadsheet dropped the first zero":
        parts, _ = next(drawn for drawn in iter(lambda: planted.national_parts(rng, False, False), None) if "01" <= drawn[0]["y"] <= "09")
        return Value("".join(parts.values())[1:], which)
    if which == "telephone without its zero":
        area, rest, *_ = unseen.parts_of_phone(next(v for v in iter(lambda: planted.phone(rng), None) if v.form == "mobile"))
        return Value(area + rest, which)
    if which == "day before month":
        return Value(rng.choice(["{d}.{m}.{y}-{s}.{c}", "{d}{m}{y}-{s}-{c}", "{d}/{m}/{y} {s} {c}", "{d}{m}{y} {s}{c}"]).format(**parts), which)
    if which == "year in full":
        century = "20" if parts["y"] < "26" else "19"
        return Value(century + rng.choice(["{y}.{m}.{d}-{s}.{c}", "{y}{m}{d} {s} {c}", "{y}-{m}-{d} {s}-{c}"]).format(**parts), which)
    if which == "broken over two lines":
        return Value(rng.choice(["{y}.{m}.{d}-\n{s}.{c}", "{y}.{m}.{d}\n-{s}.{c}", "{y}{m}{d}\n{s} {c}"]).format(**parts), which)
    if which == "residence card with a letter":
        number = planted.digits(rng, 9)
        return Value(rng.choice([f"B {number[:7]} {number[7:]}", f"B{number}", f"B-{number[:7]}-{number[7:]}", f"B{number[:7]} {number[7:]}"]), which)
    if which == "old account number":
        head = planted.digits(rng, 10)
        return Value(f"{head[:3]}-{head[3:]}-{int(head) % 97 or 97:02}", which)
    if which == "foreign plate":
        return Value(foreign_plate(rng), which)
    address = email(rng, language).text
    if which == "e-mail with a space after the dot":
        local, host = address.split("@")
        return Value(f"{local.replace('.', '. ', 1)}@{host.replace('.', '. ', 1)}", which)
    return Value(address.replace("@", rng.choice({"nl": [" apestaart ", " -at- ", " at "], "fr": [" arrobase ", " a commercial ", " at "], "en": [" at ", " -at- ", " (@) "]}[language])), which)


def eid(rng, _language):
    plain = "".join(c for c in planted.eid(rng).text if c.isdigit())
    a, b, c = plain[:3], plain[3:10], plain[10:]
    writing, text = rng.choice([("half-spaced dashes", f"{a}- {b}- {c}"), ("dash, spaced dash", f"{a}-{b} - {c}"), ("first dash only", f"{a}-{b}{c}"), ("first space only", f"{a} {b}{c}"), ("fours", " ".join(chunks(plain, 4))),
                                ("threes throughout", " ".join(chunks(plain, 3))), ("three-four-three-two", f"{a} {b[:4]} {b[4:]} {c}"), ("file name", f"{a}_{b}_{c}"), ("a space after each dot", f"{a}. {b}. {c}"), ("spreadsheet", f"'{plain}"),
                                ("slash-dash", f"{a}/{b}-{c}")])
    return Value(text, "eid", writing)


def iban(rng, _language):
    value = planted.iban(rng, writing="ungrouped")
    plain = value.text
    groups = chunks(plain, 4)
    written = [("slashes", "/".join(groups)), ("check apart, dash", f"{plain[:4]}-{plain[4:]}"), ("first space forgotten", "".join(groups[:2]) + " " + " ".join(groups[2:])), ("eights", " ".join(chunks(plain, 4, 8))),
               ("lower, country apart", f"{plain[:2]} {plain[2:4]} {' '.join(groups[1:])}".lower()), ("dashes, country apart", f"{plain[:2]}-{plain[2:4]}-{'-'.join(groups[1:])}"), ("file name", "_".join(groups)), ("spreadsheet", "'" + plain),
               ("pairs", " ".join(chunks(plain, 4, 2))), ("spaces and a dash", f"{groups[0]}-{' '.join(groups[1:])}")]
    if value.form == "BE":
        # Grouped by old habit, as account numbers were before 2011.
        written += [("old grouping", f"{plain[:4]} {plain[4:7]}-{plain[7:14]}-{plain[14:]}"), ("old grouping", f"{plain[:4]} {plain[4:7]} {plain[7:14]} {plain[14:]}")]
    writing, text = rng.choice(written)
    return Value(text, value.form, writing)


def card(rng, _language):
    value = planted.card(rng)
    plain = "".join(c for c in value.text if c.isdigit())
    groups = chunks(plain, 4, 6, 5) if value.form == "amex" else chunks(plain, 4)
    writing, text = rng.choice([("a dash in the middle", f"{' '.join(groups[:2])} - {' '.join(groups[2:])}"), ("eights", " ".join(chunks(plain, 8))), ("first space forgotten", "".join(groups[:2]) + " " + " ".join(groups[2:])),
                                ("a space after each dot", ". ".join(groups)), ("half-spaced dashes", "- ".join(groups)), ("file name", "_".join(groups)), ("pairs", " ".join(chunks(plain, 2))), ("spreadsheet", f"'{plain}")])
    return Value(text, value.form, writing)


def ov(rng, _language):
    n = planted.ov(rng).text.replace(".", "").replace(" ", "")
    return rng.choice([Value(f"{n[0]} {n[1:]}", "one-six"), Value(f"{n[0]}.{n[1:]}", "one-six"), Value(f"{n[0]}.{n[1:4]} {n[4:]}", "dot-space"), Value(f"{n[:2]} {n[2:4]} {n[4:]}", "two-two-three"), Value(f"{n[:2]}.{n[2:4]}.{n[4:]}", "two-two-three"),
                       Value(f"{n[0]},{n[1:4]},{n[4:]}", "commas"), Value(f"{n[:3]} {n[3:]}", "three-four"), Value(f"{n[0]} . {n[1:4]} . {n[4:]}", "spaced dots"), Value(f"{n[0]}/{n[1:4]}/{n[4:]}", "slashes"), Value(f"{n[0]}_{n[1:4]}_{n[4:]}", "file name")])


def cg(rng, _language):
    year, rest = f"{rng.randrange(5, 26):02}", f"{rng.randrange(10000, 40000):05}"
    letter = rng.choice("BCXZ")
    return rng.choice([Value(f"20{year}/{rest}", "year in full"), Value(f"20{year}/{rest}{letter}", "year in full"), Value(f"{year}\\{rest}", "backslash"), Value(f"{year}/{rest[:2]} {rest[2:]}", "number with a space"), Value(f"{year} /{rest}", "half-spaced"),
                       Value(f"{year} / {rest} {letter}", "spaced, letter"), Value(f"{year}/{rest}-{letter}", "letter-dash"), Value(f"{year}_{rest}", "file name"), Value(f"{year} - {rest}", "spaced dash")])


PERSONAL = ["NORA-07", "SAM-1990", "OPA-70", "TONI-13", "1-DAKAR", "RABAT-1", "4-YOU", "DJ-KAM-1"]


def plate(rng, _language):
    car, n, first = "".join(rng.choice("ABCDEFGHJKLNPRSTUVWXYZ") for _ in range(3)), planted.digits(rng, 3), rng.choice("12")
    form, text = rng.choice([
        ("new", f"{first}{car}-{n}"), ("new", f"{first}- {car} -{n}"), ("new", f"{first}-{car} -{n}"), ("new", f"{first}- {car}- {n}"), ("new", f"{first} - {car}-{n}"), ("new", f"{first} - {car} {n}"), ("new", f"{first} {car}.{n}"), ("new", f"{first}{car}.{n}"),
        ("new", f"{first}-{car}.{n}"), ("new", f"{first}.{car}-{n}"), ("new", f"{first}  {car}  {n}"), ("new, spelled", f"{first} {' '.join(car)} {n}"), ("new, capital first", f"{first}-{car.title()}-{n}"), ("new, capital first", f"{first} {car.title()} {n}"),
        ("old-letters-first", f"{car}- {n}"), ("old-letters-first", f"{car}/{n}"), ("old-letters-first", f"{car} -{n}"), ("old-digits-first", f"{n}/{car}"), ("old-digits-first", f"{n} - {car}"), ("trailer", f"Q{car}{n}"), ("trailer", f"Q {car} {n}"),
        ("moped", f"S{rng.choice('AB')}{car[:2]}{n}"), ("own choice", rng.choice(PERSONAL)),
    ])
    return Value(text.lower(), form, "lower") if rng.random() < 0.25 and form != "new, capital first" else Value(text, form, "capitals")


# Reaching somebody ----------------------------------------------------------------------------------------

LOCAL_PARTS = ["leen.cools", "asmae.h", "titi.kab", "goitom", "vira_v", "faycal1010", "n.ilie", "barismert", "q", "famille.sow", "gezin.alemu", "papa.de.noor", "ansah.k", "dolker", "jh", "rezaul.bd", "zenel.sh", "mme.lhoest", "myroslava71", "staf",
               "d-amico", "liban", "srijana.k", "baotram", "mj.charlier", "onsbureau", "ab.cd.ef", "molenbike", "kine.badiane", "stephan-v", "hawa2015", "sandu.ursu"]
MAIL_HOSTS = ["yahoo.com", "outlook.com", "hotmail.nl", "live.nl", "hotmail.es", "pandora.be", "belgacom.net", "tvcablenet.be", "edpnet.be", "mobistar.be", "ulb.be", "student.vub.be", "free.fr", "sfr.fr", "wanadoo.fr", "yahoo.it", "yahoo.es",
              "yahoo.ro", "seznam.cz", "o2.pl", "interia.pl", "i.ua", "mail.bg", "yandex.ru", "web.de", "t-online.de", "aol.com", "msn.com", "googlemail.com", "qq.com", "pm.me", "duck.com", "he2b.be", "school-dehelix.brussels"]


def email(rng, _language):
    local = rng.choice(LOCAL_PARTS) + rng.choice(["", "", "", str(rng.randrange(100)), "." + rng.choice(LOCAL_PARTS), "_" + str(rng.randrange(1965, 2013)), "+school", "-" + rng.choice(["bxl", "prive"])])
    text, form = f"{local}@{rng.choice(MAIL_HOSTS)}", rng.choice(["plain"] * 6 + ["capitals", "capital first", "capital first, twice"])
    if form == "capitals":
        text = text.upper()
    elif form == "capital first":
        text = text[0].upper() + text[1:]
    elif form == "capital first, twice":
        text = "@".join(side[0].upper() + side[1:] for side in text.split("@"))
    return Value(text, form)


def phone(rng, language):
    value = planted.phone(rng)
    if value.form == "foreign":
        return foreign_phone(rng)
    area, rest, a, b, c = unseen.parts_of_phone(value)
    written = [
        ("half-spaced slash", f"0{area}/ {a} {b} {c}"), ("half-spaced slash", f"0{area} /{a}.{b}.{c}"), ("a space after each dot", f"0{area}. {a}. {b}. {c}"), ("spaced dots", f"0{area} . {a} . {b} . {c}"), ("space-dashes", f"0{area} {a}-{b}-{c}"),
        ("brackets, slash", f"(0{area})/{a}.{b}.{c}"), ("brackets, no space", f"(0{area}){rest}"), ("slash, space-dot", f"0{area}/{a} {b}.{c}"), ("one dot", f"0{area}.{rest}"), ("threes, dashes", f"0{area}-{rest[:3]}-{rest[3:]}"),
        ("first space forgotten", f"0{area}{a} {b} {c}"), ("digit by digit", " ".join(f"0{area}{rest}")), ("spreadsheet", f"'0{area}{rest}"), ("international, message app", f"\u202a+32 {area} {a} {b} {c}\u202c"),
        ("international, message app", f"\u202a+32{NBSP}{area}{NBSP}{a}{NBSP}{b}{NBSP}{c}\u202c"), ("international, slashes", f"+32/{area}/{a}.{b}.{c}"), ("international, slashes", f"0032/{area}.{a}.{b}.{c}"), ("international, space-dots", f"+32 {area}.{a}.{b}.{c}"),
        ("international, first space forgotten", f"+32{area} {a} {b} {c}"), ("international, spaced slash", f"+ 32 {area} / {a} {b} {c}"), ("international, 32 dashes", f"32-{area}-{a}-{b}-{c}"), ("international, dash-spaces", f"+32 {area}-{a} {b} {c}"),
    ]
    if value.form == "mobile":
        written += [("international, pairs", f"+32 {area[0]} {area[1:]} {a} {b} {c}"), ("international, threes", f"+32 {area} {rest[:3]} {rest[3:]}")]
    writing, text = rng.choice(written)
    return Value(text, value.form, writing)


def foreign_phone(rng):
    country, start, count = rng.choice(planted.COUNTRY_NUMBERS)
    number = start + planted.digits(rng, count)
    half = len(number) // 2
    writing, text = rng.choice([("brackets", f"+{country} ({number[:3]}) {number[3:6]} {number[6:]}"), ("halves", f"+{country} {number[:half]} {number[half:]}"), ("dash, pairs", f"+{country}-{number[0]} {' '.join(chunks(number[1:], 2))}"),
                                ("message app", f"\u202a+{country} {' '.join(chunks(number, 3))}\u202c"), ("00, slash", f"00{country}/{number[:3]} {' '.join(chunks(number[3:], 2))}"), ("00, threes with dots", f"00 {country} {'.'.join(chunks(number, 3))}"),
                                ("slash", f"+{country}/{number}"), ("spreadsheet", f"'+{country}{number}")])
    return Value(text, "foreign", writing)


HANDLES = ["leen.cools", "asmae.hb", "titi_kab", "goitom_er", "vira.vyshyvanka", "faycal.1010", "nilie", "barismert.34", "kine_bdn", "noor.en.mama", "dolker-la", "bd_rezaul", "zenel.shq", "les_filles_sow", "stafke.v", "srijana_np", "bao.tram.vn", "ansah_kings", "mimi1090",
           "lalla_mama", "zz_top_bxl", "hawa.off"]


def profile(rng, _language):
    handle = rng.choice(HANDLES) + rng.choice(["", "", "", str(rng.randrange(100)), "_" + rng.choice(["pro", "bxl", "2"])])
    token = "".join(rng.choice("abcdefghkmnpqrstuvwxyzABCDEFGHKMNPQRSTUVWXYZ23456789") for _ in range(10))
    form = rng.choice(["address", "address", "address-https", "address-https", "handle", "handle", "handle", "labelled", "share-link", "whatsapp", "messenger"])
    if form in ("address", "address-https"):
        host = rng.choice(["facebook.com/", "www.facebook.com/", "fr-fr.facebook.com/", "web.facebook.com/", "www.instagram.com/", "tiktok.com/@", "www.threads.net/@", "www.linkedin.com/in/", "t.me/", "x.com/", "www.youtube.com/@", "ok.ru/", "www.snapchat.com/add/", "mastodon.social/@"])
        # What an app adds behind the question mark says nothing about the person.
        address = ("https://" if form == "address-https" else "") + host + handle
        return Value(f"‹{address}›" + rng.choice(["", "", "/", "?mibextid=LQQJ4d", "?igsh=" + token, "?_t=8" + token + "&_r=1"]), form)
    if form == "handle":
        return Value("@" + handle, form)
    if form == "labelled":
        return Value(rng.choice(["instagram:", "insta", "snap", "Snapchat:", "tiktok:", "Tik Tok", "Telegram", "facebook:", "FB", "Messenger", "discord:"]) + " " + handle, form)
    if form == "share-link":
        return Value(rng.choice([f"https://www.facebook.com/share/{token}/", f"https://vm.tiktok.com/{token}/", f"https://snapchat.com/t/{token}", f"https://www.facebook.com/{planted.digits(rng, 15)}/posts/{planted.digits(rng, 12)}"]), form)
    return Value(rng.choice([f"https://wa.me/324{planted.digits(rng, 8)}", f"wa.me/324{planted.digits(rng, 8)}", f"https://wa.me/qr/{token.upper()}"]), form) if form == "whatsapp" else Value(f"https://m.me/{handle}", form)


# Places, dates, names -------------------------------------------------------------------------------------

def coordinates(rng, _language):
    lat, lon = 50.76 + rng.random() * 0.16, 4.24 + rng.random() * 0.24
    minutes = lambda value: (value % 1) * 60
    return rng.choice([Value(f"https://maps.google.com/maps?q={lat:.6f},{lon:.6f}&hl=fr", "map-link"), Value(f"https://www.google.com/maps/place/{lat:.5f},{lon:.5f}", "map-link"), Value(f"https://maps.apple.com/?ll={lat:.5f},{lon:.5f}", "map-link"),
                       Value(f"{lat:.4f}° {lon:.4f}°", "decimal-degrees"), Value(f"{lat:.5f};{lon:.5f}", "decimal-semicolon"), Value(f"{lat:.5f}|{lon:.5f}", "decimal-bar"), Value(f"lat={lat:.5f} lng={lon:.5f}", "labelled"),
                       Value(f"X {lon:.5f} Y {lat:.5f}", "labelled"), Value(f"N{int(lat)}°{minutes(lat):06.3f}' E00{int(lon)}°{minutes(lon):06.3f}'", "degrees-minutes"), Value(f"{lat:.5f} N {lon:.5f} O", "letters-last")])


EID_MONTHS = {"nl": "JAN FEB MAAR APR MEI JUN JUL AUG SEP OKT NOV DEC", "fr": "JAN FEV MARS AVR MAI JUIN JUIL AOUT SEPT OCT NOV DEC", "en": "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"}
BARE = str.maketrans("éèûô", "eeuo")


def dob(rng, language):
    year, month, day = rng.randrange(1938, 2026), rng.randrange(1, 13), rng.randrange(1, 29)
    long, short = (names.split()[month - 1] for names in planted.MONTHS[language])
    stem, yy = short.rstrip("."), f"{year % 100:02}"
    values = [Value(f"{day:02} {EID_MONTHS[language].split()[month - 1]} {year}", "as on the identity card"), Value(f"{day:02} {EID_MONTHS[language].split()[month - 1]} {year}", "as on the identity card"), Value(f"{day}-{stem}-{yy}", "as in a spreadsheet"),
              Value(f"{day:02}{month:02}{yy}", "six digits"), Value(f"{year}{month:02}{day:02}", "eight digits, year first"), Value(f"{day:02} {month:02} {yy}", "spaces, short-year"), Value(f"{day:02}/{month:02}/ {year}", "half-spaced"),
              Value(f"{day:02} - {month:02} - {year}", "spaced dashes"), Value(f"{day:02} . {month:02} . {year}", "spaced dots"), Value(f"{day:02}/{month:02}.{year}", "slash-dot"), Value(f"{day:02}.{month:02}-{year}", "dot-dash"),
              Value(f"{day}-{month}-'{yy}", "short-year"), Value(f"00/00/{year}", "day and month unknown"), Value(f"00.00.{year}", "day and month unknown"), Value(f"{day:02}_{month:02}_{year}", "as in a file name"), Value(f"{day} {long.translate(BARE)}, {year}", "month-in-words, comma"),
              Value(f"{day} {stem} {yy}", "month-shortened, short-year")]
    if language != "en":
        values += [Value(f"{day} {stem.translate(BARE)} {year}", "month-shortened, bare"), Value(f"{day} {long.translate(BARE).title()} {year}", "month with a capital")]
    if language == "nl":
        values.append(Value(f"{day}{'ste' if day in (1, 8) or day >= 20 else 'de'} {long} {year}", "ordinal"))
    return rng.choice(values)


SHORTER = {"nl": [("straat", "str"), ("straat", "st."), ("steenweg", "stw."), ("laan", "ln."), ("plein", "pln")],
           "fr": [("avenue ", "av "), ("boulevard ", "bd. "), ("boulevard ", "blvd "), ("boulevard ", "boul. "), ("chaussée ", "chauss. "), ("rue ", "r "), ("place ", "pl "), ("quai ", "q. ")]}


def other_language(streets, spoken, street):
    """The name of the same street in the other language: the real ones stand in the same order in both rows of the table."""
    ours, theirs = ([name for name, nature in streets[language] if nature == "real"] for language in (spoken, "fr" if spoken == "nl" else "nl"))
    return theirs[ours.index(street)] if street in ours else None


def address(rng, language, streets):
    """As people.address, or with the number, the box or the street written in a way that it does not know."""
    if rng.random() >= SHARE:
        return people.address(rng, language, streets)
    spoken = language if language in streets and rng.random() < 0.85 else rng.choice(["nl", "fr"])
    street, nature = rng.choice(streets[spoken])
    number, box, floor = rng.randrange(1, 420), rng.randrange(1, 30), rng.randrange(2, 9)
    shorter = [street.replace(*pair, 1) for pair in SHORTER[spoken] if pair[0] in street] or [street]
    both, twin = "", other_language(streets, spoken, street)
    if spoken == "nl":
        form, text = rng.choice([("shortened without a dot", f"{rng.choice(shorter)} {number}")] * 3 + [("box", f"{street} {number} bus A{box}"), ("box", f"{street} {number} b{box}"), ("box", f"{street} {number} bte {box}"), ("box", f"{street} {number} /{box}"), ("box", f"{street} {number}A/{box}"),
                                 ("box before", f"bus {box}, {street} {number}"), ("floor", f"{street} {number} {floor}de verd."), ("floor", f"{street} {number} gelijkvloers"), ("floor", f"{street} {number} ({floor}e)"), ("range", f"{street} {number} - {number + 2}"),
                                 ("range", f"{street} {number}/{number + 2}"), ("range", f"{street} {number} en {number + 2}"), ("number in brackets", f"{street} (nr. {number})"), ("no space", f"{street}{number}"), ("two languages", f"{street} {number}"), ("two languages", f"{street} {number}"), ("in capitals, box", f"{street.upper()} {number} BUS {box}")])
    else:
        form, text = rng.choice([("shortened without a dot", f"{rng.choice(shorter)} {number}")] * 3 + [("box", f"{number} bte {box}, {street}"), ("box", f"{number}/{box} {street}"), ("box", f"{street} {number}, b. {box}"), ("box", f"{street} {number} Bte{box}"), ("box", f"{street} {number}A bte {box}"),
                                 ("number after, n°", f"{street}, n°{number} bte {box}"), ("number after, nº", f"{street} nº {number}"), ("floor", f"{street} {number} au {floor}e"), ("floor", f"{street} {number} rez"), ("floor", f"{street} {number} RDC"), ("range", f"{street} {number} - {number + 2}"), ("range", f"{street} {number} et {number + 2}"),
                                 ("range", f"{street} {number}/{number + 2}"), ("number in brackets", f"{street} (n° {number})"), ("number before, box", f"{number} A, {street}"), ("two languages", f"{street} {number}"), ("two languages", f"{street} {number}"), ("in capitals, box", f"{street.upper()} {number} BTE {box}")])
    if form == "two languages" and twin:
        both = f"{twin} - "
    # A floor helps nobody find the door, nor does a name in the other language without its number.
    value = text[:text.index(str(number)) + len(str(number))] if form == "floor" else text
    code, towns = rng.choice(sorted(people.TOWNS.items()))
    town = towns[0 if spoken == "nl" else 1]
    tail = rng.choice(["", "", "", f", {code} {town}", f" {code} BXL", f" - {town}", f" in {code}" if spoken == "nl" else f" à {code}", f" | {code} {town}"])
    return Value(f"{both}‹{value}›{text[len(value):]}{tail}", f"{spoken}, {form}", f"{nature} street")


NAME_FORMS = people.NAME_FORMS + ["couple", "kin", "child", "all-capitals", "no-dot", "three-names"]
COUPLE = {"nl": ["dhr. en mevr. ", "meneer en mevrouw ", "mr & mevr ", "koppel "], "fr": ["M. et Mme ", "Mr et Mme ", "monsieur et madame ", "couple "], "en": ["Mr and Mrs ", "Mr & Mrs ", "Mr. and Mrs. ", "the couple "]}
KIN = {"nl": ["mama van ", "papa van ", "de zus van ", "zoon van ", "de moeder van "], "fr": ["la maman de ", "maman de ", "la sœur de ", "la fille de ", "la mère de "], "en": ["the mum of ", "dad of ", "the sister of ", "son of ", "the mother of "]}
CHILD = {"nl": ["kleine ", "baby ", "tante ", "nonkel "], "fr": ["petit ", "bébé ", "tante ", "tonton "], "en": ["little ", "baby ", "auntie ", "uncle "]}


def name(rng, columns, form, language):
    """As people.name, with couples, kin and children, capitals as on an identity card, and up to three names."""
    if form not in ("couple", "kin", "child", "all-capitals", "no-dot", "three-names"):
        return people.name(rng, columns, form, language)
    women, men, families = columns
    (given, second), family = rng.sample(women if rng.random() < 0.5 else men, 2), rng.choice(families)
    if form == "couple":
        return f"{rng.choice(COUPLE[language])}‹{family}›"
    if form == "kin":
        before = rng.choice(KIN[language])
        before = before[:-2] + "’" if before.endswith("de ") and language == "fr" and given[0].lower() in "aeiouéèêàâîôû" else before
        return f"{before}‹{rng.choice([given, given, f'{given} {family}'])}›"
    if form == "child":
        return f"{rng.choice(CHILD[language])}‹{given}›"
    if form == "all-capitals":
        return rng.choice([f"‹{given} {family}›", f"‹{family} {given}›"]).upper()
    if form == "no-dot":
        return rng.choice([f"‹{given} {family[0].upper()}›", f"‹{given[0]} {family}›"])
    return rng.choice([f"‹{family} {given} {second}›", f"‹{family.upper()} {given} {second}›", f"‹{given} {second[0]}. {family}›"])


MAKERS = {
    "nrn": national(), "nrn-wrong-check": national(wrong=True), "bis": national(bis=True), "bis-wrong-check": national(bis=True, wrong=True),
    "nrn-other-digits": national_other_digits, "look-alike": planted.wider(0.7, lambda rng, language: planted.look_alike(rng), look_alike),
    "eid": mixed(lambda rng, language: planted.eid(rng), eid, EVERYDAY["eid"]), "iban": mixed(lambda rng, language: planted.iban(rng), iban, EVERYDAY["iban"]), "card": mixed(lambda rng, language: planted.card(rng), card, EVERYDAY["card"]),
    "email": email, "phone": mixed(lambda rng, language: planted.phone(rng), phone, EVERYDAY["phone"]), "profile": profile,
    "ov": mixed(lambda rng, language: planted.ov(rng), ov), "cg": mixed(lambda rng, language: planted.cg(rng), cg), "plate": mixed(lambda rng, language: planted.plate(rng), plate),
    "coordinates": mixed(lambda rng, language: planted.coordinates(rng), coordinates), "dob": mixed(planted.dob, dob),
}
