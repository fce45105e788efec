//! Figures of the AI deals: what the example pages show to readers without scripts.

use std::fs;

use anyhow::{Context, Error, Result};
use deal_network::document::{Format, Limits, read};
use deal_network::embed::{File, PackOptions, pack};
use deal_network::figure::{Figure, Options};

use crate::paths;

/// Which files of a pack lie beside the data, and as what.
const FIGURES: [(&str, &str); 3] = [
    ("figure.svg", "ai-deals.svg"),
    ("figure-narrow.svg", "ai-deals-narrow.svg"),
    ("figure-dark.svg", "ai-deals-dark.svg"),
];

/// A template of which only the pictures beside it matter.
const BARE: &str = "{{language}}{{title}}{{fallback}}{{data}}";

/// All that `deal-network embed` makes of the AI deals.
pub fn packed(template: &str) -> Result<Vec<File>> {
    let bytes = fs::read(paths::www().join("data/ai-deals.json"))?;
    let document = read(&bytes, Format::Json, &Limits::default()).map_err(Error::msg)?.document;
    let mut figure = Figure::new(document, Options::default());
    while !figure.search(u64::MAX) {}
    Ok(pack(&mut figure, &PackOptions { template, ..PackOptions::default() })?)
}

/// One file of a pack.
pub fn of(files: &[File], name: &str) -> Result<String> {
    let file = files.iter().find(|file| file.name == name);
    Ok(file.with_context(|| format!("A pack has no `{name}`"))?.text.clone())
}

/// Writes the figures of the example pages.
pub fn write() -> Result<()> {
    for (name, text) in figures()? {
        fs::write(paths::www().join("data").join(name), text)?;
        println!("www/data/{name}");
    }
    Ok(())
}

fn figures() -> Result<Vec<(&'static str, String)>> {
    let files = packed(BARE)?;
    FIGURES.into_iter().map(|(name, copy)| Ok((copy, of(&files, name)?))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_figures_of_the_example_pages_are_up_to_date() {
        for (name, text) in figures().unwrap() {
            let found = fs::read_to_string(paths::www().join("data").join(name)).unwrap_or_default();
            assert!(found == text, "run `cargo dev data`");
        }
    }
}
