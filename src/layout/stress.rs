//! Stress by stochastic gradient descent: Zheng, Pawar and Goodman, "Graph drawing by stochastic gradient
//! descent", IEEE TVCG 25 (2019). Deterministic: the order comes from a fixed generator.

use super::{draft::Draft, ideal::Pair, wheels};
use crate::{Point, point::smaller};

/// How many rounds: few, for one start of several that are settled afterwards, and many, for the only one. One more than a
/// power of two, so that the step sizes' ratio is a repeated square root.
pub(super) const QUICK: u32 = 9;
pub(super) const THOROUGH: u32 = 33;

/// The smallest step relative to the smallest weight's largest: where the arrangement stops moving.
const LAST_STEP: f32 = 0.2;

/// A fixed linear congruential generator (Knuth's MMIX): the same numbers everywhere.
pub(super) struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    const fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }

    /// Below `bound`, which is above 0.
    pub const fn below(&mut self, bound: usize) -> usize {
        self.next() as usize % bound
    }

    /// From -0.5 to 0.5.
    pub const fn centred(&mut self) -> f32 {
        (self.next() >> 7) as f32 / 16_777_216.0 - 0.5
    }
}

/// Moves `points` so that the pairs' distances come near their ideals, and the wheels turn clockwise.
///
/// Each body moves by its mobility; those that have been shown before want to stay. O(pairs) a round. Returns the stress
/// that was met in the last round: the weighted squares of what the distances were off.
pub(super) fn descend(
    draft: &Draft,
    pairs: &mut [Pair],
    points: &mut [Point],
    dice: &mut Dice,
    rounds: u32,
) -> f32 {
    let bodies = &draft.graph.bodies;
    let mut least: f32 = 1.0;
    for last in (0..pairs.len()).rev() {
        pairs.swap(last, dice.below(last + 1));
        least = smaller(least, pairs[last].weight);
    }
    let mut ratio = LAST_STEP * least;
    for _ in 0..(rounds - 1).trailing_zeros() {
        ratio = ratio.sqrt();
    }
    let mut step = 1.0 / least;
    let mut stress = 0.0;
    for round in 0..rounds {
        stress = 0.0;
        for pair in &*pairs {
            let (a, b) = (pair.a as usize, pair.b as usize);
            let (one, other) = (bodies[a].mobility, bodies[b].mobility);
            let across = points[b] - points[a];
            let distance = across.length();
            let off = distance - pair.distance;
            stress += pair.weight * off * off;
            let pull = smaller(pair.weight * step, 1.0) * off;
            // Coincident bodies are parted along x: any direction serves.
            let along = if distance > 0.0 { across * (pull / distance) } else { Point::new(pull, 0.0) };
            points[a] = points[a] + along * (one * (1.0 - 0.5 * other));
            points[b] = points[b] - along * (other * (1.0 - 0.5 * one));
        }
        if !draft.placed {
            wheels::face(points, &draft.graph.wheels);
        }
        for wheel in &draft.graph.wheels {
            draft.round(points, wheel, if round + 3 < rounds { 0.3 } else { 0.6 });
        }
        draft.keep(points);
        step *= ratio;
    }
    stress
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring, components::Cell, graph::Graph, ideal};

    #[test]
    fn a_path_is_drawn_as_long_as_it_is() {
        // 0 - 1 - 2 - 3 - 4, all started at one place.
        let springs: Vec<Spring> = (0..4).map(|a| Spring { a, b: a + 1 }).collect();
        let graph = Graph::new(&vec![Body::default(); 5], &springs, &[]);
        let mut pairs = ideal::pairs(&graph, &ideal::hops(&graph), 100.0);
        let cell = Cell { centre: Point::default(), size: Point::new(400.0, 400.0) };
        let mut points = vec![Point::new(7.0, 7.0); 5];
        let mut dice = Dice::new(1);
        points[2].y += 1.0;
        descend(&Draft::new(graph, cell, false), &mut pairs, &mut points, &mut dice, THOROUGH);
        let end = (points[4] - points[0]).length();
        assert!((end - 400.0).abs() < 20.0, "{end}");
    }

    #[test]
    fn dice_are_even() {
        let mut dice = Dice::new(3);
        let mean = (0..1000).map(|_| dice.centred()).sum::<f32>() / 1000.0;
        assert!(mean.abs() < 0.05, "{mean}");
        assert!((0..100).all(|_| dice.below(3) < 3));
    }
}
