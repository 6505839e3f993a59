//! When a text is an e-mail address.

/// The longest address that is taken, in characters.
const LONGEST: usize = 200;

/// Whether this may be an e-mail address, already without white space around it. What stands before and after its one
/// `@` is the business of mail servers; only what certainly reaches nobody is refused.
pub fn is_mail_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let fits =
        text.chars().count() <= LONGEST && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let dotted = host.split('.').all(|part| !part.is_empty());
    fits && !name.is_empty() && dotted && !host.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_certainly_reaches_nobody_is_no_address() {
        for good in ["an@voorbeeld.be", "a.n+x@mail.voorbeeld.brussels", "root@localhost"] {
            assert!(is_mail_address(good), "{good}");
        }
        let long = format!("{}@voorbeeld.be", "a".repeat(200));
        for bad in
            ["", "an", "@voorbeeld.be", "an@", "an@.be", "an@voorbeeld.", "a n@b.be", "an@b@c.be", &long]
        {
            assert!(!is_mail_address(bad), "{bad}");
        }
    }
}
