//! The force law of `force_graph` for large networks: O(n log n) a tick, and stable whatever hubs there are.
//!
//! ```text
//! where leaves have grown: order (Morton) -> tree -> what is far from what, and near
//! every tick, or every fourth where little moves: boxes and moments of the tree -> far fields
//! every tick: near bodies one by one + far fields where the bodies are now + springs -> steps of 1/60 s
//! ```
//!
//! What is slow to change is found seldom, as in the multiple time steps of M. Tuckerman, B. J. Berne and G. J. Martyna,
//! "Reversible multiple time scale molecular dynamics", Journal of Chemical Physics 97, 1992; far fields are not held
//! meanwhile but follow their charges at the speed of the last tick.
//!
//! What differs from `force_graph`: bodies far away act together (see `THETA`), all forces are of one moment, only the
//! hub itself is slowed where its springs are stiff and not the whole graph, and a body that runs away forgets its own
//! speed alone.

mod charge;
mod columns;
mod field;
mod lanes;
#[cfg(feature = "bench")]
pub(super) mod measure;
mod morton;
mod near;
mod quadtree;
mod repulsion;
pub(super) mod settle;
mod springs;
mod survey;
#[cfg(test)]
mod tests;

use columns::Columns;
use morton::Order;
use quadtree::Tree;
use repulsion::{Law, Repulsion};
use springs::Springs;

use super::{
    graph::Graph,
    physics::{Engine, LEAP, MASS, SPEED, SPRING, STIFFNESS, TICK, charge, leap},
};
use crate::{Point, point::within};

/// How large two leaves may be to act on each other as wholes: the sum of their radii over their distance; larger nodes
/// are looked at more closely (`WIDER`). With leaves of at most `LEAF` bodies the median error over all ticks is then at
/// most that of d3-force: see `tests/benches/README.md`.
const THETA: f32 = 0.85;

/// With more springs at one body, `force_graph` slows down all: STIFFNESS / (SPRING / 2 * TICK^3 * SPEED).
pub(super) const STEADY: usize = 102;

/// What is left of a speed after a tick: `force_graph`'s own value.
const DAMPING: f32 = 0.95;

/// After so many ticks the bodies are sorted and what acts on what is found anew, as neighbours are no longer together.
const LISTED: u32 = 8;

/// Or sooner, where the leaves are so much wider than they were then: their radii stand in the condition of `THETA`, and
/// the error grows with its fourth power. So wide, that of the worst tick is at most twice the median, and where all is hot
/// the lists last four ticks.
const GROWN: f32 = 1.3;

/// For so many ticks far fields are kept at most: their charges no longer go where they went.
const KEPT: u32 = 4;

/// Meanwhile bodies may move by this share of a leaf's radius on average. At 0.3 the error of the last tick before a
/// renewal can be twice that of the first.
const PATH: f32 = 0.25;

/// No tick carries a body so far along an axis, with what rounding adds: it was put there.
const THROWN: f32 = 1.1 * LEAP;

/// No body is farther out than this, along each axis.
const FARTHEST: f32 = 1e9;

/// A speed below this is none: numbers too small to be written in full are slow to compute with.
const STILL: f32 = 1e-12;

/// The physics of many bodies.
#[derive(Clone)]
pub(super) struct BarnesHut {
    law: Law,
    springs: Springs,
    /// How far a force of 1 carries each body in a tick.
    paces: Vec<f32>,
    speeds: Vec<Point>,
    order: Order,
    tree: Tree,
    repulsion: Repulsion,
    /// Ticks since what is far away was summed, and for how many that is kept.
    age: u32,
    kept: u32,
    /// Ticks since what acts on what was found, and how wide the leaves were then.
    listed: u32,
    width: f32,
    /// How far each body went in the last tick.
    ways: Vec<Point>,
    /// In the order of the tree.
    pushes: Columns,
    forces: Vec<Point>,
}

impl BarnesHut {
    /// Two bodies joined by one spring come to rest `unit` apart.
    pub fn new(graph: &Graph, unit: f32) -> Self {
        let count = graph.len();
        let pace = |body: usize| {
            let stiffness = SPRING / 2.0 * graph.around[body].len().max(1) as f32 * TICK * TICK * TICK;
            SPEED.min(STIFFNESS / stiffness) * TICK * TICK
        };
        Self {
            law: Law::new(charge(unit) * MASS * MASS, THETA),
            paces: (0..count).map(pace).collect(),
            springs: Springs::new(graph),
            speeds: vec![Point::default(); count],
            order: Order::new(count),
            tree: Tree::new(count),
            repulsion: Repulsion::new(count),
            age: u32::MAX,
            kept: 1,
            listed: u32::MAX,
            width: 0.0,
            ways: vec![Point::default(); count],
            pushes: Columns::new(count),
            forces: vec![Point::default(); count],
        }
    }

    /// So charged that it keeps the size it has in these places.
    pub fn balanced(graph: &Graph, points: &[Point]) -> Self {
        let mut engine = Self::new(graph, 1.0);
        engine.balance(&mut points.to_vec());
        engine.restart();
        engine
    }

    /// Sets the forces to what pushes each body.
    fn push(&mut self, points: &mut [Point]) {
        // What was put somewhere else is no longer among its neighbours.
        if self.place(points) || self.listed >= LISTED {
            self.sort(points);
        }
        if self.age >= self.kept {
            if self.listed > 0 && self.measure() > GROWN * self.width {
                self.sort(points);
            }
            self.repulsion.expand(&self.tree, self.law, self.kept > 1);
            self.age = 0;
        }
        self.repulsion.sum(&self.tree, self.law, self.age as f32, &mut self.pushes);
        for (place, &body) in self.order.bodies.iter().enumerate() {
            self.forces[body as usize] = self.pushes.at(place);
        }
        self.age += 1;
        self.listed += 1;
    }

    /// Finds anew what acts on what.
    fn sort(&mut self, points: &mut [Point]) {
        self.order.sort(points);
        if self.part(points) {
            // What stood at one place has no order: all boxes would lie on each other.
            self.order.sort(points);
        }
        self.tree.build(&self.order.codes);
        self.place(points);
        self.width = self.measure();
        self.repulsion.survey(&self.tree, self.law);
        self.listed = 0;
        self.age = u32::MAX;
    }

    /// Measures the tree, and finds for how many ticks that is good. Returns how wide its leaves are, all together.
    fn measure(&mut self) -> f32 {
        let mut moved = 0.0;
        for (place, &body) in self.order.bodies.iter().enumerate() {
            let way = self.ways[body as usize];
            self.tree.ways.set(place, way);
            moved += way.x.abs() + way.y.abs();
        }
        let width = self.tree.measure();
        self.kept = ((PATH * width / moved) as u32).clamp(1, KEPT);
        width
    }

    /// Makes the charge as strong as it takes for the whole neither to grow nor to shrink from where it is: what the
    /// pushes do along the ways from the middle and what the springs do are then the same (the virial theorem).
    fn balance(&mut self, points: &mut [Point]) {
        self.push(points);
        let mut pulls = vec![Point::default(); points.len()];
        self.springs.pull(points, SPRING / 2.0, &mut pulls);
        let (mut pushed, mut pulled) = (0.0, 0.0);
        for ((&force, &pull), &at) in self.forces.iter().zip(&pulls).zip(points.iter()) {
            pushed += f64::from(force.x * at.x + force.y * at.y);
            pulled -= f64::from(pull.x * at.x + pull.y * at.y);
        }
        if pushed > 0.0 && pulled > 0.0 {
            self.law = Law::new(self.law.charge * (pulled / pushed) as f32, THETA);
            // What is kept is of the former charge.
            self.age = u32::MAX;
        }
    }

    /// Forgets what acts on what.
    fn restart(&mut self) {
        (self.age, self.listed) = (u32::MAX, u32::MAX);
    }

    /// Adds what pulls it.
    fn pull(&mut self, points: &[Point]) {
        self.springs.pull(points, SPRING / 2.0, &mut self.forces);
    }

    /// Notes where the bodies are, in their order. Returns whether one was thrown.
    fn place(&mut self, points: &mut [Point]) -> bool {
        let mut thrown = false;
        for (place, &body) in self.order.bodies.iter().enumerate() {
            let point = &mut points[body as usize];
            let at = Point::new(bounded(point.x), bounded(point.y));
            let way = at - self.tree.places.at(place);
            thrown |= (way.x.abs() > THROWN) | (way.y.abs() > THROWN);
            self.tree.places.set(place, at);
            // Or else all are written.
            if *point != at {
                *point = at;
            }
        }
        thrown
    }

    /// Moves a body that stands exactly on one of the few before it by a hair, each to another side: two at one place do
    /// not push each other until then. Returns whether there was one.
    fn part(&self, points: &mut [Point]) -> bool {
        let mut parted = false;
        let mut before = [Point::new(f32::NAN, f32::NAN); 4];
        for (place, &body) in self.order.bodies.iter().enumerate() {
            let point = &mut points[body as usize];
            let stands = before.contains(point);
            before[place % 4] = *point;
            if stands {
                *point = *point + hair(body);
            }
            parted |= stands;
        }
        parted
    }
}

impl Engine for BarnesHut {
    fn rebuild(&mut self, _: &Graph, _: &[Point]) {
        self.speeds.fill(Point::default());
        self.ways.fill(Point::default());
        self.restart();
    }

    fn tick(&mut self, graph: &Graph, points: &mut [Point], heat: f32) {
        self.push(points);
        self.pull(points);
        for (body, (&force, point)) in self.forces.iter().zip(points).enumerate() {
            let speed = &mut self.speeds[body];
            self.ways[body] = Point::default();
            if graph.bodies[body].mobility == 0.0 {
                *speed = Point::default();
                continue;
            }
            *speed = (*speed + force * (self.paces[body] * heat)) * DAMPING;
            let (from, way) = (*point, *speed * TICK);
            let square = way.x * way.x + way.y * way.y;
            *point = if (STILL * STILL..=LEAP * LEAP).contains(&square) {
                from + way
            } else {
                // What is no number is no speed either.
                *speed = Point::default();
                leap(from, from + way, LEAP)
            };
            self.ways[body] = *point - from;
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
