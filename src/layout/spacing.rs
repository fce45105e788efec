//! No circle and no label on top of another.

use super::{
    bend::Bend,
    graph::{COLOUR, COLOURED, Disc, Graph},
};
use crate::{Point, frame::Frame, order, point::within};

/// Between any two circles and labels.
const AIR: f32 = 5.0;

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
#[allow(clippy::inline_always, reason = "most pairs are told apart by it: a call would cost more")]
#[inline(always)]
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

/// For so many rounds at a time, by turns, boxes are pushed apart instead: farther, and with more crossings, but it cannot
/// lead from a circle into a label and back for ever.
const PATIENT: u32 = 8;

/// Pushes apart what overlaps, and off coloured arcs of others, each body by its mobility, for at most `rounds` rounds;
/// returns where something was still moved in the last of them. A sweep along x, in the order of the last time if there
/// was one: O(n log n + conflicts + coloured links x n) a round.
pub(super) fn separate(
    graph: &Graph,
    points: &mut [Point],
    rounds: u32,
    order: &mut Vec<usize>,
) -> Option<Point> {
    let (mut stuck, mut is_clear) = (None, true);
    for round in 0..rounds {
        line_up(graph, points, order);
        // Arcs take longer, and what is off them does not stay there while circles and labels are still pushed.
        if is_clear {
            stuck = uncover(graph, points);
        }
        is_clear = true;
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
                let Point { x, y } = overlap(one, other, to - at, AIR);
                if x <= 0.0 || y <= 0.0 || total == 0.0 {
                    continue;
                }
                if let Some(mut way) = conflict(one, at, other, to, AIR) {
                    stuck = Some(at);
                    is_clear = false;
                    if round & PATIENT != 0 {
                        way = shorter(x, y, to - at);
                    }
                    way = way * over;
                    points[i] = at - way * (one.mobility / total);
                    points[j] = to + way * (other.mobility / total);
                }
            }
        }
        if stuck.is_none() {
            break;
        }
    }
    stuck
}

/// Puts the bodies in the order of their left sides, equal ones as they were. They are nearly so from the time before:
/// then it is O(n).
fn line_up(graph: &Graph, points: &[Point], order: &mut Vec<usize>) {
    let mut lefts = Vec::with_capacity(points.len());
    for (point, body) in points.iter().zip(&graph.bodies) {
        lefts.push(point.x - (body.half + AIR));
    }
    if order.is_empty() {
        *order = order::ascending(&lefts);
    }
    for place in 1..order.len() {
        let mut at = place;
        while at > 0 && lefts[order[at]] < lefts[order[at - 1]] {
            order.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Between a circle and the middle of a coloured arc of others, which may have four stripes.
const BESIDE: f32 = 10.0;

/// Less by this is let be, or what stands between two arcs would never rest.
const SLACK: f32 = 3.0;

/// Moves what stands on a coloured arc that is not its own off it; returns where something did. O(coloured links x
/// bodies).
fn uncover(graph: &Graph, points: &mut [Point]) -> Option<Point> {
    let mut stuck = None;
    for &link in graph.links.iter().filter(|link| link.has(COLOURED)) {
        let bend = Bend::new(link, points);
        for (body, disc) in (0..).zip(&graph.bodies) {
            let at = &mut points[body as usize];
            let reach = disc.radius + BESIDE;
            let corner = Point::new(reach, reach);
            if !bend.frame.meets(&Frame { low: *at - corner, high: *at + corner }) {
                continue;
            }
            let gap = bend.gap(*at, link.drawn >> COLOUR);
            let lack = reach - gap.abs();
            if lack > SLACK && disc.mobility > 0.0 && !link.joins(body) {
                stuck = Some(*at);
                *at = *at + Point::new(bend.along.y, -bend.along.x) * (lack.copysign(gap) * disc.mobility);
            }
        }
    }
    stuck
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Wheel};

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
    fn what_stands_on_a_coloured_arc_of_others_is_moved_off_it() {
        let mut points =
            [(0.0, 0.0), (200.0, 0.0), (100.0, 300.0), (100.0, -30.0)].map(|(x, y)| Point::new(x, y));
        let wheel = Wheel { bodies: vec![0, 1, 2] };
        let mut bodies = vec![body(0.0); 4];
        let below = |bodies: &[Body], points: &mut [Point]| {
            let graph = Graph::new(bodies, &[], std::slice::from_ref(&wheel));
            separate(&graph, points, 50, &mut Vec::new());
            // The arc from 0 to 1 bulges upwards by 36.
            (points[3] - Point::new(100.0, -36.0)).length() < 10.0
        };
        bodies[3].pinned = Some(points[3]);
        assert!(below(&bodies, &mut points), "what is pinned stays");
        bodies[3].pinned = None;
        assert!(!below(&bodies, &mut points), "{points:?}");
        assert!(points[3].y > -36.0, "to the side on which it was");
    }

    #[test]
    fn a_heap_is_parted_around_what_is_held() {
        for count in [5, 10, 20, 30, 40_u8] {
            let mut points: Vec<Point> =
                (0..count).map(|n| Point::new(f32::from(n % 3), f32::from(n / 7))).collect();
            let held = points[4];
            let mut bodies = vec![body(60.0); usize::from(count)];
            bodies[4].pinned = Some(held);
            let graph = Graph::new(&bodies, &[], &[]);
            assert_eq!(separate(&graph, &mut points, 300, &mut Vec::new()), None, "{count}");
            assert_eq!(points[4], held);
            for a in 0..usize::from(count) {
                for b in a + 1..usize::from(count) {
                    let left = conflict(&graph.bodies[a], points[a], &graph.bodies[b], points[b], 3.9);
                    assert_eq!(left, None, "{a} and {b} of {count}");
                }
            }
        }
    }

    #[test]
    fn where_it_is_stuck_is_said() {
        // Two that are held on each other, and one that is free.
        let mut points = [(0.0, 0.0), (300.0, 0.0), (310.0, 0.0)].map(|(x, y)| Point::new(x, y));
        let mut bodies = vec![body(0.0); 3];
        (bodies[1].pinned, bodies[2].pinned) = (Some(points[1]), Some(points[2]));
        let graph = Graph::new(&bodies, &[], &[]);
        assert_eq!(
            separate(&graph, &mut points, 8, &mut Vec::new()),
            None,
            "nothing can be done about these"
        );
        points[0] = points[1];
        let stuck = separate(&graph, &mut points, 1, &mut Vec::new());
        assert!(stuck.is_some_and(|at| (at - points[1]).length() < 30.0), "{stuck:?}");
    }
}
