//! The tables, in column types both databases share. What each table is for stands in the migrations.

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    secrets (name) {
        name -> Text,
        value -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    events (sequence) {
        sequence -> BigInt,
        day -> Date,
        kind -> Text,
        subject -> Text,
        subject_id -> Text,
        detail -> Text,
        commitment -> Nullable<Binary>,
        previous -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    chain_head (id) {
        id -> Integer,
        sequence -> BigInt,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    texts (id) {
        id -> SqlUuid,
        kind -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    text_versions (text_id, number) {
        text_id -> SqlUuid,
        number -> Integer,
        body -> Nullable<Binary>,
        commitment_key -> Nullable<Binary>,
        digest -> Nullable<Binary>,
        occurrence -> Nullable<Integer>,
        day -> Date,
        wiped_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    network (id) {
        id -> Integer,
        name -> Text,
        silence_is_agreement -> Bool,
        publication -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    domains (code) {
        code -> Text,
        position -> Integer,
        domain_group -> Text,
        label -> Text,
        retired -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    rights (code) {
        code -> Text,
        position -> Integer,
        label -> Text,
        decides -> Text,
        applies -> Text,
        legal_basis -> Text,
        valid_from -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    organisations (code) {
        code -> Text,
        position -> Integer,
        name -> Text,
        kind -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    editions (number) {
        number -> Integer,
        period_from -> Integer,
        period_to -> Integer,
        state -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    consents (edition, organisation) {
        edition -> Integer,
        organisation -> Text,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    imports (id) {
        id -> SqlUuid,
        state -> Text,
        accepted -> Bool,
        day -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    signals (id) {
        id -> SqlUuid,
        import_id -> Nullable<SqlUuid>,
        text_id -> SqlUuid,
        organisation -> Text,
        reference -> Nullable<Text>,
        observed -> Integer,
        filed_on -> Date,
        language -> Text,
        state -> Text,
        edition -> Nullable<Integer>,
        tried -> Text,
        target_groups -> Text,
        other_places -> Text,
        no_municipality -> Bool,
        recurrence -> Nullable<Text>,
        generated -> Bool,
        filed_cause -> Text,
        filed_other_causes -> Text,
        filed_never_eligible -> Bool,
        filed_domain -> Text,
        filed_other_domains -> Text,
        filed_right -> Nullable<Text>,
        filed_place -> Text,
        filed_authority -> Nullable<Text>,
        decided_cause -> Text,
        decided_other_causes -> Text,
        decided_never_eligible -> Bool,
        decided_domain -> Text,
        decided_other_domains -> Text,
        decided_right -> Nullable<Text>,
        decided_place -> Text,
        decided_authority -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    /// The columns of `signals` that say once more what other tables say, where an index of the queues finds it. A table of
    /// their own here, since `signals` has as many columns as a table of the query builder may have.
    #[sql_name = "signals"]
    standings (id) {
        id -> SqlUuid,
        import_id -> Nullable<SqlUuid>,
        text_id -> SqlUuid,
        organisation -> Text,
        reference -> Nullable<Text>,
        number -> BigInt,
        asked_as -> Nullable<Text>,
        answered -> Bool,
        structural_id -> Nullable<SqlUuid>,
        aside_until -> Nullable<Date>,
        search_row -> Nullable<BigInt>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    same_cases (signal_id) {
        signal_id -> SqlUuid,
        same_as -> SqlUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    structural_signals (id) {
        id -> SqlUuid,
        key -> Text,
        trace -> Text,
        position -> Integer,
        domain -> Text,
        cause -> Nullable<Text>,
        never_eligible -> Bool,
        rights -> Text,
        authorities -> Text,
        owner -> Text,
        kept_here -> Bool,
        merged_into -> Nullable<SqlUuid>,
        predecessor -> Nullable<SqlUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    structural_members (organisation, reference) {
        organisation -> Text,
        reference -> Text,
        structural_id -> SqlUuid,
        position -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    recognitions (structural_id, edition, organisation) {
        structural_id -> SqlUuid,
        edition -> Integer,
        organisation -> Text,
        position -> Integer,
        answer -> Text,
        confirmed -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    chapters (structural_id, edition) {
        structural_id -> SqlUuid,
        edition -> Integer,
        position -> Integer,
        text_id -> SqlUuid,
        version -> Integer,
        clear -> Bool,
        neutral -> Bool,
        recognised -> Bool,
        shared -> Bool,
        note_id -> Nullable<SqlUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    agreements (structural_id, edition, organisation) {
        structural_id -> SqlUuid,
        edition -> Integer,
        organisation -> Text,
        position -> Integer,
        version -> Integer,
        stance -> Text,
        remark_id -> Nullable<SqlUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    offices (code) {
        code -> Text,
        position -> Integer,
        authority -> Text,
        name -> Text,
        mandate_from -> Date,
        mandate_until -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    recommendations (structural_id, position) {
        structural_id -> SqlUuid,
        position -> Integer,
        edition -> Integer,
        addressee -> Text,
        stance -> Text,
        text_id -> SqlUuid,
        signed_by -> Text,
        term -> Nullable<Integer>,
        office -> Nullable<Text>,
        revision -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    answers (structural_id, edition, authority, recommendation) {
        structural_id -> SqlUuid,
        edition -> Integer,
        authority -> Text,
        recommendation -> Integer,
        position -> Integer,
        state -> Text,
        day -> Nullable<Date>,
        text_id -> Nullable<SqlUuid>,
        office -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    verdicts (structural_id, edition) {
        structural_id -> SqlUuid,
        edition -> Integer,
        position -> Integer,
        verdict -> Text,
        day -> Date,
        given_by -> Text,
        reason_id -> Nullable<SqlUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    frozen_records (edition, revision) {
        edition -> Integer,
        revision -> Integer,
        record_key -> Binary,
        hmac -> Binary,
        chain_head -> Binary,
        length -> BigInt,
        manifest_sha256 -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    frozen_parts (edition, revision, part) {
        edition -> Integer,
        revision -> Integer,
        part -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    frozen_topics (edition, revision, structural_id) {
        edition -> Integer,
        revision -> Integer,
        structural_id -> SqlUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    accounts (id) {
        id -> SqlUuid,
        name -> Text,
        address -> Text,
        organisation -> Nullable<Text>,
        authority -> Nullable<Text>,
        roles -> Text,
        language -> Text,
        password -> Nullable<Text>,
        second_factor -> Nullable<Binary>,
        totp_step -> Nullable<BigInt>,
        disabled -> Bool,
        digest -> Bool,
        created_on -> Date,
        digest_sent_on -> Nullable<Date>,
        digest_event -> Nullable<BigInt>,
        digest_claimed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    sessions (token) {
        token -> Binary,
        key -> Text,
        account -> SqlUuid,
        second_factor -> Bool,
        expires_at -> BigInt,
        opened_on -> Date,
        device -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    lexicon_words (id) {
        id -> SqlUuid,
        concept -> Text,
        language -> Text,
        word -> Text,
        is_off -> Bool,
        made_by -> SqlUuid,
        made_on -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    links (token) {
        token -> Binary,
        account -> SqlUuid,
        purpose -> Text,
        expires_at -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    api_tokens (id) {
        id -> SqlUuid,
        token -> Binary,
        organisation -> Text,
        label -> Text,
        created_on -> Date,
        revoked_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    filing_cards (id) {
        id -> SqlUuid,
        token -> Binary,
        organisation -> Text,
        sponsor -> Nullable<Text>,
        label -> Text,
        created_on -> Date,
        revoked_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    filings (signal_id) {
        signal_id -> SqlUuid,
        number -> BigInt,
        client_id -> SqlUuid,
        receipt -> Text,
        account -> Nullable<SqlUuid>,
        token -> Nullable<SqlUuid>,
        card -> Nullable<SqlUuid>,
        direct -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    drafts (id) {
        id -> SqlUuid,
        account -> SqlUuid,
        body -> Binary,
        saved_on -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    messages (id) {
        id -> SqlUuid,
        signal_id -> SqlUuid,
        number -> Integer,
        side -> Text,
        account -> Nullable<SqlUuid>,
        text_id -> SqlUuid,
        day -> Date,
        asked_as -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    reasons (signal_id) {
        signal_id -> SqlUuid,
        text_id -> SqlUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    recognition_proposals (structural_id, organisation, account) {
        structural_id -> SqlUuid,
        organisation -> Text,
        account -> SqlUuid,
        answer -> Text,
        day -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    recognitions_waiting (structural_id, organisation) {
        structural_id -> SqlUuid,
        organisation -> Text,
        answer -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    postponements (signal_id) {
        signal_id -> SqlUuid,
        until -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    search_waiting (signal_id) {
        signal_id -> SqlUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    search_rows (text_id) {
        text_id -> SqlUuid,
        row -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    weighings (signal_id, side) {
        signal_id -> SqlUuid,
        side -> Text,
        recurring -> Text,
        beyond_one -> Text,
        solvable -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    saved_filters (id) {
        id -> SqlUuid,
        organisation -> Nullable<Text>,
        account -> Nullable<SqlUuid>,
        queue -> Text,
        name -> Binary,
        query -> Binary,
        made_on -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    clearances (structural_id, edition, version, item) {
        structural_id -> SqlUuid,
        edition -> Integer,
        version -> Integer,
        item -> Text,
        account -> SqlUuid,
        day -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    chapter_authors (structural_id, edition, version) {
        structural_id -> SqlUuid,
        edition -> Integer,
        version -> Integer,
        account -> SqlUuid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    dots (edition, account, structural_id) {
        edition -> Integer,
        account -> SqlUuid,
        structural_id -> SqlUuid,
        given -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    agreement_rounds (edition) {
        edition -> Integer,
        asked_on -> Date,
        deadline -> Date,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    actions (id) {
        id -> SqlUuid,
        structural_id -> SqlUuid,
        number -> Integer,
        account -> SqlUuid,
        day -> Date,
        text_id -> SqlUuid,
        next_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    agreement_links (edition, organisation) {
        edition -> Integer,
        organisation -> Text,
        token -> Binary,
        made_by -> SqlUuid,
        made_on -> Date,
        answered_on -> Nullable<Date>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    forums (id) {
        id -> SqlUuid,
        version -> Integer,
        day -> Date,
        authorities -> Text,
        place_id -> Nullable<SqlUuid>,
        decisions_id -> Nullable<SqlUuid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::columns::SqlUuid;

    forum_topics (forum, structural_id) {
        forum -> SqlUuid,
        structural_id -> SqlUuid,
        decision_id -> Nullable<SqlUuid>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    actions,
    agreement_links,
    agreement_rounds,
    agreements,
    answers,
    api_tokens,
    chain_head,
    chapter_authors,
    chapters,
    clearances,
    consents,
    domains,
    dots,
    drafts,
    editions,
    events,
    filing_cards,
    filings,
    forum_topics,
    forums,
    frozen_parts,
    frozen_records,
    frozen_topics,
    imports,
    lexicon_words,
    links,
    messages,
    network,
    offices,
    organisations,
    postponements,
    reasons,
    recognition_proposals,
    recognitions,
    recognitions_waiting,
    recommendations,
    rights,
    same_cases,
    saved_filters,
    search_rows,
    search_waiting,
    secrets,
    sessions,
    signals,
    structural_members,
    structural_signals,
    text_versions,
    texts,
    verdicts,
    weighings,
);
