//! The same bytes from the same sources: what one machine has built, another can check.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::child::{command, run};
use crate::release::{self, files};
use crate::{npm, paths};

/// Builds the release once more from nothing, in another folder of cargo's, and compares all of it.
pub fn build() -> Result<()> {
    let first = fresh("first")?;
    copy(&paths::dist(), &first)?;
    let program = std::env::current_exe().context("This program does not know where it is")?;
    let target = fresh("second")?;
    println!("The second build starts from nothing, in {}.", target.display());
    run(command(&program.to_string_lossy()).args(["build", "--release"]).env("CARGO_TARGET_DIR", &target))?;
    compare(&first, &paths::dist())?;
    println!("Both builds have the same {} files, byte by byte.", files(&first)?.len());
    Ok(())
}

/// Bundles once more from the modules of the release that was built last, and compares all of it.
pub fn bundle() -> Result<()> {
    let second = fresh("bundled")?;
    copy(&paths::dist().join("pkg"), &second.join("pkg"))?;
    release::assemble(&second)?;
    compare(&paths::dist(), &second)
}

/// An empty folder.
fn fresh(name: &str) -> Result<PathBuf> {
    let folder = paths::target().join("twice").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in files(from)? {
        let target = to.join(path.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(path, target)?;
    }
    Ok(())
}

/// An error that names every file that is not the same in both folders.
fn compare(first: &Path, second: &Path) -> Result<()> {
    let mut names = BTreeSet::new();
    for folder in [first, second] {
        for path in files(folder)? {
            names.insert(path.strip_prefix(folder)?.to_owned());
        }
    }
    let differ: Vec<String> = names
        .iter()
        .filter(|name| fs::read(first.join(name)).ok() != fs::read(second.join(name)).ok())
        .map(|name| name.display().to_string())
        .collect();
    if !differ.is_empty() {
        bail!("Two builds are not the same: {}", differ.join(", "));
    }
    if !names.contains(&Path::new(npm::FOLDER).join("package.json")) {
        bail!("There was nothing to compare");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn files_that_differ_are_named() {
        let folder = fresh("test").unwrap();
        let (first, second) = (folder.join("a"), folder.join("b"));
        for folder in [&first, &second] {
            fs::create_dir_all(folder.join(npm::FOLDER)).unwrap();
            fs::write(folder.join(npm::FOLDER).join("package.json"), "{}").unwrap();
        }
        compare(&first, &second).unwrap();
        fs::write(first.join("x.js"), "1").unwrap();
        assert!(compare(&first, &second).unwrap_err().to_string().ends_with(": x.js"));
        fs::write(second.join("x.js"), "2").unwrap();
        fs::write(second.join("y.js"), "").unwrap();
        assert!(compare(&first, &second).unwrap_err().to_string().ends_with(": x.js, y.js"));
    }
}
