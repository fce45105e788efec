//! The arcs of a link as they will be drawn: bent, all to the left of their direction.

use super::graph::{BACK, COLOURED, Link, THERE};
use crate::{
    Point,
    frame::Frame,
    point::{larger, smaller},
};

/// How far an arc bulges, as a share of its chord, and at most: what the scene draws.
const SAGITTA: f32 = 0.18;
const MOST: f32 = 84.0;

/// The slope with which it leaves a circle: that of a parabola of that height.
const SLOPE: f32 = 4.0 * SAGITTA;

/// Between the tangents of an arc that leaves and one that arrives, on the same chord: cosine and sine.
const OPENING: Point =
    Point::new((1.0 - SLOPE * SLOPE) / (1.0 + SLOPE * SLOPE), 2.0 * SLOPE / (1.0 + SLOPE * SLOPE));

/// Tangents with a cosine above this leave a circle too close to each other (about 23 degrees).
const SHARP: f32 = 0.92;

/// The smallest angle of two plain arcs, of a coloured arc with a plain one, of two coloured arcs.
const ANGLE: [f32; 3] = [1.0, 2.0, 6.0];

/// How near another coloured arc may come to the middle of one, where its number is.
const BADGE: f32 = 12.0;
const OVER_BADGE: f32 = 1.5;

/// The ways of the arcs, in the order of their middles.
const WAYS: [u32; 2] = [THERE, BACK];

/// Seen from the first body of a link, the arc there leaves and the arc back arrives.
const LEAVES: u32 = THERE;
const ARRIVES: u32 = BACK;

/// A link at the present places of its bodies.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bend {
    pub link: Link,
    pub a: Point,
    pub b: Point,
    /// The direction from `a` to `b`, and the distance.
    pub along: Point,
    pub length: f32,
    /// How far the arcs bulge.
    sagitta: f32,
    /// The highest points of the arcs from `a` to `b` and back.
    middles: [Point; 2],
    /// The upright box around them: what lies outside need not be looked at.
    pub frame: Frame,
}

impl Bend {
    pub fn new(link: Link, points: &[Point]) -> Self {
        let (a, b) = (points[link.a as usize], points[link.b as usize]);
        let chord = b - a;
        let middle = (a + b) * 0.5;
        let length = chord.length();
        let share = if length > 0.0 { 1.0 / length } else { 0.0 };
        let along = chord * share;
        let sagitta = smaller(SAGITTA * length, MOST);
        let bulge = Point::new(along.y, -along.x) * sagitta;
        let middles = [middle + bulge, middle - bulge];
        let mut frame = Frame { low: a, high: a };
        frame.take(b);
        for (way, middle) in WAYS.into_iter().zip(middles) {
            if link.has(way) {
                frame.take(middle);
            }
        }
        Self { link, a, b, along, length, sagitta, middles, frame }
    }

    /// Whether a point is nearer to the arcs than the root of this.
    pub fn is_near(&self, at: Point, square: f32) -> bool {
        let gap = self.gap(at, self.link.drawn);
        gap * gap < square
    }

    /// How far a point is to the left of the nearest of these arcs, seen from `a` to `b`, negative to the right of it;
    /// infinite beside their ends.
    pub fn gap(&self, at: Point, ways: u32) -> f32 {
        let spoke = at - (self.a + self.b) * 0.5;
        let t = (spoke.x * self.along.x + spoke.y * self.along.y) * 2.0;
        if t.abs() >= self.length {
            return f32::INFINITY;
        }
        let share = 1.0 / self.length;
        let t = t * share;
        let left = spoke.x * self.along.y - spoke.y * self.along.x;
        let height = self.sagitta * (1.0 - t * t);
        let there = if ways & THERE != 0 { left - height } else { f32::INFINITY };
        let back = if ways & BACK != 0 { left + height } else { f32::INFINITY };
        let nearest = if there.abs() < back.abs() { there } else { back };
        let slope = 4.0 * self.sagitta * t * share;
        nearest / (1.0 + slope * slope).sqrt()
    }

    /// Whether one of its arcs comes within `reach` of the middle of one of the other link's arcs.
    pub fn covers_middle(&self, other: &Self, reach: f32) -> bool {
        (0..2).any(|way| other.link.has(WAYS[way]) && self.is_near(other.middles[way], reach * reach))
    }

    /// What two links cost each other, with `crossing` for a crossing of plain arcs, of a plain with a coloured one, and of
    /// coloured ones: crossings, sharp angles where they meet, numbers under arcs.
    pub fn clash(&self, other: &Self, crossing: &[f32; 3]) -> f32 {
        let (one, two) = (&self.link, &other.link);
        let coloured = usize::from(one.has(COLOURED)) + usize::from(two.has(COLOURED));
        let shared = if two.a == one.a || two.b == one.a {
            Some(one.a)
        } else if two.a == one.b || two.b == one.b {
            Some(one.b)
        } else {
            None
        };
        let mut cost = 0.0;
        if let Some(body) = shared {
            let close = self.closeness(other, body);
            if close > SHARP {
                cost += ANGLE[coloured] * (close - SHARP) / (1.0 - SHARP);
            }
        }
        if coloured == 0 {
            if shared.is_none() && crosses(self.a, self.b, other.a, other.b) {
                cost += crossing[0];
            }
        } else if shared.is_none() || coloured == 2 {
            cost += crossing[coloured] * self.crossings(other) as f32;
        }
        if coloured == 2 && (self.covers_middle(other, BADGE) || other.covers_middle(self, BADGE)) {
            cost += OVER_BADGE;
        }
        cost
    }

    /// How often the arcs of two links cross. Plain ones are taken for straight; coloured ones are followed
    /// along their arcs, each as two straight lines, even where they share a body.
    pub fn crossings(&self, other: &Self) -> u32 {
        let ends =
            |bend: &Self, end: usize| if end == 0 { (bend.link.a, bend.a) } else { (bend.link.b, bend.b) };
        let mut count = 0;
        // Each half of each of our arcs with each half of each of theirs.
        for case in 0..16 {
            let (way, back) = (case & 1, case >> 1 & 1);
            let ((one, p), (two, q)) = (ends(self, case >> 2 & 1), ends(other, case >> 3));
            if self.link.has(WAYS[way]) && other.link.has(WAYS[back]) && one != two {
                count += u32::from(crosses(p, self.middles[way], q, other.middles[back]));
            }
        }
        count
    }

    /// The cosine of the smallest angle between the arcs of two links where they leave a body of both.
    pub fn closeness(&self, other: &Self, body: u32) -> f32 {
        let (s, mine) = self.outward(body);
        let (t, theirs) = other.outward(body);
        let dot = s.x * t.x + s.y * t.y;
        let cross = s.x * t.y - s.y * t.x;
        let mut most = -1.0_f32;
        if mine & theirs != 0 {
            most = dot;
        }
        // Seen from the body, what leaves bends to the left and what arrives comes in from the right.
        if mine & LEAVES != 0 && theirs & ARRIVES != 0 {
            most = larger(most, OPENING.x * dot - OPENING.y * cross);
        }
        if mine & ARRIVES != 0 && theirs & LEAVES != 0 {
            most = larger(most, OPENING.x * dot + OPENING.y * cross);
        }
        most
    }

    /// The direction away from one of its bodies, and which arcs are drawn there, as bits.
    const fn outward(&self, body: u32) -> (Point, u32) {
        let ways = self.link.drawn & (THERE | BACK);
        if body == self.link.a {
            (self.along, ways)
        } else {
            // Of two bits the other one.
            (Point::new(-self.along.x, -self.along.y), (ways << 1 | ways >> 1) & (THERE | BACK))
        }
    }
}

/// Whether the straight lines from `a` to `b` and from `c` to `d` cross.
pub(super) fn crosses(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bend(a: Point, b: Point, drawn: u32) -> Bend {
        Bend::new(Link { a: 0, b: 1, drawn, least: 0.0 }, &[a, b])
    }

    #[test]
    fn an_arc_bulges_to_the_left_of_its_direction() {
        // To the right on the screen, so the left is up: y below 0.
        let there = bend(Point::new(0.0, 0.0), Point::new(100.0, 0.0), THERE);
        assert!(there.is_near(Point::new(50.0, -18.0), 0.01));
        assert!(!there.is_near(Point::new(50.0, 18.0), 30.0 * 30.0));
        let lens = bend(Point::new(0.0, 0.0), Point::new(100.0, 0.0), THERE | BACK);
        assert!(lens.is_near(Point::new(50.0, 18.0), 0.01));
        assert!(!there.is_near(Point::new(101.0, 0.0), f32::INFINITY));
        // A long one bends no further than it is drawn.
        let long = bend(Point::new(0.0, 0.0), Point::new(1000.0, 0.0), THERE);
        assert!(long.is_near(Point::new(500.0, -MOST), 0.01));
    }

    #[test]
    fn tangents_that_leave_and_arrive_open_to_different_sides() {
        // From body 0 in the middle: 1 lies to the right, 2 above it by the opening's angle.
        let points =
            [Point::new(0.0, 0.0), Point::new(100.0, 0.0), Point::new(OPENING.x, -OPENING.y) * 100.0];
        let arc = |b: u32, drawn: u32| Bend::new(Link { a: 0, b, drawn, least: 0.0 }, &points);
        assert!(arc(1, THERE).closeness(&arc(2, BACK), 0) > 0.999);
        assert!(arc(1, BACK).closeness(&arc(2, THERE), 0) < 0.6);
        assert!((arc(1, THERE).closeness(&arc(2, THERE), 0) - OPENING.x).abs() < 1e-6);
    }
}
