//! How far distances on the picture are from distances in the network.

use deal_network::Point;

use crate::case::{Case, FAR};

/// The sum of `w (s d - D)^2` over that of `w D^2`, for distances `d` on the picture and `D` in hops, `w = 1 / D^2`,
/// at the scale `s` at which it is least; over pairs in one piece. 0 at best, 1 at worst.
pub fn stress(case: &Case, points: &[Point]) -> f64 {
    let (mut pairs, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for a in 0..points.len() {
        for b in a + 1..points.len() {
            if case.hops[a][b] != FAR {
                let ratio = f64::from((points[b] - points[a]).length()) / f64::from(case.hops[a][b]);
                pairs += 1.0;
                sum += ratio;
                squares += ratio * ratio;
            }
        }
    }
    // With r = d / D it is the sum of (s r - 1)^2 over the number of pairs, least at s = sum / squares.
    if squares > 0.0 { 1.0 - sum * sum / (squares * pairs) } else { f64::NAN }
}
