# Accounts, filing cards and tokens: the pages of the administrator.

administration-sections = Parts of the administration
administration-accounts = Accounts
administration-cards = Filing cards
administration-tokens = Access for programs
administration-lead = Who may enter. What the signals say is not seen here.
administration-cards-lead = A group without accounts files with a QR card. It can only file with it; another organisation releases its signals.
administration-tokens-lead = A program of an organisation can file signals through /api/v1.
administration-link-made = The link is ready
administration-link-hint = Give this link in person or by a secure message. It works once, for a week, and is not shown again.
administration-link-sent = The link was sent to
administration-link-unsent = The mail did not leave
administration-name = Name
administration-place = Organisation or authority
administration-state = State
administration-state-locked = Locked
administration-state-invited = Invited
administration-state-active = Active
administration-action = Do
administration-new-link = New link
administration-forget-second-factor = Remove the second step
administration-lock = Lock
administration-lock-sure = Whoever is locked can no longer sign in, and is signed out everywhere. You can unlock it later.
administration-lock-yes = Yes, lock
administration-lock-self = You cannot lock your own account. Ask another administrator.
administration-unlock = Unlock
administration-invite = Invite somebody
administration-invite-button = Invite
administration-authority = Authority
administration-organisation-hint = Needed for filers and signal coordinators.
administration-authority-hint = Needed for readers.
administration-name-missing = Fill in a name of at most a hundred characters.
administration-address-wrong = Fill in an e-mail address, such as name@example.be.
administration-address-taken = Another account has this address already. Make a new link for that account.
administration-role-missing = Choose at least one role.
administration-organisation-missing = Choose the organisation of this filer or signal coordinator.
administration-authority-missing = Choose the authority of this reader.
administration-label = Name in the list
administration-label-hint = For example where the card hangs. No name of a person.
administration-token-label-hint = Which program it is, for example the registration system. No name of a person.
administration-label-length = Fill in a name of at most { $longest } characters.
administration-label-personal = Somebody can be recognised in this. Choose another name of at most { $longest } characters.
administration-choose = Choose …
administration-choose-organisation = Choose an organisation from the list.
administration-choose-sponsor = Choose from the list which organisation releases.
administration-since = Since
administration-revoke-sure = Nothing is filed with it from now on. This cannot be undone; what was filed stays.
administration-revoke-yes = Yes, revoke
administration-revoke = Revoke
administration-revoked = revoked on { $day }
administration-card-made = The card is ready to print
administration-card-hint = Print it now: it is not shown again.
administration-card-title = What goes wrong? Tell us.
administration-card-print = Print
administration-card-one = Scan the square with your phone.
administration-card-two = Describe the problem, not the family. Nobody contacts a family because of this form.
administration-card-three = Keep the code you get: with it you see what became of it.
administration-card-danger = Is somebody in danger now? Call 112.
administration-card-group = Group that files
administration-card-sponsor = Organisation that releases
administration-card-sponsor-hint = Its signal coordinator weighs what is filed with this card.
administration-card-new = New card
administration-card-button = Make the card
administration-token-made = The token is ready
administration-token-hint = Copy it now: it is not shown again.
administration-token-new = New token
administration-token-button = Make the token

# The API for programs: the page that describes it, and what it answers beside the sentences of the form.

api-title = API for programs
api-lead = Through the API an organisation’s own program files signals and sees what became of them. The rules are those of the form.
api-begin = To begin
api-begin-token = Ask the administrator of the network for a token of your organisation. A token is a key: give it to the program alone.
api-address = Address
api-document = For programs
api-document-link = Description in OpenAPI (JSON)
api-operations = What a program may ask
api-parameters = Parameters
api-takes = What it sends
api-answers = What may be answered
api-forms = Forms
api-required = required
api-invalid = The signal was not stored. Correct what is said at each field and send it again.
api-other-content = Another signal was filed under this client_id. Use a new one for each signal.
api-reference-taken = Your organisation has another signal with this reference. Choose another, or leave it out.
api-wrong-state = This signal can no longer be taken back: it is closed, or an edition took it.
api-failure-not-found = This does not exist, or does not belong to your organisation.
api-failure-wrong-method = This address does not know this method.
api-failure-sign-in = There is no valid token. Send it as Authorization: Bearer, or ask the administrator of the network for a new one.
api-failure-forbidden = This is for programs with a token, not for a browser.
api-failure-conflict = This is no longer possible: something changed meanwhile. Ask first how it stands now.
api-failure-unreadable = This request cannot be read. Compare it with the description at /api.
api-failure-wrong-content-type = Send JSON, with Content-Type: application/json.
failure-wrong-content-type = What arrived is of a kind that we do not read here. Go back and try again.
    .title = We cannot read this

# Many signals from a file, uploaded in the browser.

upload-title = Signals from a file
upload-lead = Do you have signals of { $organisation } in a table? Send them in here together. First you see, row by row, what is in order and what is not; only then do you store them.
upload-file-title = Choose the file
upload-families = Describe problems, not families. A row in which somebody can be recognised is refused. We do not read the name of the file.
upload-file = File of signals
upload-file-hint = CSV or XLSX, at most { $megabytes } MB.
upload-file-missing = Choose a file.
upload-file-too-large = This file is larger than { $megabytes } MB. Split it into several files.
upload-look = Check
upload-columns = The columns
upload-columns-lead = The first row names the columns, in any order, by their name or their code. Each row after it is one signal. The word may stand in place of the code.
upload-template = Empty table (CSV)
upload-required = required
upload-codes = Show the list
upload-holds-text = Text of at most { $longest } characters.
upload-holds-own = Always { $code }: the code of your organisation.
upload-holds-month = A month: year and month, for example 2025-03.
upload-holds-yes-or-no = Yes or no; empty means no.
upload-holds-code = One value of the list.
upload-holds-codes = One or more values of the list, with | between them.
upload-holds-cause = One value of the list. Empty means that no right is in play.
upload-looked = Checked, not yet stored
upload-good = { $count ->
        [one] One row is in order.
       *[other] { $count } rows are in order.
    }
upload-refused = { $count ->
        [one] One row is refused.
       *[other] { $count } rows are refused.
    }
upload-not-shown = { $count ->
        [one] There is one more refused row. Correct these first.
       *[other] There are { $count } more refused rows. Correct these first.
    }
upload-samples = How they were read
upload-samples-lead = The first rows that are in order. If this is not right, check the columns and the separators of the file.
upload-line = Line
upload-reasons = What has to change
upload-refused-title = Refused rows
upload-refused-lead = Correct these rows in your file and send it again. Rows that are stored already are not added a second time.
upload-other-organisation = This row does not belong to { $organisation }. You can file for your own organisation only.
upload-store-title = Store
upload-store-lead = They arrive as pre-signals at the signal coordinator of your organisation. This check stays for half an hour.
upload-store = { $count ->
        [one] Store one signal
       *[other] Store { $count } signals
    }
upload-nothing = No row is in order, so there is nothing to store.
upload-other-file = Another file
upload-busy = Another file is being stored at this moment. Nothing is lost: try again in a minute.
upload-storing = The file is being stored
upload-wait = This may take a moment. Reload this page in a minute.
upload-stored = Stored
upload-added = { $count ->
        [one] One signal was added.
       *[other] { $count } signals were added.
    }
upload-known = { $count ->
        [one] One row was there already.
       *[other] { $count } rows were there already.
    }
upload-next = The signal coordinator of your organisation weighs them and releases them.
upload-repeated-title = Not stored
upload-repeated = Line { $line }: this reference belongs to another signal of your organisation. Give this signal a new number.
upload-to-signals = To my signals
administration-change = Who this is, and what they may do
administration-change-hint = It counts from the next page on. What was filed stays with the organisation it was filed for.
administration-change-button = Save
administration-changed = Saved.
administration-keep-role = You cannot take your own access to the administration away. Ask another administrator.
administration-new-link-hint = To choose a first or another password. Older links stop working.
administration-new-link-button = Make a link
administration-forget-second-factor-hint = When the phone is lost. Every session ends; at the next sign-in a new one is set up.
administration-second-factor-forgotten = The second step is removed.
administration-lock-title = Lock this account
administration-lock-hint = Every session ends at once and nobody signs in with this account any more. What was filed stays.
administration-locked = The account is locked.
administration-unlock-hint = Signing in is possible again, with the same password.
administration-unlocked = The account is unlocked.
