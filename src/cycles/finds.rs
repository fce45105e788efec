//! What a search has found, and how much more it may find.

use super::Cycles;
use crate::arcs::ArcId;

/// How much room is made at a time.
const BLOCK: usize = 4096;

/// Cycles by length; those of a length in the order of their finding.
#[derive(Clone, Debug, Default)]
pub struct Finds {
    lengths: Vec<Length>,
    /// The shortest and the longest cycle that is wanted now.
    pub shortest: u32,
    pub longest: u32,
    /// How many are wanted in all (fewer when they do not fit), and how many of up to `longest` arcs were found.
    most: u64,
    total: u64,
    /// How many were taken out.
    taken: u64,
    /// How many arcs are held, and how many may be.
    held: usize,
    room: usize,
    /// Whether there are more than wanted.
    pub is_full: bool,
}

/// The cycles of a length, one after the other.
#[derive(Clone, Debug, Default)]
struct Length {
    /// Their arcs up to `filled`, and room.
    arcs: Vec<ArcId>,
    filled: usize,
    /// How many were found, with those taken out.
    count: u64,
}

impl Finds {
    pub fn new(most: u64, room: usize, longest: u32) -> Self {
        Self { shortest: 2, longest, most, room, ..Self::default() }
    }

    /// Room for the arcs of so many cycles of a length, if such are wanted.
    pub fn room(&mut self, count: usize, length: usize) -> Option<&mut [ArcId]> {
        if length < self.shortest as usize || length > self.longest as usize {
            return None;
        }
        if self.lengths.len() <= length {
            self.lengths.resize(length + 1, Length::default());
        }
        let Length { arcs, filled, .. } = &mut self.lengths[length];
        let end = *filled + count * length;
        if arcs.len() < end {
            arcs.resize(end + BLOCK, ArcId(0));
        }
        Some(&mut arcs[*filled..end])
    }

    /// So many cycles of a length have been put into the room there was.
    pub fn add(&mut self, count: usize, length: usize) {
        let cycles = &mut self.lengths[length];
        cycles.filled += count * length;
        cycles.count += count as u64;
        self.held += count * length;
        self.total += count as u64;
        if self.held > self.room {
            let here = self.lengths.iter().enumerate().map(|(length, of)| of.filled / length.max(1));
            self.most = self.most.min(self.taken + here.sum::<usize>() as u64 / 2);
        }
        if self.total > self.most {
            self.shorten();
        }
    }

    /// There are more than wanted: of the longest, those found already come first, so that only shorter ones
    /// are looked for from here on.
    fn shorten(&mut self) {
        self.is_full = true;
        while self.total > self.most {
            self.total -= self.count(self.longest);
            self.longest -= 1;
        }
        self.held = 0;
        for (length, cycles) in self.lengths.iter_mut().enumerate() {
            if length > self.longest as usize + 1 {
                *cycles = Length::default();
            } else if length > self.longest as usize {
                cycles.filled = cycles.filled.min((self.most - self.total) as usize * length);
            }
            self.held += cycles.filled;
        }
    }

    /// How many of a length were found.
    pub fn count(&self, length: u32) -> u64 {
        self.lengths.get(length as usize).map_or(0, |cycles| cycles.count)
    }

    /// Moves what was found since the last time into `page`, shortest first.
    pub fn take(&mut self, page: &mut Cycles) {
        page.arcs.clear();
        page.ends.clear();
        for (length, cycles) in self.lengths.iter_mut().enumerate() {
            let count = (cycles.filled / length.max(1)).min((self.most - self.taken) as usize);
            self.taken += count as u64;
            page.arcs.extend_from_slice(&cycles.arcs[..count * length]);
            let start = page.ends.last().copied().unwrap_or(0);
            page.ends.extend((1..=count as u32).map(|place| start + place * length as u32));
            cycles.filled = 0;
        }
        self.held = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What does not fit is too many, and the shortest stay.
    #[test]
    fn memory_is_bounded() {
        let mut finds = Finds::new(u64::MAX, 100, 9);
        for length in (2..=9).rev() {
            for _ in 0..10 {
                if finds.room(1, length).is_some() {
                    finds.add(1, length);
                }
                assert!(finds.held <= 100);
            }
        }
        assert!(finds.is_full);
        let mut page = Cycles::default();
        finds.take(&mut page);
        assert_eq!(page.by_length(), [(2, 6)]);
    }
}
