# Mails: they carry no content. A link or a few counts; never a name, a title or a text.

mail-greeting = Hello,
mail-close = Kind regards from Megafoon. This is an automatic message: replies are not read.
mail-invitation = An account on Megafoon is waiting for you. Open this link and choose a password:
    .subject = Welcome to Megafoon: choose your password
    .end = The link works once and stays good for { $days ->
        [one] one day
       *[other] { $days } days
    }. You do not know Megafoon? Then there is nothing to do.
mail-reset = Here is the link to choose a new password for Megafoon. You asked for it, or the administrator of your network did so for you:
    .subject = Megafoon: choose a new password
    .end = The link works once and stays good for { $days ->
        [one] one day
       *[other] { $days } days
    }. You did not expect this mail? Then there is nothing to do: your password stays as it is.
mail-agreement = Your organisation is asked whether it agrees with the texts of the next bundle. With this link you read them and answer, without signing in:
    .subject = Megafoon: does your organisation agree?
    .yes = You can answer until { $day }. Only a yes is agreement.
    .silence = You can answer until { $day }. Silence after that counts as agreement: so the network decided.
    .once = The link serves for one answer. Pass it on within your organisation only: whoever has it answers for it.
mail-digest = This is there for you on Megafoon:
    .subject = Megafoon: there is news for you
    .where = Sign in to read it:
    .end = You get this mail once a week at most, because you chose to. You can turn it off under “My account”.
mail-digest-questions = { $count ->
    [one] { $count } question waits for your answer
   *[other] { $count } questions wait for your answer
}
mail-digest-release = { $count ->
    [one] { $count } signal of your organisation waits for release
   *[other] { $count } signals of your organisation wait for release
}
mail-digest-accept = { $count ->
    [one] { $count } released signal waits for the network
   *[other] { $count } released signals wait for the network
}
mail-digest-answer = { $count ->
    [one] { $count } problem waits for the answer of your authority
   *[other] { $count } problems wait for the answer of your authority
}
mail-digest-steps = { $count ->
    [one] { $count } next step of an owner is due
   *[other] { $count } next steps of owners are due
}
mail-digest-decided = { $count ->
    [one] { $count } of your signals was decided
   *[other] { $count } of your signals were decided
}

# Why a mail did not leave.

mail-undelivered-address = No mail can leave for this address. Check it.
mail-undelivered-unreachable = The mail server cannot be reached.
mail-undelivered-timeout = The mail server does not answer in time.
mail-undelivered-encryption = An encrypted connection to the mail server, or signing in there, did not succeed.
mail-undelivered-refused = The mail server refuses the mail (code { $code }).
mail-undelivered-answer = The mail server answers something unexpected.
mail-batch = This is what the calendar of your network did on Megafoon:
    .done = Megafoon: a step in the life of an edition
    .stopped = Megafoon: an edition is stuck
    .why = The command megafoon run-due, on the server, says what is missing. Once that is mended, the next run goes on from here.
mail-batch-done-open = Edition { $edition } is open.
mail-batch-done-freeze = Edition { $edition } is frozen: what is in it no longer changes.
mail-batch-done-make = The files of edition { $edition } are made.
mail-batch-done-publish = Edition { $edition } is published.
mail-batch-stopped-open = Edition { $edition } could not be opened.
mail-batch-stopped-freeze = Edition { $edition } could not be frozen.
mail-batch-stopped-make = The files of edition { $edition } could not be made.
mail-batch-stopped-publish = Edition { $edition } is not published: it did not pass its own checks.
