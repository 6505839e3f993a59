# Labels of every list of codes. A label is what people read in a form, a table or a chart.

yes = oui
no = non
total = Tous
not-stated = Non précisé

## Langues

language-nl = Néerlandais
    .inside = néerlandais
language-fr = Français
    .inside = français
language-en = Anglais
    .inside = anglais

## Causes de la sous-protection

causes = Causes de la sous-protection
causes-lower = causes de la sous-protection
cause-not-known = Non-connaissance
    .meaning = Le droit n’est pas connu, ou l’information à son sujet n’est pas comprise : fracture numérique, langage difficile.
cause-not-requested = Non-demande
    .meaning = Le droit est connu et les conditions sont remplies, mais il n’est pas demandé : à la suite d’une mauvaise expérience, par crainte d’être stigmatisé ou pour préserver sa dignité.
cause-not-obtained = Non-accès
    .meaning = Le droit est demandé mais n’est pas obtenu : conditions, formulaires ou procédures complexes, ou absence de places.
cause-not-proposed = Non-proposition
    .meaning = Un intermédiaire ne propose pas le droit : par manque de temps ou de connaissances, ou selon sa propre appréciation.
cause-exclusion = Exclusion
    .meaning = On n’a plus droit, parce que la situation ou les conditions ont changé.
cause-unknown = Cause non déterminée
cause-unknown-answer = Je ne sais pas
cause-none = Aucun droit en jeu
never-eligible = Jamais ayant droit
    .meaning = La loi ne prévoit aucun droit pour cette situation. Nous la rangeons sous l’exclusion ; c’est plus large que la définition habituelle.

## Autorités

authority-federal = Autorité fédérale
    .short = Fédéral
authority-region = Région de Bruxelles-Capitale
    .short = Région
authority-cocom = Commission communautaire commune
    .short = COCOM
authority-vg = Communauté flamande
    .short = Comm. flamande
authority-fwb = Communauté française
    .short = Comm. française
authority-vgc = Commission communautaire flamande
    .short = VGC
authority-cocof = Commission communautaire française
    .short = COCOF
authority-municipality = Communes
    .short = Commune
authority-cpas = Centres publics d’action sociale
    .short = CPAS
authority-organisations = Les organisations elles-mêmes
    .short = Organisations

## Organisations

organisation-type-public-service = Service public
    .plural = Services publics
organisation-type-recognised-service = Service agréé
    .plural = Services agréés
organisation-type-structural-nonprofit = ASBL à subside structurel
    .plural = ASBL à subside structurel
organisation-type-poverty-association = Association où des personnes en situation de pauvreté prennent la parole
    .plural = Associations où des personnes en situation de pauvreté prennent la parole
organisation-type-project-nonprofit = ASBL financée par projet
    .plural = ASBL financées par projet
organisation-type-school = École ou guidance scolaire
    .plural = Écoles et guidance scolaire
organisation-type-volunteer-organisation = Organisation de bénévoles
    .plural = Organisations de bénévoles
organisation-type-self-organisation = Auto-organisation
    .plural = Auto-organisations
organisation-type-faith-community = Communauté religieuse
    .plural = Communautés religieuses
organisation-type-citizens-initiative = Initiative citoyenne ou association de fait
    .plural = Initiatives citoyennes et associations de fait
organisation-type-negotiated-occupation = Occupation conventionnée
    .plural = Occupations conventionnées
formality-formal = Formel
    .note = Services publics, services agréés et ASBL à subside structurel
formality-in-between = Entre formel et informel
    .note = Associations où des personnes en situation de pauvreté prennent la parole, ASBL financées par projet, écoles et guidance scolaire, organisations de bénévoles
formality-informal = Informel
    .note = Auto-organisations, communautés religieuses, initiatives citoyennes, associations de fait et occupations conventionnées. Leur voix figure ici à part, parce qu’on l’entend rarement ailleurs.

## Groupes cibles

target-group-undocumented = Personnes sans séjour légal
target-group-asylum = Personnes en procédure d’asile
target-group-newcomer = Primo-arrivants
target-group-homeless = Personnes sans chez-soi
target-group-single-parent = Parents seuls
target-group-children = Enfants
target-group-young-people = Jeunes
target-group-young-parents = Jeunes parents
target-group-roma = Roms
target-group-elderly = Personnes âgées
target-group-disability = Personnes en situation de handicap
target-group-tenants = Locataires
target-group-mental-vulnerability = Personnes en situation de vulnérabilité psychique
target-group-other = Autre groupe

## Domaines

domain-group-living = Logement et vie quotidienne
domain-group-rights = Accès aux droits
domain-group-family = Enfance et famille
domain-group-health = Santé
domain-group-income = Revenus et travail
domain-housing = Logement
domain-energy = Énergie
domain-material-needs = Besoins matériels
domain-residence-status = Statut de séjour
domain-service-access = Accès aux services
domain-language = Langue et interprétariat
domain-digital = Accès numérique
domain-child-rights = Droits de l’enfant
domain-education = Enseignement et école
domain-childcare-family = Accueil de l’enfance et soutien aux familles
domain-violence-safety = Violence et sécurité
domain-health = Soins de santé
domain-mental-health = Santé mentale
domain-income-debts = Revenus et dettes
domain-work = Travail

## Droits

right-leefloon = Revenu d’intégration
right-urgent-medical-aid = Aide médicale urgente
right-social-assistance = Aide sociale
right-material-aid-minors = Aide matérielle aux mineurs sans séjour légal avec leurs parents
right-reference-address = Adresse de référence
right-child-benefit = Allocations familiales
right-school-allowance = Allocation scolaire (Communauté flamande)
right-study-allowance = Allocations d’études (Communauté française)
right-social-housing = Logement social
right-social-rental-agency = Logement par une agence immobilière sociale
right-rent-allowance = Allocation-loyer
right-increased-reimbursement = Intervention majorée
right-emergency-shelter = Hébergement d’urgence
right-cohabitant-status = Statut isolé ou cohabitant
right-residence-permit = Titre de séjour
right-childcare-social-rate = Tarif social en milieu d’accueil
right-energy-social-tariff = Tarif social pour l’énergie
right-interpreting = Interprète en milieu social et de soins
right-other = Autre droit
right-none = Aucun droit en jeu

## Lieux

place-21001 = Anderlecht
place-21002 = Auderghem
place-21003 = Berchem-Sainte-Agathe
place-21004 = Ville de Bruxelles
place-21005 = Etterbeek
place-21006 = Evere
place-21007 = Forest
place-21008 = Ganshoren
place-21009 = Ixelles
place-21010 = Jette
place-21011 = Koekelberg
place-21012 = Molenbeek-Saint-Jean
place-21013 = Saint-Gilles
place-21014 = Saint-Josse-ten-Noode
place-21015 = Schaerbeek
place-21016 = Uccle
place-21017 = Watermael-Boitsfort
place-21018 = Woluwe-Saint-Lambert
place-21019 = Woluwe-Saint-Pierre
place-region = Toute la Région
place-unknown = Lieu inconnu
zone-city = Ville de Bruxelles
zone-west = Ouest
zone-north = Nord
zone-north-east = Nord-est
zone-south = Sud
zone-south-east = Sud-est
no-municipality = Aucune commune compétente
    .meaning = Aucune commune n’accepte la responsabilité ; sur le terrain, on parle de la « 20e commune ».

## Ce qui a précédé

recurrence-once = Vu pour la première fois
recurrence-2-4 = 2 à 4 fois
recurrence-5-9 = 5 à 9 fois
recurrence-10-or-more = 10 fois ou plus
tried-asked-service = Service compétent interpellé
tried-raised-internally = Discuté au sein de l’organisation
tried-referred = Orienté vers une autre organisation
tried-nothing-possible = Rien n’était possible
signal-state-pre-signal = Pré-signal
signal-state-solved-internally = Résolu en interne
signal-state-released = Transmis par l’organisation
signal-state-accepted = Accepté
signal-state-declined = Non retenu
signal-state-referred-elsewhere = Réorienté
signal-state-withdrawn = Retiré

## Rôles

role-filer = Auteur ou autrice de signaux
role-signal-coordinator = Personne référente signaux
role-network-coordinator = Coordination du réseau
role-reader = Lecture pour une autorité
role-administrator = Administration

## Signaux structurels

recognition-often = Nous le voyons souvent
recognition-sometimes = Nous le voyons parfois
recognition-not = Nous ne le voyons pas
recognition-not-our-field = Ce n’est pas notre domaine d’action
agreement-agrees = Donne son accord
agreement-agrees-with-remark = Donne son accord, avec une remarque
agreement-refuses = Ne donne pas son accord
criterion-clear = Clair
criterion-neutral = Neutre
criterion-recognised = Reconnu
criterion-shared = Partagé
stance-do = À faire
stance-dont = À ne pas faire

## Suivi

answer-none = Pas de réponse
answer-acknowledged = Accusé de réception
answer-refused = Refus
answer-study = À l’étude
answer-commitment = Engagement
answer-measure = Mesure prise
answer-solved = Résolu, selon l’autorité
verdict-worse = Pire
verdict-unchanged = Inchangé
verdict-better = Mieux
verdict-solved = Résolu
edition-state-open = Ouverte
edition-state-frozen = Figée
edition-state-published = Publiée
