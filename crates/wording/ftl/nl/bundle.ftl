# Everything the bundle prints that nobody wrote by hand. A count stands in a sentence only when it is published.

## Tellen in woorden

count-signals = { $count ->
        [one] { $count } signaal
       *[other] { $count } signalen
    }
count-structural = { $count ->
        [one] { $count } structureel signaal
       *[other] { $count } structurele signalen
    }
count-organisations = { $count ->
        [one] { $count } organisatie
       *[other] { $count } organisaties
    }
count-cells = { $count ->
        [one] { $count } getal
       *[other] { $count } getallen
    }
edition-name = Editie { $edition }
edition-short = ed. { $edition }
no-value = –

## Document en omslag

document-title = Wat het terrein ziet: onderbescherming in Brussel
document-description = Signalenbundel van { $network }, editie { $edition }, over { $period }
document-keywords = onderbescherming; Brussel; structurele signalen; sociale rechten
document-foot = Signalenbundel · editie { $edition } · { $period }
document-attachment = Alle gepubliceerde tabellen als CSV-bestand
catalogue-bundle = Signalenbundel
catalogue-csv = Alle gepubliceerde cijfers, voor programma’s (CSV, komma’s)
catalogue-spreadsheet = Alle gepubliceerde cijfers, voor een rekenblad (CSV, puntkomma’s)
catalogue-workbook = De gedrukte tabellen als werkmap
catalogue-json = Alle gepubliceerde cijfers met hun dimensies en regels (JSON)
cover-kicker = Signalenbundel
cover-subtitle = { $chapters ->
        [0] Signalen
        [one] Eén structureel signaal
       *[other] { $chapters } structurele signalen
    } van { $organisations ->
        [one] één Brusselse organisatie
       *[other] { $organisations } Brusselse organisaties
    }
cover-edition = Editie { $edition }
cover-period = Periode: { $period }
cover-revision = Revisie { $revision } · { $date }
demonstration = Demonstratie
demonstration-note = Organisaties, teksten en cijfers in deze uitgave zijn verzonnen om te tonen wat Megafoon maakt.
contents-heading = Inhoud
contents-page = blz.

## In één bladzijde

key-heading = In één bladzijde
key-figures-heading = In cijfers
key-note = Cijfers tellen signalen, geen mensen of gezinnen: zie ‘Hoe u deze bundel leest’.
key-chapter = Hoofdstuk { $number }
key-cause-not-known = Rechten bestaan, maar wie er recht op heeft, weet het niet
    .text = ‘Niet kennen’ is de vaakst genoemde oorzaak: { $count } van de { $total } signalen. De informatie bereikt mensen niet, of niet op een manier die ze begrijpen.
key-cause-not-requested = Rechten zijn gekend, maar mensen vragen ze niet
    .text = ‘Niet vragen’ is de vaakst genoemde oorzaak: { $count } van de { $total } signalen. Vroegere ervaringen, schaamte en waardigheid wegen zwaar.
key-cause-not-obtained = Rechten worden gevraagd, maar niet verkregen
    .text = ‘Geen toegang’ is de vaakst genoemde oorzaak: { $count } van de { $total } signalen. Voorwaarden, formulieren, procedures of een tekort aan plaatsen staan in de weg.
key-cause-not-proposed = Rechten worden niet voorgesteld
    .text = ‘Niet voorstellen’ is de vaakst genoemde oorzaak: { $count } van de { $total } signalen. Wie mensen begeleidt, komt er niet toe het recht ter sprake te brengen, door tijdsgebrek, onvoldoende kennis of een eigen inschatting.
key-cause-exclusion = Mensen vallen uit hun rechten
    .text = ‘Uitsluiting’ is de vaakst genoemde oorzaak: { $count } van de { $total } signalen. De situatie of de voorwaarden veranderen, of er was nooit een recht.
key-domain = { $label }: het domein met de meeste signalen
    .text = { $count } van de { $total } signalen gaan over dit domein.
key-domain-up = { $label }: meer signalen dan in de vorige editie
    .text = Van { $from } naar { $to } signalen: de sterkste stijging van alle domeinen. Dat kan ook komen doordat meer organisaties signaleerden.
key-domain-down = { $label }: minder signalen dan in de vorige editie
    .text = Van { $from } naar { $to } signalen: de sterkste daling van alle domeinen. Dat betekent niet dat het probleem opgelost is.
key-no-municipality = Geen gemeente aanvaardt de verantwoordelijkheid
    .text = Dat staat in { $count } van de { $total } signalen. Tijd die opgaat aan doorverwijzen, is tijd zonder hulp.
key-informal = De informele stem telt mee
    .text = { $count } van de { $total } signalen komen van zelforganisaties, geloofsgemeenschappen, burgerinitiatieven en bezettingen met overeenkomst.
key-answers-none = Geen enkel structureel signaal van de vorige editie kreeg een antwoord
    .text = { $asked ->
        [one] Er werd { $asked } structureel signaal voorgelegd
       *[other] Er werden { $asked } structurele signalen voorgelegd
    }. Wat het terrein intussen ziet, leest u bij ‘Opvolging van de vorige editie’.
key-answers-some = { $answered } van de { $asked } structurele signalen van de vorige editie kregen een antwoord
    .text = Wat het terrein intussen ziet: { $worse } keer slechter, { $unchanged } keer ongewijzigd, { $better } keer beter, { $solved } keer opgelost.
key-answers-all = Elk structureel signaal van de vorige editie kreeg minstens één antwoord
    .text = Wat het terrein intussen ziet: { $worse } keer slechter, { $unchanged } keer ongewijzigd, { $better } keer beter, { $solved } keer opgelost.
figure-signals = { $count ->
        [one] signaal
       *[other] signalen
    }
figure-structural = { $count ->
        [one] structureel signaal
       *[other] structurele signalen
    }
figure-organisations = { $count ->
        [one] organisatie die signaleerde
       *[other] organisaties die signaleerden
    }
figure-cause = { $count ->
        [one] signaal met als oorzaak: { $label }
       *[other] signalen met als oorzaak: { $label }
    }
figure-domain = { $count ->
        [one] signaal over: { $label }
       *[other] signalen over: { $label }
    }
figure-no-municipality = { $count ->
        [one] signaal waarvoor geen gemeente zich bevoegd acht
       *[other] signalen waarvoor geen gemeente zich bevoegd acht
    }
figure-topic = { $count ->
        [one] signaal onder dit hoofdstuk
       *[other] signalen onder dit hoofdstuk
    }
figure-recognised = { $count ->
        [one] organisatie ziet dit ook
       *[other] organisaties zien dit ook
    }
figure-recognised-of = van de { $total } deelnemende organisaties
compare-more = { $difference } meer dan in editie { $edition }
compare-fewer = { $difference } minder dan in editie { $edition }
compare-equal = evenveel als in editie { $edition }
compare-value = { $count } in editie { $edition }
compare-first = eerste editie
compare-protected = niet te vergelijken: het cijfer van editie { $edition } is beschermd

## Wat gewijzigd is

changes-heading = Wat gewijzigd is
changes-intro = Dit is revisie { $revision } van editie { $edition }. Ze vervangt revisie { $previous } van { $date }. Dit is anders:
changes-none = Inhoud en cijfers zijn dezelfde; alleen de vormgeving is gewijzigd.
changes-figures = { $count ->
        [one] { $count } cijfer is gewijzigd.
       *[other] { $count } cijfers zijn gewijzigd.
    }
changes-chapter-added = Toegevoegd: { $title }
changes-chapter-removed = Weggelaten: { $title }
changes-chapter-text = Tekst gewijzigd: { $title }

## Hoe u deze bundel leest

read-heading = Hoe u deze bundel leest
read-signal = Een signaal is een probleem dat een medewerker of vrijwilliger meer dan eens ziet, dat verder gaat dan één persoon of situatie, en dat de organisatie niet alleen kan oplossen. Een structureel signaal bundelt signalen die hetzelfde zeggen, nadat een werkgroep ze aan vier criteria toetste: duidelijk, neutraal, (h)erkend en gedeeld.
read-problem-first = Elk hoofdstuk beschrijft eerst het probleem, zonder oplossing. Aanbevelingen staan apart en zijn ondertekend. Kwetsbaarheid is een gevolg van omstandigheden, nooit een eigenschap van mensen; zo leest u ook de teksten.
read-figures-heading = Wat de cijfers zeggen, en wat niet
read-figures = Cijfers tellen signalen. Ze zeggen niet hoeveel mensen of gezinnen een probleem hebben. Een stijging kan betekenen dat een probleem groeit, maar ook dat meer organisaties signaleerden. Waar geen signalen zijn, kan er toch een probleem zijn.
read-protected-term = ×
read-protected = Beschermd. Dit cijfer wordt niet gepubliceerd, omdat mensen of organisaties er herkenbaar door kunnen worden, of omdat een ander cijfer eruit zou volgen. Achter dit teken kan elk getal staan, ook nul of een groot getal.
read-recognised-term = Herkend
read-recognised = Elke organisatie zegt van elk structureel signaal of ze het ook ziet: vaak, soms, niet, of niet haar werkterrein. Die herkenning staat apart en wordt nooit bij de signalen geteld.
read-trace-term = Spoorcode
read-trace = Met deze code vindt de coördinatie terug op welke signalen een hoofdstuk steunt. Voor anderen betekent ze niets. De signalen achter een hoofdstuk kunnen van vóór of na de maanden van deze editie zijn: een hoofdstuk kan er hier ook geen tellen.
read-answers-term = Antwoord en oordeel
read-answers = Wat een overheid antwoordt en wat het terrein ziet, staat naast elkaar. Alleen het terrein sluit een structureel signaal af.
read-causes-heading = Oorzaken van onderbescherming
read-causes = Onderbescherming betekent dat een recht de mensen voor wie het bedoeld is, niet bereikt. Elk signaal heeft één hoofdoorzaak en eventueel andere. Is er geen recht in het spel, dan blijft de oorzaak leeg en wordt het signaal apart geteld.
read-no-right = Het signaal gaat niet over een recht dat iemand niet bereikt, maar over iets anders: een tekort, een afspraak, een werkwijze.

## Structurele signalen

signals-heading = Structurele signalen
signals-intro = { $count ->
        [one] Deze bundel telt één hoofdstuk. Het
       *[other] Deze bundel telt { $count } hoofdstukken. Elk
    } beschrijft één probleem: wat organisaties zien, wat er al bestaat en waarom het structureel is. Aanbevelingen staan achteraan in het hoofdstuk, apart en ondertekend. De volgorde zegt niets over het belang.
competence-heading = Wie waarvoor bevoegd is
competence-intro = Zoek uw overheid in de kolommen. Een volle schijf betekent: beslist. Een open ring: past toe. Een schijf met rand: beide.
competence-number = Nr.
competence-title = Structureel signaal
competence-page = Blz.
chapter-running = { $number } · { $domain }
chapter-domain = Domein
chapter-cause = Oorzaak
chapter-causes = Oorzaken
chapter-never-eligible = Nooit rechthebbend
chapter-right = Recht
chapter-recognised = Herkend door
chapter-recognised-value = { $count ->
        [0] geen andere organisaties
        [one] { $count } organisatie
       *[other] { $count } organisaties
    }{ $often ->
        [0] { "" }
       *[other] , waarvan { $often } vaak
    }
chapter-owner = Trekker
chapter-trace = Spoorcode
chapter-seen = Wat we zien
chapter-quotes = In hun woorden
chapter-practices = Goede praktijken
chapter-exists = Wat er al bestaat en waarom het niet volstaat
chapter-structural = Waarom dit structureel is
chapter-competent = Wie bevoegd is
competent-subject = Waarover
competent-decides = Wie beslist
competent-applies = Wie toepast
competent-both = Beslist en past toe
competent-basis = Rechtsgrond
competent-no-right = Zonder bepaald recht
competent-beyond = Daarbuiten
answers-heading = Sinds de vorige editie
answers-authority = Overheid
answers-says = Wat de overheid zegt
answers-sees = Wat het terrein ziet
answers-no-verdict = Nog geen oordeel
answers-about = Op de aanbeveling: { $recommendation }
recommendations-heading = Aanbevelingen, apart van het probleem
recommendations-note = Het probleem staat ook zonder oplossing. Wat volgt, is ondertekend en verbindt alleen de ondertekenaars.
recommendation-to = Aan:
recommendation-signed = Ondertekend door
recommendation-term = Termijn:
recommendation-by = tegen { $month }
recommendation-do = Wel doen
recommendation-dont = Niet doen

## Cijfers in beeld

charts-heading = Cijfers in beeld
charts-intro = Een grafiek staat hier alleen wanneer haar hele tabel gepubliceerd kan worden.
chart-number = Figuur { $number }
chart-source = Bron: { $table }
chart-shade-few = minder signalen
chart-shade-many = meer signalen
chart-subtitle = { $title }, { $period }
chart-subtitle-change = { $title }, { $from } en { $to }
chart-largest = { $label }: { $count } signalen, het hoogste aantal
chart-largest-cause = ‘{ $label }’ is de vaakst genoemde oorzaak
chart-largest-domain = Over ‘{ $label }’ kwamen de meeste signalen binnen
chart-largest-zone = ‘{ $label }’ is de zone met de meeste signalen
chart-largest-place = ‘{ $label }’ is de gemeente met de meeste signalen
chart-largest-authority = De meeste signalen noemen deze overheid bevoegd: { $label }
chart-largest-tie = Even vaak bovenaan: { $labels }
chart-formality = { $count } van de { $total } signalen komen van informele organisaties
chart-recurrence = { $label }: het vaakst gekozen antwoord op ‘hoe vaak zag u dit?’
chart-change-up = ‘{ $label }’ steeg het sterkst
chart-change-down = ‘{ $label }’ daalde het sterkst
chart-change-both = ‘{ $up }’ steeg het sterkst, ‘{ $down }’ daalde het sterkst
chart-change-none = Geen verandering tegenover de vorige editie
chart-plain = { $title }
chart-axis-signals = Aantal signalen
chart-item = { $label } { $count }
chart-item-change = { $label } van { $from } naar { $to }
chart-alt-bars = Liggende staven, van groot naar klein: { $items }. { $finding }
chart-alt-change = Verandering tussen { $from } en { $to }: { $items }. { $finding }
chart-alt-tiles = Tegelkaart van de zones van het Brussels Hoofdstedelijk Gewest: { $items }. { $finding }
chart-alt-share = Eén gedeelde balk: { $items }. { $finding }
finding-largest = ‘{ $label }’ telt de meeste signalen.
finding-double = ‘{ $label }’ telt meer dan dubbel zoveel signalen als ‘{ $next }’.
finding-close = ‘{ $label }’ en ‘{ $next }’ liggen dicht bij elkaar.
finding-equal = { $labels } tellen evenveel signalen.
finding-up = ‘{ $label }’ stijgt het sterkst, met { $count }.
finding-down = ‘{ $label }’ daalt het sterkst, met { $count }.
finding-stable = Er is geen verandering.

## Tabellen

tables-heading = Tabellen
tables-intro = Hier staat elk cijfer dat over deze editie gepubliceerd is. De tabellen zitten ook als CSV-bestand in deze pdf.
table-number = Tabel { $number }
table-title-total = Alle signalen
table-title-one = Signalen per { $first }
table-title-two = Signalen per { $first } en { $second }
table-column-count = Signalen
table-column-total = Alle
table-column-share = Aandeel
table-status = Status
table-number-of-signals = Aantal
status-published = gepubliceerd
status-protected = beschermd
protected-symbol = ×
protected-read = beschermd
table-note-protected = × beschermd: niet gepubliceerd. Achter dit teken kan elk getal staan, ook nul of een groot getal.
table-note-cause = Eén hoofdoorzaak per signaal, zoals beslist door de coördinatie.
table-note-domain = Een signaal telt in één domein; een signaal onder een structureel signaal telt in het domein daarvan.
table-note-topic = Een signaal telt onder hoogstens één hoofdstuk; de andere staan per domein samen.
table-note-place = Plaats waar het probleem zich voordoet, één per signaal.
table-note-zone = Zones: { $zones }.
table-note-zone-item = { $zone } ({ $places })
table-note-formality = Naar het soort organisatie dat signaleerde.
table-note-authority = De bevoegde overheid zoals de organisatie die ziet.
table-note-recurrence = Hoe vaak de organisatie het probleem zag op het ogenblik van het signaal.
table-note-target-group = Een signaal kan over meer dan één doelgroep gaan.
table-note-no-municipality = Dit gegeven wordt nooit met een gemeente of zone gekruist.
table-note-dash = – in de vorige editie niet gepubliceerd, of niet vergelijkbaar.
table-note-dropped = Andere tabellen zijn niet gedrukt, omdat te veel van hun cijfers beschermd zouden zijn.
dimension-total = Alle signalen
    .per = alle signalen samen
dimension-cause = Oorzaak
    .per = oorzaak van onderbescherming
dimension-domain = Domein
    .per = domein
dimension-domain-groups = Groep van domeinen
    .per = groep van domeinen
dimension-topic = Structureel signaal
    .per = structureel signaal
dimension-topic-groups = Domein
    .per = domein
dimension-place = Plaats
    .per = plaats
dimension-place-groups = Zone
    .per = zone
dimension-formality = Soort organisatie
    .per = soort organisatie
dimension-no_municipality = Geen gemeente bevoegd
    .per = al dan niet bevoegde gemeente
dimension-authority = Bevoegde overheid
    .per = bevoegde overheid
dimension-recurrence = Herhaling
    .per = herhaling
dimension-target-group = { $label }
    .per = doelgroep: { $label }
dimension-target-groups = Doelgroep
    .per = doelgroep
value-yes = Ja
value-no = Neen of niet ingevuld
value-unstated = Niet ingevuld
value-rest = { $label }: andere signalen

## Opvolging

follow-heading = Opvolging van de vorige editie
follow-running = Opvolging
follow-intro = Wat overheden antwoordden en wat het terrein ziet, staat naast elkaar. Alleen het terrein sluit een structureel signaal af. Kwam er geen antwoord, dan staat ook dat er.
follow-signal = Structureel signaal
follow-count-answered = { $answered } van de { $asked } voorgelegde structurele signalen kregen minstens één antwoord.
follow-none = Dit is de eerste editie: er is nog niets om op te volgen.

## Werkwijze

method-heading = Werkwijze
method-way = Medewerkers en vrijwilligers geven wat ze zien door aan hun eigen organisatie. Haar signaalcoördinator weegt elk pre-signaal, lost op wat intern kan en geeft de rest vrij. De coördinatie van het netwerk vraagt telkens: komt het terug, gaat het verder dan één situatie, kunnen we het zelf oplossen? Signalen die hetzelfde zeggen, worden samengebracht tot een structureel signaal.
method-criteria = Een werkgroep toetst elk structureel signaal aan vier criteria, met een toelichting bij elk: duidelijk, neutraal, (h)erkend en gedeeld. Alleen wat aan alle vier voldoet, wordt gedrukt. Een trekker volgt het daarna op.
method-agreement = Elke lidorganisatie wordt gevraagd of ze instemt met de tekst in het Nederlands en het Frans. Niets wordt gedrukt zonder die instemming.
method-agreement-silence = Elke lidorganisatie wordt gevraagd of ze instemt met de tekst in het Nederlands en het Frans. Wie na de meegedeelde termijn niet reageert, geldt in dit netwerk als akkoord; dat stond in de uitnodiging.
method-unit-heading = Eenheid en periode
method-unit = De eenheid is het signaal. Elk signaal telt één keer; een situatie die meerdere organisaties zien, kan in meer dan één signaal voorkomen. Deze editie neemt elk aanvaard signaal op dat tot en met { $to } is waargenomen en nog niet in een vorige editie zat. De periode is { $period }.
method-first = Dit is de eerste editie; vergelijken met vroeger kan nog niet.
method-trend = Cijfers van twee edities staan alleen naast elkaar wanneer beide gepubliceerd zijn en de periodes elkaar niet overlappen.
method-guard-heading = Bescherming van kleine aantallen
method-guard-intro = Een gezin zonder wettig verblijf mag door geen enkel cijfer in deze bundel herkenbaar worden. Daarom publiceren we een cijfer niet wanneer:
method-guard-small = het kleiner is dan { $threshold }, ook wanneer het nul is;
method-guard-small-zeros = het kleiner is dan { $threshold }, tenzij het nul is: een nul publiceren we;
method-guard-sensitive = het kleiner is dan { $threshold } en een plaats of zone noemt samen met verblijfsstatuut of gezondheid;
method-guard-crossing = het kleiner is dan { $threshold } en bepaalde waarden samen noemt, die in het bestand tables.json staan;
method-guard-organisations = er minder dan { $count } organisaties achter staan;
method-guard-share = één organisatie er meer dan { $share } van aanbracht;
method-guard-others = er minder dan { $count } signalen overblijven zonder de organisatie die er de meeste aanbracht.
method-guard-secondary = Ook cijfers waaruit een beschermd cijfer zou volgen, door optellen en aftrekken over alle tabellen samen, zijn vervangen door ×. Een tabel met te veel beschermde cijfers verschijnt in een grovere vorm, of niet. Grafieken, percentages en zinnen steunen alleen op gepubliceerde cijfers.
method-guard-never = Nooit gepubliceerd: organisaties gekruist met oorzaken, cijfers van één organisatie, het soort organisatie gekruist met een plaats, en de datum waarop iemand een signaal gaf.
method-guard-attackers = We houden rekening met wie alles heeft wat gepubliceerd is, in elke taal, van alle edities samen, en deze regels kent; en met elke afzonderlijke organisatie die signaleerde en ook haar eigen signalen kent. Vóór de publicatie probeert een tweede, onafhankelijk programma om uit wat gepubliceerd is elk beschermd cijfer af te leiden. Iedereen kan dat overdoen.
method-guard-cells = Van de { $all } getallen in de tabellen van deze editie zijn er { $protected } beschermd.
method-promise-heading = Wat we beloven
method-promise = Voor elk beschermd klein aantal bestaan er volledige tabellen van gehele getallen die kloppen met alles wat wij publiceerden, waarin het { $smallest } is en waarin het minstens { $threshold } is; en voor elke afzonderlijke organisatie tabellen die ook kloppen met haar eigen gegevens, waarin alle anderen samen { $smallest } en minstens { $threshold } bijdragen.
method-promise-kept = Die tabellen worden bij deze editie bewaard en nooit gepubliceerd, want samen zouden ze de aantallen verraden. Om ze na te gaan, hoeft men alleen op te tellen. De belofte gaat over cijfers. Teksten en citaten worden door mensen nagekeken voor ze gedrukt worden.
method-not-promised-heading = Wat we niet beloven
method-not-promised = Bescherming tegen organisaties die hun gegevens samenleggen, tegen wat iemand van elders weet, of tegen wie ons open programma laat draaien op geraden tabellen.
method-limits-heading = Grenzen
method-limits = Deze bundel is geen onderzoek naar de omvang van problemen. Hij toont wat organisaties zien en willen delen. Wie niet signaleerde, is hier niet te horen.
method-exclusion = ‘Uitsluiting’ omvat hier ook situaties waarin de wet nooit een recht gaf. Dat is ruimer dan de gebruikelijke omschrijving. Volzette opvang en wachtlijsten staan onder ‘Geen toegang’.
method-generated = Een deel van de signalen in deze editie is kunstmatig aangemaakt voor de demonstratie. Ze tellen mee in de cijfers en zijn nergens geciteerd.

## Wie signaleerde

filers-heading = Wie signaleerde
filers-intro = { $named ->
        [0] Geen enkele organisatie koos ervoor hier genoemd te worden.
        [one] Eén organisatie stemde ermee in hier genoemd te worden.
       *[other] { $named } organisaties stemden ermee in hier genoemd te worden. Ze staan op een continuüm van formeel naar informeel.
    }
filers-organisation = Organisatie
filers-sector = Sector
silent-heading = Sectoren die zwegen
silent-intro = Uit deze sectoren diende in deze periode geen enkele organisatie een signaal in. Dat betekent niet dat ze niets zien.
silent-no-member = Het netwerk heeft nog geen lid uit deze sector.
silent-members = Er zijn leden uit deze sector; ze dienden niets in.
silent-none = Uit elke sector van het netwerk kwam minstens één signaal.
withheld-heading = Structurele signalen die niet gedrukt zijn
withheld-intro = Alleen wat aan de vier criteria voldoet en van elke organisatie instemming kreeg, wordt gedrukt. { $count ->
        [one] Eén structureel signaal staat
       *[other] { $count } structurele signalen staan
    } daarom niet in deze bundel.
withheld-none = Elk voorgelegd structureel signaal kreeg de instemming van alle lidorganisaties.
withheld-title = Redenen
withheld-reason = Reden
withheld-count = Structurele signalen
withheld-no-agreement = Niet elke organisatie stemde in
withheld-criteria = Voldoet niet aan alle vier criteria
withheld-not-cleared = Niemand anders dan de schrijver keek of iemand herkenbaar is
withheld-incomplete = De tekst is niet volledig in het Nederlands en het Frans

## Colofon

colophon-heading = Colofon
colophon-publication = Uitgave
colophon-publication-value = Signalenbundel, editie { $edition }, revisie { $revision }, { $date }
colophon-network = Netwerk
colophon-period = Periode
colophon-languages = Talen
colophon-languages-value = Deze bundel bestaat in het Nederlands, het Frans en het Engels. Bij twijfel gelden de Nederlandse en de Franse tekst, waarmee de organisaties instemden.
colophon-tables-hash = SHA-256 van tables.json
colophon-chain = Kop van de gebeurtenissenketen
colophon-program = Programma
colophon-check = Nakijken
colophon-check-value = Het bevel megafoon verify maakt deze uitgave opnieuw uit haar bevroren record en vergelijkt elke byte en elk cijfer.
colophon-data = Gegevens
colophon-data-value = De tabellen staan als CSV-bestand in deze pdf, en als tables.json en tables.xlsx ernaast.
colophon-accessibility = Toegankelijkheid
colophon-accessibility-value = Deze pdf volgt PDF/UA-1 en PDF/A-3a: hij is bruikbaar met een schermlezer en blijft leesbaar op lange termijn. Elke grafiek heeft een tekst die zegt wat ze toont.
colophon-licence = Licentie
colophon-licence-value = Teksten en cijfers: Creative Commons Naamsvermelding 4.0 Internationaal (CC BY 4.0).
colophon-fonts = Lettertypen
colophon-fonts-value = { $fonts }, onder SIL Open Font License 1.1.
value-no-cause = Geen oorzaak bepaald

## The brief of an authority

brief-kicker = Brief bij de signalenbundel
brief-title = { $authority }: wat u aanbelangt
brief-description = Brief aan { $authority } bij de signalenbundel, editie { $edition }, over { $period }
brief-heading = In één oogopslag
brief-intro = Deze structurele signalen raken aan wat u beslist of toepast. Elk beschrijft één probleem dat organisaties op het terrein zien en waarvan ze de tekst goedkeurden. De volledige tekst staat in de bundel, onder hetzelfde nummer.
brief-intro-none = Geen hoofdstuk van deze editie raakt aan wat u beslist of toepast. Wel kreeg u in de vorige editie structurele signalen voorgelegd; wat daarvan geworden is, staat hieronder.
brief-role = Uw rol
brief-role-decides = Beslist
brief-role-applies = Past toe
brief-role-both = Beslist en past toe
brief-why = Waarom u
brief-reason-decides = U beslist over de regel.
brief-reason-applies = U past de regel toe.
brief-reason-both = U beslist over de regel en past hem toe.
brief-place = Hoofdstuk { $number } van de bundel, spoorcode { $trace }.
brief-owner = { $owner } volgt dit signaal op.
brief-others = De andere structurele signalen uit de lijst vooraan staan alleen in de bundel, onder hun nummer.
brief-elsewhere = { $title } (hoofdstuk { $number } van de bundel)
brief-before = Wat u eerder antwoordde
brief-answering = Uw antwoord
brief-answering-text = Antwoord per structureel signaal, ook wanneer u het niet opneemt. Uw antwoord komt in de volgende bundel, naast wat het terrein dan ziet. Blijft het uit, dan staat ook dat er. Alleen het terrein sluit een structureel signaal af.
brief-figures = Cijfers tellen signalen, geen mensen of gezinnen.
brief-check = Elk cijfer staat in tables.json bij de editie; SHA-256: { $hash }

## De leespagina’s

reading-language = Nederlands
reading-parts = Delen van deze editie
reading-start = Overzicht
reading-figures = Cijfers
reading-about = Over deze editie
reading-downloads = Downloaden
reading-pdf = De hele bundel als pdf
reading-catalogue = Beschrijving voor datacatalogi (DCAT-AP)
reading-manifest = Lijst van alle bestanden met hun controlesom (JSON)
reading-briefs = Brief per overheid
reading-table = De tabel bij deze figuur
reading-tables-intro = Hier staat elk cijfer dat over deze editie gepubliceerd is. Onder ‘Downloaden’, op de bladzijde ‘Overzicht’, vindt u de tabellen als werkmap en als CSV.
reading-data-value = De tabellen staan als tables.csv, tables.xlsx en tables.json naast deze bladzijden.
reading-accessibility-value = Deze bladzijden werken zonder script, met het toetsenbord en met een schermlezer. Elke grafiek heeft een tekst die zegt wat ze toont, en haar tabel eronder.
reading-previous = Vorig hoofdstuk: { $title }
reading-next = Volgend hoofdstuk: { $title }
reading-cite-heading = Zo verwijst u hiernaar
reading-cite = { $network }, ‘{ $title }’. { $foot }. { $revision }.
reading-cite-chapter = { $network }, ‘{ $chapter }’, hoofdstuk { $number } van ‘{ $title }’. { $foot }. { $revision }.
reading-address = Vast adres van dit hoofdstuk
reading-answer = Antwoord op dit signaal

## De brief aan een organisatie

letter-kicker = Vertrouwelijk: alleen voor uw organisatie
letter-title = Wat er met uw signalen gebeurde
letter-description = Antwoord aan { $organisation } bij de signalenbundel, editie { $edition }, over { $period }
letter-heading = Signaal per signaal
letter-intro = Dank u voor wat u doorgaf. Hieronder staat van elk signaal van uw organisatie wat ervan geworden is. Wat nog onder geen hoofdstuk staat, blijft bewaard: een volgende editie kan het opnemen in een structureel signaal. Deze brief hoort niet bij wat gepubliceerd wordt: laat hem binnen uw organisatie, want wie hem naast de bundel legt, weet wat u aanbracht.
letter-column-reference = Kenmerk
letter-column-observed = Gezien in
letter-column-domain = Domein
letter-column-fate = Wat ervan geworden is
letter-chapter = Het telt mee en staat onder hoofdstuk { $chapter }: ‘{ $title }’.
letter-counted = Het telt mee in de cijfers, nog onder geen hoofdstuk.
letter-withheld = Het telt mee in de cijfers. Het structurele signaal waar het bij hoort, is niet gedrukt. Reden: { $reason }.
letter-declined = Niet opgenomen, omdat: { $reason }
letter-declined-wiped = Niet opgenomen. De reden is intussen gewist; vraag ze aan de coördinatie van het netwerk.
letter-referred = Doorverwezen naar wie beter kan helpen: { $reason }
letter-referred-wiped = Doorverwezen naar wie beter kan helpen.
letter-waiting = Het wacht nog op de coördinatie van het netwerk. Wordt het aanvaard, dan telt het mee in een volgende editie.
letter-closing-heading = Klopt er iets niet?
letter-closing = Zeg het aan de coördinatie van het netwerk, met het kenmerk erbij. Een vergissing in de cijfers wordt rechtgezet in een volgende editie. Teksten staan niet in deze brief: u vindt ze onder hun kenmerk bij Megafoon, zolang ze bewaard worden.
