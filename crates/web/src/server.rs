//! The running service.

use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use actix_multipart::form::MultipartFormConfig;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer};

use crate::failure::Failure;
use crate::gate::gate;
use crate::{Error, Site, routes};

/// A service that listens.
pub struct Running {
    address: SocketAddr,
    server: actix_web::dev::Server,
    /// As long as it is there, the search takes in what is written.
    serving: Sender<()>,
}

/// The largest body of a form, in bytes: a thousand characters in each text, and room to spare.
pub(crate) const LARGEST_FORM: usize = 96 * 1024;

/// The largest body with a file in it, in bytes, all parts together.
const LARGEST_UPLOAD: usize = 9 * 1024 * 1024;

/// Listens on this address. Nothing is answered before [`Running::serve`].
pub fn start(site: Site, listen: &str) -> Result<Running, Error> {
    let listener = TcpListener::bind(listen).map_err(Error::Address)?;
    let address = listener.local_addr().map_err(Error::Address)?;
    let serving = take_words_in(&site);
    let site = Data::new(site);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(site.clone())
            .app_data(web::FormConfig::default().limit(LARGEST_FORM))
            .app_data(MultipartFormConfig::default().total_limit(LARGEST_UPLOAD).memory_limit(LARGEST_UPLOAD))
            .app_data(web::JsonConfig::default().limit(LARGEST_FORM))
            .wrap(from_fn(gate))
            .wrap(Compress::default())
            .configure(routes::configure)
            .default_service(web::to(|| async { Err::<String, _>(Failure::NotFound) }))
    })
    .shutdown_timeout(10)
    .listen(listener)
    .map_err(Error::Address)?
    .run();
    Ok(Running { address, server, serving })
}

/// How many signals the search takes in at a time, so that nobody who files meanwhile waits; and how long it rests once it knows
/// all there are.
const AT_ONCE: u32 = 250;
const REST: Duration = Duration::from_secs(2);

/// Lets the search take in, beside the service, what it does not know yet, as long as what this returns is kept: what was there
/// before, what is filed, and what imports bring, here or on the command line.
fn take_words_in(site: &Site) -> Sender<()> {
    let (serving, served) = channel();
    let (store, asks) = (site.store().clone(), site.clone());
    std::thread::spawn(move || {
        let mut fails = false;
        loop {
            let outcome = crate::queue::take_in(&store, [u32::MAX, AT_ONCE]);
            // Told once, not every time that it is tried again.
            if let Err(error) = &outcome
                && !fails
            {
                asks.log(&format!("the search could not take all signals in: {error}"));
            }
            fails = outcome.is_err();
            if served.recv_timeout(REST) == Err(RecvTimeoutError::Disconnected) {
                break;
            }
        }
    });
    serving
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process is asked to end (SIGINT, SIGTERM).
    pub fn serve(self) -> Result<(), Error> {
        let served = actix_web::rt::System::new().block_on(self.server).map_err(Error::Address);
        drop(self.serving);
        served
    }
}
