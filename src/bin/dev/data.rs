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
    fs::write(paths::www().join("sentences.js"), sentences()?)?;
    println!("www/sentences.js");
    Ok(())
}

fn sentences() -> Result<String> {
    let mut text = String::from(
        "// The sentences of the core in English, by their place in its table: made by `cargo dev words`.\n\
         // prettier-ignore\nexport const SENTENCES = [\n",
    );
    for words in words::texts() {
        writeln!(text, "  {},", serde_json::to_string(words)?)?;
    }
    text.push_str("];\n");
    Ok(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_sentences_of_the_page_are_up_to_date() {
        let found = fs::read_to_string(paths::www().join("sentences.js")).unwrap_or_default();
        assert!(found == sentences().unwrap(), "run `cargo dev words`");
    }
}
