//! The scene as a whole: what a reader relies on.
#![allow(clippy::unwrap_used)]

use super::fixture::{Fixture, lens, overview, ring};
use super::tracks::Disc;
use super::*;
use crate::Point;

/// Points of a cubic at equal steps.
fn sample(points: &[Point; 4], steps: u16) -> Vec<Point> {
    let [a, b, c, d] = *points;
    let at = |t: f32| {
        let u = 1.0 - t;
        a * (u * u * u) + b * (3.0 * u * u * t) + c * (3.0 * u * t * t) + d * (t * t * t)
    };
    (0..=steps).map(|step| at(f32::from(step) / f32::from(steps))).collect()
}

fn curves(scene: &Scene, role: Role) -> Vec<([Point; 4], f32)> {
    let curve = |painted: &Painted| match painted.mark {
        Mark::Curve { points, width, .. } if painted.role == role => Some((points, width)),
        _ => None,
    };
    scene.marks().iter().filter_map(curve).collect()
}

fn with_role(scene: &Scene, role: Role) -> usize {
    scene.marks().iter().filter(|painted| painted.role == role).count()
}

#[test]
fn strokes_begin_and_arrowheads_end_at_circles() {
    let scene = scene(&overview().drawing());
    let edge = |point: Point| {
        let from_edge = |disc: &Disc| ((point - disc.centre).length() - disc.radius).abs();
        scene.discs.iter().flatten().map(from_edge).fold(f32::MAX, f32::min)
    };
    let strokes = (1..=6).map(Role::Cycle).chain([Role::Bed, Role::Plain]);
    for role in strokes {
        let drawn = curves(&scene, role);
        assert!(!drawn.is_empty(), "{role:?} is drawn");
        for (points, _) in drawn {
            assert!(edge(points[0]) < 0.5, "{role:?} begins {} off", edge(points[0]));
        }
    }
    for track in &scene.tracks {
        assert!(edge(track.bow.at(track.tip, 0.0)) < 0.5);
        let slice = |place| track.slice(place, (track.base, track.tip), track.head);
        let slices: Vec<_> = (0..track.slices()).map(slice).collect();
        assert!(slices.iter().all(|[tip, ..]| edge(*tip) < 0.5));
        // The stroke stops where the arrowhead begins.
        let [.., end] = track.parallel(0.0);
        let [_, right, _] = slices[0];
        let [.., left] = slices[slices.len() - 1];
        assert!((end - (right + left) * 0.5).length() < 0.5);
    }
}

#[test]
fn stripes_are_parallel_with_ground_between_them() {
    let scene = scene(&lens(4).drawing());
    for way in 0..2 {
        let stripes: Vec<_> = (1..=4).map(|slot| curves(&scene, Role::Cycle(slot))[way]).collect();
        for (at, (a, width)) in stripes.iter().enumerate() {
            assert_eq!(*width, 3.0);
            for (b, _) in &stripes[..at] {
                // Their ends are on circles, so a stripe may end a little before its neighbour.
                let fine = sample(b, 400);
                for point in &sample(a, 20)[1..20] {
                    let gap = fine.iter().map(|other| (*point - *other).length()).fold(f32::MAX, f32::min);
                    let lanes = (gap / 4.0).round().max(1.0);
                    assert!((gap - 4.0 * lanes).abs() < 0.1, "{gap} between the middles of two stripes");
                }
            }
        }
    }
}

#[test]
fn both_directions_make_a_lens_and_clockwise_loops_a_wheel() {
    let scene_of_lens = scene(&lens(1).drawing());
    let middles: Vec<f32> =
        curves(&scene_of_lens, Role::Cycle(1)).iter().map(|(points, _)| sample(points, 2)[1].y).collect();
    // The line of centres is at 100.
    assert!(middles[0] < 80.0 && middles[1] > 120.0, "{middles:?}");

    // Clockwise on the screen: right, down, back up.
    let mut fixture = Fixture::new(&[(0.0, 0.0), (200.0, 0.0), (100.0, 170.0)]);
    for (from, to) in [(0, 1), (1, 2), (2, 0)] {
        fixture.link(from, to);
    }
    fixture.rings = vec![ring(1, &[0, 1, 2])];
    let scene = scene(&fixture.drawing());
    let middle = Point::new(200.0, 100.0 + 170.0 / 3.0);
    for (points, _) in curves(&scene, Role::Cycle(1)) {
        let chord = (points[0] + points[3]) * 0.5;
        assert!((sample(&points, 2)[1] - middle).length() > (chord - middle).length() + 20.0);
    }
}

#[test]
fn at_most_four_stripes_then_a_count() {
    let mut fixture = lens(6);
    fixture.more = 7;
    let scene = scene(&fixture.drawing());
    for slot in 1..=6 {
        let expected = if slot <= 4 { 2 } else { 0 };
        assert_eq!(curves(&scene, Role::Cycle(slot)).len(), expected, "slot {slot}");
    }
    let counts = |painted: &&Painted| matches!(painted.mark, Mark::Text { text: 8, .. });
    assert_eq!(scene.marks().iter().filter(counts).count(), 2, "+2 on each of the two arcs");
    assert_eq!(scene.badges.len(), 6, "each loop has its badge");
}

#[test]
fn a_bed_is_filled_for_the_firm_share_and_missing_where_nothing_is_disclosed() {
    let length = |share: f32| {
        let mut fixture = lens(1);
        fixture.links[1].width = 2.5;
        fixture.links[0].firm_share = share;
        let scene = scene(&fixture.drawing());
        assert_eq!(curves(&scene, Role::BedOutline).len(), 2, "two edges on one of the two arcs");
        curves(&scene, Role::BedFill)
            .iter()
            .map(|(points, _)| (points[3] - points[0]).length())
            .fold(0.0, f32::max)
    };
    assert_eq!(length(0.0), 0.0);
    assert!((length(0.5) / length(1.0) - 0.5).abs() < 0.05);
    assert_eq!(length(f32::NAN), 0.0);
}

#[test]
fn loops_without_a_figure_have_hollow_badges() {
    let mut fixture = lens(1);
    let filled = scene(&fixture.drawing());
    assert_eq!(with_role(&filled, Role::BadgeText(1)), 1);
    fixture.rings[0].no_figure = true;
    let hollow = scene(&fixture.drawing());
    assert_eq!(with_role(&hollow, Role::BadgeText(1)), 0);
    let outlined = |painted: &Painted| {
        matches!(painted.mark, Mark::Circle { width, .. } if width > 0.0) && painted.role == Role::Cycle(1)
    };
    assert!(hollow.marks().iter().any(outlined) && !filled.marks().iter().any(outlined));
}

#[test]
fn faded_strokes_are_faint_and_faded_texts_readable() {
    let mut fixture = overview();
    for node in &mut fixture.nodes {
        node.emphasis = Emphasis::Faded;
    }
    for link in &mut fixture.links {
        link.emphasis = Emphasis::Faded;
    }
    for ring in &mut fixture.rings {
        ring.emphasis = Emphasis::Faded;
    }
    let scene = scene(&fixture.drawing());
    for Painted { role, opacity, mark } in &scene.marks() {
        match mark {
            Mark::Text { .. } => assert_eq!(*opacity, 0.75),
            // The ground of a badge, on which its number stands.
            Mark::Circle { width: 0.0, .. } if *role == Role::Ground => assert_eq!(*opacity, 1.0),
            _ => assert_eq!(*opacity, 0.15),
        }
    }
    assert!(!scene.marks().iter().any(|painted| painted.role == Role::Amount), "amounts go");
}

#[test]
fn what_is_strong_is_drawn_on_top_with_its_name_and_amount() {
    // Thirty companies in a heap: hardly a label has room.
    let heap: Vec<(f32, f32)> = (0..30).map(|at| ((at % 6) as f32 * 25.0, (at / 6) as f32 * 25.0)).collect();
    let mut fixture = Fixture::new(&heap);
    for to in 1..30 {
        fixture.link(0, to);
    }
    let shown = |fixture: &Fixture, text: u32| {
        let scene = scene(&fixture.drawing());
        scene.marks().iter().any(|painted| matches!(painted.mark, Mark::Text { text: at, .. } if at == text))
    };
    assert!(!shown(&fixture, 14), "no room");
    fixture.nodes[14].emphasis = Emphasis::Strong;
    assert!(shown(&fixture, 14));

    let mut fixture = lens(0);
    fixture.texts.push("$5 billion".to_owned());
    (fixture.links[0].amount, fixture.links[0].amount_width) = (Some(2), 60.0);
    assert!(!shown(&fixture, 2), "an arc without a colour keeps its amount until asked");
    fixture.links[0].emphasis = Emphasis::Strong;
    assert!(shown(&fixture, 2));
    let scene = scene(&fixture.drawing());
    let beds: Vec<usize> =
        (0..scene.marks().len()).filter(|&at| scene.marks()[at].role == Role::BedOutline).collect();
    let grey = scene.marks().iter().position(|painted| painted.role == Role::Bed).unwrap();
    assert!(beds.len() == 2 && beds[0] > grey, "the bed of the strong arc lies over the other arc");
}

#[test]
fn unasked_only_coloured_arcs_show_amounts_outside_their_lens_and_on_wide_stages() {
    let mut fixture = lens(1);
    for (link, text) in fixture.links.iter_mut().zip(2..) {
        (link.amount, link.amount_width) = (Some(text), 60.0);
    }
    let amounts = |fixture: &Fixture| -> Vec<f32> {
        let scene = scene(&fixture.drawing());
        let height = |painted: &Painted| match painted.mark {
            Mark::Text { at, .. } if painted.role == Role::Amount => Some(at.y),
            _ => None,
        };
        scene.marks().iter().filter_map(height).collect()
    };
    let heights = amounts(&fixture);
    assert!(heights.len() == 2 && heights[0] < 70.0 && heights[1] > 130.0, "{heights:?}");
    fixture.view.small = true;
    assert!(amounts(&fixture).is_empty());
}

#[test]
fn picks_what_was_drawn() {
    let fixture = overview();
    let scene = scene(&fixture.drawing());
    for (index, disc) in scene.discs.iter().enumerate() {
        assert_eq!(scene.pick(disc.unwrap().centre, 0.0), Some(Hit::Node(index as u32)));
    }
    for badge in &scene.badges {
        assert_eq!(scene.pick(badge.disc.centre, 0.0), Some(Hit::Ring(badge.ring)));
    }
    assert_eq!(scene.pick(Point::new(3.0, 3.0), 8.0), None);
    assert_eq!(scene.pick(Point::new(f32::NAN, 3.0), 8.0), None);
}

#[test]
fn picks_a_stripe_as_its_loop_and_the_bed_beside_it_as_the_arc() {
    let mut fixture = lens(2);
    fixture.links[0].width = 20.0;
    let scene = scene(&fixture.drawing());
    let track = &scene.tracks[0];
    for (place, &ring) in track.lanes.iter().enumerate() {
        let at = track.along(0.25, track.lane(place, &WIDE));
        assert_eq!(scene.pick(at, 0.0), Some(Hit::Ring(ring)));
    }
    assert_eq!(scene.pick(track.along(0.25, 9.0), 0.0), Some(Hit::Link(0)));
    let head = track.bow.at(track.base.towards(track.tip, 0.5), 0.0);
    assert_eq!(scene.pick(head, 0.0), Some(Hit::Link(0)));
    assert_eq!(scene.pick(track.along(0.25, 15.0), 0.0), None);
    assert_eq!(scene.pick(track.along(0.25, 15.0), 8.0), Some(Hit::Link(0)));
}

#[test]
fn where_arcs_cross_picks_the_one_on_top() {
    // The grey arc comes later in the list and lies below.
    let mut fixture = Fixture::new(&[(0.0, 0.0), (200.0, 0.0), (100.0, -150.0), (100.0, 150.0)]);
    for (from, to) in [(0, 1), (1, 0), (2, 3)] {
        fixture.link(from, to).width = 0.0;
    }
    fixture.rings = vec![ring(1, &[0, 1])];
    let crossing = |scene: &Scene| {
        let grey = &scene.tracks[2];
        let points = (0..400).map(|at| grey.along(at as f32 / 400.0, 0.0));
        let upper = &scene.tracks[0];
        let off =
            |point: &Point| upper.bow.offset(upper.start, upper.base, *point).map_or(f32::MAX, f32::abs);
        points.min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
    };
    let drawn = scene(&fixture.drawing());
    assert_eq!(drawn.pick(crossing(&drawn), 2.0), Some(Hit::Ring(0)));
    fixture.links[2].emphasis = Emphasis::Strong;
    let drawn = scene(&fixture.drawing());
    assert_eq!(drawn.pick(crossing(&drawn), 2.0), Some(Hit::Link(2)));
}

#[test]
fn the_first_picture_names_every_company_at_both_widths() {
    let mut fixture = overview();
    for small in [false, true] {
        fixture.view.small = small;
        let scene = scene(&fixture.drawing());
        assert_eq!(scene.labels.iter().filter(|label| label.node.is_some()).count(), 9);
        assert_eq!(scene.badges.len(), 6);
    }
}

#[test]
fn a_company_of_a_coloured_loop_has_its_name_however_crowded_it_is() {
    // Circles so near each other that no name fits between them.
    let places: Vec<_> = (0..121_u8).map(|n| (32.0 * f32::from(n % 11), 32.0 * f32::from(n / 11))).collect();
    let mut fixture = Fixture::new(&places);
    fixture.nodes[60].label_width = 60.0;
    for in_coloured in [false, true] {
        fixture.nodes[60].in_coloured = in_coloured;
        assert_eq!(scene(&fixture.drawing()).labels.iter().any(|label| label.node == Some(60)), in_coloured);
    }
}

#[test]
fn the_same_drawing_is_the_same_scene() {
    assert_eq!(scene(&overview().drawing()), scene(&overview().drawing()));
}
