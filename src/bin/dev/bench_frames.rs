//! Frames a second beside other libraries, in one browser, in one run.
//!
//! `tests/benches/frames` has the pages; the others are installed and bundled below `target/frames`, never into the
//! project.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::Value;

use crate::child::{command, output, run};
use crate::{node, paths, release, report, serve, test};

/// Measures everything; returns the table.
pub fn table() -> Result<String> {
    release::write()?;
    let scripts = paths::tests().join("benches/frames");
    let site = peers(&scripts)?;
    let mut program = node::node()?;
    program.arg(scripts.join("run.js"));
    let mut program = test::with_pages(program, &site)?;
    program.env("DEAL_NETWORK_RELEASE_URL", serve::background(paths::dist(), true)?);
    let table = output(&mut program)?;
    Ok(format!("{}, {}. In {table}", report::machine()?, versions(&scripts)?))
}

/// The page of the libraries that are compared.
fn peers(scripts: &Path) -> Result<PathBuf> {
    let folder = paths::target().join("frames");
    let site = folder.join("site");
    fs::create_dir_all(&site)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(scripts.join(file), folder.join(file))?;
    }
    let install =
        ["ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund", "--no-progress"];
    run(command("npm").args(install).current_dir(&folder))?;
    let mut esbuild = node::tool("esbuild")?;
    esbuild.env("NODE_PATH", folder.join("node_modules"));
    esbuild.arg(scripts.join("peers.js")).args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--log-level=warning",
    ]);
    run(esbuild.arg(format!("--outfile={}", site.join("peers.js").display())))?;
    fs::copy(scripts.join("peers.html"), site.join("peers.html"))?;
    Ok(site)
}

/// The libraries as they are pinned.
fn versions(scripts: &Path) -> Result<String> {
    let package: Value = serde_json::from_str(&fs::read_to_string(scripts.join("package.json"))?)?;
    let pinned = package["dependencies"].as_object().into_iter().flatten();
    let named: Vec<_> =
        pinned.map(|(name, version)| format!("{name} {}", version.as_str().unwrap_or_default())).collect();
    Ok(named.join(", "))
}
