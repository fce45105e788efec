//! An upright box around points.

use crate::{
    Point,
    point::{larger, smaller},
};

/// The smallest upright box around the points taken in so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// The upper left corner.
    pub(crate) low: Point,
    /// The lower right corner.
    pub(crate) high: Point,
}

impl Frame {
    /// Around nothing.
    pub(crate) const EMPTY: Self = Self {
        low: Point::new(f32::INFINITY, f32::INFINITY),
        high: Point::new(f32::NEG_INFINITY, f32::NEG_INFINITY),
    };

    /// Takes in a point. Written out once: it is asked for in many places.
    #[inline(never)]
    pub(crate) fn take(&mut self, at: Point) {
        self.low = Point::new(smaller(self.low.x, at.x), smaller(self.low.y, at.y));
        self.high = Point::new(larger(self.high.x, at.x), larger(self.high.y, at.y));
    }

    /// The point halfway between its corners.
    pub(crate) fn middle(&self) -> Point {
        (self.low + self.high) * 0.5
    }

    /// Whether two boxes have a point in common.
    #[allow(
        clippy::inline_always,
        reason = "a call costs more, and where the module is compiled for size there is one"
    )]
    #[inline(always)]
    pub(crate) const fn meets(&self, other: &Self) -> bool {
        self.low.x <= other.high.x
            && other.low.x <= self.high.x
            && self.low.y <= other.high.y
            && other.low.y <= self.high.y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_holds_what_it_took_in_and_no_more() {
        let frame = |points: &[(f32, f32)]| {
            let mut frame = Frame::EMPTY;
            for &(x, y) in points {
                frame.take(Point::new(x, y));
            }
            frame
        };
        let one = frame(&[(3.0, 1.0), (-1.0, 2.0)]);
        assert_eq!((one.low, one.high), (Point::new(-1.0, 1.0), Point::new(3.0, 2.0)));
        assert_eq!(one.middle(), Point::new(1.0, 1.5));
        assert!(one.meets(&frame(&[(3.0, 2.0)])));
        assert!(!one.meets(&frame(&[(3.5, 1.5)])) && !one.meets(&frame(&[(0.0, 2.5), (0.0, 9.0)])));
    }
}
