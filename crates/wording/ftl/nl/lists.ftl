# Labels of every list of codes. A label is what people read in a form, a table or a chart.

yes = ja
no = neen
total = Alle
not-stated = Niet ingevuld

## Talen

language-nl = Nederlands
    .inside = Nederlands
language-fr = Frans
    .inside = Frans
language-en = Engels
    .inside = Engels

## Oorzaken van onderbescherming

causes = Oorzaken van onderbescherming
causes-lower = oorzaken van onderbescherming
cause-not-known = Niet kennen
    .meaning = Het recht is niet gekend, of de informatie erover wordt niet begrepen: door digitale drempels of moeilijke taal.
cause-not-requested = Niet vragen
    .meaning = Het recht is gekend en men voldoet aan de voorwaarden, maar vraagt het niet: na een slechte ervaring, uit vrees voor een stempel of om de eigen waardigheid te bewaren.
cause-not-obtained = Geen toegang
    .meaning = Het recht is gevraagd maar niet verkregen: door ingewikkelde voorwaarden, formulieren of procedures, of omdat er geen plaats is.
cause-not-proposed = Niet voorstellen
    .meaning = Een tussenpersoon stelt het recht niet voor: door tijdsgebrek, onvoldoende kennis of een eigen inschatting.
cause-exclusion = Uitsluiting
    .meaning = Men heeft geen recht meer, omdat de situatie of de voorwaarden veranderden.
cause-unknown = Oorzaak niet bepaald
cause-unknown-answer = Weet ik niet
cause-none = Geen recht in het spel
never-eligible = Nooit rechthebbend
    .meaning = De wet voorziet voor deze situatie helemaal geen recht. Wij rekenen dit tot uitsluiting; dat is ruimer dan de gebruikelijke omschrijving.

## Overheden

authority-federal = Federale overheid
    .short = Federaal
authority-region = Brussels Hoofdstedelijk Gewest
    .short = Gewest
authority-cocom = Gemeenschappelijke Gemeenschapscommissie
    .short = GGC
authority-vg = Vlaamse Gemeenschap
    .short = Vl. Gemeenschap
authority-fwb = Franse Gemeenschap
    .short = Fr. Gemeenschap
authority-vgc = Vlaamse Gemeenschapscommissie
    .short = VGC
authority-cocof = Franse Gemeenschapscommissie
    .short = COCOF
authority-municipality = Gemeenten
    .short = Gemeente
authority-cpas = Openbare centra voor maatschappelijk welzijn
    .short = OCMW
authority-organisations = De organisaties zelf
    .short = Organisaties

## Organisaties

organisation-type-public-service = Openbare dienst
    .plural = Openbare diensten
organisation-type-recognised-service = Erkende dienst
    .plural = Erkende diensten
organisation-type-structural-nonprofit = Structureel gesubsidieerde vzw
    .plural = Structureel gesubsidieerde vzw’s
organisation-type-poverty-association = Vereniging waar mensen in armoede het woord nemen
    .plural = Verenigingen waar mensen in armoede het woord nemen
organisation-type-project-nonprofit = Vzw met projectsubsidie
    .plural = Vzw’s met projectsubsidie
organisation-type-school = School of leerlingenbegeleiding
    .plural = Scholen en leerlingenbegeleiding
organisation-type-volunteer-organisation = Vrijwilligersorganisatie
    .plural = Vrijwilligersorganisaties
organisation-type-self-organisation = Zelforganisatie
    .plural = Zelforganisaties
organisation-type-faith-community = Geloofsgemeenschap
    .plural = Geloofsgemeenschappen
organisation-type-citizens-initiative = Burgerinitiatief of feitelijke vereniging
    .plural = Burgerinitiatieven en feitelijke verenigingen
organisation-type-negotiated-occupation = Bezetting met overeenkomst
    .plural = Bezettingen met overeenkomst
formality-formal = Formeel
    .note = Openbare diensten, erkende diensten en structureel gesubsidieerde vzw’s
formality-in-between = Tussen formeel en informeel
    .note = Verenigingen waar mensen in armoede het woord nemen, vzw’s met projectsubsidie, scholen en leerlingenbegeleiding, vrijwilligersorganisaties
formality-informal = Informeel
    .note = Zelforganisaties, geloofsgemeenschappen, burgerinitiatieven, feitelijke verenigingen en bezettingen met overeenkomst. Hun stem staat hier apart, omdat ze elders zelden te horen is.

## Doelgroepen

target-group-undocumented = Mensen zonder wettig verblijf
target-group-asylum = Mensen in een asielprocedure
target-group-newcomer = Nieuwkomers
target-group-homeless = Mensen zonder thuis
target-group-single-parent = Alleenstaande ouders
target-group-children = Kinderen
target-group-young-people = Jongeren
target-group-young-parents = Jonge ouders
target-group-roma = Roma
target-group-elderly = Ouderen
target-group-disability = Mensen met een handicap
target-group-tenants = Huurders
target-group-mental-vulnerability = Mensen in een psychisch kwetsbare situatie
target-group-other = Andere groep

## Domeinen

domain-group-living = Wonen en leven
domain-group-rights = Toegang tot rechten
domain-group-family = Kind en gezin
domain-group-health = Gezondheid
domain-group-income = Inkomen en werk
domain-housing = Huisvesting
domain-energy = Energie
domain-material-needs = Materiële noden
domain-residence-status = Verblijfsstatuut
domain-service-access = Toegang tot dienstverlening
domain-language = Taal en tolken
domain-digital = Digitale toegang
domain-child-rights = Kinderrechten
domain-education = Onderwijs en school
domain-childcare-family = Kinderopvang en gezinsondersteuning
domain-violence-safety = Geweld en veiligheid
domain-health = Gezondheidszorg
domain-mental-health = Geestelijke gezondheid
domain-income-debts = Inkomen en schulden
domain-work = Werk

## Rechten

right-leefloon = Leefloon
right-urgent-medical-aid = Dringende medische hulp
right-social-assistance = Maatschappelijke dienstverlening
right-material-aid-minors = Materiële hulp aan minderjarigen zonder wettig verblijf met hun ouders
right-reference-address = Referentieadres
right-child-benefit = Kinderbijslag
right-school-allowance = Schooltoeslag (Vlaamse Gemeenschap)
right-study-allowance = Studietoelage (Franse Gemeenschap)
right-social-housing = Sociale woning
right-social-rental-agency = Woning via een sociaal verhuurkantoor
right-rent-allowance = Huurtoelage
right-increased-reimbursement = Verhoogde tegemoetkoming
right-emergency-shelter = Noodopvang
right-cohabitant-status = Statuut alleenstaande of samenwonende
right-residence-permit = Verblijfsvergunning
right-childcare-social-rate = Sociaal tarief in de kinderopvang
right-energy-social-tariff = Sociaal tarief voor energie
right-interpreting = Tolk in het sociaal werk en de zorg
right-other = Ander recht
right-none = Geen recht in het spel

## Plaatsen

place-21001 = Anderlecht
place-21002 = Oudergem
place-21003 = Sint-Agatha-Berchem
place-21004 = Stad Brussel
place-21005 = Etterbeek
place-21006 = Evere
place-21007 = Vorst
place-21008 = Ganshoren
place-21009 = Elsene
place-21010 = Jette
place-21011 = Koekelberg
place-21012 = Sint-Jans-Molenbeek
place-21013 = Sint-Gillis
place-21014 = Sint-Joost-ten-Node
place-21015 = Schaarbeek
place-21016 = Ukkel
place-21017 = Watermaal-Bosvoorde
place-21018 = Sint-Lambrechts-Woluwe
place-21019 = Sint-Pieters-Woluwe
place-region = Het hele gewest
place-unknown = Plaats onbekend
zone-city = Stad Brussel
zone-west = West
zone-north = Noord
zone-north-east = Noordoost
zone-south = Zuid
zone-south-east = Zuidoost
no-municipality = Geen gemeente bevoegd
    .meaning = Geen enkele gemeente aanvaardt de verantwoordelijkheid; het werkveld spreekt van de ‘20ste gemeente’.

## Wat voorafging

recurrence-once = Eerste keer gezien
recurrence-2-4 = 2 tot 4 keer
recurrence-5-9 = 5 tot 9 keer
recurrence-10-or-more = 10 keer of meer
tried-asked-service = De bevoegde dienst aangesproken
tried-raised-internally = Binnen de organisatie besproken
tried-referred = Doorverwezen naar een andere organisatie
tried-nothing-possible = Er was niets mogelijk
signal-state-pre-signal = Pre-signaal
signal-state-solved-internally = Intern opgelost
signal-state-released = Vrijgegeven door de organisatie
signal-state-accepted = Aanvaard
signal-state-declined = Niet opgenomen
signal-state-referred-elsewhere = Doorverwezen
signal-state-withdrawn = Ingetrokken

## Rollen

role-filer = Aanbrenger
role-signal-coordinator = Signaalcoördinator
role-network-coordinator = Netwerkcoördinator
role-reader = Lezer voor een overheid
role-administrator = Beheerder

## Structurele signalen

recognition-often = Wij zien dit vaak
recognition-sometimes = Wij zien dit soms
recognition-not = Wij zien dit niet
recognition-not-our-field = Dit is niet ons werkterrein
agreement-agrees = Stemt in
agreement-agrees-with-remark = Stemt in, met een opmerking
agreement-refuses = Stemt niet in
criterion-clear = Duidelijk
criterion-neutral = Neutraal
criterion-recognised = (H)erkend
criterion-shared = Gedeeld
stance-do = Wel doen
stance-dont = Niet doen

## Opvolging

answer-none = Geen antwoord
answer-acknowledged = Kennis genomen
answer-refused = Geweigerd
answer-study = In onderzoek
answer-commitment = Toezegging
answer-measure = Maatregel genomen
answer-solved = Opgelost, volgens de overheid
verdict-worse = Slechter
verdict-unchanged = Ongewijzigd
verdict-better = Beter
verdict-solved = Opgelost
edition-state-open = Open
edition-state-frozen = Bevroren
edition-state-published = Gepubliceerd
