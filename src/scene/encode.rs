//! The scene as flat numbers, as which it is made: the one thing that crosses to the painter per frame.

use super::{Painted, Role, Scene, decode};
use crate::Point;

/// A line of text, as in [`super::Mark::Text`].
pub(super) struct Text {
    pub(super) at: Point,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) halo: bool,
    /// Its place in the list of texts.
    pub(super) place: u32,
}

impl Scene {
    /// The records of all marks in painting order, each `op, role, opacity` and then:
    ///
    /// | op | mark | numbers |
    /// |---|---|---|
    /// | 0 | curve | `x0 y0 x1 y1 x2 y2 x3 y3 width dash` |
    /// | 1 | triangle | `x0 y0 x1 y1 x2 y2` |
    /// | 2 | circle | `cx cy radius width` |
    /// | 3 | text | `x y size bold halo text` |
    pub fn numbers(&self) -> &[f32] {
        &self.numbers
    }

    /// What to paint, from bottom to top. O(n).
    pub fn marks(&self) -> Vec<Painted> {
        decode(&self.numbers).unwrap_or_default()
    }

    /// Adds a stroke on top.
    pub(super) fn curve(&mut self, role: Role, opacity: f32, points: &[Point; 4], width: f32, dash: u8) {
        self.begin(0.0, role, opacity, points);
        self.numbers.extend_from_slice(&[width, f32::from(dash)]);
    }

    /// Adds a filled triangle on top.
    pub(super) fn triangle(&mut self, role: Role, opacity: f32, points: &[Point; 3]) {
        self.begin(1.0, role, opacity, points);
    }

    /// Adds a circle on top: filled, or stroked where `width` is above 0.
    pub(super) fn circle(&mut self, role: Role, opacity: f32, centre: Point, radius: f32, width: f32) {
        self.begin(2.0, role, opacity, &[centre]);
        self.numbers.extend_from_slice(&[radius, width]);
    }

    /// Adds a text on top. Its number is exact up to 16 million texts.
    pub(super) fn text(&mut self, role: Role, opacity: f32, text: &Text) {
        self.begin(3.0, role, opacity, &[text.at]);
        let flag = |flag: bool| f32::from(u8::from(flag));
        self.numbers.extend_from_slice(&[text.size, flag(text.bold), flag(text.halo), text.place as f32]);
    }

    fn begin(&mut self, op: f32, role: Role, opacity: f32, points: &[Point]) {
        self.numbers.extend_from_slice(&[op, f32::from(role.code()), opacity]);
        for &Point { x, y } in points {
            self.numbers.extend_from_slice(&[x, y]);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Mark, fixture, scene};
    use super::*;

    #[test]
    fn what_is_decoded_is_what_was_encoded() {
        let fixture = fixture::overview();
        let scene = scene(&fixture.drawing());
        let (numbers, marks) = (scene.numbers(), scene.marks());
        assert_eq!(decode(numbers), Some(marks.clone()));
        assert_eq!(decode(&numbers[..numbers.len() - 1]), None);
        let mut again = Scene::default();
        for Painted { role, opacity, mark } in &marks {
            match mark {
                Mark::Curve { points, width, dash } => again.curve(*role, *opacity, points, *width, *dash),
                Mark::Triangle { points } => again.triangle(*role, *opacity, points),
                Mark::Circle { centre, radius, width } => {
                    again.circle(*role, *opacity, *centre, *radius, *width);
                }
                Mark::Text { at, size, bold, halo, text } => {
                    again.text(
                        *role,
                        *opacity,
                        &Text { at: *at, size: *size, bold: *bold, halo: *halo, place: *text },
                    );
                }
            }
        }
        assert_eq!(again.numbers(), numbers);
        assert_eq!(decode(&[9.0; 40]), None);
        for op in 0..4 {
            let has = |painted: &Painted| {
                matches!(
                    (op, &painted.mark),
                    (0, Mark::Curve { .. })
                        | (1, Mark::Triangle { .. })
                        | (2, Mark::Circle { .. })
                        | (3, Mark::Text { .. })
                )
            };
            assert!(marks.iter().any(has), "the fixture has a mark of each kind");
        }
    }

    #[test]
    fn every_role_has_its_own_number() {
        for code in 0..Role::COUNT as u8 {
            assert_eq!(Role::from_code(code).map(Role::code), Some(code));
        }
        assert_eq!(Role::from_code(Role::COUNT as u8), None);
    }
}
