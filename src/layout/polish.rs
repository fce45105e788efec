//! Small moves that make an arrangement look better: the last touch of a good hand.

use super::{score::Score, stress::Dice};
use crate::Point;

/// How an arrangement is gone over: at first far about, then ever nearer.
pub(super) struct Touch {
    /// How many times each body is taken up, unless it has more links than this: hubs cost the most and gain the least.
    pub rounds: usize,
    pub busiest: usize,
    /// How many other places it is held to in a visit.
    pub tries: usize,
    /// How far away these are at first and in the end, in units of the score.
    pub far: f32,
    pub near: f32,
    /// So near the middle of its neighbours is the first of them instead, if anything: that takes crossings out which
    /// near places would not. 0: none.
    pub amid: f32,
}

/// Moves single bodies while that lowers the score, each as far as its mobility lets it.
pub(super) fn polish(score: &mut Score, points: &mut [Point], touch: &Touch) {
    if touch.rounds == 0 {
        return;
    }
    score.take(points);
    // Seeded alike every time: the same arrangement is polished in the same way.
    let mut dice = Dice::new(7);
    let draft = score.draft;
    for round in 0..touch.rounds {
        for (index, body) in draft.graph.bodies.iter().enumerate() {
            if body.mobility == 0.0 || draft.graph.around[index].len() > touch.busiest {
                continue;
            }
            // The best of some places in a square around it, if one is better than where it is.
            let from = score.points[index];
            let (mut best, mut to) = (score.of(index as u32, f32::INFINITY), from);
            for turn in 0..touch.tries {
                let left = 1.0 - (round * touch.tries + turn) as f32 / (touch.rounds * touch.tries) as f32;
                let (way, reach) = match turn {
                    0 if touch.amid > 0.0 => (score.amid(index as u32) - from, touch.amid),
                    _ => (Point::default(), touch.near + (touch.far - touch.near) * left * left),
                };
                let aside = Point::new(dice.centred(), dice.centred()) * (2.0 * draft.unit * reach);
                let at = from + (way + aside) * body.mobility;
                let at = draft.cell.hold(body, at);
                score.put(index as u32, at);
                let cost = score.of(index as u32, best);
                if cost < best {
                    (best, to) = (cost, at);
                }
            }
            score.put(index as u32, to);
        }
    }
    points.copy_from_slice(&score.points);
}
