//! A network with people in it: a filer and a signal coordinator of `alfa`, a coordinator of the network.

use model::{AccountId, Language, Role, Submission};
use store::{Filed, Filing, NewAccount, Store, Via};
use testkit::{code, network};
use uuid::Uuid;

/// The accounts of a small network.
#[derive(Clone, Copy)]
pub struct People {
    pub filer: AccountId,
    pub signal_coordinator: AccountId,
    pub network_coordinator: AccountId,
}

/// Imports the network, and gives it people.
pub fn people(store: &Store) -> People {
    store.import_network(&network()).unwrap();
    People {
        filer: store.add_account(new("filer@alfa.example", Some("alfa"), &[Role::Filer]), None).unwrap(),
        signal_coordinator: store
            .add_account(new("sc@alfa.example", Some("alfa"), &[Role::SignalCoordinator]), None)
            .unwrap(),
        network_coordinator: store
            .add_account(new("nc@network.example", None, &[Role::NetworkCoordinator]), None)
            .unwrap(),
    }
}

/// Someone called after the address.
pub fn new(address: &str, organisation: Option<&str>, roles: &[Role]) -> NewAccount {
    NewAccount {
        name: format!("Naam {address}"),
        address: address.to_owned(),
        organisation: organisation.map(code),
        authority: None,
        roles: roles.to_vec(),
        language: Language::Fr,
    }
}

/// A signal that this account files, under this number as client id.
pub fn filing(number: u128, via: Via, submission: Submission) -> Filing {
    Filing { client_id: Uuid::from_u128(number), submission, via, direct: false, release: false, draft: None }
}

/// Files a signal of `alfa` without a reference.
pub fn file(store: &Store, number: u128, account: AccountId) -> Filed {
    store.file(filing(number, Via::Account(account), submission("alfa", number))).unwrap()
}

/// A signal without a reference, its problem distinguished by a number.
pub fn submission(organisation: &str, number: u128) -> Submission {
    let mut submission = testkit::submission(organisation, "", "2024-02");
    submission.problem = format!("Een gezin krijgt nergens een referentieadres ({number}).");
    submission
}
