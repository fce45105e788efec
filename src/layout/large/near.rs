//! What pushes bodies from nearby, one by one: nothing but this sees the cut at small distances.

use super::lanes::{LANES, Lanes};
use super::quadtree::{LEAF, Node, Spot, Tree};
use super::repulsion::{Law, MOST};
use crate::{Point, point::larger};

/// Nearer than the root of this, bodies count as so near. Keeps a body from itself, too: it is at distance zero.
const NEAREST: f32 = 1e-12;

/// Bodies one by one, in columns, and what pushes them.
#[derive(Clone, Default)]
pub(super) struct Near {
    x: Vec<f32>,
    y: Vec<f32>,
    fx: Vec<f32>,
    fy: Vec<f32>,
    len: usize,
}

impl Near {
    pub fn new(count: usize) -> Self {
        let room = || vec![0.0; count + LEAF + LANES];
        Self { x: room(), y: room(), fx: room(), fy: room(), len: 0 }
    }

    /// Takes the bodies of these leaves: always as many as a leaf may have, so that it is a few moves; the next
    /// overwrites the rest.
    pub fn take(&mut self, tree: &Tree, leaves: impl Iterator<Item = Node>) {
        self.len = 0;
        for leaf in leaves {
            let (room, first) = (self.len..self.len + LEAF, leaf.first as usize);
            self.x[room.clone()].copy_from_slice(&tree.xs[first..first + LEAF]);
            self.y[room].copy_from_slice(&tree.ys[first..first + LEAF]);
            self.len += leaf.count();
        }
        // The last lanes are so far away that they have no force at all.
        while !self.len.is_multiple_of(LANES) {
            (self.x[self.len], self.y[self.len]) = (1e19, 0.0);
            self.len += 1;
        }
        self.fx[..self.len].fill(0.0);
        self.fy[..self.len].fill(0.0);
    }

    /// The force on a body at `x`, `y`, and its opposite on all that push it. No lane depends on another, so that four
    /// are summed at a time. The limits are constants: out of any others the compiler makes four instructions instead
    /// of one.
    pub fn push(&mut self, x: f32, y: f32, law: Law) -> Point {
        let (x, y) = (Lanes::all(x), Lanes::all(y));
        let (nearest, most, least) = (Lanes::all(NEAREST), Lanes::all(MOST), Lanes::all(-MOST));
        let charge = Lanes::all(law.charge);
        let (mut fx, mut fy) = (Lanes::all(0.0), Lanes::all(0.0));
        let (xs, _) = self.x[..self.len].as_chunks();
        let (ys, _) = self.y[..self.len].as_chunks();
        let (theirs_x, _) = self.fx[..self.len].as_chunks_mut();
        let (theirs_y, _) = self.fy[..self.len].as_chunks_mut();
        let theirs = theirs_x.iter_mut().zip(theirs_y);
        for ((&xs, &ys), (theirs_x, theirs_y)) in xs.iter().zip(ys).zip(theirs) {
            let (dx, dy) = (x - Lanes::of(xs), y - Lanes::of(ys));
            let distance = (dx * dx + dy * dy).at_least(nearest);
            let strength = charge / (distance * distance.sqrt());
            let (px, py) = ((dx * strength).within(least, most), (dy * strength).within(least, most));
            (fx, fy) = (fx + px, fy + py);
            *theirs_x = (Lanes::of(*theirs_x) - px).array();
            *theirs_y = (Lanes::of(*theirs_y) - py).array();
        }
        Point::new(fx.total(), fy.total())
    }

    /// Gives the bodies of these leaves, which are those taken, what pushed them.
    pub fn give(&self, leaves: impl Iterator<Item = Node>, forces: &mut [Point]) {
        let mut from = 0;
        for leaf in leaves {
            let bodies = leaf.first as usize..leaf.end as usize;
            let until = from + bodies.len();
            let theirs = self.fx[from..until].iter().zip(&self.fy[from..until]);
            for (force, (&x, &y)) in forces[bodies].iter_mut().zip(theirs) {
                *force = *force + Point::new(x, y);
            }
            from = until;
        }
    }
}

/// The force of many bodies in a small heap on one at `x`, `y`, for each of them: of as many at one place.
pub(super) fn heap(at: &Spot, x: f32, y: f32, law: Law) -> Point {
    let (dx, dy) = (x - at.x, y - at.y);
    let square = larger(dx * dx + dy * dy, NEAREST);
    let strength = law.charge / (square * square.sqrt());
    Point::new((dx * strength).clamp(-MOST, MOST), (dy * strength).clamp(-MOST, MOST))
}
