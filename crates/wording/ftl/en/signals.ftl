# What became of a signal: my signals, one signal, the organisation’s and the network’s queues, structural signals; and
# what screening found in a text.

## Boxes for free text

free-text-counter = At most { $limit } characters
free-text-optional = may stay empty
free-text-missing = Write something in this box first.
free-text-long = This is too long. Shorten the text to at most { $limit } characters.
free-text-control = This text holds a character that we cannot keep. Type it again.
free-text-uncovered = There is a character here that cannot be printed. Write it differently.
free-text-blocked = This text holds something by which someone can be recognised. It was not saved: write it differently.
free-text-marked = Something in this text may point at one person. Read it again: take it out, or confirm below that it points at nobody.
free-text-asks-who = This seems to ask who the family is. The network never needs to know: ask about the problem, or confirm below that you ask about nobody.
free-text-sure-who = I have read this again: I ask about no person.
free-text-sure = I have read this again: nobody can be recognised here.

## What screening found

finding-do-blocked = Take it out or write it differently. While it is there, we do not keep the text.
finding-do-marked = If it points at one person, take it out. If it is a service or a place, it may stay.
finding-nrn = This looks like a national register number.
finding-bis = This looks like a BIS number.
finding-eid = This looks like the number of an identity card.
finding-iban = This looks like a bank account number.
finding-email = This looks like an e-mail address.
finding-phone = This looks like a telephone number.
finding-card = This looks like the number of a bank card.
finding-ov = This looks like a number of the Immigration Office.
finding-cg = This looks like a number of an asylum procedure.
finding-plate = This looks like a licence plate.
finding-profile = This looks like a profile on social media.
finding-dob = This looks like a date of birth.
finding-addr = This looks like an address.
finding-coordinates = This looks like a point on the map.
finding-name = Is this a name?
finding-initials = Are these the initials of a name?
finding-age-place-family = Age, place and family together can point at one family.
finding-room = This looks like a room number.
finding-rare = This combination may fit only one family.
suggestion-nrn = Rather write ‘a mother with three children’.
suggestion-bis = Rather write ‘someone without a national register number’.
suggestion-eid = Rather write ‘a father with a valid identity card’.
suggestion-iban = Rather write ‘the family’s account’.
suggestion-email = Rather write ‘the service does not answer e-mails’.
suggestion-phone = Rather write ‘nobody answers the telephone’.
suggestion-card = Rather write ‘the family’s bank card’.
suggestion-ov = Rather write ‘a family in a residence procedure’.
suggestion-cg = Rather write ‘a family in an asylum procedure’.
suggestion-plate = Rather write ‘the family’s car’.
suggestion-profile = Rather write ‘on social media’.
suggestion-dob = Rather write ‘a child of six’ or ‘an elderly woman’.
suggestion-addr = Rather write ‘a home in Cureghem’ and choose the municipality in the list.
suggestion-coordinates = Choose the municipality in the list.
suggestion-name = Rather write ‘a family with three children’ than what they are called.
suggestion-initials = Rather write ‘a mother’ or ‘a single man’.
suggestion-age-place-family = Leave one of the three out, or write ‘young children’.
suggestion-room = Rather write ‘in the shelter’.
suggestion-rare = Write more generally: ‘a large family’, ‘a chronic illness’.

## What was just done

done-released = Released. The signal is now with the network coordinator.
done-solved = Noted as solved internally.
done-asked = Your question has been asked. It stands with the signal.
done-replied = Your reply has been sent.
done-accepted = Accepted. The signal counts.
done-declined = Not taken up. The filer will read your reason.
done-withdrawn = The signal has been withdrawn.
done-draft-deleted = The draft has been thrown away.
done-recognised = Noted. This is your organisation’s answer.
done-proposed = Noted as a proposal. Your signal coordinator will confirm it.
done-undone = Undone. The signal is back where it was.
done-undo = Undo
done-next = Here is the next one.
done-last = Nothing else is waiting.

## Pages

paging-label = Pages
paging-previous = Previous
paging-next = Next
paging-here = Page { $page } of { $pages }

## My signals

signals-title = My signals
signals-lead = What you passed on, and what became of it.
signals-new = New signal
signals-waiting = { $count ->
        [one] There is one question for you
       *[other] There are { $count } questions for you
    }
signals-own = Passed on
signals-none = Do you see something that keeps coming back and that you cannot solve alone? Three minutes are enough.
    .title = Nothing here yet
drafts-title = Drafts
drafts-lead = What you kept to finish later. Only you can read it.
draft-tag = Draft
draft-name = Draft of { $day }
draft-kept = { $count ->
        [0] Deleted today
        [one] Kept one more day
       *[other] Kept { $count } more days
    }
draft-open = Go on writing
draft-delete = Throw away
signal-filed-on = Passed on on { $day }
signal-question-waits = One question for you
signal-question-open = Question open
signal-answered = Answer of the authority
    .on = Answer of the authority, { $day }
signal-words-gone = (the text was wiped as planned)
signal-now-pre-signal = Your organisation’s signal coordinator is reading it.
signal-now-solved-internally = Your organisation solved it itself.
signal-now-released = A network coordinator is reading it. You will hear from a human within ten working days.
signal-now-accepted = It counts and lies beside what others see.
signal-now-declined = It goes no further. You can read why.
signal-now-referred-elsewhere = Somebody else can do more about it. You read to whom it was referred.
signal-now-withdrawn = It has been withdrawn and does not count.
signal-now-edition = It is included in edition { $edition }.

## One signal

signal-back = Back to the list
signal-became = What became of it
path-done = done
path-now = now
path-later = later
path-filed = Passed on
    .text = On { $day }.
path-weighing = The organisation weighs it
    .text = The signal coordinator looks whether it recurs, whether it goes beyond one situation and whether it can be solved internally.
path-solved = Solved internally
    .text = It does not go to the network. Where somebody wrote how it was solved, that is told below.
path-released = Released by the organisation
path-direct = Straight to the network
    .text = The coordinators of the own organisation do not see this signal.
path-reading = A network coordinator reads it
    .text = A human answers within ten working days.
path-declined = Not taken up
    .text = The reason is told below.
path-referred = Referred elsewhere
    .text = Somebody else can take it further. To whom stands below.
path-withdrawn = Withdrawn
    .text = The signal does not count. The text is wiped after three months.
path-accepted = Accepted by the network
path-gathering = Together with what others see
    .text = When several organisations see the same, it becomes a structural signal.
path-structural = Part of a structural signal
path-edition = In the bundle
    .text = Every organisation is asked for its agreement. Nothing is printed without it.
path-answer = The authority answers
    .text = Its answer will stand here, beside what the field sees.
path-answered = The authority has answered
    .text = You read its answer below, beside what the field sees.
became-open = Edition { $edition }, not published yet
became-published = Edition { $edition }
became-chapter = Edition { $edition }, chapter { $chapter }
signal-reason-declined = Why it was not taken up
signal-reason-referred = To whom it was referred
signal-reason-solved = How it was solved internally
signal-words = The text as passed on
signal-marks = { $count ->
        [one] One place is marked. Check that nobody can be recognised there.
       *[other] { $count } places are marked. Check that nobody can be recognised there.
    }
signal-facts = Details
signal-facts-decided = Where the coordinator decided otherwise, it says so. Your own choice is kept.
signal-decided = Decided: { $value }
signal-receipt = Receipt
sides-authority = What the authority says
sides-field = What the field sees
sides-no-answer = No answer yet.
sides-no-verdict = The field has not judged yet. Only the field closes a structural signal.
sides-by = { $who }, { $day }
thread-title = Question and reply
thread-empty = Nothing has been asked yet.
thread-coordinator = Coordinator
thread-filer = Filer or organisation
thread-own-coordinator = Coordinator (your side)
thread-own-filer = You or your organisation
thread-wiped = (this text was wiped as planned)
thread-question = Your question
    .hint = About the problem. Never ask who the family is: nobody needs to know.
    .send = Ask the question
thread-reply = Your reply
    .hint = About the problem. Nobody needs to know who the family is, and nobody may ask you.
    .send = Reply
weigh-title = What will you do with this?
weigh-recurring = Does it recur?
weigh-beyond = Does it go beyond one situation?
weigh-ourselves = Can we solve it ourselves?
weigh-release = Release
    .text = The signal goes to the network coordinator.
weigh-solved = Solved internally
    .small = it goes no further, and the filer reads how
weigh-note = How was it solved?
    .hint = The filer will read this. Name services, not persons.
weigh-solved-send = Note as solved
weigh-ask = Ask something first
judge-title = Does the network take this up?
judge-accept = Accept
    .text = The signal counts and is laid beside the others.
judge-decline = Do not take up
    .small = the filer reads why
judge-reason = Why not?
    .hint = One sentence is enough: ‘not taken up, because …’. It is meant for whoever gave the signal.
judge-decline-send = Do not take up
withdraw-open = Withdraw this signal
    .text = Possible until the edition is closed.
withdraw-title = Withdraw this signal?
withdraw-text = It will no longer count. The text is wiped after three months. That a signal was withdrawn stays on record.
withdraw-yes = Yes, withdraw
withdraw-no = No, go back

## Our organisation

organisation-title = Signals of our organisation
organisation-lead = Signalling is a task of the organisation. What you release goes to the network. The oldest come first; what waits for an answer comes last.
organisation-sections = Sections
organisation-weigh = To weigh ({ $count })
organisation-released = Released
organisation-solved = Solved internally
organisation-signals = Signals
organisation-all = All
organisation-age = { $count ->
        [0] Came in today
        [one] Has waited one day
       *[other] Has waited { $count } days
    }
organisation-filer = From { $name }
organisation-card = With the filing card of { $organisation }
organisation-marks = { $count ->
        [one] One marked place
       *[other] { $count } marked places
    }
organisation-none-weigh = New signals of your colleagues arrive here.
    .title = Nothing is waiting for you
organisation-none-to-weigh = No signals to weigh
organisation-texts = { $count ->
    [one] One text waits for the agreement of your organisation
   *[other] { $count } texts wait for the agreement of your organisation
}
organisation-none = There is no signal in this section yet.
    .title = Nothing yet
suggested-link = Proposals
proposals-title = ‘We see this too’: to confirm
proposals-lead = Your colleagues recognise these problems. What you confirm is your organisation’s answer.
proposal-by = { $name } proposes: { $answer }
proposal-answer = The organisation’s answer
proposal-confirm = Confirm

## Network

network-title = Released signals
network-lead = The oldest first; what waits for an answer comes last. Every filer hears from a human within ten working days.
network-count = { $count ->
        [0] No signals
        [one] One signal
       *[other] { $count } signals
    }
network-all = All
network-show = Show
network-overdue = More than ten working days without an answer
network-direct = Straight from a worker
network-none = What organisations release arrives here.
    .title = Nothing is waiting
network-none-filtered = Choose something else, or show all.
    .title = No signal fits

## Structural signals

problems-title = Structural signals
problems-lead = Problems that several organisations see: published, or ready to be submitted.
problems-lead-reader = Problems that several organisations see, as the bundle brought them.
problems-sections = Which problems
problems-all = All
problems-unanswered = Not yet answered
problems-none = As soon as an edition has chapters, they stand here.
    .title = No structural signals yet
structural-open = Being submitted for edition { $edition }
structural-published = Published in edition { $edition }
structural-text = What we see
structural-ask = Does your organisation see this too?
structural-ours = Your organisation’s answer: { $answer }
structural-change = You can change it.
structural-proposed = You proposed: { $answer }. Your signal coordinator will confirm it.

# Signals that say the same thing

similar-title = Signals like this one
similar-lead = The program only proposes. Whether they say the same thing is for you to decide.
similar-shared = In common: { $what }
similar-and = { $before }; { $part }
similar-same-right = the same right
similar-same-cause = the same cause
similar-same-theme = They are about related subjects.
similar-choose = Belongs with it
similar-make = Make a structural signal
similar-none = Nothing is clearly like this signal.
    .title = No similar signals
similar-not-yet = After a restart the program first reads all signals. Come back in a minute.
    .title = The comparison is being prepared
suggested-title = Proposals for structural signals
suggested-lead = Accepted signals that belong to nothing yet and are like each other, also across languages. What no structural signal says yet comes first, beginning with what most organisations see. You decide what belongs together.
suggested-group = { $count ->
    [one] 1 signal
   *[other] { $count } signals
} from { $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
}
suggested-more = { $count ->
    [one] and 1 more signal
   *[other] and { $count } more signals
}
suggested-waiting = { $count ->
    [one] 1 signal in the queue says this too.
   *[other] { $count } signals in the queue say this too.
}
suggested-known = Like what a structural signal says already:
suggested-make = Look and make a structural signal
suggested-none = As soon as three accepted signals or more are like each other, they stand here.
    .title = No proposals
suggested-none-why = { $count ->
    [0] No accepted signal stands alone any more: each belongs to a structural signal, or a frozen edition took it.
    [one] One accepted signal belongs to nothing yet.
   *[other] { $count } accepted signals belong to nothing yet, but no three of them are alike.
}
