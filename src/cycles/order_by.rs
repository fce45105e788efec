//! Other orders of loops than their rank, for readers.

use super::{CycleId, Cycles, Standing};
use crate::arcs::Arcs;
use crate::order;

/// By what loops are listed. Loops that are equal in it stay in the order of their rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// The rank.
    #[default]
    Rank,
    /// The sum of the disclosed amounts, largest first, whatever its marks (ceiling, approximate, "at least");
    /// loops without one come last.
    Total,
    /// The status of the weakest arc, firmest first.
    Status,
    /// Fewer undisclosed arcs first.
    Undisclosed,
    /// The confidence of the least sure arc, surest first.
    Confidence,
    /// Shorter first.
    Length,
    /// The earliest deal, earliest first; loops without a date come last.
    First,
    /// Since when it is complete, earliest first; loops of which that is not known come last.
    CompleteSince,
}

impl OrderBy {
    /// Every order with its name.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Rank, "rank"),
        (Self::Total, "total"),
        (Self::Status, "status"),
        (Self::Undisclosed, "undisclosed"),
        (Self::Confidence, "confidence"),
        (Self::Length, "length"),
        (Self::First, "first"),
        (Self::CompleteSince, "completeSince"),
    ];

    /// The order with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|&(order, _)| order)
    }

    /// What is compared: smaller comes first, and nothing after everything.
    fn key(self, standing: &Standing, length: usize) -> (bool, u64) {
        let key = match self {
            Self::Rank => None,
            Self::Total => standing.total.map(|total| u64::MAX - total.0),
            Self::Status => Some(u64::MAX - standing.status as u64),
            Self::Undisclosed => Some(u64::from(standing.undisclosed)),
            Self::Confidence => Some(u64::MAX - standing.confidence as u64),
            Self::Length => Some(length as u64),
            Self::First => standing.first.map(|date| u64::from(date.earliest())),
            Self::CompleteSince => standing.complete_since.map(|date| u64::from(date.earliest())),
        };
        (key.is_none(), key.unwrap_or(0))
    }
}

/// The loops of a ranking in another order. O(n log n + all arcs of the loops).
pub fn order_by(arcs: &Arcs, cycles: &Cycles, ranking: &[CycleId], by: OrderBy) -> Vec<CycleId> {
    if by == OrderBy::Rank {
        return ranking.to_vec();
    }
    let key = |&cycle: &CycleId| {
        let hops = cycles.arcs(cycle);
        by.key(&Standing::of(arcs, hops), hops.len())
    };
    let mut keyed: Vec<_> = ranking.iter().map(|cycle| (key(cycle), *cycle)).collect();
    order::sort_by(&mut keyed, |(a, _), (b, _)| a.cmp(b));
    keyed.into_iter().map(|(_, cycle)| cycle).collect()
}
