//! How big and how sure a loop is, and which comes first.

use super::{CycleId, Cycles, companies, id};
use crate::arcs::{ArcId, Arcs, Disclosure};
use crate::network::{Amount, Network, PartialDate, Status};
use crate::order;
use std::cmp::{Ordering, Reverse};

/// What is known of a loop from its arcs.
// Four marks of an amount that do not depend on each other: no state machine hides in them.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The smallest of its arcs' amounts; `None` (no figure) if an arc is undisclosed.
    pub smallest: Option<Amount>,
    /// Whether every arc is full; otherwise the figure is "at least".
    pub exact: bool,
    /// Whether the smallest arc itself is only partly priced.
    pub partly: bool,
    /// Whether the smallest arc holds a ceiling ("up to").
    pub ceiling: bool,
    /// Whether the smallest arc holds an approximate amount.
    pub approximate: bool,
    /// The sum of the disclosed amounts; `None` if there is none.
    pub total: Option<Amount>,
    /// How many arcs are undisclosed.
    pub undisclosed: u32,
    /// The weakest arc's status.
    pub status: Status,
    /// The earliest date of its deals.
    pub first: Option<PartialDate>,
    /// The latest, over its arcs, of each arc's earliest date; `None` if an arc has no date.
    pub complete_since: Option<PartialDate>,
}

impl Standing {
    /// The standing of a cycle, O(length).
    pub fn of(arcs: &Arcs, cycle: &[ArcId]) -> Self {
        let hops = || cycle.iter().map(|&id| arcs.arc(id));
        let undisclosed = hops().filter(|arc| arc.disclosure == Disclosure::Undisclosed).count() as u32;
        let smallest_arc = hops().filter(|arc| arc.amount.is_some()).min_by_key(|arc| arc.amount);
        let total = hops().filter_map(|arc| arc.amount).reduce(Amount::plus);
        let dates = || hops().filter_map(|arc| arc.first);
        Self {
            smallest: if undisclosed == 0 { smallest_arc.and_then(|arc| arc.amount) } else { None },
            exact: hops().all(|arc| arc.disclosure == Disclosure::Full),
            partly: smallest_arc.is_some_and(|arc| arc.disclosure == Disclosure::Partly),
            ceiling: smallest_arc.is_some_and(|arc| arc.ceiling),
            approximate: smallest_arc.is_some_and(|arc| arc.approximate),
            total,
            undisclosed,
            status: hops().map(|arc| arc.status).min().unwrap_or_default(),
            first: dates().min_by_key(|date| date.earliest()),
            complete_since: if hops().all(|arc| arc.first.is_some()) {
                dates().max_by_key(|date| date.earliest())
            } else {
                None
            },
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
    let mut keyed: Vec<_> = cycles
        .ids()
        .map(|cycle| {
            let hops = cycles.arcs(cycle);
            (Standing::of(arcs, hops).key(hops.len()), cycle)
        })
        .collect();
    order::sort_by(&mut keyed, |(key_a, a), (key_b, b)| {
        key_a.cmp(key_b).then_with(|| compare_ids(network, arcs, cycles.arcs(*a), cycles.arcs(*b)))
    });
    keyed.into_iter().map(|(_, cycle)| cycle).collect()
}

fn compare_ids(network: &Network, arcs: &Arcs, a: &[ArcId], b: &[ArcId]) -> Ordering {
    id(network, &companies(arcs, a)).cmp(&id(network, &companies(arcs, b)))
}
