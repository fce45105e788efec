//! The settled arrangement of everything: a cell for each part, a draft of each, nothing overlapping.

use super::{
    Body, Spring, Stage, Wheel,
    components::{Cell, components, slice},
    draft::{Draft, SCORE_LIMIT, THOROUGH_LIMIT},
    graph::{Disc, Graph},
    spacing, wheels,
};
use crate::{Point, frame::Frame, order, point::within};

/// The margin between the stage's edge and the figure.
const MARGIN: f32 = 8.0;

/// Above so many bodies, overlaps are tolerated.
const MANY: usize = 1_000;

/// Wheels less round than this in the end are made rounder: the eye sees no difference above. One alone, with which no
/// other disagrees, is made as round as can be.
const ROUND: f32 = 0.92;
const ROUND_ALONE: f32 = 0.9997;

/// How much of the way at a time: little, so that the others can give way without being mixed up. Half the way at once
/// makes 92 crossings of 211 more on a phone.
const ROUNDER: f32 = 0.2;

/// How much a crowded figure is spread at a time.
const SPREAD: f32 = 0.04;

/// A body's circle and label cover one part in so many of the stage, at most.
const SPARSE: f32 = 2.2;

/// Where every body goes: settled, centred on (0, 0), in the shape of the stage; enlarged in that shape where
/// there are too many bodies for it. The same input gives the same bits.
///
/// Pinned bodies are exactly where they are pinned, and bodies with a start stay near it; the rest goes around.
pub fn arrange(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Vec<Point> {
    #[cfg_attr(not(feature = "large"), allow(unused_mut, reason = "nothing is left to settle"))]
    let (_, mut points) = settled(bodies, springs, wheels, stage);
    #[cfg(feature = "large")]
    if let Some(mut settling) = super::large::settle::Settling::new(bodies, springs, wheels, &points) {
        while settling.step(&mut points) {}
    }
    points
}

/// What is laid out, and where it is settled.
pub(super) fn settled(
    bodies: &[Body],
    springs: &[Spring],
    wheels: &[Wheel],
    stage: Stage,
) -> (Graph, Vec<Point>) {
    let graph = Graph::new(bodies, springs, wheels);
    let placed = graph.bodies.iter().any(|body| body.place.is_some());
    let parts = components(&graph);
    // The largest come first.
    let order = order::places(parts.len(), &|a, b| parts[b].len().cmp(&parts[a].len()));
    let mut needs = Vec::with_capacity(parts.len());
    for &part in &order {
        let mut sum = 0.0;
        for &body in &parts[part] {
            sum += need(&graph.bodies[body as usize]);
        }
        needs.push(sum);
    }
    let mut cells = Vec::with_capacity(parts.len());
    slice(room(&graph, stage), &needs, &mut cells);
    let mut points = vec![Point::default(); graph.len()];
    for (part, &cell) in order.into_iter().zip(&cells) {
        let draft = Draft::new(Graph::part(bodies, springs, wheels, &parts[part]), cell, placed);
        for (&body, &at) in parts[part].iter().zip(&draft.best()) {
            points[body as usize] = at;
        }
    }
    clear(&graph, &mut points);
    if !placed {
        let mut frame = Frame::EMPTY;
        for (body, &at) in graph.bodies.iter().zip(&points) {
            frame.take(at - Point::new(body.half, body.radius));
            frame.take(at + Point::new(body.half, body.radius + body.under));
        }
        for point in &mut points {
            *point = *point - frame.middle();
        }
    }
    (graph, points)
}

/// Makes the wheels round again, which stretching made ellipses, and parts what overlaps; both until both hold. Where
/// that goes round in circles, everything that is free is spread a little first.
fn clear(graph: &Graph, points: &mut [Point]) {
    // A great many bodies overlap here and there rather than keep the reader waiting.
    let (tries, rounds) = match graph.len() {
        count if count > MANY => (1, 10),
        count if count > THOROUGH_LIMIT => (3, 40),
        count if count > SCORE_LIMIT => (12, 40),
        _ => (30, 16),
    };
    let enough = if graph.wheels.len() == 1 { ROUND_ALONE } else { ROUND };
    let mut order = Vec::new();
    for _ in 0..tries {
        let mut is_done = true;
        for wheel in graph.wheels.iter().rev() {
            if wheel.len() > 2 && wheels::roundness(points, wheel) < enough {
                wheels::round(&graph.bodies, points, wheel, 0.0, ROUNDER);
                is_done = false;
            }
        }
        if spacing::separate(graph, points, rounds, &mut order) {
            if is_done {
                break;
            }
            continue;
        }
        for (point, body) in points.iter_mut().zip(&graph.bodies) {
            *point = *point * (1.0 + SPREAD * body.mobility);
        }
    }
}

/// The area a body takes with its label and the air around.
fn need(body: &Disc) -> f32 {
    SPARSE * (2.0 * body.half + 8.0) * (2.0 * body.radius + 2.0 * body.label.y + 8.0)
}

/// The stage, enlarged in its own shape where the bodies need more room than it has.
fn room(graph: &Graph, stage: Stage) -> Cell {
    let side = |side: f32| if side.is_finite() { within(side - 2.0 * MARGIN, 80.0, 1e5) } else { 640.0 };
    let size = Point::new(side(stage.width), side(stage.height));
    let mut sum = 0.0;
    for body in &graph.bodies {
        sum += need(body);
    }
    Cell { centre: Point::default(), size: size * (sum / (size.x * size.y)).max(1.0).sqrt() }
}
