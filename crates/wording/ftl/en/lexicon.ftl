# The words by which signals find each other: searching, adding, switching off, trying.

lexicon-title = Words and concepts
lexicon-lead = A concept is one thing with all the words for it, in three languages: that is how a Dutch and a French signal find each other. Is a word missing that your network uses? Add it, and from now on it counts.
lexicon-back = Back to the words and concepts
lexicon-search = Look for a word
    .hint = In Dutch, French or English; part of the word will do.
    .button = Search
lexicon-found = { $count ->
        [0] Nothing found
        [one] One concept found
       *[other] { $count } concepts found
    }
lexicon-not-found = Try another word, or add the concept yourself.
    .title = The program does not know this word yet
lexicon-changed = Changed by this network
lexicon-changed-none = Nothing yet. All words are the program’s own.
lexicon-is-changed = changed
lexicon-own = of this network
lexicon-groups = All concepts, by group
lexicon-group-network = Concepts of this network
lexicon-group-actor = Services and institutions
lexicon-group-right = Rights
lexicon-group-document = Papers and letters
lexicon-group-place = Places
lexicon-group-procedure = Steps and procedures
lexicon-group-obstacle = What goes wrong
lexicon-group-digital = Digital
lexicon-group-money = Money
lexicon-group-housing = Housing
lexicon-group-energy = Energy and water
lexicon-group-health = Health
lexicon-group-education = School
lexicon-group-childcare = Childcare
lexicon-group-family = Family
lexicon-group-violence = Violence
lexicon-group-work = Work
lexicon-group-residence = Residence
lexicon-group-language = Language
lexicon-group-situation = Situations
lexicon-group-feeling = Feelings
lexicon-group-everyday = Everyday words

lexicon-new = Add a concept
lexicon-new-lead = Write the words for one and the same thing in at least two languages: the official name, the abbreviation, and what people say in practice.
lexicon-make = Add the concept
lexicon-words = Words
    .hint = The usual word first; a comma or a new line in between. A short phrase will do too. No names of people.
lexicon-two-languages = Write a word in at least two languages: otherwise the concept brings nobody together.
lexicon-nothing = Write at least one word.
lexicon-wrong-empty = There is no letter in ‘{ $word }’. Write a word.
lexicon-wrong-long = ‘{ $word }’ is too long. Write a word or a short phrase, sixty characters at most.
lexicon-wrong-star = ‘{ $word }’: a star stands before or behind one word, with at least five letters beside it. Otherwise write the words in full.
lexicon-wrong-common = ‘{ $word }’ stands in every text, so it tells nothing. Write a word that is about this alone.
lexicon-wrong-there = ‘{ $word }’ is here already, or another form of the same word.
lexicon-wrong-off = ‘{ $word }’ is switched off here. Switch it on again among the changes.
lexicon-wrong-elsewhere = ‘{ $word }’ belongs to the concept ‘{ $of }’ already. Write a longer phrase, or switch the word off there first.

lexicon-own-lead = Your network added this concept itself.
lexicon-brought-lead = The program knows this concept; your network can add words to it.
lexicon-counts = Words that count
lexicon-no-word = none yet
lexicon-log = In the log
lexicon-added-by = { $language }, added by { $who } on { $day }
lexicon-off-by = { $language }, switched off by { $who } on { $day }
lexicon-take-away = Take away
lexicon-switch-on = Switch on again
lexicon-add = Add words
lexicon-add-button = Add
lexicon-off = A word leads astray
    .hint = Does a word bring signals together that do not belong together? Switch it off here: it then no longer counts for this concept, nor does its plural. It comes back whenever you like.
lexicon-off-button = Switch off what is ticked
lexicon-remove = Take this concept away
    .hint = All its words go with it and no longer count.
lexicon-remove-button = Take the concept away

lexicon-done-made = The concept is added. Signals are being compared anew.
lexicon-done-gone = The concept is gone. Signals are being compared anew.
lexicon-done-added = Added. Signals are being compared anew.
lexicon-done-taken = The word is gone. Signals are being compared anew.
lexicon-done-off = Switched off. Signals are being compared anew.
lexicon-done-on = The word counts again. Signals are being compared anew.

lexicon-try = Try it
lexicon-try-here = Try words before you add them
lexicon-try-lead = Which concepts do two texts share, before and after? Nothing of what you write here is kept.
lexicon-two-texts = Two texts
lexicon-first = First text
    .hint = For example the problem from a Dutch signal.
lexicon-second = Second text
    .hint = For example the same problem in French.
lexicon-try-words = With these words added to the concept
lexicon-try-button = Compare
lexicon-which = Which concepts do they share?
lexicon-shared = What they share
lexicon-alone = With the program’s own words alone
lexicon-now = As it is now
lexicon-with-these = With the new words
lexicon-is-new = new
lexicon-nothing-shared = No concept at all.
lexicon-alone-each = What stands in only one of the two
lexicon-only-first = Only in the first
lexicon-only-second = Only in the second

log-thing-concept = Concept
log-concept-added = Concept added
log-concept-removed = Concept taken away
log-concept-word-added = Word added to a concept
log-concept-word-removed = Word taken away from a concept
log-concept-word-switched-off = Word of a concept switched off
log-concept-word-switched-on = Word of a concept switched on again
