# De woorden waarmee signalen elkaar vinden: zoeken, aanvullen, uitzetten, uitproberen.

lexicon-title = Woorden en begrippen
lexicon-lead = Een begrip is één ding met alle woorden ervoor, in drie talen: zo vinden een Nederlands en een Frans signaal elkaar. Ontbreekt er een woord dat uw netwerk gebruikt? Voeg het toe, en voortaan telt het mee.
lexicon-back = Terug naar de woorden en begrippen
lexicon-search = Een woord zoeken
    .hint = In het Nederlands, Frans of Engels; een deel van het woord volstaat.
    .button = Zoeken
lexicon-found = { $count ->
        [0] Niets gevonden
        [one] Eén begrip gevonden
       *[other] { $count } begrippen gevonden
    }
lexicon-not-found = Probeer een ander woord, of voeg het begrip zelf toe.
    .title = Dit woord kent het programma nog niet
lexicon-changed = Door dit netwerk aangepast
lexicon-changed-none = Nog niets. Alle woorden zijn die van het programma zelf.
lexicon-is-changed = aangepast
lexicon-own = van dit netwerk
lexicon-groups = Alle begrippen, per groep
lexicon-group-network = Begrippen van dit netwerk
lexicon-group-actor = Diensten en instellingen
lexicon-group-right = Rechten
lexicon-group-document = Papieren en brieven
lexicon-group-place = Plaatsen
lexicon-group-procedure = Stappen en procedures
lexicon-group-obstacle = Wat er misloopt
lexicon-group-digital = Digitaal
lexicon-group-money = Geld
lexicon-group-housing = Wonen
lexicon-group-energy = Energie en water
lexicon-group-health = Gezondheid
lexicon-group-education = School
lexicon-group-childcare = Kinderopvang
lexicon-group-family = Gezin
lexicon-group-violence = Geweld
lexicon-group-work = Werk
lexicon-group-residence = Verblijf
lexicon-group-language = Taal
lexicon-group-situation = Situaties
lexicon-group-feeling = Gevoelens
lexicon-group-everyday = Alledaagse woorden

lexicon-new = Begrip toevoegen
lexicon-new-lead = Schrijf voor hetzelfde ding de woorden in minstens twee talen: de officiële naam, de afkorting, en wat mensen in de praktijk zeggen.
lexicon-make = Begrip toevoegen
lexicon-words = Woorden
    .hint = Het gewone woord eerst; een komma of een nieuwe regel ertussen. Een korte uitdrukking mag ook. Geen namen van mensen.
lexicon-two-languages = Schrijf in minstens twee talen een woord: anders brengt het begrip niemand samen.
lexicon-nothing = Schrijf minstens één woord.
lexicon-wrong-empty = In “{ $word }” staat geen letter. Schrijf een woord.
lexicon-wrong-long = “{ $word }” is te lang. Schrijf een woord of een korte uitdrukking, niet meer dan zestig tekens.
lexicon-wrong-star = “{ $word }”: een sterretje staat voor of achter één woord, met minstens vijf letters ernaast. Schrijf de woorden anders voluit.
lexicon-wrong-common = “{ $word }” staat in elke tekst en zegt dus niets. Schrijf een woord dat alleen hierover gaat.
lexicon-wrong-there = “{ $word }” staat hier al, of een andere vorm van hetzelfde woord.
lexicon-wrong-off = “{ $word }” is hier uitgezet. Zet het bij de aanpassingen weer aan.
lexicon-wrong-elsewhere = “{ $word }” hoort al bij het begrip “{ $of }”. Schrijf een langere uitdrukking, of zet het woord daar eerst uit.

lexicon-own-lead = Dit begrip heeft uw netwerk zelf toegevoegd.
lexicon-brought-lead = Dit begrip kent het programma zelf; uw netwerk kan er woorden aan toevoegen.
lexicon-counts = Woorden die meetellen
lexicon-no-word = nog geen
lexicon-log = In het logboek
lexicon-added-by = { $language }, toegevoegd door { $who } op { $day }
lexicon-off-by = { $language }, uitgezet door { $who } op { $day }
lexicon-take-away = Weghalen
lexicon-switch-on = Weer aanzetten
lexicon-add = Woorden toevoegen
lexicon-add-button = Toevoegen
lexicon-off = Een woord zet op het verkeerde spoor
    .hint = Brengt een woord signalen samen die niet bij elkaar horen? Zet het hier uit: dan telt het niet meer mee voor dit begrip, ook niet in het meervoud. Het komt terug wanneer u wilt.
lexicon-off-button = Uitzetten wat is aangevinkt
lexicon-remove = Dit begrip weghalen
    .hint = Al zijn woorden gaan mee weg en tellen niet meer mee.
lexicon-remove-button = Begrip weghalen

lexicon-done-made = Het begrip is toegevoegd. De signalen worden opnieuw vergeleken.
lexicon-done-gone = Het begrip is weg. De signalen worden opnieuw vergeleken.
lexicon-done-added = Toegevoegd. De signalen worden opnieuw vergeleken.
lexicon-done-taken = Het woord is weg. De signalen worden opnieuw vergeleken.
lexicon-done-off = Uitgezet. De signalen worden opnieuw vergeleken.
lexicon-done-on = Het woord telt weer mee. De signalen worden opnieuw vergeleken.

lexicon-try = Uitproberen
lexicon-try-here = Woorden uitproberen voor u ze toevoegt
lexicon-try-lead = Welke begrippen hebben twee teksten gemeen, voor en na? Van wat u hier schrijft, wordt niets bewaard.
lexicon-two-texts = Twee teksten
lexicon-first = Eerste tekst
    .hint = Bijvoorbeeld het probleem uit een Nederlands signaal.
lexicon-second = Tweede tekst
    .hint = Bijvoorbeeld hetzelfde probleem in het Frans.
lexicon-try-words = Met deze woorden erbij voor het begrip
lexicon-try-button = Vergelijken
lexicon-which = Welke begrippen hebben ze gemeen?
lexicon-shared = Wat ze gemeen hebben
lexicon-alone = Met de woorden van het programma alleen
lexicon-now = Zoals het nu is
lexicon-with-these = Met de nieuwe woorden erbij
lexicon-is-new = nieuw
lexicon-nothing-shared = Geen enkel begrip.
lexicon-alone-each = Wat maar in één van beide staat
lexicon-only-first = Alleen in de eerste
lexicon-only-second = Alleen in de tweede

log-thing-concept = Begrip
log-concept-added = Begrip toegevoegd
log-concept-removed = Begrip weggehaald
log-concept-word-added = Woord aan een begrip toegevoegd
log-concept-word-removed = Woord bij een begrip weggehaald
log-concept-word-switched-off = Woord bij een begrip uitgezet
log-concept-word-switched-on = Woord bij een begrip weer aangezet
