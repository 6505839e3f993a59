//! `digest`: the mails of the week, for whoever asked for one. They count, and say nothing of what is written.

use chrono::NaiveDate;
use mail::{Counts, Mail, Mailer, Undelivered};
use serde_json::json;
use store::{Digest, Store};
use wording::args;

use crate::commands::Context;
use crate::failure::{Failure, Outcome};
use crate::surroundings;

pub fn run(context: &Context, dry_run: bool) -> Result<Outcome, Failure> {
    let store = context.existing_store()?;
    let day = surroundings::today();
    if dry_run {
        let due = store.digests_due(day).map_err(|error| context.failed(&error))?;
        let json: Vec<serde_json::Value> = due.iter().map(described).collect();
        let lines: Vec<String> = due.into_iter().map(|digest| digest.address).collect();
        context.report(&json.into(), &lines);
        return Ok(Outcome::Done);
    }
    let mailer = context.needed_mailer()?;
    let public_url = context.settings.public_address();
    let went = send(&store, &mailer, &public_url, day).map_err(|error| context.failed(&error))?;
    let line = context.wording.say("digest-sent", &args![count = went.sent]);
    context.report(&json!({ "sent": went.sent, "refused": went.refused, "later": went.later }), &[line]);
    match went.stopped {
        Some(why) => Err(Failure::Unavailable(why.say(context.wording))),
        None if went.refused + went.later > 0 => {
            let count = went.refused + went.later;
            Err(Failure::Wrong(context.wording.say("digest-refused", &args![count = count])))
        }
        None => Ok(Outcome::Done),
    }
}

/// How it went.
pub struct Went {
    /// How many mails left.
    pub sent: u32,
    /// How many the server did not want; they are not tried again this week.
    pub refused: u32,
    /// How many it did not want now: a full letter box, a stranger who has to come back. They are due still.
    pub later: u32,
    /// Why the server took no more; the rest is due still.
    pub stopped: Option<Undelivered>,
}

/// Sends what is due on this day. A digest is taken before it leaves, so that nobody gets it twice.
pub fn send(store: &Store, mailer: &Mailer, public_url: &str, day: NaiveDate) -> Result<Went, store::Error> {
    let mut went = Went { sent: 0, refused: 0, later: 0, stopped: None };
    for digest in store.digests_due(day)? {
        if !store.claim_digest(&digest, surroundings::now())? {
            continue;
        }
        let mail = Mail::digest(&digest.address, digest.language, counts(&digest), public_url);
        match mailer.now(&mail) {
            Ok(()) => {
                store.digest_left(&digest)?;
                went.sent += 1;
            }
            Err(why) if why.is_of_this_mail() => {
                store.digest_left(&digest)?;
                went.refused += 1;
            }
            Err(why) => {
                store.give_digest_back(&digest)?;
                // One letter box keeps nobody else's mail.
                if why.is_of_the_server() {
                    went.stopped = Some(why);
                    break;
                }
                went.later += 1;
            }
        }
    }
    Ok(went)
}

const fn counts(digest: &Digest) -> Counts {
    Counts {
        questions: digest.questions,
        decided: digest.decided,
        to_release: digest.to_release,
        to_accept: digest.to_accept,
        to_answer: digest.to_answer,
        next_steps: digest.next_steps,
    }
}

fn described(digest: &Digest) -> serde_json::Value {
    json!({
        "address": digest.address,
        "questions": digest.questions,
        "decided": digest.decided,
        "to_release": digest.to_release,
        "to_accept": digest.to_accept,
        "to_answer": digest.to_answer,
        "next_steps": digest.next_steps,
    })
}
