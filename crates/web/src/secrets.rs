//! Tokens, their hashes, passwords, and the keyed marks that tie a form to a visit.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::Error;

/// The shortest password that is taken, in characters. Length is what counts (NIST SP 800-63B, 3.1.1).
pub(crate) const SHORTEST_PASSWORD: usize = 12;

/// The longest, so that nobody keeps the processor busy.
pub(crate) const LONGEST_PASSWORD: usize = 200;

/// A token as it is handed out: 32 random bytes in base64url.
pub fn new_token(bytes: [u8; 32]) -> String {
    BASE64URL_NOPAD.encode(&bytes)
}

/// What the store keeps of a token. A token is random, so that a plain hash protects it.
pub fn hash_of_token(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// The PHC string of a password (argon2id, version 19, 19 MiB, 2 passes: OWASP's minimum, the crate's default).
pub fn password_hash(password: &str, salt: &[u8; 16]) -> Result<String, Error> {
    Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map(|hash: argon2::password_hash::phc::PasswordHash| hash.to_string())
        .map_err(|_| Error::Broken("a password that cannot be hashed".to_owned()))
}

/// Whether the password belongs to the PHC string.
pub(crate) fn is_password(password: &str, phc: &str) -> bool {
    PasswordHash::new(phc)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// HMAC-SHA-256 over parts, each with its length before it.
pub(crate) fn keyed(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The mark of a form: it shows that the form was made for this visit. Another one at each drawing, so that a
/// compressed page tells nothing about it.
pub(crate) fn form_mark(key: &[u8], visit: &str, nonce: [u8; 8]) -> String {
    let mac = keyed(key, &[b"form", visit.as_bytes(), &nonce]);
    let mut bytes = nonce.to_vec();
    bytes.extend_from_slice(&mac[..24]);
    BASE64URL_NOPAD.encode(&bytes)
}

/// Whether the mark is of a form made for this visit.
pub(crate) fn is_form_mark(key: &[u8], visit: &str, mark: &str) -> bool {
    let Ok(bytes) = BASE64URL_NOPAD.decode(mark.as_bytes()) else { return false };
    let Some((nonce, mac)) = bytes.split_first_chunk::<8>() else { return false };
    bool::from(keyed(key, &[b"form", visit.as_bytes(), nonce])[..24].ct_eq(mac))
}

/// Shows that this step was taken with this signal in this visit: whoever else knows the address cannot take it back, and it
/// takes back no other step.
pub(crate) fn undo_mark(key: &[u8], visit: &str, signal: &str, event: i64) -> String {
    let parts: [&[u8]; 4] = [b"undo", visit.as_bytes(), signal.as_bytes(), &event.to_be_bytes()];
    format!("{event}.{}", BASE64URL_NOPAD.encode(&keyed(key, &parts)[..24]))
}

/// Which step of this visit the mark is of; none where it is of none.
pub(crate) fn event_of(key: &[u8], visit: &str, signal: &str, mark: &str) -> Option<i64> {
    let event = mark.split_once('.')?.0.parse().ok()?;
    bool::from(undo_mark(key, visit, signal, event).as_bytes().ct_eq(mark.as_bytes())).then_some(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_undo_mark_belongs_to_one_visit_one_signal_and_one_step() {
        let mark = undo_mark(b"key", "one", "signal", 7);
        assert_eq!(event_of(b"key", "one", "signal", &mark), Some(7));
        assert_eq!(event_of(b"key", "two", "signal", &mark), None);
        assert_eq!(event_of(b"key", "one", "other", &mark), None);
        assert_eq!(event_of(b"other", "one", "signal", &mark), None);
        assert_eq!(event_of(b"key", "one", "signal", &mark.replacen('7', "8", 1)), None, "of another step");
        assert_eq!(event_of(b"key", "one", "signal", ""), None);
    }

    #[test]
    fn a_form_mark_belongs_to_one_visit() {
        let mark = form_mark(b"key", "one", [3; 8]);
        assert!(is_form_mark(b"key", "one", &mark));
        assert!(!is_form_mark(b"key", "two", &mark));
        assert!(!is_form_mark(b"other", "one", &mark));
        assert!(!is_form_mark(b"key", "one", ""));
        assert!(!is_form_mark(b"key", "one", "AAAAAAAAAAA"));
    }

    #[test]
    fn only_the_password_itself_opens_its_hash() {
        let hash = password_hash("a long enough password", &[7; 16]).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_password("a long enough password", &hash));
        assert!(!is_password("a long enough passworD", &hash));
        assert!(!is_password("a long enough password", "nonsense"));
    }
}
