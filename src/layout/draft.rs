//! One connected part in its cell: several starts by stress, settled by the physics, and the one that looks
//! best polished.

use super::{
    components::Cell,
    fit::{fit, stretch},
    graph::Graph,
    ideal,
    physics::Physics,
    polish::{jump, polish, trade},
    score::Score,
    stress::{self, Dice},
    tree::radial,
    wheels,
};
use crate::{Point, order, point::within};

/// Up to so many bodies all places are tried, and many starts; above, only what looks worst is touched.
const FEW: usize = 16;

/// Up to so many, every body may jump across the cell.
const MIDDLE: usize = 40;

/// Up to so many, starts are compared by their looks.
const SCORE_LIMIT: usize = 120;

/// Above so many, the distances of all pairs are too many.
const STRESS_LIMIT: usize = 1_000;

/// Up to so many, the physics has a say: a tick is O(n^2).
const PHYSICS_LIMIT: usize = 400;

/// Ticks of the physics, each with less heat, and how much each body is pulled back to its draft in one.
const TICKS: u32 = 24;
const PULL: f32 = 0.05;

/// The physics' own idea of a spring's length, relative to the usual one: longer gives more air.
const AIRY: f32 = 1.2;

/// How many bodies may move in one round of the polish where there are more than a few.
const WORST: usize = 24;

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
        let starts = match count {
            _ if count <= FEW => 24,
            _ if count <= MIDDLE => 6,
            _ if count <= 80 => 3,
            _ => 1,
        };
        let mut drafts: Vec<Vec<Point>> = (1..=starts)
            .map(|seed| {
                let mut dice = Dice::new(seed);
                let mut points = self.scatter(&mut dice, 1.0);
                stress::descend(
                    self.graph,
                    &mut pairs.clone(),
                    self.unit,
                    &mut points,
                    &self.mobility,
                    &mut dice,
                );
                self.fit(points)
            })
            .collect();
        if count <= FEW {
            // Each trial grows with the links: a dozen bodies get half as many.
            let (first, second) = if count <= 10 { (5, 2) } else { (2, 1) };
            self.keep(&mut drafts, first);
            drafts = drafts.into_iter().map(|draft| self.refine(self.settle(draft), &[0.5], true)).collect();
            self.keep(&mut drafts, second);
            drafts = drafts.into_iter().map(|draft| self.refine(draft, &[0.5, 0.25], true)).collect();
            self.keep(&mut drafts, 1);
            drafts = drafts
                .into_iter()
                .map(|draft| self.refine(draft, &[0.25, 0.12, 0.25, 0.12, 0.06, 0.03], false))
                .collect();
        } else if count <= MIDDLE {
            self.keep(&mut drafts, 1);
            drafts = drafts
                .into_iter()
                .map(|draft| self.refine(self.settle(draft), &[0.4, 0.2, 0.1], true))
                .collect();
        } else {
            self.keep(&mut drafts, 1);
            drafts =
                drafts.into_iter().map(|draft| self.refine(self.settle(draft), &[0.4, 0.2], false)).collect();
        }
        let mut best = drafts.pop().unwrap_or_default();
        if !self.placed {
            stretch(self.graph, &mut best, self.cell, LONGEST, LAST_UNEVEN, 1.0);
        }
        self.round(&mut best, ROUND);
        best
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

    /// Leaves the drafts that look best.
    fn keep(&self, drafts: &mut Vec<Vec<Point>>, count: usize) {
        if drafts.len() > count {
            let mut judged: Vec<(f32, Vec<Point>)> = drafts
                .drain(..)
                .map(|draft| {
                    let score = Score::new(self.graph, self.cell, self.unit, draft);
                    (score.total(), score.points)
                })
                .collect();
            let order = order::places(judged.len(), &|a, b| judged[a].0.total_cmp(&judged[b].0));
            drafts.extend(order.into_iter().take(count).map(|place| std::mem::take(&mut judged[place].1)));
        }
    }

    fn fit(&self, mut points: Vec<Point>) -> Vec<Point> {
        if !self.placed {
            fit(self.graph, &mut points, self.cell, LONGEST);
        }
        points
    }

    /// Gives the bodies air: the physics cools towards the draft, while the wheels stay round.
    fn settle(&self, mut points: Vec<Point>) -> Vec<Point> {
        if points.len() > PHYSICS_LIMIT {
            return points;
        }
        let draft = points.clone();
        let held = |body: usize| self.mobility[body] == 0.0;
        let mut physics = Physics::new(self.graph, self.unit * AIRY, &points, held);
        for tick in 0..TICKS {
            let heat = 1.0 - tick as f32 / TICKS as f32;
            physics.tick(&mut points, heat, held);
            for (body, point) in points.iter_mut().enumerate().filter(|&(body, _)| !held(body)) {
                let back = *point + (draft[body] - *point) * PULL;
                *point = self.cell.hold(&self.graph.bodies[body], back);
            }
            for wheel in &self.graph.wheels {
                let side = ideal::side(self.graph, wheel, self.unit);
                wheels::round(&mut points, wheel, &self.mobility, side, 0.2 * heat);
            }
        }
        let mut points = self.fit(points);
        self.round(&mut points, 1.0);
        for (body, point) in points.iter_mut().enumerate().filter(|&(body, _)| !held(body)) {
            *point = self.cell.hold(&self.graph.bodies[body], *point);
        }
        points
    }

    /// Makes wheels regular that are less round than `least`: stretching made ellipses of them.
    fn round(&self, points: &mut [Point], least: f32) {
        for _ in 0..ROUNDING {
            for wheel in self.graph.wheels.iter().rev() {
                if wheels::roundness(wheel.iter().map(|&body| points[body as usize])) < least {
                    let side = ideal::side(self.graph, wheel, self.unit);
                    wheels::round(points, wheel, &self.mobility, side, 0.5);
                }
            }
        }
    }

    /// Moves single bodies to where the figure looks better; `bold` moves them across the whole cell.
    fn refine(&self, points: Vec<Point>, steps: &[f32], bold: bool) -> Vec<Point> {
        let count = points.len();
        if count > SCORE_LIMIT {
            return points;
        }
        let mut score = Score::new(self.graph, self.cell, self.unit, points);
        if bold {
            if count <= FEW {
                trade(&mut score, &self.mobility);
            }
            jump(&mut score, &self.mobility);
        }
        polish(&mut score, &self.mobility, steps, if count <= FEW { count } else { WORST });
        score.points
    }
}
