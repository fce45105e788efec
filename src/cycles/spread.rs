//! Distances from a company, breadth first, as far as a cycle through it can go.

use super::graph::Side;

/// No distance.
pub const FAR: u32 = u32::MAX;

/// The level of a spread that has reached all it can.
const ENDED: u32 = u32::MAX / 4;

/// Which companies are how far from the root, ahead of it or behind it.
#[derive(Clone, Debug)]
pub struct Spread {
    pub distance: Box<[u32]>,
    /// The companies reached, nearest first, and how many there are.
    list: Box<[u32]>,
    count: usize,
    /// Where those of the last level start in `list`, and how far they are.
    last: usize,
    level: u32,
}

impl Spread {
    pub fn new(companies: usize) -> Self {
        let distance = vec![FAR; companies].into_boxed_slice();
        Self { list: distance.clone(), distance, count: 0, last: 0, level: 0 }
    }

    /// The companies reached, nearest first.
    pub fn reached(&self) -> &[u32] {
        &self.list[..self.count]
    }

    /// Forgets what was reached, and has reached the root only.
    pub fn start(&mut self, root: u32) {
        for &company in &self.list[..self.count] {
            self.distance[company as usize] = FAR;
        }
        self.distance[root as usize] = 0;
        self.list[0] = root;
        self.count = 1;
        self.last = 0;
        self.level = 0;
    }

    /// Reaches a company, unless that was done before.
    pub fn reach(&mut self, company: u32, distance: u32) {
        let known = &mut self.distance[company as usize];
        if *known == FAR {
            *known = distance;
            self.list[self.count] = company;
            self.count += 1;
        }
    }

    /// Reaches one level further, but only what can be on a cycle of at most `longest` arcs, given what the
    /// other side has reached. Returns the ways looked at; `cut` is set where only the length stood in the way.
    fn grow(&mut self, side: &Side, other: &Self, longest: u32, cut: &mut bool) -> u64 {
        let end = self.count;
        let mut steps = 0;
        // What the other side has not reached is at least one further than what it has.
        let beyond = other.level + 1;
        for place in self.last..end {
            let here = self.list[place];
            let back = other.distance[here as usize].min(beyond);
            if self.level + back > longest {
                *cut |= back < ENDED;
                continue;
            }
            for way in side.of(here) {
                steps += 1;
                let there = way.company as usize;
                if self.distance[there] != FAR {
                    continue;
                }
                let back = other.distance[there].min(beyond);
                if self.level + 1 + back > longest {
                    *cut |= back < ENDED;
                    continue;
                }
                self.distance[there] = self.level + 1;
                self.list[self.count] = way.company;
                self.count += 1;
            }
        }
        self.level += 1;
        self.last = end;
        if end == self.count {
            self.level = ENDED;
        }
        steps
    }

    /// How many companies are on the last level.
    const fn edge(&self) -> usize {
        self.count - self.last
    }

    const fn has_ended(&self) -> bool {
        self.level >= ENDED
    }
}

/// Sets the distance back to the root of every company that is on a closed walk of at most `longest` arcs through
/// the root; what is ahead is spread only as far as it helps. Returns the ways looked at.
///
/// From both ends, so that in a large sparse network only two balls of half the radius are visited.
pub fn meet(
    (ahead, out): (&mut Spread, &Side),
    (behind, into): (&mut Spread, &Side),
    root: u32,
    longest: u32,
    cut: &mut bool,
) -> u64 {
    ahead.start(root);
    behind.start(root);
    let mut steps = 0;
    // Whichever has less to look at, so that a crowd on one side is met from the other.
    while !ahead.has_ended() && !behind.has_ended() && ahead.level + behind.level < longest {
        steps += if behind.edge() <= ahead.edge() {
            behind.grow(into, ahead, longest, cut)
        } else {
            ahead.grow(out, behind, longest, cut)
        };
    }
    while !behind.has_ended() {
        steps += behind.grow(into, ahead, longest, cut);
    }
    steps
}
