//! Accounts: who may have one, and what ends its access.

use crate::people::{new, people};
use crate::raw;
use model::{AccountId, Authority, Language, Role};
use store::{ADDRESS_TAKEN, Error, NewAccount, NewSession, ROLE_WITHOUT_PLACE};
use testkit::{code, on_both, on_each_database, today};

#[test]
fn an_account_is_read_back_as_it_was_made() {
    on_both("account", |store| {
        let people = people(store);
        let filer = store.account(people.filer).unwrap();
        assert_eq!(
            (filer.name.as_str(), filer.address.as_str()),
            ("Naam filer@alfa.example", "filer@alfa.example")
        );
        assert_eq!((filer.organisation.clone(), filer.authority), (Some(code("alfa")), None));
        assert_eq!((filer.roles.as_slice(), filer.language), (&[Role::Filer][..], Language::Fr));
        assert_eq!((filer.password.clone(), filer.second_factor.clone()), (None, None));
        assert_eq!((filer.disabled, filer.digest, filer.created_on), (false, false, today()));
        assert!(filer.is(Role::Filer) && !filer.is(Role::Administrator));
        assert_eq!(store.account_by_address("filer@alfa.example").unwrap(), Some(filer));
        assert_eq!(store.account_by_address("nobody@alfa.example").unwrap(), None);
        let names: Vec<String> = store.accounts().unwrap().into_iter().map(|one| one.address).collect();
        assert_eq!(names, ["filer@alfa.example", "nc@network.example", "sc@alfa.example"]);
        assert!(matches!(store.account(AccountId::from_random([9; 16])), Err(Error::NotFound(_))));
    });
}

#[test]
fn a_taken_address_and_a_role_without_its_place_are_refused() {
    on_both("refused", |store| {
        people(store);
        let refused = |new: NewAccount, why: &str| {
            assert_eq!(store.add_account(new, None), Err(Error::Conflict(why.to_owned())));
        };
        refused(new("sc@alfa.example", Some("beta"), &[Role::Filer]), ADDRESS_TAKEN);
        refused(new("a@b.example", None, &[Role::Filer]), ROLE_WITHOUT_PLACE);
        refused(
            new("a@b.example", None, &[Role::Administrator, Role::SignalCoordinator]),
            ROLE_WITHOUT_PLACE,
        );
        refused(new("a@b.example", Some("alfa"), &[Role::Reader]), ROLE_WITHOUT_PLACE);
        refused(new("a@b.example", Some("alfa"), &[]), ROLE_WITHOUT_PLACE);
        let unknown = store.add_account(new("a@b.example", Some("delta"), &[Role::Filer]), None);
        assert!(matches!(unknown, Err(Error::Conflict(_))));
        assert_eq!(store.accounts().unwrap().len(), 3);
    });
}

#[test]
fn an_account_changes_only_as_a_new_one_might_be() {
    on_both("changed", |store| {
        let people = people(store);
        let change = |organisation: Option<&str>, authority, roles: &[Role]| {
            store.change_account(people.filer, "Nieuwe naam", organisation.map(code), authority, roles, None)
        };
        let wrong = Err(Error::Conflict(ROLE_WITHOUT_PLACE.to_owned()));
        assert_eq!(change(None, None, &[Role::Filer]), wrong);
        let roles = [Role::Reader, Role::Filer, Role::Reader];
        change(Some("beta"), Some(Authority::Cocom), &roles).unwrap();
        store.set_language(people.filer, Language::Nl).unwrap();
        store.set_digest(people.filer, true).unwrap();
        let account = store.account(people.filer).unwrap();
        assert_eq!((account.name.as_str(), account.organisation), ("Nieuwe naam", Some(code("beta"))));
        assert_eq!(
            (account.roles, account.authority),
            (vec![Role::Filer, Role::Reader], Some(Authority::Cocom))
        );
        assert_eq!((account.language, account.digest), (Language::Nl, true));
        let absent = store.set_digest(AccountId::from_random([9; 16]), true);
        assert_eq!(absent, Err(Error::NotFound("account".to_owned())));
    });
}

#[test]
fn a_one_time_code_counts_once_and_an_earlier_one_no_more() {
    on_both("totp", |store| {
        let people = people(store);
        let step = |step| store.use_totp_step(people.network_coordinator, step).unwrap();
        store.set_second_factor(people.network_coordinator, Some(vec![1, 2, 3]), None).unwrap();
        assert!(step(100));
        assert!(!step(100));
        assert!(!step(99));
        assert!(step(101));
        assert!(!store.use_totp_step(AccountId::from_random([9; 16]), 1).unwrap());
        let won = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| step(200))).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).filter(|won| *won).count()
        });
        assert_eq!(won, 1, "the same code at the same moment counts once");
        store.set_second_factor(people.network_coordinator, Some(vec![4]), None).unwrap();
        assert!(step(50), "another secret begins anew");
        store.set_second_factor(people.network_coordinator, None, None).unwrap();
        assert_eq!(store.account(people.network_coordinator).unwrap().second_factor, None);
    });
}

#[test]
fn a_new_password_ends_every_session_and_link() {
    on_both("password", |store| {
        let people = people(store);
        let open = |token, account| {
            let device = "Firefox".to_owned();
            store.open_session(NewSession { token, account, expires_at: 100, second_factor: false, device })
        };
        open([1; 32], people.filer).unwrap();
        open([2; 32], people.signal_coordinator).unwrap();
        store.make_link([3; 32], people.filer, store::LinkPurpose::Reset, 100, None).unwrap();
        store.set_password(people.filer, "$argon2id$x").unwrap();
        assert_eq!(store.account(people.filer).unwrap().password.as_deref(), Some("$argon2id$x"));
        assert_eq!(store.session([1; 32], 0).unwrap(), None);
        assert_eq!(store.link([3; 32], 0).unwrap(), None);
        assert!(store.session([2; 32], 0).unwrap().is_some(), "of this account alone");
    });
}

#[test]
fn a_disabled_account_has_no_session_and_gets_none() {
    on_both("disabled", |store| {
        let people = people(store);
        let new = |token| NewSession {
            token,
            account: people.filer,
            expires_at: 100,
            second_factor: false,
            device: "Firefox".to_owned(),
        };
        store.open_session(new([1; 32])).unwrap();
        store.make_link([3; 32], people.filer, store::LinkPurpose::Reset, 100, None).unwrap();
        store.disable_account(people.filer, None).unwrap();
        assert_eq!(store.session([1; 32], 0).unwrap(), None);
        assert_eq!(store.link([3; 32], 0).unwrap(), None);
        assert!(matches!(store.open_session(new([2; 32])), Err(Error::Conflict(_))));
        let link = store.make_link([3; 32], people.filer, store::LinkPurpose::Reset, 100, None);
        assert!(matches!(link, Err(Error::Conflict(_))));
        store.enable_account(people.filer, None).unwrap();
        assert_eq!(store.session([1; 32], 0).unwrap(), None, "what ended does not come back");
        store.open_session(new([2; 32])).unwrap();
        assert!(store.session([2; 32], 0).unwrap().is_some());
    });
}

#[test]
fn nothing_secret_and_no_name_is_in_a_debug_text_or_an_event() {
    on_each_database("debug", |database| {
        let store = database.open();
        let people = people(&store);
        store.set_password(people.filer, "$argon2id$geheim").unwrap();
        store.set_second_factor(people.filer, Some(b"SECRETSECRET".to_vec()), None).unwrap();
        store.change_address(people.filer, "nieuw@alfa.example", None).unwrap();
        store.change_account(people.filer, "Zahra", Some(code("alfa")), None, &[Role::Filer], None).unwrap();
        let account = store.account(people.filer).unwrap();
        let new = new("iemand@alfa.example", None, &[Role::Administrator]);
        let printed = format!("{account:?} {new:?}");
        let log = raw::texts(database, "SELECT kind || subject || subject_id || detail AS text FROM events");
        let log = log.concat();
        assert!(printed.contains("Administrator") && log.contains("account-changed"));
        assert!(log.contains("address-changed"));
        for text in ["Zahra", "Naam", "example", "geheim", "SECRET", "83, 69"] {
            assert!(!printed.contains(text) && !log.contains(text), "{text}");
        }
    });
}

#[test]
fn the_log_says_who_let_whom_in_and_out() {
    on_each_database("actors", |database| {
        let store = database.open();
        let people = people(&store);
        let by = Some(people.network_coordinator);
        store.change_account(people.filer, "Zahra", Some(code("alfa")), None, &[Role::Filer], by).unwrap();
        store.set_second_factor(people.filer, Some(vec![1]), Some(people.filer)).unwrap();
        store.make_link([3; 32], people.filer, store::LinkPurpose::Reset, 100, by).unwrap();
        let token = store.add_token(&code("alfa"), "Registratie", [1; 32], by).unwrap();
        store.revoke_token(token, by).unwrap();
        let card = store.add_card(&code("gamma"), Some(&code("beta")), "Kaart", [4; 32], by).unwrap();
        store.revoke_card(card, by).unwrap();
        store.disable_account(people.filer, by).unwrap();
        store.enable_account(people.filer, None).unwrap();
        let actor = |kind: &str| {
            let query = format!("SELECT detail AS text FROM events WHERE kind = '{kind}'");
            let detail: serde_json::Value =
                serde_json::from_str(&raw::texts(database, &query).concat()).unwrap();
            detail.get("by").cloned()
        };
        let (coordinator, filer) = (people.network_coordinator.to_string(), people.filer.to_string());
        for kind in [
            "account-changed",
            "link-made",
            "token-added",
            "token-revoked",
            "card-added",
            "card-revoked",
            "account-disabled",
        ] {
            assert_eq!(actor(kind), Some(coordinator.clone().into()), "{kind}");
        }
        assert_eq!(actor("second-factor-changed"), Some(filer.into()));
        // The command line is nobody with an account.
        assert_eq!(actor("account-enabled"), Some(serde_json::Value::Null));
    });
}

#[test]
fn an_address_is_changed_to_one_that_is_free_and_links_to_the_former_one_end() {
    on_each_database("address", |database| {
        let store = database.open();
        let people = people(&store);
        let taken = store.account(people.network_coordinator).unwrap().address;
        store.make_link([3; 32], people.filer, store::LinkPurpose::Reset, 100, None).unwrap();
        let to_taken = store.change_address(people.filer, &taken, None);
        assert_eq!(to_taken, Err(Error::Conflict(ADDRESS_TAKEN.to_owned())));
        let own = store.account(people.filer).unwrap().address;
        store.change_address(people.filer, &own, None).unwrap();
        let links = || raw::texts(database, "SELECT purpose AS text FROM links").len();
        assert_eq!(links(), 1, "nothing changed");
        store.change_address(people.filer, "nieuw@alfa.example", None).unwrap();
        assert_eq!(links(), 0);
        assert_eq!(store.account_by_address("nieuw@alfa.example").unwrap().unwrap().id, people.filer);
        assert_eq!(store.account_by_address(&own).unwrap(), None);
    });
}
