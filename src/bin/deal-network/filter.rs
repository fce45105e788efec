//! The options that filter deals, in the words of `Filter::set`.

use crate::Failure;
use deal_network::arcs::Filter;
use deal_network::network::Network;

#[derive(clap::Args)]
pub struct FilterWords {
    /// Count only deals made by then: a year, a month or a day, to its end.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Count only these kinds: names as in files, with commas between them.
    #[arg(long, value_name = "NAMES")]
    kinds: Option<String>,
    /// Count only these statuses, or `all`; by default reported or firmer.
    #[arg(long, value_name = "NAMES")]
    statuses: Option<String>,
    /// Count only deals of this amount or more, and undisclosed ones.
    #[arg(long, value_name = "AMOUNT")]
    min_amount: Option<String>,
    /// Count undisclosed deals: `yes` or `no`.
    #[arg(long, value_name = "YES|NO")]
    undisclosed: Option<String>,
    /// Count only deals known with this confidence or more: low, medium, high.
    #[arg(long, value_name = "NAME")]
    min_confidence: Option<String>,
    /// Leave out these companies and deals: ids, with commas between them or one an option.
    #[arg(long, value_name = "IDS")]
    without: Vec<String>,
}

impl FilterWords {
    /// The filter; `None` where nothing is said.
    pub fn filter(&self, network: &Network) -> Result<Option<Filter>, Failure> {
        let mut filter = Filter::default();
        for (option, part, words) in [
            ("until", "until", &self.until),
            ("kinds", "kinds", &self.kinds),
            ("statuses", "statuses", &self.statuses),
            ("min-amount", "minAmount", &self.min_amount),
            ("undisclosed", "undisclosed", &self.undisclosed),
            ("min-confidence", "minConfidence", &self.min_confidence),
        ] {
            if let Some(words) = words {
                filter.set(network, part, words).map_err(|error| wrong(option, &error))?;
            }
        }
        for ids in &self.without {
            // An id may hold a comma.
            if filter.leave_out(network, ids).is_err() {
                for id in ids.split(',').map(str::trim) {
                    filter.leave_out(network, id).map_err(|error| wrong("without", &error))?;
                }
            }
        }
        Ok((filter != Filter::default()).then_some(filter))
    }
}

fn wrong(option: &str, error: &deal_network::Error) -> Failure {
    Failure { code: 2, sentence: format!("--{option}: {error}") }
}
