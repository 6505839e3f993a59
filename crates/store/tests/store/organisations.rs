//! Members one by one.

use model::{Localised, Organisation, OrganisationType};
use store::Error;
use testkit::{code, network, on_both};

#[test]
fn an_organisation_is_added_once_at_the_end() {
    on_both("organisation", |store| {
        store.import_network(&network()).unwrap();
        let delta = Organisation {
            code: code("delta"),
            name: Localised { nl: "Delta".to_owned(), fr: "Delta".to_owned(), en: String::new() },
            kind: OrganisationType::FaithCommunity,
        };
        store.add_organisation(delta.clone()).unwrap();
        assert!(matches!(store.add_organisation(delta.clone()), Err(Error::Conflict(_))));
        let mut expected = network().organisations;
        expected.push(delta);
        assert_eq!(store.organisations().unwrap(), expected);
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}
