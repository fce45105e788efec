//! What holds on random and on hostile drawings.

use super::fixture::{Fixture, ring};
use super::tracks::Disc;
use super::{View, room, scene};
use crate::Point;
use proptest::prelude::*;

/// Random networks with coloured loops, on a stage of any shape.
fn networks() -> impl Strategy<Value = Fixture> {
    let positions = prop::collection::vec((-400.0..400.0_f32, -300.0..300.0_f32), 2..40);
    (positions, prop::collection::vec((0_u32..40, 0_u32..40), 0..80), 0.2..2.0_f32, any::<bool>()).prop_map(
        |(positions, pairs, scale, small)| {
            let count = positions.len() as u32;
            let mut fixture = Fixture::new(&positions);
            for (from, to) in pairs {
                fixture.link(from % count, to % count);
            }
            let links = fixture.links.len() as u32;
            for slot in 1..=8 {
                let ring = ring(slot, &[u32::from(slot), u32::from(slot) * 3 % 11, u32::from(slot) * 5 % 7]);
                fixture.rings.extend(ring.links.iter().all(|&link| link < links).then_some(ring));
            }
            fixture.view = View { scale, small, x: 480.0, y: 320.0, ..fixture.view };
            fixture
        },
    )
}

/// Numbers that break geometry.
fn hostile() -> impl Strategy<Value = f32> {
    prop_oneof![
        Just(f32::NAN),
        Just(f32::INFINITY),
        Just(f32::NEG_INFINITY),
        Just(f32::MAX),
        Just(f32::MIN_POSITIVE),
        Just(0.0),
        Just(-1.0),
        -1e4..1e4_f32
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn texts_and_badges_cover_nothing_and_stay_on_the_stage(fixture in networks()) {
        let scene = scene(&fixture.drawing());
        let stage = room::Area { left: 0.0, top: 0.0, right: 960.0, bottom: 640.0 };
        let inside = |area: &room::Area| {
            area.left >= stage.left && area.top >= stage.top && area.right <= stage.right
                && area.bottom <= stage.bottom
        };
        for (at, label) in scene.labels.iter().enumerate() {
            prop_assert!(inside(&label.area));
            prop_assert!(!scene.labels[..at].iter().any(|other| other.area.overlaps(&label.area)));
            for disc in scene.discs.iter().flatten().chain(scene.badges.iter().map(|badge| &badge.disc)) {
                prop_assert!(label.area.distance(disc.centre) >= disc.radius);
            }
            for track in &scene.tracks {
                prop_assert!(label.area.distance(track.bow.at(track.tip, 0.0)) > 0.0);
            }
        }
        for badge in &scene.badges {
            let Disc { centre, radius } = badge.disc;
            prop_assert!(inside(&room::Area::around(centre, radius, radius)));
        }
    }

    #[test]
    fn nothing_breaks_it(
        positions in prop::collection::vec((hostile(), hostile(), hostile()), 1..8),
        view in prop::array::uniform5(hostile()),
        widths in (hostile(), hostile(), hostile()),
        at in (hostile(), hostile(), hostile()),
    ) {
        let mut fixture = Fixture::new(&[]);
        for &(x, y, radius) in &positions {
            fixture.node("Company", x, y, radius);
        }
        for (from, to) in [(0, 0), (0, 1), (1, 0), (1, 2), (2, 3), (3, 900)] {
            let link = fixture.link(from, to);
            (link.width, link.firm_share, link.amount_width) = widths;
            link.amount = Some(5);
        }
        fixture.nodes[0].label_width = widths.0;
        fixture.rings = vec![ring(1, &[0, 1, 2]), ring(0, &[1, 3, 77]), ring(200, &[]), ring(8, &[1])];
        let [width, height, scale, x, y] = view;
        fixture.view = View { width, height, scale, x, y, small: false };
        let scene = scene(&fixture.drawing());
        prop_assert!(scene.numbers().iter().all(|number| number.is_finite()), "{:?}", scene.marks());
        scene.pick(Point::new(at.0, at.1), at.2);
    }
}
