//! The people of the demo: an account per role, a filing card, and earlier signals of the filer's own.

use model::{AccountId, Authority, Code, Language, Role};
use store::{NewAccount, Store};
use web::DemoAccount;

use crate::commands::Context;
use crate::failure::Failure;

/// Everyone's password. It protects nothing: the demo is invented.
const PASSWORD: &str = "vier gewone woorden samen";

/// The second factor of whoever needs one, as apps take it.
const SECOND_FACTOR: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Signals of earlier editions that are the filers' own: they show what became of them. Who reads Dutch finds the Dutch
/// ones on top, since the list begins with what came last.
const EARLIER: [(&str, &[&str]); 2] = [
    ("dienst-kanaalkant", &["24-050", "25-050", "24-001", "24-002", "25-001", "25-002"]),
    ("maison-des-tilleuls", &["24-050", "25-050", "25-051"]),
];

struct Person {
    name: &'static str,
    role: Role,
    organisation: Option<&'static str>,
    authority: Option<Authority>,
    language: Language,
}

const fn person(
    name: &'static str,
    role: Role,
    organisation: Option<&'static str>,
    language: Language,
) -> Person {
    Person { name, role, organisation, authority: None, language }
}

const PEOPLE: [Person; 7] = [
    person("Noor Vermeiren", Role::Filer, Some("dienst-kanaalkant"), Language::Nl),
    person("Salomé Dubreuil", Role::Filer, Some("maison-des-tilleuls"), Language::Fr),
    person("Wout Aerden", Role::SignalCoordinator, Some("dienst-kanaalkant"), Language::Nl),
    person("Maëlle Sorgeloos", Role::SignalCoordinator, Some("maison-des-tilleuls"), Language::Fr),
    person("Jelle Roosmalen", Role::NetworkCoordinator, None, Language::Nl),
    Person {
        name: "Camille Vanhove",
        role: Role::Reader,
        organisation: None,
        authority: Some(Authority::Region),
        language: Language::Fr,
    },
    person("Imke Staelens", Role::Administrator, None, Language::Nl),
];

/// Makes the accounts; who can sign in with what.
pub fn settle(context: &Context, store: &Store) -> Result<Vec<DemoAccount>, Failure> {
    let failed = |error: store::Error| context.failed(&error);
    let secret = data_encoding::BASE32_NOPAD.decode(SECOND_FACTOR.as_bytes()).unwrap_or_default();
    let mut accounts = Vec::new();
    for person in PEOPLE {
        let address = address(&person);
        let organisation = person.organisation.map(Code::parse).transpose();
        let id = store
            .add_account(
                NewAccount {
                    name: person.name.to_owned(),
                    address: address.clone(),
                    organisation: organisation.map_err(|_| Failure::Usage(address.clone()))?,
                    authority: person.authority,
                    roles: vec![person.role],
                    language: person.language,
                },
                None,
            )
            .map_err(failed)?;
        let phc = web::password_hash(PASSWORD, &salt(&address))
            .map_err(|error| Failure::Unavailable(error.to_string()))?;
        store.set_password(id, &phc).map_err(failed)?;
        if person.role == Role::Filer {
            hand_over(store, &person, id).map_err(failed)?;
        }
        let needs_code = matches!(person.role, Role::NetworkCoordinator | Role::Administrator);
        if needs_code {
            store.set_second_factor(id, Some(secret.clone()), None).map_err(failed)?;
        }
        accounts.push(DemoAccount {
            role: person.role,
            language: person.language,
            address,
            password: PASSWORD.to_owned(),
            second_factor: needs_code.then(|| SECOND_FACTOR.to_owned()),
        });
    }
    Ok(accounts)
}

/// Hands the earlier signals of an organisation to its filer.
fn hand_over(store: &Store, person: &Person, account: AccountId) -> Result<(), store::Error> {
    for (organisation, references) in EARLIER.iter().filter(|(code, _)| Some(*code) == person.organisation) {
        let Ok(organisation) = Code::parse(organisation) else { continue };
        for reference in *references {
            if let Some(signal) = store.signal_by_reference(&organisation, reference)? {
                store.hand_over(signal, account, None)?;
            }
        }
    }
    Ok(())
}

/// `filer.nl@demo.example`, `signal-coordinator.fr@demo.example`: the role says who it is, and the language where the
/// role has somebody in both.
fn address(person: &Person) -> String {
    match (person.role, person.language) {
        (Role::Filer, language) | (Role::SignalCoordinator, language @ Language::Fr) => {
            format!("{}.{language}@demo.example", person.role)
        }
        (role, _) => format!("{role}@demo.example"),
    }
}

/// The demo's files are the same at each run, its salts too.
fn salt(address: &str) -> [u8; 16] {
    let mut salt = [0; 16];
    for (at, byte) in address.bytes().enumerate() {
        salt[at % 16] ^= byte;
    }
    salt
}
