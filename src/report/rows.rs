//! The rows of a report: loops and their arcs.

use crate::network::{Amount, PartialDate};
use crate::value::Maker;

/// One loop.
// Marks of two amounts that do not depend on each other.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub struct LoopRow {
    /// Its companies' ids from the smallest on, joined by `>`.
    pub id: String,
    /// For readers, in English.
    pub name: String,
    /// Its companies' ids in its direction.
    pub companies: Vec<String>,
    /// How many companies.
    pub length: u32,
    /// The smallest of its arcs' sums; null (no figure) if one is undisclosed.
    pub smallest_arc: Option<Amount>,
    /// Whether the figure is exact; otherwise it is "at least".
    pub exact: bool,
    /// Whether the smallest arc itself is only partly priced.
    pub partly: bool,
    /// Whether a ceiling is in the smallest arc.
    pub ceiling: bool,
    /// Whether an approximate amount is in the smallest arc.
    pub approximate: bool,
    /// The firm part of the smallest arc; null where there is no figure.
    pub firm: Option<Amount>,
    /// The sum of the disclosed sums; null if there is none. Unless `exact` it is "at least".
    pub total: Option<Amount>,
    /// Whether a ceiling is in the total.
    pub total_ceiling: bool,
    /// Whether an approximate amount is in the total.
    pub total_approximate: bool,
    /// The firm part of the total; null if there is none.
    pub total_firm: Option<Amount>,
    /// How many arcs are undisclosed.
    pub undisclosed_arcs: u32,
    /// The weakest arc's status.
    pub status: &'static str,
    /// The least sure arc's confidence.
    pub confidence: &'static str,
    /// The date of its earliest deal.
    pub first: Option<PartialDate>,
    /// Since when each of its arcs has had a deal; null if one has no date.
    pub complete_since: Option<PartialDate>,
    /// The ids of the deals by which it became complete; none if that is not known.
    pub closed_by: Vec<String>,
    /// Whether its deals' dates allow value to be passed on round it once; null if that is not known.
    pub time_respecting: Option<bool>,
    /// Its colour, 1 to 8; null if it is not coloured.
    pub slot: Option<u8>,
    /// Its arcs, in its direction.
    pub arcs: Vec<ArcRow>,
}

/// One arc of a loop.
#[derive(Clone, Debug)]
pub struct ArcRow {
    /// Who gives value.
    pub from: String,
    /// Who receives it.
    pub to: String,
    /// The sum; null if undisclosed.
    pub amount: Option<Amount>,
    /// `full`, `partly` or `undisclosed`.
    pub state: &'static str,
    /// Whether a ceiling is in the sum.
    pub ceiling: bool,
    /// Whether an approximate amount is in the sum.
    pub approximate: bool,
    /// The firm part of the sum; null if undisclosed.
    pub firm: Option<Amount>,
    /// The strongest deal's status.
    pub status: &'static str,
    /// The surest deal's confidence.
    pub confidence: &'static str,
    /// The ids of its live deals.
    pub deals: Vec<String>,
}

impl LoopRow {
    /// Into a plain value. O(n).
    pub(crate) fn write(&self, made: &mut Maker) {
        made.object();
        made.pair("id", &self.id);
        made.pair("name", &self.name);
        made.texts("companies", &mut self.companies.iter().map(String::as_str));
        made.key("length");
        made.whole(u64::from(self.length));
        made.key("smallestArc");
        made.amount(self.smallest_arc);
        made.key("exact");
        made.flag(self.exact);
        made.key("partly");
        made.flag(self.partly);
        made.key("ceiling");
        made.flag(self.ceiling);
        made.key("approximate");
        made.flag(self.approximate);
        made.key("firm");
        made.amount(self.firm);
        made.key("total");
        made.amount(self.total);
        made.key("totalCeiling");
        made.flag(self.total_ceiling);
        made.key("totalApproximate");
        made.flag(self.total_approximate);
        made.key("totalFirm");
        made.amount(self.total_firm);
        made.key("undisclosedArcs");
        made.whole(u64::from(self.undisclosed_arcs));
        made.pair("status", self.status);
        made.pair("confidence", self.confidence);
        made.key("first");
        made.date(self.first);
        made.key("completeSince");
        made.date(self.complete_since);
        made.texts("closedBy", &mut self.closed_by.iter().map(String::as_str));
        made.key("timeRespecting");
        match self.time_respecting {
            Some(respecting) => made.flag(respecting),
            None => made.null(),
        }
        made.key("slot");
        match self.slot {
            Some(slot) => made.whole(u64::from(slot)),
            None => made.null(),
        }
        made.key("arcs");
        made.list();
        for arc in &self.arcs {
            arc.write(made);
        }
        made.close();
        made.close();
    }
}

impl ArcRow {
    fn write(&self, made: &mut Maker) {
        made.object();
        made.pair("from", &self.from);
        made.pair("to", &self.to);
        made.key("amount");
        made.amount(self.amount);
        made.pair("state", self.state);
        made.key("ceiling");
        made.flag(self.ceiling);
        made.key("approximate");
        made.flag(self.approximate);
        made.key("firm");
        made.amount(self.firm);
        made.pair("status", self.status);
        made.pair("confidence", self.confidence);
        made.texts("deals", &mut self.deals.iter().map(String::as_str));
        made.close();
    }
}
