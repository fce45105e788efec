//! Turning and stretching an arrangement so that it takes the shape of its cell.

use super::{components::Cell, graph::Graph, wheels};
use crate::Point;

/// Angles tried, evenly over half a turn.
const ANGLES: usize = 12;

/// How much more one axis may be stretched than the other: more would flatten the wheels.
const UNEVEN: f32 = 1.35;

/// Turns by the angle at which the arrangement fills the cell best, stretches it (at most to springs that
/// are `longest` on average) and centres it.
pub(super) fn fit(graph: &Graph, points: &mut [Point], cell: Cell, longest: f32) {
    let step = wheels::rotation(2 * ANGLES);
    let mut angle = Point::new(1.0, 0.0);
    let (mut best, mut best_area) = (angle, -1.0);
    for _ in 0..ANGLES {
        let (low, high) = bounds(&points.iter().map(|&p| wheels::times(p, angle)).collect::<Vec<_>>());
        let scale = scales(graph, high - low, cell, UNEVEN);
        let area = scale.x * scale.y;
        if area > best_area {
            (best, best_area) = (angle, area);
        }
        angle = wheels::times(angle, step);
    }
    for point in points.iter_mut() {
        *point = wheels::times(*point, best);
    }
    stretch(graph, points, cell, longest, UNEVEN, 0.0);
}

/// Stretches an arrangement to its cell and centres it there: one axis at most `uneven` times as much as
/// the other, each at least by `least`.
pub(super) fn stretch(
    graph: &Graph,
    points: &mut [Point],
    cell: Cell,
    longest: f32,
    uneven: f32,
    least: f32,
) {
    let (low, high) = bounds(points);
    let mean =
        graph.links.iter().map(|l| (points[l.b as usize] - points[l.a as usize]).length()).sum::<f32>()
            / graph.links.len().max(1) as f32;
    let cap = longest / mean.max(1.0);
    let scale = scales(graph, high - low, cell, uneven);
    // The shape stays that of the cell where the size is capped.
    let scale = scale * (cap / (scale.x * scale.y).sqrt()).min(1.0);
    let middle = (low + high) * 0.5;
    for (body, point) in points.iter_mut().enumerate() {
        let at = *point - middle;
        let at = cell.centre + Point::new(at.x * scale.x.max(least), at.y * scale.y.max(least));
        *point = cell.hold(&graph.bodies[body], at);
    }
}

/// How much to stretch each axis so that centres `span` apart and their labels fit the cell.
fn scales(graph: &Graph, span: Point, cell: Cell, uneven: f32) -> Point {
    let largest = |size: fn(&super::Body) -> f32| graph.bodies.iter().map(size).fold(0.0, f32::max);
    let wide = largest(|body| body.label_width.max(2.0 * body.radius));
    let high = largest(|body| 2.0 * body.radius + body.label_height);
    let x = (cell.width - wide).max(1.0) / span.x.max(1.0);
    let y = (cell.height - high).max(1.0) / span.y.max(1.0);
    Point::new(x.min(y * uneven), y.min(x * uneven))
}

/// The smallest upright box around points: its corners.
pub(super) fn bounds(points: &[Point]) -> (Point, Point) {
    let most = f32::INFINITY;
    let (mut low, mut high) = (Point::new(most, most), Point::new(-most, -most));
    for &Point { x, y } in points {
        low = Point::new(low.x.min(x), low.y.min(y));
        high = Point::new(high.x.max(x), high.y.max(y));
    }
    (low, high)
}
