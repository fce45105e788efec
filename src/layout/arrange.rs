//! The settled arrangement of everything: a cell for each part, a draft of each, nothing overlapping.

use super::{
    Body, Spring, Stage, Wheel,
    components::{Cell, components, slice},
    draft::Draft,
    fit::bounds,
    graph::Graph,
    spacing,
    spacing::LABEL_GAP,
};
use crate::{Point, point::within};

/// The margin between the stage's edge and the figure.
const MARGIN: f32 = 8.0;

/// Above so many bodies, overlaps are tolerated.
const MANY: usize = 1_000;

/// How much a crowded figure is spread at a time.
const SPREAD: f32 = 0.06;

/// A body's circle and label cover one part in so many of the stage, at most.
const SPARSE: f32 = 2.6;

/// Where every body goes: settled, centred on (0, 0), in the shape of the stage; enlarged in that shape where
/// there are too many bodies for it. The same input gives the same bits.
///
/// Pinned bodies are exactly where they are pinned, and bodies with a start stay near it; the rest goes around.
pub fn arrange(bodies: &[Body], springs: &[Spring], wheels: &[Wheel], stage: Stage) -> Vec<Point> {
    settled(&Graph::new(bodies, springs, wheels), stage)
}

pub(super) fn settled(graph: &Graph, stage: Stage) -> Vec<Point> {
    let placed = graph.bodies.iter().any(|body| body.pinned.is_some() || body.start.is_some());
    let parts = components(graph);
    let needs: Vec<f32> =
        parts.iter().map(|part| part.iter().map(|&body| need(&graph.bodies[body as usize])).sum()).collect();
    let mut cells = Vec::with_capacity(parts.len());
    slice(room(graph, stage), &needs, &mut cells);
    let mut points = vec![Point::default(); graph.len()];
    for (part, &cell) in parts.iter().zip(&cells) {
        for (&body, at) in part.iter().zip(Draft::new(&graph.part(part), cell, placed).best()) {
            points[body as usize] = at;
        }
    }
    clear(graph, &mut points);
    if !placed && !points.is_empty() {
        let mut all = Vec::with_capacity(2 * points.len());
        for (body, &at) in graph.bodies.iter().zip(&points) {
            all.extend_from_slice(&corners(body, at));
        }
        let (low, high) = bounds(&all);
        let middle = (low + high) * 0.5;
        for point in &mut points {
            *point = *point - middle;
        }
    }
    points
}

/// Parts what overlaps. Where that goes round in circles, everything that is free is spread a little first.
fn clear(graph: &Graph, points: &mut [Point]) {
    let mobility = graph.mobility();
    // A great many bodies overlap here and there rather than keep the reader waiting.
    let (tries, rounds) = match graph.len() {
        count if count > MANY => (1, 10),
        count if count > 120 => (3, 40),
        _ => (12, 60),
    };
    for _ in 0..tries {
        if spacing::separate(graph, points, &mobility, rounds) {
            break;
        }
        for (point, mobility) in points.iter_mut().zip(&mobility) {
            *point = *point * (1.0 + SPREAD * mobility);
        }
    }
}

/// The upper left and lower right corners of a body with its label.
fn corners(body: &Body, at: Point) -> [Point; 2] {
    let half = body.radius.max(body.label_width / 2.0);
    let below = body.radius + if body.label_height > 0.0 { LABEL_GAP + body.label_height } else { 0.0 };
    [at - Point::new(half, body.radius), at + Point::new(half, below)]
}

/// The area a body takes with its label and the air around.
fn need(body: &Body) -> f32 {
    let width = body.label_width.max(2.0 * body.radius) + 8.0;
    SPARSE * width * (2.0 * body.radius + body.label_height + 8.0)
}

/// The stage, enlarged in its own shape where the bodies need more room than it has.
fn room(graph: &Graph, stage: Stage) -> Cell {
    let side = |side: f32| if side.is_finite() { within(side - 2.0 * MARGIN, 80.0, 1e5) } else { 640.0 };
    let (width, height) = (side(stage.width), side(stage.height));
    let need: f32 = graph.bodies.iter().map(need).sum();
    let factor = (need / (width * height)).max(1.0).sqrt();
    Cell::new(Stage { width: width * factor, height: height * factor })
}
