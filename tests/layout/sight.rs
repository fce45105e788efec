//! What readers see at first: the figure in the shape of the stage, made to fit where it is larger.

use deal_network::{
    Point,
    layout::{Body, Stage, arrange},
};

use super::{PHONE, WIDE, bodies, overlapping_circles, overlapping_labels, ring, springs};

/// Companies in a lattice of so many columns, with deals between neighbours.
fn lattice(columns: u32, rows: u32) -> Vec<(u32, u32)> {
    let count = columns * rows;
    let across = (0..count).filter(|body| (body + 1) % columns != 0).map(|body| (body, body + 1));
    across.chain((0..count - columns).map(|body| (body, body + columns))).collect()
}

/// From the least to the most along an axis.
fn range(points: &[Point], axis: fn(&Point) -> f32) -> (f32, f32) {
    let values = points.iter().map(axis);
    (values.clone().fold(f32::MAX, f32::min), values.fold(f32::MIN, f32::max))
}

#[test]
fn the_figure_is_centred_and_takes_the_shape_of_the_stage() {
    let pairs: Vec<(u32, u32)> = ring(12).into_iter().chain([(0, 4), (3, 9), (2, 7)]).collect();
    let shape = |stage: Stage| {
        let points = arrange(&bodies(12), &springs(&pairs), &[], stage);
        let (x, y) = (range(&points, |p| p.x), range(&points, |p| p.y));
        assert!((x.0 + x.1).abs() < 60.0 && (y.0 + y.1).abs() < 60.0, "{x:?} {y:?}");
        (x.1 - x.0) / (y.1 - y.0)
    };
    assert!(shape(WIDE) > 1.1, "{}", shape(WIDE));
    assert!(shape(PHONE) < 1.0, "{}", shape(PHONE));
}

#[test]
fn names_beside_each_other_in_a_lattice_stand_at_different_heights() {
    let body = Body { radius: 14.0, label_width: 60.0, label_height: 16.0, ..Body::default() };
    let bodies = vec![body; 200];
    let points = arrange(&bodies, &springs(&lattice(20, 10)), &[], WIDE);
    assert_eq!(overlapping_labels(&bodies, &points), 0, "nothing overlaps at its own size");
    let (x, y) = (range(&points, |at| at.x), range(&points, |at| at.y));
    let scale = ((WIDE.width - 60.0) / (x.1 - x.0)).min((WIDE.height - 60.0) / (y.1 - y.0));
    assert!(scale < 0.8, "{scale}");
    let seen: Vec<Point> = points.iter().map(|&at| at * scale).collect();
    assert_eq!(overlapping_circles(&bodies, &seen), 0);
    let labels = overlapping_labels(&bodies, &seen);
    // In straight rows each of the 190 lies on the next.
    assert!(labels < 110, "{labels}");
}
