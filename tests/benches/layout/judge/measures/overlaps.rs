//! What stands on top of something else when the picture fits its stage.

use deal_network::Point;

use crate::case::Case;

/// From a circle to its label, which is centred under it.
pub const GAP: f32 = 2.0;

/// Halvings of the range in which the scale is searched.
const HALVINGS: u32 = 50;

/// The arrangement at the largest scale, not above `most`, at which it fits the stage with circles and labels of
/// their own size.
pub fn on_stage(case: &Case, points: &[Point], most: f32) -> Vec<Point> {
    let fits = |scale: f32| {
        let [mut left, mut top] = [f32::INFINITY; 2];
        let [mut right, mut bottom] = [f32::NEG_INFINITY; 2];
        for (body, &at) in case.bodies.iter().zip(points) {
            let half = body.radius.max(body.label_width / 2.0);
            (left, right) = (left.min(at.x * scale - half), right.max(at.x * scale + half));
            top = top.min(at.y * scale - body.radius);
            bottom = bottom.max(at.y * scale + body.radius + GAP + body.label_height);
        }
        right - left <= case.stage.width && bottom - top <= case.stage.height
    };
    let (mut low, mut high) = (0.0, most);
    if fits(most) {
        low = most;
    }
    for _ in 0..HALVINGS {
        let middle = f32::midpoint(low, high);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    points.iter().map(|&at| at * low).collect()
}

/// How many pairs of circles overlap.
pub fn circles(case: &Case, points: &[Point]) -> usize {
    pairs(points.len(), &|a, b| {
        (points[b] - points[a]).length() < case.bodies[a].radius + case.bodies[b].radius
    })
}

/// How many pairs of labels overlap.
pub fn labels(case: &Case, points: &[Point]) -> usize {
    let middle =
        |body: usize| points[body].y + case.bodies[body].radius + GAP + case.bodies[body].label_height / 2.0;
    pairs(points.len(), &|a, b| {
        let (one, other) = (&case.bodies[a], &case.bodies[b]);
        (points[b].x - points[a].x).abs() < f32::midpoint(one.label_width, other.label_width)
            && (middle(b) - middle(a)).abs() < f32::midpoint(one.label_height, other.label_height)
    })
}

fn pairs(count: usize, overlap: &dyn Fn(usize, usize) -> bool) -> usize {
    (0..count).map(|a| (a + 1..count).filter(|&b| overlap(a, b)).count()).sum()
}
