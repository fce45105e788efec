//! One connected part in its cell: several starts by stress, settled by the physics, and the ones that look best
//! polished.

use super::{
    components::Cell,
    fit::{fit, stretch},
    graph::Graph,
    ideal,
    ideal::Pair,
    physics::Physics,
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
const STRESS_LIMIT: usize = 1_000;

/// Up to so many, the physics has a say: a tick is O(n^2).
const PHYSICS_LIMIT: usize = 400;

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

/// The average spring is not stretched beyond this to fill the stage.
const LONGEST: f32 = 270.0;

/// How much more one axis may be stretched than the other in the end: wheels stay round to the eye.
const LAST_UNEVEN: f32 = 1.15;

pub(super) struct Draft<'a> {
    graph: &'a Graph,
    cell: Cell,
    unit: f32,
    mobility: Vec<f32>,
    /// Whether somebody has a place already: then nothing is turned or stretched as a whole.
    placed: bool,
}

impl<'a> Draft<'a> {
    pub fn new(graph: &'a Graph, cell: Cell, placed: bool) -> Self {
        let unit = within((cell.width * cell.height / graph.len().max(1) as f32).sqrt(), 105.0, 255.0) * 0.9;
        Self { graph, cell, unit, mobility: graph.mobility(), placed }
    }

    /// The best arrangement found. Up to 1,000 bodies or so: O(n m + n^2) with large constants.
    pub fn best(&self) -> Vec<Point> {
        let count = self.graph.len();
        if count == 1 {
            return self.scatter(&mut Dice::new(1), 0.0);
        }
        if count > STRESS_LIMIT {
            return radial(self.graph, self.cell);
        }
        let pairs = ideal::pairs(self.graph, self.unit);
        let mut best = if count > SCORE_LIMIT { self.start(1, &pairs) } else { self.search(&pairs) };
        if !self.placed {
            stretch(self.graph, &mut best, self.cell, LONGEST, LAST_UNEVEN, 1.0);
        }
        self.round(&mut best);
        best
    }

    /// Takes up the starts that look best and polishes them; the best of these gets the last touch.
    fn search(&self, pairs: &[Pair]) -> Vec<Point> {
        let (starts, kept, touch) = match self.graph.len() {
            count if count <= FEW => (16, 2, ROAM),
            count if count <= MIDDLE => (4, 1, COMB),
            _ => (2, 1, COMB),
        };
        let mut costs = Vec::with_capacity(starts);
        let mut scores = Vec::with_capacity(starts);
        for seed in 1..=starts {
            let score = Score::new(self.graph, self.cell, self.unit, self.start(seed as u64, pairs));
            costs.push(score.total());
            scores.push(score);
        }
        let order = order::places(starts, &|a, b| costs[a].total_cmp(&costs[b]));
        let (mut least, mut best) = (f32::INFINITY, 0);
        for place in order.into_iter().take(kept) {
            polish(&mut scores[place], &self.mobility, &touch);
            let cost = scores[place].total();
            if cost < least {
                (least, best) = (cost, place);
            }
        }
        let mut best = scores.swap_remove(best);
        if kept > 1 {
            polish(&mut best, &self.mobility, &FINISH);
        }
        best.points
    }

    /// A first arrangement, another one for each seed. Of more than a few bodies every second one is settled by the
    /// physics: neither kind looks better always, and the score chooses. A few look better without (judged by eye
    /// on the AI deals' overview in four stages).
    fn start(&self, seed: u64, pairs: &[Pair]) -> Vec<Point> {
        let mut dice = Dice::new(seed);
        let mut points = self.scatter(&mut dice, 1.0);
        let mut pairs = pairs.to_vec();
        stress::descend(self.graph, &mut pairs, self.unit, &mut points, &self.mobility, &mut dice);
        if points.len() > FEW && seed.is_multiple_of(2) {
            self.settle(&mut points);
        }
        if !self.placed {
            fit(self.graph, &mut points, self.cell, LONGEST);
        }
        points
    }

    /// Lets the physics have its say, near the arrangement: it spreads bodies evenly where stress leaves knots.
    fn settle(&self, points: &mut [Point]) {
        if points.len() > PHYSICS_LIMIT {
            return;
        }
        let arranged = points.to_vec();
        let held = |body: usize| self.mobility[body] == 0.0;
        let mut physics = Physics::new(self.graph, self.unit * AIRY, points, held);
        for tick in 0..TICKS {
            let heat = 1.0 - tick as f32 / TICKS as f32;
            physics.tick(points, heat, held);
            for (body, point) in points.iter_mut().enumerate().filter(|&(body, _)| !held(body)) {
                *point = *point + (arranged[body] - *point) * PULL;
            }
            for wheel in &self.graph.wheels {
                let side = ideal::side(self.graph, wheel, self.unit);
                wheels::round(points, wheel, &self.mobility, side, 0.2 * heat);
            }
        }
    }

    /// Where each body begins: where it is or was, else anywhere (`spread` 1) or in the middle (0).
    fn scatter(&self, dice: &mut Dice, spread: f32) -> Vec<Point> {
        let mut anywhere = || {
            let (x, y) = (dice.centred() * self.cell.width, dice.centred() * self.cell.height);
            self.cell.centre + Point::new(x, y) * spread
        };
        self.graph
            .bodies
            .iter()
            .map(|body| body.pinned.or(body.start).unwrap_or_else(&mut anywhere))
            .collect()
    }

    /// Makes wheels regular that are not round enough: stretching made ellipses of them.
    fn round(&self, points: &mut [Point]) {
        for _ in 0..ROUNDING {
            for wheel in self.graph.wheels.iter().rev() {
                if wheels::roundness(wheel.iter().map(|&body| points[body as usize])) < ROUND {
                    let side = ideal::side(self.graph, wheel, self.unit);
                    wheels::round(points, wheel, &self.mobility, side, 0.5);
                }
            }
        }
    }
}
