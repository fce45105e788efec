//! No circle and no label on top of another.

use super::graph::{Disc, Graph};
use crate::{Point, order, point::within};

/// Between any two circles and labels.
const AIR: f32 = 4.0;

/// The shortest way out: how `b` has to move (or `a` the other way) until circles and labels are `air`
/// apart, one conflict at a time; `None` if nothing touches.
pub(super) fn conflict(a: &Disc, at: Point, b: &Disc, bt: Point, air: f32) -> Option<Point> {
    let across = bt - at;
    let Point { x, y } = overlap(a, b, across, air);
    if x <= 0.0 || y <= 0.0 {
        return None;
    }
    let room = a.radius + b.radius + air;
    let distance = across.length();
    if distance < room {
        // Coincident bodies are parted along x: any direction serves.
        let along = if distance > 0.0 { across * (1.0 / distance) } else { Point::new(1.0, 0.0) };
        return Some(along * (room - distance));
    }
    if a.label.x > 0.0 && b.label.x > 0.0 {
        let apart = b.label_at(bt) - a.label_at(at);
        let x = a.label.x + b.label.x + air - apart.x.abs();
        let y = a.label.y + b.label.y + air - apart.y.abs();
        if x > 0.0 && y > 0.0 {
            return Some(shorter(x, y, apart));
        }
    }
    off_label(a, at, bt, b.radius + air)
        .or_else(|| off_label(b, bt, at, a.radius + air).map(|way| way * -1.0))
}

/// How far the boxes around circle and label of both reach into each other, in x and y.
fn overlap(a: &Disc, b: &Disc, across: Point, air: f32) -> Point {
    let under = if across.y < 0.0 { b.under } else { a.under };
    Point::new(a.half + b.half + air - across.x.abs(), a.radius + b.radius + under + air - across.y.abs())
}

/// A way by `x` or by `y`, whichever is shorter, to where `across` points.
fn shorter(x: f32, y: f32, across: Point) -> Point {
    if y <= x { Point::new(0.0, y.copysign(across.y)) } else { Point::new(x.copysign(across.x), 0.0) }
}

/// How a circle has to move to get off the label of a body.
fn off_label(body: &Disc, at: Point, centre: Point, radius: f32) -> Option<Point> {
    let half = body.label;
    let apart = centre - body.label_at(at);
    let out = apart - Point::new(within(apart.x, -half.x, half.x), within(apart.y, -half.y, half.y));
    let distance = out.length();
    if half.x == 0.0 || distance >= radius {
        return None;
    }
    if distance > 0.0 {
        return Some(out * ((radius - distance) / distance));
    }
    Some(Point::new(0.0, (half.y + radius - apart.y.abs()).copysign(apart.y)))
}

/// Pushes apart what overlaps, each body by its mobility, for at most `rounds` rounds; `true` when nothing
/// overlaps any more. A sweep along x: O(n log n + conflicts) a round.
pub(super) fn separate(graph: &Graph, points: &mut [Point], rounds: u32) -> bool {
    for round in 0..rounds {
        let mut lefts = Vec::with_capacity(points.len());
        for (point, body) in points.iter().zip(&graph.bodies) {
            lefts.push(point.x - (body.half + AIR));
        }
        let order = order::ascending(&lefts);
        let mut clear = true;
        // A little more than needed, growing: rounding must not leave a hair's overlap for ever.
        let over = 1.0 + round as f32 * 0.002;
        for (place, &i) in order.iter().enumerate() {
            let one = &graph.bodies[i];
            let right = points[i].x + (one.half + AIR);
            for &j in &order[place + 1..] {
                let other = &graph.bodies[j];
                let (at, to) = (points[i], points[j]);
                if to.x - (other.half + AIR) > right + AIR {
                    break;
                }
                let total = one.mobility + other.mobility;
                if total == 0.0 {
                    continue;
                }
                if let Some(mut way) = conflict(one, at, other, to, AIR) {
                    clear = false;
                    if round * 2 > rounds {
                        // Boxes apart: farther, but it cannot lead from a circle into a label and back for ever.
                        let Point { x, y } = overlap(one, other, to - at, AIR);
                        way = shorter(x, y, to - at);
                    }
                    way = way * over;
                    points[i] = at - way * (one.mobility / total);
                    points[j] = to + way * (other.mobility / total);
                }
            }
        }
        if clear {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Body;

    fn body(label_width: f32) -> Body {
        Body { radius: 10.0, label_width, label_height: 16.0, ..Body::default() }
    }

    #[test]
    fn circles_labels_and_circles_on_labels_are_conflicts() {
        let bodies = Graph::new(&[body(80.0), body(60.0), body(0.0)], &[], &[]).bodies;
        let (a, at) = (&bodies[0], Point::new(0.0, 0.0));
        // (where the other stands, whether that is a conflict, and which way it has to go)
        let table = [
            ((15.0, 0.0), true, (1.0, 0.0)),   // circle on circle
            ((70.0, 3.0), true, (1.0, 0.0)),   // label beside label
            ((30.0, 22.0), true, (1.0, 0.0)),  // its circle on our label's side
            ((0.0, -28.0), true, (0.0, -1.0)), // its label on our circle
            ((90.0, 0.0), false, (0.0, 0.0)),
            ((0.0, 60.0), false, (0.0, 0.0)),
        ];
        for ((x, y), clash, (dx, dy)) in table {
            let way = conflict(a, at, &bodies[1], Point::new(x, y), 4.0);
            assert_eq!(way.is_some(), clash, "{x},{y}");
            if let Some(way) = way {
                assert!(way.x * dx + way.y * dy >= 0.0 && way.length() > 0.0, "{x},{y}: {way:?}");
            }
        }
        let other = Point::new(30.0, -3.0);
        assert!(conflict(a, at, &bodies[2], other, 4.0).is_none(), "no label, no conflict");
    }

    #[test]
    fn a_heap_is_parted_around_what_is_held() {
        let mut points: Vec<Point> =
            (0..30_u8).map(|n| Point::new(f32::from(n % 3), f32::from(n / 7))).collect();
        let held = points[4];
        let mut bodies = vec![body(60.0); 30];
        bodies[4].pinned = Some(held);
        let graph = Graph::new(&bodies, &[], &[]);
        assert!(separate(&graph, &mut points, 300));
        assert_eq!(points[4], held);
        for a in 0..30 {
            for b in a + 1..30 {
                assert!(conflict(&graph.bodies[a], points[a], &graph.bodies[b], points[b], 3.9).is_none());
            }
        }
    }
}
