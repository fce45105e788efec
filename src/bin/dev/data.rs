//! Files of the page that are made, not written: the data sets, the schema, the sentences.

use std::fmt::Write;
use std::fs;

use anyhow::{Error, Result};
use deal_network::{document, words};

use crate::paths;

/// Makes the documents of the page from the tables beside them.
pub fn write_data() -> Result<()> {
    let folder = paths::www().join("data");
    for (name, text) in document::data_sets(&folder).map_err(Error::msg)? {
        fs::write(folder.join(name), text)?;
        println!("www/data/{name}");
    }
    Ok(())
}

/// Makes the schema of the JSON format from the types it is read into.
pub fn write_schema() -> Result<()> {
    fs::write(paths::www().join("deal-network.schema.json"), document::schema())?;
    println!("www/deal-network.schema.json");
    Ok(())
}

/// Makes the sentences of the page from the table of words.
pub fn write_sentences() -> Result<()> {
    for (file, text) in sentences()? {
        fs::write(paths::www().join(file), text)?;
        println!("www/{file}");
    }
    Ok(())
}

/// The file that every reader loads, and that of the tools, which fills its gaps.
fn sentences() -> Result<[(&'static str, String); 2]> {
    let what = "in English, by their place in its table: made by `cargo dev words`.\n// prettier-ignore\n";
    let mut all = format!("// The sentences of the core {what}export const SENTENCES = [\n");
    let mut study =
        format!("// Those of figures that filter, weigh and compare, {what}export const STUDY = {{\n");
    for (place, words) in words::texts().into_iter().enumerate() {
        let words = serde_json::to_string(words)?;
        if words::STUDY.contains(&u8::try_from(place)?) {
            writeln!(all, "  \"\",")?;
            writeln!(study, "  {place}: {words},")?;
        } else {
            writeln!(all, "  {words},")?;
        }
    }
    all.push_str("];\n");
    study.push_str("};\n");
    Ok([("sentences.js", all), ("tools/sentences.js", study)])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_sentences_of_the_page_are_up_to_date() {
        for (file, text) in sentences().unwrap() {
            let found = fs::read_to_string(paths::www().join(file)).unwrap_or_default();
            assert!(found == text, "run `cargo dev words`");
        }
    }
}
