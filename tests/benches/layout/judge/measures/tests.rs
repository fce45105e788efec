//! Each measure on pictures of which the answer is plain.

use deal_network::Point;
use deal_network::layout::{Body, Spring, Stage, Wheel};

use super::{
    ANY_SIZE, Measures, OWN_SIZE, angles, crossings, median, neighbours, overlaps, stress, under, wheels,
};
use crate::case::Case;

/// A ring of four.
fn ring() -> Case {
    let body = Body { radius: 10.0, label_width: 60.0, label_height: 16.0, ..Body::default() };
    let springs = [(0, 1), (1, 2), (2, 3), (3, 0)].map(|(a, b)| Spring { a, b });
    let wheel = Wheel { bodies: vec![0, 1, 2, 3] };
    let stage = Stage { width: 400.0, height: 400.0 };
    Case::new("ring".to_owned(), stage, vec![body; 4], springs.to_vec(), vec![wheel])
}

fn points(places: [(f32, f32); 4]) -> Vec<Point> {
    places.map(|(x, y)| Point::new(x, y)).to_vec()
}

fn near(value: f64, other: f64) -> bool {
    (value - other).abs() < 1e-6
}

#[test]
fn a_square_is_round_and_its_diagonals_are_too_short() {
    let square = points([(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)]);
    let (round, clockwise) = wheels::shape(&ring(), &square);
    assert!(near(round, 1.0) && near(clockwise, 1.0));
    assert!(near(wheels::roundness(&square, &[3, 2, 1, 0]), -1.0));
    assert_eq!(crossings::count(&ring(), &square), 0);
    assert!(near(neighbours::kept(&ring(), &square), 1.0));
    assert!(near(angles::smallest(&ring(), &square), 90.0));
    // Ratios of 1, four times, and of 1 / sqrt(2), twice.
    let (sum, squares) = (4.0 + 2.0_f64.sqrt(), 5.0);
    assert!(near(stress::stress(&ring(), &square), 1.0 - sum * sum / (6.0 * squares)));
}

#[test]
fn a_bow_tie_crosses_once() {
    let tie = points([(0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)]);
    assert_eq!(crossings::count(&ring(), &tie), 1);
    assert!(near(angles::smallest(&ring(), &tie), 45.0));
    assert!(near(wheels::shape(&ring(), &tie).0, 0.0));
}

#[test]
fn overlaps_are_those_on_the_stage() {
    let case = ring();
    // A row of four at distances of 30: labels overlap with those beside them, circles with none.
    let row = points([(0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (90.0, 0.0)]);
    let own = overlaps::on_stage(&case, &row, OWN_SIZE);
    assert_eq!((overlaps::circles(&case, &own), overlaps::labels(&case, &own)), (0, 3));
    // As large as fits: 340 for the centres, 113 for each step.
    let large = overlaps::on_stage(&case, &row, ANY_SIZE);
    assert!((large[3].x - 340.0).abs() < 0.1);
    assert_eq!(overlaps::labels(&case, &large), 0);
    // Ten times too large, it is made smaller.
    let small: Vec<Point> = row.iter().map(|&at| at * 10.0).collect();
    assert!((overlaps::on_stage(&case, &small, OWN_SIZE)[3].x - 340.0).abs() < 0.1);
}

#[test]
fn medians_are_of_each_measure_and_directions_are_averaged() {
    let all: Vec<Measures> = [1.0, 0.0, 4.0, 0.0].map(|value| Measures([value; 9])).to_vec();
    let median = median(&all).0;
    assert!(near(median[0], 0.5) && near(median[7], 1.25));
}

#[test]
fn an_arc_bulges_over_a_circle_that_its_chord_does_not_touch() {
    let mut case = ring();
    case.wheels = vec![Wheel { bodies: vec![0, 1] }];
    // From left to right, so it bulges upwards, and back downwards.
    let place = |y: f32| points([(0.0, 0.0), (200.0, 0.0), (100.0, y), (100.0, 400.0)]);
    assert_eq!([-36.0, 36.0, 0.0].map(|y| under::count(&case, &place(y))), [1, 1, 0]);
    // A long one bends no further than it is drawn.
    let long = |y: f32| points([(0.0, 0.0), (1000.0, 0.0), (500.0, y), (500.0, 900.0)]);
    assert_eq!([-84.0, -180.0].map(|y| under::count(&case, &long(y))), [1, 0]);
}
