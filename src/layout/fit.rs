//! Turning and stretching an arrangement so that it takes the shape of its cell.

use super::{draft::Draft, wheels};
use crate::{Point, frame::Frame};

/// Angles tried, evenly over half a turn.
const ANGLES: usize = 12;

/// How much more one axis may be stretched than the other: more would flatten the wheels.
const UNEVEN: f32 = 1.2;

/// The average spring is not stretched beyond this to fill the stage.
const LONGEST: f32 = 270.0;

/// Turns by the angle at which the arrangement fills the cell best, stretches it and centres it.
pub(super) fn fit(draft: &Draft, points: &mut [Point]) {
    let step = wheels::rotation(2 * ANGLES);
    let mut angle = Point::new(1.0, 0.0);
    let (mut best, mut best_area) = (angle, -1.0);
    for _ in 0..ANGLES {
        let mut frame = Frame::EMPTY;
        for &point in &*points {
            frame.take(wheels::times(point, angle));
        }
        let scale = scales(draft, frame.high - frame.low, UNEVEN);
        let area = scale.x * scale.y;
        if area > best_area {
            (best, best_area) = (angle, area);
        }
        angle = wheels::times(angle, step);
    }
    for point in &mut *points {
        *point = wheels::times(*point, best);
    }
    stretch(draft, points, UNEVEN, 0.0);
}

/// Stretches an arrangement to its cell and centres it there: one axis at most `uneven` times as much as
/// the other, each at least by `least`.
pub(super) fn stretch(draft: &Draft, points: &mut [Point], uneven: f32, least: f32) {
    let mut frame = Frame::EMPTY;
    for &point in &*points {
        frame.take(point);
    }
    let cap = LONGEST / draft.graph.mean_length(points).max(1.0);
    let scale = scales(draft, frame.high - frame.low, uneven);
    // The shape stays that of the cell where the size is capped.
    let scale = scale * (cap / (scale.x * scale.y).sqrt()).min(1.0);
    let middle = frame.middle();
    for (body, point) in draft.graph.bodies.iter().zip(points) {
        let at = *point - middle;
        let at = draft.cell.centre + Point::new(at.x * scale.x.max(least), at.y * scale.y.max(least));
        *point = draft.cell.hold(body, at);
    }
}

/// How much to stretch each axis so that centres `span` apart and their labels fit the cell.
fn scales(draft: &Draft, span: Point, uneven: f32) -> Point {
    let mut largest = Frame::EMPTY;
    for body in &draft.graph.bodies {
        largest.take(Point::new(body.half, body.radius + body.label.y));
    }
    let room = draft.cell.size - largest.high * 2.0;
    let (x, y) = (room.x.max(1.0) / span.x.max(1.0), room.y.max(1.0) / span.y.max(1.0));
    Point::new(x.min(y * uneven), y.min(x * uneven))
}
