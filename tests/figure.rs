//! The state of one widget: what is in the picture, its box, and the numbers of loops.
#![allow(clippy::unwrap_used)]

use deal_network::Point;
use deal_network::document::{Format, Limits, read};
use deal_network::figure::{Figure, Options, Target};
use deal_network::scene::{Mark, Role, View};
use deal_network::words::texts;

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

/// A figure of a table or a JSON document, with its loops found.
fn figure_of(text: &str, options: Options) -> Figure {
    let mut figure =
        Figure::new(read(text.as_bytes(), Format::Auto, &Limits::default()).unwrap().document, options);
    while !figure.search(1_000) {}
    figure
}

/// One of the sentences about the whole, in English.
fn said(figure: &Figure, key: &str) -> String {
    fn told(pieces: &serde_json::Value) -> String {
        let piece = |piece: &serde_json::Value| match piece.get("say").and_then(serde_json::Value::as_u64) {
            Some(place) => {
                let parts = piece["parts"].as_array().unwrap().iter().map(told);
                let filled =
                    |text: String, (slot, part): (usize, String)| text.replace(&format!("{{{slot}}}"), &part);
                parts.enumerate().fold(texts()[place as usize].to_owned(), filled)
            }
            None => {
                piece.get("label").or_else(|| piece.get("count")).map_or(String::new(), ToString::to_string)
            }
        };
        pieces.as_array().unwrap().iter().map(piece).collect()
    }
    told(&serde_json::to_value(figure.sentences()).unwrap()[key])
}

#[test]
fn a_figure_without_colours_does_not_say_that_there_is_no_loop() {
    let pair = "from,to,amount\na,b,5\nb,a,7\n";
    let plain = figure_of(pair, Options { top: 0, ..Options::default() });
    assert_eq!(said(&plain, "alt"), "Network of 2 companies. No loop is coloured.");
    let none = figure_of("from,to,amount\na,b,5\n", Options::default());
    assert_eq!(said(&none, "alt"), "Network of 2 companies. No loop was found.");
}

#[test]
fn a_search_that_was_cut_short_says_at_least() {
    let mut rows = "from,to\n".to_owned();
    for from in 'a'..='f' {
        for to in ('a'..='f').filter(|&to| to != from) {
            rows.extend([from, ',', to, '\n']);
        }
    }
    let bounds = deal_network::cycles::Bounds { max_loops: 40, ..Options::default().bounds };
    let cut = figure_of(&rows, Options { bounds, ..Options::default() });
    assert!(said(&cut, "summary").contains("in at least 25 ways"), "{}", said(&cut, "summary"));
    assert!(said(&cut, "how").contains("cut short"));
}

#[test]
fn companies_whose_names_differ_in_brackets_only_keep_them() {
    let json = r#"{"version":1,"companies":[{"id":"us","name":"Acme (US)"},{"id":"uk","name":"Acme (UK)"},
        {"id":"g","name":"Google (Alphabet)"}],"deals":[{"from":"us","to":"uk"},{"from":"uk","to":"g"}]}"#;
    let figure = figure_of(json, Options::default());
    let network = figure.network();
    let label = |id: &str| network.label(network.find_company(id).unwrap());
    assert_eq!([label("us"), label("uk"), label("g")], ["Acme (US)", "Acme (UK)", "Google"]);
}

#[test]
fn an_editors_name_pin_and_hide_of_a_loop_hold() {
    let json = |loops: &str| {
        format!(
            r#"{{"version":1,"loops":[{loops}],"deals":[
                {{"from":"a","to":"b","amount":9}},{{"from":"b","to":"a","amount":9}},
                {{"from":"a","to":"c","amount":5}},{{"from":"c","to":"a","amount":5}}]}}"#
        )
    };
    let slots = |text: &str| -> Vec<(String, Option<u8>)> {
        let report = figure_of(text, Options::default()).loops().report(9);
        report.loops.into_iter().map(|row| (row.name, row.slot)).collect()
    };
    let named = |name: &str, slot: Option<u8>| (name.to_owned(), slot);
    assert_eq!(slots(&json("")), [named("a and b", Some(1)), named("a and c", Some(2))]);
    assert_eq!(
        slots(&json(r#"{"id":"a>c","pin":true,"name":"The small one"}"#)),
        [named("a and b", Some(2)), named("The small one", Some(1))]
    );
    assert_eq!(
        slots(&json(r#"{"id":"a>b","hide":true}"#)),
        [named("a and b", None), named("a and c", Some(1))]
    );
}

#[test]
fn where_figures_run_out_pairs_without_one_are_coloured() {
    let mut rows = "from,to,amount\na,b,5\nb,a,7\n".to_owned();
    for other in ['c', 'd', 'e', 'f'] {
        rows.extend(['a', ',', other, ',', '\n', other, ',', 'a', ',', '\n']);
    }
    let report = figure_of(&rows, Options::default()).loops().report(9);
    let slots: Vec<Option<u8>> = report.loops.iter().map(|row| row.slot).collect();
    assert_eq!(slots, [Some(1), Some(2), Some(3), Some(4), Some(5)]);
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
