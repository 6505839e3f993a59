# Het werk van coördinatoren: wachtrijen doorlopen, wegen, beslissen, rechtzetten, en het logboek.

## Wachtrij

queue-skip = Naar de lijst
queue-views = Bewaarde lijsten
queue-view-delete = Lijst verwijderen
queue-all = Alles tonen
queue-find = Zoeken en kiezen
queue-search = Zoeken in de tekst
    .button = Zoeken
    .hint = Lidwoorden en andere kleine woorden tellen niet mee. Wat u intikt, komt niet in het adres van de bladzijde.
queue-keep = Bewaren voor iedereen
    .name = Naam van deze lijst
queue-keep-nothing = Kies of zoek eerst iets. Een lijst zonder keuze is de hele wachtrij.
queue-overdue = Termijn
queue-overdue-yes = Wacht te lang
queue-asked = Vraag
queue-asked-yes = Met open vraag
queue-asked-no = Zonder open vraag
queue-aside = Opzij gelegd
queue-aside-no = Niet tonen
queue-aside-yes = Alleen wat opzij ligt
queue-marked = Markeringen
queue-marked-yes = Met een gemarkeerde plaats
queue-marked-no = Zonder gemarkeerde plaats
queue-marked-not-yet = Nog niet nagekeken
queue-not-looked-at = { $count ->
        [one] Eén signaal is hierop nog niet nagekeken. U vindt het bij ‘Nog niet nagekeken’.
       *[other] { $count } signalen zijn hierop nog niet nagekeken. U vindt ze bij ‘Nog niet nagekeken’.
    }
queue-order = Volgorde
queue-order-oldest = Oudste eerst
queue-order-newest = Nieuwste eerst
queue-select = Aanvinken
queue-postpone = Twee weken opzij
queue-ask = Iets vragen
queue-alike = { $count ->
        [one] 1 ander signaal lijkt hierop
       *[other] { $count } andere signalen lijken hierop
    }
latest-old = { $count ->
        [0] Dit is van daarnet. Intussen is er iets veranderd: het wordt nu opnieuw gemaakt. Laad de pagina zo dadelijk opnieuw.
        [one] Dit is van een minuut geleden. Intussen is er iets veranderd: het wordt nu opnieuw gemaakt. Laad de pagina zo dadelijk opnieuw.
       *[other] Dit is van { $count } minuten geleden. Intussen is er iets veranderd: het wordt nu opnieuw gemaakt. Laad de pagina zo dadelijk opnieuw.
    }
bulk-accept = Aangevinkte aanvaarden
bulk-release = Aangevinkte vrijgeven
bulk-decline = Aangevinkte niet opnemen
bulk-solve = Aangevinkte als opgelost noteren
bulk-refer = Aangevinkte doorverwijzen
bulk-postpone = Aangevinkte opzij leggen
bulk-same-case = Aangevinkte zijn hetzelfde geval
bulk-other = Iets anders met de aangevinkte
bulk-words = Wat u hier schrijft, komt bij elk aangevinkt signaal te staan.
bulk-counts = Dit signaal telt
bulk-same-text = Samen tellen ze één keer. Alle signalen blijven staan, en u kunt het terugdraaien.
bulk-same-alone = Vink minstens twee signalen aan die hetzelfde geval vertellen.
bulk-asks = { $count ->
        [0] Geen enkel hiervan wacht nog op een beslissing.
        [one] Eén signaal. Klopt het?
       *[other] { $count } signalen. Klopt het?
    }
bulk-left = { $count ->
        [one] Eén aangevinkt signaal staat er niet bij, want er gaan er hoogstens { $most } tegelijk. Het blijft in de lijst.
       *[other] { $count } aangevinkte signalen staan er niet bij, want er gaan er hoogstens { $most } tegelijk. Ze blijven in de lijst.
    }
bulk-done = { $count ->
        [0] Er is niets gebeurd.
        [one] Eén signaal is behandeld.
       *[other] { $count } signalen zijn behandeld.
    }
bulk-item-done = Gedaan
bulk-item-counts = Aanvaard: dit signaal telt
bulk-item-undone = Staat weer waar het stond
bulk-decided = Hierover is intussen al beslist.
bulk-same-not = Dit kon niet als hetzelfde geval genoteerd worden: het hoort al bij een ander geval, of het signaal dat telt is niet aanvaard.
bulk-undo = Alles ongedaan maken
bulk-undone = { $count ->
        [0] Er is niets ongedaan gemaakt.
        [one] Eén signaal staat weer waar het stond.
       *[other] { $count } signalen staan weer waar ze stonden.
    }
bulk-too-late = Dit kan niet meer ongedaan gemaakt worden: er is intussen iets anders mee gebeurd.
keys-show = Toetsen
keys-how = Toetsen werken in de lijst: van bovenaan brengen Tab, Tab en Enter u erheen. ? toont ze.
keys-move = j of pijl omlaag: volgende. k of pijl omhoog: vorige.
keys-open = Enter: openen
keys-select = x: aanvinken
keys-several = b: naar de knop voor wat aangevinkt is
keys-press = { $key }: { $does }
keys-help = ?: deze uitleg tonen of verbergen
keys-on = Toetsen gebruiken zolang de lijst de focus heeft

## Wegen en beslissen

weighing-yes = ja
weighing-no = neen
weighing-unknown = weet ik niet
weigh-questions = Drie vragen vooraf
weigh-save = Antwoorden bewaren
weigh-missing = Beantwoord de drie vragen. ‘Weet ik niet’ is ook een antwoord.
weighed-organisation = De organisatie antwoordde: { $answers }
weighed-network = Het netwerk antwoordde: { $answers }
refer-open = Doorverwijzen
    .small = iemand anders kan hier beter mee verder
refer-where = Naar wie, en waarom?
    .hint = De aanbrenger leest dit. Noem een dienst of een organisatie, geen persoon.
refer-send = Doorverwijzen
aside-open = Opzij leggen
    .small = het komt vanzelf terug in de wachtrij
aside-until = Op welke dag komt het terug?
aside-send = Opzij leggen
aside-wrong = Kies een dag na vandaag. Het jaar ligt tussen 2000 en 2099.
aside-now = Opzij gelegd: komt terug op { $day }.
same-open = Zelfde geval als een ander signaal
    .small = het telt één keer, en beide blijven staan
same-bar = Zelfde geval
same-receipt = Ontvangstcode van het andere signaal
same-choose = Of kies uit aanvaarde signalen met hetzelfde domein en dezelfde oorzaak
same-look = Naast elkaar leggen
same-title = Is dit hetzelfde geval?
same-text = Het telt dan één keer. Beide signalen blijven staan, en u kunt het terugdraaien.
same-this = Dit signaal
same-other = Het andere signaal
same-yes = Ja, zelfde geval
same-wrong = Er is geen aanvaard signaal met deze code dat voor dit geval kan staan.
correct-open = Kenmerken rechtzetten
    .small = wat doorgegeven is, blijft ernaast staan
correct-send = Rechtzetten
correct-wrong = Deze keuze bestaat niet in uw netwerk. Kies uit de lijst.
redact-open = Een passage schrappen
    .small = voorgoed, zonder weg terug
redact-field = In welk vak staat het?
redact-passage = Wat moet weg?
    .hint = Neem de woorden precies over zoals ze er staan. Overal waar ze in dat vak staan, komt […].
redact-look = Eerst bekijken
redact-missing = Deze woorden staan niet in dat vak. Neem ze precies over.
redact-title = Deze passage schrappen?
redact-text = Dit kan niet ongedaan gemaakt worden. De oude tekst wordt met zijn sleutel gewist.
redact-before = Nu
redact-after = Daarna
redact-yes = Voorgoed schrappen
done-weighed = Uw antwoorden zijn bewaard.
done-corrected = Rechtgezet. Wat doorgegeven is, blijft ernaast staan.
done-postponed = Opzij gelegd. Het komt vanzelf terug.
done-referred = Doorverwezen. De aanbrenger leest naar wie.
done-same-case = Genoteerd als hetzelfde geval. Het telt één keer.
done-redacted = De passage is voorgoed geschrapt.

## Wat toeneemt

rising-link = Wat neemt toe?
rising-title = Wat neemt toe?
rising-back = Terug naar de signalen van het netwerk
rising-lead = De laatste maanden naast alles wat ervoor kwam. Hier staat wat vaker binnenkomt dan toeval verklaart, en vaker dan al het andere. Waarom dat zo is, weet u beter dan het programma.
rising-warning = Wat toeneemt, kan ook gewoon vaker gesignaleerd worden: een vorming, een oproep of een nieuwe organisatie volstaat. Vraag het na voor u besluit dat het probleem groeit.
rising-filing = In { $month } { $count ->
        [one] kwam 1 signaal
       *[other] kwamen { $count } signalen
    } bij het netwerk binnen. Ongeveer { $expected } was te verwachten; { $from } tot { $to } zou gewoon zijn.
rising-found = { $count ->
        [one] 1 signaal
       *[other] { $count } signalen
    } ({ $when }). Ongeveer { $expected } verwacht, als het gelijk opging met al het andere; { $from } tot { $to } zou gewoon zijn.
rising-by-share = Naast al het andere: { $times } keer zoveel als voordien (met 95% zekerheid tussen { $low } en { $high } keer).
rising-by-month = Naast het eigen verleden: ongeveer { $expected } verwacht, dus { $times } keer zoveel ({ $low } tot { $high } keer).
rising-chance = Als er niets veranderd was, vonden we ergens in alle vergelijkingen samen iets zo sterks in hoogstens { $chance } van de maanden.
rising-chance-below = Als er niets veranderd was, vonden we ergens in alle vergelijkingen samen iets zo sterks in minder dan { $chance } van de maanden.
rising-plot = Staafjes van { $months } maanden. { $when }: { $count } signalen. In de maanden ervoor hoogstens { $greatest } per maand; de lijn van wat te verwachten was ligt op { $expected } per maand.
rising-legend = Driehoekje: vergeleken maand. Stippellijn: verwacht. Open staafje: deze maand, nog niet voorbij.
rising-figures = De cijfers, maand per maand
rising-month = Maand
rising-these = Deze signalen
rising-all = Alle signalen
rising-note = Opmerking
rising-running = nog niet voorbij
rising-compared = vergeleken met wat ervoor kwam
rising-signals = De signalen hierachter
rising-none = Geen enkele oorzaak, geen domein, geen structureel signaal en geen paar daarvan kwam vaker binnen dan toeval en al het andere samen verklaren.
    .title = Niets neemt opvallend toe
rising-too-short = { $count ->
        [0] Er is nog geen volle maand met signalen.
        [one] Er is nog maar één volle maand met signalen.
       *[other] Er zijn nog maar { $count } volle maanden met signalen.
    } Vanaf { $needed } maanden valt er iets te vergelijken.
    .title = Nog te vroeg om te vergelijken
rising-with-all = Ook vaker dan voordien, maar niet meer dan alle signalen samen: { $names }.
rising-how = Wat bekeken is
rising-watched = { $count ->
        [one] Eén reeks
       *[other] { $count } reeksen
    } over { $months } volle maanden: per oorzaak, domein en structureel signaal, en per paar van oorzaak en domein, oorzaak en zone, domein en zone, telkens met minstens één signaal per maand in het verleden. De laatste maand, de laatste drie en de laatste zes zijn elk vergeleken met wat ervoor kwam. Als er niets verandert, staat hier in hoogstens { $share } van de maanden toch iets.
rising-limits = Wat nog nooit voorkwam, staat hier niet: er is niets om mee te vergelijken. Een probleem dat elk jaar in hetzelfde seizoen opduikt, kan hier wel staan. Signalen uit een bestand tellen in de maand waarin ze zijn vastgesteld.

## Logboek

log-title = Logboek
log-lead = Wie wat deed, en welke dag. Er staat niets in van wat mensen schreven.
log-here = Wat er gebeurde
log-thing = Waarmee
log-who = Wie
log-from = Vanaf
log-to = Tot en met
log-day = Dag
log-what = Wat
log-older = Ouder
log-csv = Als CSV-bestand
log-none = Niets gevonden.
log-undo = Terugdraaien
log-undone = teruggedraaid
log-nobody = zonder account
log-by-link = Een organisatie, via een link
log-by-link-of = { $organisation }, via een link van { $name }
log-someone = account dat niet meer bestaat
log-filer = aanbrenger
log-wrong = Dit is geen dag. Schrijf hem als 2026-03-12. Het jaar ligt tussen 2000 en 2099.
log-thing-signal = Signaal
log-thing-structural-signal = Structureel signaal
log-thing-edition = Editie
log-thing-account = Account
log-thing-card = Signaalkaart
log-thing-token = Sleutel van een programma
log-thing-import = Ingelezen bestand
log-thing-export = Uitvoer
log-thing-network = Netwerk
log-thing-organisation = Organisatie
log-thing-domain = Domein
log-thing-right = Recht
log-thing-filter = Bewaarde lijst
log-thing-forum = Forum
log-thing-text = Tekst
log-account-added = Account toegevoegd
log-account-changed = Account gewijzigd
log-account-disabled = Account geblokkeerd
log-account-enabled = Account weer opengezet
log-action-noted = Opvolging genoteerd
log-address-changed = E-mailadres gewijzigd
log-agreement-asked = Instemming gevraagd
log-agreement-given = Instemming genoteerd
log-agreement-link-made = Link om te antwoorden gemaakt
log-agreement-link-revoked = Link om te antwoorden ingetrokken
log-answer-completed = Antwoord van een overheid aangevuld in de andere taal
log-answer-received = Antwoord van een overheid genoteerd
log-card-added = Signaalkaart gemaakt
log-card-revoked = Signaalkaart ingetrokken
log-chapter-cleared = Hoofdstuk nagelezen en vrijgegeven
log-chapter-written = Hoofdstuk geschreven
log-criteria-judged = Criteria beoordeeld
log-dots-given = Stippen verdeeld
log-edition-described = Editie beschreven
log-edition-frozen = Editie bevroren
log-edition-opened = Editie geopend
log-edition-published = Editie gepubliceerd
log-exported = Signalen uitgevoerd naar een bestand
log-filter-deleted = Bewaarde lijst verwijderd
log-filter-saved = Lijst bewaard
log-forum-changed = Forum gewijzigd
log-forum-held = Forum genoteerd
log-import-begun = Inlezen begonnen
log-import-done = Inlezen klaar
log-import-removed = Onvolledig ingelezen bestand verwijderd
log-link-asked-for = Aanmeldlink gevraagd
log-link-made = Aanmeldlink gemaakt
log-list-changed = Lijst van het netwerk gewijzigd
log-message-written = Vraag of antwoord geschreven
log-password-set = Wachtwoord ingesteld
log-recognition-given = ‘Wij zien dit ook’ beantwoord
log-recognition-proposed = Antwoord op ‘wij zien dit ook’ voorgesteld
log-recommendation-made = Aanbeveling gemaakt
log-second-factor-changed = Tweede stap van het aanmelden gewijzigd
log-settings-changed = Instellingen gewijzigd
log-signal-accepted = Aanvaard
log-signal-corrected = Kenmerken rechtgezet
log-signal-declined = Niet opgenomen
log-signal-filed = Doorgegeven
log-signal-handed-over = Overgedragen aan een collega
log-signal-postponed = Opzij gelegd
log-signal-redacted = Een passage geschrapt
log-signal-referred = Doorverwezen
log-signal-released = Vrijgegeven
log-signal-same-case = Genoteerd als hetzelfde geval als een ander
log-signal-solved-internally = Genoteerd als intern opgelost
log-signal-stands-for-case = Telt voortaan voor het hele geval
log-signal-step-undone = Een beslissing teruggedraaid
log-signal-weighed = De drie vragen beantwoord
log-signal-withdrawn = Ingetrokken
log-signals-linked = Signalen verbonden met een structureel signaal
log-signals-moved = Signalen verplaatst tussen structurele signalen
log-structural-signal-described = Structureel signaal beschreven
log-structural-signal-part-removed = Deel van een structureel signaal weggehaald
log-structural-signal-split = Structureel signaal gesplitst
log-structural-signals-merged = Structurele signalen samengevoegd
log-structural-step-undone = Stap met structurele signalen teruggedraaid
log-text-wiped = Tekst gewist
log-text-written = Tekst geschreven
log-token-added = Sleutel van een programma gemaakt
log-token-revoked = Sleutel van een programma ingetrokken
log-verdict-completed = Oordeel van het terrein aangevuld in de andere taal
log-verdict-given = Oordeel van het terrein genoteerd

## Wat de volgende editie zou tonen

foreseen-link = Cijfers van de volgende editie
foreseen-title = Wat de volgende editie zou tonen
foreseen-lead = Werd editie { $edition } ({ $period }) vandaag bevroren, dan telde ze { $count ->
        [one] één signaal
       *[other] { $count } signalen
    }.
foreseen-inside = Alleen voor coördinatoren: de redenen op deze bladzijde verraden welke aantallen klein zijn.
foreseen-shown = Wat gepubliceerd zou worden
foreseen-whole = { $published } van { $all } cijfers gepubliceerd; de andere zijn beschermd.
foreseen-tables = { $planned } tabellen zoals gepland, { $coarser } in een grovere vorm, { $left } weggelaten.
foreseen-whole-all = Alle { $all } cijfers gepubliceerd.
foreseen-together = Samen genomen met editie { $before } ({ $count } signalen): { $cells }
foreseen-both = Edities { $before } en { $edition } samen
foreseen-caption = Gepubliceerde cijfers, van alle cijfers van de tabel
foreseen-table = Tabel
foreseen-published = Gepubliceerd
foreseen-groups = Waarvan totalen en groepen
foreseen-form = Vorm
foreseen-of = { $published } van { $all }
foreseen-as-planned = Zoals gepland
foreseen-coarser = Grover, als ‘{ $table }’: { $why }
foreseen-left-out = Weggelaten: { $why }
foreseen-too-many = te veel cijfers ervan zouden beschermd zijn
foreseen-not-safe = een beschermd cijfer zou eruit volgen
foreseen-hint = Waar te weinig overblijft, toont een langere periode meer dan een andere tabel. Welke tabellen gepubliceerd worden, en volgens welke regels, staat in de instellingen van het netwerk.
foreseen-why = Wat beschermd is, en waarom
foreseen-none-protected = Niets: elk gepland cijfer is groot genoeg.
foreseen-cells = { $count ->
        [one] 1 cijfer:
       *[other] { $count } cijfers:
    }
foreseen-why-small = te klein
foreseen-why-sensitive = te klein voor een plaats samen met verblijf of gezondheid
foreseen-why-concentrated = van te weinig organisaties, of te veel van één
foreseen-why-before = eerder beschermd, of bijna hetzelfde als eerder
foreseen-why-beside = beschermt een ander, dat eruit zou volgen
foreseen-cell = Cijfer
foreseen-reason = Waarom
foreseen-total = Alle signalen
foreseen-costs = Wat elke regel kost
foreseen-costs-caption = Gepubliceerde cijfers zonder één regel
foreseen-costs-lead = Zoveel cijfers zouden gepubliceerd worden zonder deze ene regel. Dat dient alleen om te zien wat hij kost: een editie houdt zich aan alle regels.
foreseen-rule = Zonder de regel dat
foreseen-difference = Verschil
foreseen-same = geen
foreseen-more = { $count } meer
foreseen-fewer = { $count } minder
foreseen-rule-zeros = ook een nul beschermd is
foreseen-rule-sensitive = een plaats samen met verblijf of gezondheid een hogere drempel heeft
foreseen-rule-organisations = genoeg organisaties achter een cijfer staan
foreseen-rule-share = geen organisatie bijna alles ervan indiende
foreseen-rule-others = genoeg signalen van de anderen komen
foreseen-rule-insiders = geen organisatie het deel van de anderen mag afleiden
foreseen-rule-protected-share = een tabel met te veel beschermde cijfers wegvalt
foreseen-nothing = Er is geen editie open, of nog geen van haar signalen is aanvaard.
    .title = Nog niets te tonen
foreseen-missing = { $count ->
        [one] Een structureel signaal noemt één signaal dat nooit ingelezen is.
       *[other] Structurele signalen noemen { $count } signalen die nooit ingelezen zijn.
    } Lees ze eerst in; tot dan kan geen editie bevroren worden.
    .title = Er ontbreken signalen
