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

/// The pages with the same deals, whose table stands between these.
const PAGES: [&str; 5] = ["index.html", "article.html", "dark.html", "right-to-left.html", "strict.html"];
const TABLE: (&str, &str) = ("<details>", "</details>\n");

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

/// Writes the figures of the example pages, and the tables into them.
pub fn write() -> Result<()> {
    for (name, text) in fallbacks()? {
        fs::write(paths::www().join(&name), text)?;
        println!("www/{name}");
    }
    Ok(())
}

/// The files that have them, below `www`, as they should be.
fn fallbacks() -> Result<Vec<(String, String)>> {
    let files = packed(BARE)?;
    let mut made = Vec::new();
    for (name, copy) in FIGURES {
        made.push((format!("data/{copy}"), of(&files, name)?));
    }
    let snippet = of(&files, "snippet.html")?;
    let (_, table, _) = parts(&snippet).context("The snippet has no table")?;
    for page in PAGES {
        let text = fs::read_to_string(paths::www().join(page))?;
        let (before, _, after) = parts(&text).with_context(|| format!("{page} has no place for a table"))?;
        made.push((page.to_owned(), [before, table, after].concat()));
    }
    Ok(made)
}

/// What stands before the table, the table, and the rest.
fn parts(page: &str) -> Option<(&str, &str, &str)> {
    let start = page.find(TABLE.0)?;
    let end = start + page[start..].find(TABLE.1)? + TABLE.1.len();
    Some((&page[..start], &page[start..end], &page[end..]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_figures_and_tables_of_the_example_pages_are_up_to_date() {
        for (name, text) in fallbacks().unwrap() {
            let found = fs::read_to_string(paths::www().join(&name)).unwrap_or_default();
            assert!(found == text, "{name}: run `cargo dev data`");
        }
    }

    #[test]
    fn the_pages_say_how_large_the_figures_are() {
        let figures = fallbacks().unwrap();
        let size = |name: &str| {
            let (_, svg) = figures.iter().find(|(file, _)| file == name).unwrap();
            let start = svg.find("width=").unwrap();
            svg[start..start + svg[start..].find(" viewBox").unwrap()].to_owned()
        };
        for page in PAGES {
            let text = fs::read_to_string(paths::www().join(page)).unwrap();
            // However the formatter has broken the lines.
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let wide = if page == "dark.html" { "data/ai-deals-dark.svg" } else { "data/ai-deals.svg" };
            for name in [wide, "data/ai-deals-narrow.svg"] {
                let is_there = text.contains(&format!("\"{name}\" {}", size(name)));
                assert!(is_there || page == "dark.html" && name != wide, "{page}: {name} is {}", size(name));
            }
        }
    }
}
