# The fields of a signal as people see them, and what is wrong with one: each sentence says what to do.
# A sentence never repeats what was filled in.

field-reference = Reference
field-organisation = Organisation
field-observed = Observed
field-language = Language
field-headline = Headline
field-problem = Problem
field-impact = Impact
field-tried = Tried
field-tried_note = Note on what was tried
field-cause = Cause
field-other_causes = Other causes
field-never_eligible = Never eligible
field-domain = Domain
field-other_domains = Other domains
field-right = Right
field-target_groups = Target groups
field-place = Place
field-other_places = Other places
field-no_municipality = No competent municipality
field-authority = Competent authority
field-recurrence = Recurrence
field-source = Source
field-generated = Generated

problem-missing = ‘{ $field }’ is empty. Fill in this required field.
problem-too-long = ‘{ $field }’ is too long. Shorten the text to at most { $limit } characters.
problem-unknown-code = ‘{ $field }’ holds a value that is not in the list. Choose a code or a label from the list.
problem-retired = ‘{ $field }’ holds a value that is no longer used. Choose another from the list.
problem-not-a-month = ‘{ $field }’ is not a month. Write year and month as YYYY-MM, for example 2025-03.
problem-in-the-future = ‘{ $field }’ lies in the future. Fill in the month in which the problem was seen.
problem-not-yes-or-no = ‘{ $field }’ is neither yes nor no. Fill in yes or no, or leave the field empty.
problem-repeated = ‘{ $field }’ holds the same value twice, or repeats the main value. Keep each value once.
problem-only-with-exclusion = ‘{ $field }’ goes only with the cause ‘Exclusion’. Choose that cause, or answer no.
problem-control-character = ‘{ $field }’ holds a character that cannot be stored or printed. Remove it or type the text again.
problem-personal-data = ‘{ $field }’ holds something by which someone can be recognised. Describe the problem and not the person, for example ‘a family with three children’.
problem-uncovered-character = ‘{ $field }’ holds { $count ->
        [one] a character that we cannot print
       *[other] { $count } characters that we cannot print
    }: { $characters }. Replace them with ordinary letters.
