-- What the pages of coordinators read often, kept where an index finds it. The number is the filing's, and the greatest
-- there is for what came by import: it stands behind what was filed on the same day.
ALTER TABLE signals ADD COLUMN number bigint NOT NULL DEFAULT 9223372036854775807;
-- In which role somebody asked the question that is open; none where the last word is the filer's.
ALTER TABLE signals ADD COLUMN asked_as text COLLATE "C";
-- A coordinator wrote something about it.
ALTER TABLE signals ADD COLUMN answered boolean NOT NULL DEFAULT FALSE;
-- The structural signal that names it: what `structural_members` says, found by organisation and reference.
ALTER TABLE signals ADD COLUMN structural_id uuid;
-- Put aside until that day.
ALTER TABLE signals ADD COLUMN aside_until date;
-- Its row in the search; none while its words wait.
ALTER TABLE signals ADD COLUMN search_row bigint;

UPDATE signals SET
    number = coalesce((SELECT number FROM filings WHERE signal_id = signals.id), 9223372036854775807),
    asked_as = (SELECT asked_as FROM messages WHERE signal_id = signals.id AND side = 'coordinator' AND number =
        (SELECT max(number) FROM messages WHERE signal_id = signals.id)),
    answered = EXISTS (SELECT 1 FROM messages WHERE signal_id = signals.id AND side = 'coordinator'),
    structural_id = (SELECT structural_id FROM structural_members WHERE organisation = signals.organisation
        AND reference = signals.reference),
    aside_until = (SELECT until FROM postponements WHERE signal_id = signals.id),
    search_row = (SELECT search_rows.row FROM search_rows WHERE text_id = signals.text_id);

-- The queues in their order. The last columns are there so that a count, a filter or a search reads the index alone; the
-- state, which an index of one state need not name, is there for the same reason.
DROP INDEX signals_state;
CREATE INDEX signals_state ON signals (state, filed_on, number, id, aside_until, asked_as, answered, search_row,
    organisation, import_id);
-- The network's, for each code by which it is filtered.
CREATE INDEX signals_released_organisation ON signals (organisation, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
CREATE INDEX signals_released_cause ON signals (decided_cause, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
CREATE INDEX signals_released_domain ON signals (decided_domain, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
CREATE INDEX signals_released_right ON signals (decided_right, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
CREATE INDEX signals_released_place ON signals (decided_place, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
CREATE INDEX signals_released_language ON signals (language, state, filed_on, number, id, aside_until)
    WHERE state = 'released';
-- An organisation's is shorter: one index has all codes.
CREATE INDEX signals_filed ON signals (organisation, state, filed_on, number, id, decided_cause, decided_domain,
    decided_right, decided_place, language, aside_until, asked_as, answered, search_row) WHERE state = 'pre-signal';
-- From these come structural signals: those that none names, and those that are like one.
CREATE INDEX signals_free ON signals (state, edition, structural_id, filed_on, number, id, decided_domain,
    decided_cause, decided_right, asked_as) WHERE state = 'accepted';
CREATE INDEX signals_like ON signals (state, edition, decided_domain, decided_cause, filed_on, number, id)
    WHERE state = 'accepted';
-- The few that wait for an answer, the signals of a structural signal, and the signal of a row.
CREATE INDEX signals_asked ON signals (state, asked_as, filed_on, number, id, aside_until) WHERE asked_as IS NOT NULL;
CREATE INDEX signals_structural ON signals (structural_id, import_id) WHERE structural_id IS NOT NULL;
CREATE INDEX signals_search ON signals (search_row) WHERE search_row IS NOT NULL;

-- The log by sort of thing, and by who did it: the id that the detail names, found without reading it as JSON.
-- What asks for one thing names its sort as well: with both in one index, SQLite does not read all things of that sort.
DROP INDEX events_subject;
CREATE INDEX events_subject ON events (subject_id, subject, sequence);
CREATE INDEX events_thing ON events (subject, sequence);
CREATE INDEX events_by ON events (substr(detail, strpos(detail, '"by":"') + 6, 36), sequence);
