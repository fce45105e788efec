//! The page on 127.0.0.1, with the headers that a static host would send.

use std::future::IntoFuture;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, ensure};
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
    /// A folder to show as it is, in place of the page
    folder: Option<PathBuf>,
    /// Send the strict content security policy, with trusted types switched off
    #[arg(long)]
    csp: bool,
    /// Where to listen on 127.0.0.1 (0: any free port)
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

/// Serves a folder, or else builds the modules and serves `www`, until the program is stopped.
pub fn run(options: &Options) -> Result<()> {
    let folder = if let Some(folder) = &options.folder {
        // A server of nothing would only be found out page by page.
        ensure!(folder.is_dir(), "There is no folder `{}`", folder.display());
        folder.clone()
    } else {
        wasm::build(wasm::Library::Installed)?;
        paths::www()
    };
    let (address, listener) = listen(options.port)?;
    println!("http://{address}/");
    serve(listener, folder, options.csp)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::*;

    /// The status line and headers, and the body, of a request that a polite client would never send.
    fn get(address: &str, path: &str) -> (String, String) {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_lowercase(), body.to_owned())
    }

    #[test]
    fn serves_a_folder_and_nothing_else() {
        let outside = paths::target().join("serve-test");
        let inside = outside.join("inside");
        fs::create_dir_all(&inside).unwrap();
        fs::write(outside.join("secret.txt"), "secret").unwrap();
        let types = [
            ("index.html", "text/html"),
            ("a.js", "text/javascript"),
            ("a.css", "text/css"),
            ("a.json", "application/json"),
            ("a.wasm", "application/wasm"),
            ("a.svg", "image/svg+xml"),
            ("a.csv", "text/csv"),
        ];
        for (name, _) in types {
            fs::write(inside.join(name), name).unwrap();
        }
        let plain = background(inside.clone(), false).unwrap();
        let strict = background(inside, true).unwrap();
        for (name, kind) in types {
            let (head, body) = get(&plain, &format!("/{name}"));
            assert!(
                head.starts_with("http/1.1 200") && head.contains(&format!("content-type: {kind}")),
                "{head}"
            );
            assert_eq!(body, name);
        }
        assert_eq!(get(&plain, "/").1, "index.html");
        for path in
            ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/./..//secret.txt", "/none.js"]
        {
            let (head, body) = get(&plain, path);
            assert!(head.starts_with("http/1.1 404"), "{path}: {head}");
            assert_eq!(body, format!("There is no file at {path}\n"));
        }
        assert!(!get(&plain, "/").0.contains("content-security-policy"));
        assert!(get(&strict, "/").0.contains("require-trusted-types-for 'script'; trusted-types 'none'"));
    }

    #[test]
    fn the_policy_is_the_one_that_is_documented() {
        let page = fs::read_to_string(paths::www().join("README.md")).unwrap();
        let documented = page.split("```").find(|block| block.contains("default-src")).unwrap();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(documented), words(POLICY));
    }
}
