//! A point or a vector of the plane.

use std::ops::{Add, Mul, Sub};

/// A point or a vector: layout units before the camera, CSS pixels after it. `y` grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// The length of the vector. Uses `sqrt`, which is exact on every machine.
    pub fn length(self) -> f32 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    /// The vector turned a quarter to the right as seen on the screen (`y` grows downwards).
    pub const fn turned(self) -> Self {
        Self::new(-self.y, self.x)
    }

    /// The vector of length 1 in the same direction, or zero for the zero vector.
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 0.0 { self * (1.0 / length) } else { Self::default() }
    }
}

/// `value`, or the nearer of two bounds. Unlike `f32::clamp` it has no panic, whose message would bring the
/// formatting of floats into the module (16 kB).
#[inline(never)]
pub(crate) const fn within(value: f32, low: f32, high: f32) -> f32 {
    smaller(high, larger(low, value))
}

/// The larger of two numbers, the first if the second is none. One instruction, where `f32::max` is a call in wasm.
pub(crate) const fn larger(a: f32, b: f32) -> f32 {
    if a < b { b } else { a }
}

/// The smaller of two numbers, the first if the second is none.
pub(crate) const fn smaller(a: f32, b: f32) -> f32 {
    if b < a { b } else { a }
}

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Point {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}
