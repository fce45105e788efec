//! How bodies push each other: far groups of bodies as polynomials, near bodies one by one.
//!
//! The nodes of the tree are taken from the root down, each with a list of the nodes that are still to act on it. One
//! that is far enough goes into the node's field at once, which its parts inherit; one that is near is opened, or left
//! to the parts. What a leaf is left with are the bodies nearby. (W. Dehnen, 2002, see `field`.) O(n). The lists are kept:
//! a survey makes them, and the fields are summed along them as often as that is wanted.

use super::field::Field;
use super::near::{Near, Run, heap};
use super::quadtree::Tree;
use crate::{
    Point,
    point::{larger, smaller},
};

/// `force_graph`'s limit to what one body does to another along one axis.
pub(super) const MOST: f32 = 280.0;

/// How much smaller a heap that counts as one charge is than what is far, seen from a leaf.
const HEAP: f32 = 0.4;

/// What is summed, and how exactly.
#[derive(Clone, Copy)]
pub(super) struct Law {
    /// The force of one body on another is this over the square of their distance.
    pub charge: f32,
    /// Two nodes are far from each other where their radii are together not more than this share of the distance.
    pub theta: f32,
    /// Nearer than this, a force between two bodies is cut off.
    pub cut: f32,
}

impl Law {
    pub fn new(charge: f32, theta: f32) -> Self {
        Self { charge, theta, cut: (charge / MOST).sqrt() }
    }
}

/// A leaf: where its field is seen from, and what pushes its bodies one by one.
#[derive(Clone)]
struct Leaf {
    bodies: Run,
    x: f32,
    y: f32,
    /// Farther from there its field is not evaluated, along each axis: a body that is thrown is not to meet a series
    /// that no longer converges.
    reach: f32,
    field: Field,
    /// Where its runs and its heaps end.
    runs: u32,
    heaps: u32,
}

/// A node whose parts are being visited.
#[derive(Clone)]
struct Open {
    until: u32,
    /// Its list of nodes begins here, and ends where that of its parts begins.
    start: usize,
    x: f32,
    y: f32,
    field: Field,
}

/// What acts on what.
#[derive(Clone, Default)]
pub(super) struct Repulsion {
    leaves: Vec<Leaf>,
    runs: Vec<Run>,
    heaps: Vec<u32>,
    /// Of each node, one after another, what is far from it but not from what it is a part of; and where that ends.
    far: Vec<u32>,
    ends: Vec<u32>,
    near: Near,
    // What a walk collects; kept, so that it takes no memory.
    open: Vec<Open>,
    list: Vec<u32>,
    pending: Vec<u32>,
}

impl Repulsion {
    pub fn new(count: usize) -> Self {
        Self { near: Near::new(count), ..Self::default() }
    }

    /// Finds what acts on what.
    pub fn survey(&mut self, tree: &Tree, law: Law) {
        self.open.clear();
        self.list.clear();
        self.leaves.clear();
        self.runs.clear();
        self.heaps.clear();
        self.far.clear();
        self.ends.clear();
        for (id, node) in tree.nodes.iter().enumerate() {
            while self.open.last().is_some_and(|open| open.until as usize <= id) {
                if let Some(open) = self.open.pop() {
                    self.list.truncate(open.start);
                }
            }
            if let Some(open) = self.open.last() {
                self.pending.extend_from_slice(&self.list[open.start..]);
            } else {
                self.pending.push(0);
            }
            let start = self.list.len();
            self.sift(tree, law, id);
            self.ends.push(self.far.len() as u32);
            let field = Field::default();
            if node.skip as usize > id + 1 {
                self.open.push(Open { until: node.skip, start, x: 0.0, y: 0.0, field });
            } else {
                self.leaves.push(Leaf {
                    bodies: Run { first: node.first, end: node.end },
                    x: 0.0,
                    y: 0.0,
                    reach: 0.0,
                    field,
                    runs: self.runs.len() as u32,
                    heaps: self.heaps.len() as u32,
                });
            }
        }
    }

    /// Sums what is far away.
    pub fn expand(&mut self, tree: &Tree, law: Law) {
        self.open.clear();
        let (mut start, mut leaves) = (0, self.leaves.iter_mut());
        for (id, (node, &end)) in tree.nodes.iter().zip(&self.ends).enumerate() {
            while self.open.last().is_some_and(|open| open.until as usize <= id) {
                self.open.pop();
            }
            let at = &tree.charges[id];
            let mut field = self
                .open
                .last()
                .map_or_else(Field::default, |open| open.field.moved(at.x - open.x, at.y - open.y));
            field.add(at, law.charge, &tree.charges, &self.far[start..end as usize]);
            start = end as usize;
            if node.skip as usize > id + 1 {
                self.open.push(Open { until: node.skip, start: 0, x: at.x, y: at.y, field });
            } else if let Some(leaf) = leaves.next() {
                (leaf.x, leaf.y, leaf.reach, leaf.field) = (at.x, at.y, node.radius + law.cut, field);
            }
        }
    }

    /// Sets `forces` to the sum of all charges some ticks after that, for bodies in the order of the tree.
    pub fn sum(&mut self, tree: &Tree, law: Law, ticks: f32, forces: &mut [Point]) {
        let (mut run, mut first) = (0, 0);
        for leaf in &self.leaves {
            self.near.take(tree, &self.runs[run..leaf.runs as usize]);
            let heaps = &self.heaps[first..leaf.heaps as usize];
            (run, first) = (leaf.runs as usize, leaf.heaps as usize);
            let field = leaf.field.later(ticks);
            let bodies = leaf.bodies.first as usize..leaf.bodies.end as usize;
            let places = tree.xs[bodies.clone()].iter().zip(&tree.ys[bodies.clone()]);
            let reach = |way: f32| larger(smaller(way, leaf.reach), -leaf.reach);
            for (force, (&x, &y)) in forces[bodies].iter_mut().zip(places) {
                *force = field.force(reach(x - leaf.x), reach(y - leaf.y)) + self.near.push(x, y, law);
                for &id in heaps {
                    *force = *force + heap(&tree.nodes[id as usize], x, y, law);
                }
            }
        }
    }

    /// Sorts what is pending for a node into far, near and what its parts are to look at.
    fn sift(&mut self, tree: &Tree, law: Law, id: usize) {
        let at = tree.nodes[id];
        let is_leaf = at.skip as usize == id + 1;
        let open = 1.0 / law.theta;
        while let Some(other) = self.pending.pop() {
            let node = &tree.nodes[other as usize];
            let (dx, dy) = (node.x - at.x, node.y - at.y);
            let square = dx * dx + dy * dy;
            let both = node.radius + at.radius;
            let far = larger(both * open, both + law.cut);
            if square > far * far {
                self.far.push(other);
                continue;
            }
            if node.skip == other + 1 {
                if is_leaf {
                    self.runs.push(Run { first: node.first, end: node.end });
                } else {
                    self.list.push(other);
                }
                continue;
            }
            if is_leaf {
                // Where forces are cut off there is no polynomial; many bodies in a small heap are one charge all the
                // same, or a heap of all bodies would cost their square.
                let room = square.sqrt() - at.radius;
                if room < law.cut && node.radius < HEAP * law.theta * room {
                    self.heaps.push(other);
                    continue;
                }
            } else if node.radius < at.radius {
                self.list.push(other);
                continue;
            }
            let mut part = other + 1;
            while part < node.skip {
                self.pending.push(part);
                part = tree.nodes[part as usize].skip;
            }
        }
    }
}
