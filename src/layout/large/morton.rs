//! Bodies in the order of Morton's curve: what is near in the plane is near in memory.
//!
//! G. M. Morton, "A computer oriented geodetic data base", IBM, 1966. Any order gives right forces, since the tree
//! measures the boxes of what it holds; this one gives small boxes.

use crate::{Point, point::within};

/// A square this many times as wide as the bodies are from their middle, on average, is divided into cells; what
/// is outside counts to the cells at the edge. So a few bodies far out leave the rest apart.
const WIDTH: f32 = 8.0;

/// Cells along a side: two times 16 bits make a code.
const CELLS: f32 = 65_536.0;

/// The bodies sorted, with their codes.
#[derive(Clone, Default)]
pub(super) struct Order {
    pub bodies: Vec<u32>,
    pub codes: Vec<u32>,
    spare: (Vec<u32>, Vec<u32>),
}

impl Order {
    pub fn new(count: usize) -> Self {
        let zeros = || vec![0; count];
        Self { bodies: (0..count as u32).collect(), codes: zeros(), spare: (zeros(), zeros()) }
    }

    /// Sorts anew by where the bodies are now: four passes of a radix sort, which keep the former order of what is in
    /// one cell. O(n).
    pub fn sort(&mut self, points: &[Point]) {
        let (corner, scale) = square(points);
        for (code, &body) in self.codes.iter_mut().zip(&self.bodies) {
            let at = points[body as usize] - corner;
            *code = spread(at.x * scale) | spread(at.y * scale) << 1;
        }
        // All four passes are counted at once.
        let mut ends = [[0_u32; 256]; 4];
        for &code in &self.codes {
            for (pass, byte) in code.to_le_bytes().into_iter().enumerate() {
                ends[pass][byte as usize] += 1;
            }
        }
        for (pass, starts) in ends.iter_mut().enumerate() {
            let mut sum = 0;
            for start in starts.iter_mut() {
                (*start, sum) = (sum, sum + *start);
            }
            let (codes, bodies) = &mut self.spare;
            for (&code, &body) in self.codes.iter().zip(&self.bodies) {
                let place = &mut starts[(code >> (8 * pass)) as usize & 255];
                codes[*place as usize] = code;
                bodies[*place as usize] = body;
                *place += 1;
            }
            std::mem::swap(&mut self.codes, codes);
            std::mem::swap(&mut self.bodies, bodies);
        }
    }
}

/// Where the cells begin, and how many there are to a unit.
fn square(points: &[Point]) -> (Point, f32) {
    let share = 1.0 / points.len().max(1) as f32;
    let mut middle = Point::default();
    for &point in points {
        middle = middle + point * share;
    }
    let mut far = 0.0;
    for &point in points {
        let Point { x, y } = point - middle;
        far += (x.abs() + y.abs()) * share;
    }
    let half = WIDTH / 2.0 * far;
    let scale = if half > 0.0 { CELLS / (2.0 * half) } else { 0.0 };
    (middle - Point::new(half, half), scale)
}

/// The 16 bits of a cell's number, one to each even bit.
const fn spread(cell: f32) -> u32 {
    let mut bits = within(cell, 0.0, CELLS - 1.0) as u32;
    bits = (bits | bits << 8) & 0x00ff_00ff;
    bits = (bits | bits << 4) & 0x0f0f_0f0f;
    bits = (bits | bits << 2) & 0x3333_3333;
    (bits | bits << 1) & 0x5555_5555
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_interleaved() {
        assert_eq!(spread(5.0), 0b1_0001);
        assert_eq!(spread(-3.0), 0);
        assert_eq!(spread(1e9), 0x5555_5555);
    }

    #[test]
    fn quarters_stay_together_and_equals_keep_their_order() {
        let corners = [(1.0, 1.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0)];
        let points: Vec<Point> = (0..12).map(|n| corners[n % 4]).map(|(x, y)| Point::new(x, y)).collect();
        let mut order = Order::new(12);
        order.sort(&points);
        assert_eq!(order.bodies, [1, 5, 9, 2, 6, 10, 3, 7, 11, 0, 4, 8]);
        assert!(order.codes.is_sorted());
    }

    #[test]
    fn one_body_far_out_does_not_put_the_rest_into_one_cell() {
        let mut points: Vec<Point> = (0_u16..1000).map(|n| Point::new(f32::from(n), 0.0)).collect();
        points[0].x = -1e6;
        let mut order = Order::new(1000);
        order.sort(&points);
        order.codes.dedup();
        assert!(order.codes.len() > 990, "{}", order.codes.len());
    }
}
