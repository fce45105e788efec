//! Figures that are filtered anew, against figures of the live deals alone.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::document;
use common::random::{filter, network, only_live};
use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::Bounds;
use deal_network::document::{Document, LoopEdit};
use deal_network::figure::{Figure, Options};
use deal_network::network::{Network, Status};
use deal_network::words::texts;
use proptest::prelude::*;
use proptest::sample::Index;

fn searched(network: &Network) -> Figure {
    let mut figure = Figure::new(
        Document { network: network.clone(), ..Document::default() },
        Options { bounds: Bounds { max_length: None, ..Bounds::default() }, ..Options::default() },
    );
    while !figure.search(50) {}
    figure
}

/// What is said of loops, but for their slots.
fn rows(figure: &Figure) -> Vec<String> {
    let report = figure.loops().report(usize::MAX);
    report
        .loops
        .into_iter()
        .map(|mut row| {
            row.slot = None;
            format!("{row:?}")
        })
        .collect()
}

fn slots(figure: &Figure) -> Vec<(u8, String)> {
    let report = figure.loops().report(usize::MAX);
    report.loops.into_iter().filter_map(|row| Some((row.slot?, row.id))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// However a figure came to a filter, its loops are those of a document with the live deals alone, and each
    /// coloured one has the slot that it has in the whole document.
    #[test]
    fn a_filtered_figure_is_that_of_the_live_deals(
        network in network(),
        filters in prop::collection::vec(filter(), 1..4),
        early in any::<bool>(),
    ) {
        let whole = slots(&searched(&network));
        let mut figure = Figure::new(Document { network: network.clone(), ..Document::default() }, Options { bounds: Bounds { max_length: None, ..Bounds::default() }, ..Options::default() });
        while !early && !figure.search(50) {}
        for filter in filters {
            figure.filter(filter.clone());
            while !figure.search(7) {}
            prop_assert_eq!(figure.filtered(), &filter);
            let everything = Filter { statuses: Status::ALL.iter().map(|status| status.0).collect(), ..Filter::default() };
            let mut fresh = searched(&only_live(&network, &filter));
            fresh.filter(everything);
            while !fresh.search(50) {}
            prop_assert_eq!(rows(&figure), rows(&fresh));
            let ids: Vec<String> =
                figure.loops().report(usize::MAX).loops.into_iter().map(|row| row.id).collect();
            let mut expected: Vec<_> = whole.iter().filter(|(_, id)| ids.contains(id)).cloned().collect();
            let mut found = slots(&figure);
            expected.sort();
            found.sort();
            prop_assert_eq!(found, expected);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// A filter moves nothing: the same companies stand where they stood, and the box is the same.
    #[test]
    fn a_filter_moves_nothing(network in network(), filter in filter(), chosen in any::<Index>()) {
        let mut figure = searched(&network);
        figure.arrange(600.0, 400.0);
        let (picture, bounds) = (figure.picture(), figure.bounds());
        let ids: Vec<String> = figure.loops().report(usize::MAX).loops.into_iter().map(|row| row.id).collect();
        let id = (!ids.is_empty()).then(|| chosen.get(&ids).clone());
        let narrower = Filter {
            statuses: filter.statuses.iter().copied().filter(|status| *status >= Status::Reported).collect(),
            ..filter
        };
        figure.select(id.as_deref().and_then(|id| figure.target("loop", id)));
        figure.filter(narrower);
        while !figure.search(50) {}
        let still = id.as_deref().and_then(|id| figure.target("loop", id)).is_some();
        figure.arrange(600.0, 400.0);
        prop_assert!(picture.iter().all(|company| figure.picture().contains(company)));
        if !still {
            prop_assert_eq!(figure.bounds(), bounds);
        }
    }
}

const HEAD: &str = "id,from,to,kind,amount,status,date\n";

fn deals(rows: &str) -> Document {
    document(&format!("{HEAD}{rows}"))
}

#[test]
fn a_loop_that_comes_back_has_its_slot_and_stays_chosen_while_it_is_there() {
    let mut document = deals(
        "1,a,b,debt,9,signed,2024\n2,b,a,debt,9,signed,2025\n3,a,c,debt,5,signed,2024\n4,c,a,debt,5,signed,2024\n",
    );
    document.editor.loops.push(LoopEdit {
        id: "a>c".to_owned(),
        name: "Small".to_owned(),
        ..LoopEdit::default()
    });
    let mut figure = Figure::new(document, Options::default());
    while !figure.search(50) {}
    let until = |figure: &mut Figure, date: &str| {
        let mut filter = Filter::default();
        filter.set(figure.network(), "until", date).unwrap();
        figure.filter(filter);
        while !figure.search(50) {}
    };
    let named = |slot: u8, id: &str| (slot, id.to_owned());
    assert_eq!(slots(&figure), [named(1, "a>b"), named(2, "a>c")]);
    let card = |figure: &Figure| format!("{:?}", figure.card(figure.target("loop", "a>c")));
    figure.select(figure.target("loop", "a>c"));
    until(&mut figure, "2024");
    assert_eq!(slots(&figure), [named(2, "a>c")]);
    assert_eq!(figure.loops().report(9).loops[0].name, "Small");
    assert!(card(&figure).contains("Small"));
    assert_eq!(figure.selected(), figure.target("loop", "a>c"));
    until(&mut figure, "2026");
    assert_eq!(slots(&figure), [named(1, "a>b"), named(2, "a>c")]);
    figure.select(figure.target("loop", "a>b"));
    until(&mut figure, "2024");
    assert_eq!(figure.selected(), None);
}

#[test]
fn companies_that_only_a_filter_makes_live_come_last() {
    let rows: Vec<String> = ('c'..='r').map(|other| format!("{other},a,{other},debt,5,signed,\n")).collect();
    let rows = rows.concat();
    let document =
        deals(&format!("1,a,b,debt,9,in_talks,\n2,b,a,debt,9,signed,\n{rows}3,z,a,debt,5,in_talks,\n"));
    let mut figure = Figure::new(document, Options::default());
    while !figure.search(50) {}
    let (shown, live) = figure.counts();
    figure.filter(Filter { statuses: Status::ALL.map(|status| status.0).to_vec(), ..Filter::default() });
    while !figure.search(50) {}
    assert_eq!(figure.counts(), (shown, live + 1));
    figure.widen(usize::MAX);
    assert_eq!(figure.picture().last().unwrap(), "z");
    figure.arrange(600.0, 400.0);
    figure.filter(Filter::default());
    while !figure.search(50) {}
    assert_eq!(figure.counts(), (live, live));
    let arcs = Arcs::new(figure.network(), figure.filtered());
    assert!(arcs.companies().iter().all(|id| figure.picture().contains(&figure.network().company(*id).id)));
}

#[test]
fn choices_are_named_counted_and_dated() {
    let rows = "1,a,b,debt,5,signed,2024-03\n2,b,a,lease,5,signed,2024\n3,b,a,lease,5,in_talks,2025-01-02\n";
    let mut figure = Figure::new(deals(rows), Options::default());
    while !figure.search(50) {}
    let mut filter = Filter::default();
    filter.set(figure.network(), "kinds", "debt").unwrap();
    figure.filter(filter);
    while !figure.search(50) {}
    let choices = serde_json::to_value(figure.choices()).unwrap();
    let of = |list: &str, name: &str| {
        let rows = choices[list].as_array().unwrap();
        let row = rows.iter().find(|row| row["name"] == name).unwrap();
        (
            texts()[row["label"][0]["say"].as_u64().unwrap() as usize].to_owned(),
            row["chosen"] == true,
            row["count"].as_u64().unwrap(),
        )
    };
    assert_eq!(of("kinds", "debt"), ("loan".to_owned(), true, 1));
    assert_eq!(of("kinds", "lease"), ("lease".to_owned(), false, 1));
    assert_eq!(of("statuses", "in_talks"), ("in talks".to_owned(), false, 0));
    assert_eq!(of("statuses", "signed"), ("signed".to_owned(), true, 1));
    assert_eq!(of("confidences", "low"), ("low".to_owned(), true, 1));
    assert_eq!((choices["first"].as_str(), choices["last"].as_str()), (Some("2024"), Some("2025-01-02")));
    assert_eq!(choices["kinds"].as_array().unwrap().len(), 13);
}

/// The share of a figure is that of its filter, and is worked out anew for each.
#[test]
fn the_share_of_money_follows_the_filter() {
    let rows = "1,a,b,debt,6,signed,2024\n2,b,a,lease,4,announced,2025\n3,b,c,lease,10,announced,2025\n";
    let mut figure = Figure::new(deals(rows), Options::default());
    let mut shares = |words: &[(&str, &str)]| {
        let mut filter = Filter::default();
        for (part, words) in words {
            filter.set(figure.network(), part, words).unwrap();
        }
        figure.filter(filter);
        while !figure.search(50) {}
        assert!(figure.weighing().is_none());
        while !figure.weigh(1) {}
        let value = figure.weighing().unwrap().value(figure.network());
        let value = serde_json::to_value(value).unwrap();
        let net = value["net"].as_array().unwrap().len();
        (value["share"].as_f64().unwrap(), value["strictest"]["share"].as_f64().unwrap(), net)
    };
    assert_eq!(shares(&[]), (0.4, 0.0, 3));
    assert_eq!(shares(&[("without", "c")]), (0.8, 0.0, 2));
    assert_eq!(shares(&[("until", "2024")]), (0.0, 0.0, 2));
    assert_eq!(shares(&[("kinds", "none")]), (0.0, 0.0, 0));
}

/// What the highest-ranked loops have is never more than all of it.
#[test]
fn the_split_fills_the_loops_by_rank() {
    let rows = "1,a,b,debt,9,signed,\n2,b,a,debt,5,signed,\n3,b,c,debt,9,signed,\n4,c,a,debt,9,signed,\n";
    let mut figure = Figure::new(deals(rows), Options::default());
    while !figure.search(50) {}
    while !figure.weigh(50) {}
    let weighing = figure.weighing().unwrap();
    let split: Vec<(String, f64)> = weighing
        .split(&figure.loops(), 10)
        .into_iter()
        .map(|(cycle, amount)| (figure.loops().row(cycle).id, amount.units()))
        .collect();
    assert_eq!(split, [("a>b>c".to_owned(), 9.0)]);
    assert_eq!(weighing.split(&figure.loops(), 0), []);
}
