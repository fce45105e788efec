//! What a search has found, and how much more it may find.

use super::Cycles;
use crate::arcs::ArcId;

/// How much room is made at a time.
const BLOCK: usize = 4096;

/// Cycles in the order of their finding, counted by length.
#[derive(Clone, Debug)]
pub struct Finds {
    pub cycles: Cycles,
    /// How much of the arcs and ends of `cycles` is filled; what is beyond is room.
    filled: (usize, usize),
    /// How many arcs it may hold.
    room: usize,
    /// How many of each length were found.
    counts: Vec<u64>,
    /// The shortest and the longest cycle that is wanted now.
    pub shortest: u32,
    pub longest: u32,
    /// How many are wanted in all (fewer when they do not fit), and how many of up to `longest` arcs were found.
    most: u64,
    total: u64,
    /// How many were taken out.
    taken: u64,
    /// Whether there are more than wanted.
    pub is_full: bool,
}

impl Finds {
    pub const fn new(most: u64, room: usize) -> Self {
        let cycles = Cycles { arcs: Vec::new(), ends: Vec::new() };
        let filled = (0, 0);
        Self {
            cycles,
            filled,
            room,
            counts: Vec::new(),
            shortest: 2,
            longest: 0,
            most,
            total: 0,
            taken: 0,
            is_full: false,
        }
    }

    /// Whether cycles of a length are wanted.
    pub fn wants(&self, length: u32) -> bool {
        self.shortest <= length && length <= self.longest
    }

    /// Room for so many cycles of a length: for their arcs, and for where each ends.
    pub fn room(&mut self, count: usize, length: usize) -> (&mut [ArcId], &mut [u32], usize) {
        let Self { cycles: Cycles { arcs, ends }, filled: (arcs_filled, ends_filled), .. } = self;
        if ends.len() < *ends_filled + count {
            ends.resize(*ends_filled + count + BLOCK, 0);
        }
        if arcs.len() < *arcs_filled + count * length {
            arcs.resize(*arcs_filled + count * length + BLOCK, ArcId(0));
        }
        (&mut arcs[*arcs_filled..], &mut ends[*ends_filled..], *arcs_filled)
    }

    /// So many cycles of a length have been put into the room there was.
    pub fn add(&mut self, count: usize, length: usize) {
        self.filled.0 += count * length;
        self.filled.1 += count;
        if self.counts.len() <= length {
            self.counts.resize(length + 1, 0);
        }
        self.counts[length] += count as u64;
        self.total += count as u64;
        let is_too_big = self.filled.0 > self.room;
        if is_too_big {
            self.most = self.most.min(self.taken + self.filled.1 as u64 / 2);
        }
        if is_too_big || self.total > self.most {
            self.shorten();
        }
    }

    /// Gives back what room is left.
    pub fn fit(&mut self) {
        self.cycles.arcs.truncate(self.filled.0);
        self.cycles.ends.truncate(self.filled.1);
    }

    /// There are more than wanted: of the longest, those found already come first, so that only shorter ones
    /// are looked for from here on.
    fn shorten(&mut self) {
        self.is_full = true;
        while self.total > self.most {
            self.total -= self.counts.get(self.longest as usize).copied().unwrap_or(0);
            self.longest -= 1;
        }
        if self.filled.0 > self.room || self.filled.1 as u64 / 2 > self.most {
            self.settle();
        }
    }

    /// Sorts what was found by length, and drops what is too much.
    pub fn settle(&mut self) {
        self.fit();
        self.cycles.sort_by_length();
        self.cycles.truncate((self.most - self.taken) as usize);
        self.filled = (self.cycles.arcs.len(), self.cycles.ends.len());
    }

    /// Moves what was found since the last time into `page`, whose memory serves for what comes next.
    pub fn take(&mut self, page: &mut Cycles) {
        self.settle();
        self.taken += self.cycles.len() as u64;
        std::mem::swap(page, &mut self.cycles);
        self.clear();
    }

    /// Forgets what was found; its memory is room.
    pub const fn clear(&mut self) {
        self.filled = (0, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What does not fit is too many, and the shortest stay.
    #[test]
    fn memory_is_bounded() {
        let mut finds = Finds::new(u64::MAX, 100);
        finds.longest = 9;
        for length in (2..=9).rev() {
            for _ in 0..10 {
                if finds.wants(length as u32) {
                    finds.room(1, length).1[0] = (finds.filled.0 + length) as u32;
                    finds.add(1, length);
                }
                assert!(finds.filled.0 <= 100 + length);
            }
        }
        finds.settle();
        assert!(finds.is_full);
        assert_eq!(finds.cycles.by_length(), [(2, 6)]);
    }
}
