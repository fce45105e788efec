//! What pushes a body from nearby, one by one: nothing but this sees the cut at small distances.

use super::lanes::{LANES, Lanes};
use super::quadtree::{LEAF, Node, Tree};
use super::repulsion::{Law, MOST};
use crate::{Point, point::larger};

/// Nearer than the root of this, bodies count as so near. Keeps a body from itself, too: it is at distance zero.
const NEAREST: f32 = 1e-12;

/// Some bodies that follow each other in the order.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub first: u32,
    pub end: u32,
}

/// Bodies one by one, in columns.
#[derive(Clone, Default)]
pub(super) struct Near {
    x: Vec<f32>,
    y: Vec<f32>,
    len: usize,
}

impl Near {
    pub fn new(count: usize) -> Self {
        let room = || vec![0.0; count + LEAF + LANES];
        Self { x: room(), y: room(), len: 0 }
    }

    /// Takes the bodies of these leaves: always as many as a leaf may have, so that it is a few moves; the next
    /// overwrites the rest.
    pub fn take(&mut self, tree: &Tree, runs: &[Run]) {
        self.len = 0;
        for run in runs {
            let (room, first) = (self.len..self.len + LEAF, run.first as usize);
            self.x[room.clone()].copy_from_slice(&tree.xs[first..first + LEAF]);
            self.y[room].copy_from_slice(&tree.ys[first..first + LEAF]);
            self.len += (run.end - run.first) as usize;
        }
        // The last lanes are so far away that they have no force at all.
        while !self.len.is_multiple_of(LANES) {
            (self.x[self.len], self.y[self.len]) = (1e19, 0.0);
            self.len += 1;
        }
    }

    /// The force on a body at `x`, `y`. No lane depends on another, so that four are summed at a time. The
    /// limits are constants: out of any others the compiler makes four instructions instead of one.
    pub fn push(&self, x: f32, y: f32, law: Law) -> Point {
        let (x, y) = (Lanes::all(x), Lanes::all(y));
        let (nearest, most, least) = (Lanes::all(NEAREST), Lanes::all(MOST), Lanes::all(-MOST));
        let charge = Lanes::all(law.charge);
        let (mut fx, mut fy) = (Lanes::all(0.0), Lanes::all(0.0));
        let (xs, _) = self.x[..self.len].as_chunks();
        let (ys, _) = self.y[..self.len].as_chunks();
        for (&xs, &ys) in xs.iter().zip(ys) {
            let (dx, dy) = (x - Lanes::of(xs), y - Lanes::of(ys));
            let distance = (dx * dx + dy * dy).at_least(nearest);
            let strength = charge / (distance * distance.sqrt());
            fx = fx + (dx * strength).within(least, most);
            fy = fy + (dy * strength).within(least, most);
        }
        Point::new(fx.total(), fy.total())
    }
}

/// The force of many bodies in a small heap on one at `x`, `y`: of as many at one place.
pub(super) fn heap(node: &Node, x: f32, y: f32, law: Law) -> Point {
    let (dx, dy) = (x - node.x, y - node.y);
    let square = larger(dx * dx + dy * dy, NEAREST);
    let strength = law.charge / (square * square.sqrt());
    let count = (node.end - node.first) as f32;
    Point::new((dx * strength).clamp(-MOST, MOST), (dy * strength).clamp(-MOST, MOST)) * count
}
