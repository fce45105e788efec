//! The force law of `force_graph` for large networks: O(n log n) a tick, and stable whatever hubs there are.
//!
//! ```text
//! now and then: order (Morton) -> tree
//! every tick: boxes and centres of the tree -> repulsion by groups + springs -> steps of 1/60 s
//! ```
//!
//! What differs from `force_graph`: bodies far away act together (see `THETA`), all forces are of one moment, only the
//! hub itself is slowed where its springs are stiff and not the whole graph, and a body that runs away forgets its own
//! speed alone.

mod field;
mod lanes;
#[cfg(feature = "bench")]
pub(super) mod measure;
mod morton;
mod quadtree;
mod repulsion;
pub(super) mod settle;
mod springs;
#[cfg(test)]
mod tests;

use morton::Order;
use quadtree::Tree;
use repulsion::{Law, Repulsion};
use springs::Springs;

use super::{
    graph::Graph,
    physics::{Engine, LEAP, MASS, SPEED, SPRING, STIFFNESS, TICK, charge, leap},
};
use crate::{Point, point::within};

/// How large two nodes may be to act on each other as wholes: the sum of their radii over their distance.
const THETA: f32 = 0.6;

/// With more springs at one body, `force_graph` slows down all: STIFFNESS / (SPRING / 2 * TICK^3 * SPEED).
pub(super) const STEADY: usize = 102;

/// What is left of a speed after a tick: `force_graph`'s own value.
const DAMPING: f32 = 0.95;

/// After so many ticks the bodies are sorted anew. In between they cannot move far.
const SORTED_FOR: u32 = 8;

/// No body is farther out than this, along each axis.
const FARTHEST: f32 = 1e9;

/// A speed below this is none: numbers too small to be written in full are slow to compute with.
const STILL: f32 = 1e-12;

/// The physics of many bodies.
pub(super) struct BarnesHut {
    law: Law,
    springs: Springs,
    /// How far a force of 1 carries each body in a tick.
    paces: Vec<f32>,
    speeds: Vec<Point>,
    order: Order,
    tree: Tree,
    repulsion: Repulsion,
    /// Until the bodies are sorted anew.
    ticks: u32,
    /// In the same order.
    forces: Vec<Point>,
}

impl BarnesHut {
    /// Two bodies joined by one spring come to rest `unit` apart.
    pub fn new(graph: &Graph, unit: f32) -> Self {
        let (count, springs) = (graph.len(), Springs::new(graph));
        let pace = |body| {
            let stiffness = SPRING / 2.0 * springs.count(body).max(1) as f32 * TICK * TICK * TICK;
            SPEED.min(STIFFNESS / stiffness) * TICK * TICK
        };
        Self {
            law: Law::new(charge(unit) * MASS * MASS, THETA),
            paces: (0..count).map(pace).collect(),
            springs,
            speeds: vec![Point::default(); count],
            order: Order::new(count),
            tree: Tree::new(count),
            repulsion: Repulsion::default(),
            ticks: 0,
            forces: vec![Point::default(); count],
        }
    }

    /// So charged that it keeps the size it has in these places.
    pub fn balanced(graph: &Graph, points: &[Point]) -> Self {
        let mut engine = Self::new(graph, 1.0);
        engine.balance(&mut points.to_vec());
        engine.ticks = 0;
        engine
    }

    /// Sets the forces to what pushes each body, in their order.
    fn push(&mut self, points: &mut [Point]) {
        if self.ticks == 0 {
            self.sort(points);
        }
        self.ticks -= 1;
        if self.place(points) {
            // What stood at one place has no order: all boxes would lie on each other.
            self.sort(points);
            self.place(points);
        }
        self.tree.measure();
        self.repulsion.sum(&self.tree, self.law, &mut self.forces);
    }

    /// Makes the charge as strong as it takes for the whole neither to grow nor to shrink from where it is: what the
    /// pushes do along the ways from the middle and what the springs do are then the same (the virial theorem).
    fn balance(&mut self, points: &mut [Point]) {
        self.push(points);
        let (mut pushed, mut pulled) = (0.0, 0.0);
        for (&force, &body) in self.forces.iter().zip(&self.order.bodies) {
            let at = points[body as usize];
            let pull = self.springs.pull(body as usize, points, SPRING / 2.0);
            pushed += f64::from(force.x * at.x + force.y * at.y);
            pulled -= f64::from(pull.x * at.x + pull.y * at.y);
        }
        if pushed > 0.0 && pulled > 0.0 {
            self.law = Law::new(self.law.charge * (pulled / pushed) as f32, THETA);
        }
    }

    fn sort(&mut self, points: &[Point]) {
        self.order.sort(points);
        self.tree.build(&self.order.codes);
        self.ticks = SORTED_FOR;
    }

    /// Adds what pulls it.
    fn pull(&mut self, points: &[Point]) {
        for (force, &body) in self.forces.iter_mut().zip(&self.order.bodies) {
            let pull = self.springs.pull(body as usize, points, SPRING / 2.0);
            *force = *force + pull;
        }
    }

    /// Notes where the bodies are, in their order. One that stands exactly on one of the few before it is moved by a
    /// hair first, each to another side; returns whether there was one.
    fn place(&mut self, points: &mut [Point]) -> bool {
        let mut moved = false;
        let mut before = [Point::new(f32::NAN, f32::NAN); 4];
        for (place, &body) in self.order.bodies.iter().enumerate() {
            let point = &mut points[body as usize];
            let at = Point::new(bounded(point.x), bounded(point.y));
            let stands = before.contains(&at);
            moved |= stands;
            *point = if stands { at + hair(body) } else { at };
            before[place % 4] = at;
            (self.tree.xs[place], self.tree.ys[place]) = (point.x, point.y);
        }
        moved
    }
}

impl Engine for BarnesHut {
    fn rebuild(&mut self, _: &Graph, _: &[Point]) {
        self.speeds.fill(Point::default());
        self.ticks = 0;
    }

    fn tick(&mut self, graph: &Graph, points: &mut [Point], heat: f32) {
        self.push(points);
        self.pull(points);
        let mut far = 0;
        for (&force, &body) in self.forces.iter().zip(&self.order.bodies) {
            let body = body as usize;
            let speed = &mut self.speeds[body];
            if graph.bodies[body].mobility == 0.0 {
                *speed = Point::default();
                continue;
            }
            *speed = (*speed + force * (self.paces[body] * heat)) * DAMPING;
            let way = *speed * TICK;
            let from = points[body];
            points[body] = leap(from, from + way, LEAP);
            let length = way.length();
            // What is no number is no speed either.
            if !(STILL..=LEAP).contains(&length) {
                *speed = Point::default();
                far += usize::from(length > STILL);
            }
        }
        // Where many leap, the order is soon lost.
        if far > points.len() / 32 {
            self.ticks = 0;
        }
    }
}

/// Far out is far enough, and what is no number is there, too: a force that is none would be everybody's.
const fn bounded(value: f32) -> f32 {
    if value.abs() <= FARTHEST { value } else { within(value, -FARTHEST, FARTHEST) }
}

/// A small way, another for every body: the sequence R2 of M. Roberts, which fills the plane evenly.
fn hair(body: u32) -> Point {
    let part = |step: u32| body.wrapping_add(1).wrapping_mul(step) as f32 / 4_294_967_296.0;
    Point::new(0.01 + 0.07 * part(3_242_174_889), 0.01 + 0.07 * part(2_447_445_414))
}
