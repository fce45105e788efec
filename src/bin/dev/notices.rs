//! `THIRD-PARTY-NOTICES.md`: whose work is inside the module and in the pictures' font, under which licence.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::child::{cargo, output};
use crate::{licence, paths, wasm};

/// The licence of the font inside the command line.
const FONT: &str = "src/bin/deal-network/font/OFL.txt";

/// One crate of the module.
struct Notice {
    name: String,
    version: String,
    licence: String,
    repository: String,
    folder: PathBuf,
}

/// Writes the file.
pub fn write() -> Result<()> {
    Ok(fs::write(path(), text()?)?)
}

fn path() -> PathBuf {
    paths::root().join("THIRD-PARTY-NOTICES.md")
}

/// What the file must say; an error names the crate whose licence is not allowed.
fn text() -> Result<String> {
    let notices = collect()?;
    let mut text = String::from(
        "# Third-party notices\n\n\
         What is inside the WebAssembly module beside our own code; written by `cargo dev notices`. Also inside: the\n\
         standard library of Rust (MIT OR Apache-2.0, <https://github.com/rust-lang/rust>).\n\n\
         | crate | version | licence | source |\n| --- | --- | --- | --- |\n",
    );
    let mut texts = BTreeMap::<String, Vec<String>>::new();
    for Notice { name, version, licence, repository, folder } in &notices {
        if !licence::allowed(licence) {
            bail!("The licence of `{name}` is `{licence}`, which may not be inside the module");
        }
        writeln!(text, "| {name} | {version} | {licence} | <{repository}> |")?;
        if let Some(licence) = licence_text(folder)? {
            texts.entry(licence).or_default().push(format!("{name} {version}"));
        }
    }
    let mut texts: Vec<_> = texts.into_iter().map(|(licence, names)| (names.join(", "), licence)).collect();
    texts.sort();
    for (names, licence) in texts {
        writeln!(text, "\n## {names}\n\n```text\n{licence}\n```")?;
    }
    let font = fs::read_to_string(paths::root().join(FONT))?;
    writeln!(text, "\n## Arimo, the font of the command line's pictures\n\n```text\n{}\n```", font.trim())?;
    Ok(text)
}

/// The crates that the module is made of: normal dependencies, without macros that run while compiling.
fn collect() -> Result<Vec<Notice>> {
    let mut cargo = cargo();
    cargo.args(["metadata", "--locked", "--format-version=1", "--filter-platform", wasm::TARGET]);
    let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
    let packages: BTreeMap<&str, &Value> =
        items(&metadata["packages"]).map(|package| (string(&package["id"]), package)).collect();
    let nodes: BTreeMap<&str, &Value> =
        items(&metadata["resolve"]["nodes"]).map(|node| (string(&node["id"]), node)).collect();
    let root = string(&metadata["resolve"]["root"]);
    let mut seen = BTreeSet::from([root]);
    let mut open = vec![root];
    let mut notices = Vec::new();
    while let Some(id) = open.pop() {
        let node = nodes.get(id).with_context(|| format!("cargo knows no package `{id}`"))?;
        for dependency in items(&node["deps"]) {
            let id = string(&dependency["pkg"]);
            let normal = items(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            let package = packages.get(id).with_context(|| format!("cargo knows no package `{id}`"))?;
            if normal && !is_macro(package) && seen.insert(id) {
                notices.push(notice(package));
                open.push(id);
            }
        }
    }
    notices.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(notices)
}

fn notice(package: &Value) -> Notice {
    let text = |key: &str| string(&package[key]).to_owned();
    let folder = Path::new(string(&package["manifest_path"])).parent().unwrap_or(Path::new("")).into();
    Notice {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        repository: text("repository").trim_end_matches(".git").to_owned(),
        folder,
    }
}

fn is_macro(package: &Value) -> bool {
    items(&package["targets"]).any(|target| items(&target["kind"]).any(|kind| kind == "proc-macro"))
}

/// The text that must travel with the code: the shortest allowed one that the crate carries.
fn licence_text(folder: &Path) -> Result<Option<String>> {
    for name in ["LICENSE-MIT", "LICENSE-MIT.md", "LICENSE-MIT.txt", "LICENSE", "LICENSE.md", "LICENSE.txt"] {
        let path = folder.join(name);
        if path.exists() {
            let text = fs::read_to_string(&path)?;
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            return Ok(Some(lines.join("\n").trim().to_owned()));
        }
    }
    Ok(None)
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_file_is_up_to_date() {
        let found = fs::read_to_string(path()).unwrap_or_default();
        assert!(found == text().unwrap(), "run `cargo dev notices`");
    }

    #[test]
    fn the_module_is_made_of_few_crates() {
        let notices = collect().unwrap();
        assert!(notices.iter().any(|notice| notice.name == "petgraph"));
        assert!(notices.len() <= 30, "{} crates", notices.len());
        assert!(notices.iter().all(|notice| notice.repository.starts_with("https://")));
    }
}
