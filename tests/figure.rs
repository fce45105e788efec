//! The state of one widget: what is in the picture, its box, and the numbers of loops.
#![allow(clippy::unwrap_used)]

use deal_network::Point;
use deal_network::document::{Format, Limits, read};
use deal_network::figure::{Figure, Options, Target};
use deal_network::scene::{Mark, Role, View};

/// The AI deals, searched and arranged for a stage of 800 by 540.
fn figure() -> Figure {
    let bytes = std::fs::read("www/data/ai-deals.json").unwrap();
    let mut figure =
        Figure::new(read(&bytes, Format::Json, &Limits::default()).unwrap().document, Options::default());
    while !figure.search(1_000_000) {}
    figure.arrange(800.0, 540.0);
    figure
}

/// Drawn with the middle of the layout in the middle of the stage.
fn draw(figure: &mut Figure, scale: f32) {
    figure.draw(View { width: 800.0, height: 540.0, scale, x: 400.0, y: 270.0, small: false });
}

#[test]
fn the_box_holds_every_arc() {
    let mut figure = figure();
    draw(&mut figure, 1.0);
    let [left, top, right, bottom] = figure.bounds();
    let (left, top, right, bottom) = (left + 400.0, top + 270.0, right + 400.0, bottom + 270.0);
    let mut curves = 0;
    for painted in &figure.scene().marks() {
        let Mark::Curve { points: [a, b, c, d], .. } = &painted.mark else { continue };
        curves += 1;
        let (x, y) = ((a.x + 3.0 * (b.x + c.x) + d.x) / 8.0, (a.y + 3.0 * (b.y + c.y) + d.y) / 8.0);
        assert!(left <= x && x <= right && top <= y && y <= bottom, "the middle of an arc at {x}, {y}");
    }
    assert!(curves > 30);
}

#[test]
fn the_picture_is_the_overview_and_what_is_chosen() {
    let mut figure = figure();
    assert_eq!(figure.picture().len(), 9);
    let outside = figure.network().find_company("cisco").unwrap();
    figure.select(Some(Target::Company(outside)));
    assert!(figure.picture().contains(&"cisco".to_owned()));
    assert_eq!(figure.picture().len(), 10);
}

/// The texts on badges of the accent colour.
fn accent_numbers(figure: &Figure) -> Vec<&str> {
    let texts = figure.texts();
    let marks = figure.scene().marks();
    let marks = marks.iter().filter(|painted| painted.role == Role::BadgeText(0));
    marks
        .filter_map(|painted| match painted.mark {
            Mark::Text { text, .. } => Some(texts[text as usize].as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_chosen_loop_without_a_colour_has_a_number_of_its_own() {
    let mut figure = figure();
    let report = figure.loops().report(1_000);
    let others = report.loops.iter().filter(|row| row.slot.is_none() && row.undisclosed_arcs == 0);
    let others: Vec<&str> = others.map(|row| row.id.as_str()).collect();
    assert!(others.len() > 10);
    for (place, id) in others.iter().enumerate().step_by(3) {
        let cycle = figure.find_loop(id).unwrap();
        figure.select(Some(Target::Loop(cycle)));
        figure.arrange(800.0, 540.0);
        while figure.step() {}
        draw(&mut figure, 0.6);
        assert_eq!(accent_numbers(&figure), [(place + 7).to_string()], "{id}: after the six coloured ones");
    }
}

#[test]
fn a_first_picture_is_at_rest_and_a_wider_one_comes_to_rest() {
    let mut figure = figure();
    assert!(!figure.step());
    let before = figure.bounds();
    figure.widen(14);
    figure.arrange(800.0, 540.0);
    let mut ticks = 0;
    while figure.step() {
        assert!(figure.bounds().iter().all(|bound| bound.is_finite()));
        ticks += 1;
    }
    assert!((1..=42).contains(&ticks), "{ticks}");
    assert_ne!(figure.bounds(), before);
    let wide = figure.bounds();
    // Another stage is another picture, at rest at once.
    figure.arrange(400.0, 700.0);
    assert!(!figure.step());
    assert_ne!(figure.bounds(), wide);
}

#[test]
fn a_loop_is_unrolled_until_something_else_is_chosen() {
    let mut figure = figure();
    let rest = figure.bounds();
    let report = figure.loops().report(1_000);
    let [one, other] = [0, 1].map(|place| figure.find_loop(&report.loops[place].id));
    let settled = |figure: &mut Figure| {
        while figure.step() {}
        figure.bounds()
    };
    let choose = |figure: &mut Figure, target| {
        figure.select(target);
        figure.arrange(800.0, 540.0);
    };
    choose(&mut figure, one.map(Target::Loop));
    figure.unroll(true);
    let unrolled = settled(&mut figure);
    assert_ne!(unrolled, rest);
    choose(&mut figure, one.map(Target::Loop));
    assert!(!figure.step(), "chosen again, it stays");
    figure.unroll(false);
    assert_eq!(settled(&mut figure), rest);
    figure.unroll(true);
    figure.restore();
    assert_eq!(settled(&mut figure), rest);
    figure.unroll(true);
    choose(&mut figure, other.map(Target::Loop));
    assert_eq!(settled(&mut figure), rest);
    choose(&mut figure, one.map(Target::Loop));
    figure.unroll(true);
    // Another stage has the same loop on a ring, at once; a filter that leaves it does not touch it.
    figure.arrange(400.0, 700.0);
    let narrow = figure.bounds();
    assert!(!figure.step());
    figure.filter(figure.filtered().clone());
    while !figure.search(1_000) {}
    assert!(!figure.step());
    figure.unroll(false);
    assert_ne!(settled(&mut figure), narrow);
}

#[test]
fn what_a_reader_moves_stays_until_it_is_brought_back() {
    let mut figure = figure();
    let rest = figure.bounds();
    let company = figure.network().find_company("nvidia").unwrap();
    figure.pin(company, Point::new(600.0, 10.0));
    figure.release(company);
    while figure.step() {}
    assert!(figure.bounds()[2] > 600.0);
    figure.widen(14);
    figure.arrange(800.0, 540.0);
    while figure.step() {}
    assert!(figure.bounds()[2] > 600.0, "also when the picture widens");
    figure.widen(0);
    figure.arrange(800.0, 540.0);
    figure.restore();
    while figure.step() {}
    for (old, new) in rest.iter().zip(figure.bounds()) {
        assert!((old - new).abs() < 100.0, "{rest:?} {:?}", figure.bounds());
    }
}

#[test]
fn a_list_has_every_coloured_loop_however_short_it_is() {
    let figure = figure();
    let loops = figure.loops();
    let listed = loops.listed(2).loops;
    assert_eq!(listed.iter().filter(|row| row.slot.is_some()).count(), 6);
    assert_eq!(loops.report(2).loops.len(), 2);
}

#[test]
fn no_stripe_runs_below_a_circle_and_nearly_all_labels_are_shown() {
    for (width, height, all) in
        [(390.0, 600.0, false), (960.0, 640.0, false), (960.0, 640.0, true), (1280.0, 800.0, false)]
    {
        let mut figure = figure();
        if all {
            figure.widen(usize::MAX);
        }
        figure.fit(width, height);
        let marks = figure.scene().marks();
        let circles: Vec<(Point, f32)> = marks
            .iter()
            .filter_map(|painted| match painted.mark {
                Mark::Circle { centre, radius, .. } if painted.role == Role::Company => {
                    Some((centre, radius))
                }
                _ => None,
            })
            .collect();
        for painted in marks.iter().filter(|painted| matches!(painted.role, Role::Cycle(_))) {
            let Mark::Curve { points: [a, b, c, d], .. } = painted.mark else { continue };
            for step in 0..=32_u8 {
                let (t, u) = (f32::from(step) / 32.0, 1.0 - f32::from(step) / 32.0);
                let at = a * (u * u * u) + b * (3.0 * u * u * t) + c * (3.0 * u * t * t) + d * (t * t * t);
                // A stripe touches the circles at its ends.
                let below = circles.iter().any(|&(centre, radius)| (at - centre).length() < radius - 0.5);
                assert!(!below, "at {at:?} on {width}x{height}");
            }
        }
        let names = figure.network().companies().len();
        let is_name = |mark: &Mark| matches!(mark, Mark::Text { text, .. } if (*text as usize) < names);
        let shown =
            marks.iter().filter(|painted| painted.role == Role::Label && is_name(&painted.mark)).count();
        assert!(shown * 10 >= circles.len() * 9, "{shown} of {} on {width}x{height}", circles.len());
    }
}
