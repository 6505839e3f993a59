//! The running service.

use std::net::{SocketAddr, TcpListener};

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
}

/// The largest body of a form, in bytes: a thousand characters in each text, and room to spare.
pub(crate) const LARGEST_FORM: usize = 96 * 1024;

/// The largest body with a file in it, in bytes, all parts together.
const LARGEST_UPLOAD: usize = 9 * 1024 * 1024;

/// Listens on this address. Nothing is answered before [`Running::serve`].
pub fn start(site: Site, listen: &str) -> Result<Running, Error> {
    let listener = TcpListener::bind(listen).map_err(Error::Address)?;
    let address = listener.local_addr().map_err(Error::Address)?;
    take_words_in(&site);
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
    Ok(Running { address, server })
}

/// Lets the search take in, beside the service, what it does not know yet: few at a time, so that nobody who files waits.
fn take_words_in(site: &Site) {
    let (store, asks) = (site.store().clone(), site.clone());
    std::thread::spawn(move || {
        if let Err(error) = crate::queue::take_in(&store, [u32::MAX, 100]) {
            asks.log(&format!("the search could not take all signals in: {error}"));
        }
    });
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until the process is asked to end (SIGINT, SIGTERM).
    pub fn serve(self) -> Result<(), Error> {
        actix_web::rt::System::new().block_on(self.server).map_err(Error::Address)
    }
}
