//! Who is there: found out once per request, at the gate, and handed to the page.

use std::future::{Ready, ready};
use std::rc::Rc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use model::{Code, Language, Role};
use store::{Account, ApiToken, FilingCard, Session, Store};
use wording::Wording;

use crate::failure::Failure;

/// Who asks.
#[derive(Debug, Clone)]
pub enum Caller {
    /// Nobody known.
    Visitor,
    /// Somebody with an account.
    Person(Person),
    /// Somebody with the filing card of a group.
    Card(FilingCard),
    /// A program of an organisation.
    Program(ApiToken),
}

/// Somebody with an account, and how far the sign-in went.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account.
    pub account: Account,
    /// Whether the second factor was shown.
    pub second_factor: bool,
    /// The public name of the session in the list of sessions.
    pub session: String,
    /// How many texts wait for the agreement of the organisation, where the account speaks for one.
    pub unanswered: usize,
}

/// These cannot do harm with a stolen password alone.
const TWO_FACTORS: [Role; 2] = [Role::NetworkCoordinator, Role::Administrator];

impl Person {
    /// Somebody with this session; how many texts wait for the organisation is asked only for whoever answers.
    pub fn load(store: &Store, session: Session) -> Result<Self, store::Error> {
        let Session { account, second_factor, key, .. } = session;
        let answers = account.roles.contains(&Role::SignalCoordinator);
        let unanswered = match account.organisation.as_ref().filter(|_| answers) {
            Some(organisation) => store.unanswered_texts(organisation)?,
            None => 0,
        };
        Ok(Self { account, second_factor, session: key, unanswered })
    }

    /// Whether the account needs, or has chosen, a second factor.
    pub fn needs_second_factor(&self) -> bool {
        self.account.second_factor.is_some() || must_have_second_factor(&self.account)
    }

    /// Whether nothing is owed any more.
    pub fn is_signed_in(&self) -> bool {
        self.second_factor || !self.needs_second_factor()
    }

    /// Whether the account has one of these roles.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        self.account.roles.iter().any(|role| roles.contains(role))
    }
}

impl Caller {
    /// The person, when wholly signed in.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) if person.is_signed_in() => Some(person),
            _ => None,
        }
    }

    /// The organisation for which it files.
    pub fn organisation(&self) -> Option<&Code> {
        match self {
            Self::Visitor => None,
            Self::Person(person) => person.account.organisation.as_ref(),
            Self::Card(card) => Some(&card.organisation),
            Self::Program(token) => Some(&token.organisation),
        }
    }
}

/// One request: who asks, in which language, under which visit.
#[derive(Debug, Clone)]
pub struct Visit(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    caller: Caller,
    language: Language,
    key: String,
    client: String,
    token: Option<[u8; 32]>,
    switches: bool,
}

impl Visit {
    /// `key` is what a form of this visit is tied to, `client` what requests are counted by, `token` the hash of the session's token.
    pub(crate) fn new(
        caller: Caller,
        language: Language,
        key: String,
        client: String,
        token: Option<[u8; 32]>,
    ) -> Self {
        Self(Rc::new(Inner { caller, language, key, client, token, switches: false }))
    }

    /// The same visit, in which somebody chose another language for the form that this request carries.
    pub(crate) fn in_language(&self, language: Language) -> Self {
        let Inner { caller, key, client, token, .. } = &*self.0;
        let (caller, key, client) = (caller.clone(), key.clone(), client.clone());
        Self(Rc::new(Inner { caller, language, key, client, token: *token, switches: true }))
    }

    /// Whether the form was sent only to be read in another language: nothing is done with it.
    pub(crate) fn switches(&self) -> bool {
        self.0.switches
    }

    /// Who asks.
    pub fn caller(&self) -> &Caller {
        &self.0.caller
    }

    /// The language of the page.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The sentences of the page.
    pub fn wording(&self) -> Wording {
        Wording::new(self.0.language)
    }

    /// What a form of this visit is tied to.
    pub(crate) fn key(&self) -> &str {
        &self.0.key
    }

    /// What requests are counted by. Never stored, never logged.
    pub(crate) fn client(&self) -> &str {
        &self.0.client
    }

    /// The hash of the session's token.
    pub(crate) fn session_token(&self) -> Option<[u8; 32]> {
        self.0.token
    }

    /// The person, who is wholly signed in.
    pub(crate) fn person(&self) -> Result<&Person, Failure> {
        self.0.caller.person().ok_or(Failure::SignIn)
    }
}

impl FromRequest for Visit {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = request.extensions().get::<Self>().cloned();
        ready(visit.ok_or_else(|| Failure::Broken("a page outside the gate".to_owned())))
    }
}

/// Whether a role of this account asks for a second factor.
pub fn must_have_second_factor(account: &Account) -> bool {
    account.roles.iter().any(|role| TWO_FACTORS.contains(role))
}
