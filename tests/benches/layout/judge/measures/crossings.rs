//! Lines that cross.

use deal_network::Point;

use crate::case::Case;

/// How many pairs of links cross as straight lines; those that share a company are left out.
pub fn count(case: &Case, points: &[Point]) -> usize {
    let mut count = 0;
    for (place, &[a, b]) in case.links.iter().enumerate() {
        for &[c, d] in &case.links[place + 1..] {
            let apart = a != c && a != d && b != c && b != d;
            count += usize::from(apart && cross(points[a], points[b], points[c], points[d]));
        }
    }
    count
}

fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// On which side of the line from `p` to `q` a point is: -1, 0 or 1.
fn side(p: Point, q: Point, r: Point) -> f64 {
    let [px, py, qx, qy, rx, ry] = [p.x, p.y, q.x, q.y, r.x, r.y].map(f64::from);
    let product = (qx - px) * (ry - py) - (qy - py) * (rx - px);
    if product == 0.0 { 0.0 } else { product.signum() }
}
