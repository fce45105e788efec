//! Nothing is thrown, and what is held stays.

use proptest::prelude::*;

use super::*;
use crate::layout::physics::Physics;

/// Runs; asserts that no body leaps, and that all are somewhere. Returns how far the farthest moved in the last tick.
fn run(graph: &Graph, points: &mut [Point], ticks: usize) -> f32 {
    let mut engine = BarnesHut::new(graph, 100.0);
    let mut last = 0.0;
    for _ in 0..ticks {
        let before = points.to_vec();
        engine.tick(graph, points, 1.0);
        last = 0.0;
        for (from, to) in before.iter().zip(points.iter()) {
            assert!(to.x.is_finite() && to.y.is_finite());
            let moved = (*to - *from).length();
            // A hair and rounding more.
            assert!(moved <= LEAP + 0.2 + from.length() * 1e-6, "{from:?} to {to:?}");
            last = moved.max(last);
        }
    }
    last
}

#[test]
fn none_and_one_stay_and_two_come_to_rest_a_spring_apart() {
    run(&graph(0, &[]), &mut [], 3);
    let mut points = vec![Point::new(3.0, 4.0)];
    assert_eq!(run(&graph(1, &[]), &mut points, 3), 0.0);
    assert_eq!(points, [Point::new(3.0, 4.0)]);
    points = vec![Point::new(3.0, 4.0); 2];
    run(&graph(2, &[(0, 1)]), &mut points, 600);
    let apart = (points[1] - points[0]).length();
    assert!((apart - 100.0).abs() < 2.0, "{apart}");
}

#[test]
fn bodies_at_one_place_are_parted() {
    for count in [2, 40, 400, 3000] {
        let mut points = vec![Point::new(300.0, -40.0); count];
        run(&graph(count, &[]), &mut points, (10_000 / count).clamp(1, 30));
        let mut places: Vec<_> = points.iter().map(|point| (point.x.to_bits(), point.y.to_bits())).collect();
        places.sort_unstable();
        places.dedup();
        assert!(places.len() == count, "{} of {count}", places.len());
        let width = points.iter().map(|point| (*point - points[0]).length()).fold(0.0, f32::max);
        assert!(count > 400 || width > 20.0, "{width}");
    }
}

#[test]
fn a_hub_with_10_000_springs_stays_stable() {
    let springs: Vec<(u32, u32)> = (1..=10_000).map(|leaf| (0, leaf)).collect();
    let graph = graph(10_001, &springs);
    let mut points = disc(10_001, 4000.0);
    points[0] = Point::new(30.0, 0.0);
    let mut engine = BarnesHut::new(&graph, 100.0);
    // Not so warm and not so long as in the figure: this is slow where nothing is optimised.
    let (mut last, mut heat) = (0.0, 0.1);
    while heat > 0.02 {
        let before = points[0];
        heat *= 0.93;
        engine.tick(&graph, &mut points, heat);
        last = (points[0] - before).length();
    }
    assert!(last < 1.0, "the hub still swings by {last}");
    assert!(points.iter().all(|point| point.length() < 8000.0));
}

#[test]
fn what_is_held_stays_and_is_let_go_gently() {
    let mut graph = graph(3, &[(0, 1), (1, 2)]);
    let mut points = vec![Point::new(-100.0, 0.0), Point::new(0.0, 10.0), Point::new(100.0, 0.0)];
    graph.bodies[1].mobility = 0.0;
    let mut engine = BarnesHut::new(&graph, 100.0);
    for _ in 0..300 {
        engine.tick(&graph, &mut points, 1.0);
        assert_eq!(points[1], Point::new(0.0, 10.0));
    }
    graph.bodies[1].mobility = 1.0;
    engine.rebuild(&graph, &points);
    engine.tick(&graph, &mut points, 1.0);
    assert!((points[1] - Point::new(0.0, 10.0)).length() < 6.0, "{points:?}");
}

#[test]
fn without_heat_nothing_is_pushed() {
    let graph = graph(2, &[(0, 1)]);
    let mut points = vec![Point::default(), Point::new(30.0, 0.0)];
    BarnesHut::new(&graph, 100.0).tick(&graph, &mut points, 0.0);
    assert_eq!(points, [Point::default(), Point::new(30.0, 0.0)]);
}

/// Nothing jumps where one engine takes over from the other: a network at the border goes the same way in both.
#[test]
fn the_engines_move_the_same_network_alike() {
    let springs = grown(250);
    let mut graph = graph(250, &springs);
    assert!(graph.hub().1 < STEADY);
    let mut start = disc(250, 1600.0);
    run(&graph, &mut start, 200);
    let mut engine = BarnesHut::new(&graph, 100.0);
    (0..200).for_each(|_| engine.tick(&graph, &mut start, 0.05));
    let held = 100;
    graph.bodies[held].mobility = 0.0;
    let [mut few, mut many] = [start.clone(), start.clone()];
    let mut physics = Physics::new(&graph, 100.0, &few);
    let mut engine = BarnesHut::new(&graph, 100.0);
    let mut heat = 0.4;
    while heat > 0.02 {
        heat *= 0.96;
        for points in [&mut few, &mut many] {
            points[held] = start[held] + Point::new(150.0, 80.0);
        }
        physics.tick(&graph, &mut few, heat);
        engine.tick(&graph, &mut many, heat);
    }
    let apart = |a: &[Point], b: &[Point]| {
        let mut apart: Vec<f32> = a.iter().zip(b).map(|(&a, &b)| (a - b).length()).collect();
        apart.sort_by(f32::total_cmp);
        (apart[125], apart[248])
    };
    let (moved, differ) = (apart(&start, &few), apart(&few, &many));
    assert!(moved.1 > 10.0 && differ.1 < 0.05 * moved.1, "{differ:?} apart after {moved:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_is_thrown_wherever_it_starts(
        places in prop::collection::vec((-1.0_f32..1.0, -1.0_f32..1.0), 1..100),
        pairs in prop::collection::vec((0_u32..100, 0_u32..100), 0..200),
        scale in prop::sample::select(vec![0.0, 1e-30, 1e-6, 1.0, 1e3, 1e6]),
        far in any::<bool>(),
    ) {
        let mut points: Vec<Point> = places.iter().map(|&(x, y)| Point::new(x, y) * scale).collect();
        if far {
            points[0] = Point::new(1e6, -1e6);
        }
        let graph = graph(points.len(), &pairs);
        let mut again = points.clone();
        run(&graph, &mut points, 10);
        run(&graph, &mut again, 10);
        prop_assert_eq!(points, again);
    }
}
