# The workbench of structural signals: making, writing, agreeing, answering.

## The workbench

nav-structural = Workbench
bench-title = Making structural signals
bench-lead = What several organisations see, brought together as one problem. Each says what still has to happen before it can be printed.
bench-make = Make a structural signal
bench-back = Back to the structural signals
bench-back-one = Back to the structural signal
bench-due = Next steps that are due
reminder-today = today
reminder-late = was due by { $day }
bench-edition = Edition { $edition }, { $state }
bench-none = Choose a few accepted signals that say the same.
    .title = No structural signals yet
bench-merged-list = Merged into another
bench-title-missing = Title missing in { $language }
bench-signals-count = { $count ->
        [0] No signals yet
        [one] One signal
       *[other] { $count } signals
    }
bench-owner-is = Owner: { $owner }
bench-recognised = Recognised: { $often } often, { $sometimes } sometimes
bench-criteria-met = { $count } of 4 criteria
bench-agreed = { $agreed } agree, { $refused } refuse, { $silent } silent
bench-dots = { $count ->
        [one] One dot
       *[other] { $count } dots from { $people } people: from { $least } to { $most }
    }
bench-dots-one = { $count ->
        [one] One dot, from one person
       *[other] { $count } dots, all from one person
    }
bench-dots-none = Nobody gave dots yet.
bench-dots-apart = Opinions differ: from { $least } to { $most }.
bench-dots-near = Opinions are close.
bench-dots-same = Everybody gives the same.
bench-ready = Ready: nothing holds it back.
bench-left-out = Not printed in edition { $edition }. { $reason }.
bench-open-half = { $count ->
        [one] One recommendation stands in one language only
       *[other] { $count } recommendations stand in one language only
    }
bench-edition-waits = { $count ->
        [one] The edition itself still waits for one text elsewhere
       *[other] The edition itself still waits for { $count } texts elsewhere
    }
bench-waits = What still keeps edition { $edition } from being frozen
bench-open-missing = The text is missing in { $language }
bench-open-unfinished = The text is unfinished in { $language }
bench-open-criteria = { $count ->
        [one] One criterion is not met yet
       *[other] { $count } criteria are not met yet
    }
bench-open-clearance = Not yet cleared by a second person
bench-open-refused = { $count ->
        [one] One organisation refuses
       *[other] { $count } organisations refuse
    }
bench-open-not-asked = The organisations have not been asked to agree yet
bench-open-silent = { $count ->
        [one] One organisation is silent
       *[other] { $count } organisations are silent
    }

## One structural signal

bench-standing = What is still to be done
bench-sections = Parts of this page
bench-about = What it is about
bench-trace = Trace code
    .hint = It stands in the bundle beside each chapter and leads to the signals behind it.
bench-trace-unknown = This code belongs to no structural signal. Check it on paper.
bench-trace-find = Find
bench-describe = Change the description
bench-describe-title = Description
bench-merged-into = This was merged into:
bench-text = Text
bench-text-none = Missing
bench-text-none-optional = No English text yet; it is optional
bench-text-unfinished = Unfinished
bench-write = Write the text
bench-signals = Signals
bench-signals-none = No signals belong to it.
bench-read-signal = Read
bench-ticked = With the ticked signals
    .small = take out, split off or move; the signals themselves do not change
bench-members-more = { $count ->
        [one] Show 1 more signal
       *[other] Show { $count } more signals
    }
bench-taken = Edition { $edition } was frozen with these signals. Whoever checks the printed chapter must find them here, so they stay and can no longer be moved, split off or merged.
bench-taken-some = What stands in a frozen edition has no box any more: whoever checks the printed chapter must find it here.
bench-reason = Why?
    .hint = One sentence is enough. It stays with the history; name nobody.
bench-take-out = Take out
bench-move = Move
bench-into = To which structural signal?
bench-into-needed = Choose another structural signal.
bench-tick-needed = Tick one or more signals first.
bench-moved-on = One of these signals is no longer here: somebody was ahead of you. Below is how it stands now.
bench-attached-elsewhere = One of these signals belongs to another structural signal by now. Nothing was added.
bench-criteria = Criteria
bench-criteria-ask = What is met?
bench-note = Note of the working group
    .hint = Why or why not. The note is never printed.
bench-criteria-do = Save the criteria
bench-clearance = Nobody recognisable
bench-clearance-lead = Somebody who did not write it reads the text before it is printed. If the text changes, this starts again.
bench-written-by = Written by { $names }.
bench-written-elsewhere = Written outside this workbench.
bench-own-text = You wrote this text: somebody else has to clear it.
bench-text-changed = The text has changed meanwhile. Read it again before you tick.
bench-clearance-ask = What did you check?
bench-clear-no-unique-event = No event that happened only once
bench-clear-no-rare-combination = No nationality or illness together with place and family size
bench-clear-not-in-the-press = Nothing that was in the press
bench-clear-no-building = No building that can be found
bench-cleared-by = cleared by { $name }
bench-not-cleared = not cleared yet
bench-clearance-do = Save what I checked
bench-agreement = Agreement
bench-agreement-not-asked = The organisations have not been asked to agree yet.
bench-agreement-until = Asked until { $day }.
bench-agreement-earlier = Spoke of an earlier version
bench-agreement-silent = Silent
bench-recognition = ‘We see this too’
bench-recognition-none = No organisation answered yet.
bench-priority = Priority
bench-dots-own = Your dots
    .hint = You have ten for the whole edition. Zero takes them back.
bench-dots-do = Give dots
bench-dots-number = Write a number from 0 to 10.
bench-dots-too-many = You do not have that many dots left. Take some back elsewhere, or give fewer here.
bench-answers = Answers
bench-recommendations = Recommendations
bench-answers-none = Answers follow once an edition is published.
bench-actions = What the owner does
bench-actions-none = Nothing noted yet.
bench-action = What was done, and with whom?
    .hint = Name services, not families. The organisation that owns it and the network read this.
bench-next = Next step by
bench-next-on = Next step by { $day }
bench-action-do = Note
owned-lead = What your organisation does as the owner: with whom, and what the next step is. The network coordinators read it too; it is not published.
owned-by-network = The network
bench-day-wrong = Write the day as year, month and day, such as 2026-03-31. The year is between 2000 and 2099.
bench-history = History
bench-history-show = Show all that happened
bench-undone = undone
bench-undo-too-late = This can no longer be undone: one of the signals has moved again since.

## What was just done

bench-done-made = Made. Now write the text.
bench-done-made-alone = Made, but without signals: one of them belonged to another by then. Add them below.
bench-done-described = The description is saved.
bench-done-written = The text is saved.
bench-done-added = The signals were added.
bench-done-taken-out = The signals were taken out.
bench-done-moved = The signals were moved.
bench-done-merged = Merged. All the signals are here now.
bench-done-split = Split off. This is the new structural signal.
bench-done-undone = Undone. The signals are back where they were.
bench-done-judged = The criteria are saved.
bench-done-cleared = What you checked is noted.
bench-done-dots = Your dots are noted.
bench-done-noted = Noted.
bench-done-asked = The organisations are asked to agree.
bench-done-agreed = Your organisation’s answer is noted.
bench-done-answered = The answer is noted.
bench-done-verdict = The field’s verdict is noted.
bench-done-completed = The missing language is added.

## History

bench-event-signals-in = { $count ->
        [one] One signal put in
       *[other] { $count } signals put in
    }
bench-event-signals-out = { $count ->
        [one] One signal taken out
       *[other] { $count } signals taken out
    }
bench-event-merged-here = { $count ->
        [one] Another merged into this one, with one signal
       *[other] Another merged into this one, with { $count } signals
    }
bench-event-merged-away = { $count ->
        [one] Merged into another, with one signal
       *[other] Merged into another, with { $count } signals
    }
bench-event-split-from = { $count ->
        [one] Split from another, with one signal
       *[other] Split from another, with { $count } signals
    }
bench-event-split-off = { $count ->
        [one] One signal split off
       *[other] { $count } signals split off
    }
bench-event-structural-signal-described = Described
bench-event-structural-step-undone = A step undone
bench-event-chapter-written = Text written
bench-event-criteria-judged = Criteria judged
bench-event-chapter-cleared = Cleared by a second person
bench-event-dots-given = Dots given
bench-event-action-noted = A step of the owner noted
bench-event-agreement-given = An organisation answered whether it agrees
bench-event-answer-received = Answer of an authority
bench-event-verdict-given = Verdict of the field
bench-event-verdict-completed = Verdict of the field completed in the other language
bench-event-answer-completed = Answer of an authority completed in the other language
bench-event-recognition-given = An organisation said whether it sees this too
bench-event-recommendation-made = Recommendation taken in
bench-event-signals-linked = Signals linked from a file
bench-event-other = Changed

## Choosing and describing

bench-choose-title = Which signals say the same?
bench-choose-lead = Accepted signals that belong to no structural signal yet. What you tick stays ticked when you search differently.
bench-choose-legend = Signals
bench-choose-count = { $count ->
        [0] No signal fits
        [one] One signal fits
       *[other] { $count } signals fit; at most { $shown } are shown
    }
bench-choose-none = Choose something else, or accept signals first.
    .title = Nothing here
bench-choose-go = Go on with the ticked ones
bench-choose-again = Choose other signals
bench-choose-one = Choose
bench-new-title = New structural signal
bench-new-lead = A working title in one language is enough to begin.
bench-no-edition = No edition is open. A structural signal belongs to an open edition: ask whoever runs the network to open one.
bench-working-titles = Working title
bench-working-title = Working title
    .hint = The problem, not the solution.
bench-title-needed = Write a title in at least one language.
bench-rights = Rights
bench-authorities = Competent authorities
    .hint = Proposed: those that decide on the rights and those that apply them. You decide.
bench-propose = Propose the authorities for these rights
bench-owner = Owner
    .hint = The organisation that follows it up.
bench-predecessor = Goes on from
bench-no-predecessor = Nothing: it is new
bench-like-printed = That is why it stands chosen above under “Goes on from”; choose something else if it is not right.
bench-like-open = It is not printed anywhere yet: if they say the same, add the signals there rather than make a new one.
bench-domain-needed = Choose a domain.
bench-cause-needed = Choose a cause, or that no right is in play.
bench-never-eligible-wrong = ‘Never eligible’ only goes with exclusion.
bench-authority-needed = Choose at least one authority.
bench-owner-needed = Choose the organisation that follows it up.
bench-save = Save
bench-cancel = Cancel

## Text

bench-text-title = Write the text
bench-text-lead = Dutch and French are needed to print it; English is optional. Leave an empty line between two paragraphs. If the text changes, agreement is asked again.
bench-part-title = Title
    .hint = The problem, in neutral words.
bench-part-summary = Summary
    .hint = Two sentences at most.
bench-part-see = What we see
    .hint = What happens, with nobody recognisable.
bench-part-exists = What exists already, and why it does not suffice
    .hint = Laws, services, arrangements.
bench-part-structural = Why it is structural
    .hint = Why it recurs and goes beyond one family.
bench-meanwhile = Somebody else saved the text while you were writing.
bench-meanwhile-text = What you wrote is still in the boxes. Where it differs, the other text stands below it. Take over what is good, then save.
bench-theirs = Saved meanwhile by somebody else:
bench-theirs-empty = (empty)
bench-save-mine = Save what is in the boxes

## Merging and splitting

bench-add = Add signals
bench-add-title = Add signals
bench-add-lead = Accepted signals that belong to no structural signal yet.
bench-add-do = Add
bench-split = Split off
bench-split-title = Split off
bench-split-lead = These signals become a new structural signal with the same description. The others stay where they are.
bench-split-do = Split off
bench-merge = Merge into another
bench-merge-title = Merge
bench-merge-lead = The signals go to the other one. First you see what will happen.
bench-merge-moves = { $count ->
        [0] There are no signals to take along.
        [one] One signal goes along.
       *[other] { $count } signals go along.
    }
bench-merge-stays = The text can still be read, but is printed no longer.
bench-merge-agreement = Agreements given so far are about this text, not about the other.
bench-merge-do = Merge
bench-preview = What will happen
bench-preview-show = Show what will happen
bench-change = Choose something else
bench-done-agreed-some = Noted, except where the text has changed meanwhile: that one stands below again.
bench-event-agreement-asked = The organisations asked to agree

## Agreement

nav-agreement = Agreement
nav-agreement-waiting = Agreement ({ $count })
agreement-title = Agreement
agreement-lead = Nothing is printed before every organisation was asked. You speak for your organisation, about this version in Dutch and French.
agreement-until = Asked until { $day }. Only a yes is agreement.
agreement-until-silence = Asked until { $day }. Silence after that counts as agreement: so the network decided.
agreement-not-yet = Once the texts are ready they stand here, with the day until which you can answer.
    .title = You are not asked anything yet
agreement-before = Edition { $edition }, { $state }: what your organisation said
agreement-before-lead = Nothing of it changes any more.
agreement-before-silent = No answer
agreement-none = You answered everything. A text that changes comes back here.
    .title = Nothing waits for you
agreement-waiting = Waiting for your organisation
agreement-waiting-lead = Tick “Not yet” at what you do not approve yet, then agree to all the rest. You sign recommendations apart: only those that you tick.
agreement-except = Not yet
agreement-own-words = With a remark, or refuse
agreement-all = Agree to all the others
agreement-nothing = You ticked everything: nothing is left to agree to.
agreement-preview = Is this right?
agreement-will = Your organisation agrees to
agreement-will-not = Not answered yet
agreement-both = Both languages are printed: read both before you answer.
agreement-signs-not = Not signed:
agreement-unsigned = { $count ->
    [one] One recommendation that you do not sign
   *[other] { $count } recommendations that you do not sign
}
agreement-do = Yes, agree
agreement-back = Back to the list
agreement-answered = What your organisation said
agreement-addressee = Also addressed to your organisation
agreement-changed = The text has changed: your organisation is asked again.
agreement-earlier = Of the earlier version it said: { $said }.
agreement-now = Your organisation said:
agreement-meanwhile = The text changed while you were reading. Below it stands as it is now; what you wrote is still there.
agreement-ask = Does your organisation agree to this text?
agreement-stance-needed = Choose whether your organisation agrees.
agreement-remark = Remark or reason
    .hint = Needed for a remark and for a refusal. Only the network reads it; it is never printed.
agreement-send = Answer
board-title = Who agrees?
board-deadline = Ask for agreement until
    .hint = From now on the organisations read the texts of this edition. You can move the day later.
board-deadline-wrong = Choose a day after today, written as 2026-03-31. The year is between 2000 and 2099.
board-ask = Ask
board-members = By organisation
board-agreed = Agrees
board-refused = Refuses
board-silent = Silent
board-addressee = { $count ->
        [one] One is also addressed to it
       *[other] { $count } are also addressed to it
    }
board-link = Link to answer by
board-link-made = Made on { $day } by { $name }
board-link-answered = Used on { $day }
board-link-do = Make a link
board-link-mail = Mail a link
board-link-revoke = Take the link back
board-link-mailed = { $count ->
        [one] Mailed to one signal coordinator.
       *[other] Mailed to { $count } signal coordinators.
    }
board-link-nobody = No signal coordinator of this organisation has an account: hand the link over yourself.
board-links = Answer without an account
    .lead = With a link an organisation reads the texts and answers once, without signing in. A new link replaces the one before.
board-links-do = Make links for those still silent
board-links-mail = Mail links to those still silent
board-links-title = The links are ready
board-links-once = You see these links only now. Hand each one to the organisation it is for: whoever has it answers for that organisation.
board-links-made = One link per organisation
board-link-copy = Copy
board-link-copied = (copied)
board-link-again = Make the link anew
    .hint = A new link makes this one unusable.
board-links-none = No links were made
    .lead = Whoever is still silent has a link already.
board-links-nobody = Every organisation has answered. No link is needed any more.
board-links-no-texts = This edition has no texts to answer yet.
board-links-kept = Who has a link already
    .lead = These links keep working. Megafoon does not keep them and cannot show them again.
board-links-again = Make these links anew
    .lead = If they got lost, make them anew. The old links stop working from then on: hand the new one to each organisation.
board-links-again-mail = Make anew and mail
board-back = Back to “Who agrees?”
bench-done-link-revoked = The link was taken back.

## Agreeing by link

by-link-title = Does your organisation agree?
by-link-lead = You answer for { $organisation }. Nothing is printed before every organisation was asked.
by-link-once = You may open this page as often as you like and share it within your organisation. You can answer once, so read everything first.
by-link-answered = Your organisation answered on { $day } by this link. Thank you.
by-link-meanwhile = Nothing was sent yet: a text changed, or somebody of your organisation answered while you were reading. What you answered to the others is still there.
by-link-changed = This text is new, or changed while you were reading. Read it and answer again.
by-link-colleague = Somebody of your organisation answered while you were reading: that answer stands here. Choose again.
by-link-wrong = Text { $number }: { $what }
by-link-all = We agree to all texts to which we gave no other answer
by-link-send = Send the answers
    .title = Ready?
    .hint = After that this link shows nothing any more. To change an answer later, ask the network for a new one.
by-link-look = Check the answers
by-link-check = Is this right?
by-link-check-lead = This is what you answer for { $organisation }. Nothing was sent yet.
by-link-check-once = You can send it once.
by-link-change = Change something
by-link-sign = Which recommendations do you sign too?
by-link-signs = Signed too:
by-link-signs-no-longer = No longer signed:

## The pack as a PDF

pack-download = The texts as a PDF
pack-title = Texts to agree on
pack-mark = Draft, not for publication
pack-description = Texts of edition { $edition } of { $network }, about which the organisations are asked
pack-foot = { $network } · edition { $edition }
pack-asked = What we ask
pack-ask = Every organisation of the network is asked of every text whether it may be printed. Your organisation agrees, agrees with a remark, or refuses with a reason.
pack-version-counts = Your answer counts for the version printed here. When a text changes, your organisation is asked again.
pack-sign = Below a text stand recommendations. Your organisation signs them apart; what nobody signs is not printed.
pack-recommendation = { $kind }: { $asks }
pack-how = You answer by the link that your organisation got, or on Megafoon under “Agreement”.
pack-draft = This is a draft to read together, not to hand out. It holds no counts of signals.
pack-texts = The texts
pack-text = Text { $number }
pack-version = Version { $version } · code { $trace }

## Side by side

compare-title = Compare
compare-lead = Choose two to four.
compare-choose = Which do you compare?
compare-do = Compare
compare-shared = { $count ->
        [0] No word stands in more than one text.
        [one] One word stands in more than one text. It is highlighted.
       *[other] { $count } words stand in more than one text. They are highlighted.
    }

## Answer and verdict

answer-title = Answer of an authority
answer-give = Answer
answer-register = Register an answer from a letter
answer-back = Back to the structural signals
answer-lead = Note what the authority wrote, in its words.
answer-lead-own = You answer for: { $authority }. A later answer replaces this one.
answer-authority = Which authority?
answer-authority-needed = Choose the authority that answers.
answer-state = What does the answer come to?
answer-state-needed = Choose what the answer comes to.
answer-day = Day of the answer
answer-day-wrong = Choose a day that is past or today, written as 2026-03-31. The year is between 2000 and 2099.
answer-text = The answer
    .hint = One language is enough to save. The next edition can be frozen only once it stands in Dutch and in French; the other language can follow later. Whoever reads the structural signal reads this too.
answer-text-needed = Write the answer, in Dutch or in French.
answer-do = Save the answer
verdict-title = Verdict of the field
verdict-give = Say what the field sees
verdict-lead = This is the verdict of { $owner }, which follows it up. Only the field closes a structural signal.
verdict-ask = What do you see since it was published?
verdict-needed = Choose what you see.
verdict-reason = How can you tell?
    .hint = One language is enough to save. The next edition can be frozen only once it stands in Dutch and in French; the other language can follow later. Name nobody.
verdict-reason-needed = Say how you can tell, in Dutch or in French.
verdict-do = Save the verdict

## Texts that an edition waits for

missing-text = { $place }: missing in { $language }
missing-chapter = Text ‘{ $title }’
missing-recommendation = Recommendation { $number } of ‘{ $title }’
missing-answer = Answer to ‘{ $title }’ ({ $authority })
missing-answer-to = Answer to recommendation { $number } of ‘{ $title }’ ({ $authority })
missing-verdict = Verdict of the field on ‘{ $title }’
missing-right = Name of the right ‘{ $name }’
missing-legal-basis = Legal basis of the right ‘{ $name }’
missing-domain = Name of the domain ‘{ $name }’
missing-organisation = Name of the organisation ‘{ $name }’
missing-network = Name of the network
missing-here = Missing in { $language }
missing-add = Add in { $language }
complete-lead-answer = This answer ({ $authority }) is printed only once it exists in { $language } too. What stands, stays.
complete-lead-verdict = This verdict is printed only once it exists in { $language } too. What stands, stays.
complete-stands = What stands
complete-needed = Write it in { $language }.
complete-do = Save
complete-answer = The answer
    .hint = The same as above, in this language.
complete-verdict = How can you tell?
    .hint = The same as above, in this language. Name nobody.

## Forum

forums-title = Forums
forums-lead = Where structural signals were discussed with authorities, and what was decided.
forums-back = Back to the forums
forums-none = Note one as soon as its day is known; decisions can follow later.
    .title = No forum yet
forum-new = Note a forum
forum-change = Change the forum
forum-title = Forum of { $day }
forum-about = Where and with whom
forum-day = Day
forum-place = Place
    .hint = The room or the building.
forum-authorities = Authorities invited
forum-topics = Structural signals discussed
    .hint = Tick what was discussed. The button below opens a box at each for what was decided.
forum-topics-none = Nothing is ticked yet.
forum-open-decisions = Show boxes for what was decided
forum-decision = What was decided about this?
    .hint = Name services and functions, no families.
forum-undecided = Nothing was decided about this.
forum-decisions = Other decisions
    .hint = What does not belong to one structural signal.
forum-discussed = Discussed at a forum
forum-discussed-count = { $count ->
        [0] Nothing discussed yet
        [one] One structural signal discussed
       *[other] { $count } structural signals discussed
    }
forum-meanwhile = Somebody else changed this forum while you were writing. What you wrote is still there; saving it replaces what stands now.
    .read = Read what stands now
forum-done-held = The forum is noted.
forum-done-changed = The forum is changed.
