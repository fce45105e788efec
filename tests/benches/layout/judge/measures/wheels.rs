//! Whether coloured loops look like wheels.

use std::f64::consts::PI;

use deal_network::Point;

use crate::case::Case;

/// Of the coloured loops of three companies and more: the mean roundness whichever way they turn, and the share of
/// those that turn clockwise.
pub fn shape(case: &Case, points: &[Point]) -> (f64, f64) {
    let wheels = case.wheels.iter().filter(|wheel| wheel.bodies.len() > 2);
    let round: Vec<f64> = wheels.map(|wheel| roundness(points, &wheel.bodies)).collect();
    let count = round.len() as f64;
    let clockwise = round.iter().filter(|&&round| round > 0.0).count() as f64;
    (round.iter().map(|round| round.abs()).sum::<f64>() / count, clockwise / count)
}

/// `4 pi A / L^2` of the polygon over that of the regular one with as many corners: 1 at best, negative where it
/// turns counter-clockwise on the screen.
pub fn roundness(points: &[Point], wheel: &[u32]) -> f64 {
    let corner = |place: usize| {
        let Point { x, y } = points[wheel[place % wheel.len()] as usize];
        (f64::from(x), f64::from(y))
    };
    let (mut area, mut length) = (0.0, 0.0);
    for place in 0..wheel.len() {
        let ((px, py), (qx, qy)) = (corner(place), corner(place + 1));
        area += (px * qy - qx * py) / 2.0;
        length += (qx - px).hypot(qy - py);
    }
    // The regular polygon of `n` corners has 4 pi A / L^2 = pi / (n tan(pi / n)).
    let count = wheel.len() as f64;
    if length > 0.0 { 4.0 * area / (length * length) * count * (PI / count).tan() } else { 0.0 }
}
