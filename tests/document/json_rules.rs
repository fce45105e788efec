//! What a JSON document may look like.

use crate::{codes, ids, load, places, refusal};
use deal_network::Point;
use deal_network::document::{Format, Limits, LoopEdit, read};

#[test]
fn everything_that_a_document_can_say() {
    let loaded = load(
        r#"{ "$schema": "deal-network.schema.json", "version": 1, "title": "T", "headline": "H",
  "description": "D", "note": "N", "asOf": "2026-10", "unit": "EUR",
  "companies": [{"id": "a", "name": "A (Holding)", "type": "t", "country": "c", "ticker": "x",
    "homepage": "https://a.org", "note": "n"}, {"id": "b"}],
  "deals": [{"id": "d", "date": 2025, "from": "a", "to": "b", "kind": "debt", "amount": 5.25, "firm": "2",
    "basis": "up_to", "amountText": "up to 5", "termYears": 1.5, "status": "signed", "confidence": "high",
    "supersededBy": "e", "title": "t", "note": null, "evidence": "ev", "researchNote": "r",
    "sources": [{"title": "s", "url": "https://s.org", "date": "2025", "class": "press"}, {}]},
    {"id": "e", "from": "b", "to": "a"}],
  "loops": [{"id": "a>b", "name": "Both", "note": "n", "pin": true, "hide": false, "order": 2}],
  "positions": {"b": [1.5, -2], "a": [0, 0]} }"#,
    );
    assert_eq!(loaded.diagnostics, []);
    let document = &loaded.document;
    let meta = &document.meta;
    assert_eq!(
        [&meta.title, &meta.headline, &meta.description, &meta.note, &meta.as_of, &meta.unit],
        ["T", "H", "D", "N", "2026-10", "EUR"]
    );
    let deal = &document.network.deals()[0];
    assert_eq!((deal.amount.unwrap().0, deal.firm.unwrap().0, deal.term_years), (525, 200, Some(150)));
    assert_eq!((deal.date.unwrap().to_string().as_str(), deal.sources.len()), ("2025", 1));
    let edit = LoopEdit {
        id: "a>b".into(),
        name: "Both".into(),
        note: "n".into(),
        pin: true,
        hide: false,
        order: Some(2),
    };
    assert_eq!(document.editor.loops, [edit]);
    let a = document.network.find_company("a").unwrap();
    let b = document.network.find_company("b").unwrap();
    assert_eq!(document.editor.positions, [(a, Point::new(0.0, 0.0)), (b, Point::new(1.5, -2.0))]);
}

#[test]
fn diagnostics_have_line_column_and_path() {
    let loaded = load(
        "{\"version\":1,\"deals\":[\n  {\"from\":\"a\",\"to\":\"b\",\n   \"amount\": \"five\"},\n 7,\n  {\"from\":\"a\",\"to\":\"b\",\"sources\":[{},{\"url\":\"x:y\"}]}]}",
    );
    assert_eq!(
        places(&loaded),
        [('E', "bad_number", 3, 14, 1), ('E', "no_object", 4, 2, 2), ('W', "no_web_address", 5, 45, 3)]
    );
    let paths: Vec<_> = loaded.diagnostics.iter().map(|one| one.path.as_deref().unwrap()).collect();
    assert_eq!(paths, ["deals[0].amount", "deals[1]", "deals[2].sources[1].url"]);
    assert_eq!((loaded.rows, ids(&loaded)), (3, vec!["a>b#1"]));
}

#[test]
fn unknown_keys_are_said_once_each_with_their_path() {
    let loaded = load(
        r#"{"version":1,"colour":"red","deals":[{"from":"a","to":"b","x":1,"amount_usd":5,"sources":[{"link":"l"}]},
{"from":"a","to":"b","x":2}],"companies":[{"id":"a","x":1},{"id":"b"}]}"#,
    );
    let mut paths: Vec<_> =
        loaded.diagnostics.iter().map(|one| (one.code, one.path.as_deref().unwrap())).collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            ("unknown_key", "colour"),
            ("unknown_key", "companies[0].x"),
            ("unknown_key", "deals[0].amount_usd"),
            ("unknown_key", "deals[0].sources[0].link"),
            ("unknown_key", "deals[0].x")
        ]
    );
    let meant = loaded.diagnostics.iter().find(|one| one.field.as_deref() == Some("amount_usd")).unwrap();
    assert_eq!(meant.message, "the key `amount_usd` is not known and was not read; write `amountUsd`");
}

#[test]
fn of_two_equal_keys_the_last_counts() {
    let loaded = load(
        r#"{"version":1,"title":"x","title":"y","deals":[{"from":"a","to":"b","to":"c","sources":[{"url":"https://a"}],"sources":[{"title":"t","title":"u"}]}]}"#,
    );
    assert_eq!(codes(&loaded), ["duplicate_key"; 4]);
    let deal = &loaded.document.network.deals()[0];
    assert_eq!((loaded.document.meta.title.as_str(), deal.id.as_str()), ("y", "a>c#1"));
    assert_eq!((deal.sources.len(), deal.sources[0].title.as_str()), (1, "u"));
}

#[test]
fn documents_that_cannot_be_read() {
    for (text, code, place) in [
        ("{\"deals\": [\n  {]\n}", "bad_json", (2, 4)),
        ("{\"deals\": [1,]}", "bad_json", (1, 14)),
        ("{\"version\":1,\"deals\":[{\"from\":\"\u{1f980}\",\"amount\":NaN}]}", "bad_json", (1, 44)),
        ("{\"version\":1} x", "bad_json", (1, 15)),
        ("[]", "bad_json", (1, 1)),
        ("{\"a\":\"\n\"}", "bad_json", (1, 7)),
        ("{\"a\":\"\\x\"}", "bad_json", (1, 7)),
        ("{\"a\":01}", "bad_json", (1, 7)),
        ("{\"a\" 1}", "bad_json", (1, 6)),
        ("{\"a\":\"b}", "bad_json", (1, 9)),
        ("{\"version\":2}", "unknown_version", (1, 12)),
        ("{\"version\":\"one\"}", "unknown_version", (1, 12)),
        ("{\"version\":1,\n\"unit\":\"dollars\"}", "bad_unit", (2, 8)),
        ("{\"version\":1,\"deals\":{}}", "no_list", (1, 22)),
        ("{\"version\":1,\"companies\":5}", "no_list", (1, 26)),
    ] {
        let refusal = refusal(text);
        let seen = (refusal.code, refusal.line.zip(refusal.column));
        assert_eq!(seen, (code, Some(place)), "{text} {}", refusal.message);
    }
    assert_eq!(
        refusal("{\"version\":2}").to_string(),
        "line 1, column 12: the document is of version 2; only version 1 can be read here"
    );
    assert_eq!(
        refusal("{\"deals\": [1,]}").to_string(),
        "line 1, column 14: this is not a JSON document: here must be a value: a text in quotes, a number, a list \
         or an object"
    );
}

#[test]
fn a_document_without_a_version_is_read_with_a_warning() {
    assert_eq!(codes(&load("{\"deals\":[{\"from\":\"a\",\"to\":\"b\"}]}")), ["no_version"]);
}

#[test]
fn deals_that_are_no_deals_are_rows_with_an_error() {
    let loaded = load(
        r#"{"version":1,"deals":[null,[],"a>b",{},{"from":["a"],"to":"b"},{"from":"a","to":"b","sources":"s"},
{"from":"a","to":"b","sources":[1]},{"from":1,"to":2}]}"#,
    );
    assert_eq!((loaded.rows, ids(&loaded)), (8, vec!["1>2#1"]));
    let mut rows: Vec<_> = loaded.diagnostics.iter().map(|one| one.row.unwrap()).collect();
    rows.dedup();
    assert_eq!(rows, [1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn entries_of_the_editor_that_fit_nothing_are_warnings() {
    let loaded = load(
        r#"{"version":1,"deals":[{"from":"a","to":"b>%"}],
"loops":[{"id":"a>b%3E%25"},{"id":"a>b%3E%25"},{"id":"b%3E%25>a"},{"id":"a"},{"id":"a>a"},{"id":"a>z"},{},7,
  {"id":"a>b%3E%25>c","pin":"yes"}],
"positions":{"z":[0,0],"a":[0],"b>%":["0","0"],"a":[3,4],"a":[5.129,-6]}}"#,
    );
    let loops: Vec<_> = loaded.document.editor.loops.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(loops, ["a>b%3E%25"]);
    let a = loaded.document.network.find_company("a").unwrap();
    assert_eq!(loaded.document.editor.positions, [(a, Point::new(5.13, -6.0))]);
    let codes = codes(&loaded);
    let count = |code: &str| codes.iter().filter(|&&one| one == code).count();
    assert_eq!((count("bad_loop"), count("no_object"), count("wrong_type")), (7, 1, 1));
    assert_eq!((count("bad_position"), codes.len()), (3, 12));
    assert!(places(&loaded).iter().all(|place| place.0 == 'W'));
    assert!(loaded.diagnostics.iter().any(|one| one.message.contains("write `a>b%3E%25`")));
    let odd = load(r#"{"version":1,"deals":[{"from":"a","to":"b"}],"loops":{},"positions":[]}"#);
    assert_eq!(
        places(&odd).iter().map(|place| (place.0, place.1)).collect::<Vec<_>>(),
        [('W', "no_list"), ('W', "bad_position")]
    );
}

#[test]
fn a_format_that_is_named_is_not_guessed() {
    let table = b"from,to\na,b\n";
    assert_eq!(read(table, Format::Json, &Limits::default()).unwrap_err().code, "bad_json");
    let document = b"{\"version\":1}";
    assert_eq!(read(document, Format::Csv, &Limits::default()).unwrap_err().code, "bad_header");
}
