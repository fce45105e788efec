//! The state of one widget: what is in the picture, its box, and the numbers of loops.
#![allow(clippy::unwrap_used)]

use deal_network::document::{Format, Limits};
use deal_network::figure::{Figure, Options, Target};
use deal_network::scene::{Mark, Role, View};

/// The AI deals, searched and arranged for a stage of 800 by 540.
fn figure() -> Figure {
    let bytes = std::fs::read("www/data/ai-deals.json").unwrap();
    let mut figure = Figure::open(&bytes, Format::Json, &Limits::default(), Options::default()).unwrap();
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
    for painted in &figure.scene().marks {
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
    let marks = figure.scene().marks.iter().filter(|painted| painted.role == Role::BadgeText(0));
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
        draw(&mut figure, 0.6);
        assert_eq!(accent_numbers(&figure), [(place + 7).to_string()], "{id}: after the six coloured ones");
    }
}
