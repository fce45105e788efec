//! Small moves that make an arrangement look better: the last touch of a good hand.

use super::{components::Cell, score::Score};
use crate::{Point, order};

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
/// Only the `most` bodies whose places are worst try.
pub(super) fn polish(score: &mut Score, mobility: &[f32], steps: &[f32], most: usize) {
    // A hub's cost is spread over its many links, and it is dear to move: others first.
    let judge = |score: &Score, body: u32| {
        let links = score.graph.links_of(body).len();
        score.of(body, f32::INFINITY) / (links + 2) as f32
    };
    let movable = (0..mobility.len() as u32).filter(|&body| mobility[body as usize] > 0.0);
    let judged: Vec<(f32, u32)> = movable.map(|body| (judge(score, body), body)).collect();
    let order = order::places(judged.len(), &|a, b| judged[b].0.total_cmp(&judged[a].0));
    for &step in steps {
        for body in order.iter().take(most).map(|&place| judged[place].1) {
            let from = score.points[body as usize];
            let places = AROUND.map(|way| from + way * (step * score.unit));
            try_places(score, body, places.into_iter());
        }
    }
}

/// Puts a body at the best of these places (held inside the cell), if one is better than where it is.
fn try_places(score: &mut Score, body: u32, places: impl Iterator<Item = Point>) {
    let (mut best, mut to) = (score.of(body, f32::INFINITY), score.points[body as usize]);
    for place in places {
        let at = score.cell.hold(&score.graph.bodies[body as usize], place);
        score.put(body, at);
        let cost = score.of(body, best);
        if cost < best {
            (best, to) = (cost, at);
        }
    }
    score.put(body, to);
}

/// Lets each body jump to the best place of a grid over the cell while that lowers the score.
pub(super) fn jump(score: &mut Score, mobility: &[f32]) {
    let Cell { centre, width, height } = score.cell;
    let (columns, rows) = if width > height { (6, 4) } else { (4, 6) };
    for body in (0..mobility.len() as u32).filter(|&body| mobility[body as usize] == 1.0) {
        let places = (0..columns * rows).map(|place| {
            let x = ((place % columns) as f32 + 0.5) / columns as f32 - 0.5;
            let y = ((place / columns) as f32 + 0.5) / rows as f32 - 0.5;
            centre + Point::new(x * width, y * height)
        });
        try_places(score, body, places);
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
