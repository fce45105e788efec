//! `deal-network check`.

use crate::input::{Input, is_clean, sentence};
use crate::{Failure, say};
use deal_network::document::write_json;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Check {
    #[command(flatten)]
    input: Input,
    /// Write what could be read as a JSON document that the widget reads at once, without its desk.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

impl Check {
    /// Says what is wrong, row by row; whether nothing is.
    pub fn run(&self) -> Result<bool, Failure> {
        let loaded = self.input.load()?;
        for diagnostic in &loaded.diagnostics {
            say(&sentence(diagnostic));
        }
        let network = &loaded.document.network;
        let (deals, companies) = (network.deals().len(), network.companies().len());
        let rejected = loaded.rows - deals;
        say(&format!("{} rows: {deals} loaded, {rejected} rejected; {companies} companies", loaded.rows));
        if let Some(path) = &self.write {
            std::fs::write(path, write_json(&loaded.document))
                .map_err(|error| format!("cannot write `{}`: {error}", path.display()))?;
        }
        Ok(is_clean(&loaded.diagnostics))
    }
}
