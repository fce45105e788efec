//! Which crate and which module of ours the bytes of the release come from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use anyhow::Result;
use wasmparser::{ExternalKind, KnownCustom, Name, Parser, Payload};

use crate::child::run;
use crate::size::{gzip, kilobytes};
use crate::wasm::{DESK, Library, Module, READER};
use crate::{node, paths, release, report, wasm};

/// Builds the released modules with the names kept and writes their tables.
pub fn write() -> Result<()> {
    report::write("ledger", &of(&READER)?)?;
    report::write("desk-ledger", &of(&DESK)?)
}

fn of(module: &Module) -> Result<String> {
    let folder = paths::target().join("ledger");
    let optimised = folder.join("optimised.wasm");
    wasm::bind(module.name, &wasm::compile(module, Library::Small)?, &folder, true)?;
    run(node::tool("wasm-opt")?
        .args(release::LEVELS[0])
        .arg("-g")
        .args(release::FEATURES)
        .arg(folder.join(module.file()))
        .arg("-o")
        .arg(&optimised))?;
    table(&rows(&fs::read(optimised)?)?)
}

fn table(rows: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    let total: usize = rows.values().map(Vec::len).sum();
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|(name, bytes)| (usize::MAX - bytes.len(), *name));
    let mut table = String::from("| where | bytes | share | compressed alone |\n| --- | --: | --: | --: |\n");
    for (name, bytes) in rows {
        let share = bytes.len() as f64 / total as f64 * 100.0;
        writeln!(table, "| {name} | {} | {share:.1} % | {} |", bytes.len(), kilobytes(gzip(bytes)?))?;
    }
    writeln!(table, "| **all** | {total} | 100 % | |")?;
    Ok(table)
}

/// The bytes of every function, by where it comes from, and of the other sections.
fn rows(module: &[u8]) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = BTreeMap::new();
    let mut exported = BTreeSet::new();
    let mut rows = BTreeMap::<String, Vec<u8>>::new();
    let mut add = |name: String, bytes: &[u8]| rows.entry(name).or_default().extend_from_slice(bytes);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                imported = section
                    .into_imports()
                    .filter(|import| {
                        import.as_ref().is_ok_and(|import| matches!(import.ty, wasmparser::TypeRef::Func(_)))
                    })
                    .count();
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func && !export.name.starts_with("__") {
                        exported.insert(export.index as usize);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            Payload::DataSection(section) => add("(texts and tables)".into(), &module[section.range()]),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        let Name::Function(map) = part? else { continue };
                        for naming in map {
                            let naming = naming?;
                            names.insert(naming.index as usize, naming.name.to_owned());
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, body) in bodies.into_iter().enumerate() {
        let index = imported + index;
        if exported.contains(&index) {
            add("deal_network::wasm".into(), body);
        } else {
            add(origin(names.get(&index).map_or("", String::as_str)), body);
        }
    }
    Ok(rows)
}

/// The crate of a demangled name; for our own crate also the module. A generic function of the standard
/// library counts as the standard library's, a method of `<Type as Trait>` as the type's, and as the trait's
/// where the type is built in or a parameter.
fn origin(name: &str) -> String {
    let mut found = crates(name);
    if found.is_none() {
        found = name.split_once(" as ").and_then(|(_, path)| crates(path));
    }
    match found {
        Some(("deal_network", module)) => format!("deal_network::{module}"),
        Some(("__rustc", _)) => "std".into(),
        Some((name, _)) => name.into(),
        None if name.starts_with('<') => "core".into(),
        None => "(no crate: memory, glue)".into(),
    }
}

/// The first two names of a path, if it is one.
fn crates(path: &str) -> Option<(&str, &str)> {
    let mut path = path.trim_start_matches(['<', '&', '*', '[', '(']);
    for word in ["dyn ", "mut ", "const "] {
        path = path.trim_start_matches(word);
    }
    let word = |byte: char| byte.is_alphanumeric() || byte == '_';
    let (first, rest) = path.split_once("::")?;
    // Some names carry the crate's hash, as in `deal_network[1a2b]::scene`.
    let first = first.split('[').next().unwrap_or_default();
    let second = rest.split(|byte| !word(byte)).next().unwrap_or_default();
    first.chars().all(word).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_crates() {
        for (name, expected) in [
            ("deal_network::cycles::search::hba12", "deal_network::cycles"),
            ("<deal_network::scene::Scene as core::fmt::Debug>::fmt::h1", "deal_network::scene"),
            ("<&mut serde_json::de::Deserializer<R> as serde::Deserializer>::x::h2", "serde_json"),
            ("alloc::vec::Vec<deal_network::Deal>::push::h3", "alloc"),
            ("deal_network[f00d]::arcs::arcs", "deal_network::arcs"),
            ("<T as serde_wasm_bindgen::ser::X>::y::h4", "serde_wasm_bindgen"),
            ("<u64 as core::fmt::Display>::fmt::h5", "core"),
            ("<str>::trim::h6", "core"),
            ("__rustc::__rdl_alloc", "std"),
            ("memcpy", "(no crate: memory, glue)"),
            ("", "(no crate: memory, glue)"),
        ] {
            assert_eq!(origin(name), expected, "{name}");
        }
    }
}
