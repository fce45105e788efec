//! How good an arrangement looks: crossings, arcs over circles and labels, sharp angles, short and long
//! arcs, crowding, wheels that are not round. A sum of penalties; 0 would be perfect.

use super::{
    bend::Bend,
    draft::Draft,
    graph::{BACK, COLOUR, THERE},
    spacing, weights,
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
        let hop = self.usual_hop();
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

    /// The whole arrangement: the sum over its bodies.
    pub fn total(&self) -> f32 {
        (0..self.points.len() as u32).map(|body| self.of(body, f32::INFINITY)).sum()
    }

    /// What one body's place costs, or something above `limit` as soon as it costs more. O(n + m d) for d
    /// links of the body.
    pub fn of(&self, body: u32, limit: f32) -> f32 {
        let at = self.points[body as usize];
        let me = &self.draft.graph.bodies[body as usize];
        let mut cost = self.strain(body) + (self.draft.cell.hold(me, at) - at).length() * OUTSIDE;
        if let Some(home) = me.place {
            let away = (at - home).length() / HOME;
            cost += away * away;
        }
        if cost > limit {
            return cost;
        }
        cost += self.crowd(body) + self.wheels(body);
        if cost > limit {
            return cost;
        }
        for &id in &self.draft.graph.around[body as usize] {
            cost += self.alone(body, id);
        }
        if cost > limit {
            return cost;
        }
        let around = self.boxes[body as usize];
        for bend in &self.bends {
            if bend.frame.meets(&around) && bend.link.a != body && bend.link.b != body {
                cost += self.over(bend, body);
            }
        }
        // What is near none of its links is passed over at once.
        let mut near = around;
        for &id in &self.draft.graph.around[body as usize] {
            near.take(self.bends[id as usize].frame.low);
            near.take(self.bends[id as usize].frame.high);
        }
        for (other, cross) in self.bends.iter().enumerate() {
            if cost > limit {
                return cost;
            }
            if !cross.frame.meets(&near) {
                continue;
            }
            for &id in &self.draft.graph.around[body as usize] {
                let bend = &self.bends[id as usize];
                if bend.frame.meets(&cross.frame) && other != id as usize {
                    cost += bend.clash(cross, &self.weights.crossing);
                }
            }
        }
        cost
    }

    /// Stress and crossings of straight links alone: enough to tell good starts from bad ones. O(n^2 + m^2).
    pub fn tangle(&self) -> f32 {
        let mut cost = 0.0;
        for body in 0..self.points.len() as u32 {
            cost += self.strain(body);
        }
        for (place, bend) in self.bends.iter().enumerate() {
            for other in &self.bends[..place] {
                cost += if bend.frame.meets(&other.frame) && bend.meets(other) { TANGLED } else { 0.0 };
            }
        }
        cost
    }

    /// The length of a hop with which the distances come nearest to those of the graph.
    fn usual_hop(&self) -> f32 {
        let count = self.points.len();
        let (mut squares, mut sum) = (0.0, 0.0);
        for body in 0..count {
            for other in 0..body {
                let length = (self.points[other] - self.points[body]).length();
                let hops = length / f32::from(self.draft.hops[body * count + other]);
                squares += hops * hops;
                sum += hops;
            }
        }
        if sum > 0.0 { squares / sum } else { 1.0 }
    }

    /// The stress of a body: how far its distances are from those of the graph, as the mean square of the shares.
    fn strain(&self, body: u32) -> f32 {
        let (count, at) = (self.points.len(), self.points[body as usize]);
        let row = &self.draft.hops[body as usize * count..][..count];
        // Of itself it is as far as can be; that is the same wherever it goes.
        let mut sum = -1.0;
        for (&place, &hops) in self.points.iter().zip(row) {
            let off = (place - at).length() * self.shares[usize::from(hops)] - 1.0;
            sum += off * off;
        }
        sum * self.weights.strain / (count as f32 - 1.0).max(1.0)
    }

    fn crowd(&self, body: u32) -> f32 {
        let (me, at) = (&self.draft.graph.bodies[body as usize], self.points[body as usize]);
        let room = self.draft.unit * 0.9;
        let mut cost = 0.0;
        for (other, &place) in self.points.iter().enumerate() {
            if other == body as usize {
                continue;
            }
            let across = place - at;
            let square = across.x * across.x + across.y * across.y;
            if square < room * room {
                let lack = 1.0 - square.sqrt() / room;
                cost += CROWD * lack * lack;
            }
            if spacing::conflict(me, at, &self.draft.graph.bodies[other], place, 6.0).is_some() {
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

    /// What a link of a body costs whatever the other links do.
    fn alone(&self, body: u32, id: u32) -> f32 {
        let bend = &self.bends[id as usize];
        let least = bend.link.least;
        let short = (1.0 - bend.length / least).max(0.0);
        let off = bend.length / self.draft.unit.max(least) - 1.0;
        let mut cost = SHORT * short * short + LENGTH * off * off;
        let corner = self.draft.cell.centre - self.draft.cell.size * 0.5;
        let (low, high) = (corner - bend.frame.low, bend.frame.high + corner - self.draft.cell.centre * 2.0);
        for out in [low.x, low.y, high.x, high.y] {
            cost += if out > 0.0 { OUTSIDE * out } else { 0.0 };
        }
        for (other, around) in self.boxes.iter().enumerate() {
            let other = other as u32;
            if bend.frame.meets(around) && other != bend.link.a && other != bend.link.b && other != body {
                cost += self.over(bend, other);
            }
        }
        cost
    }

    fn around(&self, body: u32) -> Frame {
        let at = self.points[body as usize];
        let body = &self.draft.graph.bodies[body as usize];
        let reach = body.radius + NEAR;
        let wide = reach.max(body.half);
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
