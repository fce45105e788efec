//! The force law of the live physics, pair by pair, for settling an arrangement: it takes a quarter of the crossings
//! out that stress leaves, for a few per cent more stress.

use super::graph::Graph;
use crate::Point;

/// What is left of a body's speed after a tick.
const GLIDE: f32 = 0.6;

/// The farthest a body moves in one tick, in usual lengths of a spring.
const LEAP: f32 = 0.25;

/// Bodies nearer than this do not push harder: coincident ones have no direction.
const NEAR: f32 = 1.0;

/// Bodies that push each other with `charge / distance^2`, and springs of no length that pull with the distance, as in
/// `force_graph`. A body goes as far as its forces ask for if its springs were all that held it: hubs do not swing.
pub(super) struct Forces {
    charge: f32,
    leap: f32,
    /// By body: one part in how many of its force it follows.
    share: Box<[f32]>,
    force: Box<[Point]>,
    speed: Box<[Point]>,
}

impl Forces {
    /// The charge is the one with which these places neither swell nor shrink as a whole: then the springs' pull on
    /// the size equals the charges' push. O(n^2).
    ///
    /// That is, of the energy `sum of d^2 / 2 over springs + charge * sum of 1 / d over pairs` the derivative by
    /// the size is 0.
    pub fn new(graph: &Graph, points: &[Point]) -> Self {
        let count = graph.len();
        let (mut pull, mut push) = (0.0, 0.0);
        let mut share = vec![1.0; count].into_boxed_slice();
        for link in &graph.links {
            let across = points[link.b as usize] - points[link.a as usize];
            pull += across.x * across.x + across.y * across.y;
            share[link.a as usize] += 1.0;
            share[link.b as usize] += 1.0;
        }
        for (body, &at) in points.iter().enumerate() {
            for &other in &points[..body] {
                push += 1.0 / (other - at).length().max(NEAR);
            }
        }
        Self {
            charge: pull / push.max(1e-9),
            leap: LEAP * graph.mean_length(points),
            share,
            force: vec![Point::default(); count].into(),
            speed: vec![Point::default(); count].into(),
        }
    }

    /// One tick, slower the colder it is (`heat` from 1 to 0). O(n^2 + m).
    pub fn tick(&mut self, graph: &Graph, points: &mut [Point], heat: f32) {
        self.force.fill(Point::default());
        for (body, &at) in points.iter().enumerate() {
            let mut sum = Point::default();
            for (&other, force) in points[..body].iter().zip(&mut self.force) {
                let across = other - at;
                let square = across.x * across.x + across.y * across.y + NEAR;
                let push = across * (self.charge / (square * square.sqrt()));
                sum = sum - push;
                *force = *force + push;
            }
            self.force[body] = sum;
        }
        for link in &graph.links {
            let (a, b) = (link.a as usize, link.b as usize);
            let across = points[b] - points[a];
            self.force[a] = self.force[a] + across;
            self.force[b] = self.force[b] - across;
        }
        for (body, disc) in graph.bodies.iter().enumerate() {
            let push = self.force[body] * (heat * disc.mobility / self.share[body]);
            let speed = self.speed[body] * GLIDE + push;
            let length = speed.length();
            self.speed[body] = if length > self.leap { speed * (self.leap / length) } else { speed };
            points[body] = points[body] + self.speed[body];
        }
    }
}
