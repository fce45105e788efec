//! What is known of the whole, as JSON: sentences, legend, what the document says of itself and what is wrong
//! with it.

use super::Figure;
use crate::Amount;
use crate::cycles::CycleId;
use crate::json::Json;
use crate::network::{CompanyId, PartialDate};
use crate::words::{Facts, Whole, whole};

impl Figure {
    /// Sentences about the whole and what is shown of it.
    pub(super) fn whole(&self) -> Whole {
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
        let facts = Facts {
            network: self.network(),
            arcs: &self.arcs,
            pairs,
            longer: self.cycles.len() as u64 - pairs,
            max_length: self.options.bounds.max_length.unwrap_or(self.overview.order.len() as u32),
            complete: self.stopped_by.is_none(),
            largest_pair: largest
                .filter(|&cycle| self.standing(cycle).smallest.is_some())
                .map(|cycle| self.cycles.arcs(cycle)),
            coloured: self.slots.iter().map(|&cycle| self.cycles.arcs(cycle)).collect(),
            companies: (shown.len(), self.overview.order.len()),
            arcs_shown,
            share_shown: (total > Amount(0) && self.document.meta.unit != "%")
                .then(|| value.units() / total.units()),
            as_of: PartialDate::parse(&self.document.meta.as_of),
        };
        whole(&facts)
    }

    /// The same as JSON.
    pub fn sentences(&self) -> String {
        let whole = self.whole();
        let mut json = Json::default();
        json.open(b'{');
        self.sentence(&mut json, "headline", &whole.headline);
        self.sentence(&mut json, "summary", &whole.summary);
        self.sentence(&mut json, "shown", &whole.shown);
        self.sentence(&mut json, "how", &whole.how);
        self.sentence(&mut json, "disclaimer", &whole.disclaimer);
        self.sentence(&mut json, "alt", &whole.alt);
        self.sentence(&mut json, "instructions", &whole.instructions);
        json.close(b'}');
        json.finish()
    }

    /// The classes of amounts, as JSON.
    pub fn legend(&self) -> String {
        let mut json = Json::default();
        json.open(b'[');
        for (least, width, radius) in self.bed_classes() {
            json.open(b'{');
            json.key("least");
            json.amount(least);
            json.key("width");
            json.fraction(f64::from(width));
            json.key("radius");
            json.fraction(f64::from(radius));
            json.close(b'}');
        }
        json.close(b']');
        json.finish()
    }

    /// Title, headline and so on, as the document gives them; JSON.
    pub fn meta(&self) -> String {
        let meta = &self.document.meta;
        let mut json = Json::default();
        json.open(b'{');
        json.pair("title", &meta.title);
        json.pair("headline", &meta.headline);
        json.pair("description", &meta.description);
        json.pair("note", &meta.note);
        json.pair("asOf", &meta.as_of);
        json.pair("unit", &meta.unit);
        json.close(b'}');
        json.finish()
    }

    /// What was wrong with rows and fields, as JSON.
    pub fn diagnosis(&self) -> String {
        let mut json = Json::default();
        json.open(b'[');
        for diagnostic in &self.diagnostics {
            json.open(b'{');
            json.pair("severity", diagnostic.severity.name());
            json.pair("code", diagnostic.code);
            for (key, number) in
                [("line", diagnostic.line), ("column", diagnostic.column), ("row", diagnostic.row)]
            {
                json.key(key);
                match number {
                    Some(number) => json.whole(u64::from(number)),
                    None => json.null(),
                }
            }
            json.key("path");
            json.maybe(diagnostic.path.as_deref());
            json.key("field");
            json.maybe(diagnostic.field.as_deref());
            json.pair("message", &diagnostic.message);
            json.pair("text", &diagnostic.text);
            json.close(b'}');
        }
        json.close(b']');
        json.finish()
    }
}
