//! The arrangement alive: what a reader holds moves, the rest gives way and comes to rest again.
//!
//! While something is held, the rest is aimed at cheaply. When it is let go, or rests in the reader's hand, everything
//! is arranged anew around it, from the places it had before anything was touched: whatever a reader does, the figure
//! depends on what they have put where, not on the way there.

#[cfg(not(feature = "large"))]
use super::physics::Engine as _;
use super::{
    Body, Spring, Stage, Wheel,
    arrange::settled,
    graph::{Graph, NONE},
    motor::{Motor, PHYSICS_LIMIT, motor},
    physics, spacing, wheels,
};
use crate::{Point, point::within};

/// How warm a touch makes the figure, and what is left of the heat after each tick: 74 ticks to cold.
pub(super) const TOUCH: f32 = 0.4;
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
    pub(super) graph: Graph,
    /// What is arranged. Pinned is what is placed by hand or has been moved by the reader; the start of each is where
    /// it was arranged when no reader had touched anything.
    pub(super) bodies: Vec<Body>,
    springs: Vec<Spring>,
    wheels: Vec<Wheel>,
    pub(super) stage: Stage,
    /// Where everything rests when nothing is held.
    pub(super) homes: Vec<Point>,
    /// Where everything is going now.
    pub(super) targets: Vec<Point>,
    pub(super) points: Vec<Point>,
    /// What the reader holds, or [`NONE`].
    held: u32,
    /// Whether the targets have to be found anew.
    moved: bool,
    /// Whether the homes have to be.
    pub(super) stale: bool,
    /// 0 at rest.
    pub(super) heat: f32,
    /// Ticks left of a change that is on its way.
    pub(super) glide: u32,
    /// Whether a loop is on a ring of its own; all else is at home then.
    pub(super) unrolled: bool,
    physics: Option<Motor>,
    /// What is still on its way to where it rests.
    #[cfg(feature = "large")]
    settling: Option<super::large::settle::Settling>,
}

impl Layout {
    /// Arranged, and at rest. Costs what [`arrange`](super::arrange()) costs.
    pub fn new(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Self {
        Self::of(bodies.to_vec(), springs.to_vec(), wheels.to_vec(), stage)
    }

    /// The same of what nobody else needs.
    pub(crate) fn of(mut bodies: Vec<Body>, springs: Vec<Spring>, wheels: Vec<Wheel>, stage: Stage) -> Self {
        let (mut graph, homes) = settled(&bodies, &springs, &wheels, stage);
        #[cfg(feature = "large")]
        let settling = super::large::settle::Settling::new(&bodies, &springs, &wheels, &homes);
        // What was shown before moves like everything else now: only what is placed by hand keeps a place.
        for (index, body) in bodies.iter_mut().enumerate() {
            let disc = &mut graph.bodies[index];
            if disc.mobility > 0.0 {
                (disc.place, disc.mobility) = (None, 1.0);
            }
            (body.pinned, body.start) = (disc.place, Some(homes[index]));
        }
        let usual = within(graph.mean_length(&homes), 60.0, 300.0);
        let physics = motor(&graph, usual, &homes);
        Self {
            #[cfg(feature = "large")]
            settling,
            bodies,
            springs,
            wheels,
            stage,
            held: NONE,
            targets: homes.clone(),
            points: homes.clone(),
            homes,
            moved: false,
            stale: false,
            heat: 0.0,
            glide: 0,
            unrolled: false,
            physics,
            graph,
        }
    }

    /// Where the bodies are now.
    pub fn positions(&self) -> &[Point] {
        &self.points
    }

    /// One tick of 1/60 s, whatever the clock says. `true` while something moves; once at rest, `false` until
    /// something is touched or changed. O(n^2) up to 250 bodies, O(n) above; the tick after something was let go costs
    /// what [`arrange`](super::arrange()) costs.
    pub fn step(&mut self) -> bool {
        if self.held == NONE {
            self.let_go();
        }
        if self.glide > 0 {
            let glides = self.glide();
            // A crowd settles where it has glided to.
            #[cfg(feature = "large")]
            let glides = glides || self.settling.is_some();
            return glides;
        }
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
        let most = if self.held == NONE { GENTLE } else { physics::LEAP };
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
            self.points.copy_from_slice(&self.targets);
            self.heat = 0.0;
            // The hold rests.
            if self.stale {
                self.rearrange();
                self.heat = LET_GO;
            }
        }
        true
    }

    /// Whether there is more to move.
    #[cfg(feature = "large")]
    pub fn moves(&self) -> bool {
        self.heat > 0.0 || self.glide > 0 || self.settling.is_some()
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
            for (body, &at) in self.bodies.iter_mut().zip(&self.points) {
                body.start = Some(at);
            }
            self.physics = Some(Box::new(super::large::BarnesHut::balanced(&self.graph, &self.points)));
        }
        true
    }

    /// Holds a body at a place, exactly and at once, until it is released or another one is held. Not while a loop is
    /// unrolled.
    pub fn pin(&mut self, body: u32, at: Point) {
        let index = body as usize;
        if index >= self.points.len() || self.unrolled || !(at.x.abs() <= 1e6 && at.y.abs() <= 1e6) {
            return;
        }
        // Held where it belongs: everything is arranged around it already.
        self.stale |= at != self.homes[index] && self.points.len() <= PHYSICS_LIMIT;
        self.held = body;
        self.graph.bodies[index].mobility = 0.0;
        self.bodies[index].pinned = Some(at);
        self.points[index] = at;
        self.targets[index] = at;
        self.moved = true;
        self.glide = 0;
        self.heat = self.heat.max(TOUCH);
    }

    /// Lets go of a body: it stays where it is until [`Layout::restore`], and the rest is arranged around it.
    pub fn release(&mut self, body: u32) {
        if self.held == body {
            self.held = NONE;
            self.heat = self.heat.max(LET_GO);
        }
    }

    /// Lets go of what is held. What is arranged then is final.
    pub(super) fn let_go(&mut self) {
        self.held = NONE;
        if self.stale {
            self.rearrange();
        }
    }

    /// Lets everything move that is not pinned.
    pub(super) fn loosen(&mut self) {
        for (body, disc) in self.bodies.iter().zip(&mut self.graph.bodies) {
            disc.mobility = if body.pinned.is_none() { 1.0 } else { 0.0 };
        }
    }

    /// Has the physics forget: an anchor of `force_graph`'s gathers acceleration and would be flung away when freed.
    pub(super) fn calm(&mut self) {
        if let Some(physics) = &mut self.physics {
            physics.rebuild(&self.graph, &self.points);
        }
    }

    /// Arranges everything anew around what the reader has moved; the rest stays near the place it had untouched.
    fn rearrange(&mut self) {
        (self.stale, self.moved) = (false, false);
        self.targets = settled(&self.bodies, &self.springs, &self.wheels, self.stage).1;
        self.give_way();
        self.homes.copy_from_slice(&self.targets);
    }

    /// Finds where everything should go while some bodies are held: home, but wheels round and nothing on
    /// top of another.
    fn aim(&mut self) {
        self.targets.copy_from_slice(&self.homes);
        for (body, target) in self.bodies.iter().zip(&mut self.targets) {
            *target = body.pinned.unwrap_or(*target);
        }
        for wheel in &self.graph.wheels {
            if wheel.contains(&self.held) {
                for _ in 0..4 {
                    wheels::round(&self.graph.bodies, &mut self.targets, wheel, 0.0, 0.5);
                }
            }
        }
        self.give_way();
    }

    /// Keeps the targets near the untouched arrangement, and apart.
    fn give_way(&mut self) {
        for (body, target) in self.bodies.iter().zip(&mut self.targets) {
            if let (None, Some(home)) = (body.pinned, body.start) {
                *target = physics::leap(home, *target, GIVE_WAY);
            }
        }
        // This is done in every frame of a drag: the more there are, the less each waits for the others.
        let rounds = match self.targets.len() {
            count if count > super::draft::STRESS_LIMIT => 0,
            count if count > PHYSICS_LIMIT => 2,
            _ => 20,
        };
        spacing::separate(&self.graph, &mut self.targets, rounds, &mut Vec::new());
    }
}
