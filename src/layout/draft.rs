//! One connected part in its cell: several starts by stress, those that look best settled by the forces and polished.

use super::{
    components::Cell,
    fit::{fit, stretch},
    forces::Forces,
    graph::Graph,
    ideal,
    ideal::Pair,
    polish::{Touch, polish},
    score::Score,
    spacing,
    stress::{self, Dice, QUICK, THOROUGH},
    wheels,
};
use crate::{Point, order, point::within};

/// Up to so many bodies many starts are tried, and all their looks are judged.
pub(super) const FEW: usize = 16;

/// Up to so many, several starts are told apart roughly, and the best is polished.
pub(super) const SCORE_LIMIT: usize = 120;

/// Above so many, the one start has to be quick: the forces mend it.
pub(super) const THOROUGH_LIMIT: usize = 400;

/// Above so many, the distances of all pairs are too many.
pub(super) const STRESS_LIMIT: usize = 1_000;

/// How the best arrangement is looked for.
struct Plan {
    /// How many starts there are, in how many rounds of descent each, and how many are followed.
    starts: u64,
    rounds: u32,
    followed: usize,
    /// Whether these are told apart by all their looks, or roughly.
    looks: bool,
    /// Whether the forces settle them.
    settles: bool,
    /// How each is polished, and then the best of them.
    each: Touch,
    best: Touch,
}

/// A few bodies look better without the forces, judged by eye. More would take too long to be looked at closely.
const OF_A_FEW: Plan =
    Plan { starts: 16, rounds: QUICK, followed: 2, looks: true, settles: false, each: ROAM, best: FINISH };
const OF_SOME: Plan =
    Plan { starts: 10, rounds: QUICK, followed: 3, looks: false, settles: true, each: NOTHING, best: COMB };
const OF_MANY: Plan = Plan { starts: 1, followed: 1, rounds: THOROUGH, best: NOTHING, ..OF_SOME };
const OF_A_CROWD: Plan = Plan { rounds: QUICK, ..OF_MANY };

/// Ticks in which the forces settle an arrangement, each with less heat, and the last ones that also part what overlaps.
const TICKS: u32 = 42;
const PARTING: u32 = 10;

/// How much of its way back a body goes at a time that was shown before.
const HOMING: f32 = 0.3;

/// How much rounder a tick makes the wheels.
const ROUNDER: f32 = 0.2;

/// What the best starts of a few bodies get, their last touch, what more bodies get, and a great many.
const ROAM: Touch = Touch { rounds: 4, busiest: FEW, tries: 12, far: 2.0, near: 0.3 };
const FINISH: Touch = Touch { rounds: 8, busiest: FEW, tries: 8, far: 0.5, near: 0.03 };
const COMB: Touch = Touch { rounds: 2, busiest: 7, tries: 5, far: 1.25, near: 0.2 };
const NOTHING: Touch = Touch { rounds: 0, ..COMB };

/// How much more one axis may be stretched than the other in the end: wheels stay round to the eye.
const LAST_UNEVEN: f32 = 1.05;

pub(super) struct Draft {
    pub graph: Graph,
    pub cell: Cell,
    /// The usual length of a spring.
    pub unit: f32,
    /// How many springs lie between any two bodies, row by row; of too many bodies, nothing.
    pub hops: Box<[u8]>,
    /// Whether somebody has a place already: then nothing is turned or stretched as a whole.
    placed: bool,
}

impl Draft {
    pub fn new(graph: Graph, cell: Cell, placed: bool) -> Self {
        let area = cell.size.x * cell.size.y / graph.len().max(1) as f32;
        let hops = if graph.len() > STRESS_LIMIT { Box::default() } else { ideal::hops(&graph) };
        Self { graph, cell, unit: within(area.sqrt(), 105.0, 255.0) * 0.9, hops, placed }
    }

    /// The best arrangement found. Up to 1,000 bodies or so: O(n m + n^2) with large constants.
    pub fn best(&self) -> Vec<Point> {
        let count = self.graph.len();
        if count == 1 || count > STRESS_LIMIT {
            return self.quick();
        }
        let plan = match count {
            count if count <= FEW => &OF_A_FEW,
            count if count <= SCORE_LIMIT => &OF_SOME,
            count if count <= THOROUGH_LIMIT => &OF_MANY,
            _ => &OF_A_CROWD,
        };
        let pairs = ideal::pairs(&self.graph, &self.hops, self.unit);
        let mut found = Vec::new();
        for seed in 1..=plan.starts {
            found.push(self.start(seed, &pairs, plan.rounds));
        }
        let mut score = Score::new(self);
        least(&mut found, plan.followed, &mut score, plan.looks);
        for points in &mut found {
            if plan.settles {
                self.settle(points);
            }
            polish(&mut score, points, &plan.each);
        }
        least(&mut found, 1, &mut score, plan.looks);
        for best in &mut found {
            polish(&mut score, best, &plan.best);
            if !self.placed {
                stretch(self, best, LAST_UNEVEN, 1.0);
            }
        }
        found.pop().unwrap_or_default()
    }

    /// Of one body or a great many: those are moved on from there. What has no engine for that has no radial tree either.
    fn quick(&self) -> Vec<Point> {
        #[cfg(feature = "large")]
        return super::tree::radial(&self.graph, self.cell);
        #[cfg(not(feature = "large"))]
        if self.graph.len() > 1 { self.scattered(&mut Dice::new(1)) } else { vec![self.cell.centre] }
    }

    /// A first arrangement, another one for each seed.
    fn start(&self, seed: u64, pairs: &[Pair], rounds: u32) -> Vec<Point> {
        let mut dice = Dice::new(seed);
        let mut points = self.scattered(&mut dice);
        stress::descend(self, &mut pairs.to_vec(), &mut points, &mut dice, rounds);
        if !self.placed {
            fit(self, &mut points);
        }
        points
    }

    /// Each body where it is or was, else anywhere.
    fn scattered(&self, dice: &mut Dice) -> Vec<Point> {
        let mut points = Vec::with_capacity(self.graph.len());
        for body in &self.graph.bodies {
            points.push(body.place.unwrap_or_else(|| {
                let (x, y) = (dice.centred() * self.cell.size.x, dice.centred() * self.cell.size.y);
                self.cell.centre + Point::new(x, y)
            }));
        }
        points
    }

    /// Lets the forces have their say, near the arrangement: they spread bodies evenly where stress leaves knots, and
    /// take crossings out. In the end, what overlaps is parted little by little, while everything can still give way.
    fn settle(&self, points: &mut [Point]) {
        let mut forces = Forces::new(&self.graph, points);
        for left in (0..TICKS).rev() {
            forces.tick(&self.graph, points, (left + 1) as f32 / TICKS as f32);
            for wheel in &self.graph.wheels {
                self.round(points, wheel, ROUNDER);
            }
            self.keep(points);
            if left < PARTING {
                for (point, body) in points.iter_mut().zip(&self.graph.bodies) {
                    *point = *point + (self.cell.hold(body, *point) - *point) * body.mobility;
                }
                spacing::separate(&self.graph, points, 1);
            }
        }
    }

    /// Bodies that were shown before keep their places as far as the others let them.
    pub fn keep(&self, points: &mut [Point]) {
        for (body, point) in self.graph.bodies.iter().zip(points) {
            if let Some(home) = body.place {
                *point = *point + (home - *point) * HOMING;
            }
        }
    }

    /// Makes a wheel more regular.
    pub fn round(&self, points: &mut [Point], wheel: &[u32], strength: f32) {
        let side = ideal::side(&self.graph, wheel, self.unit);
        wheels::round(&self.graph.bodies, points, wheel, side, strength);
    }
}

/// Keeps those of some arrangements that cost least, so many, the cheapest first. Where none has to go, none is judged.
fn least(all: &mut Vec<Vec<Point>>, kept: usize, score: &mut Score, looks: bool) {
    if all.len() <= kept {
        return;
    }
    let mut costs = Vec::with_capacity(all.len());
    for points in &*all {
        score.take(points);
        costs.push(if looks { score.total() } else { score.tangle() });
    }
    let mut cheapest = Vec::with_capacity(kept);
    for &place in &order::ascending(&costs)[..kept] {
        cheapest.push(std::mem::take(&mut all[place]));
    }
    *all = cheapest;
}
