//! How big and how sure a loop is, and which comes first.

use super::{CycleId, Cycles, companies, id};
use crate::arcs::{Arc, ArcId, Arcs, Disclosure};
use crate::network::{Amount, Confidence, Network, PartialDate, Status};
use crate::order;
use std::cmp::{Ordering, Reverse};

/// What is known of a loop from its arcs.
// Marks of two amounts that do not depend on each other: no state machine hides in them.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The smallest of its arcs' amounts; `None` (no figure) if an arc is undisclosed.
    pub smallest: Option<Amount>,
    /// Whether every arc is full; otherwise the figure is "at least".
    pub exact: bool,
    /// Whether the smallest arc itself is only partly priced. Of several smallest arcs: all of them.
    pub partly: bool,
    /// Whether the smallest arc holds a ceiling ("up to"). Of several: any of them.
    pub ceiling: bool,
    /// Whether the smallest arc holds an approximate amount. Of several: any of them.
    pub approximate: bool,
    /// The firm part of the smallest arc. Of several: the smallest such part.
    pub firm: Amount,
    /// The sum of the disclosed amounts; `None` if there is none. Unless `exact` it is "at least".
    pub total: Option<Amount>,
    /// Whether the total holds a ceiling.
    pub total_ceiling: bool,
    /// Whether the total holds an approximate amount.
    pub total_approximate: bool,
    /// The firm part of the total.
    pub total_firm: Amount,
    /// How many arcs are undisclosed.
    pub undisclosed: u32,
    /// The weakest arc's status.
    pub status: Status,
    /// The least sure arc's confidence.
    pub confidence: Confidence,
    /// The earliest date of its deals.
    pub first: Option<PartialDate>,
    /// The latest, over its arcs, of each arc's earliest date; `None` if an arc has no date.
    pub complete_since: Option<PartialDate>,
}

impl Standing {
    /// The standing of a cycle, O(length).
    pub fn of(arcs: &Arcs, cycle: &[ArcId]) -> Self {
        let mut standing = Self {
            smallest: None,
            exact: true,
            partly: false,
            ceiling: false,
            approximate: false,
            firm: Amount(0),
            total: None,
            total_ceiling: false,
            total_approximate: false,
            total_firm: Amount(0),
            undisclosed: 0,
            status: cycle.first().map_or_else(Status::default, |&first| arcs.arc(first).status),
            confidence: cycle.first().map_or_else(Confidence::default, |&first| arcs.arc(first).confidence),
            first: None,
            complete_since: None,
        };
        let mut dated = true;
        for &id in cycle {
            let arc = arcs.arc(id);
            standing.exact &= arc.disclosure == Disclosure::Full;
            standing.status = standing.status.min(arc.status);
            standing.confidence = standing.confidence.min(arc.confidence);
            standing.undisclosed += u32::from(arc.disclosure == Disclosure::Undisclosed);
            if let Some(amount) = arc.amount {
                standing.meet(arc, amount);
                standing.total = Some(standing.total.unwrap_or_default().plus(amount));
                standing.total_ceiling |= arc.ceiling;
                standing.total_approximate |= arc.approximate;
                standing.total_firm = standing.total_firm.plus(arc.firm);
            }
            let Some(date) = arc.first else {
                dated = false;
                continue;
            };
            if standing.first.is_none_or(|first| date.earliest() < first.earliest()) {
                standing.first = Some(date);
            }
            if standing.complete_since.is_none_or(|last| date.earliest() >= last.earliest()) {
                standing.complete_since = Some(date);
            }
        }
        if standing.undisclosed > 0 {
            let none = (None, false, false, false, Amount(0));
            (standing.smallest, standing.partly, standing.ceiling, standing.approximate, standing.firm) =
                none;
        }
        standing.complete_since = standing.complete_since.filter(|_| dated);
        standing
    }

    /// Keeps the smallest amount with its marks.
    fn meet(&mut self, arc: &Arc, amount: Amount) {
        let partly = arc.disclosure == Disclosure::Partly;
        match self.smallest.map(|smallest| amount.cmp(&smallest)) {
            Some(Ordering::Greater) => {}
            // The smaller of "5" and "up to 5" is "up to 5"; that of "5" and "at least 5" is 5.
            Some(Ordering::Equal) => {
                self.partly &= partly;
                self.ceiling |= arc.ceiling;
                self.approximate |= arc.approximate;
                self.firm = self.firm.min(arc.firm);
            }
            Some(Ordering::Less) | None => {
                self.smallest = Some(amount);
                self.partly = partly;
                self.ceiling = arc.ceiling;
                self.approximate = arc.approximate;
                self.firm = arc.firm;
            }
        }
    }

    /// The part of the order that numbers decide: loops with a figure first, by smallest arc, then total, then
    /// shorter; those without by fewer undisclosed arcs, then known total, then shorter.
    fn key(&self, length: usize) -> impl Ord + Clone + use<> {
        (self.undisclosed, Reverse(self.smallest), Reverse(self.total), length)
    }
}

/// All cycles in the order of their rank. O(n log n); ids are compared by UTF-8 bytes and only on ties.
pub fn rank(network: &Network, arcs: &Arcs, cycles: &Cycles) -> Vec<CycleId> {
    let (mut ids, mut keys) = (Vec::new(), Vec::new());
    for cycle in cycles.ids() {
        let hops = cycles.arcs(cycle);
        ids.push(cycle);
        keys.push(Standing::of(arcs, hops).key(hops.len()));
    }
    let order = order::places(ids.len(), &|a, b| {
        keys[a]
            .cmp(&keys[b])
            .then_with(|| compare_ids(network, arcs, cycles.arcs(ids[a]), cycles.arcs(ids[b])))
    });
    order.into_iter().map(|place| ids[place]).collect()
}

fn compare_ids(network: &Network, arcs: &Arcs, a: &[ArcId], b: &[ArcId]) -> Ordering {
    id(network, &companies(arcs, a)).cmp(&id(network, &companies(arcs, b)))
}
