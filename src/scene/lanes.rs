//! Which coloured loops run along a link, and in which order, from the right (inner) lane to the left.
//!
//! As on a metro map, one order of all loops holds everywhere, so that a loop keeps its lane through a company
//! and lines that run together do not swap. It is chosen so that a loop that turns off to the right runs on the
//! right: lines then part without crossing.

use super::{Drawing, Ring};
use crate::Point;

/// All loops, from right to left: neighbours swap while that saves a crossing.
///
/// O(l³ n²) for l loops of n links: l is at most nine.
pub(super) fn order(drawing: &Drawing) -> Vec<u32> {
    let mut order: Vec<u32> = (0..drawing.loops.len() as u32).collect();
    let cost = |right: u32, left: u32| {
        crossings(drawing, &drawing.loops[right as usize], &drawing.loops[left as usize])
    };
    // As many rounds as there are loops bring any loop to any place; preferences that go round in a circle
    // must not keep this going.
    for _ in 0..order.len() {
        for at in 1..order.len() {
            if cost(order[at], order[at - 1]) < cost(order[at - 1], order[at]) {
                order.swap(at - 1, at);
            }
        }
    }
    order
}

/// The loops on a link, in their order; loops and links are indices of the drawing.
pub(super) fn on(drawing: &Drawing, order: &[u32], link: u32) -> Vec<u32> {
    let mut lanes = Vec::new();
    for &ring in order {
        if drawing.loops[ring as usize].links.contains(&link) {
            lanes.push(ring);
        }
    }
    lanes
}

/// How often the lines cross where they part or join, if the first keeps to the right of the second.
fn crossings(drawing: &Drawing, right: &Ring, left: &Ring) -> u32 {
    let mut crossings = 0;
    for (i, &link) in right.links.iter().enumerate() {
        let Some(j) = left.links.iter().position(|&other| other == link) else { continue };
        let Some(ends) = ends(drawing, link) else { continue };
        for is_end in [true, false] {
            let turn = |ring, at| turning(drawing, ring, at, ends, is_end);
            crossings += u32::from(turn(right, i) < turn(left, j));
        }
    }
    crossings
}

/// How far to the right a loop turns at the end of one of its links; or, at its beginning, from how far on the
/// right it comes.
fn turning(
    drawing: &Drawing,
    ring: &Ring,
    at: usize,
    (from, to): (Point, Point),
    is_end: bool,
) -> Option<f32> {
    let count = ring.links.len();
    let way = (to - from).unit();
    if is_end {
        let (_, target) = ends(drawing, ring.links[(at + 1) % count])?;
        Some(turn(way, (target - to).unit(), 2.0))
    } else {
        let (source, _) = ends(drawing, ring.links[(at + count - 1) % count])?;
        Some(-turn(way * -1.0, (source - from).unit(), -2.0))
    }
}

fn ends(drawing: &Drawing, link: u32) -> Option<(Point, Point)> {
    let link = drawing.links.get(link as usize)?;
    Some((drawing.nodes.get(link.from as usize)?.at, drawing.nodes.get(link.to as usize)?.at))
}

/// How far a way turns to the right (positive) or left, growing with the angle from -2 to 2. A way straight
/// back, of which the arcs make a lens, is on the side given.
fn turn(way: Point, next: Point, back: f32) -> f32 {
    let cross = way.x * next.y - way.y * next.x;
    let ahead = way.x * next.x + way.y * next.y;
    if ahead >= 0.0 {
        cross
    } else if cross == 0.0 {
        back
    } else {
        2.0_f32.copysign(cross) - cross
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, ring};
    use super::*;

    /// ```text
    /// 3 - 0 -> 1 - 2     Both loops run along 0 > 1, then one turns right (down, to 4), one left (up, to 2).
    ///          |
    ///          4
    /// ```
    #[test]
    fn the_loop_that_turns_right_runs_on_the_right() {
        for swapped in [false, true] {
            let mut fixture = Fixture::new(&[(0.0, 0.0), (100.0, 0.0), (150.0, -100.0), (150.0, 100.0)]);
            for (from, to) in [(0, 1), (1, 2), (2, 0), (1, 3), (3, 0)] {
                fixture.link(from, to);
            }
            let (up, down) = (ring(1, &[0, 1, 2]), ring(2, &[0, 3, 4]));
            fixture.rings = if swapped { vec![down, up] } else { vec![up, down] };
            let down = u32::from(!swapped);
            let drawing = fixture.drawing();
            assert_eq!(on(&drawing, &order(&drawing), 0), [down, 1 - down]);
        }
    }

    #[test]
    fn loops_that_never_meet_keep_the_order_of_their_slots() {
        let mut fixture = Fixture::new(&[(0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)]);
        for (from, to) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
            fixture.link(from, to);
        }
        fixture.rings = vec![ring(1, &[0, 1]), ring(2, &[2, 3])];
        let drawing = fixture.drawing();
        assert_eq!(order(&drawing), [0, 1]);
        let lanes = [0, 1, 2, 3].map(|link| on(&drawing, &[0, 1], link));
        assert_eq!(lanes, [[0], [0], [1], [1]]);
    }
}
