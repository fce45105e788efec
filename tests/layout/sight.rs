//! What readers see at first, where everything is larger than the stage and is made to fit.

use deal_network::{
    Point,
    layout::{Body, arrange},
};

use super::{WIDE, overlapping_circles, overlapping_labels, springs};

/// Companies in a lattice of so many columns, with deals between neighbours.
fn lattice(columns: u32, rows: u32) -> Vec<(u32, u32)> {
    let count = columns * rows;
    let across = (0..count).filter(|body| (body + 1) % columns != 0).map(|body| (body, body + 1));
    across.chain((0..count - columns).map(|body| (body, body + columns))).collect()
}

#[test]
fn names_beside_each_other_in_a_lattice_stand_at_different_heights() {
    let body = Body { radius: 14.0, label_width: 60.0, label_height: 16.0, ..Body::default() };
    let bodies = vec![body; 200];
    let points = arrange(&bodies, &springs(&lattice(20, 10)), &[], WIDE);
    assert_eq!(overlapping_labels(&bodies, &points), 0, "nothing overlaps at its own size");
    let wide = |axis: fn(&Point) -> f32| {
        let values = points.iter().map(axis);
        values.clone().fold(f32::MIN, f32::max) - values.fold(f32::MAX, f32::min)
    };
    let scale = ((WIDE.width - 60.0) / wide(|at| at.x)).min((WIDE.height - 60.0) / wide(|at| at.y));
    assert!(scale < 0.8, "{scale}");
    let seen: Vec<Point> = points.iter().map(|&at| at * scale).collect();
    assert_eq!(overlapping_circles(&bodies, &seen), 0);
    let labels = overlapping_labels(&bodies, &seen);
    // In straight rows each of the 190 lies on the next.
    assert!(labels < 110, "{labels}");
}
