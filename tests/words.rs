//! What is said, as tables: deals, arcs, loops, the whole.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{ai_deals, document};
use deal_network::arcs::{Arcs, Filter};
use deal_network::cycles::{Bounds, Search, Standing};
use deal_network::document::{Document, Limits, read_csv};
use deal_network::network::{Amount, DealId, Kind};
use deal_network::words::{
    amount, arc_sentence, deal_sentence, english, kind_label, loop_figure, loop_name, loop_sentence,
    why_not_live,
};

const HEAD: &str = "id,from,to,kind,amount,amount_firm,amount_basis,status,date,term_years\n";

fn deals(rows: &[&str]) -> Document {
    document(&format!("{HEAD}{}\n", rows.join("\n")))
}

#[test]
fn deals_are_told_with_their_terms() {
    for (row, told) in [
        (
            "1,Amazon,OpenAI,equity_investment,50e9,15e9,up_to,announced,2026-02-27,",
            "Amazon invests up to $50 billion in OpenAI (announced, 27 February 2026)",
        ),
        (
            "1,OpenAI,Amazon,cloud_contract,38e9,,,signed,2025-11,7",
            "OpenAI contracts computing capacity from Amazon for $38 billion over 7 years (signed, November 2025)",
        ),
        (
            "1,a,b,chip_purchase,,,,reported,2025,",
            "a buys chips from b for an undisclosed sum (reported, 2025)",
        ),
        ("1,a,b,license,5e8,,per_year,closed,,", "a pays b $500 million a year for a licence (closed)"),
        (
            "1,a,b,equity_investment,9e9,,valuation,completed,,",
            "a invests an undisclosed sum at a valuation of $9 billion in b (completed)",
        ),
        ("1,a,b,debt,1234567,,estimate,in_talks,,", "a lends an estimated $1.23 million to b (in talks)"),
        ("1,a,b,lease,10,,about,cancelled,,2.5", "a rents from b for about $10 over 2.5 years (cancelled)"),
    ] {
        let document = deals(&[row]);
        assert_eq!(english(&document.network, "USD", &deal_sentence(&document.network.deals()[0])), told);
    }
}

#[test]
fn every_kind_has_its_own_words() {
    let mut labels: Vec<&str> = Kind::ALL.iter().map(|&(kind, _)| kind_label(kind).english()).collect();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), Kind::ALL.len());
    for (_, name) in Kind::ALL {
        let document = deals(&[&format!("1,Xa,Yb,{name},5,,,signed,,")]);
        let told = english(&document.network, "USD", &deal_sentence(&document.network.deals()[0]));
        assert!(
            told.contains("Xa") && told.contains("Yb") && told.contains("$5") && !told.contains('{'),
            "{told}"
        );
    }
}

#[test]
fn an_arc_of_several_deals_is_their_sum_and_their_statuses() {
    let document = deals(&[
        "1,a,b,cloud_contract,38e9,,,signed,2025-11-03,7",
        "2,a,b,cloud_contract,100e9,,,announced,2026-02-27,8",
        "3,a,b,lease,,,,signed,,",
    ]);
    let arcs = Arcs::new(&document.network, &Filter::default());
    assert_eq!(
        english(&document.network, "USD", &arc_sentence(&document.network, &arcs.all()[0])),
        "a to b: at least $138 billion of computing contracts and leases in 3 deals \
         (signed and announced; first deal 3 November 2025)"
    );
}

#[test]
fn the_size_of_a_loop_keeps_its_marks() {
    let pair =
        |out: &str, back: &str| [format!("1,a,b,debt,{out},signed,,"), format!("2,b,a,debt,{back},signed,,")];
    for (rows, told) in [
        (pair("5e9,,", "7e9,,"), "smallest side $5 billion"),
        (pair("5e9,,up_to", "7e9,,"), "smallest side up to $5 billion"),
        (pair("5e9,,about", "7e9,,"), "smallest side about $5 billion"),
        (pair(",,", "7e9,,"), "no figure: 1 of 2 sides undisclosed"),
        (pair(",,", ",,"), "no figure: 2 of 2 sides undisclosed"),
    ] {
        assert_eq!(loop_told(&[&rows[0], &rows[1]]), told);
    }
    // A further deal without a price on the smaller side, and on the larger.
    let [out, back] = pair("5e9,,", "7e9,,");
    assert_eq!(loop_told(&[&out, &back, "3,a,b,lease,,,,signed,,"]), "smallest side at least $5 billion");
    assert_eq!(
        loop_told(&[&out, &back, "3,b,a,lease,,,,signed,,"]),
        "smallest side $5 billion; other side partly undisclosed"
    );
}

fn loop_told(rows: &[&str]) -> String {
    let document = deals(rows);
    let arcs = Arcs::new(&document.network, &Filter::default());
    let mut search = Search::new(&arcs, Bounds::default());
    while !search.run(1_000) {}
    let cycles = search.into_cycles();
    let hops = cycles.arcs(cycles.ids().next().unwrap());
    english(&document.network, "USD", &loop_figure(&Standing::of(&arcs, hops), hops.len()))
}

#[test]
fn loops_of_the_ai_deals_read_as_a_person_would_say_them() {
    let network = ai_deals();
    let arcs = Arcs::new(&network, &Filter::default());
    let mut search = Search::new(&arcs, Bounds::default());
    while !search.run(10_000) {}
    let cycles = search.cycles();
    let told: Vec<(String, String)> = cycles
        .ids()
        .map(|cycle| {
            let hops = cycles.arcs(cycle);
            let text = |sentence| english(&network, "USD", sentence);
            (text(&loop_name(&arcs, hops)), text(&loop_sentence(&network, &arcs, hops)))
        })
        .collect();
    let sentence = |name: &str| told.iter().find(|(told, _)| told == name).unwrap().1.as_str();
    assert_eq!(
        sentence("Amazon and OpenAI"),
        "Amazon to OpenAI: up to $50 billion of investment; OpenAI to Amazon: $138 billion of computing contracts."
    );
    assert_eq!(
        sentence("Nvidia to OpenAI to Oracle and back"),
        "Nvidia to OpenAI: $30 billion of investment; OpenAI to Oracle: about $300 billion of computing contracts; \
         Oracle to Nvidia: about $40 billion of chip purchases."
    );
    assert!(sentence("Nvidia and OpenAI").contains("sum undisclosed"), "{}", sentence("Nvidia and OpenAI"));
}

#[test]
fn what_is_not_counted_says_why() {
    let document = {
        let rows = "1,a,a,debt,5,,,signed,,\n2,a,b,holding,5,,,signed,,\n3,a,b,debt,5,,,in_talks,,\n4,a,b,debt,5,,,signed,2025,\n";
        read_csv(format!("{HEAD}{rows}").as_bytes(), None, &Limits::NONE).unwrap().document
    };
    let reasons: Vec<Option<String>> = (0..4)
        .map(|deal| {
            why_not_live(&document.network, DealId(deal), &Filter::default())
                .map(|why| english(&document.network, "", &why))
        })
        .collect();
    let why = |text: &str| Some(text.to_owned());
    assert_eq!(
        reasons,
        [
            why("a company’s deal with itself makes no loop"),
            why("deals of this kind make no arrow"),
            why("not counted: in talks"),
            None
        ]
    );
    let filtered = |part: &str, words: &str| {
        let mut filter = Filter::default();
        filter.set(&document.network, part, words).unwrap();
        why_not_live(&document.network, DealId(3), &filter).map(|why| english(&document.network, "", &why))
    };
    assert_eq!(filtered("without", "b"), why("not counted: left out here"));
    assert_eq!(filtered("without", "4"), why("not counted: left out here"));
    assert_eq!(filtered("minAmount", "6"), why("not counted under the present filter"));
    assert_eq!(filtered("until", "2024"), why("not counted: later than 2024"));
}

#[test]
fn amounts_are_rounded_to_three_digits() {
    for (hundredths, unit, told) in [
        (0, "USD", "$0"),
        (123, "USD", "$1"),
        (99_949_949, "USD", "$999,499"),
        (99_999_949, "USD", "$1 million"),
        (100_000_000, "EUR", "€1 million"),
        (4_375_000_000_000, "USD", "$43.8 billion"),
        (4_374_900_000_000, "USD", "$43.7 billion"),
        (999_499_999_999, "USD", "$9.99 billion"),
        (999_500_000_000, "USD", "$10 billion"),
        (9_995_000_000_000, "USD", "$100 billion"),
        (13_800_000_000_000, "USD", "$138 billion"),
        (24_380_000_000_000, "USD", "$244 billion"),
        (99_999_999_999_999, "USD", "$1 trillion"),
        (196_059_145_000_000, "USD", "$1.96 trillion"),
        (123_400, "JPY", "JPY 1,234"),
        (1_250, "%", "12.5 %"),
    ] {
        assert_eq!(amount(Amount(hundredths), unit), told, "{hundredths}");
    }
}

/// Words that would claim intent, or that the same money came back.
#[test]
fn the_tone_makes_no_claim() {
    for path in ["src/words/table.rs", "www/words.js", "www/article.html", "www/index.html"] {
        let text = std::fs::read_to_string(path).unwrap().to_lowercase();
        for word in ["round-trip", "round trip", "comes back", "scheme:", "bottleneck", "suspicious"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}
