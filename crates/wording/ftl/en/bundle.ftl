# Everything the bundle prints that nobody wrote by hand. A count stands in a sentence only when it is published.

## Counting in words

count-signals = { $count ->
        [one] { $count } signal
       *[other] { $count } signals
    }
count-structural = { $count ->
        [one] { $count } structural signal
       *[other] { $count } structural signals
    }
count-organisations = { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
count-cells = { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
edition-name = Edition { $edition }
edition-short = ed. { $edition }
no-value = –

## Document and cover

document-title = What the field sees: under-protection in Brussels
document-description = Bundle of signals by { $network }, edition { $edition }, period: { $period }
document-keywords = under-protection; Brussels; structural signals; social rights
document-foot = Bundle of signals · edition { $edition } · { $period }
document-attachment = All published tables as a CSV file
catalogue-bundle = Bundle of signals
catalogue-csv = All published figures, for programs (CSV, commas)
catalogue-spreadsheet = All published figures, for a spreadsheet (CSV, semicolons)
catalogue-workbook = The printed tables as a workbook
catalogue-json = All published figures with their dimensions and the rules (JSON)
cover-kicker = Bundle of signals
cover-subtitle = { $chapters ->
        [0] Signals
        [one] One structural signal
       *[other] { $chapters } structural signals
    } from { $organisations ->
        [one] one Brussels organisation
       *[other] { $organisations } Brussels organisations
    }
cover-edition = Edition { $edition }
cover-period = Period: { $period }
cover-revision = Revision { $revision } · { $date }
demonstration = Demonstration
demonstration-note = The organisations, texts and figures in this publication are invented, to show what Megafoon makes.
contents-heading = Contents
contents-page = p.

## On one page

key-heading = On one page
key-figures-heading = In figures
key-note = Figures count signals, not people or families: see ‘How to read this bundle’.
key-chapter = Chapter { $number }
key-cause-not-known = Rights exist, but those entitled to them do not know
    .text = ‘Not knowing’ is the cause named most often: { $count } of the { $total } signals. The information does not reach people, or not in a form they understand.
key-cause-not-requested = Rights are known, but people do not claim them
    .text = ‘Not claiming’ is the cause named most often: { $count } of the { $total } signals. Earlier experiences, shame and dignity weigh heavily.
key-cause-not-obtained = Rights are requested, but not obtained
    .text = ‘Not receiving’ is the cause named most often: { $count } of the { $total } signals. Conditions, forms, procedures or a lack of places stand in the way.
key-cause-not-proposed = Rights are not proposed
    .text = ‘Not proposed’ is the cause named most often: { $count } of the { $total } signals. For lack of time or knowledge, or on their own judgement, intermediaries do not bring the right up.
key-cause-exclusion = People drop out of their rights
    .text = ‘Exclusion’ is the cause named most often: { $count } of the { $total } signals. The situation or the conditions change, or there never was a right.
key-domain = { $label }: the domain with the most signals
    .text = { $count } of the { $total } signals are about this domain.
key-domain-up = { $label }: more signals than in the previous edition
    .text = From { $from } to { $to } signals: the sharpest rise of all domains. More organisations filing may be part of the reason.
key-domain-down = { $label }: fewer signals than in the previous edition
    .text = From { $from } to { $to } signals: the sharpest fall of all domains. That does not mean the problem is solved.
key-no-municipality = No municipality accepts responsibility
    .text = So say { $count } of the { $total } signals. Time spent being sent elsewhere is time without help.
key-informal = The informal voice counts
    .text = { $count } of the { $total } signals come from self-organisations, faith communities, citizens’ initiatives and negotiated occupations.
key-answers-none = No structural signal of the previous edition received an answer
    .text = { $asked ->
        [one] { $asked } structural signal was put forward
       *[other] { $asked } structural signals were put forward
    }. What the field sees since then stands under ‘Follow-up of the previous edition’.
key-answers-some = { $answered } of the { $asked } structural signals of the previous edition received an answer
    .text = What the field sees since: { $worse } worse, { $unchanged } unchanged, { $better } better, { $solved } solved.
key-answers-all = Every structural signal of the previous edition received at least one answer
    .text = What the field sees since: { $worse } worse, { $unchanged } unchanged, { $better } better, { $solved } solved.
figure-signals = { $count ->
        [one] signal
       *[other] signals
    }
figure-structural = { $count ->
        [one] structural signal
       *[other] structural signals
    }
figure-organisations = { $count ->
        [one] organisation that filed
       *[other] organisations that filed
    }
figure-cause = { $count ->
        [one] signal with cause: { $label }
       *[other] signals with cause: { $label }
    }
figure-domain = { $count ->
        [one] signal on: { $label }
       *[other] signals on: { $label }
    }
figure-no-municipality = { $count ->
        [one] signal for which no municipality accepts responsibility
       *[other] signals for which no municipality accepts responsibility
    }
figure-topic = { $count ->
        [one] signal under this chapter
       *[other] signals under this chapter
    }
figure-recognised = { $count ->
        [one] organisation sees this too
       *[other] organisations see this too
    }
figure-recognised-of = of the { $total } participating organisations
compare-more = { $difference } more than in edition { $edition }
compare-fewer = { $difference } fewer than in edition { $edition }
compare-equal = as many as in edition { $edition }
compare-value = { $count } in edition { $edition }
compare-first = first edition
compare-protected = no comparison: the figure of edition { $edition } is protected

## What changed

changes-heading = What changed
changes-intro = This is revision { $revision } of edition { $edition }. It replaces revision { $previous } of { $date }. This is different:
changes-none = Contents and figures are the same; only the layout has changed.
changes-figures = { $count ->
        [one] { $count } figure has changed.
       *[other] { $count } figures have changed.
    }
changes-chapter-added = Added: { $title }
changes-chapter-removed = Left out: { $title }
changes-chapter-text = Text changed: { $title }

## How to read this bundle

read-heading = How to read this bundle
read-signal = A signal is a problem that a worker or volunteer sees more than once, that goes beyond one person or situation, and that the organisation cannot solve alone. A structural signal bundles signals that say the same thing, after a working group has judged them by four criteria: clear, neutral, recognised and shared.
read-problem-first = Each chapter first describes the problem, without a solution. Recommendations stand apart and are signed. Vulnerability is a consequence of circumstances, never a trait of people; please read the texts in that way.
read-figures-heading = What the figures say, and what they do not
read-figures = Figures count signals. They do not say how many people or families have a problem. A rise may mean that a problem grows, but also that more organisations filed. Where there are no signals, there may still be a problem.
read-protected-term = ×
read-protected = Protected. This figure is not published, because people or organisations could be recognised by it, or because another figure would follow from it. Behind this sign may stand any number, also zero or a large one.
read-recognised-term = Recognised
read-recognised = For each structural signal, each organisation says whether it sees this too: often, sometimes, not, or not its field. That recognition stands apart and is never added to the signals.
read-trace-term = Trace code
read-trace = With this code the coordinators find the signals on which a chapter rests. It means nothing to anyone else. The signals behind a chapter may come from before or after the months of this edition: a chapter may count none of them.
read-answers-term = Answer and verdict
read-answers = What an authority answers and what the field sees stand side by side. Only the field closes a structural signal.
read-causes-heading = Causes of under-protection
read-causes = Under-protection means that a right does not reach the people it is meant for. Each signal has one main cause and possibly others. Where no right is in play, the cause stays empty and the signal is counted apart.
read-no-right = The signal is not about a right that fails to reach someone, but about something else: a shortage, an arrangement, a way of working.

## Structural signals

signals-heading = Structural signals
signals-intro = { $count ->
        [one] This bundle has one chapter. It
       *[other] This bundle has { $count } chapters. Each
    } describes one problem: what organisations see, what exists already and why it is structural. Recommendations stand at the end of the chapter, apart and signed. The order says nothing about importance.
competence-heading = Who is competent for what
competence-intro = Find your authority in the columns. A full disc means: decides. An open ring: applies. A disc with a rim: both.
competence-number = No.
competence-title = Structural signal
competence-page = P.
chapter-running = { $number } · { $domain }
chapter-domain = Domain
chapter-cause = Cause
chapter-causes = Causes
chapter-never-eligible = Never eligible
chapter-right = Right
chapter-recognised = Recognised by
chapter-recognised-value = { $count ->
        [0] no other organisations
        [one] { $count } organisation
       *[other] { $count } organisations
    }{ $often ->
        [0] { "" }
       *[other] , { $often } of them often
    }
chapter-owner = Owner
chapter-trace = Trace code
chapter-seen = What we see
chapter-quotes = In their words
chapter-practices = Good practices
chapter-exists = What exists already and why it does not suffice
chapter-structural = Why this is structural
chapter-competent = Who is competent
competent-subject = Subject
competent-decides = Who decides
competent-applies = Who applies
competent-both = Decides and applies
competent-basis = Legal basis
competent-no-right = No particular right
competent-beyond = Beyond these
answers-heading = Since the previous edition
answers-authority = Authority
answers-says = What the authority says
answers-sees = What the field sees
answers-no-verdict = No verdict yet
answers-about = To the recommendation: { $recommendation }
recommendations-heading = Recommendations, apart from the problem
recommendations-note = The problem stands without a solution. What follows is signed and binds only those who signed.
recommendation-to = To:
recommendation-signed = Signed by
recommendation-term = Term:
recommendation-by = by { $month }
recommendation-do = Do
recommendation-dont = Don’t

## Figures in charts

charts-heading = Figures in charts
charts-intro = A chart stands here only where its whole table can be published.
chart-number = Figure { $number }
chart-source = Source: { $table }
chart-shade-few = fewer signals
chart-shade-many = more signals
chart-subtitle = { $title }, { $period }
chart-subtitle-change = { $title }, { $from } and { $to }
chart-largest = { $label }: { $count } signals, the highest number
chart-largest-cause = ‘{ $label }’ is the cause named most often
chart-largest-domain = ‘{ $label }’ is the domain with the most signals
chart-largest-zone = ‘{ $label }’ is the zone with the most signals
chart-largest-place = ‘{ $label }’ is the municipality with the most signals
chart-largest-authority = Authority named most often as competent: { $label }
chart-largest-tie = Equal at the top: { $labels }
chart-formality = { $count } of the { $total } signals come from informal organisations
chart-recurrence = { $label }: the most frequent answer to ‘how often did you see this?’
chart-change-up = ‘{ $label }’ rose most
chart-change-down = ‘{ $label }’ fell most
chart-change-both = ‘{ $up }’ rose most, ‘{ $down }’ fell most
chart-change-none = No change since the previous edition
chart-plain = { $title }
chart-axis-signals = Number of signals
chart-item = { $label } { $count }
chart-item-change = { $label } from { $from } to { $to }
chart-alt-bars = Horizontal bars, from long to short: { $items }. { $finding }
chart-alt-change = Change between { $from } and { $to }: { $items }. { $finding }
chart-alt-tiles = Tile map of the zones of the Brussels-Capital Region: { $items }. { $finding }
chart-alt-share = One divided bar: { $items }. { $finding }
finding-largest = ‘{ $label }’ has the most signals.
finding-double = ‘{ $label }’ has more than twice as many signals as ‘{ $next }’.
finding-close = ‘{ $label }’ and ‘{ $next }’ are close to each other.
finding-equal = { $labels } have equally many signals.
finding-up = ‘{ $label }’ rises most, by { $count }.
finding-down = ‘{ $label }’ falls most, by { $count }.
finding-stable = Nothing changed.

## Tables

tables-heading = Tables
tables-intro = Here stands every figure published about this edition. The tables are also attached to this pdf as a CSV file.
table-number = Table { $number }
table-title-total = All signals
table-title-one = Signals by { $first }
table-title-two = Signals by { $first } and { $second }
table-column-count = Signals
table-column-total = All
table-column-share = Share
table-status = Status
table-number-of-signals = Count
status-published = published
status-protected = protected
protected-symbol = ×
protected-read = protected
table-note-protected = × protected: not published. Behind this sign may stand any number, also zero or a large one.
table-note-cause = One main cause per signal, as decided by the coordinators.
table-note-domain = A signal counts in one domain; under a structural signal it counts in the domain of that signal.
table-note-topic = A signal counts under one chapter at most; the others stand together by domain.
table-note-place = Place where the problem happens, one per signal.
table-note-zone = Zones: { $zones }.
table-note-zone-item = { $zone } ({ $places })
table-note-formality = By the kind of organisation that filed.
table-note-authority = The competent authority as the organisation sees it.
table-note-recurrence = How often the organisation had seen the problem when it filed.
table-note-target-group = A signal may be about more than one target group.
table-note-no-municipality = This is never crossed with a municipality or a zone.
table-note-dash = – not published in the previous edition, or not comparable.
table-note-dropped = Other tables are not printed, because too many of their figures would be protected.
dimension-total = All signals
    .per = all signals together
dimension-cause = Cause
    .per = cause of under-protection
dimension-domain = Domain
    .per = domain
dimension-domain-groups = Group of domains
    .per = group of domains
dimension-topic = Structural signal
    .per = structural signal
dimension-topic-groups = Domain
    .per = domain
dimension-place = Place
    .per = place
dimension-place-groups = Zone
    .per = zone
dimension-formality = Kind of organisation
    .per = kind of organisation
dimension-no_municipality = No competent municipality
    .per = presence or absence of a competent municipality
dimension-authority = Competent authority
    .per = competent authority
dimension-recurrence = Recurrence
    .per = recurrence
dimension-target-group = { $label }
    .per = target group: { $label }
dimension-target-groups = Target group
    .per = target group
value-yes = Yes
value-no = No or not stated
value-unstated = Not stated
value-rest = { $label }: other signals

## Follow-up

follow-heading = Follow-up of the previous edition
follow-running = Follow-up
follow-intro = What authorities answered and what the field sees stand side by side. Only the field closes a structural signal. Where no answer came, that is stated too.
follow-signal = Structural signal
follow-count-answered = { $answered } of the { $asked } structural signals put forward received at least one answer.
follow-none = This is the first edition: there is nothing to follow up yet.

## Method

method-heading = Method
method-way = Workers and volunteers pass on what they see to their own organisation. Its signal coordinator weighs each pre-signal, solves what can be solved inside and releases the rest. The coordinators of the network ask each time: does it recur, does it go beyond one situation, could we solve it ourselves? Signals that say the same thing are brought together in a structural signal.
method-criteria = A working group judges each structural signal by four criteria, with a note on each: clear, neutral, recognised and shared. Only what meets all four is printed. An owner then follows it up.
method-agreement = Every member organisation is asked whether it agrees with the text in Dutch and French. Nothing is printed without that agreement.
method-agreement-silence = Every member organisation is asked whether it agrees with the text in Dutch and French. In this network, silence after the stated deadline counts as agreement; the invitation said so.
method-unit-heading = Unit and period
method-unit = The unit is the signal. Each signal counts once; a situation seen by several organisations may appear in more than one signal. This edition takes every accepted signal observed up to and including { $to } that no earlier edition took. The period is: { $period }.
method-first = This is the first edition; a comparison over time is not possible yet.
method-trend = Figures of two editions stand side by side only where both are published and the periods do not overlap.
method-guard-heading = Protection of small counts
method-guard-intro = No figure in this bundle may make a family without legal residence recognisable. A figure is therefore not published when:
method-guard-small = it is lower than { $threshold }, also when it is zero;
method-guard-small-zeros = it is lower than { $threshold }, unless it is zero: a zero is published;
method-guard-sensitive = it is lower than { $threshold } and names a place or zone together with residence status or health;
method-guard-crossing = it is lower than { $threshold } and names certain values together, which the file tables.json lists;
method-guard-organisations = fewer than { $count } organisations stand behind it;
method-guard-share = one organisation filed more than { $share } of it;
method-guard-others = fewer than { $count } signals remain without the organisation that filed most.
method-guard-secondary = Figures from which a protected figure would follow, by adding and subtracting over all tables together, are replaced by × too. A table with too many protected figures is published in a coarser form, or not at all. Charts, percentages and sentences rest on published figures only.
method-guard-never = Never published: organisations crossed with causes, figures of a single organisation, the kind of organisation crossed with a place, and the date on which someone filed.
method-guard-attackers = We reckon with whoever has everything that is published, in every language, of all editions together, and knows these rules; and with each single organisation that filed, which also knows its own signals. Before publication a second, independent program tries, from what is published alone, to work out each protected figure. Anybody can run it again.
method-guard-cells = Of the { $all } figures in the tables of this edition, { $protected } are protected.
method-promise-heading = What we promise
method-promise = For every protected small count there are complete whole-number tables that agree with everything we published, in which it is { $smallest } and in which it is at least { $threshold }; and for each single organisation, tables that also agree with its own records, in which all others together contribute { $smallest } and at least { $threshold }.
method-promise-kept = Those tables are kept with this edition and never published, for together they would betray the counts. To check them one only adds. The promise is about figures. Texts and quotes are looked through by people before they are printed.
method-not-promised-heading = What we do not promise
method-not-promised = Protection from organisations that put their records together, from what someone knows from elsewhere, or from someone who reruns our open program on guessed tables.
method-limits-heading = Limits
method-limits = This bundle is not a study of the size of problems. It shows what organisations see and wish to share. Whoever did not file is not heard here.
method-exclusion = Here ‘Exclusion’ also covers situations in which the law never gave a right. That is wider than the usual definition. Full shelters and waiting lists stand under ‘Not receiving’.
method-generated = Part of the signals in this edition were made artificially for the demonstration. They count in the figures and are quoted nowhere.

## Who filed

filers-heading = Who filed
filers-intro = { $named ->
        [0] No organisation chose to be named here.
        [one] One organisation agreed to be named here.
       *[other] { $named } organisations agreed to be named here. They stand on a continuum from formal to informal.
    }
filers-organisation = Organisation
filers-sector = Sector
silent-heading = Sectors that stayed silent
silent-intro = In this period no organisation from these sectors filed a signal. That does not mean that they see nothing.
silent-no-member = The network has no member from this sector yet.
silent-members = There are members from this sector; they filed nothing.
silent-none = Every sector of the network filed at least one signal.
withheld-heading = Structural signals that are not printed
withheld-intro = Only what meets the four criteria and has the agreement of every organisation is printed. { $count ->
        [one] One structural signal is therefore
       *[other] { $count } structural signals are therefore
    } not in this bundle.
withheld-none = Every structural signal put forward received the agreement of all member organisations.
withheld-title = Reasons
withheld-reason = Reason
withheld-count = Structural signals
withheld-no-agreement = Not every organisation agreed
withheld-criteria = Does not meet all four criteria
withheld-not-cleared = Nobody but its author checked that no one can be recognised
withheld-incomplete = The text is not complete in Dutch and French

## Colophon

colophon-heading = Colophon
colophon-publication = Publication
colophon-publication-value = Bundle of signals, edition { $edition }, revision { $revision }, { $date }
colophon-network = Network
colophon-period = Period
colophon-languages = Languages
colophon-languages-value = This bundle exists in Dutch, French and English. In case of doubt the Dutch and French texts hold, with which the organisations agreed.
colophon-tables-hash = SHA-256 of tables.json
colophon-chain = Head of the chain of events
colophon-program = Program
colophon-check = Verification
colophon-check-value = The command megafoon verify makes this publication again from its frozen record and compares every byte and every figure.
colophon-data = Data
colophon-data-value = The tables are attached to this pdf as a CSV file, and lie beside it as tables.json and tables.xlsx.
colophon-accessibility = Accessibility
colophon-accessibility-value = This pdf follows PDF/UA-1 and PDF/A-3a: it works with a screen reader and stays readable in the long term. Every chart has a text that says what it shows.
colophon-licence = Licence
colophon-licence-value = Texts and figures: Creative Commons Attribution 4.0 International (CC BY 4.0).
colophon-fonts = Typefaces
colophon-fonts-value = { $fonts }, under the SIL Open Font License 1.1.
value-no-cause = No cause determined

## The brief of an authority

brief-kicker = Brief with the bundle of signals
brief-title = { $authority }: what concerns you
brief-description = Brief to { $authority } with the bundle of signals, edition { $edition }, over { $period }
brief-heading = At a glance
brief-intro = These structural signals touch on what you decide or apply. Each describes one problem that organisations in the field see, in words that they agreed to. The full text stands in the bundle, under the same number.
brief-intro-none = No chapter of this edition touches on what you decide or apply. In the previous edition structural signals were put to you; what became of them stands below.
brief-role = Your role
brief-role-decides = Decides
brief-role-applies = Applies
brief-role-both = Decides and applies
brief-why = Why you
brief-reason-decides = You decide on the rule.
brief-reason-applies = You apply the rule.
brief-reason-both = You decide on the rule and apply it.
brief-place = Chapter { $number } of the bundle, trace code { $trace }.
brief-owner = { $owner } follows this signal up.
brief-others = The other structural signals of the list in front stand in the bundle only, under their number.
brief-elsewhere = { $title } (chapter { $number } of the bundle)
brief-before = What you answered before
brief-answering = Your answer
brief-answering-text = Answer each structural signal, also where you will not take it up. Your answer stands in the next bundle, beside what the field then sees. If none comes, that stands there too. Only the field closes a structural signal.
brief-figures = Figures count signals, not people or families.
brief-check = Every figure stands in tables.json beside the edition; SHA-256: { $hash }

## The reading pages

reading-language = English
reading-parts = Parts of this edition
reading-start = Overview
reading-figures = Figures
reading-about = About this edition
reading-downloads = Download
reading-pdf = The whole bundle as a PDF
reading-catalogue = Description for data catalogues (DCAT-AP)
reading-manifest = List of all files with their checksums (JSON)
reading-briefs = Brief for each authority
reading-table = The table of this figure
reading-tables-intro = Every figure published about this edition stands here. Under ‘Download’, on the page ‘Overview’, are the tables as a workbook and as CSV.
reading-data-value = The tables stand beside these pages as tables.csv, tables.xlsx and tables.json.
reading-accessibility-value = These pages work without scripts, by keyboard and with a screen reader. Every chart has a text that says what it shows, and its table below.
reading-previous = Previous chapter: { $title }
reading-next = Next chapter: { $title }
reading-cite-heading = How to cite this page
reading-cite = { $network }, ‘{ $title }’. { $foot }. { $revision }.
reading-cite-chapter = { $network }, ‘{ $chapter }’, chapter { $number } of ‘{ $title }’. { $foot }. { $revision }.
reading-address = Permanent address of this chapter
reading-answer = Answer this signal

## The letter to an organisation

letter-kicker = Confidential: for your organisation alone
letter-title = What became of your signals
letter-description = Return letter to { $organisation } with the signal bundle, edition { $edition }, over { $period }
letter-heading = Signal by signal
letter-intro = Thank you for what you passed on. Below stands what became of each signal of your organisation. What stands under no chapter yet is kept: a later edition may take it into a structural signal. This letter is no part of what is published: keep it within your organisation, for whoever lays it beside the bundle knows what you brought in.
letter-column-reference = Reference
letter-column-observed = Seen in
letter-column-domain = Domain
letter-column-fate = What became of it
letter-chapter = It counts, and stands under chapter { $chapter }: ‘{ $title }’.
letter-counted = It counts in the figures, under no chapter yet.
letter-withheld = It counts in the figures. The structural signal that it belongs to is not printed. Reason: { $reason }.
letter-declined = Not taken up, because: { $reason }
letter-declined-wiped = Not taken up. The reason has been wiped since; ask the coordinators of the network.
letter-referred = Referred to whoever can help better: { $reason }
letter-referred-wiped = Referred to whoever can help better.
letter-waiting = It still waits for the coordinators of the network. Once it is accepted, it counts in a later edition.
letter-closing-heading = Is anything wrong?
letter-closing = Tell the coordinators of the network, with the reference. A mistake in the figures is put right in a later edition. No texts stand in this letter: you find them under their reference in Megafoon, for as long as they are kept.
