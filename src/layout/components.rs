//! Parts that are not connected with each other, and the room each gets.

use super::{Body, Stage, graph::Graph, spacing::LABEL_GAP};
use crate::{Point, order, point::within};

/// The bodies of each connected part: larger parts first, then by their first body. O(m).
pub(super) fn components(graph: &Graph) -> Vec<Vec<u32>> {
    let mut seen = vec![false; graph.len()];
    let mut parts = Vec::new();
    for body in 0..graph.len() as u32 {
        if seen[body as usize] {
            continue;
        }
        seen[body as usize] = true;
        let mut part = vec![body];
        let mut next = 0;
        while next < part.len() {
            for other in graph.neighbours(part[next]) {
                if !seen[other as usize] {
                    seen[other as usize] = true;
                    part.push(other);
                }
            }
            next += 1;
        }
        order::sort(&mut part);
        parts.push(part);
    }
    let largest = order::places(parts.len(), &|a, b| parts[b].len().cmp(&parts[a].len()));
    largest.into_iter().map(|place| std::mem::take(&mut parts[place])).collect()
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub centre: Point,
    pub width: f32,
    pub height: f32,
}

impl Cell {
    pub const fn new(stage: Stage) -> Self {
        Self { centre: Point::new(0.0, 0.0), width: stage.width, height: stage.height }
    }

    /// The nearest place to `at` where the circle and the label of a body are inside, or as far inside as
    /// there is room.
    pub fn hold(&self, body: &Body, at: Point) -> Point {
        let half = body.radius.max(body.label_width / 2.0);
        let below = body.radius + if body.label_height > 0.0 { LABEL_GAP + body.label_height } else { 0.0 };
        let axis = |at: f32, low: f32, high: f32| {
            if low > high { f32::midpoint(low, high) } else { within(at, low, high) }
        };
        let (w, h) = (self.width / 2.0, self.height / 2.0);
        Point::new(
            axis(at.x, self.centre.x - w + half, self.centre.x + w - half),
            axis(at.y, self.centre.y - h + body.radius, self.centre.y + h - below),
        )
    }

    fn split(self, share: f32) -> [Self; 2] {
        let rest = 1.0 - share;
        let Point { x, y } = self.centre;
        if self.width > self.height {
            let (width, other) = (self.width * share, self.width * rest);
            [
                Self { centre: Point::new(x - other / 2.0, y), width, ..self },
                Self { centre: Point::new(x + width / 2.0, y), width: other, ..self },
            ]
        } else {
            let (height, other) = (self.height * share, self.height * rest);
            [
                Self { centre: Point::new(x, y - other / 2.0), height, ..self },
                Self { centre: Point::new(x, y + height / 2.0), height: other, ..self },
            ]
        }
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
    let total: f32 = needs.iter().sum();
    let (mut taken, mut sum) = (1, *first);
    while taken + 1 < needs.len() && sum + needs[taken] / 2.0 < total / 2.0 {
        sum += needs[taken];
        taken += 1;
    }
    let [one, other] = cell.split(if total > 0.0 { sum / total } else { 0.5 });
    slice(one, &needs[..taken], cells);
    slice(other, &needs[taken..], cells);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Spring;

    #[test]
    fn parts_are_found_and_tiled_by_their_needs() {
        let springs = [(3, 1), (1, 4), (0, 2)].map(|(a, b)| Spring { a, b });
        let graph = Graph::new(&vec![Body::default(); 6], &springs, &[]);
        let parts = components(&graph);
        assert_eq!(parts, [vec![1, 3, 4], vec![0, 2], vec![5]]);
        let mut cells = Vec::new();
        let whole = Cell::new(Stage { width: 600.0, height: 400.0 });
        slice(whole, &[3.0, 2.0, 1.0], &mut cells);
        // The largest has the left half; the others share the right one, above each other.
        assert_eq!(cells[0], Cell { centre: Point::new(-150.0, 0.0), width: 300.0, height: 400.0 });
        assert!((cells[1].height - 400.0 * 2.0 / 3.0).abs() < 0.01 && cells[1].width == 300.0);
        let area: f32 = cells.iter().map(|cell| cell.width * cell.height).sum();
        assert!((area - 240_000.0).abs() < 1.0);
    }
}
