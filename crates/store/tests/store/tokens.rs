//! API tokens: found by their hash, revoked for good.

use crate::people::{filing, people, submission};
use model::ApiTokenId;
use store::{Error, MAY_NOT_FILE, Via};
use testkit::{code, on_both, today};

#[test]
fn a_token_files_for_its_organisation_until_it_is_revoked() {
    on_both("token", |store| {
        people(store);
        let id = store.add_token(&code("beta"), "Registratie", [1; 32], None).unwrap();
        store.add_token(&code("alfa"), "Ander", [2; 32], None).unwrap();
        let token = store.token([1; 32]).unwrap().unwrap();
        assert_eq!((token.id, token.organisation, token.label.as_str()), (id, code("beta"), "Registratie"));
        assert_eq!((token.created_on, token.revoked_on), (today(), None));
        assert_eq!(store.token([9; 32]).unwrap(), None);
        let labels = |organisation: Option<&str>| -> Vec<String> {
            let tokens = store.tokens(organisation.map(code).as_ref()).unwrap();
            tokens.into_iter().map(|token| token.label).collect()
        };
        assert_eq!(labels(None), ["Ander", "Registratie"]);
        assert_eq!(labels(Some("beta")), ["Registratie"]);
        store.file(filing(1, Via::Token(id), submission("beta", 1))).unwrap();
        let refused = Err(Error::Conflict(MAY_NOT_FILE.to_owned()));
        assert_eq!(store.file(filing(2, Via::Token(id), submission("alfa", 2))), refused);
        store.revoke_token(id, None).unwrap();
        store.revoke_token(id, None).unwrap();
        assert_eq!(store.token([1; 32]).unwrap().unwrap().revoked_on, Some(today()));
        assert_eq!(store.file(filing(3, Via::Token(id), submission("beta", 3))), refused);
        let absent = store.revoke_token(ApiTokenId::from_random([9; 16]), None);
        assert!(matches!(absent, Err(Error::NotFound(_))));
        assert!(matches!(store.add_token(&code("delta"), "x", [3; 32], None), Err(Error::Conflict(_))));
        assert!(matches!(store.add_token(&code("alfa"), "x", [1; 32], None), Err(Error::Conflict(_))));
    });
}
