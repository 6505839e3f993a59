# Labels of every list of codes. A label is what people read in a form, a table or a chart.

yes = yes
no = no
total = All
not-stated = Not stated

## Languages

language-nl = Dutch
    .inside = Dutch
language-fr = French
    .inside = French
language-en = English
    .inside = English

## Causes of under-protection

causes = Causes of under-protection
causes-lower = causes of under-protection
cause-not-known = Not knowing
    .meaning = The right is not known, or the information about it is not understood: digital barriers, difficult language.
cause-not-requested = Not claiming
    .meaning = The right is known and the conditions are met, but it is not requested: after a bad experience, for fear of stigma, or to keep one’s dignity.
cause-not-obtained = Not receiving
    .meaning = The right is requested but not obtained: complex conditions, forms or procedures, or no places left.
cause-not-proposed = Not proposed
    .meaning = An intermediary does not propose the right: for lack of time or knowledge, or on their own judgement.
cause-exclusion = Exclusion
    .meaning = People are no longer entitled, because their situation or the conditions changed.
cause-unknown = Cause not determined
cause-unknown-answer = I don’t know
cause-none = No right in play
never-eligible = Never eligible
    .meaning = The law gives no right at all in this situation. We count it as exclusion; that is wider than the usual definition.

## Authorities

authority-federal = Federal government
    .short = Federal
authority-region = Brussels-Capital Region
    .short = Region
authority-cocom = Common Community Commission
    .short = GGC / COCOM
authority-vg = Flemish Community
    .short = Flemish Comm.
authority-fwb = French Community
    .short = French Comm.
authority-vgc = Flemish Community Commission
    .short = VGC
authority-cocof = French Community Commission
    .short = COCOF
authority-municipality = Municipalities
    .short = Municipality
authority-cpas = Public centres for social welfare
    .short = OCMW / CPAS
authority-organisations = The organisations themselves
    .short = Organisations

## Organisations

organisation-type-public-service = Public service
    .plural = Public services
organisation-type-recognised-service = Recognised service
    .plural = Recognised services
organisation-type-structural-nonprofit = Structurally subsidised non-profit
    .plural = Structurally subsidised non-profits
organisation-type-poverty-association = Association where people in poverty speak for themselves
    .plural = Associations where people in poverty speak for themselves
organisation-type-project-nonprofit = Project-funded non-profit
    .plural = Project-funded non-profits
organisation-type-school = School or pupil guidance
    .plural = Schools and pupil guidance
organisation-type-volunteer-organisation = Volunteer organisation
    .plural = Volunteer organisations
organisation-type-self-organisation = Self-organisation
    .plural = Self-organisations
organisation-type-faith-community = Faith community
    .plural = Faith communities
organisation-type-citizens-initiative = Citizens’ initiative or de-facto association
    .plural = Citizens’ initiatives and de-facto associations
organisation-type-negotiated-occupation = Negotiated occupation
    .plural = Negotiated occupations
formality-formal = Formal
    .note = Public services, recognised services and structurally subsidised non-profits
formality-in-between = Between formal and informal
    .note = Associations where people in poverty speak for themselves, project-funded non-profits, schools and pupil guidance, volunteer organisations
formality-informal = Informal
    .note = Self-organisations, faith communities, citizens’ initiatives, de-facto associations and negotiated occupations. Their voice stands apart here, because it is rarely heard elsewhere.

## Target groups

target-group-undocumented = People without legal residence
target-group-asylum = People in an asylum procedure
target-group-newcomer = Newcomers
target-group-homeless = People without a home
target-group-single-parent = Single parents
target-group-children = Children
target-group-young-people = Young people
target-group-young-parents = Young parents
target-group-roma = Roma
target-group-elderly = Older people
target-group-disability = People with a disability
target-group-tenants = Tenants
target-group-mental-vulnerability = People in a mentally vulnerable situation
target-group-other = Another group

## Domains

domain-group-living = Housing and daily life
domain-group-rights = Access to rights
domain-group-family = Children and family
domain-group-health = Health
domain-group-income = Income and work
domain-housing = Housing
domain-energy = Energy
domain-material-needs = Material needs
domain-residence-status = Residence status
domain-service-access = Access to services
domain-language = Language and interpreting
domain-digital = Digital access
domain-child-rights = Child rights
domain-education = Education and school
domain-childcare-family = Childcare and family support
domain-violence-safety = Violence and safety
domain-health = Health care
domain-mental-health = Mental health
domain-income-debts = Income and debts
domain-work = Work

## Rights

right-leefloon = Integration income (leefloon / revenu d’intégration)
right-urgent-medical-aid = Urgent medical aid
right-social-assistance = Social assistance
right-material-aid-minors = Material aid for minors without legal residence with their parents
right-reference-address = Reference address
right-child-benefit = Child benefit
right-school-allowance = School allowance (Flemish Community)
right-study-allowance = Study allowance (French Community)
right-social-housing = Social housing
right-social-rental-agency = Housing through a social rental agency
right-rent-allowance = Rent allowance
right-increased-reimbursement = Increased reimbursement
right-emergency-shelter = Emergency shelter
right-cohabitant-status = Status of single person or cohabitant
right-residence-permit = Residence permit
right-childcare-social-rate = Social rate in childcare
right-energy-social-tariff = Social tariff for energy
right-interpreting = Interpreter in social work and health care
right-other = Another right
right-none = No right in play

## Places

place-21001 = Anderlecht
place-21002 = Auderghem / Oudergem
place-21003 = Berchem-Sainte-Agathe / Sint-Agatha-Berchem
place-21004 = Brussels (City)
place-21005 = Etterbeek
place-21006 = Evere
place-21007 = Forest / Vorst
place-21008 = Ganshoren
place-21009 = Ixelles / Elsene
place-21010 = Jette
place-21011 = Koekelberg
place-21012 = Molenbeek-Saint-Jean / Sint-Jans-Molenbeek
place-21013 = Saint-Gilles / Sint-Gillis
place-21014 = Saint-Josse-ten-Noode / Sint-Joost-ten-Node
place-21015 = Schaerbeek / Schaarbeek
place-21016 = Uccle / Ukkel
place-21017 = Watermael-Boitsfort / Watermaal-Bosvoorde
place-21018 = Woluwe-Saint-Lambert / Sint-Lambrechts-Woluwe
place-21019 = Woluwe-Saint-Pierre / Sint-Pieters-Woluwe
place-region = The whole region
place-unknown = Place unknown
zone-city = Brussels (City)
zone-west = West
zone-north = North
zone-north-east = North-east
zone-south = South
zone-south-east = South-east
no-municipality = No competent municipality
    .meaning = No municipality accepts responsibility; in the field people speak of the ‘20th municipality’.

## What came before

recurrence-once = Seen for the first time
recurrence-2-4 = 2 to 4 times
recurrence-5-9 = 5 to 9 times
recurrence-10-or-more = 10 times or more
tried-asked-service = Asked the competent service
tried-raised-internally = Raised inside the organisation
tried-referred = Referred to another organisation
tried-nothing-possible = Nothing was possible
signal-state-pre-signal = Pre-signal
signal-state-solved-internally = Solved internally
signal-state-released = Released by the organisation
signal-state-accepted = Accepted
signal-state-declined = Not taken up
signal-state-referred-elsewhere = Referred elsewhere
signal-state-withdrawn = Withdrawn

## Roles

role-filer = Filer
role-signal-coordinator = Signal coordinator
role-network-coordinator = Network coordinator
role-reader = Reader for an authority
role-administrator = Administrator

## Structural signals

recognition-often = We see this often
recognition-sometimes = We see this sometimes
recognition-not = We do not see this
recognition-not-our-field = This is not our field
agreement-agrees = Agrees
agreement-agrees-with-remark = Agrees, with a remark
agreement-refuses = Does not agree
criterion-clear = Clear
criterion-neutral = Neutral
criterion-recognised = Recognised
criterion-shared = Shared
stance-do = Do
stance-dont = Don’t

## Follow-up

answer-none = No answer
answer-acknowledged = Acknowledged
answer-refused = Refused
answer-study = Under study
answer-commitment = Commitment
answer-measure = Measure taken
answer-solved = Solved, says the authority
verdict-worse = Worse
verdict-unchanged = Unchanged
verdict-better = Better
verdict-solved = Solved
edition-state-open = Open
edition-state-frozen = Frozen
edition-state-published = Published
