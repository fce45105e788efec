//! `dist/npm`: the package as it is published. A folder of its own: pages load bundles, under the same names as the
//! sources, and who installs a package has a bundler, which wants the sources.
//!
//! So the modules are those of `www`, as they are: readable, with no second copy of anything, and split into files where
//! `www` is. `deal-network/element` costs no request and no byte beside `deal-network`, for it is one of its files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use deal_network::embed::STYLES;

use crate::child::run;
use crate::release::is;
use crate::wasm::WIDGET;
use crate::{node, paths, single, sri};

/// Where the package is in `dist`.
pub const FOLDER: &str = "npm";

/// What of `www` is about the package, and no part of the site.
pub const ONLY: [&str; 2] = ["package.json", "custom-elements.json"];

/// What defines the tag.
const ENTRY: &str = "deal-network.js";

/// What is beside the modules and about them.
const FROM_WWW: [&str; 6] =
    ["package.json", "README.md", "custom-elements.json", "deal-network.schema.json", "types.d.ts", STYLES];
const FROM_ROOT: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-NOTICES.md"];

/// Writes the package, out of `www`, of the modules in `dist` and of the JavaScript sides that were bound with them.
pub fn write(dist: &Path) -> Result<()> {
    let folder = dist.join(FOLDER);
    fs::create_dir_all(folder.join("pkg"))?;
    let types = types()?;
    for file in reached()? {
        copy(&paths::www(), &folder, &file)?;
        copy(&types, &folder, file.with_extension("d.ts"))?;
    }
    for module in WIDGET {
        for kind in ["js", "d.ts"] {
            copy(&paths::pkg(), &folder.join("pkg"), Path::new(module.name).with_extension(kind))?;
        }
        copy(&dist.join("pkg"), &folder.join("pkg"), module.file())?;
    }
    for file in FROM_WWW {
        copy(&paths::www(), &folder, file)?;
    }
    for file in FROM_ROOT {
        copy(&paths::root(), &folder, file)?;
    }
    copy(dist, &folder, single::FILE)?;
    // The one file that is loaded from a network of copies as it is.
    sri::write(&folder, |file| file == Path::new(single::FILE))
}

fn copy(from: &Path, to: &Path, file: impl AsRef<Path>) -> Result<()> {
    let (from, to) = (from.join(&file), to.join(&file));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(&from, to).map(drop).with_context(|| format!("{} is not in the package", from.display()))
}

/// The types that stand in the comments of the sources, as files of declarations.
fn types() -> Result<PathBuf> {
    let folder = paths::target().join("types");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    run(node::tool("tsc")?.args(["--project", "tests/tsconfig.types.json", "--outDir"]).arg(&folder))?;
    Ok(folder)
}

/// Every module that the entry imports, directly or not, at once or later.
fn reached() -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::from([PathBuf::from(ENTRY)]);
    let mut open = vec![PathBuf::from(ENTRY)];
    while let Some(file) = open.pop() {
        let source = fs::read_to_string(paths::www().join(&file))?;
        for path in relative_paths(&source) {
            let imported = joined(file.parent().unwrap_or(Path::new("")), path);
            let is_there = !imported.starts_with("pkg") && paths::www().join(&imported).exists();
            // Types alone have no module.
            if is_there && found.insert(imported.clone()) {
                open.push(imported);
            }
        }
    }
    Ok(found)
}

/// The relative addresses of modules that a source names, in its comments, too: their types are part of its own.
fn relative_paths(source: &str) -> impl Iterator<Item = &str> {
    source.split('\'').filter(|text| {
        text.starts_with('.') && is(Path::new(text), "js") && !text.contains(char::is_whitespace)
    })
}

/// A path from a folder, without dots.
fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = folder.to_owned();
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => drop(joined.pop()),
            Component::Normal(name) => joined.push(name),
            _ => {}
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_package_has_what_the_entry_reaches_and_nothing_else() {
        let reached = reached().unwrap();
        for file in
            ["deal-network.js", "element.js", "desk.js", "large.js", "tools.js", "tools/find.js", "view.js"]
        {
            assert!(reached.contains(Path::new(file)), "{file}");
        }
        for file in ["explorer.js", "workbench.js", "types.js", "single/engine.js"] {
            assert!(!reached.contains(Path::new(file)), "{file}");
        }
    }

    #[test]
    fn paths_are_followed() {
        let source = "import { a } from './a.js';\nawait import('../b/c.js'); f('x.js', './no such.js');";
        assert_eq!(relative_paths(source).collect::<Vec<_>>(), ["./a.js", "../b/c.js"]);
        assert_eq!(joined(Path::new("tools"), "../b/c.js"), Path::new("b/c.js"));
        assert_eq!(joined(Path::new(""), "./a.js"), Path::new("a.js"));
    }

    #[test]
    fn package_and_crate_say_the_same() {
        let package = fs::read_to_string(paths::www().join("package.json")).unwrap();
        let package: Value = serde_json::from_str(&package).unwrap();
        assert_eq!(package["name"], env!("CARGO_PKG_NAME"));
        assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(package["license"], env!("CARGO_PKG_LICENSE"));
        assert_eq!(package["description"], env!("CARGO_PKG_DESCRIPTION"));
    }
}
