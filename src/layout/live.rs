//! The arrangement alive: what a reader holds moves, the rest gives way and comes to rest again.

use super::{
    Body, Spring, Stage, Wheel, arrange::settled, graph::Graph, physics, physics::Engine, spacing, wheels,
};
use crate::{Point, point::within};

/// Up to so many bodies `force_graph` animates (0.66 ms a tick at 200 in wasm); above, our own engine does, or bodies
/// glide where that is not built in.
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

/// The farthest a body moves in one tick while nothing is held.
const GENTLE: f32 = 5.0;

/// Nearer than this to the arrangement, everything is put there and is at rest.
const NEAR: f32 = 0.3;

/// How far others move, at most, out of the way of what a reader holds: the figure stays the same figure.
const GIVE_WAY: f32 = 150.0;

/// What moves the bodies: nothing if there are too many for what is built in.
fn engine(graph: &Graph, unit: f32, points: &[Point]) -> Option<Box<dyn Engine>> {
    #[cfg(feature = "large")]
    if graph.len() > PHYSICS_LIMIT || graph.hub().1 > super::large::STEADY {
        return Some(Box::new(super::large::BarnesHut::new(graph, unit)));
    }
    if graph.len() > PHYSICS_LIMIT {
        return None;
    }
    Some(Box::new(physics::Physics::new(graph, unit, points)))
}

/// Bodies in motion: `force_graph`'s physics made safe, or the same law for many, cooling towards the arrangement.
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
    physics: Option<Box<dyn Engine>>,
    /// What is still on its way to where it rests.
    #[cfg(feature = "large")]
    settling: Option<super::large::settle::Settling>,
}

impl Layout {
    /// Arranged, and at rest. Costs what [`arrange`](super::arrange()) costs.
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Self {
        let (mut graph, homes) = settled(bodies, springs, wheels, stage);
        // What was shown before moves like everything else now: only what is placed by hand keeps a place.
        for body in &mut graph.bodies {
            if body.mobility > 0.0 {
                (body.place, body.mobility) = (None, 1.0);
            }
        }
        let usual = within(graph.mean_length(&homes), 60.0, 300.0);
        let physics = engine(&graph, usual, &homes);
        Self {
            #[cfg(feature = "large")]
            settling: super::large::settle::Settling::new(bodies, springs, wheels, &homes),
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
    /// a body is pinned or released. O(n^2) up to 250 bodies, O(n) above; finding new targets
    /// O(n log n).
    pub fn step(&mut self) -> bool {
        #[cfg(feature = "large")]
        if self.heat == 0.0 && self.settle() {
            return true;
        }
        if self.heat == 0.0 {
            return false;
        }
        if std::mem::take(&mut self.moved) {
            self.aim();
        }
        let before = self.points.clone();
        self.heat *= COOLING;
        let cold = self.heat < COLD;
        if let (Some(physics), false) = (&mut self.physics, cold) {
            physics.tick(&self.graph, &mut self.points, self.heat);
        }
        let pull = COLD_PULL - (COLD_PULL - WARM_PULL) * self.heat / TOUCH;
        let most = if self.held.contains(&true) { physics::LEAP } else { GENTLE };
        let mut farthest: f32 = 0.0;
        for (index, body) in self.graph.bodies.iter().enumerate() {
            let (target, point) = (self.targets[index], &mut self.points[index]);
            if body.mobility == 0.0 {
                *point = target;
                continue;
            }
            let to = *point + (target - *point) * pull;
            *point = physics::leap(before[index], to, most);
            farthest = farthest.max((target - *point).length());
        }
        if cold && farthest < NEAR {
            self.points = self.targets.clone();
            self.heat = 0.0;
        }
        true
    }

    /// Whether there is more to move.
    #[cfg(feature = "large")]
    pub fn moves(&self) -> bool {
        self.heat > 0.0 || self.settling.is_some()
    }

    /// One tick of what is too large to be arranged in one go; false once that rests.
    #[cfg(feature = "large")]
    fn settle(&mut self) -> bool {
        let Some(settling) = &mut self.settling else { return false };
        let is_done = !settling.step(&mut self.points);
        self.homes.clone_from(&self.points);
        self.targets.clone_from(&self.points);
        if is_done {
            self.settling = None;
            self.physics = Some(Box::new(super::large::BarnesHut::balanced(&self.graph, &self.points)));
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
        self.graph.bodies[index].mobility = 0.0;
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
        self.homes = self.targets.clone();
        self.held[index] = false;
        let freed = &mut self.graph.bodies[index];
        freed.mobility = if freed.place.is_none() { 1.0 } else { 0.0 };
        self.moved = true;
        self.heat = self.heat.max(LET_GO);
        // An anchor of force_graph's gathers acceleration and would be flung away now.
        if let Some(physics) = &mut self.physics {
            physics.rebuild(&self.graph, &self.points);
        }
    }

    /// Finds where everything should go while some bodies are held: home, but wheels round and nothing on
    /// top of another.
    fn aim(&mut self) {
        let mut targets = self.homes.clone();
        for (body, &held) in self.held.iter().enumerate() {
            if held {
                targets[body] = self.points[body];
            }
        }
        for wheel in &self.graph.wheels {
            if wheel.iter().any(|&body| self.held[body as usize]) {
                for _ in 0..4 {
                    wheels::round(&self.graph.bodies, &mut targets, wheel, 0.0, 0.5);
                }
            }
        }
        for (index, body) in self.graph.bodies.iter().enumerate() {
            if body.mobility > 0.0 {
                targets[index] = physics::leap(self.homes[index], targets[index], GIVE_WAY);
            }
        }
        // This is done in every frame of a drag: the more there are, the less each waits for the others.
        let rounds = match targets.len() {
            count if count > super::draft::STRESS_LIMIT => 0,
            count if count > PHYSICS_LIMIT => 2,
            _ => 20,
        };
        spacing::separate(&self.graph, &mut targets, rounds);
        self.targets = targets;
    }
}
