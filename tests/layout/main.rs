//! What the layout promises, seen from outside.
#![allow(clippy::unwrap_used)]

mod changes;
mod properties;
mod sight;
mod unroll;

use deal_network::{
    Point,
    layout::{Body, Layout, Spring, Stage, Wheel, arrange},
};

const WIDE: Stage = Stage { width: 960.0, height: 640.0 };
const PHONE: Stage = Stage { width: 390.0, height: 520.0 };

fn bodies(count: usize) -> Vec<Body> {
    (0..count)
        .map(|body| Body {
            radius: [10.0, 14.0, 18.0, 22.0][body % 4],
            label_width: 30.0 + 12.0 * (body % 6) as f32,
            label_height: 16.0,
            ..Body::default()
        })
        .collect()
}

fn springs(pairs: &[(u32, u32)]) -> Vec<Spring> {
    pairs.iter().map(|&(a, b)| Spring { a, b }).collect()
}

fn ring(count: u32) -> Vec<(u32, u32)> {
    (0..count).map(|body| (body, (body + 1) % count)).collect()
}

/// Area over the square of the length, relative to the regular polygon; positive if it turns clockwise.
fn roundness(points: &[Point]) -> f64 {
    let next = |i: usize| points[(i + 1) % points.len()];
    let area: f64 = (0..points.len())
        .map(|i| {
            f64::from(points[i].x) * f64::from(next(i).y) - f64::from(next(i).x) * f64::from(points[i].y)
        })
        .sum::<f64>()
        / 2.0;
    let length: f64 = (0..points.len()).map(|i| f64::from((next(i) - points[i]).length())).sum();
    let angle = std::f64::consts::PI / points.len() as f64;
    area / (length * length) * 4.0 * points.len() as f64 * angle.tan()
}

/// At most so many ticks.
fn step(layout: &mut Layout, ticks: u32) {
    for _ in 0..ticks {
        layout.step();
    }
}

fn bits(points: &[Point]) -> Vec<(u32, u32)> {
    points.iter().map(|p| (p.x.to_bits(), p.y.to_bits())).collect()
}

fn overlapping_circles(bodies: &[Body], points: &[Point]) -> usize {
    let pairs = (0..points.len()).flat_map(|a| (a + 1..points.len()).map(move |b| (a, b)));
    pairs.filter(|&(a, b)| (points[a] - points[b]).length() < bodies[a].radius + bodies[b].radius).count()
}

fn overlapping_labels(bodies: &[Body], points: &[Point]) -> usize {
    let pairs = (0..points.len()).flat_map(|a| (a + 1..points.len()).map(move |b| (a, b)));
    let top = |body: usize| points[body].y + bodies[body].radius + 2.0;
    pairs
        .filter(|&(a, b)| {
            (points[a].x - points[b].x).abs() < f32::midpoint(bodies[a].label_width, bodies[b].label_width)
                && (top(a) - top(b)).abs() < 16.0
        })
        .count()
}

#[test]
fn what_has_room_on_the_stage_hardly_leaves_it_whoever_blocks_whom() {
    let mut state = 1_u32;
    for _ in 0..12 {
        let mut below = |most: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % most
        };
        let pairs: Vec<(u32, u32)> =
            (1..50).flat_map(|body| [(body, below(body)), (below(50), below(12))]).collect();
        let wheels = [0, 3, 5, 8].map(|first| Wheel { bodies: (first..first + 4).collect() });
        let bodies = bodies(50);
        let points = arrange(&bodies, &springs(&pairs), &wheels, WIDE);
        assert_eq!((overlapping_circles(&bodies, &points), overlapping_labels(&bodies, &points)), (0, 0));
        let mut most = 0.0_f32;
        for (body, at) in bodies.iter().zip(&points) {
            let half = body.radius.max(body.label_width / 2.0);
            most = most.max((at.x.abs() + half) / WIDE.width).max((at.y.abs() + body.radius) / WIDE.height);
        }
        // Half of it is the stage exactly.
        assert!(most < 0.65, "{most} of the stage");
    }
}

#[test]
fn nobody_one_and_two() {
    assert!(arrange(&[], &[], &[], WIDE).is_empty());
    assert!(!Layout::new(&[], &[], &[], WIDE).step());
    let one = arrange(&bodies(1), &[], &[], WIDE);
    assert!(one[0].length() < 20.0);
    let two = arrange(&bodies(2), &springs(&[(0, 1)]), &[Wheel { bodies: vec![0, 1] }], WIDE);
    let gap = (two[0] - two[1]).length() - 24.0;
    assert!((110.0..300.0).contains(&gap), "{gap}");
}

#[test]
fn the_same_input_gives_the_same_bits() {
    let pairs: Vec<(u32, u32)> = (1..40).map(|body| (body, body * 7 % body)).chain(ring(9)).collect();
    let wheels = [Wheel { bodies: vec![0, 1, 2] }, Wheel { bodies: vec![3, 4] }];
    for stage in [WIDE, PHONE] {
        let [one, other] = [(); 2].map(|()| arrange(&bodies(40), &springs(&pairs), &wheels, stage));
        assert_eq!(bits(&one), bits(&other));
        let [one, other] = [(); 2].map(|()| {
            let mut layout = Layout::new(&bodies(40), &springs(&pairs), &wheels, stage);
            layout.pin(3, Point::new(40.0, 50.0));
            step(&mut layout, 20);
            layout.release(3);
            while layout.step() {}
            layout.positions().to_vec()
        });
        assert_eq!(bits(&one), bits(&other));
    }
}

#[test]
fn a_loop_with_leaves_is_a_round_wheel_that_turns_clockwise() {
    for length in 3..=8 {
        // Each company of the loop has a leaf; the loop is listed in either order of its numbers.
        let mut pairs = ring(length);
        pairs.extend((0..length).map(|body| (body, length + body)));
        for wheel in [(0..length).collect::<Vec<u32>>(), (0..length).rev().collect()] {
            for stage in [WIDE, PHONE] {
                let count = 2 * length as usize;
                let wheels = [Wheel { bodies: wheel.clone() }];
                let points = arrange(&bodies(count), &springs(&pairs), &wheels, stage);
                let corners: Vec<Point> = wheel.iter().map(|&body| points[body as usize]).collect();
                let round = roundness(&corners);
                assert!(round >= 0.85, "{length} in {stage:?}: {round}");
            }
        }
    }
}

#[test]
fn a_lens_has_room_for_its_numbers_and_arcs_have_room_for_their_heads() {
    let pairs = [(0, 1), (1, 2), (2, 3), (3, 0), (1, 4), (4, 5)];
    let bodies = bodies(6);
    let points = arrange(&bodies, &springs(&pairs), &[Wheel { bodies: vec![0, 1] }], WIDE);
    for (a, b) in pairs.map(|(a, b)| (a as usize, b as usize)) {
        let gap = (points[a] - points[b]).length() - bodies[a].radius - bodies[b].radius;
        assert!(gap >= if (a, b) == (0, 1) { 105.0 } else { 70.0 }, "{a}-{b}: {gap}");
    }
}

#[test]
fn separate_companies_stay_near_and_inside() {
    // A ring of five, a pair, three alone.
    let mut pairs = ring(5);
    pairs.push((5, 6));
    for stage in [WIDE, PHONE] {
        let mut layout = Layout::new(&bodies(10), &springs(&pairs), &[], stage);
        layout.pin(0, layout.positions()[0] + Point::new(30.0, 0.0));
        step(&mut layout, 1000);
        for point in layout.positions() {
            assert!(point.x.abs() <= stage.width / 2.0 + 10.0, "{point:?}");
            assert!(point.y.abs() <= stage.height / 2.0 + 10.0, "{point:?}");
        }
    }
}

#[test]
fn what_was_there_keeps_its_place_when_the_overview_widens() {
    let pairs: Vec<(u32, u32)> = (1..20).map(|body| (body, body / 3)).chain(ring(9)).collect();
    let inside: Vec<(u32, u32)> = pairs.iter().copied().filter(|&(a, b)| a < 9 && b < 9).collect();
    let before = arrange(&bodies(9), &springs(&inside), &[], WIDE);
    let mut more = bodies(20);
    for (body, &at) in more.iter_mut().zip(&before) {
        body.start = Some(at);
    }
    let after = arrange(&more, &springs(&pairs), &[], WIDE);
    for (old, new) in before.iter().zip(&after) {
        assert!((*old - *new).length() < 60.0, "{old:?} {new:?}");
    }
    assert_eq!(overlapping_circles(&more, &after), 0);
}

#[test]
fn a_dragged_body_is_held_exactly_and_let_go_without_a_jump() {
    let pairs: Vec<(u32, u32)> =
        ring(9).into_iter().chain([(0, 3), (0, 4), (0, 5), (0, 6), (2, 7)]).collect();
    let wheels = [Wheel { bodies: vec![0, 1, 2, 3] }];
    let mut layout = Layout::new(&bodies(9), &springs(&pairs), &wheels, WIDE);
    let from = layout.positions()[0];
    let mut at = from;
    for tick in 0..100 {
        at = from + Point::new(tick as f32 * 2.0, tick as f32);
        layout.pin(0, at);
        assert_eq!(layout.positions()[0], at);
        assert!(layout.step());
        assert_eq!(layout.positions()[0], at);
    }
    // Held for long, which is when force_graph's anchors gather acceleration.
    step(&mut layout, 300);
    let mut last = layout.positions().to_vec();
    layout.release(0);
    assert_eq!(layout.positions(), last);
    let mut ticks = 0;
    while layout.step() {
        let leap = last.iter().zip(layout.positions()).map(|(a, b)| (*a - *b).length()).fold(0.0, f32::max);
        assert!(leap < 6.0, "{leap} at tick {ticks}");
        last = layout.positions().to_vec();
        ticks += 1;
    }
    assert!(ticks <= 300, "{ticks}");
    assert!((layout.positions()[0] - at).length() < 20.0, "it settles near where it was let go");
}

#[test]
fn at_rest_is_at_rest() {
    let mut layout = Layout::new(&bodies(9), &springs(&ring(9)), &[], WIDE);
    let rest = layout.positions().to_vec();
    assert!((0..10).all(|_| !layout.step()));
    assert_eq!(layout.positions(), rest);
    layout.pin(2, rest[2]);
    layout.release(2);
    let ticks = (0..1000).take_while(|_| layout.step()).count();
    assert!((1..=300).contains(&ticks), "{ticks}");
    // Touched where it stood: the same figure again.
    for (old, new) in rest.iter().zip(layout.positions()) {
        assert!((*old - *new).length() < 1.0);
    }
    assert!((0..10).all(|_| !layout.step()));
}

#[test]
fn the_rest_of_the_figure_stays_where_it_is_while_one_body_is_dragged() {
    let pairs: Vec<(u32, u32)> = (1..30).map(|body| (body, body / 3)).collect();
    let mut layout = Layout::new(&bodies(30), &springs(&pairs), &[], WIDE);
    let rest = layout.positions().to_vec();
    layout.pin(29, rest[29] + Point::new(15.0, 10.0));
    let mut away = 0.0_f32;
    while layout.step() {
        for (old, new) in rest[..29].iter().zip(layout.positions()) {
            away = away.max((*old - *new).length());
        }
    }
    assert!(away < 60.0, "{away}");
}

#[test]
fn a_star_of_ten_thousand_finishes() {
    let pairs: Vec<(u32, u32)> = (1..10_000).map(|leaf| (0, leaf)).collect();
    let mut layout = Layout::new(&bodies(10_000), &springs(&pairs), &[], WIDE);
    assert!(layout.positions().iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    layout.pin(0, Point::new(10.0, 10.0));
    step(&mut layout, 5);
    assert_eq!(layout.positions()[0], Point::new(10.0, 10.0));
}

#[test]
fn nonsense_is_survived() {
    let mut strange = bodies(4);
    strange[0].radius = f32::NAN;
    strange[1].label_width = f32::INFINITY;
    strange[2].pinned = Some(Point::new(f32::NAN, 0.0));
    strange[3].start = Some(Point::new(0.0, f32::INFINITY));
    let pairs = springs(&[(0, 0), (0, 9), (1, 2), (2, 1)]);
    let wheels = [vec![0], vec![1, 1], vec![0, 7], vec![], vec![1, 2, 3]].map(|bodies| Wheel { bodies });
    for stage in [Stage { width: 0.0, height: -5.0 }, Stage { width: f32::NAN, height: f32::INFINITY }] {
        let mut layout = Layout::new(&strange, &pairs, &wheels, stage);
        layout.pin(99, Point::default());
        layout.release(99);
        layout.pin(1, Point::new(f32::NAN, 0.0));
        assert!(!layout.step());
        assert!(layout.positions().iter().all(|p| p.x.is_finite() && p.y.is_finite()));
    }
}
