# What the command line says. Names of files, codes and options are printed as they are; nothing that a person wrote
# in a signal ever stands in a message.

## Reading files

import-checking = Checking { $file } …
import-storing = Storing { $file } …
import-refused-row = Line { $line }: { $reason }
import-read = { $count ->
        [one] { $count } row read
       *[other] { $count } rows read
    }
import-refused = { $count ->
        [0] none refused
        [one] { $count } refused
       *[other] { $count } refused
    }
import-added = { $count ->
        [0] No signal was added.
        [one] { $count } signal added.
       *[other] { $count } signals added.
    }
import-known = { $count ->
        [one] { $count } signal was there already and is unchanged.
       *[other] { $count } signals were there already and are unchanged.
    }
import-same-file = { $file } has been read before: nothing was added.
import-weighed = { $count ->
        [one] { $count } signal is accepted at once as weighed.
       *[other] { $count } signals are accepted at once as weighed.
    }
import-dry-run = Dry run: nothing was stored.
import-nothing-stored = Nothing of { $file } was stored, because rows were refused. Correct them, or take only the valid rows with --accept-valid.
import-valid-stored = The refused rows were passed over; the others are stored.
import-more-refused = { $count ->
        [one] … and { $count } more refused row, not shown here.
       *[other] … and { $count } more refused rows, not shown here.
    }
import-file-refused = { $file }: { $reason } Nothing was stored.
row-problem-columns = This row has { $found } cells, the header has { $expected }. Check that text with a separator in it stands between quotation marks.
row-problem-reference-taken = ‘{ $field }’ was used before for another signal of this organisation. Give this signal a new number.
row-problem-error-cell = ‘{ $field }’ holds an error value of the spreadsheet. Fill in the cell again.

## Files that are refused

file-problem-not-found = This file does not exist. Check its name and folder.
file-problem-unreadable = This file cannot be read to its end. Check that you may open it and that the disk is in order.
file-problem-no-room-to-check = There is no room to keep the checked rows for a moment. Free some disk space and try again.
file-problem-empty = This file is empty.
file-problem-binary = This is not a text file. Save the signals as CSV or XLSX.
file-problem-wrong-header = The first row does not name the columns of a signal.
file-problem-cut-in-the-middle = This file stops in the middle of the row that begins on line { $line }. Make it again.
file-problem-line-too-long = The row that begins on line { $line } is longer than a signal can be. Check the quotation marks and line ends.
file-problem-bad-encoding = Line { $line } holds characters in an unknown encoding. Save the file as UTF-8.
file-problem-bomb = Unpacked, this file would be far larger than a list of signals can be. It was not opened.
file-problem-not-a-spreadsheet = This file is damaged or is no spreadsheet. Save it again as XLSX or CSV.
file-problem-unsupported = This kind of spreadsheet is not read, or it has a password. Save it without a password as XLSX or CSV.
header-missing = Required columns are missing: { $fields }.
header-unknown = { $count ->
        [one] Column { $columns } has an unknown name.
       *[other] Columns { $columns } have unknown names.
    }
header-repeated = { $count ->
        [one] Column { $columns } repeats an earlier column.
       *[other] Columns { $columns } repeat earlier columns.
    }

## Network file

network-not-json = { $file } is not valid JSON (line { $line }, column { $column }).
network-wrong-form = { $file } does not have the form of a network file (line { $line }, column { $column }).
network-problem-unknown = { $where }: the code ‘{ $code }’ is in no list. Add it or correct it.
network-problem-repeated = { $where }: ‘{ $code }’ stands there twice. Keep one of them.
network-problem-missing = { $where }: this is required and missing.
network-problem-format = { $where }: this version of the file is not read. Use version 1.
network-problem-frozen = { $where }: edition { $code } is frozen, its period stays as it is.
network-problem-only-with-exclusion = { $where }: ‘never eligible’ goes only with the cause ‘Exclusion’.
network-problem-backwards = { $where }: { $code } ends before it begins. Correct one of the two days.
network-problem-unprintable = { $where }: the character { $code } cannot be printed. Replace it.
network-stored = Network read: { $organisations } organisations, { $structural } structural signals, { $editions } editions.
network-entries = { $label }: { $added } new, { $changed } changed, { $same } unchanged
network-unchanged = The network stood in the database like this already: nothing changed.
network-waiting-signals = { $count ->
        [one] { $count } signal is named but not yet imported; it attaches when it arrives.
       *[other] { $count } signals are named but not yet imported; they attach when they arrive.
    }

## Export and sample data

export-done = { $count ->
        [one] { $count } row written to { $file }.
       *[other] { $count } rows written to { $file }.
    }
generate-done = { $count ->
        [one] { $count } synthetic signal written to { $file }.
       *[other] { $count } synthetic signals written to { $file }.
    }

## Steps

step-database = Preparing the database
step-network = Reading the network
step-signals = Reading the signals
step-freeze = Freezing edition { $edition }
step-aggregate = Edition { $edition }: counting signals
step-protect = Edition { $edition }: protecting small counts
step-typeset = Edition { $edition }: typesetting the bundle ({ $language })
step-write = Edition { $edition }: writing files
step-publish = Publishing edition { $edition }
step-verify = Verifying edition { $edition }
step-done = { $step }: done in { $seconds } s
peak-memory = Peak memory: { $megabytes } MB
demo-title = Demonstration: two editions of an invented network
demo-files = The files are in { $directory }:
demo-done = Done in { $seconds } s.

## Editions

edition-opened = Edition { $edition } is open for { $period }.
edition-frozen = Edition { $edition } is frozen with { $signals ->
        [one] { $signals } signal
       *[other] { $signals } signals
    } and { $chapters ->
        [one] { $chapters } structural signal
       *[other] { $chapters } structural signals
    }.
edition-published = Edition { $edition }, revision { $revision }, is published.
edition-line = Edition { $edition } · { $period } · { $state } · revision { $revision }
edition-none = There is no edition yet.
edition-unknown = Edition { $edition } does not exist.
edition-not-frozen = Edition { $edition } is not frozen yet. Freeze it first with megafoon edition freeze.
edition-already-frozen = Edition { $edition } is frozen already.
edition-overlaps = The period overlaps with edition { $edition }.
freeze-refused = Edition { $edition } cannot be frozen.
freeze-missing-texts = These texts do not stand in both Dutch and French yet:
freeze-missing-signals = These signals are named but were not imported:
freeze-missing-signal = { $organisation }, reference { $reference }
freeze-withheld = Not printed: { $title } ({ $reason })
publish-refused = Edition { $edition } is not published: its own checks did not pass.

## Bundle and verification

bundle-written = { $count ->
        [one] { $count } file written in { $directory }.
       *[other] { $count } files written in { $directory }.
    }
bundle-exists = { $directory } exists already and was left unchanged.
bundle-waiting = Another batch is at work; this one waits until it has finished.
bundle-busy = Another batch is at work. Try again later.
verify-same = Edition { $edition }: all { $count } files and every figure agree with the frozen record.
verify-differs = { $file } differs from what the frozen record gives.
verify-missing = { $file } is missing.
verify-extra = { $file } does not belong to this edition.
verify-failed = { $count ->
        [one] { $count } difference found.
       *[other] { $count } differences found.
    }

## Database and settings

database-ready = The database is ready.
database-chain-whole = The chain of { $count ->
        [one] { $count } event
       *[other] { $count } events
    } is whole.
database-chain-broken = The chain of events breaks at event { $event }.
database-head-differs = The chain does not agree with the head printed in { $file }.
database-backed-up = The database is saved in { $file } and verified.
database-restored = The database is restored from { $file } and verified.
database-unavailable = The database cannot be reached. Check its address and your permissions.
database-unknown-address = This is not the address of a database. Write sqlite://FILE or postgres://…
database-not-empty = The database is not empty. Choose another one to restore into.
error-not-found = There is no such thing: { $what }.
error-conflict = This contradicts what is there already: { $what }.
error-broken = Something is wrong with the stored data. Run megafoon database check and keep a copy before you go on.
disk-unavailable = Cannot write in { $directory }. Check the permissions and the free space.
settings-unknown-key = Unknown setting: { $key }.
settings-wrong-value = The value of { $key } is not valid.
settings-no-smtp = No mail server is set. Give smtp and mail_from in megafoon.toml, or do without mail.
settings-mail-from = With smtp, mail_from is needed too: the address that sends the mails.
settings-wrong-clock = The clock of this computer is wrong. Set it right and try again.
verify-differs-at = { $file } differs from what the frozen record gives, from byte { $byte } on.
verify-figure = Another figure or word in tables.json, at { $place }.
verify-no-edition = This folder holds no edition: there is no readable manifest.json.
edition-published-otherwise = Edition { $edition } is already published with other content. A published revision does not change.
edition-record-broken = The frozen record of edition { $edition } is damaged. Restore a backup.
demo-in-use = In { $directory } there is a database that is not the demonstration’s. Choose another folder.
demo-pages = { $file } ({ $pages } pages)
import-pre-signals = { $count ->
        [one] { $count } signal is a pre-signal: it counts only once a coordinator accepts it (--accept).
       *[other] { $count } signals are pre-signals: they count only once a coordinator accepts them (--accept).
    }
import-accepted-now = { $count ->
        [one] { $count } pre-signal that was there already is now accepted.
       *[other] { $count } pre-signals that were there already are now accepted.
    }
freeze-no-signals = Edition { $edition } counts no accepted signal. Import the signals with --accept, or check that their month lies in the period.
problem-allowed = Allowed codes: { $codes }.
edition-exists = Edition { $edition } exists already. Choose the next number.
edition-period-wrong = The last month of the period lies before the first. Swap --from and --to.
database-missing = There is no database at { $place }. Check the address, or begin a new one with megafoon import network.
database-not-a-backup = { $file } is not a whole backup of this program. Nothing was restored.
database-heads-known = { $count ->
        [one] { $count } manifest agrees with the chain.
       *[other] { $count } manifests agree with the chain.
    }
bundle-foreign-folder = { $directory } holds something other than this edition and is not replaced. Choose another folder, or move what is there.
publish-language-missing = Edition { $edition } is not published: the bundle must be there in Dutch and French. Make it with megafoon bundle --language all.
edition-out-of-order = The period of edition { $edition } must follow the order of the editions, from 1 on, and share no month with another. Check numbers and months with megafoon edition list.
edition-not-over = The period of edition { $edition } runs to the end of { $to } and is not over. Freeze the edition after that.

## Service, accounts, screening

serve-ready = Megafoon is ready at { $url }. Stop with Ctrl-C.
serve-address = Cannot listen on { $address }. Choose another address with --listen, or stop what runs there.
screen-wrong-line = Line { $line } is not JSON with id, text and perhaps language (nl, fr or en). Correct the line and try again.
similar-wrong-line = Line { $line } is not JSON with id, text and perhaps language (nl, fr or en), cause, domain and right. Correct the line and try again.
protect-wrong-file = The file is not a plan with records as JSON: line { $line }, column { $column }. Correct it and try again; docs/guard.md shows the form.
protect-schema = The file says schema { $schema }; this version reads schema 1.
protect-period = The period of the file is none that this version knows. Write its months as YYYY-MM, from 1900 to 2199.
protect-wrong-record = Record { $record } has no value of dimension { $dimension }, or one that the plan lacks. Correct the record or the dimension.
protect-wrong-count = The count of record { $record } is no whole number below 4294967296.
protect-no-organisation = Record { $record } names no organisation, though others do. Name the organisation in every record or in none.
protect-not-safe = Nothing is published: no tables were found within the limits in which every protected count is safe. Ask for fewer or coarser tables, or allow more programmes or more time.
protect-plan-dimension = Dimension { $name } is badly formed: it needs values, each once, and groups of those values whose codes are not those of values.
protect-plan-multiple = Dimension { $name } lets a record have several values. Make one dimension of yes and no for each value.
protect-plan-within = Dimension { $name } does not refine the dimension that it names: it needs one group for each value of that one.
protect-plan-table = Table { $name } names a dimension that is not there, one twice, or two that divide the same.
protect-plan-groups = Table { $name } shows groups that overlap without their values. Show the values too.
protect-plan-forbidden = Table { $name } crosses what is never published together.
protect-plan-repeated = Table { $name } is planned twice.
protect-plan-cyclic = Table { $name } closes a cycle: the tables would bind each other in ways that no single one shows. Leave it out, or say cyclic: true and let all be protected over their full cross, which takes far longer.
protect-plan-large = Table { $name } has more cells than can be kept. Ask for a coarser one.
audit-safe = { $editions ->
        [one] { $editions } edition
       *[other] { $editions } editions
    } read, { $protected } protected counts attacked with { $programs } programmes: each can be large, and each can be nothing or is never small.
audit-found-small = Edition { $edition }, revision { $revision }, table { $table }, { $cell }: { $low } is published, though it is a small count.
audit-found-exact = Edition { $edition }, revision { $revision }, table { $table }, { $cell }: the protected count is { $low }. It follows from:
    { $sum }
audit-found-between = Edition { $edition }, revision { $revision }, table { $table }, { $cell }: the protected count lies from { $low } to { $high }. A bound follows from:
    { $sum }
audit-found-least = Edition { $edition }, revision { $revision }, table { $table }, { $cell }: the protected count is at least { $low }, and can never be large enough or small enough. The bound follows from:
    { $sum }
audit-frozen-safe = Edition { $edition }, from inside: { $published } published counts counted again, { $protected } protected ones attacked as a stranger and as each organisation that filed ({ $attackers } attackers); { $witnesses } kept tables add up, { $programs } programmes for what they do not show.
audit-frozen-count = Edition { $edition }, { $cell }: { $published } is published, and the records add up to { $counted }.
audit-frozen-primary = Edition { $edition }, { $cell }: { $published } is published, though the rules protect it: it is too small, or too much of it is one organisation’s.
audit-frozen-witness = Edition { $edition }: kept table { $number } does not agree with what is published.
audit-frozen-organisation = As organisation { $organisation }, of what the others contribute: { $found }
network-loose-rules = The network’s rules protect too little for an edition. A threshold of at least 3, shares from 0 to 1, protection “safe” and insiders are needed. Correct rules.publication.guard in the network file.
audit-frozen-unshown = Edition { $edition }, { $cell }: no kept table shows this small count as small and as large as it must be able to be.
audit-frozen-unshown-by = Edition { $edition }, { $cell }: for organisation { $organisation }, no kept table shows this small count as small and as large as it must be able to be.
audit-own-unknown = Record { $record }: “{ $name }” is no dimension or value of these editions. Correct it; nothing was attacked.
audit-loose-rules = The threshold that edition { $edition } states is below 3: a protected count would say next to nothing. Nothing was proved.
audit-term = ({ $cell }, edition { $edition })
audit-stray = Edition { $edition }, { $place }: { $number } in “{ $words }” { $kind ->
        [cell] is not the published count of its row and column.
        [share] is a percentage that no two published counts give.
        [change] is a change that no two published counts give.
        [length] is what a length or a place in a chart gives away; the number beside it is another.
        [shade] is what a shade in a map gives away beyond its number.
        [sheet] differs from tables.json.
       *[count] stands in no published table.
    }
audit-stray-page = { $file }, page { $page }
audit-printed = { $files ->
        [one] Edition { $edition }: 1 file read, { $numbers } numbers in it, { $counts } of them counts.
       *[other] Edition { $edition }: { $files } files read, { $numbers } numbers in them, { $counts } of them counts.
    }
audit-file = { $file }: { $why ->
        [unknown] no file of this kind belongs to an edition.
        [missing] an edition has this file, and it is not there.
        [encrypted] the file is encrypted.
        [untagged] this PDF has no structure: nobody can tell what in it is a table.
        [font] a font does not say which characters its signs stand for.
        [picture] an image, a script or a drawing in it cannot be judged.
        [edition] it is of another edition than its tables.
       *[broken] the file cannot be read whole.
    } Nothing was proved.
audit-apart = Editions { $editions } share months and contradict each other unless signals were corrected, late or withdrawn. Each was attacked alone.
audit-unreadable = { $file } is not a file of published tables. Name the folder of an edition, as megafoon bundle makes it.
audit-own-file = The own records are not a JSON list of dimensions with their values: line { $line }, column { $column }. Correct the file and try again.
audit-wrong-table = Table { $table } names a code that its dimensions lack, or a status that does not fit its count. Nothing was proved.
audit-too-large = The tables bind each other in a cycle, and their full cross is too large to attack. Nothing was proved.
audit-contradiction = The counts of edition { $edition } contradict each other: no table agrees with them all. Nothing was proved.
audit-unsolved = The solver gave no answer. Nothing was proved.
user-address = This is not an e-mail address. Write it as name@example.be.
user-unknown-code = A code or an id does not stand in the list. Check with megafoon organisation list, card list or token list.
user-address-taken = Another account has this address already. Choose another address, or make a new link with megafoon user reset.
user-role-without-place = Filers and signal coordinators need an organisation (--organisation), readers an authority (--authority).
user-unknown = No account has this address. Check with megafoon user list.
user-link = Give this link to { $address }. It works once, for a week: { $url }
user-link-sent = The link was sent to { $address }. It works once, for a week.
card-link = The link of the filing card, which stands nowhere else: { $url }
token-made = The token, shown only once: { $token }
demo-who = Who can sign in (in the demonstration only):
demo-person = { $address } – password { $password } ({ $role })
digest-sent = { $count ->
    [one] { $count } mail left.
   *[other] { $count } mails left.
}
digest-refused = { $count ->
    [one] The mail server refused { $count } mail. Check the address with megafoon user list.
   *[other] The mail server refused { $count } mails. Check the addresses with megafoon user list.
}
settings-public-url = Mails lead people back to the service: set public_url to the address where they find it, such as https://signals.example.org.

## Editions by the calendar

due-no-calendar = The settings have no calendar. Put at least one of these there: edition_months (how many months an edition covers), freeze_after_days (how many days after its period it is frozen), publish_after_days (how many days after that it is published).
due-nothing = The calendar has nothing to do: the next step is up to people.
due-next = Nothing is due now. Next, from { $day }: { $step }
due-step-open = Open edition { $edition }
due-step-freeze = Freeze edition { $edition }
due-step-make = Make the files of edition { $edition }
due-step-publish = Publish edition { $edition }
letters-written = { $count ->
    [one] { $count } return letter stands in { $directory }; that folder is not public
   *[other] { $count } return letters stand in { $directory }; that folder is not public
}.
demo-folder = { $folder } ({ $count ->
    [one] { $count } file
   *[other] { $count } files
})
bundle-unknown-authority = That authority is not known. Choose all, or one of these codes: { $codes }.
publish-brief-missing = Edition { $edition } is not published: every authority that it concerns gets a brief. Make them with megafoon bundle --authority all.
