//! The people of the demo: an account per role, whoever speaks for each other organisation, and earlier signals of the
//! filer's own.

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

const PEOPLE: [Person; 8] = [
    person("Noor Vermeiren", Role::Filer, Some("dienst-kanaalkant"), Language::Nl),
    person("Salomé Dubreuil", Role::Filer, Some("maison-des-tilleuls"), Language::Fr),
    person("Wout Aerden", Role::SignalCoordinator, Some("dienst-kanaalkant"), Language::Nl),
    person("Maëlle Sorgeloos", Role::SignalCoordinator, Some("maison-des-tilleuls"), Language::Fr),
    person("Jelle Roosmalen", Role::NetworkCoordinator, None, Language::Nl),
    // The second pair of eyes: nobody clears a text of their own.
    person("Oriane Delvigne", Role::NetworkCoordinator, None, Language::Fr),
    Person {
        name: "Camille Vanhove",
        role: Role::Reader,
        organisation: None,
        authority: Some(Authority::Region),
        language: Language::Fr,
    },
    person("Imke Staelens", Role::Administrator, None, Language::Nl),
];

/// Whoever speaks for the other organisations. They are small: the same person files, weighs and agrees.
const SPOKESPEOPLE: [(&str, &str, Language); 18] = [
    ("de-sleutelbos", "Hanne Opdebeeck", Language::Nl),
    ("het-kompas", "Ruben Lievegoed", Language::Nl),
    ("gezinshuis-lindenhof", "Tine Wauterickx", Language::Nl),
    ("toit-partage", "Baptiste Hennaut", Language::Fr),
    ("rechtwijzer", "Eline Cornelissens", Language::Nl),
    ("stem-uit-de-straat", "Gust Verbruggen", Language::Nl),
    ("parole-debout", "Ludivine Marsac", Language::Fr),
    ("brugfiguren-west", "Samira Ouled", Language::Nl),
    ("relais-familles", "Clémence Thirifays", Language::Fr),
    ("school-waterspiegel", "Bram Ghyselinck", Language::Nl),
    ("ecole-quatre-vents", "Odile Fontignies", Language::Fr),
    ("de-nachtwake", "Koenraad Stijnen", Language::Nl),
    ("table-ouverte", "Honoré Malempré", Language::Fr),
    ("collectif-horizons", "Alba Quintanar", Language::Fr),
    ("moederkracht", "Zeynep Aydemir", Language::Nl),
    ("de-olijftak", "Ruth Meulepas", Language::Nl),
    ("buurttafel-vijver", "Fons Daelemans", Language::Nl),
    ("occupation-ateliers", "Lazare Kindt", Language::Fr),
];

/// Makes the accounts; who can sign in with what.
pub fn settle(context: &Context, store: &Store) -> Result<Vec<DemoAccount>, Failure> {
    let failed = |error: store::Error| context.failed(&error);
    // One password, so one hash: each takes a while, on purpose.
    let phc = web::password_hash(PASSWORD, b"the demo's salt!")
        .map_err(|error| Failure::Unavailable(error.to_string()))?;
    let network = store.network().map_err(failed)?;
    let secret = data_encoding::BASE32_NOPAD.decode(SECOND_FACTOR.as_bytes()).unwrap_or_default();
    let mut accounts = Vec::new();
    let speaks =
        |(organisation, name, language)| person(name, Role::SignalCoordinator, Some(organisation), language);
    let everyone = PEOPLE
        .into_iter()
        .zip(std::iter::repeat(false))
        .chain(SPOKESPEOPLE.map(speaks).into_iter().zip(std::iter::repeat(true)));
    for (person, is_one_of_many) in everyone {
        let address = address(&person, is_one_of_many);
        let organisation =
            person.organisation.map(Code::parse).transpose().map_err(|_| Failure::Usage(address.clone()))?;
        let member = network.organisations.iter().find(|one| Some(&one.code) == organisation.as_ref());
        let speaks_for =
            member.filter(|_| is_one_of_many).map(|one| one.name.get(person.language).to_owned());
        let id = store
            .add_account(
                NewAccount {
                    name: person.name.to_owned(),
                    address: address.clone(),
                    organisation,
                    authority: person.authority,
                    roles: vec![person.role],
                    language: person.language,
                },
                None,
            )
            .map_err(failed)?;
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
            speaks_for,
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
/// role has somebody in both; of the many it is the organisation, as in `signal-coordinator.de-sleutelbos@demo.example`.
fn address(person: &Person, is_one_of_many: bool) -> String {
    match (person.role, person.language, person.organisation) {
        (role, _, Some(organisation)) if is_one_of_many => format!("{role}.{organisation}@demo.example"),
        (Role::Filer, language, _)
        | (Role::SignalCoordinator | Role::NetworkCoordinator, language @ Language::Fr, _) => {
            format!("{}.{language}@demo.example", person.role)
        }
        (role, ..) => format!("{role}@demo.example"),
    }
}
