//! The arrangement alive: what a reader holds moves, the rest gives way and comes to rest again.

use super::{
    Body, Spring, Stage, Wheel, arrange::settled, graph::Graph, physics, physics::Physics, spacing, wheels,
};
use crate::{Point, point::within};

/// Up to so many bodies `force_graph` animates (0.66 ms a tick at 200 in wasm); above, bodies glide.
const PHYSICS_LIMIT: usize = 250;

/// How warm a touch makes the figure, and what is left of the heat after each tick: 74 ticks to cold.
const TOUCH: f32 = 0.4;
/// Letting go is gentler: whatever was stretched must not snap back.
const LET_GO: f32 = 0.1;
const COOLING: f32 = 0.96;
const COLD: f32 = 0.02;

/// How much of its way to the arrangement a body is pulled in one tick: the more, the colder.
const WARM_PULL: f32 = 0.08;
const COLD_PULL: f32 = 0.25;

/// Nearer than this to the arrangement, everything is put there and is at rest.
const NEAR: f32 = 0.3;

/// How far others move, at most, out of the way of what a reader holds: the figure stays the same figure.
const GIVE_WAY: f32 = 150.0;

/// Bodies in motion: `force_graph`'s physics made safe, cooling towards the arrangement.
///
/// ```
/// use deal_network::{Point, layout::{Body, Layout, Spring, Stage}};
///
/// let bodies = vec![Body { radius: 10.0, ..Body::default() }; 2];
/// let mut layout = Layout::new(&bodies, &[Spring { a: 0, b: 1 }], &[], Stage { width: 960.0, height: 640.0 });
/// assert!(!layout.step(), "settled and at rest from the start");
/// layout.pin(0, Point::new(50.0, 0.0));
/// while layout.step() {}
/// assert_eq!(layout.positions()[0], Point::new(50.0, 0.0));
/// ```
pub struct Layout {
    graph: Graph,
    /// Where everything rests when nothing is held.
    homes: Vec<Point>,
    /// Where everything is going now.
    targets: Vec<Point>,
    points: Vec<Point>,
    /// What the reader holds.
    held: Vec<bool>,
    /// Whether the targets have to be found anew.
    moved: bool,
    /// 0 at rest.
    heat: f32,
    physics: Option<Physics>,
}

impl Layout {
    /// Arranged, and at rest. Costs what [`arrange`](super::arrange()) costs.
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Self {
        let graph = Graph::new(bodies, springs, wheels);
        let homes = settled(&graph, stage);
        let physics = (graph.len() <= PHYSICS_LIMIT)
            .then(|| Physics::new(&graph, usual(&graph, &homes), &homes, |_| false));
        Self {
            held: vec![false; graph.len()],
            targets: homes.clone(),
            points: homes.clone(),
            homes,
            moved: false,
            heat: 0.0,
            physics,
            graph,
        }
    }

    /// Where the bodies are now.
    pub fn positions(&self) -> &[Point] {
        &self.points
    }

    /// One tick of 1/60 s, whatever the clock says. `true` while something moves; once at rest, `false` until
    /// a body is pinned or released. O(n^2) up to 250 bodies, O(n) above.
    pub fn step(&mut self) -> bool {
        if self.heat == 0.0 {
            return false;
        }
        if std::mem::take(&mut self.moved) {
            self.aim();
        }
        let before = self.points.clone();
        let fixed: Vec<bool> = self.mobility().iter().map(|&mobility| mobility == 0.0).collect();
        self.heat *= COOLING;
        let cold = self.heat < COLD;
        if let (Some(physics), false) = (&mut self.physics, cold) {
            physics.tick(&mut self.points, self.heat, |body| fixed[body]);
        }
        let pull = COLD_PULL - (COLD_PULL - WARM_PULL) * self.heat / TOUCH;
        let mut farthest: f32 = 0.0;
        for (body, point) in self.points.iter_mut().enumerate() {
            if fixed[body] {
                *point = self.targets[body];
                continue;
            }
            let to = *point + (self.targets[body] - *point) * pull;
            *point = physics::leap(before[body], to);
            farthest = farthest.max((self.targets[body] - *point).length());
        }
        if cold && farthest < NEAR {
            self.points.clone_from(&self.targets);
            self.heat = 0.0;
        }
        true
    }

    /// Holds a body at a place, exactly and at once, until it is released.
    pub fn pin(&mut self, body: u32, at: Point) {
        let index = body as usize;
        if index >= self.points.len() || !(at.x.abs() <= 1e6 && at.y.abs() <= 1e6) {
            return;
        }
        self.held[index] = true;
        self.points[index] = at;
        self.targets[index] = at;
        self.moved = true;
        self.heat = self.heat.max(TOUCH);
    }

    /// Lets go of a body: it stays near where it is, and what gave way stays there too.
    pub fn release(&mut self, body: u32) {
        let index = body as usize;
        if !self.held.get(index).is_some_and(|&held| held) {
            return;
        }
        self.aim();
        self.homes.clone_from(&self.targets);
        self.held[index] = false;
        self.moved = true;
        self.heat = self.heat.max(LET_GO);
        // An anchor of force_graph's gathers acceleration and would be flung away now.
        let fixed = self.mobility();
        if let Some(physics) = &mut self.physics {
            physics.rebuild(&self.points, |body| fixed[body] == 0.0);
        }
    }

    /// What can move: not what is held, not what is placed by hand.
    fn mobility(&self) -> Vec<f32> {
        let free = |(body, &held): (&Body, &bool)| f32::from(u8::from(!held && body.pinned.is_none()));
        self.graph.bodies.iter().zip(&self.held).map(free).collect()
    }

    /// Finds where everything should go while some bodies are held: home, but wheels round and nothing on
    /// top of another.
    fn aim(&mut self) {
        let mobility = self.mobility();
        let mut targets = self.homes.clone();
        for (body, target) in targets.iter_mut().enumerate().filter(|(body, _)| self.held[*body]) {
            *target = self.points[body];
        }
        for wheel in
            self.graph.wheels.iter().filter(|wheel| wheel.iter().any(|&body| self.held[body as usize]))
        {
            for _ in 0..4 {
                wheels::round(&mut targets, wheel, &mobility, 0.0, 0.5);
            }
        }
        for (target, &home) in targets
            .iter_mut()
            .zip(&self.homes)
            .zip(&mobility)
            .filter(|(_, m)| **m > 0.0)
            .map(|(both, _)| both)
        {
            let way = *target - home;
            if way.length() > GIVE_WAY {
                *target = home + way.unit() * GIVE_WAY;
            }
        }
        spacing::separate(&self.graph, &mut targets, &mobility, 20);
        self.targets = targets;
    }
}

/// The usual length of a spring: their mean.
fn usual(graph: &Graph, points: &[Point]) -> f32 {
    let length = |link: &super::graph::Link| (points[link.b as usize] - points[link.a as usize]).length();
    let sum: f32 = graph.links.iter().map(length).sum();
    within(sum / graph.links.len().max(1) as f32, 60.0, 300.0)
}
