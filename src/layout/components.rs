//! Parts that are not connected with each other, and the room each gets.

use super::graph::{Disc, Graph, NONE};
use crate::{Point, point::within};
use petgraph::unionfind::UnionFind;

/// The bodies of each connected part, sorted; the parts by their first bodies. O(n + m), but for a factor below 5.
pub(super) fn components(graph: &Graph) -> Vec<Vec<u32>> {
    let mut sets = UnionFind::new(graph.len());
    for link in &graph.links {
        sets.union(link.a, link.b);
    }
    let mut part_of = vec![NONE; graph.len()];
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for body in 0..graph.len() as u32 {
        let part = &mut part_of[sets.find_mut(body) as usize];
        if *part == NONE {
            *part = parts.len() as u32;
            parts.push(Vec::new());
        }
        parts[*part as usize].push(body);
    }
    parts
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub centre: Point,
    /// Width and height.
    pub size: Point,
}

impl Cell {
    /// The nearest place to `at` where the circle and the label of a body are inside, or as far inside as
    /// there is room.
    pub fn hold(&self, body: &Disc, at: Point) -> Point {
        let axis = |at: f32, low: f32, high: f32| {
            if low > high { f32::midpoint(low, high) } else { within(at, low, high) }
        };
        let (Point { x, y }, half) = (self.centre, self.size * 0.5);
        Point::new(
            axis(at.x, x - half.x + body.half, x + half.x - body.half),
            axis(at.y, y - half.y + body.radius, y + half.y - (body.radius + body.under)),
        )
    }

    /// Brings bodies inside, each by its mobility.
    pub fn gather(&self, bodies: &[Disc], points: &mut [Point]) {
        for (point, body) in points.iter_mut().zip(bodies) {
            *point = *point + (self.hold(body, *point) - *point) * body.mobility;
        }
    }

    /// Cut across its longer side: the left or upper one takes `share` of it.
    fn split(self, share: f32) -> [Self; 2] {
        let Point { x, y } = self.size;
        let (length, along) = if x > y { (x, Point::new(1.0, 0.0)) } else { (y, Point::new(0.0, 1.0)) };
        let (one, other) = (length * share, length * (1.0 - share));
        let cut = |length: f32, shift: f32| Self {
            centre: self.centre + along * shift,
            size: if x > y { Point::new(length, y) } else { Point::new(x, length) },
        };
        [cut(one, other / -2.0), cut(other, one / 2.0)]
    }
}

/// Gives each part a cell as large as its `needs`, by slicing the rectangle across its longer side: the
/// largest parts come first (left or top), the smallest are tiled together. O(n log n).
pub(super) fn slice(cell: Cell, needs: &[f32], cells: &mut Vec<Cell>) {
    let [first, rest @ ..] = needs else { return };
    if rest.is_empty() {
        cells.push(cell);
        return;
    }
    let mut total = 0.0;
    for need in needs {
        total += need;
    }
    let (mut taken, mut sum) = (1, *first);
    while taken + 1 < needs.len() && sum + needs[taken] / 2.0 < total / 2.0 {
        sum += needs[taken];
        taken += 1;
    }
    let (one, other) = needs.split_at(taken);
    let [near, far] = cell.split(if total > 0.0 { sum / total } else { 0.5 });
    slice(near, one, cells);
    slice(far, other, cells);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring};

    #[test]
    fn parts_are_found_and_tiled_by_their_needs() {
        let springs = [(3, 1), (1, 4), (0, 2)].map(|(a, b)| Spring { a, b });
        let graph = Graph::new(&vec![Body::default(); 6], &springs, &[]);
        let parts = components(&graph);
        assert_eq!(parts, [vec![0, 2], vec![1, 3, 4], vec![5]]);
        let mut cells = Vec::new();
        let cell = |x: f32, width: f32| Cell { centre: Point::new(x, 0.0), size: Point::new(width, 400.0) };
        slice(cell(0.0, 600.0), &[3.0, 2.0, 1.0], &mut cells);
        // The largest has the left half; the others share the right one, above each other.
        assert_eq!(cells[0], cell(-150.0, 300.0));
        assert!((cells[1].size.y - 400.0 * 2.0 / 3.0).abs() < 0.01 && cells[1].size.x == 300.0);
        let area: f32 = cells.iter().map(|cell| cell.size.x * cell.size.y).sum();
        assert!((area - 240_000.0).abs() < 1.0);
    }
}
