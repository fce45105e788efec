//! Many charges as one polynomial, and their potential as another: the algebra of the fast multipole method.
//!
//! L. Greengard and V. Rokhlin, "A fast algorithm for particle simulations", Journal of Computational Physics 73, 1987;
//! with plain coordinates as in W. Dehnen, "A hierarchical O(N) force calculation algorithm", Journal of Computational
//! Physics 179, 2002. Force q/r^2 in the plane has the potential q/r; terms are kept up to its fourth derivatives.

use std::ops::{Add, Mul};

use super::charge::Charge;
use super::lanes::{LANES, Lanes};
use super::quadtree::Spot;

/// The derivatives of a potential at a centre: x, y; xx, xy, yy; xxx and so on; xxxx and so on. Then what a tick adds to
/// the first five, since the charges move.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Field([f32; 19]);

impl Field {
    /// The same field seen from another centre.
    pub fn moved(&self, x: f32, y: f32) -> Self {
        let [_, _, xx, xy, yy, xxx, xxy, xyy, yyy, xxxx, xxxy, xxyy, xyyy, yyyy, tx, ty, txx, txy, tyy] =
            self.0;
        let (h, k, l) = (x * x / 2.0, x * y, y * y / 2.0);
        let [fx, fy] = slope(self.0, x, y, 0.5, 1.0 / 3.0);
        Self([
            fx,
            fy,
            xx + xxx * x + xxy * y + xxxx * h + xxxy * k + xxyy * l,
            xy + xxy * x + xyy * y + xxxy * h + xxyy * k + xyyy * l,
            yy + xyy * x + yyy * y + xxyy * h + xyyy * k + yyyy * l,
            xxx + xxxx * x + xxxy * y,
            xxy + xxxy * x + xxyy * y,
            xyy + xxyy * x + xyyy * y,
            yyy + xyyy * x + yyyy * y,
            xxxx,
            xxxy,
            xxyy,
            xyyy,
            yyyy,
            tx + txx * x + txy * y,
            ty + txy * x + tyy * y,
            txx,
            txy,
            tyy,
        ])
    }

    /// The same field some ticks later.
    pub fn later(&self, ticks: f32) -> Self {
        let mut field = *self;
        for term in 0..5 {
            field.0[term] += field.0[term + 14] * ticks;
        }
        field
    }

    /// The forces on four bodies some way from the centre: down the potential.
    pub fn forces(&self, x: Lanes, y: Lanes) -> [Lanes; 2] {
        let [sum_x, sum_y] = slope(self.0.map(Lanes::all), x, y, Lanes::all(0.5), Lanes::all(1.0 / 3.0));
        let zero = Lanes::all(0.0);
        [zero - sum_x, zero - sum_y]
    }

    /// Adds the potential of some charges, which are as far away as the series needs.
    pub fn add(&mut self, at: &Spot, strength: f32, charges: &[Charge], far: &[u32], is_moving: bool) {
        let none = Charge::none(at.x + 1.0, at.y);
        let mut sums = [Lanes::all(0.0); 19];
        for ids in far.chunks(LANES) {
            // Of one place, or the kernel would be written out twice.
            let four = match *ids {
                [a, b, c, d] => [a, b, c, d].map(|id| charges[id as usize]),
                _ => std::array::from_fn(|lane| ids.get(lane).map_or(none, |&id| charges[id as usize])),
            };
            add_four(&mut sums, at, strength, four, is_moving);
        }
        let terms = if is_moving { 19 } else { 14 };
        for (term, sum) in self.0.iter_mut().zip(sums).take(terms) {
            *term += sum.total();
        }
    }
}

/// The first derivatives some way from the centre, of one number or of four at a time.
#[inline]
fn slope<T: Copy + Add<Output = T> + Mul<Output = T>>(
    terms: [T; 19],
    x: T,
    y: T,
    half: T,
    third: T,
) -> [T; 2] {
    let [fx, fy, xx, xy, yy, xxx, xxy, xyy, yyy, xxxx, xxxy, xxyy, xyyy, yyyy, ..] = terms;
    let (h, k, l) = (x * x * half, x * y, y * y * half);
    let (hx, hy, lx, ly) = (h * x * third, h * y, l * x, l * y * third);
    let sum_x =
        fx + xx * x + xy * y + xxx * h + xxy * k + xyy * l + xxxx * hx + xxxy * hy + xxyy * lx + xyyy * ly;
    let sum_y =
        fy + xy * x + yy * y + xxy * h + xyy * k + yyy * l + xxxy * hx + xxyy * hy + xyyy * lx + yyyy * ly;
    [sum_x, sum_y]
}

/// Four charges at a time; each term is summed in its own four lanes.
fn add_four(sums: &mut [Lanes; 19], at: &Spot, strength: f32, four: [Charge; LANES], is_moving: bool) {
    let (x, y) = (Lanes::all(at.x), Lanes::all(at.y));
    let [[at_x, at_y, count, wx], [wy, mxx, mxy, myy], [sxxx, sxxy, sxyy, syyy]] = Charge::columns(four);
    let (dx, dy) = (x - at_x, y - at_y);
    let inverse = Lanes::all(1.0) / (dx * dx + dy * dy);
    // Everything is written in unit vectors and powers of 1/r, of which none is too small a number.
    let near = inverse.sqrt();
    let (x, y) = (dx * near, dy * near);
    let first = Lanes::all(strength) * inverse;
    let second = first * near;
    let third = first * inverse;
    let fourth = second * inverse;
    let (n3, n6, n15) = (Lanes::all(3.0), Lanes::all(6.0), Lanes::all(15.0));
    let (n90, n105) = (Lanes::all(90.0), Lanes::all(105.0));
    let (xx, xy, yy) = (x * x, x * y, y * y);
    let one = Lanes::all(1.0);
    let (d2xx, d2xy, d2yy) = (second * (n3 * xx - one), second * n3 * xy, second * (n3 * yy - one));
    let (a, b) = (n3 - n15 * xx, n3 - n15 * yy);
    let d3 = [third * x * (a + n6), third * y * a, third * x * b, third * y * (b + n6)];
    let (p, q) = (n105 * xx, n105 * yy);
    let n45 = Lanes::all(45.0);
    let d4 = [
        fourth * (xx * (p - n90) + n3 + n6),
        fourth * xy * (p - n45),
        fourth * (n105 * xy * xy - n15 + n3),
        fourth * xy * (q - n45),
        fourth * (yy * (q - n90) + n3 + n6),
    ];
    let quadrupole = |i: usize, d: &[Lanes]| mxx * d[i] + mxy * d[i + 1] + myy * d[i + 2];
    let octupole = |i: usize| sxxx * d4[i] + sxxy * d4[i + 1] + sxyy * d4[i + 2] + syyy * d4[i + 3];
    let terms = [
        quadrupole(0, &d3) + octupole(0) - count * first * x,
        quadrupole(1, &d3) + octupole(1) - count * first * y,
        count * d2xx + quadrupole(0, &d4),
        count * d2xy + quadrupole(1, &d4),
        count * d2yy + quadrupole(2, &d4),
        count * d3[0],
        count * d3[1],
        count * d3[2],
        count * d3[3],
        count * d4[0],
        count * d4[1],
        count * d4[2],
        count * d4[3],
        count * d4[4],
    ];
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum = *sum + term;
    }
    if is_moving {
        sums[14] = sums[14] - wx * d2xx - wy * d2xy;
        sums[15] = sums[15] - wx * d2xy - wy * d2yy;
        sums[16] = sums[16] - wx * d3[0] - wy * d3[1];
        sums[17] = sums[17] - wx * d3[1] - wy * d3[2];
        sums[18] = sums[18] - wx * d3[2] - wy * d3[3];
    }
}
