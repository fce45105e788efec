//! Node, and npm's tools in `tests/node_modules`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::child::{command, exists, output, run};
use crate::paths;

/// The oldest version that the tests run on.
const OLDEST: u32 = 20;

/// Node, in the root of the repository; an error that says what to install where it is missing or too old.
pub fn node() -> Result<Command> {
    if !exists("node") || !exists("npm") {
        bail!("Node.js and npm are missing; install Node.js {OLDEST} or newer, which brings npm");
    }
    let version = output(command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST) {
        bail!("Node.js is {}; install version {OLDEST} or newer", version.trim());
    }
    Ok(command("node"))
}

/// Installs exactly what the lock file of `tests` says.
pub fn install() -> Result<()> {
    node()?;
    run(command("npm").args(["ci", "--no-progress"]).current_dir(paths::tests()))?;
    // Inside the folder that npm empties first: it is there only if the installation went through.
    Ok(fs::write(stamp(), lock()?)?)
}

/// Installs npm's tools unless those of this very lock file are there.
pub fn ensure_installed() -> Result<()> {
    let installed = fs::read_to_string(stamp()).is_ok_and(|stamp| lock().is_ok_and(|lock| lock == stamp));
    if installed { Ok(()) } else { install() }
}

/// One of npm's tools.
pub fn tool(name: &str) -> Result<Command> {
    ensure_installed()?;
    Ok(command(&paths::tests().join("node_modules/.bin").join(name).to_string_lossy()))
}

fn stamp() -> PathBuf {
    paths::tests().join("node_modules/.installed")
}

fn lock() -> Result<String> {
    Ok(fs::read_to_string(paths::tests().join("package-lock.json"))?)
}
