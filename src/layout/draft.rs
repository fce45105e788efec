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
    stress::{self, Dice},
    tree::radial,
    wheels,
};
use crate::{Point, order, point::within};

/// Up to so many bodies many starts are tried, and all their looks are judged.
pub(super) const FEW: usize = 16;

/// Up to so many, several starts are told apart roughly, and the best is polished.
const SCORE_LIMIT: usize = 120;

/// Above so many, the one start has to be quick: the forces mend it.
const THOROUGH_LIMIT: usize = 400;

/// Above so many, the distances of all pairs are too many.
pub(super) const STRESS_LIMIT: usize = 1_000;

/// How many starts there are of a few bodies and of more, and how many of these are followed.
const STARTS: u64 = 16;
const FOLLOWED: usize = 2;
const SOME_STARTS: u64 = 6;
const SETTLED: usize = 2;

/// Ticks in which the forces settle an arrangement, each with less heat, and the last ones that also part what overlaps.
const TICKS: u32 = 42;
const PARTING: u32 = 10;

/// How much of its way back a body goes at a time that was shown before.
const HOMING: f32 = 0.3;

/// How much rounder a tick makes the wheels.
const ROUNDER: f32 = 0.2;

/// What the best starts of a few bodies get, their last touch, and what more bodies get.
const ROAM: Touch = Touch { rounds: 4, busiest: FEW, tries: 12, far: 2.0, near: 0.3 };
const FINISH: Touch = Touch { rounds: 8, busiest: FEW, tries: 8, far: 0.5, near: 0.03 };
const COMB: Touch = Touch { rounds: 2, busiest: 7, tries: 5, far: 1.25, near: 0.2 };

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
            return radial(&self.graph, self.cell);
        }
        let pairs = ideal::pairs(&self.graph, &self.hops, self.unit);
        let mut best = if count > SCORE_LIMIT {
            let rounds = if count > THOROUGH_LIMIT { stress::QUICK } else { stress::THOROUGH };
            let mut points = self.start(1, &pairs, rounds);
            self.settle(&mut points);
            points
        } else if count > FEW {
            self.chosen(&pairs)
        } else {
            self.searched(&pairs)
        };
        if !self.placed {
            stretch(self, &mut best, LAST_UNEVEN, 1.0);
        }
        best
    }

    /// Of a few bodies: takes up the starts that look best and polishes them; the best of these gets the last touch.
    fn searched(&self, pairs: &[Pair]) -> Vec<Point> {
        let mut score = Score::new(self);
        let starts: Vec<_> = (1..=STARTS).map(|seed| self.start(seed, pairs, stress::QUICK)).collect();
        let mut polished = Vec::new();
        for start in least(&starts, FOLLOWED, &mut |points| score.take(points).total()) {
            score.take(&start);
            polish(&mut score, &ROAM);
            polished.push(score.points.to_vec());
        }
        for points in least(&polished, 1, &mut |points| score.take(points).total()) {
            score.take(&points);
        }
        polish(&mut score, &FINISH);
        score.points.into()
    }

    /// Of more bodies: settles the starts with the least stress and crossings, and polishes the best of these.
    fn chosen(&self, pairs: &[Pair]) -> Vec<Point> {
        let mut score = Score::new(self);
        let starts: Vec<_> = (1..=SOME_STARTS).map(|seed| self.start(seed, pairs, stress::QUICK)).collect();
        let mut settled = least(&starts, SETTLED, &mut |points| score.take(points).tangle());
        for points in &mut settled {
            self.settle(points);
        }
        for points in least(&settled, 1, &mut |points| score.take(points).tangle()) {
            score.take(&points);
        }
        polish(&mut score, &COMB);
        score.points.into()
    }

    /// A first arrangement, another one for each seed.
    fn start(&self, seed: u64, pairs: &[Pair], rounds: u32) -> Vec<Point> {
        let mut dice = Dice::new(seed);
        // Each body begins where it is or was, else anywhere.
        let mut points = Vec::with_capacity(self.graph.len());
        for body in &self.graph.bodies {
            points.push(body.place.unwrap_or_else(|| {
                let (x, y) = (dice.centred() * self.cell.size.x, dice.centred() * self.cell.size.y);
                self.cell.centre + Point::new(x, y)
            }));
        }
        stress::descend(self, &mut pairs.to_vec(), &mut points, &mut dice, rounds);
        if !self.placed {
            fit(self, &mut points);
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

/// Those of some arrangements that cost least, so many, the cheapest first.
fn least(all: &[Vec<Point>], kept: usize, cost: &mut dyn FnMut(&[Point]) -> f32) -> Vec<Vec<Point>> {
    let costs: Vec<f32> = all.iter().map(|points| cost(points)).collect();
    order::ascending(&costs)[..kept].iter().map(|&place| all[place].clone()).collect()
}
