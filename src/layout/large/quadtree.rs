//! A quadtree over bodies in Morton's order, in flat arrays.
//!
//! J. Barnes and P. Hut, "A hierarchical O(N log N) force-calculation algorithm", Nature 324, 1986. Nodes stand level by
//! level, so that the parts of each stand together and are looked at together. A node's box is measured, not the square
//! it stands for: the tree stays right while bodies move, and is only built anew now and then.

use std::ops::Range;

use super::charge::{Charge, Sides};
use super::columns::Columns;
use super::lanes::{LANES, Lanes};
use crate::point::larger;

/// Up to so many bodies are a leaf.
pub(super) const LEAF: usize = 16;

/// What is no leaf counts as so much wider: each such node acts for many bodies, so that it costs next to nothing to look
/// at it more closely; that leaves room in the error for leaves to act as wholes sooner, and for more bodies in each.
const WIDER: f32 = 1.4;

/// How deep Morton's codes go.
const LEVELS: u32 = 16;

/// Some bodies that follow each other in the order, and the parts they are divided into, which follow each other, too:
/// none if this is a leaf.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Node {
    pub first: u32,
    pub end: u32,
    pub parts: u32,
    pub until: u32,
}

impl Node {
    /// How many bodies.
    pub const fn count(&self) -> usize {
        (self.end - self.first) as usize
    }

    pub const fn bodies(&self) -> Range<usize> {
        self.first as usize..self.end as usize
    }

    pub const fn is_leaf(&self) -> bool {
        self.parts == self.until
    }
}

/// Where a node is, in four numbers that are loaded as one.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub(super) struct Spot {
    /// The centre of charge.
    pub x: f32,
    pub y: f32,
    /// From there to the farthest corner of the box around its bodies: as it counts, and below zero if it is a leaf.
    pub radius: f32,
    pub id: u32,
}

#[derive(Clone, Default)]
pub(super) struct Tree {
    /// Where the bodies are, in their order, and how far they move in a tick.
    pub places: Columns,
    pub ways: Columns,
    pub nodes: Vec<Node>,
    /// Where each node is, and room for as many as are loaded together.
    pub spots: Vec<Spot>,
    /// What the bodies of each node are from afar.
    pub charges: Vec<Charge>,
    boxes: Vec<Sides>,
    /// Of each node while the tree is built: how many levels of the codes are left.
    levels: Vec<u32>,
}

impl Tree {
    pub fn new(count: usize) -> Self {
        Self { places: Columns::new(count), ways: Columns::new(count), ..Self::default() }
    }

    /// Builds the tree over sorted codes. O(n).
    pub fn build(&mut self, codes: &[u32]) {
        self.nodes.clear();
        self.levels.clear();
        if !codes.is_empty() {
            self.nodes.push(Node { end: codes.len() as u32, ..Node::default() });
            self.levels.push(LEVELS);
        }
        let mut id = 0;
        while id < self.nodes.len() {
            let Node { first, end, .. } = self.nodes[id];
            if self.nodes[id].count() > LEAF {
                self.nodes[id].parts = self.nodes.len() as u32;
                self.divide(codes, first, end, self.levels[id]);
                self.nodes[id].until = self.nodes.len() as u32;
            }
            id += 1;
        }
        self.charges.resize(self.nodes.len(), Charge::none(0.0, 0.0));
        self.boxes.resize(self.nodes.len(), Lanes::all(0.0));
        self.spots.resize(self.nodes.len() + LANES, Spot::default());
    }

    /// Adds the parts of a node: quarters of its square, or halves. What is in one cell of the finest level is cut into
    /// runs of as many bodies: their boxes do not overlap less, but a leaf stays small.
    fn divide(&mut self, codes: &[u32], first: u32, end: u32, mut level: u32) {
        let quarter = |body: u32, level: u32| codes[body as usize] >> (2 * level);
        while level > 0 && quarter(first, level - 1) == quarter(end - 1, level - 1) {
            level -= 1;
        }
        // Quarters of a few bodies would be small leaves, with much to do for each and little for its bodies.
        let (parts, bits) = if (end - first) as usize <= 2 * LEAF { (2, 1) } else { (4, 2) };
        let mut from = first;
        for part in 0..parts {
            let until = if level == 0 {
                first + (end - first) * (part + 1) / parts
            } else {
                let run = &codes[from as usize..end as usize];
                from + run.partition_point(|code| code >> (2 * level - bits) & (parts - 1) <= part) as u32
            };
            if from < until {
                self.nodes.push(Node { first: from, end: until, ..Node::default() });
                self.levels.push(level.saturating_sub(1));
            }
            from = until;
        }
    }

    /// Measures every node where the bodies are now, the lowest first. Returns the radius of its leaf, summed over all
    /// bodies. O(n).
    pub fn measure(&mut self) -> f32 {
        let mut width = 0.0;
        for id in (0..self.nodes.len()).rev() {
            let node = self.nodes[id];
            let (charge, sides) = if node.is_leaf() {
                Charge::of_bodies(node.bodies(), &self.places, &self.ways)
            } else {
                // Its parts are measured already.
                let parts = node.parts as usize..node.until as usize;
                Charge::of_parts(&self.charges[parts.clone()], &self.boxes[parts])
            };
            let [x, y, count] = charge.centre();
            let corners = Lanes::of([x, y, -x, -y]) - sides;
            let [left, top, right, bottom] = corners.array();
            let (wide, high) = (larger(left, right), larger(top, bottom));
            let mut radius = (wide * wide + high * high).sqrt();
            if node.is_leaf() {
                width += radius * count;
                radius = -larger(radius, f32::MIN_POSITIVE);
            } else {
                radius *= WIDER;
            }
            self.spots[id] = Spot { x, y, radius, id: id as u32 };
            self.charges[id] = charge;
            self.boxes[id] = sides;
        }
        width
    }
}
