//! Two numbers of each body in columns: four bodies are loaded at a time.

use super::lanes::{LANES, Lanes};
use super::quadtree::LEAF;
use crate::Point;

/// Behind the last body there is room for one more leaf, so that whole leaves can be loaded.
#[derive(Clone, Default)]
pub(super) struct Columns {
    pub x: Vec<f32>,
    pub y: Vec<f32>,
}

impl Columns {
    pub fn new(count: usize) -> Self {
        let room = || vec![0.0; count + LEAF];
        Self { x: room(), y: room() }
    }

    #[inline]
    pub fn at(&self, body: usize) -> Point {
        Point::new(self.x[body], self.y[body])
    }

    #[inline]
    pub fn set(&mut self, body: usize, at: Point) {
        (self.x[body], self.y[body]) = (at.x, at.y);
    }

    /// Adds to what a body has.
    #[inline]
    pub fn add(&mut self, body: usize, more: Point) {
        self.set(body, self.at(body) + more);
    }

    /// What four bodies have.
    #[inline]
    pub fn four(&self, first: usize) -> [Lanes; 2] {
        [&self.x, &self.y].map(|column| Lanes::of(column[first..first + LANES].as_chunks().0[0]))
    }

    /// Adds to what four bodies have.
    #[inline]
    pub fn add_four(&mut self, first: usize, more: [Lanes; 2]) {
        let sums = self.four(first);
        for ((column, sum), more) in [&mut self.x, &mut self.y].into_iter().zip(sums).zip(more) {
            column[first..first + LANES].copy_from_slice(&(sum + more).array());
        }
    }
}
