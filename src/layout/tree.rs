//! A cheap arrangement of a great many bodies: the tree of shortest ways from the busiest one, drawn radially.
//!
//! Each subtree has its wedge (a body's angle is its place in the tree's depth-first order), each depth its
//! ring as wide as its number of bodies asks for; within a ring the golden ratio spreads the distances, so
//! that even 10,000 bodies round one hub cover the disc evenly.

use super::{components::Cell, graph::Graph, wheels};
use crate::Point;

/// The golden ratio's fractional part.
const GOLDEN: f32 = 0.618_034;

/// Where the bodies of a connected graph go in an ellipse that fills the cell; the busiest one is in the
/// middle. Bodies that have a place already keep it. O(n + m).
pub(super) fn radial(graph: &Graph, cell: Cell) -> Vec<Point> {
    let count = graph.len();
    let Some(hub) = (0..count as u32).max_by_key(|&body| (graph.links_of(body).len(), u32::MAX - body))
    else {
        return Vec::new();
    };
    let mut depths = vec![u32::MAX; count];
    let mut order = vec![hub];
    // The children of a body stand side by side in `order`.
    let mut children = vec![(0, 0); count];
    depths[hub as usize] = 0;
    let mut next = 0;
    while next < order.len() {
        let body = order[next];
        let first = order.len();
        for other in graph.neighbours(body) {
            if depths[other as usize] == u32::MAX {
                depths[other as usize] = depths[body as usize] + 1;
                order.push(other);
            }
        }
        children[body as usize] = (first, order.len());
        next += 1;
    }
    // `rings[d]` bodies are less deep than `d`.
    let mut rings: Vec<u32> = vec![0];
    for (rank, &body) in order.iter().enumerate() {
        if depths[body as usize] as usize == rings.len() {
            rings.push(rank as u32);
        }
    }
    rings.push(count as u32);
    let step = wheels::rotation(count.max(2));
    let mut direction = Point::new(1.0, 0.0);
    let mut share = 0.0;
    let mut points = vec![cell.centre; count];
    let mut stack = vec![hub];
    while let Some(body) = stack.pop() {
        let depth = depths[body as usize] as usize;
        let (low, high) = (rings[depth] as f32, rings[depth + 1] as f32);
        let radius = if depth == 0 { 0.0 } else { ((low + (high - low) * share) / count as f32).sqrt() };
        points[body as usize] =
            graph.bodies[body as usize].pinned.or(graph.bodies[body as usize].start).unwrap_or(
                cell.centre
                    + Point::new(direction.x * cell.width, direction.y * cell.height) * (radius * 0.48),
            );
        // The error of ten thousand products is taken out as it arises.
        direction = wheels::times(direction, step).unit();
        share += GOLDEN;
        if share >= 1.0 {
            share -= 1.0;
        }
        let (first, end) = children[body as usize];
        stack.extend(order[first..end].iter().rev());
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring, Stage};

    #[test]
    fn a_star_covers_the_disc_evenly() {
        let springs: Vec<Spring> = (1..2_000).map(|b| Spring { a: 0, b }).collect();
        let graph = Graph::new(&vec![Body::default(); 2_000], &springs, &[]);
        let points = radial(&graph, Cell::new(Stage { width: 1000.0, height: 1000.0 }));
        assert_eq!(points[0], Point::default(), "the hub is in the middle");
        let inner = points.iter().filter(|point| point.length() < 240.0).count();
        assert!((450..550).contains(&inner), "a quarter of the area, {inner} of 2000");
        let right = points.iter().filter(|point| point.x > 0.0).count();
        assert!((950..1050).contains(&right), "{right}");
    }
}
