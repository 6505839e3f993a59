# The work of coordinators: going through queues, weighing, deciding, putting right, and the log.

## Queue

queue-skip = Skip to the list
queue-views = Saved lists
queue-view-delete = Delete this list
queue-all = Show everything
queue-find = Search and choose
queue-search = Search in the text
    .button = Search
    .hint = Articles and other small words do not count. What you type does not get into the address of the page.
queue-keep = Save for everyone
    .name = Name of this list
queue-keep-nothing = Choose or search something first. A list without a choice is the whole queue.
queue-overdue = Term
queue-overdue-yes = Waits too long
queue-asked = Question
queue-asked-yes = With an open question
queue-asked-no = Without an open question
queue-aside = Put aside
queue-aside-no = Do not show
queue-aside-yes = Only what is put aside
queue-marked = Marks
queue-marked-yes = With a marked place
queue-marked-no = Without a marked place
queue-marked-not-yet = Not looked through yet
queue-not-looked-at = { $count ->
        [one] One signal has not been looked through for this yet. You find it under ‘Not looked through yet’.
       *[other] { $count } signals have not been looked through for this yet. You find them under ‘Not looked through yet’.
    }
queue-order = Order
queue-order-oldest = Oldest first
queue-order-newest = Newest first
queue-select = Select
queue-postpone = Aside for two weeks
queue-ask = Ask something
queue-alike = { $count ->
        [one] 1 other signal is like this
       *[other] { $count } other signals are like this
    }
latest-old = { $count ->
        [0] This is from a moment ago. Something has changed since, and it is being made again. Reload the page in a moment.
        [one] This is from a minute ago. Something has changed since, and it is being made again. Reload the page in a moment.
       *[other] This is from { $count } minutes ago. Something has changed since, and it is being made again. Reload the page in a moment.
    }
bulk-accept = Accept what is selected
bulk-release = Release what is selected
bulk-decline = Do not take up what is selected
bulk-solve = Note what is selected as solved
bulk-refer = Refer what is selected
bulk-postpone = Put aside what is selected
bulk-same-case = What is selected is the same case
bulk-other = Something else with what is selected
bulk-words = What you write here will stand with each selected signal.
bulk-counts = This signal counts
bulk-same-text = Together they count once. All signals stay, and you can take it back.
bulk-same-alone = Select at least two signals that tell the same case.
bulk-asks = { $count ->
        [0] None of these waits for a decision any more.
        [one] One signal. Is that right?
       *[other] { $count } signals. Is that right?
    }
bulk-left = { $count ->
        [one] One ticked signal is not among them: at most { $most } are decided at once. It stays in the list.
       *[other] { $count } ticked signals are not among them: at most { $most } are decided at once. They stay in the list.
    }
bulk-done = { $count ->
        [0] Nothing was done.
        [one] One signal is dealt with.
       *[other] { $count } signals are dealt with.
    }
bulk-item-done = Done
bulk-item-counts = Accepted: this signal counts
bulk-item-undone = Back where it was
bulk-decided = This was decided meanwhile.
bulk-same-not = This could not be noted as the same case: it belongs to another case already, or the signal that counts is not accepted.
bulk-undo = Undo all of it
bulk-undone = { $count ->
        [0] Nothing was undone.
        [one] One signal is back where it was.
       *[other] { $count } signals are back where they were.
    }
bulk-too-late = This can no longer be undone: something else has happened to it.
keys-show = Keys
keys-how = Keys work in the list: from the top of the page Tab, Tab and Enter take you there. ? shows them.
keys-move = j or arrow down: next. k or arrow up: previous.
keys-open = Enter: open
keys-select = x: select
keys-several = b: to the button for what is selected
keys-press = { $key }: { $does }
keys-help = ?: show or hide this
keys-on = Use keys while the list has the focus

## Weighing and deciding

weighing-yes = yes
weighing-no = no
weighing-unknown = I do not know
weigh-questions = Three questions first
weigh-save = Keep the answers
weigh-missing = Answer the three questions. ‘I do not know’ is an answer too.
weighed-organisation = The organisation answered: { $answers }
weighed-network = The network answered: { $answers }
refer-open = Refer elsewhere
    .small = somebody else can do more about it
refer-where = To whom, and why?
    .hint = The filer reads this. Name a service or an organisation, not a person.
refer-send = Refer
aside-open = Put aside
    .small = it comes back to the queue by itself
aside-until = On which day does it come back?
aside-send = Put aside
aside-wrong = Choose a day after today. The year is between 2000 and 2099.
aside-now = Put aside: comes back on { $day }.
same-open = Same case as another signal
    .small = it counts once, and both stay
same-bar = Same case
same-receipt = Receipt code of the other signal
same-choose = Or choose among accepted signals with the same domain and cause
same-look = Put side by side
same-title = Is this the same case?
same-text = It then counts once. Both signals stay, and you can take it back.
same-this = This signal
same-other = The other signal
same-yes = Yes, the same case
same-wrong = There is no accepted signal with this code that can stand for this case.
correct-open = Correct the codes
    .small = what was filed stays beside it
correct-send = Correct
correct-wrong = This choice does not exist in your network. Choose from the list.
redact-open = Remove a passage
    .small = for good, with no way back
redact-field = In which box does it stand?
redact-passage = What has to go?
    .hint = Copy the words exactly as they stand. Wherever they stand in that box, […] takes their place.
redact-look = Look first
redact-missing = These words do not stand in that box. Copy them exactly.
redact-title = Remove this passage?
redact-text = There is no undo. The old text is wiped together with its key.
redact-before = Now
redact-after = Afterwards
redact-yes = Remove for good
done-weighed = Your answers are kept.
done-corrected = Corrected. What was filed stays beside it.
done-postponed = Put aside. It comes back by itself.
done-referred = Referred. The filer reads to whom.
done-same-case = Noted as the same case. It counts once.
done-redacted = The passage is removed for good.

## What rises

rising-link = What is rising?
rising-title = What is rising?
rising-back = Back to the network’s signals
rising-lead = The last months beside all that came before. Here stands what comes in more often than chance explains, and more often than everything else. Why that is, you know better than the program.
rising-warning = What rises may only be filed more often: a training, a call or a new organisation is enough. Ask around before you conclude that the problem grows.
rising-filing = { $count ->
        [one] 1 signal
       *[other] { $count } signals
    } reached the network in { $month }. About { $expected } could be expected; { $from } to { $to } would be usual.
rising-found = { $count ->
        [one] 1 signal
       *[other] { $count } signals
    } ({ $when }). About { $expected } expected, had it gone along with everything else; { $from } to { $to } would be usual.
rising-by-share = Beside everything else: { $times } times as many as before (with 95% confidence between { $low } and { $high } times).
rising-by-month = Beside its own past: about { $expected } expected, so { $times } times as many ({ $low } to { $high } times).
rising-chance = Had nothing changed, something this strong would turn up anywhere in all comparisons together in at most { $chance } of the months.
rising-chance-below = Had nothing changed, something this strong would turn up anywhere in all comparisons together in less than { $chance } of the months.
rising-plot = Bars for { $months } months. { $when }: { $count } signals. In the months before, at most { $greatest } a month; the line of what was expected lies at { $expected } a month.
rising-legend = Triangle: month compared. Dotted line: expected. Hollow bar: this month, not over yet.
rising-figures = The figures, month by month
rising-month = Month
rising-these = These signals
rising-all = All signals
rising-note = Note
rising-running = not over yet
rising-compared = compared with what came before
rising-signals = The signals behind this
rising-none = No cause, domain, structural signal or pair of these came in more often than chance and everything else together explain.
    .title = Nothing stands out
rising-too-short = { $count ->
        [0] There is no full month with signals yet.
        [one] There is only one full month with signals yet.
       *[other] There are only { $count } full months with signals yet.
    } From { $needed } months on there is something to compare with.
    .title = Too early to compare
rising-with-all = Also more often than before, but no more than all signals together: { $names }.
rising-how = What was looked at
rising-watched = { $count ->
        [one] One series
       *[other] { $count } series
    } over { $months } full months: per cause, domain and structural signal, and per pair of cause and domain, cause and zone, domain and zone, each with at least one signal a month in the past. The last month, the last three and the last six were each compared with what came before. If nothing changes, something still turns up here in at most { $share } of the months.
rising-limits = What never occurred before does not stand here: there is nothing to compare it with. A problem that comes back every year in the same season may stand here. Signals from a file count in the month in which they were observed.

## Log

log-title = Log
log-lead = Who did what, and on which day. Nothing that people wrote stands in it.
log-here = What happened
log-thing = To what
log-who = Who
log-from = From
log-to = Up to
log-day = Day
log-what = What
log-older = Older
log-csv = As a CSV file
log-none = Nothing found.
log-undo = Take back
log-undone = taken back
log-nobody = without an account
log-by-link = An organisation, by a link
log-by-link-of = { $organisation }, by a link of { $name }
log-someone = account that is no longer there
log-filer = filer
log-wrong = This is no day. Write it as 2026-03-12. The year is between 2000 and 2099.
log-thing-signal = Signal
log-thing-structural-signal = Structural signal
log-thing-edition = Edition
log-thing-account = Account
log-thing-card = Filing card
log-thing-token = Token of a program
log-thing-import = Imported file
log-thing-export = Export
log-thing-network = Network
log-thing-organisation = Organisation
log-thing-domain = Domain
log-thing-right = Right
log-thing-filter = Saved list
log-thing-forum = Forum
log-thing-text = Text
log-account-added = Account added
log-account-changed = Account changed
log-account-disabled = Account locked
log-account-enabled = Account unlocked
log-action-noted = Follow-up noted
log-address-changed = E-mail address changed
log-agreement-asked = Agreement asked
log-agreement-given = Agreement noted
log-agreement-link-made = Link to answer by made
log-agreement-link-revoked = Link to answer by taken back
log-answer-completed = Answer of an authority completed in the other language
log-answer-received = Answer of an authority noted
log-card-added = Filing card made
log-card-revoked = Filing card revoked
log-chapter-cleared = Chapter read again and cleared
log-chapter-written = Chapter written
log-criteria-judged = Criteria judged
log-dots-given = Dots given
log-edition-described = Edition described
log-edition-frozen = Edition frozen
log-edition-opened = Edition opened
log-edition-published = Edition published
log-exported = Signals exported to a file
log-filter-deleted = Saved list deleted
log-filter-saved = List saved
log-forum-changed = Forum changed
log-forum-held = Forum noted
log-import-begun = Import begun
log-import-done = Import done
log-import-removed = Unfinished import removed
log-link-asked-for = Sign-in link asked for
log-link-made = Sign-in link made
log-list-changed = List of the network changed
log-message-written = Question or reply written
log-password-set = Password set
log-recognition-given = ‘We see this too’ answered
log-recognition-proposed = Answer to ‘we see this too’ proposed
log-recommendation-made = Recommendation made
log-second-factor-changed = Second step of signing in changed
log-settings-changed = Settings changed
log-signal-accepted = Accepted
log-signal-corrected = Codes corrected
log-signal-declined = Not taken up
log-signal-filed = Filed
log-signal-handed-over = Handed over to a colleague
log-signal-postponed = Put aside
log-signal-redacted = A passage removed
log-signal-referred = Referred elsewhere
log-signal-released = Released
log-signal-same-case = Noted as the same case as another
log-signal-solved-internally = Noted as solved internally
log-signal-stands-for-case = Stands for the whole case from now on
log-signal-step-undone = A decision taken back
log-signal-weighed = The three questions answered
log-signal-withdrawn = Withdrawn
log-signals-linked = Signals linked to a structural signal
log-signals-moved = Signals moved between structural signals
log-structural-signal-described = Structural signal described
log-structural-signal-part-removed = Part of a structural signal removed
log-structural-signal-split = Structural signal split
log-structural-signals-merged = Structural signals merged
log-structural-step-undone = Step with structural signals taken back
log-text-wiped = Text wiped
log-text-written = Text written
log-token-added = Token of a program made
log-token-revoked = Token of a program revoked
log-verdict-completed = Verdict of the field completed in the other language
log-verdict-given = Verdict of the field noted

## What the next edition would show

foreseen-link = Figures of the next edition
foreseen-title = What the next edition would show
foreseen-lead = If edition { $edition } ({ $period }) were frozen today, it would count { $count ->
        [one] one signal
       *[other] { $count } signals
    }.
foreseen-inside = For coordinators only: the reasons on this page tell which counts are small.
foreseen-shown = What would be published
foreseen-whole = { $published } of { $all } figures published; the others are protected.
foreseen-tables = { $planned } tables as planned, { $coarser } in a coarser form, { $left } left out.
foreseen-whole-all = All { $all } figures published.
foreseen-together = Taken together with edition { $before } ({ $count } signals): { $cells }
foreseen-both = Editions { $before } and { $edition } together
foreseen-caption = Figures published, of all figures of the table
foreseen-table = Table
foreseen-published = Published
foreseen-groups = Of which totals and groups
foreseen-form = Form
foreseen-of = { $published } of { $all }
foreseen-as-planned = As planned
foreseen-coarser = Coarser, as “{ $table }”: { $why }
foreseen-left-out = Left out: { $why }
foreseen-too-many = too many of its figures would be protected
foreseen-not-safe = a protected figure would follow from it
foreseen-hint = Where too little remains, a longer period shows more than another table. Which tables are published, and by which rules, stands in the settings of the network.
foreseen-why = What is protected, and why
foreseen-none-protected = Nothing: every planned figure is large enough.
foreseen-cells = { $count ->
        [one] 1 figure:
       *[other] { $count } figures:
    }
foreseen-why-small = too small
foreseen-why-sensitive = too small for a place together with residence status or health
foreseen-why-concentrated = of too few organisations, or too much of one
foreseen-why-before = protected before, or nearly the same as before
foreseen-why-beside = protects another, which would follow from it
foreseen-cell = Figure
foreseen-reason = Why
foreseen-total = All signals
foreseen-costs = What each rule costs
foreseen-costs-caption = Figures published without one rule
foreseen-costs-lead = So many figures would be published without this one rule. That is only to see what it costs: an edition keeps all rules.
foreseen-rule = Without the rule that
foreseen-difference = Difference
foreseen-same = none
foreseen-more = { $count } more
foreseen-fewer = { $count } fewer
foreseen-rule-zeros = a zero is protected too
foreseen-rule-sensitive = place with residence status or health asks for more
foreseen-rule-organisations = enough organisations stand behind a figure
foreseen-rule-share = no organisation filed nearly all of it
foreseen-rule-others = enough signals come from the others
foreseen-rule-insiders = no organisation may work out the part of the others
foreseen-rule-protected-share = a table with too many protected figures is left out
foreseen-nothing = No edition is open, or none of its signals is accepted yet.
    .title = Nothing to show yet
foreseen-missing = { $count ->
        [one] A structural signal names one signal that was never imported.
       *[other] Structural signals name { $count } signals that were never imported.
    } Import them first; until then no edition can be frozen.
    .title = Signals are missing
