//! No circle and no label on top of another.

use super::{Body, graph::Graph};
use crate::{Point, order, point::within};

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
    let near = Point::new(
        within(apart.x, -label.half.x, label.half.x),
        within(apart.y, -label.half.y, label.half.y),
    );
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

/// How `b` has to move until the boxes around circle and label of both are apart. Farther than the shortest
/// way out, but it cannot lead from a circle into a label and back for ever.
fn apart(a: &Body, at: Point, b: &Body, bt: Point) -> Point {
    let wide = |body: &Body| body.radius.max(body.label_width / 2.0);
    let label = |body: &Body| if body.label_height > 0.0 { LABEL_GAP + body.label_height } else { 0.0 };
    let across = bt - at;
    let x = wide(a) + wide(b) + AIR - across.x.abs();
    let above = if across.y < 0.0 { label(b) } else { label(a) };
    let y = a.radius + b.radius + above + AIR - across.y.abs();
    if y <= x { Point::new(0.0, y.copysign(across.y)) } else { Point::new(x.copysign(across.x), 0.0) }
}

/// Pushes apart what overlaps, each body by its `mobility`, for at most `rounds` rounds; `true` when
/// nothing overlaps any more. A sweep along x: O(n log n + conflicts) a round.
pub(super) fn separate(graph: &Graph, points: &mut [Point], mobility: &[f32], rounds: u32) -> bool {
    let reaches: Vec<f32> =
        graph.bodies.iter().map(|body| body.radius.max(body.label_width / 2.0) + AIR).collect();
    for round in 0..rounds {
        let lefts: Vec<f32> = points.iter().zip(&reaches).map(|(point, reach)| point.x - reach).collect();
        let order = order::places(lefts.len(), &|a, b| lefts[a].total_cmp(&lefts[b]));
        let mut clear = true;
        // A little more than needed, growing: rounding must not leave a hair's overlap for ever.
        let over = 1.0 + round as f32 * 0.002;
        for (place, &i) in order.iter().enumerate() {
            let right = points[i].x + reaches[i];
            for &j in &order[place + 1..] {
                if points[j].x - reaches[j] > right + AIR {
                    break;
                }
                let total = mobility[i] + mobility[j];
                if total == 0.0 {
                    continue;
                }
                let (one, other) = (&graph.bodies[i], &graph.bodies[j]);
                if let Some(way) = conflict(one, points[i], other, points[j], AIR) {
                    clear = false;
                    let way = if round * 2 > rounds { apart(one, points[i], other, points[j]) } else { way };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn body(label_width: f32) -> Body {
        Body { radius: 10.0, label_width, label_height: 16.0, ..Body::default() }
    }

    #[test]
    fn circles_labels_and_circles_on_labels_are_conflicts() {
        let (a, at) = (body(80.0), Point::new(0.0, 0.0));
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
            let way = conflict(&a, at, &body(60.0), Point::new(x, y), 4.0);
            assert_eq!(way.is_some(), clash, "{x},{y}");
            if let Some(way) = way {
                assert!(way.x * dx + way.y * dy >= 0.0 && way.length() > 0.0, "{x},{y}: {way:?}");
            }
        }
        assert!(conflict(&a, at, &body(0.0), Point::new(30.0, -3.0), 4.0).is_none(), "no label, no conflict");
    }

    #[test]
    fn a_heap_is_parted_around_what_is_held() {
        let bodies = vec![body(60.0); 30];
        let graph = Graph::new(&bodies, &[], &[]);
        let mut points: Vec<Point> =
            (0..30_u8).map(|n| Point::new(f32::from(n % 3), f32::from(n / 7))).collect();
        let held = points[4];
        let mobility: Vec<f32> = (0..30).map(|n| if n == 4 { 0.0 } else { 1.0 }).collect();
        assert!(separate(&graph, &mut points, &mobility, 300));
        assert_eq!(points[4], held);
        for a in 0..30 {
            for b in a + 1..30 {
                assert!(conflict(&bodies[a], points[a], &bodies[b], points[b], 3.9).is_none());
            }
        }
    }
}
