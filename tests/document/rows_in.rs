//! Rows in = deals + rows with at least one error, whatever the file.

use crate::assert_rows_in;
use deal_network::document::{Format, Limits, read};
use proptest::prelude::*;

/// A cell: often right for its column, often wrong, sometimes garbage.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "a", "b", "c", "A", "", " ", "5", "5e9", "0", "-1", "$5bn", "NaN", "12.345", "1e400", "2025", "2025-13",
            "signed", "In talks", "unheard", "up_to", "high", "EUR", "USD", "%", "a>b#1", "x", "y", "https://a | b",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[\",;\\n\\r\\t|\u{202e} a]{0,8}",
    ]
}

const COLUMNS: [&str; 16] = [
    "from",
    "to",
    "id",
    "date",
    "kind",
    "amount",
    "amount_usd",
    "currency",
    "amount_firm",
    "amount_basis",
    "term_years",
    "status",
    "confidence",
    "superseded_by",
    "source_url",
    "whatever",
];

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(cell(), COLUMNS.len()), 0..12)
}

fn is_blank(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

proptest! {
    #[test]
    fn of_a_well_quoted_table(rows in rows(), separator in prop::sample::select(vec![b',', b';', b'\t']), crlf: bool) {
        let mut text = Vec::new();
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(end).from_writer(&mut text);
        writer.write_record(COLUMNS).unwrap();
        for row in &rows {
writer.write_record(row).unwrap();
}
        drop(writer);
        let loaded = read(&text, Format::Csv, &Limits::default()).unwrap();
        prop_assert_eq!(loaded.rows, rows.iter().filter(|row| !is_blank(row)).count());
        assert_rows_in(&loaded);
    }

    #[test]
    fn of_a_table_of_garbage(body in "[ab,\"\\n\\r 5]{0,120}") {
        let text = format!("from,to,amount,note\n{body}");
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let count = reader.records().filter(|record| {
            record.as_ref().unwrap().iter().any(|cell| !cell.trim().is_empty())
        }).count();
        let loaded = read(text.as_bytes(), Format::Auto, &Limits::default()).unwrap();
        // A quote that is opened at the very end, with nothing after it, is a row for us: it is reported.
        let open = usize::from(loaded.diagnostics.iter().any(|one| one.code == "open_quote"));
        prop_assert!(loaded.rows == count || loaded.rows == count + open, "{} {}", loaded.rows, count);
        assert_rows_in(&loaded);
    }

    #[test]
    fn of_a_document(rows in rows(), raw in prop::collection::vec(prop::sample::select(vec![
        "null", "7", "[]", "{}", "\"a\"", "true", "{\"from\":1,\"to\":[]}", "{\"from\":\"a\",\"to\":\"b\",\"amount\":-0.001}",
        "{\"from\":\"a\",\"to\":\"b\",\"sources\":[{\"url\":7},{\"url\":{}}]}", "{\"from\":\"\\ud800x\",\"to\":\"b\"}",
    ]), 0..6)) {
        let keys = ["from", "to", "id", "date", "kind", "amount", "amountUsd", "currency", "firm", "basis",
            "termYears", "status", "confidence", "supersededBy", "title", "whatever"];
        let mut deals: Vec<String> = rows.iter().map(|row| {
            let pairs = keys.iter().zip(row).map(|(key, cell)| format!("\"{key}\":{}", serde_json::to_string(cell).unwrap()));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
        }).collect();
        deals.extend(raw.into_iter().map(str::to_owned));
        let text = format!("{{\"version\":1,\"deals\":[{}]}}", deals.join(","));
        let loaded = read(text.as_bytes(), Format::Auto, &Limits::default()).unwrap();
        prop_assert_eq!(loaded.rows, deals.len());
        assert_rows_in(&loaded);
    }

    #[test]
    fn of_any_bytes_that_can_be_read(bytes in prop::collection::vec(any::<u8>(), 0..200), format in 0..3_usize) {
        let format = [Format::Json, Format::Csv, Format::Auto][format];
        if let Ok(loaded) = read(&bytes, format, &Limits::default()) {
            assert_rows_in(&loaded);
        }
    }

    /// Real documents with some characters replaced: nearly JSON.
    #[test]
    fn of_a_damaged_document(edits in prop::collection::vec((any::<prop::sample::Index>(), "[{}\\[\\]\",:0a\\\\]{0,3}"), 0..6)) {
        let mut text = r#"{"version":1,"companies":[{"id":"a"}],"deals":[{"from":"a","to":"b","amount":5},{"from":"b","to":"a","sources":[{"url":"https://a"}]}],"loops":[{"id":"a>b"}],"positions":{"a":[0,1.5]}}"#.to_owned();
        for (at, with) in edits {
            let at = at.index(text.len());
            text.replace_range(at..=at, &with);
        }
        if let Ok(loaded) = read(text.as_bytes(), Format::Json, &Limits::default()) {
            assert_rows_in(&loaded);
        }
    }
}
