//! Small moves that make an arrangement look better: the last touch of a good hand.

use super::score::Score;
use crate::Point;

/// Eight directions.
const AROUND: [Point; 8] = {
    let h = std::f32::consts::FRAC_1_SQRT_2;
    [
        Point::new(1.0, 0.0),
        Point::new(-1.0, 0.0),
        Point::new(0.0, 1.0),
        Point::new(0.0, -1.0),
        Point::new(h, h),
        Point::new(-h, -h),
        Point::new(h, -h),
        Point::new(-h, h),
    ]
};

/// Moves single bodies while that lowers the score, with steps of these lengths (in units of the score).
/// At most `trials` places are tried.
pub(super) fn polish(score: &mut Score, mobility: &[f32], steps: &[f32], mut trials: u32) {
    for &step in steps {
        for body in (0..mobility.len() as u32).filter(|&body| mobility[body as usize] > 0.0) {
            let from = score.points[body as usize];
            let (mut best, mut to) = (score.of(body, f32::INFINITY), from);
            for way in AROUND {
                if trials == 0 {
                    break;
                }
                trials -= 1;
                let at = score.cell.hold(&score.graph.bodies[body as usize], from + way * (step * score.unit));
                score.put(body, at);
                let cost = score.of(body, best);
                if cost < best {
                    (best, to) = (cost, at);
                }
            }
            score.put(body, to);
        }
    }
}

/// Lets each body jump to the best place of a grid over the cell while that lowers the score.
pub(super) fn jump(score: &mut Score, mobility: &[f32], columns: u32, rows: u32) {
    for body in (0..mobility.len() as u32).filter(|&body| mobility[body as usize] == 1.0) {
        let (mut best, mut to) = (score.of(body, f32::INFINITY), score.points[body as usize]);
        for place in 0..columns * rows {
            let share = Point::new(
                ((place % columns) as f32 + 0.5) / columns as f32 - 0.5,
                ((place / columns) as f32 + 0.5) / rows as f32 - 0.5,
            );
            let at = score.cell.centre + Point::new(share.x * score.cell.width, share.y * score.cell.height);
            score.put(body, at);
            let cost = score.of(body, best);
            if cost < best {
                (best, to) = (cost, at);
            }
        }
        score.put(body, to);
    }
}

/// Lets pairs of bodies trade places while that lowers the score. O(n^2) trials.
pub(super) fn trade(score: &mut Score, mobility: &[f32]) {
    let free: Vec<u32> = (0..mobility.len() as u32).filter(|&body| mobility[body as usize] == 1.0).collect();
    for (place, &a) in free.iter().enumerate() {
        for &b in &free[place + 1..] {
            let (at, bt) = (score.points[a as usize], score.points[b as usize]);
            let before = score.of(a, f32::INFINITY) + score.of(b, f32::INFINITY);
            score.put(a, bt);
            score.put(b, at);
            let first = score.of(a, before);
            if first >= before || first + score.of(b, before - first) >= before {
                score.put(a, at);
                score.put(b, bt);
            }
        }
    }
}
