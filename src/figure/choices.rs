//! What a reader can filter by, as JSON for controls.

use super::Figure;
use crate::network::{Confidence, Kind, Network, PartialDate, Status};
use crate::value::{Maker, Value};
use crate::words::{Words, confidence_label, kind_label, said, status_label};

impl Figure {
    /// Each kind that makes arcs, each status and each confidence, with its name, how a reader would say it, whether
    /// the filter takes it, and how many deals would count if it were the only one of its list; how many count; and
    /// from when to when deals are dated. O(deals).
    pub fn choices(&self) -> Value {
        let filter = &self.filter;
        let counts = filter.counts(self.network());
        let mut made = Maker::default();
        made.object();
        made.key("kinds");
        made.list();
        for ((kind, name), count) in Kind::ALL.into_iter().zip(counts.kinds) {
            if kind.makes_arc() {
                self.choice(&mut made, name, kind_label(kind), filter.kinds.contains(&kind), count);
            }
        }
        made.close();
        made.key("statuses");
        made.list();
        for ((status, name), count) in Status::ALL.into_iter().zip(counts.statuses) {
            self.choice(&mut made, name, status_label(status), filter.statuses.contains(&status), count);
        }
        made.close();
        made.key("confidences");
        made.list();
        for ((confidence, name), count) in Confidence::ALL.into_iter().zip(counts.confidences) {
            let is_chosen = filter.confidences.contains(&confidence);
            self.choice(&mut made, name, confidence_label(confidence), is_chosen, count);
        }
        made.close();
        made.count("live", filter.live(self.network()).into_iter().filter(|&live| live).count());
        let (first, last) = span(self.network());
        made.key("first");
        made.date(first);
        made.key("last");
        made.date(last);
        made.close();
        made.finish()
    }

    fn choice(&self, made: &mut Maker, name: &str, label: Words, is_chosen: bool, count: u32) {
        made.object();
        made.pair("name", name);
        self.sentence(made, "label", &said(label));
        made.key("chosen");
        made.flag(is_chosen);
        made.key("count");
        made.whole(u64::from(count));
        made.close();
    }
}

/// The earliest and the latest date of deals that make arcs.
fn span(network: &Network) -> (Option<PartialDate>, Option<PartialDate>) {
    let (mut first, mut last) = (None, None);
    for deal in network.deals().iter().filter(|deal| deal.kind.makes_arc()) {
        let Some(date) = deal.date else { continue };
        if first.is_none_or(|first: PartialDate| date.earliest() < first.earliest()) {
            first = Some(date);
        }
        if last.is_none_or(|last: PartialDate| date.latest() > last.latest()) {
            last = Some(date);
        }
    }
    (first, last)
}
