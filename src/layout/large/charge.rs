//! Many charges as one polynomial: what some bodies, or some heaps of them, are from afar.

use std::ops::Range;

use super::columns::Columns;
use super::lanes::{LANES, Lanes};

/// How charges stand around their centre, in numbers as they are loaded: x, y, how many, how far its bodies move in a tick
/// along x, all together; the same along y, and sums of the products of their ways from the centre, times what the
/// series has before them: xx, xy, yy; xxx, xxy, xyy, yyy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Charge([Lanes; 3]);

/// Left, top, and right and bottom with the opposite sign, so that of two boxes the smaller numbers are the box of both.
pub(super) type Sides = Lanes;

impl Charge {
    /// None, at this place.
    pub fn none(x: f32, y: f32) -> Self {
        Self([Lanes::of([x, y, 0.0, 0.0]), Lanes::all(0.0), Lanes::all(0.0)])
    }

    /// Its centre, and how many bodies it has.
    pub fn centre(&self) -> [f32; 3] {
        let [x, y, count, _] = self.0[0].array();
        [x, y, count]
    }

    /// The numbers of four charges side by side.
    pub fn columns(four: [Self; LANES]) -> [[Lanes; LANES]; 3] {
        std::array::from_fn(|row| Lanes::turned(four.map(|charge| charge.0[row])))
    }

    /// Bodies from the first up to the end, each a charge of one, and the box around them.
    pub fn of_bodies(bodies: Range<usize>, places: &Columns, ways: &Columns) -> (Self, Sides) {
        let zero = Lanes::all(0.0);
        let count = bodies.len();
        let fours = || bodies.clone().step_by(LANES).map(|first| (first, Lanes::ones(bodies.end - first)));
        let mut sums = [zero; LANES];
        for (first, ones) in fours() {
            let ([x, y], [wx, wy]) = (places.four(first), ways.four(first));
            for (sum, of_four) in sums.iter_mut().zip([x, y, wx, wy]) {
                *sum = *sum + of_four * ones;
            }
        }
        let share = 1.0 / count as f32;
        let [x, y, wx, wy] = Lanes::totals(sums).array();
        let (x, y) = (x * share, y * share);
        let (mut squares, mut cubes, mut low) = ([zero; LANES], [zero; LANES], [zero; LANES]);
        for (first, ones) in fours() {
            let [dx, dy] = places.four(first);
            let (dx, dy) = ((dx - Lanes::all(x)) * ones, (dy - Lanes::all(y)) * ones);
            let (xx, xy, yy) = (dx * dx, dx * dy, dy * dy);
            for (sum, term) in squares.iter_mut().zip([xx, xy, yy]) {
                *sum = *sum + term;
            }
            for (sum, term) in cubes.iter_mut().zip([xx * dx, xx * dy, yy * dx, yy * dy]) {
                *sum = *sum + term;
            }
            for (side, out) in low.iter_mut().zip([dx, dy, zero - dx, zero - dy]) {
                *side = side.at_most(out);
            }
        }
        let [xx, xy, yy, _] = Lanes::totals(squares).array();
        let cubes = Lanes::totals(cubes) * Lanes::of([-1.0 / 6.0, -0.5, -0.5, -1.0 / 6.0]);
        let charge = [Lanes::of([x, y, count as f32, wx]), Lanes::of([wy, xx * 0.5, xy, yy * 0.5]), cubes];
        let [left, top, right, bottom] = Lanes::turned(low);
        let low = left.at_most(top).at_most(right.at_most(bottom));
        (Self(charge), Lanes::of([x, y, -x, -y]) + low)
    }

    /// What some charges are together, and the box of their boxes.
    pub fn of_parts(parts: &[Self], boxes: &[Sides]) -> (Self, Sides) {
        let [x, y, _] = parts[0].centre();
        let four = std::array::from_fn(|part| parts.get(part).copied().unwrap_or(Self::none(x, y)));
        let [[xs, ys, n, wx], [wy, mxx, mxy, myy], [mxxx, mxxy, mxyy, myyy]] = Self::columns(four);
        let [count, sum_x, sum_y, way] = Lanes::totals([n, n * xs, n * ys, wx]).array();
        let (x, y) = (sum_x / count, sum_y / count);
        let (dx, dy) = (xs - Lanes::all(x), ys - Lanes::all(y));
        let (half, third) = (Lanes::all(0.5), Lanes::all(1.0 / 3.0));
        let (hxx, xy, hyy) = (n * dx * dx * half, n * dx * dy, n * dy * dy * half);
        let squares = [wy, mxx + hxx, mxy + xy, myy + hyy];
        let cubes = [
            mxxx - dx * (mxx + hxx * third),
            mxxy - (dy * mxx + dx * mxy + hxx * dy),
            mxyy - (dx * myy + dy * mxy + hyy * dx),
            myyy - dy * (myy + hyy * third),
        ];
        let charge = [Lanes::of([x, y, count, way]), Lanes::totals(squares), Lanes::totals(cubes)];
        let around = boxes.iter().fold(Lanes::all(f32::INFINITY), |low, &sides| low.at_most(sides));
        (Self(charge), around)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Point;

    /// As different as rounding may make two sums of numbers up to so large.
    fn alike(a: Lanes, b: Lanes, size: f32) {
        for (a, b) in a.array().into_iter().zip(b.array()) {
            assert!((a - b).abs() <= 1e-5 * size, "{a} {b}");
        }
    }

    #[test]
    fn bodies_are_the_same_together_and_in_parts() {
        let (mut places, mut ways) = (Columns::new(12), Columns::new(12));
        for body in 0..12_u16 {
            let n = f32::from(body);
            places.set(usize::from(body), Point::new(n * n % 7.0, 3.0 * n % 11.0));
            ways.set(usize::from(body), Point::new(n, 1.0 - n));
        }
        // What stands behind the last is not counted.
        places.x[11] = 1e6;
        let (whole, around) = Charge::of_bodies(0..11, &places, &ways);
        let parts = [0..2, 2..7, 7..11].map(|part| Charge::of_bodies(part, &places, &ways));
        let (same, box_of_all) =
            Charge::of_parts(&parts.map(|(part, _)| part), &parts.map(|(_, sides)| sides));
        for (a, b) in whole.0.into_iter().zip(same.0) {
            alike(a, b, 500.0);
        }
        alike(around, box_of_all, 10.0);
        alike(around, Lanes::of([0.0, 0.0, -4.0, -10.0]), 10.0);
        let [middle, _, count] = whole.centre();
        let mean: f32 = places.x[..11].iter().sum::<f32>() / 11.0;
        let half_square: f32 = places.x[..11].iter().map(|x| (x - mean) * (x - mean) / 2.0).sum();
        let [wy, xx, ..] = whole.0[1].array();
        for (a, b) in [(count, 11.0), (middle, mean), (xx, half_square), (wy, -44.0)] {
            assert!((a - b).abs() < 1e-3, "{a} {b}");
        }
    }
}
