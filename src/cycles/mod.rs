//! Circular loops: elementary directed cycles over the live arcs.
//!
//! Rust says *cycle* (a *self-loop* is something else in every graph library); what users meet says *loop*.
//!
//! ```text
//! Arcs -> Search -> Cycles -> rank -> leaders, slots (which loops are coloured)
//! ```

mod identity;
mod order_by;
mod rank;
mod search;
mod slots;
mod time;

pub(crate) use identity::decoded;
pub use identity::{companies, id, parse_id};
pub use order_by::{OrderBy, order_by};
pub use rank::{Standing, rank};
pub use search::{Bounds, Search};
pub use slots::{Edit, MAX_SLOTS, leaders, slots};
pub use time::{closing_deals, time_respecting};

use crate::arcs::ArcId;

/// A cycle's place in [`Cycles`], in the order in which it was found: shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CycleId(pub u32);

impl CycleId {
    /// As an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which bound ended a search before it was complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// As many loops as allowed were found.
    Loops,
    /// As many steps as allowed were taken.
    Steps,
    /// Somebody asked it to stop.
    Cancelled,
}

impl Stop {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loops => "loops",
            Self::Steps => "steps",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The cycles that a search has found, each as its arcs from the company with the smallest id on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cycles {
    arcs: Vec<ArcId>,
    /// Where each cycle ends in `arcs`.
    ends: Vec<u32>,
}

impl Cycles {
    /// How many.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The arcs of one cycle in its direction; the first leaves the company with the smallest id.
    pub fn arcs(&self, id: CycleId) -> &[ArcId] {
        let start = if id.0 == 0 { 0 } else { self.ends[id.index() - 1] as usize };
        &self.arcs[start..self.ends[id.index()] as usize]
    }

    /// All of them, shortest first.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = CycleId> + use<> {
        (0..self.ends.len() as u32).map(CycleId)
    }

    /// How many there are of each length, shortest first.
    pub fn by_length(&self) -> Vec<(u32, u64)> {
        let mut counts: Vec<(u32, u64)> = Vec::new();
        for length in self.ids().map(|id| self.arcs(id).len() as u32) {
            match counts.last_mut() {
                Some((last, count)) if *last == length => *count += 1,
                _ => counts.push((length, 1)),
            }
        }
        counts
    }

    fn push(&mut self, arcs: impl IntoIterator<Item = ArcId>) {
        self.arcs.extend(arcs);
        self.ends.push(self.arcs.len() as u32);
    }
}
