//! Circular loops: elementary directed cycles over the live arcs.
//!
//! Rust says *cycle* (a *self-loop* is something else in every graph library); what users meet says *loop*.
//!
//! ```text
//! Arcs -> Search -> Cycles -> rank -> leaders, slots (which loops are coloured)
//!      -> Top    -> Cycles in the order of rank, the first so many
//! ```
//! Both walk the same way (`walk`) from one company after the other; they differ in which arcs are open then
//! (`graph`): for [`Search`] those between companies that come later, for [`Top`] those of larger amounts.

mod components;
mod finds;
mod graph;
mod identity;
mod order_by;
mod rank;
mod search;
mod slots;
mod spread;
mod time;
mod top;
mod walk;

#[cfg(feature = "desk")]
pub(crate) use identity::decoded;
pub use identity::{companies, id, parse_id};
pub use order_by::{OrderBy, order_by};
pub use rank::{Standing, rank};
pub use search::Search;
pub use slots::{Edit, MAX_SLOTS, leaders, slots};
pub use time::{closing_deals, time_respecting};
pub use top::Top;

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

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The longest loop, in companies; `None` for no bound.
    pub max_length: Option<u32>,
    /// How many loops to find at most: the shortest, or for [`Top`] those that rank first.
    pub max_loops: u32,
    /// How many arcs to look at at most.
    pub max_steps: u64,
}

impl Default for Bounds {
    /// Loops of up to 5 companies, a million of them, two hundred million steps.
    fn default() -> Self {
        Self { max_length: Some(5), max_loops: 1_000_000, max_steps: 200_000_000 }
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

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Arcs looked at.
    pub steps: u64,
    /// All cycles of up to so many companies have been found.
    pub complete_to: u32,
    /// Cycles of up to so many are being searched for in this round.
    pub searching_to: u32,
    /// The share of companies from which this round has searched, 0 to 1.
    pub share: f32,
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

    /// Adds a cycle, given in pieces.
    fn push(&mut self, pieces: &[&[ArcId]]) {
        for piece in pieces {
            self.arcs.extend_from_slice(piece);
        }
        self.ends.push(self.arcs.len() as u32);
    }
}

/// An arc between two companies, by their places.
#[derive(Clone, Copy, Debug)]
struct Link {
    from: u32,
    to: u32,
    arc: ArcId,
}
