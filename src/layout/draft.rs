//! One connected part in its cell: several starts by stress, settled by the physics, and the ones that look best
//! polished.

use super::{
    components::Cell,
    fit::{fit, stretch},
    graph::Graph,
    ideal,
    ideal::Pair,
    physics::{Engine, Physics},
    polish::{Touch, polish},
    score::Score,
    stress::{self, Dice},
    tree::radial,
    wheels,
};
use crate::{Point, order, point::within};

/// Up to so many bodies many starts are tried, and the best of them gone over.
const FEW: usize = 16;

/// Up to so many, some starts.
const MIDDLE: usize = 40;

/// Up to so many, an arrangement is judged by its looks and polished.
const SCORE_LIMIT: usize = 120;

/// Above so many, the distances of all pairs are too many.
pub(super) const STRESS_LIMIT: usize = 1_000;

/// Ticks of the physics, each with less heat, and how much each body is pulled back to its start in one.
const TICKS: u32 = 24;
const PULL: f32 = 0.05;

/// The physics' own idea of a spring's length, relative to the usual one: longer gives more air.
const AIRY: f32 = 1.2;

/// What the best starts of a few bodies get, what more bodies get, and the last touch.
const ROAM: Touch = Touch { visits: 36, tries: 12, far: 2.0, near: 0.3 };
const COMB: Touch = Touch { visits: 120, tries: 6, far: 2.0, near: 0.1 };
const FINISH: Touch = Touch { visits: 80, tries: 8, far: 0.5, near: 0.03 };

/// Wheels less round than this in the end are made rounder: the eye sees no difference above.
const ROUND: f32 = 0.92;

/// Rounds in which the wheels become regular again after the figure was stretched.
const ROUNDING: u32 = 6;

/// How much more one axis may be stretched than the other in the end: wheels stay round to the eye.
const LAST_UNEVEN: f32 = 1.15;

pub(super) struct Draft {
    pub graph: Graph,
    pub cell: Cell,
    /// The usual length of a spring.
    pub unit: f32,
    /// Whether somebody has a place already: then nothing is turned or stretched as a whole.
    placed: bool,
}

impl Draft {
    pub fn new(graph: Graph, cell: Cell, placed: bool) -> Self {
        let area = cell.size.x * cell.size.y / graph.len().max(1) as f32;
        Self { graph, cell, unit: within(area.sqrt(), 105.0, 255.0) * 0.9, placed }
    }

    /// The best arrangement found. Up to 1,000 bodies or so: O(n m + n^2) with large constants.
    pub fn best(&self) -> Vec<Point> {
        let count = self.graph.len();
        if count == 1 || count > STRESS_LIMIT {
            return radial(&self.graph, self.cell);
        }
        let pairs = ideal::pairs(&self.graph, self.unit);
        let mut best = if count > SCORE_LIMIT { self.start(1, &pairs) } else { self.search(&pairs) };
        if !self.placed {
            stretch(self, &mut best, LAST_UNEVEN, 1.0);
        }
        // Stretching made ellipses of the wheels.
        for _ in 0..ROUNDING {
            for wheel in self.graph.wheels.iter().rev() {
                if wheels::roundness(&best, wheel) < ROUND {
                    self.round(&mut best, wheel, 0.5);
                }
            }
        }
        best
    }

    /// Takes up the starts that look best and polishes them; the best of these gets the last touch.
    fn search(&self, pairs: &[Pair]) -> Vec<Point> {
        let (count, kept, touch) = match self.graph.len() {
            count if count <= FEW => (16, 2, ROAM),
            count if count <= MIDDLE => (4, 1, COMB),
            _ => (2, 1, COMB),
        };
        let mut score = Score::new(self);
        let (mut starts, mut costs) = (Vec::new(), Vec::new());
        for seed in 1..=count {
            let start = self.start(seed, pairs);
            score.take(&start);
            costs.push(score.total());
            starts.push(start);
        }
        let (mut least, mut best) = (0.0, Vec::new());
        for &place in &order::ascending(&costs)[..kept] {
            score.take(&starts[place]);
            polish(&mut score, &touch);
            let cost = score.total();
            if best.is_empty() || cost < least {
                (least, best) = (cost, score.points.clone());
            }
        }
        score.take(&best);
        if kept > 1 {
            polish(&mut score, &FINISH);
        }
        score.points
    }

    /// A first arrangement, another one for each seed. Of more than a few bodies every second one is settled by the
    /// physics: neither kind looks better always, and the score chooses. A few look better without (judged by eye
    /// on the AI deals' overview in four stages).
    fn start(&self, seed: u64, pairs: &[Pair]) -> Vec<Point> {
        let mut dice = Dice::new(seed);
        // Each body begins where it is or was, else anywhere.
        let mut points = Vec::with_capacity(self.graph.len());
        for body in &self.graph.bodies {
            points.push(body.place.unwrap_or_else(|| {
                let (x, y) = (dice.centred() * self.cell.size.x, dice.centred() * self.cell.size.y);
                self.cell.centre + Point::new(x, y)
            }));
        }
        stress::descend(self, &mut pairs.to_vec(), &mut points, &mut dice);
        if points.len() > FEW && seed.is_multiple_of(2) {
            self.settle(&mut points);
        }
        if !self.placed {
            fit(self, &mut points);
        }
        points
    }

    /// Lets the physics have its say, near the arrangement: it spreads bodies evenly where stress leaves knots.
    fn settle(&self, points: &mut [Point]) {
        let arranged = points.to_vec();
        let mut physics = Physics::new(&self.graph, self.unit * AIRY, points);
        for tick in 0..TICKS {
            let heat = 1.0 - tick as f32 / TICKS as f32;
            physics.tick(&self.graph, points, heat);
            for ((point, body), &start) in points.iter_mut().zip(&self.graph.bodies).zip(&arranged) {
                if body.mobility > 0.0 {
                    *point = *point + (start - *point) * PULL;
                }
            }
            for wheel in &self.graph.wheels {
                self.round(points, wheel, 0.2 * heat);
            }
        }
    }

    /// Makes a wheel more regular.
    pub fn round(&self, points: &mut [Point], wheel: &[u32], strength: f32) {
        let side = ideal::side(&self.graph, wheel, self.unit);
        wheels::round(&self.graph.bodies, points, wheel, side, strength);
    }
}
