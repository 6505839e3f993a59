# De werkbank van structurele signalen: maken, schrijven, instemmen, antwoorden.

## De werkbank

nav-structural = Werkbank
bench-title = Structurele signalen maken
bench-lead = Wat verschillende organisaties zien, samengebracht tot één probleem. Bij elk staat wat er nog moet gebeuren voor het gedrukt kan worden.
bench-make = Structureel signaal maken
bench-back = Terug naar de structurele signalen
bench-back-one = Terug naar het structurele signaal
bench-due = Volgende stappen die nu moeten
reminder-today = vandaag
reminder-late = moest tegen { $day }
bench-edition = Editie { $edition }, { $state }
bench-none = Kies enkele aanvaarde signalen die hetzelfde zeggen.
    .title = Nog geen structurele signalen
bench-merged-list = Samengevoegd met een ander
bench-title-missing = Titel ontbreekt in het { $language }
bench-signals-count = { $count ->
        [0] Nog geen signalen
        [one] Eén signaal
       *[other] { $count } signalen
    }
bench-owner-is = Trekker: { $owner }
bench-recognised = Herkend: { $often } vaak, { $sometimes } soms
bench-criteria-met = { $count } van de 4 criteria
bench-agreed = { $agreed } akkoord, { $refused } niet, { $silent } nog stil
bench-dots = { $count ->
        [one] Eén stip
       *[other] { $count } stippen van { $people } mensen: van { $least } tot { $most }
    }
bench-dots-one = { $count ->
        [one] Eén stip, van één mens
       *[other] { $count } stippen, alle van één mens
    }
bench-dots-none = Nog niemand gaf stippen.
bench-dots-apart = De meningen lopen uiteen: van { $least } tot { $most }.
bench-dots-near = De meningen liggen dicht bij elkaar.
bench-dots-same = Iedereen geeft er evenveel.
bench-ready = Klaar: niets houdt het nog tegen.
bench-left-out = Niet gedrukt in editie { $edition }. { $reason }.
bench-open-half = { $count ->
        [one] Eén aanbeveling staat maar in één taal
       *[other] { $count } aanbevelingen staan maar in één taal
    }
bench-edition-waits = { $count ->
        [one] De editie zelf wacht nog op één tekst elders
       *[other] De editie zelf wacht nog op { $count } teksten elders
    }
bench-waits = Wat het bevriezen van editie { $edition } nog tegenhoudt
bench-open-missing = De tekst ontbreekt in het { $language }
bench-open-unfinished = De tekst is nog niet af in het { $language }
bench-open-criteria = { $count ->
        [one] Eén criterium is nog niet vervuld
       *[other] { $count } criteria zijn nog niet vervuld
    }
bench-open-clearance = Een tweede persoon las de tekst nog niet na
bench-open-refused = { $count ->
        [one] Eén organisatie stemt niet in
       *[other] { $count } organisaties stemmen niet in
    }
bench-open-not-asked = De organisaties zijn nog niet om hun instemming gevraagd
bench-open-silent = { $count ->
        [one] Eén organisatie zweeg tot nu toe
       *[other] { $count } organisaties zwegen tot nu toe
    }

## Eén structureel signaal

bench-standing = Wat nog moet gebeuren
bench-sections = Onderdelen van deze bladzijde
bench-about = Waarover het gaat
bench-trace = Spoorcode
    .hint = Staat in de bundel bij elk hoofdstuk. Ze leidt naar de signalen erachter.
bench-trace-unknown = Deze code hoort bij geen structureel signaal. Kijk ze na op papier.
bench-trace-find = Opzoeken
bench-describe = Beschrijving wijzigen
bench-describe-title = Beschrijving
bench-merged-into = Dit is samengevoegd met:
bench-text = Tekst
bench-text-none = Ontbreekt
bench-text-none-optional = Er is nog geen Engelse tekst; ze is niet verplicht
bench-text-unfinished = Nog niet af
bench-write = Tekst schrijven
bench-signals = Signalen
bench-signals-none = Er hangen geen signalen aan.
bench-read-signal = Lezen
bench-ticked = Met de aangevinkte signalen
    .small = uithalen, afsplitsen of verplaatsen; de signalen zelf veranderen niet
bench-members-more = { $count ->
        [one] Nog 1 signaal tonen
       *[other] Nog { $count } signalen tonen
    }
bench-taken = Editie { $edition } is bevroren met deze signalen. Wie het gedrukte hoofdstuk natrekt, moet ze hier terugvinden: ze blijven dus staan en kunnen niet meer verplaatst, afgesplitst of samengevoegd worden.
bench-taken-some = Wat in een bevroren editie staat, heeft geen vakje meer: wie het gedrukte hoofdstuk natrekt, moet het hier terugvinden.
bench-reason = Waarom?
    .hint = Eén zin is genoeg. Hij blijft bij de geschiedenis staan; noem niemand.
bench-take-out = Uithalen
bench-move = Verplaatsen
bench-into = Naar welk structureel signaal?
bench-into-needed = Kies een ander structureel signaal.
bench-tick-needed = Vink eerst een of meer signalen aan.
bench-moved-on = Een van deze signalen hoort hier niet meer bij: iemand was u voor. Hieronder staat het zoals het nu is.
bench-attached-elsewhere = Een van deze signalen hangt intussen aan een ander structureel signaal. Er is niets toegevoegd.
bench-criteria = Criteria
bench-criteria-ask = Wat is vervuld?
bench-note = Nota van de werkgroep
    .hint = Waarom wel of niet. De nota wordt nooit gedrukt.
bench-criteria-do = Criteria bewaren
bench-clearance = Niemand te herkennen
bench-clearance-lead = Iemand die niet meeschreef, leest de tekst na voor hij gedrukt wordt. Verandert de tekst, dan begint dat opnieuw.
bench-written-by = Geschreven door { $names }.
bench-written-elsewhere = Geschreven buiten deze werkbank.
bench-own-text = U schreef mee aan deze tekst: iemand anders moet hem nalezen.
bench-text-changed = De tekst is intussen veranderd. Lees hem opnieuw voor u aanvinkt.
bench-clearance-ask = Wat hebt u nagekeken?
bench-clear-no-unique-event = Geen voorval dat maar één keer gebeurde
bench-clear-no-rare-combination = Geen nationaliteit of ziekte samen met plaats en gezinsgrootte
bench-clear-not-in-the-press = Niets dat in de pers stond
bench-clear-no-building = Geen gebouw dat te vinden is
bench-cleared-by = nagelezen door { $name }
bench-not-cleared = nog niet nagelezen
bench-clearance-do = Bewaren wat ik nakeek
bench-agreement = Instemming
bench-agreement-not-asked = De organisaties zijn nog niet om hun instemming gevraagd.
bench-agreement-until = Gevraagd tot { $day }.
bench-agreement-earlier = Sprak over een vorige versie
bench-agreement-silent = Nog stil
bench-recognition = ‘Wij zien dit ook’
bench-recognition-none = Nog geen organisatie antwoordde.
bench-priority = Voorrang
bench-dots-own = Uw stippen
    .hint = U hebt er tien voor de hele editie. Nul neemt ze terug.
bench-dots-do = Stippen geven
bench-dots-number = Schrijf een getal van 0 tot 10.
bench-dots-too-many = Zoveel stippen hebt u niet meer. Neem er elders terug, of geef er hier minder.
bench-answers = Antwoorden
bench-recommendations = Aanbevelingen
bench-answers-none = Antwoorden volgen na de publicatie van een editie.
bench-actions = Wat de trekker doet
bench-actions-none = Nog niets genoteerd.
bench-action = Wat is gedaan, en met wie?
    .hint = Noem diensten, geen gezinnen. De organisatie die trekt en het netwerk lezen dit.
bench-next = Volgende stap tegen
bench-next-on = Volgende stap tegen { $day }
bench-action-do = Noteren
owned-lead = Wat uw organisatie als trekker doet: met wie, en wat de volgende stap is. De coördinatoren van het netwerk lezen mee; gepubliceerd wordt het niet.
owned-by-network = Het netwerk
bench-day-wrong = Schrijf de dag als jaar, maand en dag, zoals 2026-03-31. Het jaar ligt tussen 2000 en 2099.
bench-history = Geschiedenis
bench-history-show = Alles tonen wat er gebeurde
bench-undone = ongedaan gemaakt
bench-undo-too-late = Dit kan niet meer ongedaan gemaakt worden: een van de signalen is intussen weer verplaatst.

## Wat net gebeurd is

bench-done-made = Gemaakt. Schrijf nu de tekst.
bench-done-made-alone = Gemaakt, maar zonder signalen: een ervan hing intussen aan een ander. Voeg ze hieronder toe.
bench-done-described = De beschrijving is bewaard.
bench-done-written = De tekst is bewaard.
bench-done-added = De signalen zijn toegevoegd.
bench-done-taken-out = De signalen zijn eruit gehaald.
bench-done-moved = De signalen zijn verplaatst.
bench-done-merged = Samengevoegd. Alle signalen staan nu hier.
bench-done-split = Afgesplitst. Dit is het nieuwe structurele signaal.
bench-done-undone = Ongedaan gemaakt. De signalen staan weer waar ze stonden.
bench-done-judged = De criteria zijn bewaard.
bench-done-cleared = Genoteerd wat u nakeek.
bench-done-dots = Uw stippen zijn genoteerd.
bench-done-noted = Genoteerd.
bench-done-asked = De organisaties zijn om hun instemming gevraagd.
bench-done-agreed = Het antwoord van uw organisatie is genoteerd.
bench-done-answered = Het antwoord is genoteerd.
bench-done-verdict = Het oordeel van het terrein is genoteerd.
bench-done-completed = De ontbrekende taal is aangevuld.

## Geschiedenis

bench-event-signals-in = { $count ->
        [one] Eén signaal toegevoegd
       *[other] { $count } signalen toegevoegd
    }
bench-event-signals-out = { $count ->
        [one] Eén signaal uitgehaald
       *[other] { $count } signalen uitgehaald
    }
bench-event-merged-here = { $count ->
        [one] Een ander hierin samengevoegd, met één signaal
       *[other] Een ander hierin samengevoegd, met { $count } signalen
    }
bench-event-merged-away = { $count ->
        [one] Samengevoegd met een ander, met één signaal
       *[other] Samengevoegd met een ander, met { $count } signalen
    }
bench-event-split-from = { $count ->
        [one] Afgesplitst van een ander, met één signaal
       *[other] Afgesplitst van een ander, met { $count } signalen
    }
bench-event-split-off = { $count ->
        [one] Eén signaal afgesplitst
       *[other] { $count } signalen afgesplitst
    }
bench-event-structural-signal-described = Beschreven
bench-event-structural-step-undone = Een stap ongedaan gemaakt
bench-event-chapter-written = Tekst geschreven
bench-event-criteria-judged = Criteria beoordeeld
bench-event-chapter-cleared = Nagelezen door een tweede persoon
bench-event-dots-given = Stippen gegeven
bench-event-action-noted = Stap van de trekker genoteerd
bench-event-agreement-given = Een organisatie antwoordde op de vraag om instemming
bench-event-answer-received = Antwoord van een overheid
bench-event-verdict-given = Oordeel van het terrein
bench-event-verdict-completed = Oordeel van het terrein aangevuld in de andere taal
bench-event-answer-completed = Antwoord van een overheid aangevuld in de andere taal
bench-event-recognition-given = Een organisatie zei of ze dit ook ziet
bench-event-recommendation-made = Aanbeveling opgenomen
bench-event-signals-linked = Signalen gekoppeld vanuit een bestand
bench-event-other = Gewijzigd

## Kiezen en beschrijven

bench-choose-title = Welke signalen zeggen hetzelfde?
bench-choose-lead = Aanvaarde signalen die nog aan geen structureel signaal hangen. Wat u aanvinkt, blijft aangevinkt als u anders zoekt.
bench-choose-legend = Signalen
bench-choose-count = { $count ->
        [0] Geen signaal past
        [one] Eén signaal past
       *[other] { $count } signalen passen; hoogstens { $shown } worden getoond
    }
bench-choose-none = Kies iets anders, of aanvaard eerst signalen.
    .title = Hier staat niets
bench-choose-go = Verder met de aangevinkte
bench-choose-again = Andere signalen kiezen
bench-choose-one = Kies
bench-new-title = Nieuw structureel signaal
bench-new-lead = Een werktitel in één taal is genoeg om te beginnen.
bench-no-edition = Er is geen editie open. Een structureel signaal hoort bij een open editie: vraag wie het netwerk beheert er een te openen.
bench-working-titles = Werktitel
bench-working-title = Werktitel
    .hint = Het probleem, niet de oplossing.
bench-title-needed = Schrijf een titel in minstens één taal.
bench-rights = Rechten
bench-authorities = Bevoegde overheden
    .hint = Voorgesteld: wie over de rechten beslist en wie ze toepast. U beslist.
bench-propose = Overheden bij deze rechten voorstellen
bench-owner = Trekker
    .hint = De organisatie die het opvolgt.
bench-predecessor = Gaat verder op
bench-no-predecessor = Niets: het is nieuw
bench-like-printed = Daarom staat dat hierboven al gekozen bij ‘Gaat verder op’; kies iets anders als het niet klopt.
bench-like-open = Dat is nog nergens gedrukt: voeg de signalen daar toe als ze hetzelfde zeggen, in plaats van een nieuw te maken.
bench-domain-needed = Kies een domein.
bench-cause-needed = Kies een oorzaak, of dat er geen recht in het spel is.
bench-never-eligible-wrong = ‘Nooit rechthebbend’ kan alleen bij uitsluiting.
bench-authority-needed = Kies minstens één overheid.
bench-owner-needed = Kies de organisatie die het opvolgt.
bench-save = Bewaren
bench-cancel = Annuleren

## Tekst

bench-text-title = Tekst schrijven
bench-text-lead = Nederlands en Frans zijn nodig om te drukken; Engels mag. Laat een lege regel tussen twee alinea’s. Verandert de tekst, dan wordt opnieuw om instemming gevraagd.
bench-part-title = Titel
    .hint = Het probleem, neutraal gezegd.
bench-part-summary = Samenvatting
    .hint = Hoogstens twee zinnen.
bench-part-see = Wat wij zien
    .hint = Wat er gebeurt, zonder dat iemand te herkennen is.
bench-part-exists = Wat al bestaat, en waarom het niet volstaat
    .hint = Wetten, diensten, afspraken.
bench-part-structural = Waarom het structureel is
    .hint = Waarom het terugkomt en verder gaat dan één gezin.
bench-meanwhile = Iemand anders bewaarde de tekst terwijl u schreef.
bench-meanwhile-text = Wat u schreef, staat nog in de vakken. Waar het verschilt, staat de tekst van de ander eronder. Neem over wat goed is, en bewaar dan.
bench-theirs = Intussen bewaard door iemand anders:
bench-theirs-empty = (leeg)
bench-save-mine = Bewaren wat in de vakken staat

## Samenvoegen en afsplitsen

bench-add = Signalen toevoegen
bench-add-title = Signalen toevoegen
bench-add-lead = Aanvaarde signalen die nog aan geen structureel signaal hangen.
bench-add-do = Toevoegen
bench-split = Afsplitsen
bench-split-title = Afsplitsen
bench-split-lead = Deze signalen worden een nieuw structureel signaal met dezelfde beschrijving. De andere blijven waar ze zijn.
bench-split-do = Afsplitsen
bench-merge = Samenvoegen met een ander
bench-merge-title = Samenvoegen
bench-merge-lead = De signalen gaan naar het andere. U ziet eerst wat er gebeurt.
bench-merge-moves = { $count ->
        [0] Er zijn geen signalen om mee te nemen.
        [one] Eén signaal gaat mee.
       *[other] { $count } signalen gaan mee.
    }
bench-merge-stays = De tekst blijft te lezen, maar wordt niet meer gedrukt.
bench-merge-agreement = Wie er al mee instemde, stemde in met deze tekst, niet met de andere.
bench-merge-do = Samenvoegen
bench-preview = Wat er gebeurt
bench-preview-show = Tonen wat er gebeurt
bench-change = Iets anders kiezen
bench-done-agreed-some = Genoteerd, behalve waar de tekst intussen veranderde: die staat hieronder opnieuw.
bench-event-agreement-asked = De organisaties om instemming gevraagd

## Instemming

nav-agreement = Instemming
nav-agreement-waiting = Instemming ({ $count })
agreement-title = Instemming
agreement-lead = Niets wordt gedrukt zonder dat elke organisatie erover gevraagd is. U spreekt voor uw organisatie, over deze versie in het Nederlands en het Frans.
agreement-until = Gevraagd tot { $day }. Alleen wie ja zegt, stemt in.
agreement-until-silence = Gevraagd tot { $day }. Wie dan niets gezegd heeft, stemt in: zo sprak het netwerk het af.
agreement-not-yet = Zodra de teksten klaar zijn, staan ze hier met de dag tot wanneer u kunt antwoorden.
    .title = U wordt nog niets gevraagd
agreement-before = Editie { $edition }, { $state }: wat uw organisatie zei
agreement-before-lead = Daaraan verandert niets meer.
agreement-before-silent = Geen antwoord
agreement-none = U antwoordde op alles. Verandert een tekst, dan komt hij hier terug.
    .title = Niets wacht op u
agreement-waiting = Wacht op uw organisatie
agreement-waiting-lead = Vink ‘Nog niet’ aan bij wat u nu nog niet goedkeurt, en stem dan in met al de rest. Aanbevelingen ondertekent u apart: alleen wat u aanvinkt.
agreement-except = Nog niet
agreement-own-words = Met een opmerking, of weigeren
agreement-all = Instemmen met al het andere
agreement-nothing = U vinkte alles aan: er blijft niets over om mee in te stemmen.
agreement-preview = Klopt dit?
agreement-will = Uw organisatie stemt in met
agreement-will-not = Nog niet beantwoord
agreement-both = Beide talen worden gedrukt: lees ze allebei voor u antwoordt.
agreement-signs-not = Niet mee ondertekend:
agreement-unsigned = { $count ->
    [one] Eén aanbeveling ondertekent u niet mee
   *[other] { $count } aanbevelingen ondertekent u niet mee
}
agreement-do = Ja, instemmen
agreement-back = Terug naar de lijst
agreement-answered = Wat uw organisatie zei
agreement-addressee = Ook aan uw organisatie gericht
agreement-changed = De tekst is veranderd: uw organisatie wordt opnieuw gevraagd.
agreement-earlier = Over de vorige versie zei zij: { $said }.
agreement-now = Uw organisatie zei:
agreement-meanwhile = De tekst is veranderd terwijl u las. Hieronder staat hij zoals hij nu is; wat u schreef, staat er nog.
agreement-ask = Stemt uw organisatie in met deze tekst?
agreement-stance-needed = Kies of uw organisatie instemt.
agreement-remark = Opmerking of reden
    .hint = Nodig bij een opmerking en bij een weigering. Alleen het netwerk leest dit; het wordt nooit gedrukt.
agreement-send = Antwoord geven
board-title = Wie stemt in?
board-deadline = Instemming vragen tot en met
    .hint = Vanaf nu lezen de organisaties de teksten van deze editie. U kunt de dag later nog verzetten.
board-deadline-wrong = Kies een dag na vandaag, geschreven zoals 2026-03-31. Het jaar ligt tussen 2000 en 2099.
board-ask = Vragen
board-members = Per organisatie
board-agreed = Stemt in
board-refused = Stemt niet in
board-silent = Nog stil
board-addressee = { $count ->
        [one] Eén ook aan haar gericht
       *[other] { $count } ook aan haar gericht
    }
board-link = Link om te antwoorden
board-link-made = Gemaakt op { $day } door { $name }
board-link-answered = Gebruikt op { $day }
board-link-do = Link maken
board-link-mail = Link mailen
board-link-revoke = Link intrekken
board-link-mailed = { $count ->
        [one] Gemaild naar één signaalcoördinator.
       *[other] Gemaild naar { $count } signaalcoördinatoren.
    }
board-link-nobody = Deze organisatie heeft geen signaalcoördinator met een account: bezorg de link zelf.
board-links = Antwoorden zonder account
    .lead = Met een link leest een organisatie de teksten en antwoordt ze één keer, zonder zich aan te melden. Een nieuwe link maakt de vorige ongeldig.
board-links-do = Links maken voor wie nog zwijgt
board-links-mail = Links mailen naar wie nog zwijgt
board-links-title = De links zijn klaar
board-links-once = U ziet deze links alleen nu. Bezorg elke link aan de organisatie waarvoor hij dient: wie hem heeft, antwoordt voor haar.
board-links-made = Eén link per organisatie
board-link-copy = Kopiëren
board-link-copied = (gekopieerd)
board-link-again = Link opnieuw maken
    .hint = Een nieuwe link maakt deze onbruikbaar.
board-links-none = Er zijn geen links gemaakt
    .lead = Wie nog zwijgt, heeft al een link.
board-links-nobody = Elke organisatie heeft geantwoord. Er is geen link meer nodig.
board-links-no-texts = Deze editie heeft nog geen teksten om over te antwoorden.
board-links-kept = Wie al een link heeft
    .lead = Deze links blijven werken. Megafoon bewaart ze niet en kan ze niet nog eens tonen.
board-links-again = Deze links opnieuw maken
    .lead = Zijn ze zoekgeraakt, maak ze dan opnieuw. De oude links werken vanaf dan niet meer: bezorg elke organisatie haar nieuwe.
board-links-again-mail = Opnieuw maken en mailen
board-back = Terug naar ‘Wie stemt in?’
bench-done-link-revoked = De link is ingetrokken.

## Instemmen via een link

by-link-title = Stemt uw organisatie in?
by-link-lead = U antwoordt voor { $organisation }. Niets wordt gedrukt zonder dat elke organisatie erover gevraagd is.
by-link-once = U kunt deze bladzijde zo vaak openen als u wilt en ze binnen uw organisatie doorgeven. Antwoorden kan één keer: lees dus eerst alles.
by-link-answered = Uw organisatie antwoordde op { $day } met deze link. Dank u wel.
by-link-meanwhile = Er is nog niets verzonden: een tekst veranderde, of iemand van uw organisatie antwoordde terwijl u las. Wat u bij de andere antwoordde, staat er nog.
by-link-changed = Deze tekst is nieuw, of veranderd terwijl u las. Lees hem en antwoord opnieuw.
by-link-colleague = Iemand van uw organisatie antwoordde terwijl u las: dat antwoord staat erbij. Kies opnieuw.
by-link-wrong = Tekst { $number }: { $what }
by-link-all = Met alle teksten waarbij wij niets anders antwoordden, stemmen wij in
by-link-send = Antwoorden verzenden
    .title = Klaar?
    .hint = Daarna toont deze link niets meer. Wilt u later iets wijzigen, vraag het netwerk dan om een nieuwe.
by-link-look = Antwoorden nakijken
by-link-check = Klopt dit?
by-link-check-lead = Dit antwoordt u voor { $organisation }. Er is nog niets verzonden.
by-link-check-once = Verzenden kan één keer.
by-link-change = Nog iets veranderen
by-link-sign = Welke aanbevelingen ondertekent u mee?
by-link-signs = Mee ondertekend:
by-link-signs-no-longer = Niet meer ondertekend:

## Het pakket als pdf

pack-download = De teksten als pdf
pack-title = Teksten ter instemming
pack-mark = Ontwerp, niet voor publicatie
pack-description = Teksten van editie { $edition } van { $network }, waarover de organisaties gevraagd worden
pack-foot = { $network } · editie { $edition }
pack-asked = Wat wij vragen
pack-ask = Elke organisatie van het netwerk wordt over elke tekst gevraagd of hij gedrukt mag worden. Uw organisatie stemt in, stemt in met een opmerking, of weigert met een reden.
pack-version-counts = Uw antwoord geldt voor de versie die hier staat. Verandert een tekst, dan wordt uw organisatie opnieuw gevraagd.
pack-sign = Onder een tekst staan aanbevelingen. Die ondertekent uw organisatie apart; wat niemand ondertekent, wordt niet gedrukt.
pack-recommendation = { $kind }: { $asks }
pack-how = Antwoorden doet u met de link die uw organisatie kreeg, of op Megafoon onder ‘Instemming’.
pack-draft = Dit is een ontwerp om samen te lezen, niet om te verspreiden. Aantallen signalen staan er niet in.
pack-texts = De teksten
pack-text = Tekst { $number }
pack-version = Versie { $version } · code { $trace }

## Naast elkaar

compare-title = Naast elkaar leggen
compare-lead = Kies er twee tot vier.
compare-choose = Welke legt u naast elkaar?
compare-do = Naast elkaar leggen
compare-shared = { $count ->
        [0] Geen woord komt in meer dan één tekst voor.
        [one] Eén woord komt in meer dan één tekst voor. Het is gemarkeerd.
       *[other] { $count } woorden komen in meer dan één tekst voor. Ze zijn gemarkeerd.
    }

## Antwoord en oordeel

answer-title = Antwoord van een overheid
answer-give = Antwoorden
answer-register = Antwoord noteren uit een brief
answer-back = Terug naar de structurele signalen
answer-lead = Noteer wat de overheid schreef, in haar woorden.
answer-lead-own = U antwoordt voor: { $authority }. Een later antwoord vervangt dit.
answer-authority = Welke overheid?
answer-authority-needed = Kies de overheid die antwoordt.
answer-state = Wat houdt het antwoord in?
answer-state-needed = Kies wat het antwoord inhoudt.
answer-day = Dag van het antwoord
answer-day-wrong = Kies een dag die voorbij is of vandaag, geschreven zoals 2026-03-31. Het jaar ligt tussen 2000 en 2099.
answer-text = Het antwoord
    .hint = Eén taal volstaat om te bewaren. De volgende editie kan pas bevroren worden als het er in het Nederlands en in het Frans staat; de andere taal kan later nog. Wie het structurele signaal leest, leest dit ook.
answer-text-needed = Schrijf het antwoord, in het Nederlands of in het Frans.
answer-do = Antwoord bewaren
verdict-title = Oordeel van het terrein
verdict-give = Zeggen wat het terrein ziet
verdict-lead = Dit is het oordeel van { $owner }, die het opvolgt. Alleen het terrein sluit een structureel signaal af.
verdict-ask = Wat ziet u sinds de publicatie?
verdict-needed = Kies wat u ziet.
verdict-reason = Waaraan ziet u dat?
    .hint = Eén taal volstaat om te bewaren. De volgende editie kan pas bevroren worden als het er in het Nederlands en in het Frans staat; de andere taal kan later nog. Noem niemand.
verdict-reason-needed = Zeg waaraan u dat ziet, in het Nederlands of in het Frans.
verdict-do = Oordeel bewaren

## Teksten waarop een editie wacht

missing-text = { $place }: ontbreekt in het { $language }
missing-chapter = Tekst ‘{ $title }’
missing-recommendation = Aanbeveling { $number } van ‘{ $title }’
missing-answer = Antwoord op ‘{ $title }’ ({ $authority })
missing-answer-to = Antwoord op aanbeveling { $number } van ‘{ $title }’ ({ $authority })
missing-verdict = Oordeel van het terrein over ‘{ $title }’
missing-right = Naam van het recht ‘{ $name }’
missing-legal-basis = Wettelijke basis van het recht ‘{ $name }’
missing-domain = Naam van het domein ‘{ $name }’
missing-organisation = Naam van de organisatie ‘{ $name }’
missing-network = Naam van het netwerk
missing-here = Ontbreekt in het { $language }
missing-add = In het { $language } aanvullen
complete-lead-answer = Dit antwoord ({ $authority }) wordt pas gedrukt als het ook in het { $language } bestaat. Wat er staat, blijft staan.
complete-lead-verdict = Dit oordeel wordt pas gedrukt als het ook in het { $language } bestaat. Wat er staat, blijft staan.
complete-stands = Wat er staat
complete-needed = Schrijf het in het { $language }.
complete-do = Bewaren
complete-answer = Het antwoord
    .hint = Hetzelfde als hierboven, in deze taal.
complete-verdict = Waaraan ziet u dat?
    .hint = Hetzelfde als hierboven, in deze taal. Noem niemand.

## Forum

forums-title = Forums
forums-lead = Waar structurele signalen met overheden besproken werden, en wat er beslist is.
forums-back = Terug naar de forums
forums-none = Noteer er een zodra de dag vastligt; wat beslist wordt, kan later.
    .title = Nog geen forum
forum-new = Forum noteren
forum-change = Forum wijzigen
forum-title = Forum van { $day }
forum-about = Waar en met wie
forum-day = Dag
forum-place = Plaats
    .hint = De zaal of het gebouw.
forum-authorities = Uitgenodigde overheden
forum-topics = Besproken structurele signalen
    .hint = Vink aan wat besproken is. Met de knop eronder komt bij elk een vak voor wat erover beslist is.
forum-topics-none = Er is nog niets aangevinkt.
forum-open-decisions = Vakken tonen voor wat beslist is
forum-decision = Wat is hierover beslist?
    .hint = Noem diensten en functies, geen gezinnen.
forum-undecided = Hierover is niets beslist.
forum-decisions = Andere besluiten
    .hint = Wat niet bij één structureel signaal hoort.
forum-discussed = Besproken op een forum
forum-discussed-count = { $count ->
        [0] Nog niets besproken
        [one] Eén structureel signaal besproken
       *[other] { $count } structurele signalen besproken
    }
forum-meanwhile = Iemand anders wijzigde dit forum terwijl u schreef. Wat u schreef, staat er nog; bewaart u het, dan vervangt het wat er nu staat.
    .read = Lezen wat er nu staat
forum-done-held = Het forum is genoteerd.
forum-done-changed = Het forum is gewijzigd.
