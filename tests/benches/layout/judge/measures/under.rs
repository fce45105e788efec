//! Coloured arcs below circles.

use deal_network::Point;

use crate::case::Case;

/// How far an arc bulges over its chord, to the left of its direction, as a share of that; and in pixels at most.
const SAGITTA: f32 = 0.18;
const MOST: f32 = 84.0;

/// Points of an arc that are looked at.
const STEPS: u16 = 48;

/// How many coloured arcs, bent as a figure draws them, run through the circle of a company that is not one of their
/// two: each pair of an arc and a circle.
pub fn count(case: &Case, points: &[Point]) -> usize {
    let mut arcs: Vec<[usize; 2]> = Vec::new();
    for wheel in &case.wheels {
        let next = wheel.bodies.iter().cycle().skip(1);
        arcs.extend(wheel.bodies.iter().zip(next).map(|(&from, &to)| [from as usize, to as usize]));
    }
    // Loops that share an arc run side by side.
    arcs.sort_unstable();
    arcs.dedup();
    let covers = |&[from, to]: &[usize; 2], body: usize| {
        let (a, b) = (points[from], points[to]);
        let chord = b - a;
        let length = chord.length().max(1e-6);
        let left = Point::new(chord.y, -chord.x) * ((SAGITTA * length).min(MOST) / length);
        (0..=STEPS).map(|step| f32::from(step) / f32::from(STEPS)).any(|t| {
            let at = a + chord * t + left * (4.0 * t * (1.0 - t));
            (points[body] - at).length() < case.bodies[body].radius
        })
    };
    let below = |arc: &[usize; 2]| {
        (0..points.len()).filter(|&body| !arc.contains(&body) && covers(arc, body)).count()
    };
    arcs.iter().map(below).sum()
}
