//! What acts on what: which nodes of the tree are far from each other, and which leaves are near.
//!
//! The nodes of the tree are taken from the root down, each with a list of the nodes that are still to act on it, and it
//! on them. One that is far enough is noted for both fields, which their parts inherit; one that is near is opened, or
//! left to the parts. (W. Dehnen, 2002, see `field`.) Each pair is found once. O(n). Four nodes are looked at together,
//! and written where they belong without a branch: which of them are far cannot be foretold.

use std::ops::Range;

use super::lanes::{LANES, Lanes};
use super::quadtree::{Spot, Tree};
use super::repulsion::Law;
use crate::point::larger;

/// How much smaller a heap that counts as one charge is than what is far, seen from a leaf.
const HEAP: f32 = 0.4;

/// A leaf: where what pushes its bodies one by one ends in the lists of all leaves.
#[derive(Clone, Copy)]
pub(super) struct Leaf {
    pub id: u32,
    pub near: u32,
    pub heaps: u32,
}

/// What acts on what.
#[derive(Clone, Default)]
pub(super) struct Survey {
    pub leaves: Vec<Leaf>,
    /// Leaves near each leaf, one leaf after another: every pair once.
    pub near: Vec<u32>,
    /// Small heaps so near each leaf that forces are cut off.
    pub heaps: Vec<u32>,
    /// Of each node, one after another, what is far from it but not from what it is a part of; and where that ends.
    pub far: Vec<u32>,
    pub ends: Vec<u32>,
    // What a walk collects; kept, so that it takes no memory.
    /// Every pair that is far from each other once: the other of each node, and where these end.
    pairs: List<u32>,
    counts: Vec<u32>,
    /// What is near each node that has parts, and where that ends.
    pending: List<Spot>,
    stops: Vec<u32>,
    opened: List<u32>,
}

impl Survey {
    /// Finds what acts on what.
    pub fn make(&mut self, tree: &Tree, law: Law) {
        self.leaves.clear();
        self.near.clear();
        self.heaps.clear();
        self.pairs.len = 0;
        self.pending.len = 0;
        self.stops.clear();
        self.counts.clear();
        self.counts.resize(tree.nodes.len(), 0);
        self.ends.clear();
        let Some(root) = tree.nodes.first() else { return };
        if root.is_leaf() {
            self.leaves.push(Leaf { id: 0, near: 0, heaps: 0 });
        }
        // The root stands alone: nothing is near it but itself.
        self.ends.push(0);
        self.stops.push(0);
        let (mut inner, mut start) = (0, 0);
        for node in tree.nodes.iter().filter(|node| !node.is_leaf()) {
            let end = self.stops[inner] as usize;
            inner += 1;
            for part in node.parts..node.until {
                self.sift(tree, law, part, node.until, start..end);
            }
            start = end;
        }
        self.turn();
    }

    /// Sorts what is near a node's whole, and the parts after it, into far, near and what its parts are to look at.
    fn sift(&mut self, tree: &Tree, law: Law, id: u32, siblings: u32, pending: Range<usize>) {
        let at = tree.spots[id as usize];
        let is_leaf = tree.nodes[id as usize].is_leaf();
        let sieve = Sieve::new(&at, law);
        let kept = self.pending.len;
        self.room(pending.len());
        let mut next = pending.start;
        while next < pending.end {
            let spots = std::array::from_fn(|lane| self.pending.items[next + lane]);
            self.sort(&sieve, &spots, (pending.end - next).min(LANES));
            next += LANES;
        }
        self.look(tree, &sieve, id + 1..siblings);
        while let Some(other) = self.opened.pop() {
            if is_leaf && is_heap(&at, &tree.spots[other as usize], law) {
                self.heaps.push(other);
            } else {
                let node = tree.nodes[other as usize];
                self.look(tree, &sieve, node.parts..node.until);
            }
        }
        self.ends.push(self.pairs.len as u32);
        if is_leaf {
            self.near.extend(self.pending.items[kept..self.pending.len].iter().map(|spot| spot.id));
            self.pending.len = kept;
            self.leaves.push(Leaf { id, near: self.near.len() as u32, heaps: self.heaps.len() as u32 });
        } else {
            self.stops.push(self.pending.len as u32);
        }
    }

    /// Sorts the parts of one node.
    #[inline]
    fn look(&mut self, tree: &Tree, sieve: &Sieve, parts: Range<u32>) {
        self.room(LANES);
        let first = parts.start as usize;
        let spots = std::array::from_fn(|lane| tree.spots[first + lane]);
        self.sort(sieve, &spots, parts.len());
    }

    /// Makes room for so many more, wherever they belong.
    #[inline]
    fn room(&mut self, more: usize) {
        self.pairs.room(more);
        self.pending.room(more);
        self.opened.room(more);
    }

    /// Writes so many nodes where they belong.
    #[inline]
    fn sort(&mut self, sieve: &Sieve, spots: &[Spot; LANES], count: usize) {
        let (far, opened) = sieve.look(spots);
        for (lane, spot) in spots.iter().enumerate().take(count) {
            let (is_far, is_opened) = (far >> lane & 1, opened >> lane & 1);
            self.pairs.put(spot.id, is_far);
            self.counts[spot.id as usize] += is_far;
            self.opened.put(spot.id, is_opened);
            self.pending.put(*spot, 1 ^ is_far ^ is_opened);
        }
    }

    /// Writes each pair to both of its nodes: a counting sort.
    fn turn(&mut self) {
        let (mut start, mut total) = (0, 0);
        for (count, &end) in self.counts.iter_mut().zip(&self.ends) {
            let place = total;
            total += *count + (end - start);
            (*count, start) = (place, end);
        }
        self.far.resize(total as usize, 0);
        let mut start = 0;
        for (id, &end) in (0_u32..).zip(&self.ends) {
            let mut place = self.counts[id as usize];
            for &other in &self.pairs.items[start..end as usize] {
                self.far[place as usize] = other;
                place += 1;
                let there = &mut self.counts[other as usize];
                self.far[*there as usize] = id;
                *there += 1;
            }
            self.counts[id as usize] = place;
            start = end as usize;
        }
        std::mem::swap(&mut self.counts, &mut self.ends);
    }
}

/// Where forces are cut off there is no polynomial; many bodies in a small heap are one charge all the same, or a heap
/// of all bodies would cost their square.
fn is_heap(leaf: &Spot, other: &Spot, law: Law) -> bool {
    let (dx, dy) = (other.x - leaf.x, other.y - leaf.y);
    let room = (dx * dx + dy * dy).sqrt() + leaf.radius;
    room < law.cut && other.radius < HEAP * law.theta * room
}

/// A node, for four others to be compared with.
struct Sieve {
    x: Lanes,
    y: Lanes,
    radius: Lanes,
    open: Lanes,
    cut: Lanes,
    limit: Lanes,
}

impl Sieve {
    fn new(at: &Spot, law: Law) -> Self {
        Self {
            x: Lanes::all(at.x),
            y: Lanes::all(at.y),
            radius: Lanes::all(at.radius.abs()),
            open: Lanes::all(1.0 / law.theta),
            cut: Lanes::all(law.cut),
            // What is near a leaf is opened up to the bodies; of others what is not smaller.
            limit: Lanes::all(larger(at.radius, 0.0)),
        }
    }

    /// Which of these are far, and which are to be opened, in a bit for each.
    #[inline]
    fn look(&self, spots: &[Spot; LANES]) -> (u32, u32) {
        let rows = spots.map(|spot| Lanes::of([spot.x, spot.y, spot.radius, f32::from_bits(spot.id)]));
        let [x, y, signed, _] = Lanes::turned(rows);
        let both = signed.abs() + self.radius;
        let reach = (both * self.open).at_least(both + self.cut);
        let (dx, dy) = (x - self.x, y - self.y);
        let far = (dx * dx + dy * dy).above(reach * reach);
        (far, signed.above_or_at(self.limit) & !far)
    }
}

/// A list that is written without asking whether there is room.
#[derive(Clone, Default)]
struct List<T> {
    items: Vec<T>,
    len: usize,
}

impl<T: Copy + Default> List<T> {
    /// Makes room for so many more, and for what is loaded beyond the last.
    #[inline]
    fn room(&mut self, more: usize) {
        if self.items.len() < self.len + more + LANES {
            self.items.resize(2 * (self.len + more + LANES), T::default());
        }
    }

    /// Adds something, once or not at all.
    #[inline]
    fn put(&mut self, item: T, times: u32) {
        self.items[self.len] = item;
        self.len += times as usize;
    }

    #[inline]
    fn pop(&mut self) -> Option<T> {
        self.len = self.len.checked_sub(1)?;
        Some(self.items[self.len])
    }
}
