//! A filter as a plain object, its parts named as [`Filter::set`] names them.

use crate::arcs::Filter;
use crate::network::Network;
use crate::value::{Maker, Value};

impl Filter {
    /// As a plain value, with ids and names as in files. O(what is chosen and left out).
    pub fn value(&self, network: &Network) -> Value {
        let mut made = Maker::default();
        made.object();
        made.texts("kinds", &mut self.kinds.iter().map(|kind| kind.name()));
        made.texts("statuses", &mut self.statuses.iter().map(|status| status.name()));
        made.texts("confidences", &mut self.confidences.iter().map(|confidence| confidence.name()));
        made.key("until");
        made.date(self.until);
        made.key("minAmount");
        made.amount(self.min_amount);
        made.key("undisclosed");
        made.flag(self.undisclosed);
        let companies = &mut self.without_companies.iter().map(|&id| network.company(id).id.as_str());
        made.texts("withoutCompanies", companies);
        made.texts("withoutDeals", &mut self.without_deals.iter().map(|&id| network.deal(id).id.as_str()));
        made.close();
        made.finish()
    }
}
