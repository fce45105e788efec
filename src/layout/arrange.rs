//! The settled arrangement of everything: a cell for each part, a draft of each, nothing overlapping.

use super::{
    Body, Spring, Stage, Wheel,
    components::{Cell, components, slice},
    draft::{Draft, STRESS_LIMIT},
    graph::{Disc, Graph},
    spacing, wheels,
};
use crate::{Point, frame::Frame, order};

/// The margin between the stage's edge and the figure.
const MARGIN: f32 = 8.0;

/// So often everything is made round and parted, and in so many rounds each time.
const TRIES: u32 = 10;
const ROUNDS: u32 = 4;

/// Wheels less round than this in the end are made rounder: the eye sees no difference above. One alone, with which no
/// other disagrees, is made as round as can be.
const ROUND: f32 = 0.92;
const ROUND_ALONE: f32 = 0.9997;

/// How much of the way at a time: little, so that the others can give way without being mixed up.
const ROUNDER: f32 = 0.3;

/// How far everything makes way for what is stuck.
const WAY: f32 = 4.0;

/// A quarter of what circles and labels cover is one part in so many of the room, but for so much of the stage: where little
/// is lacking, the stage does, as nothing is made smaller there; where it is much, readers come nearer anyhow, and air saves
/// crossings.
const SPARSE: f32 = 12.32;
const SPARED: f32 = 0.8;

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
    let (room, scale) = room(&graph, stage);
    slice(room, &needs, &mut cells);
    let mut points = vec![Point::default(); graph.len()];
    for (part, &cell) in order.into_iter().zip(&cells) {
        let draft = Draft::new(Graph::part(bodies, springs, wheels, &parts[part]), cell, placed);
        for (&body, &at) in parts[part].iter().zip(&draft.best()) {
            points[body as usize] = at;
        }
    }
    clear(&graph, &mut points, room);
    // What was shown before stays where it was.
    if !placed {
        if scale < 1.0 && graph.len() <= STRESS_LIMIT {
            part(&graph, &mut points, scale);
            clear(&graph, &mut points, room);
        }
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

/// Makes the wheels round again, which stretching made ellipses, and parts what overlaps in the room there is; both until
/// both hold. Where that goes round in circles, everything that is free makes way around the place.
fn clear(graph: &Graph, points: &mut [Point], mut room: Cell) {
    // A great many bodies overlap here and there rather than keep the reader waiting.
    let (enough, tries) = if graph.wheels.len() == 1 { (ROUND_ALONE, 3 * TRIES) } else { (ROUND, TRIES) };
    let tries = if graph.len() > STRESS_LIMIT { 1 } else { tries };
    let mut order = Vec::new();
    for _ in 0..tries {
        room.gather(&graph.bodies, points);
        let mut is_done = true;
        for wheel in graph.wheels.iter().rev() {
            if wheel.len() > 2 && wheels::roundness(points, wheel) < enough {
                wheels::round(&graph.bodies, points, wheel, 0.0, ROUNDER);
                is_done = false;
            }
        }
        if let Some(stuck) = spacing::separate(graph, points, ROUNDS, &mut order) {
            for (point, body) in points.iter_mut().zip(&graph.bodies) {
                *point = *point + (*point - stuck).unit() * (WAY * body.mobility);
            }
            room.size = room.size + Point::new(WAY, WAY);
        } else if is_done {
            return;
        }
    }
    // Wheels that stand in each other's way are not round then, but nothing overlaps.
    spacing::separate(graph, points, tries * ROUNDS, &mut order);
}

/// Where the room is larger than the stage, readers first see everything at a smaller scale, with circles and labels as
/// large as ever: what overlaps then is parted once. So half as many names of a lattice lie on each other and a fifth fewer
/// of a deal network, for 3 % more stress; more rounds would take more crossings than they are worth.
fn part(graph: &Graph, points: &mut [Point], scale: f32) {
    for point in &mut *points {
        *point = *point * scale;
    }
    spacing::separate(graph, points, 1, &mut Vec::new());
    for point in points {
        *point = *point * (1.0 / scale);
    }
}

/// A quarter of the area a body takes with its label and the air around.
fn need(body: &Disc) -> f32 {
    (body.half + 4.0) * (body.radius + body.label.y + 4.0)
}

/// The stage, enlarged in its own shape where what the bodies need is more than it has; and at which scale that fits it.
fn room(graph: &Graph, stage: Stage) -> (Cell, f32) {
    #[allow(clippy::manual_clamp, reason = "that can panic; see `within`, which takes more bytes here")]
    let side = |side: f32| (side - 2.0 * MARGIN).max(80.0).min(1e5);
    let size = Point::new(side(stage.width), side(stage.height));
    let mut sum = 0.0;
    for body in &graph.bodies {
        sum += need(body);
    }
    let larger = (SPARSE * sum / (size.x * size.y) - SPARED).max(1.0).sqrt();
    (Cell { centre: Point::default(), size: size * larger }, 1.0 / larger)
}
