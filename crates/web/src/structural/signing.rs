//! Which recommendations of a text an organisation signs: the boxes of a form, and what it sends. Apart from what the
//! organisation says of the text.

use model::{Code, EditionNumber, Recommendation};
use store::{NetworkView, RecommendationAt, Signature, StructuralFile, asks_code};
use wording::Wording;

use super::sections::{Recommended, recommendations};
use crate::posted::Posted;
use crate::signals::Words;

/// A recommendation with its box.
pub struct SignBox {
    /// What is asked.
    pub one: Recommended,
    /// Whether the box is ticked.
    pub signs: bool,
    /// How the form names it: another one as soon as it asks for something else.
    pub code: String,
}

impl SignBox {
    /// Its words: in the reader's language where it has them.
    pub fn words(self) -> Option<Words> {
        self.one.text.into_iter().next()
    }
}

/// The recommendations of a text as an organisation reads them on a day. What was `sent` is ticked; without it, what the
/// organisation signs already. The reader's language stands first.
pub fn boxes(
    (wording, network): (Wording, &NetworkView),
    (file, edition): (&StructuralFile, EditionNumber),
    (own, today): (&Code, chrono::NaiveDate),
    sent: Option<&[Signature]>,
) -> Vec<SignBox> {
    let all = recommendations(wording, network, file, edition, (Some(own), today));
    let sign_box = |mut one: Recommended| {
        one.text.sort_by_key(|words| words.lang != wording.language().code());
        let signs = match sent {
            Some(sent) => signs(sent, one.at),
            None => one.own,
        };
        SignBox { signs, code: code(one.at, &one.asks), one }
    };
    all.into_iter().map(sign_box).collect()
}

/// Whether the recommendation at this place is signed.
pub fn signs(sent: &[Signature], at: i32) -> bool {
    sent.iter().any(|signature| signature.at.0 == at && signature.signs)
}

/// What is signed, of the recommendations as they are now; and whether others were read.
pub fn signatures(posted: &Posted, file: &StructuralFile, edition: EditionNumber) -> (Vec<Signature>, bool) {
    let pairs = file.entry.recommendations.iter().zip(&file.recommendations);
    let here = pairs.filter(|(one, _)| one.edition == edition);
    let id = file.line.id;
    let (signed_name, read_name) = (format!("sign-{id}"), format!("read-{id}"));
    let signed: Vec<&str> = posted.all(&signed_name).collect();
    let mut read: Vec<&str> = posted.all(&read_name).collect();
    let mut all_read = true;
    let mut signature = |(one, (at, _)): (&Recommendation, &(RecommendationAt, i32))| {
        let asks = asks_code(one);
        let code = code(at.0, &asks);
        let unread = read.len();
        read.retain(|read| *read != code);
        all_read &= read.len() < unread;
        Signature { at: *at, signs: signed.contains(&code.as_str()), asks }
    };
    let signatures: Vec<Signature> = here.map(&mut signature).collect();
    (signatures, !all_read || !read.is_empty())
}

/// Whether a field of this name is one of these boxes, or says what was read.
pub fn is_signing(name: &str) -> bool {
    ["read-", "sign-"].iter().any(|part| name.starts_with(part))
}

fn code(at: i32, asks: &str) -> String {
    format!("{at}:{asks}")
}
