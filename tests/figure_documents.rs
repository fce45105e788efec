//! What a document of a few rows makes of a figure: its sentences, names and numbers of loops.
#![allow(clippy::unwrap_used)]

use deal_network::document::{Format, Limits, read};
use deal_network::figure::{Figure, Options};
use deal_network::words::texts;

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
