//! One connected part in its cell: several starts by stress, those that look best settled by the forces and polished.

use std::ops::Range;

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
    tangle::tangle,
    wheels,
};
use crate::{Point, point::within};

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
    /// One for each start, in how many rounds of descent each, and how many are taken further: those of least stress,
    /// which is known already.
    seeds: Range<u64>,
    rounds: u32,
    tried: usize,
    /// How many of these are then followed.
    followed: usize,
    /// Whether they are told apart by all their looks, or settled by the forces and told apart by how tangled they are.
    looks: bool,
    /// How each is polished, and then the best of them.
    each: Touch,
    best: Touch,
}

/// A few bodies look better without the forces, judged by eye. More would take too long to be looked at closely. The seeds
/// are some with which no name touches a coloured arc in the first picture of the page's data.
const OF_A_FEW: Plan =
    Plan { seeds: 165..181, rounds: QUICK, tried: 16, followed: 2, looks: true, each: ROAM, best: FINISH };
/// After the forces had their say, an arrangement is nearly what it will be: how many crossings it has then foretells how
/// many there will be (a correlation of 0.8 to 0.9), and its stress before does so less well (0.5). What other seeds make
/// is in `tests/benches/README.md`.
const OF_SOME: Plan =
    Plan { seeds: 575..581, rounds: QUICK, tried: 2, followed: 1, looks: false, each: NOTHING, best: COMB };
const OF_MANY: Plan = Plan { seeds: 1..2, rounds: THOROUGH, tried: 1, best: NOTHING, ..OF_SOME };
const OF_A_CROWD: Plan = Plan { rounds: QUICK, ..OF_MANY };

/// Ticks in which the forces settle an arrangement, each with less heat, and the last ones that also part what overlaps.
const TICKS: u32 = 42;
const PARTING: u32 = 10;

/// How much of its way back a body goes at a time that was shown before.
const HOMING: f32 = 0.3;

/// How much rounder a tick makes the wheels.
const ROUNDER: f32 = 0.2;

/// What the best starts of a few bodies get, their last touch, what more bodies get, and a great many.
const ROAM: Touch = Touch { rounds: 4, busiest: FEW, tries: 12, far: 2.0, near: 0.3, amid: 0.0 };
const FINISH: Touch = Touch { rounds: 8, busiest: FEW, tries: 8, far: 0.5, near: 0.03, amid: 0.0 };
const COMB: Touch = Touch { rounds: 2, busiest: 5, tries: 3, far: 1.25, near: 0.2, amid: 0.6 };
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
    pub placed: bool,
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
        let seeds = plan.seeds.clone();
        #[cfg(feature = "bench")]
        let seeds = super::weights::tried::seeds(&seeds);
        for seed in seeds {
            found.push(self.start(seed, &pairs, plan.rounds));
        }
        least(&mut found, plan.tried);
        for Found { points, .. } in &mut found {
            if !self.placed {
                fit(self, points);
            }
            if !plan.looks {
                self.settle(points, PARTING..TICKS);
            }
        }
        let mut score = Score::new(self);
        judge(&mut found, plan.followed, &mut score, plan.looks);
        for Found { points, .. } in &mut found {
            if !plan.looks {
                self.settle(points, 0..PARTING);
            }
            polish(&mut score, points, &plan.each);
        }
        judge(&mut found, 1, &mut score, plan.looks);
        let Some(Found { points: mut best, .. }) = found.pop() else { return Vec::new() };
        polish(&mut score, &mut best, &plan.best);
        if !self.placed {
            stretch(self, &mut best, LAST_UNEVEN, 1.0);
        }
        best
    }

    /// Of one body or a great many: those are moved on from there. What has no engine for that has no radial tree either.
    fn quick(&self) -> Vec<Point> {
        #[cfg(feature = "large")]
        return super::tree::radial(&self.graph, self.cell);
        #[cfg(not(feature = "large"))]
        if self.graph.len() > 1 { self.scattered(&mut Dice::new(1)) } else { vec![self.cell.centre] }
    }

    /// A first arrangement with its stress, another one for each seed.
    fn start(&self, seed: u64, pairs: &[Pair], rounds: u32) -> Found {
        let mut dice = Dice::new(seed);
        let mut points = self.scattered(&mut dice);
        let cost = stress::descend(self, &mut pairs.to_vec(), &mut points, &mut dice, rounds);
        Found { points, cost }
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

    /// Lets the forces have their say, near the arrangement, in those of the ticks after which so many are left: they
    /// spread bodies evenly where stress leaves knots, and take crossings out. In the last ones, what overlaps is parted
    /// little by little, while everything can still give way.
    fn settle(&self, points: &mut [Point], left: Range<u32>) {
        let mut forces = Forces::new(&self.graph, points);
        let mut order = Vec::new();
        for left in left.rev() {
            forces.tick(&self.graph, points, (left + 1) as f32 / TICKS as f32);
            for wheel in &self.graph.wheels {
                self.round(points, wheel, ROUNDER);
            }
            self.keep(points);
            if left < PARTING {
                self.cell.gather(&self.graph.bodies, points);
                spacing::separate(&self.graph, points, 1, &mut order);
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

/// One of several arrangements, with what it costs.
struct Found {
    points: Vec<Point>,
    cost: f32,
}

/// Keeps so many arrangements, those that look best or are least tangled. Where none has to go, none is looked at.
fn judge(all: &mut Vec<Found>, kept: usize, score: &mut Score, looks: bool) {
    if all.len() > kept {
        for Found { points, cost } in &mut *all {
            *cost = if looks { score.total(points) } else { tangle(score.draft, points) };
        }
    }
    least(all, kept);
}

/// Keeps so many arrangements, those that cost least.
fn least(all: &mut Vec<Found>, kept: usize) {
    while all.len() > kept {
        let mut most = 0;
        for place in 1..all.len() {
            if all[place].cost > all[most].cost {
                most = place;
            }
        }
        all.swap_remove(most);
    }
}
