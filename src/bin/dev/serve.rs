//! The page on 127.0.0.1, with the headers that a static host would send.

use std::future::IntoFuture;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use clap::Args;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{paths, wasm};

/// The strictest policy the page is promised to work under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

#[derive(Args)]
pub struct Options {
    /// Send the strict content security policy, with trusted types switched off
    #[arg(long)]
    csp: bool,
    /// Where to listen on 127.0.0.1 (0: any free port)
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

/// Builds the module, then serves `www` until the program is stopped.
pub fn run(options: &Options) -> Result<()> {
    wasm::build()?;
    let (address, listener) = listen(options.port)?;
    println!("http://{address}/");
    serve(listener, paths::www(), options.csp)
}

/// Serves a folder on a free port for as long as this program runs; returns the address.
pub fn background(folder: PathBuf, csp: bool) -> Result<String> {
    let (address, listener) = listen(0)?;
    thread::spawn(move || {
        if let Err(error) = serve(listener, folder, csp) {
            eprintln!("cargo dev: {error:#}");
        }
    });
    Ok(format!("http://{address}/"))
}

fn listen(port: u16) -> Result<(SocketAddr, TcpListener)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("Port {port} on 127.0.0.1 cannot be used; try another with --port"))?;
    listener.set_nonblocking(true)?;
    Ok((listener.local_addr()?, listener))
}

fn serve(listener: TcpListener, folder: PathBuf, csp: bool) -> Result<()> {
    let app = router(folder, csp);
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, app).into_future().await.context("The server stopped")
    })
}

/// Files below a folder, never cached. `ServeDir` refuses every path that leads out of the folder.
fn router(folder: PathBuf, csp: bool) -> Router {
    let header = |name, value| SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value));
    let files = ServeDir::new(folder).fallback(Router::new().fallback(missing));
    let app = Router::new()
        .fallback_service(files)
        .layer(header(header::CACHE_CONTROL, "no-cache"))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        // As a static host must, for a sandboxed frame to load modules.
        .layer(header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
    if csp { app.layer(header(header::CONTENT_SECURITY_POLICY, POLICY)) } else { app }
}

async fn missing(uri: Uri) -> (StatusCode, String) {
    (StatusCode::NOT_FOUND, format!("There is no file at {}\n", uri.path()))
}
