//! Networks for tests.
#![allow(missing_docs, dead_code, clippy::unwrap_used)]

pub mod random;

use deal_network::document::{Document, Limits, read_csv};
use deal_network::network::Network;

/// The AI deals, from the researched tables.
pub fn ai_deals() -> Network {
    let bytes = |name: &str| std::fs::read(format!("www/data/{name}.csv")).unwrap();
    let loaded = read_csv(&bytes("ai-deals"), Some(&bytes("ai-companies")), &Limits::NONE).unwrap();
    assert_eq!(loaded.diagnostics, []);
    loaded.document.network
}

/// The document of a table of deals without a mistake.
pub fn document(csv: &str) -> Document {
    let loaded = read_csv(csv.as_bytes(), None, &Limits::NONE).unwrap();
    assert_eq!(loaded.diagnostics, [], "{csv}");
    loaded.document
}
