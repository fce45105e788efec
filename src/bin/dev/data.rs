//! Files of the page that are made, not written: the data sets and the schema.

use std::fs;

use anyhow::{Error, Result};
use deal_network::document;

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
