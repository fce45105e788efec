//! What a search has found, and how much more it may find.

use super::Cycles;
use crate::arcs::ArcId;

/// Cycles in the order of their finding, counted by length.
#[derive(Clone, Debug)]
pub struct Finds {
    pub cycles: Cycles,
    /// How many of each length were found.
    pub counts: Vec<u64>,
    /// The shortest and the longest cycle that is wanted now.
    pub shortest: u32,
    pub longest: u32,
    /// How many are wanted in all, and how many of up to `longest` arcs were found.
    most: u64,
    total: u64,
    /// How many were taken out.
    taken: u64,
    /// Whether there are more than wanted.
    pub is_full: bool,
}

impl Finds {
    pub const fn new(most: u64) -> Self {
        let cycles = Cycles { arcs: Vec::new(), ends: Vec::new() };
        Self { cycles, counts: Vec::new(), shortest: 2, longest: 0, most, total: 0, taken: 0, is_full: false }
    }

    /// Adds a cycle if it is wanted: `trail` and two more arcs.
    pub fn add(&mut self, trail: &[ArcId], before: ArcId, last: ArcId) {
        let length = trail.len() + 2;
        if length < self.shortest as usize || length > self.longest as usize {
            return;
        }
        self.cycles.arcs.extend_from_slice(trail);
        self.cycles.arcs.push(before);
        self.cycles.arcs.push(last);
        self.cycles.ends.push(self.cycles.arcs.len() as u32);
        if self.counts.len() <= length {
            self.counts.resize(length + 1, 0);
        }
        self.counts[length] += 1;
        self.total += 1;
        if self.total > self.most {
            self.shorten();
        }
    }

    /// There are more than wanted: of the longest, those found already come first, so that only shorter ones
    /// are looked for from here on.
    fn shorten(&mut self) {
        self.is_full = true;
        while self.total > self.most {
            self.total -= self.counts.get(self.longest as usize).copied().unwrap_or(0);
            self.longest -= 1;
        }
        if self.cycles.len() as u64 / 2 > self.most {
            self.settle();
        }
    }

    /// Sorts what was found by length, and drops what is too much.
    pub fn settle(&mut self) {
        self.cycles.sort_by_length();
        self.cycles.truncate((self.most - self.taken) as usize);
    }

    /// Moves what was found since the last time into `page`, whose memory serves for what comes next.
    pub fn take(&mut self, page: &mut Cycles) {
        self.settle();
        self.taken += self.cycles.len() as u64;
        page.truncate(0);
        std::mem::swap(page, &mut self.cycles);
    }
}
