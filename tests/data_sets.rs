//! The data sets of the page hold everything that the researched tables hold, and are up to date.
#![cfg(feature = "dev")]
#![allow(clippy::unwrap_used)]

use deal_network::document::{Format, Limits, Loaded, data_sets, read, schema};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn www(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(name)
}

fn text(name: &str) -> String {
    std::fs::read_to_string(www(name)).unwrap()
}

/// The rows of a table as the usual crate reads them: by column.
fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(www(name)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn parts<'a>(document: &'a Value, list: &str) -> &'a Vec<Value> {
    document[list].as_array().unwrap()
}

/// A value of the JSON document as a cell of the table: numbers without a fraction as whole numbers.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn the_committed_files_are_up_to_date() {
    for (name, made) in data_sets(&www("data")).unwrap() {
        assert_eq!(text(&format!("data/{name}")), made, "{name}: run `cargo dev data`");
    }
    assert_eq!(text("deal-network.schema.json"), schema(), "run `cargo dev schema`");
}

#[test]
fn every_cell_of_the_tables_is_in_the_ai_deals() {
    let document: Value = serde_json::from_str(&text("data/ai-deals.json")).unwrap();
    let (rows, deals) = (table("data/ai-deals.csv"), parts(&document, "deals"));
    assert_eq!((rows.len(), deals.len()), (223, 223));
    for (row, deal) in rows.iter().zip(deals) {
        for (column, expected) in row {
            let source = &deal["sources"][0];
            let value = match column.as_str() {
                "amount_usd" => &deal["amount"],
                "amount_firm" => &deal["firm"],
                "amount_basis" => &deal["basis"],
                "amount_text" => &deal["amountText"],
                "term_years" => &deal["termYears"],
                "superseded_by" => &deal["supersededBy"],
                "research_note" => &deal["researchNote"],
                "source_title" => &source["title"],
                "source_url" => &source["url"],
                "source_date" => &source["date"],
                "source_class" => &source["class"],
                other => &deal[other],
            };
            assert_eq!(&cell(value), expected, "{} of {}", column, row["id"]);
        }
    }
    let (rows, companies) = (table("data/ai-companies.csv"), parts(&document, "companies"));
    assert_eq!((rows.len(), companies.len()), (75, 75));
    for row in &rows {
        let company = companies.iter().find(|company| company["id"] == row["id"]).unwrap();
        for (column, expected) in row {
            assert_eq!(&cell(&company[column]), expected, "{} of {}", column, row["id"]);
        }
    }
}

#[test]
fn the_article_has_its_deals_with_their_companies_and_no_others() {
    let all: Value = serde_json::from_str(&text("data/ai-deals.json")).unwrap();
    let article: Value = serde_json::from_str(&text("data/openai-amazon.json")).unwrap();
    let list = text("data/openai-amazon.txt");
    let mut ids: Vec<&str> = list.lines().collect();
    let mut found: Vec<&str> =
        parts(&article, "deals").iter().map(|deal| deal["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    found.sort_unstable();
    assert_eq!((&found, found.len()), (&ids, 25));
    for deal in parts(&article, "deals") {
        let whole = parts(&all, "deals").iter().find(|other| other["id"] == deal["id"]).unwrap();
        assert_eq!(deal, whole);
    }
    for company in parts(&article, "companies") {
        assert!(parts(&all, "companies").contains(company));
        let id = &company["id"];
        assert!(parts(&article, "deals").iter().any(|deal| deal["from"] == *id || deal["to"] == *id));
    }
}

#[test]
fn both_load_without_a_diagnostic() {
    for (name, rows) in [("ai-deals", 223), ("openai-amazon", 25)] {
        let bytes = text(&format!("data/{name}.json"));
        let loaded = read(bytes.as_bytes(), Format::Auto, &Limits::default()).unwrap();
        assert_eq!(loaded.diagnostics, [], "{name}");
        assert_eq!((loaded.rows, loaded.document.network.deals().len()), (rows, rows));
        let meta = loaded.document.meta;
        assert_eq!((meta.unit.as_str(), meta.as_of.as_str()), ("USD", "2026-10"));
        assert!(!meta.headline.is_empty() && meta.note.contains("CC BY 4.0"));
    }
    let csv = text("data/ai-deals.csv");
    let Loaded { diagnostics, rows, .. } = read(csv.as_bytes(), Format::Auto, &Limits::default()).unwrap();
    assert_eq!((diagnostics, rows), (Vec::new(), 223));
}
