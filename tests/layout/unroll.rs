//! A loop on a ring of its own, and back.

use deal_network::{
    Point,
    layout::{Body, Layout, Spring, Stage, Wheel},
};
use proptest::prelude::*;

use crate::{PHONE, WIDE, bits, bodies, overlapping_circles, overlapping_labels, ring, roundness, springs};

/// Twenty companies, of which the first few are a loop.
fn layout(length: u32, stage: Stage) -> (Vec<Body>, Layout) {
    let pairs: Vec<(u32, u32)> =
        ring(length).into_iter().chain((1..20).map(|body| (body, body / 3))).collect();
    let bodies = bodies(20);
    let wheels = [Wheel { bodies: (0..length).collect() }];
    let layout = Layout::new(&bodies, &springs(&pairs), &wheels, stage);
    (bodies, layout)
}

fn rest(layout: &mut Layout) -> usize {
    let ticks = (0..1000).take_while(|_| layout.step()).count();
    assert!(!layout.step());
    ticks
}

#[test]
fn the_ring_is_round_clockwise_and_has_its_first_at_the_top() {
    for stage in [WIDE, PHONE] {
        for length in 3..=9 {
            for loop_ in [(0..length).collect::<Vec<u32>>(), (0..length).rev().collect()] {
                let (bodies, mut layout) = layout(length, stage);
                layout.unroll(&loop_);
                assert!(rest(&mut layout) <= 42, "at most 0.7 s");
                let of = |body: &u32| layout.positions()[*body as usize];
                let corners: Vec<Point> = loop_.iter().map(of).collect();
                assert!(roundness(&corners) > 0.999, "{length} in {stage:?}: {}", roundness(&corners));
                assert!(corners[1..].iter().all(|corner| corner.y > corners[0].y), "{corners:?}");
                let sizes: Vec<Body> = loop_.iter().map(|&body| bodies[body as usize].clone()).collect();
                assert_eq!(overlapping_circles(&sizes, &corners), 0);
                assert_eq!(overlapping_labels(&sizes, &corners), 0);
                assert_eq!(
                    overlapping_circles(&bodies, layout.positions()),
                    0,
                    "what is not on it gives way"
                );
            }
        }
    }
}

#[test]
fn a_pair_stands_upright() {
    let (_, mut layout) = layout(2, WIDE);
    layout.unroll(&[1, 0]);
    rest(&mut layout);
    let [top, bottom] = [layout.positions()[1], layout.positions()[0]];
    assert!((top.x - bottom.x).abs() < 0.01 && bottom.y - top.y > 150.0, "{top:?} {bottom:?}");
}

#[test]
fn what_is_not_on_the_ring_gives_way_not_farther_than_it_must() {
    let (_, mut layout) = layout(4, WIDE);
    let before = layout.positions().to_vec();
    layout.unroll(&[0, 1, 2, 3]);
    rest(&mut layout);
    for (old, new) in before.iter().zip(layout.positions()).skip(4) {
        assert!((*old - *new).length() < 350.0, "{old:?} {new:?}");
    }
}

#[test]
fn a_figure_that_was_touched_comes_back_as_it_was() {
    let (_, mut layout) = layout(4, WIDE);
    layout.pin(5, Point::new(200.0, -100.0));
    layout.step();
    layout.release(5);
    // Unrolled on the way, rolled up on the way: back to where everything was going.
    for ticks in [0, 3, 500] {
        let mut same = unrolled_on_the_way(ticks);
        same.roll_up();
        rest(&mut same);
        rest(&mut layout);
        assert_eq!(bits(same.positions()), bits(layout.positions()));
    }
    // Nothing can be held on a ring.
    let before = layout.positions().to_vec();
    layout.unroll(&[0, 1, 2, 3]);
    layout.pin(7, Point::default());
    layout.release(7);
    rest(&mut layout);
    layout.unroll(&[2, 3]);
    rest(&mut layout);
    layout.roll_up();
    rest(&mut layout);
    assert_eq!(bits(layout.positions()), bits(&before));
}

/// A layout that was touched, then unrolled for so many ticks.
fn unrolled_on_the_way(ticks: u32) -> Layout {
    let (_, mut same) = layout(4, WIDE);
    same.pin(5, Point::new(200.0, -100.0));
    same.step();
    same.release(5);
    same.unroll(&[0, 1, 2, 3]);
    crate::step(&mut same, ticks);
    same
}

#[test]
fn nonsense_is_no_ring() {
    let (_, mut layout) = layout(3, WIDE);
    for nonsense in [&[][..], &[1], &[0, 20], &[u32::MAX, 0, 1]] {
        layout.unroll(nonsense);
        assert!(!layout.step());
    }
    layout.roll_up();
    assert!(!layout.step());
    let mut nobody = Layout::new(&[], &[], &[], Stage { width: f32::NAN, height: -1.0 });
    nobody.unroll(&[0, 1]);
    nobody.restore();
    assert!(!nobody.step());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(30))]

    #[test]
    fn roll_up_is_exact(count in 2_usize..40, pairs in prop::collection::vec((0_u32..40, 0_u32..40), 0..60), loop_ in prop::collection::vec(0_u32..40, 2..9), ticks in 0_u32..60) {
        let springs: Vec<Spring> = springs(&pairs);
        let mut layout = Layout::new(&bodies(count), &springs, &[], WIDE);
        let before = bits(layout.positions());
        layout.unroll(&loop_);
        for _ in 0..ticks {
            layout.step();
            prop_assert!(layout.positions().iter().all(|p| p.x.is_finite() && p.y.is_finite()));
        }
        layout.roll_up();
        rest(&mut layout);
        prop_assert_eq!(bits(layout.positions()), before);
    }
}
