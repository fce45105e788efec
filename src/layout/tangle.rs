//! How tangled an arrangement is: enough to tell good starts from bad ones.

use super::{bend::crosses, draft::Draft, weights, wheels};
use crate::{Point, frame::Frame};

/// A crossing, and a wheel that is a line: one that is folded over moves many others.
const CROSSING: f32 = 100.0;
const WHEEL: f32 = 1000.0;

/// How far the distances of an arrangement are from those of the graph, of every two bodies.
pub(super) struct Hops {
    /// How many pairs there are, their lengths for a hop, and the squares of these.
    pairs: f32,
    sum: f32,
    squares: f32,
}

impl Hops {
    /// Measures them. O(n^2).
    pub fn new(draft: &Draft, points: &[Point]) -> Self {
        let (mut sum, mut squares) = (0.0, 0.0);
        let count = points.len();
        for (body, &at) in points.iter().enumerate() {
            let row = &draft.hops[body * count..][..body];
            for (&other, &hops) in points.iter().zip(row) {
                let length = (other - at).length() / f32::from(hops);
                sum += length;
                squares += length * length;
            }
        }
        Self { pairs: (count * count.saturating_sub(1) / 2) as f32, sum, squares }
    }

    /// The length of a hop with which the distances come nearest to those of the graph.
    pub fn usual(&self) -> f32 {
        if self.sum > 0.0 { self.squares / self.sum } else { 1.0 }
    }

    /// By which part of themselves the distances are off with that length: the squares, summed.
    fn off(&self) -> f32 {
        self.pairs - self.sum / self.usual()
    }
}

/// The stress of an arrangement, how far its wheels are from round, and the crossings of its links, taken for straight.
/// O(n^2 + m^2).
pub(super) fn tangle(draft: &Draft, points: &[Point]) -> f32 {
    let count = points.len() as f32;
    let strain = weights::of(points.len()).strain / (count - 1.0).max(1.0);
    let mut cost = 2.0 * strain * Hops::new(draft, points).off();
    for wheel in &draft.graph.wheels {
        cost -= WHEEL * wheels::roundness(points, wheel);
    }
    let links = &draft.graph.links;
    let mut frames: Vec<Frame> = Vec::with_capacity(links.len());
    for link in links {
        let (a, b) = (points[link.a as usize], points[link.b as usize]);
        let mut frame = Frame { low: a, high: a };
        frame.take(b);
        for (before, other) in frames.iter().zip(links) {
            if before.meets(&frame)
                && !other.joins(link.a)
                && !other.joins(link.b)
                && crosses(a, b, points[other.a as usize], points[other.b as usize])
            {
                cost += CROSSING;
            }
        }
        frames.push(frame);
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring, Wheel, components::Cell, graph::Graph};

    fn draft(count: usize, springs: &[(u32, u32)], wheels: &[Wheel]) -> Draft {
        let springs: Vec<Spring> = springs.iter().map(|&(a, b)| Spring { a, b }).collect();
        let cell = Cell { centre: Point::default(), size: Point::new(400.0, 400.0) };
        Draft::new(Graph::new(&vec![Body::default(); count], &springs, wheels), cell, false)
    }

    #[test]
    fn stress_is_what_remains_at_the_best_scale() {
        // A path 0 - 1 - 2 that is bent: two hops are as long as one.
        let points = [(0.0, 0.0), (30.0, 0.0), (0.0, 30.0)].map(|(x, y)| Point::new(x, y));
        let found = Hops::new(&draft(3, &[(0, 1), (1, 2)], &[]), &points);
        // (length over hops) of each pair once; the best scale by the same sums, written out.
        let hops = [30.0, 30.0 * 2.0_f32.sqrt(), 15.0];
        let usual = hops.iter().map(|hop| hop * hop).sum::<f32>() / hops.iter().sum::<f32>();
        let off: f32 = hops.iter().map(|hop| (hop / usual - 1.0) * (hop / usual - 1.0)).sum();
        assert!((found.usual() - usual).abs() < 1e-4, "{}", found.usual());
        assert!((found.off() - off).abs() < 1e-5, "{}", found.off());
    }

    #[test]
    fn a_crossing_costs_something_beside_the_stress() {
        // A path 0 - 1 - 2 - 3 along the sides of a square, and along two diagonals and the side between them.
        let draft = draft(4, &[(0, 1), (1, 2), (2, 3)], &[]);
        let cost = |corners: [(f32, f32); 4]| {
            let points = corners.map(|(x, y)| Point::new(x, y));
            let strain = 2.0 * weights::of(4).strain / 3.0 * Hops::new(&draft, &points).off();
            tangle(&draft, &points) - strain
        };
        assert_eq!(cost([(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)]), 0.0);
        assert_eq!(cost([(0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)]).round(), CROSSING);
    }

    #[test]
    fn a_wheel_that_is_folded_over_costs_more_than_a_crossing() {
        let draft = draft(3, &[(0, 1), (1, 2), (0, 2)], &[Wheel { bodies: vec![0, 1, 2] }]);
        // Clockwise on the screen, and its mirror image.
        let round = [(0.0, 0.0), (50.0, 87.0), (-50.0, 87.0)].map(|(x, y)| Point::new(x, y));
        let folded = round.map(|point| Point::new(-point.x, point.y));
        assert!(tangle(&draft, &folded) > tangle(&draft, &round) + 10.0 * CROSSING);
    }
}
