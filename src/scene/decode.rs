//! A scene out of the numbers that crossed to the painter.

use super::{Mark, Painted, Role};
use crate::Point;

/// The marks that [`super::Scene::encode`] has written; `None` for numbers that it does not write. O(n).
pub fn decode(mut numbers: &[f32]) -> Option<Vec<Painted>> {
    let mut marks = Vec::new();
    while !numbers.is_empty() {
        let (&[op, role, opacity], rest) = numbers.split_first_chunk()?;
        let (mark, rest) = match op as u8 {
            0 => {
                let (&[x0, y0, x1, y1, x2, y2, x3, y3, width, round, dash], rest) =
                    rest.split_first_chunk()?;
                let points = [Point::new(x0, y0), Point::new(x1, y1), Point::new(x2, y2), Point::new(x3, y3)];
                (Mark::Curve { points, width, round: round == 1.0, dash: dash as u8 }, rest)
            }
            1 => {
                let (&[x0, y0, x1, y1, x2, y2], rest) = rest.split_first_chunk()?;
                (
                    Mark::Triangle { points: [Point::new(x0, y0), Point::new(x1, y1), Point::new(x2, y2)] },
                    rest,
                )
            }
            2 => {
                let (&[x, y, radius, width], rest) = rest.split_first_chunk()?;
                (Mark::Circle { centre: Point::new(x, y), radius, width }, rest)
            }
            3 => {
                let (&[x, y, size, bold, halo, text], rest) = rest.split_first_chunk()?;
                let at = Point::new(x, y);
                (Mark::Text { at, size, bold: bold == 1.0, halo: halo == 1.0, text: text as u32 }, rest)
            }
            _ => return None,
        };
        marks.push(Painted { role: Role::from_code(role as u8)?, opacity, mark });
        numbers = rest;
    }
    Some(marks)
}
