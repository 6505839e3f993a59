# Mails: they carry no content. A link or a few counts; never a name, a title or a text.

mail-greeting = Dag,
mail-close = Vriendelijke groeten van Megafoon. Dit is een automatisch bericht: antwoorden worden niet gelezen.
mail-invitation = Er staat een account voor u klaar bij Megafoon. Open deze link en kies een wachtwoord:
    .subject = Welkom bij Megafoon: kies uw wachtwoord
    .end = De link werkt één keer en blijft { $days ->
        [one] één dag
       *[other] { $days } dagen
    } geldig. Kent u Megafoon niet? Dan hoeft u niets te doen.
mail-reset = Hier is de link waarmee u een nieuw wachtwoord kiest voor Megafoon. U vroeg hem zelf, of de beheerder van uw netwerk deed dat voor u:
    .subject = Megafoon: kies een nieuw wachtwoord
    .end = De link werkt één keer en blijft { $days ->
        [one] één dag
       *[other] { $days } dagen
    } geldig. Verwachtte u deze mail niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.
mail-agreement = Uw organisatie wordt gevraagd of ze instemt met de teksten van de volgende bundel. Met deze link leest u ze en antwoordt u, zonder u aan te melden:
    .subject = Megafoon: stemt uw organisatie in?
    .yes = Antwoorden kan tot { $day }. Alleen wie ja zegt, stemt in.
    .silence = Antwoorden kan tot { $day }. Wie dan niets gezegd heeft, stemt in: zo sprak het netwerk het af.
    .once = De link dient voor één antwoord. Geef hem alleen door binnen uw organisatie: wie hem heeft, antwoordt voor haar.
mail-digest = Dit is er voor u bij Megafoon:
    .subject = Megafoon: er is nieuws voor u
    .where = Meld u aan om het te lezen:
    .end = U krijgt deze mail hoogstens één keer per week, omdat u dat zo koos. Bij „Mijn account” zet u hem weer uit.
mail-digest-questions = { $count ->
    [one] { $count } vraag wacht op uw antwoord
   *[other] { $count } vragen wachten op uw antwoord
}
mail-digest-release = { $count ->
    [one] { $count } signaal van uw organisatie wacht tot u het vrijgeeft
   *[other] { $count } signalen van uw organisatie wachten tot u ze vrijgeeft
}
mail-digest-accept = { $count ->
    [one] { $count } vrijgegeven signaal wacht op het netwerk
   *[other] { $count } vrijgegeven signalen wachten op het netwerk
}
mail-digest-answer = { $count ->
    [one] { $count } probleem wacht op het antwoord van uw overheid
   *[other] { $count } problemen wachten op het antwoord van uw overheid
}
mail-digest-steps = { $count ->
    [one] { $count } volgende stap van een trekker moet nu gebeuren
   *[other] { $count } volgende stappen van trekkers moeten nu gebeuren
}
mail-digest-decided = { $count ->
    [one] over { $count } van uw signalen is beslist
   *[other] over { $count } van uw signalen is beslist
}

# Why a mail did not leave.

mail-undelivered-address = Naar dit adres kan geen mail vertrekken. Kijk het na.
mail-undelivered-unreachable = De mailserver is niet te bereiken.
mail-undelivered-timeout = De mailserver antwoordt niet op tijd.
mail-undelivered-encryption = Een beveiligde verbinding of het aanmelden bij de mailserver lukte niet.
mail-undelivered-refused = De mailserver weigert de mail (code { $code }).
mail-undelivered-answer = De mailserver antwoordt iets onverwachts.
mail-batch = Dit deed de kalender van uw netwerk op Megafoon:
    .done = Megafoon: een stap in het leven van een editie
    .stopped = Megafoon: een editie blijft steken
    .why = Wat er ontbreekt, zegt het bevel megafoon run-due op de server. Is dat verholpen, dan gaat de volgende beurt hier verder.
mail-batch-done-open = Editie { $edition } is geopend.
mail-batch-done-freeze = Editie { $edition } is bevroren: wat erin staat, wijzigt niet meer.
mail-batch-done-make = De bestanden van editie { $edition } zijn gemaakt.
mail-batch-done-publish = Editie { $edition } is gepubliceerd.
mail-batch-stopped-open = Editie { $edition } kon niet geopend worden.
mail-batch-stopped-freeze = Editie { $edition } kon niet bevroren worden.
mail-batch-stopped-make = De bestanden van editie { $edition } konden niet gemaakt worden.
mail-batch-stopped-publish = Editie { $edition } is niet gepubliceerd: ze doorstond haar eigen controle niet.
