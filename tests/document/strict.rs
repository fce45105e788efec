//! The widget's reader takes what the full reader has nothing to say about, and makes the same of it.

use crate::{codes, load};
use deal_network::document::{Document, Format, Limits, read, read_strict, write_json};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn strict(text: &str, is_checked: bool) -> Option<Document> {
    read_strict(text.as_bytes(), is_checked, &Limits::default())
}

/// A value: mostly right somewhere, often wrong where it stands.
fn value() -> impl Strategy<Value = Value> {
    let words = [
        "a", "b", "c", "A", "a>b", "a>b#1", "", " ", "x y ", "5", "5e9", "2025-09", "2025-13", "USD", "%",
        "é",
    ];
    let terms = [
        "debt",
        "Debt",
        "holding",
        "signed",
        "In talks",
        "unheard",
        "up_to",
        "high",
        "https://a",
        "x:y",
        "b\nc",
    ];
    prop_oneof![
        6 => prop::sample::select([&words[..], &terms].concat()).prop_map(|word| json!(word)),
        2 => prop::sample::select(vec![json!(0), json!(5), json!(12.5), json!(0.125), json!(-1), json!(1e30), json!(2025)]),
        1 => prop::sample::select(vec![json!(null), json!(true), json!([]), json!({}), json!(["a"])]),
        1 => ".{0,9}".prop_map(|text| json!(text)),
    ]
}

/// What may stand under a key.
fn fitting(key: &str) -> Vec<Value> {
    match key {
        "amount" => vec![json!(5), json!(12.5), json!(1e9), json!(null)],
        "firm" => vec![json!(1), json!(5)],
        "termYears" => vec![json!(3), json!(0.5)],
        "date" | "asOf" => vec![json!("2025"), json!("2025-09"), json!("2024-02-29")],
        "kind" => vec![json!("debt"), json!("holding"), json!("stake")],
        "status" => vec![json!("signed"), json!("in_talks"), json!("")],
        "confidence" => vec![json!("high"), json!("low")],
        "basis" => vec![json!("up_to"), json!("per_year")],
        "url" | "homepage" => vec![json!("https://a.org"), json!("")],
        "sources" => vec![json!([]), json!(null)],
        "unit" => vec![json!("EUR"), json!("%"), json!("USD")],
        "pin" | "hide" => vec![json!(true), json!(false)],
        "order" => vec![json!(0), json!(7)],
        "supersededBy" => vec![json!("one"), json!("")],
        "id" => vec![json!("a>b"), json!("one"), json!("two"), json!("a>c")],
        _ => vec![json!("Text"), json!("é ß"), json!("")],
    }
}

fn object(keys: &'static [&'static str]) -> impl Strategy<Value = Map<String, Value>> {
    let pair = prop::sample::select(keys).prop_flat_map(|key| {
        let value = prop_oneof![60 => prop::sample::select(fitting(key)), 1 => value()];
        (Just(key.to_owned()), value)
    });
    prop::collection::vec(pair, 0..4).prop_map(|pairs| pairs.into_iter().collect())
}

/// A document, mostly with nothing to say about it or little.
fn document() -> impl Strategy<Value = Value> {
    const DEAL: &[&str] = &[
        "id",
        "date",
        "kind",
        "amount",
        "amountUsd",
        "currency",
        "firm",
        "basis",
        "amountText",
        "termYears",
        "status",
        "confidence",
        "supersededBy",
        "title",
        "note",
        "evidence",
        "researchNote",
        "sources",
    ];
    let company = || prop::sample::select(vec!["a", "b", "c", "é"]);
    let deal = (company(), company(), object(DEAL)).prop_map(|(from, to, others)| {
        let mut deal = json!({ "from": from, "to": to }).as_object().unwrap().clone();
        deal.extend(others);
        Value::Object(deal)
    });
    let source = object(&["title", "url", "date", "class"]).prop_map(|source| json!([source]));
    let deals = prop::collection::vec((deal, prop::option::of(source)), 0..4).prop_map(|deals| -> Value {
        let with = |(mut deal, source): (Value, Option<Value>)| {
            if let Some(source) = source {
                deal["sources"] = source;
            }
            deal
        };
        deals.into_iter().map(with).collect()
    });
    let others = prop::collection::vec(object(&["name", "type", "homepage", "note"]), 4);
    let companies = (others, 0..30_usize).prop_map(|(others, missing)| -> Value {
        // Mostly all of them.
        let ids = ["a", "b", "c", "é"].into_iter().enumerate().filter(|(place, _)| *place != missing);
        let company = |((_, id), mut others): ((usize, &str), Map<String, Value>)| {
            others.insert("id".into(), json!(id));
            Value::Object(others)
        };
        ids.zip(others).map(company).collect()
    });
    let edits = prop::collection::vec(object(&["id", "name", "note", "pin", "hide", "order"]), 0..2);
    let positions = prop::collection::btree_map(
        company(),
        prop::sample::select(vec![json!([1, -2.5]), json!([1]), json!("x")]),
        0..2,
    );
    let root = object(&["title", "headline", "asOf", "unit", "$schema", "note", "description"]);
    (deals, prop::option::of(companies), edits, positions, root).prop_map(
        |(deals, companies, edits, positions, root)| {
            let mut all = json!({ "version": 1, "deals": deals });
            all.as_object_mut().unwrap().extend(root);
            if let Some(companies) = companies {
                all["companies"] = companies;
            }
            if !edits.is_empty() {
                all["loops"] = json!(edits);
            }
            if !positions.is_empty() {
                all["positions"] = json!(positions);
            }
            all
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn what_is_taken_is_what_the_full_reader_makes_of_it_without_a_word(document in document()) {
        let text = document.to_string();
        if let Some(taken) = strict(&text, false) {
            let loaded = load(&text);
            prop_assert_eq!(codes(&loaded), Vec::<&str>::new(), "{}", text);
            prop_assert_eq!(taken, loaded.document);
        }
    }

    #[test]
    fn whatever_the_full_reader_has_written_is_taken(document in document()) {
        // What cannot be read as a whole is not written either.
        let Ok(loaded) = read(document.to_string().as_bytes(), Format::Auto, &Limits::default()) else { return Ok(()) };
        let text = write_json(&loaded.document);
        prop_assert_eq!(strict(&text, true), Some(loaded.document), "{}", text);
    }
}

#[test]
fn what_people_write_by_hand_is_taken() {
    for text in [
        r#"{"version":1,"deals":[{"from":"a","to":"b"},{"from":"b","to":"a","amount":5}]}"#,
        "\u{feff}{\"version\":1,\"title\":\"T\",\"asOf\":\"2026-10\",\"unit\":\"EUR\",\"deals\":[{\"from\":\"a\",\"to\":\"b\",\"status\":\"signed\"}]}",
        r#"{"$schema":"x","version":1,"companies":[{"id":"a","name":null},{"id":"b"}],"loops":[{"id":"a>b","pin":true,"order":2}],
           "positions":{"a":[0,-12.5]},"deals":[{"id":"1","from":"a","to":"b","supersededBy":"2","sources":[{"url":"https://a.org"}]},
           {"id":"2","from":"b","to":"a","amount":1.5e9,"firm":5,"basis":"up_to","date":"2025","note":"one\ntwo"}]}"#,
    ] {
        let loaded = load(text);
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        assert_eq!(strict(text, false), Some(loaded.document), "{text}");
    }
}

#[test]
fn what_there_is_something_to_say_about_is_not_taken() {
    let deal = |more: &str| format!(r#"{{"version":1,"deals":[{{"from":"a","to":"b"{more}}}]}}"#);
    let all = |more: &str| format!(r#"{{"version":1,"deals":[{{"from":"a","to":"b"}}]{more}}}"#);
    let texts = [
        deal(r#","amount":"5""#),
        deal(r#","amount":0"#),
        deal(r#","amount":0.125"#),
        deal(r#","amount":5,"amount":5"#),
        deal(r#","amountUsd":5"#),
        deal(r#","firm":6,"amount":5"#),
        deal(r#","kind":"Debt""#),
        deal(r#","status":"unheard""#),
        deal(r#","date":"2025-13""#),
        r#"{"version":1,"deals":[{"from":"a","to":"a"}]}"#.into(),
        deal(r#","supersededBy":"x""#),
        deal(r#","id":"x","supersededBy":"x""#),
        deal(r#","sources":[{"url":"x:y"}]"#),
        deal(r#","sources":{}"#),
        deal(r#","title":"a\u202eb""#),
        deal(r#","title":" a""#),
        deal(r#","title":"a\nb""#),
        deal(&format!(r#","title":"{}""#, "x".repeat(10_001))),
        deal(r#","unheard":1"#),
        r#"{"version":2,"deals":[{"from":"a","to":"b"}]}"#.into(),
        all(r#","unit":"usd""#),
        all(r#","asOf":"soon""#),
        all(r#","companies":[{"id":"a"}]"#),
        all(r#","companies":[{"id":"a"},{"id":"b"},{"id":"b"}]"#),
        all(r#","companies":[{"id":"a"},{"id":"b"},{"id":"B"}]"#),
        all(r#","companies":[{"id":"a"},{"id":"b"},{"name":"c"}]"#),
        all(r#","companies":5"#),
        all(r#","loops":[{"id":"b>a"}]"#),
        all(r#","loops":[{"id":"a>b"},{"id":"a>b"}]"#),
        all(r#","loops":[{"id":"a>b","order":1.5}]"#),
        all(r#","positions":{"x":[0,0]}"#),
        all(r#","positions":{"a":[0]}"#),
        all(r#","positions":[]"#),
        r#"{"version":1,"deals":[]}"#.into(),
        r#"{"deals":[{"from":"a","to":"b"}]}"#.into(),
        "[]".into(),
        "from,to\na,b\n".into(),
        String::new(),
    ];
    for text in texts {
        assert_eq!(strict(&text, false), None, "{text}");
    }
    assert_eq!(read_strict(b"\xff\xfe", true, &Limits::default()), None);
    let sound = all("");
    assert!(strict(&sound, false).is_some());
    for limits in [
        Limits { bytes: 5, ..Limits::default() },
        Limits { companies: 1, ..Limits::default() },
        Limits { deals: 0, ..Limits::default() },
    ] {
        assert_eq!(read_strict(sound.as_bytes(), true, &limits), None);
    }
}
