# What became of a signal: my signals, one signal, the organisation’s and the network’s queues, structural signals; and
# what screening found in a text.

## Vakken voor vrije tekst

free-text-counter = Hoogstens { $limit } tekens
free-text-optional = mag leeg blijven
free-text-missing = Schrijf eerst iets in dit vak.
free-text-long = Dit is te lang. Kort de tekst in tot hoogstens { $limit } tekens.
free-text-control = Hier staat een teken dat wij niet kunnen bewaren. Tik de tekst opnieuw in.
free-text-uncovered = Hier staat een teken dat niet gedrukt kan worden. Schrijf het anders.
free-text-blocked = Hier staat iets waaraan iemand te herkennen is. De tekst is niet bewaard: schrijf hem anders.
free-text-marked = Misschien wijst iets hierin één mens aan. Lees het na: haal het weg, of bevestig hieronder dat het niemand aanwijst.
free-text-asks-who = Dit lijkt te vragen wie het gezin is. Dat hoeft het netwerk nooit te weten: vraag naar het probleem, of bevestig hieronder dat u naar niemand vraagt.
free-text-sure-who = Ik heb dit nagelezen: ik vraag naar niemand.
free-text-sure = Ik heb dit nagelezen: hier is niemand aan te herkennen.

## Wat het nalezen vond

finding-do-blocked = Haal dit weg of schrijf het anders. Zolang het er staat, bewaren wij de tekst niet.
finding-do-marked = Wijst dit één mens aan, haal het dan weg. Is het een dienst of een plaats, dan mag het blijven.
finding-nrn = Dit lijkt op een rijksregisternummer.
finding-bis = Dit lijkt op een BIS-nummer.
finding-eid = Dit lijkt op het nummer van een identiteitskaart.
finding-iban = Dit lijkt op een rekeningnummer.
finding-email = Dit lijkt op een e-mailadres.
finding-phone = Dit lijkt op een telefoonnummer.
finding-card = Dit lijkt op het nummer van een bankkaart.
finding-ov = Dit lijkt op een nummer van de Dienst Vreemdelingenzaken.
finding-cg = Dit lijkt op een nummer van een asielprocedure.
finding-plate = Dit lijkt op een nummerplaat.
finding-profile = Dit lijkt op een profiel op sociale media.
finding-dob = Dit lijkt op een geboortedatum.
finding-addr = Dit lijkt op een adres.
finding-coordinates = Dit lijkt op een punt op de kaart.
finding-name = Staat hier een naam?
finding-initials = Zijn dit de beginletters van een naam?
finding-age-place-family = Leeftijd, plaats en gezin samen kunnen één gezin aanwijzen.
finding-room = Dit lijkt op een kamernummer.
finding-rare = Deze combinatie past misschien maar op één gezin.
suggestion-nrn = Schrijf liever ‘een moeder met drie kinderen’.
suggestion-bis = Schrijf liever ‘iemand zonder rijksregisternummer’.
suggestion-eid = Schrijf liever ‘een vader met een geldige identiteitskaart’.
suggestion-iban = Schrijf liever ‘de rekening van het gezin’.
suggestion-email = Schrijf liever ‘de dienst antwoordt niet op mails’.
suggestion-phone = Schrijf liever ‘aan de telefoon neemt niemand op’.
suggestion-card = Schrijf liever ‘de bankkaart van het gezin’.
suggestion-ov = Schrijf liever ‘een gezin in een verblijfsprocedure’.
suggestion-cg = Schrijf liever ‘een gezin in een asielprocedure’.
suggestion-plate = Schrijf liever ‘de auto van het gezin’.
suggestion-profile = Schrijf liever ‘op sociale media’.
suggestion-dob = Schrijf liever ‘een kind van zes’ of ‘een oudere vrouw’.
suggestion-addr = Schrijf liever ‘een woning in Kuregem’ en kies de gemeente in de lijst.
suggestion-coordinates = Kies de gemeente in de lijst.
suggestion-name = Schrijf liever ‘een gezin met drie kinderen’ dan hoe het heet.
suggestion-initials = Schrijf liever ‘een moeder’ of ‘een alleenstaande man’.
suggestion-age-place-family = Laat één van de drie weg, of schrijf ‘jonge kinderen’.
suggestion-room = Schrijf liever ‘in de opvang’.
suggestion-rare = Schrijf algemener: ‘een groot gezin’, ‘een chronische ziekte’.

## Wat net gebeurd is

done-released = Vrijgegeven. Het signaal is nu bij de netwerkcoördinator.
done-solved = Genoteerd als intern opgelost.
done-asked = Uw vraag is gesteld. Ze staat bij het signaal.
done-replied = Uw antwoord is verstuurd.
done-accepted = Aanvaard. Het signaal telt mee.
done-declined = Niet opgenomen. De aanbrenger leest uw reden.
done-withdrawn = Het signaal is ingetrokken.
done-draft-deleted = Het klad is weggegooid.
done-recognised = Genoteerd. Dit is het antwoord van uw organisatie.
done-proposed = Genoteerd als voorstel. Uw signaalcoördinator bevestigt het.
done-undone = Ongedaan gemaakt. Het signaal staat weer waar het stond.
done-undo = Ongedaan maken
done-next = Hieronder staat het volgende.
done-last = Er wacht niets meer.

## Bladzijden

paging-label = Bladzijden
paging-previous = Vorige
paging-next = Volgende
paging-here = Bladzijde { $page } van { $pages }

## Mijn signalen

signals-title = Mijn signalen
signals-lead = Wat u doorgaf, en wat ervan geworden is.
signals-new = Nieuw signaal
signals-waiting = { $count ->
        [one] Er is één vraag voor u
       *[other] Er zijn { $count } vragen voor u
    }
signals-own = Doorgegeven
signals-none = Ziet u iets dat vaker terugkomt en dat u alleen niet opgelost krijgt? Drie minuten volstaan.
    .title = Hier is het nog stil
drafts-title = Klad
drafts-lead = Wat u bewaarde om later af te werken. Alleen u kunt het lezen.
draft-tag = Klad
draft-name = Klad van { $day }
draft-kept = { $count ->
        [0] Wordt vandaag gewist
        [one] Nog één dag bewaard
       *[other] Nog { $count } dagen bewaard
    }
draft-open = Verder schrijven
draft-delete = Weggooien
signal-filed-on = Doorgegeven op { $day }
signal-question-waits = Eén vraag voor u
signal-question-open = Vraag open
signal-answered = Antwoord van de overheid
    .on = Antwoord van de overheid, { $day }
signal-words-gone = (de tekst is volgens plan gewist)
signal-now-pre-signal = De signaalcoördinator van uw organisatie leest het.
signal-now-solved-internally = Uw organisatie loste het zelf op.
signal-now-released = Een netwerkcoördinator leest het. Binnen tien werkdagen hoort u iets van iemand van het netwerk.
signal-now-accepted = Het telt mee en ligt naast wat anderen zien.
signal-now-declined = Het gaat niet verder. U leest waarom.
signal-now-referred-elsewhere = Iemand anders kan hier beter mee verder. U leest naar wie het doorverwezen is.
signal-now-withdrawn = Het is ingetrokken en telt niet mee.
signal-now-edition = Het is opgenomen in editie { $edition }.

## Eén signaal

signal-back = Terug naar de lijst
signal-became = Wat ervan geworden is
path-done = gebeurd
path-now = nu
path-later = later
path-filed = Doorgegeven
    .text = Op { $day }.
path-weighing = De organisatie weegt het
    .text = De signaalcoördinator kijkt of het vaker voorkomt, of het verder gaat dan één situatie en of het intern op te lossen is.
path-solved = Intern opgelost
    .text = Het gaat niet naar het netwerk. Schreef iemand erbij hoe het opgelost is, dan leest u dat hieronder.
path-released = Vrijgegeven door de organisatie
path-direct = Rechtstreeks naar het netwerk
    .text = De coördinatoren van de eigen organisatie zien dit signaal niet.
path-reading = Een netwerkcoördinator leest het
    .text = Binnen tien werkdagen volgt een antwoord van iemand van het netwerk.
path-declined = Niet opgenomen
    .text = De reden leest u hieronder.
path-referred = Doorverwezen
    .text = Iemand anders kan hier beter mee verder. Naar wie leest u hieronder.
path-withdrawn = Ingetrokken
    .text = Het signaal telt niet mee. De tekst wordt na drie maanden gewist.
path-accepted = Aanvaard door het netwerk
path-gathering = Samen met wat anderen zien
    .text = Zien meer organisaties hetzelfde, dan wordt het een structureel signaal.
path-structural = Opgenomen in een structureel signaal
path-edition = In de Signalenbundel
    .text = Elke organisatie wordt om haar instemming gevraagd. Niets wordt gedrukt zonder.
path-answer = De overheid antwoordt
    .text = Haar antwoord leest u hier, naast wat het terrein ziet.
path-answered = De overheid heeft geantwoord
    .text = Haar antwoord leest u hieronder, naast wat het terrein ziet.
became-open = Editie { $edition }, nog niet gepubliceerd
became-published = Editie { $edition }
became-chapter = Editie { $edition }, hoofdstuk { $chapter }
signal-reason-declined = Waarom het niet opgenomen is
signal-reason-referred = Naar wie het doorverwezen is
signal-reason-solved = Hoe het intern opgelost is
signal-words = De tekst zoals doorgegeven
signal-marks = { $count ->
        [one] Eén plaats is gemarkeerd. Kijk na of daar iemand aan te herkennen is.
       *[other] { $count } plaatsen zijn gemarkeerd. Kijk na of daar iemand aan te herkennen is.
    }
signal-facts = Kenmerken
signal-facts-decided = Wat de coördinator anders besliste, staat erbij. Uw eigen keuze blijft bewaard.
signal-decided = Beslist: { $value }
signal-receipt = Ontvangstcode
sides-authority = Wat de overheid zegt
sides-field = Wat het terrein ziet
sides-no-answer = Nog geen antwoord.
sides-no-verdict = Nog geen oordeel van het terrein. Alleen het terrein sluit een structureel signaal af.
sides-by = { $who }, { $day }
thread-title = Vraag en antwoord
thread-empty = Er is nog niets gevraagd.
thread-coordinator = Coördinator
thread-filer = Aanbrenger of organisatie
thread-own-coordinator = Coördinator (uw kant)
thread-own-filer = U of uw organisatie
thread-wiped = (deze tekst is volgens plan gewist)
thread-question = Uw vraag
    .hint = Vraag naar het probleem. Vraag nooit wie het gezin is: dat hoeft niemand te weten.
    .send = Vraag stellen
thread-reply = Uw antwoord
    .hint = Over het probleem. Wie het gezin is, hoeft niemand te weten, en niemand mag het u vragen.
    .send = Antwoorden
weigh-title = Wat doet u hiermee?
weigh-recurring = Komt het vaker voor?
weigh-beyond = Gaat het verder dan één situatie?
weigh-ourselves = Kunnen wij het zelf oplossen?
weigh-release = Vrijgeven
    .text = Het signaal gaat naar de netwerkcoördinator.
weigh-solved = Intern opgelost
    .small = het gaat niet verder, en de aanbrenger leest hoe
weigh-note = Hoe is het opgelost?
    .hint = De aanbrenger leest dit. Noem diensten, geen personen.
weigh-solved-send = Als opgelost noteren
weigh-ask = Eerst iets vragen
judge-title = Neemt het netwerk dit op?
judge-accept = Aanvaarden
    .text = Het signaal telt mee en wordt naast de andere gelegd.
judge-decline = Niet opnemen
    .small = de aanbrenger leest waarom
judge-reason = Waarom niet?
    .hint = Eén zin is genoeg: ‘niet opgenomen, omdat …’. Ze is bedoeld voor wie het signaal doorgaf.
judge-decline-send = Niet opnemen
withdraw-open = Dit signaal intrekken
    .text = Terugtrekken kan tot de editie afgesloten is.
withdraw-title = Dit signaal intrekken?
withdraw-text = Het telt dan niet meer mee. Drie maanden later wordt de tekst gewist. Alleen dat er een signaal ingetrokken is, blijft genoteerd.
withdraw-yes = Ja, intrekken
withdraw-no = Neen, terug

## Onze organisatie

organisation-title = Signalen van onze organisatie
organisation-lead = Signaleren is een taak van de organisatie. Wat u vrijgeeft, gaat naar het netwerk. De oudste staan eerst; waar een vraag openstaat, wacht achteraan.
organisation-sections = Onderdelen
organisation-weigh = Te wegen ({ $count })
organisation-released = Vrijgegeven
organisation-solved = Intern opgelost
organisation-signals = Signalen
organisation-all = Alle
organisation-age = { $count ->
        [0] Vandaag binnengekomen
        [one] Wacht één dag
       *[other] Wacht { $count } dagen
    }
organisation-filer = Van { $name }
organisation-card = Met de signaalkaart van { $organisation }
organisation-marks = { $count ->
        [one] Eén gemarkeerde plaats
       *[other] { $count } gemarkeerde plaatsen
    }
organisation-none-weigh = Nieuwe signalen van uw medewerkers komen hier binnen.
    .title = Er wacht niets op u
organisation-none-to-weigh = Geen signalen te wegen
organisation-texts = { $count ->
    [one] Eén tekst wacht op de instemming van uw organisatie
   *[other] { $count } teksten wachten op de instemming van uw organisatie
}
organisation-none = In dit onderdeel staat nog geen signaal.
    .title = Nog niets
suggested-link = Voorstellen
proposals-title = ‘Wij zien dit ook’: te bevestigen
proposals-lead = Uw collega’s herkennen deze problemen. Wat u bevestigt, is het antwoord van uw organisatie.
proposal-by = { $name } stelt voor: { $answer }
proposal-answer = Antwoord van de organisatie
proposal-confirm = Bevestigen

## Netwerk

network-title = Vrijgegeven signalen
network-lead = De oudste eerst; waar een vraag openstaat, wacht achteraan. Elke aanbrenger hoort binnen tien werkdagen iets van iemand van het netwerk.
network-count = { $count ->
        [0] Geen signalen
        [one] Eén signaal
       *[other] { $count } signalen
    }
network-all = Alle
network-show = Tonen
network-overdue = Meer dan tien werkdagen zonder antwoord
network-direct = Rechtstreeks van een medewerker
network-none = Wat organisaties vrijgeven, komt hier binnen.
    .title = Er wacht niets
network-none-filtered = Kies iets anders, of toon alles.
    .title = Geen signaal past hierbij

## Structurele signalen

problems-title = Structurele signalen
problems-lead = Problemen die verschillende organisaties zien: gepubliceerd, of klaar om voor te leggen.
problems-lead-reader = Problemen die verschillende organisaties zien, zoals de Signalenbundel ze bracht.
problems-sections = Welke problemen
problems-all = Alle
problems-unanswered = Nog niet beantwoord
problems-none = Zodra een editie hoofdstukken heeft, staan ze hier.
    .title = Nog geen structurele signalen
structural-open = Wordt voorgelegd voor editie { $edition }
structural-published = Gepubliceerd in editie { $edition }
structural-text = Wat wij zien
structural-ask = Ziet uw organisatie dit ook?
structural-ours = Antwoord van uw organisatie: { $answer }
structural-change = U kunt het veranderen.
structural-proposed = U stelde voor: { $answer }. Uw signaalcoördinator bevestigt het.

# Signalen die hetzelfde zeggen

similar-title = Signalen die hierop lijken
similar-lead = Het programma stelt alleen voor. Of ze hetzelfde zeggen, beslist u.
similar-shared = Samen: { $what }
similar-and = { $before }; { $part }
similar-same-right = hetzelfde recht
similar-same-cause = dezelfde oorzaak
similar-same-theme = Ze gaan over verwante onderwerpen.
similar-choose = Hoort erbij
similar-make = Maak een structureel signaal
similar-none = Er is niets dat hier duidelijk op lijkt.
    .title = Geen gelijkaardige signalen
similar-not-yet = Na een herstart leest het programma eerst alle signalen. Kom over een minuut terug.
    .title = De vergelijking wordt nog klaargemaakt
suggested-title = Voorstellen voor structurele signalen
suggested-lead = Aanvaarde signalen die nog nergens bij horen en die op elkaar lijken, ook over de talen heen. Waarover nog geen structureel signaal bestaat, staat eerst; daarvan bovenaan wat de meeste organisaties zien. U beslist wat samen hoort.
suggested-group = { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
} van { $organisations ->
    [one] 1 organisatie
   *[other] { $organisations } organisaties
}
suggested-more = { $count ->
    [one] en nog 1 signaal
   *[other] en nog { $count } signalen
}
suggested-waiting = { $count ->
    [one] Nog 1 signaal in de wachtrij zegt dit ook.
   *[other] Nog { $count } signalen in de wachtrij zeggen dit ook.
}
suggested-known = Lijkt op wat al in een structureel signaal staat:
suggested-make = Bekijk en maak een structureel signaal
suggested-none = Zodra er drie of meer aanvaarde signalen op elkaar lijken, staan ze hier.
    .title = Geen voorstellen
suggested-none-why = { $count ->
    [0] Geen enkel aanvaard signaal staat nog los: alles hoort al bij een structureel signaal, of een bevroren editie nam het op.
    [one] Eén aanvaard signaal hoort nog nergens bij.
   *[other] { $count } aanvaarde signalen horen nog nergens bij, maar er zijn er geen drie die op elkaar lijken.
}
