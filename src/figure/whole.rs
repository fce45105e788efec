//! What is known of the whole, as JSON: sentences, legend, and what the document says of itself.

use super::Figure;
use crate::Amount;
use crate::cycles::CycleId;
use crate::network::{CompanyId, PartialDate};
use crate::value::{Maker, Value};
use crate::words::{Facts, Whole, whole};

impl Figure {
    /// Sentences about the whole and what is shown of it.
    pub(super) fn whole(&self) -> Whole {
        whole(&self.facts())
    }

    /// What sentences about the whole are made from.
    pub(crate) fn facts(&self) -> Facts<'_> {
        let shown = self.in_picture();
        let inside = |company: CompanyId| shown.binary_search(&company).is_ok();
        let mut arcs_shown = 0;
        let mut value = Amount(0);
        for arc in self.arcs.all().iter().filter(|arc| inside(arc.from) && inside(arc.to)) {
            arcs_shown += 1;
            value = value.plus(arc.amount.unwrap_or_default());
        }
        let total = self.arcs.total();
        let pairs = match self.cycles.by_length().first() {
            Some(&(2, count)) => count,
            _ => 0,
        };
        let is_pair = |cycle: &CycleId| self.cycles.arcs(*cycle).len() == 2;
        let largest = self.ranking.iter().copied().find(is_pair);
        Facts {
            network: self.network(),
            filter: &self.filter,
            arcs: &self.arcs,
            pairs,
            longer: self.cycles.len() as u64 - pairs,
            max_length: self.options.bounds.max_length.unwrap_or(self.overview.order.len() as u32),
            complete: self.stopped_by.is_none(),
            largest_pair: largest
                .filter(|&cycle| self.standing(cycle).smallest.is_some())
                .map(|cycle| self.cycles.arcs(cycle)),
            coloured: self.slots.iter().flatten().map(|&cycle| self.cycles.arcs(cycle)).collect(),
            companies: (shown.len(), self.overview.order.len()),
            arcs_shown,
            share_shown: (total > Amount(0) && self.document.meta.unit != "%")
                .then(|| value.units() / total.units()),
            as_of: PartialDate::parse(&self.document.meta.as_of),
        }
    }

    /// The same as JSON.
    pub fn sentences(&self) -> Value {
        let whole = self.whole();
        let mut made = Maker::default();
        made.object();
        self.sentence(&mut made, "headline", &whole.headline);
        self.sentence(&mut made, "summary", &whole.summary);
        self.sentence(&mut made, "filtered", &whole.filtered);
        self.sentence(&mut made, "shown", &whole.shown);
        self.sentence(&mut made, "how", &whole.how);
        self.sentence(&mut made, "disclaimer", &whole.disclaimer);
        self.sentence(&mut made, "alt", &whole.alt);
        self.sentence(&mut made, "instructions", &whole.instructions);
        made.close();
        made.finish()
    }

    /// The classes of amounts, as JSON.
    pub fn legend(&self) -> Value {
        let mut made = Maker::default();
        made.list();
        for (least, width, radius) in self.bed_classes() {
            made.object();
            made.key("least");
            made.amount(least);
            made.key("width");
            made.number(f64::from(width));
            made.key("radius");
            made.number(f64::from(radius));
            made.close();
        }
        made.close();
        made.finish()
    }

    /// Title, headline and so on, as the document gives them; JSON.
    pub fn meta(&self) -> Value {
        let meta = &self.document.meta;
        let mut made = Maker::default();
        made.object();
        made.pair("title", &meta.title);
        made.pair("headline", &meta.headline);
        made.pair("description", &meta.description);
        made.pair("note", &meta.note);
        made.pair("asOf", &meta.as_of);
        made.pair("unit", &meta.unit);
        made.close();
        made.finish()
    }
}
