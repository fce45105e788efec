//! How well lines can be told apart where they meet.

use std::f64::consts::TAU;

use deal_network::Point;

use crate::case::Case;

/// The smallest angle between neighbouring lines at a company, in degrees: the mean over companies with two lines or
/// more. Arcs there and back are one straight line.
pub fn smallest(case: &Case, points: &[Point]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (body, partners) in case.around.iter().enumerate().filter(|(_, partners)| partners.len() > 1) {
        let direction = |&other: &usize| {
            let way = points[other] - points[body];
            f64::from(way.y).atan2(f64::from(way.x))
        };
        let mut directions: Vec<f64> = partners.iter().map(direction).collect();
        directions.sort_by(f64::total_cmp);
        directions.push(directions[0] + TAU);
        sum += directions.windows(2).map(|pair| pair[1] - pair[0]).fold(TAU, f64::min).to_degrees();
        count += 1.0;
    }
    sum / count
}
