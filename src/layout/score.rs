//! How good an arrangement looks: distances unlike those of the graph, crossings, arcs over circles and labels, sharp
//! angles, short arcs, wheels that are not round. A sum of penalties; 0 would be perfect.

use super::{
    bend::Bend,
    draft::Draft,
    graph::{BACK, COLOUR, THERE},
    spacing,
    tangle::Hops,
    weights,
    weights::Weights,
    wheels,
};
use crate::{Point, frame::Frame, point::larger};

const OVER_CIRCLE: f32 = 4.0;
/// So much more where it is coloured, more than a crossing: the company seems to be of a loop that it is not of.
const UNDER_CIRCLE: f32 = 60.0;
const OVER_LABEL: f32 = 1.2;
const OVERLAP: f32 = 8.0;
const SHORT: f32 = 40.0;
const INSIDE: f32 = 15.0;

/// An arc that comes this near to a circle seems to touch it.
const NEAR: f32 = 8.0;

/// Circles and labels that come this near to each other seem to touch; less than twice the air around both.
const CLOSE: f32 = 6.0;

/// Near the place where a body was shown before, moving by this much costs one point.
const HOME: f32 = 25.0;

/// Judges an arrangement, and changes of it body by body.
pub(super) struct Score<'a> {
    pub draft: &'a Draft,
    weights: Weights,
    pub points: Box<[Point]>,
    bends: Box<[Bend]>,
    /// Around the circle and the label of each body, with air: an arc outside need not be looked at.
    boxes: Box<[Frame]>,
    /// By a number of hops, one over their length at the size of the arrangement that was taken up; of none, 0.
    shares: [f32; 256],
}

impl<'a> Score<'a> {
    pub fn new(draft: &'a Draft) -> Self {
        Self {
            draft,
            weights: weights::of(draft.graph.len()),
            points: Box::default(),
            bends: Box::default(),
            boxes: Box::default(),
            shares: [0.0; 256],
        }
    }

    /// Takes up another arrangement.
    pub fn take(&mut self, points: &[Point]) {
        self.points = points.into();
        // Plain loops: nested iterators are half a kilobyte.
        let (mut bends, mut boxes) = (Vec::new(), Vec::new());
        for &link in &self.draft.graph.links {
            bends.push(Bend::new(link, points));
        }
        for body in 0..points.len() as u32 {
            boxes.push(self.around(body));
        }
        (self.bends, self.boxes) = (bends.into(), boxes.into());
        let hop = Hops::new(self.draft, points).usual();
        for hops in 1..256 {
            self.shares[hops] = 1.0 / (hop * hops as f32);
        }
    }

    /// Puts a body somewhere, as far as there is room in the cell. O(d) for d links of the body.
    pub fn put(&mut self, body: u32, at: Point) {
        self.points[body as usize] = at;
        self.boxes[body as usize] = self.around(body);
        for &id in &self.draft.graph.around[body as usize] {
            self.bends[id as usize] = Bend::new(self.draft.graph.links[id as usize], &self.points);
        }
    }

    /// The whole of an arrangement: the sum over its bodies.
    pub fn total(&mut self, points: &[Point]) -> f32 {
        self.take(points);
        (0..self.points.len() as u32).map(|body| self.of(body, f32::INFINITY)).sum()
    }

    /// What one body's place costs, or something above `limit` as soon as it costs more. O(n + m d) for d
    /// links of the body.
    pub fn of(&self, body: u32, limit: f32) -> f32 {
        let at = self.points[body as usize];
        let me = &self.draft.graph.bodies[body as usize];
        let mut cost = self.distances(body);
        if let Some(home) = me.place {
            let away = (at - home).length() / HOME;
            cost += away * away;
        }
        if cost > limit {
            return cost;
        }
        cost += self.wheels(body);
        let links = &self.draft.graph.around[body as usize];
        let around = self.boxes[body as usize];
        // What is near neither it nor its links is passed over at once.
        let mut near = around;
        for &id in links {
            let bend = &self.bends[id as usize];
            let short = larger(1.0 - bend.length / bend.link.least, 0.0);
            cost += SHORT * short * short;
            near.take(bend.frame.low);
            near.take(bend.frame.high);
        }
        for (other, beside) in self.boxes.iter().enumerate() {
            let other = other as u32;
            if !beside.meets(&near) || other == body {
                continue;
            }
            if cost > limit {
                return cost;
            }
            if beside.meets(&around) && self.is_on(body, other) {
                cost += OVERLAP;
            }
            for &id in links {
                let bend = &self.bends[id as usize];
                if bend.frame.meets(beside) && !bend.link.joins(other) {
                    cost += self.over(bend, other);
                }
            }
        }
        for (other, cross) in self.bends.iter().enumerate() {
            if !cross.frame.meets(&near) {
                continue;
            }
            if cost > limit {
                return cost;
            }
            if cross.frame.meets(&around) && !cross.link.joins(body) {
                cost += self.over(cross, body);
            }
            for &id in links {
                let bend = &self.bends[id as usize];
                if bend.frame.meets(&cross.frame) && other != id as usize {
                    cost += bend.clash(cross, &self.weights.crossing);
                }
            }
        }
        cost
    }

    /// What its distances from all others cost: the stress of a body, how far they are from those of the graph, as the
    /// mean square of the shares. O(n).
    fn distances(&self, body: u32) -> f32 {
        let (count, at) = (self.points.len(), self.points[body as usize]);
        let row = &self.draft.hops[body as usize * count..][..count];
        // From itself it is as far off as can be; that is the same wherever it goes.
        let mut strain = -1.0;
        for (&place, &hops) in self.points.iter().zip(row) {
            let off = (place - at).length() * self.shares[usize::from(hops)] - 1.0;
            strain += off * off;
        }
        strain * self.weights.strain / (count as f32 - 1.0).max(1.0)
    }

    /// The middle of a body's neighbours.
    pub fn amid(&self, body: u32) -> Point {
        let graph = &self.draft.graph;
        let links = &graph.around[body as usize];
        let share = 1.0 / links.len() as f32;
        let mut middle = Point::default();
        for &id in links {
            let other = graph.links[id as usize].other(body);
            middle = middle + self.points[other as usize] * share;
        }
        middle
    }

    /// Whether the circles or labels of two bodies all but touch.
    fn is_on(&self, body: u32, other: u32) -> bool {
        let [(one, at), (two, to)] =
            [body, other].map(|body| (&self.draft.graph.bodies[body as usize], self.points[body as usize]));
        spacing::conflict(one, at, two, to, CLOSE).is_some()
    }

    fn wheels(&self, body: u32) -> f32 {
        let mut cost = 0.0;
        let at = self.points[body as usize];
        for wheel in self.draft.graph.wheels.iter().filter(|wheel| wheel.len() > 2) {
            if wheel.contains(&body) {
                cost += self.weights.wheel * (1.0 - wheels::roundness(&self.points, wheel));
                continue;
            }
            let mut p = self.points[wheel[wheel.len() - 1] as usize];
            let mut inside = true;
            for &next in wheel {
                let q = self.points[next as usize];
                let side = q - p;
                // Inside its arcs, which bulge over the straight side.
                inside &= side.x * (at.y - p.y) - side.y * (at.x - p.x)
                    > -0.16 * (side.x * side.x + side.y * side.y);
                p = q;
            }
            if inside {
                cost += INSIDE;
            }
        }
        cost
    }

    fn around(&self, body: u32) -> Frame {
        let at = self.points[body as usize];
        let body = &self.draft.graph.bodies[body as usize];
        let reach = body.radius + NEAR;
        let wide = reach.max(body.half + CLOSE / 2.0);
        Frame { low: at - Point::new(wide, reach), high: at + Point::new(wide, reach + 2.0 * body.label.y) }
    }

    /// An arc over the circle or the label of a body it does not belong to.
    fn over(&self, bend: &Bend, body: u32) -> f32 {
        let at = self.points[body as usize];
        let body = &self.draft.graph.bodies[body as usize];
        let reach = body.radius + NEAR;
        let mut cost = 0.0;
        for (ways, weight) in [(bend.link.drawn, OVER_CIRCLE), (bend.link.drawn >> COLOUR, UNDER_CIRCLE)] {
            if ways & (THERE | BACK) != 0 {
                let gap = bend.gap(at, ways).abs();
                cost += if gap < reach { weight * (1.5 - gap / reach) } else { 0.0 };
            }
        }
        if body.label.x > 0.0 {
            let side = (body.label.x - body.label.y).max(0.0);
            let near = (body.label.y + 2.0) * (body.label.y + 2.0);
            for shift in [-side, 0.0, side] {
                let part = body.label_at(at) + Point::new(shift, 0.0);
                cost += if bend.is_near(part, near) { OVER_LABEL / 3.0 } else { 0.0 };
            }
        }
        cost
    }
}
