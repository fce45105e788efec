//! What holds for every network.

use deal_network::{
    Point,
    layout::{Layout, Stage, Wheel, arrange},
};
use proptest::prelude::*;

use crate::{PHONE, WIDE, bodies, overlapping_circles, overlapping_labels, springs};

/// A random network: how many bodies, springs between them, a few wheels along the numbers.
fn networks(most: usize) -> impl Strategy<Value = (usize, Vec<(u32, u32)>, Vec<Wheel>)> {
    (1..=most).prop_flat_map(|count| {
        let body = 0..count as u32;
        let pairs = prop::collection::vec((body.clone(), body.clone()), 0..count * 2);
        let wheel = prop::collection::vec(body, 2..6).prop_map(|bodies| Wheel { bodies });
        (Just(count), pairs, prop::collection::vec(wheel, 0..4))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn circles_never_overlap((count, pairs, wheels) in networks(60), width in 1.0_f32..3000.0, height in 1.0_f32..3000.0) {
        let bodies = bodies(count);
        let points = arrange(&bodies, &springs(&pairs), &wheels, Stage { width, height });
        prop_assert!(points.iter().all(|p| p.x.is_finite() && p.y.is_finite()));
        prop_assert_eq!(overlapping_circles(&bodies, &points), 0);
        prop_assert_eq!(overlapping_labels(&bodies, &points), 0);
    }

    #[test]
    fn pinned_bodies_are_exactly_there((count, pairs, wheels) in networks(30), at in prop::collection::vec((-400.0_f32..400.0, -300.0_f32..300.0), 8), same in any::<bool>()) {
        let mut bodies = bodies(count);
        for (body, &(x, y)) in bodies.iter_mut().zip(&at) {
            body.pinned = Some(Point::new(x, y));
        }
        // Coincident starts.
        for body in bodies.iter_mut().skip(at.len()).filter(|_| same) {
            body.start = Some(Point::new(5.0, 5.0));
        }
        let mut layout = Layout::new(&bodies, &springs(&pairs), &wheels, WIDE);
        layout.pin(count as u32 - 1, Point::new(1.0, 2.0));
        for _ in 0..30 {
            layout.step();
            for (body, point) in bodies.iter().zip(layout.positions()).take(count - 1) {
                prop_assert!(body.pinned.is_none_or(|pinned| pinned == *point));
                prop_assert!(point.x.is_finite() && point.y.is_finite());
            }
        }
    }

    #[test]
    fn rest_is_reached((count, pairs, wheels) in networks(40), body in 0_u32..40, x in -500.0_f32..500.0, y in -400.0_f32..400.0) {
        let mut layout = Layout::new(&bodies(count), &springs(&pairs), &wheels, PHONE);
        layout.pin(body, Point::new(x, y));
        for _ in 0..20 {
            layout.step();
        }
        layout.release(body);
        let ticks = (0..400).take_while(|_| layout.step()).count();
        prop_assert!(ticks <= 300, "{}", ticks);
        prop_assert!(layout.positions().iter().all(|p| p.x.is_finite() && p.y.is_finite()));
        prop_assert_eq!(overlapping_circles(&bodies(count), layout.positions()), 0);
    }
}
