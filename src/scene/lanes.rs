//! Which coloured loops run along a link, and in which order, from the right (inner) lane to the left.
//!
//! As on a metro map, one order of all loops holds everywhere, so that a loop keeps its lane through a company
//! and lines that run together do not swap. It is chosen so that a loop that turns off to the right runs on the
//! right: lines then part without crossing.

use super::{Drawing, Ring};
use crate::Point;

/// The loops on each link, by the same index as the links; loops and links are indices of the drawing.
///
/// O(l² n² + l² m) for l loops of n links, with m shared links: l is at most nine.
pub(super) fn lanes(drawing: &Drawing) -> Vec<Vec<u32>> {
    let mut lanes = vec![Vec::new(); drawing.links.len()];
    for ring in order(drawing) {
        for &link in &drawing.loops[ring as usize].links {
            if let Some(lane) = lanes.get_mut(link as usize)
                && !lane.contains(&ring)
            {
                lane.push(ring);
            }
        }
    }
    lanes
}

/// All loops, from right to left: neighbours swap while that saves a crossing.
fn order(drawing: &Drawing) -> Vec<u32> {
    let count = drawing.loops.len();
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut crossings = vec![0_u32; count * count];
    for (a, ring) in drawing.loops.iter().enumerate() {
        for (b, other) in drawing.loops.iter().enumerate().filter(|&(b, _)| b != a) {
            crossings[a * count + b] = crossings_between(drawing, ring, other);
        }
    }
    let cost = |right: u32, left: u32| crossings[right as usize * count + left as usize];
    // As many rounds as there are loops bring any loop to any place; preferences that go round in a circle
    // must not keep this going.
    for _ in 0..count {
        for at in 1..count {
            if cost(order[at], order[at - 1]) < cost(order[at - 1], order[at]) {
                order.swap(at - 1, at);
            }
        }
    }
    order
}

/// How often the lines cross where they part or join, if the first keeps to the right of the second.
fn crossings_between(drawing: &Drawing, right: &Ring, left: &Ring) -> u32 {
    let mut crossings = 0;
    for (i, &link) in right.links.iter().enumerate() {
        let Some(j) = left.links.iter().position(|&other| other == link) else { continue };
        let Some((from, to)) = ends(drawing, link) else { continue };
        let way = (to - from).unit();
        let next = |ring: &Ring, at: usize| {
            let (_, target) = ends(drawing, ring.links[(at + 1) % ring.links.len()])?;
            Some(turn(way, (target - to).unit(), 2.0))
        };
        let last = |ring: &Ring, at: usize| {
            let (source, _) = ends(drawing, ring.links[(at + ring.links.len() - 1) % ring.links.len()])?;
            Some(-turn(way * -1.0, (source - from).unit(), -2.0))
        };
        for (right_turn, left_turn) in [(next(right, i), next(left, j)), (last(right, i), last(left, j))] {
            crossings += u32::from(right_turn < left_turn);
        }
    }
    crossings
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
            assert_eq!(lanes(&fixture.drawing())[0], [down, 1 - down]);
        }
    }

    #[test]
    fn loops_that_never_meet_keep_the_order_of_their_slots() {
        let mut fixture = Fixture::new(&[(0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)]);
        for (from, to) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
            fixture.link(from, to);
        }
        fixture.rings = vec![ring(1, &[0, 1]), ring(2, &[2, 3])];
        assert_eq!(order(&fixture.drawing()), [0, 1]);
        assert_eq!(lanes(&fixture.drawing()), [[0], [0], [1], [1]]);
    }
}
