//! The scene as flat numbers: the one thing that crosses to the painter per frame.

use super::{Mark, Painted, Scene};
use crate::Point;

impl Scene {
    /// How many numbers [`Scene::encode`] writes.
    pub fn encoded_len(&self) -> usize {
        self.marks.iter().map(|painted| length(&painted.mark)).sum()
    }

    /// Appends the records of all marks in painting order, each `op, role, opacity` and then:
    ///
    /// | op | mark | numbers |
    /// |---|---|---|
    /// | 0 | curve | `x0 y0 x1 y1 x2 y2 x3 y3 width round dash` |
    /// | 1 | triangle | `x0 y0 x1 y1 x2 y2` |
    /// | 2 | circle | `cx cy radius width` |
    /// | 3 | text | `x y size bold halo text` |
    pub fn encode(&self, out: &mut Vec<f32>) {
        out.reserve(self.encoded_len());
        for Painted { role, opacity, mark } in &self.marks {
            let op = match mark {
                Mark::Curve { .. } => 0.0,
                Mark::Triangle { .. } => 1.0,
                Mark::Circle { .. } => 2.0,
                Mark::Text { .. } => 3.0,
            };
            out.extend_from_slice(&[op, f32::from(role.code()), *opacity]);
            match mark {
                Mark::Curve { points, width, round, dash } => {
                    append(points, out);
                    out.extend_from_slice(&[*width, flag(*round), f32::from(*dash)]);
                }
                Mark::Triangle { points } => append(points, out),
                Mark::Circle { centre, radius, width } => {
                    out.extend_from_slice(&[centre.x, centre.y, *radius, *width]);
                }
                // Exact up to 16 million texts.
                Mark::Text { at, size, bold, halo, text } => {
                    out.extend_from_slice(&[at.x, at.y, *size, flag(*bold), flag(*halo), *text as f32]);
                }
            }
        }
    }
}

fn append(points: &[Point], out: &mut Vec<f32>) {
    for &Point { x, y } in points {
        out.extend_from_slice(&[x, y]);
    }
}

fn flag(flag: bool) -> f32 {
    f32::from(u8::from(flag))
}

const fn length(mark: &Mark) -> usize {
    match mark {
        Mark::Curve { .. } => 14,
        Mark::Triangle { .. } | Mark::Text { .. } => 9,
        Mark::Circle { .. } => 7,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Role, decode, fixture, scene};
    use super::*;

    #[test]
    fn what_was_encoded_is_what_is_decoded() {
        let fixture = fixture::overview();
        let scene = scene(&fixture.drawing());
        let mut numbers = Vec::new();
        scene.encode(&mut numbers);
        assert_eq!(numbers.len(), scene.encoded_len());
        assert_eq!(decode(&numbers), Some(scene.marks.clone()));
        numbers.pop();
        assert_eq!(decode(&numbers), None);
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
            assert!(scene.marks.iter().any(has), "the fixture has a mark of each kind");
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
