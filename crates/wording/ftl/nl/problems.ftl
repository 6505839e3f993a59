# The fields of a signal as people see them, and what is wrong with one: each sentence says what to do.
# A sentence never repeats what was filled in.

field-reference = Referentie
field-organisation = Organisatie
field-observed = Waargenomen
field-language = Taal
field-headline = Titel
field-problem = Probleem
field-impact = Gevolg
field-tried = Geprobeerd
field-tried_note = Toelichting geprobeerd
field-cause = Oorzaak
field-other_causes = Andere oorzaken
field-never_eligible = Nooit rechthebbend
field-domain = Domein
field-other_domains = Andere domeinen
field-right = Recht
field-target_groups = Doelgroepen
field-place = Plaats
field-other_places = Andere plaatsen
field-no_municipality = Geen gemeente bevoegd
field-authority = Bevoegde overheid
field-recurrence = Herhaling
field-source = Bron
field-generated = Gegenereerd

problem-missing = ‘{ $field }’ is niet ingevuld. Vul dit verplichte veld in.
problem-too-long = ‘{ $field }’ is te lang. Kort de tekst in tot hoogstens { $limit } tekens.
problem-unknown-code = ‘{ $field }’ bevat een waarde die niet in de lijst staat. Kies een code of een label uit de lijst.
problem-retired = ‘{ $field }’ bevat een waarde die niet meer gebruikt wordt. Kies een andere uit de lijst.
problem-not-a-month = ‘{ $field }’ is geen maand. Schrijf jaar en maand als JJJJ-MM, bijvoorbeeld 2025-03.
problem-in-the-future = ‘{ $field }’ ligt in de toekomst. Vul de maand in waarin het probleem is gezien.
problem-not-yes-or-no = ‘{ $field }’ is geen ja of neen. Vul ja of neen in, of laat het veld leeg.
problem-repeated = ‘{ $field }’ bevat twee keer dezelfde waarde, of herhaalt de hoofdwaarde. Laat elke waarde één keer staan.
problem-only-with-exclusion = ‘{ $field }’ kan alleen samen met de oorzaak ‘Uitsluiting’. Kies die oorzaak, of antwoord neen.
problem-control-character = ‘{ $field }’ bevat een teken dat niet bewaard of gedrukt kan worden. Haal het weg of tik de tekst opnieuw in.
problem-personal-data = ‘{ $field }’ bevat iets waaraan iemand te herkennen is. Beschrijf het probleem en niet de persoon, bijvoorbeeld ‘een gezin met drie kinderen’.
problem-uncovered-character = ‘{ $field }’ bevat { $count ->
        [one] een teken dat wij niet kunnen drukken
       *[other] { $count } tekens die wij niet kunnen drukken
    }: { $characters }. Vervang ze door gewone letters.
