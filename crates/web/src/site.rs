//! What every page works with: the store, the screen, the clock, randomness and the keys.

use std::path::PathBuf;
use std::sync::{Arc, RwLock};

use chrono::{DateTime, NaiveDate};
use mail::Mailer;
use model::{Language, Month};
use screening::Screen;
use store::{NetworkView, Store};

use crate::Error;
use crate::assets::Assets;
use crate::latest::{Changes, Latest};
use crate::limits::Limits;
use crate::press::{Foreseeing, Packs, Press};
use crate::queue::Marked;
use crate::rising;
use crate::sealed::SealedKey;
use crate::similar::{Alike, Proposed};
use crate::turns::Turns;
use crate::upload::Waiting;

/// How the service is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where people find it, without a slash at the end: `https://signals.example.org`. With `https`, cookies are
    /// sent over encrypted connections only.
    pub public_url: String,
    /// Whether the address of a client is read from the last entry of `X-Forwarded-For`: only behind a proxy that writes it.
    pub behind_proxy: bool,
    /// Accounts that the sign-in page offers with their password; for the demo alone.
    pub demo_accounts: Vec<DemoAccount>,
    /// Requests of one client per minute; 0 for no limit (measurements alone).
    pub requests_per_minute: u32,
    /// What sends mails; where there is none, links are handed over by hand.
    pub mailer: Option<Mailer>,
    /// What typesets; where there is none, no page offers a PDF.
    pub press: Option<Arc<dyn Press>>,
    /// The folder in which `edition-N` stand once they are published; where there is none, no page shows them.
    pub editions: Option<PathBuf>,
}

/// An account that everyone may try.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// What it is for, per language.
    pub role: model::Role,
    /// The language of its pages.
    pub language: Language,
    /// The organisation that it speaks for, where each has somebody: these are offered together.
    pub speaks_for: Option<String>,
    /// Its address.
    pub address: String,
    /// Its password.
    pub password: String,
    /// Its second factor as a base32 secret, where it has one.
    pub second_factor: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            public_url: "http://127.0.0.1:8080".to_owned(),
            behind_proxy: false,
            demo_accounts: Vec::new(),
            requests_per_minute: 600,
            mailer: None,
            press: None,
            editions: None,
        }
    }
}

/// A source of random bytes: it fills a slice.
pub type Random = Box<dyn Fn(&mut [u8]) + Send + Sync>;

/// What the service takes from outside.
pub struct Surroundings {
    /// Unix seconds.
    pub now: Box<dyn Fn() -> i64 + Send + Sync>,
    /// Fills a slice with random bytes.
    pub random: Random,
    /// Takes a line for the operator: a route, a code, a technical detail; never what a person wrote, never an address.
    pub log: Box<dyn Fn(&str) + Send + Sync>,
}

/// Everything a page works with; cheap to clone.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    settings: Settings,
    surroundings: Surroundings,
    screen: Screen,
    assets: Assets,
    limits: Limits,
    uploads: Waiting,
    packs: Packs,
    alike: Alike,
    comparing: Turns,
    changes: Changes,
    proposed: Latest<Proposed>,
    rises: Latest<rising::Read>,
    foreseen: Latest<Foreseeing>,
    marked: Latest<Marked>,
    visit_key: Vec<u8>,
    sealed_key: SealedKey,
    unknown_password: String,
    network: RwLock<Option<Kept>>,
}

/// The network, and when it was read.
type Kept = (i64, Arc<NetworkView>);

/// How long a page may show the network as it was.
const NETWORK_SECONDS: i64 = 5;

impl Site {
    /// A service on this store.
    pub fn new(store: Store, settings: Settings, surroundings: Surroundings) -> Result<Self, Error> {
        let visit_key = store.secret("visit", 32)?;
        let sealed_key = SealedKey::derive(&store.secret("sealed-queue", 32)?)?;
        let screen = Screen::new().map_err(|error| Error::Broken(error.to_string()))?;
        let mut salt = [0; 16];
        (surroundings.random)(&mut salt);
        // An account that does not exist takes as long to refuse as one that does.
        let unknown_password = crate::password_hash("an account that does not exist", &salt)?;
        let limits = Limits::new(&settings, &surroundings);
        Ok(Self {
            inner: Arc::new(Inner {
                store,
                settings,
                surroundings,
                screen,
                assets: Assets::new(),
                limits,
                uploads: Waiting::default(),
                packs: Packs::default(),
                alike: Alike::default(),
                comparing: Turns::default(),
                changes: Changes::default(),
                proposed: Latest::default(),
                rises: Latest::default(),
                foreseen: Latest::default(),
                marked: Latest::default(),
                visit_key,
                sealed_key,
                unknown_password,
                network: RwLock::new(None),
            }),
        })
    }

    /// The store. Its calls block: a page asks it through `Site::ask`.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// How it is run.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.inner.screen
    }

    pub(crate) fn assets(&self) -> &Assets {
        &self.inner.assets
    }

    pub(crate) fn limits(&self) -> &Limits {
        &self.inner.limits
    }

    /// The files that were looked through and not yet stored.
    pub(crate) fn uploads(&self) -> &Waiting {
        &self.inner.uploads
    }

    /// The packs that were typeset last.
    pub(crate) fn packs(&self) -> &Packs {
        &self.inner.packs
    }

    /// Reads all signals for the comparison, in a thread of its own: the first page that asks finds it done. Without this
    /// the first page that asks does it. Asked for again while it runs, it is done once more after that.
    pub fn compare_in_background(&self) {
        let site = self.clone();
        // Where no thread can be had, the first page that asks reads them.
        self.inner.comparing.work(move || {
            if site.alike().follow(site.store()).and_then(|()| crate::similar::renew(&site)).is_err() {
                site.log("the signals could not be compared beside the pages");
            }
        });
    }

    /// What all signals are compared in.
    pub(crate) fn alike(&self) -> &Alike {
        &self.inner.alike
    }

    /// What last changed signals, or what belongs together.
    pub(crate) fn changes(&self) -> &Changes {
        &self.inner.changes
    }

    /// What was proposed last.
    pub(crate) fn proposed(&self) -> &Latest<Proposed> {
        &self.inner.proposed
    }

    /// What rose when that was looked at last.
    pub(crate) fn rises(&self) -> &Latest<rising::Read> {
        &self.inner.rises
    }

    /// What the next edition would show when that was looked at last.
    pub(crate) fn foreseen(&self) -> &Latest<Foreseeing> {
        &self.inner.foreseen
    }

    /// In which waiting signals something was marked when that was looked at last.
    pub(crate) fn marked(&self) -> &Latest<Marked> {
        &self.inner.marked
    }

    pub(crate) fn visit_key(&self) -> &[u8] {
        &self.inner.visit_key
    }

    pub(crate) fn sealed_key(&self) -> &SealedKey {
        &self.inner.sealed_key
    }

    pub(crate) fn unknown_password(&self) -> &str {
        &self.inner.unknown_password
    }

    /// Whether cookies may be sent over encrypted connections only.
    pub(crate) fn is_secure(&self) -> bool {
        self.settings().public_url.starts_with("https://")
    }

    /// Unix seconds.
    pub fn now(&self) -> i64 {
        (self.inner.surroundings.now)()
    }

    /// The day.
    pub(crate) fn today(&self) -> NaiveDate {
        DateTime::from_timestamp(self.now(), 0).map(|time| time.date_naive()).unwrap_or_default()
    }

    /// The month.
    pub(crate) fn this_month(&self) -> Month {
        let today = self.today();
        Month::of(today)
    }

    /// Tells the operator.
    pub(crate) fn log(&self, line: &str) {
        (self.inner.surroundings.log)(line);
    }

    /// Reads the network anew for the next page: somebody changed it here.
    pub(crate) fn forget_network(&self) {
        if let Ok(mut kept) = self.inner.network.write() {
            *kept = None;
        }
    }

    /// The network as it was at most a few seconds ago.
    pub(crate) async fn network(&self) -> Result<Arc<NetworkView>, crate::failure::Failure> {
        let now = self.now();
        let kept = self.inner.network.read().ok().and_then(|kept| kept.clone());
        if let Some((at, network)) = kept
            && (at..at + NETWORK_SECONDS).contains(&now)
        {
            return Ok(network);
        }
        let network = Arc::new(self.ask(Store::network).await?);
        if let Ok(mut kept) = self.inner.network.write() {
            *kept = Some((now, Arc::clone(&network)));
        }
        Ok(network)
    }

    /// Random bytes.
    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.inner.surroundings.random)(&mut bytes);
        bytes
    }

    /// Asks the store something, off the threads that serve pages.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<T, crate::failure::Failure> {
        let store = self.inner.store.clone();
        Ok(actix_web::web::block(move || question(&store)).await??)
    }

    /// The same, where the page itself says what went wrong.
    pub(crate) async fn try_ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Store) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<Result<T, store::Error>, crate::failure::Failure> {
        let store = self.inner.store.clone();
        Ok(actix_web::web::block(move || question(&store)).await?)
    }

    /// The language of a network that says nothing else.
    pub(crate) const fn default_language() -> Language {
        Language::Nl
    }
}
