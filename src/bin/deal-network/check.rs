//! `deal-network check`.

use crate::input::{Input, is_clean, sentence};
use crate::{Failure, say};

#[derive(clap::Args)]
pub struct Check {
    #[command(flatten)]
    input: Input,
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
        Ok(is_clean(&loaded.diagnostics))
    }
}
