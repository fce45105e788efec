//! Many boxes or straight lines, of which four at a time are held against another.

use super::lanes::{LANES, Lanes};
use crate::{Point, frame::Frame};

/// What has no place yet and what fills the last four is there: so far out that it meets nothing.
const NOWHERE: f32 = 1e18;

/// Pairs of points in columns, numbered from 0: the corners of boxes, the ends of lines, or one place twice.
pub(super) struct Spans {
    /// The one and the other point of four, x and y; then those of the next four.
    columns: Vec<Lanes>,
}

impl Spans {
    /// Room for so many, all of them nowhere.
    pub fn new(count: usize) -> Self {
        Self { columns: vec![Lanes::all(NOWHERE); 4 * count.div_ceil(LANES)] }
    }

    /// How many fours there are.
    pub fn fours(&self) -> usize {
        self.columns.len() / 4
    }

    #[inline(never)]
    pub fn set(&mut self, place: usize, from: Point, to: Point) {
        let lane = place % LANES;
        let [from_x, from_y, to_x, to_y] = &mut self.columns.as_chunks_mut().0[place / LANES];
        from_x.set(lane, from.x);
        from_y.set(lane, from.y);
        to_x.set(lane, to.x);
        to_y.set(lane, to.y);
    }

    /// The ways from the first points of four to a place: along x, along y, and the squares of their lengths.
    #[allow(clippy::inline_always, reason = "three numbers that are given back by a call go through memory")]
    #[inline(always)]
    pub fn ways(&self, four: usize, to: Point) -> [Lanes; 3] {
        let [xs, ys, ..]: [Lanes; 4] = self.columns.as_chunks().0[four];
        let (x, y) = (Lanes::all(to.x) - xs, Lanes::all(to.y) - ys);
        [x, y, x * x + y * y]
    }

    /// The boxes that have a point in common with another.
    pub const fn meeting<'a>(&'a self, frame: &'a Frame) -> Meeting<'a> {
        Meeting { spans: self, frame, next: 0, bits: 0 }
    }

    /// Which of four lines cross that between two points, with which they share no end: the ends of each are strictly to
    /// different sides of the other.
    #[inline]
    pub fn crossing(&self, four: usize, a: Point, b: Point) -> u32 {
        let [cx, cy, dx, dy] = self.columns.as_chunks().0[four];
        let [ax, ay, bx, by] = [Lanes::all(a.x), Lanes::all(a.y), Lanes::all(b.x), Lanes::all(b.y)];
        let (x, y, none) = (bx - ax, by - ay, Lanes::all(0.0));
        let sides = (x * (cy - ay) - y * (cx - ax)) * (x * (dy - ay) - y * (dx - ax));
        let (x, y) = (dx - cx, dy - cy);
        let others = (x * (ay - cy) - y * (ax - cx)) * (x * (by - cy) - y * (bx - cx));
        none.above(sides) & none.above(others)
    }
}

/// The numbers of boxes that meet another.
pub(super) struct Meeting<'a> {
    spans: &'a Spans,
    frame: &'a Frame,
    /// The next four, and which of those before it are still to be told: a bit for each.
    next: usize,
    bits: u32,
}

impl Iterator for Meeting<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (low, high) = (self.frame.low, self.frame.high);
        while self.bits == 0 {
            let [left, upper, right, lower] = *self.spans.columns.as_chunks().0.get(self.next)?;
            self.bits = Lanes::all(high.x).above_or_at(left)
                & right.above_or_at(Lanes::all(low.x))
                & Lanes::all(high.y).above_or_at(upper)
                & lower.above_or_at(Lanes::all(low.y));
            self.next += 1;
        }
        let lane = self.bits.trailing_zeros();
        self.bits &= self.bits - 1;
        Some((self.next * LANES - LANES) as u32 + lane)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, Spring, bend::Bend, graph::Graph, stress::Dice};

    #[test]
    fn boxes_are_found_that_meet_another() {
        let frame = |n: f32| Frame { low: Point::new(n, -n), high: Point::new(n + 2.0, 1.0 - n) };
        let wide = Frame { low: Point::new(-9.0, -9.0), high: Point::new(9.0, 9.0) };
        let all = [0.0, 1.0, 5.0, 2.0, 3.0, 0.5].map(frame);
        let mut spans = Spans::new(6);
        for (place, frame) in all.iter().enumerate() {
            spans.set(place, frame.low, frame.high);
        }
        for other in [frame(0.0), frame(2.0), frame(2.5), wide] {
            let met: Vec<u32> = spans.meeting(&other).collect();
            let expected = (0..6).filter(|&place| all[place as usize].meets(&other));
            assert_eq!(met, expected.collect::<Vec<u32>>(), "{other:?}");
        }
    }

    #[test]
    fn four_lines_cross_what_each_of_them_crosses() {
        let mut dice = Dice::new(5);
        let springs: Vec<Spring> = (0..7).flat_map(|a| (0..a).map(move |b| Spring { a, b })).collect();
        let graph = Graph::new(&vec![Body::default(); 7], &springs, &[]);
        let points: Vec<Point> = (0..7).map(|_| Point::new(dice.centred(), dice.centred())).collect();
        let bends: Vec<Bend> = graph.links.iter().map(|&link| Bend::new(link, &points)).collect();
        let mut spans = Spans::new(bends.len());
        for (place, bend) in bends.iter().enumerate() {
            spans.set(place, bend.a, bend.b);
        }
        let mut crossings = 0;
        for bend in &bends {
            for place in 0..LANES * spans.fours() {
                let is_crossing = spans.crossing(place / LANES, bend.a, bend.b) >> (place % LANES) & 1 == 1;
                let is_expected = bends.get(place).is_some_and(|other| {
                    let is_shared = other.link.joins(bend.link.a) || other.link.joins(bend.link.b);
                    !is_shared && bend.clash(other, &[1.0; 3]) > 0.0
                });
                assert_eq!(is_crossing, is_expected, "{:?}: {place}", bend.link);
                crossings += u32::from(is_crossing);
            }
        }
        assert!(crossings > 4, "{crossings}");
    }
}
