//! The browsers to test in: those that are there, or those of the system's packages.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::child::{exists, is_on_path};
use crate::packages;

/// The engine of a browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox, over `WebDriver`.
    Firefox,
    /// `WebKitGTK` with its small browser, on a screen that nobody sees.
    Webkit,
}

/// The fonts are those that a page without fonts of its own falls back to.
const FONTS: [&str; 2] = ["fonts-liberation", "fonts-dejavu-core"];

impl Engine {
    /// What it is called, also by its file in `tests/browser/engines`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The environment variable that may name its program, and hands it to the tests.
    pub const fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROME",
            Self::Firefox => "FIREFOX",
            Self::Webkit => "MINIBROWSER",
        }
    }

    /// What its program is called, by preference.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "google-chrome", "chromium-browser", "google-chrome-stable"],
            Self::Firefox => &["firefox-esr", "firefox"],
            Self::Webkit => &["MiniBrowser"],
        }
    }

    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// What must be there besides.
    const fn helpers(self) -> &'static [&'static str] {
        match self {
            Self::Webkit => &["WebKitWebDriver", "Xvfb"],
            Self::Chromium | Self::Firefox => &[],
        }
    }

    /// The program to start; installs one where there is none and that is possible.
    pub fn program(self) -> Result<String> {
        let variable = self.variable();
        if let Ok(path) = env::var(variable) {
            if exists(&path) {
                return Ok(path);
            }
            bail!("{variable} names `{path}`, which cannot be started");
        }
        if let Some(program) = self.find() {
            return Ok(program);
        }
        let name = self.name();
        packages::install(&[self.packages(), &FONTS].concat())
            .with_context(|| format!("There is no {name}; install it, or name its program in {variable}"))?;
        self.find().with_context(|| {
            format!("{name} was installed but cannot be started; name its program in {variable}")
        })
    }

    fn find(self) -> Option<String> {
        if !self.helpers().iter().all(|name| is_on_path(name)) {
            return None;
        }
        let named = self.names().iter().find(|name| exists(name)).map(|name| (*name).to_owned());
        if self == Self::Webkit { named.or_else(beside_its_library) } else { named }
    }
}

/// The small browser of `WebKitGTK` is on nobody's path: it lies in the folder of its library.
fn beside_its_library() -> Option<String> {
    let folders = |parent: &PathBuf| -> Vec<PathBuf> {
        fs::read_dir(parent).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    let roots = ["/usr/lib", "/usr/libexec"].map(PathBuf::from);
    let nested = roots.iter().flat_map(folders).collect::<Vec<_>>();
    let found = roots.iter().chain(&nested).flat_map(folders).filter(|folder| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4"))
    });
    let mut programs: Vec<_> =
        found.map(|folder| folder.join("MiniBrowser")).filter(|path| path.exists()).collect();
    programs.sort();
    programs.pop().map(|path| path.to_string_lossy().into_owned())
}
