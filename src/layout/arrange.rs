//! The settled arrangement: stress first, then spacing and polish, the best of a few fixed starts.

use super::{
    Body, Spring, Stage, Wheel,
    components::{Cell, components, slice},
    fit::{bounds, fit},
    graph::Graph,
    ideal, polish,
    score::Score,
    spacing,
    stress::{self, Dice},
};
use crate::Point;

/// Above so many bodies the distances of all pairs are too many.
const STRESS_LIMIT: usize = 1_000;

/// Up to so many, starts are compared by their looks and the best is polished.
const SCORE_LIMIT: usize = 260;

pub fn arrange(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Vec<Point> {
    settle(&Graph::new(bodies, springs, wheels), stage)
}

pub(super) fn settle(graph: &Graph, stage: Stage) -> Vec<Point> {
    let placed = graph.bodies.iter().any(|body| body.pinned.is_some() || body.start.is_some());
    let cell = room(graph, stage);
    let parts = components(graph);
    let needs: Vec<f32> = parts.iter().map(|part| part.iter().map(|&b| need(&graph.bodies[b as usize])).sum()).collect();
    let mut cells = Vec::with_capacity(parts.len());
    slice(cell, &needs, &mut cells);
    let mut points = vec![Point::default(); graph.len()];
    for (part, &cell) in parts.iter().zip(&cells) {
        let draft = if part.len() == graph.len() { draft(graph, cell, placed) } else { draft(&graph.part(part), cell, placed) };
        for (&body, at) in part.iter().zip(draft) {
            points[body as usize] = at;
        }
    }
    let mobility = mobility(graph);
    spacing::separate(graph, &mut points, &mobility, 300);
    if !placed && graph.len() > 0 {
        let (low, high) = bounds(points.iter().copied());
        let middle = (low + high) * 0.5;
        for point in &mut points { *point = *point - middle; }
    }
    points
}

/// How much a body moves when others want it to: held, shown before, free.
pub(super) fn mobility(graph: &Graph) -> Vec<f32> {
    graph.bodies.iter().map(|body| match (body.pinned, body.start) { (Some(_), _) => 0.0, (_, Some(_)) => 0.1, _ => 1.0 }).collect()
}

/// The area a body takes with its label and the air around.
fn need(body: &Body) -> f32 {
    2.6 * (body.label_width.max(2.0 * body.radius) + 8.0) * (2.0 * body.radius + body.label_height + 8.0)
}

/// The stage, enlarged in its own shape where the bodies need more room than it has.
fn room(graph: &Graph, stage: Stage) -> Cell {
    let side = |side: f32| if side.is_finite() { (side - 16.0).clamp(80.0, 1e5) } else { 640.0 };
    let (width, height) = (side(stage.width), side(stage.height));
    let need: f32 = graph.bodies.iter().map(need).sum();
    let factor = (need / (width * height)).max(1.0).sqrt();
    Cell::new(Stage { width: width * factor, height: height * factor })
}

fn draft(graph: &Graph, cell: Cell, placed: bool) -> Vec<Point> {
    let count = graph.len();
    let unit = (cell.width * cell.height / count as f32).sqrt().clamp(105.0, 255.0) * 0.9;
    let mobility = mobility(graph);
    let begin = |dice: &mut Dice| -> Vec<Point> {
        graph.bodies.iter().map(|body| {
            let anywhere = cell.centre + Point::new(dice.centred() * cell.width, dice.centred() * cell.height);
            body.pinned.or(body.start).unwrap_or(anywhere)
        }).collect()
    };
    if count == 1 {
        return vec![graph.bodies[0].pinned.or(graph.bodies[0].start).unwrap_or(cell.centre)];
    }
    if count > STRESS_LIMIT { return begin(&mut Dice::new(1)); }
    let pairs = ideal::pairs(graph, unit);
    let starts = match count { 0..=12 => 24, 13..=30 => 8, 31..=80 => 3, _ => 1 };
    let mut drafts: Vec<(f32, Vec<Point>)> = Vec::new();
    let look = |points: &[Point]| if count <= SCORE_LIMIT { Score::new(graph, cell, unit, points.to_vec()).total() } else { 0.0 };
    for seed in 0..starts {
        let mut dice = Dice::new(seed + 1);
        let mut points = begin(&mut dice);
        stress::descend(graph, &mut pairs.clone(), unit, &mut points, &mobility, &mut dice);
        if !placed { fit(graph, &mut points, cell, 240.0); }
        drafts.push((look(&points), points));
    }
    drafts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let env = |n: &str, d: f32| std::env::var(n).map_or(d, |t| t.parse().unwrap());
    drafts.truncate(env("KEEP", if count <= 16 { 4.0 } else { 1.0 }) as usize);
    let mut best: Option<(f32, Vec<Point>)> = None;
    for (_, mut points) in drafts {
        let ticks = env("TICKS", 30.0) as u32;
        let pull: f32 = env("PULL", 0.05);
        let pu: f32 = env("PU", 1.0);
        let draft = points.clone();
        let mut physics = super::physics::Physics::new(graph, unit * pu, &points, |b| mobility[b] == 0.0);
        for tick in 0..ticks {
            let heat = 1.0 - tick as f32 / ticks as f32;
            physics.tick(&mut points, heat, |b| mobility[b] == 0.0);
            for (b, p) in points.iter_mut().enumerate() {
                let to = *p + (draft[b] - *p) * (pull * mobility[b]);
                *p = cell.hold(&graph.bodies[b], to);
            }
            for wheel in &graph.wheels { super::wheels::round(&mut points, wheel, &mobility, ideal::side(graph, wheel, unit), 0.2 * heat); }
        }
        if !placed { fit(graph, &mut points, cell, 240.0); }
        if count <= SCORE_LIMIT {
            let mut score = Score::new(graph, cell, unit, points);
            let (columns, rows) = if cell.width > cell.height {(6,4)} else {(4,6)};
            if env("JUMP", 1.0) > 0.0 && count <= 16 { polish::jump(&mut score, &mobility, columns, rows); }
            if count <= 16 {
                polish::trade(&mut score, &mobility);
            }
            let steps: &[f32] = if count <= 30 { &[0.5, 0.25, 0.5, 0.25, 0.12, 0.25, 0.12, 0.06, 0.03] } else { &[0.4, 0.2, 0.1] };
            polish::polish(&mut score, &mobility, steps, 4000);
            points = score.points;
        }
        let total = look(&points);
        if best.as_ref().is_none_or(|(least, _)| total < *least) { best = Some((total, points)); }
    }
    let Some((total, points)) = best else { return Vec::new() };
    if std::env::var("LOOK").is_ok() { eprintln!("score {total}"); }
    points
}
