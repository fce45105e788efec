//! Small moves that make an arrangement look better: the last touch of a good hand.

use super::{score::Score, stress::Dice};
use crate::Point;

/// How an arrangement is gone over: at first far about, then ever nearer.
pub(super) struct Touch {
    /// How many times a body is taken up, over all bodies.
    pub visits: usize,
    /// How many other places it is held to in a visit.
    pub tries: usize,
    /// How far away these are at first and in the end, in units of the score.
    pub far: f32,
    pub near: f32,
}

/// Moves single bodies while that lowers the score, each as far as its `mobility` lets it.
pub(super) fn polish(score: &mut Score, mobility: &[f32], touch: &Touch) {
    // Seeded alike every time: the same arrangement is polished in the same way.
    let mut dice = Dice::new(9);
    let rounds = touch.visits.div_ceil(mobility.len());
    for round in 0..rounds {
        let left = 1.0 - round as f32 / rounds as f32;
        let reach = 2.0 * score.unit * (touch.near + (touch.far - touch.near) * left * left);
        for (body, &mobility) in mobility.iter().enumerate() {
            if mobility > 0.0 {
                visit(score, body as u32, reach * mobility, touch.tries, &mut dice);
            }
        }
    }
}

/// Puts a body at the best of some places in a square around it, if one is better than where it is.
fn visit(score: &mut Score, body: u32, reach: f32, tries: usize, dice: &mut Dice) {
    let from = score.points[body as usize];
    let (mut best, mut to) = (score.of(body, f32::INFINITY), from);
    for _ in 0..tries {
        let at = from + Point::new(dice.centred(), dice.centred()) * reach;
        let at = score.cell.hold(&score.graph.bodies[body as usize], at);
        score.put(body, at);
        let cost = score.of(body, best);
        if cost < best {
            (best, to) = (cost, at);
        }
    }
    score.put(body, to);
}
