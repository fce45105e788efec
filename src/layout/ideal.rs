//! The distances a good arrangement would have.

use super::{
    graph::{Graph, NONE},
    wheels,
};
use crate::Point;

/// Two bodies, how far apart they should be, and how much that matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub a: u32,
    pub b: u32,
    pub distance: f32,
    /// 1 for neighbours, less with the square of the distance, more inside a wheel.
    pub weight: f32,
}

/// Room for the arcs of a spring, and for the lens of a pair with its two badges, between two circles.
pub(super) const GAP: f32 = 74.0;
pub(super) const LENS_GAP: f32 = 116.0;

/// Inside a wheel the distances are the chords of a regular polygon and count so much more.
const WHEEL_WEIGHT: f32 = 3.0;

/// The side of a wheel's polygon: the longest of its links' least distances, `unit` at least.
pub(super) fn side(graph: &Graph, wheel: &[u32], unit: f32) -> f32 {
    let mut largest: f32 = 0.0;
    for &body in wheel {
        largest = largest.max(graph.bodies[body as usize].radius);
    }
    let gap = if wheel.len() == 2 { LENS_GAP } else { GAP };
    // A ring of many would need more room than there is: its sides get shorter, never under the least.
    let many = if wheel.len() > 4 { 4.0 / wheel.len() as f32 } else { 1.0 };
    (2.0 * largest + gap).max(unit * many)
}

/// How many springs lie between any two bodies of a connected graph, row by row, 255 at most. O(n m).
pub(super) fn hops(graph: &Graph) -> Box<[u8]> {
    let count = graph.len();
    let mut rows = Vec::with_capacity(count * count);
    let mut hops = vec![NONE; count];
    for from in 0..count as u32 {
        hops.fill(NONE);
        graph.spread(from, &mut hops);
        for &hops in &hops {
            rows.push(hops.min(255) as u8);
        }
    }
    rows.into()
}

/// All pairs: `hops` times `unit`, chords inside wheels. O(n^2 + m).
pub(super) fn pairs(graph: &Graph, hops: &[u8], unit: f32) -> Vec<Pair> {
    let count = graph.len();
    let mut pairs = Vec::with_capacity(count * count / 2);
    for from in 0..count {
        for to in from + 1..count {
            let hops = f32::from(hops[from * count + to]);
            pairs.push(Pair {
                a: from as u32,
                b: to as u32,
                distance: hops * unit,
                weight: 1.0 / (hops * hops),
            });
        }
    }
    for link in &graph.links {
        let pair = &mut pairs[index(link.a, link.b, count)];
        pair.distance = pair.distance.max(link.least);
    }
    // Loops that rank first come first; where two disagree about a pair, the first has its way.
    for wheel in graph.wheels.iter().rev() {
        let step = wheels::rotation(wheel.len());
        let radius = side(graph, wheel, unit) / wheels::chord(step);
        for (place, &a) in wheel.iter().enumerate() {
            let mut turn = Point::new(1.0, 0.0);
            for &b in &wheel[place + 1..] {
                turn = wheels::times(turn, step);
                let pair = &mut pairs[index(a.min(b), a.max(b), count)];
                pair.distance = radius * wheels::chord(turn);
                pair.weight = WHEEL_WEIGHT;
            }
        }
    }
    pairs
}

/// Where [`pairs`] lists the pair `a < b`.
const fn index(a: u32, b: u32, count: usize) -> usize {
    let (a, b) = (a as usize, b as usize);
    a * count - a * (a + 1) / 2 + b - a - 1
}
