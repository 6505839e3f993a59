# Accounts, filing cards and tokens: the pages of the administrator.

administration-sections = Onderdelen van het beheer
administration-accounts = Accounts
administration-cards = Signaalkaarten
administration-tokens = Toegang voor programma’s
administration-lead = Wie binnen mag. Wat er in de signalen staat, ziet u hier niet.
administration-cards-lead = Een groep zonder accounts geeft signalen door met een QR-kaart. Meer kan ze er niet mee; een andere organisatie geeft haar signalen vrij.
administration-tokens-lead = Een programma van een organisatie kan signalen doorgeven via /api/v1.
administration-link-made = De link staat klaar
administration-link-hint = Geef deze link persoonlijk of per beveiligd bericht. Hij werkt één keer, een week lang, en wordt niet opnieuw getoond.
administration-link-sent = De link is gestuurd naar
administration-link-unsent = De mail is niet vertrokken
administration-name = Naam
administration-place = Organisatie of overheid
administration-state = Status
administration-state-locked = Geblokkeerd
administration-state-invited = Uitgenodigd
administration-state-active = Actief
administration-action = Acties
administration-new-link = Nieuwe link
administration-forget-second-factor = Tweede stap wissen
administration-lock = Blokkeren
administration-lock-sure = Wie geblokkeerd is, kan zich niet meer aanmelden en wordt overal afgemeld. U kunt dit later weer deblokkeren.
administration-lock-yes = Ja, blokkeren
administration-lock-self = Uw eigen account kunt u niet blokkeren. Vraag het een andere beheerder.
administration-unlock = Deblokkeren
administration-invite = Iemand uitnodigen
administration-invite-button = Uitnodigen
administration-authority = Overheid
administration-organisation-hint = Nodig voor aanbrengers en signaalcoördinatoren.
administration-authority-hint = Nodig voor lezers.
administration-name-missing = Vul een naam in van hoogstens honderd tekens.
administration-address-wrong = Vul een e-mailadres in, zoals naam@voorbeeld.be.
administration-address-taken = Een ander account heeft dit e-mailadres al. Maak voor dat account een nieuwe link.
administration-role-missing = Kies minstens één rol.
administration-organisation-missing = Kies de organisatie van deze aanbrenger of signaalcoördinator.
administration-authority-missing = Kies de overheid van deze lezer.
administration-label = Naam in de lijst
administration-label-hint = Bijvoorbeeld waar de kaart hangt. Geen naam van een persoon.
administration-token-label-hint = Welk programma het is, bijvoorbeeld het registratiesysteem. Geen naam van een persoon.
administration-label-length = Vul een naam in van hoogstens { $longest } tekens.
administration-label-personal = Hier staat iets waaraan iemand te herkennen is. Kies een andere naam van hoogstens { $longest } tekens.
administration-choose = Kies …
administration-choose-organisation = Kies een organisatie uit de lijst.
administration-choose-sponsor = Kies uit de lijst welke organisatie vrijgeeft.
administration-since = Sinds
administration-revoke-sure = Er wordt niets meer mee doorgegeven. Dat kan niet ongedaan gemaakt worden; wat doorgegeven is, blijft.
administration-revoke-yes = Ja, intrekken
administration-revoke = Intrekken
administration-revoked = ingetrokken op { $day }
administration-card-made = De kaart staat klaar om af te drukken
administration-card-hint = Druk ze nu af: ze wordt niet opnieuw getoond.
administration-card-title = Wat loopt er mis? Vertel het ons.
administration-card-print = Afdrukken
administration-card-one = Scan het vierkant met uw telefoon.
administration-card-two = Beschrijf het probleem, niet het gezin. Niemand neemt door dit formulier contact op met een gezin.
administration-card-three = Bewaar de code die u krijgt: daarmee ziet u wat ervan werd.
administration-card-danger = Is er nu iemand in gevaar? Bel 112.
administration-card-group = Groep die doorgeeft
administration-card-sponsor = Organisatie die vrijgeeft
administration-card-sponsor-hint = Haar signaalcoördinator weegt wat met deze kaart wordt doorgegeven.
administration-card-new = Nieuwe kaart
administration-card-button = Kaart maken
administration-token-made = Het token staat klaar
administration-token-hint = Kopieer het nu: het wordt niet opnieuw getoond.
administration-token-new = Nieuw token
administration-token-button = Token maken

# The API for programs: the page that describes it, and what it answers beside the sentences of the form.

api-title = API voor programma’s
api-lead = Met de API dient het eigen programma van een organisatie signalen in en ziet het wat ervan werd. De regels zijn die van het formulier.
api-begin = Beginnen
api-begin-token = Vraag de beheerder van het netwerk een token voor uw organisatie. Een token is een sleutel: geef het alleen aan het programma zelf. De technische beschrijving hieronder is in het Engels.
api-address = Adres
api-document = Voor programma’s
api-document-link = Beschrijving in OpenAPI (JSON)
api-operations = Wat een programma kan vragen
api-parameters = Parameters
api-takes = Wat het stuurt
api-answers = Wat het antwoord kan zijn
api-forms = Vormen
api-required = verplicht
api-invalid = Het signaal is niet bewaard. Verbeter wat bij elk veld staat en stuur het opnieuw.
api-other-content = Onder deze client_id is een ander signaal doorgegeven. Gebruik voor elk signaal een nieuwe.
api-reference-taken = Uw organisatie heeft al een ander signaal met deze referentie. Kies een andere, of laat ze weg.
api-wrong-state = Dit signaal kan niet meer worden teruggenomen: het is afgesloten, of een editie heeft het opgenomen.
api-failure-not-found = Dit bestaat niet, of is niet van uw organisatie.
api-failure-wrong-method = Dit adres kent deze methode niet.
api-failure-sign-in = Er is geen geldig token. Stuur het mee als Authorization: Bearer, of vraag de beheerder van het netwerk een nieuw.
api-failure-forbidden = Dit is voor programma’s met een token, niet voor een browser.
api-failure-conflict = Dit kan niet meer: er is intussen iets veranderd. Vraag eerst hoe het nu staat.
api-failure-unreadable = Dit verzoek kan niet worden gelezen. Vergelijk het met de beschrijving op /api.
api-failure-wrong-content-type = Stuur JSON, met Content-Type: application/json.
failure-wrong-content-type = Wat binnenkwam, is van een soort die wij hier niet lezen. Ga terug en probeer het opnieuw.
    .title = Dit kunnen wij niet lezen

# Many signals from a file, uploaded in the browser.

upload-title = Signalen uit een bestand
upload-lead = Hebt u signalen van { $organisation } in een tabel? Stuur ze hier samen in. Eerst ziet u rij per rij wat er goed is en wat niet; pas daarna bewaart u ze.
upload-file-title = Bestand kiezen
upload-families = Beschrijf problemen, geen gezinnen. Een rij waarin iemand te herkennen is, wordt geweigerd. De naam van het bestand lezen wij niet.
upload-file = Bestand met signalen
upload-file-hint = CSV of XLSX, hoogstens { $megabytes } MB.
upload-file-missing = Kies een bestand.
upload-file-too-large = Dit bestand is groter dan { $megabytes } MB. Verdeel het over meer bestanden.
upload-look = Nakijken
upload-columns = De kolommen
upload-columns-lead = De eerste rij noemt de kolommen, in welke volgorde ook, met hun naam of hun code. Elke rij daarna is één signaal. In plaats van een code mag ook het woord staan.
upload-template = Lege tabel (CSV)
upload-required = verplicht
upload-codes = Toon de lijst
upload-holds-text = Tekst, hoogstens { $longest } tekens.
upload-holds-own = Altijd { $code }: de code van uw organisatie.
upload-holds-month = Een maand: jaar en maand, bijvoorbeeld 2025-03.
upload-holds-yes-or-no = Ja of neen; leeg is neen.
upload-holds-code = Eén waarde uit de lijst.
upload-holds-codes = Eén of meer waarden uit de lijst, met | ertussen.
upload-holds-cause = Eén waarde uit de lijst. Leeg betekent dat er geen recht in het spel is.
upload-looked = Nagekeken, nog niet bewaard
upload-good = { $count ->
        [one] Eén rij is in orde.
       *[other] { $count } rijen zijn in orde.
    }
upload-refused = { $count ->
        [one] Eén rij is geweigerd.
       *[other] { $count } rijen zijn geweigerd.
    }
upload-not-shown = { $count ->
        [one] Er is nog één geweigerde rij. Verbeter eerst deze.
       *[other] Er zijn nog { $count } geweigerde rijen. Verbeter eerst deze.
    }
upload-samples = Zo zijn ze gelezen
upload-samples-lead = De eerste rijen die in orde zijn. Klopt het niet? Kijk dan de kolommen en de scheidingstekens van het bestand na.
upload-line = Regel
upload-reasons = Wat er moet veranderen
upload-refused-title = Geweigerde rijen
upload-refused-lead = Verbeter deze rijen in uw bestand en stuur het opnieuw. Rijen die al bewaard zijn, komen er geen tweede keer bij.
upload-other-organisation = Deze rij is niet van { $organisation }. U kunt alleen voor uw eigen organisatie signalen doorgeven.
upload-store-title = Bewaren
upload-store-lead = Ze komen als voorsignalen bij de signaalcoördinator van uw organisatie. Dit nakijken blijft een halfuur staan.
upload-store = { $count ->
        [one] Eén signaal bewaren
       *[other] { $count } signalen bewaren
    }
upload-nothing = Geen enkele rij is in orde, dus er valt niets te bewaren.
upload-other-file = Ander bestand
upload-busy = Er wordt net een ander bestand bewaard. Er is niets verloren: probeer het over een minuut opnieuw.
upload-storing = Het bestand wordt bewaard
upload-wait = Dit kan even duren. Laad deze pagina over een minuut opnieuw.
upload-stored = Bewaard
upload-added = { $count ->
        [one] Er is één signaal bij gekomen.
       *[other] Er zijn { $count } signalen bij gekomen.
    }
upload-known = { $count ->
        [one] Eén rij was er al.
       *[other] { $count } rijen waren er al.
    }
upload-next = De signaalcoördinator van uw organisatie weegt ze en geeft ze vrij.
upload-repeated-title = Niet bewaard
upload-repeated = Regel { $line }: deze referentie hoort al bij een ander signaal van uw organisatie. Geef dit signaal een nieuw nummer.
upload-to-signals = Naar mijn signalen
administration-change = Wie dit is, en wat deze persoon mag
administration-change-hint = Het geldt vanaf de volgende pagina. Wat al doorgegeven is, blijft bij de organisatie waarvoor dat gebeurde.
administration-change-button = Bewaren
administration-changed = Bewaard.
administration-keep-role = Uw eigen toegang tot het beheer kunt u niet wegnemen. Vraag het een andere beheerder.
administration-new-link-hint = Om een eerste of een ander wachtwoord te kiezen. Oudere links werken dan niet meer.
administration-new-link-button = Link maken
administration-forget-second-factor-hint = Als de telefoon verloren is. Alle sessies stoppen; bij de volgende aanmelding wordt een nieuwe stap ingesteld.
administration-second-factor-forgotten = De tweede stap is weggehaald.
administration-lock-title = Dit account blokkeren
administration-lock-hint = Alle sessies stoppen meteen en niemand meldt zich nog aan met dit account. Wat doorgegeven is, blijft.
administration-locked = Het account is geblokkeerd.
administration-unlock-hint = Aanmelden kan dan weer, met hetzelfde wachtwoord.
administration-unlocked = Het account is weer open.
