//! Coloured loops as round, convex polygons that turn clockwise on the screen.

use super::graph::Disc;
use crate::Point;

/// The rotation by one `parts`-th of a turn, clockwise on the screen: its cosine and sine.
///
/// Taylor's series rather than the platform's functions, which differ in the last bit between machines;
/// 24 terms of it are exact to f64 for the angles up to pi that occur (`parts` is at least 2).
pub(super) fn rotation(parts: usize) -> Point {
    let angle = std::f64::consts::TAU / parts as f64;
    let (mut term, mut cos, mut sin) = (1.0, 0.0, 0.0);
    for power in 0..24 {
        match power % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= angle / f64::from(power + 1);
    }
    Point::new(cos as f32, sin as f32)
}

/// `a` turned and stretched by `b`: the product of complex numbers.
pub(super) const fn times(a: Point, b: Point) -> Point {
    Point::new(a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x)
}

/// The length of the straight line between two points of the ring of radius 1, one turned by `turn` from the other.
pub(super) fn chord(turn: Point) -> f32 {
    (turn - Point::new(1.0, 0.0)).length()
}

/// Moves the bodies of a wheel towards the clockwise regular polygon that lies nearest, by `strength`
/// (0..=1) of the way and each by its own mobility. The polygon keeps the wheel's size, but has sides of
/// at least `side`. A wheel of two is a line and is left to its spring.
///
/// The nearest regular polygon is `centre + z w^i`, where `w` turns by one corner and
/// `z = mean((p_i - centre) / w^i)`: a wheel that turns the wrong way has a small `z` and is folded over.
pub(super) fn round(bodies: &[Disc], points: &mut [Point], wheel: &[u32], side: f32, strength: f32) {
    let count = wheel.len();
    if count < 3 {
        return;
    }
    let share = 1.0 / count as f32;
    let step = rotation(count);
    let back = Point::new(step.x, -step.y);
    let mut centre = Point::default();
    for &body in wheel {
        centre = centre + points[body as usize] * share;
    }
    let mut turn = Point::new(1.0, 0.0);
    let (mut z, mut spread) = (Point::default(), 0.0);
    for &body in wheel {
        let spoke = points[body as usize] - centre;
        z = z + times(spoke, turn) * share;
        spread += spoke.length() * share;
        turn = times(turn, back);
    }
    let radius = spread.max(side / chord(step));
    let direction = z.unit();
    let mut corner = if direction == Point::default() { Point::new(radius, 0.0) } else { direction * radius };
    for &body in wheel {
        let at = &mut points[body as usize];
        *at = *at + (centre + corner - *at) * (strength * bodies[body as usize].mobility);
        corner = times(corner, step);
    }
}

/// Mirrors an arrangement whose wheels, all together, turn counter-clockwise: what else they ask for is the same, and
/// few have to be folded over.
pub(super) fn face(points: &mut [Point], wheels: &[Vec<u32>]) {
    let mut turn = 0.0;
    for wheel in wheels {
        turn += fullness(points, wheel);
    }
    if turn < 0.0 {
        for point in points {
            point.x = -point.x;
        }
    }
}

/// How round a wheel is: `4 pi A / L^2` relative to the regular polygon of as many corners, 1 at best;
/// negative where it turns counter-clockwise on the screen. A wheel of two is a line: 0.
pub(super) fn roundness(points: &[Point], wheel: &[u32]) -> f32 {
    // Of the regular polygon with ring 1: area n sin / 2, length n |w - 1|.
    let step = rotation(wheel.len());
    let side = chord(step);
    fullness(points, wheel) * (2.0 * side * side * wheel.len() as f32) / step.y
}

/// The area of a wheel over the square of its length, negative where it turns counter-clockwise; of two, 0.
fn fullness(points: &[Point], wheel: &[u32]) -> f32 {
    let (mut area, mut length) = (0.0, 0.0);
    let mut p = points[wheel[wheel.len() - 1] as usize];
    for &body in wheel {
        let q = points[body as usize];
        area += (p.x * q.y - q.x * p.y) * 0.5;
        length += (q - p).length();
        p = q;
    }
    if length > 0.0 { area / (length * length) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Body, graph::Graph};

    #[test]
    fn rotations_are_exact_to_the_last_bits() {
        for parts in 2..40_u16 {
            let angle = std::f64::consts::TAU / f64::from(parts);
            let turn = rotation(usize::from(parts));
            assert!((f64::from(turn.x) - angle.cos()).abs() < 1e-7, "{parts}");
            assert!((f64::from(turn.y) - angle.sin()).abs() < 1e-7, "{parts}");
        }
        assert!((chord(rotation(4)) - 2.0_f32.sqrt()).abs() < 1e-6);
        assert!((chord(rotation(6)) - 1.0).abs() < 1e-6);
    }

    /// Bodies that move as they like, but one.
    fn bodies(held: usize) -> Box<[Disc]> {
        let mut bodies = vec![Body::default(); 4];
        if let Some(body) = bodies.get_mut(held) {
            body.pinned = Some(Point::default());
        }
        Graph::new(&bodies, &[], &[]).bodies
    }

    #[test]
    fn a_wheel_that_turns_the_wrong_way_is_folded_over() {
        // Counter-clockwise on the screen, and not quite regular.
        let mut points =
            [(0.0, 0.0), (10.0, 90.0), (110.0, 100.0), (95.0, -5.0)].map(|(x, y)| Point::new(x, y));
        let wheel = [0, 1, 2, 3];
        assert!(roundness(&points, &wheel) < 0.0);
        for _ in 0..40 {
            round(&bodies(4), &mut points, &wheel, 60.0, 0.3);
        }
        assert!(roundness(&points, &wheel) > 0.999);
    }

    #[test]
    fn most_wheels_turn_clockwise_after_mirroring_at_most() {
        let corners = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0), (20.0, 0.0), (20.0, 9.0)];
        let points = corners.map(|(x, y)| Point::new(x, y));
        // Two turn counter-clockwise, one the other way.
        let wheels = [vec![0, 1, 2, 3], vec![3, 2, 5, 4], vec![4, 5, 3]];
        let mut mirrored = points;
        face(&mut mirrored, &wheels);
        assert_eq!(mirrored, points.map(|point| Point::new(-point.x, point.y)));
        let before = mirrored;
        face(&mut mirrored, &wheels);
        assert_eq!(mirrored, before);
    }

    #[test]
    fn what_is_held_does_not_move_and_coincident_bodies_become_a_wheel() {
        let mut points = [Point::new(5.0, 5.0); 3];
        for _ in 0..60 {
            round(&bodies(1), &mut points, &[2, 0, 1], 60.0, 0.5);
        }
        assert_eq!(points[1], Point::new(5.0, 5.0));
        assert!(roundness(&points, &[2, 0, 1]) > 0.99);
        assert!((points[0] - points[1]).length() > 59.0);
    }
}
