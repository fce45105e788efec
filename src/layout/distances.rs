//! How far apart bodies are, and how far they should be: four distances at a time.

use super::{
    lanes::{LANES, Lanes},
    spans::Spans,
};
use crate::Point;

/// The places of some bodies, and the distances that their graph asks for.
pub(super) struct Distances {
    count: usize,
    places: Spans,
    /// Row by row, one over the number of hops; 0 of a body to itself and to what fills the last four.
    shares: Vec<Lanes>,
    /// One over the length of a hop with which the distances come nearest to those of the graph.
    scale: f32,
}

impl Distances {
    /// Those of a graph, of which `hops` lie between any two of so many bodies, row by row. O(n^2).
    pub fn new(hops: &[u8], count: usize) -> Self {
        let fours = count.div_ceil(LANES);
        let mut shares = vec![Lanes::all(0.0); count * fours];
        for body in 0..count {
            for other in 0..count {
                let hops = f32::from(hops[body * count + other]);
                if hops > 0.0 {
                    shares[body * fours + other / LANES].set(other % LANES, 1.0 / hops);
                }
            }
        }
        Self { count, places: Spans::new(count), shares, scale: 1.0 }
    }

    /// Takes up an arrangement. O(n^2).
    pub fn take(&mut self, points: &[Point]) {
        for (body, &at) in points.iter().enumerate() {
            self.put(body, at);
        }
        let (mut sum, mut squares) = (Lanes::all(0.0), Lanes::all(0.0));
        for (body, &at) in points.iter().enumerate() {
            for four in 0..self.places.fours() {
                let [_, hop] = self.hop(body, at, four);
                (sum, squares) = (sum + hop, squares + hop * hop);
            }
        }
        let (sum, squares) = (sum.total(), squares.total());
        self.scale = if sum > 0.0 { sum / squares } else { 1.0 };
    }

    /// Puts a body somewhere.
    pub fn put(&mut self, body: usize, at: Point) {
        self.places.set(body, at, at);
    }

    /// The stress of a body: how far its distances are from those of the graph, as the mean square of the shares. And how
    /// crowded it is there: the sum of the squares of the shares of `room` by which others are nearer. O(n).
    #[inline(never)]
    pub fn strain(&self, body: usize, at: Point, room: f32) -> (f32, f32) {
        let (one, none) = (Lanes::all(1.0), Lanes::all(0.0));
        let (scale, room) = (Lanes::all(self.scale), Lanes::all(1.0 / room));
        let (mut sum, mut crowd) = (none, none);
        for four in 0..self.places.fours() {
            let [length, hop] = self.hop(body, at, four);
            let (off, lack) = (hop * scale - one, (one - length * room).at_least(none));
            (sum, crowd) = (sum + off * off, crowd + lack * lack);
        }
        // Of itself and of what fills the last four a body is as far as can be, and itself it has nearest; that is the
        // same wherever it goes.
        let alike = LANES * self.places.fours() + 1 - self.count;
        ((sum.total() - alike as f32) / (self.count as f32 - 1.0).max(1.0), crowd.total() - 1.0)
    }

    /// The distances of a body from four others, and the lengths of hops on the way.
    fn hop(&self, body: usize, at: Point, four: usize) -> [Lanes; 2] {
        let [.., square] = self.places.ways(four, at);
        let length = square.sqrt();
        [length, length * self.shares[body * self.places.fours() + four]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_is_what_remains_at_the_best_scale() {
        // A path 0 - 1 - 2 that is bent: two hops are as long as one.
        let hops = [0, 1, 2, 1, 0, 1, 2, 1, 0];
        let points = [(0.0, 0.0), (30.0, 0.0), (0.0, 30.0)].map(|(x, y)| Point::new(x, y));
        let mut distances = Distances::new(&hops, 3);
        distances.take(&points);
        let diagonal = 30.0 * 2.0_f32.sqrt();
        // (length over hops) of each pair once; the best scale by the same sums, written out.
        let hops = [30.0, diagonal, 15.0];
        let scale = hops.iter().sum::<f32>() / hops.iter().map(|hop| hop * hop).sum::<f32>();
        let off = |hop: f32| (hop * scale - 1.0) * (hop * scale - 1.0);
        let all: f32 = (0..3).map(|body| distances.strain(body, points[body], 40.0).0).sum();
        assert!((all - hops.map(off).iter().sum::<f32>()).abs() < 1e-5, "{all}");
        assert!((distances.strain(0, points[0], 40.0).0 - f32::midpoint(off(30.0), off(15.0))).abs() < 1e-5);
        let lack = 1.0 - 30.0 / 40.0;
        assert!(
            (distances.strain(1, points[1], 40.0).1 - lack * lack).abs() < 1e-6,
            "the other is too far away"
        );
        let there = Point::new(30.0, 29.0);
        distances.put(2, there);
        assert!(distances.strain(2, there, 40.0).0 > 0.0);
    }
}
