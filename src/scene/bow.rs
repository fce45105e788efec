//! The circular arc on which a link is drawn, and its parallels.
//!
//! All arcs bend to the left of their direction. So A to B and B to A make a lens, and a loop whose companies
//! run clockwise on the screen bulges outwards: a wheel.
//!
//! ```text
//!        .-- B          The centre of the circle lies to the right of the way from A to B. A parallel at
//!      /   .'           offset +o has radius + o: stripes are exact, at any width. Directions from the
//!     A .'  centre      centre are kept as unit vectors, so that nothing needs a sine.
//! ```

use crate::Point;

/// Sagitta over chord: how round an arc is. 0.18 bends by 79 degrees in all: three make a wheel.
const ROUNDNESS: f64 = 0.18;

/// Arcs across the whole stage bend no further than this many pixels, or they would leave it.
const MOST: f64 = 84.0;

/// A direction from the centre of a bow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spoke {
    x: f64,
    y: f64,
}

impl Spoke {
    /// Turned clockwise on the screen by the angle whose half has this sine.
    fn turned(self, half_sine: f64) -> Self {
        let half_cosine = (1.0 - half_sine * half_sine).max(0.0).sqrt();
        let (sine, cosine) = (2.0 * half_sine * half_cosine, 1.0 - 2.0 * half_sine * half_sine);
        Self { x: self.x * cosine - self.y * sine, y: self.x * sine + self.y * cosine }
    }

    fn cross(self, other: Self) -> f64 {
        self.x * other.y - self.y * other.x
    }

    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// Whether `other` lies clockwise of this one, by less than half a turn.
    pub(super) fn before(self, other: Self) -> bool {
        self.cross(other) > 0.0
    }

    /// Between this spoke and another, about in proportion: exact at 0, 1/2 and 1.
    pub(super) fn towards(self, other: Self, share: f32) -> Self {
        let (t, k) = (f64::from(share), handle(self, other));
        let (u, s) = (1.0 - t, 3.0 * (1.0 - t) * t);
        let (a, b) = (u * u * u + s * u, t * t * t + s * t);
        let (c, d) = (s * u * k, s * t * k);
        let x = a * self.x - c * self.y + b * other.x + d * other.y;
        let y = a * self.y + c * self.x + b * other.y - d * other.x;
        let length = (x * x + y * y).sqrt();
        Self { x: x / length, y: y / length }
    }

    /// As a vector of the screen: away from the centre, to the left of the bow's direction.
    pub(super) const fn outwards(self) -> Point {
        Point::new(self.x as f32, self.y as f32)
    }
}

/// Length of the handles of the cubic that follows the unit circle between two spokes: 4/3 tan(angle / 4).
fn handle(from: Spoke, to: Spoke) -> f64 {
    let half = from.cross(to) / (1.0 + from.dot(to));
    4.0 / 3.0 * half / (1.0 + (1.0 + half * half).sqrt())
}

/// The point of the arc from `a` to `b` that is farthest from the straight line, for boxes around a picture.
pub fn bulge(a: Point, b: Point) -> Option<Point> {
    let bow = Bow::between(a, b)?;
    Some(bow.at(bow.from.towards(bow.to, 0.5), 0.0))
}

/// A circular arc between the centres of two circles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bow {
    centre: (f64, f64),
    radius: f64,
    from: Spoke,
    to: Spoke,
}

impl Bow {
    /// The bow between two points; `None` where they are the same.
    pub(super) fn between(a: Point, b: Point) -> Option<Self> {
        let (ax, ay, bx, by) = (f64::from(a.x), f64::from(a.y), f64::from(b.x), f64::from(b.y));
        let (dx, dy) = (bx - ax, by - ay);
        let chord = (dx * dx + dy * dy).sqrt();
        if chord < 1e-3 {
            return None;
        }
        let sagitta = (chord * ROUNDNESS).min(MOST);
        let radius = chord * chord / (8.0 * sagitta) + sagitta / 2.0;
        // From the middle of the chord to the right of its direction, as far as the centre.
        let reach = (radius - sagitta) / chord;
        let centre = (f64::midpoint(ax, bx) - dy * reach, f64::midpoint(ay, by) + dx * reach);
        let spoke = |x: f64, y: f64| Spoke { x: (x - centre.0) / radius, y: (y - centre.1) / radius };
        Some(Self { centre, radius, from: spoke(ax, ay), to: spoke(bx, by) })
    }

    /// Half the sine of the angle between an end and where the parallel at `offset` is `distance` away from it.
    fn half_sine(&self, distance: f32, offset: f32) -> f64 {
        let (distance, offset) = (f64::from(distance), f64::from(offset));
        let squared = (distance * distance - offset * offset) / (4.0 * self.radius * (self.radius + offset));
        squared.max(0.0).sqrt().min(1.0)
    }

    /// The spoke on which the parallel at `offset` is `distance` away from the first point.
    pub(super) fn leaving(&self, distance: f32, offset: f32) -> Spoke {
        self.from.turned(self.half_sine(distance, offset))
    }

    /// The spoke on which the parallel at `offset` is `distance` away from the second point.
    pub(super) fn reaching(&self, distance: f32, offset: f32) -> Spoke {
        self.to.turned(-self.half_sine(distance, offset))
    }

    /// The point on a spoke of the parallel at `offset`, which is outwards where positive.
    pub(super) fn at(&self, spoke: Spoke, offset: f32) -> Point {
        let radius = self.radius + f64::from(offset);
        Point::new((self.centre.0 + spoke.x * radius) as f32, (self.centre.1 + spoke.y * radius) as f32)
    }

    /// The parallel at `offset` between two spokes, as one cubic: off a true arc by less than 0.03 % of the
    /// radius.
    pub(super) fn curve(&self, from: Spoke, to: Spoke, offset: f32) -> [Point; 4] {
        let radius = self.radius + f64::from(offset);
        let reach = handle(from, to);
        let point = |x: f64, y: f64| {
            Point::new((self.centre.0 + x * radius) as f32, (self.centre.1 + y * radius) as f32)
        };
        [
            point(from.x, from.y),
            point(from.x - from.y * reach, from.y + from.x * reach),
            point(to.x + to.y * reach, to.y - to.x * reach),
            point(to.x, to.y),
        ]
    }

    /// Where a point lies beside the arc between two spokes: its offset, or `None` beyond the ends.
    pub(super) fn offset(&self, from: Spoke, to: Spoke, point: Point) -> Option<f32> {
        let (x, y) = (f64::from(point.x) - self.centre.0, f64::from(point.y) - self.centre.1);
        let spoke = Spoke { x, y };
        let within = from.cross(spoke) >= 0.0 && spoke.cross(to) >= 0.0;
        within.then(|| ((x * x + y * y).sqrt() - self.radius) as f32)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn bulges_to_the_left_by_the_sagitta() {
        let bow = Bow::between(Point::new(0.0, 0.0), Point::new(100.0, 0.0)).unwrap();
        let middle = bow.at(bow.from.towards(bow.to, 0.5), 0.0);
        // Left of a way to the right is up, where y is smaller.
        assert!((middle.x - 50.0).abs() < 1e-3 && (middle.y + 18.0).abs() < 1e-3, "{middle:?}");
    }

    #[test]
    fn a_parallel_leaves_and_reaches_circles_at_their_edges() {
        let (a, b) = (Point::new(10.0, 20.0), Point::new(150.0, -60.0));
        let bow = Bow::between(a, b).unwrap();
        for offset in [-6.0, 0.0, 4.0, 8.0] {
            let start = bow.at(bow.leaving(15.0, offset), offset);
            let end = bow.at(bow.reaching(22.0, offset), offset);
            assert!(((start - a).length() - 15.0).abs() < 1e-3);
            assert!(((end - b).length() - 22.0).abs() < 1e-3);
        }
    }

    #[test]
    fn the_cubic_follows_the_circle() {
        let bow = Bow::between(Point::new(0.0, 0.0), Point::new(400.0, 100.0)).unwrap();
        let [a, b, c, d] = bow.curve(bow.from, bow.to, 5.0);
        for step in 0..=20 {
            let t = step as f32 / 20.0;
            let u = 1.0 - t;
            let point = a * (u * u * u) + b * (3.0 * u * u * t) + c * (3.0 * u * t * t) + d * (t * t * t);
            let offset = bow.offset(bow.from, bow.to, point).unwrap_or(5.0);
            assert!((offset - 5.0).abs() < 0.1, "{offset} at {t}");
        }
    }

    #[test]
    fn huge_chords_stay_exact_and_coincident_points_have_no_bow() {
        let (a, b) = (Point::new(0.0, 0.0), Point::new(1e6, 3.0));
        let bow = Bow::between(a, b).unwrap();
        assert!(((bow.at(bow.leaving(20.0, 0.0), 0.0) - a).length() - 20.0).abs() < 0.01);
        assert_eq!(Bow::between(a, a), None);
    }
}
