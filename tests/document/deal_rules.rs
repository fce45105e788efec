//! What each cell of a deal may hold, and what becomes of the rest: the same in both formats.

use crate::{codes, load, places};
use deal_network::document::Loaded;
use deal_network::network::{Basis, Confidence, Kind, Source, Status};
use deal_network::{Amount, PartialDate};

/// Loads one deal with one further cell, from a table and from a document; both must agree on the deal, the
/// codes and the messages (but for the names of keys).
fn one(column: &str, key: &str, text: &str) -> Loaded {
    let quoted = text.replace('"', "\"\"");
    let table = load(&format!("id,from,to,{column}\nx,a,b,\"{quoted}\"\n"));
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    let document = load(&format!(
        "{{\"version\":1,\"deals\":[{{\"id\":\"x\",\"from\":\"a\",\"to\":\"b\",\"{key}\":\"{text}\"}}]}}"
    ));
    assert_eq!(table.document.network, document.document.network, "{column} {text}");
    assert_eq!(codes(&table), codes(&document), "{column} {text}");
    table
}

#[test]
fn what_is_missing_has_a_defined_meaning() {
    let loaded = load("from,to\nA,B\n");
    assert_eq!(loaded.diagnostics, []);
    let network = &loaded.document.network;
    let deal = &network.deals()[0];
    assert_eq!((deal.kind, deal.status, deal.confidence), (Kind::Other, Status::Reported, Confidence::Low));
    assert_eq!((deal.amount, deal.firm, deal.basis), (None, None, Basis::Committed));
    assert_eq!((deal.date, deal.term_years, deal.superseded_by), (None, None, None));
    assert_eq!((deal.id.as_str(), deal.sources.len()), ("A>B#1", 0));
    assert_eq!(
        network.companies().iter().map(|one| (&*one.id, &*one.name)).collect::<Vec<_>>(),
        [("A", "A"), ("B", "B")]
    );
    assert_eq!(loaded.document.meta.unit, "USD");
}

#[test]
fn words_may_be_written_in_any_case() {
    for text in ["in_talks", "In talks", "IN-TALKS", " in_talks "] {
        let loaded = one("Status", "status", text);
        assert_eq!(loaded.document.network.deals()[0].status, Status::InTalks, "{text}");
        assert_eq!(loaded.diagnostics, [], "{text}");
    }
}

#[test]
fn unknown_words() {
    for (column, key, code, is_loaded) in [
        ("kind", "kind", "unknown_kind", true),
        ("confidence", "confidence", "unknown_confidence", true),
        ("status", "status", "unknown_word", false),
        ("amount_basis", "basis", "unknown_word", false),
    ] {
        let loaded = one(column, key, "certain");
        assert_eq!(codes(&loaded), if is_loaded { vec![code] } else { vec!["no_deals", code] });
        assert_eq!(loaded.document.network.deals().len(), usize::from(is_loaded), "{column}");
    }
    let loaded = one("status", "status", "done deal");
    let message = loaded.diagnostics.iter().map(ToString::to_string).find(|text| text.contains("status"));
    let expected = "line 2, column 7: the status must be one of cancelled, in_talks, reported, announced, \
                    signed, closed, completed";
    assert_eq!(message.unwrap(), expected);
}

#[test]
fn dates_are_as_precise_as_they_are_known() {
    for text in ["2025", "2025-09", "2025-09-22", "2024-02-29"] {
        assert_eq!(one("date", "date", text).document.network.deals()[0].date, PartialDate::parse(text));
    }
    for text in ["2025-02-29", "2025-13", "22.09.2025", "2025/09/22", "Sept 2025", "25", "0000", "2025-9"] {
        assert_eq!(codes(&one("date", "date", text)), ["no_deals", "bad_date"], "{text}");
    }
}

/// The table of numbers is tested where it stands; here is what becomes of the rows.
#[test]
fn amounts() {
    for (text, cents) in [("5000000000", 500_000_000_000), ("5e9", 500_000_000_000), ("12.5", 1_250)] {
        let loaded = one("amount", "amount", text);
        assert_eq!(loaded.document.network.deals()[0].amount, Some(Amount(cents)), "{text}");
        assert_eq!(loaded.diagnostics, []);
    }
    for (text, code) in [
        ("$5bn", "bad_number"),
        ("1,234", "bad_number"),
        ("NaN", "bad_number"),
        ("inf", "bad_number"),
        ("1e400", "large_number"),
        ("-5", "negative_number"),
    ] {
        for (column, key) in [
            ("amount", "amount"),
            ("amount_usd", "amountUsd"),
            ("amount_firm", "firm"),
            ("term_years", "termYears"),
        ] {
            let loaded = one(column, key, text);
            assert_eq!(codes(&loaded), ["no_deals", code], "{column} {text}");
            let diagnostic = &loaded.diagnostics[1];
            assert_eq!((diagnostic.field.as_deref(), diagnostic.text.as_str()), (Some(column), text));
        }
    }
    for text in ["", "  "] {
        assert_eq!(one("amount", "amount", text).document.network.deals()[0].amount, None);
    }
    let zero = one("amount", "amount", "0");
    assert_eq!(zero.document.network.deals()[0].amount, Some(Amount(0)));
    assert_eq!(codes(&zero), ["zero_amount"]);
    let rounded = one("amount", "amount", "0.125");
    assert_eq!(rounded.document.network.deals()[0].amount, Some(Amount(13)));
    assert_eq!(codes(&rounded), ["rounded"]);
    assert_eq!(one("term_years", "termYears", "7.5").document.network.deals()[0].term_years, Some(750));
}

#[test]
fn json_numbers_and_texts_are_the_same() {
    let deal = |amount: &str| {
        let text =
            format!("{{\"version\":1,\"deals\":[{{\"from\":\"a\",\"to\":\"b\",\"amount\":{amount}}}]}}");
        load(&text).document.network.deals().first().and_then(|deal| deal.amount)
    };
    for text in ["5e9", "12.5", "999999999999999.99", "0.1"] {
        assert_eq!(deal(text), deal(&format!("\"{text}\"")), "{text}");
        assert!(deal(text).is_some());
    }
    assert_eq!(deal("999999999999999.99"), Some(Amount(99_999_999_999_999_999)));
    for text in ["true", "[5]", "{}", "-1", "1e400"] {
        assert_eq!(deal(text), None, "{text}");
    }
}

#[test]
fn a_firm_part_larger_than_the_amount_is_left_out() {
    let loaded = load("from,to,amount,amount_firm\na,b,5,6\na,b,5,5\na,b,,7\n");
    let firm: Vec<_> = loaded.document.network.deals().iter().map(|deal| deal.firm).collect();
    assert_eq!(firm, [None, Some(Amount::whole(5)), Some(Amount::whole(7))]);
    assert_eq!(places(&loaded), [('W', "large_firm_part", 2, 7, 1)]);
}

#[test]
fn one_unit_for_all_amounts() {
    let units = |text: &str| {
        let loaded = load(text);
        let amounts: Vec<_> = loaded
            .document
            .network
            .deals()
            .iter()
            .map(|deal| deal.amount.map(|amount| amount.0 / 100))
            .collect();
        (loaded.document.meta.unit.clone(), amounts, codes(&loaded))
    };
    let table = |rows: &str| units(&format!("from,to,amount,currency\n{rows}"));
    assert_eq!(table("a,b,1,EUR\na,b,2,eur\n"), ("EUR".into(), vec![Some(1), Some(2)], vec![]));
    assert_eq!(table("a,b,1,%\n"), ("%".into(), vec![Some(1)], vec![]));
    assert_eq!(table("a,b,,EUR\na,b,2,\n"), ("USD".into(), vec![None, Some(2)], vec![]));
    assert_eq!(table("a,b,1,\na,b,2,EUR\n"), ("USD".into(), vec![Some(1)], vec!["foreign_currency"]));
    assert_eq!(table("a,b,1,euro\na,b,2,\n"), ("USD".into(), vec![Some(2)], vec!["bad_currency"]));
    assert_eq!(
        units("from,to,amount,currency,amount_usd\na,b,1,EUR,2\na,b,3,EUR,\na,b,4,,\n"),
        ("USD".into(), vec![Some(2), Some(4)], vec!["foreign_currency"])
    );
    let json = |unit: &str, deal: &str| {
        units(&format!("{{\"version\":1,{unit}\"deals\":[{{\"from\":\"a\",\"to\":\"b\",{deal}}}]}}"))
    };
    assert_eq!(json("\"unit\":\"eur\",", "\"amount\":1"), ("EUR".into(), vec![Some(1)], vec![]));
    assert_eq!(json("", "\"amount\":1,\"amountUsd\":2"), ("USD".into(), vec![Some(2)], vec![]));
    assert_eq!(
        json("\"unit\":\"EUR\",", "\"amount\":1,\"amountUsd\":2"),
        ("EUR".into(), vec![Some(1)], vec![])
    );
    assert_eq!(
        json("\"unit\":\"EUR\",", "\"amountUsd\":2"),
        ("EUR".into(), vec![], vec!["no_deals", "foreign_currency"])
    );
}

#[test]
fn sources_in_one_cell() {
    let sources = |cells: &str| {
        let loaded =
            load(&format!("from,to,source_title,source_url,source_date,source_class\na,b,{cells}\n"));
        (loaded.document.network.deals()[0].sources.clone(), codes(&loaded))
    };
    let source = |title: &str, url: &str, date: &str, class: &str| Source {
        title: title.into(),
        url: url.into(),
        date: date.into(),
        class: class.into(),
    };
    assert_eq!(sources(",,,"), (vec![], vec![]));
    assert_eq!(
        sources("One | Two,https://a | http://b,2025 | 2026,press | primary"),
        (
            vec![source("One", "https://a", "2025", "press"), source("Two", "http://b", "2026", "primary")],
            vec![]
        )
    );
    // A title that holds the sign itself.
    assert_eq!(
        sources("Deal done | The Paper,https://a,,"),
        (vec![source("Deal done | The Paper", "https://a", "", "")], vec![])
    );
    assert_eq!(sources("One | Two | Three,https://a | https://b,,").1, ["uneven_sources"]);
    assert_eq!(
        sources("T,javascript:alert(1),,"),
        (vec![source("T", "javascript:alert(1)", "", "")], vec!["no_web_address"])
    );
}
