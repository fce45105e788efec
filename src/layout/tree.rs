//! A cheap arrangement of a great many bodies: the tree of shortest ways from the busiest one, drawn radially.
//!
//! Each subtree has its wedge (a body's angle is its place in the tree's depth-first order), each depth its
//! ring as wide as its number of bodies asks for; within a ring the golden ratio spreads the distances, so
//! that even 10,000 bodies round one hub cover the disc evenly.

use super::{
    components::Cell,
    graph::{Graph, NONE},
    wheels,
};
use crate::Point;

/// The golden ratio's fractional part.
const GOLDEN: f32 = 0.618_034;

/// Where the bodies of a connected graph go in an ellipse that fills the cell; the busiest one is in the
/// middle. Bodies that have a place already keep it. O(n + m).
pub(super) fn radial(graph: &Graph, cell: Cell) -> Vec<Point> {
    let count = graph.len();
    let mut depths = vec![NONE; count];
    let (hub, _) = graph.hub();
    // `rings[d]` bodies are less deep than `d`.
    let mut rings = Vec::new();
    for (rank, body) in graph.spread(hub, &mut depths).into_iter().enumerate() {
        if depths[body as usize] as usize == rings.len() {
            rings.push(rank as f32);
        }
    }
    rings.push(count as f32);
    let step = wheels::rotation(count.max(2));
    let mut direction = Point::new(1.0, 0.0);
    let mut share = 0.0;
    let mut points = vec![cell.centre; count];
    let mut stack = vec![(hub, 0)];
    while let Some((body, depth)) = stack.pop() {
        let (low, high) = (rings[depth], rings[depth + 1]);
        let radius = if depth == 0 { 0.0 } else { ((low + (high - low) * share) / count as f32).sqrt() };
        let spoke = Point::new(direction.x * cell.size.x, direction.y * cell.size.y) * (radius * 0.48);
        points[body as usize] = graph.bodies[body as usize].place.unwrap_or(cell.centre + spoke);
        // The error of ten thousand products is taken out as it arises.
        direction = wheels::times(direction, step).unit();
        share += GOLDEN;
        if share >= 1.0 {
            share -= 1.0;
        }
        // Its children are those deeper neighbours that no body before it has taken.
        for &id in graph.around[body as usize].iter().rev() {
            let other = graph.links[id as usize].other(body);
            if depths[other as usize] as usize == depth + 1 {
                depths[other as usize] = NONE;
                stack.push((other, depth + 1));
            }
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring};

    #[test]
    fn a_star_covers_the_disc_evenly() {
        let springs: Vec<Spring> = (1..2_000).map(|b| Spring { a: 0, b }).collect();
        let graph = Graph::new(&vec![Body::default(); 2_000], &springs, &[]);
        let points = radial(&graph, Cell { centre: Point::default(), size: Point::new(1000.0, 1000.0) });
        assert_eq!(points[0], Point::default(), "the hub is in the middle");
        let inner = points.iter().filter(|point| point.length() < 240.0).count();
        assert!((450..550).contains(&inner), "a quarter of the area, {inner} of 2000");
        let right = points.iter().filter(|point| point.x > 0.0).count();
        assert!((950..1050).contains(&right), "{right}");
    }
}
