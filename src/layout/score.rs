//! How good an arrangement looks: crossings, arcs over circles and labels, sharp angles, short and long
//! arcs, crowding, wheels that are not round. A sum of penalties; 0 would be perfect.

use super::{bend::Bend, components::Cell, graph::Graph, ideal, spacing, wheels};
use crate::Point;

const OVER_CIRCLE: f32 = 4.0;
const OVER_LABEL: f32 = 1.2;
const OVERLAP: f32 = 8.0;
const CROWD: f32 = 2.5;
const SHORT: f32 = 40.0;
const LENGTH: f32 = 0.5;
const NOT_ROUND: f32 = 60.0;
const WRONG_WAY: f32 = 10.0;
const INSIDE: f32 = 15.0;
const OUTSIDE: f32 = 0.2;

/// Near the place where a body was shown before, moving by this much costs one point.
const HOME: f32 = 25.0;

/// Judges an arrangement, and changes of it body by body.
pub(super) struct Score<'a> {
    pub graph: &'a Graph,
    pub cell: Cell,
    /// The usual length of a spring.
    pub unit: f32,
    pub points: Vec<Point>,
    bends: Vec<Bend>,
    least: Vec<f32>,
}

impl<'a> Score<'a> {
    pub fn new(graph: &'a Graph, cell: Cell, unit: f32, points: Vec<Point>) -> Self {
        let bends = graph.links.iter().map(|&link| Bend::new(link, &points)).collect();
        let least = (0..graph.links.len() as u32).map(|id| ideal::least(graph, id)).collect();
        Self { graph, cell, unit, points, bends, least }
    }

    /// Puts a body somewhere, as far as there is room in the cell. O(d) for d links of the body.
    pub fn put(&mut self, body: u32, at: Point) {
        self.points[body as usize] = at;
        for &id in self.graph.links_of(body) {
            self.bends[id as usize] = Bend::new(self.graph.links[id as usize], &self.points);
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
        let me = &self.graph.bodies[body as usize];
        let mut cost = self.crowd(body) + self.wheels(body);
        cost += (self.cell.hold(me, at) - at).length() * OUTSIDE;
        if let Some(home) = me.start {
            let away = (at - home).length() / HOME;
            cost += away * away;
        }
        for bend in &self.bends {
            if bend.link.a != body && bend.link.b != body {
                cost += self.over(bend, body);
            }
        }
        for &id in self.graph.links_of(body) {
            cost += self.alone(body, id);
        }
        for &id in self.graph.links_of(body) {
            let bend = &self.bends[id as usize];
            for (other, cross) in self.bends.iter().enumerate() {
                if cost > limit {
                    return cost;
                }
                if other != id as usize {
                    cost += bend.clash(cross);
                }
            }
        }
        cost
    }

    fn crowd(&self, body: u32) -> f32 {
        let (me, at) = (&self.graph.bodies[body as usize], self.points[body as usize]);
        let room = self.unit * 0.9;
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
            if spacing::conflict(me, at, &self.graph.bodies[other], place, 6.0).is_some() {
                cost += OVERLAP;
            }
        }
        cost
    }

    fn wheels(&self, body: u32) -> f32 {
        let mut cost = 0.0;
        let at = self.points[body as usize];
        for wheel in self.graph.wheels.iter().filter(|wheel| wheel.len() > 2) {
            if wheel.contains(&body) {
                let round = wheels::roundness(wheel.iter().map(|&body| self.points[body as usize]));
                cost += NOT_ROUND * (1.0 - round.max(0.0)) + if round < 0.0 { WRONG_WAY } else { 0.0 };
                continue;
            }
            let right = |(&p, &q): (&u32, &u32)| {
                let (p, q) = (self.points[p as usize], self.points[q as usize]);
                let side = q - p;
                // Inside its arcs, which bulge over the straight side.
                side.x * (at.y - p.y) - side.y * (at.x - p.x) > -0.16 * (side.x * side.x + side.y * side.y)
            };
            if wheel.iter().zip(wheel.iter().cycle().skip(1)).all(right) {
                cost += INSIDE;
            }
        }
        cost
    }

    /// What a link of a body costs whatever the other links do.
    fn alone(&self, body: u32, id: u32) -> f32 {
        let bend = &self.bends[id as usize];
        let least = self.least[id as usize];
        let short = (1.0 - bend.length / least).max(0.0);
        let off = bend.length / self.unit.max(least) - 1.0;
        let mut cost = SHORT * short * short + LENGTH * off * off;
        let corner = self.cell.centre - Point::new(self.cell.width, self.cell.height) * 0.5;
        let (low, high) = (corner - bend.low, bend.high + corner - self.cell.centre * 2.0);
        for out in [low.x, low.y, high.x, high.y] {
            cost += if out > 0.0 { OUTSIDE * out } else { 0.0 };
        }
        for other in 0..self.points.len() as u32 {
            if other != bend.link.a && other != bend.link.b && other != body {
                cost += self.over(bend, other);
            }
        }
        cost
    }

    /// An arc over the circle or the label of a body it does not belong to.
    fn over(&self, bend: &Bend, body: u32) -> f32 {
        let at = self.points[body as usize];
        let body = &self.graph.bodies[body as usize];
        let reach = body.radius + 8.0;
        let wide = reach.max(body.label_width / 2.0);
        if at.x + wide < bend.low.x
            || at.x - wide > bend.high.x
            || at.y + reach + body.label_height < bend.low.y
            || at.y - reach > bend.high.y
        {
            return 0.0;
        }
        let gap = bend.gap_squared(at);
        let mut cost = if gap < reach * reach { OVER_CIRCLE * (1.5 - gap.sqrt() / reach) } else { 0.0 };
        if let Some(label) = spacing::label(body, at) {
            let side = Point::new((label.half.x - label.half.y).max(0.0), 0.0);
            let near = (label.half.y + 2.0) * (label.half.y + 2.0);
            for part in [label.centre - side, label.centre, label.centre + side] {
                cost += if bend.gap_squared(part) < near { OVER_LABEL / 3.0 } else { 0.0 };
            }
        }
        cost
    }
}
