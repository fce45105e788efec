//! A browser to test in: the one that is there, or one from the system's packages.

use std::env;

use anyhow::{Context, Result, bail};

use crate::child::{command, exists, output, run};

/// What Chromium is called, by preference.
const NAMES: [&str; 4] = ["chromium", "google-chrome", "chromium-browser", "google-chrome-stable"];

/// The fonts are those that a page without fonts of its own falls back to.
const PACKAGES: [&str; 3] = ["chromium", "fonts-liberation", "fonts-dejavu-core"];

/// The program to start Chromium with; installs one where there is none and that is possible.
pub fn chromium() -> Result<String> {
    if let Ok(path) = env::var("CHROME") {
        if exists(&path) {
            return Ok(path);
        }
        bail!("CHROME names `{path}`, which cannot be started");
    }
    if let Some(name) = find() {
        return Ok(name.into());
    }
    install().context("There is no browser; install Chromium or Chrome, or name one in CHROME")?;
    find().map(Into::into).context("Chromium was installed but cannot be started; name a browser in CHROME")
}

fn find() -> Option<&'static str> {
    NAMES.into_iter().find(|name| exists(name))
}

/// Only where it needs no question: as root, on a system with apt.
fn install() -> Result<()> {
    if !exists("apt-get") {
        bail!("apt-get is not here to install one");
    }
    if output(command("id").arg("-u"))?.trim() != "0" {
        bail!("only root may install one");
    }
    eprintln!("Installing {} from the system's packages, once.", PACKAGES.join(", "));
    let apt = || {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-q");
        apt
    };
    run(apt().arg("update"))?;
    run(apt().args(["install", "-y", "--no-install-recommends"]).args(PACKAGES))
}
