//! How good an arrangement looks: crossings, arcs over circles and labels, sharp angles, short and long
//! arcs, crowding, wheels that are not round. A sum of penalties; 0 would be perfect.

use super::{
    bend::Bend,
    distances::Distances,
    draft::Draft,
    graph::{BACK, COLOUR, THERE},
    spacing,
    spans::Spans,
    weights,
    weights::Weights,
    wheels,
};
use crate::{Point, frame::Frame};

/// A crossing where starts are told apart.
const TANGLED: f32 = 40.0;
const OVER_CIRCLE: f32 = 4.0;
/// So much more where it is coloured, more than a crossing: the company seems to be of a loop that it is not of.
const UNDER_CIRCLE: f32 = 60.0;
const OVER_LABEL: f32 = 1.2;
const OVERLAP: f32 = 8.0;
const CROWD: f32 = 2.5;
const SHORT: f32 = 40.0;
const LENGTH: f32 = 0.5;
const INSIDE: f32 = 15.0;
const OUTSIDE: f32 = 0.05;
const WRONG_WAY: f32 = 10.0;

/// An arc that comes this near to a circle seems to touch it.
const NEAR: f32 = 8.0;

/// Circles and labels that come this near to each other seem to touch; no more than the air around both.
const CLOSE: f32 = 6.0;

/// Near the place where a body was shown before, moving by this much costs one point.
const HOME: f32 = 25.0;

/// Judges an arrangement, and changes of it body by body.
pub(super) struct Score<'a> {
    pub draft: &'a Draft,
    weights: Weights,
    pub points: Box<[Point]>,
    bends: Box<[Bend]>,
    /// Around the arcs of each link; where arrangements are only told apart, between its bodies.
    arcs: Spans,
    /// Around the circle and the label of each body, with air: an arc outside need not be looked at.
    boxes: Spans,
    distances: Distances,
}

impl<'a> Score<'a> {
    /// Ready to take up arrangements of a draft. O(n^2).
    pub fn new(draft: &'a Draft) -> Self {
        Self {
            draft,
            weights: weights::of(draft.graph.len()),
            points: Box::default(),
            bends: Box::default(),
            arcs: Spans::new(draft.graph.links.len()),
            boxes: Spans::new(draft.graph.len()),
            distances: Distances::new(&draft.hops, draft.graph.len()),
        }
    }

    /// Takes up another arrangement. O(n^2).
    pub fn take(&mut self, points: &[Point]) {
        self.points = points.into();
        self.distances.take(points);
        let mut bends = Vec::new();
        for &link in &self.draft.graph.links {
            let bend = Bend::new(link, points);
            self.arcs.set(bends.len(), bend.frame.low, bend.frame.high);
            bends.push(bend);
        }
        self.bends = bends.into();
        for body in 0..points.len() as u32 {
            let around = self.around(body);
            self.boxes.set(body as usize, around.low, around.high);
        }
    }

    /// Puts a body somewhere, as far as there is room in the cell. O(d) for d links of the body.
    pub fn put(&mut self, body: u32, at: Point) {
        self.points[body as usize] = at;
        let around = self.around(body);
        self.boxes.set(body as usize, around.low, around.high);
        self.distances.put(body as usize, at);
        for &id in &self.draft.graph.around[body as usize] {
            let bend = Bend::new(self.draft.graph.links[id as usize], &self.points);
            self.arcs.set(id as usize, bend.frame.low, bend.frame.high);
            self.bends[id as usize] = bend;
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
        let links = &self.draft.graph.around[body as usize];
        let (strain, crowd) = self.distances.strain(body as usize, at, self.room());
        let mut cost = self.weights.strain * strain
            + CROWD * crowd
            + (self.draft.cell.hold(me, at) - at).length() * OUTSIDE;
        if let Some(home) = me.place {
            let away = (at - home).length() / HOME;
            cost += away * away;
        }
        if cost > limit {
            return cost;
        }
        cost += self.overlaps(body) + self.wheels(body);
        for &id in links {
            cost += self.alone(&self.bends[id as usize]);
        }
        if cost > limit {
            return cost;
        }
        let around = self.around(body);
        for other in self.arcs.meeting(&around) {
            let cross = &self.bends[other as usize];
            cost += if cross.link.joins(body) { 0.0 } else { self.over(cross, body) };
        }
        for &id in links {
            if cost > limit {
                return cost;
            }
            cost += self.amid(id);
        }
        cost
    }

    /// What a link costs amid all bodies and links that are not its own. O(n + m).
    fn amid(&self, id: u32) -> f32 {
        let bend = &self.bends[id as usize];
        let mut cost = 0.0;
        for other in self.boxes.meeting(&bend.frame) {
            cost += if bend.link.joins(other) { 0.0 } else { self.over(bend, other) };
        }
        for other in self.arcs.meeting(&bend.frame) {
            let cross = &self.bends[other as usize];
            cost += if other == id { 0.0 } else { bend.clash(cross, &self.weights.crossing) };
        }
        cost
    }

    /// Stress and crossings of straight links alone: enough to tell good starts from bad ones. O(n^2 + m^2).
    pub fn tangle(&mut self, points: &[Point]) -> f32 {
        self.distances.take(points);
        for (place, link) in self.draft.graph.links.iter().enumerate() {
            self.arcs.set(place, points[link.a as usize], points[link.b as usize]);
        }
        let mut crossings = 0;
        for link in &self.draft.graph.links {
            for four in 0..self.arcs.fours() {
                let crossed = self.arcs.crossing(four, points[link.a as usize], points[link.b as usize]);
                crossings += crossed.count_ones();
            }
        }
        let mut strain = 0.0;
        for (body, &at) in points.iter().enumerate() {
            strain += self.distances.strain(body, at, self.room()).0;
        }
        // Each crossing was counted twice.
        self.weights.strain * strain + TANGLED / 2.0 * crossings as f32
    }

    /// Nearer than this, others crowd a body.
    fn room(&self) -> f32 {
        self.draft.unit * 0.9
    }

    fn overlaps(&self, body: u32) -> f32 {
        let (me, at) = (&self.draft.graph.bodies[body as usize], self.points[body as usize]);
        let mut cost = 0.0;
        for other in self.boxes.meeting(&self.around(body)) {
            let (disc, place) = (&self.draft.graph.bodies[other as usize], self.points[other as usize]);
            if other != body && spacing::conflict(me, at, disc, place, CLOSE).is_some() {
                cost += OVERLAP;
            }
        }
        cost
    }

    fn wheels(&self, body: u32) -> f32 {
        let mut cost = 0.0;
        let at = self.points[body as usize];
        for wheel in self.draft.graph.wheels.iter().filter(|wheel| wheel.len() > 2) {
            if wheel.contains(&body) {
                let round = wheels::roundness(&self.points, wheel);
                cost +=
                    self.weights.wheel * (1.0 - round.max(0.0)) + if round < 0.0 { WRONG_WAY } else { 0.0 };
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

    /// What a link costs whatever else there is.
    fn alone(&self, bend: &Bend) -> f32 {
        let least = bend.link.least;
        let short = (1.0 - bend.length / least).max(0.0);
        let off = bend.length / self.draft.unit.max(least) - 1.0;
        let mut cost = SHORT * short * short + LENGTH * off * off;
        let corner = self.draft.cell.centre - self.draft.cell.size * 0.5;
        let (low, high) = (corner - bend.frame.low, bend.frame.high + corner - self.draft.cell.centre * 2.0);
        for out in [low.x, low.y, high.x, high.y] {
            cost += if out > 0.0 { OUTSIDE * out } else { 0.0 };
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
                cost += if bend.gap_squared(part) < near { OVER_LABEL / 3.0 } else { 0.0 };
            }
        }
        cost
    }
}
