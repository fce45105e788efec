//! Where a company was put by hand.

use super::number::hundredths;
use super::tree::{Part, Value};
use crate::Point;

/// How far from the middle a company may be put, in hundredths of a layout unit.
const FARTHEST: u64 = 100_000_000;

/// A list of two numbers, each to a hundredth.
pub(super) fn point(part: Part) -> Option<Point> {
    let mut parts = part.parts().filter(|_| part.is(b'['));
    let point = Point::new(coordinate(parts.next()?)?, coordinate(parts.next()?)?);
    parts.next().is_none().then_some(point)
}

/// A coordinate, to a hundredth.
fn coordinate(part: Part) -> Option<f32> {
    let Value::Number(text) = part.value() else { return None };
    let (sign, size) = text.strip_prefix('-').map_or((1.0, text), |size| (-1.0, size));
    let size = hundredths(size, FARTHEST).ok()?.value;
    Some((sign * (size as f64 / 100.0)) as f32)
}
