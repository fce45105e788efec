//! No circle and no label on top of another.

use super::{Body, graph::Graph};
use crate::Point;

/// From a circle to its label.
pub(super) const LABEL_GAP: f32 = 2.0;

/// Between any two circles and labels.
const AIR: f32 = 4.0;

/// An upright box: the label of a body.
#[derive(Clone, Copy)]
pub(super) struct Label {
    pub centre: Point,
    pub half: Point,
}

/// The label's box of a body at a place; `None` if it has none.
pub(super) fn label(body: &Body, at: Point) -> Option<Label> {
    let half = Point::new(body.label_width / 2.0, body.label_height / 2.0);
    let below = body.radius + LABEL_GAP + half.y;
    (half.x > 0.0 && half.y > 0.0).then(|| Label { centre: at + Point::new(0.0, below), half })
}

/// The shortest way out: how `b` has to move (or `a` the other way) until circles and labels are `air`
/// apart, one conflict at a time; `None` if nothing touches.
pub(super) fn conflict(a: &Body, at: Point, b: &Body, bt: Point, air: f32) -> Option<Point> {
    let across = bt - at;
    let wide = a.radius.max(a.label_width / 2.0) + b.radius.max(b.label_width / 2.0) + air;
    let high = a.radius + b.radius + LABEL_GAP + a.label_height.max(b.label_height) + air;
    if across.x.abs() >= wide || across.y.abs() >= high {
        return None;
    }
    let room = a.radius + b.radius + air;
    let distance = across.length();
    if distance < room {
        // Coincident bodies are parted along x: any direction serves.
        let along = if distance > 0.0 { across * (1.0 / distance) } else { Point::new(1.0, 0.0) };
        return Some(along * (room - distance));
    }
    let (la, lb) = (label(a, at), label(b, bt));
    if let (Some(la), Some(lb)) = (la, lb) {
        let apart = lb.centre - la.centre;
        let x = la.half.x + lb.half.x + air - apart.x.abs();
        let y = la.half.y + lb.half.y + air - apart.y.abs();
        if x > 0.0 && y > 0.0 {
            return Some(if y <= x {
                Point::new(0.0, y.copysign(apart.y))
            } else {
                Point::new(x.copysign(apart.x), 0.0)
            });
        }
    }
    let under = la.and_then(|label| out_of(label, bt, b.radius + air));
    under.or_else(|| lb.and_then(|label| out_of(label, at, a.radius + air)).map(|way| way * -1.0))
}

/// How a circle has to move to get off a label.
fn out_of(label: Label, centre: Point, radius: f32) -> Option<Point> {
    let apart = centre - label.centre;
    let near =
        Point::new(apart.x.clamp(-label.half.x, label.half.x), apart.y.clamp(-label.half.y, label.half.y));
    let out = apart - near;
    let distance = out.length();
    if distance >= radius {
        return None;
    }
    if distance > 0.0 {
        return Some(out * ((radius - distance) / distance));
    }
    Some(Point::new(0.0, (label.half.y + radius - apart.y.abs()).copysign(apart.y)))
}

/// Pushes apart what overlaps, each body by its `mobility`, for at most `rounds` rounds; `true` when
/// nothing overlaps any more. A sweep along x: O(n log n + conflicts) a round.
pub(super) fn separate(graph: &Graph, points: &mut [Point], mobility: &[f32], rounds: u32) -> bool {
    let mut order: Vec<u32> = (0..points.len() as u32).collect();
    let reach = |body: u32| {
        let body = &graph.bodies[body as usize];
        body.radius.max(body.label_width / 2.0) + AIR
    };
    for round in 0..rounds {
        order.sort_by(|&a, &b| {
            let left = |body: u32| points[body as usize].x - reach(body);
            left(a).total_cmp(&left(b)).then(a.cmp(&b))
        });
        let mut clear = true;
        // A little more than needed, growing: rounding must not leave a hair's overlap for ever.
        let over = 1.0 + round as f32 * 0.002;
        for (place, &a) in order.iter().enumerate() {
            let right = points[a as usize].x + reach(a);
            for &b in &order[place + 1..] {
                let (i, j) = (a as usize, b as usize);
                if points[j].x - reach(b) > right + AIR {
                    break;
                }
                let total = mobility[i] + mobility[j];
                if total == 0.0 {
                    continue;
                }
                let (one, other) = (&graph.bodies[i], &graph.bodies[j]);
                if let Some(way) = conflict(one, points[i], other, points[j], AIR) {
                    clear = false;
                    let way = way * over;
                    points[i] = points[i] - way * (mobility[i] / total);
                    points[j] = points[j] + way * (mobility[j] / total);
                }
            }
        }
        if clear {
            return true;
        }
    }
    false
}
