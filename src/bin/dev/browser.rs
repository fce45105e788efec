//! A browser to test in: the one that is there, or one from the system's packages.

use std::env;

use anyhow::{Context, Result, bail};

use crate::child::exists;
use crate::packages;

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
    packages::install(&PACKAGES)
        .context("There is no browser; install Chromium or Chrome, or name one in CHROME")?;
    find().map(Into::into).context("Chromium was installed but cannot be started; name a browser in CHROME")
}

fn find() -> Option<&'static str> {
    NAMES.into_iter().find(|name| exists(name))
}
