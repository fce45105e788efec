//! What pushes bodies from nearby, one by one: nothing but this sees the cut at small distances.

use super::columns::Columns;
use super::lanes::{LANES, Lanes};
use super::quadtree::{LEAF, Node, Spot, Tree};
use super::repulsion::{Law, MOST};
use crate::{Point, point::larger};

/// Nearer than the root of this, bodies count as so near. Keeps a body from itself, too: it is at distance zero.
const NEAREST: f32 = 1e-12;

/// Bodies one by one, in columns, and what pushes them.
#[derive(Clone, Default)]
pub(super) struct Near {
    places: Columns,
    pushes: Columns,
    len: usize,
}

impl Near {
    pub fn new(count: usize) -> Self {
        let room = || Columns::new(count + LANES);
        Self { places: room(), pushes: room(), len: 0 }
    }

    /// Takes the bodies of these leaves: always as many as a leaf may have, so that it is a few moves; the next
    /// overwrites the rest.
    pub fn take(&mut self, tree: &Tree, leaves: impl Iterator<Item = Node>) {
        self.len = 0;
        for leaf in leaves {
            let (room, first) = (self.len..self.len + LEAF, leaf.first as usize);
            self.places.x[room.clone()].copy_from_slice(&tree.places.x[first..first + LEAF]);
            self.places.y[room].copy_from_slice(&tree.places.y[first..first + LEAF]);
            self.len += leaf.count();
        }
        // The last lanes are so far away that they have no force at all.
        while !self.len.is_multiple_of(LANES) {
            self.places.set(self.len, Point::new(1e19, 0.0));
            self.len += 1;
        }
        // And what stands behind them, as it is loaded.
        self.pushes.x[..self.len + LEAF].fill(0.0);
        self.pushes.y[..self.len + LEAF].fill(0.0);
    }

    /// The force on a body, and its opposite on all that push it. No lane depends on another, so that four
    /// are summed at a time. The limits are constants: out of any others the compiler makes four instructions instead
    /// of one.
    pub fn push(&mut self, at: Point, law: Law) -> Point {
        let (x, y) = (Lanes::all(at.x), Lanes::all(at.y));
        let (nearest, most, least) = (Lanes::all(NEAREST), Lanes::all(MOST), Lanes::all(-MOST));
        let charge = Lanes::all(law.charge);
        let (mut fx, mut fy) = (Lanes::all(0.0), Lanes::all(0.0));
        let (xs, _) = self.places.x[..self.len].as_chunks();
        let (ys, _) = self.places.y[..self.len].as_chunks();
        let (theirs_x, _) = self.pushes.x[..self.len].as_chunks_mut();
        let (theirs_y, _) = self.pushes.y[..self.len].as_chunks_mut();
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
    pub fn give(&self, leaves: impl Iterator<Item = Node>, forces: &mut Columns) {
        let mut from = 0;
        for leaf in leaves {
            for four in (0..LEAF).step_by(LANES) {
                let ones = Lanes::ones(leaf.count().saturating_sub(four));
                let [x, y] = self.pushes.four(from + four);
                forces.add_four(leaf.first as usize + four, [x * ones, y * ones]);
            }
            from += leaf.count();
        }
    }
}

/// The force of many bodies in a small heap on one at `to`, for each of them: of as many at one place.
pub(super) fn heap(at: &Spot, to: Point, law: Law) -> Point {
    let (dx, dy) = (to.x - at.x, to.y - at.y);
    let square = larger(dx * dx + dy * dy, NEAREST);
    let strength = law.charge / (square * square.sqrt());
    Point::new((dx * strength).clamp(-MOST, MOST), (dy * strength).clamp(-MOST, MOST))
}
