//! How bodies push each other: far groups of bodies as polynomials, near bodies one by one.
//!
//! The nodes of the tree are taken from the root down, each with a list of the nodes that are still to act on it. One
//! that is far enough goes into the node's field at once, which its parts inherit; one that is near is opened, or left
//! to the parts. What a leaf is left with are the bodies nearby. (W. Dehnen, 2002, see `field`.) O(n).

use super::field::Field;
use super::lanes::{LANES, Lanes};
use super::quadtree::{LEAF, Node, Tree, larger};
use crate::Point;

/// `force_graph`'s limit to what one body does to another along one axis.
pub(super) const MOST: f32 = 280.0;

/// How much smaller a heap that counts as one charge is than what is far, seen from a leaf.
const HEAP: f32 = 0.4;

/// Nearer than the root of this, bodies count as so near. Keeps a body from itself, too: it is at distance zero.
const NEAREST: f32 = 1e-12;

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

/// Charges one by one, in columns.
#[derive(Default)]
struct Near {
    x: Vec<f32>,
    y: Vec<f32>,
    count: Vec<f32>,
    len: usize,
}

/// A node whose parts are being visited.
struct Open {
    until: u32,
    /// Its list of nodes begins here, and ends where that of its parts begins.
    start: usize,
    x: f32,
    y: f32,
    field: Field,
}

/// What a walk collects; kept, so that a tick takes no memory.
#[derive(Default)]
pub(super) struct Repulsion {
    near: Near,
    open: Vec<Open>,
    list: Vec<u32>,
    pending: Vec<u32>,
    far: Vec<u32>,
}

impl Repulsion {
    /// Sets `forces` to the sum of all charges, for bodies in the order of the tree.
    pub fn sum(&mut self, tree: &Tree, law: Law, forces: &mut [Point]) {
        self.near.reserve(forces.len() + LEAF + LANES);
        self.open.clear();
        self.list.clear();
        for (id, node) in tree.nodes.iter().enumerate() {
            while self.open.last().is_some_and(|open| open.until as usize <= id) {
                if let Some(open) = self.open.pop() {
                    self.list.truncate(open.start);
                }
            }
            let at = &tree.charges[id];
            let mut field = Field::default();
            if let Some(open) = self.open.last() {
                self.pending.extend_from_slice(&self.list[open.start..]);
                field = open.field.moved(at.x - open.x, at.y - open.y);
            } else {
                self.pending.push(0);
            }
            let start = self.list.len();
            self.sift(tree, law, id);
            field.add(at, law.charge, &tree.charges, &self.far);
            if node.skip as usize > id + 1 {
                self.open.push(Open { until: node.skip, start, x: at.x, y: at.y, field });
                continue;
            }
            self.near.pad();
            let bodies = node.first as usize..node.end as usize;
            let places = tree.xs[bodies.clone()].iter().zip(&tree.ys[bodies.clone()]);
            for (force, (&x, &y)) in forces[bodies].iter_mut().zip(places) {
                *force = field.force(x - at.x, y - at.y) + self.near.push(x, y, law.charge);
            }
        }
    }

    /// Sorts what is pending for a node into far, near and what its parts are to look at.
    fn sift(&mut self, tree: &Tree, law: Law, id: usize) {
        let at = tree.nodes[id];
        let is_leaf = at.skip as usize == id + 1;
        let open = 1.0 / law.theta;
        self.far.clear();
        self.near.len = 0;
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
                    self.near.add_leaf(tree, node);
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
                    self.near.add(node.x, node.y, (node.end - node.first) as f32);
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

impl Near {
    fn reserve(&mut self, count: usize) {
        if self.x.len() < count {
            for column in [&mut self.x, &mut self.y, &mut self.count] {
                column.resize(count, 0.0);
            }
        }
    }

    fn add(&mut self, x: f32, y: f32, count: f32) {
        (self.x[self.len], self.y[self.len], self.count[self.len]) = (x, y, count);
        self.len += 1;
    }

    /// The bodies of a leaf: always as many as a leaf may have, so that it is a few moves; the next overwrites the rest.
    fn add_leaf(&mut self, tree: &Tree, leaf: &Node) {
        let (room, first) = (self.len..self.len + LEAF, leaf.first as usize);
        self.x[room.clone()].copy_from_slice(&tree.xs[first..first + LEAF]);
        self.y[room.clone()].copy_from_slice(&tree.ys[first..first + LEAF]);
        self.count[room].copy_from_slice(&[1.0; LEAF]);
        self.len += (leaf.end - leaf.first) as usize;
    }

    /// Fills the last lanes with charges of nothing, so far away that they have no force at all.
    fn pad(&mut self) {
        while !self.len.is_multiple_of(LANES) {
            self.add(1e19, 0.0, 0.0);
        }
    }

    /// The force on a body at `x`, `y`. No lane depends on another, so that four charges are summed at a time.
    fn push(&self, x: f32, y: f32, charge: f32) -> Point {
        let (x, y, charge) = (Lanes::all(x), Lanes::all(y), Lanes::all(charge));
        let (nearest, most, least) = (Lanes::all(NEAREST), Lanes::all(MOST), Lanes::all(-MOST));
        let (mut fx, mut fy) = (Lanes::all(0.0), Lanes::all(0.0));
        let (xs, _) = self.x[..self.len].as_chunks();
        let (ys, _) = self.y[..self.len].as_chunks();
        let (counts, _) = self.count[..self.len].as_chunks();
        for ((&xs, &ys), &counts) in xs.iter().zip(ys).zip(counts) {
            let (dx, dy) = (x - Lanes::of(xs), y - Lanes::of(ys));
            let distance = (dx * dx + dy * dy).at_least(nearest);
            let strength = charge / (distance * distance.sqrt());
            let count = Lanes::of(counts);
            fx = fx + count * (dx * strength).within(least, most);
            fy = fy + count * (dy * strength).within(least, most);
        }
        Point::new(fx.total(), fy.total())
    }
}
