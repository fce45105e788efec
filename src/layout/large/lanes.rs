//! Four numbers at a time: one instruction each in wasm with `simd128`, a loop elsewhere, the same bits everywhere.
//!
//! The module is built with few copies of what is called (`SPARING` in `src/bin/dev/wasm.rs`): without `#[inline]` on what
//! is an instruction or two, ticks take 7 % longer.

/// How many numbers.
pub(super) const LANES: usize = 4;

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod vector {
    use core::arch::wasm32::{
        f32x4, f32x4_abs, f32x4_add, f32x4_div, f32x4_extract_lane, f32x4_ge, f32x4_gt, f32x4_mul,
        f32x4_pmax, f32x4_pmin, f32x4_splat, f32x4_sqrt, f32x4_sub, i32x4_bitmask, i32x4_shuffle, v128,
    };

    pub type Vector = v128;

    pub fn of([a, b, c, d]: [f32; 4]) -> v128 {
        f32x4(a, b, c, d)
    }
    pub fn all(value: f32) -> v128 {
        f32x4_splat(value)
    }
    pub fn add(a: v128, b: v128) -> v128 {
        f32x4_add(a, b)
    }
    pub fn sub(a: v128, b: v128) -> v128 {
        f32x4_sub(a, b)
    }
    pub fn mul(a: v128, b: v128) -> v128 {
        f32x4_mul(a, b)
    }
    pub fn div(a: v128, b: v128) -> v128 {
        f32x4_div(a, b)
    }
    pub fn sqrt(a: v128) -> v128 {
        f32x4_sqrt(a)
    }
    pub fn max(a: v128, b: v128) -> v128 {
        f32x4_pmax(a, b)
    }
    pub fn min(a: v128, b: v128) -> v128 {
        f32x4_pmin(a, b)
    }
    pub fn abs(a: v128) -> v128 {
        f32x4_abs(a)
    }
    pub fn above(a: v128, b: v128) -> u32 {
        u32::from(i32x4_bitmask(f32x4_gt(a, b)))
    }
    pub fn above_or_at(a: v128, b: v128) -> u32 {
        u32::from(i32x4_bitmask(f32x4_ge(a, b)))
    }
    pub fn turned([a, b, c, d]: [v128; 4]) -> [v128; 4] {
        let (ab, cd) = (i32x4_shuffle::<0, 4, 1, 5>(a, b), i32x4_shuffle::<0, 4, 1, 5>(c, d));
        let (ef, gh) = (i32x4_shuffle::<2, 6, 3, 7>(a, b), i32x4_shuffle::<2, 6, 3, 7>(c, d));
        [
            i32x4_shuffle::<0, 1, 4, 5>(ab, cd),
            i32x4_shuffle::<2, 3, 6, 7>(ab, cd),
            i32x4_shuffle::<0, 1, 4, 5>(ef, gh),
            i32x4_shuffle::<2, 3, 6, 7>(ef, gh),
        ]
    }
    pub fn array(a: v128) -> [f32; 4] {
        [
            f32x4_extract_lane::<0>(a),
            f32x4_extract_lane::<1>(a),
            f32x4_extract_lane::<2>(a),
            f32x4_extract_lane::<3>(a),
        ]
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod vector {
    use std::array::from_fn;
    use std::ops::{Add, Div, Mul, Sub};

    pub type Vector = [f32; 4];

    pub const fn of(values: [f32; 4]) -> Vector {
        values
    }
    pub const fn all(value: f32) -> Vector {
        [value; 4]
    }
    fn each(a: Vector, b: Vector, how: impl Fn(f32, f32) -> f32) -> Vector {
        from_fn(|lane| how(a[lane], b[lane]))
    }
    pub fn add(a: Vector, b: Vector) -> Vector {
        each(a, b, f32::add)
    }
    pub fn sub(a: Vector, b: Vector) -> Vector {
        each(a, b, f32::sub)
    }
    pub fn mul(a: Vector, b: Vector) -> Vector {
        each(a, b, f32::mul)
    }
    pub fn div(a: Vector, b: Vector) -> Vector {
        each(a, b, f32::div)
    }
    pub fn sqrt(a: Vector) -> Vector {
        a.map(f32::sqrt)
    }
    // As the instructions of wasm have it.
    pub fn max(a: Vector, b: Vector) -> Vector {
        each(a, b, |a, b| if a < b { b } else { a })
    }
    pub fn min(a: Vector, b: Vector) -> Vector {
        each(a, b, |a, b| if b < a { b } else { a })
    }
    pub fn abs(a: Vector) -> Vector {
        a.map(f32::abs)
    }
    fn bits(a: Vector, b: Vector, how: impl Fn(f32, f32) -> bool) -> u32 {
        (0..4).map(|lane| u32::from(how(a[lane], b[lane])) << lane).sum()
    }
    pub fn above(a: Vector, b: Vector) -> u32 {
        bits(a, b, |a, b| a > b)
    }
    pub fn above_or_at(a: Vector, b: Vector) -> u32 {
        bits(a, b, |a, b| a >= b)
    }
    pub fn turned(rows: [Vector; 4]) -> [Vector; 4] {
        from_fn(|column| rows.map(|row| row[column]))
    }
    pub const fn array(a: Vector) -> [f32; 4] {
        a
    }
}

/// Four numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lanes(vector::Vector);

impl Lanes {
    #[inline]
    pub fn of(values: [f32; LANES]) -> Self {
        Self(vector::of(values))
    }
    /// The same number in each.
    #[inline]
    pub fn all(value: f32) -> Self {
        Self(vector::all(value))
    }
    /// One in the first few, nothing in the others.
    #[inline]
    pub fn ones(few: usize) -> Self {
        const ONES: [f32; 2 * LANES] = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        let first = LANES - few.min(LANES);
        Self::of(ONES[first..first + LANES].as_chunks().0[0])
    }
    #[inline]
    pub fn sqrt(self) -> Self {
        Self(vector::sqrt(self.0))
    }
    /// Not beyond a limit to either side.
    #[inline]
    pub fn within(self, low: Self, high: Self) -> Self {
        Self(vector::max(vector::min(self.0, high.0), low.0))
    }
    #[inline]
    pub fn at_least(self, low: Self) -> Self {
        Self(vector::max(self.0, low.0))
    }
    #[inline]
    pub fn at_most(self, high: Self) -> Self {
        Self(vector::min(self.0, high.0))
    }
    /// Without their signs.
    #[inline]
    pub fn abs(self) -> Self {
        Self(vector::abs(self.0))
    }
    /// Which are above others: a bit for each.
    pub fn above(self, other: Self) -> u32 {
        vector::above(self.0, other.0)
    }
    /// Which are not below others.
    pub fn above_or_at(self, other: Self) -> u32 {
        vector::above_or_at(self.0, other.0)
    }
    /// Rows as columns.
    #[inline]
    pub fn turned(rows: [Self; LANES]) -> [Self; LANES] {
        vector::turned(rows.map(|row| row.0)).map(Self)
    }
    /// Each of them.
    #[inline]
    pub fn array(self) -> [f32; LANES] {
        vector::array(self.0)
    }
    /// The sums of four fours.
    #[inline]
    pub fn totals(rows: [Self; LANES]) -> Self {
        let [a, b, c, d] = Self::turned(rows);
        (a + b) + (c + d)
    }
    /// The sum of the four, in this order.
    #[inline]
    pub fn total(self) -> f32 {
        let [a, b, c, d] = vector::array(self.0);
        (a + b) + (c + d)
    }
}

impl std::ops::Add for Lanes {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(vector::add(self.0, other.0))
    }
}

impl std::ops::Sub for Lanes {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(vector::sub(self.0, other.0))
    }
}

impl std::ops::Mul for Lanes {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(vector::mul(self.0, other.0))
    }
}

impl std::ops::Div for Lanes {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self(vector::div(self.0, other.0))
    }
}
